"""Who may do what in a programme. Any row of an act whose predicates all hold allows it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor, Role
from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.programmes.models import Evidence, Programme
from dienhong.registry.models import Organization

READERS = (Role.OFFICER, Role.CHAIR, Role.FRONT, Role.INSPECTOR, Role.DELEGATE)


class Act(StrEnum):
    SEE_PROGRESS = "see-progress"  # the figures that were published
    SEE = "see"  # the programme with all its lists
    TAKE_PART = "take-part"  # the programme's plan, and of its lists only what lies in one's own place
    MANAGE = "manage"  # open, assign, plan, keep the registers
    SEE_UNIT = "see-unit"  # what one organization was given and has reported
    REPORT = "report"  # submit and revise evidence for an organization
    REVIEW = "review"  # accept or return it
    CLOSE = "close"  # say that the figures of an organization are complete


@dataclass(frozen=True, slots=True)
class Place:
    """What access asks: where it is, whose it is when it is one organization's, whether the public has it."""

    path: str
    organization_id: int | None = None
    published: bool = False


Predicate = Callable[[Actor, Place], bool]


def is_published(_actor: Actor, place: Place) -> bool:
    return place.published


def reads_here(actor: Actor, place: Place) -> bool:
    """A reader of the whole place: a post of the place itself or of one above it, not of one organization."""
    return actor.holds(*READERS, path=place.path)


def is_officer(actor: Actor, place: Place) -> bool:
    return actor.holds(Role.OFFICER, path=place.path)


def works_within(actor: Actor, place: Place) -> bool:
    """Any post in a place below, or in an organization of the place: the programme concerns them."""
    return any(grant.path.startswith(place.path) or place.path.startswith(grant.path) for grant in actor.grants)


def reports_for_it(actor: Actor, place: Place) -> bool:
    """The reporter or head of this very organization."""
    return any(
        grant.role in {Role.REPORTER, Role.CHAIR}
        and place.organization_id is not None
        and grant.organization_id == place.organization_id
        for grant in actor.grants
    )


def heads_it(actor: Actor, place: Place) -> bool:
    """The head of this very organization."""
    return any(
        grant.role == Role.CHAIR
        and place.organization_id is not None
        and grant.organization_id == place.organization_id
        for grant in actor.grants
    )


def heads_the_village(actor: Actor, place: Place) -> bool:
    """The head of this very village: the grant stands at the village's own path."""
    return any(
        grant.role == Role.VILLAGE_HEAD
        and grant.path == place.path
        and grant.organization_id in {None, place.organization_id}
        for grant in actor.grants
    )


GRANTS: Mapping[Act, tuple[tuple[Predicate, ...], ...]] = {
    Act.SEE_PROGRESS: ((is_published,), (reads_here,)),
    Act.SEE: ((reads_here,),),
    Act.TAKE_PART: ((reads_here,), (works_within,)),
    Act.MANAGE: ((is_officer,),),
    Act.SEE_UNIT: ((reads_here,), (reports_for_it,), (heads_the_village,)),
    Act.REPORT: ((reports_for_it,), (heads_the_village,), (is_officer,)),
    Act.REVIEW: ((is_officer,),),
    Act.CLOSE: ((heads_it,), (heads_the_village,)),  # and who manages the programme: may_close
}
# Whoever may not even do this is told that nothing is there.
SIGHT: Mapping[Act, Act] = {
    Act.SEE_PROGRESS: Act.SEE_PROGRESS,
    Act.SEE: Act.TAKE_PART,
    Act.TAKE_PART: Act.TAKE_PART,
    Act.MANAGE: Act.TAKE_PART,
    Act.SEE_UNIT: Act.SEE_UNIT,
    Act.REPORT: Act.SEE_UNIT,
    Act.REVIEW: Act.SEE_UNIT,
    Act.CLOSE: Act.SEE_UNIT,
}


def may(actor: Actor, act: Act, place: Place) -> bool:
    return any(all(holds(actor, place) for holds in row) for row in GRANTS[act])


def check(actor: Actor, act: Act, place: Place) -> None:
    """Raises NotFound for what the actor may not even see, NotAllowed for what they may see and not do."""
    if may(actor, act, place):
        return
    if not may(actor, SIGHT[act], place):
        raise NotFound(_("Không tìm thấy nội dung này."))
    raise NotAllowed(
        _("Anh/chị chưa được giao việc này ở nơi đây. Hãy nhờ cán bộ phụ trách dân chủ ở cơ sở của địa phương."),
    )


def place_of(programme: Programme) -> Place:
    return Place(path=programme.locality.path, published=programme.published_on is not None)


def unit_of(organization: Organization) -> Place:
    return Place(path=organization.locality.path, organization_id=organization.pk)


def may_close(actor: Actor, programme: Programme, organization: Organization) -> bool:
    """The unit's head says that its figures are complete, or the officer whose programme counts it."""
    if not organization.locality.path.startswith(programme.locality.path):
        return False
    return may(actor, Act.MANAGE, place_of(programme)) or may(actor, Act.CLOSE, unit_of(organization))


def check_closing(actor: Actor, programme: Programme, organization: Organization) -> None:
    """Raises like `check` for who may not close an organization's figures."""
    if not may_close(actor, programme, organization):
        check(actor, Act.SEE_UNIT, unit_of(organization))
        raise NotAllowed(
            _("Chỉ người đứng đầu đơn vị hoặc cán bộ phụ trách chương trình chốt được số liệu của đơn vị này.")
        )


def check_review(actor: Actor, evidence: Evidence) -> None:
    """Reviewing takes a second person: nobody decides on what they submitted themselves."""
    check(actor, Act.REVIEW, unit_of(evidence.organization))
    if evidence.submitted_by == actor.key:
        raise NotAllowed(_("Người gửi minh chứng không tự chấp nhận được. Hãy để một cán bộ khác kiểm tra."))
