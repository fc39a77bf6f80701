"""Remind of tasks: seven days before the last day, one day before, and once it is over."""

from collections import defaultdict
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dienhong.foundations import clock
from dienhong.notifications import actions as notifications
from dienhong.notifications.models import Notice
from dienhong.programmes.models import DutyStanding, Programme, Reminder, Task
from dienhong.programmes.queries import tasks as task_queries

WEEK = timedelta(days=7)
DAY = timedelta(days=1)
LISTED = 10
BATCH = 2_000


def step_of(*, due_on: date, on: date) -> Reminder.Step | None:
    """Which reminder is due on this day, if any."""
    if due_on < on:
        return Reminder.Step.OVERDUE
    if due_on - on <= DAY:
        return Reminder.Step.DAY
    return Reminder.Step.WEEK if due_on - on <= WEEK else None


def remind(*, at: datetime) -> int:
    """Reminds of every task that needs it, once per task and step; returns how many tasks.

    Those of one organization with the same last day share a notice. Safe to run twice.
    """
    on = clock.legal_day(at)
    near = (
        DutyStanding.objects.filter(due_on__lte=on + WEEK, duty__dropped_on__isnull=True)
        .exclude(duty__programme__stage=Programme.Stage.CLOSED)
        .select_related("duty__programme", "duty__provision")
        .order_by("due_on", "pk")
    )
    by_day: dict[date, list[DutyStanding]] = defaultdict(list)
    for row in near:
        by_day[row.due_on].append(row)
    return sum(_remind_of_day(due_on, rows, on=on, at=at) for due_on, rows in by_day.items())


@transaction.atomic
def _remind_of_day(due_on: date, rows: list[DutyStanding], *, on: date, at: datetime) -> int:
    step = step_of(due_on=due_on, on=on)
    if step is None:
        return 0
    by_unit: dict[int, list[Task]] = defaultdict(list)
    for row in rows:
        owed = row.duty.tasks.filter(period_start=row.period_start, stage__in=task_queries.OWED)
        for task in owed.exclude(reminders__step=step).order_by("pk"):
            task.duty = row.duty
            by_unit[task.organization_id].append(task)
    tasks = [task for found in by_unit.values() for task in found]
    Reminder.objects.bulk_create(
        (Reminder(task=task, step=step, reminded_at=at) for task in tasks),
        batch_size=BATCH,
        ignore_conflicts=True,
    )
    notifications.notify(_notice(unit, found, step=step, due_on=due_on) for unit, found in by_unit.items())
    return len(tasks)


def _notice(organization_id: int, tasks: list[Task], *, step: Reminder.Step, due_on: date) -> Notice:
    n = len(tasks)
    day = f"{due_on:%d/%m/%Y}"
    match step:
        case Reminder.Step.OVERDUE:
            subject = ngettext("%(n)s việc đã quá hạn ngày %(day)s", "%(n)s việc đã quá hạn ngày %(day)s", n)
        case Reminder.Step.DAY:
            subject = ngettext(
                "%(n)s việc đến hạn ngày %(day)s, còn 1 ngày", "%(n)s việc đến hạn ngày %(day)s, còn 1 ngày", n
            )
        case _:
            subject = ngettext("%(n)s việc đến hạn ngày %(day)s", "%(n)s việc đến hạn ngày %(day)s", n)
    lines = [f"- {task.duty.action} ({task.duty.provision.at})" for task in tasks[:LISTED]]
    if n > LISTED:
        lines.append(_("… và %(n)s việc khác.") % {"n": n - LISTED})
    return Notice(
        organization_id=organization_id,
        subject=subject % {"n": n, "day": day},
        text="\n".join(lines),
        link="/viec-cua-toi/",
        due_on=due_on,
        key=f"remind:{organization_id}:{step}:{due_on}:{tasks[0].pk}",
    )
