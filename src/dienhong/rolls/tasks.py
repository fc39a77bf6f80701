"""What follows from something that happened below."""

from django_tasks import task

from dienhong.rolls.actions.forgetting import forget as forget_person
from dienhong.rolls.actions.typing import tidy as tidy_typed


@task()
def forget(person_id: int) -> int:
    """The register erased a person: their name goes from rolls and changes."""
    return forget_person(person_id=person_id)


@task()
def tidy(batch_id: int) -> int:
    """A table was entered or dropped: what was typed for it goes."""
    return tidy_typed(batch_id=batch_id)
