"""The programme at a glance: targets with their three numbers, duties, months, places. Reads counted rows only.

The number of queries does not depend on how many organizations or tasks there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Case, F, FilteredRelation, IntegerField, Q, Sum, Value, When
from django.db.models.expressions import Expression
from django.utils.translation import gettext

from dienhong.programmes.models import (
    Duty,
    DutyStanding,
    Indicator,
    IndicatorStanding,
    PlaceStanding,
    Programme,
    Run,
    Target,
)
from dienhong.programmes.queries.families import NAMES, Register
from lawcore import indicators as law
from lawcore.indicators import FAMILIES

STAGES = ("open", "submitted", "returned", "done", "unmet")


@dataclass(frozen=True, slots=True)
class Counts:
    """Tasks by where they stand. `overdue` are those of `open` and `returned` whose last day is over."""

    open: int = 0
    submitted: int = 0
    returned: int = 0
    done: int = 0
    unmet: int = 0
    overdue: int = 0

    @property
    def total(self) -> int:
        return self.open + self.submitted + self.returned + self.done + self.unmet

    @property
    def waiting(self) -> int:
        """Not known yet: nothing reported, or what was reported is not accepted."""
        return self.open + self.submitted + self.returned

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator with its three numbers in the year's last counted period; None while nothing is counted."""

    indicator: Indicator
    standing: IndicatorStanding | None

    @property
    def name(self) -> str:
        """Its family and the register it is counted over, in words."""
        family = FAMILIES.get(self.indicator.family)
        measured = gettext(family.name) if family else self.indicator.family
        return f"{measured} · {NAMES[Register(self.indicator.population)]}"

    @property
    def counts(self) -> law.Measure:
        return self.standing.counts if self.standing else law.Measure()

    @property
    def total(self) -> int:
        return self.counts.counted

    def verdict_on(self, target: Target) -> str:
        """What the counts say of the target, in words: "98/124, 15 chưa có số liệu: …"."""
        return self.counts.explain_verdict(target.share, target.comparison)


@dataclass(frozen=True, slots=True)
class TargetLine:
    target: Target
    measures: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True)
class DutyLine:
    duty: Duty
    counts: Counts


@dataclass(frozen=True, slots=True)
class MonthLine:
    """What falls due in a month; `first` is its first day."""

    first: date
    counts: Counts


@dataclass(frozen=True, slots=True)
class PlaceLine:
    place_id: int
    word: str
    name: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Dashboard:
    year: int
    targets: tuple[TargetLine, ...]
    duties: tuple[DutyLine, ...]
    months: tuple[MonthLine, ...]
    places: tuple[PlaceLine, ...]
    run: Run | None
    total: Counts = field(default_factory=Counts)


def of(programme: Programme, *, year: int, on: date) -> Dashboard:
    """Five queries."""
    by_duty, months = _duty_counts(programme, year=year, on=on)
    duties = programme.duties.filter(dropped_on__isnull=True).select_related("provision")
    lines = tuple(DutyLine(duty, by_duty.get(duty.pk, Counts())) for duty in duties.order_by("provision__order", "pk"))
    return Dashboard(
        year=year,
        targets=targets(programme, year=year),
        duties=lines,
        months=tuple(MonthLine(first, months[first]) for first in sorted(months)),
        places=places(programme, year=year, on=on),
        run=programme.runs.filter(year=year).order_by("-pk").first(),
        total=sum((line.counts for line in lines), Counts()),
    )


def targets(programme: Programme, *, year: int) -> tuple[TargetLine, ...]:
    """The live targets in the order of the text, each with the measures of its last counted period in the year."""
    rows = (
        programme.targets.filter(dropped_on__isnull=True).select_related("provision").order_by("provision__order", "pk")
    )
    measures: Mapping[int, list[Measure]] = defaultdict(list)
    for indicator, standing in _latest(programme, year=year):
        measures[indicator.target_id].append(Measure(indicator, standing))
    return tuple(TargetLine(target, tuple(measures.get(target.pk, ()))) for target in rows)


def _latest(programme: Programme, *, year: int) -> Iterable[tuple[Indicator, IndicatorStanding | None]]:
    """Every live indicator with its last counted period in the year, or None. One query."""
    in_year = Q(standings__period_start__gte=date(year, 1, 1), standings__period_start__lte=date(year, 12, 31))
    rows = (
        Indicator.objects.filter(target__programme=programme, dropped_on__isnull=True)
        .annotate(counted=FilteredRelation("standings", condition=in_year))
        .select_related("counted")  # type: ignore[misc]  # django-stubs does not know filtered relations
        .order_by("family", "pk", "counted__period_start")
    )
    # Django leaves the attribute away where the join found nothing; of each indicator the last row stays.
    return {row.pk: (row, getattr(row, "counted", None)) for row in rows}.values()


def _overdue(on: date) -> Expression:
    return Sum(Case(When(due_on__lt=on, then=F("open") + F("returned")), default=Value(0)), output_field=IntegerField())


def _duty_counts(programme: Programme, *, year: int, on: date) -> tuple[dict[int, Counts], dict[date, Counts]]:
    by_duty: dict[int, Counts] = defaultdict(Counts)
    by_month: dict[date, Counts] = defaultdict(Counts)
    rows = DutyStanding.objects.filter(
        duty__programme=programme,
        duty__dropped_on__isnull=True,
        period_start__year=year,
    ).values_list("duty_id", "due_on", *STAGES)
    for duty_id, due_on, *counted in rows:
        is_over = due_on < on
        counts = Counts(*counted, *([counted[0] + counted[2]] if is_over else []))
        by_duty[duty_id] += counts
        by_month[due_on.replace(day=1)] += counts
    return by_duty, by_month


def places(programme: Programme, *, year: int, on: date) -> tuple[PlaceLine, ...]:
    """The places directly below the programme's own, most overdue first."""
    rows = (
        PlaceStanding.objects.filter(programme=programme, year=year)
        .values_list("place_id", "place__word", "place__name")
        .annotate(*(), **{f"n_{name}": Sum(name) for name in STAGES}, n_overdue=_overdue(on))
        .order_by("-n_overdue", "place__search", "place_id")
    )
    return tuple(PlaceLine(pk, word, name, Counts(*counts)) for pk, word, name, *counts in rows)
