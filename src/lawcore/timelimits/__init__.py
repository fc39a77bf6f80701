"""How often, until when, not before when: statutory periods and the words of recurrence.

Words    period, unit, since, before, last day, every
Promise  the day of the event is not counted; a last day that is off moves forward; a day counted backwards never moves
Rules    lawcore.timelimits.reckoning
"""

from lawcore.timelimits.answered import deadline, latest
from lawcore.timelimits.periods import Period, Unit, days, months, working_days, years
from lawcore.timelimits.reckoning import Reckoned, last_day, latest_day, runs_to
from lawcore.timelimits.recurrence import Every

__all__ = [
    "Every",
    "Period",
    "Reckoned",
    "Unit",
    "days",
    "deadline",
    "last_day",
    "latest",
    "latest_day",
    "months",
    "runs_to",
    "working_days",
    "years",
]
