"""What everybody may read, bound to the public export, so that a stranger notices a change of it.

A fact is a line that a page shows: a result, a day, a digest of a roll, the sums of a fund. When it comes into being
its text is hashed and the hash stands in the open, in the subject of an entry: "decisions.outcome:7.<64 digits>". The
export gives the text of every fact as the tables have it now. Whoever has the export alone finds a fact that was
changed, taken away, added without an entry, or bound a second time: it never is, a correction is a new fact.

No name stands in a fact and no sentence that somebody wrote: those are there by their hash.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from dienhong.ledger.canonical import JSON, canonical

KIND: Final = "fact.bound"
BOUND: Final = re.compile(r"(?P<label>.+)\.(?P<digest>[0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Fact:
    """One published line: `label` names it for good, "decisions.outcome:7"; `text` is its canonical JSON."""

    label: str
    text: str

    @property
    def digest(self) -> str:
        """SHA-256 of the text, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def subject(self) -> str:
        """The subject of the entry that binds it."""
        return f"{self.label}.{self.digest}"


Publisher = Callable[[str], Iterable[Fact]]
"""The facts of a locality, by its code, as the tables have them now."""


def fact(label: str, **content: Any) -> Fact:
    """A fact of these values: text, whole numbers, yes and no, days, moments, lists of them; nothing for None."""
    said = {name: _plain(value) for name, value in content.items() if value is not None}
    return Fact(label, canonical(said).decode())


def words(*texts: str) -> str:
    """The hash that stands for sentences: SHA-256 of the texts, each on its line."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def label_of(subject: str) -> str | None:
    """The label of the fact that an entry binds; None for every other entry."""
    return parted(subject)[0] if BOUND.fullmatch(subject) else None


def parted(subject: str) -> tuple[str, str]:
    """What an entry is about, and the hash of the fact that it binds; "" for every other entry."""
    found = BOUND.fullmatch(subject)
    return (found["label"], found["digest"]) if found else (subject, "")


def gathered(publishers: Iterable[Publisher], locality: str) -> Iterator[Fact]:
    """What all of these publish of a locality."""
    for publisher in publishers:
        yield from publisher(locality)


def _plain(value: Any) -> JSON:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return str(value) if isinstance(value, str) else value
