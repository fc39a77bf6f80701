"""From an event to the last lawful day and back, at every boundary."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.answers import Refused
from lawcore.calendar import Calendar
from lawcore.timelimits import Period, Unit, days, last_day, latest_day, months, runs_to, shown, working_days, years

DAYS = st.dates(date(2021, 1, 1), date(2060, 12, 31))
PERIODS = st.builds(Period, st.integers(1, 60), st.sampled_from([Unit.WORKING_DAY, Unit.DAY, Unit.MONTH]))


def day(text):
    number, month, year = map(int, text.split("/"))
    return date(year, month, number)


@pytest.mark.parametrize(
    ("since", "period", "last"),
    [
        # ngày của sự kiện không tính
        ("9/3/2026", days(1), "10/3/2026"),
        ("9/3/2026", working_days(1), "10/3/2026"),
        ("6/3/2026", working_days(1), "9/3/2026"),  # thứ Sáu
        ("7/3/2026", working_days(1), "9/3/2026"),  # thứ Bảy
        ("6/3/2026", working_days(5), "13/3/2026"),
        # ngày cuối là ngày nghỉ thì chuyển tới ngày làm việc kế tiếp
        ("6/3/2026", days(1), "9/3/2026"),
        ("6/3/2026", days(2), "9/3/2026"),
        ("6/3/2026", days(3), "9/3/2026"),
        ("6/3/2026", days(4), "10/3/2026"),
        ("30/10/2026", working_days(1), "2/11/2026"),
        ("28/12/2026", working_days(5), "5/1/2027"),
        ("10/3/2026", days(15), "25/3/2026"),
        # qua Tết 2026, Giỗ Tổ nghỉ bù, 30/4, Quốc khánh có hoán đổi
        ("13/2/2026", working_days(1), "23/2/2026"),
        ("9/2/2026", working_days(7), "25/2/2026"),
        ("6/2/2026", days(10), "23/2/2026"),
        ("24/4/2026", working_days(1), "28/4/2026"),
        ("24/4/2026", days(3), "28/4/2026"),
        ("29/4/2026", days(1), "4/5/2026"),
        ("28/8/2026", working_days(1), "3/9/2026"),
        ("21/8/2026", working_days(1), "22/8/2026"),  # thứ Bảy làm bù
        ("21/8/2026", days(1), "22/8/2026"),
        ("23/11/2026", working_days(1), "25/11/2026"),
        # tháng và năm
        ("30/11/2026", months(3), "1/3/2027"),  # 28/2/2027 là Chủ nhật
        ("30/11/2023", months(3), "29/2/2024"),
        ("31/1/2026", months(1), "2/3/2026"),  # 28/2/2026 là thứ Bảy
        ("15/1/2026", months(6), "15/7/2026"),
        ("29/2/2024", years(1), "28/2/2025"),
        ("1/3/2026", years(5), "3/3/2031"),  # 1/3/2031 là thứ Bảy
    ],
)
def test_the_last_lawful_day(since, period, last):
    assert last_day(period, day(since)).day == day(last)


@pytest.mark.parametrize(
    ("since", "period", "end"),
    [
        ("30/11/2026", months(3), "28/2/2027"),
        ("31/12/2026", months(1), "31/1/2027"),
        ("31/12/2026", months(2), "28/2/2027"),
        ("10/6/2026", months(6), "10/12/2026"),
        ("29/2/2028", years(1), "28/2/2029"),
        ("29/2/2028", years(4), "29/2/2032"),
        ("1/3/2026", days(30), "31/3/2026"),
        ("13/2/2026", working_days(1), "23/2/2026"),
    ],
)
def test_a_term_ends_where_it_falls(since, period, end):
    assert runs_to(period, day(since)) == day(end)


@pytest.mark.parametrize(
    ("before", "period", "latest"),
    [
        ("14/11/2026", days(7), "7/11/2026"),  # thứ Bảy, không chuyển
        ("16/3/2026", working_days(1), "13/3/2026"),
        ("14/3/2026", working_days(1), "13/3/2026"),
        ("23/2/2026", working_days(1), "13/2/2026"),
        ("3/9/2026", working_days(3), "26/8/2026"),
        ("31/3/2026", months(1), "28/2/2026"),
        ("29/2/2028", years(1), "28/2/2027"),
        ("15/1/2026", months(1), "15/12/2025"),
        ("5/1/2027", working_days(3), "30/12/2026"),
    ],
)
def test_the_latest_day_before_an_event(before, period, latest):
    assert latest_day(period, day(before)).day == day(latest)


@pytest.mark.parametrize(
    ("since", "period", "is_open"),
    [
        # ngày làm việc: mọi ngày được đếm đều có thể đổi kết quả
        ("1/2/2027", working_days(5), True),
        ("22/2/2027", working_days(5), False),
        ("1/11/2027", working_days(10), False),
        ("12/11/2027", working_days(7), False),  # 23/11
        ("12/11/2027", working_days(8), True),  # qua 24/11
        ("24/11/2027", working_days(1), False),  # ngày của sự kiện không được đếm
        ("21/8/2026", working_days(5), True),  # đếm thứ Bảy 22/8
        ("24/8/2026", working_days(10), False),
        # ngày, tháng: chỉ ngày cuối và các ngày nó chuyển qua
        ("1/1/2027", days(90), False),
        ("6/1/2027", days(30), True),  # rơi vào Tết
        ("23/10/2027", months(1), False),
        ("24/10/2027", months(1), True),
        ("25/10/2027", months(1), False),
        ("21/8/2027", days(7), True),  # thứ Bảy 28/8 có thể làm bù
        ("22/8/2027", days(7), False),  # Chủ nhật 29/8 chuyển sang thứ Hai 30/8
        ("24/8/2027", days(7), True),
        ("12/11/2026", days(12), True),
    ],
)
def test_what_rests_on_days_not_decided_is_provisional(since, period, is_open):
    assert last_day(period, day(since)).provisional == is_open


@pytest.mark.parametrize(
    ("before", "period", "is_open"),
    [
        ("25/11/2027", working_days(1), True),  # 24/11 có thể là ngày làm việc
        ("24/11/2027", working_days(1), False),  # ngày của sự kiện không được đếm
        ("26/11/2027", working_days(1), False),
        ("26/11/2027", days(2), False),  # lùi theo ngày thì không phụ thuộc ngày nghỉ
    ],
)
def test_counting_back_is_provisional_only_in_working_days(before, period, is_open):
    assert latest_day(period, day(before)).provisional == is_open


def test_the_explanation_tells_how_it_was_counted():
    assert last_day(working_days(5), day("6/3/2026")).because == (
        "5 ngày làm việc kể từ sau ngày 06/03/2026 là ngày 13/03/2026."
    )
    assert last_day(days(3), day("24/4/2026")).because == (
        "3 ngày kể từ sau ngày 24/04/2026 là ngày 27/04/2026; rơi vào ngày nghỉ bù Giỗ Tổ Hùng Vương "
        "nên chuyển sang ngày 28/04/2026."
    )
    assert latest_day(days(8), day("17/11/2026")).because == ("8 ngày trước ngày 17/11/2026 là ngày 09/11/2026.")
    assert latest_day(days(7), day("14/11/2026")).because == (
        "7 ngày trước ngày 14/11/2026 là ngày 07/11/2026. Ngày này là thứ Bảy, nên làm xong trước đó."
    )


def test_an_enterprise_counts_by_its_own_calendar():
    six_days = Calendar(weekly_rest=frozenset({6}), decided={})
    assert last_day(working_days(1), day("20/11/2026"), calendar=six_days).day == day("21/11/2026")
    assert last_day(days(1), day("20/11/2026"), calendar=six_days).day == day("21/11/2026")
    assert latest_day(working_days(1), day("23/11/2026"), calendar=six_days).day == day("21/11/2026")
    assert runs_to(working_days(1), day("20/11/2026"), calendar=six_days) == day("21/11/2026")


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        (0, Unit.DAY, "Số ngày phải"),
        (-5, Unit.WORKING_DAY, "Số ngày làm việc phải"),
        (10_000_001, Unit.MONTH, "Số tháng phải"),
        (True, Unit.YEAR, "Số năm phải"),
    ],
)
def test_a_period_that_is_none_is_refused(number, unit, words):
    with pytest.raises(Refused, match=words):
        Period(number, unit)


@pytest.mark.parametrize("reckon", [last_day, latest_day, runs_to])
@pytest.mark.parametrize("on", [date(1899, 12, 31), date(2200, 1, 1), date(1, 1, 1), date(9999, 12, 31)])
def test_a_day_out_of_bounds_is_refused(reckon, on):
    with pytest.raises(Refused, match="từ năm 1900 đến năm 2199") as refused:
        reckon(days(1), on)
    assert refused.value.allowed == ("1900…2199",)


@pytest.mark.parametrize("reckon", [last_day, latest_day, runs_to])
@pytest.mark.parametrize(
    ("period", "words"),
    [
        (days(110_001), "Thời hạn 110001 ngày"),
        (years(10**7), "Thời hạn 10000000 năm"),
        (days(110_000), "Ngày"),
        (years(200), "Năm"),
        (months(2400), "Năm"),
        (working_days(40_000), "Ngày"),
    ],
)
def test_a_period_that_leads_out_of_bounds_is_refused(reckon, period, words):
    with pytest.raises(Refused, match=f"^{words}.*vượt ra ngoài khoảng tính được"):
        reckon(period, date(2050, 1, 1))


def test_the_bounds_themselves_can_be_reckoned_with():
    assert last_day(days(1), date(1900, 1, 1)).day == date(1900, 1, 2)
    assert runs_to(days(1), date(2199, 12, 30)) == date(2199, 12, 31)
    assert latest_day(days(1), date(1900, 1, 2)).day == date(1900, 1, 1)
    assert runs_to(years(299), date(1900, 1, 1)) == date(2199, 1, 1)
    assert latest_day(years(1), date(1901, 1, 1)).day == date(1900, 1, 1)
    with pytest.raises(Refused):
        last_day(days(1), date(2199, 12, 31))


def test_a_last_day_that_would_move_out_of_bounds_is_refused():
    rests_on_tuesday = Calendar(weekly_rest=frozenset({1}), decided={})
    assert runs_to(days(1), date(2199, 12, 30)).weekday() == 1
    with pytest.raises(Refused):
        last_day(days(1), date(2199, 12, 30), calendar=rests_on_tuesday)


def test_days_are_written_as_officials_write_them():
    assert shown(date(2026, 9, 5)) == "05/09/2026"
    assert str(working_days(10)) == "10 ngày làm việc"
    assert (str(months(3)), str(years(5)), str(days(7))) == ("3 tháng", "5 năm", "7 ngày")


@given(DAYS, DAYS, PERIODS)
@settings(max_examples=50)
def test_a_later_start_never_ends_earlier(one, other, period):
    earlier, later = sorted((one, other))
    assert last_day(period, earlier).day <= last_day(period, later).day
    assert latest_day(period, earlier).day <= latest_day(period, later).day


@given(DAYS, st.integers(1, 60), st.sampled_from(list(Unit)))
@settings(max_examples=50)
def test_a_longer_period_ends_later_or_on_the_same_day(since, number, unit):
    assert last_day(Period(number, unit), since).day <= last_day(Period(number + 1, unit), since).day
    assert runs_to(Period(number, unit), since) < runs_to(Period(number + 1, unit), since)
