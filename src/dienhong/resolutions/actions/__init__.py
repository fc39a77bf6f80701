"""Verbs: a file arrives and is read, an officer decides, replaces, notes, carries over, relates, publishes."""

from dienhong.resolutions.actions.carry import keep_decisions
from dienhong.resolutions.actions.complete import Blanks, complete
from dienhong.resolutions.actions.decide import DecidedMeanwhile, confirm, confirm_article, reject
from dienhong.resolutions.actions.note import note, note_unseen
from dienhong.resolutions.actions.publish import publish, withdraw
from dienhong.resolutions.actions.read import read
from dienhong.resolutions.actions.relate import relate, state
from dienhong.resolutions.actions.replace import Terms, add, edit, merge, split
from dienhong.resolutions.actions.upload import Uploaded, may_retry, retry, upload

__all__ = [
    "Blanks",
    "DecidedMeanwhile",
    "Terms",
    "Uploaded",
    "add",
    "complete",
    "confirm",
    "confirm_article",
    "edit",
    "keep_decisions",
    "may_retry",
    "merge",
    "note",
    "note_unseen",
    "publish",
    "read",
    "reject",
    "relate",
    "retry",
    "split",
    "state",
    "upload",
    "withdraw",
]
