"""Who may do what with a report: role by act, at home and elsewhere."""

import pytest

from dienhong.foundations.actors import NOBODY
from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.reports import access, queries
from dienhong.reports.access import Act
from tests.programmes import places
from tests.reports.conftest import issued

YES, NO, HIDDEN = "may", "refused", "hidden"
ACTS = (Act.SEE_DRAFT, Act.PREPARE, Act.ISSUE)
TABLE = {
    "officer": (YES, YES, YES),
    "second_officer": (YES, YES, YES),
    "chair": (YES, NO, YES),
    "front_member": (HIDDEN, HIDDEN, HIDDEN),
    "inspector": (HIDDEN, HIDDEN, HIDDEN),
    "delegate": (HIDDEN, HIDDEN, HIDDEN),
    "reporter": (HIDDEN, HIDDEN, HIDDEN),
    "head": (HIDDEN, HIDDEN, HIDDEN),
}


def outcome(actor, act, place):
    try:
        access.check(actor, act, place)
    except NotAllowed:
        return NO
    except NotFound:
        return HIDDEN
    return YES


@pytest.mark.parametrize("role", TABLE)
def test_at_home(commune, role):
    actor = places.actor(getattr(commune, role))
    assert tuple(outcome(actor, act, commune.place) for act in ACTS) == TABLE[role]


@pytest.mark.parametrize("role", TABLE)
def test_in_another_commune_nothing_is_there(commune, neighbour, role):
    actor = places.actor(getattr(neighbour, role))
    assert {outcome(actor, act, commune.place) for act in ACTS} == {HIDDEN}


@pytest.mark.parametrize("role", TABLE)
def test_in_the_province_above_nothing_is_there(commune, role):
    actor = places.actor(getattr(commune, role))
    assert {outcome(actor, act, commune.place.parent) for act in ACTS} == {HIDDEN}


def test_a_visitor_may_nothing(commune):
    assert {outcome(NOBODY, act, commune.place) for act in ACTS} == {HIDDEN}


def test_the_head_of_a_school_is_no_chair_of_the_commune(commune):
    head = places.actor(places.account("Hiệu trưởng", commune.place, "chair", commune.school))
    assert {outcome(head, act, commune.place) for act in ACTS} == {HIDDEN}


@pytest.mark.parametrize("role", TABLE)
def test_a_draft_is_listed_for_those_who_may_see_it_and_for_nobody_else(commune, report, role):
    actor = places.actor(getattr(commune, role))
    assert list(queries.visible(actor)) == ([report] if TABLE[role][0] == YES else [])


def test_a_draft_is_hidden_from_neighbours_and_visitors(neighbour, report):
    for actor in (places.actor(neighbour.officer), places.actor(neighbour.chair), NOBODY):
        assert not queries.visible(actor).exists()
        with pytest.raises(NotFound):
            queries.report(report.pk, actor)


def test_an_issued_report_is_for_everybody(programme, officer, neighbour):
    done = issued(programme, officer)
    for actor in (places.actor(neighbour.reporter), NOBODY):
        assert list(queries.visible(actor)) == [done]
        assert queries.report(done.pk, actor) == done


def test_only_programmes_of_ones_own_place_can_be_reported_on(programme, commune, neighbour):
    assert list(queries.programmes_to_report(places.actor(commune.officer))) == [programme]
    for user in (commune.chair, commune.reporter, neighbour.officer):
        assert not queries.programmes_to_report(places.actor(user)).exists()
