"""Scanned pages and photographs: each page recognised by Tesseract in a jail of its own."""

import shutil
from collections.abc import Callable
from typing import BinaryIO

from dienhong.reading import jail
from dienhong.reading.limits import Limits
from dienhong.reading.refusals import Refusal, Unreadable
from dienhong.reading.source import Reading
from lawcore.provisions.model import Line

RECOGNISED = "Chữ được nhận dạng từ ảnh ở {n} trang, có thể sai dấu hoặc sót chữ. Hãy so lại với bản gốc."
LEFT_OUT = "Các trang {pages} chỉ có ảnh và chưa đọc được. {why}"


def with_scanned_pages(
    reading: Reading, file: BinaryIO, limits: Limits, progress: Callable[[int, int], None]
) -> Reading:
    """`reading` with its scanned pages recognised and put in their places.

    When a page is refused, those before it stay and a note names the pages left out; when nothing at all could be
    read, raises Unreadable. `progress` may raise Unreadable to end it: what was recognised until then stays.
    """
    if not reading.scanned:
        return reading
    if len(reading.scanned) > limits.ocr_pages:
        raise Unreadable(Refusal.TOO_MANY_PAGES)
    recognised: list[Line] = []
    notes = list(reading.notes)
    done = 0
    try:
        for page in reading.scanned:
            recognised += _recognised("ocr-pdf", file, limits, page)
            done += 1
            progress(done, len(reading.scanned))
    except Unreadable as refusal:
        if not reading.lines and not done:
            raise
        if done < len(reading.scanned):
            notes.append(LEFT_OUT.format(pages=", ".join(map(str, reading.scanned[done:])), why=refusal))
    lines = sorted((*reading.lines, *recognised), key=lambda line: line.page or 0)
    if done:
        notes.append(RECOGNISED.format(n=done))
    return Reading(lines, tuple(notes))


def of_image(file: BinaryIO, limits: Limits) -> Reading:
    """The lines of a photograph or scan. Raises Unreadable."""
    return Reading(_recognised("ocr-image", file, limits, 1), (RECOGNISED.format(n=1),))


def of_page(file: BinaryIO, limits: Limits, page: int) -> list[Line]:
    """The lines of a page of a PDF with the pictures on it, or of the picture with this number in an office package.

    Raises Unreadable.
    """
    file.seek(0)
    job = "ocr-package" if file.read(2) == b"PK" else "ocr-pdf"
    return _recognised(job, file, limits, page)


def _recognised(job: str, file: BinaryIO, limits: Limits, page: int) -> list[Line]:
    if shutil.which("tesseract") is None:
        raise Unreadable(Refusal.NO_OCR)
    return list(Reading.from_json(jail.run(job, file, limits=limits, page=page)).lines)
