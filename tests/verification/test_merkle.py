"""The tree against the definition of RFC 9162, written out here a second time and as plainly as it stands."""

import random
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore import merkle
from lawcore.merkle import Frontier, Node, ProofRefused, Tree

LEAVES = [merkle.leaf_hash(bytes([n]) * n) for n in range(80)]


def defined_root(hashes):
    """MTH(D[n]) of section 2.1.1, over leaf hashes."""
    if not hashes:
        return sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    k = 1
    while k * 2 < len(hashes):
        k *= 2
    return sha256(b"\x01" + defined_root(hashes[:k]) + defined_root(hashes[k:])).digest()


def defined_path(m, hashes):
    """PATH(m, D[n]) of section 2.1.3.1."""
    if len(hashes) == 1:
        return []
    k = 1
    while k * 2 < len(hashes):
        k *= 2
    if m < k:
        return [*defined_path(m, hashes[:k]), defined_root(hashes[k:])]
    return [*defined_path(m - k, hashes[k:]), defined_root(hashes[:k])]


def defined_subproof(m, hashes, whole):
    """SUBPROOF(m, D[n], b) of section 2.1.4.1."""
    if m == len(hashes):
        return [] if whole else [defined_root(hashes)]
    k = 1
    while k * 2 < len(hashes):
        k *= 2
    if m <= k:
        return [*defined_subproof(m, hashes[:k], whole), defined_root(hashes[k:])]
    return [*defined_subproof(m - k, hashes[k:], False), defined_root(hashes[:k])]


def test_a_leaf_and_a_node_never_hash_alike():
    left, right = LEAVES[:2]
    assert merkle.leaf_hash(left + right) != merkle.node_hash(left, right)
    assert merkle.leaf_hash(b"") == sha256(b"\x00").digest()
    assert merkle.node_hash(left, right) == sha256(b"\x01" + left + right).digest()


def test_the_empty_tree_is_the_hash_of_nothing():
    assert Tree().root() == Frontier().root() == sha256(b"").digest()
    assert merkle.peaks(0) == ()


@pytest.mark.parametrize("size", range(len(LEAVES)))
def test_roots_and_every_inclusion_proof_follow_the_definition(size):
    tree = Tree(LEAVES)
    assert tree.root(size) == Tree(LEAVES[:size]).root() == defined_root(LEAVES[:size])
    for index in range(size):
        proof = tree.inclusion_proof(index, size)
        assert proof == defined_path(index, LEAVES[:size])
        merkle.check_inclusion(LEAVES[index], index, size, proof, tree.root(size))


@pytest.mark.parametrize("new", range(1, len(LEAVES)))
def test_every_consistency_proof_follows_the_definition(new):
    tree = Tree(LEAVES)
    for old in range(new + 1):
        proof = tree.consistency_proof(old, new)
        if old:
            assert proof == defined_subproof(old, LEAVES[:new], True)
        merkle.check_consistency(old, new, proof, tree.root(old), tree.root(new))


def test_a_frontier_goes_on_where_another_stopped():
    whole = Tree(LEAVES)
    for size in range(len(LEAVES)):
        edge = [whole._nodes[node] for node in merkle.peaks(size)]
        later = Frontier(size, edge)
        for leaf in LEAVES[size:]:
            later.append(leaf)
        assert later.root() == whole.root()
        assert later.size == len(LEAVES)


def test_a_frontier_refuses_an_edge_of_another_size():
    with pytest.raises(ValueError, match="peaks"):
        Frontier(3, LEAVES[:1])


def test_appending_completes_nodes_from_the_leaf_upwards():
    frontier = Frontier()
    assert [len(frontier.append(leaf)) for leaf in LEAVES[:8]] == [1, 2, 1, 3, 1, 2, 1, 4]
    assert frontier.append(LEAVES[8])[0] == (Node(0, 8), LEAVES[8])


def test_a_proof_in_a_million_leaves_reads_few_nodes():
    read = merkle.nodes_read(lambda hash_of: merkle.inclusion_proof(654_321, 1_000_003, hash_of))
    assert len(read) <= 40
    assert merkle.nodes_read(lambda hash_of: merkle.root(1_000_003, hash_of)) == set(merkle.peaks(1_000_003))


@pytest.mark.parametrize(("index", "size"), [(0, 0), (5, 5), (-1, 5)])
def test_no_proof_for_a_leaf_that_is_not_there(index, size):
    with pytest.raises(IndexError):
        Tree(LEAVES).inclusion_proof(index, size)
    with pytest.raises(ProofRefused):
        merkle.check_inclusion(LEAVES[0], index, size, [], LEAVES[0])


def test_no_consistency_proof_backwards():
    with pytest.raises(IndexError):
        Tree(LEAVES).consistency_proof(6, 5)
    with pytest.raises(ProofRefused, match="smaller"):
        merkle.check_consistency(6, 5, [], LEAVES[0], LEAVES[1])


