"""Who is elected and dismissed, by how many households."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.answers import Refused
from lawcore.dated import NotYetInForce
from lawcore.elections import RULES, Decider, Ground, Next, Outcome, elected, outcome

DAY = date(2026, 6, 28)
LAW = "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"
DECREE = "Nghị định số 59/2023/NĐ-CP"

MORE_THAN_HALF = [
    (1, 0, False),
    (1, 1, True),
    (2, 1, False),  # exactly half is not more than half
    (2, 2, True),
    (3, 1, False),
    (3, 2, True),
    (50, 25, False),
    (50, 26, True),
    (51, 25, False),
    (51, 26, True),  # 26 is more than 25.5
    (88, 44, False),
    (88, 45, True),
    (150, 74, False),
    (150, 75, False),
    (150, 76, True),
    (151, 75, False),
    (151, 76, True),
    (200, 99, False),
    (200, 100, False),
    (200, 101, True),
]


@pytest.mark.parametrize(("households", "agree", "passed"), MORE_THAN_HALF)
def test_elected_by_more_than_half_of_all_households(households, agree, passed):
    found = elected(households=households, agree=agree, on=DAY)
    assert found.result is passed
    assert found.rule == "election.elected"
    assert found.citation == f"khoản 1 Điều 21 {LAW}; điểm d khoản 5 Điều 3 {DECREE}"
    assert f"cần ít nhất {households // 2 + 1} hộ" in found.explanation
    assert f"{agree} trong {households} hộ" in found.explanation


def test_nobody_elected_is_told_what_is_missing_and_who_decides():
    """88 households, 44 votes: one short; the reason goes into the minutes and the commune decides."""
    found = elected(households=88, agree=44, on=DAY)
    assert "còn thiếu 1 hộ" in found.explanation
    assert "biên bản" in found.explanation
    assert "quyết định bầu lại" in found.explanation
    assert elected(households=88, agree=45, on=DAY).explanation.startswith("Trúng cử, chờ Ủy ban nhân dân cấp xã")


@pytest.mark.parametrize("rule", ["election.elected", "dismissal.agreed"])
@pytest.mark.parametrize(("agree", "passed"), [(44, False), (45, True), (88, True)])
def test_before_the_decree_half_of_the_households_was_the_same_bound(rule, agree, passed):
    found = RULES[rule](households=88, agree=agree, on=date(2023, 7, 1))
    assert found.result is passed
    assert "cần ít nhất 45 hộ" in found.explanation


def test_before_the_decree_the_law_alone_is_cited():
    assert elected(households=10, agree=6, on=date(2023, 7, 1)).citation == f"khoản 1 Điều 21 {LAW}"
    assert elected(households=10, agree=6, on=date(2023, 8, 14)).version == date(2023, 7, 1)
    assert elected(households=10, agree=6, on=date(2023, 8, 15)).version == date(2023, 8, 15)
    with pytest.raises(NotYetInForce):
        elected(households=10, agree=6, on=date(2023, 6, 30))


@pytest.mark.parametrize(
    ("votes", "winner", "then"),
    [
        ((45, 30), 1, Next.RECOGNITION),
        ((30, 45), 2, Next.RECOGNITION),
        ((20, 20, 48), 3, Next.RECOGNITION),
        ((44, 30), None, Next.RE_ELECTION),
        ((44, 44), None, Next.RE_ELECTION),  # a tie is never more than half
        ((88,), 1, Next.RECOGNITION),
        ((44,), None, Next.RE_ELECTION),
        ((0, 0), None, Next.RE_ELECTION),
    ],
)
def test_the_winner_among_several(votes, winner, then):
    found = outcome(households=88, votes=votes, on=DAY)
    assert found.result == Outcome(winner, then)
    assert found.rule == "election.outcome"
    assert found.citation == f"khoản 1 Điều 21 {LAW}; điểm d khoản 5 Điều 3 {DECREE}"
    assert f"{max(votes)} trong 88 hộ" in found.explanation
    assert (f"Người thứ {winner} " in found.explanation) is (winner is not None)
    assert ("Không ai trúng cử" in found.explanation) is (winner is None)


def test_what_follows_without_a_winner_is_a_reading():
    second = outcome(households=88, votes=(44, 30), election_tie="second_round", on=DAY)
    assert second.result == Outcome(None, Next.SECOND_ROUND)
    assert second.provisional
    assert "election_tie" in second.assumptions[0]
    assert "bầu tiếp" in second.assumptions[0]
    assert outcome(households=88, votes=(44, 30), on=DAY).provisional
    assert "quyết định bầu lại" in outcome(households=88, votes=(44, 30), on=DAY).assumptions[0]


def test_one_candidate_has_no_second_round():
    found = outcome(households=88, votes=(44,), election_tie="second_round", on=DAY)
    assert found.result == Outcome(None, Next.RE_ELECTION)
    assert not found.provisional


def test_a_winner_rests_on_no_reading():
    found = outcome(households=88, votes=(45, 30), election_tie="second_round", on=DAY)
    assert found.result == Outcome(1, Next.RECOGNITION)
    assert not found.provisional
    assert found.assumptions == ()


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"votes": ()}, "missing-key"),
        ({"votes": (50, 39)}, "impossible-value"),  # more votes than households
        ({"votes": (-1, 3)}, "impossible-value"),
        ({"votes": (44, 30), "election_tie": "lot"}, "impossible-value"),
        ({"votes": (0,), "households": 0}, "impossible-value"),
    ],
)
def test_impossible_counts_are_refused(values, code):
    with pytest.raises(Refused) as refused:
        outcome(**{"households": 88, "on": DAY, **values})
    assert refused.value.code == code


def test_the_reading_refused_says_what_is_allowed():
    with pytest.raises(Refused) as refused:
        outcome(households=88, votes=(1,), election_tie="lot", on=DAY)
    assert refused.value.allowed == ("re_election", "second_round")


@pytest.mark.parametrize(
    ("households", "present", "enough"),
    [
        (88, 44, False),
        (88, 45, True),
        (150, 75, False),
        (150, 76, True),
        (151, 75, False),
        (151, 76, True),
        (1, 1, True),
    ],
)
def test_a_meeting_can_elect_when_more_than_half_came(households, present, enough):
    found = RULES["election.enough_present"](households=households, present=present, on=DAY)
    assert found.result is enough
    assert found.rule == "election.enough_present"
    assert found.citation == f"điểm b khoản 1 Điều 19 {LAW}; khoản 1 Điều 21 {LAW}"
    assert ("phát phiếu" in found.explanation) is (not enough)
    assert f"cần ít nhất {households // 2 + 1} hộ" in found.explanation


@pytest.mark.parametrize(
    ("households", "agree", "enough"),
    [
        (1, 0, False),
        (1, 1, True),
        (2, 0, False),
        (2, 1, True),  # exactly half is enough to ask
        (3, 1, False),
        (3, 2, True),
        (50, 24, False),
        (50, 25, True),
        (51, 25, False),
        (51, 26, True),
        (88, 43, False),
        (88, 44, True),
        (150, 74, False),
        (150, 75, True),
        (151, 75, False),
        (151, 76, True),
        (200, 99, False),
        (200, 100, True),
    ],
)
def test_half_of_the_households_can_ask_for_a_dismissal(households, agree, enough):
    found = RULES["dismissal.petition"](households=households, agree=agree, on=DAY)
    assert found.result is enough
    assert found.rule == "dismissal.petition"
    assert found.citation == f"điểm b khoản 1 Điều 9 {DECREE}"
    assert f"cần ít nhất {(households + 1) // 2} hộ" in found.explanation
    assert ("còn thiếu" in found.explanation) is (not enough)


def test_a_short_petition_says_how_many_are_missing():
    found = RULES["dismissal.petition"](households=88, agree=40, on=DAY)
    assert "còn thiếu 4 hộ" in found.explanation


@pytest.mark.parametrize(("households", "agree", "passed"), MORE_THAN_HALF)
def test_dismissed_by_more_than_half_of_all_households(households, agree, passed):
    found = RULES["dismissal.agreed"](households=households, agree=agree, on=DAY)
    assert found.result is passed
    assert found.rule == "dismissal.agreed"
    assert found.citation == f"khoản 1 Điều 21 {LAW}; khoản 3 Điều 9 {DECREE}"
    decided = RULES["dismissal.decided_by"](households=households, agree=agree, on=DAY)
    assert decided.result is (Decider.COMMUNE_RECOGNISES if passed else Decider.COMMUNE_WITH_FRONT)
    assert decided.rule == "dismissal.decided_by"
    assert decided.citation == found.citation
    assert decided.version == date(2023, 8, 15)
    assert decided.inputs == {"households": households, "agree": agree, "on": DAY}


def test_a_village_that_does_not_agree_leaves_it_to_the_commune_with_the_front():
    """44 of 88 households: not agreed; the commune decides once the Front agreed."""
    found = RULES["dismissal.decided_by"](households=88, agree=44, on=DAY)
    assert "sau khi thống nhất với Mặt trận xã" in found.explanation
    agreed = RULES["dismissal.decided_by"](households=88, agree=45, on=DAY)
    assert "chờ Ủy ban nhân dân cấp xã công nhận" in agreed.explanation


@pytest.mark.parametrize("rule", ["election.elected", "dismissal.petition", "dismissal.agreed"])
def test_counts_are_checked(rule):
    for values, code in (
        ({"households": 88}, "missing-key"),
        ({"agree": 3}, "missing-key"),
        ({"households": 88, "agree": 89}, "impossible-value"),
        ({"households": 88, "agree": -1}, "impossible-value"),
        ({"households": 0, "agree": 0}, "impossible-value"),
    ):
        with pytest.raises(Refused) as refused:
            RULES[rule](**values, on=DAY)
        assert refused.value.code == code


def test_what_is_missing_is_named():
    with pytest.raises(Refused, match="tổng số hộ của thôn") as refused:
        elected(agree=3, on=DAY)
    assert refused.value.allowed == ("households",)
    with pytest.raises(Refused, match="số hộ có người dự họp") as refused:
        RULES["election.enough_present"](households=3, on=DAY)
    assert refused.value.allowed == ("present",)
    with pytest.raises(Refused, match="số hộ kiến nghị"):
        RULES["dismissal.petition"](households=3, on=DAY)
    with pytest.raises(Refused, match="số hộ tán thành cho thôi"):
        RULES["dismissal.agreed"](households=3, on=DAY)
    with pytest.raises(Refused, match="số hộ bầu cho người này"):
        elected(households=3, on=DAY)


@given(st.integers(1, 400), st.data())
@settings(max_examples=20)
def test_one_more_household_never_undoes_a_vote(households, data):
    agree = data.draw(st.integers(0, households - 1))
    for rule in ("election.elected", "dismissal.petition", "dismissal.agreed"):
        fewer = RULES[rule](households=households, agree=agree, on=DAY).result
        assert RULES[rule](households=households, agree=agree + 1, on=DAY).result >= fewer


@given(st.lists(st.integers(0, 100), min_size=1, max_size=5))
@settings(max_examples=20)
def test_at_most_one_wins(votes):
    found = outcome(households=max(1, sum(votes)), votes=tuple(votes), on=DAY).result
    over = [place for place, each in enumerate(votes, start=1) if 2 * each > max(1, sum(votes))]
    assert over == ([] if found.winner is None else [found.winner])


@pytest.mark.parametrize(
    ("values", "begins", "words"),
    [
        ({"kind": Ground.OWN_WISH, "letter": True}, True, "có đơn xin thôi"),
        ({"kind": Ground.OWN_WISH, "letter": False}, False, "chưa có đơn xin thôi"),
        ({"kind": Ground.LOST_TRUST, "front_proposes": True}, True, "có đề nghị của Trưởng ban công tác Mặt trận"),
        ({"kind": Ground.BREACH_OF_LAW, "front_proposes": False}, False, "chưa có đề nghị của Trưởng ban công tác"),
        ({"kind": Ground.PETITION, "front_proposes": True, "households": 88, "agree": 44}, True, "44 trong 88 hộ"),
        (
            {"kind": Ground.PETITION, "front_proposes": True, "households": 88, "agree": 43},
            False,
            ": còn thiếu 1 hộ kiến nghị. 43",
        ),
        ({"kind": Ground.PETITION, "households": 88, "agree": 43}, False, "còn thiếu 1 hộ kiến nghị"),
        ({"kind": Ground.PETITION, "front_proposes": False, "households": 88, "agree": 44}, False, "chưa có đề nghị"),
    ],
)
def test_when_a_dismissal_can_be_put_to_the_village(values, begins, words):
    found = RULES["dismissal.can_begin"](**values, on=DAY)
    assert found.result is begins
    assert found.rule == "dismissal.can_begin"
    point = "a" if values["kind"] is Ground.OWN_WISH else "b"
    assert found.citation == f"điểm {point} khoản 1 Điều 9 {DECREE}"
    assert words in found.explanation
    assert found.explanation.startswith("Đưa ra cuộc họp được" if begins else "Chưa đưa ra cuộc họp")


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"kind": Ground.OWN_WISH, "front_proposes": True}, "letter"),
        ({"kind": Ground.DISOBEDIENCE, "letter": True}, "front_proposes"),
        ({"kind": Ground.PETITION, "households": 88, "agree": 44}, "front_proposes"),
        ({"kind": Ground.PETITION, "front_proposes": True}, "households"),
    ],
)
def test_a_dismissal_needs_its_papers(values, key):
    with pytest.raises(Refused) as refused:
        RULES["dismissal.can_begin"](**values, on=DAY)
    assert refused.value.code == "missing-key"
    assert refused.value.allowed == (key,)
