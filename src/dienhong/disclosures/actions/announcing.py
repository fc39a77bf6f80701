"""Tell whoever counts disclosures that one was opened, came out, changed, came down."""

from dienhong.disclosures.models import Disclosure
from dienhong.foundations import events


def announce(disclosure: Disclosure) -> None:
    """Part of the action, in its transaction; the counting is done afterwards by the worker."""
    events.publish(
        "disclosure.moved",
        path=disclosure.item.plan.organization.locality.path,
        reference=f"disclosure:{disclosure.pk}",
        due_on=disclosure.due_on.isoformat(),
    )
