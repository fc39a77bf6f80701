"""Postings, consultations and broadcasts: not before when they may end."""

from datetime import date

import pytest

from lawcore.answers import Refused
from lawcore.calendar import Calendar
from lawcore.readings import POSTING_DAYS
from lawcore.timelimits import days, end_of_whole_days, first_removal_day, last_of_consecutive, months, working_days


@pytest.mark.parametrize(
    ("posted", "period", "exclusive", "inclusive"),
    [
        (date(2026, 3, 1), days(30), date(2026, 4, 1), date(2026, 3, 31)),
        (date(2026, 3, 2), days(20), date(2026, 3, 23), date(2026, 3, 22)),
        (date(2026, 3, 6), days(1), date(2026, 3, 8), date(2026, 3, 7)),  # Chủ nhật, không chuyển
        (date(2026, 3, 31), months(1), date(2026, 5, 1), date(2026, 4, 30)),
        (date(2026, 3, 6), working_days(5), date(2026, 3, 14), date(2026, 3, 13)),
        (date(2026, 3, 7), working_days(5), date(2026, 3, 14), date(2026, 3, 14)),  # niêm yết thứ Bảy
    ],
)
def test_a_posting_comes_down_after_its_last_whole_day(posted, period, exclusive, inclusive):
    assert first_removal_day(period, posted).day == exclusive
    assert first_removal_day(period, posted, "exclusive").day == exclusive
    assert first_removal_day(period, posted, "inclusive").day == inclusive


def test_a_posting_rests_on_a_reading_and_says_so():
    found = first_removal_day(days(30), date(2026, 3, 1))
    assert found.provisional
    assert found.assumptions == (POSTING_DAYS.assumed("exclusive"),)
    assert found.because == "niêm yết ngày 01/03/2026, không tính ngày niêm yết, đủ 30 ngày đến hết ngày 31/03/2026."
    other = first_removal_day(days(30), date(2026, 3, 1), "inclusive")
    assert other.assumptions == (POSTING_DAYS.assumed("inclusive"),)
    assert other.because == "niêm yết ngày 01/03/2026, tính cả ngày niêm yết, đủ 30 ngày đến hết ngày 30/03/2026."


def test_an_unknown_reading_is_refused():
    with pytest.raises(Refused, match="chọn một") as refused:
        first_removal_day(days(30), date(2026, 3, 1), "both")
    assert refused.value.allowed == ("exclusive", "inclusive")


def test_a_removal_out_of_bounds_is_refused():
    with pytest.raises(Refused):
        first_removal_day(days(1), date(2199, 12, 30))


@pytest.mark.parametrize(
    ("published", "closes"),
    [
        (date(2026, 3, 1), date(2026, 3, 21)),
        (date(2026, 8, 12), date(2026, 9, 1)),  # Quốc khánh: không chuyển, vì đây là mức tối thiểu
    ],
)
def test_a_consultation_may_close_when_its_last_whole_day_ends(published, closes):
    found = end_of_whole_days(days(20), published)
    assert found.day == closes
    assert found.because.startswith("đủ 20 ngày kể từ sau ngày")
    assert found.because.endswith(f"khi hết ngày {closes:%d/%m/%Y}.")
    assert not found.provisional


def test_whole_working_days_rest_on_the_calendar():
    assert end_of_whole_days(working_days(7), date(2027, 11, 22)).provisional
    assert not end_of_whole_days(working_days(7), date(2027, 11, 24)).provisional
    six_days = Calendar(weekly_rest=frozenset({6}), decided={})
    assert end_of_whole_days(working_days(1), date(2026, 3, 6), calendar=six_days).day == date(2026, 3, 7)
    assert first_removal_day(working_days(1), date(2026, 3, 6), calendar=six_days).day == date(2026, 3, 8)


def test_days_in_a_row_count_the_first():
    found = last_of_consecutive(days(3), date(2026, 3, 1))
    assert found.day == date(2026, 3, 3)
    assert found.because == "3 ngày liên tục, tính từ ngày đầu 01/03/2026, đến hết ngày 03/03/2026."
    assert last_of_consecutive(days(1), date(2026, 3, 1)).day == date(2026, 3, 1)
    assert not found.provisional


@pytest.mark.parametrize("period", [working_days(3), months(1)])
def test_days_in_a_row_are_counted_in_days_only(period):
    with pytest.raises(Refused, match="bằng ngày"):
        last_of_consecutive(period, date(2026, 3, 1))
