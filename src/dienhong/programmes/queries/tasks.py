"""Reads of tasks: whose they are, when they are due, what stands on somebody's desk today."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from dienhong.foundations.actors import Actor, Role
from dienhong.notifications import queries as notifications
from dienhong.notifications.models import Notice
from dienhong.programmes import access
from dienhong.programmes.models import Duty, DutyStanding, Evidence, Programme, Task
from dienhong.programmes.queries import calendar
from dienhong.programmes.queries.calendar import Period
from dienhong.programmes.queries.dashboard import Counts
from dienhong.registry.models import Organization

OWED = (Task.Stage.OPEN, Task.Stage.RETURNED)
SOON = timedelta(days=14)
SHOWN = 50


@dataclass(frozen=True, slots=True)
class DueTask:
    """A task with its last day and what that means today: "overdue", "due-soon", "due", or a stage once reported."""

    task: Task
    period: Period
    due_on: date
    status: str
    days: int  # until the last day; negative when it is over

    @property
    def citation(self) -> str:
        return self.task.duty.provision.at


STATUS_OF_STAGE = {
    Task.Stage.SUBMITTED: "submitted",
    Task.Stage.DONE: "done",
    Task.Stage.UNMET: "missed",
    Task.Stage.CANCELLED: "exempt",
}


def status_of(stage: str, *, due_on: date, on: date) -> str:
    """The name of `foundations.statuses` for a task at a stage with this last day, seen on a day."""
    if stage in STATUS_OF_STAGE:
        return STATUS_OF_STAGE[Task.Stage(stage)]
    if due_on < on:
        return "overdue"
    return "returned" if stage == Task.Stage.RETURNED else "due-soon" if due_on - on <= SOON else "due"


def with_due(tasks: Iterable[Task], *, on: date) -> Iterator[DueTask]:
    """Each task with its last day. `tasks` come with `duty__programme` and `duty__provision`."""
    windows: dict[int, dict[str, int]] = {}
    for task in tasks:
        programme = task.duty.programme
        if programme.pk not in windows:
            windows[programme.pk] = calendar.windows_of(programme)
        due = calendar.due_of(task.duty, period_end=task.period_end, windows=windows[programme.pk])
        status = status_of(task.stage, due_on=due, on=on)
        yield DueTask(task, Period(task.period_start, task.period_end), due, status, (due - on).days)


def units_of(actor: Actor) -> QuerySet[Organization]:
    """The organizations this actor reports for: by a post in them, or as the head of the village."""
    mine = Q(pk__in=[])
    for grant in actor.grants:
        if grant.organization_id is not None and grant.role in {Role.REPORTER, Role.CHAIR}:
            mine |= Q(pk=grant.organization_id)
        if grant.role == Role.VILLAGE_HEAD:
            mine |= Q(kind=Organization.Kind.VILLAGE, locality_id=grant.locality_id)
    return Organization.objects.filter(mine).select_related("locality").order_by("search", "pk")


def of_unit(organization: Organization) -> QuerySet[Task]:
    """Everything one organization was given, without what was cancelled, by the end of the period."""
    tasks = Task.objects.filter(organization=organization).exclude(stage=Task.Stage.CANCELLED)
    return tasks.select_related("duty__programme", "duty__provision", "organization").order_by("period_end", "pk")


def owed_by(units: Iterable[Organization], *, on: date) -> list[DueTask]:
    """What these organizations still owe in programmes under way and periods that have begun, nearest day first."""
    tasks = (
        Task.objects.filter(organization__in=list(units), stage__in=OWED, period_start__lte=on)
        .exclude(duty__programme__stage=Programme.Stage.CLOSED)
        .select_related("duty__programme", "duty__provision", "organization")
    )
    return sorted(with_due(tasks, on=on), key=lambda due: (due.due_on, due.task.pk))


def to_review(actor: Actor) -> QuerySet[Evidence]:
    """Evidence that waits for this officer: in their places, not sent in by themselves, oldest first."""
    mine = Q(pk__in=[])
    for grant in actor.grants:
        if grant.role == Role.OFFICER and grant.organization_id is None:
            mine |= Q(organization__locality__path__startswith=grant.path)
    waiting = Evidence.objects.filter(mine, stage=Evidence.Stage.SUBMITTED).exclude(submitted_by=actor.key)
    return waiting.select_related("organization__locality").order_by("recorded_at", "pk")


@dataclass(frozen=True, slots=True)
class Day:
    """What stands on somebody's desk: lists in the order in which they press."""

    units: tuple[Organization, ...]
    overdue: tuple[DueTask, ...]
    soon: tuple[DueTask, ...]
    later: tuple[DueTask, ...]
    returned: tuple[Evidence, ...]
    review: tuple[Evidence, ...]
    review_count: int
    notices: tuple[Notice, ...]
    programmes: tuple[Programme, ...]

    @property
    def is_clear(self) -> bool:
        return not (self.overdue or self.soon or self.returned or self.review or self.notices)


