"""Keep the derived tables in step: the counts of tasks, the cells and counts of indicators."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import F
from django.db.models.functions import Greatest

from dienhong.programmes.models import DutyStanding, PlaceStanding, Programme, Task
from dienhong.programmes.queries import calendar

COUNTED = (Task.Stage.OPEN, Task.Stage.SUBMITTED, Task.Stage.RETURNED, Task.Stage.DONE, Task.Stage.UNMET)
BATCH = 2_000


def place_of(path: str, *, within: str) -> int:
    """The id of the locality directly below the one at `within` in which `path` lies; of itself when it is it."""
    below = path.removeprefix(within).split("/")[0]
    return int(below or within.rstrip("/").rsplit("/", 1)[-1])


def recount_tasks(*, programme: Programme) -> None:
    """Counts all tasks of a programme anew, per duty and period and per place and last day. In a transaction."""
    windows = calendar.windows_of(programme)
    duties = {duty.pk: duty for duty in programme.duties.all()}
    places = _places(programme)
    by_duty: dict[tuple[int, date, date], Counter[str]] = defaultdict(Counter)
    by_place: dict[tuple[int, int, date], Counter[str]] = defaultdict(Counter)
    rows = (
        Task.objects.filter(duty__programme=programme, stage__in=COUNTED)
        .values_list("duty_id", "organization_id", "period_start", "period_end", "stage")
        .order_by()
    )
    for duty_id, organization_id, start, end, stage in rows.iterator(chunk_size=BATCH):
        by_duty[duty_id, start, end][stage] += 1
        due = calendar.due_of(duties[duty_id], period_end=end, windows=windows)
        by_place[places[organization_id], start.year, due][stage] += 1
    DutyStanding.objects.filter(duty__programme=programme).delete()
    PlaceStanding.objects.filter(programme=programme).delete()
    DutyStanding.objects.bulk_create(
        (
            DutyStanding(
                duty_id=duty_id,
                period_start=start,
                period_end=end,
                due_on=calendar.due_of(duties[duty_id], period_end=end, windows=windows),
                **counts,
            )
            for (duty_id, start, end), counts in by_duty.items()
        ),
        batch_size=BATCH,
    )
    PlaceStanding.objects.bulk_create(
        (
            PlaceStanding(programme=programme, place_id=place, year=year, due_on=due, **counts)
            for (place, year, due), counts in by_place.items()
        ),
        batch_size=BATCH,
    )


def _places(programme: Programme) -> dict[int, int]:
    """The place directly below the programme's own for every organization that has a task."""
    paths = (
        Task.objects.filter(duty__programme=programme)
        .values_list("organization_id", "organization__locality__path")
        .order_by("organization_id")
        .distinct()
    )
    return {pk: place_of(path, within=programme.locality.path) for pk, path in paths}


def move(*, tasks: Iterable[Task], to: Task.Stage) -> int:
    """Moves tasks to another stage and the counts with them; tasks already there do not count. In a transaction.

    `tasks` come with `duty__programme__locality` and `organization__locality`.
    """
    moved = 0
    for task in tasks:
        before = Task.Stage(task.stage)
        changed = Task.objects.filter(pk=task.pk, stage=before).exclude(stage=to).update(stage=to)
        if changed:
            task.stage = to
            moved += 1
            _shift(task, before=before, after=to)
    return moved


def _shift(task: Task, *, before: Task.Stage, after: Task.Stage) -> None:
    # Never below nothing: a count that has drifted must not stop a report; the nightly recount mends it.
    steps = {
        stage.value: Greatest(F(stage.value) + step, 0)
        for stage, step in ((before, -1), (after, 1))
        if stage in COUNTED
    }
    programme = task.duty.programme
    due = calendar.due_of(task.duty, period_end=task.period_end, windows=calendar.windows_of(programme))
    place = place_of(task.organization.locality.path, within=programme.locality.path)
    DutyStanding.objects.filter(duty=task.duty_id, period_start=task.period_start).update(**steps)
    PlaceStanding.objects.filter(
        programme=programme,
        place=place,
        year=task.period_start.year,
        due_on=due,
    ).update(**steps)
