"""What must be looked at before publishing is found, masked and placed; what only looks alike is left alone."""

import io
import time

import pytest
import xlsxwriter

from corpus import pages, word
from dienhong.disclosures.screening import (
    ADVICE,
    Finding,
    Kind,
    Passage,
    Screening,
    screen,
    screen_file,
    screen_text,
)
from dienhong.reading import LIMITS, ocr


def kinds(text):
    return [finding.kind for finding in screen_text(text).findings]


ALIKE = """
ỦY BAN NHÂN DÂN XÃ ĐÔNG HÀ
Số: 123/QĐ-UBND            Đông Hà, ngày 30 tháng 11 năm 2026
QUYẾT ĐỊNH
Về mức đóng góp làm đường thôn năm 2026
Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
Căn cứ Luật số 10/2022/QH15 ngày 10 tháng 11 năm 2022; Nghị định số 59/2023/NĐ-CP, Nghị định 61/2023/NĐ-CP;
Căn cứ Quyết định số 1719/QĐ-TTg ngày 14/10/2021; Thông tư 09/2022/TT-BKHĐT;
Điều 11 khoản 2 điểm a, Điều 12, Điều 13; mục 2.1.3; Phụ lục 01, mẫu số 02.
Tổng mức đầu tư: 1.140.500.000 đồng; dự toán 123456789 đồng; 123456789012 đồng; quyết toán 912345678 đồng.
Nguồn vốn 2.500 triệu đồng, 84.912.345.678 đồng, 1,25 tỷ đồng, 0,35 %.
Thôn Bến Sậy có 160 hộ, 45 hộ nghèo, 12 hộ cận nghèo; tỷ lệ hộ nghèo giảm 2,5 %.
Hỗ trợ hộ nghèo, hộ cận nghèo theo Nghị quyết số 12/NQ-HĐND; chuẩn hộ nghèo giai đoạn 2021-2025.
Chủ tịch Nguyễn Văn An báo cáo kết quả rà soát hộ nghèo năm 2026.
Thời gian: từ 05.11.2026 12 ngày; 08.11.2026 10:30; 01/7/2026 - 30/9/2026; 2026-11-30.
Diện tích 1234,5 m2; thửa đất số 123, tờ bản đồ số 45; tọa độ 105.123456, 21.028511.
Mã hồ sơ H09.05-261130-0012; mã dự án 7912345; mã định danh điện tử 000.00.05.H09.
Học sinh năm học 2026-2027; vệ sinh năm 2026; dân sinh năm 2026; an sinh năm 2026; bà Trần Thị Bình dạy học sinh năm 2025.
Điện thoại: 1022, 1900 1234; thư công vụ: ubnd.dongha@quangtri.gov.vn
Mật độ dân số; rừng mật; MẬT ONG; BÍ MẬT KINH DOANH; danh mục bí mật nhà nước độ Tối mật.
Ông Nguyễn Văn An, Chủ tịch, ký ngày 30/11/2026; đường Trần Hưng Đạo, Trường Nguyễn Du.
Tài khoản 111, 112, 331; ngân hàng Chính sách xã hội cho vay 50.000.000 đồng, ngân hàng giải ngân 123456789 đồng.
Văn bản số 0912345678/UBND-VP.
"""


@pytest.mark.parametrize("line", [line for line in ALIKE.splitlines() if line])
def test_numbers_of_the_law_money_days_and_counts_are_left_alone(line):
    assert screen_text(line).findings == ()


def test_the_whole_text_of_a_decision_is_left_alone():
    assert screen_text(ALIKE).clear


@pytest.mark.parametrize(
    "text",
    [
        "Số 001085012345 nhận tiền",
        "038 303 001 234",
        "096 085 001234",
        "CCCD: 123456789012",
        "CMND số 123456789",
        "Chứng minh nhân dân: 012 345 678",
        "căn cước 1085012345",
        "CMND/CCCD: 024085012345",
    ],
)
def test_identity_numbers(text):
    assert kinds(text) == [Kind.IDENTITY]


@pytest.mark.parametrize(
    "text",
    [
        "003085012345",
        "001485012345",
        "001299012345",
        "001085012345 đồng",
        "123456789",
        "mã 9001085012345",
        "123456789012",
    ],
)
def test_what_is_not_built_as_an_identity_number(text):
    assert kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "0912345678",
        "0912 345 678",
        "0912.345.678",
        "091-234-5678",
        "091 2345 678",
        "0912 34 56 78",
        "0912 345678",
        "091 2345678",
        "+84 912 345 678",
        "(+84)912345678",
        "0084 912345678",
        "024 3825 1234",
        "(028) 38251234",
        "0233 385 1234",
        "0233.3851234",
        "02333851234",
        "(0233) 3851 234",
        "Gọi ông Tư 0912345678.",
        "SĐT: 912345678",
    ],
)
def test_telephone_numbers(text):
    assert kinds(text) == [Kind.PHONE]


