"""One form for the letters of every source: NFC, plain spaces, nothing invisible."""

import re
import unicodedata

SPACES = re.compile(r"[\n\r\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u2028\u2029\x0b\x0c\x85]")
# Controls, soft hyphen, zero-width, direction marks, invisible operators, BOM, non-characters, lone surrogates.
INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
MARK_FLOOD = re.compile(r"([\u0300-\u036f]{8})[\u0300-\u036f]+")
SYMBOL_BULLET = re.compile(r"[\uf0b7\uf0a7\uf02d\uf0fc\uf0d8\uf076]")  # Symbol and Wingdings, private use


def clean(text: str) -> str:
    """`text` in NFC with every kind of space as " " (tabs stay) and nothing that cannot be seen."""
    if text.isascii() and text.isprintable():
        return text
    text = INVISIBLE.sub("", SPACES.sub(" ", text))
    text = SYMBOL_BULLET.sub("-", MARK_FLOOD.sub(r"\1", text))
    return unicodedata.normalize("NFC", text)
