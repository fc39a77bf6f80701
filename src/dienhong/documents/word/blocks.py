"""The body of an official document: paragraphs, headings, lists and tables as Word has them."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from dienhong.documents.official import (
    Align,
    Block,
    Column,
    DashList,
    Heading,
    Level,
    PageBreak,
    Paragraph,
    Run,
    Table,
    by_script,
    list_punctuation,
    numbered,
    printed,
    runs_of,
)
from dienhong.documents.word.markup import element, mark_as_khmer
from dienhong.documents.word.styles import HEADINGS

ALIGNMENTS = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTER: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}


def write(paragraph: WordParagraph, *runs: Run) -> WordParagraph:
    """Append the runs, each Khmer stretch in the Khmer font; bold and slope only where they are asked for."""
    for run in runs:
        for text, khmer in by_script(run.text):
            made = paragraph.add_run(text)
            if run.bold:
                made.bold = True
            if run.italic:
                made.italic = True
            if khmer:
                mark_as_khmer(made)
    return paragraph


def add(document: Document, style: str, text: str) -> WordParagraph:
    return write(document.add_paragraph(style=style), Run(text))


def add_blocks(document: Document, blocks: Sequence[Block], *, room: Length) -> None:
    """The blocks in order; `room` is the width between the margins, which tables fill."""
    for label, block in numbered(blocks):
        match block:
            case Paragraph():
                write(document.add_paragraph(style="Lời văn"), *runs_of(block))
            case Heading():
                _add_heading(document, label, block)
            case DashList(items=items):
                for item in list_punctuation(items):
                    add(document, "Gạch đầu dòng", f"- {item}")
            case Table():
                _add_table(document, block, room=room)
            case PageBreak():
                document.add_paragraph(style="Lời văn").add_run().add_break(WD_BREAK.PAGE)


def _add_heading(document: Document, label: str, heading: Heading) -> None:
    style = HEADINGS[heading.level][0]
    if heading.level is not Level.CHAPTER:
        text = heading.text.upper() if heading.level is Level.SECTION else heading.text
        add(document, style, f"{label} {text}")
        return
    paragraph = document.add_paragraph(style=style)
    write(paragraph, Run(label))
    paragraph.add_run().add_break()
    write(paragraph, Run(heading.text.upper()))


def _add_table(document: Document, table: Table, *, room: Length) -> None:
    if table.caption:
        add(document, "Tên bảng", table.caption)
    head = 2 if table.grouped else 1
    total = sum(column.share for column in table.columns)
    widths = [Length(int(room) * column.share // total) for column in table.columns]
    grid = document.add_table(head + len(table.rows), len(table.columns))
    lay_out(grid, widths, bordered=True)
    _fill_head(grid, table.columns, head)
    for line, row in zip(list(grid.rows)[head:], table.rows, strict=True):
        for cell, column, value in zip(line.cells, table.columns, row.cells, strict=True):
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            paragraph = cell.paragraphs[0]
            paragraph.style = "Ô bảng"
            paragraph.alignment = ALIGNMENTS[column.align]
            write(paragraph, Run(printed(value), bold=row.strong, italic=value is None))
    if table.note:
        add(document, "Ghi chú bảng", table.note)
    else:
        document.add_paragraph(style="Ghi chú bảng")


def _fill_head(grid: WordTable, columns: Sequence[Column], height: int) -> None:
    rows = list(grid.rows)[:height]
    for row in rows:
        row._tr.get_or_add_trPr().append(element("w:tblHeader"))  # noqa: SLF001
    position = 0
    for group, members in groupby(columns, key=lambda column: column.group):
        here = list(members)
        if group:
            first = rows[0].cells[position].merge(rows[0].cells[position + len(here) - 1])
            _fill_head_cell(first, group)
        for offset, column in enumerate(here):
            cell = rows[-1].cells[position + offset]
            if height > 1 and not group:
                cell = rows[0].cells[position + offset].merge(cell)
            _fill_head_cell(cell, column.title)
        position += len(here)


def _fill_head_cell(cell: Any, title: str) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for extra in cell.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)  # noqa: SLF001  left over by the merge
    cell.paragraphs[0].style = "Đầu bảng"
    write(cell.paragraphs[0], Run(title))


def lay_out(grid: WordTable, widths: Sequence[Length], *, bordered: bool) -> None:
    """Fixed column widths, rows that no page splits, and lines all round or none."""
    grid.autofit = False
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER if bordered else WD_TABLE_ALIGNMENT.LEFT
    properties: Any = grid._tbl.tblPr  # noqa: SLF001
    for old in [*properties.findall(qn("w:tblStyle")), *properties.findall(qn("w:tblLook"))]:
        properties.remove(old)
    borders = element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = ("single", "4") if bordered else ("none", "0")
        borders.append(element(f"w:{side}", val=line[0], sz=line[1], space="0", color="000000"))
    margins = element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w="85" if bordered else "0", type="dxa"))
    layout = properties.find(qn("w:tblLayout"))
    layout.addprevious(borders)
    layout.addnext(margins)
    _set_widths(grid, widths)
    for row in grid.rows:
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))  # noqa: SLF001


def _set_widths(grid: WordTable, widths: Iterable[Length]) -> None:
    widths = list(widths)
    total: Any = grid._tbl.tblPr.find(qn("w:tblW"))  # noqa: SLF001
    total.set(qn("w:type"), "dxa")
    total.set(qn("w:w"), str(sum(width.twips for width in widths)))
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
