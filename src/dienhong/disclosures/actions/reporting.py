"""The report to the council: opened with its figures, written, presented to the chair; where papers went and hang."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.disclosures import access, asking, papers, queries, snapshots
from dienhong.disclosures.access import Act
from dienhong.disclosures.actions.gate import open_words
from dienhong.disclosures.actions.signing import locked, record
from dienhong.disclosures.models import Delivery, Hanging, Plan, Statement, TakenDown
from dienhong.documents import actions as documents
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor, Role
from dienhong.foundations.refusals import Refused
from dienhong.notifications import actions as notifications
from dienhong.notifications.models import Notice
from dienhong.registry.models import Locality
from lawcore.disclosures import Place, Publisher
from lawcore.indicators.periods import Period
from lawcore.vietnamese import nfc

LONGEST = 20_000
LIST_PLACES = (Place.OFFICE, Place.CULTURAL_HOUSE, Place.COMMUNITY_POINT)
READERS = {
    Delivery.Recipient.COUNCIL: Role.DELEGATE,
    Delivery.Recipient.FRONT: Role.FRONT,
}


@transaction.atomic
def open_report(*, plan: Plan, period: Period, session_on: date, key: str, by: Actor, at: datetime) -> Statement:
    """LDC art. 14 cl. 3: a draft with the figures of this moment, for the council's next regular session.

    The same key gives the same draft; a period has one report until it is signed.
    """
    access.check(by, Act.PLAN, plan.organization)
    if plan.kind != Publisher.COMMUNE:
        raise Refused(_("Luật chỉ yêu cầu Ủy ban nhân dân cấp xã báo cáo Hội đồng nhân dân."))
    known = Statement.objects.filter(key=key).first()
    if known is not None and (known.plan_id, known.kind) != (plan.pk, Statement.Kind.REPORT):
        raise Refused(_("Mã yêu cầu này đã dùng cho một văn bản khác. Hãy tải lại trang và gửi lại."))
    on = clock.legal_day(at)
    if period not in queries.periods_to_report(plan, on=on):
        raise Refused(_("Kỳ này chưa bắt đầu nên chưa có gì để báo cáo."))
    earlier = queries.latest(plan, Statement.Kind.REPORT, first=period.first_day, last=period.last_day)
    if known is not None or earlier is not None:
        return known or earlier  # type: ignore[return-value]  # one of the two is there
    return _opened(plan, period, None, session_on, reason="", key=key, by=by, at=at)


@transaction.atomic
def correct(*, statement: Statement, reason: str, key: str, by: Actor, at: datetime) -> Statement:
    """A new draft that stands instead of a signed report, with its words and fresh figures; both are kept."""
    statement = locked(statement)
    access.check(by, Act.PLAN, statement.organization)
    if statement.kind != Statement.Kind.REPORT or not statement.is_signed:
        raise Refused(_("Chỉ báo cáo đã ký mới cần bản thay thế; bản đang soạn thì sửa trực tiếp."))
    period = queries.period_of(statement)
    newest = queries.latest(statement.plan, statement.kind, first=period.first_day, last=period.last_day)
    if newest is not None and newest.version > statement.version:
        return newest
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do phải lập bản thay thế."))
    session = statement.session_on or period.last_day
    plan = statement.plan
    plan.organization = statement.organization
    return _opened(plan, period, statement, session, reason=nfc(reason).strip(), key=key, by=by, at=at)


def _opened(
    plan: Plan,
    period: Period,
    earlier: Statement | None,
    session_on: date,
    *,
    reason: str,
    key: str,
    by: Actor,
    at: datetime,
) -> Statement:
    on = clock.legal_day(at)
    due = asking.day_of_report(since=min(period.last_day, on), session=session_on)
    shot = snapshots.replacing(snapshots.of_report(plan, period, on=on), earlier)
    statement = Statement.objects.create(
        plan=plan,
        organization=plan.organization,
        kind=Statement.Kind.REPORT,
        period_start=period.first_day,
        period_end=period.last_day,
        version=earlier.version + 1 if earlier else 1,
        reason=reason,
        stage=Statement.Stage.DRAFT,
        snapshot=shot,
        snapshot_hash=snapshots.hash_of(shot),
        frozen_at=at,
        narrative=earlier.narrative if earlier else {},
        session_on=session_on,
        due=due.stored(),
        sign=papers.usual_sign(Statement.Kind.REPORT, plan.kind),
        key=key,
        created_by=by.key,
    )
    record("statement.opened", statement, by=by.key)
    return statement


@transaction.atomic
def take_again(*, statement: Statement, by: Actor, at: datetime) -> Statement:
    """The figures anew while it is a draft; what people wrote stays."""
    statement = _draft(statement, by)
    plan, on = statement.plan, clock.legal_day(at)
    plan.organization = statement.organization
    before = statement.snapshot.get("replaces")
    shot = snapshots.of_report(plan, queries.period_of(statement), on=on)
    statement.snapshot = {**shot, "replaces": before} if before else shot
    statement.snapshot_hash, statement.frozen_at = snapshots.hash_of(statement.snapshot), at
    statement.save(update_fields=["snapshot", "snapshot_hash", "frozen_at"])
    record("statement.frozen", statement, by=by.key)
    return statement


@transaction.atomic
def write(*, statement: Statement, section: str, text: str, edition: int, by: Actor) -> Statement:
    """Puts words into a section. `edition` is the one the writer saw; another means somebody wrote since."""
    statement = _draft(statement, by)
    if section not in papers.BY_CODE:
        raise Refused(_("Không có mục này trong báo cáo."))
    words = nfc(text).replace("\r\n", "\n").strip()
    if edition != statement.edition:
        if statement.narrative.get(section, "") == words:
            return statement
        raise Refused(_("Có người vừa sửa báo cáo này. Lời của anh/chị vẫn còn ở ô bên dưới; xem lại rồi lưu lần nữa."))
    if len(words) > LONGEST:
        raise Refused(_("Một mục dài tối đa 20.000 ký tự. Hãy viết ngắn lại."))
    statement.narrative = {**statement.narrative, section: words}
    statement.edition += 1
    statement.save(update_fields=["narrative", "edition"])
    record("statement.written", statement, by=by.key, section=section)
    return statement


@transaction.atomic
def present(*, statement: Statement, by: Actor) -> Statement:
    """The draft goes to the chair; from here on it is not written until it comes back."""
    statement = locked(statement)
    access.check(by, Act.PLAN, statement.organization)
    if statement.stage == Statement.Stage.PRESENTED:
        return statement
    statement = _draft(statement, by)
    statement.stage, statement.returned_because = Statement.Stage.PRESENTED, ""
    statement.save(update_fields=["stage", "returned_because"])
    record("statement.presented", statement, by=by.key)
    return statement


@transaction.atomic
def give_back(*, statement: Statement, reason: str, by: Actor) -> Statement:
    """The chair does not sign it yet and says why."""
    statement = locked(statement)
    access.check(by, Act.SIGN, statement.organization)
    if statement.stage == Statement.Stage.DRAFT:
        return statement
    if statement.is_signed:
        raise Refused(_("Báo cáo đã ký thì không trả lại được. Sai thì lập bản thay thế."))
    if not reason.strip():
        raise Refused(_("Hãy ghi cần sửa gì."))
    statement.stage, statement.returned_because = Statement.Stage.DRAFT, nfc(reason).strip()
    statement.save(update_fields=["stage", "returned_because"])
    record("statement.returned", statement, by=by.key)
    return statement


@transaction.atomic
def deliver(
    *, statement: Statement, recipient: str, claimed_on: date, received_by: str, by: Actor, at: datetime
) -> Delivery:
    """LDC art. 14 cl. 3: it was handed to the council, or to the Front; they are told where to read it."""
    statement = locked(statement)
    access.check(by, Act.PLAN, statement.organization)
    known = Delivery.objects.filter(statement=statement, recipient=recipient).first()
    if known is not None:
        return known
    if statement.kind != Statement.Kind.REPORT or statement.stage != Statement.Stage.ISSUED:
        raise Refused(_("Báo cáo ký và dựng tệp xong thì mới gửi được."))
    _check_day(claimed_on, statement, on=clock.legal_day(at))
    delivery = Delivery.objects.create(
        statement=statement,
        recipient=Delivery.Recipient(recipient),
        claimed_on=claimed_on,
        received_by=nfc(received_by).strip(),
        recorded_by=by.key,
    )
    _tell(statement, Delivery.Recipient(recipient))
    record("statement.delivered", statement, by=by.key, claimed_on=claimed_on, recipient=recipient)
    return delivery


def _tell(statement: Statement, recipient: Delivery.Recipient) -> None:
    name = queries.period_of(statement).label
    notice = Notice(
        role=READERS[recipient].value,
        locality=statement.organization.locality,
        subject=_("Báo cáo kết quả công khai thông tin %(period)s") % {"period": name},
        text=_("Ủy ban nhân dân gửi báo cáo về việc công khai thông tin, để xem xét và giám sát."),
        link=f"/cong-khai/van-ban/{statement.pk}/",
        key=f"statement:{statement.pk}:{recipient.value}",
    )
    notifications.notify([notice])


@dataclass(frozen=True, slots=True)
class Hung:
    """Where a quarterly list was put up, and on which day; without a village: in every village."""

    places: Sequence[str]
    claimed_on: date
    village: Locality | None = None
    proof_name: str = ""
    proof: Iterable[bytes] | None = None


@transaction.atomic
def hang(*, statement: Statement, hung: Hung, key: str, by: Actor, at: datetime) -> list[Hanging]:
    """LDC art. 13 cl. 2: the list was put up; one row for each place. The same `key`: the same rows."""
    statement = locked(statement)
    organization = statement.organization
    access.check(by, Act.PUBLISH, organization)
    earlier = list(Hanging.objects.filter(key__startswith=f"{key}:").order_by("pk"))
    if earlier:
        if any(each.statement_id != statement.pk for each in earlier):
            raise Refused(_("Mã yêu cầu này đã dùng cho một văn bản khác. Hãy tải lại trang và gửi lại."))
        return earlier
    if statement.kind != Statement.Kind.LIST or not statement.is_signed:
        raise Refused(_("Danh sách ký xong thì mới niêm yết."))
    if not hung.places or not set(hung.places) <= {place.value for place in LIST_PLACES}:
        raise Refused(_("Hãy chọn nơi niêm yết."))
    if hung.village is not None and not hung.village.path.startswith(organization.locality.path):
        raise access.nothing()
    _check_day(hung.claimed_on, statement, on=clock.legal_day(at))
    least = asking.first_day_down_of_list(since=hung.claimed_on)
    proof = documents.store(data=hung.proof, name=hung.proof_name, by=by.key) if hung.proof is not None else None
    rows = [
        Hanging.objects.create(
            statement=statement,
            place=place,
            village=hung.village if place != Place.OFFICE else None,
            claimed_on=hung.claimed_on,
            stays_until=least.result,
            least=least.stored(),
            proof=proof,
            proof_name=hung.proof_name[:200] if proof else "",
            key=f"{key}:{number}",
            recorded_by=by.key,
        )
        for number, place in enumerate(hung.places)
    ]
    record("statement.posted", statement, by=by.key, claimed_on=hung.claimed_on, proof=proof.sha256 if proof else "")
    return rows


@transaction.atomic
def take_down(*, hanging: Hanging, claimed_on: date, reason: str, by: Actor, at: datetime) -> TakenDown:
    """LDC art. 13 cl. 2: the list came down from this place. Sooner than it should: with the reason. Again: the same.

    A list that stands instead of this one may be hung and this one taken down at any time.
    """
    statement = locked(hanging.statement)
    access.check(by, Act.PUBLISH, statement.organization)
    known = TakenDown.objects.filter(hanging=hanging).first()
    if known is not None:
        return known
    if claimed_on < hanging.claimed_on:
        raise Refused(_("Ngày gỡ không được trước ngày niêm yết."))
    _check_day(claimed_on, statement, on=clock.legal_day(at))
    newer = Statement.objects.filter(
        plan=statement.plan_id, kind=statement.kind, period_start=statement.period_start, version__gt=statement.version,
        stage__in=queries.SIGNED, dated__lte=claimed_on,
    )  # fmt: skip
    is_early = claimed_on < hanging.stays_until and not newer.exists()
    if is_early and not reason.strip():
        raise Refused(_("Gỡ sớm hơn ngày nên để thì phải ghi lý do."))
    taken = TakenDown.objects.create(
        hanging=hanging, claimed_on=claimed_on, is_early=is_early, reason=open_words(reason), recorded_by=by.key
    )
    record("statement.taken_down", statement, by=by.key, claimed_on=claimed_on, hanging=hanging.pk, early=int(is_early))
    return taken


def _check_day(day: date, statement: Statement, *, on: date) -> None:
    if day > on:
        raise Refused(_("Ngày thực hiện không được sau hôm nay. Chỉ ghi việc đã làm."))
    if statement.dated is not None and day < statement.dated:
        raise Refused(_("Ngày thực hiện không được trước ngày ký văn bản."))


def _draft(statement: Statement, by: Actor) -> Statement:
    statement = locked(statement)
    access.check(by, Act.PLAN, statement.organization)
    if statement.stage != Statement.Stage.DRAFT:
        raise Refused(_("Báo cáo đã trình hoặc đã ký nên không sửa được. Cần sửa thì Chủ tịch trả lại."))
    return statement
