"""What the ledger asks of packages above it: how places are called, what they publish. Settings name the functions."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from dienhong.ledger.published import Fact, Publisher, gathered


class PlaceNames(Protocol):
    def __call__(self, codes: Collection[str]) -> Mapping[str, str]:
        """The name people use for each code; a code that nobody knows is left out."""


def names_of_places(codes: Collection[str]) -> dict[str, str]:
    """A name for every code: that of the registry, or the code itself."""
    path = getattr(settings, "DIENHONG_PLACE_NAMES", "")
    known: Mapping[str, str] = {}
    if path:
        names: PlaceNames = import_string(path)
        known = names(codes)
    return {code: known.get(code, code) for code in codes}


def published(locality: str) -> Iterator[Fact]:
    """Every fact that packages above publish of a locality, as their tables have it now."""
    path = getattr(settings, "DIENHONG_PUBLISHED", "")
    publishers: Sequence[Publisher] = import_string(path) if path else ()
    return gathered(publishers, locality)
