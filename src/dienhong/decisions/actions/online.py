"""Lead an online vote: agreed, reported, a team, the form chosen by the households, the vote (Decree 59 art. 5)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.decisions import access, published
from dienhong.decisions.access import Act
from dienhong.decisions.actions import steps, teams
from dienhong.decisions.models import HouseholdKey, Matter, OnlineRound, OnlineStep, Outcome, TeamSeat, Vote
from dienhong.decisions.queries import codes
from dienhong.decisions.queries import online as queries
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.ledger.rows import Together, sealed, told_with
from dienhong.rolls import actions as rolls
from lawcore.answers import Answer
from lawcore.answers import Refused as NotLawful
from lawcore.ballots.lifecycle import ONLINE_ROUND
from lawcore.ballots.matters import Form
from lawcore.ballots.rounds import online_adopted, online_may_start, online_team_leader, online_team_size
from lawcore.vietnamese import nfc

NEEDED = frozenset({TeamSeat.VILLAGE, TeamSeat.FRONT, TeamSeat.SKILLED})
ALLOWED = NEEDED | {TeamSeat.HOUSEHOLD}


@transaction.atomic
def agree_online(
    *, matter: Matter, agreed_with: str, agreed_on: date, devices: str, key: str, by: Actor, at: datetime
) -> OnlineRound:
    """Decree 59/2023 art. 5 cl. 1: village head and Front find no meeting and no ballots needed; households can."""
    earlier = OnlineRound.objects.filter(key=key).first()
    if earlier is not None:
        if earlier.matter_id != matter.pk:
            raise Refused(_("Mã gửi này đã dùng cho việc khác. Hãy mở lại trang rồi gửi lại."))
        return earlier
    matter = steps.locked(matter, by, Act.PROPOSE)
    if matter.stage != "by_online":
        raise Refused(_("Việc này chưa chọn hình thức biểu quyết trực tuyến. Hãy chọn hình thức trước."))
    if OnlineRound.objects.filter(matter=matter).exclude(stage="form_declined").exists():
        raise Refused(_("Việc này đã có đợt biểu quyết trực tuyến."))
    if not agreed_with.strip() or not devices.strip():
        raise Refused(
            _("Hãy ghi người của Ban công tác Mặt trận đã thống nhất, và các hộ dùng thiết bị gì để biểu quyết.")
        )
    if agreed_on > clock.legal_day(at):
        raise Refused(_("Ngày thống nhất với Mặt trận chưa đến. Hãy kiểm tra lại ngày."))
    row = OnlineRound.objects.create(
        village=matter.village,
        matter=matter,
        agreed_with=nfc(agreed_with).strip(),
        agreed_on=agreed_on,
        devices=nfc(devices).strip(),
        key=key,
        recorded_by=by.key,
    )
    sign(row, "online_round.planned", by, sealed(row), on=agreed_on)
    return row


@transaction.atomic
def report_online(
    *, online_round: OnlineRound, to_commune: date, to_front: date, by: Actor, at: datetime
) -> OnlineRound:
    """Decree 59/2023 art. 5 cl. 2 pt. a: commune and Front of the commune know before anything begins."""
    row = locked(online_round, by, Act.PROPOSE)
    if row.sent_to_commune_on is not None:
        return row
    if max(to_commune, to_front) > clock.legal_day(at):
        raise Refused(_("Ngày báo cáo chưa đến. Hãy ghi sau khi đã gửi."))
    if min(to_commune, to_front) < row.agreed_on:
        raise Refused(_("Ngày báo cáo trước ngày thống nhất với Mặt trận. Hãy kiểm tra lại ngày."))
    row.sent_to_commune_on, row.sent_to_front_on = to_commune, to_front
    row.save(update_fields=["sent_to_commune_on", "sent_to_front_on"])
    advance(row, "report", on=max(to_commune, to_front), by=by)
    return row


@transaction.atomic
def set_online_team(*, online_round: OnlineRound, members: Sequence[teams.Member], on: date, by: Actor) -> OnlineRound:
    """Decree 59/2023 art. 5 cl. 2 pt. b: three to five, led by the Front's, one of them at home with computers."""
    row = locked(online_round, by, Act.PROPOSE)
    if row.stage == "team_set":
        return row
    why = teams.checked(members, size=online_team_size, leader=online_team_leader, on=row.agreed_on)
    seats = {each.seat for each in members}
    if not seats >= NEEDED or not seats <= ALLOWED:
        raise Refused(
            _(
                "Tổ lấy ý kiến phải có người của thôn, của Ban công tác Mặt trận và người thành thạo công nghệ thông "
                "tin; ngoài ra chỉ có đại diện hộ (điểm b khoản 2 Điều 5 Nghị định 59/2023)."
            )
        )
    row.team = teams.kept(members)
    row.save(update_fields=["team"])
    advance(row, "set_team", on=on, by=by, why=why, data={"members": len(members)})
    return row


