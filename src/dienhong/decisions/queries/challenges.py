"""Petitions against decisions: of a matter for everybody, those that a body has to answer, what waits."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.decisions import access
from dienhong.decisions.models import Body, Challenge, Matter
from dienhong.foundations.actors import Actor, Role
from dienhong.foundations.waiting import Waiting
from lawcore.timelimits import working_days

SERVICE_TIME = working_days(10)
"""Ours: the law sets no day by which a petition against a decision is answered."""


@dataclass(frozen=True, slots=True)
class Told:
    """A petition for everybody: without who petitions and without their words."""

    challenge: Challenge
    is_answered: bool
    is_founded: bool
    reason: str
    answered_on: date | None
    is_late: bool


def of_matter(matter: Matter, *, on: date) -> list[Told]:
    """Every petition against the decision, the first first. One query."""
    return [_told(each, on) for each in matter.challenges.select_related("reply").order_by("number")]


def _told(challenge: Challenge, on: date) -> Told:
    reply = getattr(challenge, "reply", None)
    if reply is None:
        return Told(challenge, is_answered=False, is_founded=False, reason="", answered_on=None,
                    is_late=on > challenge.until)  # fmt: skip
    return Told(challenge, is_answered=True, is_founded=reply.is_founded, reason=reply.reason, answered_on=reply.on,
                is_late=reply.on > challenge.until)  # fmt: skip


def challenges(actor: Actor) -> QuerySet[Challenge]:
    """Those that the actor may read: addressed to a body of theirs, or to any body of their commune. Oldest first."""
    mine = Q(pk__in=())
    for grant in actor.grants:
        commune = Q(matter__village__parent=grant.locality_id)
        if grant.role in access.COMMUNE and grant.organization_id is None:
            mine |= commune
        elif grant.role is Role.INSPECTOR:
            mine |= Q(matter__village__path__startswith=grant.path, body=Body.INSPECTION)
        elif grant.role is Role.FRONT:
            mine |= commune & Q(body=Body.FRONT)
    found = Challenge.objects.filter(mine).select_related("matter__village__parent", "reply")
    return found.order_by("pk")


def challenge(pk: int, actor: Actor) -> Challenge:
    """Raises NotFound alike for what is not there and what is not the actor's."""
    found = challenges(actor).filter(pk=pk).first()
    if found is None:
        raise access.nothing()
    return found


def waiting_challenges(actor: Actor, on: date) -> Iterator[Waiting]:
    """Petitions that the actor's own body has to answer. One query, none for others."""
    if not any(grant.role in {Role.OFFICER, Role.CHAIR, Role.FRONT, Role.INSPECTOR} for grant in actor.grants):
        return
    for each in challenges(actor).filter(reply=None):
        if access.answers(actor, each.body, each.matter.village):
            late = _("quá thời gian phục vụ") if on > each.until else f"{each.until:%d/%m/%Y}"
            yield Waiting(
                _("Kiến nghị của công dân về quyết định, chưa trả lời"),
                reverse("decisions:answer-challenge", args=[each.pk]),
                f"{each.matter.village}: {late}",
            )
