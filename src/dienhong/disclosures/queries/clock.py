"""Disclosures by their clock: where each stands on a day, what is still missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, Count, Prefetch, Q, QuerySet, When

from dienhong.disclosures import access, asking
from dienhong.disclosures.models import Disclosure, Item, Plan, Posting, Version
from dienhong.foundations.actors import Actor
from dienhong.foundations.clock import legal_day
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality, Organization
from lawcore.answers import Answer
from lawcore.vietnamese import search_folded

SOON = timedelta(days=3)
"""How long before its last day an item is shown as soon due: ours, not the law's."""
RECORDED_LATE_AFTER = 1
"""Days between the day claimed and the day recorded that are not remarked on: ours."""
OWED = ("due", "changed")
UP = ("up", "permanent")
DONE = ("satisfied", "archived")
FULL = Prefetch(
    "versions",
    Version.objects.select_related("file", "withdrawal", "clearance")
    .prefetch_related(
        Prefetch(
            "postings",
            Posting.objects.select_related("village", "proof", "removal").order_by("claimed_on", "pk"),
        )
    )
    .order_by("-number"),
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a disclosure stands on a day. `late` are the days after its last day until it was out, or until today."""

    disclosure: Disclosure
    kind: str  # overdue, due-soon, due, up, done, closed
    late: int
    left: int
    lacks: tuple[str, ...] = ()  # required ways of which nothing is recorded


def disclosures() -> QuerySet[Disclosure]:
    """With what every list needs beside them."""
    return Disclosure.objects.select_related("item__plan__organization__locality", "item__owner", "village")


def disclosure(pk: int) -> Disclosure:
    """With its versions, newest first, and their postings. Raises NotFound."""
    found = disclosures().prefetch_related(FULL).filter(pk=pk).first()
    if found is None:
        raise access.nothing()
    return found


def seen(pk: int, actor: Actor) -> Disclosure:
    """For who works with it. Raises NotFound for anybody else."""
    found = disclosure(pk)
    if not access.may(actor, access.Act.SEE, found.item.plan.organization):
        raise access.nothing()
    return found


def posting(pk: int) -> Posting:
    """Raises NotFound."""
    found = (
        Posting.objects.select_related("version__disclosure__item__plan__organization__locality", "village", "removal")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise access.nothing()
    return found


def posted(plan: Plan, *, first: date, last: date) -> QuerySet[Posting]:
    """What was made public under a plan from one day to another, withdrawn or not."""
    found = Posting.objects.filter(version__disclosure__item__plan=plan, claimed_on__range=(first, last))
    found = found.select_related("version__disclosure__item", "village", "removal")
    return found.order_by("version__disclosure__item__number", "version__disclosure", "claimed_on", "pk")


def newest(disclosure: Disclosure) -> Version:
    """The version that counts now."""
    return disclosure.versions.all()[0] if _is_loaded(disclosure) else disclosure.versions.order_by("-number")[0]


def _is_loaded(disclosure: Disclosure) -> bool:
    return "versions" in getattr(disclosure, "_prefetched_objects_cache", {})


def under(item: Item) -> QuerySet[Disclosure]:
    """What was opened under a content of the plan, newest first."""
    return disclosures().filter(item=item).order_by("-begun_on", "-pk").prefetch_related(FULL)


def by_clock(organizations: Iterable[Organization], *, state: str, text: str, on: date) -> QuerySet[Disclosure]:
    """Of these organizations, in one of the states of the list, most pressing first."""
    found = disclosures().filter(item__plan__organization__in=list(organizations)).filter(_in_state(state, on))
    pressing = Case(When(is_closed=True, then=3), When(stage__in=OWED, then=0), When(stage__in=UP, then=1), default=2)
    return holding(found, text).order_by(pressing, "due_on", "pk").prefetch_related(FULL)


def counts(organizations: Iterable[Organization], *, on: date) -> dict[str, int]:
    """How many stand in each state of the list. One query."""
    found = Disclosure.objects.filter(item__plan__organization__in=list(organizations))
    states = ("overdue", "due-soon", "due", "up", "done", "closed")
    counted = found.aggregate(**{each.replace("-", "_"): Count("pk", filter=_in_state(each, on)) for each in states})
    return {each: counted[each.replace("-", "_")] for each in states}


def _in_state(state: str, on: date) -> Q:
    owed = Q(is_closed=False, stage__in=OWED)
    states = {
        "overdue": owed & Q(due_on__lt=on),
        "due-soon": owed & Q(due_on__gte=on, due_on__lte=on + SOON),
        "due": owed & Q(due_on__gt=on + SOON),
        "up": Q(is_closed=False, stage__in=UP),
        "done": Q(is_closed=False, stage__in=DONE),
        "closed": Q(is_closed=True),
    }
    return states.get(state, Q())


def holding(found: QuerySet[Disclosure], text: str) -> QuerySet[Disclosure]:
    """Those that hold every word, typed with or without diacritics."""
    for word in search_folded(text).split():
        found = found.filter(search__contains=word)
    return found


def standing(disclosure: Disclosure, *, on: date) -> Standing:
    """Where it stands on this day."""
    late = max(0, ((disclosure.public_on or on) - disclosure.due_on).days)
    left = (disclosure.due_on - on).days
    if disclosure.is_closed:
        return Standing(disclosure, "closed", 0, left)
    if disclosure.stage in OWED:
        kind = "overdue" if left < 0 else "due-soon" if left <= SOON.days else "due"
        return Standing(disclosure, kind, late, left)
    return Standing(disclosure, "up" if disclosure.stage in UP else "done", late, left, lacking(disclosure))


def is_stopped(version: Version) -> bool:
    """Whether screening found something in it that no second person has let out."""
    return bool(version.found) and getattr(version, "clearance", None) is None


def lacking(disclosure: Disclosure) -> tuple[str, ...]:
    """The required ways of which nothing is recorded for the newest version."""
    done = {each.form for each in newest(disclosure).postings.all()}
    return tuple(form for form in disclosure.item.asked["result"]["forms"] if form not in done)


def completeness(disclosure: Disclosure, *, on: date) -> Answer[bool]:
    """Whether the newest version was disclosed in every way for long enough, as the law answers today."""
    item, plan = disclosure.item, disclosure.item.plan
    hung = [_hung(each) for each in newest(disclosure).postings.all()]
    return asking.whether_complete(
        plan.kind,
        item.number,
        has_portal=plan.has_portal,
        has_radio=plan.has_radio,
        hung=hung,
        villages=[each.pk for each in villages(disclosure, on=on)],
        on=on,
    )


def villages(disclosure: Disclosure, *, on: date) -> list[Locality]:
    """Where it has to hang: its own village, or every village of the commune."""
    if disclosure.village is not None:
        return [disclosure.village]
    return villages_of(disclosure.item.plan.organization.locality, on=on)


def villages_of(place: Locality, *, on: date) -> list[Locality]:
    """The villages of a place that exist on this day."""
    return list(registry.places_below([place.path], kinds=[Locality.Kind.VILLAGE], on=on))


def _hung(posting: Posting) -> asking.Hung:
    removal = getattr(posting, "removal", None)
    return asking.Hung(
        posting.form,
        posting.place,
        posting.village_id,
        posting.claimed_on,
        posting.last_on,
        removal.claimed_on if removal else None,
    )


def recorded_after(claimed: date, recorded: Version | Posting) -> int:
    """Days between the day claimed and the day recorded, where they are worth a remark; else 0."""
    days = (legal_day(recorded.recorded_at) - claimed).days
    return days if days > RECORDED_LATE_AFTER else 0
