"""Opening a report: its figures are frozen, a double click opens one."""

from uuid import uuid4

import pytest

from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.ledger.models import Entry
from dienhong.programmes.models import Programme
from dienhong.reports import actions, queries, snapshot
from dienhong.reports.actions.prepare import NotYetBegun, OnTrial
from dienhong.reports.models import Report
from lawcore.indicators.periods import Period
from lawcore.timelimits import Every
from tests.programmes import places
from tests.reports.conftest import FIRST_HALF, IN_JULY, SECOND_HALF, YEAR, accept, issued, open_one, send, tasks_of


def test_a_draft_holds_the_figures_of_the_moment_and_their_hash(programme, officer):
    report = open_one(programme, officer)
    assert report.stage == Report.Stage.DRAFT
    assert report.snapshot_hash == snapshot.hash_of(report.snapshot)
    assert report.snapshot["as_of"] == places.ON.isoformat()
    assert report.frozen_at == places.AT
    assert Entry.objects.filter(kind="report.opened", subject=f"reports.report:{report.pk}").count() == 1


def test_the_same_key_opens_one_report(programme, officer):
    key = uuid4()
    assert open_one(programme, officer, key=key) == open_one(programme, officer, key=key)
    assert Report.objects.count() == 1
    assert Entry.objects.filter(kind="report.opened").count() == 1


def test_a_key_of_another_programme_is_refused(programme, officer, province):
    other = places.Commune(province, "Cẩm Sơn")
    theirs = Programme.objects.create(
        version=places.resolution(other.place), locality=other.place, title="x", stage="running", key="2",
        opens_on=programme.opens_on, opened_by="user:1",
    )  # fmt: skip
    key = uuid4()
    open_one(theirs, places.actor(other.officer), key=key)
    with pytest.raises(Refused, match="báo cáo khác"):
        open_one(programme, officer, key=key)


@pytest.mark.parametrize(
    "period",
    [SECOND_HALF, Period(2027, 1, Every.YEAR), Period(2025, 2, Every.HALF_YEAR), Period(2026, 1, Every.QUARTER)],
)
def test_a_period_that_has_not_begun_or_was_before_the_programme_is_refused(programme, officer, period):
    with pytest.raises(NotYetBegun):
        open_one(programme, officer, period)


def test_a_trial_on_a_draft_resolution_has_nothing_to_report(programme, officer):
    programme.stage = Programme.Stage.TRIAL
    programme.save(update_fields=["stage"])
    with pytest.raises(OnTrial):
        open_one(programme, officer)


def test_who_may_not_open(programme, commune, neighbour):
    with pytest.raises(NotAllowed):
        open_one(programme, places.actor(commune.chair))
    for user in (commune.reporter, commune.delegate, neighbour.officer):
        with pytest.raises(NotFound):
            open_one(programme, places.actor(user))
    assert not Report.objects.exists()


def test_periods_to_choose_from_are_those_begun_newest_first(programme):
    assert queries.periods_begun(programme, on=places.ON) == [YEAR, FIRST_HALF]
    assert queries.periods_begun(programme, on=IN_JULY["on"]) == [SECOND_HALF, YEAR, FIRST_HALF]


def test_later_records_do_not_change_a_draft_until_it_is_frozen_again(programme, officer, commune):
    report = open_one(programme, officer)
    accept(send(commune, tasks_of(commune.school)[1], "Báo cáo 6 tháng"), commune)
    before = report.snapshot_hash
    report.refresh_from_db()
    assert report.snapshot_hash == before
    actions.write(report=report, section="next", text="Việc sẽ làm.", edition=0, by=officer)
    fresh = actions.freeze_again(report=report, by=officer, **IN_JULY)
    assert fresh.snapshot_hash != before
    assert fresh.snapshot["as_of"] == IN_JULY["on"].isoformat()
    assert fresh.narrative == {"next": "Việc sẽ làm."}


def test_who_may_not_freeze_again(report, commune, neighbour):
    with pytest.raises(NotAllowed):
        actions.freeze_again(report=report, by=places.actor(commune.chair), **IN_JULY)
    with pytest.raises(NotFound):
        actions.freeze_again(report=report, by=places.actor(neighbour.officer), **IN_JULY)


def test_an_issued_report_is_not_frozen_again(programme, officer):
    done = issued(programme, officer)
    with pytest.raises(Refused, match="đính chính"):
        actions.freeze_again(report=done, by=officer, **IN_JULY)
