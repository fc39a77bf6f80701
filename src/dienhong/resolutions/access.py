"""Who may do what with a resolution. Any row of an act whose predicates all hold allows it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor, Role
from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.resolutions.models import Version, Work


class Act(StrEnum):
    SEE = "see"
    UPLOAD = "upload"
    REVIEW = "review"
    RELATE = "relate"
    PUBLISH = "publish"


@dataclass(frozen=True, slots=True)
class Place:
    """What access asks of a resolution: whose it is, and whether the public has it."""

    path: str
    published: bool = False


Predicate = Callable[[Actor, Place], bool]


def is_published(_actor: Actor, place: Place) -> bool:
    return place.published


def serves_place(actor: Actor, place: Place) -> bool:
    """Holds a post of the place itself or of a place above it."""
    return actor.holds(*Role, path=place.path)


def is_officer(actor: Actor, place: Place) -> bool:
    return actor.holds(Role.OFFICER, path=place.path)


def is_chair(actor: Actor, place: Place) -> bool:
    return actor.holds(Role.CHAIR, path=place.path)


def is_registrar(actor: Actor, place: Place) -> bool:
    return actor.holds(Role.REGISTRAR, path=place.path)


GRANTS: Mapping[Act, tuple[tuple[Predicate, ...], ...]] = {
    Act.SEE: ((is_published,), (serves_place,)),
    Act.UPLOAD: ((is_officer,), (is_registrar,)),
    Act.REVIEW: ((is_officer,),),
    Act.RELATE: ((is_officer,), (is_registrar,)),
    Act.PUBLISH: ((is_officer,), (is_chair,)),
}


def may(actor: Actor, act: Act, place: Place) -> bool:
    return any(all(holds(actor, place) for holds in row) for row in GRANTS[act])


def check(actor: Actor, act: Act, place: Place) -> None:
    """Raises NotAllowed for what staff of the place may not do, NotFound for all that is not open to the actor.

    Whoever sees a resolution only because it was published is not told of the pages where staff work on it.
    """
    if may(actor, act, place):
        return
    if not serves_place(actor, place):
        raise NotFound(_("Không tìm thấy nghị quyết này."))
    raise NotAllowed(
        _("Anh/chị chưa được giao việc này với nghị quyết ở nơi đây. Hãy nhờ cán bộ phụ trách của địa phương."),
    )


def place_of(version: Version) -> Place:
    """Of a version loaded with its locality."""
    return Place(version.locality.path, published=version.published_at is not None)


def place_of_work(work: Work) -> Place:
    """Of a work loaded with its locality: the public has it when it has one of its versions."""
    return Place(work.locality.path, published=work.versions.filter(published_at__isnull=False).exists())
