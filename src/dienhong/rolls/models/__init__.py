"""Nouns: a roll and its entries, its publication; a change, its parts, ruling and effects; an objection, its answer."""

from dienhong.rolls.models.changes import Change, Effect, Ground, Kind, Part, Ruling, Step
from dienhong.rolls.models.lists import Answer, Came, Complaint, Objection, Publication
from dienhong.rolls.models.rolls import Entry, Roll
from dienhong.rolls.models.typing import TypedRow, Typing

__all__ = [
    "Answer",
    "Came",
    "Change",
    "Complaint",
    "Effect",
    "Entry",
    "Ground",
    "Kind",
    "Objection",
    "Part",
    "Publication",
    "Roll",
    "Ruling",
    "Step",
    "TypedRow",
    "Typing",
]
