"""Work for later: making the files of a report that was given its number."""

from django_tasks import task

from dienhong.foundations import clock
from dienhong.reports import actions


@task()
def finish_issue(report_id: int) -> None:
    """Safe to run twice."""
    actions.finish_issue(report_id=report_id, at=clock.read())
