"""How Vietnamese a text looks: the share of its marked words that Vietnamese could spell.

Good enough to tell the right table of letters from the wrong ones, which give almost none.
"""

import re
import unicodedata

BETWEEN_WORDS = re.compile(r"[\s\-–—/,.:;!?()\[\]{}<>…“”‘’«»\"'*_+=|0-9%]+")
ONE_LETTER_WORDS = frozenset("àáạảếềệêíìỉịòóồốổộôờởợơúùủụưừứựýỳỷỵđ")
TONES = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")
SYLLABLE = re.compile(
    r"(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|p|ph|qu|r|s|th?|tr|v|x)?"
    r"(?:uyê|uya|uyu|oai|oay|oao|oeo|uây|uôi|ươi|ươu|iêu|yêu|uêu"
    r"|iê|yê|uô|ươ|uâ|uê|uơ|uy|oa|oă|oe|oo|ua|ưa|ia|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu"
    r"|[aăâeêioôơuưy])"
    r"(?:ch?|m|ngh?|nh?|n|ng|p|t)?"
)
ENOUGH_WORDS = 400_000  # characters looked at


def marked_words(text: str) -> list[str]:
    """The words with a letter beyond ASCII, in small letters; a sign inside a word is part of it."""
    pieces = BETWEEN_WORDS.split(text[:ENOUGH_WORDS])
    return [piece.lower() for piece in pieces if not piece.isascii() and any(map(str.isalpha, piece))]


def is_syllable(word: str) -> bool:
    """Whether Vietnamese could spell `word` (small letters, any normal form)."""
    word = unicodedata.normalize("NFC", word)
    if len(word) == 1:
        return word in ONE_LETTER_WORDS
    bare = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).translate(TONES))
    return SYLLABLE.fullmatch(bare) is not None


def likeness(text: str) -> float:
    """From 0 to 1: the share of marked words that are Vietnamese syllables; 1 where none is marked."""
    words = marked_words(text)
    return sum(map(is_syllable, words)) / len(words) if words else 1.0
