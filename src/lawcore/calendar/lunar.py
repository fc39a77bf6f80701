"""The Vietnamese lunar calendar, worked out from the Moon and the Sun.

Words    new moon, major term, lunar year, leap month
Promise  a month begins on the day of the new moon as Hà Nội dates it (UTC+7); the month of the winter solstice is
         the eleventh; of thirteen months between two solstices the first without a major term is the leap month
Source   Jean Meeus, Astronomical Algorithms, 2nd ed., ch. 25 (the Sun to 0.01°) and ch. 49 (new moons to seconds)

Days before 1968 are told as this calendar would have told them; another one was printed then.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from math import floor, radians, sin
from typing import Final

_NOON_2000: Final = 2451545.0
"""Julian day of 1 January 2000, 12:00."""
_DAYS_TO_JULIAN: Final = 1721424.5
"""Julian day of an ordinal's midnight: `date.toordinal()` plus this."""
_HANOI: Final = 7 / 24
_MONTH: Final = 29.530588861
_FIRST_NEW_MOON: Final = 2451550.09766
"""The mean new moon of 6 January 2000, from which new moons are counted."""
_MONTHS_BETWEEN: Final = 12
"""Months between two solstices in a year without a leap month."""
_WINTER_SOLSTICE: Final = 9
"""Major terms are counted by 30° of the Sun's longitude; the solstice is at 270°."""

