"""Who may read a notice: its account, whoever works for its organization, whoever holds its role over its place."""

from django.db.models import Q

from dienhong.foundations.actors import Actor, Role
from dienhong.notifications.models import Notice

FOR_AN_ORGANIZATION = frozenset({Role.REPORTER, Role.CHAIR})


def readable_by(actor: Actor) -> Q:
    """The notices this actor may read, as a filter; for nobody, none."""
    if not actor.is_known:
        return Q(pk__in=[])
    mine = Q(user_id=actor.user_id)
    for grant in actor.grants:
        if grant.organization_id is not None and grant.role in FOR_AN_ORGANIZATION:
            mine |= Q(organization_id=grant.organization_id)
        if grant.role == Role.VILLAGE_HEAD:
            mine |= Q(organization__kind="village", organization__locality_id=grant.locality_id)
        if grant.organization_id is None:
            mine |= Q(role=grant.role.value, locality_id=grant.locality_id)
    return mine


def may_read(actor: Actor, notice: Notice) -> bool:
    return Notice.objects.filter(readable_by(actor), pk=notice.pk).exists()
