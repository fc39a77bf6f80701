"""Days as Vietnamese documents print them: ngày 18 tháng 12 năm 2025, 18/12/2025, or left blank."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple


class PrintedDay(NamedTuple):
    """A day in a text. `day` is None where it is blank ("ngày    tháng   năm 2025") or does not exist."""

    day: date | None
    blank: bool
    start: int
    end: int

    @property
    def impossible(self) -> bool:
        """A day that no calendar has: 31/4, 29/2/2025."""
        return self.day is None and not self.blank


_FIELD: Final = r"[\d.…_ ]{0,24}"
_DAY: Final = re.compile(
    rf"(?i:ngày)({_FIELD})(?i:tháng)({_FIELD})(?i:năm)([\d.…_ ]{{0,12}})"
    r"|(?<![\d/])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\5\s?(\d{4})(?![\d/])"
)
_DIGITS: Final = re.compile(r"\d+")


def days_in(text: str) -> Iterator[PrintedDay]:
    """Every day printed in the text, blank and impossible ones included, in order."""
    for match in _DAY.finditer(text):
        fields = (match[4], match[6], match[7]) if match[4] else (match[1], match[2], match[3])
        numbers = [_DIGITS.search(field) for field in fields]
        if all(numbers) and len(numbers[2][0]) == len("2025"):  # type: ignore[index]
            day, month, year = (int(number[0]) for number in numbers if number)
            yield PrintedDay(_day(year, month, day), blank=False, start=match.start(), end=match.end())
        else:
            yield PrintedDay(None, blank=True, start=match.start(), end=match.end())


def first_day(text: str) -> PrintedDay | None:
    """The first day printed in the text, or None."""
    return next(days_in(text), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
