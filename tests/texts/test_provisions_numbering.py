"""Which numbers at the head of a line are provisions, and which belong to the running text."""

import pytest
from drafting import body_of, eids

from lawcore.provisions.paragraphs import Layout


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("1. Việc này ghi ở phần\nMục 2 Công khai tài sản.", "Mục 2 Công khai tài sản."),
        ("1. Các thôn làm theo hướng dẫn\nĐiều 5. Họp kín.", "Điều 5. Họp kín."),  # giữa câu, và không nối số
        ("1. Các thôn làm theo hướng dẫn.\nĐiều 5 Họp kín.", "Điều 5 Họp kín."),  # không dấu chấm, không nối số
        ("1. Việc một.\nMục 2 của Nghị quyết này áp dụng cho thôn.", "Mục 2 của Nghị quyết này áp dụng cho thôn."),
        ("1. Việc một.\n15. Việc mười lăm.", "15. Việc mười lăm."),  # quá xa
        ("1. Việc một.\n3. việc ba.", "3. việc ba."),  # nhảy cóc, và không viết hoa
        ("1. Việc một.\n2.1. Việc của khoản khác.", "2.1. Việc của khoản khác."),
        ("1. Việc một.\nIII. BA", "III. BA"),  # chưa có I, II
    ],
)
def test_a_number_that_does_not_follow_is_running_text(lines, said):
    (article,) = body_of(f"Điều 1. Họp\n{lines}\n2. Việc hai.").body
    assert eids([article]) == ["art_1", "art_1__para_1", "art_1__para_1__al_1", "art_1__para_2"]
    assert article.children[0].children[0].text == said


@pytest.mark.parametrize(
    "line",
    [
        "f) Không phải chữ cái Việt;",
        "bc) Hai chữ cái;",
        "k) Quá xa;",
        "d. Nhảy cóc, và không có dấu ngoặc;",
    ],
)
def test_a_letter_that_does_not_follow_is_running_text(line):
    (article,) = body_of(f"Điều 1. Họp\na) Một;\n{line}\nb) Hai.").body
    assert eids([article]) == ["art_1", "art_1__point_a", "art_1__point_a__al_1", "art_1__point_b"]


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        ("1. Một.\n3. Ba.", ["1", "3"]),  # một số bị bỏ sót vẫn là khoản: phần rà soát sẽ nói
        ("1. Một.\n11. Mười một.", ["1", "11"]),
        ("1. Một.\n1a. Chen vào.\n2. Hai.", ["1", "1a", "2"]),
        ("a) Một;\nd) Bốn;", ["a", "d"]),
        ("a) Một;\nb) Hai;\na) Lại một.", ["a", "b", "a"]),
        ("a) Một;\nb. Hai.", ["a", "b"]),
        ("a. Một.\nb. Hai.\na. Lại một.", ["a", "b", "a"]),
        ("a) Ghi bằng chữ cái\na) nhỏ;\nb) Hai.", ["a", "b"]),  # giữa câu
    ],
)
def test_a_number_left_out_or_given_twice_is_still_a_provision(lines, numbers):
    (article,) = body_of(f"Điều 1. Họp\n{lines}").body
    assert [node.number for node in article.children] == numbers


def test_a_third_level_of_decimals_leaves_the_count_of_the_second():
    (article,) = body_of("Điều 1. Họp\n1. Một\n1.1. Nhỏ\n1.1.1. Nhỏ hơn\n1.1.2. Cũng thế\n1.2. Nữa\n2. Hai.").body
    assert [node.number for node in article.walk()] == ["1", "1", "1.1", "1.1.1", "1.1.2", "1.2", "2"]


def test_dashes_stand_below_the_numbers_below_a_point():
    (article,) = body_of("Điều 1. Họp\n1. Một:\na) Gồm:\n1) Thứ nhất:\n- Gạch.\n2) Thứ hai.").body
    assert eids([article])[2:] == [
        "art_1__para_1__point_a", "art_1__para_1__point_a__point_1", "art_1__para_1__point_a__point_1__indent_1",
        "art_1__para_1__point_a__point_2",
    ]  # fmt: skip


