"""A village head's list: what the commune published and the village has not yet put up or told."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import ngettext

from dienhong.disclosures.models import Disclosure, Posting, Version
from dienhong.disclosures.queries.clock import FULL, disclosures, facilities, newest
from dienhong.disclosures.queries.public import is_shown
from dienhong.foundations.actors import Actor, Role
from dienhong.foundations.waiting import Waiting
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality
from lawcore.disclosures import Form, Place, Publisher

VILLAGE_PLACES = (Place.CULTURAL_HOUSE, Place.COMMUNITY_POINT)


@dataclass(frozen=True, slots=True)
class ToTell:
    """What a village head still has to put up or pass on.

    `places` are those of the village where it does not hang yet, `unsure` those of them of which nobody said whether
    the village has them. `plays`: the law asks for a broadcast, and no long enough one is recorded.
    """

    disclosure: Disclosure
    version: Version
    village: Locality
    places: tuple[str, ...]
    unsure: tuple[str, ...]
    tells: bool
    plays: bool


def villages_headed(actor: Actor) -> list[Locality]:
    """The villages whose head the actor is."""
    ids = [grant.locality_id for grant in actor.grants if grant.role is Role.VILLAGE_HEAD]
    return list(Locality.objects.filter(pk__in=ids, kind=Locality.Kind.VILLAGE).order_by("path"))


def to_tell(village: Locality, *, on: date) -> list[ToTell]:
    """What the commune has published and the village has not yet put up or passed on, oldest first."""
    above = [int(pk) for pk in village.path.strip("/").split("/")]
    mine = [village.pk, *registry.former_forms(village)]
    found = (
        disclosures()
        .filter(
            Q(village=None) | Q(village__in=mine),
            item__plan__kind=Publisher.COMMUNE,
            item__plan__organization__locality__in=above,
            is_closed=False,
            stage__in=("up", "changed"),
        )
        .prefetch_related(FULL)
        .order_by("due_on", "pk")
    )
    known = facilities([village.pk], on=on)[village.pk]
    return [told for each in found if (told := _to_tell(each, village, known, mine)) is not None]


def _to_tell(disclosure: Disclosure, village: Locality, known: Mapping[str, bool], ids: list[int]) -> ToTell | None:
    """`ids`: the village and those that it came from."""
    version = newest(disclosure)
    if not is_shown(version):
        return None
    asked = disclosure.item.asked["result"]
    mine = [each for each in version.postings.all() if each.village_id in {None, *ids}]
    hung = {each.place for each in mine}
    there = [each for each in VILLAGE_PLACES if each in asked["places"] and known.get(each) is not False]
    places = tuple(each for each in there if each not in hung)
    unsure = tuple(each for each in places if each not in known)
    passed_on = any(each.notice and each.village_id in ids for each in mine)
    tells = Form.VILLAGE_HEAD in asked["forms"] and not passed_on
    if not (places or tells):
        return None
    return ToTell(disclosure, version, village, places, unsure, tells, plays=_plays(asked, mine))


def _plays(asked: Mapping[str, Any], mine: Iterable[Posting]) -> bool:
    """Whether it has to be broadcast and no posting says that it was, to its last day."""
    if Form.RADIO not in asked["forms"]:
        return False
    played = [(each.last_on, each.least) for each in mine if each.form == Form.RADIO]
    return not any(last and least and last.isoformat() >= least["result"] for last, least in played)


def waiting_in_villages(actor: Actor, on: date) -> Iterator[Waiting]:
    """The number of things to put up or tell, for a village head who has some."""
    if not any(grant.role is Role.VILLAGE_HEAD for grant in actor.grants):
        return
    number = sum(len(to_tell(village, on=on)) for village in villages_headed(actor))
    if number:
        title = ngettext("Cần thông báo cho dân: %(n)s việc", "Cần thông báo cho dân: %(n)s việc", number)
        yield Waiting(title % {"n": number}, reverse("disclosures:village"))