def test_two_telephone_numbers_in_one_line():
    assert kinds("ĐT 0912345678/0987654321, 0233 385 1234 - 0388 123 456") == [Kind.PHONE] * 4


@pytest.mark.parametrize("text", ["0233 385 123", "02 11 2026", "0612345678", "09123456789", "091234567"])
def test_what_is_no_telephone_number(text):
    assert kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Số tài khoản: 3900201001234",
        "STK 1234 5678 9012 tại Agribank",
        "Chuyển vào ngân hàng BIDV 12345678",
        "tài khoản 102010001234567",
    ],
)
def test_bank_accounts(text):
    assert kinds(text) == [Kind.BANK_ACCOUNT]


def test_the_nearest_word_says_what_a_number_is():
    assert kinds("CMND 123456789, số tài khoản 987654321, ĐT 0912345678") == [
        Kind.PHONE,
        Kind.IDENTITY,
        Kind.BANK_ACCOUNT,
    ]


def test_mail_addresses_but_not_those_of_agencies():
    assert kinds("an.nguyen@gmail.com; vp@dongha.gov.vn; b@congty.com.vn.") == [Kind.EMAIL, Kind.EMAIL]


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Văn An, sinh ngày 01/02/1985",
        "Bà Trần Thị Bình (sinh năm 1960)",
        "Nguyễn Văn An sinh ngày 1/2/1985",
        "Họ tên: LÊ THỊ CÚC; ngày, tháng, năm sinh: 05-06-1990",
        "Y Khing Niê, năm sinh 1978",
        "Nguyễn An, sinh năm 1985",
        "ông Siu Blơ SN 1965",
        "Nguyễn Văn An\nNgày sinh: 01.02.1985",
    ],
)
def test_days_of_birth_beside_a_name(text):
    assert kinds(text) == [Kind.BIRTH]


@pytest.mark.parametrize(
    "text", ["Ngày sinh: 01/02/1985", "sinh năm 1985", "Nguyễn Văn An, sinh ngày ghi ở hồ sơ, ký 30/11/2026"]
)
def test_a_day_of_birth_of_nobody_and_a_day_of_something_else(text):
    assert kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tặng quà hộ nghèo Nguyễn Văn An 500.000 đồng",
        "hộ cận nghèo: bà Lê Thị Cúc",
        "Ông Nguyễn Văn An (hộ nghèo) được miễn",
        "Gia đình bà Trần Thị Bình thuộc hộ cận nghèo",
        "Nguyễn Văn An - thôn 3 - hộ nghèo",
        "1\tNguyễn Văn An\tThôn 3\tHộ nghèo",
        "2\tSiu Blơ\tCận nghèo",
    ],
)
def test_poor_households_by_name(text):
    assert kinds(text) == [Kind.POOR_HOUSEHOLD]


def test_a_list_of_poor_households_is_one_finding():
    text = "DANH SÁCH HỘ NGHÈO NĂM 2026\nTT Họ tên\n1. Nguyễn Văn An\n2. Bà Trần Thị Bình\n3) Y Khing\nNgười lập"
    (found,) = screen_text(text).findings
    assert found.kind is Kind.POOR_HOUSEHOLD
    assert found.excerpt == "N• V• A• và 2 tên khác"
    assert found.place == "dòng 3"


def test_two_lists_are_two_findings_and_a_signature_is_none():
    two = "Danh sách hộ nghèo\n1. Lê Văn Ba\n2. Lê Văn Tư\nDanh sách hộ cận nghèo\n1. Võ Thị Năm\n2. Võ Thị Sáu"
    assert kinds(two) == [Kind.POOR_HOUSEHOLD] * 2
    signed = "Quyết định phê duyệt danh sách hộ nghèo\nĐiều 1. Có 45 hộ nghèo.\nNguyễn Văn An"
    assert kinds(signed) == []
    assert kinds("Danh sách hộ nghèo: phụ lục\nTặng quà hộ nghèo Lê Văn Ba") == [Kind.POOR_HOUSEHOLD]


def test_a_list_ends_somewhere():
    far = "Danh sách hộ nghèo ở phụ lục\n" + "\n" * 600 + "Lê Văn Ba\nLê Văn Tư"
    assert kinds(far) == []


