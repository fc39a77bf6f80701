"""From an event to the last lawful day, and from an event back to the latest day before it."""

import calendar as gregorian
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from lawcore.answers import Counted, impossible
from lawcore.calendar import VIETNAM, Calendar
from lawcore.timelimits.periods import Period, Unit

ONE_DAY: Final = timedelta(days=1)
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199
"""Bounds of ours, not legal ones: a day outside is taken for a typing error."""

LONGEST: Final = 110_000
"""More days than these years hold: nothing longer is even tried."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A day with how it was counted, in Vietnamese, whether it may still change, and what was taken for granted.

    `counted` are the days themselves; None where a caller counts in a way of its own.
    """

    day: date
    because: str
    provisional: bool = False
    assumptions: tuple[str, ...] = ()
    counted: Counted | None = None


def last_day(period: Period, since: date, *, calendar: Calendar = VIETNAM) -> Reckoned:
    """Civil Code art. 147, 148: the event's day is not counted; a last day that is off moves to the next worked.

    Provisional where the result rests on days not decided yet: all that are counted for working days, otherwise only
    the last one and those it moves over. Refused for days outside 1900 to 2199.
    """
    reached = runs_to(period, since, calendar=calendar)
    says = f"{period} kể từ sau ngày {shown(since)} là ngày {shown(reached)}"
    working = period.unit is Unit.WORKING_DAY
    first_that_matters = since + ONE_DAY if working else reached
    counted = Counted(since, since + ONE_DAY, reached, working)
    if calendar.is_working(reached):
        notes = open_days(calendar, first_that_matters, reached)
        return Reckoned(reached, f"{says}.", bool(notes), notes, counted)
    day = calendar.workday_after(reached, 1)
    check_day(day)
    because = f"{says}; rơi vào {calendar.why_off(reached)} nên chuyển sang ngày {shown(day)}."
    notes = open_days(calendar, first_that_matters, day)
    return Reckoned(day, because, bool(notes), notes, counted)


def latest_day(period: Period, before: date, *, calendar: Calendar = VIETNAM) -> Reckoned:
    """Convention: "at latest N days before": counted back from the event, which is not counted, and never moved.

    Where that day is off, the explanation says to act earlier.
    """
    check_reach(period, before)
    working = period.unit is Unit.WORKING_DAY
    day = calendar.workday_before(before, period.number) if working else _shifted(before, period, -1)
    check_day(day)
    because = f"{period} trước ngày {shown(before)} là ngày {shown(day)}."
    if off := calendar.why_off(day):
        because += f" Ngày này là {off}, nên làm xong trước đó."
    notes = open_days(calendar, day, before - ONE_DAY) if working else ()
    return Reckoned(day, because, bool(notes), notes, Counted(before, day, before - ONE_DAY, working))


def open_days(calendar: Calendar, first: date, last: date) -> tuple[str, ...]:
    """What an answer that counts these days takes for granted of one not decided yet; nothing without such a day."""
    day = calendar.first_open(first, last)
    if day is None:
        return ()
    counted = "ngày làm việc" if calendar.is_working(day) else "ngày nghỉ"
    return (f"Ngày {shown(day)} nghỉ hay làm việc chưa được quyết định, hoặc chưa đối chiếu; tạm tính là {counted}.",)


def runs_to(period: Period, since: date, *, calendar: Calendar = VIETNAM) -> date:
    """Civil Code art. 148: the last day of a term, not moved; a day that the month lacks is the month's last."""
    check_reach(period, since)
    if period.unit is Unit.WORKING_DAY:
        day = calendar.workday_after(since, period.number)
    else:
        day = _shifted(since, period, 1)
    check_day(day)
    return day


def shown(day: date) -> str:
    """A day as officials write it: 05/09/2026."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def check_day(day: date) -> None:
    """Refuses a day before 1900 or after 2199."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _outside(f"Ngày {shown(day)}")


def check_year(year: int) -> None:
    """Refuses a year before 1900 or after 2199."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _outside(f"Năm {year}")


def check_reach(period: Period, day: date) -> None:
    """Refuses a day out of bounds and a period longer than all the years between them."""
    check_day(day)
    if period.number > LONGEST:
        raise _outside(f"Thời hạn {period}")


def _outside(what: str) -> Exception:
    return impossible(
        f"{what} vượt ra ngoài khoảng tính được, từ năm {FIRST_YEAR} đến năm {LAST_YEAR}. Kiểm tra lại số đã nhập.",
        allowed=(f"{FIRST_YEAR}…{LAST_YEAR}",),
    )


def _shifted(day: date, period: Period, direction: int) -> date:
    number = period.number * direction
    if period.unit is Unit.DAY:
        return day + timedelta(days=number)
    months = number * (12 if period.unit is Unit.YEAR else 1)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    check_year(year)
    return date(year, month + 1, min(day.day, gregorian.monthrange(year, month + 1)[1]))
