"""The exact bytes that a leaf stands for, and the commitment to a payload."""

from hashlib import sha256

from dienhong.ledger.canonical import JSON, canonical
from dienhong.ledger.models import Entry
from dienhong.ledger.notes import instant
from lawcore.merkle import leaf_hash


def preimage(entry: Entry) -> bytes:
    """The published text of an entry: canonical JSON, no personal data. The leaf is its hash."""
    return canonical(
        {
            "actor": entry.actor,
            "claimed_on": entry.claimed_on.isoformat() if entry.claimed_on else None,
            "commitment": entry.commitment,
            "id": entry.pk,
            "kind": entry.kind,
            "locality": entry.locality,
            "recorded_at": instant(entry.recorded_at),
            "subject": entry.subject,
        }
    )


def leaf_of(entry: Entry) -> bytes:
    return leaf_hash(preimage(entry))


def commitment(salt: bytes, data: JSON) -> str:
    """SHA-256(salt || canonical data), in hex. Without the salt it says nothing about the data."""
    return sha256(salt + canonical(data)).hexdigest()
