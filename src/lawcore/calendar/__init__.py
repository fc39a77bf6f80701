"""Vietnamese working days: weekly rest, public holidays, lunar Tết, swapped days.

Words    calendar, day off, weekly rest, public holiday, swapped day, day in lieu, legal day
Promise  a day that no authority has decided yet is computed and marked provisional
Rules    lawcore.calendar.holidays; the yearly data: lawcore.calendar.decided
"""

from lawcore.calendar.days import HANOI, legal_day
from lawcore.calendar.decided import DECIDED, Decision, Swap
from lawcore.calendar.holidays import CULTURE_DAY, Holiday, Kind
from lawcore.calendar.lunar import LunarDay, hung_kings_day, lunar_day, new_year
from lawcore.calendar.workdays import VIETNAM, WEEKEND, Calendar

__all__ = [
    "CULTURE_DAY",
    "DECIDED",
    "HANOI",
    "VIETNAM",
    "WEEKEND",
    "Calendar",
    "Decision",
    "Holiday",
    "Kind",
    "LunarDay",
    "Swap",
    "hung_kings_day",
    "legal_day",
    "lunar_day",
    "new_year",
]
