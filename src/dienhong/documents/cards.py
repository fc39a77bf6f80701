"""Sheets of equal pieces to cut apart: ballots, counterfoils, slips. What stands on a piece, and its three formats.

Promise  two cards that say the same are drawn by the same words in the same places: nothing tells one from the other
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final
from xml.sax.saxutils import escape

import docx
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt

from dienhong.documents import codes
from dienhong.documents.official import KHMER, Issuer, OfficialDocument, by_script, printable
from dienhong.documents.pdf import CARDS, write_pdf
from dienhong.documents.word.blocks import add
from dienhong.documents.word.package import keep_only_our_styles, packed
from dienhong.documents.word.styles import add_styles
from dienhong.documents.word.tables import KHMER_RUN, picture_of

AREA: Final = (200, 280)  # mm of an A4 that the cards fill, in its middle
LAYOUTS: Final = frozenset({(2, 4), (2, 3), (2, 2), (1, 2), (1, 1)})
SIZES: Final = (9, 10, 11, 12, 13, 14, 16, 20)  # points, a class of the style sheet each
PADDING: Final = 170  # twips, 3 mm
ROOM: Final = 850  # twips, 15 mm


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a card; `size` is one of SIZES, `room`: beneath it somebody signs or sets a seal."""

    text: str
    size: int = 12
    bold: bool = False
    italic: bool = False
    centred: bool = False
    right: bool = False
    room: bool = False

    def __post_init__(self) -> None:
        if self.size not in SIZES:
            raise ValueError(f"a line of a card has {SIZES} points, not {self.size}")


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on one piece. `code` is an address for a QR picture above its words, "" for none."""

    lines: tuple[Line, ...]
    code: str = ""


@dataclass(frozen=True, slots=True)
class CardSheet:
    """Cards, `across` and `down` so many to a sheet; `title` and `issuer` are the file's own, not printed."""

    title: str
    issuer: str
    prepared_on: date
    cards: tuple[Card, ...]
    across: int = 2
    down: int = 4

    def __post_init__(self) -> None:
        if (self.across, self.down) not in LAYOUTS:
            raise ValueError(f"no layout of {self.across} by {self.down}")

    @property
    def to_a_page(self) -> int:
        return self.across * self.down

    @property
    def pages(self) -> tuple[tuple[Card, ...], ...]:
        return tuple(self.cards[at : at + self.to_a_page] for at in range(0, len(self.cards), self.to_a_page))


def sheets_for(number: int, to_a_page: int) -> int:
    """How many sheets hold at least so many cards."""
    return -(-number // to_a_page)


def render_cards_html(sheet: CardSheet, *, back: str = "") -> str:
    """A page to print; `back` as in `page.render_html`."""
    return _html(sheet, back=back, paged=False)


def render_cards_pdf(sheet: CardSheet) -> bytes:
    """The sheets as PDF; the same cards are the same bytes. Raises PdfUnavailable without Pango."""
    return write_pdf(_html(sheet, back="", paged=True), styles=CARDS)


def _html(sheet: CardSheet, *, back: str, paged: bool) -> str:
    context = {
        "sheet": sheet,
        "back": back,
        "paged": paged,
        "pages": [[(card, _picture(card.code)) for card in page] for page in sheet.pages],
    }
    return render_to_string("documents/cards.html", context)


@lru_cache(maxsize=1024)
def _picture(code: str) -> SafeString:
    return mark_safe(codes.small_svg(code)) if code else SafeString("")  # noqa: S308  our own SVG


def render_cards_docx(sheet: CardSheet) -> bytes:
    """The sheets as DOCX: one table, a row of pieces each of the same height."""
    word = docx.Document()
    keep_only_our_styles(word)
    add_styles(word)
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(5)
    section.top_margin = section.bottom_margin = Mm(8)
    section.header_distance = section.footer_distance = Mm(4)
    word.element.body.sectPr.addprevious(_table(word, sheet))
    last = add(word, "Tra cứu", "")
    last.paragraph_format.line_spacing = Pt(1)
    about = OfficialDocument(
        issuer=Issuer((sheet.issuer,)),
        type_name=sheet.title,
        subject="",
        sign="",
        place="",
        prepared_on=sheet.prepared_on,
        blocks=(),
        issued=True,
    )
    return packed(word, about, khmer=bool(KHMER.search(repr(sheet))))


def _table(word: Document, sheet: CardSheet) -> object:
    width = Mm(AREA[0] // sheet.across).twips
    height = Mm(AREA[1] // sheet.down).twips
    sides = "".join(
        f'<w:{side} w:val="dashed" w:sz="4" w:space="0" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(f'<w:{side} w:w="{PADDING}" w:type="dxa"/>' for side in ("left", "right"))
    rows = "".join(_rows(word, sheet, width, height))
    grid = f'<w:gridCol w:w="{width}"/>' * sheet.across
    return parse_xml(
        f"<w:tbl {nsdecls('w', 'wp', 'a', 'pic', 'r')}><w:tblPr>"
        f'<w:tblW w:w="{width * sheet.across}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{sides}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _rows(word: Document, sheet: CardSheet, width: int, height: int) -> Iterator[str]:
    made: dict[Card, str] = {}
    for page in sheet.pages:
        for at in range(0, len(page), sheet.across):
            cells = []
            for card in page[at : at + sheet.across]:
                if card not in made:
                    made[card] = _cell(word, card, width)
                cells.append(made[card])
            cells += [_cell(word, Card(()), width)] * (sheet.across - len(cells))
            shape = f'<w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>'
            yield f"<w:tr>{shape}{''.join(cells)}</w:tr>"


def _cell(word: Document, card: Card, width: int) -> str:
    paragraphs = [_paragraph(line) for line in card.lines] or ["<w:p/>"]
    if card.code:
        paragraphs.insert(
            0, f'<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r>{picture_of(word, card.code, "")}</w:r></w:p>'
        )
    shape = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
    return f"<w:tc>{shape}{''.join(paragraphs)}</w:tc>"


def _paragraph(line: Line) -> str:
    weight = ("<w:b/><w:bCs/>" if line.bold else "") + ("<w:i/><w:iCs/>" if line.italic else "")
    size = f'<w:sz w:val="{line.size * 2}"/><w:szCs w:val="{line.size * 2}"/>'
    runs = []
    for piece, khmer in by_script(printable(line.text)):
        before, after = KHMER_RUN if khmer else ("", "")
        runs.append(
            f'<w:r><w:rPr>{before}{weight}{size}{after}</w:rPr><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'
        )
    where = "center" if line.centred else "right" if line.right else ""
    align = f'<w:jc w:val="{where}"/>' if where else ""
    room = ROOM if line.room else 40
    return f'<w:p><w:pPr><w:spacing w:before="40" w:after="{room}"/>{align}</w:pPr>{"".join(runs)}</w:p>'


__all__ = ["Card", "CardSheet", "Line", "render_cards_docx", "render_cards_html", "render_cards_pdf", "sheets_for"]
