"""Who may do what with a village's decisions. The commune sees all of its villages; a village sees its own."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext as _

from dienhong.decisions.models import Body, Matter
from dienhong.foundations.actors import Actor, Grant, Role
from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.registry.models import Locality
from lawcore.ballots.matters import Scope


class Act(StrEnum):
    SEE = "see"  # the file of a matter, with who was present
    PROPOSE = "propose"  # put a matter to the people, plan and tell of a meeting
    HOLD = "hold"  # run a meeting or a ballot round: tick, count, write the record
    CONFIRM_AS_CHAIR = "confirm-as-chair"
    CONFIRM_AS_FRONT = "confirm-as-front"


COMMUNE = frozenset({Role.OFFICER, Role.CHAIR})
_VILLAGE = frozenset({Role.VILLAGE_HEAD, Role.FRONT})
GRANTS: Mapping[Act, frozenset[Role]] = {
    Act.SEE: _VILLAGE | {Role.OFFICER, Role.CHAIR, Role.INSPECTOR},
    Act.PROPOSE: frozenset({Role.VILLAGE_HEAD}),
    Act.HOLD: _VILLAGE,
    Act.CONFIRM_AS_CHAIR: frozenset({Role.VILLAGE_HEAD}),
    Act.CONFIRM_AS_FRONT: frozenset({Role.FRONT}),
}
_OF_THE_VILLAGE_ALONE = frozenset(GRANTS) - {Act.SEE}
"""What only the posts of that very village do: the Front of the commune, which recognises later, has no hand in it."""


def nothing() -> NotFound:
    """What is not there and what is not yours answer in the same words."""
    return NotFound(_("Không tìm thấy việc bàn và quyết định này."))


def _counts(grant: Grant) -> bool:
    """A post of the place itself. The chair or officer of a school or an office of the commune is no such post."""
    return grant.organization_id is None or grant.role in _VILLAGE


def may(actor: Actor, act: Act, village: Locality) -> bool:
    alone = act in _OF_THE_VILLAGE_ALONE
    return any(
        grant.role in GRANTS[act]
        and (village.path == grant.path if alone else village.path.startswith(grant.path))
        and _counts(grant)
        for grant in actor.grants
    )


def paths(actor: Actor) -> list[str]:
    """The places whose villages the actor may look into."""
    return sorted({grant.path for grant in actor.grants if grant.role in GRANTS[Act.SEE] and _counts(grant)})


def communes(actor: Actor) -> list[int]:
    """The ids of the places for which the actor may put a matter to every village; not all of them are communes."""
    return sorted({grant.locality_id for grant in actor.grants if grant.role in COMMUNE and _counts(grant)})


def may_recognise(actor: Actor, village: Locality, *, front: bool) -> bool:
    """The village's own commune (LDC art. 21, 22) or its Front: neither the village itself nor the province."""
    roles = {Role.FRONT} if front else COMMUNE
    return any(
        grant.role in roles and grant.locality_id == village.parent_id and _counts(grant) for grant in actor.grants
    )


def may_for_commune(actor: Actor, commune: Locality) -> bool:
    """The commune's chair, or the officer who types for the chair: a post of that very commune."""
    return commune.kind == Locality.Kind.COMMUNE and commune.pk in communes(actor)


def may_choose(actor: Actor, matter: Matter) -> bool:
    """In which form households decide: the village, or, of what all villages decide, the commune (LDC art. 16, 19)."""
    if matter.scope == Scope.COMMUNE.value:
        return may_recognise(actor, matter.village, front=False)
    return may(actor, Act.PROPOSE, matter.village)


def check_choice(actor: Actor, matter: Matter) -> None:
    """Raises NotFound for who may not even see the matter, NotAllowed for who does not choose its form."""
    if may_choose(actor, matter):
        return
    if matter.scope != Scope.COMMUNE.value:
        check(actor, Act.PROPOSE, matter.village)
    check(actor, Act.SEE, matter.village)
    raise NotAllowed(_("Hình thức quyết định việc của toàn xã do Chủ tịch Ủy ban nhân dân cấp xã chọn."))


def is_of_the_front(actor: Actor, village: Locality) -> bool:
    """Who answers a household's word against its entry: the Front of the village, or of its commune."""
    of_the_village = any(grant.role is Role.FRONT and grant.path == village.path for grant in actor.grants)
    return of_the_village or may_recognise(actor, village, front=True)


def heads(actor: Actor, village: Locality) -> bool:
    return any(grant.role is Role.VILLAGE_HEAD and grant.path == village.path for grant in actor.grants)


def check_commune(actor: Actor, commune: Locality) -> None:
    """Raises NotFound for who has nothing to do with the commune, NotAllowed for a missing role."""
    if may_for_commune(actor, commune):
        return
    if not may(actor, Act.SEE, commune):
        raise nothing()
    raise NotAllowed(_("Việc của toàn xã do Chủ tịch Ủy ban nhân dân cấp xã đưa ra."))


def answers(actor: Actor, body: str, village: Locality) -> bool:
    """LDC art. 24 cl. 4: whether the actor acts for this body over the village; never who is the village's head."""
    if heads(actor, village):
        return False
    if body == Body.INSPECTION:
        return actor.holds(Role.INSPECTOR, path=village.path)
    return may_recognise(actor, village, front=body == Body.FRONT)


def check(actor: Actor, act: Act, village: Locality) -> None:
    """Raises NotFound for who may not even see it, NotAllowed for a missing role."""
    if may(actor, act, village):
        return
    if not may(actor, Act.SEE, village):
        raise nothing()
    raise NotAllowed(_("Việc này do người được giao của thôn hoặc của xã làm. Hãy nhờ đúng người đó."))


def may_see_photo(actor: Actor, village: Locality) -> bool:
    """A slip or page that bears a household's signature is looked at by who holds the vote, and by an inspector."""
    return may(actor, Act.HOLD, village) or actor.holds(Role.INSPECTOR, path=village.path)


def check_photo(actor: Actor, village: Locality) -> None:
    """Raises NotAllowed for who may see the vote but not the signed papers."""
    if not may_see_photo(actor, village):
        raise NotAllowed(_("Ảnh này chỉ người tổ chức và người kiểm tra được xem."))
