"""The pages of the book on a phone, by day and by night: accessible, not wider than the screen, small."""

import gzip

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from browser.axe import violations

pytestmark = pytest.mark.browser
KILOBYTES_ALLOWED = 20
PATHS = (
    "/luat/",
    "/luat/?tim=khieu+nai",
    "/luat/?tim=xyzzy",
    "/luat/decision.required/",
    "/luat/decision.required/?matter=15.1&households=151",
    "/luat/decision.adopted/?matter=15.1&households=100&agree=120",
    "/luat/decision.form_allowed/?form=ballot&matter=15.1&on=2026-03-02",
    "/luat/deadline.decision.to_commune/?since=2026-04-24",
    "/luat/deadline.complaint.resumed/",
    "/luat/latest.meeting.notice/?before=2026-03-05",
    "/luat/minimum.posting.convention/?since=2026-01-05&posted_days=300",
    "/luat/election.steps/?before=2026-05-10",
    "/luat/board.size/?kind=commune&villages=8",
    "/luat/han/",
    "/luat/han/?viec=x",
    "/luat/lich/2026/",
    "/luat/lich/?nam=1",
    "/luat/danh-muc/",
    "/luat/danh-muc/disclosure.commune/",
    "/luat/danh-muc/board.rhythm.commune.plan/",
    "/luat/thu-tuc/",
    "/luat/thu-tuc/complaint/",
)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_accessible_and_fits_a_phone(chromium, path):
    body = Client().get(path).content
    assert len(gzip.compress(body)) < KILOBYTES_ALLOWED * 1000
    for scheme in ("light", "dark"):
        page = chromium.new_page(viewport={"width": 360, "height": 800}, color_scheme=scheme, locale="vi-VN")
        page.route("**/*", lambda route: answer(route, body))
        page.goto("http://dienhong.test/trang/")
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.close()


def answer(route, body):
    path = route.request.url.removeprefix("http://dienhong.test")
    if path == "/trang/":
        route.fulfill(body=body, content_type="text/html; charset=utf-8")
    elif path.startswith("/tinh/"):
        route.fulfill(path=finders.find(path.removeprefix("/tinh/").partition("?")[0]))
    else:
        route.abort()
