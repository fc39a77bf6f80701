"""The days that were counted, for pages that draw them."""

from datetime import date

import pytest

from lawcore.answers import Counted
from lawcore.dated import Dated, Version
from lawcore.timelimits import (
    RULES,
    days,
    deadline,
    end_of_whole_days,
    first_removal_day,
    last_day,
    last_of_consecutive,
    latest,
    latest_day,
    minimum,
    months,
    working_days,
)

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("period", "since", "result", "counted"),
    [
        (working_days(5), MONDAY, date(2026, 3, 9), Counted(MONDAY, date(2026, 3, 3), date(2026, 3, 9), working=True)),
        (days(5), MONDAY, date(2026, 3, 9), Counted(MONDAY, date(2026, 3, 3), date(2026, 3, 7))),  # a Saturday: moved
        (months(1), MONDAY, date(2026, 4, 2), Counted(MONDAY, date(2026, 3, 3), date(2026, 4, 2))),
    ],
)
def test_a_deadline_counts_from_the_day_after_its_event_to_the_day_it_reached(period, since, result, counted):
    found = last_day(period, since)
    assert (found.day, found.counted) == (result, counted)


@pytest.mark.parametrize(
    ("period", "result", "working"),
    [(days(2), date(2026, 2, 28), False), (working_days(2), date(2026, 2, 26), True)],
)
def test_counting_backwards_ends_the_day_before_the_event(period, result, working):
    found = latest_day(period, MONDAY)
    assert (found.day, found.counted) == (result, Counted(MONDAY, result, date(2026, 3, 1), working=working))


@pytest.mark.parametrize(
    ("period", "reading", "result", "counted"),
    [
        (days(30), "exclusive", date(2026, 4, 2), Counted(MONDAY, date(2026, 3, 3), date(2026, 4, 1))),
        (days(30), "inclusive", date(2026, 4, 1), Counted(MONDAY, MONDAY, date(2026, 3, 31))),
        (
            working_days(5),
            "exclusive",
            date(2026, 3, 10),
            Counted(MONDAY, date(2026, 3, 3), date(2026, 3, 9), working=True),
        ),
    ],
)
def test_a_posting_comes_down_after_the_last_day_counted(period, reading, result, counted):
    found = first_removal_day(period, MONDAY, reading)
    assert (found.day, found.counted) == (result, counted)


def test_whole_days_and_days_in_a_row_end_with_the_last_one_counted():
    whole = end_of_whole_days(days(20), MONDAY)
    assert whole.counted == Counted(MONDAY, date(2026, 3, 3), date(2026, 3, 22))
    worked = end_of_whole_days(working_days(5), MONDAY)
    assert worked.counted == Counted(MONDAY, date(2026, 3, 3), date(2026, 3, 9), working=True)
    row = last_of_consecutive(days(3), MONDAY)
    assert row.counted == Counted(MONDAY, MONDAY, date(2026, 3, 4))


def test_an_answer_of_a_time_limit_carries_the_days_it_counted():
    law = Dated(Version(date(2023, 7, 1), days(5), cite="LDC art. 13 cl. 2"))
    assert deadline("deadline.test", law, since=MONDAY, does="Gửi").counted == last_day(days(5), MONDAY).counted
    assert latest("latest.test", law, before=MONDAY, does="Gửi").counted == latest_day(days(5), MONDAY).counted
    posted = minimum("minimum.test", law, since=MONDAY, does="Gỡ", counted=first_removal_day)
    assert posted.counted == first_removal_day(days(5), MONDAY).counted
    assert RULES["working_days"](since=MONDAY, days=5).counted == last_day(working_days(5), MONDAY).counted
    assert RULES["holidays"](year=2026).counted is None
