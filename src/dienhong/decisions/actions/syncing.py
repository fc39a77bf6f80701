"""Take in what a telephone recorded without a signal: each event once, in its own transaction, in its order.

Nothing is overwritten: what contradicts another telephone, and what comes when it can no longer enter, is kept as it is
for a person to decide.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dienhong.decisions import access, queries
from dienhong.decisions.access import Act
from dienhong.decisions.actions import meetings, recording, steps, voting
from dienhong.decisions.actions.steps import Hours
from dienhong.decisions.models import Choice, Item, LateDecision, LateEvent, Meeting, PhoneEvent, Presence, Sheet
from dienhong.decisions.phone_events import Event
from dienhong.documents import actions as documents
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import NotAllowed, Refused
from dienhong.ledger.rows import sealed
from lawcore.ballots.meetings import Choice as Chosen
from lawcore.vietnamese import nfc

Result = PhoneEvent.Result
TOLERATED: Final = timedelta(minutes=5)
"""A clock that is less off than this is taken at its word."""


@dataclass(frozen=True, slots=True)
class Phone:
    """Which telephone sends, and by how many seconds our clock is ahead of its own."""

    device: str
    offset: int


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of an event: a Result, "refused" (may be put right and sent again) or "blocked" by one before it."""

    result: str
    message: str = ""


class _Conflict(Exception):
    """Another telephone said otherwise, and this one did not know."""


class _Same(Exception):
    """It is so already."""


@dataclass(frozen=True, slots=True)
class _Taking:
    meeting: Meeting
    event: Event
    phone: Phone
    by: Actor
    at: datetime

    @property
    def key(self) -> str:
        return f"phone:{self.event.key}"

    @property
    def hours(self) -> Hours:
        return Hours(self.event.happened_at, self.event.entered_at)

    @property
    def moment(self) -> datetime:
        """When it happened by our clock: what the telephone said, put right where its clock is known to be off."""
        offset = self.event.known_offset if self.event.known_offset is not None else self.phone.offset
        ahead = timedelta(seconds=offset)
        return self.event.happened_at + ahead if abs(ahead) >= TOLERATED else self.event.happened_at

    def item(self) -> Item:
        found = self.meeting.items.select_related("matter").filter(pk=self.event.data["item"] or 0).first()
        if found is None:
            raise Refused(_("Việc này không có trong chương trình của cuộc họp."))
        return found

    def is_of_another(self, key: str) -> bool:
        """Whether a row was recorded by another telephone, or at a desk."""
        sent = PhoneEvent.objects.filter(key=key.removeprefix("phone:")).values_list("device", flat=True).first()
        return sent != self.phone.device

    def knew(self, kind: str, pk: int) -> bool:
        return pk <= self.event.seen.get(kind, 0)


def take_in(*, meeting: Meeting, event: Event, phone: Phone, by: Actor, at: datetime) -> Answered:
    """What became of one event. Sent twice it enters once; its key with another content is refused."""
    try:
        with transaction.atomic():
            locked = steps.locked_meeting(meeting, by, Act.HOLD)
            earlier = PhoneEvent.objects.select_related("late").filter(key=event.key).first()
            if earlier is not None:
                return _again(earlier, locked, event)
            if _waits(locked, event):
                return Answered("blocked", _("Chờ việc trước đó được máy chủ nhận."))
            return _taken(_Taking(locked, event, phone, by, at))
    except IntegrityError:  # the same key at the same moment, for another meeting
        return Answered("refused", _used())


def _used() -> str:
    return _("Mã gửi này đã dùng cho việc khác. Hãy mở lại trang rồi gửi lại.")


def _again(earlier: PhoneEvent, meeting: Meeting, event: Event) -> Answered:
    if (earlier.meeting_id, earlier.kind, earlier.digest) != (meeting.pk, event.kind, event.digest):
        return Answered("refused", _used())
    late = getattr(earlier, "late", None)
    if late is not None:
        return Answered(earlier.result, late.words)
    return Answered(Result.SAME)


def _waits(meeting: Meeting, event: Event) -> bool:
    """Whether an event that this one rests on has not come in."""
    needed = set(event.after)
    return len(needed) != meeting.phone_events.filter(key__in=needed).count()


def _taken(taking: _Taking) -> Answered:
    event, result = taking.event, Result.DONE
    try:
        with transaction.atomic():
            _ACTS[event.kind](taking)
    except _Same:
        result = Result.SAME
    except _Conflict as conflict:
        return _kept(taking, Result.CONFLICT, str(conflict))
    except NotAllowed:
        raise
    except steps.Misdated as refusal:  # no later sending puts its hour right: it is not lost with the telephone
        return _kept(taking, Result.LATE, str(refusal))
    except Refused as refusal:
        if not _is_over(taking):
            return Answered("refused", str(refusal))
        return _kept(taking, Result.LATE, str(refusal))
    _noted(taking, result)
    return Answered(result)


