"""Signed notes, as transparency logs exchange them (C2SP signed-note and tlog-checkpoint).

A note is a few lines of text, an empty line, and a signature line: an em dash, the name of the key,
and in base64 the first four bytes of the key's hash with the Ed25519 signature over the text.
The text of our notes also carries the whole public key, so that one saved note is enough to check it.
"""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

NAME = "dienhong"
ED25519 = b"\x01"


class NoteRefused(ValueError):
    """The note is not signed by the key it should be signed by, or is no note."""


@dataclass(frozen=True, slots=True)
class Signer:
    """A private key. Its public half is 32 bytes; `public` is their hex."""

    private: Ed25519PrivateKey

    @property
    def public(self) -> str:
        return self.private.public_key().public_bytes_raw().hex()

    def sign(self, text: str) -> bytes:
        return self.private.sign(text.encode())


@dataclass(frozen=True, slots=True)
class CheckpointText:
    """What a checkpoint says: the first `size` leaves of `locality` have this root."""

    locality: str
    size: int
    root: bytes
    at: datetime
    public: str

    def __str__(self) -> str:
        lines = (f"{NAME}/{self.locality}", str(self.size), _base64(self.root), f"time {instant(self.at)}")
        return "\n".join((*lines, f"key {_base64(bytes.fromhex(self.public))}", ""))


@dataclass(frozen=True, slots=True)
class ReceiptText:
    """What a receipt promises: the entry with this leaf hash will stand in the tree of `locality`."""

    locality: str
    entry: str
    leaf: bytes
    recorded_at: datetime
    public: str

    def __str__(self) -> str:
        lines = (f"{NAME}/{self.locality}/receipt", self.entry, _base64(self.leaf))
        times = (f"recorded {instant(self.recorded_at)}", f"key {_base64(bytes.fromhex(self.public))}", "")
        return "\n".join((*lines, *times))


def instant(moment: datetime) -> str:
    """A moment as every signed text writes it: UTC, microseconds, Z."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def key_id(public: str) -> bytes:
    """C2SP signed-note: the first four bytes of the hash over name, algorithm and key."""
    return sha256(NAME.encode() + b"\n" + ED25519 + bytes.fromhex(public)).digest()[:4]


def signed(text: str, signer: Signer) -> str:
    """The whole note: text, empty line, signature line."""
    return f"{text}\n— {NAME} {_base64(key_id(signer.public) + signer.sign(text))}\n"


def opened(note: str, public: str) -> str:
    """The text of a note that this public key (hex) signed. Raises NoteRefused otherwise."""
    text, separator, tail = note.rpartition("\n\n")
    prefix = f"— {NAME} "
    if not separator or not tail.startswith(prefix) or not tail.endswith("\n"):
        raise NoteRefused("no signature line")
    try:
        signature = b64decode(tail.removeprefix(prefix).rstrip("\n"), validate=True)
    except NotBase64 as broken:
        raise NoteRefused("the signature is not base64") from broken
    if signature[:4] != key_id(public):
        raise NoteRefused("signed by another key")
    check_signature(f"{text}\n", signature[4:], public)
    return f"{text}\n"


def check_signature(text: str, signature: bytes, public: str) -> None:
    """Raises NoteRefused unless `public` (hex) signed exactly this text."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(signature, text.encode())
    except InvalidSignature as forged:
        raise NoteRefused("the signature is not by this key") from forged


def _base64(raw: bytes) -> str:
    return b64encode(raw).decode()
