"""The body of an official document: paragraphs, headings, lists and tables as Word has them."""

import io
from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Length, Mm
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from dienhong.documents import codes
from dienhong.documents.official import (
    Block,
    DashList,
    Heading,
    Level,
    PageBreak,
    Paragraph,
    Run,
    Scan,
    Signatures,
    Signer,
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

SCAN_SIZE = Mm(38)


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
                written = write(document.add_paragraph(style="Lời văn"), *runs_of(block))
                if block.language:  # without spaces between words there is nothing to stretch
                    written.alignment = WD_ALIGN_PARAGRAPH.LEFT
            case Heading():
                _add_heading(document, label, block)
            case DashList(items=items):
                for item in list_punctuation(items):
                    add(document, "Gạch đầu dòng", f"- {item}")
            case Table():
                _add_table(document, block, room=room)
            case Scan() | Signatures():
                _add_side_by_side(document, block, room=room)
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


def _add_side_by_side(document: Document, block: Scan | Signatures, *, room: Length) -> None:
    if isinstance(block, Scan):
        _add_scan(document, block, room=room)
    else:
        _add_places(document, block, room=room)


def _add_scan(document: Document, scan: Scan, *, room: Length) -> None:
    """The picture on the left, its words on the right, never parted by a page."""
    add(document, "Tra cứu", "")
    grid = document.add_table(1, 2)
    side = Length(SCAN_SIZE + Mm(4))
    lay_out(grid, (side, Length(room - side)))
    left, right = grid.rows[0].cells
    picture(left.paragraphs[0], scan.url, SCAN_SIZE)
    left.paragraphs[0].style = "Tra cứu"
    right.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for position, line in enumerate(scan.lines):
        words = right.paragraphs[0] if position == 0 else right.add_paragraph()
        words.style = "Lời quét mã"
        write(words, Run(line, bold=position == 0))


def _add_places(document: Document, block: Signatures, *, room: Length) -> None:
    for row in block.rows:
        add(document, "Tra cứu", "").paragraph_format.keep_with_next = True
        grid = document.add_table(2, len(row))
        lay_out(grid, (Length(room // len(row)),) * len(row))
        for above, below, place in zip(grid.rows[0].cells, grid.rows[1].cells, row, strict=True):
            *post, name = signature_of(place, block.hint)
            fill(above, *post)
            fill(below, name)  # a row of their own: names stand level also where a post takes two lines
            for paragraph in above.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def signature_of(signer: Signer, hint: str = "") -> list[tuple[str, str]]:
    """The lines of a place to sign, each with its style."""
    lines = [("Quyền hạn, chức vụ", line.upper()) for line in (*signer.authority, signer.post)]
    return [*lines, *([("Cách ký", hint)] if hint else []), ("Họ tên", signer.name)]


def fill(cell: Any, *lines: tuple[str, str]) -> None:
    """The cell's paragraphs, each with its style; the first is the one that every cell has."""
    for position, (style, text) in enumerate(lines):
        paragraph = cell.paragraphs[0] if position == 0 else cell.add_paragraph()
        paragraph.style = style
        write(paragraph, Run(text))


def picture(paragraph: WordParagraph, url: str, size: Length) -> None:
    """The QR picture of an address, with its words for who cannot see it."""
    inline = paragraph.add_run().add_picture(io.BytesIO(codes.qr_png(url)), size, size)._inline  # noqa: SLF001
    inline.docPr.set("descr", f"Mã QR dẫn đến {url}")
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")  # left out, LibreOffice puts 3 mm on either side


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
