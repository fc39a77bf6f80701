"""Vietnamese working days: weekly rest, public holidays, lunar Tết, swapped days.

Words    calendar, day off, weekly rest, public holiday, swapped day, day in lieu
Promise  a day that no authority has decided yet is computed and marked provisional
"""

from lawcore.calendar.workdays import VIETNAM, Calendar

__all__ = ["VIETNAM", "Calendar"]
