"""Vietnamese legal prose cut into sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcore.obligations.sentences import clauses, split


def sentences(text):
    return [stretch.of(text) for stretch in split(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Một câu.", 1),
        ("Câu một. Câu hai.", 2),
        ("Câu một. 100% thôn họp.", 2),
        ("Áp dụng tại TP. Hồ Chí Minh. Câu hai.", 2),
        ("Gồm họp, bảng tin, v.v. và loa. Câu hai.", 2),
        ("Gồm họp, bảng tin... và loa. Câu hai.", 2),
        ("Gồm họp, bảng tin… Câu hai.", 2),
        ("Theo lời ông Nguyễn V. Anh thì đúng. Câu hai.", 2),
        ("Thuộc nhóm A. Các xã khác thuộc nhóm B.", 2),
        ("Nhóm A. Các xã khác thuộc nhóm B.", 2),
        ("A. Các xã khác thuộc nhóm B.", 1),  # một chữ cái đứng đầu là số của mục hay tên viết tắt
        (f"Ngoặc (mở {'x' * 592}. Y) đóng.", 1),
        (f"Ngoặc (mở {'x' * 593}. Y) đóng.", 2),  # xa quá: coi như không đóng
        ("Họp ngày 15.12.2025 tại thôn. Câu hai.", 2),
        ("Phương châm “Dân biết. Dân bàn.” được niêm yết. Câu hai.", 2),
        ("Công khai (trừ bí mật. Có danh mục riêng) hằng năm. Câu hai.", 2),
        ("Ngoặc (không đóng. Câu hai.", 2),
        ("Hết./.", 1),
        ("", 0),
    ],
)
def test_a_full_stop_ends_a_sentence_only_where_it_does(text, count):
    assert len(sentences(text)) == count


def test_clauses_end_at_semicolons_outside_brackets():
    text = "Họp thôn; lấy ý kiến (bằng phiếu; bằng lời); niêm yết."
    assert [part.of(text) for part in clauses(text)] == [
        "Họp thôn;",
        "lấy ý kiến (bằng phiếu; bằng lời);",
        "niêm yết.",
    ]


@given(st.text(alphabet="aÀ. ;(“”)…\n1", max_size=80))
def test_sentences_lose_no_word_and_stand_in_order(text):
    assert " ".join(sentences(text)).split() == text.split() or "".join("".join(sentences(text)).split()) == "".join(
        text.split()
    )


@given(st.text(alphabet="aÀ. ;(“”)\n", max_size=80))
def test_clauses_lose_nothing_but_blanks_and_lone_semicolons(text):
    kept = "".join("".join(part.of(text) for part in clauses(text)).split())
    assert kept.replace(";", "") == "".join(text.split()).replace(";", "")
