"""A citation as somebody typed it, put into the official form, and the order in which citations stand.

Decree 30/2020 Appendix II part V: from the smallest unit to the largest without commas; điểm and khoản in small
letters, Điều and the units above it with a capital; several articles together are "các điều".
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from typing import Final

from lawcore.answers import Refused, impossible
from lawcore.provisions.citations import numbers_through
from lawcore.vietnamese import POINT_LETTERS, nfc

LEVELS: Final = ("đoạn", "điểm", "khoản", "Điều", "Tiểu mục", "Mục", "Chương", "Phần")
"""From the smallest to the largest."""
_BY_WORD: Final[Mapping[str, str]] = MappingProxyType({level.lower(): level for level in LEVELS})

_ARABIC: Final = re.compile(rf"\d{{1,4}}[{POINT_LETTERS}]?")
_POINT: Final = re.compile(r"[^\W\d_]|\d{1,2}(?:\.\d{1,2})*")
_ROMAN: Final = re.compile(rf"[IVXLC]+|\d{{1,3}}[{POINT_LETTERS}]?")
_NUMBER: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    dict.fromkeys(LEVELS, _ARABIC) | {"điểm": _POINT, "Mục": _ROMAN, "Chương": _ROMAN, "Phần": _ROMAN}
)
_ROMAN_VALUES: Final[Mapping[str, int]] = MappingProxyType({"I": 1, "V": 5, "X": 10, "L": 50, "C": 100})

_SHORT: Final = re.compile(r"Đ(\d+[a-zđ]?)(?:k(\d+)([a-zđ])?)?(?:¶(\d+))?")
_DOCUMENT: Final = re.compile(
    r"(?P<of>của )?(?P<name>(?:hiến pháp|bộ luật|luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư|chỉ thị|"
    r"quy chế|quy định|quy ước|hương ước|điều lệ|phụ lục|văn bản)(?!\w).*)",
    re.IGNORECASE,
)
_TOKEN: Final = re.compile(r"tiểu mục|[^\s,;.]+(?:\.\d+)*", re.IGNORECASE)
_DASH: Final = re.compile(r"\s*[-–]\s*")
THIS: Final = "này"
_AND: Final = frozenset({"các", "từ", "và", "hoặc"})


@dataclass(slots=True)
class _Unit:
    """One level with its numbers, and whether its word stood before each: "điểm a và điểm c"."""

    level: str
    numbers: list[str] = field(default_factory=list)
    repeated: bool = False

    def __str__(self) -> str:
        if len(self.numbers) == 1:
            return f"{self.level} {self.numbers[0]}"
        *others, last = (f"{self.level} {number}" if self.repeated else number for number in self.numbers)
        return ("" if self.repeated else f"các {self.level.lower()} ") + f"{', '.join(others)} và {last}"


def official(citation: str) -> str:
    """The official form: "điểm d, khoản 1, Điều 12" → "điểm d khoản 1 Điều 12"; "Đ12k1đ" → "điểm đ khoản 1 Điều 12".

    Units may come in any order, and the numbers of one unit too. Refused for what cites nothing, for what cites two
    places at once, and for a point numbered f, j, w or z.
    """
    units, document = _read(citation)
    return " ".join(filter(None, (*map(str, units), document)))


def in_order(citations: Iterable[str]) -> list[str]:
    """Citations in official form, as their provisions follow one another: Điều 11, khoản 1 Điều 11, Điều 11a, Điều 12.

    Those of one document stand together; a citation of several provisions stands where its first one does.
    """
    return [text for _, text in sorted((_place(citation), official(citation)) for citation in citations)]


def _place(citation: str) -> tuple[str, tuple[tuple[int, ...], ...]]:
    units, document = _read(citation)
    first = {unit.level: _rank(unit.level, unit.numbers[0]) for unit in units}
    # Articles are numbered through the whole document, so they come before the units above them.
    levels = ("Điều", "khoản", "điểm", "đoạn", "Phần", "Chương", "Mục", "Tiểu mục")
    return document.removeprefix("của "), tuple(first.get(level, ()) for level in levels)


def _read(citation: str) -> tuple[list[_Unit], str]:
    """The units from the smallest to the largest, and the words that name the document."""
    text = _spelt_out(" ".join(nfc(citation).split()))
    document = _DOCUMENT.search(text)
    units = list(_units(text[: document.start()] if document else text, citation))
    levels = {unit.level for unit in units}
    if not units or len(levels) < len(units) or not all(unit.numbers for unit in units):
        raise _unreadable(citation)
    for unit in units:
        unit.numbers = sorted(set(unit.numbers), key=partial(_rank, unit.level))
    units.sort(key=lambda unit: LEVELS.index(unit.level))
    return units, _named(document) if document else ""


def _named(document: re.Match[str]) -> str:
    name = document["name"].rstrip(" .,;")
    return (document["of"] or "").lower() + name[0].upper() + name[1:]


def _spelt_out(text: str) -> str:
    """The text, or the words that a short form like Đ12k1a stands for."""
    short = _SHORT.fullmatch(text)
    if not short:
        return text
    numbers = zip(("Điều", "khoản", "điểm", "đoạn"), short.groups(), strict=True)
    return " ".join(f"{level} {number}" for level, number in numbers if number)


def _units(text: str, citation: str) -> Iterator[_Unit]:
    unit, through = None, False
    for token in _TOKEN.findall(_DASH.sub(" đến ", text)):
        word = token.lower()
        level = _BY_WORD.get(word)
        if level and unit and unit.level == level:
            unit.repeated = True
        elif level:
            unit = _Unit(level)
            yield unit
        elif word == "đến":
            through = True
        elif word not in _AND:
            if not unit:
                raise _unreadable(citation)
            unit.numbers += _numbers(unit, token, citation, through=through)
            through = False


def _numbers(unit: _Unit, token: str, citation: str, *, through: bool) -> list[str]:
    """The number that a word is, with those between the one before and it after "đến"."""
    number = token.upper() if _NUMBER[unit.level] is _ROMAN and not token[0].isdigit() else token.lower()
    if token.lower() == THIS:
        return [THIS]
    if not _NUMBER[unit.level].fullmatch(number):
        raise _unreadable(citation)
    if unit.level == "điểm" and number.isalpha() and number not in POINT_LETTERS:
        raise impossible(
            f"Chữ “{number}” không dùng để đánh số điểm. Các chữ được dùng, theo thứ tự: {', '.join(POINT_LETTERS)}.",
            allowed=POINT_LETTERS,
        )
    if through and unit.numbers:
        return list(numbers_through(unit.numbers[-1], number))
    return [number]


def _rank(level: str, number: str) -> tuple[int, ...]:
    """Where a number stands among those of its level: 11, 11a, 11đ, 12; d, đ, e; IX, X."""
    if number == THIS:
        return (0,)
    if level == "điểm" and number.isalpha():
        return (POINT_LETTERS.index(number),)
    if number.isalpha():
        return (_roman(number),)
    if number[-1].isalpha():
        return (int(number[:-1]), POINT_LETTERS.find(number[-1]) + 1)
    return tuple(map(int, number.split(".")))


def _roman(number: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in number]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


def _unreadable(citation: str) -> Refused:
    return impossible(
        f"Không đọc được trích dẫn “{citation}”. Nêu một chỗ, từ nhỏ đến lớn, ví dụ: điểm a khoản 1 Điều 12.",
        allowed=("điểm a khoản 1 Điều 12",),
    )
