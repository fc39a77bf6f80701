"""Who may see and do what with a report. An issued report is for everybody."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor, Role
from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.registry.models import Locality


class Act(StrEnum):
    SEE_DRAFT = "see-draft"
    PREPARE = "prepare"  # open, freeze, write
    ISSUE = "issue"  # give number, day and signer: from then on it cannot change


GRANTS: Mapping[Act, frozenset[Role]] = {
    Act.SEE_DRAFT: frozenset({Role.OFFICER, Role.CHAIR}),
    Act.PREPARE: frozenset({Role.OFFICER}),
    Act.ISSUE: frozenset({Role.OFFICER, Role.CHAIR}),
}


def may(actor: Actor, act: Act, place: Locality) -> bool:
    return actor.holds(*GRANTS[act], path=place.path)


def check(actor: Actor, act: Act, place: Locality) -> None:
    """Raises NotFound for who may not even see the draft, NotAllowed for a missing role."""
    if may(actor, act, place):
        return
    if not may(actor, Act.SEE_DRAFT, place):
        raise NotFound(_("Không tìm thấy báo cáo này."))
    raise NotAllowed(_("Việc này do cán bộ phụ trách dân chủ ở cơ sở của địa phương làm."))
