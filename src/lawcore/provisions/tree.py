"""From paragraphs to the tree: each under the nearest provision of a higher rank, each with its eId."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from lawcore.provisions.marks import Row
from lawcore.provisions.model import Kind, Provision, Span
from lawcore.provisions.paragraphs import Paragraph
from lawcore.vietnamese import UPPER

_RANK: Final[Mapping[Kind, int]] = MappingProxyType(
    {
        Kind.PART: 0,
        Kind.CHAPTER: 1,
        Kind.SECTION: 2,
        Kind.SUBSECTION: 3,
        Kind.ARTICLE: 4,
        Kind.CLAUSE: 6,
        Kind.POINT: 8,
        Kind.BULLET: 10,
    }
)
_ROMAN_IN_ARTICLE: Final = 5
_DECIMAL: Final = 7
_NESTED: Final = 9
_GROUPS: Final = frozenset({Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION})
_ABBREVIATION: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        Kind.PART: "part",
        Kind.CHAPTER: "chp",
        Kind.SECTION: "sec",
        Kind.SUBSECTION: "subsec",
        Kind.ARTICLE: "art",
        Kind.CLAUSE: "para",
        Kind.POINT: "point",
        Kind.BULLET: "indent",
        Kind.ALINEA: "al",
        Kind.TABLE_ROW: "tr",
        Kind.STAMP: "stamp",
    }
)
_NUMBERED: Final = frozenset(_RANK) - {Kind.BULLET}
_LONGEST_HEADING: Final = 220
_SENTENCE_BREAK: Final = re.compile(rf"[.;]\s+[{UPPER}]")
_SENTENCE: Final = re.compile(r"\bnày\b|\bcó hiệu lực\b")


class _Node:
    __slots__ = ("children", "heading", "paragraph", "rank")

    def __init__(self, paragraph: Paragraph, rank: int) -> None:
        self.paragraph = paragraph
        self.rank = rank
        self.heading = ""
        self.children: list[_Node] = []


def grow(paragraphs: Iterable[Paragraph], prefix: str = "") -> tuple[Provision, ...]:
    """The provisions of a body or an annex; every eId starts with the prefix ("att_1__")."""
    root: list[_Node] = []
    stack: list[_Node] = []  # open nodes that may hold others, outermost first
    for paragraph in paragraphs:
        kind = paragraph.kind
        if kind in _RANK:
            rank = _rank(paragraph, stack)
            while stack and stack[-1].rank >= rank:
                stack.pop()
            node = _Node(paragraph, rank)
            (stack[-1].children if stack else root).append(node)
            stack.append(node)
        elif kind is Kind.ALINEA and stack and _is_heading_of(stack[-1], paragraph):
            _add_heading(stack[-1], paragraph)
        else:
            while stack and stack[-1].paragraph.kind is Kind.BULLET and kind is not Kind.STAMP:
                stack.pop()
            (stack[-1].children if stack else root).append(_Node(paragraph, 99))
    return _Freezer(prefix).freeze(root)


def flat(paragraphs: Iterable[Paragraph], prefix: str) -> tuple[Provision, ...]:
    """The paragraphs of a front, preamble or closing, one after another."""
    return _Freezer(prefix).freeze([_Node(paragraph, 99) for paragraph in paragraphs])


def _rank(paragraph: Paragraph, stack: list[_Node]) -> int:
    kind = paragraph.kind
    if kind is Kind.BULLET:
        return _bullet_rank(paragraph.label, stack)
    in_article = any(node.paragraph.kind is Kind.ARTICLE for node in stack)
    if kind is Kind.SECTION and paragraph.label[0] in "IVX" and in_article:
        return _ROMAN_IN_ARTICLE
    if kind is Kind.POINT and paragraph.number[0].isdigit():
        return _DECIMAL if "." in paragraph.number else _NESTED
    return _RANK[kind]


def _bullet_rank(mark: str, stack: list[_Node]) -> int:
    """Bullets of one mark are siblings; a new mark under an open bullet opens a level."""
    mark = "-" if mark in "–—−" else mark
    deepest = _RANK[Kind.BULLET] - 1
    for node in stack:
        if node.paragraph.kind is Kind.BULLET:
            other = "-" if node.paragraph.label in "–—−" else node.paragraph.label
            if other == mark:
                return node.rank
            deepest = node.rank
    return max(deepest + 1, _RANK[Kind.BULLET])


def _is_heading_of(node: _Node, paragraph: Paragraph) -> bool:
    """A chapter's title stands on the lines after its label."""
    if node.paragraph.kind not in _GROUPS or node.children or len(paragraph.text) > _LONGEST_HEADING:
        return False
    heading = node.heading or node.paragraph.text
    return not heading or (heading.isupper() and paragraph.text.isupper())


