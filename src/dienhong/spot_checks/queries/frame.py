"""What can be drawn: every single place that is claimed, so that who is sent there knows where to stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery

from dienhong.disclosures.models import Posting, Version
from dienhong.disclosures.queries.village import VILLAGE_PLACES
from dienhong.registry import queries as registry
from dienhong.registry.models import Facility, Locality
from dienhong.spot_checks.models import Ways
from lawcore.disclosures import Form

AT = "@"
FORMS = {
    Ways.EVERYTHING: (Form.POSTING, Form.PORTAL, Form.RADIO),
    Ways.BOARDS: (Form.POSTING,),
    Ways.PORTAL: (Form.PORTAL,),
    Ways.RADIO: (Form.RADIO,),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a round looks at: claims of these ways, made of days from `first` to `last`, in a place or one village."""

    locality: Locality
    village: Locality | None
    ways: str
    first: date
    last: date


def units(wanted: Wanted, *, on: date) -> list[str]:
    """Every unit of the frame: "117", or "117@ben-say-dong-ha" for a village of a claim of every village. Four queries.

    Boards and portal posts count while they are claimed to stand and are the newest version; a village known to have
    no such place is left out.
    """
    villages = list(
        registry.places_below(
            [(wanted.village or wanted.locality).path], kinds=[Locality.Kind.VILLAGE], on=on
        )  # the village itself where one is asked for
    )
    known = registry.facilities([each.pk for each in villages], on=on)
    rows = _claimed(wanted).values_list(
        "pk", "place", "village", "version__disclosure__item__plan__organization__locality__path"
    )
    return [
        unit
        for pk, place, village, path in rows
        for unit in _units_of(pk, place, village, _there(villages, path, place, known), wanted)
    ]


def _claimed(wanted: Wanted) -> QuerySet[Posting]:
    newest = Version.objects.filter(disclosure=OuterRef("version__disclosure")).order_by("-number").values("pk")[:1]
    stands = Q(form=Form.RADIO) | Q(removal=None, version=Subquery(newest))
    return Posting.objects.filter(
        stands,
        version__disclosure__item__plan__organization__locality__path__startswith=wanted.locality.path,
        version__disclosure__is_closed=False,
        version__withdrawal=None,
        form__in=FORMS[Ways(wanted.ways)],
        claimed_on__gte=wanted.first,
        claimed_on__lte=wanted.last,
    ).order_by("pk")


def _there(villages: list[Locality], path: str, place: str, known: dict[tuple[int, str], Facility]) -> list[Locality]:
    """The villages below an organization's place that are not known to lack such a place."""
    return [
        each
        for each in villages
        if each.path.startswith(path) and ((each.pk, place) not in known or known[each.pk, place].number)
    ]


def _units_of(pk: int, place: str, village: int | None, everywhere: list[Locality], wanted: Wanted) -> Iterator[str]:
    if place in VILLAGE_PLACES and village is None:
        yield from (f"{pk}{AT}{each.code}" for each in everywhere)
    elif wanted.village is None or village == wanted.village.pk:
        yield str(pk)


def parted(unit: str) -> tuple[int, str]:
    """The posting and the code of the village that a unit names; no code where the claim is of one place."""
    pk, _at, code = unit.partition(AT)
    return int(pk), code
