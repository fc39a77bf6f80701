"""Papers of the count: the sheet of each of two people, the minutes of a secret vote (form 02 of Decree 59/2023)."""

import string
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from dienhong.decisions import counting, queries
from dienhong.decisions.models import Item, Outcome, Sheet
from dienhong.decisions.papers import wording
from dienhong.decisions.papers.facts import Facts, Part
from dienhong.decisions.papers.frame import document, flat, labelled, moment, share, shortened, stripped, when
from dienhong.decisions.queries.counts import names_chosen
from dienhong.documents.official import (
    Align,
    Block,
    Column,
    DashList,
    OfficialDocument,
    Paragraph,
    Row,
    Signatures,
    Signer,
    Table,
    Trace,
)
from dienhong.foundations.clock import VIETNAM
from dienhong.foundations.refusals import Refused
from lawcore.ballots.meetings import Choice as Chosen

BOX: Final = "[\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0]"
SUMS_TO_A_LINE, BETWEEN_SUMS = 2, "; \u2003"
LONGEST_ASKED: Final = 300
COUNTED_BY_STROKES: Final = frozenset({"agree", "disagree", "other", "invalid"})
ANSWERED_MOST: Final = frozenset({"agree", "disagree"})
FEWEST_TELLERS: Final = 3
WITNESSES: Final = 2


def names_of(item: Item) -> Mapping[str, Any]:
    """The figures that are counted for this item, in order, with their words."""
    return counting.IN_SECRET if item.method == Item.Method.SECRET else counting.BY_HAND


def tally_sheets(facts: Facts, item: Item, *, printed: int | None, on: date) -> list[OfficialDocument]:
    """Two sheets to count on for an item, in each cluster two; `printed` is how many ballots we printed, if known."""
    parts: tuple[Part | None, ...] = facts.parts or (None,)
    ordinals = [each.strip() for each in wording.of("tally")["ordinals"].split(";")]
    return [_tally(facts, item, part, ordinal, printed=printed, on=on) for part in parts for ordinal in ordinals[:2]]


def _tally(
    facts: Facts, item: Item, part: Part | None, ordinal: str, *, printed: int | None, on: date
) -> OfficialDocument:
    words = wording.of("tally")
    secret = item.method == Item.Method.SECRET
    return document(
        facts.community,
        type_name=words["type"],
        subject=words["subject"].format(ordinal=ordinal, position=item.position, title=stripped(item.matter.title)),
        sign="PKĐ",
        on=on,
        blocks=tuple(_tally_body(words, item, part, printed=printed, secret=secret)),
        compact=True,
    )


def _tally_body(
    words: Mapping[str, str], item: Item, part: Part | None, *, printed: int | None, secret: bool
) -> Iterator[Block]:
    if part is not None:
        yield Paragraph(words["cluster"].format(name=part.name))
    yield Paragraph(words["asked"].format(asked=shortened(item.matter.asked, LONGEST_ASKED)))
    yield Paragraph(words["in_secret" if secret else "by_hand"])
    rows = []
    letters = letters_of(item)
    for key, name in names_of(item).items():
        said = f"{name} ({words['printed'].format(printed=printed)})" if key == "printed" and printed else str(name)
        strokes = key in COUNTED_BY_STROKES
        rows.append(Row((letters[key], said, "" if strokes else "—", ""), tall=key in ANSWERED_MOST))
    columns = (
        Column("", 8, Align.CENTER),
        Column(words["figure"], 76),
        Column(words["marks"], 59, Align.CENTER),
        Column(words["number"], 22, Align.CENTER),
    )
    yield Table(columns, tuple(rows))
    yield labelled(words["check"], "")
    sums = tuple(identities(item))
    for at in range(0, len(sums), SUMS_TO_A_LINE):
        yield Paragraph(BETWEEN_SUMS.join(sums[at : at + SUMS_TO_A_LINE]))
    if secret:
        yield Paragraph(words["missing"])
    yield Signatures((Signer(words["counter"]),), hint=words["hint"])


def letters_of(item: Item) -> Mapping[str, str]:
    """The letter of each figure, by which the sums below the table call it: A, B, C …"""
    return {key: string.ascii_uppercase[place] for place, key in enumerate(names_of(item))}


def identities(item: Item) -> Iterator[str]:
    """What must hold before anybody signs, each as a line with boxes to fill: those of `decisions.counting`."""
    words, letters = wording.of("tally"), letters_of(item)
    secret = item.method == Item.Method.SECRET

    def side(names: tuple[str, ...]) -> str:
        text = ""
        for name in names:
            key = name.removeprefix("-")
            box = f"{words['checked_in'] if key == counting.CHECKED_IN else letters[key]} {BOX}"
            sign = " − " if name.startswith("-") else " + "
            text += f"{sign}{box}" if text else box
        return text

    for each in counting.OF_A_SECRET_VOTE if secret else counting.OF_HANDS:
        yield f"{side(each.left)} {'=' if each.equal else words['no_more']} {side(each.right)}"


