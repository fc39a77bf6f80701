"""A report is opened with its figures frozen, and written."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.programmes.models import Programme
from dienhong.reports import access, queries, snapshot
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
    """The period of the report has not begun, or was over before the programme opened."""


class NotIssuedYet(Refused):
    """Only an issued report is corrected."""


class OnTrial(Refused):
    """A programme on a draft resolution has nothing to report to the council yet."""


class TooLong(Refused):
    """A section takes at most 20,000 characters."""


class UnknownSection(Refused):
    """The report has no such section."""


@transaction.atomic
def open_report(*, programme: Programme, period: Period, by: Actor, at: datetime, on: date, key: UUID) -> Report:
    """A draft with the figures of this moment. The same key gives the same draft again.

    Raises NotYetBegun, OnTrial.
    """
    access.check(by, Act.PREPARE, programme.locality)
    known = Report.objects.filter(key=key).first()
    if known is not None and known.programme_id == programme.pk:
        return known
    if known is not None:
        raise Refused(_("Biểu mẫu này đã dùng cho báo cáo khác. Hãy tải lại trang rồi lập báo cáo."))
    if programme.stage == Programme.Stage.TRIAL:
        raise OnTrial(_("Chương trình đang chạy thử theo dự thảo, chưa có nghị quyết để báo cáo."))
    if period not in queries.periods_begun(programme, on=on):
        raise NotYetBegun(_("Kỳ này chưa bắt đầu hoặc đã qua trước khi có chương trình nên chưa có gì để báo cáo."))
    content = {**_of(programme, period, by), **_figures(programme, period, at=at, on=on)}
    report, is_new = Report.objects.get_or_create(key=key, defaults=content)
    if is_new:
        record("report.opened", report, by=by)
    return report


@transaction.atomic
def freeze_again(*, report: Report, by: Actor, at: datetime, on: date) -> Report:
    """Takes the figures anew while the report is a draft; what people wrote stays. Raises AlreadyIssued."""
    report = draft(report, by)
    for name, value in _figures(report.programme, queries.period_of(report), at=at, on=on).items():
        setattr(report, name, value)
    report.save(update_fields=["snapshot", "snapshot_hash", "frozen_at"])
    record("report.frozen", report, by=by)
    return report


@transaction.atomic
def write(*, report: Report, section: str, text: str, edition: int, by: Actor) -> Report:
    """Puts words into a section. `edition` is the one the writer saw; another means somebody wrote since.

    Raises AlreadyIssued, ChangedMeanwhile, TooLong, UnknownSection.
    """
    report = draft(report, by)
    if section not in BY_CODE:
        raise UnknownSection(_("Không có mục này trong báo cáo."))
    words = nfc(text).replace("\r\n", "\n").strip()
    if edition != report.edition:
        if report.narrative.get(section, "") == words:
            return report
        raise ChangedMeanwhile(
            _("Có người vừa sửa báo cáo này. Lời của anh/chị vẫn còn ở ô bên dưới; xem lại rồi lưu lần nữa.")
        )
    if len(words) > LONGEST:
        raise TooLong(_("Một mục dài tối đa 20.000 ký tự. Phần dài hơn hãy để ở phụ lục."))
    report.narrative = {**report.narrative, section: words}
    report.edition += 1
    report.save(update_fields=["narrative", "edition"])
    record("report.written", report, by=by, section=section)
    return report


@transaction.atomic
def correct(*, report: Report, by: Actor, at: datetime, on: date, key: UUID) -> Report:
    """A new draft that replaces an issued report, with its words and fresh figures. The issued one stays.

    A report has one correction: asked again, the same. Raises NotIssuedYet.
    """
    access.check(by, Act.PREPARE, report.locality)
    if report.stage != Report.Stage.ISSUED:
        raise NotIssuedYet(_("Báo cáo còn là bản nháp: hãy sửa trực tiếp."))
    known = Report.objects.filter(replaces=report).first()
    if known is not None:
        return known
    period, programme = queries.period_of(report), report.programme
    content = {**_of(programme, period, by), **_figures(programme, period, at=at, on=on)}
    fresh, is_new = Report.objects.get_or_create(
        replaces=report, defaults={**content, "narrative": report.narrative, "key": key}
    )
    if is_new:
        record("report.corrected", fresh, by=by, replaces=report.pk)
    return fresh


def _of(programme: Programme, period: Period, by: Actor) -> dict[str, Any]:
    return {
        "programme": programme,
        "locality": programme.locality,
        "every": period.every.value,
        "period_start": period.first_day,
        "period_end": period.last_day,
        "created_by": by.key,
    }


def _figures(programme: Programme, period: Period, *, at: datetime, on: date) -> dict[str, Any]:
    figures = snapshot.take(programme, period, on=on, previous=queries.previous_issued(programme, period))
    return {"snapshot": figures, "snapshot_hash": snapshot.hash_of(figures), "frozen_at": at}


def locked(report: Report) -> Report:
    """The report as it is in the database now, locked where the database locks rows."""
    found = Report.objects.select_for_update(of=("self",))
    return found.select_related("programme__version__work", "programme__locality", "locality").get(pk=report.pk)


def draft(report: Report, by: Actor) -> Report:
    """The report, locked, when the actor may write it and it is still a draft."""
    report = locked(report)
    access.check(by, Act.PREPARE, report.locality)
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
