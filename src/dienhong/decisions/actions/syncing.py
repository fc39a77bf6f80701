"""Take in what a telephone recorded without a signal: each event once, in its order, answered by itself.

Of a meeting or of a ballot round. Nothing is overwritten: what contradicts another telephone, and what comes when it
can no longer enter, is kept as it is for a person to decide.
"""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, Final

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dienhong.decisions import access
from dienhong.decisions.access import Act
from dienhong.decisions.actions import meeting_events, round_events, steps
from dienhong.decisions.actions.taking import Conflict, Held, Intake, Phone, Same, Taking, used
from dienhong.decisions.models import LateDecision, LateEvent, Meeting, PhoneEvent
from dienhong.decisions.phone_events import Event
from dienhong.documents import actions as documents
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import NotAllowed, Refused
from dienhong.ledger.rows import sealed
from lawcore.vietnamese import nfc

Result = PhoneEvent.Result
TOGETHER: Final = 25
"""So many simple events at most enter in one transaction: a telephone that comes back after weeks holds up no other."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of an event: a Result, "refused" (may be put right and sent again) or "blocked" by one before it."""

    result: str
    message: str = ""


def intake_of(held: Held) -> Intake[Any]:
    """How the events of this meeting or round come in."""
    return meeting_events.INTAKE if isinstance(held, Meeting) else round_events.INTAKE


def take_in(*, held: Held, events: Sequence[Event], phone: Phone, by: Actor, at: datetime) -> list[Answered]:
    """What became of each event, in their order. Sent twice it enters once; its key with another content is refused.

    Simple events that follow one another enter in one transaction, every other event in its own.
    """
    answered: list[Answered] = []
    for part in _parts(intake_of(held), events):
        try:
            answered += _entered(held, part, phone, by, at)
        except IntegrityError:  # a key at the same moment for another meeting or round: which, each alone tells
            answered += [_alone(held, each, phone, by, at) for each in part]
    return answered


def _parts(intake: Intake[Any], events: Sequence[Event]) -> Iterator[Sequence[Event]]:
    for is_simple, run in groupby(events, key=lambda each: each.kind in intake.simple):
        found = list(run)
        size = TOGETHER if is_simple else 1
        yield from (found[first : first + size] for first in range(0, len(found), size))


def _alone(held: Held, event: Event, phone: Phone, by: Actor, at: datetime) -> Answered:
    try:
        return _entered(held, [event], phone, by, at)[0]
    except IntegrityError:
        return Answered("refused", used())


@transaction.atomic
def _entered(held: Held, events: Sequence[Event], phone: Phone, by: Actor, at: datetime) -> list[Answered]:
    intake = intake_of(held)
    locked = intake.lock(held, by)
    rows = PhoneEvent.objects.select_related("late").filter(key__in=[each.key for each in events])
    known = {each.key: each for each in rows}
    answered: list[Answered] = []
    for event in events:
        if event.key in known:
            answered.append(_again(known[event.key], locked, event))
        elif _waits(locked, event):
            answered.append(Answered("blocked", _("Chờ việc trước đó được máy chủ nhận.")))
        else:
            told, noted = _taken(intake, Taking(locked, event, phone, by, at))
            answered.append(told)
            if noted is not None:
                known[event.key] = noted
    return answered


def _again(earlier: PhoneEvent, held: Held, event: Event) -> Answered:
    is_here = held.pk == (earlier.meeting_id if isinstance(held, Meeting) else earlier.ballot_round_id)
    if not is_here or (earlier.kind, earlier.digest) != (event.kind, event.digest):
        return Answered("refused", used())
    late = getattr(earlier, "late", None)
    if late is not None:
        return Answered(earlier.result, late.words)
    return Answered(Result.SAME)


def _waits(held: Held, event: Event) -> bool:
    """Whether an event that this one rests on has not come in."""
    needed = set(event.after)
    return len(needed) != held.phone_events.filter(key__in=needed).count()


def _taken(intake: Intake[Any], taking: Taking[Any]) -> tuple[Answered, PhoneEvent | None]:
    """What became of it, and its row; None where the telephone keeps it."""
    event, result = taking.event, Result.DONE
    try:
        with nullcontext() if event.kind in intake.simple else transaction.atomic():
            intake.acts[event.kind](taking)
    except Same:
        result = Result.SAME
    except Conflict as conflict:
        return _kept(intake, taking, Result.CONFLICT, str(conflict))
    except NotAllowed:
        raise
    except steps.Misdated as refusal:  # no later sending puts its hour right: it is not lost with the telephone
        return _kept(intake, taking, Result.LATE, str(refusal))
    except Refused as refusal:
        kept_as = intake.kept_as(taking)
        if kept_as is None:
            return Answered("refused", str(refusal)), None
        return _kept(intake, taking, kept_as, str(refusal))
    return Answered(result), _noted(taking, result)


def _noted(taking: Taking[Any], result: str) -> PhoneEvent:
    event = taking.event
    made: PhoneEvent = taking.held.phone_events.create(
        kind=event.kind,
        result=result,
        device=taking.phone.device,
        digest=event.digest,
        happened_at=event.happened_at,
        entered_at=event.entered_at,
        clock_offset=taking.phone.offset,
        known_offset=event.known_offset,
        key=event.key,
        recorded_by=taking.by.key,
    )
    return made


def _kept(intake: Intake[Any], taking: Taking[Any], result: str, words: str) -> tuple[Answered, PhoneEvent]:
    """Kept whole, outside of what counts, for a person to decide."""
    event = taking.event
    file = documents.store(data=event.photo, name="trang-da-ky.jpg", by=taking.by.key) if event.photo else None
    noted = _noted(taking, result)
    late = LateEvent.objects.create(
        event=noted, body=dict(event.data), words=words[:500], file=file, recorded_by=taking.by.key
    )
    data = {"kind": event.kind, "result": str(result), **sealed(noted, late)}
    intake.sign("late_event.recorded", taking.held, taking.by, data, f"late:{event.key}")
    return Answered(result, words[:500]), noted


@transaction.atomic
def decide_late(*, late: LateEvent, decision: str, words: str, key: str, by: Actor) -> LateDecision:
    """A person's word about an event that could not enter. It changes nothing that was recorded."""
    earlier = LateDecision.objects.filter(key=key).first()
    if earlier is not None:
        if earlier.late_id != late.pk:
            raise Refused(used())
        return earlier
    held: Held | None = late.event.meeting or late.event.ballot_round
    if held is None:
        raise access.nothing()
    access.check(by, Act.HOLD, held.village)
    if decision not in LateDecision.Decision.values or not words.strip():
        raise Refused(_("Hãy chọn cách giải quyết và ghi lý do."))
    made = LateDecision.objects.create(
        late=late, decision=decision, words=nfc(words).strip()[:300], key=key, recorded_by=by.key
    )
    data = {"kind": late.event.kind, "decision": decision, **sealed(made)}
    intake_of(held).sign("late_event.noted", held, by, data, f"late-decision:{key}")
    return made
