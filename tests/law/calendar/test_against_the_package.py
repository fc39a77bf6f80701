"""Our working days beside those of the package `holidays`, whose data were gathered by others."""

from datetime import date, timedelta

import pytest

from lawcore.calendar import VIETNAM, hung_kings_day, new_year

package = pytest.importorskip("holidays", reason="the package holidays is not installed")

MISSED_BY_THE_PACKAGE = {date(2026, 1, 2), date(2026, 1, 10)}
"""Official dispatch 12729/VPCP-KGVX: the Friday off, the Saturday worked."""


def test_the_same_days_are_worked_from_2021_to_2032():
    theirs = package.VN(years=range(2021, 2033))
    days = [date(2021, 1, 1) + timedelta(days=number) for number in range((date(2033, 1, 1) - date(2021, 1, 1)).days)]
    assert {day for day in days if VIETNAM.is_working(day) != theirs.is_working_day(day)} == MISSED_BY_THE_PACKAGE


def test_the_same_lunar_days_from_1995_to_2050():
    theirs = package.VN(years=range(1995, 2051), language="vi", observed=False)
    first_days = {day for day in theirs if "Tết Nguyên Đán" in theirs.get_list(day)}
    assert {new_year(year) for year in range(1995, 2051)} == first_days
    kings = {day for day in theirs if "Ngày Giỗ Tổ Hùng Vương" in theirs.get_list(day)}
    assert {hung_kings_day(year) for year in range(2007, 2051)} == kings
