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

    When some pages have text and Tesseract is missing, a note names the pages left out; when none
    has, raises Unreadable.
    """
    if not reading.scanned:
        return reading
    if len(reading.scanned) > limits.ocr_pages:
        raise Unreadable(Refusal.TOO_MANY_PAGES)
    recognised: list[Line] = []
    try:
        for done, page in enumerate(reading.scanned, start=1):
            recognised += _recognised("ocr-pdf", file, limits, page)
            progress(done, len(reading.scanned))
    except Unreadable as refusal:
        if not reading.lines:
            raise
        pages = ", ".join(map(str, reading.scanned))
        return Reading(reading.lines, (*reading.notes, LEFT_OUT.format(pages=pages, why=refusal)))
    lines = sorted((*reading.lines, *recognised), key=lambda line: line.page or 0)
    return Reading(lines, (*reading.notes, RECOGNISED.format(n=len(reading.scanned))))


def of_image(file: BinaryIO, limits: Limits) -> Reading:
    """The lines of a photograph or scan. Raises Unreadable."""
    return Reading(_recognised("ocr-image", file, limits, 1), (RECOGNISED.format(n=1),))


def _recognised(job: str, file: BinaryIO, limits: Limits, page: int) -> list[Line]:
    if shutil.which("tesseract") is None:
        raise Unreadable(Refusal.NO_OCR)
    return list(Reading.from_json(jail.run(job, file, limits=limits, page=page)).lines)
