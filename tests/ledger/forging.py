"""A database administrator with every right but the signing key, and with the key where an attack says so."""

import json
import random
from base64 import b64encode
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from dienhong.ledger import notes
from lawcore import merkle


def new_signer():
    return notes.Signer(Ed25519PrivateKey.generate())


class Export:
    """The records of an export, and what can be done to them."""

    def __init__(self, lines):
        self.records = [json.loads(line) for line in lines]

    def lines(self):
        return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in self.records)

    def of(self, kind, locality=None):
        return [each for each in self.records if each["type"] == kind and locality in {None, each.get("locality")}]

    def leaf(self, locality, index):
        return self.of("leaf", locality)[index]

    def edit(self, locality, index, *, rehash=True, **changes):
        leaf = self.leaf(locality, index)
        self.write(leaf, json.loads(leaf["entry"]) | changes, rehash=rehash)

    def write(self, leaf, entry, *, rehash=True):
        leaf["entry"] = json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        if rehash:
            leaf["hash"] = merkle.leaf_hash(leaf["entry"].encode()).hex()

    def remove(self, *records):
        self.records = [each for each in self.records if all(each is not gone for gone in records)]

    def insert(self, locality, index, **changes):
        """A new entry at a place, made after the one that stands there."""
        here = self.leaf(locality, index)
        fresh = dict(here)
        self.write(fresh, json.loads(here["entry"]) | {"id": 987_654} | changes)
        self.records.insert(self.records.index(here), fresh)

    def swap(self, locality, one, two):
        first, second = self.leaf(locality, one), self.leaf(locality, two)
        for part in ("entry", "hash"):
            first[part], second[part] = second[part], first[part]

    def renumber(self):
        for locality in self.records[0]["localities"]:
            for index, leaf in enumerate(self.of("leaf", locality)):
                leaf["index"] = index
        self.records[-1]["leaves"] = len(self.of("leaf"))

    def cut(self, locality, size):
        """Forget everything above the first `size` leaves."""
        self.remove(*(leaf for leaf in self.of("leaf", locality) if leaf["index"] >= size))
        self.remove(*(each for each in self.of("checkpoint", locality) if each["size"] > size))
        self.renumber()

    def sign(self, checkpoint, signer, *, size, root, at=None):
        at = at or time_of(checkpoint["note"])
        text = str(notes.CheckpointText(checkpoint["locality"], size, root, at, signer.public))
        checkpoint.update(size=size, root=root.hex(), note=notes.signed(text, signer))

    def reseal(self, locality, signer, *, since=0, at=None):
        """Number the leaves anew and sign every checkpoint above `since` over what stands before it now."""
        self.renumber()
        frontier = merkle.Frontier()
        for record in self.records:
            if record.get("locality") != locality:
                continue
            if record["type"] == "leaf":
                frontier.append(bytes.fromhex(record["hash"]))
            elif frontier.size > since:
                self.sign(record, signer, size=frontier.size, root=frontier.root(), at=at)

    def seal(self, locality, signer, at):
        """One more checkpoint over everything the locality has."""
        self.renumber()
        last = self.of("leaf", locality)[-1]
        checkpoint = {"type": "checkpoint", "locality": locality}
        root = merkle.Tree(bytes.fromhex(leaf["hash"]) for leaf in self.of("leaf", locality)).root()
        self.sign(checkpoint, signer, size=last["index"] + 1, root=root, at=at)
        self.records.insert(self.records.index(last) + 1, checkpoint)

    def append(self, locality, /, **changes):
        """A new entry at the end, like the last one, not yet signed."""
        last = max(place for place, each in enumerate(self.records) if each.get("locality") == locality)
        fresh = dict(self.of("leaf", locality)[-1])
        self.write(fresh, json.loads(fresh["entry"]) | {"id": 987_654} | changes)
        self.records.insert(last + 1, fresh)


def time_of(note):
    line = note.splitlines()[3]
    return datetime.fromisoformat(line.removeprefix("time "))


def unsigned(note):
    """The same text with a signature of nobody."""
    text, _, _ = note.rpartition("— ")
    raw = random.Random(1).randbytes(68)  # noqa: S311
    return f"{text}— {notes.NAME} {b64encode(raw).decode()}\n"


def rotation(old, new, *, by_old, at):
    """The record of a key that follows `old`, signed by `by_old` in its name."""
    statement = f"{notes.NAME} key rotation\nold {old.public}\nnew {new.public}\ntime {notes.instant(at)}\n"
    return {
        "type": "key",
        "public": new.public,
        "statement": statement,
        "old_signature": by_old.sign(statement).hex(),
        "new_signature": new.sign(statement).hex(),
    }
