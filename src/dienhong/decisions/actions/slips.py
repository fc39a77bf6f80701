"""Slips from hand to hand, as lists or telephones say; what a slip of a named round says (LDC art. 19 cl. 3)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dienhong.decisions.access import Act
from dienhong.decisions.actions.rounds import locked, sign
from dienhong.decisions.actions.steps import Misdated
from dienhong.decisions.models import BallotRound, Passing, Slip, SlipAnswer, Visit
from dienhong.decisions.queries import rounds as queries
from dienhong.documents import codes
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger.rows import sealed
from dienhong.rolls.models import Entry
from lawcore.vietnamese import nfc

To = Passing.To
AHEAD_OF_US = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Pass:
    """A slip of a household, by their ids, and where it went. Without `slip`: the one it holds, or its first.

    `by_name`: who took or gave it, where it is not the representative on the roll. `moment`: when by our clock, where
    a telephone's own is known to be off; whether a slip was in time is judged by it.
    """

    entry: int
    to: Passing.To
    happened_at: datetime
    slip: int | None = None
    words: str = ""
    device: str = ""
    entered_at: datetime | None = None
    by_name: str = ""
    moment: datetime | None = None

    @property
    def at(self) -> datetime:
        """When it happened, by our clock."""
        return self.moment or self.happened_at


@transaction.atomic
def pass_slip(*, ballot_round: BallotRound, given: Pass, key: str, by: Actor, at: datetime) -> Passing:
    """LDC art. 19 cl. 3: one slip for each household; another only for one that came back spoiled, which is void.

    What comes after the last moment of the round is written down as late and not counted. One `key` is one passing.
    """
    row = locked(ballot_round, by, Act.HOLD)
    earlier = Passing.objects.filter(key=key).first()  # the other tap may have been waited for
    if earlier is not None:
        return _same(earlier, ballot_round, given)
    entry = Entry.objects.filter(roll=row.roll_id, pk=given.entry).first()
    if entry is None:
        raise Refused(_("Hộ này không có trong danh sách đã chốt cho đợt phát phiếu."))
    _check_hour(given.happened_at, at)
    held = _held(row, entry)
    slip = _slip(row, entry, given, held)
    before = held.get(slip.pk)
    to = late_or(given, row)
    _check_stage(row, to)
    _check_move(before, to, given)
    if to == To.OUT and before is None:
        _check_first(row, entry, slip, held, given)
    try:
        with transaction.atomic():
            passing = Passing.objects.create(
                ballot_round=row,
                slip=slip,
                entry=entry,
                to=to,
                words=nfc(given.words).strip(),
                by_name=nfc(given.by_name).strip(),
                device=given.device[:40],
                happened_at=given.happened_at,
                entered_at=given.entered_at,
                key=key,
                recorded_by=by.key,
            )
    except IntegrityError:  # the other telephone, or the second tap, was first
        return _same(Passing.objects.get(key=key), ballot_round, given)
    data = {"slip": slip.number, "entry": entry.number, "to": str(to), **sealed(passing)}
    sign(row, "slip.recorded", by, data, on=clock.legal_day(given.happened_at), key=f"slip:{key}")
    return passing


def _check_hour(happened_at: datetime, at: datetime) -> None:
    if happened_at > at + AHEAD_OF_US:
        raise Refused(_("Giờ ghi nằm ở tương lai. Hãy chỉnh lại đồng hồ của điện thoại rồi gửi lại."))


@dataclass(frozen=True, slots=True)
class Call:
    """That somebody stood at a household's door in vain; of `found` one of `Visit.Found`."""

    entry: int
    found: str
    happened_at: datetime
    words: str = ""
    device: str = ""
    entered_at: datetime | None = None


