"""A report is issued: number, day and signer are given, the files are made once and kept by their hash."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.documents import actions as documents
from dienhong.documents import queries as papers
from dienhong.documents.models import StoredFile
from dienhong.documents.official import OfficialDocument
from dienhong.documents.pdf import PdfUnavailable, render_pdf
from dienhong.documents.spreadsheet import render_tables
from dienhong.documents.word import render_docx
from dienhong.foundations import events
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.reports.access import Act
from dienhong.reports.actions.prepare import draft, record
from dienhong.reports.document import document_of
from dienhong.reports.models import Report
from lawcore.vietnamese import nfc


class NumberTaken(Refused):
    """Another report of the place has this number in the same year."""


class DatedInTheFuture(Refused):
    """A report is not dated after the day it is issued."""


@transaction.atomic
def issue(*, report: Report, number: int, dated: date, post: str, name: str, by: Actor, on: date) -> Report:
    """Gives number, day and signer; a job makes the files. From here on nothing of the report changes."""
    report = draft(report, by, Act.ISSUE)
    if dated > on:
        raise DatedInTheFuture(_("Ngày ký không thể sau hôm nay."))
    if dated < report.period_start:
        raise DatedInTheFuture(_("Ngày ký không thể trước kỳ báo cáo."))
    same = Report.objects.filter(locality=report.locality, number=number, dated__year=dated.year)
    if same.exists():
        raise NumberTaken(_("Số này đã dùng cho một báo cáo khác trong năm. Hãy xem lại sổ văn bản đi."))
    form = documents.issue_code(
        kind="report",
        subject=f"reports.report:{report.pk}",
        path=f"/bao-cao/{report.pk}/",
        locality=report.locality.code,
        by=by.key,
    )
    trace = papers.trace_of(form)
    report.number, report.dated = number, dated
    report.signer_post, report.signer_name = nfc(post), nfc(name)
    report.trace = {"code": trace.code, "url": trace.url, "words": list(trace.words)}
    report.issued_by, report.stage = by.key, Report.Stage.ISSUING
    report.save(
        update_fields=["number", "dated", "signer_post", "signer_name", "trace", "issued_by", "stage"],
    )
    record("report.numbered", report, by=by, number=number)
    events.publish("report.numbered", report_id=report.pk)
    return report


@transaction.atomic
def finish_issue(*, report_id: int, at: datetime) -> Report:
    """Makes the files and closes the report; run again after a crash it finds its work done or finishes it."""
    found = Report.objects.select_for_update(of=("self",)).select_related("programme__version", "locality")
    report = found.get(pk=report_id)
    if report.stage != Report.Stage.ISSUING:
        return report
    document = document_of(report)
    report.docx = documents.store(data=render_docx(document), name="bao-cao.docx", by=report.issued_by)
    report.xlsx = documents.store(data=render_tables(document), name="bao-cao.xlsx", by=report.issued_by)
    report.pdf = _pdf(document, report.issued_by)
    report.stage, report.issued_at = Report.Stage.ISSUED, at
    report.save(update_fields=["docx", "xlsx", "pdf", "stage", "issued_at"])
    ledger.append(
        kind="report.issued",
        subject=f"reports.report:{report.pk}",
        by=report.issued_by,
        locality=report.locality.code,
        data={
            "snapshot": report.snapshot_hash,
            "docx": report.docx.sha256,
            "xlsx": report.xlsx.sha256,
            "pdf": report.pdf.sha256 if report.pdf else None,
        },
        claimed_on=report.dated,
    )
    return report


def _pdf(document: OfficialDocument, by: str) -> StoredFile | None:
    """The PDF, or None where the machine lacks Pango: DOCX and the print page do not wait for it."""
    try:
        return documents.store(data=render_pdf(document), name="bao-cao.pdf", by=by)
    except PdfUnavailable:
        return None
