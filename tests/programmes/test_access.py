"""The truth table: who may do what, in their own place and in another."""

import pytest

from dienhong.foundations.actors import NOBODY
from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.programmes import access
from dienhong.programmes.access import Act, Place
from tests.programmes import places

YES, NO, HIDDEN = "may", "refused", "hidden"
# In the order of ACTS; progress that was not published.
OVER_THE_PLACE = {
    "officer": (YES, YES, YES, YES),
    "chair": (YES, YES, NO, YES),
    "front_member": (YES, YES, NO, YES),
    "inspector": (YES, YES, NO, YES),
    "delegate": (YES, YES, NO, YES),
    "reporter": (NO, YES, NO, HIDDEN),
    "head": (NO, YES, NO, HIDDEN),
}
# In the order of UNIT_ACTS.
OF_THE_SCHOOL = {
    "officer": (YES, YES, YES),
    "chair": (YES, NO, NO),
    "front_member": (YES, NO, NO),
    "inspector": (YES, NO, NO),
    "delegate": (YES, NO, NO),
    "reporter": (YES, YES, NO),
    "head": (HIDDEN, HIDDEN, HIDDEN),
}
OF_THE_VILLAGE = {**OF_THE_SCHOOL, "reporter": (HIDDEN, HIDDEN, HIDDEN), "head": (YES, YES, NO)}
ACTS = (Act.SEE, Act.TAKE_PART, Act.MANAGE, Act.SEE_PROGRESS)
UNIT_ACTS = (Act.SEE_UNIT, Act.REPORT, Act.REVIEW)


def outcome(actor, act, place):
    try:
        access.check(actor, act, place)
    except NotAllowed:
        return NO
    except NotFound:
        return HIDDEN
    return YES


def of(commune, role):
    return places.actor(getattr(commune, role))


@pytest.mark.parametrize("role", OVER_THE_PLACE)
def test_in_a_programme_of_their_own_place(commune, role):
    place = Place(commune.place.path)
    assert tuple(outcome(of(commune, role), act, place) for act in ACTS) == OVER_THE_PLACE[role]


@pytest.mark.parametrize("role", OF_THE_SCHOOL)
def test_towards_an_organization_of_their_own_place(commune, role):
    place = access.unit_of(commune.school)
    assert tuple(outcome(of(commune, role), act, place) for act in UNIT_ACTS) == OF_THE_SCHOOL[role]


@pytest.mark.parametrize("role", OF_THE_VILLAGE)
def test_towards_a_village_of_their_own_place(commune, role):
    place = access.unit_of(commune.village_units[0])
    assert tuple(outcome(of(commune, role), act, place) for act in UNIT_ACTS) == OF_THE_VILLAGE[role]


@pytest.mark.parametrize("role", OVER_THE_PLACE)
def test_in_another_place_nothing_is_there(commune, neighbour, role):
    actor = of(neighbour, role)
    assert {outcome(actor, act, Place(commune.place.path)) for act in ACTS} == {HIDDEN}
    for unit in (commune.school, commune.village_units[0]):
        assert {outcome(actor, act, access.unit_of(unit)) for act in UNIT_ACTS} == {HIDDEN}


def test_a_visitor_sees_published_progress_and_nothing_else(commune):
    published = Place(commune.place.path, published=True)
    assert outcome(NOBODY, Act.SEE_PROGRESS, published) == YES
    assert {outcome(NOBODY, act, published) for act in (Act.SEE, Act.TAKE_PART, Act.MANAGE)} == {HIDDEN}
    assert {outcome(NOBODY, act, access.unit_of(commune.school)) for act in UNIT_ACTS} == {HIDDEN}


def test_a_commune_takes_part_in_the_programme_of_its_province(commune, province):
    place = Place(province.path)
    assert outcome(of(commune, "officer"), Act.TAKE_PART, place) == YES
    assert outcome(of(commune, "officer"), Act.SEE, place) == NO
    assert outcome(of(commune, "officer"), Act.MANAGE, place) == NO
