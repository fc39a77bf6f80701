"""Reads: villages and their households, changes, lists, objections, rolls and what differs between two."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.documents.models import PrintedForm
from dienhong.foundations.actors import Actor
from dienhong.foundations.waiting import Waiting
from dienhong.registry import queries as registry
from dienhong.registry.models import Household, Locality, Mandate, Person
from dienhong.rolls import access
from dienhong.rolls.access import Act
from dienhong.rolls.digests import digest_of, mark_of
from dienhong.rolls.models import Change, Entry, Objection, Part, Publication, Roll, Step, TypedRow, Typing
from lawcore.vietnamese import search_folded


@dataclass(frozen=True, slots=True)
class Member:
    """A household on a day, and who speaks for it; None: nobody yet."""

    household: Household
    person: Person | None
    is_nominated: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """What a village has today: households, those with nobody, changes and objections that wait, days since a list."""

    village: Locality
    households: int
    without: int
    changes: int
    objections: int
    listed_on: date | None


def villages(actor: Actor, act: Act, *, on: date, text: str = "") -> QuerySet[Locality]:
    """Villages of today in which the actor may do this, those by this name or of a commune by this name."""
    mine = access.where(actor, act)
    if mine is None:
        return Locality.objects.none()
    found = Locality.objects.filter(mine, registry.in_force(on), kind=Locality.Kind.VILLAGE).select_related("parent")
    for word in search_folded(text).split():
        found = found.filter(Q(search__contains=word) | Q(parent__search__contains=word))
    return found.order_by("path", "pk")


def village(pk: int, actor: Actor, act: Act = Act.SEE) -> Locality:
    """Raises NotFound for one that is not there or not theirs, NotAllowed for a missing role."""
    found = Locality.objects.filter(pk=pk, kind=Locality.Kind.VILLAGE).first()
    if found is None:
        raise access.nothing()
    access.check(actor, act, found)
    return found


def members(village: Locality, *, on: date, text: str = "") -> list[Member]:
    """Every household of the village on this day, by code, with who speaks for it. Two queries."""
    found = list(registry.households(village, on=on))
    mandates = {
        each.household_id: each
        for each in Mandate.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on), starts_on__lte=on)
        .filter(household__in=[each.pk for each in found])
        .filter(Q(person__died_on__isnull=True) | Q(person__died_on__gt=on))
        .select_related("person")
        .order_by("starts_on")
    }
    all_here = [
        Member(each, mandates[each.pk].person, mandates[each.pk].is_nominated)
        if each.pk in mandates
        else Member(each, None)
        for each in found
    ]
    wanted = search_folded(text)
    return [
        each
        for each in all_here
        if not wanted or wanted in search_folded(f"{each.household.code} {each.person.name if each.person else ''}")
    ]


def counts(villages: Iterable[Locality], *, on: date) -> list[Counts]:
    """The figures of each village, in its order. Five queries, however many villages."""
    all_here = list(villages)
    ids = [each.pk for each in all_here]
    households = _by_village(Household.objects.filter(registry.in_force(on), locality__in=ids), "locality")
    spoken = _by_village(
        Mandate.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on), starts_on__lte=on)
        .filter(household__locality__in=ids)
        .filter(Q(person__died_on__isnull=True) | Q(person__died_on__gt=on)),
        "household__locality",
        distinct="household",
    )
    waiting = _by_village(Change.objects.filter(village__in=ids, ruling=None), "village")
    objected = _by_village(open_objections(ids), "publication__village")
    return [
        Counts(
            each,
            total := households.get(each.pk, 0),
            max(0, total - spoken.get(each.pk, 0)),
            waiting.get(each.pk, 0),
            objected.get(each.pk, 0),
            each.households_listed_on,
        )
        for each in all_here
    ]


def _by_village(found: QuerySet[object], field: str, *, distinct: str = "pk") -> dict[int, int]:  # type: ignore[type-var]
    return dict(found.order_by().values_list(field).annotate(Count(distinct, distinct=True)))


def open_objections(villages: Iterable[int]) -> QuerySet[Objection]:
    """Objections that nobody has answered, the oldest first."""
    return (
        Objection.objects.filter(publication__village__in=list(villages), answer=None)
        .select_related("publication__village")
        .order_by("pk")
    )


def next_codes(village: Locality, number: int) -> list[str]:
    """As many codes as asked for, after the highest that was given or asked for in the village: H041, H042 …"""
    given = Household.objects.filter(locality=village).values_list("code", flat=True)
    asked = Part.objects.filter(change__village=village, step=Step.BEGIN).values_list("code", flat=True)
    codes = [*given, *asked]
    highest = max((int(code[1:]) for code in codes if code[:1] == "H" and code[1:].isdecimal()), default=0)
    return [f"H{highest + step:03}" for step in range(1, number + 1)]


def change(pk: int, actor: Actor) -> Change:
    """With its parts and ruling. Raises NotFound for one that is not there or not theirs."""
    found = changes().filter(pk=pk).first()
    if found is None or not access.may(actor, Act.SEE, found.village):
        raise access.nothing()
    return found


def changes() -> QuerySet[Change]:
    """The latest first, each with what it does and what was decided."""
    return (
        Change.objects.select_related("village", "ruling")
        .prefetch_related("parts__household", "parts__person", "parts__effect__person")
        .order_by("-pk")
    )


def publications(village: Locality) -> QuerySet[Publication]:
    return Publication.objects.filter(village=village).select_related("roll", "village").order_by("-pk")


def latest_list(village: Locality) -> Publication | None:
    """What everybody may read of the village now."""
    return publications(village).first()


def listed_villages(*, on: date, text: str = "") -> QuerySet[Publication]:
    """The latest list of every village of this day that has one, of a village or commune with this name."""
    latest = Publication.objects.filter(village=OuterRef("village")).order_by("-pk").values("pk")[:1]
    found = Publication.objects.filter(pk=Subquery(latest)).select_related("village__parent", "roll")
    found = found.filter(Q(village__valid_to=None) | Q(village__valid_to__gt=on), village__valid_from__lte=on)
    for word in search_folded(text).split():
        found = found.filter(Q(village__search__contains=word) | Q(village__parent__search__contains=word))
    return found.order_by("village__path", "pk")


def objection(pk: int, actor: Actor) -> Objection:
    """Raises NotFound for one that is not there or not theirs."""
    found = Objection.objects.select_related("publication__village", "publication__roll", "answer__change")
    one = found.filter(pk=pk).first()
    if one is None or not access.may(actor, Act.SEE, one.publication.village):
        raise access.nothing()
    return one


def objection_of(code: str) -> Objection:
    """What a receipt's code stands for, whoever holds it. Raises NotFound."""
    form = PrintedForm.objects.filter(code=code, kind="list-objection").first()
    if form is None:
        raise access.nothing()
    return Objection.objects.select_related("publication__village", "answer").get(
        pk=int(form.subject.rpartition(":")[2])
    )