def _noted(taking: _Taking, result: str) -> PhoneEvent:
    event = taking.event
    return PhoneEvent.objects.create(
        meeting=taking.meeting,
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


def _kept(taking: _Taking, result: str, words: str) -> Answered:
    """Kept whole, outside of what counts, for a person to decide."""
    event = taking.event
    file = documents.store(data=event.photo, name="trang-da-ky.jpg", by=taking.by.key) if event.photo else None
    noted = _noted(taking, result)
    late = LateEvent.objects.create(
        event=noted, body=dict(event.data), words=words[:500], file=file, recorded_by=taking.by.key
    )
    data = {"kind": event.kind, "result": str(result), "digest": event.digest, **sealed(noted, late)}
    steps.sign_meeting("late_event.recorded", taking.meeting, taking.by, data, key=f"late:{event.key}")
    return Answered(result, words[:500])


def _is_over(taking: _Taking) -> bool:
    """Whether what was refused can no longer enter, whatever is put right on the telephone."""
    stage, kind = taking.meeting.stage, taking.event.kind
    is_closed = stage in {Meeting.Stage.CLOSED, Meeting.Stage.CALLED_OFF}
    if kind in {"tick", "open", "close"} or taking.event.data.get("item") is None:
        return is_closed
    item = taking.meeting.items.select_related("matter").filter(pk=taking.event.data["item"]).first()
    if item is None:
        return False
    if kind in {"write", "page"}:
        return is_closed and item.matter.stage not in recording.WRITTEN
    return is_closed or (stage == Meeting.Stage.OPEN and item.matter.stage != "in_meeting")


def _tick(taking: _Taking) -> None:
    data = taking.event.data
    tick = meetings.Tick(
        entry=data["entry"],
        is_present=data["is_present"],
        happened_at=taking.event.happened_at,
        by_name=nfc(data["by_name"]).strip(),
        device=taking.phone.device,
        entered_at=taking.event.entered_at,
        moment=taking.moment,
    )
    newest = Presence.objects.filter(meeting=taking.meeting, entry=tick.entry).order_by("-pk").first()
    if newest is not None and newest.device != taking.phone.device and not taking.knew("presence", newest.pk):
        _compare(newest, tick)
    entry = meetings.entry_to_tick(taking.meeting, tick, _latest(taking))
    meetings.write_presence(taking.meeting, entry, tick, taking.key, taking.by)


def _compare(newest: Presence, tick: meetings.Tick) -> None:
    """What another telephone said of this household: the same, or a contradiction; the name of who came may be new."""
    there = (newest.is_present, newest.by_name)
    if tick.is_present is newest.is_present and (not tick.by_name or tick.by_name == newest.by_name):
        raise _Same
    if tick.is_present and there == (True, ""):
        return
    raise _Conflict(
        _("Máy khác đã ghi hộ này “%(there)s”, máy này ghi “%(here)s”. Hãy hỏi lại hộ rồi điểm danh lại.")
        % {"there": _presence(there), "here": _presence((tick.is_present, tick.by_name))}
    )


def _latest(taking: _Taking) -> datetime:
    """Now, or what a telephone whose clock runs ahead of ours calls now."""
    ahead = min(0, taking.phone.offset, taking.event.known_offset or 0)
    return taking.at - timedelta(seconds=ahead)


def _presence(said: tuple[bool, str]) -> str:
    is_present, by_name = said
    words = _("có mặt") if is_present else _("vắng")
    return f"{words}, {by_name}" if by_name else words


def _open(taking: _Taking) -> None:
    if taking.meeting.stage in {Meeting.Stage.OPEN, Meeting.Stage.CLOSED}:
        raise _Same
    meetings.open_meeting(meeting=taking.meeting, happened_at=taking.moment, by=taking.by, at=taking.at)


def _choose(taking: _Taking) -> None:
    data = taking.event.data
    if data["what"] not in set(Chosen):
        raise Refused(_("Hãy chọn việc mà cuộc họp quyết định."))
    names = [nfc(each).strip() for each in data["names"] if each.strip()]
    newest = (
        Choice.objects.filter(meeting=taking.meeting, what=data["what"], item_id=data["item"]).order_by("-pk").first()
    )
    if newest is not None and taking.is_of_another(newest.key) and not taking.knew("choice", newest.pk):
        if (newest.names, newest.method) == (names, data["method"]):
            raise _Same
        raise _Conflict(_("Máy khác đã ghi người được cử, cách biểu quyết khác với máy này. Hãy xem lại."))
    elected = meetings.Elected(
        what=Chosen(data["what"]), agree=data["agree"], names=tuple(names), method=data["method"], item=data["item"]
    )
    meetings.choose(
        meeting=taking.meeting, elected=elected, key=taking.key, by=taking.by, at=taking.at, hours=taking.hours
    )


def _sheet(taking: _Taking) -> None:
    data, item = taking.event.data, taking.item()
    newest = Sheet.objects.filter(item=item, cluster_id=data["cluster"], place=data["place"]).order_by("-pk").first()
    if newest is not None and taking.is_of_another(newest.key):
        said = (nfc(data["counter"]).strip(), data["figures"])
        if (newest.counter, newest.figures) == said:
            raise _Same
        if not taking.knew("sheet", newest.pk):
            raise _Conflict(
                _("Máy khác đã nhập phiếu thứ %(place)d của việc này (người đếm: %(counter)s), số liệu khác.")
                % {"place": newest.place, "counter": newest.counter}
            )
    voting.enter_sheet(
        item=item,
        place=data["place"],
        counter=data["counter"],
        figures=data["figures"],
        key=taking.key,
        by=taking.by,
        note=data["note"],
        cluster=data["cluster"],
        hours=taking.hours,
    )


def _close_item(taking: _Taking) -> None:
    """The result was said aloud from the figures on the telephone: other figures here must not make another result."""
    item, said = taking.item(), taking.event.data["figures"]
    agreed = queries.agreed_figures(item)
    outcome = item.outcomes.order_by("-pk").first()
    if agreed is not None and agreed != said:
        raise _Conflict(_("Kết quả đã công bố theo máy này khác với hai phiếu kiểm đếm ở máy chủ. Hãy đối chiếu lại."))
    if outcome is not None and agreed is not None:
        raise _Same
    voting.close_item(
        item=item,
        key=taking.key,
        by=taking.by,
        at=taking.at,
        witnesses=taking.event.data["witnesses"] or (),
        hours=taking.hours,
    )


def _close_short(taking: _Taking) -> None:
    item = taking.item()
    newest = item.matter.steps.order_by("-pk").first()
    if newest is not None and newest.event == "find_too_few":
        raise _Same
    voting.close_short(item=item, key=taking.key, by=taking.by, at=taking.at)


def _close(taking: _Taking) -> None:
    if taking.meeting.stage == Meeting.Stage.CLOSED:
        raise _Same
    voting.close_meeting(meeting=taking.meeting, happened_at=taking.moment, by=taking.by, at=taking.at)


def _write(taking: _Taking) -> None:
    item = taking.item()
    if item.matter.records.exists():
        raise _Same
    recording.write(
        matter=item.matter,
        key=taking.key,
        by=taking.by,
        at=taking.at,
        read_back=taking.event.data["read_back"],
        hours=taking.hours,
    )


def _page(taking: _Taking) -> None:
    data, item = taking.event.data, taking.item()
    record = item.matter.records.order_by("-version").first()
    if record is None:
        raise Refused(_("Chưa có biên bản của việc này. Hãy lập biên bản trước khi gửi ảnh trang đã ký."))
    page = recording.Page(
        file_name="trang-da-ky.jpg",
        chunks=[taking.event.photo],
        village_head=data["village_head"],
        front_head=data["front_head"],
        front_member=data["front_member"],
        representatives=tuple(data["representatives"]),
    )
    recording.add_page(record=record, page=page, key=taking.key, by=taking.by, at=taking.at, hours=taking.hours)


_ACTS: Final[Mapping[str, Callable[[_Taking], None]]] = MappingProxyType(
    {
        "tick": _tick,
        "open": _open,
        "choose": _choose,
        "sheet": _sheet,
        "close_item": _close_item,
        "close_short": _close_short,
        "close": _close,
        "write": _write,
        "page": _page,
    }
)


@transaction.atomic
def decide_late(*, late: LateEvent, decision: str, words: str, key: str, by: Actor) -> LateDecision:
    """A person's word about an event that could not enter. It changes nothing that was recorded."""
    earlier = LateDecision.objects.filter(key=key).first()
    if earlier is not None:
        if earlier.late_id != late.pk:
            raise Refused(_used())
        return earlier
    meeting = late.event.meeting
    access.check(by, Act.HOLD, meeting.village)
    if decision not in LateDecision.Decision.values or not words.strip():
        raise Refused(_("Hãy chọn cách giải quyết và ghi lý do."))
    made = LateDecision.objects.create(
        late=late, decision=decision, words=nfc(words).strip()[:300], key=key, recorded_by=by.key
    )
    data = {"kind": late.event.kind, "decision": decision, **sealed(made)}
    steps.sign_meeting("late_event.noted", meeting, by, data, key=f"late-decision:{key}")
    return made
