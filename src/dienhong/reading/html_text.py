"""HTML: the words a browser would show, list labels included."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from dienhong.reading.encodings import decode
from dienhong.reading.limits import Limits
from dienhong.reading.numbering import in_format
from dienhong.reading.refusals import Refusal, Unreadable
from dienhong.reading.source import Reading
from lawcore.provisions.model import Line

Cell = tuple[int, int, int]
SILENT = frozenset((
    "script", "style", "head", "title", "template", "noscript", "iframe", "object", "embed", "svg", "math", "canvas",
    "audio", "video", "select", "textarea",
))  # fmt: skip
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
))  # fmt: skip
BOLD = frozenset(("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"))
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]+)", re.IGNORECASE)
WHITE = re.compile(r"[ \t\r\n\f]+")
LABEL_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
SAID_CODECS = {"windows-1258": "cp1258", "windows-1252": "cp1252", "iso-8859-1": "cp1252"}
LONGEST_NUMBER = 4  # digits
NOTES = {"hidden": "Bỏ qua {n} phần bị ẩn trong trang.", "pictures": "Có {n} hình ảnh không đọc được chữ bên trong."}


class Page:
    """The lines of one page, as they fill."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.counts = {"hidden": 0, "pictures": 0}
        self._pieces: list[tuple[str, bool]] = []
        self._cell: Cell | None = None
        self._tables = 0
        self._items: dict[etree._Element, int] = {}

    def read(self, element: etree._Element, *, bold: bool = False, pre: bool = False) -> None:
        """The words of `element` in order; text after it is the caller's."""
        tag = element.tag
        if tag in SILENT:
            return
        if _is_hidden(element):
            self.counts["hidden"] += 1
            return
        bold = bold or tag in BOLD or BOLD_STYLE.search(element.get("style", "")) is not None
        pre = pre or tag == "pre"
        if tag in ("br", "hr", "img"):
            self._empty(tag)
        elif tag == "table":
            self._table(element, bold=bold)
        else:
            self._flow(element, bold=bold, pre=pre)

    def end_line(self, *, keep_blank: bool = False) -> None:
        text = "".join(piece for piece, _ in self._pieces)
        if text.strip() or keep_blank:
            visible = [bold for piece, bold in self._pieces if piece.strip()]
            self.lines.append(Line(text.strip(" \n"), None, bool(visible) and all(visible), self._cell))
        self._pieces = []

    def _flow(self, element: etree._Element, *, bold: bool, pre: bool) -> None:
        block = element.tag in BLOCKS
        if block:
            self.end_line()
        if element.tag == "li":
            self._pieces.append((self._label(element) + " ", bold))
        self._say(element.text, bold=bold, pre=pre)
        for child in element:
            self.read(child, bold=bold, pre=pre)
            self._say(child.tail, bold=bold, pre=pre)
        if block:
            self.end_line()

    def _say(self, text: str | None, *, bold: bool, pre: bool) -> None:
        if not text:
            return
        if pre:
            for at, line in enumerate(text.split("\n")):
                if at:
                    self.end_line(keep_blank=True)
                self._pieces.append((line, bold))
            return
        said = WHITE.sub(" ", text)
        ended = not self._pieces or self._pieces[-1][0].endswith(" ")
        self._pieces.append((said.lstrip(" ") if ended else said, bold))

    def _empty(self, tag: str) -> None:
        if tag == "img":
            self.counts["pictures"] += 1
        else:
            self.end_line(keep_blank=tag == "br" and not self._pieces)

    def _table(self, table: etree._Element, *, bold: bool) -> None:
        self.end_line()
        outer = self._cell
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in _rows(table)]
        framed = all(len(cells) <= 1 for cells in rows) or _is_heading_block(table)
        identity = self._tables
        self._tables += 0 if framed else 1
        for caption in table.iterfind("caption"):
            self.read(caption, bold=bold)
        for at, cells in enumerate(rows):
            column = 0
            for cell in cells:
                self._cell = outer if framed else (identity, at, column)
                self.read(cell, bold=bold)
                column += max(_whole(cell.get("colspan"), 1), 1)
        self._cell = outer

    def _label(self, item: etree._Element) -> str:
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return "-"
        following = self._items[parent] + 1 if parent in self._items else _whole(parent.get("start"), 1)
        count = self._items[parent] = _whole(item.get("value"), following)
        form = LABEL_FORMATS.get(parent.get("type", ""), "decimal")
        return in_format(count, form) + "."


def _whole(said: str | None, otherwise: int) -> int:
    """A small whole number as an attribute says it."""
    return int(said) if said and said.isascii() and said.isdecimal() and len(said) <= LONGEST_NUMBER else otherwise


def _is_hidden(element: etree._Element) -> bool:
    return element.get("hidden") is not None or HIDDEN.search(element.get("style", "")) is not None


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _is_heading_block(table: etree._Element) -> bool:
    """The header of an official document, or its recipients beside its signature."""
    words = "".join(str(text) for text in table.itertext()).casefold()
    return ("độc lập" in words and "hạnh phúc" in words) or "nơi nhận" in words


def answer(data: bytes, *, limits: Limits, page: int) -> dict[str, Any]:  # noqa: ARG001 (one shape for all jobs)
    return read(data).to_json()


def read(data: bytes) -> Reading:
    text, notes = _decoded(data)
    page = Page()
    page.read(_parsed(text))
    page.end_line()
    said = [sentence.format(n=page.counts[kind]) for kind, sentence in NOTES.items() if page.counts[kind]]
    return Reading(page.lines, (*notes, *said))


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The page says its encoding, and is believed where it is not UTF-8 after all."""
    said = CHARSET.search(data[:4096])
    codec = said[1].decode("ascii").lower() if said else "utf-8"
    if codec in SAID_CODECS and not _is_utf8(data):
        return data.decode(SAID_CODECS[codec], "replace"), ()
    decoded = decode(data)
    return decoded.text, decoded.notes


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _parsed(text: str) -> etree._Element:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "ignore"), parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(Refusal.NO_TEXT) from error
    limits_met = [error.message for error in parser.error_log if error.type_name == "ERR_RESOURCE_LIMIT"]
    if limits_met:  # the parser would drop what comes after
        raise Unreadable(Refusal.TOO_DEEP if "depth" in limits_met[0] else Refusal.TOO_HEAVY)
    return root
