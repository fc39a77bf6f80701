"""Verbs: open, relieve, hand out a book; receive, spend, approve, cancel; change the treasurer; state, close."""

from dienhong.funds.actions.keeping import close, hand_out_book, open_fund, state
from dienhong.funds.actions.moving import Given, Paid, approve, cancel_receipt, cancel_spending, receive, spend
from dienhong.funds.actions.relieving import relieve, take_back_relief
from dienhong.funds.actions.treasurers import confirm_treasurer, propose_treasurer

__all__ = [
    "Given",
    "Paid",
    "approve",
    "cancel_receipt",
    "cancel_spending",
    "close",
    "confirm_treasurer",
    "hand_out_book",
    "open_fund",
    "propose_treasurer",
    "receive",
    "relieve",
    "spend",
    "state",
    "take_back_relief",
]
