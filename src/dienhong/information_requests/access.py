"""Who may do what with requests for information. Who asks is known to those who answer, and to nobody else."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor, Role
from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.registry.models import Locality, Organization


def nothing() -> NotFound:
    """What is not there and what is not yours answer in the same words."""
    return NotFound(_("Không tìm thấy yêu cầu cung cấp thông tin này."))


class Act(StrEnum):
    COUNT = "count"  # the figures, nobody's name
    SEE = "see"  # the request and who asks
    WORK = "work"  # record, accept, answer, refuse
    CLEAR = "clear"  # as the second person, let out what screening stopped
    SET_TARGET = "set-target"
    PROPOSE_ERASURE = "propose-erasure"  # of who asked, what they asked, what they were told
    DECIDE_ERASURE = "decide-erasure"  # as the second person


_ANSWER = frozenset({Role.OFFICER, Role.CHAIR})
GRANTS: Mapping[Act, frozenset[Role]] = {
    Act.COUNT: _ANSWER | {Role.FRONT, Role.INSPECTOR, Role.DELEGATE},
    Act.SEE: _ANSWER,
    Act.WORK: frozenset({Role.OFFICER}),
    Act.CLEAR: _ANSWER,
    Act.SET_TARGET: _ANSWER,
    Act.PROPOSE_ERASURE: _ANSWER,
    Act.DECIDE_ERASURE: _ANSWER,
}


def may(actor: Actor, act: Act, organization: Organization) -> bool:
    return actor.holds(*GRANTS[act], path=organization.locality.path, organization_id=organization.pk)


def check(actor: Actor, act: Act, organization: Organization) -> None:
    """Raises NotFound for who may not even see the figures, NotAllowed for a missing role."""
    if may(actor, act, organization):
        return
    if not may(actor, Act.COUNT, organization):
        raise nothing()
    raise NotAllowed(_("Việc này do người được giao trả lời yêu cầu cung cấp thông tin của xã làm."))


def heads(actor: Actor, village: Locality) -> bool:
    """Whether the actor is head of this village."""
    return any(grant.role is Role.VILLAGE_HEAD and village.path.startswith(grant.path) for grant in actor.grants)


def check_heads(actor: Actor, village: Locality) -> None:
    """Raises NotFound for who is not head of this village."""
    if not heads(actor, village):
        raise nothing()
