"""Prepare a ballot round: plan, send the plan, team, announcement, roll and pads (LDC art. 19; Decree 59 art. 4)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.decisions import access
from dienhong.decisions.access import Act
from dienhong.decisions.actions import steps, teams
from dienhong.decisions.models import BallotRound, BallotStep, Matter, Slip, TeamSeat
from dienhong.decisions.queries import codes
from dienhong.decisions.queries import rounds as queries
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.ledger.rows import Together, sealed, told_with
from dienhong.rolls import actions as rolls
from lawcore.answers import Answer
from lawcore.answers import Refused as NotLawful
from lawcore.ballots.lifecycle import BALLOT_ROUND
from lawcore.ballots.matters import Scope
from lawcore.ballots.periods import ballot_announcement, ballot_plan
from lawcore.ballots.rounds import ballot_team_leader, ballot_team_size, paper_complete, papers_needed
from lawcore.vietnamese import nfc

MOST_RESERVE = 200
LONGEST = timedelta(days=90)
"""A plan whose last day is later than this after its first is a typing error."""
BODIES = frozenset({TeamSeat.VILLAGE, TeamSeat.FRONT, TeamSeat.ORGANIZATION})


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of a round (Decree 59/2023 art. 4 cl. 2). `reserve`: slips printed beyond one for each household."""

    purpose: str
    requirements: str
    participants: str
    assignment: str
    conditions: str
    hands_out_on: date
    collects_until: datetime
    planned_on: date
    is_named: bool
    reserve: int = 10


@transaction.atomic
def plan_round(*, matter: Matter, plan: Plan, key: str, by: Actor, at: datetime) -> BallotRound:
    """Decree 59/2023 art. 4 cl. 2: the plan of the round for a matter that goes by ballots, as it was asked before."""
    matter = steps.locked(matter, by, Act.PROPOSE)
    earlier = BallotRound.objects.filter(key=key).first()
    if earlier is not None:
        if earlier.matter_id != matter.pk:
            raise Refused(_("Mã gửi này đã dùng cho việc khác. Hãy mở lại trang rồi gửi lại."))
        return earlier
    if matter.stage != "by_ballot":
        raise Refused(_("Việc này chưa chọn hình thức phát phiếu. Hãy chọn hình thức trước."))
    if BallotRound.objects.filter(matter=matter).exists():
        raise Refused(_("Việc này đã có kế hoạch phát phiếu."))
    _check_plan(plan, at)
    texts = {name: value.strip() for name, value in asdict(plan).items() if isinstance(value, str)}
    made = BallotRound.objects.create(
        village=matter.village,
        matter=matter,
        key=key,
        recorded_by=by.key,
        **asdict(plan) | {name: nfc(value) for name, value in texts.items()},
    )
    data = {"named": plan.is_named, "reserve": plan.reserve, "day": f"{plan.hands_out_on:%Y-%m-%d}"}
    advance(made, "plan", on=plan.planned_on, by=by, data=data)
    return made


def _check_plan(plan: Plan, at: datetime) -> None:
    if any(
        isinstance(value, str) and not value.strip() for value in (getattr(plan, each.name) for each in fields(plan))
    ):
        raise Refused(
            _("Kế hoạch phải có mục đích, yêu cầu, thành phần, phân công và điều kiện bảo đảm. Hãy ghi đủ từng mục.")
        )
    if plan.planned_on > clock.legal_day(at):
        raise Refused(_("Ngày ban hành kế hoạch chưa đến. Hãy kiểm tra lại ngày."))
    _check_days(plan.planned_on, plan.hands_out_on, plan.collects_until)
    if not 0 <= plan.reserve <= MOST_RESERVE:
        raise Refused(_("Số phiếu dự phòng từ 0 đến %(most)d.") % {"most": MOST_RESERVE})


