"""A statutory period: a number of working days, calendar days, months or years."""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a period counts in. WORKING_DAY skips weekly rest and public holidays."""

    WORKING_DAY = "working-day"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"

    @property
    def words(self) -> str:
        """In Vietnamese: "ngày làm việc"."""
        return _WORDS[self]


_WORDS = {Unit.WORKING_DAY: "ngày làm việc", Unit.DAY: "ngày", Unit.MONTH: "tháng", Unit.YEAR: "năm"}


@dataclass(frozen=True, slots=True)
class Period:
    """So many of a unit, at least one."""

    number: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.number} {self.unit.words}"


def working_days(number: int) -> Period:
    return Period(number, Unit.WORKING_DAY)


def days(number: int) -> Period:
    return Period(number, Unit.DAY)


def months(number: int) -> Period:
    return Period(number, Unit.MONTH)


def years(number: int) -> Period:
    return Period(number, Unit.YEAR)
