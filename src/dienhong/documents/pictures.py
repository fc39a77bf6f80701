"""A picture without what the telephone wrote beside it: where it was taken, when, by which device, previews.

The picture itself is not decoded and not changed: marks are left out of the file. Of a JPEG only which way up it is to
be shown stays.

Words    segment, chunk
"""

import struct
from collections.abc import Iterator
from typing import Final

JPEG: Final = b"\xff\xd8"
PNG: Final = b"\x89PNG\r\n\x1a\n"
EXIF: Final = b"Exif\x00\x00"
ORIENTATION: Final = 0x0112
WAYS_UP: Final = range(1, 9)
MARK, END, SCAN, NOTES, PROFILE, COMMENT = 0xFF, 0xD9, 0xDA, 0xE1, 0xE2, 0xFE
RESTARTS, APPLICATION = range(0xD0, 0xD8), range(0xE0, 0xF0)
SHORTEST, HEADER = 2, 8  # bytes of a segment's length, of what begins the notes
NEEDED: Final = frozenset({0xE0, 0xEE})
"""Application segments without which some pictures look wrong: JFIF, and Adobe's way of colours."""
COLOURS: Final = b"ICC_PROFILE\x00"
SHOWN: Final = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs"}
)
"""Chunks of a PNG that are the picture; every other one is a note beside it."""


class BrokenPicture(Exception):
    """A file that begins as a picture and does not go on as one."""


def bare(data: bytes) -> bytes:
    """The picture without its notes. Raises BrokenPicture for what is neither JPEG nor PNG."""
    try:
        if data.startswith(JPEG):
            return b"".join(_jpeg(data))
        if data.startswith(PNG):
            return PNG + b"".join(_png(data))
    except (struct.error, IndexError) as broken:
        raise BrokenPicture from broken
    raise BrokenPicture


def _jpeg(data: bytes) -> Iterator[bytes]:
    """ITU T.81 annex B: segments up to the scans, the scans up to the end mark, nothing after it."""
    yield JPEG
    at, turned = 2, 0
    while True:
        while data[at] == MARK and data[at + 1] == MARK:  # fill bytes
            at += 1
        if data[at] != MARK:
            raise BrokenPicture
        kind = data[at + 1]
        if kind == END:
            yield b"\xff\xd9"
            return
        (length,) = struct.unpack_from(">H", data, at + 2)
        body, end = data[at + 4 : at + 2 + length], at + 2 + length
        if length < SHORTEST or end > len(data):
            raise BrokenPicture
        if kind == NOTES and not turned and body.startswith(EXIF):
            turned = _way_up(body[len(EXIF) :])
            yield from _only_way_up(turned)
        elif _is_picture(kind, body):
            yield data[at:end]
        at = end
        if kind == SCAN:
            rest = _scan_ends(data, at)
            yield data[at:rest]
            at = rest


def _is_picture(kind: int, body: bytes) -> bool:
    if kind in NEEDED or (kind == PROFILE and body.startswith(COLOURS)):
        return True
    return kind not in APPLICATION and kind != COMMENT  # application segments and comments are notes


def _scan_ends(data: bytes, at: int) -> int:
    """Where the next segment begins: at a mark that is neither a stuffed byte nor a restart."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise BrokenPicture
        if data[at + 1] not in {0x00, MARK, *RESTARTS}:
            return at
        at += 1 if data[at + 1] == MARK else 2


def _way_up(tiff: bytes) -> int:
    """The orientation in the first directory of the notes; 0 where there is none."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < HEADER:
        return 0
    (first,) = struct.unpack_from(f"{order}I", tiff, 4)
    if first + 2 > len(tiff):
        return 0
    (number,) = struct.unpack_from(f"{order}H", tiff, first)
    for entry in range(first + 2, min(first + 2 + number * 12, len(tiff) - 11), 12):
        tag, kind, count, value = struct.unpack_from(f"{order}HHIH", tiff, entry)
        if tag == ORIENTATION and (kind, count) == (3, 1):
            return int(value) if value in WAYS_UP else 0
    return 0


def _only_way_up(turned: int) -> Iterator[bytes]:
    """Notes of one line: how the picture is to be turned."""
    if turned > 1:
        body = EXIF + b"MM\x00\x2a\x00\x00\x00\x08" + struct.pack(">HHHIHHI", 1, ORIENTATION, 3, 1, turned, 0, 0)
        yield b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _png(data: bytes) -> Iterator[bytes]:
    """W3C PNG: length, name, body and check of each chunk; nothing after the last one."""
    at = len(PNG)
    while True:
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise BrokenPicture
        if name in SHOWN:
            yield data[at:end]
        if name == b"IEND":
            return
        at = end
