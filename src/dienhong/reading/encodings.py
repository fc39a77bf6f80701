"""Bytes or characters in the wrong table of letters, back to the words somebody typed."""

import codecs
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dienhong.reading.legacy import from_tcvn3, from_viscii, from_vni
from dienhong.reading.refusals import Refusal, Unreadable
from dienhong.reading.syllables import likeness, marked_words

GOOD = 0.8  # likeness of Vietnamese text in its right table; wrong tables stay below 0.5
FEW = 0.02  # marked words among all words of a text in another language
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MOST_CONTROLS = 0.002
MOST_DAMAGE = 0.02
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MOJIBAKE = re.compile(r"(?:[ÃÂÄÆ]|á[º»]|â€|á\S?[»º])")
LONGEST_CHARACTER = 4  # bytes in UTF-8

CONVERTED = "Tệp dùng bảng mã {table}, đã chuyển sang Unicode. Hãy so lại với bản gốc."
MENDED = "Chữ trong tệp bị vỡ mã (UTF-8 đọc nhầm), đã khôi phục. Hãy so lại với bản gốc."
DAMAGED = "Có {n} chữ trong tệp bị hỏng, hiện là «\ufffd». Hãy so lại với bản gốc."
CUT = "Tệp bị cắt ở giữa một chữ cuối cùng; phần cuối có thể thiếu."


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    notes: tuple[str, ...] = ()


def _single_bytes(data: bytes) -> str:
    """Windows-1252, with its five holes as the control characters they are in Latin-1."""
    return "".join(map(CP1252.__getitem__, data))


CP1252 = [bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)]
TO_BYTE = {ord(letter): byte for byte, letter in enumerate(CP1252)} | {byte: byte for byte in range(256)}

# Where several tables give the same, the first wins.
BYTE_TABLES: Mapping[str, Callable[[bytes], str]] = {
    "Windows-1258": lambda data: data.decode("cp1258", "replace"),
    "TCVN3 (ABC)": lambda data: from_tcvn3(data.decode("latin-1")),
    "VNI": lambda data: from_vni(data.decode("latin-1")),
    "VISCII": lambda data: from_viscii(data.decode("latin-1")),
}


def decode(data: bytes) -> Decoded:
    """The text of a file of plain text. Raises Unreadable for what is no text or in no known table."""
    marked = next((codec for bom, codec in BOMS if data.startswith(bom)), None)
    codec = marked or _utf16_without_mark(data)
    if codec:
        return Decoded(_of_text(data.decode(codec, "replace")))
    utf8 = _utf8(data)
    if utf8 is not None:
        return Decoded(_of_text(utf8.text), utf8.notes)
    return _of_table(data)


def _utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.start < len(data) - LONGEST_CHARACTER or error.start == 0:
            return None
        whole = data[: error.start].decode("utf-8")
        return Decoded(whole, (CUT,)) if not whole.isascii() else None


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 text holds a zero in every second byte wherever it is ASCII."""
    head = data[:4000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    least = len(head) // 8
    if max(even, odd) > least and min(even, odd) * 10 < max(even, odd):
        return "utf-16-be" if even > odd else "utf-16-le"
    return None


def _of_text(text: str) -> str:
    controls = len(CONTROLS.findall(text)) + text.count("\ufffd")
    if controls > max(len(text) * MOST_CONTROLS, 3):
        raise Unreadable(Refusal.BINARY)
    return text


def _of_table(data: bytes) -> Decoded:
    plain = _single_bytes(data)
    controls = sum(data.count(byte) for byte in (*range(9), *range(14, 32), 127))
    if controls > max(len(data) * 0.02, 3):  # VISCII uses a few
        raise Unreadable(Refusal.BINARY)
    tables = {name: read(data) for name, read in BYTE_TABLES.items()}
    best = max(tables, key=lambda name: likeness(tables[name]))
    if likeness(tables[best]) >= GOOD and marked_words(tables[best]):
        return Decoded(tables[best], (CONVERTED.format(table=best),))
    words = len(plain.split())
    if words and len(marked_words(plain)) <= FEW * words:  # another language, or only curly quotes
        return Decoded(_of_text(plain))
    return _damaged_utf8(data)


def _damaged_utf8(data: bytes) -> Decoded:
    """UTF-8 with a few broken letters: they stay visible as "\ufffd" and are counted."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken > MOST_DAMAGE * len(text) or likeness(text) < GOOD:
        raise Unreadable(Refusal.ENCODING)
    return Decoded(text, (DAMAGED.format(n=broken),))


def repair(text: str) -> Decoded:
    """Characters that were decoded through the wrong table before they reached us, as in a PDF or a saved page.

    UTF-8 read as Latin-1 once or twice, TCVN3 and VNI bytes read as Windows-1252. Text that already
    looks Vietnamese comes back as it is.
    """
    if text.isascii() or likeness(text) >= GOOD:
        return Decoded(text)
    once = _unread(text)
    candidates = {
        "": text,
        "once": once,
        "twice": _unread(once),
        "TCVN3 (ABC)": from_tcvn3(text),
        "VNI": from_vni(text),
    }
    best = max(candidates, key=lambda name: likeness(candidates[name]))
    if best == "" or likeness(candidates[best]) < GOOD or not marked_words(candidates[best]):
        return Decoded(text)
    note = MENDED if best in ("once", "twice") else CONVERTED.format(table=best)
    return Decoded(candidates[best], (note,))


def _unread(text: str) -> str:
    """Every line that is UTF-8 read as Windows-1252, read again; the others as they are."""
    return "\n".join(map(_unread_line, text.split("\n")))


def _unread_line(line: str) -> str:
    if line.isascii() or not MOJIBAKE.search(line):
        return line
    try:
        return bytes(TO_BYTE[ord(letter)] for letter in line).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return line
