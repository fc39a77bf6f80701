"""Work for later. Every job takes ids, calls one action, and is safe to run twice."""

from datetime import date, datetime

from django_tasks import task

from dienhong.foundations import clock
from dienhong.programmes.actions import cells, nightly, plan
from dienhong.programmes.actions import remind as reminding


@task()
def make_year_plan(run_id: int, at: str) -> None:
    """`at` is when it was asked for, as ISO text: arguments of a job are JSON."""
    plan.make_year_plan(run_id=run_id, at=datetime.fromisoformat(at))


@task()
def judge_disclosure(path: str, reference: str, due_on: str) -> None:
    """Something was made public, changed or owed; its last day as ISO text. Judged by the day the job runs."""
    on = clock.legal_day(clock.read())
    cells.refresh_disclosed(path=path, reference=reference, due_on=date.fromisoformat(due_on), on=on)


def remind(at: datetime) -> int:
    """Run by the worker each hour; how many tasks were reminded of."""
    return reminding.remind(at=at)


def rebuild(at: datetime) -> int:
    """Run by the worker each night: counts everything anew; how many programmes."""
    return nightly.rebuild_all(at=at)
