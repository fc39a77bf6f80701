"""A text as a reader says it: every number, day, share and abbreviation that has one certain reading, in words."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Final

from lawcore.spoken.numbers import LARGEST, ROMAN_FORM, Zero, day, decimal, digits, month, number, roman
from lawcore.spoken.tables import ABBREVIATIONS, UNITS

_STARTS: Final = r"(?<![\w/.,-])"
_ENDS: Final = r"(?![\w/-]|[.,]\d)"
_NO_COUNT: Final = (
    r"(?:(?<!\d )|(?<=gày \d )|(?<=gày \d\d ))"  # "6 tháng 4 tuần" counts months, "ngày 6 tháng 4" does not
)
_YEAR: Final = r"(?:19|20)\d{2}"
_CODE: Final = r"[A-ZĐ]{1,8}[a-z]?\d{0,2}(?:[-–][A-ZĐ]{1,12}[a-z]{0,2}\d{0,2}){0,3}"
_COUNTED: Final = (
    "quý|chương|phần|mục|khóa|khoá|kỳ|đợt|thứ|nhóm|cấp|loại|vùng|khu vực|thế kỷ"  # what Roman numerals count
)
_WHOLES: Final = r"(?=\s(?:số|tổng|thành viên|đại biểu|cử tri|hộ|người|diện tích))"  # what a share is a share of
_NO_YEAR: Final = 2000  # a leap year, so that 29/2 is a day
_LONGEST: Final = 9  # digits in a row without dots; more of them are a code
_HOURS, _MINUTES = 24, 59
_SIGNS: Final = re.compile(r"[\d/@%&+=_<>²³]")
_SYLLABLE: Final = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[rl]?"
    r"[aăâeêioôơuưyà-ãè-íò-õùúýạ-ỹĩũ]{1,3}(?:ch|ng|nh|[ckmnprtl])?"
)
_WORD: Final = re.compile(r"[^\W_]+")
_AROUND: Final = ".,;:!?()[]«»“”\"'…–-"


@dataclass(frozen=True, slots=True)
class _Reader:
    """One method for each shape of text. What turns out to be none of that shape is given back as it stood."""

    zero: Zero

    def read(self, text: str) -> str:
        for pattern, rule in _RULES:
            text = pattern.sub(partial(rule, self), text)
        return text

    def whole(self, text: str) -> str:
        return number(int(text), zero=self.zero)

    def document(self, match: re.Match[str]) -> str:
        """The code after the number is for the eye: kind and issuer are said by the words around it."""
        return f"{self.whole(match[1])}, năm {self.whole(match[2])}" if match[2] else self.whole(match[1])

    def full_day(self, match: re.Match[str]) -> str:
        try:
            said = day(date(int(match[4]), int(match[3]), int(match[2])), zero=self.zero)
        except ValueError:
            return match[0]
        return said.replace("ngày", match[1], 1) if match[1] else said

    def short_day(self, match: re.Match[str]) -> str:
        try:
            date(_NO_YEAR, int(match[3]), int(match[2]))
        except ValueError:
            return match[0]
        return f"{match[1]} {self.whole(match[2])} {month(int(match[3]), zero=self.zero)}"

    def month(self, match: re.Match[str]) -> str:
        said = month(int(match[2]), zero=self.zero).replace("tháng", match[1], 1)
        return f"{said} năm {self.whole(match[3])}" if match[3] else said

    def time(self, match: re.Match[str]) -> str:
        minutes = int(match[2] or 0)
        if int(match[1]) > _HOURS or minutes > _MINUTES:
            return match[0]
        return f"{self.whole(match[1])} giờ" + (f" {self.whole(match[2])} phút" if minutes else "")

    def roman(self, match: re.Match[str]) -> str:
        return f"{match[1]} {number(roman(match[2]), zero=self.zero)}"

    def share(self, match: re.Match[str]) -> str:
        return f"{self.whole(match[1])} phần {self.whole(match[2])}"

    def span(self, match: re.Match[str]) -> str:
        return f"{match[1]} đến {match[2]}"

    def section(self, match: re.Match[str]) -> str:
        return " chấm ".join(map(self.whole, match[0].split(".")))

    def amount(self, match: re.Match[str]) -> str:
        written, fraction, unit = match.groups()
        whole = written.replace(".", "")
        coded = "." not in written and (len(whole) > _LONGEST or (whole[0] == "0" and len(whole) > len("05")))
        if coded and not fraction and not unit:
            return digits(whole)
        if int(whole) > LARGEST:
            return match[0]
        said = decimal(Decimal(f"{whole}.{fraction}" if fraction else whole), zero=self.zero)
        return f"{said} {UNITS[unit]}" if unit else said

    def measure(self, match: re.Match[str]) -> str:
        return UNITS[match[0]]

    def abbreviation(self, match: re.Match[str]) -> str:
        return ABBREVIATIONS[match[0]]

    def end(self, _: re.Match[str]) -> str:
        """Official documents close with "./."."""
        return "."

    def each(self, match: re.Match[str]) -> str:
        """Đồng/hộ/tháng → đồng mỗi hộ mỗi tháng."""
        return match[0].replace("/", " mỗi ")


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_RULES: Final[tuple[tuple[re.Pattern[str], Callable[[_Reader, re.Match[str]], str]], ...]] = (
    (re.compile(rf"{_STARTS}(\d{{1,5}})(?:/({_YEAR}))?/{_CODE}(?![\w/])"), _Reader.document),
    (re.compile(rf"(?:\b([Nn]gày)\s+)?{_STARTS}(\d{{1,2}})[/.-](\d{{1,2}})[/.-]({_YEAR}){_ENDS}"), _Reader.full_day),
    (re.compile(rf"\b([Nn]gày)\s+(\d{{1,2}})/(\d{{1,2}}){_ENDS}"), _Reader.short_day),
    (re.compile(rf"{_NO_COUNT}\b([Tt]háng)\s+(\d{{1,2}})(?:/({_YEAR}))?{_ENDS}"), _Reader.month),
    (re.compile(rf"{_STARTS}(\d{{1,2}})(?:\s?giờ|h|:(?=\d\d))(?:\s?(\d\d)(?:\s?phút)?)?{_ENDS}"), _Reader.time),
    (re.compile(rf"\b((?i:{_COUNTED}))\s+({ROMAN_FORM})(?![\w/-])"), _Reader.roman),
    (re.compile(rf"{_STARTS}(\d{{1,3}})/(\d{{1,3}}){_WHOLES}"), _Reader.share),
    (re.compile(rf"{_STARTS}((?!0\d)\d[\d.]*)\s?[-–]\s?((?!0\d)\d[\d.,]*)(?=\s[^\W\d]|$)"), _Reader.span),
    (re.compile(rf"{_STARTS}\d{{1,3}}(?:\.\d{{1,2}})+{_ENDS}"), _Reader.section),
    (
        re.compile(rf"{_STARTS}(\d{{1,3}}(?:\.\d{{3}})+|\d+)(?:,(\d+))?(?:\s?({_any_of(UNITS)})(?!\w)|{_ENDS})"),
        _Reader.amount,
    ),
    (re.compile(rf"(?:(?<=/)|(?<=ỗi )|(?<=một ))(?:{_any_of(UNITS.keys() - {'%', 'đ'})})(?![\w/])"), _Reader.measure),
    (re.compile(rf"(?<![\w/-])(?:{_any_of(ABBREVIATIONS)})(?!\w)"), _Reader.abbreviation),
    (re.compile(r"\s?\./\.?(?=\s|$)"), _Reader.end),
    (re.compile(r"\b(?:đồng|mét vuông|ki-lô-gam)(?:/[^\W\d_]+)+"), _Reader.each),
)
"""In this order, so that no digit of a document's number or of a day is left for a later rule."""


