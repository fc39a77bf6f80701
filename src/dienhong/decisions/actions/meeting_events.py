"""What a telephone recorded at a meeting, act by act: each calls what the pages call."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from django.utils.translation import gettext as _

from dienhong.decisions import queries
from dienhong.decisions.access import Act
from dienhong.decisions.actions import meetings, recording, steps, voting
from dienhong.decisions.actions.taking import Conflict, Intake, Same, Taking
from dienhong.decisions.models import Choice, Item, Meeting, PhoneEvent, Presence, Sheet
from dienhong.foundations.refusals import Refused
from lawcore.ballots.meetings import Choice as Chosen
from lawcore.vietnamese import nfc


def _item(taking: Taking[Meeting]) -> Item:
    found = taking.held.items.select_related("matter").filter(pk=taking.event.data["item"] or 0).first()
    if found is None:
        raise Refused(_("Việc này không có trong chương trình của cuộc họp."))
    return found


def _kept_as(taking: Taking[Meeting]) -> PhoneEvent.Result | None:
    return PhoneEvent.Result.LATE if _is_over(taking) else None


def _is_over(taking: Taking[Meeting]) -> bool:
    """Whether what was refused can no longer enter, whatever is put right on the telephone."""
    stage, kind = taking.held.stage, taking.event.kind
    is_closed = stage in {Meeting.Stage.CLOSED, Meeting.Stage.CALLED_OFF}
    if kind in {"tick", "open", "close"} or taking.event.data.get("item") is None:
        return is_closed
    item = taking.held.items.select_related("matter").filter(pk=taking.event.data["item"]).first()
    if item is None:
        return False
    if kind in {"write", "page"}:
        return is_closed and item.matter.stage not in recording.WRITTEN
    return is_closed or (stage == Meeting.Stage.OPEN and item.matter.stage != "in_meeting")


def _tick(taking: Taking[Meeting]) -> None:
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
    newest = Presence.objects.filter(meeting=taking.held, entry=tick.entry).order_by("-pk").first()
    if newest is not None and newest.device != taking.phone.device and not taking.knew("presence", newest.pk):
        _compare(newest, tick)
    entry = meetings.entry_to_tick(taking.held, tick, taking.latest)
    meetings.write_presence(taking.held, entry, tick, taking.key, taking.by)


def _compare(newest: Presence, tick: meetings.Tick) -> None:
    """What another telephone said of this household: the same, or a contradiction; the name of who came may be new."""
    there = (newest.is_present, newest.by_name)
    if tick.is_present is newest.is_present and (not tick.by_name or tick.by_name == newest.by_name):
        raise Same
    if tick.is_present and there == (True, ""):
        return
    raise Conflict(
        _("Máy khác đã ghi hộ này “%(there)s”, máy này ghi “%(here)s”. Hãy hỏi lại hộ rồi điểm danh lại.")
        % {"there": _presence(there), "here": _presence((tick.is_present, tick.by_name))}
    )


def _presence(said: tuple[bool, str]) -> str:
    is_present, by_name = said
    words = _("có mặt") if is_present else _("vắng")
    return f"{words}, {by_name}" if by_name else words


def _open(taking: Taking[Meeting]) -> None:
    if taking.held.stage in {Meeting.Stage.OPEN, Meeting.Stage.CLOSED}:
        raise Same
    meetings.open_meeting(meeting=taking.held, happened_at=taking.moment, by=taking.by, at=taking.at)


def _choose(taking: Taking[Meeting]) -> None:
    data = taking.event.data
    if data["what"] not in set(Chosen):
        raise Refused(_("Hãy chọn việc mà cuộc họp quyết định."))
    names = [nfc(each).strip() for each in data["names"] if each.strip()]
    newest = Choice.objects.filter(meeting=taking.held, what=data["what"], item_id=data["item"]).order_by("-pk").first()
    if newest is not None and taking.is_of_another(newest.key) and not taking.knew("choice", newest.pk):
        if (newest.names, newest.method) == (names, data["method"]):
            raise Same
        raise Conflict(_("Máy khác đã ghi người được cử, cách biểu quyết khác với máy này. Hãy xem lại."))
    elected = meetings.Elected(
        what=Chosen(data["what"]), agree=data["agree"], names=tuple(names), method=data["method"], item=data["item"]
    )
    meetings.choose(
        meeting=taking.held, elected=elected, key=taking.key, by=taking.by, at=taking.at, hours=taking.hours
    )


def _sheet(taking: Taking[Meeting]) -> None:
    data, item = taking.event.data, _item(taking)
    newest = Sheet.objects.filter(item=item, cluster_id=data["cluster"], place=data["place"]).order_by("-pk").first()
    if newest is not None and taking.is_of_another(newest.key):
        said = (nfc(data["counter"]).strip(), data["figures"])
        if (newest.counter, newest.figures) == said:
            raise Same
        if not taking.knew("sheet", newest.pk):
            raise Conflict(
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


def _close_item(taking: Taking[Meeting]) -> None:
    """The result was said aloud from the figures on the telephone: other figures here must not make another result."""
    item, said = _item(taking), taking.event.data["figures"]
    agreed = queries.agreed_figures(item)
    outcome = item.outcomes.order_by("-pk").first()
    if agreed is not None and agreed != said:
        raise Conflict(_("Kết quả đã công bố theo máy này khác với hai phiếu kiểm đếm ở máy chủ. Hãy đối chiếu lại."))
    if outcome is not None and agreed is not None:
        raise Same
    voting.close_item(
        item=item,
        key=taking.key,
        by=taking.by,
        at=taking.at,
        witnesses=taking.event.data["witnesses"] or (),
        hours=taking.hours,
    )


def _close_short(taking: Taking[Meeting]) -> None:
    item = _item(taking)
    newest = item.matter.steps.order_by("-pk").first()
    if newest is not None and newest.event == "find_too_few":
        raise Same
    voting.close_short(item=item, key=taking.key, by=taking.by, at=taking.at)


def _close(taking: Taking[Meeting]) -> None:
    if taking.held.stage == Meeting.Stage.CLOSED:
        raise Same
    voting.close_meeting(meeting=taking.held, happened_at=taking.moment, by=taking.by, at=taking.at)


def _write(taking: Taking[Meeting]) -> None:
    item = _item(taking)
    if item.matter.records.exists():
        raise Same
    recording.write(
        matter=item.matter,
        key=taking.key,
        by=taking.by,
        at=taking.at,
        read_back=taking.event.data["read_back"],
        hours=taking.hours,
    )


def _page(taking: Taking[Meeting]) -> None:
    data, item = taking.event.data, _item(taking)
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


_ACTS: Final[Mapping[str, Callable[[Taking[Meeting]], None]]] = MappingProxyType(
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

INTAKE: Final[Intake[Meeting]] = Intake(
    lock=lambda meeting, by: steps.locked_meeting(meeting, by, Act.HOLD),
    acts=_ACTS,
    kept_as=_kept_as,
    sign=lambda kind, meeting, by, data, key: steps.sign_meeting(kind, meeting, by, data, key=key),
    simple=frozenset({"tick"}),
)
