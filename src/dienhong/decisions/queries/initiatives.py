"""Initiatives that somebody may see, their consents with the day each lapses, whether they are enough."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from dienhong.decisions import access
from dienhong.decisions.models import Consent, Initiative
from dienhong.decisions.queries.matters import seen_by
from dienhong.foundations.actors import Actor
from dienhong.registry import queries as registry
from lawcore.answers import Answer
from lawcore.ballots.initiatives import admissible_by_dates, consent_until


def initiatives(actor: Actor) -> QuerySet[Initiative]:
    """The initiatives of the actor's villages, newest first."""
    return Initiative.objects.filter(seen_by(actor)).select_related("village", "matter").order_by("-pk")


def initiative(pk: int, actor: Actor) -> Initiative:
    """Raises NotFound alike for what is not there and what is not the actor's."""
    found = initiatives(actor).filter(pk=pk).first()
    if found is None:
        raise access.nothing()
    return found


@dataclass(frozen=True, slots=True)
class Line:
    """A consent, until which day it counts, whether it still does."""

    consent: Consent
    until: date
    counts: bool


def consents(initiative: Initiative, *, on: date) -> list[Line]:
    """Every consent by the household's code. One query."""
    rows = initiative.consents.select_related("household").order_by("household__code", "pk")
    lines = []
    for each in rows:
        until = consent_until(collected_on=each.given_on).result
        lines.append(Line(each, until, on <= until))
    return lines


def support(initiative: Initiative, *, on: date, front_agrees: bool = False) -> Answer[bool] | None:
    """LDC art. 16 cl. 3: whether it must be put to the village; None where no household is known. Two queries."""
    households = set(registry.households(initiative.village, on=on).values_list("pk", flat=True))
    if not households:
        return None
    newest = dict(initiative.consents.order_by("given_on", "pk").values_list("household_id", "given_on"))
    given = sorted(day for household, day in newest.items() if household in households)
    return admissible_by_dates(households=len(households), consents=given, on=on, front_agrees=front_agrees)
