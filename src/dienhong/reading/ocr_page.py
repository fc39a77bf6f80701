"""One page to words, inside the jail: drawn by PDFium, read by Tesseract."""

import subprocess
from typing import Any

import pypdfium2

from dienhong.reading.limits import Limits
from dienhong.reading.media import READABLE_IMAGES
from dienhong.reading.package import Package, pictures
from dienhong.reading.pdf_text import opened
from dienhong.reading.refusals import Refusal, Unreadable
from dienhong.reading.source import Reading
from lawcore.provisions.model import Line

DPI = 200
POINTS_PER_INCH = 72
MOST_PIXELS = 16_000_000  # a larger page is drawn smaller
TESSERACT = ("tesseract", "stdin", "stdout", "-l", "vie", "--psm", "1", "--dpi", str(DPI))  # 1: turns the page upright
MISSING_LANGUAGE = b"Failed loading language 'vie'"


def answer(data: bytes, *, limits: Limits, page: int) -> dict[str, Any]:
    """The lines of `page` (from 1) of a PDF, of the picture with that number in an office package, or of an image."""
    image = _in_package(data, page, limits) if data.startswith(b"PK") else data
    if _is_pdf(data):
        image = _drawn(data, page, limits)
    return Reading([Line(text, page) for text in _words(image, limits)]).to_json()


def _in_package(data: bytes, number: int, limits: Limits) -> bytes:
    package = Package(data, limits)
    image = package.bytes_of(pictures(package.names())[number - 1]) or b""
    if not image.startswith(tuple(READABLE_IMAGES)):
        raise Unreadable(Refusal.OLD_IMAGE)
    return image


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def _drawn(data: bytes, number: int, limits: Limits) -> bytes:
    """The page as a grey PGM picture, which needs no library to write."""
    page: pypdfium2.PdfPage = opened(data, limits)[number - 1]
    width, height = page.get_size()
    scale = DPI / POINTS_PER_INCH
    pixels = width * height * scale * scale
    if pixels > MOST_PIXELS:
        scale *= (MOST_PIXELS / pixels) ** 0.5
    bitmap = page.render(scale=scale, grayscale=True)
    stride, rows = bitmap.stride, bitmap.height
    buffer = bytes(bitmap.buffer)
    body = b"".join(buffer[row * stride : row * stride + bitmap.width] for row in range(rows))
    return b"P5 %d %d 255\n" % (bitmap.width, rows) + body


def _words(image: bytes, limits: Limits) -> list[str]:
    try:
        done = subprocess.run(TESSERACT, input=image, capture_output=True, timeout=limits.ocr_seconds, check=False)  # noqa: S603
    except FileNotFoundError as error:
        raise Unreadable(Refusal.NO_OCR) from error
    if MISSING_LANGUAGE in done.stderr:
        raise Unreadable(Refusal.NO_OCR)
    if done.returncode != 0:
        raise Unreadable(Refusal.OCR_FAILED)
    return done.stdout.decode("utf-8", "replace").replace("\x0c", "").rstrip("\n").split("\n")
