"""The written decision (form 03 of Decree 59/2023), from the record's own contents and nothing else."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from dienhong.decisions.models import Record
from dienhong.decisions.papers import wording
from dienhong.decisions.papers.frame import (
    Community,
    day_in_words,
    document,
    flat,
    grouped,
    labelled,
    moment,
    said,
    share,
    shown,
    stripped,
)
from dienhong.documents.official import (
    Align,
    Annex,
    Block,
    Column,
    OfficialDocument,
    Paragraph,
    Row,
    Run,
    Signatures,
    Signer,
    Table,
    Trace,
    printed,
)
from lawcore.ballots.matters import Form

SIGNS = {"resolution": "NQ-CĐDC", "minutes": "BB-CĐDC", "memorandum": "BGN-CĐDC", "agreement": "BTT-CĐDC"}
ACROSS = 3  # households side by side in the annex
Json = Mapping[str, Any]


def document_of(record: Record, *, trace: Trace) -> OfficialDocument:
    """LDC art. 20 cl. 2 pt. a to g: what the record says, so that it prints the same whatever changes later."""
    words, content = wording.of("decision"), record.content
    community = Community(content["village"], content["commune"])
    on = date.fromisoformat(content["on"])
    commune = content["commune"]
    here = content.get("households_present", [])
    return document(
        community,
        type_name=words[content["paper"]],
        subject=words["subject"].format(village=content["village"], title=stripped(content["title"])),
        sign=SIGNS[content["paper"]],
        on=on,
        blocks=(*_body(record, content, words), *_end(record, content, words)),
        mark=words["mark"],
        recipients=(
            words["to_commune"].format(commune=commune),
            words["to_front"].format(commune=commune),
            words["kept"].format(village=content["village"]),
        ),
        annexes=(Annex(words["annex"], (_present(here, words),)),) if here else (),
        trace=trace,
    )


def _body(record: Record, content: Json, words: Mapping[str, str]) -> Iterator[Block]:
    if record.version > 1:
        correction = words["correction"].format(
            version=record.version, before=record.version - 1, reason=stripped(record.reason) + "."
        )
        yield Paragraph((Run(correction, bold=True),))
    else:
        yield Paragraph((Run(words["version"].format(version=record.version), italic=True),))
    yield labelled(_numbered(1, words["when"]), _time(content, words))
    if content.get("chair"):
        secretary = ", ".join(content.get("secretary", ())) or "…"
        line = words["officers_line"].format(chair=content["chair"], secretary=secretary)
        yield labelled(_numbered(2, words["officers"]), line)
    yield from _households(content, words)
    yield labelled(_numbered(4, words["subject_head"]), f"{stripped(content['title'])}. {flat(content['asked'])}")
    if money := _money(content.get("money") or {}, words):
        yield Paragraph(words["money"].format(parts=money))
    if content.get("amends"):
        yield Paragraph(words["amends"].format(amends=stripped(content["amends"])))
    yield labelled(_numbered(5, words["form"]), _form(content, words))
    if content.get("method") == "secret" and content.get("tellers"):
        yield Paragraph(words["tellers"].format(names=", ".join(content["tellers"])))
    if content.get("team"):
        yield Paragraph(words["team"].format(names=", ".join(each["name"] for each in content["team"])))
    if content.get("witnesses"):
        yield Paragraph(words["witnesses"].format(names=", ".join(content["witnesses"])))
    yield from _result(content, words)
    decided = words["adopted" if content["is_adopted"] else "not_adopted"].format(
        village=content["village"], title=stripped(content["title"]), asked=flat(content["asked"])
    )
    yield labelled(_numbered(7, words["decided"]), decided)


def _time(content: Json, words: Mapping[str, str]) -> str:
    if content["form"] != Form.MEETING.value:
        return words["asked_until"].format(
            began=moment(content["began"]) if content.get("began") else "……",
            on=day_in_words(date.fromisoformat(content["on"])),
        )
    return words["met"].format(
        began=moment(content.get("began", "")),
        ended=moment(content.get("ended", "")),
        place=stripped(content.get("place", "")),
    )


def _households(content: Json, words: Mapping[str, str]) -> Iterator[Block]:
    present = content.get("present", content["took_part"])
    absent = content.get("absent", content["households"] - content["took_part"])
    key = "households_line" if content["form"] == Form.MEETING.value else "answered_line"
    line = words[key].format(households=content["households"], present=present, absent=absent)
    yield labelled(_numbered(3, words["households"]), line)
    if roll := content.get("roll"):
        yield Paragraph(words["roll"].format(digest=shown(roll), words=said(roll)))


def _money(money: Json, words: Mapping[str, str]) -> str:
    parts = []
    for key in ("purpose", "needed", "per_household", "exempt"):
        value = money.get(key)
        if value:
            parts.append(words[key].format(**{key: printed(value) if isinstance(value, int) else stripped(value)}))
    return "; ".join(parts)


def _form(content: Json, words: Mapping[str, str]) -> str:
    line = words[f"{content['form']}_form"]
    return line.format(method=words[content["method"]]) if content.get("method") else line


def _result(content: Json, words: Mapping[str, str]) -> Iterator[Block]:
    whole = content["households"]
    rows = tuple(
        Row((words[key], content[key], share(content[key], whole)), strong=key == "agree")
        for key in ("took_part", "agree", "disagree", "other")
    )
    columns = (
        Column(words["answer"], 90),
        Column(words["count"], 30, Align.RIGHT),
        Column(words["share"], 45, Align.RIGHT),
    )
    yield Table(columns, rows, caption=_numbered(6, words["result"]))
    sheets = content.get("sheets") or []
    if sheets:
        counters = ", ".join(dict.fromkeys(_counted_by(each) for each in sheets))
        yield Paragraph(words["counters"].format(counters=counters))
    if content.get("opinions"):
        yield Paragraph(words["opinions"].format(opinions="; ".join(flat(each) for each in content["opinions"])))
    for note in dict.fromkeys(each["note"] for each in sheets if each.get("note")):
        yield Paragraph(words["missing"].format(note=note))


def _counted_by(sheet: Json) -> str:
    return f"{sheet['counter']} ({sheet['cluster']})" if sheet.get("cluster") else str(sheet["counter"])


def _end(record: Record, content: Json, words: Mapping[str, str]) -> Iterator[Block]:
    explanation = (content.get("why") or {}).get("explanation", "")
    if explanation:
        citation = content["why"].get("citation", "")
        yield Paragraph(words["why"].format(explanation=explanation), citation=citation)
    yield Paragraph(words["read_back" if record.read_back else "not_read_back"])
    yield Paragraph(
        words["sending"].format(commune=content["commune"], on=day_in_words(date.fromisoformat(content["on"])))
    )
    yield Paragraph(words["digest"].format(digest=grouped(record.digest), words=said(record.digest)))
    head = content.get("head") or "Trưởng thôn"
    both = bool(content.get("heads_both"))
    if both:
        yield Paragraph((Run(words["both"].format(head=head), bold=True),))
    yield Signatures(
        (
            Signer(head),
            Signer(words["front_member" if both else "front"]),
            Signer(words["representative"]),
            Signer(words["representative"]),
        ),
        hint=words["hint"],
    )


def _present(here: list[Json], words: Mapping[str, str]) -> Table:
    """The households that were there, three side by side: a table of a third of the rows is made three times faster."""
    cells = [_came(each, words) for each in here]
    cells += [""] * (-len(cells) % ACROSS)
    rows = tuple(Row(tuple(cells[at : at + ACROSS])) for at in range(0, len(cells), ACROSS))
    return Table(tuple(Column(words["household"]) for _column in range(ACROSS)), rows)


def _came(household: Json, words: Mapping[str, str]) -> str:
    name = household["name"] or f"hộ số {household['number']}"
    by = household.get("by")
    return f"{household['number']}. {words['came_instead'].format(name=name, by=by) if by else name}"


def _numbered(number: int, label: str) -> str:
    return f"{number}. {label}"
