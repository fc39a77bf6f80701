"""Work that comes again: lots are drawn as soon as the ledger allows, whether or not somebody asks."""

from datetime import datetime

from dienhong.spot_checks import actions


def draw(at: datetime) -> int:
    """Run by the worker; how many rounds were drawn since the last time."""
    return actions.draw_waiting(at=at)