def aloud(text: str, *, zero: Zero = "linh") -> str:
    """The text with everything that has one certain reading put into words.

    "Nghị quyết số 12/2026/NQ-HĐND", "30/11/2026", "17h30", "quý IV", "1.140.500 đồng", "12,5 %", "UBND xã". A bare
    "1/2" is a day or a half and stays as it is unless a word beside it tells which; see `unspoken`.
    """
    return _Reader(zero).read(text)


def unspoken(text: str) -> tuple[str, ...]:
    """The words of the text that a reader cannot say as they stand: digits, signs, unknown abbreviations, addresses."""
    found = (word.strip(_AROUND) for word in text.split())
    return tuple(dict.fromkeys(word for word in found if not _is_speakable(word)))


def _is_speakable(word: str) -> bool:
    return not _SIGNS.search(word) and not any(_is_initials(part) for part in _WORD.findall(word))


def _is_initials(word: str) -> bool:
    """Capitals that no Vietnamese syllable is written with: UBND, TDP, but not XÃ nor HUYỆN."""
    return len(word) > 1 and word.isupper() and not _SYLLABLE.fullmatch(word.lower())


def syllables(text: str) -> int:
    """How many syllables are said: one for each word; of initials and digits, one for each sign."""
    words = _WORD.findall(text)
    return sum(len(word) if _is_initials(word) or _SIGNS.search(word) else 1 for word in words)
