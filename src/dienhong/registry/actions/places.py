"""Places begin, change name, merge and end; none is ever deleted."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.registry import access, queries
from dienhong.registry.access import Act
from dienhong.registry.models import Facility, Locality, Organization, Succession
from lawcore.vietnamese import nfc, search_folded


class AlreadyEnded(Refused):
    """The place no longer exists on that day."""


def _new_locality(*, code: str, kind: str, word: str, name: str, parent: Locality | None, valid_from: date) -> Locality:
    locality = Locality.objects.create(
        code=code,
        kind=kind,
        word=nfc(word),
        name=nfc(name),
        parent=parent,
        path="",
        search=search_folded(f"{word} {name}"),
        valid_from=valid_from,
    )
    locality.path = f"{parent.path if parent else '/'}{locality.pk}/"
    locality.save(update_fields=["path"])
    return locality


@transaction.atomic
def found_first_locality(
    *,
    code: str,
    kind: str,
    word: str,
    name: str,
    valid_from: date,
    parent: Locality | None = None,
    by: str = "system",
) -> Locality:
    """The places an installation begins with, entered on the command line before anybody has an account."""
    locality = _new_locality(code=code, kind=kind, word=word, name=name, parent=parent, valid_from=valid_from)
    _record("locality.added", locality, by=by, claimed_on=valid_from)
    return locality


@transaction.atomic
def add_locality(
    *,
    parent: Locality,
    code: str,
    kind: str,
    word: str,
    name: str,
    valid_from: date,
    by: Actor,
) -> Locality:
    """A new place below `parent`, with the word its people use for it."""
    access.check(by, Act.CHANGE_PLACES, parent)
    locality = _new_locality(code=code, kind=kind, word=word, name=name, parent=parent, valid_from=valid_from)
    _record("locality.added", locality, by=by.key, claimed_on=valid_from)
    return locality


@transaction.atomic
def succeed(
    *,
    predecessors: Sequence[Locality],
    code: str,
    word: str,
    name: str,
    on: date,
    act: str,
    by: Actor,
) -> Locality:
    """A merger or a new name: the old places end the day before, the new one begins, the act is kept.

    What stood below an old place (villages, organizations) moves below the new one; their past does not.
    """
    first = predecessors[0]
    for old in predecessors:
        access.check(by, Act.CHANGE_PLACES, old)
        if old.valid_to is not None:
            raise AlreadyEnded(_("%(place)s đã kết thúc từ trước.") % {"place": old})
    successor = _new_locality(code=code, kind=first.kind, word=word, name=name, parent=first.parent, valid_from=on)
    for old in predecessors:
        old.valid_to = on
        old.save(update_fields=["valid_to"])
        Succession.objects.create(predecessor=old, successor=successor, on=on, act=nfc(act))
        for child in old.children.filter(valid_to__isnull=True).order_by("pk"):
            _move(child, successor)
        Organization.objects.filter(locality=old, valid_to__isnull=True).update(locality=successor)
        _record("locality.ended", old, by=by.key, claimed_on=on)
    _record("locality.added", successor, by=by.key, claimed_on=on)
    _carry_over_facilities(predecessors, successor, on=on, by=by)
    return successor


def _carry_over_facilities(predecessors: Sequence[Locality], successor: Locality, *, on: date, by: Actor) -> None:
    """What every old village was known to have, or not to have, the new one has, or has not; else it is unknown."""
    if successor.kind != Locality.Kind.VILLAGE:
        return
    known = queries.facilities([old.pk for old in predecessors], on=on)
    numbers = {}
    for kind in Facility.Kind.values:
        stated = [known.get((old.pk, kind)) for old in predecessors]
        counted = [each.number for each in stated if each is not None]
        if len(counted) == len(stated) and len({number > 0 for number in counted}) == 1:
            numbers[kind] = sum(counted)
    _state(successor, numbers, since=on, by=by)


@transaction.atomic
def state_facilities(*, village: Locality, numbers: Mapping[str, int], since: date, by: Actor) -> list[Facility]:
    """From a day on, how many places of each kind the village has to post notices at (LDC art. 13 cl. 2).

    A kind that is not given stays as it was, known or not; what is known already is not stated again.
    """
    access.check(by, Act.CHANGE_PLACES, village)
    if village.kind != Locality.Kind.VILLAGE:
        raise Refused(_("Nhà văn hóa, điểm sinh hoạt cộng đồng được ghi cho từng thôn, tổ dân phố."))
    return _state(village, numbers, since=since, by=by)


def _state(village: Locality, numbers: Mapping[str, int], *, since: date, by: Actor) -> list[Facility]:
    known = queries.facilities([village.pk], on=since)
    stated = [
        Facility.objects.create(locality=village, kind=kind, number=number, since=since, recorded_by=by.key)
        for kind, number in numbers.items()
        if (earlier := known.get((village.pk, kind))) is None or earlier.number != number
    ]
    if stated:
        ledger.append(
            kind="facilities.stated",
            subject=f"registry.locality:{village.pk}",
            by=by.key,
            locality=village.code,
            data={each.kind: each.number for each in stated},
            claimed_on=since,
        )
    return stated


def _move(place: Locality, parent: Locality) -> None:
    old_path, place.parent, place.path = place.path, parent, f"{parent.path}{place.pk}/"
    place.save(update_fields=["parent", "path"])
    for below in Locality.objects.filter(path__startswith=old_path).exclude(pk=place.pk):
        below.path = place.path + below.path[len(old_path) :]
        below.save(update_fields=["path"])


def _record(kind: str, locality: Locality, *, by: str, claimed_on: date) -> None:
    ledger.append(
        kind=kind,
        subject=f"registry.locality:{locality.pk}",
        by=by,
        locality=locality.code,
        data={"code": locality.code, "kind": locality.kind},
        claimed_on=claimed_on,
    )
