"""What everybody may see: only what a commune discloses; and the figures of a year."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from dienhong.disclosures import access, asking
from dienhong.disclosures.models import Disclosure, Item, Posting, Version
from dienhong.disclosures.queries.clock import FULL, OWED, disclosure, disclosures, holding
from dienhong.registry.models import Locality, Organization
from lawcore.disclosures import Publisher


@dataclass(frozen=True, slots=True)
class Topic:
    """One content of the article with what was disclosed under it this year."""

    number: int
    label: str
    opened: int
    out: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Of what was due by a day; `idle` are contents of the plan for which nothing was opened yet.

    on_time: out in time, in every way; late: out after its last day; short: in time, but of a required way nothing is
    recorded; not_again: changed, and the change is not out; unknown: nothing is recorded.
    """

    on_time: int
    late: int
    short: int
    not_again: int
    unknown: int
    idle: int

    @property
    def total(self) -> int:
        return self.on_time + self.late + self.short + self.not_again + self.unknown


def communes() -> list[Locality]:
    """The places whose committee has a plan."""
    found = Locality.objects.filter(organizations__disclosure_plans__kind=Publisher.COMMUNE).distinct()
    return list(found.order_by("path"))


def public(place: Locality, *, text: str, topic: int | None, village: int | None) -> QuerySet[Disclosure]:
    """What the commune has disclosed or owes, newest first, of a village: what concerns it or everybody."""
    found = disclosures().filter(
        item__plan__kind=Publisher.COMMUNE, item__plan__organization__locality=place, is_closed=False
    )
    if topic:
        found = found.filter(item__number=topic)
    if village:
        found = found.filter(Q(village=None) | Q(village=village))
    return holding(found, text).order_by("-begun_on", "-pk").prefetch_related(FULL)


def public_disclosure(pk: int) -> Disclosure:
    """What a commune discloses, for everybody. Raises NotFound."""
    found = disclosure(pk)
    if found.item.plan.kind != Publisher.COMMUNE:
        raise access.nothing()
    return found


def is_shown(version: Version) -> bool:
    """Whether its text and file may be given to everybody: it was published, and not withdrawn."""
    return bool(version.postings.all()) and getattr(version, "withdrawal", None) is None


def topics(place: Locality, *, year: int, on: date) -> list[Topic]:
    """The contents of the article with what was opened, is out and is overdue in a year's plan. One query."""
    out = Q(disclosures__public_on__isnull=False, disclosures__is_closed=False)
    late = Q(disclosures__is_closed=False, disclosures__stage__in=OWED, disclosures__due_on__lt=on)
    rows = (
        Item.objects.filter(plan__kind=Publisher.COMMUNE, plan__organization__locality=place, plan__year=year)
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


def figures(organizations: Sequence[Organization], *, on: date, year: int) -> Figures:
    """Counted over what was due by the day `on` in the plans of a year. Three queries."""
    mine = Q(item__plan__organization__in=list(organizations), item__plan__year=year)
    due = Disclosure.objects.filter(mine, is_closed=False, due_on__lte=on).select_related("item")
    forms: dict[int, tuple[int, set[str]]] = {}
    postings = Posting.objects.filter(version__disclosure__in=due)
    rows = postings.order_by("version__number").values_list("version__disclosure_id", "version__number", "form")
    for pk, number, form in rows:
        if forms.get(pk, (0, set()))[0] != number:
            forms[pk] = (number, set())
        forms[pk][1].add(form)
    counted = Counter(_counted_as(each, forms.get(each.pk, (0, set()))[1]) for each in due)
    idle = Item.objects.filter(
        plan__organization__in=list(organizations), plan__year=year, disclosures__isnull=True
    ).count()
    return Figures(
        counted["on_time"], counted["late"], counted["short"], counted["not_again"], counted["unknown"], idle
    )


def figures_of(place: Locality, *, on: date, year: int) -> Figures:
    """Those of the committee of a commune."""
    return figures(list(place.organizations.filter(kind=Organization.Kind.COMMITTEE)), on=on, year=year)


def _counted_as(disclosure: Disclosure, forms: set[str]) -> str:
    if disclosure.public_on is None:
        return "not_again" if disclosure.stage == "changed" else "unknown"
    if disclosure.public_on > disclosure.due_on:
        return "late"
    return "on_time" if set(disclosure.item.asked["result"]["forms"]) <= forms else "short"
