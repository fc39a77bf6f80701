"""Vietnamese as it is read aloud: numbers, money, days, citations and abbreviations in words.

Words    number, decimal, money, day, aloud, unspoken, syllable
Promise  what cannot be put into words stands as it was and is named by `unspoken`; nothing is guessed
"""

from lawcore.spoken.numbers import LARGEST, Zero, day, decimal, digits, money, month, number, percent, roman
from lawcore.spoken.reader import aloud, syllables, unspoken
from lawcore.spoken.tables import ABBREVIATIONS, UNITS

__all__ = [
    "ABBREVIATIONS",
    "LARGEST",
    "UNITS",
    "Zero",
    "aloud",
    "day",
    "decimal",
    "digits",
    "money",
    "month",
    "number",
    "percent",
    "roman",
    "syllables",
    "unspoken",
]
