"""Who may change which register: one table. A row grants when the actor holds one of its roles over the place."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor, Role
from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.registry.models import Locality


class Act(StrEnum):
    SEE_REGISTERS = "see-registers"  # organizations and posts of the place
    SEE_PEOPLE = "see-people"  # who the people are, with phone
    CHANGE_PLACES = "change-places"
    CHANGE_ORGANIZATIONS = "change-organizations"
    CHANGE_PEOPLE = "change-people"
    CHANGE_HOUSEHOLDS = "change-households"
    GIVE_POST = "give-post"
    OPEN_ACCOUNT = "open-account"
    HAND_OVER_CODE = "hand-over-code"
    ERASE_PERSON = "erase-person"


_KEEPERS = frozenset({Role.REGISTRAR, Role.OFFICER})
GRANTS: Mapping[Act, frozenset[Role]] = {
    Act.SEE_REGISTERS: frozenset(Role),
    Act.SEE_PEOPLE: _KEEPERS | {Role.CHAIR, Role.VILLAGE_HEAD, Role.ADMINISTRATOR},
    Act.CHANGE_PLACES: _KEEPERS,
    Act.CHANGE_ORGANIZATIONS: _KEEPERS,
    Act.CHANGE_PEOPLE: _KEEPERS,
    Act.CHANGE_HOUSEHOLDS: _KEEPERS,
    Act.GIVE_POST: frozenset({Role.ADMINISTRATOR}),
    Act.OPEN_ACCOUNT: frozenset({Role.ADMINISTRATOR}),
    Act.HAND_OVER_CODE: _KEEPERS,
    Act.ERASE_PERSON: frozenset({Role.REGISTRAR}),
}


def may(actor: Actor, act: Act, place: Locality) -> bool:
    return any(
        grant.role in GRANTS[act] and place.path.startswith(grant.path)
        for grant in actor.grants
        if grant.organization_id is None or act is Act.SEE_REGISTERS
    )


def check(actor: Actor, act: Act, place: Locality) -> None:
    """Raises NotFound for a place the actor has nothing to do with, NotAllowed for a missing role."""
    if may(actor, act, place):
        return
    if not any(place.path.startswith(grant.path) for grant in actor.grants):
        raise NotFound(_("Không tìm thấy."))
    raise NotAllowed(_("Anh/chị chưa được giao việc này. Người quản trị tài khoản của địa phương giao được."))
