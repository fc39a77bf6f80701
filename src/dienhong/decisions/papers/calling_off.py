"""That a meeting does not take place: for the board, for the loudspeaker and for Zalo."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.conf import settings

from dienhong.decisions.models import Meeting
from dienhong.decisions.papers import wording
from dienhong.decisions.papers.facts import Facts
from dienhong.decisions.papers.frame import document, labelled, shortened, stripped, when
from dienhong.disclosures import scripts
from dienhong.documents.official import Block, OfficialDocument, Paragraph, Run, Scan, Signer, Trace
from dienhong.foundations.refusals import Refused

SIGN = "TB"
LONGEST_SPOKEN = 160


def moved_to(meeting: Meeting) -> Meeting | None:
    """The meeting on the new day; None where there is none, or where that one is off as well. At most one query."""
    found: Meeting | None = getattr(meeting, "moved_to", None)
    return found if found is not None and found.stage != Meeting.Stage.CALLED_OFF else None


def board(facts: Facts, *, trace: Trace, on: date) -> OfficialDocument:
    """What hangs where the invitation hung. Refused for a meeting that is not called off."""
    if facts.meeting.stage != Meeting.Stage.CALLED_OFF:
        raise Refused("Cuộc họp này vẫn họp như đã báo nên không có thông báo không họp.")
    words = wording.of("calling_off")
    site = settings.DIENHONG_URL.partition("://")[2].rstrip("/")
    invited = wording.of("invitation")
    scan = Scan(trace.url, (invited["scan"], invited["scan_code"].format(site=site, code=trace.printed_code)))
    day = when(facts.meeting.planned_at)["day"]
    return document(
        facts.community,
        type_name=words["type"],
        subject=words["subject"].format(village=facts.community.village, day=day),
        sign=SIGN,
        on=on,
        blocks=(*_body(facts, words), scan),
        addressed_to=(words["to_all"].format(village=facts.community.village),),
        signer=Signer(facts.convener or words["convener"], facts.meeting.chair if facts.convener else ""),
        compact=True,
    )


def _body(facts: Facts, words: Mapping[str, str]) -> Iterator[Block]:
    meeting = facts.meeting
    head, place = facts.convener or facts.head, stripped(meeting.place)
    yield Paragraph(
        words["opening"].format(head=head, village=meeting.village.name, place=place, **when(meeting.planned_at))
    )
    yield labelled(words["why"], f"{stripped(meeting.why_off)}.")
    if (new := moved_to(meeting)) is not None:
        line = words["moved_line"].format(place=stripped(new.place), **when(new.planned_at))
        yield labelled(words["moved"], line)
    else:
        yield Paragraph(words["later"])
    yield Paragraph((Run(f"{words['agenda']}:", bold=True),))
    for each in facts.items:
        yield Paragraph(words["item"].format(position=each.position, title=stripped(each.matter.title)))


def spoken(facts: Facts, *, seconds: int = scripts.LONGEST_SECONDS) -> scripts.Script:
    """What the loudspeaker says: that it is off first and again at the end, why, and when instead."""
    words, meeting = wording.of("calling_off"), facts.meeting
    off = when(meeting.planned_at)
    key = words["spoken"].format(place=stripped(meeting.place), **off)
    new = moved_to(meeting)
    next_day = words["spoken_later"]
    if new is not None:
        next_day = words["spoken_moved"].format(place=stripped(new.place), **when(new.planned_at))
    return scripts.script(
        title=words["title"].format(village=facts.community.village, day=off["day"]),
        issuer=f"{facts.convener or facts.head} {meeting.village.name}",
        facts=[key, f"{words['why']}: {shortened(stripped(meeting.why_off), LONGEST_SPOKEN)}", next_day],
        where=words["where"].format(word=facts.word),
        key=key,
        seconds=seconds,
    )


def message(facts: Facts, *, trace: Trace) -> str:
    """The text for the village's Zalo group, its link on the last line."""
    words, meeting = wording.of("calling_off"), facts.meeting
    new = moved_to(meeting)
    lines = [
        words["message"].format(village=facts.community.village, **when(meeting.planned_at)),
        f"{words['why']}: {stripped(meeting.why_off)}.",
        words["later"]
        if new is None
        else f"{words['moved']}: " + words["moved_line"].format(place=stripped(new.place), **when(new.planned_at)),
        words["link"].format(url=trace.url),
    ]
    return "\n".join(lines)
