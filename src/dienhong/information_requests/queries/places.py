"""Who is asked: the committees of communes, their targets, their villages, what they disclose."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from dienhong.disclosures import queries as disclosures
from dienhong.disclosures.models import Disclosure
from dienhong.foundations.actors import Actor, Role
from dienhong.foundations.refusals import NotFound
from dienhong.information_requests import access
from dienhong.information_requests.models import ServiceTarget
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality, Organization


def committees(*, on: date) -> QuerySet[Organization]:
    """The People's Committees of communes: whoever wants to know asks one of them."""
    found = Organization.objects.filter(
        registry.in_force(on), kind=Organization.Kind.COMMITTEE, locality__kind=Locality.Kind.COMMUNE
    )
    return found.select_related("locality").order_by("locality__path", "pk")


def committee_of(code: str, *, on: date) -> Organization:
    """Of the commune with this code: after a merger the one that began last, not those that came with it.

    Raises NotFound.
    """
    found = committees(on=on).filter(locality__code=code).order_by("-valid_from", "pk").first()
    if found is None:
        raise access.nothing()
    return found


def asked_committees(*, on: date, most: int) -> list[Organization]:
    """One committee of each commune, at most so many communes and one more."""
    chosen: dict[int, Organization] = {}
    for each in committees(on=on).order_by("locality__path", "-valid_from", "pk").iterator():
        chosen.setdefault(each.locality_id, each)
        if len(chosen) > most:
            break
    return list(chosen.values())


def code_now(code: str) -> str:
    """The code that the place with this one has now, through mergers and new names; the same where it goes on."""
    place = disclosures.commune_now(code)
    return place.code if place is not None else code


def where_may(actor: Actor, act: access.Act, *, on: date) -> QuerySet[Organization]:
    """Those for which the actor may do this: also to stand inside another query."""
    below = Q(pk__in=())
    for grant in actor.grants:
        if grant.role in access.GRANTS[act]:
            mine = Q(locality__path__startswith=grant.path)
            below |= mine if grant.organization_id is None else mine & Q(pk=grant.organization_id)
    return committees(on=on).filter(below)


def organizations(actor: Actor, act: access.Act, *, on: date) -> list[Organization]:
    """Those for which the actor may do this."""
    return list(where_may(actor, act, on=on))


def organization(pk: int, actor: Actor, act: access.Act, *, on: date) -> Organization:
    """Raises NotFound for who may not do this there."""
    found = next((each for each in organizations(actor, act, on=on) if each.pk == pk), None)
    if found is None:
        raise access.nothing()
    return found


def villages_headed(actor: Actor, *, on: date) -> list[Locality]:
    """The villages of which the actor is head."""
    paths = [grant.path for grant in actor.grants if grant.role is Role.VILLAGE_HEAD]
    return list(registry.places_below(paths, kinds=[Locality.Kind.VILLAGE], on=on).select_related("parent"))


def target_on(organization_id: int, day: date) -> ServiceTarget | None:
    """The commune's target for requests received on this day; None where it set none."""
    found = ServiceTarget.objects.filter(organization_id=organization_id, starts_on__lte=day)
    return found.order_by("-starts_on", "-pk").first()


def targets(organizations: Iterable[Organization]) -> list[ServiceTarget]:
    """All that were ever set, newest first."""
    found = ServiceTarget.objects.filter(organization__in=list(organizations)).select_related("organization")
    return list(found.order_by("-starts_on", "-pk"))


def disclosure_asked(pk: int | None, organization: Organization) -> Disclosure | None:
    """The disclosure of this commune, or of one that became it, that a question is about; None for anything else."""
    if pk is None:
        return None
    try:
        found = disclosures.public_disclosure(pk)
    except NotFound:
        return None
    return found if found.item.plan.organization.locality_id == organization.locality_id else None
