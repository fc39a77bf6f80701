"""How something that was due counts, and the one word that every page, paper, file and chart has for each result.

The words are Vietnamese, as papers print them; pages translate them when they are shown.
"""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_noop


class Counted(StrEnum):
    """How something due counts. Exactly one of these fits each."""

    ON_TIME = "on_time"  # out in time, in every required way
    LATE = "late"  # out after its last day
    SHORT = "short"  # of a required way nothing is recorded, or only ways that nobody asked for are
    EARLY = "early"  # a board came down before its time and does not hang again
    NOT_AGAIN = "not_again"  # changed or withdrawn, and what has to be out instead is not
    UNKNOWN = "unknown"  # nothing is recorded


PRINTED: Mapping[str, str] = {
    Counted.ON_TIME: gettext_noop("đúng hạn"),
    Counted.LATE: gettext_noop("công khai muộn"),
    Counted.SHORT: gettext_noop("sai hình thức"),
    Counted.EARLY: gettext_noop("gỡ sớm"),
    Counted.NOT_AGAIN: gettext_noop("chưa công khai lại"),
    Counted.UNKNOWN: gettext_noop("chưa công khai"),
}
"""Each result as it stands within a sentence of a paper. The glossary says what it means."""


def heading(result: str) -> str:
    """A result at the head of a column or alone in a cell of a paper: Vietnamese, whatever language the page is in."""
    return str(capfirst(PRINTED[result]))


def word(result: str) -> str:
    """A result within a sentence of a page, in the reader's language."""
    return gettext(PRINTED[result])


def title(result: str) -> str:
    """A result alone on a page, in the reader's language."""
    return str(capfirst(word(result)))
