"""From source lines to rows: typing marks dropped, cells told apart, stamps recognised."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from lawcore.provisions.model import Line
from lawcore.vietnamese import is_plain, nfc, without_invisible


class Row(NamedTuple):
    """A line with its typing marks gone and its spaces single. `line` counts source lines from 1."""

    text: str
    line: int
    page: int | None
    bold: bool
    cell: tuple[int, int, int] | None
    after_blank: bool
    stamp: bool = False


_BOOKMARK: Final = re.compile(r"\[bookmark:[^\]\n]{0,200}\]")
_ASTERISKS: Final = re.compile(r"(?<!\()\*{1,3}(?!\))")
_HASHES: Final = re.compile(r"^#{1,6}(?=\s|\*|$)")
_MARKS: Final = re.compile(r"[*#\[]")
_BREAK_IN_CELL: Final = re.compile(r"<br ?/?>", re.IGNORECASE)
_BULLET_STAR: Final = re.compile(r"^\*\s+(?=\S)")

_DRAFT: Final = re.compile(
    r"^\(?\s*dự thảo(?:\s+(?:lần|số)?\s*(?:thứ\s+)?(?:\d{1,3}|[ivx]{1,4}|\w{2,4}))?\s*\)?\.?$", re.IGNORECASE
)
_PAGE_NUMBER: Final = re.compile(r"^(?:trang\s+)?[-–]?\s*(\d{1,4})\s*[-–]?(?:\s*/\s*\d{1,4})?$", re.IGNORECASE)
_WANTS_NUMBER: Final = re.compile(
    r"(?:điều|khoản|điểm|chương|mục|số|ngày|tháng|năm|quý|thứ|lần|từ|đến|và|là|[,(–-])$",
    re.IGNORECASE,
)


def unmarked(text: str) -> str:
    """The text of a line without Markdown asterisks and hashes, bookmarks and invisible characters.

    A star that opens a line is a printed bullet and stays, as does "(*)".
    """
    if not text.isascii():
        text = without_invisible(nfc(text))
    if "[" in text:
        text = _BOOKMARK.sub("", text)
    text = " ".join(text.split())
    if "#" in text:
        text = _HASHES.sub("", text).lstrip()
    if "*" in text:
        star = "* " if _BULLET_STAR.match(text) else ""
        text = star + _ASTERISKS.sub("", text[len(star) :]).strip()
    return text


def _single_spaced(text: str) -> str:
    return " ".join(text.split())


def words_of(lines: Sequence[Line]) -> list[str]:
    """The words of the source in order, typing marks dropped: what the tree must hold."""
    return [word for row in rows_of(lines) for word in row.text.split()]


def rows_of(lines: Sequence[Line]) -> list[Row]:
    """The lines that carry words, in order; what a table row of Markdown holds becomes cells."""
    whole = "\n".join([line.text for line in lines])
    clean = _single_spaced if is_plain(whole) and not _MARKS.search(whole) else unmarked
    rows: list[Row] = []
    blank = False
    table = -1
    for number, line in enumerate(lines, start=1):
        text = clean(line.text)
        if not text or _is_rule(text):
            blank = blank or not text
            continue
        if text[0] == "|" and line.cell is None:
            table = table if rows and rows[-1].cell and rows[-1].line == number - 1 else table - 1
            rows.extend(_markdown_cells(text, number, line, table))
        else:
            rows.append(Row(text, number, line.page, line.bold, line.cell, blank))
        blank = False
    return rows


def _is_rule(text: str) -> bool:
    return text[0] in "-_=|:" and not text.strip("-_=|: ") and ("---" in text or "___" in text or "===" in text)


def _markdown_cells(text: str, number: int, line: Line, table: int) -> Iterator[Row]:
    for column, cell in enumerate(text.strip("|").split("|")):
        for piece in _BREAK_IN_CELL.split(cell):
            if piece.strip():
                yield Row(piece.strip(), number, line.page, line.bold, (table, number, column), after_blank=False)


def flattened(rows: Sequence[Row]) -> list[Row]:
    """The rows with tables of one written column read as text: a frame around a text is no table."""
    columns: dict[int, set[int]] = {}
    for row in rows:
        if row.cell is not None:
            columns.setdefault(row.cell[0], set()).add(row.cell[2])
    frames = {table for table, written in columns.items() if len(written) == 1}
    return [row._replace(cell=None) if row.cell and row.cell[0] in frames else row for row in rows]


def stamped(rows: Sequence[Row]) -> list[Row]:
    """The rows with draft marks and page numbers told apart from the text.

    A bare number is a page number only where the numbers before it lead up to it.
    """
    marked: list[Row] = []
    page = 0
    for row in rows:
        if len(row.text) <= _LONGEST_STAMP and row.cell is None:
            number = _page_number(row.text)
            if number and (page < number <= page + 2) and not _leads_into(marked):
                page = number
                marked.append(row._replace(stamp=True))
                continue
            if not number and _DRAFT.match(row.text):
                marked.append(row._replace(stamp=True))
                continue
        marked.append(row)
    return marked


_LONGEST_STAMP: Final = 30


def is_draft_mark(text: str) -> bool:
    """Whether the line only says that the document is a draft: DỰ THẢO, (Dự thảo lần 2)."""
    return len(text) <= _LONGEST_STAMP and bool(_DRAFT.match(text))


def _page_number(text: str) -> int:
    match = _PAGE_NUMBER.match(text)
    return int(match[1]) if match else 0


def _leads_into(rows: Sequence[Row]) -> bool:
    return bool(rows) and bool(_WANTS_NUMBER.search(rows[-1].text[-12:]))
