"""What a file is, by its first bytes; its name only settles what bytes cannot say."""

from dienhong.reading.refusals import Refusal, Unreadable

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOCM = "application/vnd.ms-word.document.macroEnabled.12"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODT = "application/vnd.oasis.opendocument.text"
DOC = "application/msword"
RTF = "application/rtf"
PDF = "application/pdf"
HTML = "text/html"
MARKDOWN = "text/markdown"
PLAIN = "text/plain"
CSV = "text/csv"
PACKAGE = "application/zip"  # which one is told apart inside the jail
OLE = "application/x-ole-storage"

SUFFIXES = {
    ".docx": DOCX,
    ".docm": DOCM,
    ".xlsx": XLSX,
    ".odt": ODT,
    ".doc": DOC,
    ".rtf": RTF,
    ".pdf": PDF,
    ".html": HTML,
    ".htm": HTML,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".txt": PLAIN,
    ".csv": CSV,
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
}
HEAD = 4096  # bytes that tell
READABLE_IMAGES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
}
OTHER_IMAGES = (b"GIF8", b"BM", b"II+\x00", b"MM\x00+")
HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif")


def of(head: bytes, suffix: str) -> str:
    """The media type of a file that begins with `head`. Raises Unreadable for an image no OCR reads."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return PACKAGE
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return OLE
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(b"{\\rtf"):
        return RTF
    return _image(head) or _text(head, suffix)


def _image(head: bytes) -> str | None:
    for magic, media_type in READABLE_IMAGES.items():
        if head.startswith(magic):
            return media_type
    webp = head.startswith(b"RIFF") and head[8:12] == b"WEBP"
    heic = head[4:8] == b"ftyp" and head[8:12] in HEIC_BRANDS
    if webp or heic or (head.startswith(OTHER_IMAGES) and b"\x00" in head):
        raise Unreadable(Refusal.OLD_IMAGE)
    return None


def _text(head: bytes, suffix: str) -> str:
    start = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or SUFFIXES.get(suffix) == HTML:
        return HTML
    named = SUFFIXES.get(suffix)
    return named if named in (MARKDOWN, CSV) else PLAIN
