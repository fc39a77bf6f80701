"""Word by word: how alike two texts are, and what was put in and taken out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise

_TOO_LONG = 1_000_000  # word pairs beyond which frequent words no longer anchor a match
_WORD = re.compile(r"\w+|[^\w\s]")


class Op(StrEnum):
    SAME = "same"
    DROPPED = "dropped"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Difference:
    """A run of words with the blanks between them."""

    op: Op
    text: str


def tokens(text: str) -> list[str]:
    """The words and punctuation of a text, each by itself."""
    return _WORD.findall(text)


def shingles(text: str) -> Counter[tuple[str, str]]:
    """Pairs of neighbouring words, in small letters, punctuation left out, with how often each stands."""
    words = ["", *(word for word in tokens(text.lower()) if word[0].isalnum()), ""]
    return Counter(pairwise(words))


def similarity(one: str, other: str) -> float:
    """From 0 (no neighbouring words in common) to 1 (the same words in the same order)."""
    return overlap(shingles(one), shingles(other))


def overlap(one: Counter[tuple[str, str]], other: Counter[tuple[str, str]]) -> float:
    """Dice's share of two bags of shingles."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def differences(before: str, after: str) -> tuple[Difference, ...]:
    """What to take out of `before` and put in to get `after`, in order.

    The SAME and ADDED runs joined by blanks are the words of `after`; SAME and DROPPED those of `before`.
    """
    old, new = before.split(), after.split()
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    runs = [
        (Op.SAME, old[:head]),
        *_runs(old[head : len(old) - tail], new[head : len(new) - tail]),
        (Op.SAME, old[len(old) - tail :]),
    ]
    return tuple(Difference(op, " ".join(words)) for op, words in runs if words)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _runs(old: list[str], new: list[str]) -> Iterator[tuple[Op, list[str]]]:
    matcher = SequenceMatcher(None, old, new, autojunk=len(old) * len(new) > _TOO_LONG)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield Op.SAME, old[i1:i2]
        else:
            yield Op.DROPPED, old[i1:i2]
            yield Op.ADDED, new[j1:j2]
