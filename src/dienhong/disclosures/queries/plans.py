"""The organizations that disclose, their plans, the contents of a plan."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from dienhong.disclosures import access, asking
from dienhong.disclosures.models import Disclosure, Item, Plan
from dienhong.foundations.actors import Actor
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality, Organization


def organizations(actor: Actor, act: access.Act, *, on: date) -> list[Organization]:
    """Those that disclose under these articles and for which the actor may do this."""
    return list(units(actor, act, on=on))


def units(actor: Actor, act: access.Act, *, on: date) -> QuerySet[Organization]:
    """The same, to be joined to: a province has thousands."""
    below = Q(pk__in=())
    for grant in actor.grants:
        if grant.role in access.GRANTS[act]:
            mine = Q(locality__path__startswith=grant.path)
            below |= mine if grant.organization_id is None else mine & Q(pk=grant.organization_id)
    found = Organization.objects.filter(registry.in_force(on), below, kind__in=list(asking.KINDS))
    found = found.exclude(Q(kind=Organization.Kind.COMMITTEE) & ~Q(locality__kind=Locality.Kind.COMMUNE))
    return found.select_related("locality").order_by("locality__path", "kind", "name", "pk")


def organization(pk: int) -> Organization:
    """Raises NotFound."""
    found = Organization.objects.select_related("locality").filter(pk=pk, kind__in=list(asking.KINDS)).first()
    if found is None:
        raise access.nothing()
    return found


def plan(pk: int, actor: Actor) -> Plan:
    """Raises NotFound for who may not see it."""
    found = Plan.objects.select_related("organization__locality").filter(pk=pk).first()
    if found is None or not access.may(actor, access.Act.SEE, found.organization):
        raise access.nothing()
    return found


def plans(organizations: Iterable[Organization]) -> QuerySet[Plan]:
    """Newest year first."""
    found = Plan.objects.filter(organization__in=list(organizations)).select_related("organization")
    return found.order_by("-year", "organization__name", "pk")


def items(plan: Plan) -> list[tuple[Item, int]]:
    """Of the plan as it is now, in the order of the article, each with how many disclosures it has. Two queries."""
    rows = plan.items.filter(removed_on__isnull=True).select_related("owner").order_by("number", "is_local", "pk")
    opened = Counter(Disclosure.objects.filter(item__plan=plan).values_list("item_id", flat=True))
    return [(each, opened[each.pk]) for each in rows]


def item(pk: int, actor: Actor) -> Item:
    """Raises NotFound for who may not see it."""
    found = Item.objects.select_related("plan__organization__locality", "owner").filter(pk=pk).first()
    if found is None or not access.may(actor, access.Act.SEE, found.plan.organization):
        raise access.nothing()
    return found
