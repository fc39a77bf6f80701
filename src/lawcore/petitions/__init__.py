"""Complaints, denunciations, reception, feedback, requests for information: what is due, from whom, by when.

Words    complaint, denunciation, reception, feedback, information; instance, acceptance, settler, representative
Promise  each limit by the law of its event's day; what rests on a text not read here is provisional and says so
Rules    lawcore.petitions.complaints, denunciations, receptions, feedback, information, information_refusals;
         their deadlines
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from lawcore.answers import Answer
from lawcore.catalogues import Item
from lawcore.lifecycles import Lifecycle
from lawcore.petitions import (
    catalogues,
    complaint_deadlines,
    complaint_discipline,
    complaints,
    complexity,
    denunciation_deadlines,
    denunciation_duties,
    denunciations,
    feedback,
    information,
    information_refusals,
    receptions,
)
from lawcore.petitions.lifecycle import COMPLAINT, DENUNCIATION
from lawcore.petitions.lifecycle_requests import FEEDBACK, INFORMATION

RULES: Final[Mapping[str, Callable[..., Answer[object]]]] = MappingProxyType(
    {
        "complaint.accepted": complaints.accepted,
        "complaint.group_accepted": complaints.group_accepted,
        "complaint.settler": complaints.settler,
        "complaint.complex": complexity.complaint_is_complex,
        "complaint.proxy_valid": complaints.proxy_valid,
        "complaint.dialogue_required": complaints.dialogue_required,
        "complaint.minutes_complete": complaints.minutes_complete,
        "complaint.withdrawn": complaints.withdrawn,
        "complaint.effective": complaint_deadlines.effective,
        "complaint.follows_new_text": complaints.follows_new_text,
        "denunciation.accepted": denunciations.accepted,
        "denunciation.anonymous": denunciations.anonymous,
        "denunciation.not_competent": denunciations.not_competent,
        "denunciation.settler": denunciations.settler,
        "denunciation.may_disclose": denunciations.may_disclose,
        "denunciation.withdrawn": denunciations.withdrawn,
        "denunciation.complexity": complexity.denunciation_complexity,
        "denunciation.extensions_allowed": denunciations.extensions_allowed,
        "denunciation.team_valid": denunciation_duties.team_valid,
        "denunciation.minutes_complete": denunciation_duties.minutes_complete,
        "denunciation.discipline": denunciation_duties.discipline,
        "denunciation.follows_new_text": denunciations.follows_new_text,
        "reception.rhythm": receptions.rhythm,
        "reception.rhythm_kept": receptions.rhythm_kept,
        "reception.representatives": receptions.representatives,
        "reception.refusal": receptions.refusal,
        "reception.online_allowed": receptions.online_allowed,
        "reception.online_connected": receptions.online_connected,
        "feedback.received": feedback.received,
        "information.valid": information.valid,
        "information.commune_provides": information.commune_provides,
        "information.may_refuse": information_refusals.may_refuse,
        "information.may_refuse_repeat": information.may_refuse_repeat,
        "information.may_extend": information_refusals.may_extend,
    }
)

DEADLINES: Final[Mapping[str, Callable[..., Answer[date | None]]]] = MappingProxyType(
    {
        "complaint.acceptance": complaint_deadlines.acceptance,
        "complaint.first": complaint_deadlines.first,
        "complaint.second": complaint_deadlines.second,
        "complaint.resumed": complaint_deadlines.resumed,
        "complaint.send_first": complaint_deadlines.send_first,
        "complaint.send_second": complaint_deadlines.send_second,
        "complaint.limit": complaint_deadlines.limit,
        "complaint.to_second": complaint_deadlines.to_second,
        "complaint.suspension": complaint_deadlines.suspension,
        "complaint.documents": complaint_deadlines.documents,
        "complaint.front": complaint_deadlines.front,
        "complaint.discipline_limit": complaint_discipline.limit,
        "complaint.discipline": complaint_discipline.settlement,
        "complaint.discipline_send": complaint_discipline.send_second,
        "denunciation.acceptance": denunciation_deadlines.acceptance,
        "denunciation.transfer": denunciation_deadlines.transfer,
        "denunciation.forwarder": denunciation_deadlines.forwarder,
        "denunciation.notify": denunciation_deadlines.notify,
        "denunciation.resolution": denunciation_deadlines.resolution,
        "denunciation.suspension": denunciation_deadlines.suspension,
        "denunciation.conclusion": denunciation_deadlines.conclusion,
        "denunciation.action": denunciation_deadlines.action,
        "denunciation.result": denunciation_deadlines.action_result,
        "denunciation.again": denunciation_deadlines.again,
        "denunciation.report_asked": denunciation_deadlines.report_asked,
        "denunciation.report": denunciation_deadlines.report,
        "denunciation.publication": denunciation_deadlines.publication,
        "reception.reply": receptions.reply,
        "reception.settled": receptions.settled,
        "reception.relay": receptions.relay,
        "reception.refusal": receptions.refusal_notice,
        "reception.handled": receptions.handled,
        "feedback.reply": feedback.reply,
        "feedback.transfer": feedback.transfer,
        "feedback.rule_settlement": feedback.rule_settlement,
        "feedback.democracy": feedback.democracy,
        "information.reply": information.reply,
        "information.notice": information.notice,
        "information.extended": information.extended,
        "information.correction": information.correction,
        "information.claim": information.claim,
        "information.ask_creator": information.ask_creator,
        "information.creator": information.creator,
        "information.commune": information.commune,
    }
)

LATEST: Final[Mapping[str, Callable[..., Answer[date]]]] = MappingProxyType(
    {
        "complaint.dialogue": complaint_deadlines.dialogue,
        "reception.schedule": receptions.schedule,
        "reception.online_notice": receptions.online_notice,
        "reception.online_test": receptions.online_test,
    }
)

MINIMUM: Final[Mapping[str, Callable[..., Answer[date]]]] = MappingProxyType(
    {"denunciation.posting": denunciation_deadlines.posting}
)

CATALOGUES: Final[Mapping[str, tuple[Item, ...]]] = MappingProxyType(
    {
        "petition.complex": complexity.CRITERIA,
        "complaint.letter": catalogues.LETTER,
        "complaint.not_accepted": catalogues.NOT_ACCEPTED,
        "complaint.good_reasons": catalogues.GOOD_REASONS,
        "complaint.first_decision": catalogues.FIRST_DECISION,
        "complaint.second_decision": catalogues.SECOND_DECISION,
        "complaint.published": catalogues.PUBLICATION,
        "denunciation.conditions": catalogues.ACCEPTANCE_CONDITIONS,
        "denunciation.prohibited": catalogues.PROHIBITED,
        "denunciation.suspended": catalogues.SUSPENDED,
        "denunciation.stopped": catalogues.STOPPED,
        "denunciation.settled_again": catalogues.SETTLED_AGAIN,
        "denunciation.file": catalogues.DENUNCIATION_FILE,
        "denunciation.published": catalogues.CONCLUSION_PUBLISHED,
        "reception.refused": catalogues.REFUSED_RECEPTION,
        "reception.extraordinary": catalogues.EXTRAORDINARY_RECEPTION,
        "reception.notice": catalogues.RECEPTION_NOTICE,
        "reception.online": catalogues.ONLINE_RECEPTION,
        "reception.book": catalogues.RECEPTION_BOOK,
        "reception.answers": catalogues.RECEPTION_ANSWERS,
        "feedback.rule_content": catalogues.RULE_FEEDBACK_CONTENT,
        "feedback.rule_forms": catalogues.RULE_FEEDBACK_FORMS,
        "feedback.rule_criteria": catalogues.RULE_FEEDBACK_CRITERIA,
        "feedback.rule_outcomes": catalogues.RULE_FEEDBACK_OUTCOMES,
        "feedback.rule_published": catalogues.RULE_FEEDBACK_PUBLISHED,
        "feedback.inspected": catalogues.INSPECTED,
        "feedback.inspection_forms": catalogues.INSPECTION_FORMS,
        "feedback.addressees": catalogues.FEEDBACK_ADDRESSEES,
        "feedback.commune_duties": catalogues.COMMUNE_DUTIES,
        "information.request": catalogues.INFORMATION_REQUEST,
        "information.closed": catalogues.INFORMATION_CLOSED,
        "information.conditional": catalogues.INFORMATION_CONDITIONAL,
        "information.refused": catalogues.INFORMATION_REFUSED,
    }
)

LIFECYCLES: Final[tuple[Lifecycle, ...]] = (COMPLAINT, DENUNCIATION, FEEDBACK, INFORMATION)

__all__ = ["CATALOGUES", "DEADLINES", "LATEST", "LIFECYCLES", "MINIMUM", "RULES", "Item"]
