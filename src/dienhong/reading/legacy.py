"""Vietnamese before Unicode: the tables of TCVN3 (ABC), VNI and VISCII.

TCVN3 and VISCII give a letter one byte; TCVN3 fonts print marked capitals by a second font whose
name ends in H. VNI gives a letter one byte and its mark a second. In a DOCX the bytes of a run stand
as Unicode characters, read through Windows-1252.
"""

import re
import unicodedata

TCVN3_FROM_A1 = (
    "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợù"
    "ỖủũúụừửữứựỳỷỹýỵỐ"
)
VISCII_CONTROLS = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
VISCII_FROM_80 = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫ"
    "èéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
TCVN3 = dict(enumerate(TCVN3_FROM_A1, start=0xA1))
VISCII = VISCII_CONTROLS | dict(enumerate(VISCII_FROM_80, start=0x80))
SYMBOL_FONT_PAGE = range(0xF020, 0xF100)  # where Word keeps the bytes of a font it takes for symbols

ACUTE, GRAVE, HOOK, TILDE, DOT, CIRCUMFLEX, BREVE = "\u0301\u0300\u0309\u0303\u0323\u0302\u0306"
VNI_LETTERS = {
    "ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
}  # fmt: skip
VNI_MARKS = {
    "ù": ACUTE, "ø": GRAVE, "û": HOOK, "õ": TILDE, "ï": DOT,
    "â": CIRCUMFLEX, "á": CIRCUMFLEX + ACUTE, "à": CIRCUMFLEX + GRAVE, "å": CIRCUMFLEX + HOOK,
    "ã": CIRCUMFLEX + TILDE, "ä": CIRCUMFLEX + DOT,
    "ê": BREVE, "é": BREVE + ACUTE, "è": BREVE + GRAVE, "ú": BREVE + HOOK, "ü": BREVE + TILDE, "ë": BREVE + DOT,
}  # fmt: skip
VNI_LETTERS |= {old.upper(): new.upper() for old, new in VNI_LETTERS.items()}
VNI_MARKS |= {old.upper(): mark for old, mark in VNI_MARKS.items()}
VNI_PAIR = re.compile(f"([aeouyôöAEOUYÔÖ])([{''.join(VNI_MARKS)}])")
VNI_SINGLE = re.compile(f"[{''.join(VNI_LETTERS)}]")

TCVN3_FONT = re.compile(r"^\.vn", re.IGNORECASE)
VNI_FONT = re.compile(r"^vni[- ]", re.IGNORECASE)
UNICODE_LETTERS = re.compile(r"[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")


def from_tcvn3(text: str) -> str:
    """Characters U+00A1–U+00FF taken as TCVN3 bytes."""
    return unicodedata.normalize("NFC", text.translate(TCVN3))


def from_viscii(text: str) -> str:
    """Characters below U+0100 taken as VISCII bytes."""
    return text.translate(VISCII)


def from_vni(text: str) -> str:
    """Characters below U+0100 taken as VNI bytes."""

    def pair(match: re.Match[str]) -> str:
        letter = VNI_LETTERS.get(match[1], match[1])
        return letter + VNI_MARKS[match[2]]

    def single(match: re.Match[str]) -> str:
        return VNI_LETTERS[match[0]]

    pieces, done = [], 0
    for match in VNI_PAIR.finditer(text):
        pieces += [VNI_SINGLE.sub(single, text[done : match.start()]), pair(match)]
        done = match.end()
    pieces.append(VNI_SINGLE.sub(single, text[done:]))
    return unicodedata.normalize("NFC", "".join(pieces))


def family_of_font(font: str | None) -> str | None:
    """The table of a legacy font, tcvn3 or vni; None for a font that holds Unicode."""
    if font and TCVN3_FONT.match(font):
        return "tcvn3"
    if font and VNI_FONT.match(font):
        return "vni"
    return None


def from_legacy_font(text: str, font: str | None) -> str:
    """The words a run in `font` shows. A run that already holds Vietnamese letters is Unicode in spite of it."""
    family = family_of_font(font)
    if family is None or font is None or UNICODE_LETTERS.search(text):
        return text
    text = "".join(chr(ord(letter) & 0xFF) if ord(letter) in SYMBOL_FONT_PAGE else letter for letter in text)
    if family == "vni":
        return from_vni(text)
    text = from_tcvn3(text)
    return text.upper() if font.upper().endswith("H") else text