def _check_days(planned_on: date, hands_out_on: date, collects_until: datetime) -> None:
    if hands_out_on <= planned_on:
        raise Refused(_("Ngày bắt đầu phát phiếu phải sau ngày ban hành kế hoạch."))
    last = clock.legal_day(collects_until)
    if not hands_out_on <= last <= hands_out_on + LONGEST:
        raise Refused(_("Hạn thu phiếu phải từ ngày bắt đầu phát phiếu và trong vòng 90 ngày. Hãy kiểm tra lại."))


@transaction.atomic
def change_days(*, ballot_round: BallotRound, hands_out_on: date, collects_until: datetime, by: Actor) -> BallotRound:
    """The days of a plan that was not announced yet: what was announced stands."""
    row = locked(ballot_round, by, Act.PROPOSE)
    if row.stage not in {"planned", "plan_sent", "team_set"}:
        raise Refused(_("Đợt phát phiếu đã công khai nên không đổi ngày được nữa."))
    _check_days(row.planned_on, hands_out_on, collects_until)
    row.hands_out_on, row.collects_until = hands_out_on, collects_until
    row.save(update_fields=["hands_out_on", "collects_until"])
    data = {"day": f"{hands_out_on:%Y-%m-%d}", "until": collects_until.isoformat(), **sealed(row)}
    sign(row, "ballot_round.changed", by, data)
    return row


@transaction.atomic
def send_plan(*, ballot_round: BallotRound, to_commune: date, to_front: date, by: Actor, at: datetime) -> BallotRound:
    """Decree 59/2023 art. 4 cl. 2: to both chairs, two days after it was issued at the latest; late is written down."""
    row = locked(ballot_round, by, Act.PROPOSE)
    if row.sent_to_commune_on is not None:
        return row
    if max(to_commune, to_front) > clock.legal_day(at):
        raise Refused(_("Ngày gửi chưa đến. Hãy ghi sau khi đã gửi."))
    if min(to_commune, to_front) < row.planned_on:
        raise Refused(_("Ngày gửi trước ngày ban hành kế hoạch. Hãy kiểm tra lại ngày."))
    due = ballot_plan(since=row.planned_on)
    sent_on = max(to_commune, to_front)
    row.sent_to_commune_on, row.sent_to_front_on = to_commune, to_front
    row.save(update_fields=["sent_to_commune_on", "sent_to_front_on"])
    data = {"due_on": f"{due.result:%Y-%m-%d}", "late": max(0, (sent_on - due.result).days)}
    advance(row, "send_plan", on=sent_on, by=by, why=[due], due_on=due.result, data=data)
    return row


@transaction.atomic
def set_team(*, ballot_round: BallotRound, members: Sequence[teams.Member], on: date, by: Actor) -> BallotRound:
    """LDC art. 19 cl. 2; Decree 59/2023 art. 4 cl. 3: three to five of the three bodies, led by the Front's."""
    row = locked(ballot_round, by, Act.PROPOSE)
    if row.stage == "team_set":
        return row
    why = teams.checked(members, size=ballot_team_size, leader=ballot_team_leader, on=row.planned_on)
    if {each.seat for each in members} != BODIES:
        raise Refused(
            _(
                "Tổ phát phiếu phải có người của thôn, của Ban công tác Mặt trận và của tổ chức chính trị - xã hội, "
                "và chỉ gồm những người này (khoản 3 Điều 4 Nghị định 59/2023)."
            )
        )
    row.team = teams.kept(members)
    row.save(update_fields=["team"])
    advance(row, "set_team", on=on, by=by, why=why, data={"members": len(members)})
    return row


