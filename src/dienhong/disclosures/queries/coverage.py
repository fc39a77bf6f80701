"""How much of what was due was disclosed, in time and in every way: one count, grouped as one asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import Case, Count, F, Min, Q, QuerySet, Value, When
from django.db.models.functions import ExtractMonth, ExtractYear

from dienhong.disclosures.models import Disclosure, Item
from dienhong.disclosures.queries.clock import (
    DONE,
    FULL,
    OWED,
    RECORDED_LATE_AFTER,
    disclosures,
    over,
    still_counted,
)
from dienhong.disclosures.results import Counted
from dienhong.registry.models import Locality, Organization

Units = Iterable[Organization]


@dataclass(frozen=True, slots=True)
class Figures:
    """Of what was due before a day, how many count as each `Counted`; `idle`: contents of a plan never opened.

    `recorded_late` are those of `on_time`, `short` and `early` that were out in time by what is claimed, while every
    claim of it was recorded more than a day after its own day.
    """

    on_time: int = 0
    late: int = 0
    short: int = 0
    early: int = 0
    not_again: int = 0
    unknown: int = 0
    idle: int = 0
    recorded_late: int = 0

    @property
    def total(self) -> int:
        return self.on_time + self.late + self.short + self.early + self.not_again + self.unknown

    @property
    def share(self) -> Fraction | None:
        """In time and in every way, over everything due; None when nothing was due."""
        return Fraction(self.on_time, self.total) if self.total else None

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(*(getattr(self, name) + getattr(other, name) for name in Figures.__slots__))


@dataclass(frozen=True, slots=True)
class Overdue:
    """What is overdue of one group: how many, and the earliest last day among them."""

    key: int | None
    name: str
    place: str
    count: int
    oldest: date


def due(units: Units, *, on: date, first: date | None = None, last: date | None = None) -> QuerySet[Disclosure]:
    """What was due before the day `on`, of these days where given: each with `counted` and `is_recorded_late`."""
    return falling_due(units, first=first, last=last).filter(over(on))


def falling_due(units: Units, *, first: date | None = None, last: date | None = None) -> QuerySet[Disclosure]:
    """The same, of these days, whether they are over or not: how it counts would it be over."""
    found = Disclosure.objects.filter(still_counted(), plan__organization__in=units)
    if first:
        found = found.filter(due_on__gte=first)
    if last:
        found = found.filter(due_on__lte=last)
    return found.annotate(
        counted=_counted(),
        is_recorded_late=Case(When(_recorded_late(), then=Value(value=True)), default=Value(value=False)),
    )


def tally(found: QuerySet[Disclosure], *by: str) -> dict[tuple[Any, ...], Figures]:
    """The figures of what `due` found, grouped by these columns; by none: one group, (). One query."""
    rows = found.order_by().values_list(*by, "counted", "is_recorded_late").annotate(n=Count("*"))
    figures: dict[tuple[Any, ...], Figures] = {}
    for *key, counted, is_late, n in rows:
        add = Figures(**{counted: n}, recorded_late=n if is_late else 0)
        figures[tuple(key)] = figures.get(tuple(key), Figures()) + add
    return figures


def counting_as(found: QuerySet[Disclosure], word: str) -> QuerySet[Disclosure]:
    """Those of what `due` found that count as this `Counted`."""
    return found.filter(Q(counted=word))


def recorded_late(found: QuerySet[Disclosure]) -> QuerySet[Disclosure]:
    """Those of what `due` found that were out in time by what is claimed, and recorded late."""
    return found.filter(Q(is_recorded_late=True))


def by_content(found: QuerySet[Disclosure]) -> dict[tuple[str, int], Figures]:
    """By kind of publisher and number of the content in its article."""
    return dict(sorted(tally(found, "plan__kind", "item__number").items()))


def by_organization(found: QuerySet[Disclosure]) -> dict[tuple[int, str, str, str], Figures]:
    """By organization: its id, its name, the word and the name of its place."""
    unit = "plan__organization"
    return tally(found, unit, f"{unit}__name", f"{unit}__locality__word", f"{unit}__locality__name")


def by_month(found: QuerySet[Disclosure]) -> dict[tuple[int, int], Figures]:
    """By year and month of the last day; quarters and halves are sums of months."""
    months = found.annotate(due_year=ExtractYear("due_on"), due_month=ExtractMonth("due_on"))
    return tally(months, "due_year", "due_month")


def figures(units: Units, *, on: date, year: int) -> Figures:
    """Counted over what was due before the day `on` in the plans of a year. Two queries."""
    counted = tally(due(units, on=on).filter(plan__year=year)).get((), Figures())
    idle = Item.objects.filter(
        plan__organization__in=units, plan__year=year, removed_on__isnull=True, disclosures__isnull=True
    ).count()
    return counted + Figures(idle=idle)


def figures_of(place: Locality, *, on: date, year: int) -> Figures:
    """Those of the committee of a commune."""
    return figures(place.organizations.filter(kind=Organization.Kind.COMMITTEE), on=on, year=year)


def in_order(found: QuerySet[Disclosure]) -> QuerySet[Disclosure, int]:
    """The ids of what `due` found, the longest due first: an index alone answers, for a province too."""
    return found.order_by("due_on", "pk").values_list("pk", flat=True)


def listed(found: QuerySet[Disclosure]) -> QuerySet[Disclosure]:
    """What `due` found, with what a list shows beside it, the longest due first."""
    return (
        found.select_related("item__plan__organization__locality", "item__owner__person", "village")
        .order_by("due_on", "pk")
        .prefetch_related(FULL)
    )


def overdue(units: Units, *, on: date) -> QuerySet[Disclosure]:
    """What is owed after its last day, by owner, the longest overdue first."""
    found = disclosures().select_related("item__owner__person").filter(_is_overdue(units, on))
    return found.order_by(F("item__owner__title").asc(nulls_last=True), "item__owner", "due_on", "pk")


def overdue_by_owner(units: Units, *, on: date) -> list[Overdue]:
    """Whose it is: by post, what nobody was given last of equals. One query."""
    return _overdue(units, on, "item__owner", "item__owner__title", "item__owner__person__name")


def overdue_by_organization(units: Units, *, on: date) -> list[Overdue]:
    """By organization. One query."""
    unit = "plan__organization"
    return _overdue(units, on, unit, f"{unit}__name", f"{unit}__locality__name")


def _overdue(units: Units, on: date, *columns: str) -> list[Overdue]:
    rows = Disclosure.objects.filter(_is_overdue(units, on)).order_by().values_list(*columns)
    counted = rows.annotate(n=Count("*"), oldest=Min("due_on"))
    found = [Overdue(key, name or "", place or "", n, oldest) for key, name, place, n, oldest in counted]
    return sorted(found, key=lambda each: (-each.count, each.oldest, each.key is None, each.name))


def _is_overdue(units: Units, on: date) -> Q:
    return over(on) & Q(plan__organization__in=units, is_closed=False, stage__in=OWED)


def _counted() -> Case:
    """One word for each, in the database, so that it holds for a province: from the row alone."""
    return Case(
        When(public_on__isnull=True, stage="changed", then=Value(Counted.NOT_AGAIN)),
        When(public_on__isnull=True, is_down_early=True, then=Value(Counted.EARLY)),
        When(public_on__isnull=True, is_told=True, then=Value(Counted.SHORT)),
        When(public_on__isnull=True, then=Value(Counted.UNKNOWN)),
        When(public_on__gt=F("due_on"), then=Value(Counted.LATE)),
        When(~Q(stage__in=DONE) & Q(is_down_early=True), then=Value(Counted.EARLY)),
        When(is_whole=False, then=Value(Counted.SHORT)),
        default=Value(Counted.ON_TIME),
    )


def _recorded_late() -> Q:
    """In time by what is claimed, and no claim of it was recorded on its day or the day after."""
    is_late = Q(told_after__gt=RECORDED_LATE_AFTER) | Q(told_after__isnull=True)
    return Q(public_on__lte=F("due_on")) & is_late
