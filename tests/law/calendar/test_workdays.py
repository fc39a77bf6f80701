"""Which days are worked, why not, and which a later decision could change."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.calendar import DECIDED, VIETNAM, Calendar, Decision, Holiday, Kind, Swap, legal_day
from lawcore.calendar.holidays import FIXED_DAYS, TET_DAYS

DAYS = st.dates(date(2021, 1, 1), date(2050, 12, 31))


def day(text):
    """The date written 16/2/2026."""
    number, month, year = map(int, text.split("/"))
    return date(year, month, number)


@pytest.mark.parametrize(
    ("on", "why"),
    [
        ("1/1/2026", "Tết Dương lịch"),
        ("2/1/2026", "ngày nghỉ hoán đổi (làm bù thứ Bảy 10/01/2026)"),
        ("5/1/2026", ""),
        ("10/1/2026", ""),  # thứ Bảy làm bù
        ("17/1/2026", "thứ Bảy"),
        ("18/1/2026", "Chủ nhật"),
        ("13/2/2026", ""),
        ("16/2/2026", "Tết Nguyên đán"),
        ("20/2/2026", "Tết Nguyên đán"),
        ("23/2/2026", ""),
        ("26/4/2026", "Giỗ Tổ Hùng Vương"),  # Chủ nhật
        ("27/4/2026", "ngày nghỉ bù Giỗ Tổ Hùng Vương"),
        ("28/4/2026", ""),
        ("30/4/2026", "Ngày Chiến thắng"),
        ("1/5/2026", "Ngày Quốc tế Lao động"),
        ("22/8/2026", ""),  # thứ Bảy làm bù
        ("31/8/2026", "ngày nghỉ hoán đổi (làm bù thứ Bảy 22/08/2026)"),
        ("1/9/2026", "Quốc khánh"),
        ("2/9/2026", "Quốc khánh"),
        ("3/9/2026", ""),
        ("24/11/2026", "Ngày Văn hóa Việt Nam"),
        ("24/11/2025", ""),
        ("2/1/2023", "ngày nghỉ bù Tết Dương lịch"),
        ("26/1/2023", "ngày nghỉ bù Tết Nguyên đán"),
        ("27/1/2023", ""),
        ("2/5/2023", "ngày nghỉ bù Giỗ Tổ Hùng Vương"),
        ("3/5/2023", "ngày nghỉ bù Ngày Chiến thắng"),
        ("1/9/2023", "Quốc khánh"),
        ("4/9/2023", "ngày nghỉ bù Quốc khánh"),
        ("14/2/2024", "ngày nghỉ bù Tết Nguyên đán"),
        ("29/4/2024", "ngày nghỉ hoán đổi (làm bù thứ Bảy 04/05/2024)"),
        ("3/9/2024", "Quốc khánh"),
        ("31/1/2025", "Tết Nguyên đán"),
        ("3/2/2025", ""),
        ("2/5/2025", "ngày nghỉ hoán đổi (làm bù thứ Bảy 26/04/2025)"),
        ("26/4/2025", ""),
        ("24/11/2029", "Ngày Văn hóa Việt Nam"),  # thứ Bảy
        ("26/11/2029", "ngày nghỉ bù Ngày Văn hóa Việt Nam"),
    ],
)
def test_why_a_day_is_off(on, why):
    assert VIETNAM.why_off(day(on)) == why
    assert VIETNAM.is_working(day(on)) == (why == "")


@pytest.mark.parametrize(
    ("year", "tet", "national_day"),
    [
        # Ngày nghỉ trong tuần của Tết và Quốc khánh đã có từ 2018 (Quốc khánh từ 2021): cách tính mặc định cho đúng như vậy.
        (2018, ("14/2", "20/2"), None),
        (2019, ("4/2", "8/2"), None),
        (2020, ("23/1", "29/1"), None),
        (2021, ("10/2", "16/2"), ("2/9", "3/9")),
        (2022, ("31/1", "4/2"), ("1/9", "2/9")),
        (2023, ("20/1", "26/1"), ("1/9", "4/9")),
        (2024, ("8/2", "14/2"), ("2/9", "3/9")),
        (2025, ("27/1", "31/1"), ("1/9", "2/9")),
        (2026, ("16/2", "20/2"), ("1/9", "2/9")),
        (2027, ("4/2", "10/2"), ("2/9", "3/9")),
        (2028, ("24/1", "28/1"), ("1/9", "4/9")),
    ],
)
def test_the_presumed_days_are_those_that_were_decided(year, tet, national_day):
    presumed = Calendar(decided={})
    for span in filter(None, (tet, national_day)):
        first, last = (day(f"{each}/{year}") for each in span)
        assert presumed.is_working(first - timedelta(days=1)) == ((first - timedelta(days=1)).weekday() < 5)
        assert presumed.is_working(last + timedelta(days=1)) == ((last + timedelta(days=1)).weekday() < 5)
        span_days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
        assert not any(map(presumed.is_working, span_days))


@pytest.mark.parametrize(
    ("weekday", "beside"),
    [(0, 3), (1, 1), (2, 1), (3, 3), (4, 1), (5, 1), (6, 1)],  # thứ của ngày 2/9 và ngày nghỉ liền kề
)
def test_the_day_beside_national_day_joins_the_weekend(weekday, beside):
    year = next(year for year in range(2027, 2060) if date(year, 9, 2).weekday() == weekday)
    named = [holiday.on for holiday in VIETNAM.holidays(year) if holiday.name == "Quốc khánh"]
    assert named == sorted([date(year, 9, 2), date(year, 9, beside)])


def test_the_days_off_of_a_year_have_name_and_kind():
    found = VIETNAM.holidays(2026)
    assert len(found) == 15
    assert found[0] == Holiday(date(2026, 1, 1), "Tết Dương lịch", Kind.PUBLIC_HOLIDAY)
    assert found[1] == Holiday(date(2026, 1, 2), "nghỉ hoán đổi (làm bù thứ Bảy 10/01/2026)", Kind.SWAPPED_OFF)
    assert found[8] == Holiday(date(2026, 4, 27), "nghỉ bù Giỗ Tổ Hùng Vương", Kind.IN_LIEU)
    assert [holiday.on for holiday in found] == sorted(holiday.on for holiday in found)


def test_days_of_rest_worked_instead_are_listed_in_their_year():
    assert VIETNAM.worked_instead(2026) == (date(2026, 1, 10), date(2026, 8, 22))
    assert VIETNAM.worked_instead(2023) == ()


@pytest.mark.parametrize(
    ("first", "last", "is_open"),
    [
        # 2026 đã quyết định, trừ thứ Bảy 22/8 và ngày 24/11
        ("1/1/2026", "21/8/2026", False),
        ("22/8/2026", "22/8/2026", True),
        ("23/8/2026", "23/11/2026", False),
        ("31/8/2026", "31/8/2026", False),
        ("24/11/2026", "24/11/2026", True),
        ("25/11/2026", "31/12/2026", False),
        # 2023–2025 không còn gì để ngỏ
        ("1/1/2023", "31/12/2025", False),
        # 2027: Tết là 6/2
        ("1/1/2027", "29/1/2027", False),
        ("30/1/2027", "30/1/2027", True),  # thứ Bảy có thể làm bù
        ("31/1/2027", "1/2/2027", False),
        ("2/2/2027", "2/2/2027", True),
        ("13/2/2027", "13/2/2027", True),
        ("14/2/2027", "19/2/2027", False),
        ("20/2/2027", "20/2/2027", True),
        ("21/2/2027", "27/8/2027", False),
        ("28/8/2027", "28/8/2027", True),
        ("29/8/2027", "30/8/2027", False),
        ("31/8/2027", "31/8/2027", True),
        ("5/9/2027", "5/9/2027", True),
        ("6/9/2027", "10/9/2027", False),
        ("11/9/2027", "11/9/2027", True),
        ("12/9/2027", "23/11/2027", False),
        ("24/11/2027", "24/11/2027", True),
        ("25/11/2027", "31/12/2027", False),
        ("1/11/2027", "1/12/2027", True),
        # bốn ngày trước mùng 1 Tết, bảy ngày sau
        ("2/2/2028", "2/2/2028", True),
        ("3/2/2028", "4/2/2028", False),
        ("9/2/2029", "9/2/2029", True),
        ("8/2/2029", "8/2/2029", False),
        # 2028: Giỗ Tổ thứ Ba 4/4, thứ Hai 3/4 là ngày kẹp giữa
        ("24/3/2028", "24/3/2028", False),
        ("25/3/2028", "25/3/2028", True),
        ("1/4/2028", "2/4/2028", False),
        ("3/4/2028", "3/4/2028", True),
        ("4/4/2028", "7/4/2028", False),
        ("8/4/2028", "8/4/2028", True),
        ("9/4/2028", "20/4/2028", False),
        # 2029: 24/11 là thứ Bảy, nghỉ bù thứ Hai
        ("25/11/2029", "25/11/2029", False),
        ("26/11/2029", "26/11/2029", True),
        # 1/1/2030 là thứ Ba: thứ Hai 31/12/2029 và các thứ Bảy quanh đó
        ("22/12/2029", "22/12/2029", True),
        ("31/12/2029", "31/12/2029", True),
        ("5/1/2030", "5/1/2030", True),
        ("30/12/2029", "30/12/2029", False),
    ],
)
def test_what_a_later_decision_could_change(first, last, is_open):
    assert VIETNAM.is_provisional(day(first), day(last)) == is_open


@pytest.mark.parametrize(
    ("off", "worked"),
    [
        ("19/2/2010", "27/2/2010"),
        ("27/1/2012", "4/2/2012"),
        ("29/4/2013", "4/5/2013"),
        ("2/5/2014", "26/4/2014"),
        ("1/9/2014", "6/9/2014"),
        ("2/1/2015", "27/12/2014"),
        ("16/2/2015", "14/2/2015"),
        ("29/4/2015", "25/4/2015"),
        ("31/12/2018", "5/1/2019"),
        ("29/4/2019", "4/5/2019"),
        ("29/4/2024", "4/5/2024"),
        ("2/5/2025", "26/4/2025"),
        ("2/1/2026", "10/1/2026"),
        ("31/8/2026", "22/8/2026"),
    ],
)
def test_every_swap_made_since_2010_lay_within_the_open_days(off, worked):
    before_any_decision = Calendar(decided={})
    for each in map(day, (off, worked)):
        assert before_any_decision.is_provisional(each, each)


@given(DAYS)
@settings(max_examples=50)
def test_ordinary_weeks_are_certain(on):
    """Away from Tết, National Day, 24 November and every holiday by eleven days nothing is open."""
    near = [holiday.on for year in (on.year, on.year + 1) for holiday in VIETNAM.holidays(year)]
    if all(abs((on - holiday).days) > 12 for holiday in near):
        assert not VIETNAM.is_provisional(on, on)


def test_a_late_decision_changes_the_days_computed():
    decision = Decision(
        tet=date(2027, 2, 5),
        beside_national_day=date(2027, 9, 1),
        source="Thông báo thử",
        swaps=(Swap(off=date(2027, 9, 3), worked=date(2027, 8, 28)),),
    )
    later = Calendar(decided={**DECIDED, 2027: decision})
    assert VIETNAM.why_off(date(2027, 2, 4)) == "Tết Nguyên đán"
    assert later.is_working(date(2027, 2, 4))
    assert later.why_off(date(2027, 2, 11)) == "ngày nghỉ bù Tết Nguyên đán"
    assert later.is_working(date(2027, 8, 28))
    assert not later.is_working(date(2027, 9, 3))
    assert not later.is_provisional(date(2027, 1, 1), date(2027, 11, 23))
    assert later.is_provisional(date(2027, 11, 24), date(2027, 11, 24))


def test_a_swap_across_the_new_year_counts_in_both_years():
    swap = Swap(off=date(2029, 12, 31), worked=date(2030, 1, 5))
    decision = Decision(date(2030, 1, 31), date(2030, 9, 3), "Thông báo thử", (swap,))
    calendar = Calendar(decided={2030: decision})
    assert not calendar.is_working(date(2029, 12, 31))
    assert calendar.is_working(date(2030, 1, 5))
    assert Kind.SWAPPED_OFF in {holiday.kind for holiday in calendar.holidays(2029)}


def test_a_day_in_lieu_is_never_a_day_already_swapped_off():
    decision = Decision(date(2026, 2, 16), date(2026, 9, 1), "Thử", (Swap(date(2026, 4, 27), date(2026, 4, 25)),))
    calendar = Calendar(decided={2026: decision})
    assert calendar.why_off(date(2026, 4, 27)).startswith("ngày nghỉ hoán đổi")
    assert calendar.why_off(date(2026, 4, 28)) == "ngày nghỉ bù Giỗ Tổ Hùng Vương"


def test_an_enterprise_that_works_on_saturdays_has_a_calendar_of_its_own():
    enterprise = Calendar(weekly_rest=frozenset({6}), decided={})
    assert enterprise.is_working(date(2026, 11, 21))
    assert not enterprise.is_working(date(2026, 11, 22))
    # 24/11/2029 là thứ Bảy: ngày làm việc của doanh nghiệp, nên không có nghỉ bù.
    assert enterprise.is_working(date(2029, 11, 26))
    # Thứ Bảy 28/8/2027 vốn đã làm việc, không thể thành ngày làm bù.
    assert not enterprise.is_provisional(date(2027, 8, 28), date(2027, 8, 28))


@pytest.mark.parametrize("rest", [frozenset(range(7)), frozenset({7}), frozenset({-1, 6})])
def test_a_week_without_a_working_day_is_refused(rest):
    with pytest.raises(ValueError, match="weekly rest"):
        Calendar(weekly_rest=rest)


def test_24_november_can_be_left_out():
    without = Calendar(culture_day=False)
    assert without.is_working(date(2026, 11, 24))
    assert not without.is_provisional(date(2026, 11, 24), date(2026, 11, 24))


def test_two_holidays_on_one_day_are_one_day_off():
    names = [holiday.name for holiday in Calendar(decided={}).holidays(1947) if holiday.on == date(1947, 4, 30)]
    assert names == ["Ngày Chiến thắng"]


@given(DAYS, st.integers(1, 400))
@settings(max_examples=50)
def test_so_many_working_days_on_and_back_again(on, number):
    reached = VIETNAM.workday_after(on, number)
    between = [on + timedelta(days=step) for step in range(1, (reached - on).days + 1)]
    assert sum(map(VIETNAM.is_working, between)) == number
    assert VIETNAM.is_working(reached)
    back = VIETNAM.workday_before(reached, number)
    assert back <= on
    assert not any(VIETNAM.is_working(back + timedelta(days=step)) for step in range(1, (on - back).days + 1))


def test_the_first_and_the_last_working_day_of_a_year_are_reached():
    assert VIETNAM.workday_before(date(2026, 1, 6), 1) == date(2026, 1, 5)
    assert VIETNAM.workday_before(date(2026, 1, 5), 1) == date(2025, 12, 31)
    assert VIETNAM.workday_after(date(2025, 12, 30), 1) == date(2025, 12, 31)
    assert VIETNAM.workday_after(date(2025, 12, 31), 1) == date(2026, 1, 5)


@pytest.mark.parametrize(
    ("moment", "on"),
    [
        (datetime(2026, 6, 30, 16, 59, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 6, 30, 17, 0, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 6, 30, 23, 30, tzinfo=timezone(timedelta(hours=-5))), date(2026, 7, 1)),
    ],
)
def test_the_day_in_law_is_that_of_hanoi(moment, on):
    assert legal_day(moment) == on


def test_a_moment_without_zone_falls_on_no_day():
    with pytest.raises(ValueError, match="time zone"):
        legal_day(datetime(2026, 6, 30, 12, 0))


def test_since_when_the_list_of_holidays_is_in_force():
    assert [version.since for version in (*FIXED_DAYS.versions, *TET_DAYS.versions)] == [date(2021, 1, 1)] * 2
    assert TET_DAYS.on(date(2021, 1, 1)) == 5
