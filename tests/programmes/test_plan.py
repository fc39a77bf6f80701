"""The plan of a year."""

from datetime import date
from itertools import pairwise

import pytest

from dienhong.foundations.refusals import Refused
from dienhong.programmes import plan_document
from dienhong.programmes.actions import assign, plan, standing
from dienhong.programmes.models import DutyStanding, PlaceStanding, Run, Task
from dienhong.programmes.queries import calendar
from tests.programmes import places


@pytest.fixture
def assigned(programme, commune, officer):
    units = [*commune.village_units, commune.school]
    for duty in programme.duties.all():
        assign.assign(duty=duty, organizations=units, starts_on=programme.opens_on, by=officer)
    return programme


def planned(programme, officer):
    run = plan.start_year_plan(programme=programme, year=2026, by=officer)
    return plan.make_year_plan(run_id=run.pk, at=places.AT)


def test_every_duty_unit_and_period_gets_one_task(assigned, officer):
    run = planned(assigned, officer)
    assert run.stage == Run.Stage.FINISHED
    assert run.done == run.total
    assert Task.objects.count() == 4 + 4 * 2


def test_making_the_plan_again_adds_nothing(assigned, officer):
    planned(assigned, officer)
    Task.objects.order_by("pk").first().delete()
    planned(assigned, officer)
    assert Task.objects.count() == 12


def test_a_run_killed_half_way_is_taken_up_again(assigned, officer):
    run = plan.start_year_plan(programme=assigned, year=2026, by=officer)
    plan._plan_duty(assigned.duties.first(), 2026)
    Run.objects.filter(pk=run.pk).update(stage=Run.Stage.RUNNING, done=1)
    assert plan.make_year_plan(run_id=run.pk, at=places.AT).stage == Run.Stage.FINISHED
    assert Task.objects.count() == 12


def test_pressing_twice_leaves_one_run(assigned, officer):
    assert plan.start_year_plan(programme=assigned, year=2026, by=officer).pk == Run.objects.get().pk
    plan.start_year_plan(programme=assigned, year=2026, by=officer)
    assert Run.objects.count() == 1


def test_nothing_assigned_is_refused(programme, officer):
    with pytest.raises(Refused, match="giao việc"):
        plan.start_year_plan(programme=programme, year=2026, by=officer)


def test_the_last_day_follows_the_window_of_the_programme(assigned, officer):
    planned(assigned, officer)
    plan.set_window(programme=assigned, every="half-year", days_after_end=-16, clause="khoản 3 Điều 1", by=officer)
    report = DutyStanding.objects.filter(duty__every="half-year").order_by("period_start")
    assert [row.due_on for row in report] == [date(2026, 6, 14), date(2026, 12, 15)]


def test_a_window_needs_its_clause(assigned, officer):
    with pytest.raises(Refused, match="điều khoản"):
        plan.set_window(programme=assigned, every="year", days_after_end=0, clause=" ", by=officer)


def test_the_counts_follow_a_task_that_moves(assigned, officer):
    planned(assigned, officer)
    tasks = list(Task.objects.select_related("duty__programme__locality", "organization__locality")[:1])
    standing.move(tasks=tasks, to=Task.Stage.DONE)
    standing.move(tasks=tasks, to=Task.Stage.DONE)
    before = [list(model.objects.order_by("pk").values()) for model in (DutyStanding, PlaceStanding)]
    assert sum(row["done"] for row in before[0]) == sum(row["done"] for row in before[1]) == 1
    standing.recount_tasks(programme=assigned)
    after = [list(model.objects.order_by("pk").values()) for model in (DutyStanding, PlaceStanding)]
    strip = [[{k: v for k, v in row.items() if k != "id"} for row in rows] for rows in before]
    assert sorted(map(str, strip[0])) == sorted(str({k: v for k, v in r.items() if k != "id"}) for r in after[0])
    assert sorted(map(str, strip[1])) == sorted(str({k: v for k, v in r.items() if k != "id"}) for r in after[1])


@pytest.mark.parametrize(
    ("every", "names"),
    [
        ("year", ["Năm 2026"]),
        ("half-year", ["6 tháng đầu năm 2026", "6 tháng cuối năm 2026"]),
        ("quarter", ["Quý I/2026", "Quý II/2026", "Quý III/2026", "Quý IV/2026"]),
        ("continuous", ["Năm 2026"]),
    ],
)
def test_periods_are_called_as_people_call_them(every, names):
    assert [period.name for period in calendar.periods(every, year=2026)] == names


def test_the_months_of_a_year_touch_and_fill_it():
    months = list(calendar.periods("month", year=2028))
    assert months[0].start == date(2028, 1, 1)
    assert months[1].end == date(2028, 2, 29)
    assert months[-1].end == date(2028, 12, 31)
    assert all((b.start - a.end).days == 1 for a, b in pairwise(months))


def test_the_plan_names_the_council_that_adopted_the_resolution(assigned):
    version = assigned.version
    version.number, version.status = "", "adopted"
    version.metadata = {**version.metadata, "issuer": "Hội đồng nhân dân tỉnh Sông Trà"}
    made = plan_document.document(assigned, year=2026, on=places.ON)
    assert "của Hội đồng nhân dân tỉnh Sông Trà" in made.subject
    assert "dự thảo" not in made.subject
    version.status = "draft"
    assert "(dự thảo)" in plan_document.document(assigned, year=2026, on=places.ON).subject
