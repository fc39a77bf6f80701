"""The public export: everything that a stranger needs to check the ledger, and nothing personal.

JSON Lines, in an order that is checked in one pass and little memory: what the file is, the keys, then for
each locality its leaves with every checkpoint after the leaf that completes it and the facts published of it, and a
last line with counts.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from dienhong.ledger import ports, queries
from dienhong.ledger.entries import preimage
from dienhong.ledger.models import Checkpoint, Entry, Leaf, SigningKey
from dienhong.ledger.published import KIND, Fact, label_of

FORMAT = "dienhong-ledger-1"
CHUNK = 2_000

Record = dict[str, Any]


def lines(localities: Sequence[str] | None = None) -> Iterator[str]:
    """The export of these localities (all by default), line by line, each with its newline."""
    chosen = queries.localities() if localities is None else list(localities)
    leaves = 0
    yield _line({"type": "export", "format": FORMAT, "localities": chosen})
    for key in SigningKey.objects.order_by("pk"):
        yield _line(_key(key))
    for locality in chosen:
        bound: set[str] = set()
        for record in _locality(locality, bound):
            leaves += record["type"] == "leaf"
            yield _line(record)
        yield from (_line(record) for record in _facts(locality, bound))
    yield _line({"type": "end", "leaves": leaves})


def _locality(locality: str, bound: set[str]) -> Iterator[Record]:
    """Up to the checkpoint that was the last when this began: sealing goes on meanwhile. Fills in what is `bound`."""
    last = queries.latest(locality)
    size = last.size if last else 0
    checkpoints = Checkpoint.objects.filter(locality=locality, size__lte=size).order_by("size").iterator(CHUNK)
    following = next(checkpoints, None)
    leaves = Leaf.objects.filter(locality=locality, index__lt=size).order_by("index").select_related("entry")
    for leaf in leaves.iterator(CHUNK):
        if (label := label_of(leaf.entry.subject)) is not None:
            bound.add(label)
        yield {
            "type": "leaf",
            "locality": locality,
            "index": leaf.index,
            "hash": bytes(leaf.hash).hex(),
            "entry": preimage(leaf.entry).decode(),
        }
        while following is not None and following.size <= leaf.index + 1:
            yield _checkpoint(following)
            following = next(checkpoints, None)
    while following is not None:  # checkpoints without their leaves are published too: they must be seen
        yield _checkpoint(following)
        following = next(checkpoints, None)


def _facts(locality: str, bound: set[str]) -> Iterator[Record]:
    """What is published of a locality. What was published after the last checkpoint waits for the next one."""
    for fact in ports.published(locality):
        if fact.label in bound or not _waits(locality, fact):
            yield {"type": "fact", "locality": locality, "label": fact.label, "text": fact.text}


def _waits(locality: str, fact: Fact) -> bool:
    return Entry.objects.filter(locality=locality, subject__startswith=f"{fact.label}.", kind=KIND).exists()


def _checkpoint(checkpoint: Checkpoint) -> Record:
    return {
        "type": "checkpoint",
        "locality": checkpoint.locality,
        "size": checkpoint.size,
        "root": bytes(checkpoint.root).hex(),
        "note": checkpoint.note,
    }


def _key(key: SigningKey) -> Record:
    return {
        "type": "key",
        "public": key.public,
        "statement": key.statement,
        "old_signature": key.old_signature,
        "new_signature": key.new_signature,
    }


def _line(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
