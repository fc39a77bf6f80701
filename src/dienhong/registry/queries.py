"""Reads of the registers."""

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from dienhong.foundations.actors import NOBODY, Actor, Grant, Role
from dienhong.registry.models import Post, User


def actor_of(user: "AbstractBaseUser | AnonymousUser", *, on: date) -> Actor:
    """The signed-in person with the roles they hold on this day; NOBODY for a visitor. One query."""
    if not isinstance(user, User) or not user.is_active:
        return NOBODY
    posts = (
        Post.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on), person=user.person_id, starts_on__lte=on)
        .exclude(role="")
        .select_related("locality", "person")
        .order_by("pk")
    )
    grants = tuple(
        Grant(
            role=Role(post.role),
            locality_id=post.locality_id,
            path=post.locality.path,
            organization_id=post.organization_id,
        )
        for post in posts
    )
    name = posts[0].person.name if grants else user.username
    return Actor(key=f"user:{user.pk}", name=name, user_id=user.pk, grants=grants)
