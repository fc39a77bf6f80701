"""The lunar new year and Giỗ Tổ, against a second calculation and against days known."""

import re
from collections import Counter
from datetime import date, timedelta

import pytest

from law import oracle_moon
from lawcore.calendar import LunarDay, hung_kings_day, lunar, lunar_day, new_year


def test_two_calculations_give_the_same_new_years():
    found = oracle_moon.new_years(1980, 2050)
    assert len(found) == 71
    assert found == {year: new_year(year) for year in range(1980, 2051)}


@pytest.mark.parametrize(
    ("day", "chinese"),
    [
        (date(1985, 1, 21), date(1985, 2, 20)),
        (date(2007, 2, 17), date(2007, 2, 18)),
        (date(2030, 2, 2), date(2030, 2, 3)),
    ],
)
def test_where_the_chinese_calendar_has_another_day(day, chinese):
    assert new_year(day.year) == day != chinese


@pytest.mark.parametrize(
    ("tet", "hung_kings"),
    [
        (date(2023, 1, 22), date(2023, 4, 29)),  # tháng hai nhuận
        (date(2024, 2, 10), date(2024, 4, 18)),
        (date(2025, 1, 29), date(2025, 4, 7)),
        (date(2026, 2, 17), date(2026, 4, 26)),
        (date(2027, 2, 6), date(2027, 4, 16)),
        (date(2028, 1, 26), date(2028, 4, 4)),
        (date(2029, 2, 13), date(2029, 4, 23)),
        (date(2030, 2, 2), date(2030, 4, 12)),
    ],
)
def test_days_known_from_printed_calendars(tet, hung_kings):
    assert (new_year(tet.year), hung_kings_day(tet.year)) == (tet, hung_kings)


@pytest.mark.parametrize(
    ("day", "lunar"),
    [
        (date(2026, 2, 16), LunarDay(2025, 12, 29)),  # năm Ất Tỵ không có ngày 30 Tết
        (date(2026, 2, 17), LunarDay(2026, 1, 1)),
        (date(2026, 4, 26), LunarDay(2026, 3, 10)),
        (date(2026, 9, 25), LunarDay(2026, 8, 15)),  # Trung thu
        (date(2026, 12, 31), LunarDay(2026, 11, 23)),
        (date(2027, 1, 7), LunarDay(2026, 11, 30)),
        (date(2027, 1, 8), LunarDay(2026, 12, 1)),
        (date(2023, 3, 22), LunarDay(2023, 2, 1, leap=True)),
        (date(2023, 3, 21), LunarDay(2023, 2, 30)),
        (date(2025, 7, 25), LunarDay(2025, 6, 1, leap=True)),
        (date(2033, 12, 22), LunarDay(2033, 11, 1, leap=True)),
    ],
)
def test_the_lunar_date_of_a_day(day, lunar):
    assert lunar_day(day) == lunar


def test_days_follow_one_another_for_thirty_years():
    before = lunar_day(date(2020, 1, 1))
    for number in range(1, 365 * 30):
        today = lunar_day(date(2020, 1, 1) + timedelta(days=number))
        if today.day == 1:
            assert before.day in {29, 30}
            assert (today.month, today.leap) in {(before.month % 12 + 1, False), (before.month, True)}
        else:
            assert today == LunarDay(before.year, before.month, before.day + 1, before.leap)
        before = today


def test_a_leap_month_comes_about_every_third_year():
    leap = {
        (lunar.year, lunar.month)
        for number in range(365 * 19)
        if (lunar := lunar_day(date(2020, 1, 1) + timedelta(days=number))).leap
    }
    assert leap == {(2020, 4), (2023, 2), (2025, 6), (2028, 5), (2031, 3), (2033, 11), (2036, 6)}


BOOK = """
-0.40720 M'    +0.17241 E M      +0.01608 2M'       +0.01039 2F       +0.00739 E M'-M   -0.00514 E M'+M   +0.00208 EE 2M
-0.00111 M'-2F -0.00057 M'+2F    +0.00056 E 2M'+M   -0.00042 3M'      +0.00042 E M+2F   +0.00038 E M-2F   -0.00024 E 2M'-M
-0.00017 N     -0.00007 M'+2M    +0.00004 2M'-2F    +0.00004 3M       +0.00003 M'+M-2F  +0.00003 2M'+2F   -0.00003 M'+M+2F
+0.00003 M'-M+2F  -0.00002 M'-M-2F  -0.00002 3M'+M  +0.00002 4M'
"""
"""Chapter 49, the corrections of the new moon, typed a second time: E is the factor, N the node."""


def test_the_corrections_are_those_of_the_book():
    typed = set()
    for size, factor, angles in re.findall(r"([+-]0\.\d+) (?:(E+) )?(\S+)", BOOK):
        times = Counter()
        for sign, number, angle in re.findall(r"([+-]?)(\d?)(M'|M|F|N)", angles):
            times[angle] = int(f"{sign}{number or 1}")
        typed.add((float(size), len(factor), *(times[angle] for angle in ("M", "M'", "F", "N"))))
    assert len(typed) == 25
    assert typed == set(lunar._INEQUALITIES)


def test_the_worked_examples_of_the_book():
    """Meeus, examples 49.a (new moon of February 1977) and 25.a (the Sun on 13 October 1992)."""
    assert lunar._new_moon(-283) == pytest.approx(2443192.65118, abs=0.000005)
    assert lunar._sun(2448908.5) == pytest.approx(199.90895, abs=0.00001)


def test_the_clock_of_hanoi_and_the_drift_of_the_earth():
    assert lunar._HANOI * 24 == 7
    assert lunar._clock_drift(0) * 86400 == pytest.approx(62.92, rel=1e-9)
    assert lunar._clock_drift(20) * 86400 == pytest.approx(62.92 + 6.4434 + 2.2356, rel=1e-9)


def test_no_new_moon_of_these_years_is_too_near_midnight_to_be_dated():
    """The drift of the Earth cannot be known years ahead; a minute is more than it may be wrong by until 2050."""
    margins = {}
    for moon in range(-248, 631):
        instant = lunar._new_moon(moon) - lunar._clock_drift(moon / 12.3685) + 7 / 24 + 0.5
        margins[moon] = min(instant % 1, 1 - instant % 1) * 24 * 60
    assert len(margins) == 879
    assert min(margins.values()) > 1
