"""Public holidays of a year, and the days in lieu of those that fall on weekly rest."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, TypeVar

from lawcore.calendar.decided import Decision
from lawcore.calendar.lunar import hung_kings_day
from lawcore.dated import Dated, Version

Value = TypeVar("Value")

ONE_DAY: Final = timedelta(days=1)

TET: Final = "Tết Nguyên đán"
NATIONAL_DAY: Final = "Quốc khánh"
CULTURE_DAY: Final = "Ngày Văn hóa Việt Nam"

FIXED_DAYS: Final = Dated(
    Version(
        date(2021, 1, 1),
        (
            (1, 1, "Tết Dương lịch"),
            (4, 30, "Ngày Chiến thắng"),
            (5, 1, "Ngày Quốc tế Lao động"),
            (9, 2, NATIONAL_DAY),
        ),
        cite="Labour Code art. 112 cl. 1",
    )
)
"""Month, day and name. The year's decision adds the second day of National Day."""
TET_DAYS: Final = Dated(Version(date(2021, 1, 1), 5, cite="Labour Code art. 112 cl. 1"))
CULTURE_DAY_FIRST: Final = date(2026, 11, 24)
"""A day off every year from this one, by a resolution of the National Assembly of 2026 that is reported, not read here:
each 24 November is provisional, and a calendar can be made without it."""


class Kind(StrEnum):
    """Why nobody works. SWAPPED_OFF has another day worked for it."""

    PUBLIC_HOLIDAY = "public-holiday"
    IN_LIEU = "in-lieu"
    SWAPPED_OFF = "swapped-off"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off other than weekly rest, with its name in Vietnamese: "Giỗ Tổ Hùng Vương"."""

    on: date
    name: str
    kind: Kind

    @property
    def reason(self) -> str:
        """As it stands in a sentence: "Giỗ Tổ Hùng Vương", "ngày nghỉ bù Giỗ Tổ Hùng Vương"."""
        return self.name if self.kind is Kind.PUBLIC_HOLIDAY else f"ngày {self.name}"


def public_holidays(year: int, decision: Decision, *, culture_day: bool) -> tuple[Holiday, ...]:
    """Labour Code art. 112 cl. 1: the public holidays of a year, earliest first, also those on weekly rest.

    Years before the Code are told by its first list: the codes before it differ in the number of days of Tết and
    National Day only, which are provisional there as in every year not decided.
    """
    named = dict(_named(year, decision, culture_day=culture_day))
    return tuple(Holiday(day, name, Kind.PUBLIC_HOLIDAY) for day, name in sorted(named.items()))


def days_in_lieu(holidays: Iterable[Holiday], rest: Container[int], taken: Iterable[date]) -> Iterator[Holiday]:
    """Labour Code art. 111 cl. 3: for each holiday on weekly rest the next working day.

    `rest` are the weekdays of rest, Monday 0; `taken` further days off that cannot be a day in lieu.
    """
    holidays = tuple(holidays)
    off = {holiday.on for holiday in holidays} | set(taken)
    for holiday in holidays:
        if holiday.on.weekday() in rest:
            day = holiday.on
            while day in off or day.weekday() in rest:
                day += ONE_DAY
            off.add(day)
            yield Holiday(day, f"nghỉ bù {holiday.name}", Kind.IN_LIEU)


def _named(year: int, decision: Decision, *, culture_day: bool) -> Iterator[tuple[date, str]]:
    # A later name replaces an earlier one on the same day, as when Giỗ Tổ is 30 April.
    yield from ((decision.tet + number * ONE_DAY, TET) for number in range(_in_force(TET_DAYS, decision)))
    yield hung_kings_day(year), "Giỗ Tổ Hùng Vương"
    yield from ((date(year, month, day), name) for month, day, name in _in_force(FIXED_DAYS, decision))
    yield decision.beside_national_day, NATIONAL_DAY
    if culture_day and year >= CULTURE_DAY_FIRST.year:
        yield CULTURE_DAY_FIRST.replace(year=year), CULTURE_DAY


def _in_force(law: Dated[Value], decision: Decision) -> Value:
    """The value of a year, as it stands on its National Day."""
    return law.on(max(decision.beside_national_day, law.versions[0].since))
