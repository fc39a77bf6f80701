"""How often and until when: the words of recurrence that duties, targets and periods share.

Words    every
Promise  a recurrence is a name, never a number of days
"""

from lawcore.timelimits.recurrence import Every

__all__ = ["Every"]
