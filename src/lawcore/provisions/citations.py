"""Provisions as Vietnamese law cites them: "điểm đ khoản 2 Điều 2", written and read."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from lawcore.provisions.model import Document, Provision
from lawcore.vietnamese import POINT_LETTERS

_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "part": "Phần",
        "chp": "Chương",
        "sec": "Mục",
        "subsec": "Tiểu mục",
        "art": "Điều",
        "para": "khoản",
        "point": "điểm",
        "indent": "gạch đầu dòng thứ",
        "al": "đoạn",
        "tr": "dòng bảng thứ",
        "stamp": "dấu thứ",
    }
)
_ABBREVIATIONS: Final[Mapping[str, str]] = MappingProxyType({word.lower(): key for key, word in _WORDS.items()})
_REGIONS: Final[Mapping[str, str]] = MappingProxyType(
    {"preface": "phần mở đầu", "preamble": "phần căn cứ", "conclusions": "phần cuối"}
)
_REGIONS_READ: Final[Mapping[str, str]] = MappingProxyType({words: key for key, words in _REGIONS.items()})
_STEP: Final = re.compile(
    r"(gạch đầu dòng thứ|dòng bảng thứ|dấu thứ|tiểu mục|phần(?! mở| căn| cuối)|chương|mục|điều|khoản|điểm|đoạn)"
    r"\s+([\w.]+)"
    r"(?:\s+\(lần thứ (\d+)\))?",
    re.IGNORECASE,
)
_ANNEX: Final = re.compile(r"văn bản kèm theo thứ (\d+)$")


def cite_eid(eid: str) -> str:
    """The official citation of an eId: art_2__para_2__point_đ → "điểm đ khoản 2 Điều 2"."""
    return " ".join(_cited_step(step) for step in reversed(eid.split("__")))


def eid_of(citation: str) -> str:
    """The eId of one citation, the other way round. ValueError for what cites nothing.

    Words after the citation ("của Nghị quyết này") are not part of it.
    """
    steps = [
        f"{_ABBREVIATIONS[match[1].lower()]}_{match[2].replace('.', '-')}" + (f"_{match[3]}" if match[3] else "")
        for match in _STEP.finditer(citation)
    ]
    region = next((key for words, key in _REGIONS_READ.items() if citation.endswith(words)), None)
    annex = _ANNEX.search(citation)
    if annex:
        steps.append(f"att_{annex[1]}")
    if region:
        steps.append(region)
    if not steps:
        raise ValueError(f"no provision is cited in {citation!r}")
    return "__".join(reversed(steps))


def cite(document: Document, provision: Provision) -> str:
    """The citation of a provision of this document; one of an annex names the annex by its title."""
    outer, _, _ = provision.eid.partition("__")
    if not outer.startswith("att_"):
        return cite_eid(provision.eid)
    title = document.annexes[int(outer.removeprefix("att_")) - 1].title
    return cite_in_annex(provision.eid, annex_name(title))


def cite_in_annex(eid: str, annex: str) -> str:
    """The citation of a provision of an annex, or of the annex itself, with the annex as it is named."""
    _, _, inside = eid.partition("__")
    return f"{cite_eid(inside)} {annex}" if inside else annex


def annex_name(title: str) -> str:
    """How an annex is named in a citation: "Phụ lục II", "Quy chế kèm theo"."""
    numbered = re.match(r"(phụ lục|mẫu)\s+(?:số\s+)?(\d{1,3}[a-z]?|[ivxlc]{1,7}|[a-z])\b", title, re.IGNORECASE)
    if numbered:
        return f"{numbered[1].capitalize()} {numbered[2].upper()}"
    word = re.match(r"(?:phụ lục|[^\W\d_]+(?:\s+[^\W\d_]+)?)", title)
    return f"{word[0].capitalize() if word else 'Phụ lục'} kèm theo"


def _cited_step(step: str) -> str:
    if step in _REGIONS:
        return _REGIONS[step]
    key, _, number = step.partition("_")
    if key == "att":
        return f"văn bản kèm theo thứ {number}"
    number, _, time = number.partition("_")
    return f"{_WORDS[key]} {number.replace('-', '.')}" + (f" (lần thứ {time})" if time else "")


class Mention(NamedTuple):
    """A citation in running text: the eIds it names, and the words after it that say of what."""

    eids: tuple[str, ...]
    start: int
    end: int
    of: str | None
    """ "này" for the document, article or clause at hand, the other document's name, or None."""


class _Group(NamedTuple):
    """One word of a citation with its numbers: "điểm a, b và c"."""

    key: str
    numbers: tuple[str, ...]
    start: int
    end: int


