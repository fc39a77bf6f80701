"""Plan a meeting, tell of it, open it, tick who is there, let the meeting choose its officers (LDC art. 18)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dienhong.decisions import access, published, queries
from dienhong.decisions.access import Act
from dienhong.decisions.actions import steps
from dienhong.decisions.actions.proposing import check_ordinary
from dienhong.decisions.actions.steps import NOW, Hours
from dienhong.decisions.models import Choice, Item, Matter, Meeting, Presence
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger.actions import bind
from dienhong.ledger.rows import Together, sealed
from dienhong.registry.models import Locality
from dienhong.rolls import actions as rolls
from dienhong.rolls.models import Entry
from lawcore.answers import Answer
from lawcore.answers import Refused as NotLawful
from lawcore.ballots.meetings import Choice as Chosen
from lawcore.ballots.meetings import chosen, documents_required
from lawcore.ballots.periods import meeting_documents
from lawcore.ballots.rounds import tellers_size
from lawcore.vietnamese import nfc, search_folded

MOST_AHEAD = timedelta(days=366)
FEWEST_CLUSTERS = 2
AHEAD_OF_US = timedelta(days=3)
"""A telephone's clock may be this much ahead before we say that a tick lies in the future."""


@dataclass(frozen=True, slots=True)
class Planned:
    """When and where households meet, who leads, whom to ask."""

    planned_at: datetime
    place: str
    chair: str
    contact: str = ""


@transaction.atomic
def plan_meeting(
    *,
    village: Locality,
    matters: Sequence[Matter],
    planned: Planned,
    key: str,
    by: Actor,
    at: datetime,
    is_yearly: bool = False,
) -> Meeting:
    """LDC art. 18: a meeting with these matters in this order. Each matter is to be decided by a meeting.

    The conference of the year (LDC art. 33) may have none.
    """
    access.check(by, Act.PROPOSE, village)
    steps.lock_village(village)
    earlier = Meeting.objects.filter(key=key).first()
    if earlier is not None:
        if earlier.village_id != village.pk:
            raise Refused(_("Mã gửi này đã dùng cho việc khác. Hãy mở lại trang rồi gửi lại."))
        return earlier
    if not matters and not is_yearly:
        raise Refused(_("Hãy chọn ít nhất một việc để đưa ra cuộc họp."))
    if not at < planned.planned_at < at + MOST_AHEAD:
        raise Refused(_("Ngày giờ họp phải ở phía trước và trong vòng một năm. Hãy kiểm tra lại."))
    if not planned.place.strip() or not planned.chair.strip():
        raise Refused(_("Hãy ghi địa điểm và người chủ trì cuộc họp."))
    meeting = Meeting.objects.create(
        village=village,
        planned_at=planned.planned_at,
        place=nfc(planned.place).strip(),
        chair=nfc(planned.chair).strip(),
        contact=nfc(planned.contact).strip(),
        is_yearly=is_yearly,
        key=key,
        recorded_by=by.key,
    )
    for position, each in enumerate(matters, start=1):
        matter = steps.locked(each, by, Act.PROPOSE)
        check_ordinary(matter.law, on=matter.begun_on)
        if matter.village_id != village.pk or matter.stage != "by_meeting":
            raise Refused(
                _("Việc “%(title)s” chưa chọn hình thức họp của thôn này. Hãy chọn hình thức trước.")
                % {"title": matter.title}
            )
        if matter.items.exclude(meeting__stage__in=(Meeting.Stage.CLOSED, Meeting.Stage.CALLED_OFF)).exists():
            raise Refused(_("Việc “%(title)s” đã có trong một cuộc họp khác.") % {"title": matter.title})
        Item.objects.create(meeting=meeting, matter=matter, position=position)
    day = clock.legal_day(planned.planned_at)
    data = {"day": f"{day:%Y-%m-%d}", "items": len(matters), **sealed(meeting, agenda(meeting))}
    steps.sign_meeting("meeting.planned", meeting, by, data, on=day)
    return meeting


def agenda(meeting: Meeting) -> Together:
    """The items of a meeting, in their order and with the way each is voted on."""
    return Together(Item, "meeting", meeting.pk)


