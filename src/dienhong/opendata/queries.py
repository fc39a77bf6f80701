"""Reads: what a commune's public pages show, row by row, for machines; since when a commune is here."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db.models import Max, Min, QuerySet

from dienhong.decisions.models import Matter, Outcome
from dienhong.decisions.queries import public as decisions
from dienhong.disclosures import queries as disclosures
from dienhong.disclosures.models import Disclosure, Plan
from dienhong.ledger import queries as ledger
from dienhong.registry.models import Locality
from lawcore.disclosures import Publisher

CHUNK = 500
NEWEST = 50
"""How many entries a feed carries."""


def register(*, year: int, place: Locality | None = None) -> Iterator[Disclosure]:
    """Everything under the plans of a year, of one commune or of all, with what pages show beside it, by number."""
    last = 0
    while rows := list(_of_year(year, place).filter(pk__gt=last)[:CHUNK]):
        yield from rows
        last = rows[-1].pk


def _of_year(year: int, place: Locality | None) -> QuerySet[Disclosure]:
    found = disclosures.whole(Disclosure.objects.filter(item__plan__kind=Publisher.COMMUNE, item__plan__year=year))
    if place is not None:
        found = found.filter(item__plan__organization__locality=place)
    return found.order_by("pk")


def years(place: Locality | None = None) -> list[int]:
    """The years that have a plan, newest first."""
    plans = Plan.objects.filter(kind=Publisher.COMMUNE)
    if place is not None:
        plans = plans.filter(organization__locality=place)
    return list(plans.order_by("-year").values_list("year", flat=True).distinct())


def posted(place: Locality, *, topic: int | None, village: Locality | None) -> list[Disclosure]:
    """What the commune has out now, the latest event first, of a topic or a village where one is given."""
    found = disclosures.public(place, text="", topic=topic, village=village)
    found = found.filter(public_on__isnull=False, is_closed=False)
    return [each for each in found[:NEWEST] if disclosures.is_shown(disclosures.newest(each))]


def owed(place: Locality, *, village: Locality | None) -> list[Disclosure]:
    """What the commune owes, the earliest last day first."""
    found = disclosures.public(place, text="", topic=None, village=village)
    return list(found.filter(stage__in=disclosures.OWED, is_closed=False).order_by("due_on", "pk")[: 4 * NEWEST])


def begun(place: Locality) -> datetime | None:
    """When the commune's first plan was recorded."""
    moment: datetime | None = Plan.objects.filter(organization__locality=place).aggregate(at=Min("created_at"))["at"]
    return moment


def last_changed_everywhere() -> dict[str, datetime]:
    """When anything was last recorded of every commune's disclosures, by its code. One query."""
    place = "item__plan__organization__locality__code"
    mine = Disclosure.objects.filter(item__plan__kind=Publisher.COMMUNE).order_by().values_list(place)
    rows = mine.annotate(
        written=Max("versions__recorded_at"),
        posted=Max("versions__postings__recorded_at"),
        withdrawn=Max("versions__withdrawal__recorded_at"),
    )
    return {code: latest for code, *moments in rows if (latest := _latest(*moments)) is not None}


def shown(place: Locality) -> Iterator[tuple[int, datetime]]:
    """What of a commune has a page with content: its number, and when a version, posting or withdrawal was recorded."""
    mine = Disclosure.objects.filter(
        item__plan__organization__locality=place, item__plan__kind=Publisher.COMMUNE, is_closed=False
    )
    rows = mine.exclude(public_on=None).annotate(
        written=Max("versions__recorded_at"),
        posted=Max("versions__postings__recorded_at"),
        withdrawn=Max("versions__withdrawal__recorded_at"),
    )
    for pk, *moments in rows.order_by("pk").values_list("pk", "written", "posted", "withdrawn"):
        latest = _latest(*moments)
        if latest is not None:
            yield pk, latest


def _latest(*moments: datetime | None) -> datetime | None:
    return max((each for each in moments if each is not None), default=None)


def decided(place: Locality) -> Iterator[tuple[int, datetime]]:
    """What the villages of a commune decided: the number of each matter, and when its newest step was recorded."""
    found = Matter.objects.filter(village__path__startswith=place.path, stage__in=decisions.DECIDED)
    rows = found.filter(outcomes__isnull=False).annotate(at=Max("steps__recorded_at")).order_by("pk")
    for pk, at in rows.values_list("pk", "at").distinct():
        if at is not None:
            yield pk, at


def decided_in(places: Iterable[Locality]) -> dict[int, list[int]]:
    """The years in which villages of these communes decided something, newest first, by the commune's id. One query."""
    found = Outcome.objects.order_by().values_list("matter__village__path", "on__year").distinct()
    ids = {str(each.pk): each.pk for each in places}
    years: dict[int, set[int]] = {}
    for path, year in found:
        for part in path.strip("/").split("/"):
            if part in ids:
                years.setdefault(ids[part], set()).add(year)
    return {pk: sorted(known, reverse=True) for pk, known in years.items()}


def acts(place: Locality) -> str:
    """How things stand for a commune: another word after every act."""
    return str(ledger.acts(place.code))
