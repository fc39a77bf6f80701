"""The chair signs: number, day and signer are given, what was said is frozen; a job makes the files once."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from dienhong.disclosures import access, papers, queries, snapshots
from dienhong.disclosures.actions.starting import Owed, start
from dienhong.disclosures.models import Plan, Statement
from dienhong.documents import actions as documents
from dienhong.documents import queries as printed
from dienhong.documents.official import Trace
from dienhong.documents.rendered import Files, render_files
from dienhong.foundations import clock, events
from dienhong.foundations.actors import SYSTEM, Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from lawcore.disclosures import Publisher
from lawcore.indicators.periods import Period
from lawcore.timelimits import Every
from lawcore.vietnamese import nfc


@dataclass(frozen=True, slots=True)
class Signature:
    """What signing adds to a paper: its number and sign in the register, the day on it, who signed."""

    number: int
    sign: str
    dated: date
    post: str
    name: str

    @classmethod
    def of(cls, statement: Statement) -> "Signature":
        return cls(
            statement.number or 0,
            statement.sign,
            statement.dated or date.min,
            statement.signer_post,
            statement.signer_name,
        )


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The paper as the chair saw it, and the hash of what it says; `reason` where an earlier one is signed."""

    seen: str
    key: str
    reason: str = ""


def review(plan: Plan, kind: str, period: Period, *, on: date) -> Statement:
    """The plan or the list as it would be signed on this day, as a draft that is kept nowhere."""
    earlier = queries.latest(plan, kind, first=period.first_day, last=period.last_day)
    take = snapshots.of_plan(plan, on=on) if kind == Statement.Kind.PLAN else snapshots.of_quarter(plan, period, on=on)
    shot = snapshots.replacing(take, earlier)
    return Statement(
        plan=plan,
        organization=plan.organization,
        kind=kind,
        period_start=period.first_day,
        period_end=period.last_day,
        version=earlier.version + 1 if earlier else 1,
        stage=Statement.Stage.DRAFT,
        snapshot=shot,
        snapshot_hash=snapshots.hash_of(shot),
        sign=papers.usual_sign(kind, plan.kind),
    )


@transaction.atomic
def sign_plan(*, plan: Plan, given: Signature, reviewed: Reviewed, by: Actor, at: datetime) -> Statement:
    """LDC art. 14 cl. 1: the plan is issued; signed again with a reason when it changes in the year."""
    return _sign_new(plan, Statement.Kind.PLAN, queries.year_of(plan), given, reviewed, by=by, at=at)


@transaction.atomic
def sign_list(*, plan: Plan, number: int, given: Signature, reviewed: Reviewed, by: Actor, at: datetime) -> Statement:
    """LDC art. 13 cl. 2: the list of a quarter that is over, frozen; a correction is a new one with its reason."""
    if plan.kind != Publisher.COMMUNE:
        raise Refused(_("Luật chỉ yêu cầu chính quyền cấp xã lập danh sách theo quý."))
    period = Period(plan.year, number, Every.QUARTER)
    if period.last_day >= clock.legal_day(at):
        raise Refused(_("Quý này chưa kết thúc. Danh sách được lập khi hết quý."))
    if given.dated <= period.last_day:
        raise Refused(_("Danh sách lập khi hết quý nên ngày ký phải sau ngày cuối quý."))
    return _sign_new(plan, Statement.Kind.LIST, period, given, reviewed, by=by, at=at)


@transaction.atomic
def sign_report(*, statement: Statement, given: Signature, by: Actor, at: datetime) -> Statement:
    """LDC art. 14 cl. 3: the report that was presented is issued. The same once more: the same report."""
    statement = locked(statement)
    access.check(by, access.Act.SIGN, statement.organization)
    given = _clean(given)
    if statement.is_signed:
        return _same(statement, given)
    if statement.stage != Statement.Stage.PRESENTED:
        raise Refused(_("Báo cáo đang soạn. Cán bộ trình ký xong thì mới ký được."))
    _check(given, statement, on=clock.legal_day(at))
    if given.dated < date.fromisoformat(statement.snapshot["as_of"]):
        raise Refused(_("Ngày ký không thể trước ngày lấy số liệu. Hãy xem lại ngày ký."))
    if not snapshots.is_intact(statement):
        raise Refused(_("Số liệu không còn khớp mã băm lúc chụp. Hãy trả lại để lấy lại số liệu."))
    return _number(statement, given, by)


