"""Work for later. Every job takes ids, calls one action, and is safe to run twice."""

from datetime import datetime

from django_tasks import task

from dienhong.programmes.actions import nightly, plan
from dienhong.programmes.actions import remind as reminding


@task()
def make_year_plan(run_id: int, at: str) -> None:
    """`at` is when it was asked for, as ISO text: arguments of a job are JSON."""
    plan.make_year_plan(run_id=run_id, at=datetime.fromisoformat(at))


def remind(at: datetime) -> int:
    """Run by the worker each hour; how many tasks were reminded of."""
    return reminding.remind(at=at)


def rebuild(at: datetime) -> int:
    """Run by the worker each night: counts everything anew; how many programmes."""
    return nightly.rebuild_all(at=at)
