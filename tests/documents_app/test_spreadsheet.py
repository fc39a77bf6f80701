"""The XLSX holds figures as figures, text as text, and prints on A4."""

import io
import zipfile
from datetime import datetime
from decimal import Decimal

import openpyxl
import pytest

from dienhong.documents.official import Column, Row, Table
from dienhong.documents.spreadsheet import Sheet, render_tables, render_xlsx, sheets_of
from tests.documents_app.examples import progress, report

SHEET = Sheet("Thôn, buôn", "Quy ước của thôn, buôn năm 2026", progress(), ("Số liệu chốt ngày 15/11/2026",))
TYPED = ['=HYPERLINK("http://x")', "+1+1", "-2+3", "@SUM(A1)", "=cmd|' /C calc'!A0", "https://example.org"]


def opened(*sheets):
    return openpyxl.load_workbook(io.BytesIO(render_xlsx(sheets)))


def test_figures_are_figures_days_are_days_and_the_unknown_is_said():
    page = opened(SHEET)["Thôn, buôn"]
    first = [cell.value for cell in page[6]]
    assert first == [1, "Suối Đá", "Có", "Đã rà soát", 1137, 82.5, datetime(2026, 3, 2)]
    assert page["D8"].value == "chưa có số liệu"
    assert page["E6"].number_format == "#,##0"
    assert page["G6"].number_format == "dd/mm/yyyy"


def test_title_notes_and_grouped_head_stand_above():
    page = opened(SHEET)["Thôn, buôn"]
    assert page["A1"].value == SHEET.title
    assert page["A2"].value == SHEET.notes[0]
    assert page["C4"].value == "Quy ước, hương ước"
    assert page["C5"].value == "Có quy ước"
    assert "C4:D4" in {str(area) for area in page.merged_cells.ranges}


def test_it_is_set_to_print():
    page = opened(SHEET)["Thôn, buôn"]
    assert (page.page_setup.orientation, int(page.page_setup.paperSize)) == ("landscape", 9)
    assert page.freeze_panes == "A6"
    assert page.print_title_rows == "$4:$5"
    assert page.page_setup.fitToHeight == 0


@pytest.mark.parametrize("text", TYPED)
def test_what_looks_like_a_formula_stays_a_word(text):
    cell = opened(Sheet("A", "B", Table((Column("C"),), (Row((text,)),))))["A"]["A4"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.hyperlink is None


def test_no_formula_and_no_link_is_in_the_file():
    rows = tuple(Row((text,)) for text in TYPED)
    with zipfile.ZipFile(io.BytesIO(render_xlsx([Sheet("=A1", "=B1", Table((Column("=C1"),), rows))]))) as package:
        sheet = package.read("xl/worksheets/sheet1.xml")
        assert b"<f>" not in sheet
        assert b"hyperlink" not in sheet
        assert not [name for name in package.namelist() if "external" in name.lower()]


def test_names_that_excel_refuses_are_made_acceptable():
    table = Table((Column("A"),), (Row((Decimal("1.5"),)),))
    long = "Danh sách rất dài của các thôn trong xã [năm 2026]"
    names = opened(Sheet(long, "", table), Sheet(long, "", table), Sheet("???", "", table)).sheetnames
    assert len(set(names)) == 3
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_the_same_tables_are_the_same_bytes():
    assert render_xlsx([SHEET]) == render_xlsx([SHEET])


def test_the_tables_of_a_document_become_sheets_body_first():
    sheets = sheets_of(report())
    assert [sheet.title for sheet in sheets] == [report().title, "Danh sách thôn, buôn và số liệu chi tiết"]
    book = openpyxl.load_workbook(io.BytesIO(render_tables(report())))
    assert len(book.sheetnames) == 2
    assert book.worksheets[1]["A1"].value == sheets[1].title


def test_a_document_without_tables_says_so():
    assert sheets_of(report(blocks=(), annexes=())) == ()
    assert opened().sheetnames == ["Không có bảng"]
