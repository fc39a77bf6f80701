"""Issuing: number, day, signer, files; from then on nothing changes, whoever tries."""

import pytest
from django.db import IntegrityError, connection, transaction

from dienhong.disclosures import actions as disclosures
from dienhong.disclosures.models import Disclosure
from dienhong.documents import queries as papers
from dienhong.documents import rendered
from dienhong.documents.pdf import PdfUnavailable
from dienhong.documents.rendered import render_files
from dienhong.foundations import events
from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.ledger.models import Entry
from dienhong.notifications.models import Notice
from dienhong.reports import actions, triggers
from dienhong.reports.actions import issuing
from dienhong.reports.actions.issuing import DatedBeforeItsFigures, DatedInTheFuture, NumberTaken, Tampered
from dienhong.reports.actions.prepare import AlreadyIssued, NotIssuedYet
from dienhong.reports.document import document_of
from dienhong.reports.models import Report
from tests.programmes import places
from tests.reports.conftest import NUMBERED, YEAR, issued, open_one


@pytest.fixture(autouse=True)
def jobs(monkeypatch):
    """What was announced, kept here instead of run."""
    told = []
    monkeypatch.setattr(events, "publish", lambda kind, **ids: told.append((kind, ids)))
    return told


def issue(report, by, **parts):
    return actions.issue(report=report, by=by, on=places.ON, **{**NUMBERED, **parts})


def test_a_number_makes_the_report_wait_for_its_files(report, chair, jobs):
    numbered = issue(report, chair)
    assert numbered.stage == Report.Stage.ISSUING
    assert (numbered.number, numbered.dated, numbered.register_year) == (57, places.ON, 2026)
    assert jobs == [("report.numbered", {"report_id": report.pk})]
    assert papers.printed_form(numbered.trace["code"]).path == f"/bao-cao/{report.pk}/"


def test_the_job_stores_three_files_and_the_ledger_names_them(report, chair, real_pdf):
    issue(report, chair)
    done = actions.finish_issue(report_id=report.pk, at=places.AT)
    assert done.stage == Report.Stage.ISSUED
    assert papers.read(done.docx.sha256).startswith(b"PK")
    assert papers.read(done.xlsx.sha256).startswith(b"PK")
    assert papers.read(done.pdf.sha256).startswith(b"%PDF")
    entry = Entry.objects.get(kind="report.issued")
    assert entry.claimed_on == places.ON
    assert entry.payload.data["docx"] == done.docx.sha256
    assert entry.payload.data["snapshot"] == done.snapshot_hash


def test_a_double_click_issues_once(report, chair, jobs):
    assert issue(report, chair) == issue(report, chair)
    assert len(jobs) == 1
    assert Entry.objects.filter(kind="report.numbered").count() == 1


def test_another_number_for_a_numbered_report_is_refused(report, chair):
    issue(report, chair)
    with pytest.raises(AlreadyIssued):
        issue(report, chair, number=58)


def test_a_number_of_the_same_year_is_taken(programme, officer, report):
    issue(report, officer)
    with pytest.raises(NumberTaken):
        issue(open_one(programme, officer, YEAR), officer)


def test_a_number_taken_at_the_same_moment_is_caught_by_the_database(programme, officer, report, monkeypatch):
    issue(report, officer)
    monkeypatch.setattr(issuing, "_check", lambda *_args, **_named: None)
    with pytest.raises(NumberTaken):
        issue(open_one(programme, officer, YEAR), officer)


def test_two_places_may_use_the_same_number(report, officer):
    issue(report, officer)
    twin = Report.objects.get(pk=report.pk)
    other = places.locality("commune", "xã", "Cẩm Sơn")
    twin.pk, twin.locality, twin.key = None, other, places.uuid4()
    twin.save(force_insert=True)
    assert Report.objects.filter(number=57).count() == 2


def test_a_day_after_today_or_before_the_figures_is_refused(report, officer):
    with pytest.raises(DatedInTheFuture):
        issue(report, officer, dated=places.ON.replace(day=21))
    with pytest.raises(DatedBeforeItsFigures):
        issue(report, officer, dated=places.ON.replace(day=19))
    report.refresh_from_db()
    assert report.stage == Report.Stage.DRAFT


def test_figures_changed_behind_our_back_are_not_issued(report, officer):
    report.snapshot["duties"][0]["counts"]["done"] = 99
    report.save(update_fields=["snapshot"])
    with pytest.raises(Tampered):
        issue(report, officer)


def test_who_may_not_issue(report, commune, neighbour):
    for user in (commune.reporter, commune.front_member, neighbour.chair):
        with pytest.raises(NotFound):
            issue(report, places.actor(user))
    with pytest.raises(NotAllowed):
        actions.freeze_again(report=report, by=places.actor(commune.chair), at=places.AT, on=places.ON)


def test_without_pango_the_report_is_issued_without_pdf(report, officer, monkeypatch):
    def missing(_document):
        raise PdfUnavailable("thiếu Pango")

    monkeypatch.setattr(rendered, "render_pdf", missing)
    issue(report, officer)
    done = actions.finish_issue(report_id=report.pk, at=places.AT)
    assert done.stage == Report.Stage.ISSUED
    assert done.docx is not None
    assert done.pdf is None


def test_a_crash_between_number_and_files_is_finished_by_running_again(report, officer, monkeypatch):
    issue(report, officer)

    def full(**_parts):
        raise OSError("disk full")

    with monkeypatch.context() as broken:
        broken.setattr(issuing.documents, "store", full)
        with pytest.raises(OSError, match="full"):
            actions.finish_issue(report_id=report.pk, at=places.AT)
    report.refresh_from_db()
    assert (report.stage, report.docx) == (Report.Stage.ISSUING, None)
    assert actions.finish_issue(report_id=report.pk, at=places.AT).stage == Report.Stage.ISSUED


