"""Two versions of a document, provision by provision: kept, moved, changed, added, dropped.

Words    change, pair, word difference
Promise  every provision of both versions appears in exactly one change; a renumbered provision is
         moved, not dropped and added; the work grows with the length of the texts
Order    exact words → similar words → what is left; then the words of each changed pair
"""

from lawcore.comparison.compare import Change, Comparison, Pair, compare
from lawcore.comparison.words import Difference, Op, differences, similarity

__all__ = ["Change", "Comparison", "Difference", "Op", "Pair", "compare", "differences", "similarity"]
