"""Choices that carry their own Vietnamese words, and choices between readings of a text."""

from enum import StrEnum
from typing import Self


class Choice(StrEnum):
    """Members are written `NAME = "code", "lời tiếng Việt"`; the value is the code."""

    words: str

    def __new__(cls, code: str, words: str) -> Self:
        """A member that is its code, with its words beside it."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.words = words
        return member
