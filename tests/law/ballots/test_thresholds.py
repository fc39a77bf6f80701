"""How many must agree, to the household."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.answers import Refused
from lawcore.ballots import RULES, Count, Matter, Scope, adopted_by_villages, adopted_in_clusters
from lawcore.dated import NotYetInForce

DAY = date(2026, 6, 10)
LAW = "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"
required = RULES["decision.required"]
adopted = RULES["decision.adopted"]
still_needed = RULES["decision.still_needed"]
can_still_pass = RULES["decision.can_still_pass"]


@pytest.mark.parametrize(
    ("households", "two_thirds", "more_than_half"),
    [
        (1, 1, 1),
        (2, 2, 2),
        (3, 2, 2),
        (50, 34, 26),
        (51, 34, 26),
        (90, 60, 46),
        (99, 66, 50),
        (100, 67, 51),
        (101, 68, 51),
        (120, 80, 61),
        (150, 100, 76),
        (151, 101, 76),
        (200, 134, 101),
    ],
)
def test_money_needs_two_thirds_of_all_households_and_the_rest_more_than_half(households, two_thirds, more_than_half):
    for matter in Matter:
        least = two_thirds if matter in {"15.1", "15.2"} else more_than_half
        assert required(matter=matter, households=households, on=DAY).result == least
        for agree, passed in [(least - 1, False), (least, True), (min(least + 1, households), True)]:
            assert adopted(matter=matter, households=households, agree=agree, on=DAY).result is passed
            assert still_needed(matter=matter, households=households, agree=agree, on=DAY).result == max(
                0, least - agree
            )
            assert can_still_pass(matter=matter, households=households, present=agree, on=DAY).result is passed


@pytest.mark.parametrize(
    ("matter", "households", "agree", "passed"),
    [
        ("15.1", 151, 100, False),  # two thirds of 151 is 100.67
        ("15.1", 151, 101, True),
        ("15.2", 150, 100, True),  # exactly two thirds
        ("15.1", 150, 99, False),  # a hundred came, one did not agree
        ("15.6", 120, 60, False),  # 60 of the 70 who came: the base is all 120
        ("15.6", 120, 61, True),
        ("15.2", 90, 60, True),  # 70 ballots came back, 60 agree: two thirds of all 90
        ("15.2", 90, 59, False),
        ("15.3", 100, 50, False),  # exactly half is not more than half
        ("15.3", 100, 51, True),
        ("15.4", 3, 2, True),
        ("15.5", 2, 1, False),
    ],
)
def test_worked_examples_of_a_vote(matter, households, agree, passed):
    assert adopted(matter=Matter(matter), households=households, agree=agree, on=DAY).result is passed


@pytest.mark.parametrize(
    ("villages", "least"), [(1, 1), (2, 2), (3, 2), (5, 4), (6, 4), (12, 8), (17, 12), (18, 12), (40, 27)]
)
def test_a_matter_of_the_whole_commune_needs_two_thirds_of_its_villages(villages, least):
    answer = required(scope=Scope.COMMUNE, villages=villages, on=DAY)
    assert answer.result == least
    assert not answer.provisional
    assert answer.assumptions == (
        "Số thôn tán thành lấy như đã nêu; mỗi thôn tán thành khi tự đạt tỷ lệ của thôn mình.",
    )
    for agreeing, passed in [(least - 1, False), (least, True)]:
        outcome = adopted(scope=Scope.COMMUNE, villages=villages, villages_agree=agreeing, on=DAY)
        assert (outcome.result, outcome.provisional, outcome.assumptions) == (passed, False, answer.assumptions)
        left = still_needed(scope=Scope.COMMUNE, villages=villages, villages_agree=agreeing, on=DAY)
        assert left.result == least - agreeing
        assert left.assumptions == answer.assumptions


def test_eleven_of_seventeen_villages_are_one_too_few():
    eleven = adopted(matter=Matter("15.1"), scope=Scope.COMMUNE, villages=17, villages_agree=11, on=DAY)
    assert not eleven.result
    assert eleven.explanation == (
        "Chưa thông qua, còn thiếu 1 thôn: 11 thôn tán thành. Cần ít nhất 12 thôn tán thành: hai phần ba của 17 thôn là "
        "11,33, làm tròn lên. Tính trên tổng số thôn của xã."
    )
    assert adopted(matter=Matter("15.1"), scope=Scope.COMMUNE, villages=17, villages_agree=12, on=DAY).result


@pytest.mark.parametrize(
    ("households", "present", "enough"),
    [
        (150, 95, False),  # 100 must agree: the meeting cannot pass it, a ballot becomes possible
        (150, 99, False),
        (150, 100, True),  # 99 agreed of the 100 who came: failed, and no ballot for lack of attendance
        (150, 150, True),
    ],
)
def test_a_meeting_can_pass_only_what_its_attendance_could_reach(households, present, enough):
    answer = can_still_pass(matter=Matter("15.1"), households=households, present=present, on=DAY)
    assert answer.result is enough
    assert answer.citation == f"điểm b khoản 1 Điều 19 {LAW}; khoản 1 Điều 21 {LAW}"
    assert answer.inputs == {"matter": "15.1", "households": households, "present": present, "on": DAY}


def test_the_reason_says_whether_ballots_are_possible():
    too_few = can_still_pass(matter=Matter("15.1"), households=150, present=95, on=DAY)
    assert too_few.rule == "decision.can_still_pass"
    assert too_few.assumptions == ()
    assert too_few.explanation.startswith(
        "Chỉ 95 hộ có đại diện dự họp, ít hơn 100 hộ phải tán thành: cuộc họp không thể thông qua; được phát phiếu lấy ý "
        "kiến từng hộ. Cần ít nhất 100 hộ tán thành"
    )
    enough = can_still_pass(matter=Matter("15.1"), households=150, present=100, on=DAY)
    assert enough.explanation.startswith(
        "100 hộ có đại diện dự họp, đủ để có thể đạt 100 hộ tán thành: cuộc họp biểu quyết được, không chuyển sang phát "
        "phiếu vì lý do thiếu người dự. "
    )


@pytest.mark.parametrize(
    ("matter", "households", "explanation"),
    [
        ("15.1", 151, "Cần ít nhất 101 hộ tán thành: hai phần ba của 151 hộ là 100,67, làm tròn lên."),
        ("15.2", 150, "Cần ít nhất 100 hộ tán thành: hai phần ba của 150 hộ là 100."),
        ("15.2", 1, "Cần ít nhất 1 hộ tán thành: hai phần ba của 1 hộ là 0,67, làm tròn lên."),
        ("15.3", 151, "Cần ít nhất 76 hộ tán thành: phải quá một nửa, mà một nửa của 151 hộ là 75,5."),
        ("15.6", 200, "Cần ít nhất 101 hộ tán thành: phải quá một nửa, mà một nửa của 200 hộ là 100."),
    ],
)
def test_the_count_is_explained_with_its_numbers(matter, households, explanation):
    answer = required(matter=Matter(matter), households=households, on=DAY)
    assert answer.explanation == (
        f"{explanation} Tính trên tổng số hộ của thôn, không phải số người dự họp hay gửi phiếu."
    )
    assert (answer.rule, answer.citation, answer.version) == (
        "decision.required",
        f"khoản 1 Điều 21 {LAW}",
        date(2023, 7, 1),
    )
    assert (answer.provisional, answer.assumptions) == (False, ())


def test_adoption_is_explained_with_what_is_missing():
    failed = adopted(matter=Matter("15.1"), households=151, agree=98, on=DAY)
    assert failed.explanation.startswith("Chưa thông qua, còn thiếu 3 hộ: 98 hộ tán thành. Cần ít nhất 101 hộ")
    passed = adopted(matter=Matter("15.1"), households=151, agree=101, on=DAY)
    assert passed.explanation.startswith("Thông qua: 101 hộ tán thành. Cần ít nhất 101 hộ")
    assert (passed.rule, passed.citation, passed.provisional) == ("decision.adopted", f"khoản 1 Điều 21 {LAW}", False)
    assert passed.inputs == {
        "matter": "15.1",
        "households": 151,
        "scope": "village",
        "villages": None,
        "on": DAY,
        "agree": 101,
        "villages_agree": None,
    }


def test_what_is_still_needed_is_explained():
    some = still_needed(matter=Matter("15.6"), households=120, agree=60, on=DAY)
    assert some.explanation.startswith("Cần thêm ít nhất 1 hộ tán thành: đã có 60 hộ tán thành. Cần ít nhất 61 hộ")
    assert (some.rule, some.citation, some.inputs["agree"]) == ("decision.still_needed", f"khoản 1 Điều 21 {LAW}", 60)
    none = still_needed(matter=Matter("15.6"), households=120, agree=100, on=DAY)
    assert (none.result, none.assumptions) == (0, ())
    assert none.explanation.startswith("Không cần thêm hộ nào, đã đủ tỷ lệ: đã có 100 hộ tán thành.")


@pytest.mark.parametrize("matter", ["15.3", "15.4", "15.5", "15.6"])
def test_what_each_village_decides_by_itself_has_no_scope_of_the_commune(matter):
    for rule in (required, adopted, still_needed):
        with pytest.raises(Refused, match="do từng thôn quyết định, không có phạm vi toàn xã") as refusal:
            rule(matter=Matter(matter), scope=Scope.COMMUNE, villages=17, on=DAY)
        assert (refusal.value.code, refusal.value.allowed) == ("impossible-value", ("village",))
    assert f"khoản {matter[-1]} Điều 15" in str(refusal.value)


@pytest.mark.parametrize(
    ("rule", "question", "code", "words"),
    [
        (required, {"households": 100}, "missing-key", "khoản mấy Điều 15"),
        (required, {"matter": Matter("15.3")}, "missing-key", "tổng số hộ của thôn"),
        (required, {"scope": Scope.COMMUNE}, "missing-key", "tổng số thôn của xã"),
        (required, {"matter": Matter("15.3"), "households": 0}, "impossible-value", "Tổng số hộ của thôn"),
        (required, {"matter": Matter("15.3"), "households": -5}, "impossible-value", "Tổng số hộ của thôn"),
        (required, {"scope": Scope.COMMUNE, "villages": 0}, "impossible-value", "Tổng số thôn của xã"),
        (adopted, {"matter": Matter("15.3"), "households": 100}, "missing-key", "số hộ tán thành"),
        (adopted, {"matter": Matter("15.3"), "households": 100, "agree": 101}, "impossible-value", "nhiều hơn"),
        (adopted, {"matter": Matter("15.3"), "households": 100, "agree": -1}, "impossible-value", "Số hộ tán thành"),
        (adopted, {"scope": Scope.COMMUNE, "villages": 17}, "missing-key", "số thôn tán thành"),
        (adopted, {"scope": Scope.COMMUNE, "villages": 17, "villages_agree": 18}, "impossible-value", "tổng số thôn"),
        (still_needed, {"matter": Matter("15.3"), "households": 10, "agree": 11}, "impossible-value", "nhiều hơn"),
        (can_still_pass, {"matter": Matter("15.3"), "households": 10, "present": 11}, "impossible-value", "dự họp"),
    ],
)
def test_impossible_questions_are_refused(rule, question, code, words):
    with pytest.raises(Refused, match=words) as refusal:
        rule(**question, on=DAY)
    assert refusal.value.code == code


def test_what_is_missing_is_named_by_its_key():
    with pytest.raises(Refused) as refusal:
        adopted(scope=Scope.COMMUNE, villages=17, on=DAY)
    assert refusal.value.allowed == ("villages_agree",)
    with pytest.raises(Refused) as refusal:
        adopted(matter=Matter("15.3"), households=17, on=DAY)
    assert refusal.value.allowed == ("agree",)


def test_nothing_is_counted_before_the_law():
    with pytest.raises(NotYetInForce):
        required(matter=Matter("15.3"), households=100, on=date(2023, 6, 30))
    assert required(matter=Matter("15.3"), households=100, on=date(2023, 7, 1)).result == 51


def test_clusters_are_added_up_for_the_whole_village():
    both = adopted_in_clusters(matter=Matter("15.1"), clusters=[Count(60, 50), Count(91, 51)], on=DAY)
    assert both.result  # 101 of 151, though the second cluster alone has 56 %
    assert both.explanation.startswith("Thông qua: 101 hộ tán thành. Cần ít nhất 101 hộ tán thành: hai phần ba của 151")
    assert not adopted_in_clusters(matter=Matter("15.1"), clusters=[Count(60, 50), Count(91, 50)], on=DAY).result
    with pytest.raises(Refused, match="của cụm"):
        adopted_in_clusters(matter=Matter("15.1"), clusters=[Count(60, 61), Count(91, 0)], on=DAY)


def test_a_village_agrees_when_it_reached_two_thirds_of_its_own():
    counts = [Count(90, 60), Count(90, 60), Count(90, 59)]
    answer = adopted_by_villages(matter=Matter("15.1"), counts=counts, on=DAY)
    assert answer.result
    assert not answer.provisional  # two of three villages agree, and three of three in the other reading
    assert answer.rule == "decision.adopted_by_villages"
    assert answer.citation == f"khoản 1 Điều 21 {LAW}"
    assert answer.explanation.startswith("Thông qua: 2 thôn tán thành. Cần ít nhất 2 thôn")
    assert answer.inputs["counts"] == tuple(counts)
    assert answer.assumptions[0].startswith("Khi nào một thôn được tính là tán thành")


def test_the_commune_is_provisional_only_where_the_reading_decides():
    counts = [Count(90, 60), Count(90, 59), Count(90, 45)]
    answer = adopted_by_villages(matter=Matter("15.2"), counts=counts, on=DAY)
    assert (answer.result, answer.provisional) == (False, True)
    other = adopted_by_villages(matter=Matter("15.2"), counts=counts, on=DAY, village_approves="own_majority")
    assert (other.result, other.provisional) == (True, True)
    assert "quá một nửa tổng số hộ" in other.assumptions[0]
    assert adopted_by_villages(matter=Matter("15.2"), counts=[Count(1, 1)], on=DAY).result
    halves = [Count(90, 60), Count(90, 45), Count(90, 45)]  # exactly half is no majority in either reading
    even = adopted_by_villages(matter=Matter("15.2"), counts=halves, on=DAY, village_approves="own_majority")
    assert (even.result, even.provisional) == (False, False)
    for impossible in (Count(0, 0), Count(5, 6)):
        with pytest.raises(Refused, match=r"[Tt]ổng số hộ của thôn"):
            adopted_by_villages(matter=Matter("15.2"), counts=[*counts, impossible], on=DAY)
    with pytest.raises(Refused, match="village_approves") as refusal:
        adopted_by_villages(matter=Matter("15.2"), counts=counts, on=DAY, village_approves="mostly")
    assert refusal.value.allowed == ("own_two_thirds", "own_majority")


@given(st.sampled_from(list(Matter)), st.integers(1, 2000), st.data())
@settings(max_examples=50, deadline=None)
def test_one_more_household_agreeing_never_undoes_adoption(matter, households, data):
    agree = data.draw(st.integers(0, households - 1))
    before = adopted(matter=matter, households=households, agree=agree, on=DAY).result
    after = adopted(matter=matter, households=households, agree=agree + 1, on=DAY).result
    assert after or not before


@given(st.sampled_from(list(Matter)), st.integers(1, 10_000))
@settings(max_examples=50, deadline=None)
def test_as_many_as_are_required_is_the_fewest_that_pass(matter, households):
    least = required(matter=matter, households=households, on=DAY).result
    assert 0 < least <= households
    if matter in {"15.1", "15.2"}:
        assert 3 * least >= 2 * households > 3 * (least - 1)
    else:
        assert 2 * least > households >= 2 * (least - 1)
