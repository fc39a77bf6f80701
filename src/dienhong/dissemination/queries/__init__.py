"""Reads: scripts, second texts, voices; who read the notice."""

from dienhong.dissemination.queries.heads import Receipt, key_of, key_of_reminder, mine, receipts, units_of
from dienhong.dissemination.queries.languages import (
    Spoken,
    Written,
    approved_words,
    seen_text,
    seen_voice,
    shown_texts,
    shown_voices,
    texts,
    voice,
    voices,
)
from dienhong.dissemination.queries.scripts import newest_script, script, scripts

__all__ = [
    "Receipt",
    "Spoken",
    "Written",
    "approved_words",
    "key_of",
    "key_of_reminder",
    "mine",
    "newest_script",
    "receipts",
    "script",
    "scripts",
    "seen_text",
    "seen_voice",
    "shown_texts",
    "shown_voices",
    "texts",
    "units_of",
    "voice",
    "voices",
]