def _sign_new(
    plan: Plan, kind: Statement.Kind, period: Period, given: Signature, reviewed: Reviewed, *, by: Actor, at: datetime
) -> Statement:
    plan = Plan.objects.select_for_update(of=("self",)).select_related("organization__locality").get(pk=plan.pk)
    access.check(by, access.Act.SIGN, plan.organization)
    given = _clean(given)
    known = Statement.objects.filter(key=reviewed.key).select_related("plan", "organization__locality").first()
    if known is not None:
        if (known.plan_id, known.kind, known.period_start) != (plan.pk, kind, period.first_day):
            raise Refused(_("Mã yêu cầu này đã dùng cho một văn bản khác. Hãy tải lại trang và gửi lại."))
        return _same(known, given)
    on = clock.legal_day(at)
    fresh = review(plan, kind, period, on=on)
    if fresh.version > 1 and not reviewed.reason.strip():
        raise Refused(_("Văn bản này đã được ký. Muốn ký bản mới thay thế thì ghi lý do."))
    if fresh.snapshot_hash != reviewed.seen:
        raise Refused(_("Nội dung vừa thay đổi sau khi anh/chị mở trang. Hãy đọc lại bản dưới đây rồi ký."))
    fresh.reason = nfc(reviewed.reason).strip() if fresh.version > 1 else ""
    fresh.key, fresh.frozen_at, fresh.created_by = reviewed.key, at, by.key
    fresh.stage = Statement.Stage.PRESENTED
    _check(given, fresh, on=on)
    fresh.save()
    return _number(fresh, given, by)


def _clean(given: Signature) -> Signature:
    return Signature(
        given.number, nfc(given.sign).strip(), given.dated, nfc(given.post).strip(), nfc(given.name).strip()
    )


def _same(statement: Statement, given: Signature) -> Statement:
    if given != Signature.of(statement):
        raise Refused(_("Văn bản này đã được ký, không ký lần hai. Sai thì lập bản thay thế và ghi lý do."))
    return statement


def _check(given: Signature, statement: Statement, *, on: date) -> None:
    if not (given.sign and given.post and given.name):
        raise Refused(_("Hãy ghi ký hiệu, chức vụ và họ tên người ký."))
    if given.dated > on:
        raise Refused(_("Ngày ký không thể sau hôm nay."))
    before = statement.snapshot.get("replaces")
    if before and given.dated < date.fromisoformat(before["dated"]):
        raise Refused(_("Ngày ký không thể trước ngày của bản mà bản này thay thế."))
    taken = Statement.objects.filter(
        organization=statement.organization, sign=given.sign, register_year=given.dated.year, number=given.number
    )
    if taken.exists():
        raise _taken()


def _taken() -> Refused:
    return Refused(_("Số này đã dùng cho một văn bản khác trong năm. Hãy xem lại sổ văn bản đi."))


def _number(statement: Statement, given: Signature, by: Actor) -> Statement:
    statement.number, statement.sign, statement.dated = given.number, given.sign, given.dated
    statement.register_year = given.dated.year
    statement.signer_post, statement.signer_name = given.post, given.name
    trace = _trace(statement, by)
    statement.trace = {"code": trace.code, "url": trace.url, "words": list(trace.words)}
    statement.signed_by, statement.stage = by.key, Statement.Stage.ISSUING
    statement.signed_at = Now()
    try:
        with transaction.atomic():
            statement.save(
                update_fields=[
                    "number", "sign", "dated", "register_year", "signer_post", "signer_name", "trace", "signed_by",
                    "signed_at", "stage",
                ]
            )  # fmt: skip
    except IntegrityError as taken:  # by a paper numbered at the same moment
        raise _taken() from taken
    statement.refresh_from_db(fields=["signed_at"])
    events.publish("statement.signed", statement_id=statement.pk)
    record("statement.signed", statement, by=by.key, claimed_on=given.dated, number=given.number)
    return statement


