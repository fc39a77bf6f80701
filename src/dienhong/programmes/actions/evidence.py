"""Report evidence, correct it, accept it or return it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dienhong.documents import actions as documents
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import NotFound, Refused
from dienhong.ledger import actions as ledger
from dienhong.programmes import access
from dienhong.programmes.actions import cells, standing
from dienhong.programmes.kinds import KINDS
from dienhong.programmes.models import Evidence, EvidenceFile, RosterEntry, Task
from dienhong.programmes.queries import calendar
from dienhong.registry.models import Organization
from dienhong.resolutions.models import Provision

Stage = Evidence.Stage
OWED = (Task.Stage.OPEN, Task.Stage.RETURNED, Task.Stage.UNMET)
MOST_FILES = 10


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came: its bytes in chunks, and how its sender called it."""

    name: str
    chunks: Iterable[bytes]


@dataclass(frozen=True, slots=True)
class Report:
    """What a unit says: `data` holds the typed fields of the kind, days as YYYY-MM-DD."""

    kind: str
    title: str
    effective_on: date
    is_negative: bool = False
    data: Mapping[str, str | int] = field(default_factory=dict)
    tasks: Sequence[Task] = ()
    provisions: Sequence[Provision] = ()
    entries: Sequence[RosterEntry] = ()
    files: Sequence[Upload] = ()


@transaction.atomic
def submit(
    *,
    organization: Organization,
    report: Report,
    key: str,
    by: Actor,
    at: datetime,
    revises: Evidence | None = None,
) -> Evidence:
    """Keeps what an organization reports, to be checked by an officer; counts nothing yet.

    The same `key` again returns the first record. With `revises`, corrects a record that was returned or
    accepted: the earlier one stays as it is, and what was accepted holds until the correction is.
    """
    access.check(by, access.Act.REPORT, access.unit_of(organization))
    earlier = Evidence.objects.filter(key=key).first()
    if earlier is not None:
        return _the_same(earlier, organization)
    _check_report(report, organization, on=clock.legal_day(at))
    if revises is not None:
        _check_revises(revises, organization)
    try:
        with transaction.atomic():
            evidence = _write(organization, report, key=key, by=by, revises=revises)
    except IntegrityError:  # sent twice at the same moment, or corrected twice
        return _the_same(_first_with(key), organization)
    standing.move(tasks=_full(report.tasks, stages=OWED), to=Task.Stage.SUBMITTED)
    ledger.append(
        kind="evidence.submitted",
        subject=f"programmes.evidence:{evidence.pk}",
        by=by.key,
        locality=organization.locality.code,
        data={
            "organization": organization.code,
            "kind": report.kind,
            "negative": report.is_negative,
            "files": sorted(evidence.files.values_list("stored__sha256", flat=True)),
            "tasks": sorted(task.pk for task in report.tasks),
            "revises": revises.pk if revises else None,
        },
        claimed_on=report.effective_on,
    )
    return evidence


def _write(
    organization: Organization,
    report: Report,
    *,
    key: str,
    by: Actor,
    revises: Evidence | None,
) -> Evidence:
    period = _period(report)
    evidence = Evidence.objects.create(
        organization=organization,
        kind=report.kind,
        title=report.title,
        is_negative=report.is_negative,
        effective_on=report.effective_on,
        period_start=period.start,
        period_end=period.end,
        data=dict(report.data),
        revises=revises,
        key=key,
        submitted_by=by.key,
    )
    evidence.tasks.set(report.tasks)
    evidence.provisions.set({*report.provisions, *(task.duty.provision for task in report.tasks)})
    evidence.entries.set(report.entries)
    files = {}
    for upload in report.files:
        stored = documents.store(data=upload.chunks, name=upload.name, by=by.key)
        files[stored.pk] = EvidenceFile(evidence=evidence, stored=stored, name=upload.name[:200])
    if revises is not None and not files:
        files = {
            f.stored_id: EvidenceFile(evidence=evidence, stored=f.stored, name=f.name) for f in revises.files.all()
        }
    EvidenceFile.objects.bulk_create(files.values())
    return evidence


def _period(report: Report) -> calendar.Period:
    if report.tasks:
        first = report.tasks[0]
        return calendar.Period(first.period_start, first.period_end)
    return calendar.period_of("year", on=report.effective_on)


