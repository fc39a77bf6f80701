"""Lists that the texts give, as data: each entry with our own short label and its provision."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: its letter or number in the list, a Vietnamese label of at most fifteen words, its citation.

    `when` is the condition under which it counts, in Vietnamese; "" for none.
    """

    code: str
    label: str
    cite: str
    when: str = ""
