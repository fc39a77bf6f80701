"""Vietnamese text as the bytes of the days before Unicode, made independently of the reader's tables."""

import subprocess
import unicodedata

VNI_BASE = {"đ": "ñ", "Đ": "Ñ", "ơ": "ô", "Ơ": "Ô", "ư": "ö", "Ư": "Ö"}
VNI_WHOLE = {"í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}
VNI_WHOLE |= {new.upper(): old.upper() for new, old in VNI_WHOLE.items()}
VNI_MARK = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
VNI_ROOF = {"": "â", "\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
VNI_BOWL = {"": "ê", "\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}


def vni(text):
    """As the VNI keyboard driver of the nineties wrote it."""
    return "".join(map(_vni_letter, unicodedata.normalize("NFC", text))).encode("latin-1", "ignore")


def _vni_letter(letter):
    if letter in VNI_WHOLE:
        return VNI_WHOLE[letter]
    parts = unicodedata.normalize("NFD", letter)
    base, marks = parts[0], parts[1:]
    horned = unicodedata.normalize("NFC", base + "\u031b") if "\u031b" in marks else base
    tone = next((mark for mark in marks if mark in VNI_MARK), "")
    second = ""
    if "\u0302" in marks:
        second = VNI_ROOF[tone]
    elif "\u0306" in marks:
        second = VNI_BOWL[tone]
    elif tone:
        second = VNI_MARK[tone]
    return VNI_BASE.get(horned, horned) + (second.upper() if letter.isupper() else second)


def by_system(text, table):
    """Through the C library's own table: "TCVN-5712", "VISCII"."""
    done = subprocess.run(
        ["iconv", "-f", "UTF-8", "-t", f"{table}//IGNORE"], input=text.encode(), capture_output=True, check=False
    )
    return done.stdout


def tcvn3(text):
    """TCVN3 has no marked capitals of its own but Ă Â Đ Ê Ô Ơ Ư: others are typed small, in another font."""
    small = "".join(letter if letter in "ĂÂĐÊÔƠƯ" or letter.isascii() else letter.lower() for letter in text)
    return by_system(unicodedata.normalize("NFC", small), "TCVN-5712")


def windows_1258(text):
    """Base letter and tone apart, as Windows keeps it."""
    out = []
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
        base = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in tones))
        out.append(base + tones)
    return "".join(out).encode("cp1258", "ignore")
