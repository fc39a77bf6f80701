"""Vietnamese letters: one written form, search without diacritics, the order of the alphabet."""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

POINT_LETTERS: Final = "abcdđeghiklmnopqrstuvxy"
"""Letters that number the points of a clause, in order: f, j, w and z are not used."""

_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES: Final = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the dictionary's order
_MARKED: Final = "".join(
    unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in ("", *_TONES)
)
LOWER: Final = f"a-zđ{_MARKED}"
UPPER: Final = f"A-ZĐ{_MARKED.upper()}"
"""The small and the capital letters, for a character class: code points do not part them."""

_LETTER_RANK: Final[Mapping[str, int]] = MappingProxyType(
    {letter: rank for rank, letter in enumerate(_ALPHABET, start=1)}
)

_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060\ufeff]")
_PLAIN: Final = str.maketrans("đðƀɓ\0", "ddbb ")  # no database searches for the character zero
_COMBINING: Final = re.compile("[\u0300-\u036f]")
_TONE_BEFORE_SHAPE: Final = re.compile("([\u0300\u0301\u0303\u0309])([\u0302\u0306])")
_TONE_ON_LAST: Final = re.compile(r"(?<![\w])(\w*?)(?:(o)([àáảãạèéẻẽẹ])|(?<![qQ])(u)([ỳýỷỹỵ]))(?!\w)", re.IGNORECASE)


def nfc(text: str) -> str:
    """The text in Unicode NFC, with a tone typed before its letter's shape put right.

    "a" + acute + circumflex is not composed by NFC, though a reader sees "ấ".
    """
    if unicodedata.is_normalized("NFC", text) and not _COMBINING.search(text):
        return text
    marked = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", _TONE_BEFORE_SHAPE.sub(r"\2\1", marked))


def is_plain(text: str) -> bool:
    """Whether `nfc` and `without_invisible` would leave the text as it is."""
    return unicodedata.is_normalized("NFC", text) and not _COMBINING.search(text) and not _INVISIBLE.search(text)


def without_invisible(text: str) -> str:
    """The text without zero-width characters, soft hyphens and direction marks."""
    return text if text.isascii() else _INVISIBLE.sub("", text)


def with_old_tones(text: str) -> str:
    """The text with open oa, oe, uy carrying the tone on the first vowel: hoà → hòa, uỷ → ủy.

    Both placements are correct Vietnamese; comparing needs one. "quý" and "hoàn" stay as they are.
    """
    return _TONE_ON_LAST.sub(_move_tone, text)


def _move_tone(match: re.Match[str]) -> str:
    start = match[1]
    first, last = (match[2], match[3]) if match[2] else (match[4], match[5])
    marked = unicodedata.normalize("NFD", last)
    return start + unicodedata.normalize("NFC", first + marked[1]) + marked[0]


def search_folded(text: str) -> str:
    """The text as people type it into a search box: lower case, no diacritics, đ as d, single spaces.

    So too the letters of Ê Đê, Ba Na, Gia Rai that a Vietnamese keyboard lacks: ƀ, ɓ as b.
    """
    bare = _COMBINING.sub("", unicodedata.normalize("NFD", without_invisible(text).lower()))
    return " ".join(bare.translate(_PLAIN).split())


def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Where the text stands in a Vietnamese list: letters first, then tones, then the text itself."""
    places = [_place(char) for char in nfc(text).lower()]
    return tuple(letter for letter, _ in places), tuple(tone for _, tone in places), text


def _place(char: str) -> tuple[int, int]:
    """A letter's rank in the alphabet and its tone; other characters stand before all letters."""
    base, tone = char, 0
    for mark in unicodedata.normalize("NFD", char)[1:]:
        if mark in _TONES:
            tone = _TONES.index(mark) + 1
            base = unicodedata.normalize("NFC", unicodedata.normalize("NFD", char).replace(mark, ""))
    rank = _LETTER_RANK.get(base)
    return (rank, tone) if rank else (ord(char) - 0x110000, 0)


def point_letter(position: int) -> str:
    """The letter of the point at a position counted from 1: 1 → a, 5 → đ."""
    if position < 1:
        raise ValueError(f"a point is counted from 1, not {position}")
    return POINT_LETTERS[position - 1]


def point_position(letter: str) -> int:
    """The position of a point's letter, counted from 1: đ → 5. ValueError for f, j, w, z."""
    return POINT_LETTERS.index(letter) + 1


def name_case(text: str) -> str:
    """A name printed in capitals, in the case a person writes it: "ĐẮK LẮK" → "Đắk Lắk"."""
    return " ".join(_capitalised(word) for word in text.split())


def _capitalised(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))
