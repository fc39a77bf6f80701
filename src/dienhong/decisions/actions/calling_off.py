"""Call a meeting off before it begins, or move it: what was told of is told of anew (Decree 59/2023 art. 3 cl. 3)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.decisions import queries
from dienhong.decisions.access import Act
from dienhong.decisions.actions import steps, telling
from dienhong.decisions.actions.meetings import Planned, plan_meeting
from dienhong.decisions.models import Meeting
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger.rows import sealed
from lawcore.vietnamese import nfc

BEFORE_IT_BEGINS = frozenset({Meeting.Stage.PLANNED, Meeting.Stage.NOTIFIED})


@transaction.atomic
def call_off(*, meeting: Meeting, reason: str, by: Actor, at: datetime, is_yearly: bool = False) -> Meeting:
    """By who may call a meeting, with the reason; its matters wait for another meeting.

    Refused once it was opened. Who was told of it is told; done again it changes nothing. `is_yearly`: asked by the
    conference of the year, which goes with its meeting.
    """
    meeting = steps.locked_meeting(meeting, by, Act.PROPOSE)
    if meeting.stage == Meeting.Stage.CALLED_OFF:
        return meeting
    if meeting.stage not in BEFORE_IT_BEGINS:
        raise Refused(_("Cuộc họp đã khai mạc nên không báo hoãn, không đổi ngày được nữa."))
    if not (words := nfc(reason).strip()):
        raise Refused(_("Hãy ghi vì sao không họp để các hộ biết."))
    if meeting.is_yearly != is_yearly:
        raise Refused(_("Hội nghị định kỳ báo hoãn, đổi ngày ở trang của hội nghị."))
    day, was_told = clock.legal_day(at), meeting.stage == Meeting.Stage.NOTIFIED
    meeting.stage, meeting.called_off_at, meeting.why_off = Meeting.Stage.CALLED_OFF, at, words
    meeting.save(update_fields=["stage", "called_off_at", "why_off"])
    if was_told:
        for each in meeting.items.select_related("matter").order_by("position"):
            matter = steps.locked(each.matter, by, Act.PROPOSE)
            key = f"meeting:{meeting.pk}:call_off:{matter.pk}"
            steps.advance(matter, "call_off", on=day, key=key, by=by, words=words)
            matter.save(update_fields=["stage"])
        telling.of_calling_off(meeting)
    steps.sign_meeting("meeting.cancelled", meeting, by, {"told": was_told, **sealed(meeting)}, on=day)
    return meeting


@transaction.atomic
def move_meeting(
    *,
    meeting: Meeting,
    planned: Planned,
    reason: str,
    key: str,
    by: Actor,
    at: datetime,
    is_yearly: bool = False,
) -> Meeting:
    """Decree 59/2023 art. 3 cl. 3: the same matters on another day, to which households are invited from the start.

    Refused where the new day is so near that nobody could be told in time. One `key` is one move. The conference of
    the year (`is_yearly`) finds its new day also after it was called off, with what still waits of its matters.
    """
    earlier = Meeting.objects.filter(key=key).first()
    if earlier is not None:
        if earlier.instead_of_id != meeting.pk:
            raise Refused(_("Mã gửi này đã dùng cho việc khác. Hãy mở lại trang rồi gửi lại."))
        return earlier
    before = Meeting.objects.get(pk=meeting.pk)
    if before.stage == Meeting.Stage.CALLED_OFF and not is_yearly:
        raise Refused(_("Cuộc họp này đã báo không họp. Hãy lên lịch một cuộc họp mới."))
    latest = queries.notice_before(clock.legal_day(planned.planned_at), is_yearly=is_yearly)
    if latest.result < clock.legal_day(at):
        raise Refused(_("%(why)s Hãy chọn ngày họp muộn hơn.") % {"why": latest.explanation})
    off = call_off(meeting=meeting, reason=reason, by=by, at=at, is_yearly=is_yearly)
    matters = [each.matter for each in off.items.select_related("matter").order_by("position")]
    if before.stage == Meeting.Stage.CALLED_OFF:
        waiting = {each.pk for each in queries.to_be_met(by, off.village)}
        matters = [each for each in matters if each.pk in waiting]
    made = plan_meeting(
        village=off.village, matters=matters, planned=planned, key=key, by=by, at=at, is_yearly=is_yearly
    )
    made.instead_of = off
    made.save(update_fields=["instead_of"])
    steps.sign_meeting("meeting.changed", made, by, sealed(made), on=clock.legal_day(planned.planned_at))
    return made