def _check_report(report: Report, organization: Organization, *, on: date) -> None:
    kind = KINDS.get(report.kind)
    if kind is None:
        raise Refused(_("Loại minh chứng này không có trong danh mục. Hãy chọn lại loại minh chứng."))
    if report.effective_on > on:
        raise Refused(_("Ngày thực hiện không được sau hôm nay. Chỉ báo cáo việc đã làm."))
    if kind.points_to is not None and not report.entries and not report.is_negative and report.kind != "recommendation":
        raise Refused(_("Hãy chọn trong danh sách người, Ban hoặc nội dung mà minh chứng này nói đến."))
    if any(task.organization_id != organization.pk for task in report.tasks):
        raise NotFound(_("Không tìm thấy việc này của đơn vị."))
    if len(report.files) > MOST_FILES:
        raise Refused(_("Mỗi minh chứng tối đa %(n)s tệp. Hãy gộp các ảnh vào một tệp PDF.") % {"n": MOST_FILES})


def _check_revises(evidence: Evidence, organization: Organization) -> None:
    if evidence.organization_id != organization.pk:
        raise NotFound(_("Không tìm thấy minh chứng này."))
    if evidence.stage not in {Stage.RETURNED, Stage.ACCEPTED}:
        raise Refused(_("Minh chứng này đang chờ kiểm tra hoặc đã được thay; chưa sửa được."))
    if Evidence.objects.filter(revises=evidence).exists():
        raise Refused(_("Minh chứng này đã có bản sửa. Hãy mở bản mới nhất."))


def _the_same(earlier: Evidence, organization: Organization) -> Evidence:
    if earlier.organization_id != organization.pk:
        raise Refused(_("Mã yêu cầu này đã dùng cho một nội dung khác. Hãy tải lại trang và gửi lại."))
    return earlier


def _first_with(key: str) -> Evidence:
    first = Evidence.objects.filter(key=key).first()
    if first is None:
        raise Refused(_("Minh chứng này đã có bản sửa. Hãy mở bản mới nhất."))
    return first


@transaction.atomic
def accept(*, evidence: Evidence, by: Actor, at: datetime) -> Evidence:
    """The record counts from now on: tasks are done, indicators are judged anew, the one it corrects is replaced."""
    evidence = _locked(evidence)
    access.check_review(by, evidence)
    _check_waits(evidence)
    _decide(evidence, Stage.ACCEPTED, reason="", by=by, at=at)
    on = clock.legal_day(at)
    before = evidence.revises
    if before is not None and before.stage == Stage.ACCEPTED:
        before.stage = Stage.SUPERSEDED
        before.save(update_fields=["stage"])
        cells.refresh(evidence=before, on=on)
    to = Task.Stage.UNMET if evidence.is_negative else Task.Stage.DONE
    standing.move(tasks=_full(evidence.tasks.all()), to=to)
    cells.refresh(evidence=evidence, on=on)
    _sign(evidence, "evidence.accepted", by=by)
    return evidence


@transaction.atomic
def give_back(*, evidence: Evidence, reason: str, by: Actor, at: datetime) -> Evidence:
    """Returns the record to the unit with the reason; it counts for nothing and stays readable."""
    evidence = _locked(evidence)
    access.check_review(by, evidence)
    _check_waits(evidence)
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do trả lại và cần bổ sung gì."))
    _decide(evidence, Stage.RETURNED, reason=reason.strip(), by=by, at=at)
    standing.move(tasks=_full(evidence.tasks.all(), stages=(Task.Stage.SUBMITTED,)), to=Task.Stage.RETURNED)
    _sign(evidence, "evidence.returned", by=by)
    return evidence


def _locked(evidence: Evidence) -> Evidence:
    rows = Evidence.objects.select_for_update(of=("self",)).select_related(
        "organization__locality", "revises__organization__locality"
    )
    return rows.get(pk=evidence.pk)


def _check_waits(evidence: Evidence) -> None:
    if evidence.stage != Stage.SUBMITTED:
        raise Refused(_("Minh chứng này đã được xử lý. Muốn sửa, đơn vị gửi bản sửa mới."))


def _decide(evidence: Evidence, stage: Evidence.Stage, *, reason: str, by: Actor, at: datetime) -> None:
    evidence.stage, evidence.reason, evidence.decided_by, evidence.decided_at = stage, reason, by.key, at
    evidence.save(update_fields=["stage", "reason", "decided_by", "decided_at"])


def _sign(evidence: Evidence, kind: str, *, by: Actor) -> None:
    data: dict[str, Any] = {"organization": evidence.organization.code, "kind": evidence.kind}
    if evidence.revises_id is not None:
        data["revises"] = evidence.revises_id
    ledger.append(
        kind=kind,
        subject=f"programmes.evidence:{evidence.pk}",
        by=by.key,
        locality=evidence.organization.locality.code,
        data=data,
    )


def _full(tasks: Any, *, stages: Sequence[Task.Stage] = ()) -> list[Task]:
    """The tasks with what moving them needs; of these stages only, where some are named."""
    ids = [task.pk for task in tasks]
    rows = Task.objects.filter(pk__in=ids).select_related("duty__programme__locality", "organization__locality")
    return list(rows.filter(stage__in=stages) if stages else rows)
