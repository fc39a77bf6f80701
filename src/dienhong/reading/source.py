"""What reading a file gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from lawcore.provisions.model import Line


@dataclass(frozen=True, slots=True)
class Source:
    """A document as lines of clean NFC text; `notes` say in Vietnamese what was left out or repaired.

    Empty lines are kept where the file has them. In PDF and hard-wrapped text a line is a printed
    line; in DOCX and HTML it is a paragraph or the part of one before a line break.
    """

    media_type: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table for import. Every cell is text, "" when empty; a date cell is YYYY-MM-DD.

    Empty rows are left out; `numbers` says where each row stands in the file, counted from 1, for
    messages to its owner.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that a file carries, wherever: `part` says where in Vietnamese, `row` the row or paragraph from 1.

    A row of a sheet has its cells parted by tabs, empty cells kept.
    """

    text: str
    part: str
    row: int


@dataclass(frozen=True, slots=True)
class Beside:
    """What a file carries besides the lines of its pages, and in Vietnamese what nothing here can look into."""

    passages: tuple[Passage, ...] = ()
    unseen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader found, before cleaning. `scanned`: pages, from 1, that hold a picture and no text."""

    lines: Sequence[Line] = ()
    notes: Sequence[str] = ()
    scanned: Sequence[int] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "lines": [[line.text, line.page, line.bold, line.cell] for line in self.lines],
            "notes": list(self.notes),
            "scanned": list(self.scanned),
        }

    @classmethod
    def from_json(cls, answer: dict[str, Any]) -> Self:
        lines = [
            Line(str(text), page, bool(bold), (cell[0], cell[1], cell[2]) if cell else None)
            for text, page, bold, cell in answer["lines"]
        ]
        return cls(lines, tuple(map(str, answer["notes"])), tuple(map(int, answer["scanned"])))