@transaction.atomic
def note_visit(*, ballot_round: BallotRound, call: Call, key: str, by: Actor, at: datetime) -> Visit:
    """LDC art. 19 cl. 3: every household is given a slip; where it was not, the list says that somebody went."""
    row = locked(ballot_round, by, Act.HOLD)
    earlier = Visit.objects.filter(key=key).first()
    if earlier is not None:
        if (earlier.ballot_round_id, earlier.entry_id, earlier.found) != (row.pk, call.entry, call.found):
            raise Refused(_("Mã gửi này đã dùng cho một lần ghi khác. Hãy tải lại trang rồi làm lại."))
        return earlier
    entry = Entry.objects.filter(roll=row.roll_id, pk=call.entry).first()
    if entry is None:
        raise Refused(_("Hộ này không có trong danh sách đã chốt cho đợt phát phiếu."))
    if call.found not in Visit.Found.values:
        raise Refused(_("Hãy chọn: hộ đi vắng, hay gặp mà hộ không nhận phiếu."))
    if row.stage != "collecting":
        raise Refused(_("Đợt phát phiếu chưa bắt đầu hoặc đã kết thúc."))
    _check_hour(call.happened_at, at)
    made = Visit.objects.create(
        ballot_round=row,
        entry=entry,
        found=call.found,
        words=nfc(call.words).strip()[:200],
        device=call.device[:40],
        happened_at=call.happened_at,
        entered_at=call.entered_at,
        key=key,
        recorded_by=by.key,
    )
    data = {"entry": entry.number, "found": call.found, **sealed(made)}
    sign(row, "visit.recorded", by, data, on=clock.legal_day(call.happened_at), key=f"visit:{key}")
    return made


def _same(earlier: Passing, ballot_round: BallotRound, given: Pass) -> Passing:
    """The passing that this key already made. Whether a slip was collected late its moment says, not who asks."""
    either = {To.COLLECTED, To.LATE}
    asked = either if given.to in either else {given.to}
    is_same = (
        (earlier.ballot_round_id, earlier.entry_id) == (ballot_round.pk, given.entry)
        and earlier.to in asked
        and given.slip in {None, earlier.slip_id}
    )
    if not is_same:
        raise Refused(_("Mã gửi này đã dùng cho một lần ghi khác. Hãy tải lại trang rồi làm lại."))
    return earlier


def _held(row: BallotRound, entry: Entry) -> dict[int, Passing.To]:
    """Where every slip is that this household ever had, by the slip's id."""
    of_entry = Passing.objects.filter(ballot_round=row, entry=entry)
    rows = Passing.objects.filter(ballot_round=row, slip__in=of_entry.values("slip")).order_by("pk")
    found = {slip: (To(to), whose) for slip, to, whose in rows.values_list("slip_id", "to", "entry_id")}
    return {slip: to for slip, (to, whose) in found.items() if to != To.UNUSED and whose == entry.pk}


def _slip(row: BallotRound, entry: Entry, given: Pass, held: dict[int, Passing.To]) -> Slip:
    """The slip that is meant: said, held, or for a household without one the next that fits."""
    if given.slip is not None:
        slip = row.slips.filter(pk=given.slip).first()
        if slip is None:
            raise Refused(_("Không có phiếu số này trong tập phiếu của đợt."))
        return slip
    standing = [slip for slip, to in held.items() if to in queries.STANDING]
    if standing:
        return row.slips.get(pk=standing[0])
    if given.to != To.OUT:
        raise Refused(_("Hộ này chưa được phát phiếu, hoặc phiếu đã hỏng."))
    taken = {slip for slip, place in queries.places(row).items()}
    own = row.slips.get(number=entry.number)
    if own.pk not in taken:
        return own
    households = row.roll.households if row.roll else 0
    spare = row.slips.filter(number__gt=households).exclude(pk__in=taken).order_by("number").first()
    if spare is None:
        raise Refused(_("Đã hết phiếu dự phòng. Hãy báo Trưởng thôn và Tổ trưởng Tổ phát phiếu."))
    return spare


def late_or(given: Pass, row: BallotRound) -> Passing.To:
    """Where the slip is: what came after the last moment is late, whoever says otherwise."""
    if given.to in {To.COLLECTED, To.LATE}:
        late = given.at > row.collects_until or row.stage == "counting"
        return To.LATE if late else To.COLLECTED
    return given.to


def _check_stage(row: BallotRound, to: Passing.To) -> None:
    if row.stage == "collecting" or (row.stage == "counting" and to == To.LATE):
        return
    if row.stage == "counting":
        raise Refused(_("Đã hết hạn thu và đang kiểm phiếu: chỉ còn ghi được phiếu nộp muộn."))
    raise Refused(_("Đợt phát phiếu chưa bắt đầu hoặc đã kết thúc."))