def test_finishing_twice_changes_nothing(report, officer):
    issue(report, officer)
    first = actions.finish_issue(report_id=report.pk, at=places.AT)
    again = actions.finish_issue(report_id=report.pk, at=places.AT.replace(hour=9))
    assert again.issued_at == first.issued_at
    assert Entry.objects.filter(kind="report.issued").count() == 1


def test_two_workers_make_the_same_bytes_and_one_closes(report, officer, real_pdf):
    issue(report, officer)
    stale = Report.objects.get(pk=report.pk)
    first = actions.finish_issue(report_id=report.pk, at=places.AT)
    second = issuing._close(stale, render_files(document_of(stale)), at=places.AT)
    assert second.docx == first.docx
    assert papers.read(first.docx.sha256) == render_files(document_of(first)).docx
    assert Entry.objects.filter(kind="report.issued").count() == 1


def test_files_are_asked_for_again_only_while_they_are_missing(report, officer, neighbour, jobs):
    issue(report, officer)
    with pytest.raises(NotFound):
        actions.make_files_again(report=report, by=places.actor(neighbour.officer))
    actions.make_files_again(report=report, by=officer)
    actions.finish_issue(report_id=report.pk, at=places.AT)
    actions.make_files_again(report=report, by=officer)
    assert len(jobs) == 2


CHANGES = {
    "snapshot": {},
    "snapshot_hash": "0" * 64,
    "narrative": {"next": "khác"},
    "number": 99,
    "signer_name": "Người khác",
    "stage": "draft",
    "every": "year",
}


@pytest.mark.parametrize("field", [*CHANGES, "issued_at"])
def test_the_database_refuses_any_change_of_an_issued_report(programme, officer, field):
    done = issued(programme, officer)
    value = {**CHANGES, "issued_at": places.AT.replace(year=2027)}[field]
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.filter(pk=done.pk).update(**{field: value})


@pytest.mark.parametrize("field", CHANGES)
def test_the_database_refuses_to_change_what_was_numbered(report, officer, field):
    issue(report, officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.filter(pk=report.pk).update(**{field: CHANGES[field]})


@pytest.mark.parametrize("missing", ["number", "dated", "register_year", "signer_name"])
def test_the_database_holds_no_numbered_report_without_its_parts(report, officer, missing):
    parts = {"number": 1, "dated": places.ON, "register_year": 2026, "signer_name": "A", "stage": "issuing"}
    parts[missing] = "" if missing == "signer_name" else None
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.filter(pk=report.pk).update(**parts)


def test_the_database_holds_no_issued_report_without_its_files(report, officer):
    issue(report, officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.filter(pk=report.pk).update(stage="issued", issued_at=places.AT)


def test_the_trigger_can_be_lifted_and_put_back(report, officer):
    issue(report, officer)
    triggers.remove(connection)
    Report.objects.filter(pk=report.pk).update(signer_post="Phó Chủ tịch")
    triggers.install(connection)
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.filter(pk=report.pk).update(signer_post="Chủ tịch")


def test_a_correction_keeps_the_words_and_the_issued_report(programme, officer):
    report = open_one(programme, officer)
    actions.write(report=report, section="next", text="Việc sẽ làm.", edition=0, by=officer)
    issue(report, officer)
    done = actions.finish_issue(report_id=report.pk, at=places.AT)
    fresh = actions.correct(report=done, by=officer, at=places.AT, on=places.ON, key=places.uuid4())
    assert (fresh.stage, fresh.replaces, fresh.narrative) == (Report.Stage.DRAFT, done, {"next": "Việc sẽ làm."})
    assert Report.objects.get(pk=done.pk).stage == Report.Stage.ISSUED
    assert actions.correct(report=done, by=officer, at=places.AT, on=places.ON, key=places.uuid4()) == fresh


def test_a_draft_is_not_corrected(report, officer):
    with pytest.raises(NotIssuedYet):
        actions.correct(report=report, by=officer, at=places.AT, on=places.ON, key=places.uuid4())


def test_who_may_not_correct(programme, officer, commune, neighbour):
    done = issued(programme, officer)
    for user, refusal in ((commune.chair, NotAllowed), (commune.reporter, NotFound), (neighbour.officer, NotFound)):
        with pytest.raises(refusal):
            actions.correct(report=done, by=places.actor(user), at=places.AT, on=places.ON, key=places.uuid4())


def test_an_issued_report_of_a_commune_has_to_be_made_public_once(officer, report, commune):
    plan = disclosures.draft_plan(
        organization=commune.committee, year=places.ON.year, has_portal=True, has_radio=False, by=officer
    )
    for _time in range(2):
        issue(report, officer)
        actions.finish_issue(report_id=report.pk, at=places.AT)
    owed = Disclosure.objects.get(source=f"reports.report:{report.pk}")
    assert (owed.item.plan, owed.item.code, owed.stage) == (plan, "11.14", "due")
    assert owed.begun_on == places.ON
    assert owed.title.startswith("Báo cáo số")


def test_without_a_disclosure_plan_the_officer_is_told(officer, report):
    issue(report, officer)
    actions.finish_issue(report_id=report.pk, at=places.AT)
    assert not Disclosure.objects.exists()
    assert Notice.objects.filter(key__contains=f"reports.report:{report.pk}").count() == 1
