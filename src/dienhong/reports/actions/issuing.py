"""A report is issued: number, day and signer are given, the files are made once and kept by their hash."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dienhong.disclosures import actions as disclosures
from dienhong.documents import actions as documents
from dienhong.documents import queries as papers
from dienhong.documents.official import Trace
from dienhong.documents.rendered import Files, render_files
from dienhong.foundations import events
from dienhong.foundations.actors import SYSTEM, Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.registry.models import Locality, Organization
from dienhong.reports import access, snapshot
from dienhong.reports.access import Act
from dienhong.reports.actions.prepare import AlreadyIssued, locked, record
from dienhong.reports.document import document_of
from dienhong.reports.models import Report
from lawcore.vietnamese import nfc


class NumberTaken(Refused):
    """Another report of the place has this number in the same year."""


class DatedInTheFuture(Refused):
    """A report is not dated after the day it is issued."""


class DatedBeforeItsFigures(Refused):
    """A report is not dated before the day its figures were taken."""


class Tampered(Refused):
    """The figures are not those that were hashed."""


@dataclass(frozen=True, slots=True)
class Issue:
    """What issuing adds to a report."""

    number: int
    dated: date
    post: str
    name: str


@transaction.atomic
def issue(*, report: Report, number: int, dated: date, post: str, name: str, by: Actor, on: date) -> Report:
    """Gives number, day and signer; a job makes the files. From here on nothing of the report changes.

    The same once more gives the same report again. Raises AlreadyIssued, DatedInTheFuture,
    DatedBeforeItsFigures, Tampered, NumberTaken.
    """
    report = locked(report)
    access.check(by, Act.ISSUE, report.locality)
    given = Issue(number, dated, nfc(post).strip(), nfc(name).strip())
    if _is_issued_as(report, given):
        return report
    _check(report, given, on=on)
    report.number, report.dated, report.register_year = number, dated, dated.year
    report.signer_post, report.signer_name = given.post, given.name
    trace = _trace(report, by)
    report.trace = {"code": trace.code, "url": trace.url, "words": list(trace.words)}
    report.issued_by, report.stage = by.key, Report.Stage.ISSUING
    try:
        with transaction.atomic():
            report.save(
                update_fields=[
                    "number", "dated", "register_year", "signer_post", "signer_name", "trace", "issued_by", "stage",
                ]
            )  # fmt: skip
    except IntegrityError as taken:  # by a report numbered at the same moment
        raise _taken() from taken
    events.publish("report.numbered", report_id=report.pk)
    record("report.numbered", report, by=by, number=number)
    return report


def _is_issued_as(report: Report, given: Issue) -> bool:
    if report.stage == Report.Stage.DRAFT:
        return False
    if given != Issue(report.number or 0, report.dated or date.min, report.signer_post, report.signer_name):
        raise AlreadyIssued(_("Báo cáo đã ban hành thì không sửa được. Hãy lập bản đính chính."))
    return True


def _check(report: Report, given: Issue, *, on: date) -> None:
    if given.dated > on:
        raise DatedInTheFuture(_("Ngày ký không thể sau hôm nay."))
    as_of = date.fromisoformat(report.snapshot["as_of"])
    if given.dated < as_of:
        raise DatedBeforeItsFigures(
            _("Số liệu được chụp ngày %(day)s nên ngày ký không thể trước ngày đó.") % {"day": f"{as_of:%d/%m/%Y}"}
        )
    if not snapshot.is_intact(report):
        raise Tampered(_("Số liệu không còn khớp mã băm lúc chụp. Hãy lấy lại số liệu rồi kiểm tra lại."))
    if Report.objects.filter(locality=report.locality, number=given.number, register_year=given.dated.year).exists():
        raise _taken()


def _taken() -> NumberTaken:
    return NumberTaken(_("Số này đã dùng cho một báo cáo khác trong năm. Hãy xem lại sổ văn bản đi."))


def _trace(report: Report, by: Actor) -> Trace:
    form = documents.issue_code(
        kind="report",
        subject=f"reports.report:{report.pk}",
        path=f"/bao-cao/{report.pk}/",
        locality=report.locality.code,
        by=by.key,
    )
    return papers.trace_of(form)


def finish_issue(*, report_id: int, at: datetime) -> Report:
    """Makes the files, then closes the report; run again after a crash it finishes what is left.

    A long PDF takes half a minute, so no transaction is open while the files are made: the report cannot
    change meanwhile, and two workers make the same bytes.
    """
    report = Report.objects.get(pk=report_id)
    if report.stage != Report.Stage.ISSUING:
        return report
    return _close(report, render_files(document_of(report)), at=at)


@transaction.atomic
def _close(report: Report, files: Files, *, at: datetime) -> Report:
    report = locked(report)
    if report.stage != Report.Stage.ISSUING:
        return report
    by = report.issued_by
    report.docx = documents.store(data=files.docx, name="bao-cao.docx", by=by)
    report.xlsx = documents.store(data=files.xlsx, name="bao-cao.xlsx", by=by)
    report.pdf = documents.store(data=files.pdf, name="bao-cao.pdf", by=by) if files.pdf else None
    report.stage, report.issued_at = Report.Stage.ISSUED, at
    report.save(update_fields=["docx", "xlsx", "pdf", "stage", "issued_at"])
    ledger.append(
        kind="report.issued",
        subject=f"reports.report:{report.pk}",
        by=by,
        locality=report.locality.code,
        data={
            "snapshot": report.snapshot_hash,
            "docx": report.docx.sha256,
            "xlsx": report.xlsx.sha256,
            "pdf": report.pdf.sha256 if report.pdf else None,
        },
        claimed_on=report.dated,
    )
    _owe_disclosure(report)
    return report


def _owe_disclosure(report: Report) -> None:
    """LDC art. 11 cl. 14, 12 cl. 3: an issued report of the commune is made public; its clock starts on its day."""
    committee = Organization.objects.filter(kind=Organization.Kind.COMMITTEE, locality=report.locality).first()
    if committee is None or report.locality.kind != Locality.Kind.COMMUNE or report.dated is None:
        return
    named = _("Báo cáo số %(number)s/BC-UBND") % {"number": f"{report.number:02d}"}
    owed = disclosures.Owed(
        code="11.14",
        title=_("%(report)s kết quả thực hiện %(resolution)s, %(period)s")
        % {
            "report": named,
            "resolution": report.snapshot["resolution"]["name"],
            "period": report.snapshot["period"]["name"],
        },
        event=named,
        since=report.dated,
        source=f"reports.report:{report.pk}",
    )
    disclosures.start(organization=committee, owed=owed, by=SYSTEM)


@transaction.atomic
def make_files_again(*, report: Report, by: Actor) -> Report:
    """Asks for the files once more where making them failed; nothing where they are there."""
    report = locked(report)
    access.check(by, Act.ISSUE, report.locality)
    if report.stage == Report.Stage.ISSUING:
        events.publish("report.numbered", report_id=report.pk)
        record("report.files_requested", report, by=by)
    return report
