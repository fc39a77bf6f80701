"""What the worker does for the store, every few hours."""

from datetime import datetime

from dienhong.documents import actions


def sweep(at: datetime) -> int:
    """Files that belong to nothing are taken off the disk; how many."""
    return actions.sweep(at=at)
