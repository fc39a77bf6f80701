"""How printed lines become a tree."""

import pytest
from drafting import body_of, eids

from lawcore import provisions
from lawcore.provisions import document_text, parse, words, words_of
from lawcore.provisions.model import Kind, Line


def document_of(text):
    """Parse the text's lines, and make sure on the way that no word is lost."""
    source = [Line(line) for line in text.split("\n")]
    document = parse(source)
    assert words(document) == words_of(source)
    return document


def node_at(document, eid):
    return next(node for node in document.walk() if node.eid == eid)


def test_chapters_sections_articles_clauses_points_and_bullets_nest():
    document = body_of(
        "Chương I\nCHUNG\nMục 1\nTẠI XÃ\nĐiều 1. Công khai\n1. Xã niêm yết:\na) Tại xã;\n- Ở sảnh;\n+ Bên trái;\n- Ở cổng."
    )
    assert eids(document.body) == [
        "chp_I", "chp_I__sec_1", "art_1", "art_1__para_1", "art_1__para_1__point_a", "art_1__para_1__point_a__indent_1",
        "art_1__para_1__point_a__indent_1__indent_1", "art_1__para_1__point_a__indent_2",
    ]  # fmt: skip
    assert node_at(document, "chp_I").heading == "CHUNG"
    assert node_at(document, "art_1").heading == "Công khai"


@pytest.mark.parametrize(
    "label", ["Điều 1.", "Điều 1:", "ĐIỀU 1.", "Ðiều 1.", "Điều 1", "Điều thứ 1.", "Điều\u00a01.", "Điều1."]
)
def test_an_article_is_recognised_however_its_label_is_printed(label):
    document = body_of(f"{label} Việc chung\n1. Họp thôn.")
    assert eids(document.body) == ["art_1", "art_1__para_1"]


def test_inserted_articles_and_points_keep_their_printed_numbers():
    document = body_of("Điều 1. Một.\nĐiều 1a. Thêm.\nĐiều 2. Hai\na) Thứ nhất;\na1) Chen vào;\nb) Thứ hai.")
    assert [node.number for node in document.body] == ["1", "1a", "2"]
    assert [point.number for point in node_at(document, "art_2").children] == ["a", "a1", "b"]


@pytest.mark.parametrize(
    ("first", "second"), [("1.", "2."), ("1)", "2)"), ("1/", "2/"), ("1.\u00a0", "2."), ("1 .", "2 .")]
)
def test_a_clause_is_recognised_by_any_mark_after_its_number(first, second):
    document = body_of(f"Điều 1. Việc\n{first} Họp thôn.\n{second} Ghi biên bản.")
    assert eids(document.body) == ["art_1", "art_1__para_1", "art_1__para_2"]


def test_a_label_printed_without_a_space_stays_so():
    document = body_of("Điều 1.Việc\n1.Họp thôn;\na)Sáng;\n-Ở đình.")
    assert "1.Họp thôn;\na)Sáng;\n-Ở đình." in document_text(document)
    assert eids(document.body)[-1] == "art_1__para_1__point_a__indent_1"


def test_a_label_alone_on_its_line_takes_the_line_below():
    document = body_of("Điều 1. Việc\n1.\nHọp thôn.\n2.\nGhi biên bản.")
    assert [clause.text for clause in document.body[0].children] == ["Họp thôn.", "Ghi biên bản."]


@pytest.mark.parametrize(
    "lines",
    [
        "1. Mức đóng góp theo quy định tại khoản\n2. Trường hợp khó khăn thì miễn.",
        "1. Luật ban hành ngày 22 tháng 6 năm\n2015; luật khác.",
        "1. Họp vào ngày\n15. Sau đó niêm yết.",
        "1. Mỗi hộ đóng\n10.000 đồng một tháng.",
        "1. Làm theo quy định tại\nĐiều 3 của Luật Nước.",
    ],
)
def test_a_number_at_the_start_of_a_wrapped_line_is_no_provision(lines):
    document = body_of(f"Điều 1. Việc\n{lines}")
    assert [node.eid for node in document.body[0].walk() if node.kind is not Kind.ALINEA] == ["art_1", "art_1__para_1"]


def test_a_heading_that_ends_in_a_word_of_counting_still_has_its_clauses():
    document = body_of("Điều 1. Giải thích một số từ\n1. Thôn.\nĐiều 2. Việc làm hằng năm\na) Họp;\nb) Báo cáo.")
    assert eids(document.body) == ["art_1", "art_1__para_1", "art_2", "art_2__point_a", "art_2__point_b"]


def test_the_letter_after_d_may_be_printed_or_skipped():
    document = body_of(
        "Điều 1. Việc\na) A;\nb) B;\nc) C;\nd) D;\nđ) Đ;\ne) E.\nĐiều 2. Khác\na) A;\nb) B;\nc) C;\nd) D;\ne) E."
    )
    assert [point.number for point in node_at(document, "art_1").children] == ["a", "b", "c", "d", "đ", "e"]
    assert [point.number for point in node_at(document, "art_2").children] == ["a", "b", "c", "d", "e"]


