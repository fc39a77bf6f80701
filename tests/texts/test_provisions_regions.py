"""Where the parts of a document begin: its body, what closes it, and its annexes with their titles."""

import pytest
from drafting import body_of, eids

from lawcore.provisions import parse
from lawcore.provisions.model import Kind, Line

SIGNED = "Điều 1. Ban hành phụ lục.\nCHỦ TỊCH\nLê Thị Tám\n"


def document_of(text):
    return parse([Line(line) for line in text.split("\n")])


def texts(nodes):
    return [node.text for node in nodes]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("PHỤ LỤC I\nDANH SÁCH CÁC THÔN\n(Kèm theo Nghị quyết số 5/NQ-HĐND)\n1. Thôn Đông.", "PHỤ LỤC I DANH SÁCH CÁC THÔN"),
        ("HỘI ĐỒNG NHÂN DÂN XÃ NON\nPHỤ LỤC I\nDANH SÁCH CÁC THÔN\n1. Thôn Đông.", "PHỤ LỤC I DANH SÁCH CÁC THÔN"),
        ("PHỤ LỤC I\nMẫu số 01\nBiên bản họp thôn\nHôm nay, các hộ họp.\n1. Việc.", "PHỤ LỤC I Mẫu số 01 Biên bản họp thôn"),
        ("PHỤ LỤC\nDỰ THẢO\nDANH SÁCH CÁC THÔN\nXếp theo tên.\n1. Thôn Đông.", "PHỤ LỤC DANH SÁCH CÁC THÔN"),
        ("PHỤ LỤC II\n1. Thôn Đông.", "PHỤ LỤC II"),
        ("PHỤ LỤC II\nDANH SÁCH CÁC THÔN", "PHỤ LỤC II DANH SÁCH CÁC THÔN"),
        ("PHỤ LỤC II\nHọ và tên: ....................\n1. Việc.", "PHỤ LỤC II"),  # chỗ để điền
        (f"PHỤ LỤC II\nCác thôn {'và các tổ ' * 40}\n1. Việc.", "PHỤ LỤC II"),  # dài quá một tên gọi
    ],
)  # fmt: skip
def test_the_title_of_an_annex_is_what_stands_above_its_first_provision(lines, title):
    (annex,) = body_of(SIGNED + lines).annexes
    assert annex.title == title


def test_an_annex_that_says_in_its_first_line_to_what_it_belongs_is_named_by_that_line():
    (annex,) = body_of(SIGNED + "PHỤ LỤC I (Kèm theo Nghị quyết này)\n1. Thôn Đông.").annexes
    assert annex.title == "PHỤ LỤC I (Kèm theo Nghị quyết này)"


def test_the_letterhead_above_an_annex_belongs_to_it():
    document = body_of(f"{SIGNED}HỘI ĐỒNG NHÂN DÂN\nXÃ NON\nPHỤ LỤC I\nDANH SÁCH\n1. Thôn Đông.")
    assert texts(document.closing) == ["CHỦ TỊCH", "Lê Thị Tám"]
    assert texts(document.annexes[0].body)[:3] == ["HỘI ĐỒNG NHÂN DÂN", "XÃ NON", "PHỤ LỤC I"]


def test_an_enacting_formula_without_articles_below_it_opens_no_body():
    document = document_of("NGHỊ QUYẾT\nĐiều 1. Họp.\nQUYẾT NGHỊ:\nThông qua.")
    assert eids(document.body)[0] == "art_1"


def test_an_annex_in_capitals_needs_no_closing_before_it():
    document = body_of("Điều 1. Họp.\nPHỤ LỤC I\nDANH SÁCH\n1. Thôn Đông.")
    assert eids(document.body) == ["art_1"]
    assert [annex.title for annex in document.annexes] == ["PHỤ LỤC I DANH SÁCH"]


def test_a_regulation_that_begins_with_its_own_first_article_is_an_annex():
    document = body_of("Điều 1. Ban hành.\nĐiều 2. Hết.\nQUY CHẾ\nHọp thôn\nĐiều 1. Ai họp.\nĐiều 2. Khi nào.")
    assert eids(document.body) == ["art_1", "art_2"]
    assert [annex.title for annex in document.annexes] == ["QUY CHẾ Họp thôn"]


@pytest.mark.parametrize("below", ["Họp thôn\nĐiều 2. Ai họp.", "Họp thôn\n1. Một.", "Họp thôn"])
def test_a_line_in_capitals_amid_the_articles_opens_no_annex(below):
    document = body_of(f"Điều 1. Họp.\nQUY CHẾ\n{below}")
    assert document.annexes == ()
    assert "art_1__al_1" in eids(document.body)


def test_the_title_of_a_chapter_opens_no_annex():
    document = body_of("Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Họp.\nChương II\nQUY ĐỊNH RIÊNG\nĐiều 2. Hết.\n" + "CHỦ TỊCH")
    assert document.annexes == ()
    assert [(node.eid, node.heading) for node in document.body if node.kind is Kind.CHAPTER] == [
        ("chp_I", "QUY ĐỊNH CHUNG"),
        ("chp_II", "QUY ĐỊNH RIÊNG"),
    ]


