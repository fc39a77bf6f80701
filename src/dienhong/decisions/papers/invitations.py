"""The invitation (form 01 of Decree 59/2023): for every household, for the board, for the loudspeaker and for Zalo."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from django.conf import settings

from dienhong.decisions.papers import wording
from dienhong.decisions.papers.facts import Facts, Household
from dienhong.decisions.papers.frame import document, labelled, shortened, stripped, when
from dienhong.disclosures import scripts
from dienhong.documents.official import Block, DashList, OfficialDocument, Paragraph, Run, Scan, Signer, Trace

SIGN = "GM"
LONGEST_ASKED = 600  # characters of one item on an invitation; the rest is behind the code
LONGEST_SPOKEN = 120
PHONE = re.compile(r"(?<=\d)[ .](?=\d)")


def board(facts: Facts, *, trace: Trace, on: date) -> OfficialDocument:
    """What hangs at the village hall: to all households, in large letters where it is short."""
    words = _words(facts, "invitation", "conference")
    return _invitation(facts, words, words["to_all"].format(village=facts.community.village), (), trace, on=on)


def households(facts: Facts, *, traces: Mapping[int, Trace], on: date) -> list[OfficialDocument]:
    """One invitation for each household of the roll, in its order, with the household's own code."""
    words = _words(facts, "invitation", "conference")
    parts = {each.pk: each for each in facts.parts}
    found = []
    for each in facts.households:
        to = (words["to"] if each.name else words["to_nobody"]).format(name=each.name, number=each.number)
        line = words["household_line"].format(code=each.code, address=each.address).rstrip(" ,")
        extra = [labelled(words["household"], line)]
        if each.cluster is not None:
            part = parts[each.cluster]
            extra.append(labelled(words["cluster"], words["cluster_line"].format(name=part.name, place=part.place)))
        found.append(_invitation(facts, words, to, extra, traces[each.pk], on=on, own=each))
    return found


def _words(facts: Facts, paper: str, yearly: str) -> Mapping[str, str]:
    """The sentences of a paper; of the year's conference its own where they differ."""
    return {**wording.of(paper), **wording.of(yearly)} if facts.meeting.is_yearly else wording.of(paper)


def _invitation(
    facts: Facts,
    words: Mapping[str, str],
    to: str,
    extra: Iterable[Block],
    trace: Trace,
    *,
    on: date,
    own: Household | None = None,
) -> OfficialDocument:
    signer = Signer(facts.convener or words["convener"], facts.meeting.chair if facts.convener else "")
    return document(
        facts.community,
        type_name=words["type"],
        subject=words["subject"].format(village=facts.community.village),
        sign=SIGN,
        on=on,
        blocks=(*_body(facts, words, extra, all_parts=own is None), _scan(words, trace, is_own=own is not None)),
        mark=words["mark"],
        addressed_to=(to,),
        signer=signer,
        compact=True,
    )


def _body(facts: Facts, words: Mapping[str, str], extra: Iterable[Block], *, all_parts: bool) -> Iterator[Block]:
    meeting, village = facts.meeting, facts.community.village
    head = facts.convener or facts.head
    yield Paragraph(words["opening"].format(head=head, village=facts.meeting.village.name))
    yield from extra
    yield labelled(words["about"], words["about_line"].format(count=len(facts.items), village=village))
    yield labelled(words["time"], words["time_line"].format(**when(meeting.planned_at)))
    yield labelled(words["place"], f"{stripped(meeting.place)}.")
    if all_parts and facts.parts:
        yield labelled(
            words["clusters"], "; ".join(f"{each.name}: {stripped(each.place)}" for each in facts.parts) + "."
        )
    yield labelled(words["chair"], f"{stripped(meeting.chair)}.")
    yield labelled(words["attending"], words["attending_line"].format(head=facts.head, village=village))
    yield Paragraph((Run(f"{words['agenda']}:", bold=True),))
    if meeting.is_yearly:  # LDC art. 33 cl. 3
        speaks = ("head_reports", "front_reports", "board_reports", "households_speak")
        yield DashList(tuple(words[each].format(head=head, village=village) for each in speaks))
    for each in facts.items:
        asked = shortened(each.matter.asked, LONGEST_ASKED)
        yield Paragraph(words["item"].format(position=each.position, title=stripped(each.matter.title), asked=asked))
    needed = ", ".join(str(position) for position in facts.needing_documents)
    yield labelled(
        words["documents"], words["documents_needed"].format(positions=needed) if needed else words["documents_asked"]
    )
    contact = stripped(meeting.contact) + "." if meeting.contact else ""
    yield labelled(
        words["contact"], contact or words["no_contact"].format(head=facts.head, village=meeting.village.name)
    )


def _scan(words: Mapping[str, str], trace: Trace, *, is_own: bool) -> Scan:
    site = settings.DIENHONG_URL.partition("://")[2].rstrip("/")
    lines = [words["scan"], words["scan_code"].format(site=site, code=trace.printed_code)]
    if is_own:
        lines.append(words["scan_later"])
    return Scan(trace.url, tuple(lines))


def spoken(facts: Facts, *, seconds: int = scripts.LONGEST_SECONDS) -> scripts.Script:
    """What the loudspeaker says: when and where first and again at the end, then as many matters as time allows."""
    words, meeting = _words(facts, "loudspeaker", "conference_loudspeaker"), facts.meeting
    key = words["when"].format(place=stripped(meeting.place), **when(meeting.planned_at))
    said = [
        words["item"].format(position=each.position, title=shortened(each.matter.title, LONGEST_SPOKEN))
        for each in facts.items
    ]
    contact = [words["contact"].format(contact=PHONE.sub("", meeting.contact))] if meeting.contact else []
    return scripts.script(
        title=words["title"].format(village=facts.community.village),
        issuer=f"{facts.convener or facts.head} {meeting.village.name}",
        facts=[key, words["represent"], words["more"].format(count=len(facts.items)), *said, *contact],
        where=words["where"].format(word=facts.word),
        key=key,
        seconds=seconds,
    )


def message(facts: Facts, *, trace: Trace) -> str:
    """The text for the village's Zalo group, its link on the last line."""
    words, meeting = _words(facts, "message", "conference_message"), facts.meeting
    lines = [
        words["opening"].format(village=facts.community.village),
        words["time"].format(**when(meeting.planned_at)),
        words["place"].format(place=stripped(meeting.place)),
        words["chair"].format(chair=stripped(meeting.chair)),
        words["agenda"],
        *(words["item"].format(position=each.position, title=stripped(each.matter.title)) for each in facts.items),
        words["represent"],
        *([words["contact"].format(contact=meeting.contact)] if meeting.contact else []),
        words["link"].format(url=trace.url),
    ]
    return "\n".join(lines)