@transaction.atomic
def start_poll(*, online_round: OnlineRound, polls_until: datetime, by: Actor, at: datetime) -> OnlineRound:
    """Decree 59/2023 art. 5 cl. 2 pt. c: all households are asked whether to vote online; the roll is taken for it."""
    row = locked(online_round, by, Act.HOLD)
    if row.stage == "polling":
        return row
    if row.stage != "team_set":
        raise Refused(_("Chỉ hỏi các hộ về hình thức sau khi đã lập Tổ lấy ý kiến, và chỉ hỏi một lần."))
    if polls_until <= at:
        raise Refused(_("Hạn trả lời phải ở phía trước. Hãy kiểm tra lại ngày giờ."))
    day = clock.legal_day(at)
    row.roll = rolls.take(village=row.village, on=day, by=by)
    row.polls_until = polls_until
    row.save(update_fields=["roll", "polls_until"])
    HouseholdKey.objects.bulk_create(
        (
            HouseholdKey(online_round=row, entry=each, index=codes.index_of(queries.household_code(row, each)))
            for each in row.roll.entries.all()
        ),
        batch_size=500,
    )
    keys = Together(HouseholdKey, "online_round", row.pk)
    data = {"roll": row.roll.digest, "households": row.roll.households, **sealed(keys)}
    advance(row, "poll", on=day, by=by, data=data)
    return row


@transaction.atomic
def end_poll(*, online_round: OnlineRound, by: Actor, at: datetime) -> OnlineRound:
    """Decree 59/2023 art. 5 cl. 2 pt. c: more than half of all households chose the form, or it is given up.

    Never before the last moment: until then every household may change its answer, as its page says.
    """
    row = locked(online_round, by, Act.HOLD)
    if row.stage in {"form_chosen", "form_declined"}:
        return row
    households = row.roll.households if row.roll else 0
    found = queries.effective(row, Vote.About.FORM)
    agree = queries.tally(found)["agree"]
    if row.stage != "polling" or row.polls_until is None or not households:
        raise Refused(_("Chưa hỏi các hộ về hình thức biểu quyết trực tuyến."))
    why = online_may_start(households=households, agree=agree, on=row.agreed_on)
    if at < row.polls_until:
        raise Refused(_("Chưa hết hạn trả lời. Hộ nào cũng được trả lời, được đổi ý đến hết hạn đã báo."))
    day = clock.legal_day(at)
    data = {"households": households, "agree": agree, "answered": len(found)}
    advance(row, "consent" if why.result else "decline", on=day, by=by, why=[why], data=data)
    if not why.result:
        matter = steps.locked(row.matter, by, Act.HOLD)
        steps.advance(
            matter, "decline_online", on=day, key=f"online:{row.pk}:decline", by=by, why=[why], data={"agree": agree}
        )
        matter.form = ""
        matter.save(update_fields=["stage", "form"])
    return row


@transaction.atomic
def announce_online(
    *, online_round: OnlineRound, announced_on: date, ways: str, votes_until: datetime, by: Actor, at: datetime
) -> OnlineRound:
    """Decree 59/2023 art. 5 cl. 3: everybody is told of form, question, time and how to answer; then the vote opens."""
    row = locked(online_round, by, Act.HOLD)
    if row.announced_on is not None:
        return row
    if announced_on > clock.legal_day(at):
        raise Refused(_("Ngày thông báo chưa đến. Hãy ghi sau khi đã thông báo."))
    if not ways.strip():
        raise Refused(_("Hãy ghi đã thông báo bằng cách nào: nhóm của thôn, truyền thanh, báo từng hộ…"))
    if votes_until <= at:
        raise Refused(_("Hạn biểu quyết phải ở phía trước. Hãy kiểm tra lại ngày giờ."))
    row.announced_on, row.announced_by, row.votes_until = announced_on, nfc(ways).strip(), votes_until
    row.save(update_fields=["announced_on", "announced_by", "votes_until"])
    advance(row, "announce", on=announced_on, by=by)
    row.opened_at = at
    row.save(update_fields=["opened_at"])
    advance(row, "open", on=clock.legal_day(at), by=by)
    return row