@pytest.mark.parametrize("text", ["MẬT", "  TUYỆT MẬT  ", "Dấu: TỐI MẬT", "Độ mật: Tối mật", "x\tMẬT\ty"])
def test_marks_of_secrecy(text):
    assert kinds(text) == [Kind.SECRET]


def test_marks_of_not_yet():
    assert kinds("TÀI LIỆU KHÔNG PHỔ BIẾN\nLƯU HÀNH NỘI BỘ\nTHU HỒI SAU CUỘC HỌP") == [Kind.NOT_YET] * 3
    assert kinds("phổ biến pháp luật; lưu hành nội bộ") == []


def rows(*lines, part="trang tính «DS»"):
    return screen(Passage(line, number, part) for number, line in enumerate(lines, start=1)).findings


def test_the_head_of_a_column_says_what_its_numbers_are():
    found = rows(
        "TT\tHọ và tên\tNăm sinh\tSố CCCD\tĐiện thoại\tSố tài khoản\tSố tiền",
        "1\tNguyễn Văn An\t1985\t1085012345\t912345678\t39002010\t123456789",
    )
    assert [(finding.kind, finding.number) for finding in found] == [
        (Kind.IDENTITY, 2),
        (Kind.PHONE, 2),
        (Kind.BANK_ACCOUNT, 2),
        (Kind.BIRTH, 2),
    ]
    assert found[0].place == "trang tính «DS», hàng 2"


def test_a_column_of_births_needs_no_known_family_name():
    assert [finding.number for finding in rows("Tên\tNăm sinh", "Zơ Râm Bút\t1985", "cộng\t1985")] == [2]


def test_a_column_of_marks_for_poor_households():
    found = rows("Họ tên\tHộ nghèo\tHộ khá", "Nguyễn Văn An\tx\t", "Trần Thị Bình\t\tx", "Thôn Kim\tx\t")
    assert [(finding.kind, finding.number) for finding in found] == [(Kind.POOR_HOUSEHOLD, 2)]
    assert rows("Thôn\tSố hộ nghèo", "Thôn Đông\t45") == ()


def test_heads_do_not_reach_into_another_part_nor_past_the_table():
    head, row = "Họ tên\tSố CCCD", "Nguyễn Văn An\t1085012345"
    apart = screen([Passage(head, 1, "trang tính «A»"), Passage(row, 1, "trang tính «B»")])
    assert apart.clear
    assert rows(head, "Hết bảng", row, part="") == ()
    assert len(rows(head, row)) == 1


def test_a_printed_list_without_cells_is_read_by_the_line_above():
    lines = ["TT Họ và tên Số CMND", "1 Nguyễn Văn An 123456789"]
    assert kinds("\n".join(lines)) == [Kind.IDENTITY]
    assert kinds("\n".join([lines[0], *[""] * 50, lines[1]])) == []
    assert kinds("\n".join(["Khi đến nhận, mang theo CMND" + " và giấy tờ khác" * 12, lines[1]])) == []


def test_findings_are_masked_and_placed():
    text = "x\nCCCD 001085012345, 0912 345 678, an.nguyen@gmail.com, Nguyễn Văn An sinh ngày 01/02/1985; MẬT"
    found = screen([Passage(line, at, "", 3) for at, line in enumerate(text.split("\n"), start=1)]).findings
    assert {finding.excerpt for finding in found} == {
        "00••••••••45",
        "09•• ••• •78",
        "a•••@gmail.com",
        "••/••/••••",
    }
    assert {finding.place for finding in found} == {"trang 3, dòng 2"}
    shown = "".join(map(repr, found))
    assert "001085012345" not in shown
    assert "1985" not in shown


def test_every_kind_says_what_to_do():
    assert set(ADVICE) == set(Kind)
    assert Finding(Kind.PHONE, "", 0, "trang tính «0912»").advice == ADVICE[Kind.PHONE]
    assert Finding(Kind.PHONE, "", 0, "trang tính ẩn «A»").place == "trang tính ẩn «A», tên"
    assert all(advice.startswith("Có ") and advice.endswith(".") for advice in ADVICE.values())


def test_hidden_letters_and_loose_tones_hide_nothing():
    assert kinds("0912\u200b345678") == [Kind.PHONE]
    assert kinds("TUYE\u0323\u0302T MÂ\u0323T") == [Kind.SECRET]


@pytest.mark.parametrize(
    "text", ["ông " + "A" * 20_000, "năm " * 20_000, "012 " * 20_000, "Nguyễn Văn An " * 20_000, "a." * 20_000 + "@"]
)
def test_a_line_made_to_be_slow_is_not(text):
    start = time.process_time()
    screen_text(text)
    assert time.process_time() - start < 3


