"""Citations as people type them, in the official form and in order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.answers import Refused
from lawcore.provisions.official import in_order, official
from lawcore.vietnamese import POINT_LETTERS


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("điểm d, khoản 1, Điều 12", "điểm d khoản 1 Điều 12"),
        ("điểm g, khoản 1 Điều 4", "điểm g khoản 1 Điều 4"),
        ("Khoản 3 điều 20", "khoản 3 Điều 20"),
        ("ĐIỀU 7", "Điều 7"),
        ("Điều 12, khoản 1, điểm Đ", "điểm đ khoản 1 Điều 12"),
        ("  khoản  2   Điều 11A ", "khoản 2 Điều 11a"),
        ("khoản 2a Điều 11đ", "khoản 2a Điều 11đ"),
        ("điểm a Điều 5", "điểm a Điều 5"),
        ("điểm 2.1 khoản 2 Điều 1", "điểm 2.1 khoản 2 Điều 1"),
        ("đoạn 2, khoản 1 Điều 21", "đoạn 2 khoản 1 Điều 21"),
        # viết tắt
        ("Đ4", "Điều 4"),
        ("Đ11a", "Điều 11a"),
        ("Đ4k2a", "điểm a khoản 2 Điều 4"),
        ("Đ12k1đ", "điểm đ khoản 1 Điều 12"),
        ("Đ21k1¶3", "đoạn 3 khoản 1 Điều 21"),
        ("Đ21¶2", "đoạn 2 Điều 21"),
        # nhiều điểm, khoản, điều
        ("điểm b, c khoản 1 Điều 12", "các điểm b và c khoản 1 Điều 12"),
        ("các điểm c và b khoản 1 Điều 12", "các điểm b và c khoản 1 Điều 12"),
        ("điểm e, đ, d khoản 1 Điều 2", "các điểm d, đ và e khoản 1 Điều 2"),
        ("điểm a và điểm c khoản 3 Điều 5", "điểm a và điểm c khoản 3 Điều 5"),
        ("điểm a, điểm b, điểm c khoản 3 Điều 5", "điểm a, điểm b và điểm c khoản 3 Điều 5"),
        ("Các khoản 1,2,3, 5 Điều 11", "các khoản 1, 2, 3 và 5 Điều 11"),
        ("khoản 1 và khoản 1 Điều 11", "khoản 1 Điều 11"),
        ("Điều 18, 19, 20 và 21", "các điều 18, 19, 20 và 21"),
        ("khoản 1-3 Điều 4", "các khoản 1, 2 và 3 Điều 4"),
        ("khoản 1 – 3 Điều 4", "các khoản 1, 2 và 3 Điều 4"),
        ("điểm c đến đ khoản 4 Điều 4", "các điểm c, d và đ khoản 4 Điều 4"),
        ("từ khoản 1 đến khoản 3 Điều 4", "khoản 1, khoản 2 và khoản 3 Điều 4"),
        ("khoản đến 3 Điều 4", "khoản 3 Điều 4"),
        # cấp trên điều
        (
            "điểm a khoản 1 điều 24 tiểu mục 1 mục 1 chương iii của Nghị quyết số 351/2017/UBTVQH14",
            "điểm a khoản 1 Điều 24 Tiểu mục 1 Mục 1 Chương III của Nghị quyết số 351/2017/UBTVQH14",
        ),
        (
            "Phần I, Chương XII, Mục 5, Điều 103, khoản 2, điểm a",
            "điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I",
        ),
        ("Mục 2a Chương II", "Mục 2a Chương II"),
        # chính nó và văn bản khác
        ("Khoản 2 điều này", "khoản 2 Điều này"),
        ("điểm b Khoản này", "điểm b khoản này"),
        ("Điều 4 Luật này.", "Điều 4 Luật này"),
        ("điều 4 nghị định số 59/2023/NĐ-CP;", "Điều 4 Nghị định số 59/2023/NĐ-CP"),
        ("khoản 1, Điều 9 Của bộ luật Dân sự", "khoản 1 Điều 9 của Bộ luật Dân sự"),
        ("khoản 2 Điều 12, Luật Thực hiện dân chủ ở cơ sở", "khoản 2 Điều 12 Luật Thực hiện dân chủ ở cơ sở"),
    ],
)
def test_what_is_typed_takes_the_official_form(typed, form):
    assert official(typed) == form
    assert official(form) == form


@pytest.mark.parametrize("letter", ["f", "j", "w", "z", "F", "ă", "ô"])
def test_letters_that_number_no_point_are_refused(letter):
    with pytest.raises(Refused, match=f"Chữ “{letter.lower()}” không dùng để đánh số điểm") as refused:
        official(f"điểm {letter} khoản 1 Điều 12")
    assert refused.value.allowed == tuple(POINT_LETTERS)
    assert refused.value.code == "impossible-value"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "Ủy ban nhân dân xã",
        "12",
        "khoản Điều 3",
        "điểm aa khoản 1 Điều 3",
        "Điều mười hai",
        "Điều 12w",
        "Chương ABC",
        "điểm a khoản 1 Điều 2 khoản 3",
        "khoản 1 Điều 2, khoản 3 Điều 4",
        "Nghị quyết số 05/2026/NQ-HĐND",
        "Điều 12345",
    ],
)
def test_what_cites_no_one_place_is_refused(typed):
    with pytest.raises(Refused, match="Không đọc được trích dẫn") as refused:
        official(typed)
    assert refused.value.allowed == ("điểm a khoản 1 Điều 12",)


def test_citations_stand_in_the_order_of_their_provisions():
    typed = [
        "Chương X", "Chương IX", "Điều 12", "Điều 11a", "khoản 10 Điều 11", "khoản 2a Điều 11", "khoản 2 điều 11",
        "điểm e khoản 1 Điều 11", "điểm đ khoản 1 Điều 11", "điểm d, khoản 1, Điều 11", "khoản 1 Điều 11", "Điều 11",
        "Điều 11đ", "Điều 11e", "Điều 11d", "Mục 2 Chương IX", "Điều 9", "đoạn 2 Điều 9", "Điều này", "Chương IV",
        "điểm 1.10 khoản 3 Điều 9", "điểm 1.2 khoản 3 Điều 9",
    ]  # fmt: skip
    assert in_order(typed) == [
        "Chương IV", "Chương IX", "Mục 2 Chương IX", "Chương X", "Điều này", "Điều 9", "đoạn 2 Điều 9",
        "điểm 1.2 khoản 3 Điều 9", "điểm 1.10 khoản 3 Điều 9", "Điều 11", "khoản 1 Điều 11", "điểm d khoản 1 Điều 11",
        "điểm đ khoản 1 Điều 11", "điểm e khoản 1 Điều 11", "khoản 2 Điều 11", "khoản 2a Điều 11", "khoản 10 Điều 11",
        "Điều 11a", "Điều 11d", "Điều 11đ", "Điều 11e", "Điều 12",
    ]  # fmt: skip


def test_citations_of_one_document_stand_together():
    assert in_order(["Điều 9 Luật Nước", "Điều 2 của Luật Đất", "Điều 1 Luật Nước", "Điều 12 Luật Đất"]) == [
        "Điều 1 Luật Nước",
        "Điều 9 Luật Nước",
        "Điều 2 của Luật Đất",
        "Điều 12 Luật Đất",
    ]


@given(st.integers(1, 300), st.integers(1, 60), st.sampled_from(POINT_LETTERS))
@settings(max_examples=30)
def test_every_point_is_read_from_every_way_to_type_it(article, clause, point):
    form = f"điểm {point} khoản {clause} Điều {article}"
    for typed in (
        form,
        f"Điểm {point.upper()}, Khoản {clause}, điều {article}",
        f"Điều {article} khoản {clause} điểm {point}",
        f"Đ{article}k{clause}{point}",
    ):
        assert official(typed) == form
