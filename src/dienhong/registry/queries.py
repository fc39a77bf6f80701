"""Reads of the registers. Every list is of one place and all below it."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from dienhong.foundations.actors import NOBODY, Actor, Grant, Role
from dienhong.foundations.encryption import blind_index
from dienhong.registry.models import (
    Facility,
    Household,
    Locality,
    Mandate,
    Organization,
    Person,
    Post,
    Succession,
    User,
)
from dienhong.registry.rows import Known
from lawcore.vietnamese import search_folded

IDENTITY = "registry.person.identity"


def in_force(on: date) -> Q:
    """Rows that begin by this day and have not ended before it."""
    return Q(valid_from__lte=on) & (Q(valid_to__isnull=True) | Q(valid_to__gt=on))


def actor_of(user: AbstractBaseUser | AnonymousUser, *, on: date) -> Actor:
    """The signed-in person with the roles they hold on this day; NOBODY for a visitor. One query."""
    if not isinstance(user, User) or not user.is_active:
        return NOBODY
    posts = posts_on(on).filter(person=user.person_id).exclude(role="").order_by("pk")
    found = list(posts.values_list("role", "locality_id", "locality__path", "organization_id", "person__name"))
    grants = tuple(
        Grant(role=Role(role), locality_id=locality, path=path, organization_id=organization)
        for role, locality, path, organization, _name in found
    )
    name = found[0][-1] if found else user.username
    return Actor(key=f"user:{user.pk}", name=name, user_id=user.pk, grants=grants)


def posts_on(on: date) -> QuerySet[Post]:
    """The posts somebody holds on this day."""
    return Post.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on), starts_on__lte=on)


def places_of(actor: Actor) -> QuerySet[Locality]:
    """The places the actor's posts stand in, topmost first."""
    return Locality.objects.filter(pk__in=[grant.locality_id for grant in actor.grants]).order_by("path")


def place(pk: int) -> Locality | None:
    return Locality.objects.filter(pk=pk).first()


def places_below(paths: Iterable[str], *, kinds: Iterable[str], on: date) -> QuerySet[Locality]:
    """Places of these kinds in force on this day, at or below any of the paths; none when there is no path."""
    below = Q(pk__in=())
    for path in paths:
        below |= Q(path__startswith=path)
    return Locality.objects.filter(below, in_force(on), kind__in=list(kinds)).order_by("path", "pk")


def facilities(villages: Iterable[int], *, on: date) -> dict[tuple[int, str], Facility]:
    """What is known on this day of the villages' places to post, by village and kind; absent: not known. One query."""
    stated = Facility.objects.filter(locality__in=list(villages), since__lte=on).order_by("since", "pk")
    return {(each.locality_id, each.kind): each for each in stated}


def names_of(keys: Iterable[str]) -> dict[str, str]:
    """The name behind each actor key "user:12", by key; keys of no account are left out. One query."""
    ids = {int(key.removeprefix("user:")) for key in keys if key.startswith("user:")}
    accounts = User.objects.filter(pk__in=ids).values_list("pk", "person__name")
    return {f"user:{pk}": name for pk, name in accounts}


def names_of_places(codes: Iterable[str]) -> dict[str, str]:
    """How people call the place of each code; codes of no place are left out. One query."""
    return {place.code: str(place) for place in Locality.objects.filter(code__in=list(codes))}


def within(place: Locality) -> Q:
    """The place itself and everything below it, for a queryset that has `locality`."""
    return Q(locality__path__startswith=place.path)


def localities(place: Locality, *, on: date, text: str = "") -> QuerySet[Locality]:
    """Places in force on this day at or below `place`, whose name holds `text`, typed with or without diacritics."""
    found = Locality.objects.filter(in_force(on), path__startswith=place.path)
    return found.filter(search__contains=search_folded(text)).order_by("path")


def organizations(
    place: Locality,
    *,
    on: date,
    text: str = "",
    kinds: Iterable[str] = (),
) -> QuerySet[Organization]:
    """Organizations of the place on this day, searched without diacritics."""
    found = Organization.objects.filter(in_force(on), within(place), search__contains=search_folded(text))
    kinds = tuple(kinds)
    if kinds:
        found = found.filter(kind__in=kinds)
    return found.select_related("locality").order_by("kind", "name", "pk")


def people(place: Locality, *, text: str = "") -> QuerySet[Person]:
    """People of the place who were not erased."""
    return (
        Person.objects.filter(within(place), erased_at__isnull=True, search__contains=search_folded(text))
        .select_related("locality")
        .order_by("search", "pk")
    )


def posts(place: Locality, *, on: date) -> QuerySet[Post]:
    """Posts held on this day in the place and below it."""
    return (
        Post.objects.filter(within(place), Q(ends_on__isnull=True) | Q(ends_on__gte=on), starts_on__lte=on)
        .select_related("person", "locality", "organization")
        .order_by("locality__path", "organization__name", "title", "pk")
    )


def holds(person: Person, roles: Iterable[Role], *, over: Locality, on: date) -> bool:
    """Whether the person holds on this day a post with one of these roles over the place, account or not. One query."""
    held = Post.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on), starts_on__lte=on)
    paths = held.filter(person=person, role__in=list(roles)).values_list("locality__path", flat=True)
    return any(over.path.startswith(path) for path in paths)