def _add_heading(node: _Node, paragraph: Paragraph) -> None:
    own = node.paragraph
    text = f"{own.text} {paragraph.text}" if own.text else paragraph.text
    shift = len(text) - len(paragraph.text)
    stamps = (*own.stamps, *((offset + shift, stamp) for offset, stamp in paragraph.stamps))
    node.paragraph = own._replace(text=text, last=paragraph.last, stamps=stamps)


def _has_heading(node: _Node) -> bool:
    """Whether the words after the label are a title rather than a rule."""
    kind, text = node.paragraph.kind, node.paragraph.text
    if kind in _GROUPS:
        return True
    if kind is not Kind.ARTICLE or text.endswith((".", ";", ",", "/")) or _SENTENCE_BREAK.search(text):
        return False
    return bool(node.children) or not _SENTENCE.search(text)


class _Freezer:
    """Gives eIds and freezes; an eId already given gets the number of its occurrence."""

    __slots__ = ("_prefix", "_used")

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._used: dict[str, int] = {}

    def freeze(self, nodes: list[_Node], parent: str = "") -> tuple[Provision, ...]:
        counts: dict[Kind, int] = {}
        return tuple(self._one(node, parent, counts) for node in nodes)

    def _one(self, node: _Node, parent: str, counts: dict[Kind, int]) -> Provision:
        own = node.paragraph
        kind = own.kind
        eid = self._eid(own, parent, counts)
        heading = own.text if _has_heading(node) else ""
        counts = {}
        stamps = [self._stamp(offset, row, own, eid, counts) for offset, row in own.stamps]
        children = (*stamps, *(self._one(child, eid, counts) for child in node.children))
        last = max(own.last, children[-1].span.last) if children else own.last
        number = own.number if kind in _NUMBERED else ""
        text = "" if heading else own.text
        return Provision(
            kind, eid, number, own.label, heading, text, Span(own.first, last, own.page), children, own.glued
        )

    def _stamp(self, offset: int, row: Row, own: Paragraph, parent: str, counts: dict[Kind, int]) -> Provision:
        """A mark over a sentence keeps its place in it; after the sentence it is a child like others."""
        stamp = Paragraph(Kind.STAMP, "", "", row.text, row.line, row.line, row.page)
        eid = self._eid(stamp, parent, counts)
        inside = offset if offset < len(own.text) else None
        return Provision(Kind.STAMP, eid, "", "", "", row.text, Span(row.line, row.line, row.page), offset=inside)

    def _eid(self, own: Paragraph, parent: str, counts: dict[Kind, int]) -> str:
        kind = own.kind
        if kind in _NUMBERED:
            number = own.number.replace(".", "-")
        else:
            counts[kind] = counts.get(kind, 0) + 1
            number = str(counts[kind])
        own_part = f"{_ABBREVIATION[kind]}_{number}"
        outer = "" if kind is Kind.ARTICLE else parent
        eid = f"{outer}__{own_part}" if outer else self._prefix + own_part
        times = self._used.get(eid, 0) + 1
        self._used[eid] = times
        return eid if times == 1 else f"{eid}_{times}"
