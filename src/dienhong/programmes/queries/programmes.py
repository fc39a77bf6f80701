"""Which programmes there are for somebody, and one of them with what it is part of."""

from typing import TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import NotFound
from dienhong.programmes import access
from dienhong.programmes.access import Act
from dienhong.programmes.models import Assignment, Duty, Indicator, Programme, Target
from dienhong.registry.models import Organization
from dienhong.resolutions import queries as resolutions
from dienhong.resolutions.models import Proposal, Version

OFFERED = 20

Part = TypeVar("Part", bound=Model)


def visible(actor: Actor) -> QuerySet[Programme]:
    """The programmes of the actor's places, of those above them, and every published one."""
    seen = Q(published_on__isnull=False)
    for grant in actor.grants:
        above = [int(part) for part in grant.path.strip("/").split("/") if part]
        seen |= Q(locality__in=above) | Q(locality__path__startswith=grant.path)
    found = Programme.objects.filter(seen).select_related("locality", "version__work")
    return found.order_by("stage", "locality__path", "-opens_on", "pk")


def openable(actor: Actor, *, reviewed: bool = False) -> list[Version]:
    """Texts with confirmed content, of places whose programmes the actor keeps, that no programme carries out yet.

    `reviewed`: only those in which no proposal waits any more.
    """
    running = Programme.objects.exclude(stage=Programme.Stage.CLOSED).values("version__work")
    has_content = Proposal.objects.filter(version=OuterRef("pk"), state=Proposal.State.CONFIRMED)
    ready = resolutions.versions(actor).filter(Exists(has_content)).exclude(work__in=running)
    if reviewed:
        ready = ready.exclude(Exists(Proposal.objects.filter(version=OuterRef("pk"), state=Proposal.State.PROPOSED)))
    return [
        version
        for version in ready[:OFFERED]
        if access.may(actor, Act.MANAGE, access.Place(path=version.locality.path))
    ]


def programme(pk: int, actor: Actor, act: Act = Act.SEE) -> Programme:
    """A programme with its place and text; refuses like `access.check`."""
    found = Programme.objects.select_related("locality", "version__work").filter(pk=pk).first()
    if found is None:
        raise NotFound(_("Không tìm thấy nội dung này."))
    access.check(actor, act, access.place_of(found))
    return found


def _part(found: Part | None) -> Part:
    if found is None:
        raise NotFound(_("Không tìm thấy nội dung này."))
    return found


def duty(pk: int, programme: Programme) -> Duty:
    """A duty of this programme. Raises NotFound."""
    found = programme.duties.select_related("provision", "programme__locality", "proposal").filter(pk=pk).first()
    return _part(found)


def unassigned(programme: Programme) -> QuerySet[Duty]:
    """Duties of the text that nobody has now, in its order."""
    is_open = Assignment.objects.filter(duty=OuterRef("pk"), ends_on__isnull=True)
    return (
        programme.duties.filter(~Exists(is_open), dropped_on__isnull=True)
        .select_related("provision", "programme__locality")
        .order_by("provision__order", "pk")
    )


def target(pk: int, programme: Programme) -> Target:
    """A target of this programme. Raises NotFound."""
    return _part(programme.targets.select_related("provision", "proposal").filter(pk=pk).first())


def indicator(pk: int, programme: Programme) -> Indicator:
    """An indicator of a target of this programme. Raises NotFound."""
    found = Indicator.objects.select_related("target__provision", "target__programme__locality")
    return _part(found.filter(pk=pk, target__programme=programme).first())


def unit(pk: int, actor: Actor, act: Act = Act.SEE_UNIT) -> Organization:
    """An organization as somebody sees it who reports for it or reads its place."""
    found = _part(Organization.objects.select_related("locality").filter(pk=pk).first())
    access.check(actor, act, access.unit_of(found))
    return found
