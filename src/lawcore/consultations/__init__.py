"""People's opinions before a decision: plan, ways, time, hearing, reasons (LDC art. 25 to 29, 53 to 55, 71, 72).

Words    matter, way, plan, opinion, majority, explanation, hearing
Promise  a consultation that closed too early or a decision without its reasons never counts as in order
Rules    lawcore.consultations.planning, periods, addressed, outcome; the lists: matters
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from lawcore.answers import Answer
from lawcore.catalogues import Item
from lawcore.consultations import matters
from lawcore.consultations.addressed import hearing_required, may_sign
from lawcore.consultations.lifecycle import LIFECYCLES
from lawcore.consultations.matters import Asker, Way
from lawcore.consultations.outcome import agency_result_published, reason_required, report_due, result_published
from lawcore.consultations.periods import earliest_close, long_enough
from lawcore.consultations.planning import plan_complete, plan_sent, way_allowed

RULES: Final[Mapping[str, Callable[..., Answer[object]]]] = MappingProxyType(
    {
        "consultation.plan_complete": plan_complete,
        "consultation.plan_sent": plan_sent,
        "consultation.way_allowed": way_allowed,
        "consultation.long_enough": long_enough,
        "consultation.hearing_required": hearing_required,
        "consultation.may_sign": may_sign,
        "consultation.reason_required": reason_required,
        "consultation.report_due": report_due,
    }
)
DEADLINES: Final[Mapping[str, Callable[..., Answer[object]]]] = MappingProxyType(
    {"consultation.result": result_published, "consultation.agency_result": agency_result_published}
)
MINIMUM: Final[Mapping[str, Callable[..., Answer[object]]]] = MappingProxyType({"consultation": earliest_close})
CATALOGUES: Final[Mapping[str, tuple[Item, ...]]] = MappingProxyType(
    {
        "consultation.commune": matters.COMMUNE_MATTERS,
        "consultation.commune.ways": matters.COMMUNE_WAYS,
        "consultation.agency": matters.AGENCY_MATTERS,
        "consultation.agency.ways": matters.AGENCY_WAYS,
        "consultation.enterprise": matters.ENTERPRISE_MATTERS,
        "consultation.enterprise.on_request": matters.ENTERPRISE_ON_REQUEST,
        "consultation.enterprise.ways": matters.ENTERPRISE_WAYS,
        "consultation.plan": matters.PLAN,
    }
)

__all__ = [
    "CATALOGUES",
    "DEADLINES",
    "LIFECYCLES",
    "MINIMUM",
    "RULES",
    "Asker",
    "Item",
    "Way",
    "agency_result_published",
    "earliest_close",
    "hearing_required",
    "long_enough",
    "may_sign",
    "plan_complete",
    "plan_sent",
    "reason_required",
    "report_due",
    "result_published",
    "way_allowed",
]
