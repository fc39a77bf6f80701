"""From rows to paragraphs: hard-wrapped lines joined again, labels told from numbers in running text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from lawcore.provisions.labels import Label, read_label
from lawcore.provisions.marks import Row
from lawcore.provisions.model import Kind
from lawcore.provisions.numbering import Before, Numbering
from lawcore.provisions.regions import is_adopted, is_basis, is_enacting, is_recipients, is_signing
from lawcore.vietnamese import LOWER


class Paragraph(NamedTuple):
    """A label, if any, and the text after it. `stamps` lie over the text, each with its offset there."""

    kind: Kind
    number: str
    label: str
    text: str
    first: int
    last: int
    page: int | None
    stamps: tuple[tuple[int, Row], ...] = ()
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """How the lines of a document are broken. `width` is 0 where a line is a whole paragraph."""

    width: int
    spaced: bool

    def is_full(self, text: str) -> bool:
        """Whether the line reaches the right margin, so that its sentence may go on below."""
        return self.width > 0 and len(text) >= self.width * 0.78

    def leaves_no_room(self, text: str, below: str) -> bool:
        """Whether the first word below would not have fitted on the line: then it may be one paragraph."""
        return self.width > 0 and len(text) + 1 + len(below.partition(" ")[0]) > self.width * 0.95


_LEAST_EVIDENCE: Final = 3
_LONGEST_LINE: Final = 160
_ENDING: Final = frozenset(".;:!?…")
_CLOSING_MARKS: Final = ")”\"’'"
_LIST_JOINTS: Final = ("; và", ", và", "; hoặc", ", hoặc")
_GOES_ON: Final = re.compile(
    r"(?:[,(–-]|(?:^|\s)(?:và|hoặc|của|theo|tại|về|các|những|cho|với|bởi|do|số|ngày|tháng|năm|khoản|điểm|điều"
    r"|Điều|mục|chương|từ|đến|là|trong|trên|bằng|ở|được|có|không|để|quý|thứ|lần|thành phố|tỉnh|xã|phường|Luật|Nghị))$"
)
_LOWER_AFTER_MARK: Final = re.compile(rf"^[-–(]\s?[{LOWER}]")
_NUMBER_PIECE: Final = re.compile(r"^\d{1,4}[;.,)/%]?(?:\s|$)")
_TAIL: Final = 24


def layout_of(rows: Sequence[Row]) -> Layout:
    """Whether the lines are hard-wrapped and how wide; whether a blank line follows every line."""
    lengths: list[int] = []
    broken = spaced = long = 0
    for before, row in pairwise(rows):
        if row.cell is None and before.cell is None:
            size = len(before.text)
            lengths.append(size)
            long += size > _LONGEST_LINE
            spaced += row.after_blank
            broken += row.text[0].islower() and before.text[-1] not in _ENDING and row.text[1:2] not in ").d"
    if not lengths or broken < max(_LEAST_EVIDENCE, len(lengths) * 0.15) or long > len(lengths) * 0.1:
        return Layout(0, spaced=False)
    lengths.sort()
    return Layout(lengths[len(lengths) * 9 // 10], spaced=spaced > len(lengths) * 0.7)


def plain(rows: Sequence[Row], layout: Layout) -> list[Paragraph]:
    """The paragraphs of a part without provisions: only sentences cut by a line end are joined."""
    return _Joiner(layout, None).join(rows)


def labelled(rows: Sequence[Row], layout: Layout) -> list[Paragraph]:
    """The paragraphs of a body or an annex, each with the label its place in the numbering confirms."""
    return _Joiner(layout, Numbering()).join(rows)


class _Joiner:
    """One walk over the rows; the open paragraph is kept in pieces until a line does not belong to it."""

    __slots__ = (
        "_done",
        "_first",
        "_label",
        "_last",
        "_layout",
        "_length",
        "_numbering",
        "_pieces",
        "_row",
        "_stamps",
        "_tail",
        "_waiting",
    )

    def __init__(self, layout: Layout, numbering: Numbering | None) -> None:
        self._layout = layout
        self._numbering = numbering
        self._done: list[Paragraph] = []
        self._first: Row | None = None
        self._last = 0
        self._label: Label | None = None
        self._row: tuple[int, int, int] | None = None  # the table cell last taken
        self._pieces: list[str] = []
        self._length = 0
        self._waiting: list[Row] = []
        self._stamps: list[tuple[int, Row]] = []
        self._tail = ""

    def join(self, rows: Sequence[Row]) -> list[Paragraph]:
        closings = _quotation_ends(rows) if self._numbering else {}
        quoted_until = -1
        for index, row in enumerate(rows):
            if row.stamp:
                self._stamp(row)
            elif row.cell is not None:
                self._cell(row, row.cell)
            else:
                quoted_until = max(quoted_until, closings.get(index, -1))
                self._line(row, quoted=index <= quoted_until)
        self._close()
        return self._done

    def _line(self, row: Row, *, quoted: bool) -> None:
        label = None
        ended = _is_ended(self._tail)
        if self._numbering is not None and not quoted:
            label = read_label(row.text)
            if label is not None:
                blank = row.after_blank and not self._layout.spaced
                label = self._numbering.confirm(
                    label, Before(self._tail[-_TAIL:], ended, blank, self._layout.is_full(self._tail))
                )
        if label is None and self._first is not None and self._row is None and self._goes_on(row, ended=ended):
            self._stamps += [(self._length, stamp) for stamp in self._waiting]
            self._waiting.clear()
            self._pieces.append(row.text)
            self._length += len(row.text) + (1 if self._length else 0)
            self._last = row.line
        else:
            self._open(row, label)
        self._tail = row.text

    def _goes_on(self, row: Row, *, ended: bool) -> bool:
        """Whether an unlabelled line belongs to the open paragraph."""
        tail, text = self._tail, row.text
        if self._label is not None and not self._length:
            return True  # a label alone on its line
        if ended:
            return self._is_cut_after_a_sentence(text)
        in_provision = self._numbering is not None
        if text[0].islower() or (_LOWER_AFTER_MARK.match(text) if in_provision else self._is_one_sentence(text)):
            return True
        if tail.isupper() or (text.isupper() and not text[0].isdigit()):
            return False
        if self._layout.is_full(tail) or _GOES_ON.search(tail[-_TAIL:]):
            return True
        return bool(_NUMBER_PIECE.match(text)) and self._layout.leaves_no_room(tail, text)

    def _is_one_sentence(self, text: str) -> bool:
        """A legal basis or the sentence of adoption runs to its own full stop or semicolon."""
        opening = self._pieces[0]
        if not (is_basis(opening) or is_adopted(opening)) or text.isupper() or is_basis(text):
            return False
        return not (is_enacting(text) or is_recipients(text) or is_signing(text) or is_adopted(text))

    def _is_cut_after_a_sentence(self, text: str) -> bool:
        """A full line that ends where a sentence ends: in a provision the rest of it most likely follows."""
        tail = self._tail
        if text[0].islower() and (tail[-1] == "…" or tail.endswith("..")):
            return True  # a blank to be filled in, not an end
        if tail[-1] == ":" or not self._layout.is_full(tail):
            return False
        return text[0].islower() or (self._label is not None and self._layout.leaves_no_room(tail, text))

    def _open(self, row: Row, label: Label | None) -> None:
        self._close()
        self._first, self._last, self._label = row, row.line, label
        text = row.text if label is None else label.rest
        self._pieces = [text] if text else []
        self._length = len(text)

    def _close(self) -> None:
        first = self._first
        if first is not None and self._row is not None:
            text, number = "\t".join(self._pieces), ".".join(map(str, self._row))
            self._done.append(Paragraph(Kind.TABLE_ROW, number, "", text, first.line, self._last, first.page))
        elif first is not None:
            text, label = " ".join(self._pieces), self._label
            stamps = (*self._stamps, *((self._length, stamp) for stamp in self._waiting))
            kind, number, printed = (label.kind, label.number, label.printed) if label else (Kind.ALINEA, "", "")
            glued = bool(text) and label is not None and first.text[len(printed) : len(printed) + 1] not in {" ", ""}
            self._done.append(Paragraph(kind, number, printed, text, first.line, self._last, first.page, stamps, glued))
        self._first, self._label, self._row = None, None, None
        self._pieces = []
        self._stamps.clear()
        self._waiting.clear()
        self._tail = ""

    def _stamp(self, row: Row) -> None:
        if self._row is not None:
            self._close()
        if self._first is None:
            self._done.append(Paragraph(Kind.STAMP, "", "", row.text, row.line, row.line, row.page))
        else:
            self._waiting.append(row)

    def _cell(self, row: Row, cell: tuple[int, int, int]) -> None:
        """Cells of one table row become one paragraph, their texts parted by tabs."""
        if self._row is None or self._row[:2] != cell[:2]:
            self._close()
            self._first = row
        elif self._row[2] == cell[2]:
            self._pieces[-1] += " " + row.text
            self._last = row.line
            return
        self._row = cell
        self._pieces.append(row.text)
        self._last = row.line


def _is_ended(tail: str) -> bool:
    """Whether a sentence or a member of a list ends with the line; true where there is none."""
    if not tail or tail[-1] in ".;:!?…":
        return True
    return tail.endswith(_LIST_JOINTS) or (tail[-1] in _CLOSING_MARKS and tail.rstrip(_CLOSING_MARKS)[-1:] in _ENDING)


def _quotation_ends(rows: Sequence[Row]) -> dict[int, int]:
    """For each row that opens a quotation it does not close: the row that closes it.

    A resolution that amends another quotes whole articles; their labels are not its own.
    """
    ends: dict[int, int] = {}
    start = -1
    for index, row in enumerate(rows):
        if start < 0 and row.text[0] in '“"' and _depth(row.text) > 0:
            start = index
        elif start >= 0 and ("”" in row.text or '"' in row.text) and _closes(row.text):
            ends[start] = index
            start = -1
    return ends


_QUOTE_END: Final = re.compile(r"[”\"][.;,/]*$")


def _depth(text: str) -> int:
    return text.count("“") - text.count("”") if "“" in text else text.count('"') % 2


def _closes(text: str) -> bool:
    return bool(_QUOTE_END.search(text)) and (text.count("”") > text.count("“") or text.count('"') % 2 == 1)
