"""The bytes on disk: one file per content, at ab/cd/<sha256> below DIENHONG_FILES.

A file appears under its name whole or not at all: it is written beside, flushed to the disk, then renamed.
A process killed in between leaves a file in `incoming/`, which nothing reads and `sweep` removes.
"""

import hashlib
import os
import re
import secrets
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.utils.translation import gettext as _

from dienhong.foundations.refusals import Refused

CHUNK_BYTES = 1 << 20
HASH = re.compile(r"[0-9a-f]{64}")
INCOMING = "incoming"


class FileMissing(Refused):
    """The bytes are not in the store."""

    def __init__(self, sha256: str) -> None:
        super().__init__(_("Tệp này không còn trong kho. Báo người quản trị chép lại từ bản sao lưu."))
        self.sha256 = sha256


class FileAltered(Refused):
    """The bytes in the store are not those that were put there."""

    def __init__(self, sha256: str) -> None:
        super().__init__(_("Tệp trong kho không còn nguyên vẹn. Báo người quản trị chép lại từ bản sao lưu."))
        self.sha256 = sha256


@dataclass(frozen=True, slots=True)
class Kept:
    sha256: str
    size: int


def put(data: bytes | Iterable[bytes]) -> Kept:
    """Write the bytes, or the chunks in their order, and return their hash and size. The same bytes are kept once."""
    root = _root()
    incoming = root / INCOMING
    incoming.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=incoming)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as out:
            kept = _copy(data, out)
            out.flush()
            os.fsync(out.fileno())
        _move_into_place(temporary, path_of(kept.sha256))
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()
    return kept


def open_file(sha256: str) -> BinaryIO:
    """The stored bytes as a file to read. Raises FileMissing."""
    return _opened(sha256)


def read(sha256: str) -> bytes:
    """The stored bytes, hashed again before they are given out. Raises FileMissing or FileAltered."""
    with open_file(sha256) as source:
        data = source.read()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise FileAltered(sha256)
    return data


def hash_of(sha256: str) -> str:
    """The hash that the bytes kept under this name have now."""
    with _opened(sha256) as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def marked(sha256: str) -> int:
    """Tells these bytes on the disk from the same bytes put there again later; 0 when there are none."""
    try:
        return path_of(sha256).stat().st_ino
    except FileNotFoundError:
        return 0


def remove(sha256: str, mark: int) -> bool:
    """Take the bytes off the disk, unless they were put there again since they were `marked`; whether it did.

    They are moved aside first: what somebody puts there meanwhile is not touched.
    """
    incoming = _root() / INCOMING
    incoming.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = path_of(sha256)
    aside = incoming / f"gone-{secrets.token_hex(8)}"
    try:
        target.rename(aside)
    except FileNotFoundError:
        return False
    if aside.stat().st_ino != mark:
        with suppress(FileExistsError):
            target.hardlink_to(aside)
    is_gone = not target.exists()
    aside.unlink()
    _flush_folder(target.parent)
    return is_gone


def all_hashes() -> Iterator[str]:
    """The name of everything on the disk, sorted."""
    for path in sorted(_root().glob("[0-9a-f][0-9a-f]/[0-9a-f][0-9a-f]/*")):
        if HASH.fullmatch(path.name):
            yield path.name


def sweep(*, older_than: float) -> int:
    """Remove what interrupted writes left in `incoming/` before this moment (seconds since 1970); how many."""
    removed = 0
    for path in (_root() / INCOMING).glob("*"):
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < older_than:
                path.unlink()
                removed += 1
    return removed


def path_of(sha256: str) -> Path:
    """Where the bytes of this hash are. Raises ValueError for what is no hash: no path is made of input."""
    if not HASH.fullmatch(sha256):
        raise ValueError(f"not a sha256 in lower-case hex: {sha256[:80]!r}")
    return _root() / sha256[:2] / sha256[2:4] / sha256


def _opened(sha256: str) -> BufferedReader:
    try:
        return path_of(sha256).open("rb")
    except FileNotFoundError as missing:
        raise FileMissing(sha256) from missing


def _root() -> Path:
    return Path(settings.DIENHONG_FILES)


def _copy(data: bytes | Iterable[bytes], out: BinaryIO) -> Kept:
    digest, size = hashlib.sha256(), 0
    for chunk in [data] if isinstance(data, bytes) else data:
        digest.update(chunk)
        out.write(chunk)
        size += len(chunk)
    return Kept(digest.hexdigest(), size)


def _move_into_place(temporary: Path, target: Path) -> None:
    """The same bytes kept before are replaced: what a failing disk did to them is healed."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    temporary.chmod(0o440)
    temporary.replace(target)
    for folder in (target.parent, target.parent.parent, target.parent.parent.parent):
        _flush_folder(folder)


def _flush_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
