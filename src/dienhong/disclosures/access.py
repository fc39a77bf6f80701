"""Who may do what with disclosures. What a commune discloses is for everybody."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor, Role
from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.registry.models import Locality, Organization


def nothing() -> NotFound:
    """What is not there and what is not yours answer in the same words."""
    return NotFound(_("Không tìm thấy nội dung công khai này."))


class Act(StrEnum):
    SEE = "see"  # the plan, the clock, what is missing
    PLAN = "plan"  # draft the year's plan, add to it
    PUBLISH = "publish"  # start, change, record postings and removals
    CLEAR = "clear"  # as the second person, let out what screening stopped
    WITHDRAW = "withdraw"
    PROPOSE_ERASURE = "propose-erasure"  # of personal data published by mistake
    DECIDE_ERASURE = "decide-erasure"  # as the second person
    SIGN = "sign"  # the plan, the quarterly list, the report


_KEEPERS = frozenset({Role.OFFICER, Role.CHAIR, Role.REPORTER})
GRANTS: Mapping[Act, frozenset[Role]] = {
    Act.SEE: _KEEPERS | {Role.FRONT, Role.INSPECTOR, Role.DELEGATE},
    Act.PLAN: frozenset({Role.OFFICER, Role.REPORTER}),
    Act.PUBLISH: frozenset({Role.OFFICER, Role.REPORTER}),
    Act.CLEAR: frozenset({Role.OFFICER, Role.CHAIR}),
    Act.WITHDRAW: _KEEPERS,
    Act.PROPOSE_ERASURE: _KEEPERS,
    Act.DECIDE_ERASURE: frozenset({Role.OFFICER, Role.CHAIR}),
    Act.SIGN: frozenset({Role.CHAIR}),
}


def may(actor: Actor, act: Act, organization: Organization) -> bool:
    if act is Act.SIGN:
        return _signs_for(actor, organization)
    return actor.holds(*GRANTS[act], path=organization.locality.path, organization_id=organization.pk)


def _signs_for(actor: Actor, organization: Organization) -> bool:
    """Who heads this very body: nobody signs for a body below their own."""
    return any(
        grant.role in GRANTS[Act.SIGN]
        and (
            grant.organization_id == organization.pk
            or (
                grant.organization_id is None
                and grant.locality_id == organization.locality_id
                and organization.kind == Organization.Kind.COMMITTEE
            )
        )
        for grant in actor.grants
    )


def check(actor: Actor, act: Act, organization: Organization) -> None:
    """Raises NotFound for who may not even see it, NotAllowed for a missing role."""
    if may(actor, act, organization):
        return
    if not may(actor, Act.SEE, organization):
        raise nothing()
    if act is Act.SIGN:
        raise NotAllowed(_("Việc này do Chủ tịch, người đứng đầu cơ quan làm."))
    raise NotAllowed(_("Việc này do người được giao công khai của cơ quan làm."))


def may_pass_on(actor: Actor, village: Locality) -> bool:
    """Whether the actor is head of this village."""
    return any(grant.role is Role.VILLAGE_HEAD and village.path.startswith(grant.path) for grant in actor.grants)


def check_pass_on(actor: Actor, village: Locality) -> None:
    """Raises NotFound for who is not head of this village."""
    if not may_pass_on(actor, village):
        raise nothing()
