"""Verbs: append an entry, seal what waits, erase a payload, change the key."""

import re
import secrets
from collections.abc import Mapping
from datetime import date, datetime

from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from dienhong.foundations.refusals import Refused
from dienhong.ledger import keys, notes, queries
from dienhong.ledger.canonical import JSON, canonical, settled
from dienhong.ledger.entries import commitment, leaf_of
from dienhong.ledger.models import Checkpoint, Entry, Head, Leaf, Node, Payload, Pending, SigningKey
from dienhong.ledger.privacy import refuse_personal
from dienhong.ledger.published import KIND as FACT
from dienhong.ledger.published import Fact
from lawcore.merkle import Frontier

SITE = "he-thong"  # the log of the installation itself: its keys
SALT_BYTES = 32
MOST_PER_CHECKPOINT = 5_000

FORMS: Mapping[str, re.Pattern[str]] = {
    "kind": re.compile(r"[a-z_]{1,40}\.[a-z_]{1,39}"),
    "subject": re.compile(r"[a-z_]+\.[a-z_]+:[\w.-]{1,100}"),
    "locality": re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}"),
    "by": re.compile(r"[\w.:-]{1,120}"),
}


GIVEN = ("locality", "kind", "subject", "actor", "claimed_on", "commitment", "key")
INSERT_AT_ONCE = """
WITH entry AS (
    INSERT INTO ledger_entry (locality, kind, subject, actor, claimed_on, commitment, key)
    VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT (locality, key) DO NOTHING RETURNING id, recorded_at
), payload AS (INSERT INTO ledger_payload (entry_id, salt, data) SELECT id, %s, %s FROM entry)
SELECT id, recorded_at FROM entry
"""


class NotInTransaction(RuntimeError):
    """`append` was called outside a transaction: the act and its record could part."""


class KeyReused(Refused):
    """An idempotency key came back with another content (HTTP 422 where a client sent it)."""


class TreeBroken(Exception):
    """The stored tree does not end in its last checkpoint. Sealing stops; `dienhong ledger verify` says where."""


def append(
    *,
    kind: str,
    subject: str,
    by: str,
    locality: str,
    data: Mapping[str, JSON],
    claimed_on: date | None = None,
    key: str | None = None,
) -> Entry:
    """Record an act, inside its transaction and without any lock.

    `kind` is noun.past_participle, `subject` app.model:pk, `by` a pseudonym such as "user:12". `data` is
    text, whole numbers, true, false, null, lists and objects; no float and no personal data.
    With `key`, a repetition returns the first entry. The recorded time is the database's clock.
    """
    if not transaction.get_connection().in_atomic_block:
        raise NotInTransaction("ledger.append belongs inside the transaction of the act it records")
    _check_form(kind=kind, subject=subject, locality=locality, by=by)
    data = settled(data)
    refuse_personal(data)
    entry = Entry(locality=locality, kind=kind, subject=subject, actor=by, claimed_on=claimed_on, key=key)
    made = _insert(entry, data) if key is None or connection.vendor == "postgresql" else _insert_or_none(entry, data)
    if made is not None:
        return made
    first = Entry.objects.get(locality=locality, key=key)  # with this key somebody was first
    _check_same(first, kind=kind, subject=subject, data=data)
    return first


def seal_new(at: datetime) -> int:
    """Give every waiting entry its leaf and sign the new roots; returns how many were sealed.

    Runs off the request path. Killed at any moment it leaves whole checkpoints only, and the next run goes on.
    """
    signer = keys.load()
    _introduce(signer)
    waiting = Pending.objects.order_by("locality").values_list("locality", flat=True).distinct()
    return sum(_seal_all(locality, signer, at) for locality in list(waiting))


@transaction.atomic
def erase_payload(*, entry: Entry, by: str, ground: str) -> None:
    """Erase what an entry is about, with its salt; the entry and its leaf stay, and so does every proof.

    Erasing is recorded. Erasing twice does nothing more.
    """
    erased, _per_model = Payload.objects.filter(entry=entry).delete()
    if erased:
        append(
            kind="payload.erased",
            subject=f"ledger.entry:{entry.pk}",
            by=by,
            locality=entry.locality,
            data={"ground": ground},
        )


def rotate_key(*, by: str, at: datetime) -> str:
    """Put a new signing key in the place of the present one; returns the new public key in hex.

    Both keys sign the change, and the change is an entry. Run again after a crash, it finishes what was begun.
    """
    old = keys.load()
    _introduce(old, or_next=True)
    new = keys.load(keys.next_place()) if keys.next_place().exists() else keys.create(keys.next_place())
    if not SigningKey.objects.filter(public=new.public).exists():
        _record_rotation(old, new, by, at)
    keys.put_next_in_place(old)
    return new.public


def _insert_or_none(entry: Entry, data: Mapping[str, JSON]) -> Entry | None:
    """None where there is an entry with this key. For databases that cannot say it in the insert itself."""
    if Entry.objects.filter(locality=entry.locality, key=entry.key).exists():
        return None
    try:
        with transaction.atomic():
            return _insert(entry, data)
    except IntegrityError:  # a moment ago
        return None


def _insert(entry: Entry, data: Mapping[str, JSON]) -> Entry | None:
    """The entry with its payload; on PostgreSQL None where there is an entry with its key."""
    salt = secrets.token_bytes(SALT_BYTES)
    entry.commitment = commitment(salt, data)
    if connection.vendor == "postgresql":
        return _insert_at_once(entry, salt, data)
    entry.save(force_insert=True)
    Payload.objects.create(entry=entry, salt=salt, data=data)
    return entry


