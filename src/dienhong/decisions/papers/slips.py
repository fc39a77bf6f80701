"""The slip that every household gets after the meeting: how it was recorded, and how to say that it is wrong."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from django.conf import settings

from dienhong.decisions.papers import wording
from dienhong.decisions.papers.facts import Facts, Household
from dienhong.decisions.papers.frame import when
from dienhong.decisions.queries.entries import last_to_contest
from dienhong.documents.cards import Card, CardSheet, Line
from dienhong.documents.official import Trace
from dienhong.foundations.clock import legal_day
from dienhong.foundations.refusals import Refused

LONG: Final = 60  # characters of a name from which it is set smaller
LARGE, SMALL = 12, 10


def contested_until(facts: Facts) -> date:
    """The last day to say that the record is wrong, counted from the end of the meeting."""
    return last_to_contest(legal_day(facts.meeting.closed_at or facts.meeting.planned_at))


def slips(facts: Facts, *, traces: Mapping[int, Trace]) -> CardSheet:
    """One for each household, absent ones too: whoever was not there sees that nobody signed for them.

    Refused before the meeting is over.
    """
    if facts.meeting.stage != facts.meeting.Stage.CLOSED:
        raise Refused("Cuộc họp chưa kết thúc nên chưa có giấy báo cho từng hộ.")
    until = contested_until(facts)
    return CardSheet(
        title=wording.of("slip")["title"],
        issuer=facts.community.village,
        prepared_on=legal_day(facts.meeting.closed_at or facts.meeting.planned_at),
        cards=tuple(_slip(facts, each, traces[each.pk], until) for each in facts.households),
        across=2,
        down=3,
    )


def _slip(facts: Facts, household: Household, trace: Trace, until: date) -> Card:
    words = wording.of("slip")
    by = facts.came.get(household.entry or 0)
    key = "absent" if by is None else "came"
    text = words[key if household.name else f"{key}_nobody"].format(
        name=household.name, number=household.number, by=by or ""
    )
    size = SMALL if len(household.name) + len(by or "") > LONG else LARGE
    site = settings.DIENHONG_URL.partition("://")[2].rstrip("/")
    day = when(facts.meeting.opened_at or facts.meeting.planned_at)["day"]
    return Card(
        (
            Line(words["title"], size=13, bold=True),
            Line(words["meeting"].format(village=facts.community.village, day=day), size=10),
            Line(text, size=size),
            Line(f"{household.number} · {household.code} · {household.address}".rstrip(" ·"), size=10),
            Line(words["check"].format(site=site, code=trace.printed_code), size=10),
            Line(words["until"].format(until=f"{until:%d/%m/%Y}"), size=10, bold=True),
        ),
        code=trace.url,
    )