# Days to add to the mean new moon: coefficient, power of the eccentricity factor, multiples of the Sun's anomaly,
# the Moon's anomaly, the Moon's argument of latitude, the longitude of the Moon's node.
_INEQUALITIES: Final = (
    (-0.40720, 0, 0, 1, 0, 0),
    (0.17241, 1, 1, 0, 0, 0),
    (0.01608, 0, 0, 2, 0, 0),
    (0.01039, 0, 0, 0, 2, 0),
    (0.00739, 1, -1, 1, 0, 0),
    (-0.00514, 1, 1, 1, 0, 0),
    (0.00208, 2, 2, 0, 0, 0),
    (-0.00111, 0, 0, 1, -2, 0),
    (-0.00057, 0, 0, 1, 2, 0),
    (0.00056, 1, 1, 2, 0, 0),
    (-0.00042, 0, 0, 3, 0, 0),
    (0.00042, 1, 1, 0, 2, 0),
    (0.00038, 1, 1, 0, -2, 0),
    (-0.00024, 1, -1, 2, 0, 0),
    (-0.00017, 0, 0, 0, 0, 1),
    (-0.00007, 0, 2, 1, 0, 0),
    (0.00004, 0, 0, 2, -2, 0),
    (0.00004, 0, 3, 0, 0, 0),
    (0.00003, 0, 1, 1, -2, 0),
    (0.00003, 0, 0, 2, 2, 0),
    (-0.00003, 0, 1, 1, 2, 0),
    (0.00003, 0, -1, 1, 2, 0),
    (-0.00002, 0, -1, 1, -2, 0),
    (-0.00002, 0, 1, 3, 0, 0),
    (0.00002, 0, 0, 4, 0, 0),
)
# What the planets add: coefficient in days, degrees at the first new moon, degrees for each new moon since.
_PLANETS: Final = (
    (0.000325, 299.77, 0.107408),
    (0.000165, 251.88, 0.016321),
    (0.000164, 251.83, 26.651886),
    (0.000126, 349.42, 36.412478),
    (0.000110, 84.66, 18.206239),
    (0.000062, 141.74, 53.303771),
    (0.000060, 207.14, 2.453732),
    (0.000056, 154.84, 7.306860),
    (0.000047, 34.52, 27.261239),
    (0.000042, 207.19, 0.121824),
    (0.000040, 291.34, 1.844379),
    (0.000037, 161.72, 24.198154),
    (0.000035, 239.56, 25.513099),
    (0.000023, 331.55, 3.592518),
)


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day by the Moon: "mùng 10 tháng 3 năm 2026" is LunarDay(2026, 3, 10)."""

    year: int
    month: int
    day: int
    leap: bool = False


@dataclass(frozen=True, slots=True)
class _Month:
    first: date
    year: int
    number: int
    leap: bool


def new_year(year: int) -> date:
    """The first day of the lunar year that begins in this year: mùng 1 Tết."""
    return _first_of(year, 1)


def hung_kings_day(year: int) -> date:
    """Giỗ Tổ Hùng Vương: the tenth day of the third lunar month, never of a leap month."""
    return _first_of(year, 3) + timedelta(days=9)


def lunar_day(day: date) -> LunarDay:
    """The lunar date of a day."""
    months = (*_between_solstices(day.year), *_between_solstices(day.year + 1))
    month = max((month for month in months if month.first <= day), key=lambda month: month.first)
    return LunarDay(month.year, month.number, (day - month.first).days + 1, month.leap)


def _first_of(year: int, number: int) -> date:
    return next(month.first for month in _between_solstices(year) if month.number == number and not month.leap)


@cache
def _between_solstices(year: int) -> tuple[_Month, ...]:
    """The months from the eleventh of the lunar year before to the tenth of this one."""
    begin, end = _eleventh_month(year - 1), _eleventh_month(year)
    firsts = [_first_day(moon) for moon in range(begin, end + 1)]
    leap = _leap_month(firsts)
    return tuple(_numbered(firsts[:-1], leap, year))


def _numbered(firsts: list[date], leap: date | None, year: int) -> Iterator[_Month]:
    count = 9
    for first in firsts:
        count += first != leap
        into, number = divmod(count, 12)
        yield _Month(first, year - 1 + into, number + 1, first == leap)


def _leap_month(firsts: list[date]) -> date | None:
    """The first of thirteen months in which the Sun enters no new twelfth of its way; None in a year of twelve."""
    if len(firsts) <= _MONTHS_BETWEEN + 1:
        return None
    terms = [_major_term(first) for first in firsts]
    return next(first for first, term, following in zip(firsts, terms, terms[1:], strict=False) if term == following)


@cache
def _eleventh_month(year: int) -> int:
    """The number of the new moon that begins the month of the winter solstice of this year."""
    moon = floor((date(year, 12, 31).toordinal() + _DAYS_TO_JULIAN - _FIRST_NEW_MOON) / _MONTH)
    while _major_term(_first_day(moon)) >= _WINTER_SOLSTICE:
        moon -= 1
    return moon


def _first_day(moon: int) -> date:
    """The day, as Hà Nội dates it, of the new moon of this number."""
    return date.fromordinal(floor(_new_moon(moon) - _clock_drift(moon / 12.3685) + _HANOI - _DAYS_TO_JULIAN))


def _new_moon(moon: int) -> float:
    """When the Moon passes the Sun: Julian day in terrestrial time."""
    century = moon / 1236.85
    square = century * century
    factor = 1 - 0.002516 * century - 0.0000074 * square
    sun = 2.5534 + 29.10535670 * moon - 0.0000014 * square
    anomaly = 201.5643 + 385.81693528 * moon + 0.0107582 * square
    latitude = 160.7108 + 390.67050284 * moon - 0.0016118 * square
    node = 124.7746 - 1.56375588 * moon + 0.0020672 * square
    mean = _FIRST_NEW_MOON + _MONTH * moon + 0.00015437 * square
    moved = sum(
        size * factor**power * sin(radians(a * sun + b * anomaly + c * latitude + d * node))
        for size, power, a, b, c, d in _INEQUALITIES
    )
    return mean + moved + sum(size * sin(radians(start + rate * moon)) for size, start, rate in _PLANETS)


def _major_term(day: date) -> int:
    """The twelfth of the Sun's way in which it stands when the day begins in Hà Nội: 0 from the spring equinox."""
    midnight = day.toordinal() + _DAYS_TO_JULIAN - _HANOI
    return floor(_sun(midnight + _clock_drift((midnight - _NOON_2000) / 365.25)) / 30)


def _sun(julian: float) -> float:
    """The Sun's apparent longitude in degrees, 0 to 360."""
    century = (julian - _NOON_2000) / 36525
    square = century * century
    anomaly = radians(357.52911 + 35999.05029 * century - 0.0001537 * square)
    centre = (
        (1.914602 - 0.004817 * century) * sin(anomaly)
        + (0.019993 - 0.000101 * century) * sin(2 * anomaly)
        + 0.000289 * sin(3 * anomaly)
    )
    seen = -0.00569 - 0.00478 * sin(radians(125.04 - 1934.136 * century))
    return (280.46646 + 36000.76983 * century + 0.0003032 * square + centre + seen) % 360


def _clock_drift(years: float) -> float:
    """How far, in days, even-running time is ahead of the Earth's turning, so many years after 2000."""
    return (62.92 + 0.32217 * years + 0.005589 * years * years) / 86400