@transaction.atomic
def notify(*, meeting: Meeting, notified_on: date, documents_on: date | None, by: Actor, at: datetime) -> Meeting:
    """Decree 59/2023 art. 3 cl. 3, 4: households were told and the notice hangs; the roll is taken and frozen.

    Refused when the notice or the documents come too late for the day of the meeting: a later day has to be chosen.
    """
    meeting = steps.locked_meeting(meeting, by, Act.PROPOSE)
    if meeting.stage == Meeting.Stage.CALLED_OFF:
        raise Refused(_("Cuộc họp này đã báo không họp. Hãy mở cuộc họp của ngày mới."))
    if meeting.stage != Meeting.Stage.PLANNED:
        return meeting
    day = clock.legal_day(meeting.planned_at)
    if notified_on > clock.legal_day(at):
        raise Refused(_("Ngày báo họp chưa đến. Hãy ghi sau khi đã báo cho các hộ và niêm yết."))
    latest = queries.notice_of(meeting)
    if notified_on > latest.result:
        raise Refused(_("%(why)s Hãy chọn ngày họp muộn hơn.") % {"why": latest.explanation})
    if documents_on is not None and documents_on > clock.legal_day(at):
        raise Refused(_("Ngày tài liệu đến các hộ chưa đến. Hãy ghi sau khi đã gửi."))
    items = list(meeting.items.select_related("matter").order_by("position"))
    answers = [latest]
    needing = [each for each in items if documents_required(matter=each.matter.law, on=day).result]
    if needing:
        papers = meeting_documents(before=day)
        answers.append(papers)
        if documents_on is None or documents_on > papers.result:
            raise Refused(
                _("%(why)s Hãy gửi tài liệu đến từng hộ, hoặc chọn ngày họp muộn hơn.") % {"why": papers.explanation}
            )
    meeting.roll = rolls.take(village=meeting.village, on=clock.legal_day(at), by=by)
    meeting.stage, meeting.notified_on, meeting.documents_on = Meeting.Stage.NOTIFIED, notified_on, documents_on
    meeting.save(update_fields=["roll", "stage", "notified_on", "documents_on"])
    for each in items:
        matter = steps.locked(each.matter, by, Act.PROPOSE)
        steps.advance(
            matter, "notify", on=notified_on, key=f"meeting:{meeting.pk}:notify:{matter.pk}", by=by, why=answers
        )
        matter.save(update_fields=["stage"])
    data = {"roll": meeting.roll.digest, "households": meeting.roll.households, **sealed(meeting)}
    steps.sign_meeting("meeting.notified", meeting, by, data, on=notified_on)
    bind(published.of_meeting_told(meeting), by=by.key, locality=meeting.village.code)
    return meeting


@transaction.atomic
def open_meeting(*, meeting: Meeting, happened_at: datetime, by: Actor, at: datetime) -> Meeting:
    """LDC art. 18 cl. 4 pt. a: the meeting begins. Opened twice, from two telephones, it is opened once.

    Misdated for an hour that has not come.
    """
    meeting = steps.locked_meeting(meeting, by, Act.HOLD)
    if meeting.stage in {Meeting.Stage.OPEN, Meeting.Stage.CLOSED}:
        return meeting
    if meeting.stage == Meeting.Stage.CALLED_OFF:
        raise Refused(_("Cuộc họp này đã báo không họp. Hãy mở cuộc họp của ngày mới."))
    if meeting.stage != Meeting.Stage.NOTIFIED:
        raise Refused(_("Cuộc họp chưa được báo trước cho các hộ nên chưa khai mạc được."))
    if clock.legal_day(happened_at) < clock.legal_day(meeting.planned_at):
        raise Refused(_("Chưa đến ngày họp đã báo. Muốn họp sớm hơn phải báo lại cho các hộ."))
    if happened_at > at + steps.OFF:
        raise steps.Misdated(_("Giờ khai mạc nằm ở tương lai. Hãy xem lại đồng hồ rồi khai mạc lại."))
    meeting.stage, meeting.opened_at = Meeting.Stage.OPEN, happened_at
    meeting.save(update_fields=["stage", "opened_at"])
    day = clock.legal_day(happened_at)
    for each in meeting.items.select_related("matter").order_by("position"):
        matter = steps.locked(each.matter, by, Act.HOLD)
        check_ordinary(matter.law, on=matter.begun_on)
        steps.advance(matter, "open", on=day, key=f"meeting:{meeting.pk}:open:{matter.pk}", by=by)
        matter.save(update_fields=["stage"])
    steps.sign_meeting("meeting.opened", meeting, by, sealed(meeting), on=day, key=f"meeting:{meeting.pk}:open")
    return meeting


@dataclass(frozen=True, slots=True)
class Tick:
    """A household ticked or unticked. `by_name`: who came, where it is not the representative on the roll.

    `moment`: when by our clock, where a telephone's own is known to be off.
    """

    entry: int
    is_present: bool
    happened_at: datetime
    by_name: str = ""
    device: str = ""
    entered_at: datetime | None = None
    moment: datetime | None = None


@transaction.atomic
def check_in(*, meeting: Meeting, tick: Tick, key: str, by: Actor, at: datetime) -> Presence:
    """LDC art. 18 cl. 2: households are ticked, never heads. The newest tick counts; one `key` is one tick."""
    earlier = Presence.objects.filter(key=key).first()
    if earlier is not None:
        return _same_tick(earlier, meeting, tick)
    meeting = steps.locked_meeting(meeting, by, Act.HOLD)
    return mark_presence(meeting, entry_to_tick(meeting, tick, at), tick, key, by)


