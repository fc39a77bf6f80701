"""CSV in whatever encoding and with whatever separator it came."""

import csv
import io
from typing import Any

from dienhong.reading.encodings import decode
from dienhong.reading.limits import Limits
from dienhong.reading.refusals import Refusal, Unreadable
from dienhong.reading.table_shape import Grid, shaped

SEPARATORS = ";,\t|"
SAID_SEPARATOR = "sep="  # Excel's own first line
LINES_LOOKED_AT = 20


def answer(data: bytes, *, limits: Limits, page: int) -> dict[str, Any]:  # noqa: ARG001 (one shape for all jobs)
    return read(data, limits)


def read(data: bytes, limits: Limits) -> dict[str, Any]:
    decoded = decode(data)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    separator = separator_of(text)
    if text.lower().startswith(SAID_SEPARATOR):
        text = text.partition("\n")[2]
    csv.field_size_limit(limits.characters)
    grid = Grid(notes=[*decoded.notes])
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=separator), start=1):
            if number > limits.rows or len(row) > limits.columns:
                raise Unreadable(Refusal.TOO_WIDE)
            grid.rows[number] = {column: text for column, text in enumerate(row) if text}
    except csv.Error as error:
        raise Unreadable(Refusal.BROKEN) from error
    return shaped(grid, limits)


def separator_of(text: str) -> str:
    """The separator Excel names, or the one that cuts the first lines into the most columns, the same in each."""
    first = text.partition("\n")[0]
    if first.lower().startswith(SAID_SEPARATOR) and len(first) > len(SAID_SEPARATOR):
        return first[len(SAID_SEPARATOR)]
    lines = [line for line in text.split("\n", LINES_LOOKED_AT)[:LINES_LOOKED_AT] if line.strip()]

    def fit(separator: str) -> tuple[float, int]:
        widths = [len(row) for row in csv.reader(lines, delimiter=separator)]
        usual = max(set(widths), key=widths.count, default=1)
        return (widths.count(usual) / len(widths) if usual > 1 else 0.0, usual)

    return max(SEPARATORS, key=fit) if lines else ","
