"""Which days a later decision could still change.

Three kinds of days, and no others, so that an ordinary day of an undecided year is certain:

1. the windows of the two holidays whose days are chosen each year: from four days before the lunar year to seven days
   after its first, and 31 August to 5 September. Every choice made since 2013 lies inside, days in lieu and swaps too;
2. a bridge: one working day between a holiday and another day off, which is what swaps are made for;
3. the Saturdays up to nine days before or after such a window or break: one of them would be worked in exchange. Nine,
   because in 2026 the Saturday nine days before 31 August was.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from lawcore.calendar.holidays import ONE_DAY, Holiday
from lawcore.calendar.lunar import new_year

SATURDAY: Final = 5
_TET: Final = (timedelta(days=-4), timedelta(days=7))
_NATIONAL_DAY: Final = ((8, 31), (9, 5))
_EXCHANGED: Final = timedelta(days=9)


def undecided_days(year: int, holidays: Sequence[Holiday], is_working: Callable[[date], bool]) -> frozenset[date]:
    """The open days around the holidays of a year that nobody has decided; some may lie in the December before."""
    windows = tuple(_windows(year))
    days = {day for first, last in windows for day in _from_to(first, last)}
    bridges = set(_bridges(holidays, is_working)) - days
    breaks = [_break_around(bridge, is_working) for bridge in bridges]
    saturdays = {day for first, last in (*windows, *breaks) for day in _saturdays_near(first, last)}
    return frozenset(days | bridges | {day for day in saturdays if not is_working(day)})


def _windows(year: int) -> Iterator[tuple[date, date]]:
    tet = new_year(year)
    yield tet + _TET[0], tet + _TET[1]
    (first_month, first), (last_month, last) = _NATIONAL_DAY
    yield date(year, first_month, first), date(year, last_month, last)


def _bridges(holidays: Sequence[Holiday], is_working: Callable[[date], bool]) -> Iterator[date]:
    for holiday in holidays:
        for step in (-ONE_DAY, ONE_DAY):
            day = holiday.on + step
            if is_working(day) and not is_working(day + step):
                yield day


def _break_around(bridge: date, is_working: Callable[[date], bool]) -> tuple[date, date]:
    """The first and the last day off, were the bridge off too."""
    first = last = bridge
    while not is_working(first - ONE_DAY):
        first -= ONE_DAY
    while not is_working(last + ONE_DAY):
        last += ONE_DAY
    return first, last


def _saturdays_near(first: date, last: date) -> Iterator[date]:
    near = (*_from_to(first - _EXCHANGED, first - ONE_DAY), *_from_to(last + ONE_DAY, last + _EXCHANGED))
    return (day for day in near if day.weekday() == SATURDAY)


def _from_to(first: date, last: date) -> Iterator[date]:
    return (first + number * ONE_DAY for number in range((last - first).days + 1))