@transaction.atomic
def announce(*, ballot_round: BallotRound, announced_on: date, ways: str, by: Actor, at: datetime) -> BallotRound:
    """LDC art. 19 cl. 2: everybody is told two days before slips are handed out, or a later day has to be chosen."""
    row = locked(ballot_round, by, Act.PROPOSE)
    if row.announced_on is not None:
        return row
    if announced_on > clock.legal_day(at):
        raise Refused(_("Ngày công khai chưa đến. Hãy ghi sau khi đã niêm yết, thông báo."))
    if not ways.strip():
        raise Refused(_("Hãy ghi đã công khai bằng cách nào: niêm yết, truyền thanh, báo từng hộ…"))
    latest = ballot_announcement(before=row.hands_out_on)
    if announced_on > latest.result:
        raise Refused(_("%(why)s Hãy chọn ngày bắt đầu phát phiếu muộn hơn.") % {"why": latest.explanation})
    row.announced_on, row.announced_by = announced_on, nfc(ways).strip()
    row.save(update_fields=["announced_on", "announced_by"])
    advance(row, "announce", on=announced_on, by=by, why=[latest], due_on=latest.result)
    return row


@transaction.atomic
def open_round(*, ballot_round: BallotRound, by: Actor, at: datetime) -> BallotRound:
    """LDC art. 19 cl. 3: the roll is taken and frozen, and the pads are made: one slip for each household, and some."""
    row = locked(ballot_round, by, Act.HOLD)
    if row.roll is not None:
        return row
    if row.stage != "announced":
        raise Refused(_("Hãy công khai đợt phát phiếu trước khi chốt danh sách hộ và in phiếu."))
    day = clock.legal_day(at)
    row.roll = rolls.take(village=row.village, on=day, by=by)
    needed = papers_needed(households=row.roll.households, on=day)
    row.save(update_fields=["roll"])
    made = [Slip(ballot_round=row, number=number) for number in range(1, needed.result + row.reserve + 1)]
    for each in made:
        each.index = codes.index_of(queries.slip_code(each))
    Slip.objects.bulk_create(made, batch_size=500)
    slips = Together(Slip, "ballot_round", row.pk)
    data = {"roll": row.roll.digest, "households": row.roll.households, "printed": len(made), **sealed(row, slips)}
    sign(row, "ballot_round.opened", by, data, on=day)
    return row


@dataclass(frozen=True, slots=True)
class Walk:
    """Which hamlets two of the team walk, by the names of `queries.rounds.hamlets`."""

    hamlets: tuple[str, ...]
    first: str
    second: str


@transaction.atomic
def set_routes(*, ballot_round: BallotRound, walks: Sequence[Walk], by: Actor) -> BallotRound:
    """Who walks where: two of the team, of different bodies; every hamlet once."""
    row = locked(ballot_round, by, Act.HOLD)
    if row.roll is None or row.stage != "announced":
        raise Refused(_("Hãy chốt danh sách hộ trước khi chia tuyến; đã bắt đầu phát phiếu thì không chia lại."))
    seats = {each["name"]: each["seat"] for each in row.team}
    for walk in walks:
        if walk.first not in seats or walk.second not in seats or seats[walk.first] == seats[walk.second]:
            raise Refused(_("Mỗi tuyến do hai người của Tổ phát phiếu, thuộc hai tổ chức khác nhau, cùng đi."))
    walked = sorted(name for walk in walks for name in walk.hamlets)
    if walked != sorted(queries.hamlets(row.roll.entries.all())):
        raise Refused(_("Mỗi xóm, ngõ phải thuộc đúng một tuyến."))
    row.routes = [asdict(walk) for walk in walks]
    row.save(update_fields=["routes"])
    sign(row, "ballot_round.divided", by, {"routes": len(walks), **sealed(row)})
    return row


