"""Matters and meetings that somebody may see; until when households are told of one."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from dienhong.decisions import access
from dienhong.decisions.access import Act
from dienhong.decisions.models import Item, Matter, Meeting
from dienhong.foundations.actors import Actor
from dienhong.foundations.clock import legal_day
from dienhong.registry.models import Locality
from lawcore.answers import Answer
from lawcore.ballots.periods import meeting_notice
from lawcore.conferences import village as village_conference


def seen_by(actor: Actor) -> Q:
    """What has a `village` of the actor's."""
    seen = Q(pk__in=())
    for path in access.paths(actor):
        seen |= Q(village__path__startswith=path)
    return seen


def matters(actor: Actor) -> QuerySet[Matter]:
    """The matters of the actor's villages, newest first."""
    return Matter.objects.filter(seen_by(actor)).select_related("village").order_by("-pk")


def matter(pk: int, actor: Actor) -> Matter:
    """Raises NotFound alike for what is not there and what is not the actor's."""
    found = matters(actor).filter(pk=pk).first()
    if found is None:
        raise access.nothing()
    return found


def meetings(actor: Actor) -> QuerySet[Meeting]:
    """The meetings of the actor's villages, the next first."""
    return Meeting.objects.filter(seen_by(actor)).select_related("village", "roll").order_by("-planned_at", "-pk")


def meeting(pk: int, actor: Actor) -> Meeting:
    """Raises NotFound alike for what is not there and what is not the actor's."""
    found = meetings(actor).filter(pk=pk).first()
    if found is None:
        raise access.nothing()
    return found


def notice_of(meeting: Meeting) -> Answer[date]:
    """Decree 59/2023 art. 3 cl. 3, art. 11 cl. 1 pt. c: the last day to tell of it; a conference earlier."""
    return notice_before(legal_day(meeting.planned_at), is_yearly=meeting.is_yearly)


def notice_before(day: date, *, is_yearly: bool) -> Answer[date]:
    """The last day to tell of a meeting on this day."""
    return village_conference.notice(before=day) if is_yearly else meeting_notice(before=day)


def village_of(pk: int, actor: Actor) -> Locality:
    """A village whose decisions the actor may see; NotFound otherwise."""
    village = Locality.objects.filter(pk=pk, kind=Locality.Kind.VILLAGE).first()
    if village is None or not access.may(actor, Act.SEE, village):
        raise access.nothing()
    return village


def commune_of(pk: int, actor: Actor) -> Locality:
    """A commune whose decisions the actor may see; NotFound otherwise."""
    commune = Locality.objects.filter(pk=pk, kind=Locality.Kind.COMMUNE).first()
    if commune is None or not access.may(actor, Act.SEE, commune):
        raise access.nothing()
    return commune


def to_be_met(actor: Actor, village: Locality, *, key: str = "") -> list[Matter]:
    """The village's matters that are to be decided by a meeting and stand in none, oldest first. One query.

    Those of the meeting planned with this `key` as well: its form may be sent twice.
    """
    alive = Item.objects.filter(matter=OuterRef("pk")).exclude(
        Q(meeting__stage__in=(Meeting.Stage.CLOSED, Meeting.Stage.CALLED_OFF)) | Q(meeting__key=key)
    )
    return list(matters(actor).filter(~Exists(alive), village=village, stage="by_meeting").order_by("pk"))