def entry_to_tick(meeting: Meeting, tick: Tick, at: datetime) -> Entry:
    """The household of the roll, where this may be said of it. `meeting` is locked by the caller."""
    if meeting.stage not in {Meeting.Stage.NOTIFIED, Meeting.Stage.OPEN}:
        raise Refused(_("Cuộc họp đã khép lại. Ai được ghi sai thì đề nghị sửa bằng một biên bản mới, có lý do."))
    _check_day(meeting, tick.moment or tick.happened_at)
    entry = Entry.objects.select_related("person").filter(roll=meeting.roll_id, pk=tick.entry).first()
    if entry is None:
        raise Refused(_("Hộ này không có trong danh sách đã chốt cho cuộc họp."))
    if tick.is_present:
        _check_speaks(entry, tick)
    if tick.happened_at > at + AHEAD_OF_US:
        raise Refused(_("Giờ điểm danh nằm ở tương lai. Hãy chỉnh lại đồng hồ của điện thoại rồi gửi lại."))
    return entry


def _check_day(meeting: Meeting, moment: datetime) -> None:
    if clock.legal_day(moment) < clock.legal_day(meeting.planned_at):
        raise steps.Misdated(_("Chưa đến ngày họp nên chưa điểm danh được. Hộ được điểm danh khi đến dự họp."))


def _check_speaks(entry: Entry, tick: Tick) -> None:
    """Somebody alive came for the household: who is on the roll, or another whose name is written down."""
    came = search_folded(tick.by_name)
    if not entry.name and not came:
        raise Refused(_("Hộ này chưa có người đại diện trong danh sách. Hãy ghi họ tên người đến thay mặt hộ."))
    died_on = entry.person.died_on if entry.person else None
    if died_on is not None and died_on <= clock.legal_day(tick.happened_at) and came in {"", search_folded(entry.name)}:
        raise Refused(_("Người đại diện hộ này đã mất. Hãy ghi họ tên người khác đến thay mặt hộ."))


def _check_alive(entry: Entry, on: date) -> None:
    """Who is on the roll can have come: a sheet names nobody else."""
    died_on = entry.person.died_on if entry.person else None
    if died_on is not None and died_on <= on:
        raise Refused(
            _("Hộ số %(n)d: người đại diện đã mất. Hãy điểm danh riêng hộ này, ghi tên người đến, rồi nhập lại.")
            % {"n": entry.number}
        )


def mark_presence(meeting: Meeting, entry: Entry, tick: Tick, key: str, by: Actor) -> Presence:
    """The tick, signed; where another telephone or the second tap was first with the same key, that one."""
    try:
        with transaction.atomic():
            return write_presence(meeting, entry, tick, key, by)
    except IntegrityError:
        return _same_tick(Presence.objects.get(key=key), meeting, tick)


def write_presence(meeting: Meeting, entry: Entry, tick: Tick, key: str, by: Actor) -> Presence:
    """The tick, signed. Raises IntegrityError where there is one with this key."""
    presence = Presence.objects.create(
        meeting=meeting,
        entry=entry,
        is_present=tick.is_present,
        by_name=nfc(tick.by_name).strip(),
        device=tick.device[:40],
        happened_at=tick.happened_at,
        entered_at=tick.entered_at,
        key=key,
        recorded_by=by.key,
    )
    data = {"entry": entry.number, "present": tick.is_present, **sealed(presence)}
    steps.sign_meeting("presence.recorded", meeting, by, data, on=clock.legal_day(tick.happened_at), key=f"tick:{key}")
    return presence


@transaction.atomic
def check_in_sheet(
    *, meeting: Meeting, numbers: Collection[int], happened_at: datetime, key: str, by: Actor, at: datetime
) -> int:
    """LDC art. 18 cl. 2: present are exactly these households of the printed sheet, by their numbers; how many changed.

    What stands already is not written again, so the same sheet typed twice changes nothing. A household of which the
    roll names nobody is ticked without a name: who came stands on the paper. One whose representative had died by
    then is refused, until somebody else was ticked for it by name.
    """
    meeting = steps.locked_meeting(meeting, by, Act.HOLD)
    if meeting.stage not in {Meeting.Stage.NOTIFIED, Meeting.Stage.OPEN}:
        raise Refused(_("Cuộc họp đã khép lại. Ai được ghi sai thì đề nghị sửa bằng một biên bản mới, có lý do."))
    if happened_at > at + AHEAD_OF_US:
        raise Refused(_("Giờ điểm danh nằm ở tương lai. Hãy chỉnh lại đồng hồ của điện thoại rồi gửi lại."))
    _check_day(meeting, happened_at)
    here, there = queries.present_numbers(meeting), set(numbers)
    entries = list(Entry.objects.select_related("person").filter(roll=meeting.roll_id).order_by("number"))
    if not there <= {each.number for each in entries}:
        raise Refused(_("Có số hộ không có trong danh sách đã chốt cho cuộc họp."))
    changed = 0
    for entry in entries:
        is_present = entry.number in there
        if is_present == (entry.pk in here):
            continue
        if is_present:
            _check_alive(entry, clock.legal_day(happened_at))
        tick = Tick(entry.pk, is_present, happened_at, entered_at=at)
        mark_presence(meeting, entry, tick, f"{key}:{entry.number}", by)
        changed += 1
    return changed


