"""Which periods a duty has in a year, and the last day to report each. Computed each time; stored nowhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dienhong.programmes.models import Duty, Programme
from lawcore.timelimits import Every

MONTHS: Mapping[str, int] = {
    Every.MONTH: 1,
    Every.QUARTER: 3,
    Every.HALF_YEAR: 6,
    Every.YEAR: 12,
    Every.CONTINUOUS: 12,  # owed at any time, so asked after once a year
    "": 12,
}
MONTHS_OF_A_YEAR = 12
QUARTERS = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends belonging to it."""

    start: date
    end: date

    @property
    def name(self) -> str:
        """ "Tháng 3/2026", "Quý II/2026", "6 tháng đầu năm 2026", "Năm 2026"; otherwise its two days."""
        year, first = self.start.year, self.start.month
        months = self.end.month - first + 1
        if self != Period(date(year, first, 1), _last_day(year, first + months - 1)):
            return f"{self.start:%d/%m/%Y} – {self.end:%d/%m/%Y}"
        match months:
            case 1:
                return f"Tháng {first}/{year}"
            case 3 if first % 3 == 1:
                return f"Quý {QUARTERS[first // 3]}/{year}"
            case 6 if first in {1, 7}:
                return f"6 tháng {'đầu' if first == 1 else 'cuối'} năm {year}"
            case 12:
                return f"Năm {year}"
            case _:
                return f"{self.start:%d/%m/%Y} – {self.end:%d/%m/%Y}"


def periods(every: str, *, year: int) -> Iterator[Period]:
    """The whole periods of a calendar year, in order. What is owed continuously is asked after once a year."""
    step = MONTHS[every]
    for first in range(1, MONTHS_OF_A_YEAR + 1, step):
        yield Period(date(year, first, 1), _last_day(year, first + step - 1))


def period_of(every: str, *, on: date) -> Period:
    """The period in which this day lies."""
    return next(period for period in periods(every, year=on.year) if period.start <= on <= period.end)


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
    return due_on(every=duty.every, by_date=duty.by_date, period_end=period_end, windows=windows)


def _last_day(year: int, month: int) -> date:
    following = date(year + month // MONTHS_OF_A_YEAR, month % MONTHS_OF_A_YEAR + 1, 1)
    return following - timedelta(days=1)
