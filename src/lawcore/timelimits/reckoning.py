"""From an event to the last lawful day, and from an event back to the latest day before it."""

import calendar as gregorian
from dataclasses import dataclass
from datetime import date, timedelta

from lawcore.calendar import VIETNAM, Calendar
from lawcore.timelimits.periods import Period, Unit

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A day with how it was counted, in Vietnamese, and whether it rests on days not decided yet."""

    day: date
    because: str
    provisional: bool = False


def last_day(period: Period, since: date, *, calendar: Calendar = VIETNAM) -> Reckoned:
    """Civil Code art. 147, 148: the event's day is not counted; a last day that is off moves to the next worked."""
    reached = _after(period, since, calendar)
    day = reached
    while not calendar.is_working(day):
        day += ONE_DAY
    counted = f"{period} kể từ sau ngày {since:%d/%m/%Y} là ngày {reached:%d/%m/%Y}"
    moved = "" if day == reached else f"; rơi vào {calendar.why_off(reached)} nên chuyển sang ngày {day:%d/%m/%Y}"
    return Reckoned(day, f"{counted}{moved}.", calendar.is_provisional(since, day))


def latest_day(period: Period, before: date, *, calendar: Calendar = VIETNAM) -> Reckoned:
    """Convention: "at latest N days before": counted back from the event, which is not counted, and never moved."""
    if period.unit is Unit.WORKING_DAY:
        day, left = before, period.number
        while left:
            day -= ONE_DAY
            left -= calendar.is_working(day)
    else:
        day = _shifted(before, period, -1)
    because = f"Lùi lại {period} trước ngày {before:%d/%m/%Y}: chậm nhất là ngày {day:%d/%m/%Y}."
    return Reckoned(day, because, calendar.is_provisional(day, before))


def runs_to(period: Period, since: date) -> date:
    """Civil Code art. 148: the last day of a term, not moved; a day that the month lacks is the month's last."""
    return _shifted(since, period, 1)


def _after(period: Period, since: date, calendar: Calendar) -> date:
    if period.unit is not Unit.WORKING_DAY:
        return _shifted(since, period, 1)
    day, left = since, period.number
    while left:
        day += ONE_DAY
        left -= calendar.is_working(day)
    return day


def _shifted(day: date, period: Period, direction: int) -> date:
    number = period.number * direction
    if period.unit is Unit.DAY:
        return day + timedelta(days=number)
    months = number * (12 if period.unit is Unit.YEAR else 1)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, gregorian.monthrange(year, month + 1)[1]))
