"""A commune with a plan of the year that the clock shows, and what it claims to have disclosed."""

from datetime import timedelta
from uuid import uuid4

import pytest

from dienhong.disclosures import actions as disclosures
from dienhong.foundations import clock
from dienhong.ledger import actions as ledger
from dienhong.ledger import keys
from dienhong.spot_checks import actions, queries
from tests.fakes.communes import commune, neighbour, officer, province
from tests.programmes import places

__all__ = ["commune", "neighbour", "officer", "province"]
DAY = timedelta(days=1)
BOARDS = ("office", "cultural-house", "community-point")


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.DIENHONG_FILES = tmp_path / "files"
    settings.DIENHONG_KEY_FILE = tmp_path / "keys" / "ledger.key"
    keys.create()


@pytest.fixture
def now():
    return clock.read()


@pytest.fixture
def today(now):
    return clock.legal_day(now)


@pytest.fixture
def claim(commune, officer, today, now):
    """Opens something `ago` days ago and, where `out`, claims that it was out that day in these forms."""

    def claimed(title, *, ago=3, code="11.2.1", out=True, unit=None, by=officer, forms=("portal", "posting"), **rest):
        unit = unit or commune.committee
        plan = disclosures.draft_plan(organization=unit, year=today.year, has_portal=True, has_radio=True, by=by)
        content = disclosures.Content(
            event="Quyết định số 15/QĐ-UBND", since=today - ago * DAY, text=f"Toàn văn {title}", is_cleared=True
        )
        found = disclosures.open_disclosure(
            item=plan.items.get(code=code), title=title, content=content, key=str(uuid4()), by=by, at=now, **rest
        )
        for form in forms if out else ():
            told = disclosures.Told(
                form=form, claimed_on=today - ago * DAY, places=BOARDS if form == "posting" else (),
                village=rest.get("village") if form == "posting" else None,
            )  # fmt: skip
            disclosures.record(disclosure=found, told=told, key=str(uuid4()), by=by, at=now)
        return found

    return claimed


@pytest.fixture
def front(commune, today):
    return places.actor(commune.front_member, today)


@pytest.fixture
def wanted(commune, today):
    """What a round looks at: everything of this month in the commune, unless said otherwise."""

    def make(**parts):
        given = {"locality": commune.place, "village": None, "ways": "everything", "first": today - 30 * DAY}
        return queries.Wanted(**{**given, "last": today, **parts})

    return make


def opened_by(by, wanted, today, now, *, size=2, percent=None, key=None):
    return actions.open_round(
        wanted=wanted, size=size, percent=percent, until=today + 7 * DAY, key=key or str(uuid4()), by=by, at=now
    )


def look(sample, result, by, day, now, *, note="", key=None, photo=None):
    seen = actions.Seen(result=result, checked_on=day, note=note, photo=photo, photo_name="bang.jpg" if photo else "")
    return actions.record(sample=sample, seen=seen, key=key or str(uuid4()), by=by, at=now)


@pytest.fixture
def opened(claim, front, wanted, today, now):
    """A round of four out of eight, not drawn yet."""
    claim("Dự toán ngân sách")
    return opened_by(front, wanted(), today, now, size=4)


@pytest.fixture
def drawn(opened, front, now):
    ledger.seal_new(now)
    actions.draw(round=opened, by=front)
    return opened
