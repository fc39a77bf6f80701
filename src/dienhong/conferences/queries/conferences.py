"""Conferences that somebody may see, with what belongs to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from dienhong.conferences import access
from dienhong.conferences.models import Conference, Proposal, Reply, Report
from dienhong.foundations.actors import Actor
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality

ANSWERED = Prefetch("replies", Reply.objects.order_by("-pk"), to_attr="said")


def conferences(actor: Actor) -> QuerySet[Conference]:
    """Those of the actor's villages, the newest year first."""
    seen = Q(pk__in=())
    for path in access.paths(actor):
        seen |= Q(village__path__startswith=path)
    return _whole(Conference.objects.filter(seen)).order_by("-year", "-pk")


def _whole(found: QuerySet[Conference]) -> QuerySet[Conference]:
    return found.select_related("village__parent", "meeting__roll", "meeting__instead_of", "sending")


def conference(pk: int, actor: Actor) -> Conference:
    """Raises NotFound alike for what is not there and what is not the actor's."""
    found = conferences(actor).filter(pk=pk).first()
    if found is None:
        raise access.nothing()
    return found


def of_village(ids: Iterable[int]) -> QuerySet[Conference]:
    """Those of these villages, the newest first. What everybody may know of them is up to the page."""
    return _whole(Conference.objects.filter(village__in=list(ids))).order_by("-year", "-pk")


def last_before(village: Locality, *, year: int) -> Conference | None:
    """The conference of an earlier year, what the village came from included."""
    ids = [village.pk, *registry.former_forms(village)]
    return of_village(ids).filter(year__lt=year).first()


def newest_reports(conference: Conference) -> dict[str, Report]:
    """Of each of the three parts the newest version. One query."""
    return {each.part: each for each in conference.reports.order_by("version")}


def proposals(conference: Conference) -> list[Proposal]:
    """In their order, each with its replies (`said`), the newest first. Two queries."""
    return list(conference.proposals.order_by("number").prefetch_related(ANSWERED))


def proposal(conference: Conference, number: int) -> Proposal:
    """One of them. Raises NotFound."""
    found = conference.proposals.filter(number=number).prefetch_related(ANSWERED).first()
    if found is None:
        raise access.nothing()
    return found


def answered(found: Iterable[Proposal]) -> dict[str, int]:
    """How many proposals stand how, by their newest reply; "open" for those without one. Of rows with `said`."""
    counts = dict.fromkeys((*Reply.Result.values, "open"), 0)
    for each in found:
        said: list[Reply] = each.said  # type: ignore[attr-defined]
        counts[said[0].result if said else "open"] += 1
    return counts


@dataclass(frozen=True, slots=True)
class Row:
    """A village and its conference of the year, None while none is planned."""

    village: Locality
    conference: Conference | None


def rows(actor: Actor, *, year: int, on: date) -> list[Row]:
    """The villages of whoever looks, each with its conference of the year. Two queries."""
    paths = access.paths(actor)
    villages = registry.places_below(paths, kinds=[Locality.Kind.VILLAGE], on=on)
    held = {each.village_id: each for each in conferences(actor).filter(year=year)}
    return [Row(each, held.get(each.pk)) for each in villages]
