"""Reporting periods and when their reports are due."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.indicators import Period, Window, due_on, period_on, periods_of
from lawcore.indicators.periods import reminders
from lawcore.timelimits import Every


@pytest.mark.parametrize(
    ("period", "first", "last", "label"),
    [
        (Period(2028, 2, Every.MONTH), date(2028, 2, 1), date(2028, 2, 29), "tháng 2/2028"),
        (Period(2026, 3, Every.QUARTER), date(2026, 7, 1), date(2026, 9, 30), "quý III/2026"),
        (Period(2026, 1, Every.HALF_YEAR), date(2026, 1, 1), date(2026, 6, 30), "6 tháng đầu năm 2026"),
        (Period(2026, 2, Every.HALF_YEAR), date(2026, 7, 1), date(2026, 12, 31), "6 tháng cuối năm 2026"),
        (Period(2026, 1, Every.YEAR), date(2026, 1, 1), date(2026, 12, 31), "năm 2026"),
    ],
)
def test_a_period_has_its_days_and_its_official_name(period, first, last, label):
    assert (period.first_day, period.last_day, period.label) == (first, last, label)


@pytest.mark.parametrize(
    ("every", "count"),
    [
        (Every.MONTH, 12),
        (Every.QUARTER, 4),
        (Every.HALF_YEAR, 2),
        (Every.YEAR, 1),
        (Every.CONTINUOUS, 1),
        (None, 1),
    ],
)
def test_a_recurrence_divides_the_year(every, count):
    assert len(periods_of(every, 2026)) == count


@pytest.mark.parametrize(
    ("number", "every"), [(0, Every.YEAR), (2, Every.YEAR), (5, Every.QUARTER), (1, Every.CONTINUOUS)]
)
def test_a_period_that_no_year_has_is_refused(number, every):
    with pytest.raises(ValueError):
        Period(2026, number, every)


def test_a_report_is_due_on_the_day_the_locality_has_set():
    half = Period(2026, 1, Every.HALF_YEAR)
    assert due_on(half, window=Window(6, 14)) == date(2026, 6, 14)
    assert due_on(half, window=Window(6, 31)) == date(2026, 6, 30)
    assert due_on(half, days_after=10) == date(2026, 7, 10)


def test_reminders_come_earliest_first():
    assert list(reminders(date(2026, 12, 14), (1, 7))) == [date(2026, 12, 7), date(2026, 12, 13)]


DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 30))


@settings(max_examples=50)
@given(DAYS, st.sampled_from(list(Every)))
def test_every_day_lies_in_exactly_one_period(day, every):
    holding = [period for period in periods_of(every, day.year) if day in period]
    assert holding == [period_on(every, day)]


@settings(max_examples=50)
@given(DAYS, st.sampled_from([Every.MONTH, Every.QUARTER, Every.HALF_YEAR, Every.YEAR]))
def test_the_day_after_a_period_begins_the_next(day, every):
    next_day = period_on(every, day).last_day + timedelta(days=1)
    assert period_on(every, next_day).first_day == next_day
