"""Typed words become a rule's values, or a refusal that says what is allowed."""

from datetime import date

import pytest

from law.asking import topic
from lawcore.answers import Refused
from lawcore.asking import answering, questions

TODAY = date(2026, 11, 22)
FULL = {"households": "151", "on": "2026-03-02"}


@pytest.fixture(autouse=True)
def _only_the_sample(monkeypatch):
    monkeypatch.setattr(answering, "questions", lambda: questions((topic,)))


def ask(code="sample.counted", **values):
    return answering.ask(code, values, TODAY)


def refused(code="sample.counted", **values):
    with pytest.raises(Refused) as refusal:
        ask(code, **values)
    return refusal.value


def test_values_reach_the_rule_as_what_they_are():
    result = ask(households=" 151 ", colour="blue", remote="true", passed_on="2026-02-28", on="2026-03-02").result
    assert result["households"] == 151
    assert result["colour"] is topic.Colour.BLUE
    assert result["remote"] is True
    assert result["passed_on"] == date(2026, 2, 28)
    assert result["on"] == date(2026, 3, 2)


def test_what_is_not_given_keeps_the_default_of_the_rule():
    result = ask(**FULL).result
    assert (result["colour"], result["remote"], result["scope"]) == (topic.Colour.RED, False, "decree")


@pytest.mark.parametrize(
    ("given", "day", "word"),
    [
        ({}, TODAY, "hôm nay: 22/11/2026"),
        ({"recognised_on": "2026-03-05"}, date(2026, 3, 5), "ngày khác đã nêu: 05/03/2026"),
        ({"recognised_on": "2026-03-05", "passed_on": "2026-03-02"}, date(2026, 3, 2), "02/03/2026"),  # rule's order
    ],
)
def test_the_day_not_given_is_the_first_other_day_else_today_and_the_answer_says_so(given, day, word):
    answer = ask(households="5", **given)
    assert answer.result["on"] == day
    assert word in answer.assumptions[-1]


def test_a_day_that_is_looked_back_at_does_not_stand_for_today():
    answer = ask("sample.overdue", since="2026-03-02")
    assert answer.result is True
    assert "hôm nay: 22/11/2026" in answer.assumptions[-1]


def test_a_day_that_is_given_is_no_assumption():
    assert ask(**FULL).assumptions == ()


@pytest.mark.parametrize("typed", ["", "x", "1.5", "1,000", "1e3", "--1", "0x10", "１５", "1" * 16, "151 2"])
def test_a_number_is_a_whole_number(typed):
    refusal = refused(households=typed, on="2026-03-02")
    assert refusal.code == "impossible-value"
    assert "Tổng số hộ" in str(refusal)


def test_a_number_is_at_most_ten_million():
    assert ask(households="10000000", on="2026-03-02").result["households"] == 10_000_000
    for typed in ("10000001", "-10000001"):
        assert refused(households=typed, on="2026-03-02").allowed == ("…10000000",)


def test_a_negative_number_is_refused_by_the_rule_itself():
    assert refused(households="-1").code == "impossible-value"


@pytest.mark.parametrize("typed", ["", "True", "yes", "1", "có"])
def test_yes_and_no_are_true_and_false(typed):
    assert refused(**FULL, remote=typed).allowed == ("true", "false")


@pytest.mark.parametrize(
    "typed", ["", "2026-02-30", "2026-13-01", "20260302", "2026-W10-1", "02/03/2026", "2026-3-2", "0000-01-01"]
)
def test_a_day_is_a_real_day(typed):
    refusal = refused(households="5", on=typed)
    assert (refusal.code, refusal.allowed) == ("impossible-value", ("YYYY-MM-DD",))


def test_days_end_where_the_tables_end():
    assert ask(households="5", on="2199-12-31").result["on"] == date(2199, 12, 31)
    assert refused(households="5", on="2200-01-01").code == "impossible-value"


def test_a_choice_is_one_of_those_allowed():
    refusal = refused(**FULL, colour="green")
    assert (refusal.code, refusal.allowed) == ("impossible-value", ("red", "blue"))
    assert refused(**FULL, bal_case_c_scope="x").allowed == ("decree", "law")


def test_an_unknown_rule_names_those_that_exist():
    refusal = refused("decision.requierd")
    assert refusal.code == "unknown-rule"
    assert refusal.allowed == ("sample.counted", "sample.overdue", "deadline", "latest", "minimum")


def test_an_unknown_key_names_those_of_the_rule():
    refusal = refused(**FULL, calendar="VIETNAM")
    assert refusal.code == "unknown-key"
    assert "households" in refusal.allowed
    assert "calendar" not in refusal.allowed


def test_every_missing_key_is_named_at_once():
    refusal = refused("deadline", kind="sample.sent")
    assert (refusal.code, refusal.allowed) == ("missing-key", ("since",))
    assert str(refusal) == "Còn thiếu ngày bắt đầu (since)."


def test_the_kind_chooses_the_rule_and_its_keys():
    assert ask("deadline", kind="sample.sent", since="2026-03-02").rule == "deadline.sample.sent"
    assert "Gửi True" in ask("deadline", kind="sample.urgent", since="2026-03-02", complex="true").explanation
    other = refused("deadline", kind="sample.sent", since="2026-03-02", complex="true")
    assert (other.code, other.allowed) == ("unknown-key", ("since",))


def test_a_kind_must_be_given_and_known():
    assert (refused("deadline").code, refused("deadline").allowed) == ("missing-key", ("kind",))
    assert refused("deadline", kind="x").allowed == ("sample.sent", "sample.urgent")


def test_a_day_before_the_law_is_not_in_force_and_says_since_when():
    refusal = refused(households="5", on="2023-06-30")
    assert refusal.code == "not-in-force"
    assert "khoản 1 Điều 21 Luật Thực hiện dân chủ ở cơ sở" in str(refusal)
    assert "01/07/2023" in str(refusal)


def test_arguments_are_typed_as_key_and_value():
    assert answering.typed(["a=1", "b=x=y", "c="]) == {"a": "1", "b": "x=y", "c": ""}


def test_an_argument_without_a_value_or_given_twice_is_refused():
    with pytest.raises(Refused, match="khóa=giá trị") as bare:
        answering.typed(["households"])
    assert bare.value.code == "unknown-key"
    with pytest.raises(Refused, match="hai lần") as twice:
        answering.typed(["a=1", "a=1"])
    assert twice.value.code == "impossible-value"
