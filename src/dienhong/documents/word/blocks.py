"""The body of an official document: paragraphs, headings, lists and tables as Word has them."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from dienhong.documents.official import (
    Block,
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
    printable,
    runs_of,
)
from dienhong.documents.word.markup import element, mark_as_khmer
from dienhong.documents.word.styles import HEADINGS
from dienhong.documents.word.tables import SIDES, append_table


def write(paragraph: WordParagraph, *runs: Run) -> WordParagraph:
    """Append the runs, each Khmer stretch in the Khmer font; bold and slope only where they are asked for."""
    for run in runs:
        for text, khmer in by_script(printable(run.text)):
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
    append_table(document, table, room=room)
    if table.note:
        add(document, "Ghi chú bảng", table.note)
    else:
        document.add_paragraph(style="Ghi chú bảng")


def lay_out(grid: WordTable, widths: Sequence[Length]) -> None:
    """A table that only places things side by side: fixed widths, no lines, nothing split by a page."""
    grid.autofit = False
    grid.alignment = WD_TABLE_ALIGNMENT.LEFT
    properties: Any = grid._tbl.tblPr  # noqa: SLF001
    for old in [*properties.findall(qn("w:tblStyle")), *properties.findall(qn("w:tblLook"))]:
        properties.remove(old)
    borders, margins = element("w:tblBorders"), element("w:tblCellMar")
    for side in SIDES:
        borders.append(element(f"w:{side}", val="none", sz="0", space="0", color="000000"))
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w="0", type="dxa"))
    layout = properties.find(qn("w:tblLayout"))
    layout.addprevious(borders)
    layout.addnext(margins)
    total = properties.find(qn("w:tblW"))
    total.set(qn("w:type"), "dxa")
    total.set(qn("w:w"), str(sum(width.twips for width in widths)))
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    for row in grid.rows:
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))  # noqa: SLF001
