"""What the chair signed about disclosure: the plan, the list of the last quarter, a report; one more report waits."""

from datetime import date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from dienhong.disclosures import actions, queries
from dienhong.disclosures.actions import Hung, Reviewed, Signature
from dienhong.disclosures.models import Delivery, Plan, Statement
from dienhong.foundations.actors import Actor
from dienhong.foundations.clock import legal_day
from dienhong.registry import queries as registry
from dienhong.registry.models import User
from lawcore.indicators.periods import Period, period_on
from lawcore.timelimits import Every

POST = "Chủ tịch"
WORDS = {
    "direction": "Ủy ban nhân dân xã đã giao người phụ trách từng nội dung, kiểm tra bảng tin ở các thôn mỗi tháng.",
    "requests": "Trong kỳ, xã nhận 3 yêu cầu cung cấp thông tin, đã trả lời cả 3, đúng hạn.",
    "weaknesses": "Một số nội dung công khai muộn do chờ đối chiếu số liệu; loa thôn Gò Mít hỏng hai tuần.",
    "next": "Công khai đủ các nội dung còn quá hạn trong tháng tới; sửa loa thôn Gò Mít.",
}


def tell(plan: Plan, *, officer: Actor, at: datetime) -> None:
    """Everything that the day allows: early in January no quarter of the plan is over."""
    on = legal_day(at)
    chair = registry.actor_of(User.objects.get(username="chu-tich"), on=on)
    _plan(plan, chair, at)
    _last_quarter(plan, officer, chair, at)
    half = period_on(Every.HALF_YEAR, on)
    issued = _report(plan, half, officer, at)
    actions.sign_report(statement=issued, given=Signature(96, "BC-UBND", on, POST, chair.name), by=chair, at=at)
    issued = actions.finish_statement(statement_id=issued.pk, at=at)
    for recipient in Delivery.Recipient:
        actions.deliver(
            statement=issued, recipient=recipient.value, claimed_on=on, received_by="Văn thư", by=officer, at=at
        )
    _report(plan, queries.year_of(plan), officer, at)


def _plan(plan: Plan, chair: Actor, at: datetime) -> None:
    on = legal_day(at)
    draft = actions.review(plan, Statement.Kind.PLAN, queries.year_of(plan), on=on)
    given = Signature(5, draft.sign, min(on, date(plan.year, 1, 12)), POST, chair.name)
    reviewed = Reviewed(draft.snapshot_hash, _key("plan"))
    signed = actions.sign_plan(plan=plan, given=given, reviewed=reviewed, by=chair, at=at)
    actions.finish_statement(statement_id=signed.pk, at=at)


def _last_quarter(plan: Plan, officer: Actor, chair: Actor, at: datetime) -> None:
    on = legal_day(at)
    over = [each for each in queries.quarters(plan, on=on - timedelta(days=7)) if each.signed is None]
    if not over:
        return
    period: Period = over[-1].period
    draft = actions.review(plan, Statement.Kind.LIST, period, on=on)
    day = period.last_day + timedelta(days=3)
    signed = actions.sign_list(
        plan=plan,
        number=period.number,
        given=Signature(81, draft.sign, day, POST, chair.name),
        reviewed=Reviewed(draft.snapshot_hash, _key("list")),
        by=chair,
        at=at,
    )
    actions.finish_statement(statement_id=signed.pk, at=at)
    hung = Hung(("office", "cultural-house", "community-point"), day + timedelta(days=1))
    actions.hang(statement=signed, hung=hung, key=_key("hang"), by=officer, at=at)


def _report(plan: Plan, period: Period, officer: Actor, at: datetime) -> Statement:
    """Opened, written, presented to the chair."""
    report = actions.open_report(
        plan=plan,
        period=period,
        session_on=legal_day(at) + timedelta(days=18),
        key=_key(f"report {period.label}"),
        by=officer,
        at=at,
    )
    for edition, (section, text) in enumerate(WORDS.items()):
        actions.write(statement=report, section=section, text=text, edition=edition, by=officer)
    return actions.present(statement=report, by=officer)


def _key(name: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"sample:statement:{name}"))
