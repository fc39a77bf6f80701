"""By which other words a disclosure is found."""

from collections.abc import Iterable

from dienhong.disclosures.models import Disclosure
from lawcore.vietnamese import search_folded

MOST_WORDS = 4_000  # characters of another text that are searched
PARTED = "\n"  # folded words hold no line end: what stands before it is the disclosure's own


def find_also_by(*, disclosure: Disclosure, words: Iterable[str]) -> None:
    """A citizen finds it by these words too, as by a text in another language: until its own words change.

    Given anew each time. Called inside an act that locked the row and recorded why.
    """
    own = disclosure.search.partition(PARTED)[0]
    more = (search_folded(each)[:MOST_WORDS] for each in words)
    disclosure.search = PARTED.join([own, *more])
    disclosure.save(update_fields=["search"])