@transaction.atomic
def begin_round(
    *, ballot_round: BallotRound, is_marked: bool, by: Actor, at: datetime, happened_at: datetime | None = None
) -> BallotRound:
    """Decree 59/2023 art. 4 cl. 5 pt. b, cl. 6: on the day that was announced, with every slip sealed or signed.

    `happened_at`: when a telephone without a signal began it. Misdated for an hour that has not come.
    """
    row = locked(ballot_round, by, Act.HOLD)
    if row.opened_at is not None:
        return row
    if row.roll is None:
        raise Refused(_("Hãy chốt danh sách hộ và in phiếu trước khi phát."))
    began = steps.said_hour(happened_at, at)
    day = clock.legal_day(began)
    if day < row.hands_out_on:
        raise Refused(
            _("Chưa đến ngày phát phiếu đã công khai: %(day)s. Phát sớm thì thời gian báo trước không đủ.")
            % {"day": f"{row.hands_out_on:%d/%m/%Y}"}
        )
    why = paper_complete(scope=Scope(row.matter.scope), sealed=is_marked, signed=is_marked, on=day)
    if not why.result:
        raise Refused(why.explanation)
    row.opened_at = began
    row.save(update_fields=["opened_at"])
    advance(row, "hand_out", on=day, by=by, why=[why])
    return row


@transaction.atomic
def publish_result(*, ballot_round: BallotRound, published_on: date, by: Actor, at: datetime) -> BallotRound:
    """LDC art. 23 cl. 2: the result was made known in the village, whichever it is."""
    row = locked(ballot_round, by, Act.HOLD)
    if row.published_on is not None:
        return row
    if row.closed_at is None or not clock.legal_day(row.closed_at) <= published_on <= clock.legal_day(at):
        raise Refused(_("Ngày công khai kết quả phải sau khi kiểm phiếu và không ở tương lai."))
    row.published_on = published_on
    row.save(update_fields=["published_on"])
    advance(row, "publish", on=published_on, by=by)
    return row


def locked(ballot_round: BallotRound, by: Actor, act: Act) -> BallotRound:
    """The row, locked, once access is checked. Raises NotFound, NotAllowed."""
    rows = BallotRound.objects.select_for_update(of=("self",)).select_related("village__parent", "matter", "roll")
    row = rows.get(pk=ballot_round.pk)
    access.check(by, act, row.village)
    return row


def advance(
    row: BallotRound,
    event: str,
    *,
    on: date,
    by: Actor,
    why: Sequence[Answer[Any]] = (),
    due_on: date | None = None,
    data: dict[str, Any] | None = None,
) -> BallotStep:
    """One step of the law's table: written, signed, and the round stands there. Refused where the table has none."""
    try:
        move = BALLOT_ROUND.after(row.stage, event)
    except NotLawful as refusal:
        raise Refused(str(refusal)) from refusal
    step = BallotStep.objects.create(
        ballot_round=row,
        event=event,
        to=move.to,
        on=on,
        why=[each.stored() for each in why],
        due_on=due_on,
        recorded_by=by.key,
    )
    row.stage = move.to
    row.save(update_fields=["stage"])
    sign(row, f"ballot_round.{PAST[event]}", by, {"to": move.to, **told_with(data or {}, row, step)}, on=on)
    return step


PAST = {
    "plan": "planned",
    "send_plan": "submitted",
    "set_team": "formed",
    "announce": "notified",
    "hand_out": "begun",
    "close": "closed",
    "adopt": "adopted",
    "reject": "rejected",
    "publish": "published",
}
"""The ledger's word for each event."""


@transaction.atomic
def note_slips_printed(*, ballot_round: BallotRound, paper: str, kind: str, by: Actor) -> BallotRound:
    """Who had the slips or counterfoils of all households printed: written down each time."""
    row = locked(ballot_round, by, Act.HOLD)
    sign(row, "slips.printed", by, {"paper": paper, "kind": kind, "slips": row.slips.count()})
    return row


def sign(
    row: BallotRound, kind: str, by: Actor, data: dict[str, Any], *, on: date | None = None, key: str | None = None
) -> None:
    """The ledger's entry about a ballot round."""
    ledger.append(
        kind=kind,
        subject=f"decisions.ballotround:{row.pk}",
        by=by.key,
        locality=row.village.code,
        data=data,
        claimed_on=on,
        key=key,
    )
