"""A day that another lawful decision would change is always marked provisional, and most days are not."""

from datetime import date, timedelta
from itertools import product
from random import Random

import pytest

from lawcore.calendar import DECIDED, VIETNAM, Calendar, Decision, Swap, new_year
from lawcore.timelimits import Period, Unit, last_day, latest_day

YEARS = range(2027, 2033)
SWAPS = {
    2028: (Swap(off=date(2028, 4, 3), worked=date(2028, 4, 8)),),
    2029: (Swap(off=date(2029, 2, 19), worked=date(2029, 2, 24)),),
    2030: (
        Swap(off=date(2029, 12, 31), worked=date(2030, 1, 5)),
        Swap(off=date(2030, 4, 29), worked=date(2030, 5, 4)),
        Swap(off=date(2030, 9, 4), worked=date(2030, 9, 7)),
    ),
}
"""Swaps like those of the past: one day between a holiday and a weekend, or one more day of Tết."""


def decision(year, before_new_year, beside, swaps):
    return Decision(
        tet=new_year(year) - timedelta(days=before_new_year),
        beside_national_day=date(year, 9, beside),
        source="Thử",
        swaps=swaps.get(year, ()),
    )


OTHERS = [
    Calendar(decided={**DECIDED, **{year: decision(year, *choice, swaps) for year in YEARS}}, culture_day=culture_day)
    for *choice, swaps, culture_day in product((1, 2), (1, 3), ({}, SWAPS), (True, False))
]


def cases(count, seed):
    random = Random(seed)  # noqa: S311 - cases to repeat, no secret
    for _ in range(count):
        unit = random.choice(list(Unit))
        most = {Unit.WORKING_DAY: 20, Unit.DAY: 60, Unit.MONTH: 6, Unit.YEAR: 1}[unit]
        event = date(2026, 11, 1) + timedelta(days=random.randrange(365 * 4))
        yield Period(random.randint(1, most), unit), event


@pytest.mark.parametrize("reckon", [last_day, latest_day])
def test_what_another_decision_would_change_is_provisional(reckon):
    changed = 0
    for period, event in cases(1000, 2027):
        found = reckon(period, event)
        if any(reckon(period, event, calendar=other).day != found.day for other in OTHERS):
            changed += 1
            assert found.provisional, (period, event)
    assert changed > 10


def test_all_sixteen_decisions_leave_ordinary_days_alone():
    days = [date(2027, 1, 1) + timedelta(days=number) for number in range(365 * 4)]
    certain = [day for day in days if not VIETNAM.is_provisional(day, day)]
    assert len(certain) > 0.9 * len(days)
    for other in OTHERS:
        assert all(other.is_working(day) == VIETNAM.is_working(day) for day in certain)
