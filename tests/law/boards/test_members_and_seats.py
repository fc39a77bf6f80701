"""Who may sit on a board; election, term, vacancy, dismissal."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.answers import Refused
from lawcore.boards import RULES, Dismisser, Kind, Relation
from lawcore.dated import NotYetInForce

DAY = date(2026, 6, 28)
LAW = "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"
DECREE = "Nghị định số 59/2023/NĐ-CP"
eligible = RULES["board.member_eligible"]

COMMUNE = {
    "kind": Kind.COMMUNE,
    "permanent_resident": True,
    "commune_official": False,
    "non_specialised": False,
}
INVESTMENT = {
    "kind": Kind.INVESTMENT,
    "permanent_resident": True,
    "commune_official": False,
    "relation": Relation.NONE,
}
AGENCY = {"kind": Kind.AGENCY, "works_here": True, "leads": False}
ENTERPRISE = {"kind": Kind.ENTERPRISE, "works_here": True, "leads": False}


@pytest.mark.parametrize(
    ("values", "changed", "fit", "words"),
    [
        (COMMUNE, {}, True, "Không vướng điều cấm nào"),
        (COMMUNE, {"non_specialised": True}, False, "không chuyên trách"),  # a village head
        (COMMUNE, {"permanent_resident": False}, False, "tạm trú là chưa đủ"),  # a temporary resident
        (COMMUNE, {"commune_official": True}, False, "cán bộ, công chức cấp xã"),
        (COMMUNE, {"relation": Relation.CLOSE}, True, "Không vướng điều cấm nào"),
        (INVESTMENT, {}, True, "Không vướng điều cấm nào"),
        (INVESTMENT, {"relation": Relation.CLOSE}, False, "có người thân"),  # the contractor's brother
        (INVESTMENT, {"permanent_resident": False}, False, "không thường trú"),
        (INVESTMENT, {"commune_official": True}, False, "cán bộ, công chức cấp xã"),
        (AGENCY, {}, True, "Không vướng điều cấm nào"),
        (AGENCY, {"leads": True}, False, "cấp phó"),  # a deputy head
        (AGENCY, {"works_here": False}, False, "không đang làm việc tại đây"),
        (ENTERPRISE, {}, True, "Không vướng điều cấm nào"),
        (ENTERPRISE, {"leads": True}, False, "kế toán trưởng"),
        (ENTERPRISE, {"works_here": False}, False, "không đang làm việc tại đây"),
    ],
)
def test_who_may_be_a_member(values, changed, fit, words):
    found = eligible(**{**values, **changed}, on=DAY)
    assert found.result is fit
    assert found.rule == "board.member_eligible"
    assert words in found.explanation
    assert values["kind"].words in found.explanation
    assert ";" not in found.explanation
    assert not found.provisional
    assert len(found.assumptions) == 1
    assert "Phẩm chất, uy tín" in found.assumptions[0]


@pytest.mark.parametrize(
    ("values", "article"),
    [(COMMUNE, "Điều 37"), (INVESTMENT, "Điều 42"), (AGENCY, "Điều 60"), (ENTERPRISE, "Điều 77")],
)
def test_each_kind_cites_its_standards(values, article):
    assert eligible(**values, on=DAY).citation == f"khoản 2 {article} {LAW}"
    with pytest.raises(NotYetInForce):
        eligible(**values, on=date(2023, 6, 30))


def test_a_part_time_village_post_excludes_from_the_inspection_board_only():
    """A village Party secretary with a part-time post: not excluded by the text from supervising an investment."""
    found = eligible(**INVESTMENT, non_specialised=True, on=DAY)
    assert found.result is True
    assert not found.provisional
    assert "không loại họ" in found.assumptions[1]
    assert eligible(**{**COMMUNE, "non_specialised": True}, on=DAY).result is False
    assert len(eligible(**INVESTMENT, non_specialised=False, on=DAY).assumptions) == 1


@pytest.mark.parametrize(
    ("relation", "close", "with_in_laws", "any_relative"),
    [
        (Relation.NONE, True, True, True),
        (Relation.CLOSE, False, False, False),
        (Relation.IN_LAW, True, False, False),
        (Relation.DISTANT, True, True, False),
    ],
)
def test_who_counts_as_kin_is_a_reading(relation, close, with_in_laws, any_relative):
    for reading, fit in (("close", close), ("with_in_laws", with_in_laws), ("any_relative", any_relative)):
        found = eligible(**{**INVESTMENT, "relation": relation}, relatives=reading, on=DAY)
        assert found.result is fit
        assert found.provisional is (relation in {Relation.IN_LAW, Relation.DISTANT})
        assert any("relatives" in each for each in found.assumptions) is found.provisional
    assert eligible(**{**INVESTMENT, "relation": relation}, on=DAY).result is with_in_laws


def test_kin_does_not_matter_to_who_is_excluded_anyway():
    found = eligible(**{**INVESTMENT, "relation": Relation.IN_LAW, "commune_official": True}, on=DAY)
    assert found.result is False
    assert not found.provisional
    assert found.explanation.count(";") == 1


def test_kin_is_not_asked_of_an_inspection_board():
    assert not eligible(**COMMUNE, relation=Relation.IN_LAW, on=DAY).provisional


@pytest.mark.parametrize(
    ("values", "key"),
    [(values, key) for values in (COMMUNE, INVESTMENT, AGENCY, ENTERPRISE) for key in values if key != "kind"],
)
def test_what_nobody_looked_at_is_no_yes(values, key):
    with pytest.raises(Refused) as refused:
        eligible(**{**values, key: None}, on=DAY)
    assert refused.value.code == "missing-key"
    assert refused.value.allowed == (key,)


def test_an_unknown_reading_of_kin_is_refused():
    with pytest.raises(Refused) as refused:
        eligible(**INVESTMENT, relatives="friends", on=DAY)
    assert refused.value.allowed == ("close", "with_in_laws", "any_relative")


@pytest.mark.parametrize("kind", [Kind.COMMUNE, Kind.INVESTMENT])
@pytest.mark.parametrize(
    ("households", "agree", "passed"),
    [
        (1, 1, True),
        (2, 1, False),  # exactly half is not more than half
        (2, 2, True),
        (3, 2, True),
        (50, 25, False),
        (50, 26, True),
        (51, 25, False),
        (51, 26, True),
        (150, 75, False),
        (150, 76, True),
        (151, 75, False),
        (151, 76, True),
        (200, 100, False),
        (200, 101, True),
    ],
)
def test_a_village_elects_by_more_than_half_of_all_households(kind, households, agree, passed):
    found = RULES["board.elected"](kind=kind, households=households, agree=agree, on=DAY)
    assert found.result is passed
    assert found.rule == "board.elected"
    assert found.citation == f"khoản 5 Điều 15 {LAW}; khoản 1 Điều 21 {LAW}"
    assert f"{agree} trong {households} hộ" in found.explanation
    assert f"cần ít nhất {households // 2 + 1} " in found.explanation
    assert "tổng số hộ của thôn" in found.explanation
    assert found.assumptions == ()


@pytest.mark.parametrize(
    ("kind", "citation"),
    [
        (Kind.AGENCY, f"điểm c khoản 2 Điều 51 {LAW}; khoản 1 Điều 60 {LAW}"),
        (Kind.ENTERPRISE, f"điểm c khoản 2 Điều 69 {LAW}; khoản 1 Điều 77 {LAW}"),
    ],
)
@pytest.mark.parametrize(
    ("attending", "agree", "passed"), [(60, 30, False), (60, 31, True), (61, 31, True), (1, 1, True)]
)
def test_a_conference_elects_by_more_than_half_of_those_attending(kind, citation, attending, agree, passed):
    found = RULES["board.elected"](kind=kind, attending=attending, agree=agree, on=DAY)
    assert found.result is passed
    assert found.citation == citation
    assert "số người dự hội nghị" in found.explanation
    assert "hai phần ba" in found.assumptions[0]


def test_a_lost_election_says_what_is_missing():
    assert RULES["board.elected"](kind=Kind.COMMUNE, households=100, agree=48, on=DAY).explanation.startswith(
        "Chưa đạt, còn thiếu 3 hộ: "
    )
    assert RULES["board.elected"](kind=Kind.AGENCY, attending=60, agree=31, on=DAY).explanation.startswith("Đạt: ")


@pytest.mark.parametrize(
    ("values", "code", "words"),
    [
        ({"kind": Kind.COMMUNE, "agree": 3, "attending": 9}, "missing-key", "tổng số hộ của thôn"),
        ({"kind": Kind.AGENCY, "agree": 3, "households": 9}, "missing-key", "số người dự hội nghị"),
        ({"kind": Kind.COMMUNE, "households": 9}, "missing-key", "số hộ tán thành"),
        ({"kind": Kind.AGENCY, "attending": 9}, "missing-key", "số người tán thành"),
        ({"kind": Kind.COMMUNE, "households": 9, "agree": 10}, "impossible-value", "nhiều hơn tổng số hộ của thôn"),
        ({"kind": Kind.COMMUNE, "households": 0, "agree": 0}, "impossible-value", "Tổng số hộ của thôn"),
    ],
)
def test_counts_are_checked(values, code, words):
    with pytest.raises(Refused, match=words) as refused:
        RULES["board.elected"](**values, on=DAY)
    assert refused.value.code == code


@given(st.integers(1, 300), st.data())
@settings(max_examples=20)
def test_one_more_household_never_undoes_an_election(households, data):
    agree = data.draw(st.integers(0, households - 1))
    elected = RULES["board.elected"]
    fewer = elected(kind=Kind.COMMUNE, households=households, agree=agree, on=DAY).result
    assert elected(kind=Kind.COMMUNE, households=households, agree=agree + 1, on=DAY).result >= fewer


@pytest.mark.parametrize(
    ("values", "ends", "citation", "words"),
    [
        (
            {"kind": Kind.COMMUNE, "heads_until": date(2031, 6, 1)},
            date(2031, 6, 1),
            "khoản 2 Điều 36",
            "theo nhiệm kỳ của Trưởng thôn",
        ),
        ({"kind": Kind.AGENCY}, date(2028, 6, 28), "khoản 3 Điều 60", "nhiệm kỳ 2 năm"),
        ({"kind": Kind.ENTERPRISE}, date(2028, 6, 28), "khoản 3 Điều 77", "nhiệm kỳ 2 năm"),
        ({"kind": Kind.INVESTMENT}, None, "khoản 1 Điều 41", "tự giải thể"),
    ],
)
def test_until_when_a_board_serves(values, ends, citation, words):
    found = RULES["board.term_ends"](**values, recognised_on=DAY)
    assert found.result == ends
    assert found.rule == "board.term_ends"
    assert found.citation == f"{citation} {LAW}"
    assert words in found.explanation
    assert bool(found.assumptions) is (values["kind"] in {Kind.AGENCY, Kind.ENTERPRISE})
    assert ends is None or f"{ends:%d/%m/%Y}" in found.explanation


def test_the_term_of_a_commune_board_needs_that_of_the_heads():
    with pytest.raises(Refused) as refused:
        RULES["board.term_ends"](kind=Kind.COMMUNE, recognised_on=DAY)
    assert refused.value.allowed == ("heads_until",)


@pytest.mark.parametrize(
    ("vacant", "until", "needed"),
    [
        (date(2027, 1, 15), date(2027, 7, 15), True),  # exactly six months are left
        (date(2027, 1, 15), date(2027, 7, 14), False),  # one day less
        (date(2027, 1, 15), date(2027, 7, 16), True),
        (date(2026, 8, 31), date(2027, 2, 28), True),  # the month has no 31st
        (date(2026, 8, 31), date(2027, 2, 27), False),
        (date(2027, 1, 15), date(2027, 1, 15), False),
    ],
)
def test_a_village_fills_a_seat_when_six_months_are_left(vacant, until, needed):
    found = RULES["board.by_election"](kind=Kind.COMMUNE, since=vacant, term_until=until)
    assert found.result is needed
    assert found.rule == "board.by_election"
    assert found.citation == f"khoản 2 Điều 36 {LAW}"
    assert found.explanation.startswith("Phải bổ sung: " if needed else "Không bắt buộc bầu bổ sung: ")
    assert "6 tháng" in found.explanation
    assert f"{until:%d/%m/%Y}" in found.explanation


@pytest.mark.parametrize(
    ("kind", "citation", "words"),
    [
        (Kind.AGENCY, "khoản 3 Điều 60", "hội nghị bầu người khác thay thế"),
        (Kind.ENTERPRISE, "khoản 3 Điều 77", "hội nghị bầu người khác thay thế"),
        (Kind.INVESTMENT, "điểm a khoản 1 Điều 45", "Mặt trận xã cử"),
    ],
)
def test_other_boards_fill_every_seat(kind, citation, words):
    found = RULES["board.by_election"](kind=kind, since=DAY)
    assert found.result is True
    assert found.citation == f"{citation} {LAW}"
    assert words in found.explanation


def test_a_term_that_was_over_before_is_refused():
    with pytest.raises(Refused, match="Nhiệm kỳ hết ngày 14/06/2026, trước ngày khuyết 15/06/2026"):
        RULES["board.by_election"](kind=Kind.COMMUNE, since=date(2026, 6, 15), term_until=date(2026, 6, 14))
    same = RULES["board.by_election"](kind=Kind.COMMUNE, since=date(2026, 6, 15), term_until=date(2026, 6, 15))
    assert same.result is False
    with pytest.raises(Refused, match="hết ngày 31/05/2026, trước ngày công nhận 01/06/2026"):
        RULES["board.term_ends"](kind=Kind.COMMUNE, recognised_on=date(2026, 6, 1), heads_until=date(2026, 5, 31))
    day = date(2026, 6, 1)
    assert RULES["board.term_ends"](kind=Kind.COMMUNE, recognised_on=day, heads_until=day).result == day


def test_a_by_election_needs_the_term():
    with pytest.raises(Refused) as refused:
        RULES["board.by_election"](kind=Kind.COMMUNE, since=DAY)
    assert refused.value.allowed == ("term_until",)


@given(st.dates(date(2026, 1, 1), date(2031, 1, 1)))
@settings(max_examples=20)
def test_a_later_vacancy_never_needs_an_election_that_an_earlier_one_did_not(day):
    by_election = RULES["board.by_election"]
    until = date(2031, 6, 1)
    later = by_election(kind=Kind.COMMUNE, since=day + timedelta(days=1), term_until=until).result
    assert by_election(kind=Kind.COMMUNE, since=day, term_until=until).result >= later


@pytest.mark.parametrize(
    ("kind", "by", "citation", "words"),
    [
        (
            Kind.COMMUNE,
            Dismisser.VILLAGE,
            f"khoản 2 Điều 36 {LAW}; khoản 1 Điều 13 {DECREE}",
            "thôn đã bầu người đó quyết định",
        ),
        (
            Kind.INVESTMENT,
            Dismisser.VILLAGE,
            f"khoản 5 Điều 15 {LAW}; khoản 1 Điều 17 {DECREE}",
            "với đại diện người dân, thôn",
        ),
        (Kind.AGENCY, Dismisser.CONFERENCE, f"khoản 3 Điều 60 {LAW}", "Ban Chấp hành Công đoàn"),
        (Kind.ENTERPRISE, Dismisser.CONFERENCE, f"khoản 3 Điều 77 {LAW}", "hội nghị người lao động"),
    ],
)
def test_who_dismisses_a_member(kind, by, citation, words):
    found = RULES["board.dismissal_decided_by"](kind=kind, on=DAY)
    assert found.result is by
    assert found.rule == "board.dismissal_decided_by"
    assert found.citation == citation
    assert words in found.explanation
    assert found.provisional is (kind is Kind.COMMUNE)
    assert bool(found.assumptions) is (kind is Kind.COMMUNE)


def test_law_and_decree_differ_on_who_dismisses():
    rule = RULES["board.dismissal_decided_by"]
    front = rule(kind=Kind.COMMUNE, board_dismissal="front", on=DAY)
    assert front.result is Dismisser.FRONT
    assert "Mặt trận xã quyết định" in front.explanation
    assert front.provisional
    assert "board_dismissal" in front.assumptions[0]
    assert rule(kind=Kind.AGENCY, board_dismissal="front", on=DAY).result is Dismisser.CONFERENCE
    assert rule(kind=Kind.COMMUNE, board_dismissal="front", on=date(2023, 8, 15)).result is Dismisser.FRONT
    earlier = rule(kind=Kind.COMMUNE, board_dismissal="front", on=date(2023, 8, 14))  # before the decree: only the law
    assert earlier.result is Dismisser.VILLAGE
    assert not earlier.provisional
    assert rule(kind=Kind.INVESTMENT, on=date(2023, 7, 1)).citation == f"khoản 5 Điều 15 {LAW}"
    with pytest.raises(Refused) as refused:
        rule(kind=Kind.COMMUNE, board_dismissal="nobody", on=DAY)
    assert refused.value.allowed == ("village", "front")
