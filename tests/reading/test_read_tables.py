"""Tables for import: what their owner sees, as text; nothing computed, nothing guessed."""

import io
from datetime import datetime

import pytest
import xlsxwriter

from corpus import bad_documents, old_letters, word
from dienhong.reading import Refusal, Unreadable, read_table, read_table_bytes


@pytest.fixture
def sheet(tmp_path):
    """Writes a workbook by a function of (workbook, worksheet) and reads it back."""

    def read(fill, **options):
        path = tmp_path / "bang.xlsx"
        with xlsxwriter.Workbook(path, options) as workbook:
            fill(workbook, workbook.add_worksheet("Hộ dân"))
        return read_table(path)

    return read


@pytest.fixture
def csv(tmp_path):
    def read(data, name="bang.csv"):
        path = tmp_path / name
        path.write_bytes(data)
        return read_table(path)

    return read


def rows(worksheet, table, first=0):
    for number, row in enumerate(table, start=first):
        worksheet.write_row(number, 0, row)


def test_a_plain_table(sheet):
    table = sheet(lambda _, ws: rows(ws, [["TT", "Họ tên"], [1, "Nguyễn Thị Bưởi"], [2, "Y Blô Êban"]]))
    assert table.header == ("TT", "Họ tên")
    assert table.rows == (("1", "Nguyễn Thị Bưởi"), ("2", "Y Blô Êban"))
    assert table.numbers == (2, 3)
    assert table.notes == ()


def test_dates_come_as_iso_days_and_text_dates_as_they_are(sheet):
    def fill(workbook, ws):
        dated = workbook.add_format({"num_format": "dd/mm/yyyy"})
        timed = workbook.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        rows(ws, [["a", "b", "c", "d"]])
        ws.write_datetime(1, 0, datetime(1980, 2, 29), dated)
        ws.write_datetime(1, 1, datetime(2026, 3, 1, 7, 30), timed)
        ws.write_string(1, 2, "31/02/2026")
        ws.write_number(1, 3, 60, dated)

    assert sheet(fill).rows == (("1980-02-29", "2026-03-01 07:30", "31/02/2026", "29/02/1900"),)


def test_a_workbook_counting_from_1904_gives_the_same_day(sheet):
    def fill(workbook, ws):
        rows(ws, [["a", "b"]])
        ws.write_datetime(1, 0, datetime(2026, 2, 3), workbook.add_format({"num_format": "d/m/yyyy"}))
        ws.write(1, 1, "x")

    assert sheet(fill, date_1904=True).rows == (("2026-02-03", "x"),)


def test_numbers_are_as_seen_long_codes_whole_and_padded(sheet):
    def fill(workbook, ws):
        rows(ws, [["a", "b", "c", "d", "e"]])
        ws.write(1, 0, 1234567.0)
        ws.write(1, 1, 79203001234)
        ws.write(1, 2, 1080001234, workbook.add_format({"num_format": "000000000000"}))
        ws.write(1, 3, 12.5)
        ws.write_string(1, 4, "0912 345 678")

    assert sheet(fill).rows == (("1234567", "79203001234", "001080001234", "12.5", "0912 345 678"),)


def test_formulas_give_their_stored_result_and_a_note(sheet):
    def fill(_, ws):
        rows(ws, [["a", "b"]])
        ws.write_formula(1, 0, "=1+1", None, 2)
        ws.write_formula(1, 1, "=HYPERLINK()", None, "")

    table = sheet(fill)
    assert table.rows == (("2", ""),)
    assert "1 ô công thức: lấy kết quả đã lưu" in table.notes[0]
    assert "chưa có kết quả" in table.notes[1]


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)", "\t=1"])
def test_text_that_looks_like_a_formula_stays_text(sheet, text):
    def fill(_, ws):
        rows(ws, [["a", "b"]])
        ws.write_string(1, 0, text)
        ws.write_string(1, 1, "x")

    assert sheet(fill).rows == ((text.strip(), "x"),)


def test_title_rows_merged_headers_and_column_numbers(sheet):
    def fill(_, ws):
        ws.merge_range(0, 0, 0, 4, "DANH SÁCH HỘ GIA ĐÌNH")
        for at, name in ((0, "TT"), (1, "Họ tên"), (4, "Ghi chú")):
            ws.merge_range(2, at, 3, at, name)
        ws.merge_range(2, 2, 2, 3, "Chủ hộ")
        ws.write_row(3, 2, ["Ngày sinh", "Số định danh"])
        rows(ws, [["(1)", "(2)", "(3)", "(4)", "(5)"], [1, "A", "1980", "x", ""]], first=4)

    table = sheet(fill)
    assert table.header == ("TT", "Họ tên", "Chủ hộ – Ngày sinh", "Chủ hộ – Số định danh", "Ghi chú")
    assert table.rows == (("1", "A", "1980", "x", ""),)
    assert table.numbers == (6,)
    assert len(table.notes) == 3


