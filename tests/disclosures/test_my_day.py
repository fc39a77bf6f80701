"""What waits in the villages stands on the head's own page of the day, once."""

from datetime import date

import pytest

from dienhong.foundations import clock
from dienhong.foundations.waiting import Waiting, waiting_for
from dienhong.site import wiring
from tests.programmes import places
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(desk):
    disclosure = desk.open("11.7.1", "Hỗ trợ nhà ở")
    desk.record(disclosure)
    return disclosure


def test_the_head_sees_how_many_there_are_and_where(told, commune):
    assert waiting_for(places.actor(commune.head), on=places.ON) == [
        Waiting("Cần thông báo cho dân: 1 việc", "/cong-khai/thon/")
    ]
    shown = client_of(commune.head).get("/viec-cua-toi/").content.decode()
    assert shown.count("Cần thông báo cho dân: 1 việc") == 1
    assert 'href="/cong-khai/thon/"' in shown
    assert "Hôm nay không có việc nào gấp" not in shown


def test_nobody_else_and_no_other_village_hears_of_it(told, commune, neighbour):
    for user in (commune.officer, commune.chair, neighbour.head):
        assert not any("thông báo" in each.title for each in waiting_for(places.actor(user), on=places.ON))


def test_of_two_that_name_the_same_page_the_first_is_heard(monkeypatch, head):
    def first(_actor, _on):
        yield Waiting("Một", "/a/")

    def second(_actor, on):
        yield Waiting("Hai", "/a/")
        yield Waiting(f"Ba {on:%d/%m}", "/b/")

    monkeypatch.setattr(wiring, "DAY_ENTRIES", (first, second))
    told = waiting_for(places.actor(head, clock.legal_day(clock.read())), on=date(2026, 5, 20))
    assert [(each.title, each.url) for each in told] == [("Một", "/a/"), ("Ba 20/05", "/b/")]
