"""The whole official document: page, head, body, signing block, annexes, header and footer."""

from collections.abc import Sequence
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.section import Section
from docx.shared import Length, Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from dienhong.documents.official import (
    COUNTRY,
    DRAFT_MARK,
    KHMER,
    MOTTO,
    Annex,
    OfficialDocument,
    Run,
    Sheet,
    Trace,
    annex_label,
    annex_reference,
    list_punctuation,
    recipients_printed,
)
from dienhong.documents.word.blocks import add, add_blocks, fill, lay_out, picture, signature_of, write
from dienhong.documents.word.enlarge import enlarge
from dienhong.documents.word.markup import add_field, add_page_number, element, rule, watermark
from dienhong.documents.word.package import keep_only_our_styles, packed
from dienhong.documents.word.styles import add_styles

# Appendix I part I sec. I.3: top and bottom 20-25 mm, left 30-35 mm, right 15-20 mm.
PAGE = (Mm(210), Mm(297))
TOP, BOTTOM, LEFT, RIGHT = Mm(20), Mm(25), Mm(30), Mm(15)
HEADER_AT, FOOTER_AT = Mm(10), Mm(8)
HEAD_WIDTHS = (Mm(74), Mm(91))
QR_SIZE = Mm(15)
# The length of a line of Times New Roman bold, in parts of its size: the motto measured, the others estimated.
MOTTO_EMS = 12.75
CAPITAL_EM = 0.73
LETTER_EM = 0.5
RULE_SHARE = 0.4  # of the words above it; the decree says between a third and a half


def render_docx(document: OfficialDocument) -> bytes:
    """The document as DOCX (Decree 30/2020/NĐ-CP Appendix I); the same document is the same bytes."""
    word = _begun(document)
    for index, annex in enumerate(document.annexes):
        _add_annex(word, document, index, annex)
    if document.sheet is Sheet.A3:
        enlarge(word)
    return packed(word, document, khmer=bool(KHMER.search(repr(document))))


def render_docx_series(documents: Sequence[OfficialDocument]) -> bytes:
    """Letters of one kind in one file, each on a sheet of its own with pages counted from 1; they have no annexes.

    Raises ValueError for none.
    """
    if not documents:
        raise ValueError("a series has at least one document")
    first, *others = documents
    word = _begun(first)
    for document in others:
        section = word.add_section(WD_SECTION.NEW_PAGE)
        _set_page(section, landscape=False)
        _count_from_one(section)
        _add_head(word, document)
        _add_title(word, document)
        add_blocks(word, document.blocks, room=_room(section))
        _add_signing_block(word, document)
    return packed(word, first, khmer=any(KHMER.search(repr(each)) for each in documents))


def _begun(document: OfficialDocument) -> Document:
    """The file with its first document, annexes left out."""
    word = docx.Document()
    keep_only_our_styles(word)
    add_styles(word, large=document.large, compact=document.compact)
    section = word.sections[0]
    _set_page(section, landscape=False)
    _fill_margins(section, document)
    _add_head(word, document)
    _add_title(word, document)
    add_blocks(word, document.blocks, room=_room(section))
    _add_signing_block(word, document)
    return word


def _count_from_one(section: Section) -> None:
    properties = section._sectPr  # noqa: SLF001
    for old in properties.findall(element("w:pgNumType").tag):
        properties.remove(old)
    properties.insert_element_before(
        element("w:pgNumType", start="1"), "w:cols", "w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg", "w:docGrid"
    )


def _set_page(section: Section, *, landscape: bool) -> None:
    width, height = reversed(PAGE) if landscape else PAGE
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    section.left_margin, section.right_margin = LEFT, RIGHT
    section.header_distance, section.footer_distance = HEADER_AT, FOOTER_AT
    section.different_first_page_header_footer = True  # no number on the first page


def _room(section: Section) -> Length:
    width, left, right = section.page_width, section.left_margin, section.right_margin
    return Length((width or 0) - (left or 0) - (right or 0))


def _fill_margins(section: Section, document: OfficialDocument) -> None:
    for piece in (section.header, section.first_page_header, section.footer, section.first_page_footer):
        piece.is_linked_to_previous = False
    add_page_number(section.header.paragraphs[0])
    if not document.issued:
        for number, header in enumerate((section.header, section.first_page_header), start=1):
            header.paragraphs[0]._p.append(watermark(DRAFT_MARK, number=number))  # noqa: SLF001
    if document.trace:
        _trace_with_qr(section.first_page_footer, document.trace)
        line = section.footer.paragraphs[0]
        line.style = "Tra cứu"
        write(line, Run(f"Mã tra cứu: {document.trace.printed_code}"))
    if document.footer:
        for footer in (section.first_page_footer, section.footer):
            _count_pages(footer.add_paragraph(style="Chân trang"), document.footer)


def _count_pages(paragraph: Paragraph, words: str) -> None:
    write(paragraph, Run(f"{words} · trang "))
    add_field(paragraph, "PAGE")
    write(paragraph, Run("/"))
    add_field(paragraph, "NUMPAGES")


