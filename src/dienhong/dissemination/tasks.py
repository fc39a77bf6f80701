"""Work for later: nothing stays of what was made from erased content."""

from django_tasks import task

from dienhong.dissemination import actions


@task()
def forget(disclosure_id: int, version_id: int) -> None:  # noqa: ARG001 - told to every listener
    """Safe to run twice."""
    actions.forget(version_id=version_id)
