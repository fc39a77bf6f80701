"""A notice for a board: A3 is A4 enlarged, its text larger still, and its QR picture can be scanned."""

import io

import docx
import pytest
from docx.shared import Mm, Pt

from dienhong.documents.official import Issuer, OfficialDocument, Paragraph, Scan, Sheet
from dienhong.documents.page import render_html
from dienhong.documents.pdf import is_pdf_available, render_pdf
from dienhong.documents.word import render_docx
from tests.documents_app.examples import report

URL = "https://danchu.suoimay.example/m/7KQ2M9XTRA/"
KHMER = "សេចក្តីជូនដំណឹង"


def notice(sheet):
    return OfficialDocument(
        issuer=Issuer(name=("Ủy ban nhân dân", "xã Suối Mây")),
        type_name="Thông báo",
        subject="mức thu phí vệ sinh",
        sign="TB-UBND",
        place="Suối Mây",
        prepared_on=report().prepared_on,
        blocks=(
            Paragraph("Mỗi hộ 20.000 đồng một tháng."),
            Paragraph(KHMER, language="km"),
            Scan(URL, ("Quét mã để xem toàn văn", "Mã 7KQ2M-9XTRA")),
        ),
        issued=True,
        sheet=sheet,
        large=sheet is Sheet.A3,
    )


def opened(sheet):
    return docx.Document(io.BytesIO(render_docx(notice(sheet))))


@pytest.mark.parametrize(("sheet", "width", "height"), [(Sheet.A4, 210, 297), (Sheet.A3, 297, 420)])
def test_the_sheet_has_its_size(sheet, width, height):
    section = opened(sheet).sections[0]
    assert abs(section.page_width - Mm(width)) < Mm(0.3)
    assert abs(section.page_height - Mm(height)) < Mm(0.3)


def test_text_on_a3_is_read_from_afar_and_every_picture_grows_with_the_sheet():
    small, large = opened(Sheet.A4), opened(Sheet.A3)
    assert small.styles["Lời văn"].font.size == Pt(14)
    assert large.styles["Lời văn"].font.size == Pt(24)
    assert abs(large.inline_shapes[0].width / small.inline_shapes[0].width - 2**0.5) < 0.001


def test_the_same_notice_is_the_same_bytes():
    assert render_docx(notice(Sheet.A3)) == render_docx(notice(Sheet.A3))


def test_the_page_says_which_words_are_khmer_and_where_the_picture_leads():
    page = render_html(notice(Sheet.A4))
    assert f'lang="km">{KHMER}' in page
    assert f'aria-label="Mã QR dẫn đến {URL}"' in page


@pytest.mark.skipif(not is_pdf_available(), reason="no Pango")
@pytest.mark.parametrize(("sheet", "points"), [(Sheet.A4, (595, 842)), (Sheet.A3, (842, 1191))])
def test_the_pdf_has_the_size_of_its_sheet(sheet, points):
    import pypdfium2  # noqa: PLC0415 - only where the PDF can be made

    page = pypdfium2.PdfDocument(render_pdf(notice(sheet)))[0]
    assert tuple(map(round, page.get_size())) == points
