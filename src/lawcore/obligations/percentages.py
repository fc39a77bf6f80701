"""Percentages as a Vietnamese text states them, in figures or in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lawcore.obligations.model import Comparison

_FIGURE = r"\d{1,3}(?:[.,]\d+)?"
_SIGN = r"(?:%|％|phần\s+trăm\b)"
_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_WORD = rf"(?:{'|'.join(_DIGITS)}|mười|mươi|trăm|linh|lẻ)"
_WORDS = rf"{_WORD}(?:\s+{_WORD}){{0,6}}"
_PERCENTAGE = re.compile(
    rf"""
    (?:(?P<low>{_FIGURE})\s*(?:{_SIGN})?\s*(?:-|–|—|đến)\s*)?
    (?<![\d/])(?P<figure>{_FIGURE})\s*{_SIGN}
    | \b(?P<words>{_WORDS}?)\s+phần\s+trăm\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MORE_THAN = re.compile(r"(?:\btrên|\bhơn|\bvượt)\s+(?:mức\s+)?$", re.IGNORECASE)
_AT_MOST = re.compile(r"(?:\bdưới|\bkhông\s+quá|\bkhông\s+vượt\s+quá|\btối\s+đa)\s+(?:mức\s+)?$", re.IGNORECASE)
_LOOK_BACK = 40  # characters that hold the words comparing a percentage
_UPWARDS = re.compile(r"\s*trở\s+lên", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Percentage:
    """`value` is the percentage, the lower end of a range whose upper end is `upto`."""

    value: Decimal
    upto: Decimal | None
    comparison: Comparison
    start: int
    end: int


def percentages(text: str) -> Iterator[Percentage]:
    """Each percentage stated, in the order of the text; a range is one: "80 - 90%", "80% đến 90%"."""
    for found in _PERCENTAGE.finditer(text):
        words = found["words"]
        high = _number_in_words(words) if words else _number(found["figure"])
        low = _number(found["low"]) if found["low"] else None
        yield Percentage(
            value=high if low is None else low,
            upto=None if low is None else high,
            comparison=_comparison(text, found),
            start=found.start(),
            end=found.end(),
        )


def _number(figure: str) -> Decimal:
    return Decimal(figure.replace(",", "."))


def _number_in_words(words: str) -> Decimal:
    """Numbers up to 999: "một trăm", "chín mươi lăm", "mười hai", "một trăm linh năm"."""
    total = unit = 0
    for word in words.lower().split():
        if word in _DIGITS:
            unit = _DIGITS[word]
        elif word == "trăm":
            total, unit = total + unit * 100, 0
        elif word in {"mười", "mươi"}:
            total, unit = total + (unit or 1) * 10, 0
    return Decimal(total + unit)


def _comparison(text: str, found: re.Match[str]) -> Comparison:
    before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
    if _AT_MOST.search(before):
        return Comparison.AT_MOST
    more = _MORE_THAN.search(before) and not _UPWARDS.match(text, found.end())
    return Comparison.MORE_THAN if more else Comparison.AT_LEAST
