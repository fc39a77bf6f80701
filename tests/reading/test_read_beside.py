"""What a file carries besides its pages is given too: nobody publishes what nobody saw."""

import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest
import xlsxwriter

from corpus import bad_documents, pages, word
from dienhong.reading import LIMITS, Refusal, Unreadable, beside, read_beside
from dienhong.reading.carried import OLD_FORMAT

W = f'xmlns:w="{word.W_NS}"'


def given(data, **named):
    """What the jail gives is what the reader gives."""
    found = read_beside(data, **named)
    direct = beside.answer(data, limits=LIMITS, page=0)
    assert [tuple(passage) for passage in direct["passages"]] == [(p.text, p.part, p.row) for p in found.passages]
    assert set(direct["unseen"]) <= set(found.unseen)
    return found


def parts(found):
    return {(passage.part, passage.text) for passage in found.passages}


def test_word_margins_comments_deleted_and_hidden_words_and_properties():
    body = (
        word.paragraph("Thân")
        + word.paragraph(f"<w:del>{word.run('đã xóa').replace('w:t', 'w:delText')}</w:del>")
        + word.paragraph(word.run("ẩn", "<w:vanish/>") + "<w:r><w:tab/></w:r>" + word.run("sau"))
    )
    core = '<cp:p xmlns:cp="c" xmlns:dc="d"><dc:creator>Người soạn</dc:creator><dc:empty/></cp:p>'.replace(
        "cp:p", "cp:c"
    )
    found = given(
        word.document(
            body,
            parts={
                "word/header1.xml": f"<w:hdr {W}>{word.paragraph('Ở đầu')}</w:hdr>",
                "word/footer1.xml": f"<w:ftr {W}>{word.paragraph('Ở chân')}</w:ftr>",
                "word/comments.xml": f"<w:comments {W}><w:comment>{word.paragraph('Lời bàn')}</w:comment></w:comments>",
                "word/styles.xml": f"<w:styles {W}>{word.paragraph('không phải chữ')}</w:styles>",
                "docProps/core.xml": core,
                "word/media/image1.png": b"x",
                "word/embeddings/a.bin": b"x",
                "word/notes.txt": b"x",
            },
        )
    )
    body_part = "thân văn bản, cả chữ ẩn và chữ đã xóa"
    assert parts(found) == {
        (body_part, "Thân"),
        (body_part, "đã xóa"),
        (body_part, "ẩn sau"),
        ("đầu trang", "Ở đầu"),
        ("chân trang", "Ở chân"),
        ("nhận xét bên lề", "Lời bàn"),
        ("thuộc tính tệp", "Người soạn"),
    }
    assert found.unseen == (
        "Có 1 hình ảnh trong tệp: chưa đọc được chữ bên trong.",
        "Có 1 tệp nhúng hoặc macro trong tệp: chưa xem được bên trong.",
    )


def test_all_sheets_hidden_ones_too_their_comments_and_printed_margins():
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    book.set_properties({"author": "Người lập"})
    first, second = book.add_worksheet("Công khai"), book.add_worksheet("Nháp")
    first.write_row(0, 0, ["Họ tên", "", "Số"])
    first.write_row(4, 1, ["giữa", 12])
    first.write_comment(0, 0, "Xem lại")
    first.set_header("&CTrang in")
    second.write(0, 0, "giấu")
    second.hide()
    book.close()
    found = given(file.getvalue())
    assert {(passage.part, passage.row, passage.text) for passage in found.passages} >= {
        ("trang tính «Công khai»", 0, "Công khai"),
        ("trang tính «Công khai»", 1, "Họ tên\t\tSố"),
        ("trang tính «Công khai»", 5, "\tgiữa\t12"),
        ("trang tính ẩn «Nháp»", 1, "giấu"),
        ("nhận xét", 1, "Xem lại"),
        ("đầu trang và chân trang khi in", 1, "&CTrang in"),
    }
    assert ("thuộc tính tệp", "Người lập") in parts(found)
    assert found.unseen == ()


def test_what_a_summary_table_keeps_is_given():
    file = io.BytesIO()
    book = openpyxl.Workbook()
    book.active["A1"] = "x"
    book.save(file)
    held = '<r xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><s v="Nguyễn Văn An"/></r>'
    data = word.package(_members(file.getvalue()) | {"xl/pivotCache/records1.xml": held})
    assert ("dữ liệu lưu cùng bảng tổng hợp", "Nguyễn Văn An") in parts(given(data))


def _members(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_pdf_properties_notes_fields_and_pictures():
    picture = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    data = pages.pdf(f"<title>Tên trong thuộc tính</title><p>Chữ<p><img src='{picture}'>")
    found = given(data)
    assert ("thuộc tính tệp", "Tên trong thuộc tính") in parts(found)
    assert found.unseen == ("Có hình ảnh ở trang 1: chưa đọc được chữ bên trong.",)


def test_notes_and_attachments_of_a_pdf():
    note = b"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Goi 0912345678) >>"
    data = bad_documents.pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >> >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Annots [4 0 R] >>",
            note,
            b"<< /Type /Filespec /F (a) >>",
        ]
    )
    found = given(data)
    assert parts(found) == {("ghi chú ở trang 1", "Goi 0912345678")}
    assert found.unseen == ("Có 1 tệp đính kèm trong tệp PDF: chưa xem được bên trong.",)


def test_the_source_of_a_web_page():
    page = "<html><p hidden>ẩn &#48;912</p>\n<!-- lời ghi -->\n<img src=a></html>"
    found = given(page.encode(), name="a.html")
    assert {passage.text for passage in found.passages} == {"ẩn 0912", "lời ghi"}
    assert found.unseen == ("Trang có 1 hình ảnh: chưa đọc được chữ bên trong.",)
    assert given(b"<html>a</html>").unseen == ()


def test_plain_text_carries_nothing_beside():
    assert read_beside("Một dòng".encode()).passages == ()
    assert read_beside(b"\x89PNG\r\n\x1a\n....").unseen == ()


@pytest.mark.parametrize("data", [b"{\\rtf1 a}", word.package({"mimetype": "application/vnd.oasis.opendocument.text"})])
def test_of_an_old_format_it_is_said_that_nothing_beside_was_seen(data):
    assert read_beside(data).unseen == (OLD_FORMAT,)


@pytest.mark.parametrize(
    ("data", "code"), [(word.package({"ppt/a.xml": "<a/>"}), Refusal.UNKNOWN_TYPE), (b"", Refusal.EMPTY)]
)
def test_what_is_no_document_is_refused(data, code):
    with pytest.raises(Unreadable) as refused:
        read_beside(data)
    assert refused.value.code == code


def test_an_open_document_says_only_what_it_is():
    data = word.package({"mimetype": "application/vnd.oasis.opendocument.text"})
    answer = beside.answer(data, limits=LIMITS, page=0)
    assert answer == {
        "media_type": "application/vnd.oasis.opendocument.text",
        "passages": [],
        "unseen": [],
        "pictured": [],
    }


def test_what_is_neither_words_nor_sheets_is_refused_by_the_reader():
    with pytest.raises(Unreadable):
        beside.answer(word.package({"ppt/a.xml": "<a/>"}), limits=LIMITS, page=0)


def test_too_many_words_are_refused():
    data = word.document(word.paragraph("chữ " * 50))
    with pytest.raises(Unreadable) as refused:
        beside.answer(data, limits=replace(LIMITS, characters=100), page=0)
    assert refused.value.code == Refusal.TOO_MUCH_TEXT
