"""Petitions against decisions: of a matter for everybody, those that a body has to answer, what waits."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.decisions import access
from dienhong.decisions.models import Body, Challenge, Matter, NameErasure, SentChallenge
from dienhong.disclosures.screening import screen_text
from dienhong.documents import codes
from dienhong.documents.models import PrintedForm
from dienhong.foundations.actors import Actor, Role
from dienhong.foundations.waiting import Waiting
from dienhong.ledger.rows import label
from lawcore.timelimits import working_days

CODE_KIND = "petition"
"""Of the printed code on a receipt."""
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
    return [_told(each, on) for each in matter.challenges.select_related("reply", "came_online").order_by("number")]


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
            near = Q(came_online__sent__hides_name=True, matter__village=grant.locality_id)
            mine |= Q(matter__village__path__startswith=grant.path, body=Body.INSPECTION) & ~near
        elif grant.role is Role.FRONT:
            mine |= commune & Q(body=Body.FRONT)
    found = Challenge.objects.filter(mine).select_related("matter__village__parent", "reply", "came_online__sent")
    return found.order_by("pk")


def readable(matter: Matter, actor: Actor) -> set[int]:
    """The ids of this matter's petitions that the actor may open. One query."""
    return set(challenges(actor).filter(matter=matter).values_list("pk", flat=True))


def of_bodies(actor: Actor) -> QuerySet[SentChallenge]:
    """What citizens sent through the public page to a body of the actor's; its body alone reads it. Oldest first.

    A member of the Inspection Board who is of that very village does not see who asked to stay unknown there.
    """
    mine = Q(pk__in=())
    for grant in actor.grants:
        commune = Q(matter__village__parent=grant.locality_id)
        if grant.role in access.COMMUNE and grant.organization_id is None:
            mine |= commune & Q(body=Body.COMMITTEE)
        elif grant.role is Role.FRONT:
            mine |= commune & Q(body=Body.FRONT)
        elif grant.role is Role.INSPECTOR:
            near = Q(hides_name=True, matter__village=grant.locality_id)
            mine |= Q(matter__village__path__startswith=grant.path, body=Body.INSPECTION) & ~near
    found = SentChallenge.objects.filter(mine).select_related("matter__village__parent", "verification__challenge")
    return found.order_by("pk")


def sent(pk: int, actor: Actor) -> SentChallenge:
    """One of them, for who answers for its body. Raises NotFound."""
    found = of_bodies(actor).filter(pk=pk).first()
    if found is None or not access.answers(actor, found.body, found.matter.village):
        raise access.nothing()
    return found


def unverified(matter: Matter, actor: Actor) -> list[SentChallenge]:
    """What was sent about this matter and waits for who speaks to be asked. One query."""
    return list(of_bodies(actor).filter(matter=matter, verification=None))


def by_code(typed: str) -> SentChallenge | None:
    """What the code on a receipt opens; None for a code of anything else. Two queries."""
    form = PrintedForm.objects.filter(kind=CODE_KIND, code=codes.as_typed(typed)).first()
    rows = SentChallenge.objects.select_related("matter__village__parent", "verification__challenge__reply")
    return rows.filter(pk=int(form.subject.rpartition(":")[2])).first() if form is not None else None


def code_of(row: SentChallenge) -> str:
    """The code of its receipt."""
    return PrintedForm.objects.get(kind=CODE_KIND, subject=label(row)).code


def repeated(row: SentChallenge) -> str:
    """The words as they may stand on a page that a code opens: nothing where they hold what points at a person."""
    return "" if screen_text(row.words).findings else row.words


def is_erased(row: SentChallenge | Challenge) -> bool:
    """Whether two people had the names and words of it erased."""
    subjects = [label(row)]
    if isinstance(row, Challenge) and (online := getattr(row, "came_online", None)) is not None:
        subjects.append(f"decisions.sentchallenge:{online.sent_id}")
    return NameErasure.objects.filter(subject__in=subjects, is_approved=True).exists()


def challenge(pk: int, actor: Actor) -> Challenge:
    """Raises NotFound alike for what is not there and what is not the actor's."""
    found = challenges(actor).filter(pk=pk).first()
    if found is None:
        raise access.nothing()
    return found


def waiting_challenges(actor: Actor, on: date) -> Iterator[Waiting]:
    """Petitions that the actor's own body has to answer. Two queries, none for others."""
    if not any(grant.role in {Role.OFFICER, Role.CHAIR, Role.FRONT, Role.INSPECTOR} for grant in actor.grants):
        return
    for row in of_bodies(actor).filter(verification=None):
        if access.answers(actor, row.body, row.matter.village):
            yield Waiting(
                _("Kiến nghị gửi qua mạng về quyết định, chưa xác minh người gửi"),
                reverse("decisions:sent-challenge", args=[row.pk]),
                str(row.matter.village),
            )
    for each in challenges(actor).filter(reply=None):
        if access.answers(actor, each.body, each.matter.village):
            late = _("quá thời gian phục vụ") if on > each.until else f"{each.until:%d/%m/%Y}"
            yield Waiting(
                _("Kiến nghị của công dân về quyết định, chưa trả lời"),
                reverse("decisions:answer-challenge", args=[each.pk]),
                f"{each.matter.village}: {late}",
            )
