"""Which periods a duty has in a year, and the last day to report each. Computed each time; stored nowhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_noop

from dienhong.programmes.models import Duty, Programme
from lawcore.indicators import periods as law
from lawcore.timelimits import Every

# How the law's labels of periods begin; the year or "III/2026" follows after a space.
_BEGINNINGS = (
    gettext_noop("tháng"),
    gettext_noop("quý"),
    gettext_noop("6 tháng đầu năm"),
    gettext_noop("6 tháng cuối năm"),
    gettext_noop("năm"),
)


def in_words(period: law.Period) -> str:
    """A whole period as a line begins with it: "Quý II/2026", "6 tháng đầu năm 2026"."""
    beginning, _space, rest = period.label.rpartition(" ")
    return capfirst(f"{gettext(beginning)} {rest}")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends belonging to it."""

    start: date
    end: date

    @property
    def name(self) -> str:
        """Its name ("Quý II/2026", "6 tháng đầu năm 2026"); otherwise its two days."""
        for every in (Every.MONTH, Every.QUARTER, Every.HALF_YEAR, Every.YEAR):
            whole = law.period_on(every, self.start)
            if (whole.first_day, whole.last_day) == (self.start, self.end):
                return in_words(whole)
        return f"{self.start:%d/%m/%Y} – {self.end:%d/%m/%Y}"


def periods(every: str, *, year: int) -> Iterator[Period]:
    """The whole periods of a year, in order. What is owed continuously or once is asked after over the year."""
    for whole in law.periods_of(Every(every) if every else None, year):
        yield Period(whole.first_day, whole.last_day)


def period_of(every: str, *, on: date) -> Period:
    """The period in which this day lies."""
    whole = law.period_on(Every(every) if every else None, on)
    return Period(whole.first_day, whole.last_day)


def periods_of(duty: Duty, *, year: int) -> Iterator[Period]:
    """The periods in which a duty is owed in a year: none before the programme opens or after it closes.

    A duty "by a date" is owed once, in the year of that date.
    """
    programme = duty.programme
    if duty.by_date is not None and not duty.every:
        if duty.by_date.year == year:
            yield Period(min(max(date(year, 1, 1), programme.opens_on), duty.by_date), duty.by_date)
        return
    for period in periods(duty.every, year=year):
        ends_before = period.end < programme.opens_on
        begins_after = programme.closes_on is not None and period.start > programme.closes_on
        if not ends_before and not begins_after:
            yield period


def windows_of(programme: Programme) -> dict[str, int]:
    """How many days after a period's last day the programme wants its report, by recurrence. One query."""
    return dict(programme.windows.values_list("every", "days_after_end"))


def due_on(*, every: str, by_date: date | None, period_end: date, windows: Mapping[str, int]) -> date:
    """The last day to report: the duty's own day, else the period's last day moved by the programme's window."""
    if by_date is not None and not every:
        return by_date
    return period_end + timedelta(days=windows.get(every or Every.YEAR, 0))


def due_of(duty: Duty, *, period_end: date, windows: Mapping[str, int]) -> date:
    """The last day to report the period that ends on `period_end`; `windows` are those of the duty's programme."""
    return due_on(every=duty.every, by_date=duty.by_date, period_end=period_end, windows=windows)
