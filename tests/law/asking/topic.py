"""A topic written for these tests: one rule of every shape that a question is made from."""

from datetime import date
from enum import StrEnum

from lawcore.answers import answer, check_count
from lawcore.calendar import VIETNAM
from lawcore.dated import Dated, Version
from lawcore.readings import BALLOT_WITHOUT_MEETING
from lawcore.timelimits import deadline, working_days

SHARE = Dated(Version(date(2023, 7, 1), 3, cite="LDC art. 21 cl. 1"))
FIVE = Dated(Version(date(2023, 7, 1), working_days(5), cite="LDC art. 20 cl. 3"))


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def counted(
    *,
    households: int,
    colour: Colour = Colour.RED,
    remote: bool = False,
    passed_on: date | None = None,
    recognised_on: date | None = None,
    bal_case_c_scope: str = BALLOT_WITHOUT_MEETING.default,
    on: date,
    calendar=VIETNAM,
):
    """LDC art. 21 cl. 1: what was given, given back."""
    check_count(households, "số hộ")
    given = {"households": households, "colour": colour, "remote": remote, "recognised_on": recognised_on}
    given |= {"passed_on": passed_on, "scope": bal_case_c_scope, "on": on}
    return answer("sample.counted", SHARE, on=on, result=given, because="Như đã nêu.", inputs=given)


def overdue(*, since: date, on: date):
    """LDC art. 20 cl. 3: whether a day lies behind."""
    return answer("sample.overdue", SHARE, on=on, result=since < on, because="Như đã nêu.", inputs={})


def sent(*, since: date, calendar=VIETNAM):
    """LDC art. 20 cl. 3: five working days."""
    return deadline("deadline.sample.sent", FIVE, since=since, does="Trưởng thôn gửi", calendar=calendar)


def urgent(*, since: date, complex: bool = False, calendar=VIETNAM):  # noqa: A002 - the key that people type
    """LDC art. 20 cl. 3: five working days, with a key of its own."""
    return deadline("deadline.sample.urgent", FIVE, since=since, does=f"Gửi {complex}", calendar=calendar)


RULES = {"sample.counted": counted, "sample.overdue": overdue}
DEADLINES = {"sample.sent": sent, "sample.urgent": urgent}
