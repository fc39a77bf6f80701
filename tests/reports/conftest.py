"""A commune with a year's plan, a little evidence, and reports on it. The files go to a folder of the test."""

from uuid import uuid4

import pytest
from django.test import Client

from dienhong.documents import rendered
from dienhong.documents.word import render_docx
from dienhong.ledger import keys
from dienhong.programmes.actions import assign, plan
from dienhong.programmes.actions import evidence as reporting
from dienhong.programmes.models import Task
from dienhong.reports import actions
from lawcore.indicators.periods import Period
from lawcore.timelimits import Every
from tests.fakes.communes import commune, neighbour, officer, opened, province
from tests.programmes import places

__all__ = ["commune", "neighbour", "officer", "opened", "province"]

FIRST_HALF = Period(2026, 1, Every.HALF_YEAR)
SECOND_HALF = Period(2026, 2, Every.HALF_YEAR)
YEAR = Period(2026, 1, Every.YEAR)
IN_JULY = {"on": places.ON.replace(month=7, day=20), "at": places.AT.replace(month=7, day=20)}
NUMBERED = {"number": 57, "dated": places.ON, "post": "Chủ tịch", "name": "Hồ Văn Lành"}


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.DIENHONG_FILES = tmp_path / "files"
    settings.DIENHONG_KEY_FILE = tmp_path / "keys" / "ledger.key"
    keys.create()


@pytest.fixture
def real_pdf():
    """Ask for this where the bytes of the PDF matter."""


@pytest.fixture(autouse=True)
def quick_pdf(request, monkeypatch):
    """A PDF takes a second; most tests only need that there is one."""
    if "real_pdf" not in request.fixturenames:
        monkeypatch.setattr(rendered, "render_pdf", lambda document: b"%PDF " + render_docx(document))


@pytest.fixture
def chair(commune):
    return places.actor(commune.chair)


@pytest.fixture
def programme(opened, commune, officer):
    """Two duties given to three units; the school has sent one record that was accepted and one that waits."""
    for duty in opened.duties.all():
        units = [commune.school, commune.front, commune.committee]
        assign.assign(duty=duty, organizations=units, starts_on=opened.opens_on, by=officer)
    run = plan.start_year_plan(programme=opened, year=2026, by=officer)
    plan.make_year_plan(run_id=run.pk, at=places.AT)
    first, second = tasks_of(commune.school)
    accept(send(commune, first), commune)
    send(commune, second)
    return opened


def tasks_of(unit):
    """The task of the yearly duty and the first half year's report."""
    tasks = Task.objects.filter(organization=unit).select_related("duty__provision")
    return tasks.order_by("duty__every", "period_start")[2], tasks.order_by("duty__every", "period_start")[0]


def send(commune, task, title="Họp toàn trường"):
    return reporting.submit(
        organization=commune.school,
        report=reporting.Report(
            kind="outreach",
            title=title,
            effective_on=places.ON,
            data={"audience": 30, "form": "meeting"},
            tasks=[task],
        ),
        key=str(uuid4()),
        by=places.actor(commune.reporter),
        at=places.AT,
    )


def accept(sent, commune):
    reporting.accept(evidence=sent, by=places.actor(commune.officer), at=places.AT)


def open_one(programme, by, period=FIRST_HALF, key=None, on=places.ON, at=places.AT):
    return actions.open_report(programme=programme, period=period, by=by, at=at, on=on, key=key or uuid4())


def issued(programme, by, period=FIRST_HALF, on=places.ON, at=places.AT, **parts):
    report = open_one(programme, by, period, on=on, at=at)
    report = actions.issue(report=report, by=by, on=on, **{**NUMBERED, "dated": on, **parts})
    return actions.finish_issue(report_id=report.pk, at=at)


@pytest.fixture
def report(programme, officer):
    return open_one(programme, officer)


def client_of(user=None):
    client = Client()
    if user is None:
        return client
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session["has_second_factor"] = True
    session.save()
    return client