def objections(village: Locality) -> QuerySet[Objection]:
    """Those that wait first, then the latest."""
    return (
        Objection.objects.filter(publication__village=village)
        .select_related("answer", "publication")
        .order_by("answer__recorded_at", "-pk")
    )


def rolls(village: Locality) -> QuerySet[Roll]:
    return Roll.objects.filter(village=village).select_related("publication").order_by("-pk")


def all_rolls(village: str | None = None) -> QuerySet[Roll]:
    """Every roll of an installation, or of the village with this code, in the order in which they were taken."""
    found = Roll.objects.select_related("village").order_by("pk")
    return found.filter(village__code=village) if village else found


def roll(pk: int, actor: Actor) -> Roll:
    """Raises NotFound for one that is not there or not theirs."""
    found = Roll.objects.select_related("village", "publication").filter(pk=pk).first()
    if found is None or not access.may(actor, Act.SEE, found.village):
        raise access.nothing()
    return found


def entries(roll: Roll) -> list[Entry]:
    """In the order of their numbers."""
    return list(roll.entries.select_related("household").order_by("number"))


def dead(roll: Roll, *, on: date) -> set[int]:
    """Entries whose representative had died by this day, as known now: nobody ticks them, nobody votes for them."""
    return set(roll.entries.filter(person__died_on__lte=on).values_list("pk", flat=True))


@dataclass(frozen=True, slots=True)
class Verified:
    """Whether a roll is what was taken. `wrong` names the numbers whose name or address is not what was marked."""

    digest: str
    is_whole: bool
    wrong: tuple[int, ...]
    emptied: int

    @property
    def is_sound(self) -> bool:
        return self.is_whole and not self.wrong


