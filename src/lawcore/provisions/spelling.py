"""One place name written in two ways."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Final

from lawcore.provisions.model import Document, Provision
from lawcore.vietnamese import UPPER, search_folded, with_old_tones

_ALIKE: Final = 0.8
_COUNCIL: Final = "nhân dân"
_WORD: Final = rf"[{UPPER}][\w’'-]*"


def spellings(document: Document, unit: str, name: str) -> Iterator[tuple[str, Provision]]:
    """Each other spelling of the issuer's place name, once, with the first provision that has it.

    Differing in diacritics only ("Kẻ Lau", "Kê Lau") is a second spelling anywhere after the unit's
    word; differing by a letter is one after the council's name, where no other place can stand.
    """
    nodes = list(document.walk())
    whole, starts = _joined(nodes)
    known = {_compared(name)}
    folded = search_folded(name)
    for match in _named(whole, unit, len(name.split())):
        other = match[1].rstrip(".-")
        if _compared(other) in known:
            continue
        council = whole[: match.start()].rstrip()[-len(_COUNCIL) :].lower() == _COUNCIL
        if search_folded(other) == folded or (council and _alike(other, folded)):
            known.add(_compared(other))
            yield other, nodes[bisect_right(starts, match.start()) - 1]


def _joined(nodes: Sequence[Provision]) -> tuple[str, list[int]]:
    """The texts of the nodes, a line each, and where each starts."""
    texts = [node.heading or node.text for node in nodes]
    return "\n".join(texts), [0, *accumulate(len(text) + 1 for text in texts)]


def _named(whole: str, unit: str, words: int) -> Iterator[re.Match[str]]:
    """Every name of so many words after the unit's word, in the order of the text."""
    found: list[re.Match[str]] = []
    for form in (unit, unit.capitalize(), unit.upper()):  # one literal each: three quick passes
        found += re.finditer(rf"{form} +({_WORD}(?: +{_WORD}){{{words - 1}}})", whole)
    return iter(sorted(found, key=lambda match: match.start()))


def _alike(other: str, folded: str) -> bool:
    return SequenceMatcher(None, search_folded(other), folded).ratio() >= _ALIKE


def _compared(name: str) -> str:
    return with_old_tones(name).lower()
