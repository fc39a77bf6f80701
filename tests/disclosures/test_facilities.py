"""What the villages have decides where it has to hang; what is not known is asked for, and said."""

from datetime import timedelta

import pytest

from dienhong.disclosures import queries
from dienhong.registry.actions import places as registry
from tests.programmes import places

pytestmark = pytest.mark.django_db
LATER = places.ON + timedelta(days=40)
HOUSE, POINT = "cultural-house", "community-point"


@pytest.fixture
def hung(desk):
    """Posted at the office, and in every village where a test says."""
    disclosure = desk.open("11.1.1", "Kế hoạch năm")
    desk.record(disclosure)
    desk.record(disclosure, "posting", places=("office",))
    return disclosure


def standing(disclosure):
    return queries.completeness(queries.disclosure(disclosure.pk), on=LATER)


def test_nothing_known_is_asked_for_and_said_to_be_unknown(hung):
    found = standing(hung)
    assert (found.result, found.provisional) == (False, True)
    assert sum(each.startswith("Chưa biết thôn") for each in found.assumptions) == 2


def test_where_no_village_has_a_place_nothing_hangs_there(hung, villages, officer):
    for village in villages:
        registry.state_facilities(village=village, numbers={HOUSE: 0, POINT: 0}, since=places.SINCE, by=officer)
    found = standing(hung)
    assert (found.result, found.provisional) == (True, False)


def test_a_village_that_has_one_decides_whatever_the_others_have(hung, villages, officer, desk):
    registry.state_facilities(village=villages[0], numbers={HOUSE: 1, POINT: 0}, since=places.SINCE, by=officer)
    for village in villages[1:]:
        registry.state_facilities(village=village, numbers={POINT: 0}, since=places.SINCE, by=officer)
    assert (standing(hung).result, standing(hung).provisional) == (False, False)  # short where it surely has to hang
    desk.record(hung, "posting", places=(HOUSE,), village=villages[0])
    assert (standing(hung).result, standing(hung).provisional) == (False, True)  # the others may have none
    for village in villages[1:]:
        registry.state_facilities(village=village, numbers={HOUSE: 0}, since=places.SINCE, by=officer)
    assert (standing(hung).result, standing(hung).provisional) == (True, False)


def test_a_broadcast_in_one_village_is_not_that_of_the_commune(desk, villages):
    disclosure = desk.open("11.8.1", "Hàng hỗ trợ")
    days = {"last_on": places.ON, "on": places.ON - timedelta(days=2)}
    opened = desk.open("11.8.1", "Hàng hỗ trợ đợt 2", since=places.ON - timedelta(days=5))
    for village in villages[:2]:
        desk.record(opened, "radio", village=village, **days)
    assert "chưa phát truyền thanh" in standing(opened).explanation
    desk.record(opened, "radio", village=villages[2], **days)
    assert "phát truyền thanh" not in standing(opened).explanation
    assert "chưa phát truyền thanh" in standing(disclosure).explanation
