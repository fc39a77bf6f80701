"""What every act does: lock the matter, go to the next step of the law's table, write it down, sign it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from dienhong.decisions import access, published
from dienhong.decisions.access import Act
from dienhong.decisions.models import Matter, Meeting, Step
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.ledger.actions import bind
from dienhong.ledger.published import Fact
from dienhong.ledger.rows import told_with
from dienhong.registry.models import Locality
from lawcore.answers import Answer
from lawcore.answers import Refused as NotLawful
from lawcore.ballots.lifecycle import DECISION


@dataclass(frozen=True, slots=True)
class Hours:
    """When something happened and when it was typed, as a telephone's clock said; None where it is typed at once."""

    happened_at: datetime | None = None
    entered_at: datetime | None = None


NOW = Hours()


class Misdated(Refused):
    """The day or hour that was said cannot be. What a telephone sent so is kept for a person to decide."""


OFF = timedelta(minutes=10)
"""By how much the hour of an opening or a close may differ from ours and be taken at its word."""


def said_hour(happened_at: datetime | None, at: datetime) -> datetime:
    """The hour that a telephone says, or now. Misdated for one that has not come."""
    if happened_at is not None and happened_at > at + OFF:
        raise Misdated(_("Giờ này nằm ở tương lai. Hãy xem lại đồng hồ rồi làm lại."))
    return happened_at or at


def locked(matter: Matter, by: Actor, act: Act) -> Matter:
    """The row, locked, once access is checked. Raises NotFound, NotAllowed."""
    row = Matter.objects.select_for_update(of=("self",)).select_related("village__parent").get(pk=matter.pk)
    access.check(by, act, row.village)
    return row


def lock_village(village: Locality) -> None:
    """What is made for a village once, a register's number or a row of a sent key, waits for what came before it."""
    Locality.objects.select_for_update(no_key=True).get(pk=village.pk)


def locked_meeting(meeting: Meeting, by: Actor, act: Act) -> Meeting:
    """The row, locked, once access is checked. Raises NotFound, NotAllowed."""
    rows = Meeting.objects.select_for_update(of=("self",)).select_related("village__parent")
    row = rows.get(pk=meeting.pk)
    access.check(by, act, row.village)
    return row


def advance(
    matter: Matter,
    event: str,
    *,
    on: date,
    key: str,
    by: Actor,
    why: Iterable[Answer[object]] = (),
    words: str = "",
    due_on: date | None = None,
    data: Mapping[str, Any] | None = None,
    **parts: Any,
) -> Step:
    """One step of the law's table: written, signed, and the matter stands there. Refused where the table has none.

    The same `key` for the same matter and event is the same step, done once.
    """
    earlier = Step.objects.filter(key=key).first()
    if earlier is not None:
        if (earlier.matter_id, earlier.event) != (matter.pk, event):
            raise Refused(_("Mã gửi này đã dùng cho việc khác. Hãy mở lại trang rồi gửi lại."))
        return earlier
    try:
        move = DECISION.after(matter.stage, event)
    except NotLawful as refusal:
        raise Refused(str(refusal)) from refusal
    answers = [each.stored() for each in why]
    step = Step.objects.create(
        matter=matter,
        event=event,
        to=move.to,
        on=on,
        words=words,
        why=answers,
        due_on=due_on,
        key=key,
        recorded_by=by.key,
        **parts,
    )
    matter.stage = move.to
    told = {"to": move.to, **told_with(data or {}, step)}
    sign(f"matter.{PAST[event]}", matter, by, told, on=on, key=f"step:{key}")
    since = on if event == "adopt" or event in published.BINDS else None
    number = told.get("number") if event == "send" else None
    publish(matter, by, published.of_step(step, to=move.to, since=since, number=number))
    return step


PAST: Mapping[str, str] = {
    "propose_village": "proposed",
    "propose_commune": "proposed",
    "propose_initiative": "proposed",
    "choose_meeting": "directed",
    "choose_ballot": "directed",
    "choose_online": "directed",
    "decline_online": "directed",
    "notify": "notified",
    "call_off": "cancelled",
    "open": "opened",
    "find_too_few": "found_short",
    "adopt": "adopted",
    "reject": "rejected",
    "sign": "signed",
    "send": "sent",
    "await": "submitted",
    "take_effect": "effected",
    "fix_day": "effected",
    "recognise": "recognised",
    "refuse": "refused",
    "challenge": "challenged",
    "uphold": "kept",
    "ask_change": "returned",
    "abolish": "repealed",
    "amend": "revised",
}
"""The ledger's word for each event."""


def sign(
    kind: str, matter: Matter, by: Actor, data: Mapping[str, Any], *, on: date | None = None, key: str | None = None
) -> None:
    """The ledger's entry about a matter."""
    ledger.append(
        kind=kind,
        subject=f"decisions.matter:{matter.pk}",
        by=by.key,
        locality=matter.village.code,
        data=data,
        claimed_on=on,
        key=key,
    )


def publish(matter: Matter, by: Actor, *facts: Fact) -> None:
    """What everybody may read of a matter from now on, bound to the ledger's public export."""
    bind(*facts, by=by.key, locality=matter.village.code)


def sign_meeting(
    kind: str, meeting: Meeting, by: Actor, data: Mapping[str, Any], *, on: date | None = None, key: str | None = None
) -> None:
    """The ledger's entry about a meeting."""
    ledger.append(
        kind=kind,
        subject=f"decisions.meeting:{meeting.pk}",
        by=by.key,
        locality=meeting.village.code,
        data=data,
        claimed_on=on,
        key=key,
    )
