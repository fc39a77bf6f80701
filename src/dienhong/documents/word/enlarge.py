"""From A4 to A3: every measure of the document times the square root of two (ISO 216)."""

from collections.abc import Iterator
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from dienhong.documents.word.package import roots

FACTOR = 2**0.5
# Elements and those of their attributes that are lengths, in half-points, twentieths of a point or eighths.
LENGTHS = {
    "w:sz": ("val",),
    "w:szCs": ("val",),
    "w:ind": ("left", "right", "firstLine", "hanging", "start", "end"),
    "w:pgSz": ("w", "h"),
    "w:pgMar": ("top", "bottom", "left", "right", "header", "footer", "gutter"),
    "w:gridCol": ("w",),
    "w:tblW": ("w",),
    "w:tcW": ("w",),
    "w:tblInd": ("w",),
}
PICTURES = {qn("wp:extent"), qn("a:ext")}


def enlarge(word: Document) -> None:
    """Enlarge what was laid out for A4. Line spacing that is a multiple of the letters' height stays a multiple."""
    for part in roots(word):
        for node in part.iter():
            for name in _lengths(node):
                node.set(name, str(round(int(node.get(name)) * FACTOR)))


def _lengths(node: Any) -> Iterator[str]:
    """The attributes of a node that hold a length."""
    if node.tag in PICTURES:
        yield from (name for name in ("cx", "cy") if node.get(name))
        return
    for tag, names in LENGTHS.items():
        if node.tag == qn(tag):
            yield from (qn(f"w:{name}") for name in names if _is_whole(node.get(qn(f"w:{name}"))))
    if node.tag == qn("w:spacing"):
        exact = node.get(qn("w:lineRule")) in {"exact", "atLeast"}
        names = ("before", "after", "line") if exact else ("before", "after")
        yield from (qn(f"w:{name}") for name in names if _is_whole(node.get(qn(f"w:{name}"))))


def _is_whole(value: str | None) -> bool:
    return value is not None and value.removeprefix("-").isdecimal()
