"""What telephones sent that could not enter, of a meeting or of a ballot round; how far off their clocks were."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from dienhong.decisions.models import BallotRound, Item, LateEvent, Meeting
from dienhong.rolls.models import Entry

Held = Meeting | BallotRound


def _late_of(held: Held) -> QuerySet[LateEvent]:
    if isinstance(held, Meeting):
        return LateEvent.objects.filter(event__meeting=held)
    return LateEvent.objects.filter(event__ballot_round=held)


def late_events(held: Held) -> QuerySet[LateEvent]:
    """What could not enter, newest first, with what people decided about it. Two queries."""
    return _late_of(held).select_related("event", "file").prefetch_related("decisions").order_by("-pk")


def late_event(held: Held, pk: int) -> LateEvent | None:
    """One of them."""
    return late_events(held).filter(pk=pk).first()


def undecided(held: Held) -> int:
    """How many of them wait for a person's word. One query."""
    return _late_of(held).filter(decisions__isnull=True).count()


def named_in(held: Held, late: Iterable[LateEvent]) -> tuple[dict[object, Entry], dict[object, Item]]:
    """The households of the roll and the items of the agenda that these name, by their keys. Two queries."""
    bodies = [each.body for each in late]
    entries = {body["entry"] for body in bodies if isinstance(body.get("entry"), int)}
    items = {body["item"] for body in bodies if isinstance(body.get("item"), int)}
    rows = held.roll.entries.filter(pk__in=entries) if held.roll is not None else ()
    found = held.items.filter(pk__in=items).select_related("matter") if isinstance(held, Meeting) else ()
    return {each.pk: each for each in rows}, {each.pk: each for each in found}


def of_late(late: LateEvent) -> dict[str, Any]:
    """One of them in plain values, for a telephone."""
    return {
        "key": late.event.key,
        "kind": late.event.kind,
        "result": late.event.result,
        "words": late.words,
        "decided": [each.words for each in late.decisions.all()],
    }


def offsets(held: Held) -> list[dict[str, Any]]:
    """The telephones that sent something, each with the largest number of seconds that its clock was off."""
    found: dict[str, int] = {}
    for device, offset in held.phone_events.values_list("device", "clock_offset"):
        found[device] = max(found.get(device, 0), offset, key=abs)
    return [{"device": device, "offset": offset} for device, offset in sorted(found.items())]
