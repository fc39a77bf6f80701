"""Targets as honest arithmetic: registers as denominators, and the unknown kept apart from the failed.

Words    cell, measure, share, bounds, verdict, family, population, evidence, period
Promise  no data is neither 0 % nor 100 %; a verdict is given only when no unknown can change it
Order    records of one member → family → cell with its reason → measure of all → verdict
"""

from lawcore.indicators.families import FAMILIES, Family, Population
from lawcore.indicators.measure import Cell, Measure, NothingToCount, Verdict
from lawcore.indicators.periods import Period, Window, due_on, period_on, periods_of
from lawcore.indicators.records import Evidence, Judged, Record, View

__all__ = [
    "FAMILIES",
    "Cell",
    "Evidence",
    "Family",
    "Judged",
    "Measure",
    "NothingToCount",
    "Period",
    "Population",
    "Record",
    "Verdict",
    "View",
    "Window",
    "due_on",
    "period_on",
    "periods_of",
]
