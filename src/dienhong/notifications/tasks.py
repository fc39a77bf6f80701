"""Work for later: sending what waits."""

from datetime import datetime

from dienhong.notifications import actions


def deliver(at: datetime) -> int:
    """Run by the worker every few minutes; how many letters left."""
    return actions.deliver(at=at)
