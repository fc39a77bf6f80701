"""Disclosures by their clock: where each stands on a day, what is still missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, F, Prefetch, Q, QuerySet, Value, When
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

from dienhong.disclosures import access, asking
from dienhong.disclosures.models import Disclosure, Item, Plan, Posting, Version
from dienhong.disclosures.results import Counted
from dienhong.foundations.actors import Actor
from dienhong.foundations.clock import legal_day
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality, Organization
from lawcore.answers import Answer
from lawcore.timelimits.reckoning import ONE_DAY
from lawcore.vietnamese import search_folded

SOON = timedelta(days=3)
"""How long before its last day an item is shown as soon due: ours, not the law's."""
RECORDED_LATE_AFTER = 1
"""Days between the day claimed and the day recorded that are not remarked on: ours."""
MOST_FOUND = 200
"""So many that hold the words of a search are listed and counted on a desk; of more it is said that there are: ours."""
HEAD = 2_000
"""So many of a list are looked through one by one before the index of letters is asked: ours."""
OWED = ("due", "changed")
UP = ("up", "permanent")
DONE = ("satisfied", "archived")
FULL = Prefetch(
    "versions",
    Version.objects.select_related("file", "withdrawal", "clearance", "screening")
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
    result: Counted = Counted.UNKNOWN  # how it counts, or would if its last day were over


def over(on: date, *, at: str = "") -> Q:
    """Whose last day is over on this day: the day after it, never that day itself. `at`: the way to the disclosure."""
    return Q(**{f"{at}due_on__lt": on})


def is_over(due_on: date, *, on: date) -> bool:
    """Whether this last day is over; the same as `over`."""
    return due_on < on


def still_counted(at: str = "") -> Q:
    """What is not closed, or was closed when its last day was over: closing takes nothing overdue out of figures."""
    return Q(**{f"{at}is_closed": False}) | Q(**{f"{at}closed_on__gt": F(f"{at}due_on")})


def disclosures() -> QuerySet[Disclosure]:
    """With what every list needs beside them."""
    return Disclosure.objects.select_related("item__plan__organization__locality", "item__owner", "village")


def whole(found: QuerySet[Disclosure]) -> QuerySet[Disclosure]:
    """These with everything that a page shows of them: versions, newest first, and their postings."""
    return found.select_related("item__plan__organization__locality", "item__owner", "village").prefetch_related(FULL)


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
    found = found.select_related("version__disclosure__item", "version__withdrawal", "village", "removal")
    return found.order_by("version__disclosure__item__number", "version__disclosure", "version", "claimed_on", "pk")


def newest(disclosure: Disclosure) -> Version:
    """The version that counts now."""
    return disclosure.versions.all()[0] if _is_loaded(disclosure) else disclosure.versions.order_by("-number")[0]


def day_of_the_field(item: Item, *, since: date) -> date | None:
    """The day that the law of the field reaches from this one, where the plan names such a law."""
    if item.field_days is None:
        return None
    return asking.day_of_the_field(item.field_days, item.field_unit, since=since)


def _is_loaded(disclosure: Disclosure) -> bool:
    return "versions" in getattr(disclosure, "_prefetched_objects_cache", {})


def under(item: Item) -> QuerySet[Disclosure]:
    """What was opened under a content of the plan, newest first."""
    return disclosures().filter(item=item).order_by("-begun_on", "-pk").prefetch_related(FULL)


def by_clock(organizations: Iterable[Organization], *, state: str, text: str, on: date) -> QuerySet[Disclosure]:
    """Of these organizations, in one of the states of the list, most pressing first."""
    found = disclosures().filter(_in_state(state, on))
    mine = list(organizations)
    if not search_folded(text).split():
        return _ordered(found.filter(plan__organization__in=mine)).prefetch_related(FULL)
    # Plans by their numbers: joined, the index of letters would be asked once for each of them.
    plans = list(Plan.objects.filter(organization__in=mine).values_list("pk", flat=True))
    return _ordered(holding(found.filter(plan__in=plans), text)).prefetch_related(FULL)


def first_holding(organizations: Iterable[Organization], *, state: str, text: str, on: date) -> list[int]:
    """Keys of the first `MOST_FOUND` of that list that hold every word, and of one more where there is one.

    Words that many hold are all over the head of the list; words that few hold are found by their letters.
    """
    mine = list(organizations)
    head = list(_keys(by_clock(mine, state=state, text="", on=on))[:HEAD])
    held = set(_keys(_looked_through(Disclosure.objects.filter(pk__in=head), text)))
    if len(held) > MOST_FOUND or len(head) < HEAD:
        return [pk for pk in head if pk in held][: MOST_FOUND + 1]
    return list(_keys(by_clock(mine, state=state, text=text, on=on))[: MOST_FOUND + 1])


class FirstFound(Paginator[int]):
    """The first `MOST_FOUND` that hold the words; to count the others would be to look at every row.

    `has_more`: there are others.
    """

    def __init__(self, keys: list[int], per_page: int) -> None:
        super().__init__(keys[:MOST_FOUND], per_page)
        self.has_more = len(keys) > MOST_FOUND


def one_page(found: QuerySet[Disclosure], number: str | int | None, *, per_page: int) -> Page[Disclosure]:
    """One page of a list. What is sorted are keys only: a row with all beside it weighs some kilobytes."""
    return _with_rows(Paginator(_keys(found), per_page).get_page(number))


def page_of_first(keys: list[int], number: str | int | None, *, per_page: int) -> Page[Disclosure]:
    """One page of what `first_holding` found."""
    return _with_rows(FirstFound(keys, per_page).get_page(number))


def page_of_all(found: QuerySet[Disclosure], number: str | int | None, *, per_page: int) -> Page[Disclosure]:
    """One page of what was found in a commune: to count it by a query of its own would be to look at it twice."""
    return _with_rows(Paginator(list(_keys(found)), per_page).get_page(number))


def _with_rows(page: Page[Any]) -> Page[Disclosure]:
    keys = list(page.object_list)
    rows = {each.pk: each for each in disclosures().filter(pk__in=keys).prefetch_related(FULL)}
    page.object_list = [rows[key] for key in keys if key in rows]
    return page


def _keys(found: QuerySet[Disclosure]) -> QuerySet[Disclosure, int]:
    return found.prefetch_related(None).select_related(None).values_list("pk", flat=True)


def _ordered(found: QuerySet[Disclosure]) -> QuerySet[Disclosure]:
    pressing = Case(When(is_closed=True, then=3), When(stage__in=OWED, then=0), When(stage__in=UP, then=1), default=2)
    return found.order_by(pressing, "due_on", "pk")


def counts(organizations: Iterable[Organization], *, on: date) -> dict[str, int]:
    """How many stand in each state of the list. One query."""
    found = Disclosure.objects.filter(plan__organization__in=list(organizations))
    states = ("overdue", "due-soon", "due", "up", "done", "closed")
    counted = found.aggregate(**{each.replace("-", "_"): Count("pk", filter=_in_state(each, on)) for each in states})
    return {each: counted[each.replace("-", "_")] for each in states}


def _in_state(state: str, on: date) -> Q:
    owed = Q(is_closed=False, stage__in=OWED)
    states = {
        "overdue": owed & over(on),
        "due-soon": owed & ~over(on) & over(on + SOON + ONE_DAY),
        "due": owed & ~over(on + SOON + ONE_DAY),
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


def _looked_through(found: QuerySet[Disclosure], text: str) -> QuerySet[Disclosure]:
    """The same, row by row: for few rows, while the index of letters would read all that hold a common word."""
    for word in search_folded(text).split():
        found = found.filter(GreaterThan(StrIndex("search", Value(word)), 0))
    return found


def standing(disclosure: Disclosure, *, on: date) -> Standing:
    """Where it stands on this day."""
    late = max(0, ((disclosure.public_on or disclosure.closed_on or on) - disclosure.due_on).days)
    left = (disclosure.due_on - on).days
    result = result_of(disclosure)
    if disclosure.is_closed:
        return Standing(disclosure, "closed", late, left, result=result)
    if disclosure.stage in OWED:
        kind = "overdue" if is_over(disclosure.due_on, on=on) else "due-soon" if left <= SOON.days else "due"
        return Standing(disclosure, kind, late, left, result=result)
    return Standing(disclosure, "up" if disclosure.stage in UP else "done", late, left, lacking(disclosure), result)


def result_of(disclosure: Disclosure) -> Counted:
    """How it counts once its last day is over: the same word, from rows at hand, as `coverage.due` finds for many."""
    version = newest(disclosure)
    if disclosure.public_on is None:
        if disclosure.stage == "changed":
            return Counted.NOT_AGAIN
        if is_down_early(version):
            return Counted.EARLY
        is_told = bool(version.postings.all()) and getattr(version, "withdrawal", None) is None
        return Counted.SHORT if is_told else Counted.UNKNOWN
    if disclosure.public_on > disclosure.due_on:
        return Counted.LATE
    if disclosure.stage not in DONE and is_down_early(version):
        return Counted.EARLY
    return Counted.SHORT if lacking(disclosure) else Counted.ON_TIME


def is_down_early(version: Version) -> bool:
    """LDC art. 13 cl. 2: whether it came down from a place before its time and does not hang there again."""
    hung: set[tuple[str, str, int | None]] = set()
    down: set[tuple[str, str, int | None]] = set()
    for each in version.postings.all():
        removal = getattr(each, "removal", None)
        is_early = removal is not None and removal.is_early
        (down if is_early else hung).add((each.form, each.place, each.village_id))
    return any({(form, where, None), (form, where, village)}.isdisjoint(hung) for form, where, village in down)


def lacking(disclosure: Disclosure) -> tuple[str, ...]:
    """The required ways of which nothing is recorded for the newest version."""
    recorded = [each.form for each in newest(disclosure).postings.all()]
    return asking.lacking(disclosure.item.asked["result"]["forms"], recorded)


def completeness(disclosure: Disclosure, *, on: date) -> Answer[bool]:
    """Whether the newest version was disclosed in every way for long enough, as the law answers today."""
    item, plan = disclosure.item, disclosure.item.plan
    postings = list(newest(disclosure).postings.all())
    ended = [each.village.pk for each in postings if each.village is not None and each.village.valid_to is not None]
    became = registry.present_forms(ended) if ended else {}
    hung = [_hung(each, became) for each in postings]
    return asking.whether_complete(
        plan.kind,
        item.number,
        has_portal=plan.has_portal,
        has_radio=plan.has_radio,
        hung=hung,
        villages=facilities([each.pk for each in villages(disclosure, on=on)], on=on),
        on=on,
    )


def villages(disclosure: Disclosure, *, on: date) -> list[Locality]:
    """Where it has to hang: its own village, or what that became, or every village of the commune."""
    village = disclosure.village
    if village is not None:
        ended = village.valid_to is not None and village.valid_to <= on
        return [registry.present_form(village) if ended else village]
    return villages_of(disclosure.item.plan.organization.locality, on=on)


def facilities(villages: Iterable[int], *, on: date) -> dict[int, dict[str, bool]]:
    """Of each village, which kinds of place to post at it is known to have or not to have. One query."""
    found: dict[int, dict[str, bool]] = {each: {} for each in villages}
    for (village, kind), stated in registry.facilities(found, on=on).items():
        found[village][kind] = stated.number > 0
    return found


def villages_of(place: Locality, *, on: date) -> list[Locality]:
    """The villages of a place that exist on this day."""
    return list(registry.places_below([place.path], kinds=[Locality.Kind.VILLAGE], on=on))


def merged_villages(place: Locality) -> dict[int, Locality]:
    """Villages of a place that were merged or renamed: what each became, by its id."""
    ended = Locality.objects.filter(path__startswith=place.path, kind=Locality.Kind.VILLAGE, valid_to__isnull=False)
    return registry.present_forms(ended.values_list("pk", flat=True))


def _hung(posting: Posting, became: Mapping[int, Locality]) -> asking.Hung:
    """A posting in a village that was merged counts in what the village became."""
    removal = getattr(posting, "removal", None)
    village = posting.village_id
    now = became.get(village) if village else None
    return asking.Hung(
        posting.form,
        posting.place,
        now.pk if now else village,
        posting.claimed_on,
        posting.last_on,
        removal.claimed_on if removal else None,
    )


def recorded_after(claimed: date, recorded: Version | Posting) -> int:
    """Days between the day claimed and the day recorded, where they are worth a remark; else 0."""
    days = (legal_day(recorded.recorded_at) - claimed).days
    return days if days > RECORDED_LATE_AFTER else 0