def test_a_lone_cell_at_the_end_of_the_sheet_costs_nothing(sheet):
    def fill(_, ws):
        rows(ws, [["TT", "Tên"], [1, "A"]])
        ws.write(1_048_575, 16_383, "x")

    table = sheet(fill)
    assert table.rows == (("1", "A"),)
    assert "1 ô nằm ngoài" in table.notes[0]


def test_only_the_first_filled_sheet_is_read_and_the_note_names_it(sheet):
    def fill(workbook, ws):
        rows(ws, [["TT", "Tên"], [1, "A"]])
        workbook.add_worksheet("Khác").write(0, 0, "x")

    assert "«Hộ dân»" in sheet(fill).notes[0]


def test_too_wide_a_table_is_refused(sheet):
    with pytest.raises(Unreadable) as refused:
        sheet(lambda _, ws: rows(ws, [[f"cột {at}" for at in range(600)], ["x"] * 600]))
    assert refused.value.code == Refusal.TOO_WIDE


def test_a_string_index_out_of_range_is_an_empty_cell_with_a_note(tmp_path):
    namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    cells = '<row><c t="inlineStr"><is><t>TT</t></is></c><c t="inlineStr"><is><t>Tên</t></is></c></row>'
    cells += '<row><c><v>1</v></c><c t="s"><v>99</v></c></row>'
    assert raw_sheet(tmp_path, f"<worksheet {namespace}><sheetData>{cells}</sheetData></worksheet>").rows == (
        ("1", ""),
    )


def raw_sheet(folder, xml):
    namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    book = (
        f'<workbook {namespace} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    relations = word.relations({"worksheet": "worksheets/a.xml"})
    parts = {"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": relations, "xl/worksheets/a.xml": xml}
    path = folder / "tho.xlsx"
    path.write_bytes(word.package(parts))
    return read_table(path)


@pytest.mark.parametrize(
    ("kind", "code"),
    [("deep", "too-deep"), ("bomb", "bomb"), ("broken", "broken"), ("entity", "unsafe-xml"), ("empty", "no-text")],
)
def test_bad_workbooks_are_refused(tmp_path, kind, code):
    xml = {
        "deep": "<a>" * 5000 + "</a>" * 5000,
        "bomb": f"<a>{' ' * 100_000_000}</a>",
        "broken": "<a><b></a>",
        "entity": '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        "empty": '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
    }[kind]
    with pytest.raises(Unreadable) as refused:
        raw_sheet(tmp_path, xml)
    assert refused.value.code == code


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_csv_of_any_separator_and_encoding(csv, separator, encoding):
    text = separator.join(["TT", "Họ tên", "Số"]) + "\r\n" + separator.join(["1", '"Lê Thị Bưởi, út; x"', "3"]) + "\r\n"
    table = csv(text.encode(encoding))
    assert table.header == ("TT", "Họ tên", "Số")
    assert table.rows == (("1", "Lê Thị Bưởi, út; x", "3"),)


@pytest.mark.parametrize("write", [old_letters.windows_1258, old_letters.vni])
def test_csv_in_an_old_encoding(csv, write):
    table = csv(write("TT;Họ và tên;Địa chỉ\n1;Nguyễn Thị Bưởi;thôn Đông, xã Bình Minh\n"))
    assert table.rows == (("1", "Nguyễn Thị Bưởi", "thôn Đông, xã Bình Minh"),)
    assert "đã chuyển sang Unicode" in table.notes[0]


def test_excel_may_name_the_separator_in_the_first_line(csv):
    assert csv(b"sep=;\na;b\n1,5;2\n").rows == (("1,5", "2"),)


def test_blank_rows_are_left_out_but_row_numbers_are_those_of_the_file(csv):
    table = csv(b"a;b\n\n1;2\n;;\n3;4\n")
    assert table.rows == (("1", "2"), ("3", "4"))
    assert table.numbers == (3, 5)


def test_a_line_break_inside_a_quoted_cell_is_one_cell(csv):
    assert csv('a,b\n"một\nhai",2\n'.encode()).rows == (("một hai", "2"),)


def test_an_upload_is_read_as_a_file_is():
    assert read_table_bytes("TT;Tên\n1;Ấp Đông\n".encode()).rows == (("1", "Ấp Đông"),)


def test_a_locked_or_old_workbook_says_what_to_do():
    with pytest.raises(Unreadable, match="mật khẩu"):
        read_table_bytes(bad_documents.ole_encrypted()[1])
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "Workbook".encode("utf-16-le")
    with pytest.raises(Unreadable, match="XLSX"):
        read_table_bytes(old)


def test_a_document_is_not_a_table(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(word.typed(["Điều 1"]))
    with pytest.raises(Unreadable) as refused:
        read_table(path)
    assert refused.value.code == Refusal.NOT_A_TABLE


def test_a_picture_is_not_a_table(csv):
    with pytest.raises(Unreadable):
        csv(io.BytesIO(b"\x89PNG\r\n\x1a\n" + b"\x00" * 100).read())
