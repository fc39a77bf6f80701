"""Work for later: the file of an answer is looked into."""

from django_tasks import task

from dienhong.foundations import clock
from dienhong.information_requests import actions


@task(queue_name="slow")
def screen(step_id: int) -> None:
    """Minutes for a long scan; safe to run twice."""
    actions.look_into(step_id=step_id, at=clock.read())
