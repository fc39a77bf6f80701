"""The pages of the gate, of erasure and of comparison on a phone and on a desk, read by axe; their budgets."""

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from browser.axe import violations
from dienhong.disclosures import actions, queries
from dienhong.disclosures.actions import gate
from tests.programmes import places
from tests.reports.conftest import client_of

PERSONAL = "Bà Lý Thị Sáu, căn cước 001085012345"
MOST_QUERIES = 20


@pytest.fixture
def guarded(desk, plan, officer, commune, monkeypatch):
    """A version that waits, one that is stopped, one proposed for erasure, one erased, two to compare."""
    made = {}
    with monkeypatch.context() as patch:
        patch.setattr(gate.events, "publish", lambda *_a, **_k: None)
        content = desk.content(text="Quét", file_name="a.png", chunks=[b"\x89PNG\r\n\x1a\n" + b"\x00" * 40])
        made["waits"] = actions.open_disclosure(
            item=plan.items.get(code="11.3.1"), title="Bản quét", content=content, key="w", by=officer, at=places.AT
        )
    queries.note_progress(queries.newest(made["waits"]).pk, 12, 100, seconds=60)
    for name in ("stopped", "proposed", "erased"):
        made[name] = actions.open_disclosure(
            item=plan.items.get(code="11.7.1"), title=name, content=desk.content(text=PERSONAL), key=name, by=officer,
            at=places.AT,
        )  # fmt: skip
        if name != "stopped":
            actions.clear(disclosure=made[name], reason="Nhầm", by=desk.chair)
            desk.record(made[name])
            made[f"{name}-proposal"] = actions.propose_erasure(
                version=queries.newest(made[name]), ground="identity", with_title=False, by=officer, on=places.ON
            )
    actions.decide_erasure(proposal=made["erased-proposal"], is_approved=True, by=desk.chair)
    made["changed"] = desk.open(title="So sánh")
    desk.record(made["changed"])
    content = desk.content(text="Dự toán thu, chi năm 2026 đã điều chỉnh", file_name="b.txt", chunks=[b"khac"])
    actions.change(disclosure=made["changed"], content=content, key="c", by=officer, at=places.AT)
    desk.record(made["changed"])
    return made


def addresses(made):
    """Every page that guarding adds or changes, for the chair; and for everybody."""
    changed = made["changed"].pk
    mine = [f"/cong-khai/viec/{made[name].pk}/" for name in ("waits", "stopped", "proposed", "erased", "changed")]
    mine += [f"/cong-khai/viec/xoa-du-lieu/{made[name].pk}/" for name in ("proposed-proposal", "erased-proposal")]
    mine += [f"/cong-khai/viec/{made['stopped'].pk}/xem-lai/", f"/cong-khai/viec/{changed}/xoa-du-lieu/"]
    mine += [f"/cong-khai/viec/{changed}/so-sanh/1/2/"]
    open_to_all = [f"/cong-khai/{made['erased'].pk}/", f"/cong-khai/{changed}/", f"/cong-khai/{changed}/so-sanh/1/2/"]
    return mine, open_to_all


@pytest.mark.django_db
def test_no_page_asks_the_database_too_often(guarded, commune):
    mine, open_to_all = addresses(guarded)
    chair, visitor = client_of(commune.chair), client_of()
    for browser, paths in ((chair, mine), (visitor, open_to_all)):
        for path in paths:
            with CaptureQueriesContext(connection) as asked:
                assert browser.get(path).status_code == 200, path
            assert len(asked) <= MOST_QUERIES, (path, len(asked))


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_nothing_runs_out_of_the_page(visit, guarded, commune, width, tmp_path):
    mine, open_to_all = addresses(guarded)
    item = guarded["changed"].item_id
    page = visit("/m/", width=width)
    site = page.url.removesuffix("/m/")
    wrong = []
    for user, paths in (
        (None, open_to_all),
        (commune.chair, mine),
        (commune.officer, [f"/cong-khai/viec/muc/{item}/mo/"]),
    ):
        if user is not None:
            session = client_of(user).cookies[settings.SESSION_COOKIE_NAME].value
            page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": site}])
        for number, path in enumerate(paths):
            page.goto(site + path)
            page.screenshot(path=str(tmp_path / f"{width}-{user and user.username[:5]}-{number}.png"), full_page=True)
            wrong += [f"{path}: {line}" for line in violations(page)]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wrong.append(f"{path}: wider than the screen")
    assert wrong == []
    assert page.messages == []