def test_a_signature_in_a_table_keeps_the_table_whole():
    table = [("Lập ba bản", 0, 0), ("Nhận bản này", 1, 0), ("CHỦ TỊCH", 1, 1), ("Các thôn", 2, 0), ("Lê Thị Tám", 2, 1)]
    above = [Line(line) for line in ("NGHỊ QUYẾT", "Về việc chung", "QUYẾT NGHỊ:", "Điều 1. Họp.")]
    document = parse([*above, *(Line(text, cell=(0, row, column)) for text, row, column in table)])
    assert eids(document.body) == ["art_1"]
    assert texts(document.closing) == ["Lập ba bản", "Nhận bản này\tCHỦ TỊCH", "Các thôn\tLê Thị Tám"]


def test_a_stamp_below_a_table_stands_outside_it():
    cells = [("Thôn", 0, 0), ("Số hộ", 0, 1), ("Đông", 1, 0), ("51", 1, 1), ("hộ", 1, 1)]
    above = [Line(line) for line in ("NGHỊ QUYẾT", "Về việc chung", "QUYẾT NGHỊ:", "Điều 1. Họp.")]
    table = [Line(text, cell=(0, row, column)) for text, row, column in cells]
    (article, _) = parse([*above, *table, Line("DỰ THẢO"), Line("Điều 2. Hết.")]).body
    assert [(node.kind, node.text) for node in article.children] == [
        (Kind.TABLE_ROW, "Thôn\tSố hộ"),
        (Kind.TABLE_ROW, "Đông\t51 hộ"),
        (Kind.STAMP, "DỰ THẢO"),
    ]


def test_a_table_typed_with_bars_is_a_table_and_its_rule_no_words():
    (article, _) = body_of(
        "Điều 1. Họp:\n| Thôn | Số hộ |\n|---|---|\n| Đông | 51<br>hộ |\n| Tây | |\nĐiều 2. Hết."
    ).body
    assert texts(article.children) == ["Thôn\tSố hộ", "Đông\t51 hộ", "Tây"]
    assert {node.kind for node in article.children} == {Kind.TABLE_ROW}


def test_a_frame_typed_with_bars_around_a_text_is_no_table_beside_one_that_is():
    (article,) = body_of("Điều 1. Họp:\n| Thôn | Số hộ |\nGhi rõ như sau:\n| Ghi chú |").body
    assert [node.kind for node in article.children] == [Kind.TABLE_ROW, Kind.ALINEA, Kind.ALINEA]


def test_typing_marks_are_no_words_but_a_star_that_opens_a_line_is_a_bullet():
    document = document_of("**NGHỊ QUYẾT**\n## Về việc chung\n[bookmark: x]QUYẾT NGHỊ:\n**Điều 1.** Họp (*)\n* Sao")
    assert texts(document.front) == ["NGHỊ QUYẾT", "Về việc chung"]
    (article,) = document.body
    assert (article.heading, article.children[0].label, article.children[0].text) == ("Họp (*)", "*", "Sao")


def test_a_basis_runs_over_its_lines_to_its_semicolon():
    document = document_of(
        "NGHỊ QUYẾT\nVề việc chung\nCăn cứ Luật số 10/2022/QH15\nNgày 10 tháng 11 năm 2022 của Quốc hội;\n"
        "Xét Tờ trình số 5/TTr-UBND\nQUYẾT NGHỊ:\nĐiều 1. Họp."
    )
    assert texts(document.preamble) == [
        "Căn cứ Luật số 10/2022/QH15 Ngày 10 tháng 11 năm 2022 của Quốc hội;",
        "Xét Tờ trình số 5/TTr-UBND",
        "QUYẾT NGHỊ:",
    ]


def test_a_numbered_line_in_a_table_begins_no_body():
    head = [Line("1. Xã Non", cell=(0, 0, 0)), Line("Độc lập", cell=(0, 0, 1)), Line("DỰ THẢO")]
    document = parse([*head, Line("BÁO CÁO"), Line("Kết quả họp"), Line("1. Họp 14 thôn."), Line("2. Hết.")])
    assert eids(document.body) == ["para_1", "para_2"]


@pytest.mark.parametrize(
    ("text", "preamble", "body"),
    [
        ("NGHỊ QUYẾT\nVề việc chung\nCăn cứ Luật Thực hiện dân chủ\nở cơ sở;\nHội đồng đã bàn.",
         ["Căn cứ Luật Thực hiện dân chủ ở cơ sở;"], ["Hội đồng đã bàn."]),
        ("BÁO CÁO KẾT QUẢ HỌP THÔN\nCác thôn đã họp.\nTám thôn có biên bản.", [], ["Các thôn đã họp.", "Tám thôn có biên bản."]),
        ("THÔNG BÁO\nCác thôn họp ngày mai.\nNơi nhận:\n1. Các thôn.", [], ["Các thôn họp ngày mai."]),
        ("Điều 1\nHọp thôn\nĐiều 2\nHọp xã", [], ["", ""]),
    ],
)  # fmt: skip
def test_a_document_without_an_enacting_formula_still_has_its_parts(text, preamble, body):
    document = document_of(text)
    assert texts(document.preamble) == preamble
    assert texts(document.body) == body
