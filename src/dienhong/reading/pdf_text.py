"""PDF with text: its printed lines, page by page, in the order of the layout."""

from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from dienhong.reading.limits import Limits
from dienhong.reading.refusals import Refusal, Unreadable
from dienhong.reading.source import Reading
from lawcore.provisions.model import Line

BOLD_WEIGHT = 600
WRAP_HYPHENS = ("\ufffe", "\x02")  # how PDFium marks a hyphen that ends a line


def answer(data: bytes, *, limits: Limits, page: int) -> dict[str, Any]:  # noqa: ARG001 (one shape for all jobs)
    return read(data, limits).to_json()


def opened(data: bytes, limits: Limits) -> pypdfium2.PdfDocument:
    """The document; raises Unreadable when it is locked, broken or too long."""
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise Unreadable(Refusal.PASSWORD if locked else Refusal.BROKEN) from error
    if count > limits.pages:
        raise Unreadable(Refusal.TOO_MANY_PAGES)
    if count == 0:
        raise Unreadable(Refusal.BROKEN)
    return document


def read(data: bytes, limits: Limits) -> Reading:
    """The lines of every page with text; pages that show something but hold no text are `scanned`."""
    document = opened(data, limits)
    lines: list[Line] = []
    scanned: list[int] = []
    for index in range(len(document)):
        try:
            page = document[index]
        except pypdfium2.PdfiumError as error:
            raise Unreadable(Refusal.BROKEN) from error
        found = _lines_of(page, index + 1)
        lines += found
        if not found and _shows_something(page):
            scanned.append(index + 1)
        page.close()
    return Reading(lines, (), scanned)


def _lines_of(page: pypdfium2.PdfPage, number: int) -> list[Line]:
    text_page = page.get_textpage()
    raw = text_page.raw
    lines = []
    start = 0
    letters = [chr(pdfium.FPDFText_GetUnicode(raw, at)) for at in range(text_page.count_chars())]
    text = "".join(letters)
    for printed in text.split("\n"):
        visible = printed.strip("\r \x00")
        if visible:
            at = start + printed.index(visible)
            lines.append(Line(_whole(visible), number, _is_bold(raw, at, len(visible))))
        start += len(printed) + 1
    text_page.close()
    return lines


def _whole(line: str) -> str:
    for mark in WRAP_HYPHENS:
        line = line.replace(mark, "-")
    return line


def _is_bold(raw: Any, start: int, length: int) -> bool:
    """Judged by the first, middle and last letter."""
    places = (start, start + length // 2, start + length - 1)
    return all(int(pdfium.FPDFText_GetFontWeight(raw, at)) >= BOLD_WEIGHT for at in places)


def _shows_something(page: pypdfium2.PdfPage) -> bool:
    return int(pdfium.FPDFPage_CountObjects(page.raw)) > 0
