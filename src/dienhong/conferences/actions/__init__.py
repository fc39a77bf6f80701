"""Verbs: plan, agree with the plan, call off, move; report; write down proposals, replies, minutes; send the result."""

from dienhong.conferences.actions.holding import Said, add_page, propose, reply, send, write_minutes
from dienhong.conferences.actions.moving import call_off, move
from dienhong.conferences.actions.preparing import Planned, agree, agree_itself, plan, report

__all__ = [
    "Planned",
    "Said",
    "add_page",
    "agree",
    "agree_itself",
    "call_off",
    "move",
    "plan",
    "propose",
    "reply",
    "report",
    "send",
    "write_minutes",
]
