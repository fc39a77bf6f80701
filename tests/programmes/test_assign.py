"""Giving duties to organizations, one or many at a time."""

import pytest
from django.urls import reverse

from dienhong.foundations.refusals import Refused
from dienhong.ledger.models import Entry
from dienhong.programmes.actions import assign
from dienhong.programmes.models import Assignment
from dienhong.programmes.queries import programmes

from .test_pages import client_of


def address(programme, query=""):
    return reverse("programmes:assign_many", args=[programme.pk]) + query


def posted(programme, duties, **said):
    day = programme.opens_on
    return {
        "duties": [duty.pk for duty in duties],
        "starts_on_0": day.day,
        "starts_on_1": day.month,
        "starts_on_2": day.year,
        **said,
    }


def test_several_duties_go_to_all_villages_at_once(programme, commune):
    duties = list(programmes.unassigned(programme))
    answer = client_of(commune.officer).post(address(programme), posted(programme, duties, kind="village"))
    assert answer.url == address(programme)
    assert Assignment.objects.count() == len(duties) * len(commune.village_units)
    assert Entry.objects.filter(kind="duty.assigned").count() == len(duties)
    assert not programmes.unassigned(programme).exists()


def test_giving_the_same_again_changes_nothing(programme, commune, officer):
    duties = list(programmes.unassigned(programme))
    given = {"duties": duties, "organizations": [commune.school], "starts_on": programme.opens_on, "by": officer}
    assert assign.assign_many(**given) == len(duties)
    assert assign.assign_many(**given) == 0


def test_what_was_given_leaves_the_page_and_what_was_taken_back_returns(programme, commune, officer):
    first, second = programmes.unassigned(programme)[:2]
    assign.assign(duty=first, organizations=[commune.school], starts_on=programme.opens_on, by=officer)
    assert first not in programmes.unassigned(programme)
    assert second in programmes.unassigned(programme)
    assign.withdraw(assignment=first.assignments.get(), on=programme.opens_on, by=officer)
    assert first in programmes.unassigned(programme)


def test_all_or_none_is_given(programme, commune, officer):
    duties = list(programmes.unassigned(programme))
    type(duties[-1]).objects.filter(pk=duties[-1].pk).update(dropped_on=programme.opens_on)
    duties[-1].refresh_from_db()
    with pytest.raises(Refused):
        assign.assign_many(duties=duties, organizations=[commune.school], starts_on=programme.opens_on, by=officer)
    assert not Assignment.objects.exists()


def test_nothing_ticked_is_asked_for(programme, commune):
    answer = client_of(commune.officer).post(address(programme), posted(programme, [], kind="village"))
    assert answer.status_code == 422
    assert "Đánh dấu ít nhất một nhiệm vụ." in answer.content.decode()


def test_all_that_are_shown_can_be_ticked_at_once_and_by_topic(programme, commune):
    browser = client_of(commune.officer)
    waiting = programmes.unassigned(programme)
    page = browser.get(address(programme, "?chon=tat-ca")).content.decode()
    assert page.count("checked") >= waiting.count()
    topic = waiting.exclude(topic="").first().topic
    shown = browser.get(address(programme, f"?nhom={topic}")).context["form"].fields["duties"].queryset
    assert set(shown) == set(waiting.filter(topic=topic))


def test_a_programme_of_elsewhere_is_not_found(programme, neighbour):
    assert client_of(neighbour.officer).get(address(programme)).status_code == 404


def test_the_page_asks_the_database_the_same_few_times_however_many_duties(
    programme, commune, django_assert_max_num_queries
):
    browser = client_of(commune.officer)
    with django_assert_max_num_queries(15):
        browser.get(address(programme))
