"""Where the figures of a programme come from that nobody reports: what another domain knows of itself.

`disclosures` stands above `programmes` and knows what was made public, when, and by when it had to be. The setting
DIENHONG_DISCLOSED names its function, so that nobody types the same fact twice and no import runs upwards.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True, slots=True)
class Disclosed:
    """One thing an organization has to make public.

    `reference` is its own for ever ("disclosure:12"), `link` its page; `done_on` the day since which it is public,
    None while it is not, or not yet in every required way.
    """

    organization_id: int
    reference: str
    label: str
    link: str
    due_on: date
    done_on: date | None


class Disclosures(Protocol):
    def __call__(self, path: str, *, first: date, last: date) -> Iterable[Disclosed]:
        """What was due from organizations at this place and below from one day to another."""


def disclosed(path: str, *, first: date, last: date) -> list[Disclosed]:
    """What was due in these days; nothing where no function is named."""
    if not settings.DIENHONG_DISCLOSED:
        return []
    known: Disclosures = import_string(settings.DIENHONG_DISCLOSED)
    return list(known(path, first=first, last=last))