def test_decimal_numbers_stand_under_their_clause_and_hold_their_points():
    document = body_of("Điều 1. Việc\n1. Một\n1.1. Nhỏ\na) Nữa;\n1.2. Khác\n2. Hai")
    assert eids(document.body) == [
        "art_1", "art_1__para_1", "art_1__para_1__point_1-1", "art_1__para_1__point_1-1__point_a", "art_1__para_1__point_1-2", "art_1__para_2",
    ]  # fmt: skip


def test_numbers_with_a_bracket_under_a_point_are_below_it():
    document = body_of("Điều 1. Việc\n1. Một:\na) Gồm:\n1) Thứ nhất;\n2) Thứ hai.\nb) Khác.\n2. Hai.")
    assert eids(document.body) == [
        "art_1", "art_1__para_1", "art_1__para_1__point_a", "art_1__para_1__point_a__point_1", "art_1__para_1__point_a__point_2",
        "art_1__para_1__point_b", "art_1__para_2",
    ]  # fmt: skip


def test_a_paragraph_after_dashes_belongs_to_what_holds_the_dashes():
    document = body_of("Điều 1. Việc\n1. Gồm:\n- Một;\n- Hai.\nThôn ghi lại.")
    assert [child.eid for child in document.body[0].children[0].children] == [
        "art_1__para_1__indent_1", "art_1__para_1__indent_2", "art_1__para_1__al_1",
    ]  # fmt: skip


def test_a_dash_inside_a_wrapped_sentence_is_no_bullet():
    document = body_of("Điều 1. Việc\n1. Các tổ chức chính trị\n- xã hội cùng tham gia.")
    assert document.body[0].children[0].text == "Các tổ chức chính trị - xã hội cùng tham gia."


@pytest.mark.parametrize(
    ("line", "heading", "text"),
    [
        ("Điều 1. Phạm vi", "Phạm vi", ""),
        ("Điều 1. Thông qua các việc như sau:", "Thông qua các việc như sau:", ""),
        ("Điều 1. Giao Ủy ban nhân dân xã thực hiện.", "", "Giao Ủy ban nhân dân xã thực hiện."),
    ],
)
def test_what_follows_the_article_number_is_a_heading_unless_it_is_a_sentence(line, heading, text):
    article = body_of(f"{line}\n1. Việc.").body[0]
    assert (article.heading, article.text) == (heading, text)


@pytest.mark.parametrize(("opened", "closed"), [("“", "”"), ('"', '"')])
def test_quoted_articles_of_an_amendment_are_not_articles_of_it(opened, closed):
    document = body_of(
        f"Điều 1. Sửa đổi\n1. Sửa Điều 4 như sau:\n{opened}Điều 4. Mới\n1. Một;\n2. Hai.{closed}\n2. Bãi bỏ Điều 5.\n"
        "Điều 2. Hiệu lực."
    )
    numbered = [eid for eid in eids(document.body) if "al_" not in eid]
    assert numbered == ["art_1", "art_1__para_1", "art_1__para_2", "art_2"]


def test_an_open_quotation_that_never_closes_hides_no_article():
    document = body_of("Điều 1. Khẩu hiệu\n“Dân biết, dân bàn\nĐiều 2. Việc khác\n1. Họp.")
    assert [node.eid for node in document.body] == ["art_1", "art_2"]


def test_a_stamp_between_points_stands_in_order_and_outside_their_text():
    document = body_of("Điều 1. Việc\na) Một;\nDỰ THẢO\nb) Hai.")
    assert node_at(document, "art_1__point_a").text == "Một;"
    assert node_at(document, "art_1__point_a__stamp_1").text == "DỰ THẢO"


def test_a_page_number_inside_a_sentence_leaves_the_sentence_whole():
    document = body_of("Điều 1. Việc\n1. Xã gửi cho thôn\n2\nbản sao của biên bản.\n2. Thôn lưu lại.")
    clause = node_at(document, "art_1__para_1")
    assert clause.text == "Xã gửi cho thôn bản sao của biên bản."
    assert [(stamp.text, stamp.offset) for stamp in clause.children] == [("2", len("Xã gửi cho thôn"))]
    assert node_at(document, "art_1__para_2").text == "Thôn lưu lại."


def test_hard_wrapped_lines_are_one_paragraph_again():
    document = body_of(
        "Điều 1. Việc\n1. Ủy ban nhân dân xã gửi bản sao của biên bản cuộc họp cho Thường trực Hội\n"
        "đồng nhân dân xã, Ủy ban Mặt trận Tổ quốc Việt Nam xã và các thôn trong thời hạn Luật\n"
        "Tiếp cận thông tin đã định.\n2. Các thôn lưu bản sao này tại nhà văn hóa và cho mọi người\nxem khi cần, không thu tiền."
    )
    assert [clause.text.split()[-1] for clause in document.body[0].children] == ["định.", "tiền."]


