"""Who may look on the spot, who sees it, who answers. A sample not yet looked at is seen by lookers only."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor, Role
from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.registry.models import Locality, Organization


def nothing() -> NotFound:
    """What is not there and what is not yours answer in the same words."""
    return NotFound(_("Không tìm thấy đợt đối chiếu này."))


class Act(StrEnum):
    SEE = "see"  # rounds, and what was found
    CHECK = "check"  # open a round, see the whole sample, record what was found
    REPLY = "reply"  # answer a finding for the unit


CHECKERS = (Role.FRONT, Role.INSPECTOR, Role.DELEGATE)
GRANTS: Mapping[Act, frozenset[Role]] = {
    Act.SEE: frozenset({*CHECKERS, Role.OFFICER, Role.CHAIR, Role.REPORTER}),
    Act.CHECK: frozenset(CHECKERS),
    Act.REPLY: frozenset({Role.OFFICER, Role.REPORTER}),
}


def may(actor: Actor, act: Act, place: Locality, organization: Organization | None = None) -> bool:
    """Over a place; of what one organization claims, also by a role for that organization."""
    return actor.holds(*GRANTS[act], path=place.path, organization_id=organization.pk if organization else None)


def may_of(actor: Actor, act: Act, organization: Organization) -> bool:
    """Of what this organization claims."""
    return may(actor, act, organization.locality, organization)


def check(actor: Actor, act: Act, place: Locality, organization: Organization | None = None) -> None:
    """Raises NotFound for who may not even see it, NotAllowed for a missing role."""
    if may(actor, act, place, organization):
        return
    if not may(actor, Act.SEE, place, organization):
        raise nothing()
    raise NotAllowed(
        _("Việc này do người phụ trách công khai của cơ quan làm.")
        if act is Act.REPLY
        else _("Việc này do Mặt trận, Ban Thanh tra nhân dân, đại biểu Hội đồng nhân dân làm.")
    )


def body_of(actor: Actor, place: Locality) -> Role:
    """As whom the actor looks: the first role of the table that they hold here. Raises NotAllowed, NotFound."""
    check(actor, Act.CHECK, place)
    return next(role for role in CHECKERS if actor.holds(role, path=place.path))
