"""Which units have closed their figures of which period, and what closing would mean."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from dienhong.programmes.models import Cell, Closing, Evidence, Programme
from dienhong.programmes.queries import calendar
from dienhong.programmes.queries.calendar import Period
from dienhong.registry.models import Organization
from lawcore.indicators import Measure
from lawcore.indicators import Period as WholePeriod

# As a measure counts them.
ORDER = (Cell.State.ACHIEVED, Cell.State.NOT_ACHIEVED, Cell.State.UNKNOWN, Cell.State.EXEMPT)


def closed_units(programme: Programme, period: WholePeriod) -> frozenset[int]:
    """The ids of the organizations whose figures of a period are closed. One query."""
    said = Closing.objects.filter(programme=programme, period_start=period.first_day, period_end=period.last_day)
    last = dict(said.order_by("pk").values_list("organization_id", "closes"))
    return frozenset(pk for pk, closes in last.items() if closes)


def last(programme: Programme, organization: Organization, period: Period) -> Closing | None:
    """What was said last of a unit's figures of a period."""
    said = Closing.objects.filter(programme=programme, organization=organization)
    return said.filter(period_start=period.start, period_end=period.end).order_by("-pk").first()


def closable_from(programme: Programme, period: Period, every: str) -> date:
    """The first day to close a period on: its last day, or the day its report is due where that is earlier."""
    windows = calendar.windows_of(programme)
    return min(period.end, calendar.due_on(every=every, by_date=None, period_end=period.end, windows=windows))


def waiting(organization: Organization, *, start: date, end: date) -> int:
    """How many records that speak of a unit or its people, done in these days, nobody has checked yet."""
    about = Q(organization=organization) | Q(entries__organization=organization)
    found = Evidence.objects.filter(about, stage=Evidence.Stage.SUBMITTED, effective_on__range=(start, end))
    return found.distinct().count()


@dataclass(frozen=True, slots=True)
class UnitPeriod:
    """A unit in a period: how it counts, what waits to be checked, what was said of its figures, newest first."""

    period: Period
    counts: Measure
    waiting: int
    closable_from: date
    said: tuple[Closing, ...]

    @property
    def key(self) -> str:
        """How the period is named in a form: "2026-01-01_2026-12-31"."""
        return f"{self.period.start.isoformat()}_{self.period.end.isoformat()}"

    @property
    def is_closed(self) -> bool:
        return bool(self.said) and self.said[0].closes


def of_unit(programme: Programme, organization: Organization, *, year: int) -> list[UnitPeriod]:
    """The periods of a year in which the unit is counted, in order. A handful of queries for each of few periods."""
    counted: dict[Period, Counter[str]] = defaultdict(Counter)
    recurrence: dict[Period, str] = {}
    cells = Cell.objects.filter(
        organization=organization,
        indicator__target__programme=programme,
        indicator__dropped_on__isnull=True,
        period_start__year=year,
    )
    for start, end, every, state in cells.values_list("period_start", "period_end", "indicator__every", "state"):
        counted[Period(start, end)][state] += 1
        recurrence[Period(start, end)] = every
    said: dict[Period, list[Closing]] = defaultdict(list)
    for row in Closing.objects.filter(programme=programme, organization=organization).order_by("-pk"):
        said[Period(row.period_start, row.period_end)].append(row)
    return [
        UnitPeriod(
            period,
            Measure(*(found[state] for state in ORDER)),
            waiting(organization, start=period.start, end=period.end),
            closable_from(programme, period, recurrence[period]),
            tuple(said[period]),
        )
        for period, found in sorted(counted.items(), key=lambda each: (each[0].start, each[0].end))
    ]