def test_recipients_are_never_provisions():
    document = body_of("Điều 1. Việc.\nNơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.\nCHỦ TỊCH\nLê Thị Tám")
    assert eids(document.body) == ["art_1"]
    assert {node.kind for node in document.closing} == {Kind.ALINEA}


def test_the_sentence_of_adoption_closes_the_body():
    document = body_of(
        "Điều 1. Việc\n1. Họp.\nNghị quyết này đã được Hội đồng nhân dân xã Non thông qua\nngày 5 tháng 3 năm 2026./."
    )
    assert eids(document.body) == ["art_1", "art_1__para_1"]
    assert document.closing[0].text.endswith("ngày 5 tháng 3 năm 2026./.")


def test_an_adoption_told_in_a_clause_stays_a_clause():
    document = body_of(
        "Điều 1. Hiệu lực\n1. Có hiệu lực ngay.\n2. Nghị quyết này được Hội đồng nhân dân xã Non thông qua ngày 5 tháng 3 năm 2026."
    )
    assert eids(document.body) == ["art_1", "art_1__para_1", "art_1__para_2"]


def test_an_annexed_regulation_begins_its_own_numbering():
    document = body_of(
        "Điều 1. Ban hành quy chế.\nĐiều 2. Hiệu lực.\nCHỦ TỊCH\nLê Thị Tám\nQUY CHẾ\nHọp thôn\n(Kèm theo Nghị quyết)\nĐiều 1. Ai họp\n1. Mọi hộ."
    )
    (annex,) = document.annexes
    assert [node.eid for node in document.body] == ["art_1", "art_2"]
    assert annex.title == "QUY CHẾ Họp thôn"
    assert [node.eid for node in annex.body if node.kind is Kind.ARTICLE] == ["att_1__art_1"]


def test_an_annexed_regulation_is_found_without_any_closing():
    document = body_of(
        "Điều 1. Ban hành quy chế.\nĐiều 2. Hiệu lực.\nQUY CHẾ\nHọp thôn\n(Ban hành kèm theo Nghị quyết)\nĐiều 1. Ai họp.\nĐiều 2. Khi nào."
    )
    assert [node.eid for node in document.body] == ["art_1", "art_2"]
    assert len(document.annexes) == 1


def test_rows_of_a_table_are_rows_and_their_cells_stay_apart():
    source = [
        Line("Điều 1. Mức thưởng"),
        Line("Loại", cell=(0, 0, 0)),
        Line("Mức", cell=(0, 0, 1)),
        Line("Nhất", cell=(0, 1, 0)),
        Line("1. Năm triệu", cell=(0, 1, 1)),
    ]
    document = parse(source)
    assert [row.text for row in document.body[0].children] == ["Loại\tMức", "Nhất\t1. Năm triệu"]
    assert words(document) == words_of(source)


def test_text_inside_a_table_of_one_column_is_read_as_text():
    source = [Line(text, cell=(0, row, 0)) for row, text in enumerate(["Điều 1. Việc", "1. Họp.", "2. Ghi."])]
    assert eids(parse(source).body) == ["art_1", "art_1__para_1", "art_1__para_2"]


def test_a_number_used_twice_still_has_one_address_each():
    document = body_of("Điều 1. Việc\n1. Một.\n2. Hai.\n2. Lại hai.")
    assert eids(document.body) == ["art_1", "art_1__para_1", "art_1__para_2", "art_1__para_2_2"]


def test_a_document_without_articles_is_read_from_its_first_number():
    document = document_of(
        "BÁO CÁO\nKết quả quý I\nI. KẾT QUẢ\n1. Họp 14 thôn.\n2. Trả lời 35 ý kiến.\nII. KHÓ KHĂN\n1. Thiếu nhà họp."
    )
    assert eids(document.body) == ["sec_I", "sec_I__para_1", "sec_I__para_2", "sec_II", "sec_II__para_1"]


@pytest.mark.parametrize("text", ["", "\n\n", "một dòng", "Điều", "QUYẾT NGHỊ:", "1.", "- ", "|---|"])
def test_a_text_of_almost_nothing_is_a_document(text):
    document_of(text)


def test_a_table_of_contents_is_no_body():
    document = document_of(
        "NGHỊ QUYẾT\nMỤC LỤC\nĐiều 1. Một\nĐiều 2. Hai\nQUYẾT NGHỊ:\nĐiều 1. Một\n1. X.\nĐiều 2. Hai\n1. Y."
    )
    assert eids(document.body) == ["art_1", "art_1__para_1", "art_2", "art_2__para_1"]


def test_the_parser_is_found_by_its_names_and_by_no_other():
    assert callable(provisions.parse)
    with pytest.raises(AttributeError, match="has no attribute 'parser'"):
        _ = provisions.parser


def test_thirty_articles_are_thirty():
    document = body_of("\n".join(f"Điều {number}. Việc thứ {number}\n1. Làm việc {number}." for number in range(1, 31)))
    assert [node.number for node in document.body] == [str(number) for number in range(1, 31)]
