"""A commune to ask, with and without a target; requests of the old law and of after it. Files go to the test's folder."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest

from dienhong.disclosures import actions as disclosing
from dienhong.disclosures import queries as disclosures
from dienhong.documents.official import Column, Row, Table
from dienhong.documents.spreadsheet import Sheet, render_xlsx
from dienhong.information_requests import actions, queries
from dienhong.information_requests.models import Came, Request
from dienhong.ledger import keys
from tests.fakes.communes import commune, neighbour, officer, province
from tests.programmes import places

__all__ = ["commune", "neighbour", "officer", "province"]

BEFORE = date(2026, 5, 20)  # a Wednesday, under the law of 2016
AFTER = date(2026, 11, 18)  # a Wednesday, under the law that is not known here


def moment(day, hour=3):
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.DIENHONG_FILES = tmp_path / "files"
    settings.DIENHONG_KEY_FILE = tmp_path / "keys" / "ledger.key"
    keys.create()


@pytest.fixture
def second(commune):
    return places.actor(commune.second_officer)


@pytest.fixture
def chair(commune):
    return places.actor(commune.chair)


@pytest.fixture
def head(commune):
    return places.actor(commune.head)


@pytest.fixture
def target(commune, chair):
    """Five working days, from 1/9/2026."""
    return actions.set_target(
        organization=commune.committee,
        working_days=5,
        starts_on=date(2026, 9, 1),
        decision="Quyết định số 20/QĐ-UBND",
        key="target",
        by=chair,
        on=date(2026, 8, 30),
    )


def asked(**parts):
    given = {"name": "Lò Thị Mơ", "address": "Thôn An Lạc Thượng", "wanted": "Biên bản nghiệm thu đường liên thôn"}
    given |= {"purpose": "Theo dõi công trình", "identity_number": "001085000123"}
    return actions.Asked(**{**given, **parts})


@pytest.fixture
def requests(commune, officer):
    """Everything with what does not matter filled in; every act gives the request as it then is."""

    def submit(on=BEFORE, *, at=None, came=Came.PAPER, by=officer, key=None, disclosure=None, village=None, **parts):
        found = actions.submit(
            organization=commune.committee,
            asked=asked(**parts),
            came=came,
            received_on=on,
            key=key or str(uuid4()),
            by=by,
            at=at or moment(on),
            disclosure=disclosure,
            village=village,
        )
        return fresh(found)

    def fresh(found):
        return Request.objects.select_related("organization__locality").get(pk=found.pk)

    def act(name, found, *, on=BEFORE, by=officer, key=None, **parts):
        getattr(actions, name)(request=found, key=key or str(uuid4()), by=by, at=moment(on), **parts)
        return fresh(found)

    def answer(found, *, on=BEFORE, given_on=None, name="provide", by=officer, key=None, more=None, **parts):
        words = {"words": "Biên bản lập ngày 02/5/2026, gửi kèm.", "given_on": given_on or on, "is_read": True}
        answered = actions.Answered(**{**words, **parts})
        return act(name, found, on=on, by=by, key=key, answered=answered, **(more or {}))

    def refuse(found, ground="beyond", *, on=BEFORE, given=0, good_reason=False, **parts):
        signed = {"words": "Phải tập hợp hồ sơ mười năm.", "signer_post": "Chủ tịch", "signer_name": "Hồ Văn Lành"}
        more = {"ground": ground, "given": given, "good_reason": good_reason}
        return answer(found, on=on, name="refuse", more=more, **{**signed, **parts})

    return SimpleNamespace(submit=submit, act=act, answer=answer, refuse=refuse, fresh=fresh)


@pytest.fixture
def disclosed(commune, officer):
    """Opens a disclosure of the commune; `out` puts it on the portal."""
    plan = disclosing.draft_plan(
        organization=commune.committee, year=2026, has_portal=True, has_radio=False, by=officer
    )

    def opened(*, out, since=BEFORE, title="Đường liên thôn: vốn, nhà thầu"):
        content = disclosing.Content(event="Quyết định số 45/QĐ-UBND", since=since, text="Dài 1,2 km", is_cleared=True)
        found = disclosing.open_disclosure(
            item=plan.items.get(code="11.3.1"),
            title=title,
            content=content,
            key=str(uuid4()),
            by=officer,
            at=moment(since),
        )
        if out:
            told = disclosing.Told(form="portal", claimed_on=since)
            disclosing.record(disclosure=found, told=told, key=str(uuid4()), by=officer, at=moment(since))
        return disclosures.disclosure(found.pk)

    return opened


def days(n):
    return timedelta(days=n)


def whole(found, actor):
    """With submissions and steps, as pages read it."""
    return queries.request(found.pk, actor)


def readable_table():
    """The bytes of a file that can be looked into and holds nothing to stop."""
    rows = (Row(("Giống lúa", 30)),)
    return render_xlsx([Sheet("Bảng", "Giống lúa", Table(columns=(Column("Tên", 50), Column("Số", 50)), rows=rows))])
