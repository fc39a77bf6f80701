"""End a ballot round: close it before witnesses, count twice, say what the law says (Decree 59/2023 art. 4 cl. 6)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.decisions import counting, published
from dienhong.decisions.access import Act
from dienhong.decisions.actions import steps
from dienhong.decisions.actions.rounds import advance, locked, sign
from dienhong.decisions.actions.steps import NOW, Hours
from dienhong.decisions.actions.voting import judged
from dienhong.decisions.models import BallotRound, CountPage, Outcome, SlipSheet
from dienhong.decisions.queries import rounds as queries
from dienhong.documents import actions as documents
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger.rows import sealed
from lawcore.ballots.matters import Form
from lawcore.ballots.rounds import ballot_count_witnessed
from lawcore.vietnamese import nfc, search_folded

ANSWERED = queries.STANDING - {queries.To.OUT}
"""Where a slip is whose household has nothing more to hand in; for a spoiled one it may still have another."""


@transaction.atomic
def close_round(
    *,
    ballot_round: BallotRound,
    witnesses: Sequence[str],
    by: Actor,
    at: datetime,
    note: str = "",
    happened_at: datetime | None = None,
) -> BallotRound:
    """Decree 59/2023 art. 4 cl. 6 pt. a: the time is over, or every slip is back; two households watch the count.

    `note` explains why a household was not reached, where there is one. `happened_at`: when a telephone without a
    signal said so; Misdated for an hour that has not come.
    """
    row = locked(ballot_round, by, Act.HOLD)
    if row.stage == "counting":
        return row
    names = {search_folded(each): nfc(each).strip() for each in witnesses if each.strip()}
    if any(search_folded(str(each["name"])) in names for each in row.team):
        raise Refused(_("Người chứng kiến kiểm phiếu phải là đại diện hộ, không phải người của Tổ phát phiếu."))
    why = ballot_count_witnessed(representatives=len(names), on=row.planned_on)
    if not why.result:
        raise Refused(why.explanation)
    where = queries.places(row)
    reached = {place.entry for place in where.values()}
    answered = {place.entry for place in where.values() if place.to in ANSWERED}
    households = row.roll.households if row.roll else 0
    ended = steps.said_hour(happened_at, at)
    if row.opened_at is not None and ended < row.opened_at - steps.OFF:
        raise steps.Misdated(_("Giờ hết hạn thu phải sau giờ bắt đầu phát. Hãy xem lại đồng hồ rồi ghi lại."))
    if ended < row.collects_until and len(answered) < households:
        raise Refused(_("Chưa hết hạn thu phiếu và còn hộ chưa nộp phiếu nên chưa kiểm phiếu được."))
    if len(reached) < households and not note.strip():
        raise Refused(
            _("Còn %(left)d hộ chưa được phát phiếu: mỗi hộ phải được phát một phiếu. Hãy ghi rõ vì sao.")
            % {"left": households - len(reached)}
        )
    row.closed_at, row.witnesses, row.note = ended, list(names.values()), nfc(note).strip()[:300]
    row.save(update_fields=["closed_at", "witnesses", "note"])
    data = queries.pads(row)
    advance(row, "close", on=_ended_on(row), by=by, why=[why], data=data)
    return row


def _ended_on(row: BallotRound) -> date:
    """LDC art. 20 cl. 3: the last day of the time that was set, or the earlier one on which every slip was back."""
    last = clock.legal_day(row.collects_until)
    return min(last, clock.legal_day(row.closed_at)) if row.closed_at else last


@transaction.atomic
def enter_slip_sheet(
    *,
    ballot_round: BallotRound,
    place: int,
    counter: str,
    figures: Mapping[str, int],
    key: str,
    by: Actor,
    note: str = "",
    entered_at: datetime | None = None,
) -> SlipSheet:
    """The sheet of one of the two who counted. What does not add up is refused at once, in words that say where."""
    row = locked(ballot_round, by, Act.HOLD)
    earlier = SlipSheet.objects.filter(key=key).first()
    if earlier is not None:
        if (earlier.ballot_round_id, earlier.place, dict(earlier.figures)) != (row.pk, place, dict(figures)):
            raise Refused(_("Mã gửi này đã dùng cho một phiếu kiểm đếm khác. Hãy tải lại trang rồi nhập lại."))
        return earlier
    _check_counting(row)
    if place not in {1, 2} or not counter.strip():
        raise Refused(_("Hãy ghi họ tên người đếm và là người đếm thứ nhất hay thứ hai."))
    other = queries.slip_sheets(row).get(3 - place)
    if other is not None and search_folded(other.counter) == search_folded(counter):
        raise Refused(_("Hai phiếu kiểm đếm phải của hai người khác nhau."))
    households = row.roll.households if row.roll else 0
    found = counting.faults_of_slips(figures, pads=queries.pads(row), households=households, note=note)
    if found:
        raise Refused(" ".join(found))
    sheet = SlipSheet.objects.create(
        ballot_round=row,
        place=place,
        counter=nfc(counter).strip(),
        figures=dict(figures),
        note=nfc(note).strip(),
        entered_at=entered_at,
        key=key,
        recorded_by=by.key,
    )
    data = {"place": place, "figures": dict(figures), **sealed(sheet)}
    sign(row, "sheet.recorded", by, data, key=f"slip-sheet:{key}")
    return sheet


def _check_counting(row: BallotRound) -> None:
    if row.stage != "counting":
        raise Refused(_("Đợt phát phiếu này không ở bước kiểm phiếu."))


@transaction.atomic
def settle_round(*, ballot_round: BallotRound, key: str, by: Actor, hours: Hours = NOW) -> Outcome:
    """LDC art. 21 cl. 1: both sheets agree, so the round has its result, over all households of the roll."""
    row = locked(ballot_round, by, Act.HOLD)
    earlier = Outcome.objects.filter(key=key).first()
    if earlier is not None:
        if earlier.matter_id != row.matter_id:
            raise Refused(_("Mã gửi này đã dùng cho việc khác. Hãy mở lại trang rồi gửi lại."))
        return earlier
    _check_counting(row)
    figures = queries.agreed_slips(row)
    if figures is None:
        raise Refused(_("Hai phiếu kiểm đếm chưa đủ hoặc chưa khớp nhau. Hãy đếm lại rồi nhập lại phiếu bị sai."))
    if figures["late"] != queries.pads(row)["late"]:
        raise Refused(_("Sau khi đếm còn có phiếu nộp muộn. Hãy nhập lại hai phiếu kiểm đếm."))
    _check_typed(row, figures)
    matter = steps.locked(row.matter, by, Act.HOLD)
    households = row.roll.households if row.roll else 0
    answer = judged(matter.law, households, figures["agree"], on=matter.begun_on)
    day = _ended_on(row)
    outcome = Outcome.objects.create(
        matter=matter,
        form=Form.BALLOT.value,
        households=households,
        present=figures["collected"],
        agree=figures["agree"],
        disagree=figures["disagree"],
        other=figures["collected"] - figures["agree"] - figures["disagree"],
        is_adopted=answer.result,
        why=answer.stored(),
        on=day,
        happened_at=hours.happened_at,
        entered_at=hours.entered_at,
        key=key,
        recorded_by=by.key,
    )
    event = "adopt" if answer.result else "reject"
    data = {"households": households, "agree": outcome.agree, "disagree": outcome.disagree, "other": outcome.other}
    advance(row, event, on=day, by=by, why=[answer], data=data)
    told = data | sealed(outcome)
    steps.advance(matter, event, on=day, key=f"ballots:{row.pk}:{event}", by=by, why=[answer], data=told)
    if answer.result:
        matter.passed_on = day
    matter.save(update_fields=["stage", "passed_on"])
    steps.publish(matter, by, published.of_outcome(outcome))
    return outcome


def _check_typed(row: BallotRound, figures: Mapping[str, int]) -> None:
    """In a named round whose slips were typed, the sum of the typed answers is what was counted."""
    typed = queries.typed_figures(row) if row.is_named else {}
    if not sum(typed.values()):
        return
    wrong = [str(counting.ON_SLIPS[name]) for name, number in typed.items() if figures[name] != number]
    if wrong:
        raise Refused(
            _("Câu trả lời đã nhập của từng phiếu không khớp số kiểm đếm: %(which)s. Hãy đối chiếu lại với phiếu.")
            % {"which": ", ".join(wrong)}
        )


@transaction.atomic
def add_count_page(*, ballot_round: BallotRound, photo: bytes, key: str, by: Actor, hours: Hours = NOW) -> CountPage:
    """Decree 59/2023 art. 4 cl. 6 pt. a: the count minutes (form 04) as they were signed by hand, photographed."""
    row = locked(ballot_round, by, Act.HOLD)
    earlier = CountPage.objects.filter(key=key).first()
    if earlier is not None:
        if earlier.ballot_round_id != row.pk:
            raise Refused(_("Mã gửi này đã dùng cho việc khác. Hãy mở lại trang rồi gửi lại."))
        return earlier
    if row.stage in queries.BEFORE_COUNT:
        raise Refused(_("Chưa có kết quả kiểm phiếu. Hãy kết luận trước khi gửi ảnh biên bản đã ký."))
    stored = documents.store(data=photo, name="bien-ban-kiem-phieu.jpg", by=by.key)
    made = CountPage.objects.create(
        ballot_round=row,
        file=stored,
        happened_at=hours.happened_at,
        entered_at=hours.entered_at,
        key=key,
        recorded_by=by.key,
    )
    sign(row, "count_page.added", by, {"file": stored.sha256, **sealed(made)}, key=f"count-page:{key}")
    return made
