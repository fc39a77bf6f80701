"""What the command `dienhong ledger` does; the command line itself is in `dienhong.site.cli`."""

import gzip
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from dienhong.ledger import actions, audit, keys
from dienhong.ledger import export as public
from dienhong.ledger.audit import Audit, Report


def export(path: Path, locality: str | None = None) -> int:
    """Write the public export, packed when the name ends in .gz; returns the number of its lines."""
    unfinished = path.with_name(f".{path.name}.part")
    packed = path.suffix == ".gz"
    written = 0
    with gzip.open(unfinished, "wt", encoding="utf-8") if packed else unfinished.open("w", encoding="utf-8") as file:
        for line in public.lines(None if locality is None else [locality]):
            file.write(line)
            written += 1
    unfinished.replace(path)
    return written


def verify(also: Iterable[Audit] = ()) -> Report:
    """Check the whole ledger from within (see `audit`), and the tables of domains against it."""
    return audit.audit(also)


def seal(at: datetime) -> int:
    """Seal now, as the worker does every thirty seconds; returns the number of entries sealed."""
    return actions.seal_new(at)


def new_key() -> str:
    """Make the first signing key; returns its public half in hex. Refuses when there is a key file."""
    return keys.create().public


def rotate_key(at: datetime) -> str:
    """Replace the signing key; returns the new public key in hex. Run again after a crash, it finishes."""
    return actions.rotate_key(by="system", at=at)