def _insert_at_once(entry: Entry, salt: bytes, data: Mapping[str, JSON]) -> Entry | None:
    """Entry and payload in one round trip: every act of the platform waits for this."""
    parts = [getattr(entry, name) for name in GIVEN]
    with connection.cursor() as cursor:
        cursor.execute(INSERT_AT_ONCE, [*parts, salt, canonical(data).decode()])
        row = cursor.fetchone()
    if row is None:
        return None
    made = dict(zip(GIVEN, parts, strict=True)) | dict(zip(("id", "recorded_at"), row, strict=True))
    fields = [field.attname for field in Entry._meta.concrete_fields]  # noqa: SLF001 - public in all but name
    return Entry.from_db(connection.alias, fields, [made[name] for name in fields])


def _check_form(**parts: str) -> None:
    for name, value in parts.items():
        if not FORMS[name].fullmatch(value):
            raise ValueError(f"{name}={value!r} does not have the form the ledger keeps")


def _check_same(first: Entry, *, kind: str, subject: str, data: Mapping[str, JSON]) -> None:
    payload = Payload.objects.filter(entry=first).first()
    same_data = payload is None or commitment(bytes(payload.salt), data) == first.commitment
    if (first.kind, first.subject) != (kind, subject) or not same_data:
        raise KeyReused(_("Mã yêu cầu này đã dùng cho một nội dung khác. Hãy tải lại trang và gửi lại."))


def _seal_all(locality: str, signer: notes.Signer, at: datetime) -> int:
    total = 0
    while sealed := _seal(locality, signer, at):
        total += sealed
    return total


@transaction.atomic
def _seal(locality: str, signer: notes.Signer, at: datetime) -> int:
    """One checkpoint of one locality. Writing the head first makes a second sealer wait its turn."""
    Head.objects.bulk_create([Head(locality=locality)], ignore_conflicts=True)
    Head.objects.filter(pk=locality).update(size=F("size"))
    waiting = Pending.objects.filter(locality=locality).select_related("entry")
    entries = [row.entry for row in waiting.order_by("pk")[:MOST_PER_CHECKPOINT]]
    if not entries:
        return 0
    key = SigningKey.objects.get(public=signer.public)
    frontier = _grown(locality, entries)
    text = notes.CheckpointText(locality, frontier.size, frontier.root(), at, signer.public)
    Checkpoint.objects.create(
        locality=locality,
        size=frontier.size,
        root=frontier.root(),
        key=key,
        note=notes.signed(str(text), signer),
        sealed_at=at,
    )
    Pending.objects.filter(pk__in=[entry.pk for entry in entries]).delete()
    Head.objects.filter(pk=locality).update(size=frontier.size)
    return len(entries)


def _grown(locality: str, entries: list[Entry]) -> Frontier:
    """The locality's tree with these entries added, leaves and nodes stored."""
    frontier = _right_edge(locality)
    leaves, nodes = [], []
    for entry in entries:
        (node, leaf), *above = frontier.append(leaf_of(entry))
        leaves.append(Leaf(locality=locality, index=node.index, entry=entry, hash=leaf))
        nodes += [Node(locality=locality, level=at.level, index=at.index, hash=found) for at, found in above]
    Leaf.objects.bulk_create(leaves)
    Node.objects.bulk_create(nodes)
    return frontier


def _right_edge(locality: str) -> Frontier:
    size = Head.objects.get(pk=locality).size
    checkpoint = queries.latest(locality)
    try:
        frontier = Frontier(size, queries.edge(locality, size))
    except KeyError as gap:
        raise TreeBroken(f"{locality}: a node of the tree of {size} leaves is gone") from gap
    signed = (checkpoint.size, bytes(checkpoint.root)) if checkpoint else (0, frontier.root())
    if (frontier.size, frontier.root()) != signed:
        raise TreeBroken(f"{locality}: the stored tree does not end in its last checkpoint")
    return frontier


@transaction.atomic
def _introduce(signer: notes.Signer, *, or_next: bool = False) -> None:
    """Refuse a key that did not follow from the last one; the very first key is recorded as such.

    `or_next`: a rotation that was recorded but not finished is no refusal.
    """
    last = SigningKey.objects.order_by("-pk").first()
    if last is None:
        SigningKey.objects.create(public=signer.public)
        append(
            kind="key.introduced",
            subject=f"ledger.signingkey:{signer.public[:16]}",
            by="system",
            locality=SITE,
            data={"public": signer.public},
        )
    elif last.public != signer.public and not (
        or_next and keys.next_place().exists() and keys.load(keys.next_place()).public == last.public
    ):
        raise keys.KeyUnusable(
            _(
                "Khóa ký ở %(path)s không phải khóa cuối cùng đã ghi vào sổ cái. Hãy đặt lại đúng tệp khóa, "
                "hoặc chạy lại: dienhong ledger key rotate"
            )
            % {"path": keys.place()}
        )


@transaction.atomic
def _record_rotation(old: notes.Signer, new: notes.Signer, by: str, at: datetime) -> None:
    statement = f"{notes.NAME} key rotation\nold {old.public}\nnew {new.public}\ntime {notes.instant(at)}\n"
    signatures = {"old_signature": old.sign(statement).hex(), "new_signature": new.sign(statement).hex()}
    SigningKey.objects.create(public=new.public, statement=statement, **signatures)
    append(
        kind="key.rotated",
        subject=f"ledger.signingkey:{new.public[:16]}",
        by=by,
        locality=SITE,
        data={"statement": statement, **signatures},
    )


def bind(*facts: Fact, by: str, locality: str) -> None:
    """Record that these facts were published as they are now; inside the transaction of the act that made them."""
    for each in facts:
        append(kind=FACT, subject=each.subject, by=by, locality=locality, data={}, key=f"fact:{each.label}")
