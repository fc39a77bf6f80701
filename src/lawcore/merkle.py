"""A Merkle tree as certificate logs use it: hashes, roots and the two proofs (RFC 9162 section 2.1).

A tree is named by its size and its root. An inclusion proof shows that a leaf stands in it; a
consistency proof shows that a later tree only added leaves to an earlier one.

`Node(level, index)` is the full subtree over the 2**level leaves that start at index * 2**level.
Roots and proofs are made from such nodes alone, so they may be kept in memory (`Frontier`, `Tree`)
or in a table, and a tree of a million leaves gives a proof from some forty of them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest

HASH_BYTES = 32
EMPTY_ROOT = sha256(b"").digest()


class ProofRefused(ValueError):
    """The proof does not show what it claims to show, or is no proof at all."""


@dataclass(frozen=True, slots=True)
class Node:
    """The full subtree over the 2**level leaves that start at index * 2**level."""

    level: int
    index: int


HashOf = Callable[[Node], bytes]


def leaf_hash(data: bytes) -> bytes:
    """RFC 9162 section 2.1.1: the hash of one leaf."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """RFC 9162 section 2.1.1: the hash over two neighbouring subtrees."""
    return sha256(b"\x01" + left + right).digest()


def peaks(size: int) -> tuple[Node, ...]:
    """The full subtrees that make up a tree of this size, from left to right, largest first."""
    found, start = [], 0
    for level in reversed(range(size.bit_length())):
        if size >> level & 1:
            found.append(Node(level, start >> level))
            start += 1 << level
    return tuple(found)


def root(size: int, hash_of: HashOf) -> bytes:
    """RFC 9162 section 2.1.1: the root of the tree of the first `size` leaves."""
    return _hash_of_range(0, size, hash_of) if size else EMPTY_ROOT


def inclusion_proof(index: int, size: int, hash_of: HashOf) -> list[bytes]:
    """RFC 9162 section 2.1.3.1: the neighbours on the way from leaf `index` to the root.

    Raises IndexError when the tree of `size` leaves has no such leaf.
    """
    if not 0 <= index < size:
        raise IndexError(index)
    path: list[bytes] = []
    low, high = 0, size
    while high - low > 1:
        middle = low + _left_size(high - low)
        if index < middle:
            path.append(_hash_of_range(middle, high, hash_of))
            high = middle
        else:
            path.append(_hash_of_range(low, middle, hash_of))
            low = middle
    return path[::-1]


def consistency_proof(old_size: int, new_size: int, hash_of: HashOf) -> list[bytes]:
    """RFC 9162 section 2.1.4.1: shows that the old tree is the beginning of the new one.

    Empty for equal sizes and for an old size of 0. Raises IndexError when the old tree is the larger.
    """
    if not 0 <= old_size <= new_size:
        raise IndexError(old_size)
    if old_size in {0, new_size}:
        return []
    path: list[bytes] = []
    low, high, known = 0, new_size, True
    while old_size != high:
        middle = low + _left_size(high - low)
        if old_size <= middle:
            path.append(_hash_of_range(middle, high, hash_of))
            high = middle
        else:
            path.append(_hash_of_range(low, middle, hash_of))
            low, known = middle, False
    if not known:
        path.append(_hash_of_range(low, high, hash_of))
    return path[::-1]


def nodes_read(make: Callable[[HashOf], object]) -> frozenset[Node]:
    """The nodes that `make` asks for, so that a table can fetch them all at once."""
    asked: set[Node] = set()

    def note(node: Node) -> bytes:
        asked.add(node)
        return EMPTY_ROOT

    make(note)
    return frozenset(asked)


def check_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], expected: bytes) -> None:
    """RFC 9162 section 2.1.3.2: refuse unless the leaf hash stands at `index` of the tree with this root."""
    _check_shape(proof, leaf, expected)
    if not 0 <= index < size:
        raise ProofRefused("no such leaf in a tree of this size")
    place, last, found = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            raise ProofRefused("the proof is too long")
        if place & 1 or place == last:
            found = node_hash(sibling, found)
            place, last = _up_to_left_child(place, last)
        else:
            found = node_hash(found, sibling)
        place, last = place >> 1, last >> 1
    if last:
        raise ProofRefused("the proof is too short")
    if not compare_digest(found, expected):
        raise ProofRefused("the proof leads to another root")


def check_consistency(old_size: int, new_size: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes) -> None:
    """RFC 9162 section 2.1.4.2: refuse unless the old tree is the beginning of the new one."""
    _check_shape(proof, old_root, new_root)
    if not 0 <= old_size <= new_size:
        raise ProofRefused("the later tree is smaller")
    if old_size in {0, new_size}:
        _check_trivial(old_size, new_size, proof, old_root, new_root)
        return
    path = list(proof) if old_size & (old_size - 1) else [old_root, *proof]
    if not path:
        raise ProofRefused("the proof is too short")
    place, last = old_size - 1, new_size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old, new = path[0], path[0]
    for sibling in path[1:]:
        if last == 0:
            raise ProofRefused("the proof is too long")
        if place & 1 or place == last:
            old, new = node_hash(sibling, old), node_hash(sibling, new)
            place, last = _up_to_left_child(place, last)
        else:
            new = node_hash(new, sibling)
        place, last = place >> 1, last >> 1
    if last:
        raise ProofRefused("the proof is too short")
    if not (compare_digest(old, old_root) and compare_digest(new, new_root)):
        raise ProofRefused("the proof leads to other roots")


class Frontier:
    """The right edge of a growing tree: enough to add leaves and to know the root, nothing more."""

    def __init__(self, size: int = 0, edge: Iterable[bytes] = ()) -> None:
        """Go on from a tree of `size` leaves whose `peaks(size)` have the hashes `edge`."""
        self.size = size
        self._edge = list(edge)
        if len(self._edge) != size.bit_count():
            raise ValueError("a tree of this size has another number of peaks")

    def append(self, leaf: bytes) -> list[tuple[Node, bytes]]:
        """Add a leaf hash; returns the nodes that it completes, the leaf first."""
        node, found = Node(0, self.size), leaf
        completed = [(node, found)]
        while node.index & 1:
            node, found = Node(node.level + 1, node.index >> 1), node_hash(self._edge.pop(), found)
            completed.append((node, found))
        self._edge.append(found)
        self.size += 1
        return completed

    def root(self) -> bytes:
        if not self._edge:
            return EMPTY_ROOT
        found = self._edge[-1]
        for left in reversed(self._edge[:-1]):
            found = node_hash(left, found)
        return found


class Tree:
    """A whole tree in memory that grows leaf by leaf and answers for every size it has had."""

    def __init__(self, leaves: Iterable[bytes] = ()) -> None:
        self._nodes: dict[Node, bytes] = {}
        self._frontier = Frontier()
        for leaf in leaves:
            self.append(leaf)

    @property
    def size(self) -> int:
        return self._frontier.size

    def append(self, leaf: bytes) -> None:
        self._nodes.update(self._frontier.append(leaf))

    def root(self, size: int | None = None) -> bytes:
        return root(self.size if size is None else size, self._nodes.__getitem__)

    def inclusion_proof(self, index: int, size: int | None = None) -> list[bytes]:
        return inclusion_proof(index, self.size if size is None else size, self._nodes.__getitem__)

    def consistency_proof(self, old_size: int, new_size: int | None = None) -> list[bytes]:
        return consistency_proof(old_size, self.size if new_size is None else new_size, self._nodes.__getitem__)


def _left_size(size: int) -> int:
    """The largest power of two below `size`: how many leaves stand left of the root."""
    return 1 << ((size - 1).bit_length() - 1)


def _hash_of_range(low: int, high: int, hash_of: HashOf) -> bytes:
    """The hash over leaves low to high - 1, where low is a multiple of the subtree it starts."""
    width = high - low
    level = width.bit_length() - 1
    if width == 1 << level:
        return hash_of(Node(level, low >> level))
    middle = low + _left_size(width)
    return node_hash(_hash_of_range(low, middle, hash_of), _hash_of_range(middle, high, hash_of))


def _up_to_left_child(place: int, last: int) -> tuple[int, int]:
    """Climb while the place is a left child without a neighbour: such levels add nothing to a proof."""
    while place and not place & 1:
        place, last = place >> 1, last >> 1
    return place, last


def _check_shape(proof: Sequence[bytes], *hashes: bytes) -> None:
    given: tuple[object, ...] = (*proof, *hashes)  # from outside: whatever their types say
    if not all(isinstance(each, bytes) and len(each) == HASH_BYTES for each in given):
        raise ProofRefused("a hash has 32 bytes")


def _check_trivial(old_size: int, new_size: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes) -> None:
    if proof:
        raise ProofRefused("equal or empty trees need no proof")
    if old_size == new_size and not compare_digest(old_root, new_root):
        raise ProofRefused("two trees of one size differ")
    if old_size == 0 and not compare_digest(old_root, EMPTY_ROOT):
        raise ProofRefused("the empty tree has one root")
