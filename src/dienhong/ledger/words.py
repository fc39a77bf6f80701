"""Eight words that stand for a root, so that people can write it down at a meeting and read it aloud.

`words.txt` holds 1,024 Vietnamese syllables in everyday use, no two alike once the marks are left out: they
survive a telephone, a typewriter and a text message. (There are not 2,048 such syllables.) Eight of them
are the first 80 bits of the root: enough that nobody finds another tree with the same words for a root that
is already written down. The QR code beside them holds the whole root.
"""

from collections.abc import Sequence
from functools import cache
from importlib import resources

from lawcore.vietnamese import search_folded as fold

BITS = 10
WORDS = 8


class NotWords(ValueError):
    """These are not eight words of the list; the message names the first that is not."""


@cache
def listed() -> tuple[str, ...]:
    text = resources.files("dienhong.ledger").joinpath("words.txt").read_text(encoding="utf-8")
    return tuple(text.split())


@cache
def _places() -> dict[str, int]:
    return {fold(word): place for place, word in enumerate(listed())}


def words_of(root: bytes) -> tuple[str, ...]:
    """The eight words of a root of 32 bytes."""
    bits = int.from_bytes(root, "big") >> (8 * len(root) - BITS * WORDS)
    return tuple(listed()[bits >> BITS * place & (1 << BITS) - 1] for place in reversed(range(WORDS)))


def roots_of(said: Sequence[str]) -> tuple[bytes, bytes]:
    """The lowest and the highest root that these words, with or without marks, can stand for. Raises NotWords."""
    if len(said) != WORDS:
        raise NotWords(" ".join(said))
    bits = 0
    for word in said:
        if fold(word) not in _places():
            raise NotWords(word)
        bits = bits << BITS | _places()[fold(word)]
    rest = 256 - BITS * WORDS
    return (bits << rest).to_bytes(32, "big"), ((bits + 1 << rest) - 1).to_bytes(32, "big")


def same_words(said: Sequence[str], root: bytes) -> bool:
    """Whether these words, with or without their marks, are those of the root. Raises NotWords."""
    low, high = roots_of(said)
    return low <= root <= high
