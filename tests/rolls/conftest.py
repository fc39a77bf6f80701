"""A village with five households and the people who keep its list."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.test import Client

from dienhong.foundations.actors import Role
from dienhong.foundations.clock import legal_day, read
from dienhong.registry.actions import households, people, places
from dienhong.registry.actions.people import Particulars
from dienhong.registry.models import Household, Locality, User
from dienhong.rolls import actions
from dienhong.rolls.actions import NewChange, NewPart
from tests.registry.conftest import actor_in

SINCE = date(2025, 7, 1)
DAY = date(2026, 3, 2)
TODAY = date(2026, 3, 20)
NAMES = ("Lò Thị Gấm", "Đặng Văn Khế", "Bùi Thu Sen", "Vũ Đình Lợi", "Hồ Thị Út")


def add(village, code, name, by, address="ngõ 2"):
    person = people.add_person(locality=village, particulars=Particulars(name=name, birth_year=1960), by=by)
    return households.add_household(
        village=village, code=code, address=address, representative=person, valid_from=SINCE, by=by
    )


@pytest.fixture
def place(db):
    province = places.found_first_locality(
        code="lam-giang", kind="province", word="tỉnh", name="Lam Giang", valid_from=SINCE
    )
    commune = places.found_first_locality(
        code="ben-say", kind="commune", word="xã", name="Bến Sậy", valid_from=SINCE, parent=province
    )
    village, other = (
        places.found_first_locality(
            code=f"ben-say-{code}", kind="village", word="thôn", name=name, valid_from=SINCE, parent=commune
        )
        for code, name in (("dong", "Đông Hạ"), ("doai", "Đoài"))
    )
    registrar = actor_in(commune, Role.REGISTRAR)
    for number, name in enumerate(NAMES, start=1):
        add(village, f"H{number:03}", name, registrar)
    elsewhere = places.found_first_locality(
        code="cau-ngoi", kind="commune", word="xã", name="Cầu Ngói", valid_from=SINCE, parent=province
    )
    return SimpleNamespace(
        commune=commune,
        village=village,
        other=other,
        registrar=registrar,
        head=actor_in(village, Role.VILLAGE_HEAD),
        front=actor_in(commune, Role.FRONT),
        officer=actor_in(commune, Role.OFFICER),
        chair=actor_in(commune, Role.CHAIR),
        reporter=actor_in(commune, Role.REPORTER),
        stranger=actor_in(elsewhere, Role.OFFICER, Role.FRONT, Role.REGISTRAR),
    )


def household(place, code):
    return Household.objects.get(locality=place.village, code=code)


def new(kind, *parts, on=DAY, ground="seen", words=""):
    return NewChange(kind=kind, takes_effect_on=on, ground=ground, ground_words=words, parts=parts)


def part(step, of=None, **more):
    return NewPart(step=step, household=of, **more)


def proposed(place, change, *, by=None, key=None):
    return actions.propose(
        village=Locality.objects.get(pk=place.village.pk),
        change=change,
        key=key or f"{change.kind}{change.takes_effect_on}{[p.code or p.household.code for p in change.parts]}",
        by=by or place.head,
        on=TODAY,
    )


def changed(place, change):
    found = proposed(place, change)
    actions.confirm(change=found, by=place.front)
    return found


def today():
    return legal_day(read())


def client_of(actor):
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    session = client.session
    session["has_second_factor"] = True
    session.save()
    return client
