"""Time limits as answers, and the questions about days themselves."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from lawcore.answers import Refused
from lawcore.calendar import CULTURE_DAY, DECIDED, VIETNAM, Calendar
from lawcore.dated import Dated, NotYetInForce, Version
from lawcore.timelimits import (
    RULES,
    days,
    deadline,
    end_of_whole_days,
    first_removal_day,
    latest,
    minimum,
    working_days,
)

TEN_DAYS_THEN_SEVEN = Dated(
    Version(date(2023, 7, 1), days(10), cite="LDC art. 13 cl. 2"),
    Version(date(2026, 7, 1), working_days(7), cite="LDC art. 13 cl. 3"),
)
ACTS = "Ủy ban nhân dân cấp xã trả lời"


def test_a_deadline_is_judged_by_the_law_of_its_event():
    old = deadline("deadline.test", TEN_DAYS_THEN_SEVEN, since=date(2026, 6, 30), does=ACTS)
    new = deadline("deadline.test", TEN_DAYS_THEN_SEVEN, since=date(2026, 7, 1), does=ACTS)
    assert (old.result, old.version, old.citation.split(" Luật")[0]) == (
        date(2026, 7, 10),
        date(2023, 7, 1),
        "khoản 2 Điều 13",
    )
    assert (new.result, new.version, new.citation.split(" Luật")[0]) == (
        date(2026, 7, 10),
        date(2026, 7, 1),
        "khoản 3 Điều 13",
    )
    assert new.rule == "deadline.test"
    assert new.inputs == {"since": date(2026, 7, 1)}
    assert not new.provisional
    assert new.explanation == (
        "Ủy ban nhân dân cấp xã trả lời chậm nhất ngày 10/07/2026: "
        "7 ngày làm việc kể từ sau ngày 01/07/2026 là ngày 10/07/2026."
    )
    with pytest.raises(NotYetInForce):
        deadline("deadline.test", TEN_DAYS_THEN_SEVEN, since=date(2023, 6, 30), does=ACTS)


def test_a_latest_day_says_before_what():
    found = latest("latest.test", TEN_DAYS_THEN_SEVEN, before=date(2026, 3, 20), does=ACTS)
    assert found.result == date(2026, 3, 10)
    assert found.inputs == {"before": date(2026, 3, 20)}
    assert found.explanation.startswith("Ủy ban nhân dân cấp xã trả lời chậm nhất ngày 10/03/2026: 10 ngày")


def test_a_minimum_says_not_before_when():
    found = minimum(
        "minimum.test",
        TEN_DAYS_THEN_SEVEN,
        since=date(2026, 3, 1),
        does="Bản niêm yết được gỡ",
        counted=partial(first_removal_day, reading="inclusive"),
        assumptions=("Niêm yết đủ nơi.",),
    )
    assert found.result == date(2026, 3, 11)
    assert found.provisional
    assert found.assumptions[0].startswith("Ngày bắt đầu niêm yết")
    assert found.assumptions[1:] == ("Niêm yết đủ nơi.",)
    assert found.explanation.startswith("Bản niêm yết được gỡ sớm nhất ngày 11/03/2026: niêm yết ngày 01/03/2026")
    closes = minimum(
        "minimum.test", TEN_DAYS_THEN_SEVEN, since=date(2026, 3, 1), does="Kết thúc", counted=end_of_whole_days
    )
    assert (closes.result, closes.provisional, closes.assumptions) == (date(2026, 3, 11), False, ())
    assert closes.inputs == {"since": date(2026, 3, 1)}


@pytest.mark.parametrize("provisional", [True, False])
def test_inputs_and_doubts_of_the_caller_are_kept(provisional):
    more = {"inputs": {"since": date(2026, 3, 2), "urgent": True}, "provisional": provisional, "assumptions": ("a",)}
    for found in (
        deadline("x", TEN_DAYS_THEN_SEVEN, since=date(2026, 3, 2), does=ACTS, **more),
        latest("x", TEN_DAYS_THEN_SEVEN, before=date(2026, 3, 2), does=ACTS, **more),
        minimum("x", TEN_DAYS_THEN_SEVEN, since=date(2026, 3, 2), does=ACTS, counted=end_of_whole_days, **more),
    ):
        assert found.inputs["urgent"] is True
        assert found.provisional is provisional
        assert found.assumptions == ("a",)


def test_days_not_decided_make_an_answer_provisional():
    later = Calendar(decided={**DECIDED}, culture_day=False)
    assert deadline("x", TEN_DAYS_THEN_SEVEN, since=date(2027, 11, 22), does=ACTS).provisional
    assert not deadline("x", TEN_DAYS_THEN_SEVEN, since=date(2027, 11, 22), does=ACTS, calendar=later).provisional
    assert latest("x", TEN_DAYS_THEN_SEVEN, before=date(2027, 11, 25), does=ACTS).provisional
    assert not latest("x", TEN_DAYS_THEN_SEVEN, before=date(2027, 11, 25), does=ACTS, calendar=later).provisional


def test_so_many_working_days_after_a_day():
    found = RULES["working_days"](since=date(2026, 12, 28), days=5)
    assert found.result == date(2027, 1, 5)
    assert found.rule == "working_days"
    assert found.citation.startswith("khoản 2 Điều 147 Bộ luật Dân sự")
    assert "Điều 111, 112 Bộ luật Lao động" in found.citation
    assert found.explanation == "5 ngày làm việc kể từ sau ngày 28/12/2026 là ngày 05/01/2027."
    assert found.inputs == {"since": date(2026, 12, 28), "days": 5}
    assert not found.provisional
    assert found.assumptions == ()


def test_working_days_before_the_labour_code_rest_on_the_civil_code():
    found = RULES["working_days"](since=date(2020, 3, 2), days=1)
    assert found.result == date(2020, 3, 3)
    assert found.citation == "khoản 2 Điều 147 Bộ luật Dân sự số 91/2015/QH13"
    assert RULES["working_days"](since=date(2021, 1, 1), days=1).version == date(2021, 1, 1)
    with pytest.raises(NotYetInForce):
        RULES["working_days"](since=date(2016, 12, 31), days=1)


@pytest.mark.parametrize("number", [0, -1, 10_000_001])
def test_a_count_of_working_days_that_is_none_is_refused(number):
    with pytest.raises(Refused, match="Số ngày làm việc phải là số nguyên từ 1"):
        RULES["working_days"](since=date(2026, 3, 2), days=number)


def test_the_days_off_of_a_decided_year():
    found = RULES["holidays"](year=2025)
    assert found.result == VIETNAM.holidays(2025)
    assert (found.rule, found.provisional, found.assumptions) == ("holidays", False, ())
    assert found.as_json()["result"][0] == {"on": "2025-01-01", "name": "Tết Dương lịch", "kind": "public-holiday"}
    assert found.explanation == (
        "Năm 2025 có 12 ngày nghỉ lễ, nghỉ bù và nghỉ hoán đổi, chưa kể ngày nghỉ hằng tuần. Làm bù ngày 26/04/2025."
    )
    assert "khoản 1 Điều 112 Bộ luật Lao động" in found.citation
    assert found.version == date(2021, 1, 1)
    assert found.inputs == {"year": 2025}


def test_a_year_with_open_days_says_what_was_assumed():
    this_year, next_year = RULES["holidays"](year=2026), RULES["holidays"](year=2027)
    assert this_year.provisional
    assert len(this_year.assumptions) == 1
    assert this_year.assumptions[0].startswith("Ngày 24/11")
    assert next_year.provisional
    assert next_year.assumptions[0].startswith("Lịch nghỉ Tết, Quốc khánh và ngày hoán đổi năm 2027 chưa có")
    assert next_year.explanation.endswith("chưa kể ngày nghỉ hằng tuần.")
    assert CULTURE_DAY in {holiday.name for holiday in next_year.result}
    assert RULES["holidays"](year=2026, calendar=Calendar(culture_day=False)).assumptions == ()
    assert this_year.explanation.endswith("Làm bù ngày 10/01/2026, 22/08/2026.")


@pytest.mark.parametrize("year", [0, 1899, 2200, -5])
def test_a_year_out_of_bounds_is_refused(year):
    with pytest.raises(Refused, match=f"Năm {year} vượt ra ngoài"):
        RULES["holidays"](year=year)


@pytest.mark.parametrize("year", [1900, 2020])
def test_years_before_the_labour_code_are_not_told(year):
    with pytest.raises(NotYetInForce):
        RULES["holidays"](year=year)


@pytest.mark.parametrize("year", [2021, 2199])
def test_the_first_and_the_last_year_told(year):
    assert RULES["holidays"](year=year).result


@pytest.mark.parametrize("on", [date(2025, 1, 1), date(2025, 12, 31)])
def test_the_first_and_the_last_day_of_a_year_can_be_open(on):
    decided = {**DECIDED, 2025: replace(DECIDED[2025], open_days=frozenset({on}))}
    assert RULES["holidays"](year=2025, calendar=Calendar(decided=decided)).provisional


@pytest.mark.parametrize(
    ("since", "notes"),
    [
        (
            date(2026, 11, 20),
            ("Ngày 24/11/2026 nghỉ hay làm việc chưa được quyết định, hoặc chưa đối chiếu; tạm tính là ngày nghỉ.",),
        ),
        (
            date(2027, 1, 28),
            ("Ngày 30/01/2027 nghỉ hay làm việc chưa được quyết định, hoặc chưa đối chiếu; tạm tính là ngày nghỉ.",),
        ),
        (
            date(2027, 1, 31),
            (
                "Ngày 02/02/2027 nghỉ hay làm việc chưa được quyết định, hoặc chưa đối chiếu; tạm tính là ngày làm việc.",
            ),
        ),
        (date(2026, 11, 25), ()),
    ],
)
def test_an_answer_names_the_day_off_that_is_not_decided_yet(since, notes):
    found = RULES["working_days"](since=since, days=5)
    assert found.assumptions == notes
    assert found.provisional is bool(notes)
