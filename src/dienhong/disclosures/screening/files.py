"""The passages of a file: its pages, and what it carries besides them."""

import os
import tempfile
from dataclasses import replace
from typing import BinaryIO, Final

from dienhong import reading
from dienhong.disclosures.screening.findings import Passage, Screening
from dienhong.disclosures.screening.texts import screen
from dienhong.reading import LIMITS, Beside, Limits, Progress, Refusal, Source, Unreadable, media, ocr
from dienhong.reading.limits import MB

NOT_CHECKED: Final = "Chưa kiểm tra được: {why}"
_LEFT_OUT: Final = ocr.LEFT_OUT.partition("{")[0]
_RECOGNISED: Final = ocr.RECOGNISED.partition("{")[0]
LARGE: Final = replace(LIMITS, file_bytes=256 * MB, memory_bytes=1024 * MB, wall_seconds=60, cpu_seconds=60)
"""For a file that is looked into in the background: ours, not the law's."""
QUICK_BYTES: Final = 2 * MB
QUICK: Final = replace(LIMITS, file_bytes=QUICK_BYTES, ocr_pages=0, wall_seconds=5, cpu_seconds=5)
"""For a file that is looked into while the person who brought it waits."""


def screen_file(data: bytes, *, name: str = "", limits: Limits = LIMITS) -> Screening:
    """As screen_open, for bytes that are held."""
    with tempfile.TemporaryFile() as file:
        file.write(data)
        return screen_open(file, name=name, limits=limits)


def screen_open(
    file: BinaryIO, *, name: str = "", limits: Limits = LIMITS, progress: Progress = reading.no_progress
) -> Screening:
    """What must be looked at before a file is published: DOCX, PDF, XLSX, HTML, text, CSV, scans where OCR is there.

    Its pages, and all that it carries besides: pictures, hidden sheets, comments, running heads, deleted words,
    properties. Never raises for what is in the file: what could not be read is said in `unchecked`. `progress` is told
    of each page recognised, and may raise Unreadable to end it.
    """
    whys: list[str] = []
    notes: list[str] = []
    source = _pages(file, name, limits, progress, whys, notes)
    beside = _beside(file, name, limits, progress, whys)
    return _found(source, beside, whys, notes)


def screen_quickly(file: BinaryIO, *, name: str = "") -> Screening | None:
    """As screen_open, for a small file without pictures; nothing for any other, which needs more time."""
    if os.fstat(file.fileno()).st_size > QUICK_BYTES:
        return None
    try:
        source = _source(file, name, QUICK)
        beside = reading.read_beside_open(file, name=name, limits=QUICK)
    except Unreadable as refusal:
        if refusal.code is Refusal.PASSWORD:
            return Screening((), (NOT_CHECKED.format(why=refusal),))
        return None  # what is odd is looked into with more patience
    if beside.unseen or any(note.startswith((_LEFT_OUT, _RECOGNISED)) for note in source.notes):
        return None
    return _found(source, beside, [], [])


def _found(source: Source, beside: Beside, whys: list[str], notes: list[str]) -> Screening:
    whys += beside.unseen
    on_pages = screen(_lines(source)).findings
    found = {(finding.kind, finding.value) for finding in on_pages}
    besides = screen(Passage(each.text, each.row, each.part) for each in beside.passages).findings
    new = (finding for finding in besides if (finding.kind, finding.value) not in found)
    unchecked = tuple(dict.fromkeys(NOT_CHECKED.format(why=why) for why in whys))
    return Screening((*on_pages, *new), unchecked, tuple(notes))


def _source(file: BinaryIO, name: str, limits: Limits, progress: Progress = reading.no_progress) -> Source:
    try:
        return reading.read_open(file, name=name, limits=limits, progress=progress)
    except Unreadable as refusal:
        if refusal.code is Refusal.NOT_A_DOCUMENT:  # a workbook: its sheets stand besides
            return Source("", ())
        raise


def _pages(file: BinaryIO, name: str, limits: Limits, progress: Progress, whys: list[str], notes: list[str]) -> Source:
    try:
        source = _source(file, name, limits, progress)
    except Unreadable as refusal:
        whys.append(str(refusal))
        return Source("", ())
    whys += [note for note in source.notes if note.startswith(_LEFT_OUT)]
    notes += [note for note in source.notes if note.startswith(_RECOGNISED)]
    return source


def _beside(file: BinaryIO, name: str, limits: Limits, progress: Progress, whys: list[str]) -> Beside:
    try:
        return reading.read_beside_open(file, name=name, limits=limits, pictures=True, progress=progress)
    except Unreadable as refusal:
        whys.append(str(refusal))
        return Beside()


def _lines(source: Source) -> list[Passage]:
    """One passage for each line, and one for each row of a table."""
    passages: list[Passage] = []
    row: tuple[int, int] | None = None
    for number, line in enumerate(source.lines, start=1):
        text = line.text.replace("\t", " ")
        if source.media_type == media.CSV:
            text = text.replace(";", "\t").replace(",", "\t")
        if line.cell and line.cell[:2] == row:
            joined = passages.pop()
            passages.append(Passage(f"{joined.text}\t{text}", joined.number, page=joined.page))
        else:
            passages.append(Passage(text, number, page=line.page))
        row = line.cell[:2] if line.cell else None
    return passages
