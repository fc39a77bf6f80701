"""A household contests its entry; the Front answers, and what was wrong is put right by a new record."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dienhong.decisions import access, published
from dienhong.decisions.actions.meetings import Tick, mark_presence
from dienhong.decisions.actions.recording import WRITTEN, put_right
from dienhong.decisions.models import Contest, Finding, Item, Matter, Meeting, Presence, Sheet
from dienhong.decisions.models.contests import Error
from dienhong.decisions.queries.entries import CORRECTS, Own, contest_of
from dienhong.foundations.actors import NOBODY, Actor
from dienhong.foundations.refusals import NotAllowed, Refused
from dienhong.ledger import actions as ledger
from dienhong.ledger.actions import bind
from dienhong.ledger.rows import sealed
from lawcore.vietnamese import nfc


@transaction.atomic
def contest(*, own: Own, error: Error, key: str, on: date, by: Actor = NOBODY) -> Contest:
    """Whoever holds the household's code; once for a meeting or a round, within the platform's own service time.

    Done again it is the same one. Refused before the end and after the time, with where else to turn.
    """
    earlier = contest_of(own)
    if earlier is not None:
        return earlier
    if own.until is None:
        raise Refused(_("Cuộc họp, đợt lấy phiếu chưa kết thúc. Hãy báo ngay cho Trưởng thôn để ghi lại."))
    if on > own.until:
        raise Refused(
            _(
                "Đã hết thời gian nhận trên trang này (%(day)s). Công dân vẫn có quyền kiến nghị đến Ủy ban nhân dân, "
                "Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã và Ban Thanh tra nhân dân (khoản 4 Điều 24)."
            )
            % {"day": f"{own.until:%d/%m/%Y}"}
        )
    try:
        with transaction.atomic():
            made = Contest.objects.create(
                entry=own.entry,
                meeting=own.meeting,
                ballot_round=own.ballot_round,
                error=error,
                received_on=on,
                until=own.until,
                key=f"{own.entry.pk}:{key}"[:80],
                recorded_by=by.key or "visitor",
            )
    except IntegrityError:
        found = contest_of(own)
        if found is None:
            raise Refused(_("Mã gửi này đã dùng cho việc khác. Hãy mở lại trang rồi gửi lại.")) from None
        return found
    ledger.append(
        kind="contest.received",
        subject=f"decisions.contest:{made.pk}",
        by=by.key or "visitor",
        locality=own.village.code,
        data={"error": made.error, "meeting": made.meeting_id, "round": made.ballot_round_id, **sealed(made)},
        claimed_on=on,
    )
    bind(published.of_contest(made), by=by.key or "visitor", locality=own.village.code)
    return made


@transaction.atomic
def answer_contest(*, contest: Contest, is_right: bool, reason: str, by: Actor, at: datetime) -> Finding:
    """The Front says what it found, never who is the village's head; a right one leads to a new record of each matter.

    Refused when it was answered, or without a reason.
    """
    locked = Contest.objects.select_for_update(of=("self",)).select_related(
        "entry__roll__village", "meeting", "ballot_round"
    )
    row = locked.get(pk=contest.pk)
    village = row.entry.roll.village
    if not access.is_of_the_front(by, village):
        raise access.nothing()
    if access.heads(by, village) or _held(row, by):
        raise NotAllowed(
            _("Người điều hành cuộc họp không tự trả lời kiến nghị về cuộc họp đó. Mặt trận cấp xã trả lời thay.")
        )
    if Finding.objects.filter(contest=row).exists():
        raise Refused(_("Kiến nghị này đã được trả lời."))
    if not (reason := nfc(reason).strip()):
        raise Refused(_("Hãy ghi kết quả xem xét để hộ biết."))
    made = Finding.objects.create(contest=row, is_right=is_right, reason=reason, recorded_by=by.key)
    ledger.append(
        kind="contest.answered",
        subject=f"decisions.contest:{row.pk}",
        by=by.key,
        locality=village.code,
        data={"is_right": is_right, **sealed(made)},
    )
    bind(published.of_finding(made), by=by.key, locality=village.code)
    if is_right:
        _put_right(row, reason, by, at)
    return made


def _held(contest: Contest, by: Actor) -> bool:
    """Whether this account ran the vote: planned it, ticked households, handed slips out, counted.

    A tick put right later is none of it.
    """
    mine = {"recorded_by": by.key}
    if contest.meeting is not None:
        meeting = contest.meeting
        ticked = Presence.objects.filter(meeting=meeting, **mine).exclude(key__startswith=CORRECTS)
        return (
            meeting.recorded_by == by.key
            or ticked.exists()
            or Sheet.objects.filter(item__meeting=meeting, **mine).exists()
        )
    held = contest.ballot_round
    return held is not None and (
        held.recorded_by == by.key or held.passings.filter(**mine).exists() or held.sheets.filter(**mine).exists()
    )


def _put_right(contest: Contest, reason: str, by: Actor, at: datetime) -> None:
    """The tick, where that was wrong; a new version of each record of the vote."""
    meeting, noted = contest.meeting, {Error.NOT_NOTED: True, Error.NOT_THERE: False}
    if meeting is not None and contest.error in noted:
        tick = Tick(entry=contest.entry_id, is_present=noted[Error(contest.error)], happened_at=at)
        locked = Meeting.objects.select_for_update(of=("self",)).select_related("village").get(pk=meeting.pk)
        mark_presence(locked, contest.entry, tick, f"contest:{contest.pk}", by)
    if meeting is not None:
        matters = [each.matter for each in Item.objects.filter(meeting=meeting).select_related("matter")]
    else:
        matters = list(Matter.objects.filter(ballot_round=contest.ballot_round))
    for matter in matters:
        if matter.stage in WRITTEN and matter.records.exists():
            words = _("Kiến nghị của một hộ được xác định là đúng: %(reason)s") % {"reason": reason}
            put_right(matter=matter, key=f"contest:{contest.pk}:{matter.pk}", by=by, at=at, reason=words[:300])
