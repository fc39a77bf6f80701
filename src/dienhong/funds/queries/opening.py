"""What is chosen from: decisions that may open a fund, who may keep it, months to state, decisions on what is left."""

from datetime import date, timedelta

from django.db.models import QuerySet

from dienhong.decisions import queries as decisions
from dienhong.decisions.models import Matter
from dienhong.foundations.actors import Actor
from dienhong.funds.models import Fund, Statement
from dienhong.registry.models import Locality, Person
from lawcore.ballots.matters import Matter as Kind
from lawcore.vietnamese import search_folded

OF_MONEY = (Kind.COMMUNE_WORKS.value, Kind.VILLAGE_MONEY.value)
MOST_PEOPLE = 20
COLLECTS = frozenset({"in_force", "challenged"})
"""A decision on which money is asked for: a petition against it suspends nothing (LDC art. 24 cl. 4)."""


def openable(actor: Actor, *, on: date) -> QuerySet[Matter]:
    """The decisions on money of the actor's villages that bind on this day and have no fund yet."""
    found = decisions.matters(actor).filter(kind__in=OF_MONEY, stage__in=COLLECTS, effective_on__lte=on, fund=None)
    return found.order_by("effective_on", "pk")


def people_found(village: Locality, text: str) -> list[Person]:
    """People of the village whose name holds this text, with or without diacritics; nobody for no text."""
    wanted = search_folded(text)
    if not wanted:
        return []
    return list(Person.objects.filter(locality=village, search__contains=wanted).order_by("search", "pk")[:MOST_PEOPLE])


def surplus_choices(fund: Fund) -> QuerySet[Matter]:
    """What the village decided on money and binds: one of it may say what becomes of what is left."""
    rows = Matter.objects.filter(village=fund.village_id, effective_on__isnull=False, stage__in=COLLECTS)
    return rows.filter(kind__in=OF_MONEY).exclude(pk=fund.matter_id).order_by("-effective_on", "-pk")


def months(fund: Fund, *, on: date) -> list[tuple[date, date]]:
    """First and last day of each month of the fund that is over and not yet stated, the oldest first. One query."""
    stated = set(fund.statements.filter(kind=Statement.Kind.MONTH).values_list("until", flat=True))
    found, first = [], fund.opened_on.replace(day=1)
    last = fund.closed_on or on
    while (until := _end(first)) < on and first <= last:
        if until not in stated:
            found.append((first, until))
        first = until + timedelta(days=1)
    return found


def _end(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def amount_left(needed: int | None, received: int) -> int | None:
    """What is missing of what is needed, in đồng; None where nobody said how much is needed."""
    return None if needed is None else max(0, needed - received)
