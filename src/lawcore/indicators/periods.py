"""Reporting periods: a month, a quarter, half a year, a year; their days, names and report windows."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lawcore.timelimits import Every

_MONTHS = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.YEAR: 12}
_ROMAN = ("I", "II", "III", "IV")
_HALVES = ("6 tháng đầu năm", "6 tháng cuối năm")
_YEAR = 12


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The `number`-th month, quarter, half or whole of a year; numbers count from 1.

    `every` is never CONTINUOUS: what is owed at any time is judged over the year.
    """

    year: int
    number: int
    every: Every

    def __post_init__(self) -> None:
        if self.every not in _MONTHS:
            raise ValueError("A continuous duty has no period of its own: use the year")
        if not 1 <= self.number <= _YEAR // _MONTHS[self.every]:
            raise ValueError(f"There is no {self.every} number {self.number} in a year")

    @property
    def first_day(self) -> date:
        return date(self.year, (self.number - 1) * _MONTHS[self.every] + 1, 1)

    @property
    def last_day(self) -> date:
        month = self.number * _MONTHS[self.every]
        return date(self.year, month, monthrange(self.year, month)[1])

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    @property
    def label(self) -> str:
        """As an official report names it: "quý III/2026", "6 tháng đầu năm 2026", "năm 2026"."""
        match self.every:
            case Every.MONTH:
                return f"tháng {self.number}/{self.year}"
            case Every.QUARTER:
                return f"quý {_ROMAN[self.number - 1]}/{self.year}"
            case Every.HALF_YEAR:
                return f"{_HALVES[self.number - 1]} {self.year}"
            case _:
                return f"năm {self.year}"


def periods_of(every: Every | None, year: int) -> tuple[Period, ...]:
    """The periods of a recurrence inside a year. What is continuous or owed once is judged over the year."""
    unit = every if every in _MONTHS else Every.YEAR
    count = _YEAR // _MONTHS[unit]
    return tuple(Period(year, number, unit) for number in range(1, count + 1))


def period_on(every: Every | None, day: date) -> Period:
    """The period of a recurrence that holds a day."""
    return next(period for period in periods_of(every, day.year) if day in period)


@dataclass(frozen=True, slots=True)
class Window:
    """When the figures of a report close and when the report is due, as day and month of the period's last year.

    These are settings of a locality, not law: a province may close at 14 June and 14 December.
    A day that the month does not have means the month's last day.
    """

    month: int
    day: int

    def in_year(self, year: int) -> date:
        return date(year, self.month, min(self.day, monthrange(year, self.month)[1]))


def due_on(period: Period, *, window: Window | None = None, days_after: int = 0) -> date:
    """The last day to report on a period.

    With a window, its day in the period's year; without one, `days_after` days past the period's end.
    """
    if window is not None:
        return window.in_year(period.year)
    return period.last_day + timedelta(days=days_after)


def reminders(due: date, days_before: tuple[int, ...] = (14, 7, 1)) -> Iterator[date]:
    """The days on which to remind of a due day, earliest first."""
    for days in sorted(days_before, reverse=True):
        yield due - timedelta(days=days)
