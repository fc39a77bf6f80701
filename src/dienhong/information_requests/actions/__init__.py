"""Verbs: take in, complete; accept, ask for more, point elsewhere, extend, close; answer, refuse, look into, let out;
aim; erase.
"""

from dienhong.information_requests.actions.answering import (
    Answered,
    clear,
    confirm,
    correct,
    look_into,
    provide,
    refuse,
)
from dienhong.information_requests.actions.erasing import decide_erasure, propose_erasure
from dienhong.information_requests.actions.handling import accept, ask_completion, extend, point_elsewhere, withdraw
from dienhong.information_requests.actions.intake import Asked, complete, dispute, submit
from dienhong.information_requests.actions.targets import set_target

__all__ = [
    "Answered",
    "Asked",
    "accept",
    "ask_completion",
    "clear",
    "complete",
    "confirm",
    "correct",
    "decide_erasure",
    "dispute",
    "extend",
    "look_into",
    "point_elsewhere",
    "propose_erasure",
    "provide",
    "refuse",
    "set_target",
    "submit",
    "withdraw",
]
