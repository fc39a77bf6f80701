"""How Vietnamese a text looks: the share of its marked words that Vietnamese could spell.

Good enough to tell the right table of letters from the wrong ones, which give almost none.
"""

import re
import unicodedata

WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
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
    """The words with at least one letter beyond ASCII, in small letters."""
    return [word.lower() for word in WORD.findall(text[:ENOUGH_WORDS]) if not word.isascii()]


def is_syllable(word: str) -> bool:
    """Whether Vietnamese could spell `word` (small letters, any normal form)."""
    bare = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).translate(TONES))
    return SYLLABLE.fullmatch(bare) is not None


def likeness(text: str) -> float:
    """From 0 to 1: the share of marked words that are Vietnamese syllables; 1 where none is marked."""
    words = marked_words(text)
    return sum(map(is_syllable, words)) / len(words) if words else 1.0
