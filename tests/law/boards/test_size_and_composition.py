"""How many members a board has, and whether it is made up as it must be."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.answers import Refused
from lawcore.boards import Kind, Size, composition, size
from lawcore.dated import NotYetInForce

DAY = date(2026, 6, 28)
LAW = "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"
DECREE = "Nghị định số 59/2023/NĐ-CP"


@pytest.mark.parametrize(
    ("villages", "least", "most", "words"),
    [
        (1, 5, 5, "Phải đúng 5 thành viên"),
        (3, 5, 5, "xã có 3 thôn, dưới 5 thôn"),  # three villages: exactly five members
        (4, 5, 5, "Phải đúng 5 thành viên"),
        (5, 5, 5, "Phải đúng 5 thành viên, tương ứng 5 thôn"),
        (6, 6, 6, "Phải đúng 6 thành viên, tương ứng 6 thôn: mỗi thôn bầu một người của mình"),
        (7, 7, 7, "tương ứng 7 thôn"),
        (60, 60, 60, "Luật không giới hạn số thôn"),  # after a merger: one for each village, no cap on the villages
        (500, 500, 500, "xã có bao nhiêu thôn thì Ban có bấy nhiêu thành viên, ít nhất 5."),
    ],
)
def test_a_commune_has_a_member_for_each_village_and_five_at_least(villages, least, most, words):
    found = size(kind=Kind.COMMUNE, villages=villages, on=DAY)
    assert found.result == Size(least, most)
    assert found.as_json()["result"] == {"min": least, "max": most}
    assert found.rule == "board.size"
    assert found.citation == f"khoản 1 Điều 36 {LAW}; khoản 2 Điều 13 {DECREE}"
    assert words in found.explanation


def test_before_the_decree_a_small_commune_had_no_maximum():
    found = size(kind=Kind.COMMUNE, villages=3, on=date(2023, 8, 14))
    assert found.result == Size(5, None)
    assert found.citation == f"khoản 1 Điều 36 {LAW}"
    assert "dù xã chỉ có 3 thôn" in found.explanation


@pytest.mark.parametrize(
    ("staff", "scattered", "least", "most", "words"),
    [
        (1, False, 0, 0, "Không tổ chức Ban"),
        (7, False, 0, 0, "có 7 người, từ 7 người trở xuống"),
        (7, True, 0, 0, "Không tổ chức Ban"),
        (8, False, 3, 9, "từ 3 đến 9 thành viên"),
        (500, False, 3, 9, "từ 3 đến 9 thành viên"),
        (500, True, 3, None, "nhiều hơn 9 người"),
    ],
)
def test_an_agency_has_three_to_nine_members_and_none_with_seven_staff(staff, scattered, least, most, words):
    found = size(kind=Kind.AGENCY, staff=staff, scattered=scattered, on=DAY)
    assert found.result == Size(least, most)
    assert words in found.explanation
    assert ("Công đoàn cấp trên trực tiếp quyết định" in found.explanation) is (most != 0)
    assert found.citation == (
        f"khoản 1 Điều 60 {LAW}; điểm e khoản 2 Điều 63 {LAW}"
        if most == 0
        else f"khoản 1 Điều 60 {LAW}; khoản 2 Điều 21 {DECREE}"
    )


@pytest.mark.parametrize(
    ("staff", "scattered", "least", "most"),
    [
        (None, False, 3, 9),
        (6, False, 3, 9),
        (6, True, 3, None),
        (5000, False, 3, 9),
    ],  # no exemption with seven or fewer
)
def test_a_state_enterprise_has_three_to_nine_members(staff, scattered, least, most):
    found = size(kind=Kind.ENTERPRISE, staff=staff, scattered=scattered, on=DAY)
    assert found.result == Size(least, most)
    assert found.citation == f"khoản 1 Điều 77 {LAW}; khoản 2 Điều 25 {DECREE}"


def test_an_investment_board_has_five_members_at_least():
    found = size(kind=Kind.INVESTMENT, on=DAY)
    assert found.result == Size(5, None)
    assert found.citation == f"khoản 1 Điều 41 {LAW}; khoản 2 Điều 17 {DECREE}"
    assert "ít nhất 5 thành viên" in found.explanation
    assert found.explanation.endswith("Riêng đại diện người dân không quá 5 người.")
    earlier = size(kind=Kind.INVESTMENT, on=date(2023, 8, 14))  # the decree set the people's maximum
    assert earlier.result == Size(5, None)
    assert "không quá 5" not in earlier.explanation


@pytest.mark.parametrize(
    ("kind", "article"),
    [(Kind.AGENCY, "khoản 1 Điều 60"), (Kind.ENTERPRISE, "khoản 1 Điều 77"), (Kind.INVESTMENT, "khoản 1 Điều 41")],
)
def test_before_the_decree_the_law_alone_is_cited(kind, article):
    earlier = size(kind=kind, staff=20, on=date(2023, 7, 1))
    assert earlier.citation == f"{article} {LAW}"
    assert earlier.result == size(kind=kind, staff=20, on=DAY).result
    with pytest.raises(NotYetInForce):
        size(kind=kind, staff=20, on=date(2023, 6, 30))


@pytest.mark.parametrize(
    ("values", "code", "key"),
    [
        ({"kind": Kind.COMMUNE}, "missing-key", "villages"),
        ({"kind": Kind.AGENCY}, "missing-key", "staff"),
        ({"kind": Kind.COMMUNE, "villages": 0}, "impossible-value", "1…10000000"),
        ({"kind": Kind.AGENCY, "staff": 0}, "impossible-value", "1…10000000"),
    ],
)
def test_a_size_needs_its_base(values, code, key):
    with pytest.raises(Refused) as refused:
        size(**values, on=DAY)
    assert refused.value.code == code
    assert refused.value.allowed == (key,)


@given(st.integers(1, 300))
@settings(max_examples=20)
def test_one_more_village_never_means_fewer_members(villages):
    fewer = size(kind=Kind.COMMUNE, villages=villages, on=DAY).result.min
    assert size(kind=Kind.COMMUNE, villages=villages + 1, on=DAY).result.min >= fewer


COMMUNE = {"kind": Kind.COMMUNE, "villages": 12, "members": 12, "villages_represented": 12, "deputies": 1}
INVESTMENT = {
    "kind": Kind.INVESTMENT,
    "front_members": 1,
    "inspection_members": 1,
    "people_members": 3,
    "deputies": 1,
}
AGENCY = {"kind": Kind.AGENCY, "staff": 40, "members": 9, "deputies": 2}
ENTERPRISE = {"kind": Kind.ENTERPRISE, "members": 9, "deputies": 2}


@pytest.mark.parametrize(
    ("values", "changed", "valid", "words"),
    [
        (COMMUNE, {}, True, "đúng thành phần với 12 thành viên"),
        (COMMUNE, {"members": 11}, False, "có 11 thành viên trong khi phải đúng 12"),
        (COMMUNE, {"members": 13}, False, "có 13 thành viên trong khi phải đúng 12"),
        (COMMUNE, {"villages": 60, "members": 61, "villages_represented": 60}, False, "phải đúng 60"),
        (COMMUNE, {"villages": 60, "members": 60, "villages_represented": 60}, True, "với 60 thành viên"),
        (COMMUNE, {"villages": 7, "members": 7, "villages_represented": 7}, True, "với 7 thành viên"),
        (COMMUNE, {"villages": 7, "members": 8, "villages_represented": 7}, False, "phải đúng 7"),
        (
            COMMUNE,
            {"villages": 4, "members": 6, "villages_represented": 4},
            False,
            "phải đúng 5",
        ),  # six for four villages
        (COMMUNE, {"villages": 4, "members": 5, "villages_represented": 4}, True, "với 5 thành viên"),
        (COMMUNE, {"villages": 4, "members": 4, "villages_represented": 4}, False, "phải đúng 5"),
        (COMMUNE, {"villages_represented": 10}, False, "2 thôn chưa có người trong Ban"),
        (COMMUNE, {"deputies": 2}, True, "đúng thành phần"),
        (COMMUNE, {"deputies": 3}, False, "có 3 Phó Trưởng ban, không được quá 2"),
        (COMMUNE, {"deputies": 0}, False, "chưa có Phó Trưởng ban"),
        (INVESTMENT, {}, True, "với 5 thành viên"),  # Front 1, inspection board 1, people 3
        (INVESTMENT, {"people_members": 2}, False, "có 4 thành viên trong khi cần ít nhất 5"),
        (INVESTMENT, {"people_members": 5}, True, "với 7 thành viên"),
        (INVESTMENT, {"people_members": 6}, False, "6 đại diện người dân, không được quá 5"),  # six of the people
        (INVESTMENT, {"front_members": 0, "people_members": 4}, False, "không có đại diện Mặt trận xã"),
        (INVESTMENT, {"inspection_members": 0, "people_members": 4}, False, "không có đại diện Ban Thanh tra nhân dân"),
        (INVESTMENT, {"front_members": 4, "people_members": 0}, False, "không có đại diện người dân nơi có dự án"),
        (INVESTMENT, {"front_members": 9, "people_members": 5}, True, "với 15 thành viên"),  # no cap on the whole
        (INVESTMENT, {"deputies": 2}, True, "đúng thành phần"),
        (INVESTMENT, {"deputies": 3}, False, "có 3 Phó Trưởng ban, không được quá 2"),
        (AGENCY, {}, True, "với 9 thành viên"),  # nine members, two deputies
        (AGENCY, {"deputies": 3}, False, "có 3 Phó Trưởng ban, không được quá 2"),
        (AGENCY, {"members": 8, "deputies": 1}, True, "với 8 thành viên"),
        (AGENCY, {"members": 3, "deputies": 1}, True, "với 3 thành viên"),
        (AGENCY, {"members": 2, "deputies": 1}, False, "cần từ 3 đến 9"),
        (AGENCY, {"members": 10}, False, "có 10 thành viên trong khi cần từ 3 đến 9"),
        (AGENCY, {"members": 10, "scattered": True}, True, "với 10 thành viên"),
        (AGENCY, {"staff": 7, "members": 3, "deputies": 1}, False, "nơi này không tổ chức Ban"),
        (AGENCY, {"staff": 8, "members": 3, "deputies": 1}, True, "với 3 thành viên"),
        (ENTERPRISE, {}, True, "với 9 thành viên"),
        (ENTERPRISE, {"members": 10}, False, "cần từ 3 đến 9"),
        (ENTERPRISE, {"members": 3, "deputies": 1, "staff": 6}, True, "với 3 thành viên"),
    ],
)
def test_the_make_up_of_a_board(values, changed, valid, words):
    found = composition(**{**values, **changed}, on=DAY)
    assert found.result is valid
    assert found.rule == "board.composition"
    assert words in found.explanation
    assert found.explanation.startswith(values["kind"].words)
    assert ("chưa đúng thành phần: " in found.explanation) is (not valid)
    assert valid or ";" not in found.explanation
    assert not found.provisional
    assert found.assumptions == ()


@pytest.mark.parametrize(
    ("values", "citation"),
    [
        (COMMUNE, f"khoản 1, 3 Điều 36 {LAW}; khoản 2, 3 Điều 13 {DECREE}"),
        (INVESTMENT, f"khoản 1, 2 Điều 41 {LAW}; khoản 2, 3 Điều 17 {DECREE}"),
        (AGENCY, f"khoản 1, 4 Điều 60 {LAW}; khoản 2, 3 Điều 21 {DECREE}"),
        (ENTERPRISE, f"khoản 1, 4 Điều 77 {LAW}; khoản 2 Điều 25 {DECREE}"),
    ],
)
def test_each_kind_cites_its_articles(values, citation):
    found = composition(**values, on=DAY)
    assert found.citation == citation
    assert found.version == date(2023, 8, 15)
    with pytest.raises(NotYetInForce):
        composition(**values, on=date(2023, 8, 14))


def test_every_defect_is_named_at_once():
    found = composition(
        kind=Kind.INVESTMENT, members=8, front_members=0, inspection_members=2, people_members=6, deputies=3, on=DAY
    )
    assert found.result is False
    for words in ("không có đại diện Mặt trận xã", "không được quá 5", "có 3 Phó Trưởng ban, không được quá 2"):
        assert words in found.explanation
    assert found.explanation.count(";") == 2


def test_too_few_members_need_no_further_facts():
    """A supervision board of four is wrong, whoever they are; six of the people are too many, whoever else sits there."""
    assert composition(kind=Kind.INVESTMENT, members=4, on=DAY).result is False
    assert composition(kind=Kind.INVESTMENT, people_members=6, on=DAY).result is False
    assert composition(kind=Kind.COMMUNE, villages=4, members=6, on=DAY).result is False


@pytest.mark.parametrize("kind", [Kind.AGENCY, Kind.ENTERPRISE])
@pytest.mark.parametrize(
    ("members", "deputies", "reading", "valid", "open_question"),
    [
        (9, 2, "one", True, False),
        (9, 2, "two", True, False),
        (8, 2, "one", False, True),  # two deputies are written only for nine members and more
        (8, 2, "two", True, True),
        (8, 1, "one", True, False),
        (8, 1, "two", True, False),
        (8, 3, "one", False, False),
        (8, 3, "two", False, False),
        (2, 2, "one", False, False),  # wrong by either reading
    ],
)
def test_two_deputies_of_a_small_board_are_a_reading(kind, members, deputies, reading, valid, open_question):
    found = composition(kind=kind, staff=40, members=members, deputies=deputies, deputies_below_nine=reading, on=DAY)
    assert found.result is valid
    assert found.provisional is open_question
    assert any("deputies_below_nine" in each for each in found.assumptions) is open_question


def test_a_small_board_has_one_deputy_by_default():
    found = composition(kind=Kind.AGENCY, staff=40, members=8, deputies=2, on=DAY)
    assert "có 2 Phó Trưởng ban, không được quá 1" in found.explanation
    with pytest.raises(Refused) as refused:
        composition(kind=Kind.AGENCY, staff=40, members=8, deputies_below_nine="none", on=DAY)
    assert refused.value.allowed == ("one", "two")


def test_what_was_not_looked_at_is_said():
    commune = composition(kind=Kind.COMMUNE, villages=12, members=12, on=DAY)
    assert commune.result is True
    assert [each.split(" vì")[0] for each in commune.assumptions] == [
        "Chưa xét số Phó Trưởng ban",
        "Chưa xét từng thôn đã có người trong Ban chưa",
    ]
    agency = composition(kind=Kind.AGENCY, members=9, deputies=2, on=DAY)
    assert agency.result is True
    assert agency.assumptions == ("Coi như cơ quan, đơn vị có đủ người để tổ chức Ban vì số người chưa được nêu.",)


@pytest.mark.parametrize(
    ("values", "code", "key"),
    [
        ({"kind": Kind.COMMUNE, "members": 12}, "missing-key", "villages"),
        ({"kind": Kind.COMMUNE, "villages": 12}, "missing-key", "members"),
        ({"kind": Kind.INVESTMENT, "members": 5}, "missing-key", "front_members"),
        ({"kind": Kind.INVESTMENT, "members": 5, "front_members": 1}, "missing-key", "inspection_members"),
        (
            {"kind": Kind.INVESTMENT, "members": 5, "front_members": 1, "inspection_members": 1},
            "missing-key",
            "people_members",
        ),
        ({"kind": Kind.INVESTMENT, "front_members": 1}, "missing-key", "members"),
    ],
)
def test_what_decides_must_be_said(values, code, key):
    with pytest.raises(Refused) as refused:
        composition(**values, on=DAY)
    assert refused.value.code == code
    assert refused.value.allowed == (key,)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({**INVESTMENT, "members": 6}, "Các phần cộng lại là 5 người, khác số thành viên 6"),
        ({**COMMUNE, "villages_represented": 13}, "nhiều hơn số thôn của xã"),
        ({**COMMUNE, "members": -1}, "Số thành viên phải là số nguyên"),
        ({**COMMUNE, "deputies": -1}, "Số Phó Trưởng ban phải là số nguyên"),
        ({**INVESTMENT, "front_members": -1}, "Số đại diện Mặt trận xã phải là số nguyên"),
        ({**INVESTMENT, "inspection_members": -1}, "Số đại diện Ban Thanh tra nhân dân phải là số nguyên"),
        ({**INVESTMENT, "people_members": -1}, "Số đại diện người dân phải là số nguyên"),
        ({**COMMUNE, "villages": None, "villages_represented": -1}, "Số thôn có người trong Ban phải là số nguyên"),
    ],
)
def test_impossible_boards_are_refused(values, words):
    with pytest.raises(Refused, match=words) as refused:
        composition(**values, on=DAY)
    assert refused.value.code == "impossible-value"


def test_the_members_of_an_investment_board_may_be_given_with_their_parts():
    assert composition(**{**INVESTMENT, "members": 5}, on=DAY).result is True
