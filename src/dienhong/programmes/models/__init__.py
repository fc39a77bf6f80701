"""The nouns of a programme, a file per matter: what is planned, who is counted, what is reported, what it comes to."""

from dienhong.programmes.models.closing import Closing
from dienhong.programmes.models.evidence import Evidence, EvidenceFile
from dienhong.programmes.models.plan import Assignment, Duty, Indicator, Programme, Reminder, Run, Target, Task, Window
from dienhong.programmes.models.register import Exemption, RosterEntry
from dienhong.programmes.models.standing import Cell, DutyStanding, IndicatorStanding, PlaceStanding

__all__ = [
    "Assignment",
    "Cell",
    "Closing",
    "Duty",
    "DutyStanding",
    "Evidence",
    "EvidenceFile",
    "Exemption",
    "Indicator",
    "IndicatorStanding",
    "PlaceStanding",
    "Programme",
    "Reminder",
    "RosterEntry",
    "Run",
    "Target",
    "Task",
    "Window",
]
