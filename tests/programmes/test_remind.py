"""Reminders: seven days before, one day before, once overdue; each once."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail

from dienhong.notifications import actions as notifications
from dienhong.notifications import queries as notices
from dienhong.notifications.models import Notice
from dienhong.programmes.actions import assign, plan, remind, standing
from dienhong.programmes.models import Reminder, Task
from dienhong.registry.models import Person
from tests.programmes import places

DUE = date(2026, 6, 30)


@pytest.fixture
def planned(programme, commune, officer):
    report = programme.duties.get(every="half-year")
    assign.assign(duty=report, organizations=commune.village_units, starts_on=programme.opens_on, by=officer)
    run = plan.start_year_plan(programme=programme, year=2026, by=officer)
    plan.make_year_plan(run_id=run.pk, at=places.AT)
    return programme


def at(days):
    """Nine in the morning in Viet Nam, so many days before the last day."""
    return datetime(DUE.year, DUE.month, DUE.day, 2, tzinfo=UTC) - timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "step"), [(8, None), (7, "7-days"), (2, "7-days"), (1, "1-day"), (0, "1-day"), (-1, "overdue")]
)
def test_each_step_has_its_days(days, step):
    assert remind.step_of(due_on=DUE, on=DUE - timedelta(days=days)) == step


def test_a_task_is_reminded_of_once_per_step(planned):
    assert [remind.remind(at=at(days)) for days in (8, 7, 7, 5, 1, 0, -1, -30)] == [0, 3, 0, 0, 3, 0, 3, 0]
    assert Reminder.objects.count() == 9


def test_what_was_reported_is_not_reminded_of(planned, commune):
    done = Task.objects.filter(organization=commune.village_units[0]).select_related(
        "duty__programme__locality", "organization__locality"
    )
    standing.move(tasks=done, to=Task.Stage.SUBMITTED)
    assert remind.remind(at=at(7)) == 2


def test_tasks_of_one_unit_and_day_share_a_notice(planned, commune):
    remind.remind(at=at(7))
    notice = Notice.objects.get(organization=commune.village_units[0])
    assert "30/06/2026" in notice.subject
    assert "khoản 3 Điều 1" in notice.text


def test_the_village_head_reads_it_on_the_page_and_the_neighbour_does_not(planned, commune):
    remind.remind(at=at(7))
    head, reporter = places.actor(commune.head), places.actor(commune.reporter)
    assert notices.unread_of(head).count() == 1
    assert notices.unread_of(reporter).count() == 0
    notice = notices.unread_of(head).get()
    notifications.mark_read(notice=notice, by=head, at=places.AT)
    assert notices.unread_of(head).count() == 0


def test_a_letter_leaves_once_for_who_has_an_address(planned, commune):
    Person.objects.filter(pk=commune.head.person_id).update(email="truong.thon@example.vn")
    remind.remind(at=at(7))
    assert notifications.deliver(at=places.AT) == 1
    assert notifications.deliver(at=places.AT) == 0
    assert mail.outbox[0].bcc == ["truong.thon@example.vn"]


def test_a_sheet_to_print_for_every_unit_that_has_not_read(planned, commune):
    remind.remind(at=at(7))
    sheets = list(notices.sheets(path=commune.place.path))
    assert [sheet.organization for sheet in sheets] == sorted(commune.village_units, key=lambda o: o.search)
