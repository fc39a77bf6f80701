"""The table of access, cell by cell."""

import pytest

from dienhong.foundations.actors import NOBODY, Actor, Grant, Role
from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.resolutions import access
from dienhong.resolutions.access import Act, Place

HERE, ABOVE, ELSEWHERE, BELOW = "/1/2/", "/1/", "/1/3/", "/1/2/9/"


def holder(role, path=HERE, organization_id=None):
    return Actor(key="user:1", name="", user_id=1, grants=(Grant(role, 2, path, organization_id),))


ALLOWED = {
    Role.OFFICER: {Act.SEE, Act.UPLOAD, Act.REVIEW, Act.RELATE, Act.PUBLISH},
    Role.CHAIR: {Act.SEE, Act.PUBLISH},
    Role.REGISTRAR: {Act.SEE, Act.UPLOAD, Act.RELATE},
}


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("role", Role)
def test_each_role_of_the_place_may_do_what_the_table_says(role, act):
    assert access.may(holder(role), act, Place(HERE)) is (act in ALLOWED.get(role, {Act.SEE}))


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("path", [ELSEWHERE, BELOW])
def test_no_role_of_another_place_or_of_a_village_reaches_here(role, act, path):
    assert not access.may(holder(role, path), act, Place(HERE))


@pytest.mark.parametrize("act", Act)
def test_an_officer_of_the_province_reaches_its_communes(act):
    assert access.may(holder(Role.OFFICER, ABOVE), act, Place(HERE))


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("role", Role)
def test_a_role_in_one_organization_is_no_role_over_the_place(role, act):
    assert not access.may(holder(role, organization_id=7), act, Place(HERE))


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("published", [True, False])
def test_the_public_sees_what_is_published_and_does_nothing(act, published):
    assert access.may(NOBODY, act, Place(HERE, published=published)) is (published and act is Act.SEE)


def test_what_may_not_be_seen_is_not_there_and_what_may_is_refused():
    with pytest.raises(NotFound):
        access.check(holder(Role.OFFICER, ELSEWHERE), Act.REVIEW, Place(HERE))
    with pytest.raises(NotFound):
        access.check(holder(Role.OFFICER, ELSEWHERE), Act.REVIEW, Place(HERE, published=True))
    with pytest.raises(NotAllowed):
        access.check(holder(Role.CHAIR, HERE), Act.REVIEW, Place(HERE))
