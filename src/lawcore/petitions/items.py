"""What the texts list, in short words of ours."""

from collections.abc import Mapping
from types import MappingProxyType

from lawcore.catalogues import Item


def listed(cite: str, **labels: str) -> tuple[Item, ...]:
    """Entries of one article, each under its code."""
    return tuple(Item(code, label, cite) for code, label in labels.items())


def lettered(cite: str, letters: str, *labels: str) -> tuple[Item, ...]:
    """Entries that the text letters or numbers: `lettered("… art. 28 cl. 1", "pt. a b", "…", "…")`."""
    kind, *codes = letters.split()
    return tuple(Item(code, label, f"{cite} {kind} {code}") for code, label in zip(codes, labels, strict=True))


def labels_of(items: tuple[Item, ...]) -> Mapping[str, str]:
    """Code → words."""
    return MappingProxyType({item.code: item.label for item in items})