def _trace(statement: Statement, by: Actor) -> Trace:
    form = documents.issue_code(
        kind="statement",
        subject=f"disclosures.statement:{statement.pk}",
        path=f"/cong-khai/van-ban/{statement.pk}/",
        locality=statement.organization.locality.code,
        by=by.key,
    )
    return printed.trace_of(form)


def finish_statement(*, statement_id: int, at: datetime) -> Statement:
    """Makes the files, then closes the paper; run again after a crash it finishes what is left.

    A long PDF takes half a minute, so no transaction is open while the files are made: the paper cannot change
    meanwhile, and two workers make the same bytes.
    """
    statement = Statement.objects.get(pk=statement_id)
    if statement.stage != Statement.Stage.ISSUING:
        return statement
    files = render_files(papers.document_of(statement), sheets=papers.sheets_of(statement))
    return _close(statement, files, at=at)


@transaction.atomic
def _close(statement: Statement, files: Files, *, at: datetime) -> Statement:
    statement = locked(statement)
    if statement.stage != Statement.Stage.ISSUING:
        return statement
    by = statement.signed_by
    hashes = {}
    for kind, data in (("docx", files.docx), ("xlsx", files.xlsx), ("pdf", files.pdf)):
        if data is not None:
            stored = documents.store(data=data, name=papers.file_name(statement, kind), by=by)
            setattr(statement, kind, stored)
            hashes[kind] = stored.sha256
    statement.stage, statement.issued_at = Statement.Stage.ISSUED, at
    statement.save(update_fields=["docx", "xlsx", "pdf", "stage", "issued_at"])
    record("statement.issued", statement, by=by, claimed_on=statement.dated, **hashes)
    _owe_disclosure(statement)
    return statement


def _owe_disclosure(statement: Statement) -> None:
    """LDC art. 11 cl. 14, 12 cl. 3: a commune's report is made public too; its clock starts on its day, once."""
    if statement.kind != Statement.Kind.REPORT or statement.plan.kind != Publisher.COMMUNE or statement.dated is None:
        return
    named = _("Báo cáo số %(number)s/%(sign)s") % {"number": f"{statement.number:02d}", "sign": statement.sign}
    owed = Owed(
        code="11.14",
        title=_("%(report)s kết quả thực hiện công khai thông tin %(period)s")
        % {"report": named, "period": queries.period_of(statement).label},
        event=named,
        since=statement.dated,
        source=f"disclosures.statement:{statement.pk}",
    )
    start(organization=statement.organization, owed=owed, by=SYSTEM)


@transaction.atomic
def make_files_again(*, statement: Statement, by: Actor) -> Statement:
    """Asks for the files once more where making them failed; nothing where they are there."""
    statement = locked(statement)
    access.check(by, access.Act.SEE, statement.organization)
    if statement.stage == Statement.Stage.ISSUING:
        events.publish("statement.signed", statement_id=statement.pk)
        record("statement.files_requested", statement, by=by.key)
    return statement


def locked(statement: Statement) -> Statement:
    """The paper as it is in the database now, locked where the database locks rows."""
    rows = Statement.objects.select_for_update(of=("self",)).select_related("plan", "organization__locality")
    return rows.get(pk=statement.pk)


def record(kind: str, statement: Statement, *, by: str, claimed_on: date | None = None, **data: str | int) -> None:
    """The entry in the ledger: which paper, what it says by its hash."""
    ledger.append(
        kind=kind,
        subject=f"disclosures.statement:{statement.pk}",
        by=by,
        locality=statement.organization.locality.code,
        data={
            "paper": statement.kind,
            "start": statement.period_start.isoformat(),
            "end": statement.period_end.isoformat(),
            "version": statement.version,
            "snapshot": statement.snapshot_hash,
            **data,
        },
        claimed_on=claimed_on,
    )
