"""Choices that carry their own Vietnamese words, and choices between readings of a text."""

from enum import StrEnum
from typing import Self

from lawcore.answers import impossible
from lawcore.readings import Reading


class Choice(StrEnum):
    """Members are written `NAME = "code", "lời tiếng Việt"`; the value is the code."""

    words: str

    def __new__(cls, code: str, words: str) -> Self:
        """A member that is its code, with its words beside it."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.words = words
        return member


def check_reading(reading: Reading, choice: str) -> None:
    """Refuses a choice that the reading does not offer."""
    if choice not in reading.choices:
        raise impossible(f"{reading.asks}: chọn một trong các cách hiểu.", allowed=reading.choices)
