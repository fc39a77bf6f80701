"""The same last day as a wall calendar and a finger give, in random cases.

A thousand cases here; `make law-oracle` asks for twenty thousand with LAW_ORACLE_CASES.
"""

import os
from datetime import date, timedelta
from random import Random

import pytest

from law import oracle_days
from lawcore.calendar import VIETNAM
from lawcore.timelimits import Period, Unit, first_removal_day, last_day, latest_day, runs_to

CASES = int(os.environ.get("LAW_ORACLE_CASES", "1000"))
MOST = {Unit.WORKING_DAY: 90, Unit.DAY: 120, Unit.MONTH: 12, Unit.YEAR: 1}
FIRST, LAST = date(2024, 1, 1), date(2030, 12, 31)


def cases(seed):
    """Events on days of 2024 to 2030, each with a period."""
    random = Random(seed)  # noqa: S311 - cases to repeat, no secret
    for _ in range(CASES):
        unit = random.choice(list(Unit))
        event = FIRST + timedelta(days=random.randrange((LAST - FIRST).days + 1))
        yield event, Period(random.randint(1, MOST[unit]), unit)


def test_every_day_of_the_years_written_out_is_worked_or_off_alike():
    assert {day: VIETNAM.is_working(day) for day in oracle_days.WALL} == oracle_days.WALL


@pytest.mark.parametrize("seed", [2026])
def test_last_days_and_terms(seed):
    for since, period in cases(seed):
        asked = (since, period.number, period.unit.value)
        assert last_day(period, since).day == oracle_days.deadline(*asked), asked
        assert runs_to(period, since) == oracle_days.term(*asked), asked


@pytest.mark.parametrize("seed", [1127])
def test_latest_days_before_an_event(seed):
    for before, period in cases(seed):
        asked = (before, period.number, period.unit.value)
        assert latest_day(period, before).day == oracle_days.latest(*asked), asked


@pytest.mark.parametrize("reading", ["exclusive", "inclusive"])
def test_postings(reading):
    for posted, period in cases(13):
        if period.unit is Unit.DAY:
            found = first_removal_day(period, posted, reading).day
            assert found == oracle_days.removal(posted, period.number, inclusive=reading == "inclusive")
