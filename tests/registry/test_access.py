"""The access table, read cell by cell."""

import pytest

from dienhong.foundations.actors import NOBODY, Role
from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.registry import access
from dienhong.registry.access import Act

from .conftest import actor_in

KEEPERS = {Role.REGISTRAR, Role.OFFICER}
TABLE = {
    Act.SEE_REGISTERS: set(Role),
    Act.SEE_PEOPLE: KEEPERS | {Role.CHAIR, Role.VILLAGE_HEAD, Role.ADMINISTRATOR},
    Act.CHANGE_PLACES: KEEPERS,
    Act.CHANGE_ORGANIZATIONS: KEEPERS,
    Act.CHANGE_PEOPLE: KEEPERS,
    Act.CHANGE_HOUSEHOLDS: KEEPERS,
    Act.GIVE_POST: {Role.ADMINISTRATOR},
    Act.OPEN_ACCOUNT: {Role.ADMINISTRATOR},
    Act.HAND_OVER_CODE: KEEPERS,
    Act.ERASE_PERSON: {Role.REGISTRAR},
}


def test_every_act_is_in_the_table():
    assert set(TABLE) == set(Act) == set(access.GRANTS)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("act", list(Act))
def test_a_role_over_the_place_may_what_the_table_says(commune, villages, other_commune, act, role):
    actor = actor_in(commune, role)
    assert access.may(actor, act, commune) is (role in TABLE[act])
    assert access.may(actor, act, villages[0]) is (role in TABLE[act])
    assert not access.may(actor, act, other_commune)
    assert not access.may(actor, act, commune.parent)


def test_the_post_of_one_organization_changes_no_register(commune, school):
    actor = actor_in(commune, *Role, organization=school)
    assert [act for act in Act if access.may(actor, act, commune)] == [Act.SEE_REGISTERS]


def test_nobody_may_nothing_and_hears_that_nothing_is_there(commune):
    assert not any(access.may(NOBODY, act, commune) for act in Act)
    with pytest.raises(NotFound):
        access.check(NOBODY, Act.SEE_REGISTERS, commune)


def test_another_place_answers_not_found_and_a_missing_role_not_allowed(commune, other_commune):
    delegate = actor_in(commune, Role.DELEGATE)
    with pytest.raises(NotAllowed):
        access.check(delegate, Act.CHANGE_PEOPLE, commune)
    with pytest.raises(NotFound):
        access.check(delegate, Act.CHANGE_PEOPLE, other_commune)
