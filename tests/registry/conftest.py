"""A commune with two villages, an organization, and people in office."""

from datetime import UTC, date, datetime

import pytest

from dienhong.foundations.actors import Actor, Grant, Role
from dienhong.registry.actions import places
from dienhong.registry.models import Organization, Person, Post, User

ON = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)


@pytest.fixture
def commune(db):
    province = places.found_first_locality(
        code="lam-giang", kind="province", word="tỉnh", name="Lam Giang", valid_from=date(2025, 7, 1)
    )
    return places.found_first_locality(
        code="ben-say", kind="commune", word="xã", name="Bến Sậy", valid_from=date(2025, 7, 1), parent=province
    )


@pytest.fixture
def other_commune(commune):
    return places.found_first_locality(
        code="cau-ngoi", kind="commune", word="xã", name="Cầu Ngói", valid_from=date(2025, 7, 1), parent=commune.parent
    )


@pytest.fixture
def villages(commune):
    return [
        places.found_first_locality(
            code=f"ben-say-{code}", kind="village", word="thôn", name=name, valid_from=date(2025, 7, 1), parent=commune
        )
        for code, name in (("dong", "Đông Hạ"), ("doai", "Đoài"))
    ]


@pytest.fixture
def school(commune):
    return Organization.objects.create(
        code="ben-say-thcs",
        kind="public-unit",
        name="Trường THCS Bến Sậy",
        locality=commune,
        search="truong thcs ben say",
        valid_from=date(2025, 7, 1),
    )


def actor_in(place, *roles, organization=None):
    """A person with an account and these roles over the place."""
    number = User.objects.count() + 1
    person = Person.objects.create(name=f"Người {number}", locality=place, search=f"nguoi {number}")
    user = User.objects.create(username=f"nguoi-{number}", person=person)
    for role in roles:
        Post.objects.create(
            person=person, locality=place, organization=organization, title=role, role=role, starts_on=date(2025, 7, 1)
        )
    grants = tuple(Grant(role, place.pk, place.path, organization.pk if organization else None) for role in roles)
    return Actor(key=f"user:{user.pk}", name=person.name, user_id=user.pk, grants=grants)


@pytest.fixture
def registrar(commune):
    return actor_in(commune, Role.REGISTRAR)


@pytest.fixture
def administrator(commune):
    return actor_in(commune, Role.ADMINISTRATOR)


@pytest.fixture
def stranger(other_commune):
    return actor_in(other_commune, Role.REGISTRAR, Role.ADMINISTRATOR, Role.OFFICER)