def households(place: Locality, *, on: date) -> QuerySet[Household]:
    """Households of the place and below it on this day."""
    return (
        Household.objects.filter(in_force(on), within(place))
        .select_related("locality")
        .order_by("locality__path", "code", "pk")
    )


def representatives(household_ids: Iterable[int], *, on: date) -> dict[int, Person]:
    """Who represents each household on this day, by household id; nobody who died by then. One query."""
    mandates = (
        Mandate.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on), starts_on__lte=on)
        .filter(Q(person__died_on__isnull=True) | Q(person__died_on__gt=on))
        .filter(household__in=list(household_ids))
        .select_related("person")
        .order_by("starts_on")
    )
    return {mandate.household_id: mandate.person for mandate in mandates}


def lineage(place: Locality) -> tuple[list[Locality], list[Locality]]:
    """The places this one came from and those it became, nearest first."""
    before = Locality.objects.filter(successions__successor=place).order_by("pk")
    after = Locality.objects.filter(origins__predecessor=place).order_by("pk")
    return list(before), list(after)


def places_above(place: Locality) -> list[Locality]:
    """The places this one lies in, topmost first, and after them those they came from."""
    ids = [int(pk) for pk in place.path.strip("/").split("/") if int(pk) != place.pk]
    above = Locality.objects.filter(pk__in=ids).order_by("path")
    return [*above, *Locality.objects.filter(successions__successor__in=ids).order_by("pk")]


def present_form(place: Locality) -> Locality:
    """The place itself, or what it has become through mergers and new names."""
    seen = {place.pk}
    while True:
        following = Locality.objects.filter(origins__predecessor=place).order_by("pk").first()
        if following is None or following.pk in seen:
            return place
        seen.add(following.pk)
        place = following


def former_forms(place: Locality) -> list[int]:
    """The ids of all places that became this one, through mergers and new names, however long ago."""
    found: list[int] = []
    latest = [place.pk]
    while latest:
        before = Locality.objects.filter(successions__successor__in=latest).exclude(pk__in=[*found, place.pk])
        latest = list(before.order_by("pk").values_list("pk", flat=True).distinct())
        found += latest
    return found


def present_forms(ids: Iterable[int]) -> dict[int, Locality]:
    """What each of these places that has ended became, by its id; a place that goes on is left out."""
    ended = Locality.objects.filter(pk__in=list(ids), valid_to__isnull=False).order_by("pk")
    found = {place.pk: present_form(place) for place in ended}
    return {pk: place for pk, place in found.items() if place.pk != pk}


def present_ids(ids: Iterable[int]) -> dict[int, int]:
    """The id of what each of these places became, for those that were merged or renamed. One query for each step."""
    found: dict[int, int] = {}
    latest = set(ids)
    while latest:
        steps = Succession.objects.filter(predecessor__in=latest).order_by("-successor")  # the first one comes last
        following = dict(steps.values_list("predecessor", "successor"))
        found |= following
        latest = set(following.values()) - found.keys()
    return {old: _last_of(found, old) for old in found}


def _last_of(following: Mapping[int, int], place: int) -> int:
    seen = {place}
    while following.get(place, place) not in seen:
        place = following[place]
        seen.add(place)
    return place


def known(place: Locality) -> Known:
    """What an import into this place is checked against."""
    return Known(
        localities=frozenset(Locality.objects.filter(path__startswith=place.path).values_list("code", flat=True)),
        organizations=frozenset(Organization.objects.filter(within(place)).values_list("code", flat=True)),
        households=frozenset(Household.objects.filter(within(place)).values_list("locality__code", "code")),
        identities=frozenset(
            Person.objects.exclude(identity_index="").values_list("identity_index", flat=True),
        ),
        identity_of=lambda number: blind_index(number, purpose=IDENTITY),
        listed=frozenset(
            Locality.objects.filter(path__startswith=place.path, households_listed_on__isnull=False).values_list(
                "code", flat=True
            )
        ),
        dead=frozenset(
            Person.objects.exclude(identity_index="")
            .filter(died_on__isnull=False)
            .values_list("identity_index", flat=True)
        ),
        represents=frozenset(
            Mandate.objects.filter(ends_on__isnull=True)
            .exclude(person__identity_index="")
            .values_list("person__identity_index", flat=True)
        ),
    )


def personal_file(person: Person) -> dict[str, object]:
    """Everything kept about a person, for the person themselves, as JSON-ready values."""
    return {
        "họ và tên": person.name,
        "năm sinh": person.birth_year,
        "số định danh": person.identity_number,
        "ngày mất": person.died_on.isoformat() if person.died_on else None,
        "điện thoại": person.phone,
        "thư điện tử": person.email,
        "địa bàn": str(person.locality),
        "chức danh": [
            {
                "tên": post.title,
                "từ": post.starts_on.isoformat(),
                "đến": post.ends_on.isoformat() if post.ends_on else None,
            }
            for post in person.posts.order_by("starts_on", "pk")
        ],
        "đại diện hộ": [
            {
                "hộ": mandate.household.code,
                "từ": mandate.starts_on.isoformat(),
                "đến": mandate.ends_on.isoformat() if mandate.ends_on else None,
            }
            for mandate in person.mandates.select_related("household").order_by("starts_on", "pk")
        ],
        "mã trao tay": [
            {"cấp ngày": handover.issued_at.date().isoformat(), "đã dùng": handover.redeemed_at is not None}
            for handover in person.handovers.order_by("issued_at", "pk")
        ],
    }
