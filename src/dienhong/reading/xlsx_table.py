"""XLSX: the cells of one sheet as text, read from its parts; formulas are never computed."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

from lxml import etree

from dienhong.reading import media
from dienhong.reading.limits import Limits
from dienhong.reading.package import Package, kind_of
from dienhong.reading.refusals import Refusal, Unreadable
from dienhong.reading.sheet_values import Formats, S, shown
from dienhong.reading.table_shape import Grid, Merge, shaped

R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
VALUE, FORMULA, INLINE = S + "v", S + "f", S + "is"
DIGITS = "0123456789"
LONGEST_COLUMN = 3  # letters: XFD
NOTES = {
    "formulas": "Có {n} ô công thức: lấy kết quả đã lưu trong tệp, không tính lại.",
    "uncomputed": "Có {n} ô công thức chưa có kết quả nên để trống. Hãy mở tệp bằng Excel, lưu lại rồi gửi lại.",
    "errors": "Có {n} ô báo lỗi công thức (như #N/A).",
    "lost": "Có {n} ô trỏ tới chữ không có trong tệp nên để trống.",
    "hidden": "Có {n} hàng hoặc cột bị ẩn, vẫn được đọc.",
    "sheets": "Tệp còn {n} trang tính khác có dữ liệu; chỉ đọc trang «{name}».",
}


class Workbook:
    def __init__(self, package: Package, limits: Limits) -> None:
        self._package, self._limits = package, limits
        targets = {identity: target for identity, _, target in package.relations("xl/workbook.xml")}
        root = package.xml("xl/workbook.xml")
        if root is None:
            raise Unreadable(Refusal.BROKEN)
        properties = root.find(S + "workbookPr")
        since_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        self._formats = Formats(package.xml("xl/styles.xml"), since_1904=since_1904)
        self._strings = [_string(item) for item in package.elements("xl/sharedStrings.xml", S + "si")]
        self._all_sheets = [
            (sheet.get("name", ""), targets.get(sheet.get(R_ID, ""), ""), sheet.get("state", "visible") != "visible")
            for sheet in root.iterfind(f"{S}sheets/{S}sheet")
        ]
        self._sheets = [(name, target) for name, target, hidden in self._all_sheets if not hidden]
        self._counts: Counter[str] = Counter()

    def every_sheet(self) -> Iterator[tuple[str, bool, Grid]]:
        """Name, whether it is hidden, and cells of each sheet, empty ones too."""
        for name, target, hidden in self._all_sheets:
            yield name, hidden, self._grid(target)

    def first_filled(self) -> Grid:
        """The first visible sheet with anything on it."""
        chosen: tuple[str, Grid] | None = None
        others = 0
        for name, target in self._sheets:
            if chosen is None:
                grid = self._grid(target)
                chosen = (name, grid) if grid.rows else None
            else:
                others += any(True for _ in self._package.elements(target, S + "v", S + "is"))
        if chosen is None:
            raise Unreadable(Refusal.NO_TEXT)
        name, grid = chosen
        self._counts["sheets"] = others
        grid.notes += [
            said.format(n=self._counts[kind], name=name) for kind, said in NOTES.items() if self._counts[kind]
        ]
        return grid

    def _grid(self, name: str) -> Grid:
        grid = Grid()
        number = cells = 0
        for element in self._package.elements(name, S + "row", S + "mergeCell", S + "col"):
            self._counts["hidden"] += element.get("hidden") in ("1", "true")
            if element.tag == S + "row":
                number = _whole(element.get("r"), number + 1)
                grid.rows[number] = self._row(element)
                cells += len(grid.rows[number])
                if cells > self._limits.cells:
                    raise Unreadable(Refusal.TOO_WIDE)
            elif element.tag == S + "mergeCell":
                grid.merges += _merge(element.get("ref", ""))
        grid.rows = {number: row for number, row in grid.rows.items() if row}
        return grid

    def _row(self, row: etree._Element) -> dict[int, str]:
        found = {}
        column = -1
        for cell in row:
            letters = cell.get("r", "").rstrip(DIGITS)
            column = _column_of(letters) if letters else column + 1
            text = self._text(cell)
            if text:
                found[column] = text
        return found

    def _text(self, cell: etree._Element) -> str:
        kind = cell.get("t", "n")
        parts = {part.tag: part for part in cell}
        value = (parts[VALUE].text or "") if VALUE in parts else ""
        if FORMULA in parts:
            self._counts["formulas" if value else "uncomputed"] += 1
        if kind == "s":
            return self._shared(value)
        if kind == "n":
            return shown(value, self._formats.of(_whole(cell.get("s"), 0))) if value else ""
        if kind == "inlineStr":
            return _string(parts[INLINE]) if INLINE in parts else ""
        if kind == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(value, value)
        self._counts["errors"] += kind == "e"
        return value

    def _shared(self, value: str) -> str:
        at = _whole(value, -1)
        if 0 <= at < len(self._strings):
            return self._strings[at]
        self._counts["lost"] += 1
        return ""


def _string(item: etree._Element) -> str:
    """Its text without the reading aids of East Asian scripts."""
    return "".join(text.text or "" for text in item.iter(S + "t") if _parent_tag(text) != S + "rPh")


def _parent_tag(element: etree._Element) -> str:
    parent = element.getparent()
    return "" if parent is None else str(parent.tag)


def _whole(said: str | None, otherwise: int) -> int:
    return int(said) if said and said.isascii() and said.isdecimal() else otherwise


@cache
def _column_of(letters: str) -> int:
    """From 0: A, B … Z, AA …"""
    column = 0
    for letter in letters[:LONGEST_COLUMN]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def _place(reference: str) -> tuple[int, int] | None:
    """(row from 1, column from 0) of "B12"."""
    match = REFERENCE.fullmatch(reference)
    return (int(match[2]), _column_of(match[1])) if match else None


def _merge(reference: str) -> list[Merge]:
    first, _, last = reference.partition(":")
    start, end = _place(first), _place(last)
    return [Merge(start[0], start[1], end[0], end[1])] if start and end else []


def answer(data: bytes, *, limits: Limits, page: int) -> dict[str, Any]:  # noqa: ARG001 (one shape for all jobs)
    package = Package(data, limits)
    if kind_of(package) != media.XLSX:
        raise Unreadable(Refusal.NOT_A_TABLE)
    return shaped(Workbook(package, limits).first_filled(), limits)
