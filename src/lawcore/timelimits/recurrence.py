"""The recurrences a council resolution uses."""

from enum import StrEnum


class Every(StrEnum):
    """How often something is owed. CONTINUOUS is "thường xuyên, liên tục": owed at any time, due never."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    CONTINUOUS = "continuous"
