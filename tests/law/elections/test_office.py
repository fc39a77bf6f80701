"""Recognition, term, acting head, new election."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.answers import Refused
from lawcore.dated import NotYetInForce
from lawcore.elections import DEADLINES, MINIMUM, RULES

LAW = "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"
DECREE = "Nghị định số 59/2023/NĐ-CP"
DECREE_185 = "Nghị định số 185/2026/NĐ-CP"


@pytest.mark.parametrize(
    ("kind", "article", "words"),
    [
        ("election.recognition", "Điều 8", "công nhận người trúng cử, quyết định bầu lại"),
        ("dismissal.recognition", "khoản 3 Điều 9", "công nhận kết quả cho thôi"),
    ],
)
@pytest.mark.parametrize(
    ("received", "last"),
    [
        (date(2026, 3, 10), date(2026, 3, 17)),
        (date(2026, 7, 3), date(2026, 7, 10)),
        (date(2026, 7, 4), date(2026, 7, 10)),  # a Saturday
    ],
)
def test_the_commune_answers_in_five_working_days(kind, article, words, received, last):
    found = DEADLINES[kind](since=received)
    assert found.result == last
    assert found.rule == f"deadline.{kind}"
    assert found.citation == f"khoản 2 Điều 21 {LAW}; {article} {DECREE}"
    assert words in found.explanation
    assert "văn bản" in found.explanation
    earlier = DEADLINES[kind](since=date(2023, 7, 3))  # before the decree the law said the same
    assert earlier.citation == f"khoản 2 Điều 21 {LAW}"
    assert earlier.result == date(2023, 7, 10)


@pytest.mark.parametrize(
    ("recognised", "last"),
    [
        (date(2026, 3, 10), date(2026, 5, 11)),  # the 60th day is Saturday 9 May: Monday
        (date(2026, 3, 13), date(2026, 5, 12)),
    ],
)
def test_a_new_election_is_decided_in_sixty_days(recognised, last):
    found = DEADLINES["dismissal.new_election"](since=recognised)
    assert found.result == last
    assert found.rule == "deadline.dismissal.new_election"
    assert found.citation == f"khoản 3 Điều 9 {DECREE}"
    assert "chưa phải bầu xong" in found.explanation
    with pytest.raises(NotYetInForce):
        DEADLINES["dismissal.new_election"](since=date(2023, 8, 14))


def test_after_a_dismissal_the_village_elects_at_the_earliest_twenty_days_after_the_decision():
    decided = DEADLINES["dismissal.new_election"](since=date(2026, 3, 10)).result
    assert MINIMUM["election.day"](since=decided).result == date(2026, 5, 31)


@given(st.dates(date(2023, 8, 15), date(2030, 12, 31)))
@settings(max_examples=20)
def test_a_later_start_never_gives_an_earlier_deadline(day):
    for rule in DEADLINES.values():
        assert rule(since=day).result <= rule(since=day + timedelta(days=1)).result


def test_a_head_works_from_the_recognition():
    found = RULES["village_head.takes_office"](recognised_on=date(2026, 7, 6))
    assert found.result == date(2026, 7, 6)
    assert found.rule == "village_head.takes_office"
    assert found.citation == f"khoản 2 Điều 21 {LAW}; Điều 8 {DECREE}"
    assert "không phải từ ngày bầu" in found.explanation
    assert "06/07/2026" in found.explanation
    assert RULES["village_head.takes_office"](recognised_on=date(2023, 7, 1)).citation == f"khoản 2 Điều 21 {LAW}"


@pytest.mark.parametrize(
    ("recognised", "shift", "ends"),
    [
        (date(2026, 6, 1), 0, date(2031, 6, 1)),
        (date(2026, 6, 1), 6, date(2031, 12, 1)),  # lengthened by the most
        (date(2026, 6, 1), -6, date(2030, 12, 1)),  # shortened by the most
        (date(2026, 6, 1), 1, date(2031, 7, 1)),
        (date(2026, 6, 1), -1, date(2031, 5, 1)),
        (date(2026, 5, 26), 0, date(2031, 5, 26)),  # the first day of the decree
        (date(2028, 2, 29), 0, date(2033, 2, 28)),
        (date(2026, 8, 31), 6, date(2032, 2, 29)),
    ],
)
def test_a_term_is_five_years_and_may_shift_by_six_months(recognised, shift, ends):
    found = RULES["village_head.term_ends"](recognised_on=recognised, shift_months=shift)
    assert found.result == ends
    assert found.rule == "village_head.term_ends"
    assert found.citation == f"khoản 3 Điều 4 {DECREE_185}"
    assert f"{ends:%d/%m/%Y}" in found.explanation
    assert "5 năm" in found.explanation
    assert (f"đã kéo dài {shift} tháng" in found.explanation) is (shift > 0)
    assert (f"đã rút ngắn {-shift} tháng" in found.explanation) is (shift < 0)
    assert (", đã " in found.explanation) is (shift != 0)
    assert "tính từ ngày được công nhận" in found.assumptions[0]
    assert not found.provisional


def test_the_explanation_of_a_term_names_both_ends_of_the_shift():
    found = RULES["village_head.term_ends"](recognised_on=date(2026, 6, 1))
    assert found.result == date(2031, 6, 1)
    assert "từ ngày 01/12/2030 đến ngày 01/12/2031" in found.explanation


@pytest.mark.parametrize("shift", [7, -7, 12])
def test_a_longer_shift_is_refused(shift):
    with pytest.raises(Refused, match="không quá 6 tháng") as refused:
        RULES["village_head.term_ends"](recognised_on=date(2026, 6, 1), shift_months=shift)
    assert refused.value.allowed == ("-6…6",)


@pytest.mark.parametrize("recognised", [date(2023, 7, 1), date(2024, 3, 1), date(2026, 5, 25)])
def test_before_the_decree_the_term_was_the_provinces(recognised):
    found = RULES["village_head.term_ends"](recognised_on=recognised)
    assert found.result is None
    assert found.rule == "village_head.term_ends"
    assert found.provisional
    assert found.citation == f"khoản 4 Điều 15 {LAW}"
    assert "do tỉnh quy định" in found.explanation
    assert "26/05/2026" in found.explanation
    assert "Chưa đối chiếu" in found.assumptions[0]


@pytest.mark.parametrize(
    ("since", "elected", "ends"),
    [
        (date(2026, 6, 10), None, date(2026, 12, 10)),
        (date(2026, 6, 10), date(2026, 8, 2), date(2026, 8, 2)),
        (date(2026, 6, 10), date(2026, 12, 10), date(2026, 12, 10)),
        (date(2026, 6, 10), date(2026, 12, 20), date(2026, 12, 10)),  # the cap comes first
        (date(2026, 6, 10), date(2026, 6, 10), date(2026, 6, 10)),
        (date(2026, 5, 26), None, date(2026, 11, 26)),
        (date(2026, 8, 31), None, date(2027, 2, 28)),
    ],
)
def test_an_acting_head_serves_until_an_election_and_six_months_at_most(since, elected, ends):
    found = RULES["acting_head.ends"](since=since, elected_on=elected)
    assert found.result == ends
    assert found.rule == "acting_head.ends"
    assert found.citation == f"khoản 2 Điều 4 {DECREE_185}; khoản 3 Điều 9 {DECREE}"
    assert f"chậm nhất đến hết ngày {ends:%d/%m/%Y}" in found.explanation
    assert "không quá 6 tháng" in found.explanation
    assert not found.provisional
    assert found.assumptions == ()


@pytest.mark.parametrize(
    ("since", "elected", "reading", "ends", "open_question"),
    [
        (date(2026, 3, 10), None, "until_elected", None, True),
        (date(2026, 3, 10), None, "six_months", date(2026, 9, 10), True),
        (date(2026, 3, 10), date(2026, 10, 1), "until_elected", date(2026, 10, 1), True),
        (date(2026, 3, 10), date(2026, 10, 1), "six_months", date(2026, 9, 10), True),
        (date(2026, 3, 10), date(2026, 9, 10), "until_elected", date(2026, 9, 10), False),
        (date(2026, 3, 10), date(2026, 5, 1), "six_months", date(2026, 5, 1), False),
        (date(2025, 8, 1), None, "six_months", date(2026, 5, 26), True),  # not before the cap itself was law
        (date(2026, 5, 25), None, "until_elected", None, True),
    ],
)
def test_for_an_earlier_appointment_the_cap_is_a_reading(since, elected, reading, ends, open_question):
    found = RULES["acting_head.ends"](since=since, elected_on=elected, acting_head_before=reading)
    assert found.result == ends
    assert found.provisional is open_question
    cap = f"khoản 2 Điều 4 {DECREE_185}; " if reading == "six_months" else ""
    assert found.citation == f"{cap}khoản 3 Điều 9 {DECREE}"
    assert ("acting_head_before" in "".join(found.assumptions)) is open_question
    assert (found.explanation.endswith("làm đến khi bầu được Trưởng thôn mới; chưa có ngày cuối.")) is (ends is None)
    assert ("không quá 6 tháng" in found.explanation) is (reading == "six_months")
    assert ("6 tháng đã hết trước ngày quy định này có hiệu lực (26/05/2026)" in found.explanation) is (
        since == date(2025, 8, 1)
    )


def test_by_default_an_earlier_appointment_is_not_capped():
    assert RULES["acting_head.ends"](since=date(2026, 3, 10)).result is None


def test_impossible_acting_heads_are_refused():
    with pytest.raises(Refused, match="trước ngày cử"):
        RULES["acting_head.ends"](since=date(2026, 6, 10), elected_on=date(2026, 6, 9))
    with pytest.raises(Refused) as refused:
        RULES["acting_head.ends"](since=date(2026, 6, 10), acting_head_before="never")
    assert refused.value.allowed == ("until_elected", "six_months")
