"""Provisions of two versions paired by their words, not by their numbers alone."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from lawcore.comparison.words import Difference, differences, overlap, shingles
from lawcore.provisions.model import Document, Kind, Provision

_ALIKE = 0.5  # less in common than this is another provision
_ALIKE_IN_PLACE = 0.25  # unless it stands at the same address
_TOO_COMMON = 40  # a pair of words in more provisions than this says nothing about any of them


class Change(StrEnum):
    KEPT = "kept"  # same words, same address
    MOVED = "moved"  # same words, another address
    CHANGED = "changed"  # other words, perhaps another address too
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Pair:
    """A provision before and after; one of the two is None when it was added or dropped.

    Only a provision's own words are compared, never those of the provisions below it.
    """

    change: Change
    before: Provision | None
    after: Provision | None
    words: tuple[Difference, ...] = ()

    @property
    def is_renumbered(self) -> bool:
        return self.before is not None and self.after is not None and self.before.eid != self.after.eid


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every provision of both versions, in the order of the new text; what was dropped stands where it stood."""

    pairs: tuple[Pair, ...]

    def of(self, change: Change) -> tuple[Pair, ...]:
        return tuple(pair for pair in self.pairs if pair.change is change)


def compare(before: Document, after: Document) -> Comparison:
    """Pair the provisions of two versions of a document's body and annexes."""
    matching = _Matching(tuple(_nodes(before)), tuple(_nodes(after)))
    matching.by_same_words()
    matching.by_similar_words()
    return Comparison(tuple(_in_order(matching)))


def own_words(node: Provision) -> str:
    """A provision's heading and text, blanks made even."""
    return " ".join(f"{node.heading} {node.text}".split())


def _nodes(document: Document) -> Iterator[Provision]:
    for part in (document.body, *(annex.body for annex in document.annexes)):
        for top in part:
            yield from (node for node in top.walk() if node.kind is not Kind.STAMP)


@dataclass(slots=True)
class _Matching:
    """Pairs found so far, as positions in the two lists of provisions."""

    old: tuple[Provision, ...]
    new: tuple[Provision, ...]
    after: dict[int, int] = field(default_factory=dict)  # old position → new position
    before: dict[int, int] = field(default_factory=dict)  # new position → old position

    def pair(self, i: int, j: int) -> None:
        self.after[i] = j
        self.before[j] = i

    def by_same_words(self) -> None:
        """Same words and address first, then same words anywhere, those that repeat in order."""
        places: dict[tuple[Kind, str], list[int]] = defaultdict(list)
        at = {node.eid: j for j, node in enumerate(self.new)}
        for i, node in enumerate(self.old):
            j = at.get(node.eid)
            if j is not None and self.new[j].kind is node.kind and own_words(self.new[j]) == own_words(node):
                self.pair(i, j)
        for j, node in enumerate(self.new):
            if j not in self.before and own_words(node):
                places[node.kind, own_words(node)].append(j)
        for i, node in enumerate(self.old):
            free = places.get((node.kind, own_words(node)))
            if i not in self.after and free:
                self.pair(i, free.pop(0))

    def by_similar_words(self) -> None:
        """The most alike first; the same address, and parents already paired, decide between equals."""
        candidates = sorted(self._candidates(), key=lambda c: (-c[0], c[1], c[2]))
        for _, i, j in candidates:
            if i not in self.after and j not in self.before:
                self.pair(i, j)

    def _candidates(self) -> Iterator[tuple[float, int, int]]:
        bags = {j: shingles(own_words(node)) for j, node in enumerate(self.new) if j not in self.before}
        index: dict[tuple[str, str], list[int]] = defaultdict(list)
        for j, bag in bags.items():
            for shingle in bag:
                index[shingle].append(j)
        at = {self.new[j].eid: j for j in bags}
        for i, node in enumerate(self.old):
            if i in self.after:
                continue
            bag = shingles(own_words(node))
            for j in self._near(bag, index, at.get(node.eid)):
                in_place = self.new[j].eid == node.eid
                alike = overlap(bag, bags[j])
                if alike >= (_ALIKE_IN_PLACE if in_place else _ALIKE):
                    yield alike + (0.1 if in_place else 0.0), i, j

    @staticmethod
    def _near(bag: Counter[tuple[str, str]], index: dict[tuple[str, str], list[int]], in_place: int | None) -> set[int]:
        shared: Counter[int] = Counter()
        for shingle in bag:
            postings = index.get(shingle, [])
            if len(postings) <= _TOO_COMMON:
                shared.update(postings)
        near = {j for j, _ in shared.most_common(5)}
        return near if in_place is None else near | {in_place}


def _in_order(matching: _Matching) -> Iterator[Pair]:
    dropped: dict[int, list[Provision]] = defaultdict(list)
    last = -1
    for i, node in enumerate(matching.old):
        last = matching.after.get(i, last)
        if i not in matching.after:
            dropped[last].append(node)
    yield from (Pair(Change.DROPPED, node, None) for node in dropped[-1])
    for j, node in enumerate(matching.new):
        i = matching.before.get(j, -1)
        yield Pair(Change.ADDED, None, node) if i < 0 else _paired(matching.old[i], node)
        yield from (Pair(Change.DROPPED, gone, None) for gone in dropped[j])


def _paired(before: Provision, after: Provision) -> Pair:
    old, new = own_words(before), own_words(after)
    if old != new:
        return Pair(Change.CHANGED, before, after, differences(old, new))
    return Pair(Change.KEPT if before.eid == after.eid else Change.MOVED, before, after)
