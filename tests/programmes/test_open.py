"""Opening a programme."""

import pytest

from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.ledger.models import Entry
from dienhong.programmes.actions import open as opening
from dienhong.programmes.models import Programme
from tests.programmes import places


def start(version, by, key="k"):
    return opening.open_programme(version=version, opens_on=places.ON, closes_on=None, key=key, by=by, at=places.AT)


def test_confirmed_proposals_become_targets_and_duties(programme):
    assert [t.value for t in programme.targets.all()] == [100]
    assert programme.duties.count() == 2
    assert programme.stage == "running"


def test_what_nobody_confirmed_stays_out(commune, officer):
    version = places.resolution(commune.place)
    version.proposals.filter(kind="duty").update(state="proposed", decided_by="", decided_at=None)
    assert start(version, officer).duties.count() == 0


def test_a_draft_opens_on_trial_and_shows_nothing_in_public(commune, officer):
    programme = start(places.resolution(commune.place, status="draft"), officer)
    assert programme.stage == "trial"
    with pytest.raises(Refused, match="dự thảo"):
        opening.publish_progress(programme=programme, on=places.ON, by=officer)


def test_nothing_confirmed_is_refused(commune, officer):
    with pytest.raises(Refused, match="xác nhận"):
        start(places.version(commune.place), officer)


def test_the_same_key_returns_the_first_programme(commune, officer):
    version = places.resolution(commune.place)
    assert start(version, officer) == start(version, officer)
    assert Programme.objects.count() == 1


def test_a_resolution_is_carried_out_once(commune, officer):
    version = places.resolution(commune.place)
    start(version, officer)
    with pytest.raises(Refused, match="đang thực hiện"):
        start(version, officer, key="other")


def test_opening_is_in_the_ledger(programme):
    entry = Entry.objects.get(kind="programme.opened")
    assert entry.subject == f"programmes.programme:{programme.pk}"


def test_only_the_officer_of_the_place_opens(commune, neighbour):
    version = places.resolution(commune.place)
    with pytest.raises(NotAllowed):
        start(version, places.actor(commune.reporter))
    with pytest.raises(NotFound):
        start(version, places.actor(neighbour.officer))
