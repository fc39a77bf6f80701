"""A commune with its villages, and its plan of 2026. Files go to a folder of the test."""

from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.db.models import F

from dienhong.disclosures import actions, queries
from dienhong.disclosures.models import Disclosure
from dienhong.ledger import keys
from tests.fakes.communes import commune, neighbour, officer, province
from tests.programmes import places

__all__ = ["commune", "neighbour", "officer", "province"]


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.DIENHONG_FILES = tmp_path / "files"
    settings.DIENHONG_KEY_FILE = tmp_path / "keys" / "ledger.key"
    keys.create()


@pytest.fixture(autouse=True)
def rows_repeat_their_postings(request):
    """Whatever a test did, what rows repeat for the figures is what the postings themselves say."""
    has_database = request.node.get_closest_marker("django_db") is not None
    if has_database:
        request.getfixturevalue("db")
    yield
    if has_database:
        names = ("pk", *queries.Repeated._fields)
        kept = {pk: queries.Repeated(*told) for pk, *told in Disclosure.objects.values_list(*names)}
        assert kept == queries.repeated(Disclosure.objects.all())
        assert not Disclosure.objects.exclude(plan=F("item__plan")).exists()


@pytest.fixture
def villages(commune):
    return commune.villages


@pytest.fixture
def head(commune):
    """The head of the first village."""
    return commune.head


@pytest.fixture
def plan(commune, officer):
    return actions.draft_plan(organization=commune.committee, year=2026, has_portal=True, has_radio=True, by=officer)


@pytest.fixture
def desk(plan, officer, commune):
    """Opens and records with what does not matter filled in."""

    def opened(code="11.2.1", title="Dự toán ngân sách năm 2026", *, since=places.ON, at=places.AT, by=officer, **rest):
        return actions.open_disclosure(
            item=plan.items.get(code=code),
            title=title,
            content=content(since=since),
            key=rest.pop("key", str(uuid4())),
            by=by,
            at=at,
            **rest,
        )

    def content(*, since=places.ON, **parts):
        given = {"event": "Quyết định số 15/QĐ-UBND", "text": "Dự toán thu, chi năm 2026", "is_cleared": True}
        return actions.Content(since=since, **{**given, **parts})

    def record(disclosure, form="portal", *, on=places.ON, at=places.AT, by=officer, key=None, **parts):
        told = actions.Told(form=form, claimed_on=on, **parts)
        return actions.record(disclosure=disclosure, told=told, key=key or str(uuid4()), by=by, at=at)

    return SimpleNamespace(open=opened, content=content, record=record, chair=places.actor(commune.chair))