def verified(roll: Roll) -> Verified:
    """Compute the digest again, and every mark whose name was not erased."""
    found = entries(roll)
    digest = digest_of((each.number, each.household.code, each.mark) for each in found)
    kept = [each for each in found if each.salt]
    wrong = tuple(each.number for each in kept if mark_of(each.salt, each.name, each.address) != each.mark)
    return Verified(digest, digest == roll.digest and len(found) == roll.households, wrong, len(found) - len(kept))


@dataclass(frozen=True, slots=True)
class Difference:
    """From an earlier roll to a later one: households that came, that went, those whose representative is another."""

    came: list[Entry]
    went: list[Entry]
    changed: list[tuple[Entry, Entry]]

    @property
    def is_empty(self) -> bool:
        return not (self.came or self.went or self.changed)


def difference(earlier: Roll, later: Roll) -> Difference:
    """What changed between two rolls of a village."""
    before, after = ({each.household_id: each for each in entries(each_roll)} for each_roll in (earlier, later))
    return Difference(
        [each for pk, each in after.items() if pk not in before],
        [each for pk, each in before.items() if pk not in after],
        [(before[pk], each) for pk, each in after.items() if pk in before and before[pk].person_id != each.person_id],
    )


def earlier(roll: Roll) -> Roll | None:
    """The roll of the village taken before this one."""
    return (
        Roll.objects.filter(village=roll.village_id, pk__lt=roll.pk).select_related("village").order_by("-pk").first()
    )


def typing(pk: int, actor: Actor) -> Typing:
    """A list being typed or waiting to be compared. Raises NotFound."""
    found = Typing.objects.select_related("village", "photo", "batch").filter(pk=pk).first()
    if found is None or not (access.may(actor, Act.TYPE, found.village) or access.may(actor, Act.ENTER, found.village)):
        raise access.nothing()
    return found


def typed_rows(typing: Typing) -> QuerySet[TypedRow]:
    return typing.rows.order_by("number")


def typings(village: Locality) -> QuerySet[Typing]:
    """Lists being typed or waiting for the second person, the latest first."""
    return Typing.objects.filter(village=village).filter(Q(batch=None) | Q(batch__decided_at=None)).order_by("-pk")


def waiting_changes(actor: Actor, on: date) -> Iterator[Waiting]:  # noqa: ARG001 - asked of every teller
    """Changes that somebody else proposed, one line a village. One query."""
    mine = access.where(actor, Act.DECIDE, "village")
    if mine is None:
        return
    found = Change.objects.filter(mine, ruling=None).exclude(recorded_by=actor.key)
    for pk, word, name, number in (
        found.order_by()
        .values_list("village", "village__word", "village__name")
        .annotate(Count("pk"))
        .order_by("village")
    ):
        yield Waiting(
            _("Thay đổi hộ chờ xác nhận: %(n)s") % {"n": number},
            f"{reverse('rolls:village', args=[pk])}#thay-doi",
            f"{word} {name}",
        )


def waiting_objections(actor: Actor, on: date) -> Iterator[Waiting]:  # noqa: ARG001 - asked of every teller
    """Objections to answer, one line a village. One query."""
    mine = access.where(actor, Act.ANSWER, "publication__village")
    if mine is None:
        return
    place = "publication__village"
    found = Objection.objects.filter(mine, answer=None).order_by()
    for pk, word, name, number in (
        found.values_list(place, f"{place}__word", f"{place}__name").annotate(Count("pk")).order_by(place)
    ):
        yield Waiting(
            _("Phản ánh về danh sách hộ: %(n)s chưa trả lời") % {"n": number},
            f"{reverse('rolls:village', args=[pk])}#phan-anh",
            f"{word} {name}",
        )


def waiting_typed(actor: Actor, on: date) -> Iterator[Waiting]:  # noqa: ARG001 - asked of every teller
    """Typed lists that somebody else is to compare with the photograph. One query."""
    mine = access.where(actor, Act.ENTER, "village")
    if mine is None:
        return
    found = Typing.objects.filter(mine, batch__isnull=False, batch__decided_at=None).exclude(started_by=actor.key)
    for each in found.select_related("village").order_by("pk"):
        yield Waiting(
            _("Danh sách hộ gõ từ ảnh chờ xác nhận"), reverse("rolls:typed", args=[each.pk]), str(each.village)
        )
