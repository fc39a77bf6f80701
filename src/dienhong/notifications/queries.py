"""Reads of notices."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Q, QuerySet

from dienhong.foundations.actors import Actor, Role
from dienhong.notifications import access
from dienhong.notifications.models import Notice
from dienhong.registry.models import Organization, Post, User


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed for one organization: its unread notices, nearest day first."""

    organization: Organization
    notices: tuple[Notice, ...]


def of(actor: Actor) -> QuerySet[Notice]:
    """Every notice the actor may read, unread first, newest first."""
    notices = Notice.objects.filter(access.readable_by(actor)).select_related("organization")
    return notices.order_by("read_at", "-created_at", "-pk")


def unread_of(actor: Actor) -> QuerySet[Notice]:
    return of(actor).filter(read_at__isnull=True)


def sheets(*, path: str) -> Iterator[Sheet]:
    """For printing: the unread notices of each organization at or below the place at `path`."""
    notices = (
        Notice.objects.filter(read_at__isnull=True, organization__locality__path__startswith=path)
        .select_related("organization")
        .order_by("organization__search", "organization_id", "due_on", "pk")
    )
    for organization, lines in groupby(notices, key=lambda notice: notice.organization):
        if organization is not None:
            yield Sheet(organization, tuple(lines))


def addresses(notice: Notice, *, on: date) -> tuple[str, ...]:
    """E-mail addresses of those a notice is for: holders, on this day, of the posts it addresses."""
    if notice.user_id is not None:
        people = [account.person for account in User.objects.filter(pk=notice.user_id).select_related("person")]
    else:
        held = Post.objects.filter(_addressed(notice), Q(ends_on__isnull=True) | Q(ends_on__gte=on), starts_on__lte=on)
        people = [post.person for post in held.select_related("person").order_by("pk")]
    return tuple(dict.fromkeys(person.email for person in people if person.email))


def _addressed(notice: Notice) -> Q:
    """The posts a notice is for: of its organization, the head of its village, or of its role over its place."""
    unit = notice.organization
    if unit is None:
        return Q(role=notice.role, locality=notice.locality)
    posts = Q(organization=unit)
    if unit.kind == Organization.Kind.VILLAGE:
        posts |= Q(role=Role.VILLAGE_HEAD, locality=unit.locality_id)
    return posts
