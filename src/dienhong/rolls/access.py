"""Who may do what with the households of a village.

The posts of a village, its head and its Front's, are of the village's own organization and stand for all of it.
"""

from collections.abc import Mapping
from enum import StrEnum

from django.db.models import Q
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor, Grant, Role
from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.registry.models import Locality


class Act(StrEnum):
    SEE = "see"  # households with address, changes, objections, rolls with who was on them
    TAKE = "take"  # freeze a roll, publish a list
    PROPOSE = "propose"  # a change, with its ground
    DECIDE = "decide"  # somebody else's proposal
    ANSWER = "answer"  # an objection
    TYPE = "type"  # the exercise book, from its photograph
    ENTER = "enter"  # what somebody else typed


GRANTS: Mapping[Act, frozenset[Role]] = {
    Act.SEE: frozenset({Role.VILLAGE_HEAD, Role.FRONT, Role.OFFICER, Role.CHAIR, Role.REGISTRAR}),
    Act.TAKE: frozenset({Role.VILLAGE_HEAD, Role.FRONT, Role.OFFICER, Role.CHAIR}),
    Act.PROPOSE: frozenset({Role.VILLAGE_HEAD, Role.FRONT, Role.OFFICER, Role.REGISTRAR}),
    Act.DECIDE: frozenset({Role.FRONT, Role.OFFICER, Role.CHAIR}),
    Act.ANSWER: frozenset({Role.VILLAGE_HEAD, Role.FRONT, Role.OFFICER}),
    Act.TYPE: frozenset({Role.VILLAGE_HEAD, Role.FRONT, Role.OFFICER, Role.REGISTRAR}),
    Act.ENTER: frozenset({Role.OFFICER, Role.REGISTRAR}),
}


def nothing() -> NotFound:
    """What is not there and what is not yours answer in the same words."""
    return NotFound(_("Không tìm thấy danh sách hộ này."))


def may(actor: Actor, act: Act, village: Locality) -> bool:
    return any(
        grant.role in GRANTS[act]
        and village.path.startswith(grant.path)
        and (grant.organization_id is None or _is_of_the_village(grant, village.path))
        for grant in actor.grants
    )


def _is_of_the_village(grant: Grant, path: str) -> bool:
    return grant.role is Role.VILLAGE_HEAD or (grant.role is Role.FRONT and grant.path == path)


def check(actor: Actor, act: Act, village: Locality) -> None:
    """Raises NotFound for a village the actor has nothing to do with, NotAllowed for a missing role."""
    if may(actor, act, village):
        return
    if not may(actor, Act.SEE, village):
        raise nothing()
    raise NotAllowed(
        {
            Act.DECIDE: _("Việc này do Mặt trận hoặc cán bộ xã làm."),
            Act.ENTER: _("Việc này do cán bộ xã hoặc người giữ danh bạ làm."),
            Act.PROPOSE: _("Việc này do Trưởng thôn, Mặt trận, cán bộ xã hoặc người giữ danh bạ làm."),
        }.get(act, _("Việc này do Trưởng thôn, Mặt trận hoặc cán bộ xã làm."))
    )


def where(actor: Actor, act: Act, field: str = "") -> Q | None:
    """The villages in which the actor may do this, for a queryset whose `field` leads to the village; None: nowhere."""
    path = f"{field}__path" if field else "path"
    found = Q(pk__in=())
    for grant in actor.grants:
        if grant.role not in GRANTS[act]:
            continue
        if grant.organization_id is None or grant.role is Role.VILLAGE_HEAD:
            found |= Q(**{f"{path}__startswith": grant.path})
        elif grant.role is Role.FRONT:
            found |= Q(**{path: grant.path})
    return found if len(found) > 1 else None
