"""Tables as XLSX, ready to print on A4."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby
from typing import Any

import xlsxwriter

from dienhong.documents.official import NO_DATA, CellValue, Code, OfficialDocument, Row, Table

FIXED_TIME = datetime(1980, 1, 1)  # noqa: DTZ001  the format has no zone; the same tables are the same bytes
FONT = "Times New Roman"
PAGE_CHARACTERS = 128  # of 12 points across A4 on its side between the margins
NARROWEST = 6
SHEET_NAME_LENGTH = 31
NOT_IN_A_SHEET_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))
A4 = 9
MARGINS_IN_INCHES = {"left": 0.8, "right": 0.6, "top": 0.8, "bottom": 0.8}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name on the tab, a title, lines of explanation, one table."""

    name: str
    title: str
    table: Table
    notes: tuple[str, ...] = ()


def render_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as one workbook; the same sheets are the same bytes.

    Text is written as text, so that "=HYPERLINK(…)" typed by somebody stays a word; figures are numbers, days
    are dates, None is "chưa có số liệu".
    """
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": FIXED_TIME, "title": sheets[0].title if sheets else ""})
        if not sheets:
            book.add_worksheet("Không có bảng")  # Excel opens no workbook without a sheet
        formats = _Formats(book)
        for number, sheet in enumerate(sheets, start=1):
            _add_sheet(book, formats, sheet, _tab_name(sheet.name, number))
    return out.getvalue()


def render_tables(document: OfficialDocument) -> bytes:
    """The tables of a document as a workbook: the XLSX beside its DOCX and PDF."""
    return render_xlsx(sheets_of(document))


def sheets_of(document: OfficialDocument) -> tuple[Sheet, ...]:
    """Every table of a document as a sheet, the body's first, so that its figures can be worked on."""
    sheets = [_sheet_of(document.title, block, document) for block in document.blocks if isinstance(block, Table)]
    for annex in document.annexes:
        sheets += [_sheet_of(annex.title, block, document) for block in annex.blocks if isinstance(block, Table)]
    return tuple(sheets)


def _sheet_of(title: str, table: Table, document: OfficialDocument) -> Sheet:
    return Sheet(table.caption or title, title, table, (f"{document.issuer.in_words}. {document.date_line}",))


class _Formats:
    """Each format once: Excel allows only so many."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.made: dict[tuple[tuple[str, object], ...], Any] = {}

    def get(self, **properties: object) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(
                {"font_name": FONT, "font_size": 12, "valign": "vcenter", "text_wrap": True, **properties}
            )
        return self.made[key]


def _tab_name(name: str, number: int) -> str:
    """What Excel accepts on a tab; the number keeps two long names apart."""
    clean = name.translate(NOT_IN_A_SHEET_NAME).strip("' ") or f"Bảng {number}"
    return clean if len(clean) <= SHEET_NAME_LENGTH else f"{clean[: SHEET_NAME_LENGTH - 4]} {number}"


def _add_sheet(book: Any, formats: _Formats, sheet: Sheet, name: str) -> None:
    page = book.add_worksheet(name)
    columns = sheet.table.columns
    _set_print(page)
    total = sum(column.share for column in columns)
    for position, column in enumerate(columns):
        page.set_column(position, position, max(NARROWEST, PAGE_CHARACTERS * column.share / total))
    title = formats.get(bold=True, font_size=14, align="center")
    note = formats.get(italic=True)
    _write_across(page, 0, len(columns), sheet.title, title)
    for row, text in enumerate(sheet.notes, start=1):
        _write_across(page, row, len(columns), text, note)
    top = len(sheet.notes) + 2
    height = _write_head(page, formats, sheet.table, top)
    body = top + height
    for row, line in enumerate(sheet.table.rows, start=body):
        _write_row(page, formats, sheet.table, row, line)
    page.freeze_panes(body, 0)
    page.repeat_rows(top, body - 1)
    if sheet.table.rows and height == 1:
        page.autofilter(top, 0, body + len(sheet.table.rows) - 1, len(columns) - 1)
    if sheet.table.note:
        _write_across(page, body + len(sheet.table.rows) + 1, len(columns), sheet.table.note, note)


def _set_print(page: Any) -> None:
    page.set_landscape()
    page.set_paper(A4)
    page.set_margins(**MARGINS_IN_INCHES)
    page.fit_to_pages(1, 0)
    page.set_footer(f'&C&"{FONT}"&11Trang &P/&N')


def _write_across(page: Any, row: int, width: int, text: str, look: Any) -> None:
    if width == 1:
        page.write_string(row, 0, text, look)
        return
    page.merge_range(row, 0, row, width - 1, "", look)
    page.write_string(row, 0, text, look)


def _write_head(page: Any, formats: _Formats, table: Table, top: int) -> int:
    """The head of one line, or of two where columns stand in groups; how many lines it took."""
    look = formats.get(bold=True, align="center", border=1, bg_color="#E7E6E6")
    if not table.grouped:
        for position, column in enumerate(table.columns):
            page.write_string(top, position, column.title, look)
        return 1
    position = 0
    for group, members in groupby(table.columns, key=lambda column: column.group):
        here = list(members)
        if group:
            _merge(page, (top, position, top, position + len(here) - 1), group, look)
        for offset, column in enumerate(here, start=position):
            if group:
                page.write_string(top + 1, offset, column.title, look)
            else:
                _merge(page, (top, offset, top + 1, offset), column.title, look)
        position += len(here)
    return 2


def _merge(page: Any, area: tuple[int, int, int, int], text: str, look: Any) -> None:
    if area[:2] != area[2:]:
        page.merge_range(*area, "", look)
    page.write_string(area[0], area[1], text, look)


def _write_row(page: Any, formats: _Formats, table: Table, row: int, line: Row) -> None:
    if line.across:
        look = formats.get(border=1, align="left", bold=line.strong)
        _merge(page, (row, 0, row, len(table.columns) - 1), str(line.cells[0]), look)
        return
    for position, (column, value) in enumerate(zip(table.columns, line.cells, strict=True)):
        look = {"border": 1, "align": column.align.value, "bold": line.strong}
        _write_cell(page, formats, (row, position), value, look)


def _write_cell(
    page: Any, formats: _Formats, place: tuple[int, int], value: CellValue, look: Mapping[str, object]
) -> None:
    match value:
        case None:
            page.write_string(*place, NO_DATA, formats.get(**look, italic=True))
        case str():
            # quote_prefix keeps the text a text when somebody edits the cell.
            page.write_string(*place, value, formats.get(**look, quote_prefix=value.startswith(("=", "+", "-", "@"))))
        case Code(words=words):
            page.write_string(*place, words, formats.get(**look))
        case date():
            page.write_datetime(*place, value, formats.get(**look, num_format="dd/mm/yyyy"))
        case Decimal():
            page.write_number(*place, value, formats.get(**look, num_format="#,##0.0##"))
        case _:
            page.write_number(*place, value, formats.get(**look, num_format="#,##0"))
