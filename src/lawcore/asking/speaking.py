"""A result in words, for people: days as 02/03/2026, choices by their name, the parts of a result one after another."""

from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum

from lawcore.asking.words import choice_words, field_words
from lawcore.timelimits import Period

_NOT_SHOWN = frozenset({"cite", "code", "may_add"})
"""Codes; what they stand for is in the explanation."""


def spoken(result: object) -> str:
    """A result as people say it; a list stands on lines of its own; why there is none is in the explanation."""
    if result is None:
        return "không có"
    if isinstance(result, tuple):
        return "".join(f"\n  - {_inside(each)}" for each in result) or "không có"
    return _inside(result)


def _inside(part: object) -> str:
    """A part of a result, on one line; what is None there is not stated by the texts."""
    match part:
        case None:
            return "không nêu"
        case bool():
            return "có" if part else "không"
        case StrEnum():
            return choice_words(part)
        case date():
            return f"{part:%d/%m/%Y}"
        case tuple():
            return ", ".join(_inside(each) for each in part) or "không có"
        case _:
            return str(part) if isinstance(part, int | str | Period) else _parts(part)


def parts(whole: object) -> tuple[tuple[str, str], ...]:
    """What the parts of a result are called, each with its words. TypeError for what has no parts."""
    if not is_dataclass(whole):
        raise TypeError(f"no words for {type(whole).__name__}")
    names = [field.name for field in fields(whole) if field.name not in _NOT_SHOWN]
    return tuple((field_words(name), _inside(getattr(whole, name))) for name in names)


def _parts(whole: object) -> str:
    return "; ".join(f"{name}: {words}" for name, words in parts(whole))