def _check_move(before: Passing.To | None, to: Passing.To, given: Pass) -> None:
    if before is None:
        if to != To.OUT:
            raise Refused(_("Phiếu này chưa phát cho hộ nào."))
        return
    if to == before:
        raise Refused(_("Phiếu này đã được ghi như vậy rồi: %(words)s.") % {"words": before.label})
    if to not in queries.ALLOWED[before]:
        raise Refused(
            _("Phiếu này đang được ghi là “%(before)s” nên không ghi là “%(to)s” được.")
            % {"before": before.label, "to": to.label}
        )
    if to in queries.SAYS_WHY and not given.words.strip():
        raise Refused(_("Hãy ghi vì sao lần ghi trước bị nhầm. Lần ghi trước vẫn được giữ."))


def _check_first(row: BallotRound, entry: Entry, slip: Slip, held: dict[int, Passing.To], given: Pass) -> None:
    """One household, one slip; one slip, one household; not before the day that was announced, not after the last."""
    if any(to in queries.STANDING for to in held.values()):
        raise Refused(_("Hộ này đã được phát phiếu. Chỉ phát phiếu khác khi phiếu trước bị hỏng và đã thu lại."))
    last = Passing.objects.filter(slip=slip).order_by("-pk").first()
    if last is not None and last.to != To.UNUSED:
        raise Refused(_("Phiếu số %(number)d đã phát cho hộ khác.") % {"number": slip.number})
    households = row.roll.households if row.roll else 0
    if slip.number <= households and slip.number != entry.number:
        raise Refused(
            _("Phiếu số %(number)d in cho hộ khác. Hãy lấy phiếu của hộ này hoặc phiếu dự phòng.")
            % {"number": slip.number}
        )
    if clock.legal_day(given.at) < row.hands_out_on:
        raise Misdated(_("Chưa đến ngày phát phiếu đã công khai. Hãy kiểm tra lại ngày."))
    if given.at > row.collects_until:
        raise Misdated(_("Đã hết hạn thu phiếu nên không phát phiếu nữa."))


@dataclass(frozen=True, slots=True)
class Read:
    """What stands on a slip: agree, disagree, other, or invalid; the household's own words."""

    answer: str
    words: str = ""


@transaction.atomic
def type_answer(*, slip: Slip, read: Read, key: str, by: Actor) -> SlipAnswer:
    """In a named round, what a collected slip says, for its household to find; the sum must equal the count."""
    row = locked(slip.ballot_round, by, Act.HOLD)
    words = nfc(read.words).strip()[:500]
    earlier = SlipAnswer.objects.filter(key=key).first()
    if earlier is not None:
        if (earlier.slip_id, earlier.answer, earlier.words) != (slip.pk, read.answer, words):
            raise Refused(_("Mã gửi này đã dùng cho phiếu khác. Hãy tải lại trang rồi nhập lại."))
        return earlier
    if not row.is_named:
        raise Refused(_("Đợt này lấy phiếu kín: hệ thống chỉ giữ số phiếu, không giữ câu trả lời của hộ nào."))
    if row.stage not in {"collecting", "counting"}:
        raise Refused(_("Đợt phát phiếu chưa bắt đầu hoặc đã kết thúc."))
    last = Passing.objects.filter(slip=slip).order_by("-pk").first()
    if last is None or last.to != To.COLLECTED:
        raise Refused(_("Chỉ nhập câu trả lời của phiếu đã thu trong hạn."))
    if read.answer not in dict(SlipAnswer._meta.get_field("answer").flatchoices):  # noqa: SLF001 - Django's own name
        raise Refused(_("Hãy chọn câu trả lời ghi trên phiếu."))
    made = SlipAnswer.objects.create(
        slip=slip,
        answer=read.answer,
        words=words,
        receipt=codes.new_code(),
        key=key,
        recorded_by=by.key,
    )
    sign(row, "slip.read", by, {"slip": slip.number, **sealed(made)}, key=f"slip-answer:{key}")
    return made
