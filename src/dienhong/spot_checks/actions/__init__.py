"""Verbs: open a round, draw its lots; record what was found, answer it."""

from dienhong.spot_checks.actions.findings import Seen, record, reply
from dienhong.spot_checks.actions.rounds import draw, draw_waiting, open_round

__all__ = ["Seen", "draw", "draw_waiting", "open_round", "record", "reply"]
