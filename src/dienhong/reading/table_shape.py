"""From a grid of cells to a header and rows, whichever file it came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dienhong.reading.cleaning import clean
from dienhong.reading.encodings import repair
from dienhong.reading.limits import Limits
from dienhong.reading.refusals import Refusal, Unreadable

HEADER_SEARCH = 15  # a title and an issuer may stand above the header
HEADER_FILL = 0.6  # of the fullest of those rows
HEADER_JOINT = " – "  # between the lines of a header of several rows
LEAST_COLUMN_NUMBERS = 3

ABOVE = "Bỏ qua {n} hàng phía trên hàng tiêu đề."
SEVERAL_ROWS = "Tiêu đề bảng có {n} hàng, đã ghép thành một."
COLUMN_NUMBERS = "Bỏ qua hàng đánh số cột."
OUTSIDE = "Bỏ qua {n} ô nằm ngoài các cột có tiêu đề."

Row = Mapping[int, str]  # text by column, from 0; empty cells left out


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged block, inclusive; rows from 1, columns from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Grid:
    """The cells with text, by row number from 1."""

    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def shaped(grid: Grid, limits: Limits) -> dict[str, Any]:
    """The answer of a table job: header, rows, numbers, notes. Raises Unreadable for what has no header or no end."""
    _clean(grid)
    numbers = sorted(number for number, row in grid.rows.items() if row)
    if not numbers:
        raise Unreadable(Refusal.NO_TEXT)
    top = _header_row(grid, numbers)
    bottom = _header_end(grid, top)
    header = _header(grid, top, bottom)
    body = [number for number in numbers if number > bottom]
    if len(header) > limits.columns or len(body) > limits.rows or len(header) * len(body) > limits.cells:
        raise Unreadable(Refusal.TOO_WIDE)
    above = sum(number < top for number in numbers)
    grid.notes += [ABOVE.format(n=above)] if above else []
    grid.notes += [SEVERAL_ROWS.format(n=bottom - top + 1)] if bottom > top else []
    if body and _counts_columns(grid.rows[body[0]]):
        grid.notes.append(COLUMN_NUMBERS)
        del body[0]
    outside = sum(column >= len(header) for number in body for column in grid.rows[number])
    grid.notes += [OUTSIDE.format(n=outside)] if outside else []
    body = [number for number in body if any(column < len(header) for column in grid.rows[number])]
    rows = [[grid.rows[number].get(column, "") for column in range(len(header))] for number in body]
    return {"header": header, "rows": rows, "numbers": body, "notes": grid.notes}


def _clean(grid: Grid) -> None:
    """Every cell in clean NFC; letters of a wrong table put right over the whole."""
    places = [(number, column) for number, row in grid.rows.items() for column in row]
    texts = [grid.rows[number][column].replace("\n", " ") for number, column in places]
    repaired = repair("\n".join(texts))
    grid.notes += repaired.notes
    for (number, column), text in zip(places, repaired.text.split("\n"), strict=True):
        cleaned = clean(text).strip()
        if cleaned:
            grid.rows[number][column] = cleaned
        else:
            del grid.rows[number][column]


def _header_row(grid: Grid, numbers: list[int]) -> int:
    """The first row about as full as the fullest near the top."""
    near = numbers[:HEADER_SEARCH]
    fullest = max(len(grid.rows[number]) for number in near)
    return next(number for number in near if _width(grid, number) >= HEADER_FILL * fullest)


def _width(grid: Grid, number: int) -> int:
    """How many columns the row's cells cover, one merged title over the whole width counting once."""
    merged = [merge for merge in grid.merges if merge.top == number and merge.right > merge.left]
    if len(grid.rows[number]) <= 1:
        return len(grid.rows[number])
    return len(grid.rows[number]) + sum(merge.right - merge.left for merge in merged)


def _header_end(grid: Grid, top: int) -> int:
    """The last row of the header: a cell merged downwards covers it, one merged sideways has names below."""
    bottom = top
    for merge in grid.merges:
        if merge.top == top:
            sideways = merge.right > merge.left and merge.left in grid.rows[top]
            bottom = max(bottom, merge.bottom + 1 if sideways else merge.bottom)
    return bottom if bottom - top < HEADER_SEARCH else top


def _header(grid: Grid, top: int, bottom: int) -> list[str]:
    """One name for each column; a cell merged sideways names all the columns under it."""
    names: dict[int, list[str]] = {}
    for number in range(top, bottom + 1):
        row = dict(grid.rows.get(number, {}))
        for merge in grid.merges:
            if merge.top == number and merge.left in row and merge.right - merge.left < HEADER_SEARCH**2:
                row.update(dict.fromkeys(range(merge.left, merge.right + 1), row[merge.left]))
        for column, text in row.items():
            said = names.setdefault(column, [])
            if text not in said:
                said.append(text)
    return [HEADER_JOINT.join(names.get(column, [])) for column in range(max(names, default=-1) + 1)]


def _counts_columns(row: Row) -> bool:
    """Whether the row only numbers the columns: "(1) (2) (3)", as official forms do under their header."""
    texts = [row[column].strip("()") for column in sorted(row)]
    return len(texts) >= LEAST_COLUMN_NUMBERS and texts == [str(at) for at in range(1, len(texts) + 1)]
