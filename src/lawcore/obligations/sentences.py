"""Vietnamese legal prose cut into sentences, and sentences into the parts between semicolons."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ABBREVIATIONS = frozenset(
    {"TP", "Tp", "tp", "TX", "TT", "ThS", "TS", "PGS", "GS", "BS", "Nxb", "tr", "đ/c", "Đ/c", "VD", "vd"}
)
_GRADE = frozenset(
    {"nhóm", "loại", "hạng", "khu", "vùng", "lớp", "mục", "bảng", "khối", "cấp", "phần", "điểm", "đoạn", "kỳ", "khóa"}
)
_STOP = re.compile(r"(?:\./\.|[.!?…]+)[”\"’)\]]*(?=\s|$)")
_OPENS_SENTENCE = re.compile(r"\s*[“\"‘(\[*]*(?:[^\W\d_]|\d)")
_BLANK_TO_END = re.compile(r"\s*$")
_OPENER = re.compile(r"[(“\[«]")
_LOOK_BACK = 40  # characters that hold the two words before a full stop
_LONGEST_ASIDE = 600  # a bracket not closed within so many characters was never closed
_PAIRS = {"(": ")", "“": "”", "[": "]", "«": "»"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words between two offsets of a text; `end` is exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def shifted(self, by: int) -> "Stretch":
        return Stretch(self.start + by, self.end + by)


def split(text: str) -> tuple[Stretch, ...]:
    """The sentences of a text, in order, without the blanks around them.

    A full stop ends a sentence when a capital letter, a figure or the end follows, unless it
    belongs to an abbreviation ("TP.", "v.v." before a small letter), an initial, a date or a
    number, or stands between brackets or quotation marks.
    """
    sheltered = _sheltered(text)
    cuts = [m.end() for m in _STOP.finditer(text) if not sheltered[m.start()] and _ends(text, m)]
    return tuple(_trimmed(text, a, b) for a, b in _between(cuts, len(text)) if text[a:b].strip())


def clauses(sentence: str) -> tuple[Stretch, ...]:
    """The parts of a sentence between semicolons that stand outside brackets and quotation marks."""
    sheltered = _sheltered(sentence)
    cuts = [m.end() for m in re.finditer(";", sentence) if not sheltered[m.start()]]
    pieces = _between(cuts, len(sentence))
    return tuple(_trimmed(sentence, a, b) for a, b in pieces if sentence[a:b].strip(" ;\t\n\xa0"))


def _between(cuts: list[int], end: int) -> Iterator[tuple[int, int]]:
    start = 0
    for cut in (*cuts, end):
        yield start, cut
        start = cut


def _trimmed(text: str, start: int, end: int) -> Stretch:
    piece = text[start:end]
    return Stretch(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def _ends(text: str, stop: re.Match[str]) -> bool:
    opening = _OPENS_SENTENCE.match(text, stop.end())
    if opening is None:
        return _BLANK_TO_END.match(text, stop.end()) is not None
    if opening.group()[-1].islower():
        return False
    return stop.group() != "." or not _abbreviates(text[max(0, stop.start() - _LOOK_BACK) : stop.start()])


def _abbreviates(before: str) -> bool:
    words = before.split()
    word = words[-1].lstrip('(“"') if words else ""
    is_initial = len(word) == 1 and word.isupper()
    names_a_grade = len(words) > 1 and words[-2].lower() in _GRADE
    return word in _ABBREVIATIONS or (is_initial and not names_a_grade)


def _sheltered(text: str) -> list[bool]:
    """For each character, whether it stands between brackets or quotation marks that are closed."""
    inside = [False] * len(text)
    reach = 0
    for opener in _OPENER.finditer(text):
        start = opener.start()
        end = text.find(_PAIRS[opener.group()], start, start + _LONGEST_ASIDE) if start >= reach else -1
        if end > 0:
            inside[start:end] = [True] * (end - start)
            reach = end
    return inside
