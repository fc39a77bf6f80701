"""Requirements looked at one by one, so that an answer names every fault at once."""

from collections.abc import Iterable
from dataclasses import dataclass

from lawcore.answers import missing


@dataclass(frozen=True, slots=True)
class Check:
    """One requirement: whether it is met (None: nobody said), its key, what it asks, and the fault when it fails."""

    met: bool | None
    key: str
    what: str
    fault: str


def faults(checks: Iterable[Check]) -> tuple[str, ...]:
    """Every fault. With none, refuses when something was not said: what nobody looked at does not count as met."""
    looked_at = tuple(checks)
    found = tuple(check.fault for check in looked_at if check.met is False)
    for check in looked_at:
        if not found and check.met is None:
            raise missing(check.key, check.what)
    return found
