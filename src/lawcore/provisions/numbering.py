"""Telling a label from a number in running text: where the numbering stands, what may come next."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from lawcore.provisions.labels import Label
from lawcore.provisions.model import Kind
from lawcore.vietnamese import POINT_LETTERS


class Before(NamedTuple):
    """What stands before a line: its last words, whether a sentence ends there, whether a gap follows.

    `full` says that the line above reaches the right margin, so that its sentence may go on.
    """

    tail: str
    ended: bool
    blank: bool
    full: bool

    def demands(self, kind: Kind) -> bool:
        """Whether the sentence above cannot end there, so that the number below belongs to it."""
        if self.ended or kind is Kind.BULLET:
            return False
        if _CITES.search(self.tail) and not _COUNTS.search(self.tail):
            return True
        return self.full and bool(_GOES_ON[kind].search(self.tail))


_CITES: Final = re.compile(r"(?:^|[\s(])(?:[Kk]hoản|[Đđ]iểm|[Đđ]iều|[Nn]gày|[Tt]háng)$")
_COUNTS: Final = re.compile(r"\b(?:số|các|những)\s+(?:(?:điểm|khoản|điều)(?:,|\svà)\s+){0,2}(?:điểm|khoản|điều)$")
_BEFORE_NUMBER: Final = re.compile(
    r"(?:^|[\s(])(?:[Mm]ục|[Cc]hương|số|quý|thứ|lần|từ|đến|và|hoặc|các|của|là|gồm|(?<!hằng )(?<!hàng )(?<!mỗi )năm)$"
)
_BEFORE_GROUP: Final = re.compile(
    r"(?:[,;]|(?:^|[\s(])(?:tại|của|theo|và|hoặc|các|từ|đến|với|khoản \d{1,3}|điểm [a-zđ]))$"
)
_GOES_ON: Final[Mapping[Kind, re.Pattern[str]]] = MappingProxyType(
    {
        Kind.POINT: re.compile(r"(?:^|[\s(])(?:và|hoặc)$"),
        Kind.CLAUSE: _BEFORE_NUMBER,
        **dict.fromkeys((Kind.ARTICLE, Kind.CHAPTER, Kind.SECTION, Kind.PART, Kind.SUBSECTION), _BEFORE_GROUP),
    }
)
_ROMAN: Final = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_DIGITS: Final = re.compile(r"\d+")
_FURTHEST_CLAUSE: Final = 10
_FURTHEST_POINT: Final = 3


class Numbering:
    """The numbers given so far. `confirm` answers with the label as a provision, or None for running text."""

    __slots__ = ("_article", "_checks", "_clause", "_clause_end", "_decimal", "_nested", "_point", "_roman")

    def __init__(self) -> None:
        self._article = 0
        self._roman = 0
        self._open_clauses()
        self._checks: Mapping[Kind, Callable[[Label, Before], Label | None]] = {
            Kind.BULLET: self._bullet,
            Kind.POINT: self._letter,
            Kind.CLAUSE: self._number,
            Kind.ARTICLE: self._article_number,
            **dict.fromkeys((Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION), self._group),
        }

    def confirm(self, label: Label, before: Before) -> Label | None:
        """The label, if its number follows those before it and the sentence before it is over."""
        if before.demands(label.kind):
            return None
        return self._checks[label.kind](label, before)

    def _bullet(self, label: Label, before: Before) -> Label | None:
        return label if before.ended or label.rest[0].isupper() or label.rest[0].isdigit() else None

    def _open_clauses(self) -> None:
        self._clause = 0
        self._clause_end = ""
        self._open_points()

    def _open_points(self) -> None:
        self._point = -1
        self._decimal = 0
        self._nested = 0

    def _group(self, label: Label, before: Before) -> Label | None:
        if label.printed[0] in "IVX":
            return self._roman_number(label)
        if not (label.sure or before.ended or before.blank):
            return None
        self._roman = 0
        self._open_clauses()
        return label

    def _article_number(self, label: Label, before: Before) -> Label | None:
        number = _integer(label.number)
        follows = number == self._article + 1 or (number == self._article and not label.number.isdigit())
        if not (before.ended or before.blank or (follows and label.sure)):
            return None
        if not follows and not label.sure:
            return None
        self._article = number
        self._roman = 0
        self._open_clauses()
        return label

    def _roman_number(self, label: Label) -> Label | None:
        value = _ROMAN.index(label.number) if label.number in _ROMAN else 0
        if value == 0 or value not in {1, self._roman + 1}:
            return None
        self._roman = value
        self._open_clauses()
        return label

    def _number(self, label: Label, before: Before) -> Label | None:
        number, end = _integer(label.number), label.printed[-1]
        inserted = not label.number.isdigit()
        if self._point >= 0 and end != self._clause_end and number == self._nested + 1:
            self._nested = number
            return label._replace(kind=Kind.POINT)
        follows = number == self._clause + 1 or (number == self._clause and inserted)
        if not follows and not (before.ended and number <= self._clause + _FURTHEST_CLAUSE):
            return None
        if not follows and label.rest and not label.rest[0].isupper():
            return None
        self._clause, self._clause_end = number, end
        self._open_points()
        return label

    def _decimal_point(self, label: Label, before: Before) -> Label | None:
        parts = label.number.split(".")
        last = int(parts[-1])
        if int(parts[0]) != self._clause or (last not in {1, self._decimal + 1} and not before.ended):
            return None
        if len(parts) == len(["1", "1"]):
            self._decimal = last
        self._point = -1
        return label

    def _letter(self, label: Label, before: Before) -> Label | None:
        if "." in label.number:
            return self._decimal_point(label, before)
        position = POINT_LETTERS.find(label.number[0])
        if position < 0 or (len(label.number) > 1 and not label.number[1].isdigit()):
            return None
        inserted = len(label.number) > 1
        step = position - self._point
        follows = step == 1 or (step == 0 and inserted)
        again = position == 0 and (before.ended or self._point < 0)
        skipped = label.sure and before.ended and 1 < step <= _FURTHEST_POINT
        repeated = label.sure and before.ended and step <= 0 and self._point >= 0
        if not (follows or again or skipped or repeated) or (not label.sure and not (follows or again)):
            return None
        self._point = position
        self._nested = 0
        return label


def _integer(number: str) -> int:
    match = _DIGITS.match(number)
    return int(match[0]) if match else 0
