"""What a document says before it has a format: numbers, dates, labels, figures."""

from datetime import date
from decimal import Decimal

import pytest

from dienhong.documents.official import (
    Column,
    Heading,
    Issuer,
    Level,
    Paragraph,
    Row,
    Table,
    annex_label,
    annex_reference,
    by_script,
    list_punctuation,
    numbered,
    paragraphs_of,
    point_letter,
    printed,
    roman,
    runs_of,
)
from tests.documents_app.examples import report


@pytest.mark.parametrize(
    ("number", "line"),
    [(None, "Số:       /BC-UBND"), (7, "Số: 07/BC-UBND"), (10, "Số: 10/BC-UBND"), (125, "Số: 125/BC-UBND")],
)
def test_a_number_below_ten_has_a_zero_and_none_leaves_room_to_write(number, line):
    assert report(number=number).number_line.replace("\u00a0", " ") == line


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (date(2026, 2, 5), "Suối Mây, ngày 05 tháng 02 năm 2026"),
        (date(2026, 3, 10), "Suối Mây, ngày 10 tháng 3 năm 2026"),
        (date(2026, 12, 31), "Suối Mây, ngày 31 tháng 12 năm 2026"),
        (None, "Suối Mây, ngày      tháng      năm 2026"),
    ],
)
def test_days_and_the_first_two_months_have_a_zero(day, line):
    spaced = " ".join(report(dated=day).date_line.replace("\u00a0", " ").split())
    assert spaced == " ".join(line.split())


def test_headings_are_numbered_by_their_place():
    levels = [
        Level.SECTION, Level.CLAUSE, Level.POINT, Level.POINT, Level.CLAUSE, Level.POINT, Level.SECTION, Level.CLAUSE,
    ]  # fmt: skip
    blocks = [block for level in levels for block in (Heading(level, "x"), Paragraph("y"))]
    labels = [label for label, block in numbered(blocks) if isinstance(block, Heading)]
    assert labels == ["I.", "1.", "a)", "b)", "2.", "a)", "II.", "1."]


def test_articles_run_on_through_the_chapters():
    levels = [Level.CHAPTER, Level.ARTICLE, Level.CLAUSE, Level.ARTICLE, Level.CHAPTER, Level.ARTICLE, Level.CLAUSE]
    labels = [label for label, _block in numbered([Heading(level, "x") for level in levels])]
    assert labels == ["Chương I", "Điều 1.", "1.", "Điều 2.", "Chương II", "Điều 3.", "1."]


def test_points_follow_the_vietnamese_letters():
    assert [point_letter(number) for number in range(1, 9)] == list("abcdđegh")
    assert point_letter(23) == "y"
    assert point_letter(24) == "aa"


def test_roman_figures():
    assert [roman(number) for number in (1, 4, 9, 14, 19, 23)] == ["I", "IV", "IX", "XIV", "XIX", "XXIII"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "chưa có số liệu"),
        (0, "0"),
        (1234567, "1.234.567"),
        (Decimal("98.5"), "98,5"),
        (Decimal("1234.50"), "1.234,50"),
        (date(2026, 3, 5), "05/03/2026"),
        ("98/124", "98/124"),
    ],
)
def test_figures_are_printed_the_vietnamese_way(value, text):
    assert printed(value) == text


def test_an_unknown_figure_is_never_a_zero():
    assert printed(None) != printed(0)


def test_a_row_of_another_length_is_refused():
    with pytest.raises(ValueError, match="Row 2 has 1 cells"):
        Table((Column("A"), Column("B")), (Row(("1", "2")), Row(("3",))))


def test_one_annex_has_no_number_and_several_have_roman_ones():
    one = report()
    two = report(annexes=one.annexes * 2)
    assert annex_label(one, 0) == "Phụ lục"
    assert [annex_label(two, index) for index in (0, 1)] == ["Phụ lục I", "Phụ lục II"]


def test_an_annex_says_with_which_document_it_came():
    document = report(number=7, dated=date(2026, 12, 5), issuer=Issuer(("Ủy ban nhân dân", "xã Suối Mây")))
    assert annex_reference(document) == (
        "(Kèm theo Báo cáo số 07/BC-UBND ngày 05 tháng 12 năm 2026 của Ủy ban nhân dân xã Suối Mây)"
    )


def test_a_citation_stands_behind_its_paragraph_in_brackets():
    last = runs_of(Paragraph("Đã tổ chức.", citation="điểm a khoản 2 Điều 3"))[-1]
    assert (last.text, last.italic) == (" (điểm a khoản 2 Điều 3)", True)


def test_lists_close_with_semicolons_and_a_full_stop():
    assert list_punctuation(("Như trên", "Các Ban;", "Lưu: VT.")) == ("Như trên;", "Các Ban;", "Lưu: VT.")
    assert list_punctuation(()) == ()


def test_typed_lines_become_paragraphs():
    typed = "  Năm qua   làm được nhiều việc.\r\n\r\n- Công khai;\n\n"
    assert paragraphs_of(typed) == (Paragraph("Năm qua làm được nhiều việc."), Paragraph("- Công khai;"))
    assert paragraphs_of(" \n ") == ()


def test_khmer_is_cut_out_of_the_text_and_nothing_is_lost():
    text = "Thông báo (សេចក្តីជូនដំណឹង) gửi thôn"
    pieces = list(by_script(text))
    assert "".join(piece for piece, _khmer in pieces) == text
    assert [khmer for _piece, khmer in pieces] == [False, True, False]
