"""What waits for somebody today, told by every domain that has something: `dienhong/site/wiring.py` names the tellers.

A page below asks them all, so that a higher domain can stand on it without being imported.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.module_loading import import_string

from dienhong.foundations.actors import Actor


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line of somebody's day: what it is, the page where it is done, more about it.

    `url` makes it one thing: of two tellers that name the same page, the first is heard.
    """

    title: str
    url: str
    note: str = ""


Teller = Callable[[Actor, date], Iterable[Waiting]]
"""Asked for an actor and a legal day; in at most three queries, nothing for whom it does not concern."""


def waiting_for(actor: Actor, *, on: date) -> list[Waiting]:
    """What every teller has for this actor on this day, each page once, in the order of the wiring."""
    tellers: tuple[Teller, ...] = import_string(settings.DIENHONG_DAY_ENTRIES)
    told: dict[str, Waiting] = {}
    for teller in tellers:
        for each in teller(actor, on):
            told.setdefault(each.url, each)
    return list(told.values())
