"""A report is opened with its figures frozen, and written."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.programmes.models import Programme
from dienhong.reports import access, snapshot
from dienhong.reports.access import Act
from dienhong.reports.models import Report
from dienhong.reports.sections import BY_CODE
from lawcore.indicators.periods import Period
from lawcore.vietnamese import nfc

LONGEST = 20_000


class AlreadyIssued(Refused):
    """An issued report does not change; a correction is a new report."""


class ChangedMeanwhile(Refused):
    """Somebody else wrote after this page was opened."""


class NotYetBegun(Refused):
    """The period of the report has not begun."""


class TooLong(Refused):
    """A section takes at most 20,000 characters."""


@transaction.atomic
def open_report(*, programme: Programme, period: Period, by: Actor, at: datetime, on: date, key: UUID) -> Report:
    """A draft with the figures of this moment. The same key gives the same draft again."""
    access.check(by, Act.PREPARE, programme.locality)
    known = Report.objects.filter(key=key).first()
    if known is not None:
        return known
    if period.first_day > on:
        raise NotYetBegun(_("Kỳ này chưa bắt đầu nên chưa có gì để báo cáo."))
    figures = snapshot.take(programme, start=period.first_day, end=period.last_day, on=on)
    report = Report.objects.create(
        programme=programme,
        locality=programme.locality,
        every=period.every.value,
        period_start=period.first_day,
        period_end=period.last_day,
        snapshot=figures,
        snapshot_hash=snapshot.hash_of(figures),
        frozen_at=at,
        key=key,
        created_by=by.key,
    )
    record("report.opened", report, by=by)
    return report


@transaction.atomic
def freeze_again(*, report: Report, by: Actor, at: datetime, on: date) -> Report:
    """Takes the figures anew while the report is a draft; what people wrote stays."""
    report = draft(report, by, Act.PREPARE)
    figures = snapshot.take(report.programme, start=report.period_start, end=report.period_end, on=on)
    report.snapshot, report.snapshot_hash, report.frozen_at = figures, snapshot.hash_of(figures), at
    report.save(update_fields=["snapshot", "snapshot_hash", "frozen_at"])
    record("report.frozen", report, by=by)
    return report


@transaction.atomic
def write(*, report: Report, section: str, text: str, edition: int, by: Actor) -> Report:
    """Puts words into a section. `edition` is the one the writer saw; another means somebody wrote since."""
    report = draft(report, by, Act.PREPARE)
    if section not in BY_CODE:
        raise Refused(_("Không có mục này trong báo cáo."))
    if edition != report.edition:
        raise ChangedMeanwhile(
            _("Có người vừa sửa báo cáo này. Lời của anh/chị vẫn còn ở ô bên dưới; xem lại rồi lưu lần nữa.")
        )
    if len(text) > LONGEST:
        raise TooLong(_("Một mục dài tối đa 20.000 ký tự. Phần dài hơn hãy để ở phụ lục."))
    report.narrative = {**report.narrative, section: nfc(text).replace("\r\n", "\n")}
    report.edition += 1
    report.save(update_fields=["narrative", "edition"])
    record("report.written", report, by=by, section=section)
    return report


@transaction.atomic
def correct(*, report: Report, by: Actor, at: datetime, on: date, key: UUID) -> Report:
    """A new draft that replaces an issued report, with its words and fresh figures. The issued one stays."""
    access.check(by, Act.PREPARE, report.locality)
    known = Report.objects.filter(replaces=report).first()
    if known is not None:
        return known
    if report.stage != Report.Stage.ISSUED:
        raise Refused(_("Báo cáo còn là bản nháp: hãy sửa trực tiếp."))
    figures = snapshot.take(report.programme, start=report.period_start, end=report.period_end, on=on)
    fresh = Report.objects.create(
        programme=report.programme,
        locality=report.locality,
        every=report.every,
        period_start=report.period_start,
        period_end=report.period_end,
        snapshot=figures,
        snapshot_hash=snapshot.hash_of(figures),
        frozen_at=at,
        narrative=report.narrative,
        replaces=report,
        key=key,
        created_by=by.key,
    )
    record("report.corrected", fresh, by=by, replaces=report.pk)
    return fresh


def draft(report: Report, by: Actor, act: Act) -> Report:
    """The report, locked, when the actor may and it is still a draft."""
    found = Report.objects.select_for_update(of=("self",)).select_related("programme__version", "locality")
    report = found.get(pk=report.pk)
    access.check(by, act, report.locality)
    if report.stage != Report.Stage.DRAFT:
        raise AlreadyIssued(_("Báo cáo đã ban hành thì không sửa được. Hãy lập bản đính chính."))
    return report


def record(kind: str, report: Report, *, by: Actor, **data: str | int) -> None:
    ledger.append(
        kind=kind,
        subject=f"reports.report:{report.pk}",
        by=by.key,
        locality=report.locality.code,
        data={"snapshot": report.snapshot_hash, **data},
    )
