"""Data tables as WordprocessingML text: python-docx takes 4 ms a row, a province's plan has thousands."""

import io
from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Length, Mm

from dienhong.documents import codes
from dienhong.documents.official import Code, Column, Row, Table, by_script, printable, printed
from dienhong.documents.word.markup import KHMER_FONT

CELL_MARGIN = 85  # twips
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
LINES = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in SIDES)
MARGINS = "".join(f'<w:{side} w:w="{CELL_MARGIN}" w:type="dxa"/>' for side in ("left", "right"))
KHMER_RUN = (
    f'<w:rFonts w:ascii="{KHMER_FONT}" w:hAnsi="{KHMER_FONT}" w:eastAsia="{KHMER_FONT}" w:cs="{KHMER_FONT}"/>',
    '<w:cs/><w:lang w:val="vi-VN" w:bidi="km-KH"/>',
)
TALL = 737  # twips, 13 mm
CODE_SIZE = Mm(12)
DRAWN_FROM = 1000  # the number of the first drawing of a cell: each has its own in a document
PICTURE = (
    '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{size}" cy="{size}"/>'
    '<wp:docPr id="{number}" name="{name}" descr="{name}"/><a:graphic><a:graphicData '
    'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" '
    'name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/>'
    '</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{size}" cy="{size}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
    "</w:drawing>"
)
WHOLE, ABOVE, BELOW = "", '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def append_table(document: Document, table: Table, *, room: Length) -> None:
    """Put the table at the end of the body, as wide as the text, its head repeated, its rows never split."""
    total = sum(column.share for column in table.columns)
    widths = [room.twips * column.share // total for column in table.columns]
    rows = (*_head(table, widths), *(_row(document, row, table.columns, widths) for row in table.rows))
    made = parse_xml(
        f"<w:tbl {nsdecls('w', 'wp', 'a', 'pic', 'r')}><w:tblPr>"
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


def _row(document: Document, row: Row, columns: Sequence[Column], widths: Sequence[int]) -> str:
    if row.across:
        heading = _runs(printed(row.cells[0]), bold=row.strong)
        cell = _cell(sum(widths), f'<w:gridSpan w:val="{len(columns)}"/>', '<w:pStyle w:val="OBang"/>', heading)
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"
    cells = []
    for column, width, value in zip(columns, widths, row.cells, strict=True):
        shape = f'<w:pStyle w:val="OBang"/><w:jc w:val="{column.align}"/>'
        words = _runs(printed(value), bold=row.strong, italic=value is None)
        if isinstance(value, Code):
            words = _picture(document, value) + words
        cells.append(_cell(width, "", shape, words))
    height = f'<w:trHeight w:val="{TALL}" w:hRule="atLeast"/>' if row.tall else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{''.join(cells)}</w:tr>"


def _picture(document: Document, code: Code) -> str:
    """The QR picture as an inline drawing, on a line of its own above its words."""
    return f"<w:r>{picture_of(document, code.text, code.words)}</w:r>" + ("<w:r><w:br/></w:r>" if code.words else "")


def picture_of(document: Document, text: str, words: str) -> str:
    """A small QR picture as the XML of an inline drawing, its part in the document."""
    key, _image = document.part.get_or_add_image(io.BytesIO(codes.small_png(text)))
    name = escape(words or text, {'"': "&quot;"})
    number = DRAWN_FROM + int(key.removeprefix("rId"))
    return PICTURE.format(size=int(CODE_SIZE), key=key, number=number, name=name)


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
