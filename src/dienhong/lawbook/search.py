"""Finding a page of the book by the words of a question, typed with or without diacritics."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from dienhong.lawbook.shelves import FREQUENT, asked, shelves
from lawcore.vietnamese import search_folded

LONGEST: Final = 200
"""Letters of a search that are read."""
MOST: Final = 40
"""Pages found that are shown."""

_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Found:
    """A page of the book: its address, what it is called, what one finds there."""

    url: str
    title: str
    note: str = ""


def search(text: str) -> tuple[Found, ...]:
    """The pages that speak of what is asked, best first. A rare word counts for more than one that many pages hold."""
    words = set(_WORD.findall(search_folded(text[:LONGEST])))
    weights = {word: 1 / held for word in words if (held := sum(_fits(word, page.whole) for page in _folded()))}
    scored = [(_score(weights, page), page.found) for page in _folded()]
    best = max((score for score, _found in scored), default=0)
    kept = sorted((each for each in scored if each[0] and each[0] * 2 >= best), key=lambda each: -each[0])
    return tuple(found for _score_, found in kept[:MOST])


@dataclass(frozen=True, slots=True)
class _Folded:
    """A page with the words of its title, and of all that is said of it."""

    title: str
    whole: str
    found: Found


def _score(weights: Mapping[str, float], page: _Folded) -> float:
    return sum(weight * (_fits(word, page.whole) + _fits(word, page.title)) for word, weight in weights.items())


def _fits(word: str, text: str) -> float:
    """1 for a word of the text, a half for the beginning of one."""
    if f" {word} " in text:
        return 1
    return 0.5 if f" {word}" in text else 0


@cache
def _folded() -> tuple[_Folded, ...]:
    with translation.override("vi"):
        return tuple(
            _Folded(_plain(f"{page.title} {_also(page)}"), _plain(f"{page.title} {_also(page)} {page.note}"), page)
            for page in _pages()
        )


def _also(page: Found) -> str:
    """The words in which people ask for the page."""
    return " ".join(str(words) for words, code in FREQUENT if page.url == reverse("lawbook:rule", args=[code]))


def _plain(text: str) -> str:
    return f" {' '.join(_WORD.findall(search_folded(text)))} "


def _pages() -> Iterator[Found]:
    yield Found(reverse("lawbook:counting"), str(_("Tính hạn")), str(_("Hạn cuối là ngày nào, tính từ ngày nào.")))
    yield Found(reverse("lawbook:this-year"), str(_("Lịch nghỉ")), str(_("Các ngày nghỉ lễ, tết, nghỉ bù của năm.")))
    for question in asked().values():
        yield Found(reverse("lawbook:rule", args=[question.code]), question.title, question.purpose)
    for shelf in shelves():
        for catalogue in shelf.catalogues:
            yield Found(reverse("lawbook:catalogue", args=[catalogue.code]), catalogue.title)
        for lifecycle in shelf.lifecycles:
            yield Found(reverse("lawbook:procedure", args=[lifecycle.code]), lifecycle.name)
