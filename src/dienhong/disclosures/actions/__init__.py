"""Verbs: draft a plan, add to it; open, change, withdraw a disclosure; record what was put up and taken down."""

from dienhong.disclosures.actions.content import Content, PublishedElsewhere, change, hold, open_disclosure, withdraw
from dienhong.disclosures.actions.erasing import decide_erasure, propose_erasure
from dienhong.disclosures.actions.finding import find_also_by
from dienhong.disclosures.actions.gate import clear, forget_held, hold_upload, look_into
from dienhong.disclosures.actions.nightly import settle_all
from dienhong.disclosures.actions.notebooks import bring_notebook, enter_notebook, try_notebook
from dienhong.disclosures.actions.passing import PassedOn, pass_on
from dienhong.disclosures.actions.plans import add_local, draft_plan, edit_local, follow_field, own, remove_local
from dienhong.disclosures.actions.postings import Told, record, remove, settle
from dienhong.disclosures.actions.reminding import remind
from dienhong.disclosures.actions.reporting import (
    Hung,
    correct,
    deliver,
    give_back,
    hang,
    open_report,
    present,
    take_again,
    take_down,
    write,
)
from dienhong.disclosures.actions.signing import (
    Reviewed,
    Signature,
    finish_statement,
    make_files_again,
    review,
    sign_list,
    sign_plan,
    sign_report,
)
from dienhong.disclosures.actions.starting import Owed, start, start_periods, start_periods_of, start_resolution

__all__ = [
    "Content",
    "Hung",
    "Owed",
    "PassedOn",
    "PublishedElsewhere",
    "Reviewed",
    "Signature",
    "Told",
    "add_local",
    "bring_notebook",
    "change",
    "clear",
    "correct",
    "decide_erasure",
    "deliver",
    "draft_plan",
    "edit_local",
    "enter_notebook",
    "find_also_by",
    "finish_statement",
    "follow_field",
    "forget_held",
    "give_back",
    "hang",
    "hold",
    "hold_upload",
    "look_into",
    "make_files_again",
    "open_disclosure",
    "open_report",
    "own",
    "pass_on",
    "present",
    "propose_erasure",
    "record",
    "remind",
    "remove",
    "remove_local",
    "review",
    "settle",
    "settle_all",
    "sign_list",
    "sign_plan",
    "sign_report",
    "start",
    "start_periods",
    "start_periods_of",
    "start_resolution",
    "take_again",
    "take_down",
    "try_notebook",
    "withdraw",
    "write",
]
