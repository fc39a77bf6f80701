"""A file in, its lines or its table out: which reader, in the jail or not, and the letters cleaned."""

import os
import stat
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from dienhong.reading import jail, media, ocr, office, plain_text
from dienhong.reading.cleaning import clean
from dienhong.reading.encodings import repair
from dienhong.reading.limits import LIMITS, Limits
from dienhong.reading.refusals import Refusal, Unreadable
from dienhong.reading.source import Reading, Source, Table
from lawcore.provisions.model import Line

Progress = Callable[[int, int], None]  # pages recognised, pages in all

RENAMED = "Tên tệp ghi {named} nhưng nội dung là {found}; đã đọc theo nội dung."
ETH = "Chữ «Ð» (không phải chữ Đ của tiếng Việt) đã được đổi thành «Đ»."
SHORT_NAMES = {media.DOCX: "DOCX", media.PDF: "PDF", media.XLSX: "XLSX", media.DOC: "DOC", media.RTF: "RTF",
               media.ODT: "ODT", media.HTML: "HTML", media.PLAIN: "văn bản thuần"}  # fmt: skip


def no_progress(_: int, __: int) -> None:
    return


def read_lines(path: Path, *, limits: Limits = LIMITS, progress: Progress = no_progress) -> Source:
    """The document at `path` as lines.

    `progress` is told of each page recognised from a picture. Raises Unreadable.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a folder, or a pipe that nobody may ever fill
            raise Unreadable(Refusal.MISSING)
        with path.open("rb") as file:
            return _source(file, path.name, limits, progress)
    except OSError as error:
        raise Unreadable(Refusal.MISSING) from error


def read_bytes(data: bytes, *, name: str = "", limits: Limits = LIMITS, progress: Progress = no_progress) -> Source:
    """As read_lines, for an upload; `name` is the name it came under. Raises Unreadable."""
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.seek(0)
        return _source(file, name, limits, progress)


def read_open(file: BinaryIO, *, name: str = "", limits: Limits = LIMITS, progress: Progress = no_progress) -> Source:
    """As read_lines, for a file that is open and stands on the disk; it is never held in memory whole.

    Raises Unreadable.
    """
    file.seek(0)
    return _source(file, name, limits, progress)


def _source(file: BinaryIO, name: str, limits: Limits, progress: Progress) -> Source:
    head = head_of(file, limits)
    suffix = PurePath(name).suffix.lower()
    media_type, reading = _read(media.of(head, suffix), file, limits, progress)
    reading = _cleaned(_bounded(reading, limits))
    if not any(line.text.strip() for line in reading.lines):
        raise Unreadable(Refusal.NO_TEXT)
    return Source(media_type, tuple(reading.lines), (*_renamed(suffix, media_type), *reading.notes))


def head_of(file: BinaryIO, limits: Limits) -> bytes:
    size = os.fstat(file.fileno()).st_size
    if size == 0:
        raise Unreadable(Refusal.EMPTY)
    if size > limits.file_bytes:
        raise Unreadable(Refusal.TOO_LARGE)
    return file.read(media.HEAD)


def _read(media_type: str, file: BinaryIO, limits: Limits, progress: Progress) -> tuple[str, Reading]:
    """The media type found and what the reader for it made of the file."""
    if media_type == media.PACKAGE:
        answer = jail.run("docx", file, limits=limits)
        return _of_package(answer, file, limits)
    if media_type == media.PDF:
        return media_type, ocr.with_scanned_pages(_jailed("pdf", file, limits), file, limits, progress)
    if media_type in (media.OLE, media.RTF):
        found = office.kind_of_old_file(file) if media_type == media.OLE else media_type
        return found, _converted(file, found, limits)
    if media_type in media.READABLE_IMAGES.values():
        return media_type, ocr.of_image(file, limits)
    if media_type == media.HTML or os.fstat(file.fileno()).st_size > limits.plain_bytes:
        return media_type, _jailed("html" if media_type == media.HTML else "plain", file, limits)
    file.seek(0)
    return media_type, plain_text.read(file.read())  # no parser of another's making: no jail


def _of_package(answer: dict[str, Any], file: BinaryIO, limits: Limits) -> tuple[str, Reading]:
    found = answer["media_type"]
    if found == media.DOCX:
        return found, Reading.from_json(answer)
    if found == media.ODT:
        return found, _converted(file, found, limits)
    raise Unreadable(Refusal.NOT_A_DOCUMENT if found == media.XLSX else Refusal.UNKNOWN_TYPE)


def _converted(file: BinaryIO, media_type: str, limits: Limits) -> Reading:
    with office.as_docx(file, media_type, limits) as docx:
        return _jailed("docx", docx, limits)


def _jailed(job: str, file: BinaryIO, limits: Limits) -> Reading:
    return Reading.from_json(jail.run(job, file, limits=limits))


def _bounded(reading: Reading, limits: Limits) -> Reading:
    too_long = sum(len(line.text) for line in reading.lines) > limits.characters
    if too_long or len(reading.lines) > limits.lines:
        raise Unreadable(Refusal.TOO_MUCH_TEXT)
    return reading


def _cleaned(reading: Reading) -> Reading:
    """Letters of a wrong table put right over the whole document, then each line in its clean form."""
    repaired = repair("\n".join(line.text.replace("\n", " ") for line in reading.lines))
    notes = [*reading.notes, *repaired.notes]
    texts: Iterable[str] = repaired.text.split("\n")
    if "Ð" in repaired.text:
        texts = (text.replace("Ð", "Đ") for text in texts)
        notes.append(ETH)
    lines: list[Line] = [replace(line, text=clean(text)) for line, text in zip(reading.lines, texts, strict=True)]
    return Reading(lines, notes)


def _renamed(suffix: str, found: str) -> tuple[str, ...]:
    named = media.SUFFIXES.get(suffix)
    alike = {named, found} <= {media.DOCX, media.DOCM} or {named, found} <= {media.PLAIN, media.CSV, media.MARKDOWN}
    if named is None or named == found or alike or found not in SHORT_NAMES:
        return ()
    return (RENAMED.format(named=suffix.removeprefix(".").upper(), found=SHORT_NAMES[found]),)


def read_table(path: Path, *, limits: Limits = LIMITS) -> Table:
    """The first sheet with anything on it of an XLSX, or a CSV, as text. Raises Unreadable."""
    try:
        with path.open("rb") as file:
            return _table(file, limits)
    except OSError as error:
        raise Unreadable(Refusal.MISSING) from error


def read_table_bytes(data: bytes, *, limits: Limits = LIMITS) -> Table:
    """As read_table, for an upload. Raises Unreadable."""
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.seek(0)
        return _table(file, limits)


def _table(file: BinaryIO, limits: Limits) -> Table:
    found = media.of(head_of(file, limits), "")
    if found == media.OLE:
        office.kind_of_old_file(file)  # says so when it is locked
    if found not in (media.PACKAGE, media.PLAIN):
        raise Unreadable(Refusal.NOT_A_TABLE)
    answer = jail.run("xlsx" if found == media.PACKAGE else "csv", file, limits=limits)
    rows = tuple(map(tuple, answer["rows"]))
    return Table(tuple(answer["header"]), rows, tuple(answer["notes"]), tuple(answer["numbers"]))