_LETTER: Final = r"[a-zđ]\d?(?!\w)"
_NUMBER: Final = r"\d{1,4}[a-zđ]?(?!\w|\.\d{3})"
_LIST: Final = r"(?:{one})(?:(?:\s*,\s*|\s+và\s+|\s+hoặc\s+|\s*,\s*và\s+)(?:{one}))*"
_GROUP: Final = re.compile(
    r"(?<!\w)(?:các\s+)?(?:"
    rf"(?P<point>[Đđ]iểm)\s+(?P<points>{_LIST.format(one=_LETTER)})"
    rf"|(?P<para>[Kk]hoản)\s+(?P<paras>{_LIST.format(one=_NUMBER)})"
    rf"|(?P<art>[Đđ]iều)\s+(?P<arts>{_LIST.format(one=_NUMBER)}))"
)
_BETWEEN: Final = re.compile(r"^\s*(?:,|;|và|hoặc|đến|tới|của|,\s*và)?\s*$")
_RANGE: Final = re.compile(r"^\s*(?:đến|tới)\s*$")
_RANGE_END: Final = re.compile(r"\s+(?:đến|tới)\s+(?:hết\s+)?(?P<last>\d{1,4}|[a-zđ])(?!\w)")
_OF: Final = re.compile(
    r"\s+(?:của\s+)?(?:"
    r"(?:(?:Nghị quyết|Quy chế|Quy định|Quy ước|Luật|Nghị định|Quyết định|Phụ lục|Điều|[Kk]hoản)\s+)?(?P<this>này)"
    r"|(?P<other>(?:Bộ luật|Luật|Nghị quyết|Nghị định|Pháp lệnh|Quyết định|Thông tư|Hiến pháp|Quy chế|Quy định|Điều lệ)"
    r"\b[^,;.]{0,160}?)(?=[,;.]|\s+(?:và|hoặc)\s+(?:các\s+)?(?:khoản|điểm|Điều)\b|$))"
)
_DEPTH: Final[Mapping[str, int]] = MappingProxyType({"art": 0, "para": 1, "point": 2})
_ITEM: Final = re.compile(r"\d{1,4}[a-zđ]?|(?<!\w)[a-zđ]\d?(?!\w)")


def mentions_in(text: str, *, within: str = "") -> Iterator[Mention]:
    """Every citation in running text, in order.

    "các điểm a, b và c khoản 2 Điều 3" names three provisions, "Điều 5 đến Điều 7" three articles.
    `within` is the eId of the provision the text stands in: it completes "khoản 2 Điều này".
    """
    chain: list[_Group] = []
    for group in _groups(text):
        if chain and not _BETWEEN.match(text[chain[-1].end : group.start]):
            yield _mention(text, chain, within)
            chain = []
        chain.append(group)
    if chain:
        yield _mention(text, chain, within)


def _groups(text: str) -> Iterator[_Group]:
    for match in _GROUP.finditer(text):
        key = next(name for name in ("point", "para", "art") if match[name])
        numbers = tuple(_ITEM.findall(match[f"{key}s"]))
        end = match.end()
        last = _RANGE_END.match(text, end)
        if last and last["last"].isdigit() == numbers[-1].isdigit():
            numbers = (*numbers[:-1], *numbers_through(numbers[-1], last["last"]))
            end = last.end()
        yield _Group(key, numbers, match.start(), end)


def numbers_through(first: str, last: str) -> tuple[str, ...]:
    """Every number from the first to the last: "5" to "7", "a" to "đ"; both alone where none lies between."""
    if first.isdigit() and last.isdigit() and int(first) < int(last) <= int(first) + 200:
        return tuple(map(str, range(int(first), int(last) + 1)))
    if len(first) == len(last) == 1 and first in POINT_LETTERS and last in POINT_LETTERS:
        start, stop = POINT_LETTERS.index(first), POINT_LETTERS.index(last)
        if start < stop:
            return tuple(POINT_LETTERS[start : stop + 1])
    return (first, last)


def _mention(text: str, chain: Sequence[_Group], within: str) -> Mention:
    named: list[list[str]] = []
    outer = {step.partition("_")[0]: step for step in within.split("__") if within}
    for index in range(len(chain) - 1, -1, -1):
        group = chain[index]
        for key in [key for key in outer if _DEPTH.get(key, 9) >= _DEPTH[group.key]]:
            del outer[key]
        numbers = group.numbers
        following = chain[index + 1] if index + 1 < len(chain) else None
        if following and following.key == group.key and _RANGE.match(text[group.end : following.start]):
            numbers = numbers_through(numbers[-1], following.numbers[0])[:-1]
        prefix = [outer[key] for key in ("art", "para") if key in outer]
        if index == 0 or _DEPTH[chain[index - 1].key] <= _DEPTH[group.key]:
            named.append(["__".join([*prefix, f"{group.key}_{number}"]) for number in numbers])
        outer[group.key] = f"{group.key}_{numbers[0]}"
    end = chain[-1].end
    of = _OF.match(text, end)
    said = ("này" if of["this"] else of["other"].strip()) if of else None
    return Mention(tuple(eid for eids in reversed(named) for eid in eids), chain[0].start, end, said)