@given(st.binary(), st.integers(1, 300), st.data())
@settings(max_examples=100, deadline=None)
def test_any_leaf_of_any_tree_is_shown_and_no_other(seed, size, data):
    leaves = [merkle.leaf_hash(seed + bytes([n % 256, n // 256])) for n in range(size)]
    tree = Tree(leaves)
    index = data.draw(st.integers(0, size - 1))
    proof = tree.inclusion_proof(index)
    merkle.check_inclusion(leaves[index], index, size, proof, tree.root())
    other = data.draw(st.integers(0, size - 1).filter(lambda n: n != index) if size > 1 else st.just(1))
    with pytest.raises(ProofRefused):
        merkle.check_inclusion(leaves[index], other, size, proof, tree.root())


def spoil_a_bit(rng, proof, at):
    spoiled = bytearray(proof[at])
    spoiled[rng.randrange(32)] ^= 1 << rng.randrange(8)
    return [*proof[:at], bytes(spoiled), *proof[at + 1 :]]


def swap_two(rng, proof, at):
    to = rng.choice([n for n in range(len(proof)) if proof[n] != proof[at]])
    swapped = list(proof)
    swapped[at], swapped[to] = proof[to], proof[at]
    return swapped


ALWAYS = (
    lambda rng, proof, at: [*proof, rng.choice(LEAVES)],
    lambda rng, proof, at: [rng.choice(LEAVES), *proof],
)
WITH_HASHES = (
    spoil_a_bit,
    lambda rng, proof, at: proof[:-1],
    lambda rng, proof, at: proof[1:],
    lambda rng, proof, at: [*proof[:at], proof[at], *proof[at:]],
    lambda rng, proof, at: [*proof[:at], proof[at][:31], *proof[at + 1 :]],
    lambda rng, proof, at: [*proof[:at], merkle.leaf_hash(proof[at]), *proof[at + 1 :]],
)


def forged(rng, proof):
    """The proof spoiled in one of the ways a proof can be spoiled."""
    ways = [*ALWAYS, *(WITH_HASHES if proof else ()), *((swap_two,) if len(proof) > 1 else ())]
    return rng.choice(ways)(rng, proof, rng.randrange(len(proof)) if proof else 0)


def test_a_thousand_forged_inclusion_proofs_are_refused():
    rng, tree, refused = random.Random(9162), Tree(LEAVES), 0  # noqa: S311
    for _ in range(1000):
        size = rng.randrange(1, len(LEAVES) + 1)
        index = rng.randrange(size)
        proof = forged(rng, tree.inclusion_proof(index, size))
        with pytest.raises(ProofRefused):
            merkle.check_inclusion(LEAVES[index], index, size, proof, tree.root(size))
        refused += 1
    assert refused == 1000


def test_a_thousand_forged_consistency_proofs_are_refused():
    rng, tree, refused = random.Random(2141), Tree(LEAVES), 0  # noqa: S311
    for _ in range(1000):
        new = rng.randrange(1, len(LEAVES) + 1)
        old = rng.randrange(new + 1)
        proof = forged(rng, tree.consistency_proof(old, new))
        with pytest.raises(ProofRefused):
            merkle.check_consistency(old, new, proof, tree.root(old), tree.root(new))
        refused += 1
    assert refused == 1000


def test_true_proofs_for_other_trees_are_refused():
    tree = Tree(LEAVES)
    for size in range(2, len(LEAVES)):
        proof = tree.inclusion_proof(1, size)
        with pytest.raises(ProofRefused):
            merkle.check_inclusion(LEAVES[0], 1, size, proof, tree.root(size))
        with pytest.raises(ProofRefused):
            merkle.check_inclusion(LEAVES[1], 1, size, proof, tree.root(size + 1))
        between = tree.consistency_proof(size - 1, size)
        with pytest.raises(ProofRefused):
            merkle.check_consistency(size - 1, size, between, tree.root(size - 1), tree.root(size + 1))
        with pytest.raises(ProofRefused):
            merkle.check_consistency(size - 1, size, between, tree.root(size), tree.root(size))


@pytest.mark.parametrize(
    ("old", "new", "proof", "old_root", "new_root"),
    [
        (0, 5, [], LEAVES[0], LEAVES[1]),  # the empty tree has one root only
        (0, 5, [LEAVES[0]], merkle.EMPTY_ROOT, LEAVES[1]),  # a proof where none is needed
        (5, 5, [LEAVES[0]], LEAVES[1], LEAVES[1]),
        (5, 5, [], LEAVES[0], LEAVES[1]),  # a fork
        (3, 5, [], LEAVES[0], LEAVES[1]),
        (4, 5, [], LEAVES[0], LEAVES[0]),
        (4, 5, [b"short"], LEAVES[0], LEAVES[0]),
        (4, 5, ["text" * 8], LEAVES[0], LEAVES[0]),
        (4, 5, [LEAVES[2]], b"", b""),
    ],
)
def test_degenerate_consistency_proofs_are_refused(old, new, proof, old_root, new_root):
    with pytest.raises(ProofRefused):
        merkle.check_consistency(old, new, proof, old_root, new_root)
