"""The register as CSV and JSON, piece by piece: a whole country's year fits in no memory."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from io import StringIO

from dienhong.disclosures.models import Disclosure
from dienhong.foundations.downloads import RISKY
from dienhong.opendata import shown
from dienhong.opendata.dictionary import NAMES

TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json; charset=utf-8"}


def written(kind: str, rows: Iterable[Disclosure], *, on: date) -> Iterator[bytes]:
    """The register in this kind of file, "csv" or "json"."""
    return table(kind, NAMES, (shown.row(each, on=on) for each in rows))


def table(kind: str, names: Sequence[str], rows: Iterable[Mapping[str, shown.Value]]) -> Iterator[bytes]:
    """Any table in this kind of file, "csv" or "json"; each row holds every name in this order."""
    return _json(rows) if kind == "json" else _csv(names, rows)


def _csv(names: Sequence[str], rows: Iterable[Mapping[str, shown.Value]]) -> Iterator[bytes]:
    """RFC 4180 in UTF-8 with the names of the columns first; no cell that a spreadsheet would run as a formula."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(names)
    for row in rows:
        writer.writerow([_plain(each) for each in row.values()])
        yield text.getvalue().encode()
        text.seek(0)
        text.truncate()
    yield text.getvalue().encode()


def _plain(value: shown.Value) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(RISKY) else text


def _json(rows: Iterable[Mapping[str, shown.Value]]) -> Iterator[bytes]:
    """One list of objects, a row on each line."""
    begin = b"[\n"
    for row in rows:
        yield begin + json.dumps(dict(row), ensure_ascii=False).encode()
        begin = b",\n"
    yield b"\n]\n" if begin == b",\n" else b"[]\n"
