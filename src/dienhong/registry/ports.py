"""Where the registers meet the world: a service that confirms who somebody is.

VNeID speaks OpenID Connect; an adapter for it implements `IdentityProvider` and is named by the setting
DIENHONG_IDENTITY_PROVIDER. Until a place has one, people are verified by a code handed over in person.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True, slots=True)
class ConfirmedIdentity:
    """Whom the service confirmed. `level` is its own grade of assurance: 2 for VNeID's verified account."""

    identity_number: str
    name: str
    level: int


class NotConfirmed(Exception):
    """The service did not confirm anybody; the message says what the person may do."""


class IdentityProvider(Protocol):
    """Sends the person away to confirm who they are, and reads the answer they come back with."""

    name: str

    def address(self, *, return_to: str, state: str) -> str:
        """Where to send the person; `state` comes back unchanged."""

    def confirmed(self, answer: Mapping[str, str], *, return_to: str, state: str) -> ConfirmedIdentity:
        """Whom the answer confirms. Raises NotConfirmed, also for an answer to another `state`."""


def provider() -> IdentityProvider | None:
    """The service this place uses; None when it has none."""
    path = settings.DIENHONG_IDENTITY_PROVIDER
    if not path:
        return None
    made: IdentityProvider = import_string(path)()
    return made
