"""Work for later: papers that take long are made; what binds is disclosed; old copies of them are given up."""

from datetime import datetime

from django_tasks import task

from dienhong.decisions import actions
from dienhong.foundations import clock


@task()
def make_paper(printing_id: int) -> None:
    """Half a minute for 500 households; safe to run twice."""
    actions.make_paper(printing_id=printing_id, at=clock.read())


@task()
def disclose(matter_id: int) -> None:
    """A decision that binds is disclosed too. Safe to run twice."""
    actions.disclose(matter_id=matter_id, at=clock.read())


def forget_papers(at: datetime) -> int:
    """Run by the worker; how many copies to print were given up."""
    return actions.forget_papers(at=at)
