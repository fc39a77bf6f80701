"""Count a vote twice, close it, say what the law says of it (LDC art. 21; Decree 59/2023 art. 3 cl. 5)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.decisions import counting, published, queries
from dienhong.decisions.access import Act
from dienhong.decisions.actions import steps
from dienhong.decisions.actions.steps import NOW, Hours
from dienhong.decisions.models import Item, Meeting, Outcome, Sheet
from dienhong.decisions.queries.counts import names_chosen, present_by_cluster
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger.actions import bind
from dienhong.ledger.rows import sealed
from lawcore.answers import Answer
from lawcore.ballots.matters import Form, Scope
from lawcore.ballots.matters import Matter as Kind
from lawcore.ballots.meetings import Choice as Chosen
from lawcore.ballots.rounds import meeting_count_witnessed
from lawcore.ballots.thresholds import adopted, can_still_pass
from lawcore.vietnamese import nfc, search_folded


@transaction.atomic
def enter_sheet(
    *,
    item: Item,
    place: int,
    counter: str,
    figures: Mapping[str, int],
    key: str,
    by: Actor,
    note: str = "",
    cluster: int | None = None,
    hours: Hours = NOW,
) -> Sheet:
    """The sheet of one of the two who counted. What does not add up is refused at once, in words that say where."""
    meeting = steps.locked_meeting(item.meeting, by, Act.HOLD)
    earlier = Sheet.objects.filter(key=key).first()
    if earlier is not None:
        if (earlier.item_id, earlier.place) != (item.pk, place) or dict(earlier.figures) != dict(figures):
            raise Refused(_("Mã gửi này đã dùng cho một phiếu kiểm đếm khác. Hãy tải lại trang rồi nhập lại."))
        return earlier
    item = meeting.items.select_related("matter").get(pk=item.pk)
    _check_open(meeting, item)
    if place not in {1, 2} or not counter.strip():
        raise Refused(_("Hãy ghi họ tên người đếm và là người đếm thứ nhất hay thứ hai."))
    clusters = set(meeting.clusters.values_list("pk", flat=True))
    if (cluster in clusters) is not bool(clusters):
        raise Refused(_("Cuộc họp này chia cụm: hãy chọn cụm đã kiểm đếm.") if clusters else _("Không có cụm này."))
    other = queries.pairs(item).get(cluster, {}).get(3 - place)
    if other is not None and search_folded(other.counter) == search_folded(counter):
        raise Refused(_("Hai phiếu kiểm đếm phải của hai người khác nhau."))
    present = present_by_cluster(meeting).get(cluster, 0)
    found = counting.faults(figures, secret=item.method == Item.Method.SECRET, checked_in=present, note=note)
    if found:
        raise Refused(" ".join(found))
    sheet = Sheet.objects.create(
        item=item,
        cluster_id=cluster,
        place=place,
        counter=nfc(counter).strip(),
        figures=dict(figures),
        note=nfc(note).strip(),
        happened_at=hours.happened_at,
        entered_at=hours.entered_at,
        key=key,
        recorded_by=by.key,
    )
    data = {"item": item.position, "place": place, "figures": dict(figures), **sealed(sheet)}
    steps.sign_meeting("sheet.recorded", meeting, by, data, key=f"sheet:{key}")
    return sheet


def _check_open(meeting: Meeting, item: Item) -> None:
    if meeting.stage != Meeting.Stage.OPEN or item.matter.stage != "in_meeting":
        raise Refused(_("Việc này không còn ở bước kiểm đếm."))
    if not item.method:
        raise Refused(_("Cuộc họp chưa chọn cách biểu quyết cho việc này: giơ tay hoặc bỏ phiếu kín."))
    if item.method == Item.Method.SECRET and not names_chosen(meeting, Chosen.TELLERS):
        raise Refused(
            _(
                "Bỏ phiếu kín phải có Ban kiểm phiếu do cuộc họp bầu ra (điểm d khoản 4 Điều 18 Luật Thực hiện dân chủ "
                "ở cơ sở). Hãy bầu Ban kiểm phiếu trước."
            )
        )


def _watched(item: Item, witnesses: Sequence[str], *, on: date) -> tuple[list[str], list[Answer[bool]]]:
    """Decree 59/2023 art. 3 cl. 5 pt. c: who of the households watched the count of a secret vote; none of hands."""
    if item.method != Item.Method.SECRET:
        return [], []
    names = {search_folded(each): nfc(each).strip() for each in witnesses if each.strip()}
    why = meeting_count_witnessed(representatives=len(names), on=on)
    if not why.result:
        raise Refused(why.explanation)
    if set(names) & {search_folded(each) for each in names_chosen(item.meeting, Chosen.TELLERS)}:
        raise Refused(_("Người chứng kiến kiểm phiếu phải là đại diện hộ không ở trong Ban kiểm phiếu."))
    return list(names.values()), [why]


@transaction.atomic
def close_item(
    *, item: Item, key: str, by: Actor, at: datetime, witnesses: Sequence[str] = (), hours: Hours = NOW
) -> Outcome:
    """LDC art. 21 cl. 1: both sheets agree and add up, so the vote is closed: adopted or not, with the reason.

    The share is of all households of the roll. Where fewer came than must agree, the matter may go on by ballots.
    A secret vote has its tellers, and `witnesses` of the households who watched them count.
    """
    meeting = steps.locked_meeting(item.meeting, by, Act.HOLD)
    earlier = Outcome.objects.filter(key=key).first()
    if earlier is not None:
        if earlier.item_id != item.pk:
            raise Refused(_("Mã gửi này đã dùng cho việc khác. Hãy mở lại trang rồi gửi lại."))
        return earlier
    item = meeting.items.select_related("matter").get(pk=item.pk)
    _check_open(meeting, item)
    figures = queries.agreed_figures(item)
    if figures is None:
        raise Refused(_("Hai phiếu kiểm đếm chưa đủ hoặc chưa khớp nhau. Hãy đếm lại rồi nhập lại phiếu bị sai."))
    households = meeting.roll.households if meeting.roll else 0
    took_part = counting.taking_part(figures, secret=item.method == Item.Method.SECRET)
    other = took_part - figures["agree"] - figures["disagree"]
    day = clock.legal_day(meeting.opened_at or at)
    names, watched = _watched(item, witnesses, on=day)
    matter = steps.locked(item.matter, by, Act.HOLD)
    answer = judged(matter.law, households, figures["agree"], on=matter.begun_on)
    outcome = Outcome.objects.create(
        matter=matter,
        form=Form.MEETING.value,
        item=item,
        households=households,
        present=took_part,
        agree=figures["agree"],
        disagree=figures["disagree"],
        other=other,
        is_adopted=answer.result,
        why=answer.stored(),
        witnesses=names,
        on=day,
        happened_at=hours.happened_at,
        entered_at=hours.entered_at,
        key=key,
        recorded_by=by.key,
    )
    present = len(queries.present_numbers(meeting))
    event = ending(matter.law, answer, households, present, on=matter.begun_on)
    data = {
        "households": households,
        "agree": outcome.agree,
        "disagree": outcome.disagree,
        "other": other,
        **sealed(outcome),
    }
    steps.advance(matter, event, on=day, key=f"item:{item.pk}:{event}", by=by, why=[answer, *watched], data=data)
    if event == "adopt":
        matter.passed_on = day
    matter.save(update_fields=["stage", "passed_on"])
    steps.publish(matter, by, published.of_outcome(outcome))
    return outcome


def judged(kind: Kind, households: int, agree: int, *, on: date) -> Answer[bool]:
    """LDC art. 21 cl. 1: whether the village agreed, over all households of the roll."""
    return adopted(matter=kind, households=households, agree=agree, scope=Scope.VILLAGE, on=on)


def ending(kind: Kind, answer: Answer[bool], households: int, present: int, *, on: date) -> str:
    """Which event the count is: adopted, rejected, or too few came for anything to be adopted (LDC art. 19 cl. 1)."""
    if answer.result:
        return "adopt"
    enough = can_still_pass(matter=kind, households=households, present=present, on=on)
    return "reject" if enough.result else "find_too_few"


@transaction.atomic
def close_short(*, item: Item, key: str, by: Actor, at: datetime) -> None:
    """LDC art. 19 cl. 1 pt. b: too few came, so the item is not voted on; the matter may go on by ballots."""
    meeting = steps.locked_meeting(item.meeting, by, Act.HOLD)
    item = meeting.items.select_related("matter").get(pk=item.pk)
    if meeting.stage != Meeting.Stage.OPEN:
        raise Refused(_("Cuộc họp chưa khai mạc hoặc đã khép lại."))
    matter = steps.locked(item.matter, by, Act.HOLD)
    households = meeting.roll.households if meeting.roll else 0
    present = len(queries.present_numbers(meeting))
    enough = can_still_pass(matter=matter.law, households=households, present=present, on=matter.begun_on)
    if enough.result:
        raise Refused(enough.explanation)
    day = clock.legal_day(meeting.opened_at or at)
    data = {"households": households, "present": present}
    steps.advance(matter, "find_too_few", on=day, key=key, by=by, why=[enough], data=data)
    matter.save(update_fields=["stage"])


@transaction.atomic
def close_meeting(*, meeting: Meeting, happened_at: datetime, by: Actor, at: datetime) -> Meeting:
    """LDC art. 18 cl. 4 pt. đ: the meeting ends once every item has its outcome.

    Misdated for an hour that has not come, or that lies before the opening by more than two clocks may differ.
    """
    meeting = steps.locked_meeting(meeting, by, Act.HOLD)
    if meeting.stage == Meeting.Stage.CLOSED:
        return meeting
    if meeting.stage != Meeting.Stage.OPEN:
        raise Refused(_("Cuộc họp chưa khai mạc."))
    began = meeting.opened_at or happened_at
    if happened_at > at + steps.OFF or happened_at < began - steps.OFF:
        raise steps.Misdated(
            _("Giờ kết thúc phải sau giờ khai mạc và không ở tương lai. Hãy xem lại đồng hồ rồi kết thúc lại.")
        )
    left = meeting.items.filter(matter__stage="in_meeting").order_by("position").first()
    if left is not None:
        raise Refused(
            _("Việc số %(number)d chưa có kết quả. Hãy kiểm đếm, hoặc ghi là không đủ hộ dự.")
            % {"number": left.position}
        )
    meeting.stage, meeting.closed_at = Meeting.Stage.CLOSED, max(began, happened_at)
    meeting.save(update_fields=["stage", "closed_at"])
    data = {"present": len(queries.present_numbers(meeting)), **sealed(meeting)}
    steps.sign_meeting("meeting.closed", meeting, by, data, key=f"meeting:{meeting.pk}:close")
    bind(published.of_meeting_held(meeting), by=by.key, locality=meeting.village.code)
    return meeting
