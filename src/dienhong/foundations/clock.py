"""The clock is read here and nowhere else; everyone else is told what time it is."""

from datetime import UTC, datetime

from lawcore.calendar import HANOI as VIETNAM
from lawcore.calendar import legal_day

__all__ = ["VIETNAM", "legal_day", "read"]


def read() -> datetime:
    """The present moment, in UTC. Called by the middleware, the worker with its jobs, and the command line only."""
    return datetime.now(UTC)  # noqa: TID251 - the one place where the clock is read