def minutes(facts: Facts, item: Item, *, trace: Trace, on: date) -> OfficialDocument:
    """Decree 59/2023 art. 3 cl. 5 pt. c: the minutes of a secret vote, from what both counted. Refused for hands."""
    if item.method != Item.Method.SECRET:
        raise Refused("Việc này không bỏ phiếu kín nên không có biên bản kiểm phiếu.")
    words, meeting = wording.of("count_minutes"), facts.meeting
    tellers = names_chosen(item.meeting, Chosen.TELLERS)
    outcome = Outcome.objects.filter(item=item).order_by("-pk").first()
    witnesses = list(outcome.witnesses) if outcome else []
    began = moment(meeting.opened_at.astimezone(VIETNAM).isoformat(timespec="minutes")) if meeting.opened_at else ""
    return document(
        facts.community,
        type_name=words["type"],
        subject=words["subject"].format(position=item.position, title=stripped(item.matter.title)),
        sign="BB-BKP",
        on=on,
        blocks=(
            Paragraph(
                words["opening"].format(
                    village=facts.community.village,
                    began=began or "ngày {day}".format(**when(meeting.planned_at)),
                    place=stripped(meeting.place),
                    asked=flat(item.matter.asked),
                )
            ),
            labelled(words["tellers"].format(count=len(tellers) or "......"), ""),
            DashList(tuple(_teller_lines(tellers, words))),
            labelled(words["witnesses"], ""),
            DashList(
                tuple(words["watched"].format(name=each) for each in witnesses) or (words["witness"],) * WITNESSES
            ),
            Paragraph(words["rules"]),
            Paragraph(
                words["roll"].format(
                    village=facts.community.village, households=len(facts.households), present=len(facts.came)
                )
            ),
            *_counted(facts, item, outcome, words),
            Paragraph(words["copies"].format(commune=facts.community.commune, word=facts.word)),
            Paragraph(words["closed"]),
            Signatures(_places(tellers, words), across=3, hint=words["hint"]),
            Signatures(_watching(witnesses, words), hint=words["hint"]),
        ),
        mark=words["mark"],
        trace=trace,
    )


def _counted(facts: Facts, item: Item, outcome: Outcome | None, words: Mapping[str, str]) -> Iterator[Block]:
    total = queries.agreed_figures(item)
    names = names_of(item)
    pairs = queries.pairs(item) if total is not None else {}
    secret = item.method == Item.Method.SECRET
    is_told = not pairs or counting.parts_are_shown([pairs[part.pk][1].figures for part in facts.parts], secret=secret)
    parts = facts.parts if is_told else ()
    columns = [Column(words["figure"], 70)]
    columns += [Column(part.name, 24, Align.RIGHT) for part in parts]
    columns += [
        Column(words["total"].format(word=facts.word), 24, Align.RIGHT),
        Column(words["share"], 30, Align.RIGHT),
    ]
    rows = []
    for key, name in names.items():
        cells: list[Any] = [str(name)]
        cells += [pairs[part.pk][1].figures[key] if pairs else "" for part in parts]
        figure = total[key] if total is not None else ""
        shown = share(int(figure), len(facts.households)) if total is not None and key in ANSWERS else ""
        rows.append(Row((*cells, figure, shown), strong=key == "agree"))
    yield Table(tuple(columns), tuple(rows), caption=words["figures"])
    if not is_told:
        yield Paragraph(words["hidden_parts"])
    sheets: list[Sheet] = [sheet for both in pairs.values() for sheet in both.values()]
    if sheets:
        counters = ", ".join(dict.fromkeys(each.counter for each in sheets))
        yield Paragraph(words["two_counts"].format(counters=counters))
    for note in dict.fromkeys(each.note for each in sheets if each.note):
        yield Paragraph(words["missing"].format(note=flat(note)))
    if outcome is None:
        yield Paragraph(words["pending"])
    else:
        explanation = words["result"].format(explanation=outcome.why["explanation"])
        yield Paragraph(explanation, citation=str(outcome.why.get("citation", "")))


ANSWERS: Final = frozenset({"agree", "disagree", "other"})


def _teller_lines(tellers: list[str], words: Mapping[str, str]) -> Iterator[str]:
    dots = "." * 40
    for position, name in enumerate(tellers or [dots] * FEWEST_TELLERS):
        yield words["teller" if position else "teller_head"].format(name=name)


def _places(tellers: list[str], words: Mapping[str, str]) -> tuple[Signer, ...]:
    names = tellers or [""] * FEWEST_TELLERS
    return tuple(
        Signer(words["teller_place" if position else "head_place"], name) for position, name in enumerate(names)
    )


def _watching(witnesses: list[str], words: Mapping[str, str]) -> tuple[Signer, ...]:
    return tuple(Signer(words["witness_place"], name) for name in witnesses or [""] * WITNESSES)
