"""Who is present, and what the two sheets of a vote say."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import F, OuterRef, Subquery

from dienhong.decisions import counting
from dienhong.decisions.models import Choice, Item, Meeting, Presence, Sheet, SlipSheet
from lawcore.answers import Answer
from lawcore.ballots.meetings import Choice as Chosen
from lawcore.ballots.thresholds import can_still_pass


def present_numbers(meeting: Meeting) -> set[int]:
    """The ids of the roll's entries whose newest tick says present. One query."""
    newest = Presence.objects.filter(meeting=OuterRef("meeting"), entry=OuterRef("entry")).order_by("-pk").values("pk")
    rows = Presence.objects.filter(meeting=meeting, is_present=True, pk=Subquery(newest[:1]))
    return set(rows.values_list("entry_id", flat=True))


@dataclass(frozen=True, slots=True)
class Live:
    """How many households are present of how many, and for each item whether it can still pass, with the reason.

    Before the roll is taken nobody can say: None.
    """

    present: int
    households: int
    items: tuple[tuple[Item, Answer[bool] | None], ...]


def live(meeting: Meeting) -> Live:
    """LDC art. 19 cl. 1 pt. b, art. 21 cl. 1: what the households that came suffice for. Two queries."""
    households = meeting.roll.households if meeting.roll else 0
    present = len(present_numbers(meeting))
    items = meeting.items.select_related("matter").order_by("position")
    return Live(
        present,
        households,
        tuple(
            (
                each,
                can_still_pass(matter=each.matter.law, households=households, present=present, on=each.matter.begun_on)
                if households
                else None,
            )
            for each in items
        ),
    )


def pairs(item: Item) -> Mapping[int | None, dict[int, Sheet]]:
    """The newest sheet of each place, by cluster; None stands for a village that meets as one. One query."""
    found: dict[int | None, dict[int, Sheet]] = defaultdict(dict)
    for sheet in Sheet.objects.filter(item=item).order_by("pk"):
        found[sheet.cluster_id][sheet.place] = sheet
    return found


def differing(sheets: Mapping[int, Sheet | SlipSheet]) -> list[str]:
    """The names of the figures in which the two sheets of a vote differ."""
    first, second = sheets[1].figures, sheets[2].figures
    return [name for name in first if first[name] != second.get(name)]


def agreed_figures(item: Item) -> dict[str, int] | None:
    """The figures on which both people agree, all clusters together; None while one is missing or they differ."""
    expected: set[int | None] = set(item.meeting.clusters.values_list("pk", flat=True)) or {None}
    both = pairs(item)
    names = counting.IN_SECRET if item.method == Item.Method.SECRET else counting.BY_HAND
    total = dict.fromkeys(names, 0)
    for cluster in expected:
        sheets = both.get(cluster, {})
        if set(sheets) != {1, 2} or sheets[1].figures != sheets[2].figures:
            return None
        for name in names:
            total[name] += sheets[1].figures[name]
    return total


def names_chosen(meeting: Meeting, what: Chosen) -> list[str]:
    """Whom the meeting chose last as its secretary or its tellers; nobody before it did. One query."""
    found = Choice.objects.filter(meeting=meeting, what=what.value).order_by("-pk").first()
    return list(found.names) if found else []


def present_by_cluster(meeting: Meeting) -> dict[int | None, int]:
    """How many households are ticked in each cluster; under None in the whole village. Two queries."""
    present = present_numbers(meeting)
    found: dict[int | None, int] = {None: len(present)}
    for cluster, entry in meeting.seats.values_list(F("cluster_id"), F("entry_id")):
        found[cluster] = found.get(cluster, 0) + (entry in present)
    return found
