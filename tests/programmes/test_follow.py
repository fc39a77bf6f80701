"""Following a newer or newly confirmed text: kept, changed, added, dropped; nothing is lost."""

from datetime import date
from decimal import Decimal

import pytest

from dienhong.foundations.refusals import Refused
from dienhong.programmes.actions import assign, plan, take
from dienhong.programmes.models import Assignment, Task
from dienhong.programmes.queries import changes
from tests.programmes import places


@pytest.fixture
def newer(programme):
    """A second version: the target raised, the training duty the same words, the report left out, one thing new."""
    work = programme.version.work
    made = places.version(work.locality, "adopted", work, ordinal=2)
    article = places.provision(made, "art_1", "Điều 1", "Mục tiêu.", 1, kind="article")
    first = places.provision(made, "art_1__para_1", "khoản 1 Điều 1", "Ít nhất 95% cơ quan tuyên truyền.", 2, article)
    second = places.provision(made, "art_1__para_2", "khoản 2 Điều 1", "Cử người học hằng năm.", 3, article)
    fresh = places.provision(made, "art_1__para_5", "khoản 5 Điều 1", "Tổ chức đối thoại.", 4, article)
    old = {p.kind + (p.every or ""): p for p in programme.version.proposals.all()}
    places.proposal(first, "target", "Ít nhất 95% cơ quan", percent=Decimal(95), every="year", families=["T1"])
    places.proposal(
        second,
        "duty",
        "Cử người học",
        action="Cử người học lớp bồi dưỡng",
        every="year",
        topic="training",
        carried_from=old["dutyyear"],
    )
    places.proposal(fresh, "duty", "Đối thoại", action="Tổ chức đối thoại", every="year", topic="organisation")
    return made


@pytest.fixture
def planned(programme, commune, officer):
    for duty in programme.duties.all():
        assign.assign(duty=duty, organizations=commune.village_units, starts_on=programme.opens_on, by=officer)
    run = plan.start_year_plan(programme=programme, year=2026, by=officer)
    plan.make_year_plan(run_id=run.pk, at=places.AT)
    return programme


def test_the_difference_is_shown_before_it_is_made(planned, newer):
    difference = changes.against(planned, newer)
    found = sorted((c.outcome, c.text) for c in difference.all)
    assert found == [
        ("added", "Đối thoại"),
        ("changed", "Ít nhất 95% cơ quan"),
        ("dropped", "Báo cáo"),
        ("kept", "Cử người học"),
    ]
    assert difference.changed[0].fields == ("text", "percent")


def test_following_keeps_history_and_assignments(planned, newer, officer):
    duty = planned.duties.get(topic="training")
    take.follow(programme=planned, version=newer, on=places.ON, by=officer)
    planned.refresh_from_db()
    duty.refresh_from_db()
    assert planned.version == newer
    assert (duty.dropped_on, duty.provision.version) == (None, newer)
    assert duty.assignments.filter(ends_on__isnull=True).count() == 3
    target = planned.targets.get(dropped_on__isnull=True)
    assert (target.value, target.replaces.value, target.replaces.dropped_on) == (95, 100, places.ON)
    assert target.indicators.get().family == "T1"


def test_what_fell_away_is_no_longer_owed(planned, newer, officer):
    report = planned.duties.get(topic="organisation")
    done = report.tasks.first()
    Task.objects.filter(pk=done.pk).update(stage=Task.Stage.DONE)
    take.follow(programme=planned, version=newer, on=places.ON, by=officer)
    assert set(report.tasks.values_list("stage", flat=True)) == {"done", "cancelled"}
    assert not Assignment.objects.filter(duty=report, ends_on__isnull=True).exists()


def test_an_edited_proposal_continues_the_duty_it_was_made_from(planned, officer):
    duty = planned.duties.get(topic="training")
    old = duty.proposal
    places.proposal(
        old.provision, "duty", "Cử đủ người học", action="Cử đủ người học", every="year", topic="training", origin=old
    )
    type(old).objects.filter(pk=old.pk).update(state="superseded")
    take.follow(programme=planned, version=planned.version, on=places.ON, by=officer)
    new = planned.duties.get(dropped_on__isnull=True, topic="training")
    assert new.replaces == duty
    assert new.assignments.filter(ends_on__isnull=True).count() == 3
    assert new.tasks.filter(period_end=date(2026, 12, 31)).count() == 3


def test_following_twice_changes_nothing_more(planned, newer, officer):
    take.follow(programme=planned, version=newer, on=places.ON, by=officer)
    planned.refresh_from_db()
    assert changes.against(planned, newer).is_empty


def test_an_older_or_foreign_text_is_refused(planned, newer, neighbour, officer):
    take.follow(programme=planned, version=newer, on=places.ON, by=officer)
    for version in (newer.work.versions.get(ordinal=1), places.resolution(neighbour.place)):
        with pytest.raises(Refused, match="bản mới hơn"):
            take.follow(programme=planned, version=version, on=places.ON, by=officer)
