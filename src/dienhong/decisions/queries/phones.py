"""What a telephone takes along to hold a meeting without a signal."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from dienhong.decisions import counting
from dienhong.decisions.models import Choice, Item, Meeting, Outcome, Sheet
from dienhong.decisions.queries.counts import agreed_figures, differing, pairs
from dienhong.decisions.queries.late import late_events, of_late
from dienhong.foundations import clock
from lawcore.answers import Refused as NotLawful
from lawcore.ballots.matters import Matter as Kind
from lawcore.ballots.meetings import Choice as Chosen
from lawcore.ballots.meetings import chosen
from lawcore.ballots.rounds import MEETING_WITNESSES, tellers_size
from lawcore.ballots.thresholds import required

MOST_TELLERS = 12


def phone_state(meeting: Meeting) -> dict[str, Any]:
    """Everything in plain values: the roll, who is ticked, the items with how many must agree, what was chosen.

    A sheet's figures are not among it while the other one is missing: the second person is not to see the first's. Of
    two that differ it says which figures do, not what they are: who counts again is led by neither.
    """
    households = meeting.roll.households if meeting.roll else 0
    day = clock.legal_day(meeting.planned_at)
    present, last_tick = _present(meeting)
    chose, last_choice = _chosen(meeting)
    sheets = {each: pairs(each) for each in _items(meeting)}
    newest = [sheet.pk for of in sheets.values() for two in of.values() for sheet in two.values()]
    return {
        "meeting": {
            "pk": meeting.pk,
            "village": str(meeting.village),
            "word": meeting.village.word,
            "stage": meeting.stage,
            "planned_at": meeting.planned_at.isoformat(),
            "opened_at": meeting.opened_at.isoformat() if meeting.opened_at else None,
            "closed_at": meeting.closed_at.isoformat() if meeting.closed_at else None,
            "place": meeting.place,
            "chair": meeting.chair,
        },
        "households": households,
        "roll": _roll(meeting),
        "present": present,
        "clusters": [[each.pk, each.name] for each in meeting.clusters.order_by("pk")],
        "items": [_item(each, households, of) for each, of in sheets.items()],
        "chosen": chose,
        "majority": {each.value: list(_majority(each, households, day)) for each in Chosen},
        "tellers": list(_sizes(day)),
        "witnesses": MEETING_WITNESSES.on(day),
        "counting": {"hands": counting.table(secret=False), "secret": counting.table(secret=True)},
        "seen": {
            "presence": last_tick,
            "choice": last_choice,
            "sheet": max(newest, default=0),
        },
        "late": [of_late(each) for each in late_events(meeting)],
    }


def newest_of(rows: QuerySet[Any]) -> int:
    """The newest row that a telephone is told of; 0 for none."""
    return rows.aggregate(newest=Max("pk"))["newest"] or 0


def _roll(meeting: Meeting) -> list[list[object]]:
    if meeting.roll is None:
        return []
    rows = meeting.roll.entries.order_by("number").values_list("pk", "number", "name", "address")
    cluster = dict(meeting.seats.values_list("entry_id", "cluster_id"))
    return [[*row, cluster.get(row[0], 0)] for row in rows]


def _present(meeting: Meeting) -> tuple[list[list[object]], int]:
    """The newest tick of each household, and the number of the newest of all, 0 for none."""
    newest: dict[int, list[object]] = {}
    last = 0
    ticks = meeting.presences.order_by("pk").values_list("pk", "entry_id", "is_present", "by_name")
    for last, entry, is_present, by_name in ticks:  # noqa: B007 - the last of all is told too
        newest[entry] = [entry, is_present, by_name]
    return list(newest.values()), last


def _items(meeting: Meeting) -> QuerySet[Item]:
    return meeting.items.select_related("matter", "meeting").order_by("position")


def _item(item: Item, households: int, sheets: Mapping[int | None, dict[int, Sheet]]) -> dict[str, Any]:
    need = required(matter=item.matter.law, households=households, on=item.matter.begun_on) if households else None
    outcome = item.outcomes.order_by("-pk").first()
    return {
        "pk": item.pk,
        "position": item.position,
        "title": item.matter.title,
        "asked": item.matter.asked,
        "about": short_words(item.matter.law),
        "need": need.result if need else 0,
        "why": need.explanation if need else "",
        "cite": need.citation if need else "",
        "method": item.method,
        "stage": item.matter.stage,
        "sheets": sorted([cluster or 0, place] for cluster, two in sheets.items() for place in two),
        "figures": agreed_figures(item) if item.method else None,
        "differ": {cluster or 0: differing(two) for cluster, two in sheets.items() if set(two) == {1, 2}},
        "outcome": _outcome(outcome) if outcome else None,
        "has_record": item.matter.records.exists(),
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "agree": outcome.agree,
        "present": outcome.present,
        "is_adopted": outcome.is_adopted,
        "words": outcome.why.get("explanation", ""),
    }


def short_words(kind: Kind) -> str:
    """What a matter is, in the few words of a line on a telephone."""
    return {
        Kind.COMMUNE_WORKS: _("việc đóng góp"),
        Kind.VILLAGE_MONEY: _("việc thu, chi tiền"),
        Kind.CONVENTION: _("hương ước, quy ước"),
        Kind.VILLAGE_HEAD: _("việc bầu, cho thôi"),
        Kind.BOARD_MEMBERS: _("việc bầu các ban"),
        Kind.SELF_GOVERNMENT: _("việc tự quản"),
    }[kind]


def _chosen(meeting: Meeting) -> tuple[dict[str, Any], int]:
    """Whom the meeting chose last, and the number of its newest choice of any kind, 0 for none."""
    rows = list(Choice.objects.filter(meeting=meeting).order_by("pk"))
    found = {
        each.what: {"names": each.names, "agree": each.agree, "present": each.present}
        for each in rows
        if each.what != Chosen.METHOD.value
    }
    return found, rows[-1].pk if rows else 0


@lru_cache(maxsize=64)
def _majority(what: Chosen, households: int, day: date) -> tuple[int, ...]:
    """How many must agree for each number of those present, from none to all: found by asking the rule."""
    found, least = [0], 0
    for present in range(1, households + 1):
        while not chosen(choice=what, present=present, agree=min(least, present), on=day).result:
            least += 1
        found.append(least)
    return tuple(found)


@lru_cache(maxsize=8)
def _sizes(day: date) -> tuple[int, ...]:
    """How many tellers there may be."""
    return tuple(_allowed(day))


def _allowed(day: date) -> Iterator[int]:
    for members in range(1, MOST_TELLERS + 1):
        try:
            answer = tellers_size(members=members, on=day)
        except NotLawful:
            continue
        if answer.result:
            yield members
