"""One place name written in two ways."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from lawcore.provisions.model import Document, Provision
from lawcore.vietnamese import search_folded, with_old_tones

_ALIKE: Final = 0.8
_COUNCIL: Final = "nhân dân"
_WORD: Final = r"[^\W\d_a-zà-ỹđ][\w’'-]*"


def spellings(document: Document, unit: str, name: str) -> Iterator[tuple[str, Provision]]:
    """Each other spelling of the issuer's place name, once, with the first provision that has it.

    Differing in diacritics only ("Kẻ Lau", "Kê Lau") is a second spelling anywhere after the unit's
    word; differing by a letter is one after the council's name, where no other place can stand.
    """
    words = len(name.split())
    forms = "|".join({unit, unit.capitalize(), unit.upper()})
    named = re.compile(rf"(?:{forms})\s+({_WORD}(?:\s+{_WORD}){{{words - 1}}})")
    known = {_compared(name)}
    folded = search_folded(name)
    for node in document.walk():
        text = node.heading or node.text
        for match in named.finditer(text):
            other = match[1].rstrip(".-")
            if _compared(other) in known:
                continue
            same_letters = search_folded(other) == folded
            council = text[: match.start()].rstrip().lower().endswith(_COUNCIL)
            if same_letters or (council and _alike(other, folded)):
                known.add(_compared(other))
                yield other, node


def _alike(other: str, folded: str) -> bool:
    return SequenceMatcher(None, search_folded(other), folded).ratio() >= _ALIKE


def _compared(name: str) -> str:
    return with_old_tones(name).lower()