def day_of(actor: Actor, *, on: date) -> Day:
    """The actor's day; at most nine queries, however many tasks there are."""
    units = tuple(units_of(actor))
    owed = owed_by(units, on=on) if units else []
    review = to_review(actor)
    waiting = tuple(review[: SHOWN + 1])
    returned = Evidence.objects.filter(
        organization__in=units,
        stage=Evidence.Stage.RETURNED,
        revised_by__isnull=True,
    ).select_related("organization__locality")
    return Day(
        units=units,
        overdue=tuple(due for due in owed if due.due_on < on),
        soon=tuple(due for due in owed if on <= due.due_on <= on + SOON),
        later=tuple(due for due in owed if due.due_on > on + SOON),
        returned=tuple(returned.order_by("-decided_at", "pk")[:SHOWN]) if units else (),
        review=waiting[:SHOWN],
        review_count=len(waiting) if len(waiting) <= SHOWN else review.count(),
        notices=tuple(notifications.unread_of(actor)[:SHOWN]),
        programmes=tuple(managed_by(actor)[:SHOWN]),
    )


def managed_by(actor: Actor) -> QuerySet[Programme]:
    """Programmes under way that this actor manages as an officer."""
    mine = Q(pk__in=[])
    for grant in actor.grants:
        if grant.role == Role.OFFICER and grant.organization_id is None:
            mine |= Q(locality__path__startswith=grant.path)
    running = Programme.objects.filter(mine).exclude(stage=Programme.Stage.CLOSED)
    return running.select_related("locality", "version").order_by("locality__path", "pk")


def units_below(actor: Actor, programme: Programme) -> Q:
    """Which organizations' rows of a programme this actor sees: all for a reader of the place, else their own."""
    if access.may(actor, access.Act.SEE, access.place_of(programme)):
        return Q()
    mine = Q(organization__in=units_of(actor))
    for grant in actor.grants:
        if grant.role in access.READERS and grant.organization_id is None:
            mine |= Q(organization__locality__path__startswith=grant.path)
    return mine


@dataclass(frozen=True, slots=True)
class DueDuty:
    """A duty in one period with the counts of its tasks."""

    duty: Duty
    period: Period
    due_on: date
    counts: Counts


def due_in_month(programme: Programme, *, year: int, month: int, on: date) -> list[DueDuty]:
    """What falls due in a month, earliest day first. One query."""
    rows = (
        DutyStanding.objects.filter(
            duty__programme=programme,
            duty__dropped_on__isnull=True,
            due_on__year=year,
            due_on__month=month,
        )
        .select_related("duty__provision")
        .order_by("due_on", "duty__provision__order", "pk")
    )
    return [
        DueDuty(
            row.duty,
            Period(row.period_start, row.period_end),
            row.due_on,
            Counts(
                row.open, row.submitted, row.returned, row.done, row.unmet,
                overdue=row.open + row.returned if row.due_on < on else 0,
            ),
        )
        for row in rows
    ]  # fmt: skip
