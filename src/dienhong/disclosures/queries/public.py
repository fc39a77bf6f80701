"""What everybody may see: only what a commune discloses."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from dienhong.disclosures import access, asking
from dienhong.disclosures.models import Disclosure, Item, Plan, Version
from dienhong.disclosures.queries.clock import FULL, OWED, disclosure, disclosures, holding, over, still_counted
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality, Succession
from lawcore.disclosures import Publisher
from lawcore.vietnamese import search_folded

MOST_DIGITS = 18
"""Of a number that the database takes."""
FIRST = 20
"""How many are shown of what was found in all communes."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One content of the article with what was disclosed under it this year."""

    number: int
    label: str
    opened: int
    out: int
    overdue: int


def communes(text: str = "") -> QuerySet[Locality]:
    """The places whose committee has a plan, with their province; of a name typed with or without diacritics."""
    plans = Plan.objects.filter(kind=Publisher.COMMUNE, organization__locality=OuterRef("pk"))
    merged = Exists(Succession.objects.filter(successor=OuterRef("pk")))
    found = Locality.objects.filter(Exists(plans)).annotate(is_merged=merged).select_related("parent")
    for word in search_folded(text).split():
        found = found.filter(Q(search__contains=word) | Q(parent__search__contains=word))
    return found.order_by("path")


def commune(code: str) -> Locality:
    """One of them. Raises NotFound."""
    found = communes().filter(code=code).first()
    if found is None:
        raise access.nothing()
    return found


def commune_now(code: str) -> Locality | None:
    """What the place with this code has become: an old address goes on leading somewhere."""
    place = Locality.objects.filter(code=code).first()
    return registry.present_form(place) if place else None


def came_from(place: Locality) -> list[Locality]:
    """The communes that became this one: a page that an old address leads to says why another name stands on it."""
    return registry.lineage(place)[0] if getattr(place, "is_merged", True) else []


def village_now(place: Locality, typed: str) -> Locality | None:
    """What the village with this number became, where it was merged or renamed and lies in this place; else None."""
    if not typed.isdigit() or len(typed) > MOST_DIGITS:
        return None
    now = registry.present_forms([int(typed)]).get(int(typed))
    return now if now is not None and now.path.startswith(place.path) else None


def public(place: Locality, *, text: str, topic: int | None, village: Locality | None) -> QuerySet[Disclosure]:
    """What the commune has disclosed or owes, newest first; of a village: what concerns it, or what it came from.

    What was closed when it was overdue stays there: everybody may know that it was.
    """
    found = disclosures().filter(still_counted(), plan__kind=Publisher.COMMUNE, plan__organization__locality=place)
    if topic:
        found = found.filter(item__number=topic)
    if village:
        found = found.filter(Q(village=None) | Q(village__in=[village.pk, *registry.former_forms(village)]))
    for word in search_folded(text).split():  # what is not out is found by the name of its content only
        is_out = Q(public_on__isnull=False, is_closed=False)
        found = found.filter((is_out & Q(search__contains=word)) | (~is_out & Q(item__search__contains=word)))
    return found.order_by("-begun_on", "-pk").prefetch_related(FULL)


def out_everywhere(text: str) -> list[Disclosure]:
    """What any commune kept here has made public and holds every word, newest first; one more than a page shows."""
    found = Disclosure.objects.filter(plan__kind=Publisher.COMMUNE, is_closed=False, public_on__isnull=False)
    keys = holding(found, text).order_by("-begun_on", "-pk").values_list("pk", flat=True)[: FIRST + 1]
    rows = {each.pk: each for each in disclosures().filter(pk__in=list(keys)).prefetch_related(FULL)}
    return [rows[key] for key in keys if key in rows]


def place_code(pk: int) -> str | None:
    """The place whose commune discloses this; None where there is nothing for everybody. A merger changes it."""
    found = Disclosure.objects.filter(pk=pk, item__plan__kind=Publisher.COMMUNE)
    code: str | None = found.values_list("item__plan__organization__locality__code", flat=True).first()
    return code


def public_disclosure(pk: int) -> Disclosure:
    """What a commune discloses, for everybody. Raises NotFound."""
    found = disclosure(pk)
    if found.item.plan.kind != Publisher.COMMUNE:
        raise access.nothing()
    return found


def is_shown(version: Version) -> bool:
    """Whether its text and file may be given to everybody: it was published, and not withdrawn."""
    return bool(version.postings.all()) and getattr(version, "withdrawal", None) is None


def was_out(disclosure: Disclosure) -> bool:
    """Whether a version of it was ever published, withdrawn since or not: what it is called is no secret any more."""
    return any(version.postings.all() for version in disclosure.versions.all())


def topics(place: Locality, *, year: int, on: date) -> list[Topic]:
    """The contents of the article with what was opened, is out and is overdue in a year's plan. One query."""
    out = Q(disclosures__public_on__isnull=False, disclosures__is_closed=False)
    late = Q(disclosures__is_closed=False, disclosures__stage__in=OWED) & over(on, at="disclosures__")
    rows = (
        Item.objects.filter(
            plan__kind=Publisher.COMMUNE, plan__organization__locality=place, plan__year=year, removed_on__isnull=True
        )
        .values("number")
        .annotate(
            opened=Count("disclosures", filter=Q(disclosures__is_closed=False)),
            out=Count("disclosures", filter=out),
            overdue=Count("disclosures", filter=late),
        )
        .order_by("number")
    )
    headings = asking.contents(Publisher.COMMUNE)
    return [
        Topic(row["number"], headings[row["number"] - 1].label, row["opened"], row["out"], row["overdue"])
        for row in rows
    ]
