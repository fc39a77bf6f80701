"""A PDF is read line by line; a scanned one by recognition, where Tesseract is installed."""

import shutil

import pytest
from PIL import Image

from corpus import bad_documents, pages
from dienhong.reading import Refusal, Unreadable, ocr, read_bytes, read_lines
from dienhong.reading.pdf_text import Printed, in_reading_order, is_unreadable

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="needs Tesseract: apt install tesseract-ocr tesseract-ocr-vie"
)
SENTENCE = "Ủy ban nhân dân xã, Mặt trận Tổ quốc và các tổ chức chính trị - xã hội thực hiện dân chủ ở cơ sở."


def read(body):
    return read_bytes(pages.pdf(body), name="a.pdf")


def test_lines_pages_and_bold_are_those_of_the_print():
    source = read(f"<p><b>Điều 1. Phạm vi</b></p><p>{SENTENCE * 3}</p><p style='page-break-before:always'>Điều 2</p>")
    assert source.media_type == "application/pdf"
    assert (source.lines[0].text, source.lines[0].page, source.lines[0].bold) == ("Điều 1. Phạm vi", 1, True)
    assert (source.lines[-1].text, source.lines[-1].page, source.lines[-1].bold) == ("Điều 2", 2, False)
    assert " ".join(line.text for line in source.lines[1:-1]) == SENTENCE * 3


def test_a_word_cut_at_its_own_hyphen_stays_whole():
    assert read("<p>chính trị-<br>xã hội, số 14/TTr-<br>UBND</p>").lines[0].text == "chính trị-xã hội, số 14/TTr-UBND"


def test_a_dash_between_words_at_the_end_of_a_line_stays():
    assert [line.text for line in read("<p>chính trị -<br>xã hội</p>").lines] == ["chính trị -", "xã hội"]


def test_the_two_columns_of_a_header_are_not_mixed():
    columns = "<table width=100%><tr><td>HỘI ĐỒNG<br>NHÂN DÂN<td>CỘNG HÒA<br>Độc lập</table>"
    assert [line.text for line in read(columns).lines] == ["HỘI ĐỒNG", "NHÂN DÂN", "CỘNG HÒA", "Độc lập"]


def test_running_page_numbers_are_lines_of_their_own():
    style = "<style>@page{@bottom-center{content:counter(page)}}</style>"
    lines = read(f"{style}<p>một</p><p style='page-break-before:always'>hai</p>").lines
    assert [(line.text, line.page) for line in lines] == [("một", 1), ("1", 1), ("hai", 2), ("2", 2)]


def test_a_page_written_in_no_order_is_read_from_the_top():
    shuffled = [Printed(str(at), bold=False, left=50, top=at) for at in (700, 100, 600, 200, 500, 300, 400)]
    assert [line.top for line in in_reading_order(shuffled)] == [700, 600, 500, 400, 300, 200, 100]
    columns = [Printed(str(top), bold=False, left=50, top=top) for top in (700, 680, 700, 680, 600, 580, 560)]
    assert in_reading_order(columns) == columns


def test_letters_without_meaning_are_not_taken_for_text():
    assert is_unreadable("\ue001\ue002 \ue003\ufffd")
    assert not is_unreadable("\uf0b7 Điều 1")
    assert not is_unreadable("")


def test_a_locked_pdf_says_how_to_unlock_it():
    with pytest.raises(Unreadable, match="mật khẩu") as refused:
        read_bytes(bad_documents.locked_pdf()[1], name="a.pdf")
    assert refused.value.code == Refusal.PASSWORD


@needs_tesseract
@pytest.mark.parametrize("turned", [90, 180])
def test_a_page_scanned_sideways_or_upside_down_is_read_upright(tmp_path, turned):
    photo = pages.scanned(pages.pdf(f"<p>Điều 1. Phạm vi</p><p>{SENTENCE * 4}</p>"), tmp_path)[1]
    with Image.open(photo) as picture:
        picture.rotate(turned, expand=True).save(tmp_path / "xoay.png")
    assert "thực hiện dân chủ ở cơ sở" in " ".join(line.text for line in read_lines(tmp_path / "xoay.png").lines)


@needs_tesseract
def test_a_scanned_page_and_a_photograph_are_recognised(tmp_path):
    scan, photo = pages.scanned(pages.pdf(f"<p>Điều 1. Phạm vi</p><p>{SENTENCE}</p>"), tmp_path)
    told = []
    source = read_lines(scan, progress=lambda done, total: told.append((done, total)))
    words = " ".join(line.text for line in source.lines)
    assert "Điều 1" in words
    assert "thực hiện dân chủ ở cơ sở" in words
    assert told == [(1, 1)]
    assert "so lại với bản gốc" in source.notes[0]
    assert source.lines[0].page == 1
    assert "dân chủ" in " ".join(line.text for line in read_lines(photo).lines)


def test_a_scan_without_tesseract_says_how_to_install_it(tmp_path, monkeypatch):
    scan, photo = pages.scanned(pages.pdf("<p>Điều 1</p>"), tmp_path)
    monkeypatch.setattr(ocr.shutil, "which", lambda _: None)
    for path in (scan, photo):
        with pytest.raises(Unreadable, match="apt install tesseract-ocr tesseract-ocr-vie"):
            read_lines(path)


def test_pages_left_out_for_want_of_tesseract_are_named(tmp_path, monkeypatch):
    picture = pages.scanned(pages.pdf("<p>Điều 2</p>"), tmp_path)[1]
    mixed = pages.pdf(f"<p>Điều 1</p><p style='page-break-before:always'><img src='{picture.as_uri()}' width=300></p>")
    monkeypatch.setattr(ocr.shutil, "which", lambda _: None)
    source = read_bytes(mixed, name="a.pdf")
    assert [line.text for line in source.lines] == ["Điều 1"]
    assert source.notes[0].startswith("Các trang 2 chỉ có ảnh")
