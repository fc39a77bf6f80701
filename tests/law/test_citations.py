import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcore.provisions import parse
from lawcore.provisions.citations import cite, cite_eid, eid_of, mentions_in
from lawcore.provisions.model import Line
from lawcore.vietnamese import POINT_LETTERS

BOTH_WAYS = [
    ("art_2__para_2__point_đ", "điểm đ khoản 2 Điều 2"),
    ("art_11a", "Điều 11a"),
    ("art_1__para_3__point_a__indent_2", "gạch đầu dòng thứ 2 điểm a khoản 3 Điều 1"),
    ("art_3__al_2", "đoạn 2 Điều 3"),
    ("art_4__point_b", "điểm b Điều 4"),
    ("art_1__para_2__point_2-1", "điểm 2.1 khoản 2 Điều 1"),
    ("art_1__sec_II__para_1", "khoản 1 Mục II Điều 1"),
    ("chp_II__sec_1", "Mục 1 Chương II"),
    ("art_5__tr_3", "dòng bảng thứ 3 Điều 5"),
    ("art_2__para_2_2", "khoản 2 (lần thứ 2) Điều 2"),
    ("preamble__al_1", "đoạn 1 phần căn cứ"),
    ("att_1__art_2__para_1", "khoản 1 Điều 2 văn bản kèm theo thứ 1"),
]


@pytest.mark.parametrize(("eid", "citation"), BOTH_WAYS)
def test_an_address_is_cited_as_the_law_cites_it(eid, citation):
    assert cite_eid(eid) == citation


@pytest.mark.parametrize(("eid", "citation"), BOTH_WAYS)
def test_a_citation_is_read_back_to_its_address(eid, citation):
    assert eid_of(citation) == eid


@given(st.integers(1, 300), st.integers(1, 60), st.sampled_from(POINT_LETTERS), st.integers(1, 20))
def test_every_address_returns_from_its_citation(article, clause, point, bullet):
    eid = f"art_{article}__para_{clause}__point_{point}__indent_{bullet}"
    assert eid_of(cite_eid(eid)) == eid


def test_words_that_cite_nothing_are_refused():
    with pytest.raises(ValueError, match="no provision"):
        eid_of("Ủy ban nhân dân xã")


def test_a_citation_may_name_its_document_after_it():
    assert eid_of("Khoản 3 Điều 7 của Nghị quyết này") == "art_7__para_3"


@pytest.mark.parametrize(
    ("text", "eids"),
    [
        ("các điểm a, b và c khoản 2 Điều 3", ["art_3__para_2__point_a", "art_3__para_2__point_b", "art_3__para_2__point_c"]),
        ("khoản 2 và khoản 3 Điều 4", ["art_4__para_2", "art_4__para_3"]),
        ("Điều 5 đến Điều 7", ["art_5", "art_6", "art_7"]),
        ("từ Điều 5 đến 7", ["art_5", "art_6", "art_7"]),
        ("khoản 1, 2 Điều 18", ["art_18__para_1", "art_18__para_2"]),
        ("điểm a khoản 1 và khoản 2 Điều 3", ["art_3__para_1__point_a", "art_3__para_2"]),
        ("điểm a, khoản 2, Điều 3", ["art_3__para_2__point_a"]),
        ("điểm c đến điểm đ khoản 1 Điều 2", ["art_2__para_1__point_c", "art_2__para_1__point_d", "art_2__para_1__point_đ"]),
        ("khoản 4 Điều 23; khoản 3 Điều 40", ["art_23__para_4", "art_40__para_3"]),
        ("Điều 9 hoặc Điều 11a", ["art_9", "art_11a"]),
        ("Điều 9 đến Điều 2", ["art_9", "art_2"]),
    ],
)  # fmt: skip
def test_citations_in_running_text_name_every_provision(text, eids):
    (mention,) = mentions_in(f"Thực hiện theo {text} của Luật Nước")
    assert list(mention.eids) == eids


@pytest.mark.parametrize(
    ("text", "eids"),
    [
        ("điểm a đến điểm đ khoản 2 Điều 9", ["a", "b", "c", "d", "đ"]),
        ("điểm d đến điểm a khoản 2 Điều 9", ["d", "a"]),  # ngược: chỉ hai điểm được nêu
    ],
)
def test_a_range_of_points_names_each_of_them(text, eids):
    (mention,) = mentions_in(text)
    assert mention.eids == tuple(f"art_9__para_2__point_{letter}" for letter in eids)


def test_a_citation_says_of_what_document_it_is():
    mentions = list(
        mentions_in("theo Điều 3 Nghị quyết này, Điều 8 Luật Nước và khoản 2 Điều này", within="art_6__para_1")
    )
    assert [(mention.eids, mention.of) for mention in mentions] == [
        (("art_3",), "này"),
        (("art_8",), "Luật Nước"),
        (("art_6__para_2",), "này"),
    ]


def test_where_the_text_stands_completes_a_citation():
    (mention,) = mentions_in("như điểm b khoản này", within="art_2__para_4__point_c")
    assert mention.eids == ("art_2__para_4__point_b",)


@pytest.mark.parametrize(
    "text", ["10 khoản đóng góp", "một điều hay", "điểm sinh hoạt", "khoản 10.000 đồng", "quan điểm của dân", ""]
)
def test_ordinary_words_are_no_citation(text):
    assert list(mentions_in(text)) == []


def test_a_provision_of_an_annex_is_cited_with_its_annex():
    source = [
        "Điều 1. Ban hành quy chế.",
        "Nơi nhận:",
        "- Lưu: VT.",
        "QUY CHẾ",
        "Họp thôn",
        "Điều 1. Ai họp",
        "1. Mọi hộ.",
        "PHỤ LỤC II",
        "1. Mẫu",
    ]
    document = parse([Line(text) for text in source])
    cited = {node.eid: cite(document, node) for node in document.walk()}
    assert cited["art_1"] == "Điều 1"
    assert cited["att_1__art_1__para_1"] == "khoản 1 Điều 1 Quy chế kèm theo"
    assert cited["att_2__para_1"] == "khoản 1 Phụ lục II"
