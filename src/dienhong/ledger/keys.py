"""The private key: a file outside the database, readable by its owner only.

Rotation writes the next key beside the present one, records the change in the database signed by both,
and only then puts the next key in place. Killed in between, a second run finishes the work.
"""

import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key
from django.conf import settings
from django.utils.translation import gettext as _

from dienhong.foundations.refusals import Refused
from dienhong.ledger.notes import Signer


class KeyUnusable(Refused):
    """There is no signing key where one is needed, or it is not the key it should be."""


def place() -> Path:
    return Path(settings.DIENHONG_KEY_FILE)


def next_place() -> Path:
    return place().with_suffix(".next")


def load(path: Path | None = None) -> Signer:
    """The key in the file. Raises KeyUnusable with what to do when there is none or it is readable by others."""
    path = path or place()
    try:
        pem, mode = path.read_bytes(), path.stat().st_mode
    except OSError as missing:
        raise KeyUnusable(
            _("Chưa có khóa ký sổ cái ở %(path)s. Hãy chạy: dienhong ledger key new") % {"path": path}
        ) from missing
    if mode & 0o077:
        raise KeyUnusable(_("Người khác đọc được khóa ký %(path)s. Hãy chạy: chmod 600 %(path)s") % {"path": path})
    try:
        private = load_pem_private_key(pem, password=None)
    except ValueError as broken:
        raise KeyUnusable(_("Tệp %(path)s không phải khóa Ed25519 dạng PEM.") % {"path": path}) from broken
    if not isinstance(private, Ed25519PrivateKey):
        raise KeyUnusable(_("Tệp %(path)s không phải khóa Ed25519 dạng PEM.") % {"path": path})
    return Signer(private)


def create(path: Path | None = None) -> Signer:
    """Make a key and its file, mode 0600. Raises KeyUnusable when a file is already there."""
    path = path or place()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    private = Ed25519PrivateKey.generate()
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as there:
        raise KeyUnusable(
            _("Đã có khóa ở %(path)s. Muốn thay khóa, hãy chạy: dienhong ledger key rotate") % {"path": path}
        ) from there
    with os.fdopen(handle, "wb") as file:
        file.write(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        file.flush()
        os.fsync(file.fileno())
    return Signer(private)


def put_next_in_place(old: Signer) -> None:
    """Keep the old key under its own name and let the next one take its place, in one step."""
    kept = place().with_suffix(f".old-{old.public[:8]}")
    if not kept.exists():
        os.link(place(), kept)
    next_place().replace(place())
