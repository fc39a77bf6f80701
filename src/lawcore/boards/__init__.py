"""People's inspection boards and the boards that supervise investments: members, term, plans, answers.

Words    board, member, deputy, term, vacancy, inspection plan, recommendation, reply
Promise  every defect of a board is named at once; what nobody said does not count as met
Rules    size, composition, members, seats, voice, work, rhythm
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from lawcore.answers import Answer
from lawcore.boards import members, rhythm, seats, voice, work
from lawcore.boards.catalogues import CATALOGUES
from lawcore.boards.composition import composition
from lawcore.boards.kinds import Kind
from lawcore.boards.lifecycle import INSPECTION, SUPERVISION
from lawcore.boards.members import Relation
from lawcore.boards.rhythm import Paper, Rhythm
from lawcore.boards.seats import Dismisser
from lawcore.boards.size import Size, size
from lawcore.boards.work import Guide

RULES: Final[Mapping[str, Callable[..., Answer[object]]]] = MappingProxyType(
    {
        "board.size": size,
        "board.composition": composition,
        "board.member_eligible": members.member_eligible,
        "board.elected": seats.elected,
        "board.term_ends": seats.term_ends,
        "board.by_election": seats.by_election,
        "board.dismissal_decided_by": seats.dismissal_decided_by,
        "board.decided": voice.decided,
        "board.may_send": voice.may_send,
        "board.guided_by": work.guided_by,
        "board.rhythm": rhythm.rhythm,
    }
)
DEADLINES: Final[Mapping[str, Callable[..., Answer[object]]]] = MappingProxyType(
    {"board.reply": work.reply, "board.recognition": work.recognition}
)
LATEST: Final[Mapping[str, Callable[..., Answer[object]]]] = MappingProxyType(
    {"inspection.plan": work.inspection_plan, "supervision.notice": work.supervision_notice}
)
LIFECYCLES: Final = (INSPECTION, SUPERVISION)

__all__ = [
    "CATALOGUES",
    "DEADLINES",
    "LATEST",
    "LIFECYCLES",
    "RULES",
    "Dismisser",
    "Guide",
    "Kind",
    "Paper",
    "Relation",
    "Rhythm",
    "Size",
    "composition",
    "size",
]
