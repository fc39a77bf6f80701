"""Data tables as WordprocessingML text: python-docx takes 4 ms a row, a province's plan has thousands."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Length

from dienhong.documents.official import Column, Row, Table, by_script, printable, printed
from dienhong.documents.word.markup import KHMER_FONT

CELL_MARGIN = 85  # twips
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
LINES = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in SIDES)
MARGINS = "".join(f'<w:{side} w:w="{CELL_MARGIN}" w:type="dxa"/>' for side in ("left", "right"))
KHMER_RUN = (
    f'<w:rFonts w:ascii="{KHMER_FONT}" w:hAnsi="{KHMER_FONT}" w:eastAsia="{KHMER_FONT}" w:cs="{KHMER_FONT}"/>',
    '<w:cs/><w:lang w:val="vi-VN" w:bidi="km-KH"/>',
)
WHOLE, ABOVE, BELOW = "", '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def append_table(document: Document, table: Table, *, room: Length) -> None:
    """Put the table at the end of the body, as wide as the text, its head repeated, its rows never split."""
    total = sum(column.share for column in table.columns)
    widths = [room.twips * column.share // total for column in table.columns]
    rows = (*_head(table, widths), *(_row(row, table.columns, widths) for row in table.rows))
    made = parse_xml(
        f"<w:tbl {nsdecls('w')}><w:tblPr>"
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{LINES}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{MARGINS}</w:tblCellMar></w:tblPr><w:tblGrid>'
        + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        + f"</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
    document.element.body.sectPr.addprevious(made)


def _head(table: Table, widths: Sequence[int]) -> Iterator[str]:
    """One head row; or two, where neighbours of one group share the upper cell and the others stand through both."""
    properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    if not table.grouped:
        cells = (_head_cell(column.title, width) for column, width in zip(table.columns, widths, strict=True))
        yield f"<w:tr>{properties}{''.join(cells)}</w:tr>"
        return
    upper, lower, at = [], [], 0
    for group, members in groupby(table.columns, key=lambda column: column.group):
        here = list(members)
        own = widths[at : at + len(here)]
        at += len(here)
        if group:
            upper.append(_head_cell(group, sum(own), span=len(here)))
            lower += [_head_cell(column.title, width) for column, width in zip(here, own, strict=True)]
        else:
            upper += [_head_cell(column.title, width, merge=ABOVE) for column, width in zip(here, own, strict=True)]
            lower += [_head_cell("", width, merge=BELOW) for width in own]
    yield f"<w:tr>{properties}{''.join(upper)}</w:tr>"
    yield f"<w:tr>{properties}{''.join(lower)}</w:tr>"


def _head_cell(title: str, width: int, *, span: int = 1, merge: str = WHOLE) -> str:
    across = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return _cell(width, across + merge, '<w:pStyle w:val="DauBang"/>', _runs(title))


def _row(row: Row, columns: Sequence[Column], widths: Sequence[int]) -> str:
    cells = []
    for column, width, value in zip(columns, widths, row.cells, strict=True):
        shape = f'<w:pStyle w:val="OBang"/><w:jc w:val="{column.align}"/>'
        cells.append(_cell(width, "", shape, _runs(printed(value), bold=row.strong, italic=value is None)))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _cell(width: int, merge: str, shape: str, runs: str) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}<w:vAlign w:val="center"/></w:tcPr>'
        f"<w:p><w:pPr>{shape}</w:pPr>{runs}</w:p></w:tc>"
    )


def _runs(text: str, *, bold: bool = False, italic: bool = False) -> str:
    weight = ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
    runs = []
    for piece, khmer in by_script(printable(text)):
        before, after = KHMER_RUN if khmer else ("", "")
        words = '</w:t><w:br/><w:t xml:space="preserve">'.join(escape(piece).split("\n"))
        runs.append(f'<w:r><w:rPr>{before}{weight}{after}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>')
    return "".join(runs)