def test_chapters_stand_below_their_part():
    body = body_of("Phần thứ nhất\nCHUNG\nChương I\nMỘT\nĐiều 1. Họp.\nChương II\nHAI\nĐiều 2. Hết.").body
    assert eids(body) == ["part_nhất", "part_nhất__chp_I", "art_1", "part_nhất__chp_II", "art_2"]


@pytest.mark.parametrize(("length", "is_title"), [(220, True), (221, False)])
def test_a_line_too_long_is_no_title_of_a_chapter(length, is_title):
    (chapter,) = body_of(f"Chương I. CHUNG\n{'DÀI ' * 54}{'D' * (length - 216)}\nĐiều 1. Họp.").body
    assert chapter.heading.startswith("CHUNG DÀI") is is_title


@pytest.mark.parametrize(
    ("length", "full", "no_room"), [(77, False, False), (78, True, False), (90, True, False), (91, True, True)]
)
def test_how_long_a_line_is_full_and_leaves_no_room_for_the_word_below(length, full, no_room):
    layout = Layout(100, spaced=False)
    assert layout.is_full("x" * length) is full
    assert layout.leaves_no_room("x" * length, "thôn họp") is no_room
    unwrapped = Layout(0, spaced=False)
    assert not unwrapped.is_full("x" * length)
    assert not unwrapped.leaves_no_room("x" * length, "thôn họp")


def test_roman_numbers_in_an_article_hold_clauses_that_begin_anew():
    (first, _) = body_of("Điều 1. Họp\nI. MỘT\n1. Việc.\nII. HAI\n1. Việc.\nĐiều 2. Hết.").body
    assert eids([first]) == [
        "art_1", "art_1__sec_I", "art_1__sec_I__para_1", "art_1__sec_II", "art_1__sec_II__para_1",
    ]  # fmt: skip


def test_a_section_without_a_full_stop_is_one_after_a_blank_line():
    body = body_of("Mục 1 Công khai\nĐiều 1. Họp\n1. Việc\n\nMục 2 Bàn bạc\nĐiều 2. Hết.").body
    assert eids(body) == ["sec_1", "art_1", "art_1__para_1", "sec_2", "art_2"]


def test_the_title_of_a_chapter_stands_on_the_lines_below_its_label():
    one, two, three = body_of(
        "Chương I\nCHUNG\nĐiều 1. Họp.\nChương II\nRIÊNG\nCHO CÁC THÔN\nĐiều 2. Họp.\n"
        "Chương III. HẾT\nCâu này không thuộc tên chương.\nĐiều 3. Họp."
    ).body
    assert [chapter.heading for chapter in (one, two, three)] == ["CHUNG", "RIÊNG CHO CÁC THÔN", "HẾT"]
    assert three.children[0].text == "Câu này không thuộc tên chương."


def test_a_blank_to_be_filled_in_ends_no_sentence():
    (article,) = body_of("Điều 1. Việc\n1. Họp vào ngày…\ntại nhà văn hóa.\n2. Hết.").body
    assert article.children[0].text == "Họp vào ngày… tại nhà văn hóa."


def test_a_full_line_may_end_where_a_sentence_ends_and_its_paragraph_go_on():
    (article,) = body_of(
        "Điều 1. Việc\n1. Trưởng thôn ghi biên bản của cuộc họp và đọc lại cho mọi người dự họp cùng nghe hết.\n"
        "Người dự họp góp ý vào biên bản bằng giấy hoặc qua mạng, có chữ ký của hai người làm\nchứng và của thôn.\n"
        "2. Ủy ban nhân dân xã lưu biên bản trong hồ sơ của thôn và trả lời từng kiến nghị\nđược ghi.\n"
        "3. Ban Thanh tra nhân dân xã đọc biên bản trong hồ sơ của thôn và nhắc từng kiến nghị\nchưa được trả lời."
    ).body
    assert [clause.text.split()[-1] for clause in article.children] == ["thôn.", "ghi.", "lời."]
    assert "cùng nghe hết. Người dự họp góp ý" in article.children[0].text
