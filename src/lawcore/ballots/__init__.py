"""Community decisions: who proposes, in which form, how many must agree, since when it binds (LDC art. 15 to 24).

Words    matter, scope, form, roll, threshold
Promise  the base is every household of the village, never those who came; counts are whole, shares are fractions
Rules    lawcore.ballots.thresholds
"""

from lawcore.ballots.matters import Matter, Scope
from lawcore.ballots.thresholds import adopted, required

__all__ = ["Matter", "Scope", "adopted", "required"]
