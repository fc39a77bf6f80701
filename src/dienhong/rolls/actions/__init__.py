"""Verbs: take a roll; propose a change, confirm or refuse it; publish a list, object to it, answer; type, hand over."""

from dienhong.rolls.actions.changing import NewChange, NewPart, confirm, propose, refuse
from dienhong.rolls.actions.forgetting import forget
from dienhong.rolls.actions.listing import Objected, answer, forget_words, object_to, publish
from dienhong.rolls.actions.taking import take
from dienhong.rolls.actions.typing import drop, enter, give_back, hand_over, keep_rows, start, tidy

__all__ = [
    "NewChange",
    "NewPart",
    "Objected",
    "answer",
    "confirm",
    "drop",
    "enter",
    "forget",
    "forget_words",
    "give_back",
    "hand_over",
    "keep_rows",
    "object_to",
    "propose",
    "publish",
    "refuse",
    "start",
    "take",
    "tidy",
]
