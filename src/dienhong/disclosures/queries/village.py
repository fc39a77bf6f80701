"""A village head's list: what the commune published and the village has not yet put up or told."""

from dataclasses import dataclass

from django.db.models import Q

from dienhong.disclosures.models import Disclosure, Version
from dienhong.disclosures.queries.clock import FULL, disclosures, newest
from dienhong.disclosures.queries.public import is_shown
from dienhong.foundations.actors import Actor, Role
from dienhong.registry.models import Locality
from lawcore.disclosures import Form, Place, Publisher

VILLAGE_PLACES = (Place.CULTURAL_HOUSE, Place.COMMUNITY_POINT)


@dataclass(frozen=True, slots=True)
class ToTell:
    """What a village head still has to put up or pass on; `places` and `tells` say which."""

    disclosure: Disclosure
    version: Version
    village: Locality
    places: tuple[str, ...]
    tells: bool


def villages_headed(actor: Actor) -> list[Locality]:
    """The villages whose head the actor is."""
    ids = [grant.locality_id for grant in actor.grants if grant.role is Role.VILLAGE_HEAD]
    return list(Locality.objects.filter(pk__in=ids, kind=Locality.Kind.VILLAGE).order_by("path"))


def to_tell(village: Locality) -> list[ToTell]:
    """What the commune has published and the village has not yet put up or passed on, oldest first."""
    above = [int(pk) for pk in village.path.strip("/").split("/")]
    found = (
        disclosures()
        .filter(
            Q(village=None) | Q(village=village),
            item__plan__kind=Publisher.COMMUNE,
            item__plan__organization__locality__in=above,
            is_closed=False,
            stage__in=("up", "changed"),
        )
        .prefetch_related(FULL)
        .order_by("due_on", "pk")
    )
    return [told for each in found if (told := _to_tell(each, village)) is not None]


def _to_tell(disclosure: Disclosure, village: Locality) -> ToTell | None:
    version = newest(disclosure)
    if not is_shown(version):
        return None
    asked = disclosure.item.asked["result"]
    mine = [each for each in version.postings.all() if each.village_id in {None, village.pk}]
    hung = {each.place for each in mine}
    places = tuple(each for each in VILLAGE_PLACES if each in asked["places"] and each not in hung)
    passed_on = any(each.notice and each.village_id == village.pk for each in mine)
    tells = Form.VILLAGE_HEAD in asked["forms"] and not passed_on
    return ToTell(disclosure, version, village, places, tells) if places or tells else None
