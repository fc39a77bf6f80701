"""PDF with text: its printed lines, page by page, in the order of the layout."""

import ctypes
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from dienhong.reading.limits import Limits
from dienhong.reading.refusals import Refusal, Unreadable
from dienhong.reading.source import Reading
from lawcore.provisions.model import Line

BOLD_WEIGHT = 600
BOLD_NAMES = (b"bold", b"black", b"heavy")
LONGEST_FONT_NAME = 256
WRAP_HYPHENS = ("\ufffe", "\x02")  # how PDFium marks a hyphen that ends a line
UNSEEN = "\r \x00\u00a0"
NO_LETTERS = re.compile(r"[\x00-\x08\x0b-\x1f\ufffd\ue000-\uf01f\uf100-\uf8ff]")
MOST_NO_LETTERS = 0.2
MOST_UPWARD = 0.3  # of the steps from line to line; a page that jumps more was not written in reading order


@dataclass(frozen=True, slots=True)
class Printed:
    """A line with the place of its first letter: `top` in points from the foot of the page."""

    text: str
    bold: bool
    left: float
    top: float


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
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
        except pypdfium2.PdfiumError as error:
            raise Unreadable(Refusal.BROKEN) from error
        printed = in_reading_order(_printed(page))
        if not printed and int(pdfium.FPDFPage_CountObjects(page.raw)) > 0:
            scanned.append(number)
        elif is_unreadable("".join(line.text for line in printed)):
            scanned.append(number)
            printed = []
        lines += (Line(line.text, number, line.bold) for line in printed)
        page.close()
    return Reading(lines, (), scanned)


def has_text(page: pypdfium2.PdfPage) -> bool:
    """Whether the page holds letters that mean something; one that does not is taken for a scan."""
    printed = _printed(page)
    return bool(printed) and not is_unreadable("".join(line.text for line in printed))


def _printed(page: pypdfium2.PdfPage) -> list[Printed]:
    text_page = page.get_textpage()
    raw = text_page.raw
    count = text_page.count_chars()
    text = "".join([chr(pdfium.FPDFText_GetUnicode(raw, at)) for at in range(count)])
    lines = []
    start = 0
    for piece in text.split("\n"):
        visible = piece.strip(UNSEEN)
        if visible:
            at = start + piece.index(visible)
            left, _, _, top = text_page.get_charbox(at)
            lines.append(Printed(_with_hyphens(visible), _is_bold(raw, at, len(visible)), left, top))
        start += len(piece) + 1
    text_page.close()
    return lines


def in_reading_order(lines: list[Printed]) -> list[Printed]:
    """As the file has them, or from top to bottom when the file clearly has them in no order at all."""
    upward = sum(after.top > before.top + 1 for before, after in pairwise(lines))
    if upward <= MOST_UPWARD * len(lines):
        return lines
    return sorted(lines, key=lambda line: (-round(line.top), line.left))


def is_unreadable(text: str) -> bool:
    """Whether the letters have lost their meaning: fonts without a Unicode table leave codes in their place."""
    return len(NO_LETTERS.findall(text)) > MOST_NO_LETTERS * len(text)


def _with_hyphens(line: str) -> str:
    for mark in WRAP_HYPHENS:
        line = line.replace(mark, "-")
    return line


def _is_bold(raw: Any, start: int, length: int) -> bool:
    """Judged by the first, middle and last letter."""
    return all(_is_bold_letter(raw, at) for at in (start, start + length // 2, start + length - 1))


def _is_bold_letter(raw: Any, at: int) -> bool:
    if int(pdfium.FPDFText_GetFontWeight(raw, at)) >= BOLD_WEIGHT:
        return True
    name, flags = ctypes.create_string_buffer(LONGEST_FONT_NAME), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(raw, at, name, LONGEST_FONT_NAME, flags)
    return any(bold in name.value.lower() for bold in BOLD_NAMES)