def _trace_with_qr(footer: Any, trace: Trace) -> None:
    grid = footer.add_table(1, 2, Length(QR_SIZE + Mm(2) + Mm(148)))
    lay_out(grid, (Length(QR_SIZE + Mm(2)), Mm(148)))
    left, words = grid.rows[0].cells
    left.paragraphs[0].style = "Tra cứu"
    picture(left.paragraphs[0], trace.url, QR_SIZE)
    lines = [f"Mã tra cứu: {trace.printed_code}", trace.url]
    if trace.words:
        lines.append(f"Đối chiếu sổ cái: {' '.join(trace.words)}")
    fill(words, *(("Tra cứu", line) for line in lines))
    footer._element.remove(footer.paragraphs[0]._p)  # noqa: SLF001  the empty one above the table
    last = footer.add_paragraph(style="Tra cứu")  # a part ends with a paragraph: an almost flat one
    last.paragraph_format.line_spacing = Pt(1)


def _add_head(word: Document, document: OfficialDocument) -> None:
    grid = word.add_table(2, 2)
    lay_out(grid, HEAD_WIDTHS)
    left, right = grid.rows[0].cells
    name = [line.upper() for line in document.issuer.name]
    fill(
        left,
        *(("Cơ quan chủ quản", line.upper()) for line in document.issuer.superior),
        *(("Tên cơ quan", line) for line in name),
    )
    words = Pt(12 * CAPITAL_EM * len(name[-1]))
    rule(left.add_paragraph(style="Tên cơ quan"), room=HEAD_WIDTHS[0], length=Length(int(words * RULE_SHARE)))
    fill(right, ("Quốc hiệu", COUNTRY), ("Tiêu ngữ", MOTTO))
    rule(right.add_paragraph(style="Tiêu ngữ"), room=HEAD_WIDTHS[1], length=Pt(13 * MOTTO_EMS))
    number, dated = grid.rows[1].cells
    fill(number, ("Số, ký hiệu", document.number_line))
    if not document.type_name:
        _fill_more(number, "Trích yếu công văn", f"V/v {document.subject}")
    fill(dated, ("Địa danh, thời gian", document.date_line))
    for cell in (number, dated):
        cell.paragraphs[0].paragraph_format.space_before = Pt(6)


def _fill_more(cell: _Cell, style: str, text: str) -> None:
    write(cell.add_paragraph(style=style), Run(text))


def _add_title(word: Document, document: OfficialDocument) -> None:
    if document.type_name:
        add(word, "Tên loại", document.type_name.upper())
        add(word, "Trích yếu", document.printed_subject)
        words = min(Pt(14 * LETTER_EM * len(document.subject)), Mm(165))
        rule(word.add_paragraph(style="Trích yếu"), room=Mm(165), length=Length(int(words * RULE_SHARE)))
    _add_addressees(word, document.addressed_to)
    for basis in list_punctuation(document.bases):
        add(word, "Căn cứ", basis)


def _add_addressees(word: Document, addressed_to: tuple[str, ...]) -> None:
    if len(addressed_to) == 1:
        add(word, "Kính gửi", f"Kính gửi: {addressed_to[0]}")
        return
    for position, item in enumerate(list_punctuation(addressed_to)):
        if position == 0:
            first = add(word, "Nơi được gửi", "Kính gửi:")
            first.paragraph_format.left_indent, first.paragraph_format.space_before = Mm(45), Pt(6)
        line = add(word, "Nơi được gửi", f"- {item}")
        line.paragraph_format.left_indent = Mm(68)  # the dash stands under the colon
        line.paragraph_format.first_line_indent = Mm(-4)


def _add_signing_block(word: Document, document: OfficialDocument) -> None:
    if not document.recipients and not document.signer:
        return
    if word.paragraphs:
        word.paragraphs[-1].paragraph_format.keep_with_next = True  # no signature alone on a page
    spacer = word.add_paragraph(style="Tra cứu")
    spacer.paragraph_format.keep_with_next = True
    beside, below = recipients_printed(document)
    grid = word.add_table(2 if below else 1, 2)
    lay_out(grid, (Mm(80), Mm(85)))
    left, right = grid.rows[0].cells
    if below:
        grid.rows[1]._tr.trPr.clear()  # noqa: SLF001  a list may go on overleaf, a signature may not
        fill(grid.rows[1].cells[0], *(("Danh sách nơi nhận", line) for line in below))
    if beside:
        fill(left, ("Nơi nhận", "Nơi nhận:"), *(("Danh sách nơi nhận", line) for line in beside))
    else:
        left.paragraphs[0].style = "Danh sách nơi nhận"
    if document.signer:
        fill(right, *signature_of(document.signer))


def _add_annex(word: Document, document: OfficialDocument, index: int, annex: Annex) -> None:
    """An annex begins a section: its own page numbers, its own way up (Appendix I part I sec. III.1)."""
    section = word.add_section(WD_SECTION.NEW_PAGE)
    _set_page(section, landscape=annex.landscape)
    _count_from_one(section)
    add(word, "Phụ lục", annex_label(document, index))
    add(word, "Tên phụ lục", annex.title.upper())
    add(word, "Kèm theo", annex_reference(document))
    add_blocks(word, annex.blocks, room=_room(section))
