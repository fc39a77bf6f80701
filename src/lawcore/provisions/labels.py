"""The printed labels of Vietnamese provisions: Chương II, Điều 2:, 1., đ), -."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from lawcore.provisions.model import Kind
from lawcore.vietnamese import UPPER


class Label(NamedTuple):
    """A label as printed at the head of a line, the number in it, and where the text after it starts.

    `sure` is False for a form that running text also takes ("Điều 5" without a full stop).
    """

    kind: Kind
    number: str
    printed: str
    rest: str
    sure: bool = True


_GROUP: Final = re.compile(
    r"^(?P<word>phần(?:\s+thứ)?|chương|tiểu\s+mục|mục)\s+"
    r"(?P<number>\d{1,3}|[IVXLC]{1,7}|nhất|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười)"
    r"(?P<end>\s*[.:–-])?(?=\s|$)\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(
    r"^(?P<printed>[ĐÐđ](?:iều|IỀU)\s*(?:thứ\s+)?(?P<number>\d{1,4}[a-zđ]{0,2}(?:\.(?:\d{1,4}[a-z]?|[A-ZĐ]{2})){0,5})"
    r"\s?(?P<end>[.:/)]|\s[-–](?=\s))?)\s*(?P<rest>.*)$"
)
_CLAUSE: Final = re.compile(r"^(?P<number>\d{1,3}[a-zđ]?)\s?(?P<end>[.)/:])(?P<rest>\s.*|(?=[^\W\d_]).*|)$")
_CLAUSE_DASH: Final = re.compile(
    rf"^(?P<number>\d{{1,2}})\s?(?P<end>[-–])(?P<rest>(?:\s+[{UPPER}]|(?<=\d[-–])\s+\d).*)$"
)
_DECIMAL: Final = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})(?P<end>[.)]?)\s+(?P<rest>\S.*)$")
_POINT: Final = re.compile(r"^(?P<number>[a-zđ]{1,2}\d?)\s?(?P<end>[.)/])(?P<rest>\s.*|(?=[^\W\d_]).*|)$")
_BULLET: Final = re.compile(r"^(?P<mark>[-–—−+•●▪■◦·*§])\s*(?P<rest>\S.*)$")
_ROMAN: Final = re.compile(r"^(?P<number>[IVX]{1,6})\s?(?P<end>[.)/]|[-–](?=\s))\s*(?P<rest>\S.*|)$")

_GROUPS: Final[Mapping[str, Kind]] = MappingProxyType(
    {"phần": Kind.PART, "chương": Kind.CHAPTER, "mục": Kind.SECTION, "tiểu mục": Kind.SUBSECTION}
)
_OF_ANOTHER: Final = re.compile(
    r"^(?:của|luật|bộ luật|nghị|quyết định|thông tư|hiến pháp|này|và|hoặc|,|;|\))", re.IGNORECASE
)


def read_label(text: str) -> Label | None:
    """The label at the head of a line, or None. Whether it is a provision, its place decides."""
    reader = _READERS.get(text[0]) or (_read_number if text[0].isdigit() else None)
    return reader(text) if reader else None


def read_article(text: str) -> Label | None:
    """The article whose label opens the line, or None."""
    match = _ARTICLE.match(text)
    if not match:
        return None
    rest = match["rest"]
    sure = bool(match["end"]) or not rest
    if not sure and (_OF_ANOTHER.match(rest) or not rest[0].isupper()):
        return None
    return Label(Kind.ARTICLE, match["number"], match["printed"].strip(), rest, sure)


def read_group(text: str) -> Label | None:
    """The part, chapter, section or subsection whose label opens the line, or None."""
    match = _GROUP.match(text)
    if not match or not text[0].isupper():
        return None
    rest, printed = match["rest"], text[: match.start("rest")].strip()
    word = " ".join(match["word"].lower().split())
    sure = bool(match["end"]) or not rest or rest.isupper()
    if not sure and (_OF_ANOTHER.match(rest) or not rest[0].isupper()):
        return None
    return Label(_GROUPS[word.removesuffix(" thứ")], match["number"].strip(), printed, rest, sure)


def _read_number(text: str) -> Label | None:
    match = _CLAUSE.match(text) or _CLAUSE_DASH.match(text)
    if match:
        return Label(Kind.CLAUSE, match["number"], text[: match.end("end")], match["rest"].strip())
    match = _DECIMAL.match(text)
    if match:
        return Label(Kind.POINT, match["number"], text[: match.end("end")], match["rest"])
    return None


def _read_letter(text: str) -> Label | None:
    match = _POINT.match(text)
    if not match:
        return read_article(text) if text[0] == "đ" else None
    number = match["number"]
    return Label(Kind.POINT, number, text[: match.end("end")], match["rest"].strip(), match["end"] == ")")


def _read_bullet(text: str) -> Label | None:
    match = _BULLET.match(text)
    return Label(Kind.BULLET, "", match["mark"], match["rest"]) if match else None


def _read_roman(text: str) -> Label | None:
    match = _ROMAN.match(text)
    if not match or (match["rest"] and not match["rest"][0].isupper()):
        return None
    return Label(Kind.SECTION, match["number"], text[: match.end("end")], match["rest"])


_READERS: Final[Mapping[str, Callable[[str], Label | None]]] = MappingProxyType(
    {
        **dict.fromkeys("aăâbcdđeêghiklmnopqrstuvxy", _read_letter),
        **dict.fromkeys("-–—−+•●▪■◦·*§", _read_bullet),
        **dict.fromkeys("IVX", _read_roman),
        **dict.fromkeys("ĐÐ", read_article),
        **dict.fromkeys("CcMmTtPp", read_group),
    }
    | dict.fromkeys("cmtp", _read_letter)
)
