"""Conferences and dialogues: village, commune, staff, workers (LDC art. 32, 33, 49 to 52, 67 to 70, 73).

Words    conference, delegates, quorum, ballot instead, dialogue, side
Promise  two thirds and more than half are counted in whole people; what no text says is a reading, and marked
Rules    lawcore.conferences.village, dialogue, convening, voting, labour; the lists: matters
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from lawcore.answers import Answer
from lawcore.catalogues import Item
from lawcore.conferences import convening, dialogue, labour, matters, village, voting
from lawcore.conferences.labour import Side
from lawcore.conferences.matters import Workplace

RULES: Final[Mapping[str, Callable[..., Answer[object]]]] = MappingProxyType(
    {
        "conference.village_due": village.village_due,
        "conference.village_overdue": village.village_overdue,
        "conference.village_in_order": village.village_in_order,
        "conference.quorum": voting.quorum,
        "conference.valid": voting.valid,
        "conference.required": voting.required,
        "conference.adopted": voting.adopted,
        "conference.ballots_allowed": convening.ballots_allowed,
        "conference.ballot_required": voting.ballot_required,
        "conference.ballot_adopted": voting.ballot_adopted,
        "conference.delegates_allowed": convening.delegates_allowed,
        "conference.optional": convening.optional,
        "conference.extraordinary": convening.extraordinary,
        "conference.decides": convening.decides,
        "dialogue.due": dialogue.dialogue_due,
        "dialogue.overdue": dialogue.dialogue_overdue,
        "dialogue.requested": dialogue.dialogue_requested,
        "labour_dialogue.due": labour.labour_due,
        "labour_dialogue.workers_side": labour.workers_side,
        "labour_dialogue.sides_enough": labour.sides_enough,
        "labour_dialogue.may_start": labour.may_start,
        "labour_dialogue.request_enough": labour.request_enough,
    }
)
DEADLINES: Final[Mapping[str, Callable[..., Answer[object]]]] = MappingProxyType(
    {
        "conference.report": village.report,
        "conference.staff": convening.staff_conference,
        "conference.workers": convening.workers_conference,
        "conference.staff_check": convening.staff_check,
        "conference.workers_check": convening.workers_check,
        "dialogue.result": dialogue.dialogue_result,
        "labour_dialogue.result": labour.result_published,
        "labour_dialogue.answer": labour.request_answered,
        "labour_dialogue.members": labour.members_listed,
    }
)
LATEST: Final[Mapping[str, Callable[..., Answer[object]]]] = MappingProxyType(
    {
        "conference.notice": village.notice,
        "dialogue.notice": dialogue.dialogue_notice,
        "labour_dialogue.content": labour.content_sent,
    }
)
CATALOGUES: Final[Mapping[str, tuple[Item, ...]]] = MappingProxyType(
    {
        "conference.village.plan": matters.VILLAGE_PLAN,
        "conference.village.plan_to": matters.VILLAGE_PLAN_TO,
        "conference.village.notice": matters.VILLAGE_NOTICE,
        "conference.village.notice_ways": matters.VILLAGE_NOTICE_WAYS,
        "conference.village.attendees": matters.VILLAGE_ATTENDEES,
        "conference.village.reports": matters.VILLAGE_REPORTS,
        "conference.village.steps": matters.VILLAGE_STEPS,
        "conference.agency.matters": matters.AGENCY_MATTERS,
        "conference.agency.contents": matters.AGENCY_CONTENTS,
        "conference.agency.steps": matters.AGENCY_STEPS,
        "conference.enterprise.matters": matters.ENTERPRISE_MATTERS,
    }
)

__all__ = ["CATALOGUES", "DEADLINES", "LATEST", "RULES", "Item", "Side", "Workplace"]
