"""How often, until when, not before when: statutory periods and the words of recurrence.

Words    period, unit, since, before, last day, whole days, posting, every
Promise  the day of the event is not counted; a last day that is off moves forward; a day counted backwards never moves
Rules    lawcore.timelimits.reckoning, durations
"""

from lawcore.timelimits.answered import deadline, latest, minimum
from lawcore.timelimits.durations import end_of_whole_days, first_removal_day, last_of_consecutive
from lawcore.timelimits.periods import Period, Unit, days, months, working_days, years
from lawcore.timelimits.reckoning import Reckoned, last_day, latest_day, open_days, runs_to, shown
from lawcore.timelimits.recurrence import Every
from lawcore.timelimits.rules import RULES

__all__ = [
    "RULES",
    "Every",
    "Period",
    "Reckoned",
    "Unit",
    "days",
    "deadline",
    "end_of_whole_days",
    "first_removal_day",
    "last_day",
    "last_of_consecutive",
    "latest",
    "latest_day",
    "minimum",
    "months",
    "open_days",
    "runs_to",
    "shown",
    "working_days",
    "years",
]
