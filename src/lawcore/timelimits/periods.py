"""A statutory period: a number of working days, calendar days, months or years."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from lawcore.answers import check_count


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


_WORDS: Final[Mapping[Unit, str]] = MappingProxyType(
    {Unit.WORKING_DAY: "ngày làm việc", Unit.DAY: "ngày", Unit.MONTH: "tháng", Unit.YEAR: "năm"}
)


@dataclass(frozen=True, slots=True)
class Period:
    """So many of a unit, at least one: Refused otherwise."""

    number: int
    unit: Unit

    def __post_init__(self) -> None:
        check_count(self.number, f"số {self.unit.words}", least=1)

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
