"""Who may do what with a village's conference: its head leads it, its Front and the Inspection Board report."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext as _

from dienhong.conferences.models import Agreement, Part, Proposal
from dienhong.decisions import access as decisions
from dienhong.decisions.models import Body
from dienhong.foundations.actors import Actor, Grant, Role
from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.registry.models import Locality


class Act(StrEnum):
    SEE = "see"
    PLAN = "plan"  # plan it, record who agreed with the plan, send the result
    REPORT_AS_HEAD = "report-as-head"
    REPORT_AS_FRONT = "report-as-front"
    REPORT_AS_BOARD = "report-as-board"
    HOLD = "hold"  # write down proposals and minutes
    REPLY = "reply"  # what the village itself does with a proposal
    REPLY_FOR_COMMUNE = "reply-for-commune"
    REPLY_FOR_BOARD = "reply-for-board"


_HEAD = frozenset({Role.VILLAGE_HEAD})
_VILLAGE = _HEAD | {Role.FRONT}
_COMMUNE = frozenset({Role.OFFICER, Role.CHAIR})
GRANTS: Mapping[Act, frozenset[Role]] = {
    Act.SEE: _VILLAGE | _COMMUNE | {Role.INSPECTOR},
    Act.PLAN: _HEAD,
    Act.REPORT_AS_HEAD: _HEAD,
    Act.REPORT_AS_FRONT: _VILLAGE,
    Act.REPORT_AS_BOARD: _HEAD | {Role.INSPECTOR},
    Act.HOLD: _VILLAGE,
    Act.REPLY: _HEAD,
    Act.REPLY_FOR_COMMUNE: _HEAD | _COMMUNE,
    Act.REPLY_FOR_BOARD: _HEAD | {Role.INSPECTOR},
}
"""The head may type what another wrote on paper: who presented it stands in the report."""
REPORTS: Mapping[str, Act] = {
    Part.HEAD: Act.REPORT_AS_HEAD,
    Part.FRONT: Act.REPORT_AS_FRONT,
    Part.BOARD: Act.REPORT_AS_BOARD,
}
REPLIES: Mapping[str, Act] = {
    Proposal.To.VILLAGE: Act.REPLY,
    Proposal.To.COMMUNE: Act.REPLY_FOR_COMMUNE,
    Proposal.To.BOARD: Act.REPLY_FOR_BOARD,
}


SPEAKS_FOR: Mapping[str, Body] = {
    Agreement.Side.COMMITTEE: Body.COMMITTEE,
    Agreement.Side.FRONT: Body.FRONT,
    Agreement.Side.BOARD: Body.INSPECTION,
}


def agrees(actor: Actor, side: str, village: Locality) -> bool:
    """Decree 59/2023 art. 10 cl. 4: whether the actor speaks for this body of the commune; never the village's head."""
    return side in SPEAKS_FOR and decisions.answers(actor, SPEAKS_FOR[side], village)


def may_agree(actor: Actor) -> bool:
    """Whether the actor speaks for one of the three bodies anywhere."""
    return any(grant.role in _COMMUNE | {Role.FRONT, Role.INSPECTOR} and _counts(grant) for grant in actor.grants)


def nothing() -> NotFound:
    """What is not there and what is not yours answer in the same words."""
    return NotFound(_("Không tìm thấy hội nghị này."))


def may(actor: Actor, act: Act, village: Locality) -> bool:
    return any(grant.role in GRANTS[act] and _counts(grant) and _reaches(grant, act, village) for grant in actor.grants)


def _reaches(grant: Grant, act: Act, village: Locality) -> bool:
    """All that lies below a post may be looked into. A village's own posts act for it, its own commune's answer it."""
    if act is Act.SEE:
        return village.path.startswith(grant.path)
    if grant.role in _VILLAGE:
        return village.pk == grant.locality_id
    return grant.locality_id in {village.pk, village.parent_id}


def paths(actor: Actor) -> list[str]:
    """The places whose villages the actor may look into."""
    return sorted({grant.path for grant in actor.grants if grant.role in GRANTS[Act.SEE] and _counts(grant)})


def heads(actor: Actor) -> bool:
    """Whether the actor is head of any village."""
    return any(grant.role in GRANTS[Act.PLAN] for grant in actor.grants)


def _counts(grant: Grant) -> bool:
    """A post of the place itself. The chair or officer of a school or an office of the commune is no such post."""
    return grant.organization_id is None or grant.role in _VILLAGE


def check(actor: Actor, act: Act, village: Locality) -> None:
    """Raises NotFound for who may not even see it, NotAllowed for a missing role."""
    if may(actor, act, village):
        return
    if not may(actor, Act.SEE, village):
        raise nothing()
    raise NotAllowed(_("Việc này do Trưởng thôn hoặc người được giao của thôn làm. Hãy nhờ đúng người đó."))
