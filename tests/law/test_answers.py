"""What an answer says of itself, and the values it refuses."""

import json
from dataclasses import dataclass
from datetime import date

import pytest

from lawcore import answers
from lawcore.ballots import Matter, adopted

ON = date(2026, 11, 22)


def test_an_answer_is_stored_with_what_was_asked():
    given = adopted(matter=Matter.CONVENTION, households=151, agree=76, on=ON)
    stored = json.loads(json.dumps(given.stored()))
    assert stored == {
        **given.as_json(),
        "inputs": {"matter": "15.3", "households": 151, "agree": 76, "scope": "village", "on": "2026-11-22"},
    }
    assert stored["result"] is True
    assert set(given.as_json()) == {
        "result", "rule", "citation", "version", "explanation", "provisional", "assumptions",
    }  # fmt: skip


@dataclass(frozen=True)
class Part:
    day: date
    count: int


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, None),
        (True, True),
        (7, 7),
        ("chữ", "chữ"),
        (Matter.CONVENTION, "15.3"),
        (ON, "2026-11-22"),
        ((1, ON), [1, "2026-11-22"]),
        ({"a": Matter.CONVENTION}, {"a": "15.3"}),
        (Part(ON, 2), {"day": "2026-11-22", "count": 2}),
    ],
)
def test_a_result_as_json(value, shown):
    assert answers.plain(value) == shown


def test_what_has_no_json_is_an_error():
    with pytest.raises(TypeError, match="object"):
        answers.plain(object())


@pytest.mark.parametrize("value", [-1, True, "3", 2.0, None, answers.MOST + 1])
def test_a_count_that_cannot_be_is_refused(value):
    with pytest.raises(answers.Refused, match="Số hộ phải là số nguyên từ 0") as refused:
        answers.check_count(value, "số hộ")
    assert refused.value.code == "impossible-value"
    assert refused.value.allowed == (f"0…{answers.MOST}",)


@pytest.mark.parametrize("value", [0, 1, answers.MOST])
def test_a_count_within_bounds_passes(value):
    answers.check_count(value, "số hộ")


@pytest.mark.parametrize(("value", "passes"), [(9, True), (10, True), (11, False)])
def test_no_more_than_there_are(value, passes):
    if passes:
        answers.check_at_most(value, 10, "số hộ tán thành", "tổng số hộ")
        return
    with pytest.raises(answers.Refused, match=r"Số hộ tán thành \(11\) nhiều hơn tổng số hộ \(10\)"):
        answers.check_at_most(value, 10, "số hộ tán thành", "tổng số hộ")


def test_what_is_missing_is_named():
    refused = answers.missing("agree", "số hộ tán thành")
    assert (refused.code, str(refused), refused.allowed) == (
        "missing-key",
        "Còn thiếu số hộ tán thành (agree).",
        ("agree",),
    )
