"""Verbs: plan, record who agreed with the plan; report; write down proposals and replies, minutes; send the result."""

from dienhong.conferences.actions.holding import Said, propose, reply, send, write_minutes
from dienhong.conferences.actions.preparing import Planned, agree, plan, report

__all__ = ["Planned", "Said", "agree", "plan", "propose", "reply", "report", "send", "write_minutes"]