def by_part(screening):
    return {(finding.kind, finding.part) for finding in screening.findings}


def test_a_word_file_with_all_it_carries():
    namespace = f'xmlns:w="{word.W_NS}"'
    body = (
        word.paragraph("Gọi 0912345678")
        + word.table([["Họ và tên", "Số CCCD"], ["Nguyễn Văn An", "1085012345"]])
        + word.paragraph(f"<w:del>{word.run('bỏ 0987654321').replace('w:t', 'w:delText')}</w:del>")
        + word.paragraph("Hết")
    )
    data = word.document(
        body,
        parts={
            "word/header1.xml": f"<w:hdr {namespace}>{word.paragraph('MẬT')}</w:hdr>",
            "word/comments.xml": f"<w:comments {namespace}><w:comment>{word.paragraph('0388123456')}</w:comment></w:comments>",
            "word/media/image1.png": b"x",
        },
    )
    found = screen_file(data, name="a.docx")
    assert by_part(found) == {
        (Kind.PHONE, ""),
        (Kind.IDENTITY, ""),
        (Kind.PHONE, "thân văn bản, cả chữ ẩn và chữ đã xóa"),
        (Kind.SECRET, "đầu trang"),
        (Kind.PHONE, "nhận xét bên lề"),
    }
    assert len(found.findings) == 5
    assert found.unchecked == ("Chưa kiểm tra được: Có 1 hình ảnh trong tệp: chưa đọc được chữ bên trong.",)
    assert not found.clear


def test_a_workbook_with_a_hidden_sheet():
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    first, second = book.add_worksheet("Công khai"), book.add_worksheet("DS hộ nghèo")
    first.write_row(0, 0, ["Thôn", "Số hộ nghèo", "Số tiền"])
    first.write_row(1, 0, ["Bến Sậy", 45, 123456789])
    second.write_row(0, 0, ["Danh sách hộ nghèo"])
    second.write_row(1, 0, ["Họ và tên", "Ngày sinh", "Điện thoại"])
    second.write_row(2, 0, ["Nguyễn Văn An", "01/02/1985", 912345678])
    second.write_row(3, 0, ["Trần Thị Bình", "", ""])
    second.hide()
    book.close()
    found = screen_file(file.getvalue(), name="a.xlsx")
    hidden = "trang tính ẩn «DS hộ nghèo»"
    assert by_part(found) == {(Kind.BIRTH, hidden), (Kind.PHONE, hidden), (Kind.POOR_HOUSEHOLD, hidden)}
    assert found.unchecked == ()


def test_pdf_text_csv_and_web_pages():
    found = screen_file(pages.pdf("<p>Một<p style='break-before:page'>Gọi 0912345678"), name="a.pdf")
    assert [(finding.kind, finding.page) for finding in found.findings] == [(Kind.PHONE, 2)]
    table = "Họ và tên;Số CCCD\nNguyễn Văn An;1085012345\n".encode()
    assert by_part(screen_file(table, name="a.csv")) == {(Kind.IDENTITY, "")}
    web = screen_file(b"<html><p>0912345678</p><p hidden>0987654321</p></html>", name="a.html")
    assert by_part(web) == {(Kind.PHONE, ""), (Kind.PHONE, "mã nguồn của trang, cả phần ẩn")}
    assert screen_file("Không có gì".encode(), name="a.txt") == Screening()


def test_what_cannot_be_read_is_not_passed_over(monkeypatch):
    monkeypatch.setattr(ocr.shutil, "which", lambda _: None)
    picture = screen_file(b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, name="a.png")
    assert not picture.clear
    assert picture.findings == ()
    assert picture.unchecked[0].startswith("Chưa kiểm tra được: Tệp là bản quét hoặc ảnh")
    broken = screen_file(b"PK\x03\x04broken", name="a.docx")
    assert len(broken.unchecked) == 1
    assert screen_file(b"").unchecked == (
        "Chưa kiểm tra được: Tệp rỗng, không có nội dung. Hãy kiểm tra và gửi lại bản đầy đủ.",
    )


def test_a_page_that_is_a_picture_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(ocr.shutil, "which", lambda _: None)
    picture, _ = pages.scanned(pages.pdf("<p>chữ"), tmp_path, scale=0.2)
    found = screen_file(picture.read_bytes(), name="a.pdf", limits=LIMITS)
    assert any("bản quét hoặc ảnh" in why for why in found.unchecked)
