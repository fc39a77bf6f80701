"""Reads: the last checkpoint, proofs, receipts, and the stamp that notices and minutes carry."""

from base64 import b32encode
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import segno
from django.conf import settings
from django.db import connection
from django.db.models import OuterRef, Q, QuerySet, Subquery

from dienhong.foundations.clock import legal_day
from dienhong.ledger import keys, notes
from dienhong.ledger.entries import leaf_of
from dienhong.ledger.models import QUIET, Checkpoint, Entry, Leaf, Node, Payload
from dienhong.ledger.words import roots_of, words_of
from lawcore import merkle

ACTS = """
SELECT COALESCE((SELECT size FROM ledger_head WHERE locality = %s), 0)
     + (SELECT COUNT(*) FROM ledger_pending WHERE locality = %s)
"""
SHOWN_ACTS = f"""
SELECT COUNT(*) FROM ledger_entry WHERE locality = %s AND NOT (kind IN ({", ".join(["%s"] * len(QUIET))}))
"""  # noqa: S608 - as many places as there are quiet kinds
"""In the words of the index that leaves the quiet ones out. Asked for every page that is given again."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A checkpoint to print: eight words to read aloud, and an address with the whole root for a QR code."""

    locality: str
    size: int
    root_hex: str
    words: tuple[str, ...]
    sealed_at: datetime
    url: str

    def qr_svg(self, *, scale: int = 3) -> str:
        """The address as an SVG element to put inline; it has no colours of its own but black on white."""
        return str(segno.make(self.url, error="m").svg_inline(scale=scale, border=2, light="#fff"))


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the sender of an entry keeps: a short code, and a signed promise that the entry will be in the tree."""

    code: str
    note: str


@dataclass(frozen=True, slots=True)
class Inclusion:
    """Shows that a leaf stands at `index` of the tree with this checkpoint."""

    index: int
    leaf: bytes
    path: tuple[bytes, ...]
    checkpoint: Checkpoint


def localities() -> list[str]:
    """Every locality that has a checkpoint, by code."""
    return list(Checkpoint.objects.order_by("locality").values_list("locality", flat=True).distinct())


def checkpoints(locality: str) -> QuerySet[Checkpoint]:
    """All checkpoints of a locality, the latest first."""
    return Checkpoint.objects.filter(locality=locality).order_by("-size")


def latest(locality: str) -> Checkpoint | None:
    """The last checkpoint of a locality; None before its first sealing."""
    return checkpoints(locality).first()


def first_checkpoint_with(entry: Entry) -> Checkpoint | None:
    """The first checkpoint whose tree holds the entry, the same at any later time; None while it waits."""
    leaf = Leaf.objects.filter(entry=entry).first()
    if leaf is None:
        return None
    return Checkpoint.objects.filter(locality=entry.locality, size__gt=leaf.index).order_by("size").first()


def last_checkpoints() -> list[Checkpoint]:
    """The last checkpoint of every locality, in one query."""
    newest = Checkpoint.objects.filter(locality=OuterRef("locality")).order_by("-size").values("pk")[:1]
    return list(Checkpoint.objects.filter(pk=Subquery(newest)).order_by("locality"))


def checkpoints_of_words(said: Sequence[str]) -> list[Checkpoint]:
    """The checkpoints whose eight words these are, marks or no marks. Raises NotWords."""
    low, high = roots_of(said)
    return list(Checkpoint.objects.filter(root__gte=low, root__lte=high).order_by("locality", "size"))


def sealed(locality: str) -> QuerySet[Entry]:
    """The entries that stand in the tree of a locality, the latest first."""
    return Entry.objects.filter(leaf__locality=locality).select_related("leaf").order_by("-leaf__index")


def has_payload(entry: Entry) -> bool:
    """Whether the content of an entry is still kept: it may have been erased, the commitment stays."""
    return Payload.objects.filter(entry=entry).exists()


def days_late(entry: Entry) -> int | None:
    """Days from the claimed day to the legal day of recording; None when no day was claimed."""
    return (legal_day(entry.recorded_at) - entry.claimed_on).days if entry.claimed_on else None


def history(subject: str) -> QuerySet[Entry]:
    """Every entry about a subject ("app.model:pk"), the oldest first."""
    return Entry.objects.filter(subject=subject).order_by("pk")


def stamp(locality: str) -> Stamp | None:
    """The last checkpoint of a locality, to print; None before the first sealing."""
    checkpoint = latest(locality)
    return stamp_of(checkpoint) if checkpoint else None


def stamp_of(checkpoint: Checkpoint) -> Stamp:
    """A checkpoint as it is printed on papers: its root in hex and in eight words, and the address to check it at."""
    root = bytes(checkpoint.root)
    place = f"{settings.DIENHONG_URL.rstrip('/')}/so-cai/{checkpoint.locality}/{checkpoint.size}/"
    return Stamp(
        locality=checkpoint.locality,
        size=checkpoint.size,
        root_hex=root.hex(),
        words=words_of(root),
        sealed_at=checkpoint.sealed_at,
        url=f"{place}?goc={root.hex()}",
    )


def receipt(entry: Entry) -> Receipt:
    """A signed promise. With it and without the entry in the export, the holder has proof against us."""
    signer = keys.load()
    leaf = leaf_of(entry)
    text = notes.ReceiptText(entry.locality, str(entry.pk), leaf, entry.recorded_at, signer.public)
    return Receipt(code=code_of(leaf), note=notes.signed(str(text), signer))


def code_of(leaf: bytes) -> str:
    """Ten letters and digits that name a leaf hash on paper."""
    return b32encode(leaf).decode()[:10]


def inclusion(entry: Entry) -> Inclusion | None:
    """The proof that the entry stands under the last checkpoint; None while it waits to be sealed."""
    leaf = Leaf.objects.filter(entry=entry).first()
    checkpoint = latest(entry.locality)
    if leaf is None or checkpoint is None:
        return None

    def make(hash_of: merkle.HashOf) -> list[bytes]:
        return merkle.inclusion_proof(leaf.index, checkpoint.size, hash_of)

    hashes = hashes_of(entry.locality, merkle.nodes_read(make))
    return Inclusion(leaf.index, bytes(leaf.hash), tuple(make(hashes.__getitem__)), checkpoint)


def consistency(locality: str, old_size: int, new_size: int) -> list[bytes]:
    """The proof that the tree of `new_size` leaves begins with that of `old_size`. IndexError when it cannot."""

    def make(hash_of: merkle.HashOf) -> list[bytes]:
        return merkle.consistency_proof(old_size, new_size, hash_of)

    return make(hashes_of(locality, merkle.nodes_read(make)).__getitem__)


def edge(locality: str, size: int) -> list[bytes]:
    """The hashes of `merkle.peaks(size)`: where the tree goes on growing."""
    wanted = merkle.peaks(size)
    found = hashes_of(locality, wanted)
    return [found[node] for node in wanted]


def hashes_of(locality: str, nodes: Collection[merkle.Node]) -> Mapping[merkle.Node, bytes]:
    """The stored hashes of these nodes, in two queries. Nodes that are not stored are left out."""
    leaves = Leaf.objects.filter(locality=locality, index__in=[node.index for node in nodes if node.level == 0])
    found = {merkle.Node(0, leaf.index): bytes(leaf.hash) for leaf in leaves}
    above = [Q(level=node.level, index=node.index) for node in nodes if node.level]
    if above:
        stored = Node.objects.filter(_any(above), locality=locality)
        found |= {merkle.Node(node.level, node.index): bytes(node.hash) for node in stored}
    return found


def _any(conditions: Sequence[Q]) -> Q:
    either = conditions[0]
    for condition in conditions[1:]:
        either |= condition
    return either


def acts(locality: str) -> int:
    """How many acts are recorded for a place, sealed or not: another number after every one. One query.

    In one statement, since between two the sealer could count an entry twice or not at all.
    """
    with connection.cursor() as cursor:
        cursor.execute(ACTS, [locality, locality])
        return int(cursor.fetchone()[0])


def shown_acts(locality: str) -> int:
    """How many acts are recorded for a place without the quiet ones, of which no public page tells. One query."""
    with connection.cursor() as cursor:
        cursor.execute(SHOWN_ACTS, [locality, *QUIET])
        return int(cursor.fetchone()[0])
