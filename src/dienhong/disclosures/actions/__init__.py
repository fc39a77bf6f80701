"""Verbs: draft a plan, add to it; open, change, withdraw a disclosure; record what was put up and taken down."""

from dienhong.disclosures.actions.content import Content, change, clear, hold, open_disclosure, withdraw
from dienhong.disclosures.actions.plans import add_local, draft_plan, own
from dienhong.disclosures.actions.postings import Told, pass_on, record, remove, settle, settle_all

__all__ = [
    "Content",
    "Told",
    "add_local",
    "change",
    "clear",
    "draft_plan",
    "hold",
    "open_disclosure",
    "own",
    "pass_on",
    "record",
    "remove",
    "settle",
    "settle_all",
    "withdraw",
]