def _same_tick(earlier: Presence, meeting: Meeting, tick: Tick) -> Presence:
    if (earlier.meeting_id, earlier.entry_id, earlier.is_present) != (meeting.pk, tick.entry, tick.is_present):
        raise Refused(_("Mã gửi này đã dùng cho một lần điểm danh khác. Hãy tải lại trang rồi làm lại."))
    return earlier


@dataclass(frozen=True, slots=True)
class Elected:
    """What those present chose by a show of hands: names, or for one item the way of voting; how many agreed.

    `agree` is None only for what is typed from a paper that does not say it: then no rule has answered.
    """

    what: Chosen
    agree: int | None
    names: tuple[str, ...] = ()
    method: str = ""
    item: int | None = None


@transaction.atomic
def choose(*, meeting: Meeting, elected: Elected, key: str, by: Actor, at: datetime, hours: Hours = NOW) -> Choice:
    """Decree 59/2023 art. 3 cl. 5 pt. a, b, c: secretary, way of voting, tellers: more than half of those present."""
    meeting = steps.locked_meeting(meeting, by, Act.HOLD)
    earlier = Choice.objects.filter(key=key).first()
    if earlier is not None:
        about = elected.item if elected.what is Chosen.METHOD else None
        if (earlier.meeting_id, earlier.what, earlier.item_id) != (meeting.pk, elected.what.value, about):
            raise Refused(_("Mã gửi này đã dùng cho việc khác. Hãy mở lại trang rồi gửi lại."))
        return earlier
    if meeting.stage != Meeting.Stage.OPEN:
        raise Refused(_("Cuộc họp chưa khai mạc hoặc đã khép lại."))
    present = len(queries.present_numbers(meeting))
    day = clock.legal_day(meeting.opened_at or at)
    names = [nfc(each).strip() for each in elected.names if each.strip()]
    why = _by_more_than_half(elected, present, len(names), day)
    item = _voted_in(meeting, elected) if elected.what is Chosen.METHOD else None
    if item is None and not names:
        raise Refused(_("Hãy ghi họ tên người được cuộc họp cử."))
    choice = Choice.objects.create(
        meeting=meeting,
        what=elected.what.value,
        item=item,
        names=names,
        method=elected.method,
        present=present,
        agree=elected.agree,
        why=why.stored() if why else {},
        happened_at=hours.happened_at,
        entered_at=hours.entered_at,
        key=key,
        recorded_by=by.key,
    )
    rows = sealed(choice) if item is None else sealed(choice, agenda(meeting))
    data = {"what": elected.what.value, "present": present, "agree": elected.agree, **rows}
    steps.sign_meeting("choice.recorded", meeting, by, data, on=day, key=f"choice:{key}")
    return choice


def _by_more_than_half(elected: Elected, present: int, members: int, day: date) -> Answer[bool] | None:
    """The rule's answer, where it is yes; None where no number is known; Refused with its reason otherwise."""
    answers = []
    try:
        if elected.agree is not None:
            answers.append(chosen(choice=elected.what, present=present, agree=elected.agree, on=day))
        if elected.what is Chosen.TELLERS:
            answers.append(tellers_size(members=members, on=day))
    except NotLawful as refusal:
        raise Refused(str(refusal)) from refusal
    for each in answers:
        if not each.result:
            raise Refused(each.explanation)
    return answers[0] if elected.agree is not None else None


def _voted_in(meeting: Meeting, elected: Elected) -> Item:
    """The item, now voted on in the way that the meeting chose."""
    item = meeting.items.select_for_update().filter(pk=elected.item or 0).first()
    if item is None or elected.method not in Item.Method.values:
        raise Refused(_("Hãy chọn việc và cách biểu quyết: giơ tay hoặc bỏ phiếu kín."))
    if item.sheets.exists():
        raise Refused(_("Việc này đã bắt đầu kiểm đếm nên không đổi cách biểu quyết được nữa."))
    item.method = elected.method
    item.save(update_fields=["method"])
    return item
