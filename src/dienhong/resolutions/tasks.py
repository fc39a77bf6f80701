"""Jobs: ids in, one action called, safe to run twice."""

from django_tasks import task

from dienhong.resolutions import actions


@task()
def read_version(version_id: int) -> None:
    actions.read(version_id=version_id)