@transaction.atomic
def close_online(*, online_round: OnlineRound, key: str, by: Actor, at: datetime) -> Outcome:
    """Decree 59/2023 art. 5 cl. 4: the vote ends; more than half of all households agree, or it is not adopted."""
    row = locked(online_round, by, Act.HOLD)
    earlier = Outcome.objects.filter(key=key).first()
    if earlier is not None:
        if earlier.matter_id != row.matter_id:
            raise Refused(_("Mã gửi này đã dùng cho việc khác. Hãy mở lại trang rồi gửi lại."))
        return earlier
    if row.stage != "voting" or row.votes_until is None or row.roll is None:
        raise Refused(_("Đợt biểu quyết trực tuyến này chưa mở hoặc đã kết thúc."))
    found = queries.effective(row, Vote.About.MATTER)
    if at < row.votes_until:
        raise Refused(_("Chưa hết hạn biểu quyết. Hộ nào cũng được trả lời, được đổi ý đến hết hạn đã báo."))
    row.closed_at = at
    row.save(update_fields=["closed_at"])
    day = min(clock.legal_day(row.votes_until), clock.legal_day(at))
    of = queries.tally(found)
    matter = steps.locked(row.matter, by, Act.HOLD)
    answer = online_adopted(households=row.roll.households, agree=of["agree"], on=matter.begun_on)
    outcome = Outcome.objects.create(
        matter=matter,
        form=Form.ONLINE.value,
        households=row.roll.households,
        present=len(found),
        agree=of["agree"],
        disagree=of["disagree"],
        other=of["other"],
        is_adopted=answer.result,
        why=answer.stored(),
        on=day,
        key=key,
        recorded_by=by.key,
    )
    event = "adopt" if answer.result else "reject"
    data = {"households": outcome.households, **of}
    advance(row, "close", on=day, by=by, data={"answered": len(found)})
    advance(row, event, on=day, by=by, why=[answer], data=data)
    told = data | sealed(outcome)
    steps.advance(matter, event, on=day, key=f"online:{row.pk}:{event}", by=by, why=[answer], data=told)
    if answer.result:
        matter.passed_on = day
    matter.save(update_fields=["stage", "passed_on"])
    steps.publish(matter, by, published.of_outcome(outcome))
    return outcome


@transaction.atomic
def note_codes_printed(*, online_round: OnlineRound, by: Actor, at: datetime) -> OnlineRound:
    """Who held the codes of all households in hand: written down each time, since a code answers for its household."""
    row = locked(online_round, by, Act.HOLD)
    if row.roll is None or row.closed_at is not None:
        raise Refused(_("Chưa chốt danh sách hộ, hoặc đã kết thúc biểu quyết: không in mã của hộ."))
    sign(row, "online_round.coded", by, {"households": row.roll.households}, on=clock.legal_day(at))
    return row


def locked(online_round: OnlineRound, by: Actor, act: Act) -> OnlineRound:
    """The row, locked, once access is checked. Raises NotFound, NotAllowed."""
    row = locked_row(online_round)
    access.check(by, act, row.village)
    return row


def locked_row(online_round: OnlineRound) -> OnlineRound:
    """The row, locked: who closes the vote and who answers wait for each other."""
    rows = OnlineRound.objects.select_for_update(of=("self",)).select_related("village__parent", "matter", "roll")
    return rows.get(pk=online_round.pk)


def advance(
    row: OnlineRound,
    event: str,
    *,
    on: date,
    by: Actor,
    why: Sequence[Answer[Any]] = (),
    data: dict[str, Any] | None = None,
) -> OnlineStep:
    """One step of the law's table: written, signed, and the vote stands there. Refused where the table has none."""
    try:
        move = ONLINE_ROUND.after(row.stage, event)
    except NotLawful as refusal:
        raise Refused(str(refusal)) from refusal
    step = OnlineStep.objects.create(
        online_round=row, event=event, to=move.to, on=on, why=[each.stored() for each in why], recorded_by=by.key
    )
    row.stage = move.to
    row.save(update_fields=["stage"])
    sign(row, f"online_round.{PAST[event]}", by, {"to": move.to, **told_with(data or {}, row, step)}, on=on)
    return step


PAST = {
    "report": "submitted",
    "set_team": "formed",
    "poll": "begun",
    "consent": "approved",
    "decline": "rejected",
    "announce": "notified",
    "open": "opened",
    "close": "closed",
    "adopt": "adopted",
    "reject": "rejected",
}
"""The ledger's word for each event."""


def sign(row: OnlineRound, kind: str, by: Actor, data: dict[str, Any], *, on: date | None = None) -> None:
    """The ledger's entry about an online vote."""
    ledger.append(
        kind=kind,
        subject=f"decisions.onlineround:{row.pk}",
        by=by.key,
        locality=row.village.code,
        data=data,
        claimed_on=on,
    )
