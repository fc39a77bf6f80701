"""Work that comes again: days pass, and what was put up long enough is done."""

from datetime import datetime

from dienhong.disclosures import actions


def settle(at: datetime) -> int:
    """Run by the worker; how many disclosures are done since the last time."""
    return actions.settle_all(at=at)
