"""Verbs: settle a script, propose a second text, keep a voice, rule on them; tell the village heads; note letters."""

from dienhong.dissemination.actions.forgetting import forget
from dienhong.dissemination.actions.heads import remind_heads, send_to_heads
from dienhong.dissemination.actions.languages import approve, keep_voice, propose_text, take_back, write_down_approval
from dienhong.dissemination.actions.paper import code_of, note_letters
from dienhong.dissemination.actions.radio import save_script

__all__ = [
    "approve",
    "code_of",
    "forget",
    "keep_voice",
    "note_letters",
    "propose_text",
    "remind_heads",
    "save_script",
    "send_to_heads",
    "take_back",
    "write_down_approval",
]
