"""The pages on a phone, read by axe; what scripts add; what is left without them."""

import pytest
from django.conf import settings

from browser.axe import violations
from dienhong.dissemination import actions
from dienhong.dissemination.models import SecondText, Voice
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def known(visit, commune):
    """Opens a page signed in."""

    def open_page(path, user=None, **options):
        session = client_of(user or commune.officer).cookies[settings.SESSION_COOKIE_NAME].value
        page = visit("/m/", **options)
        site = page.url.removesuffix("/m/")
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": site}])
        page.goto(site + path)
        return page

    return open_page


@pytest.fixture
def full(desk, officer, now):
    found = desk.open()
    desk.approved(desk.propose(found))
    desk.approved(desk.keep(found))
    desk.change(found)
    desk.publish(found)
    desk.propose(found)
    actions.send_to_heads(disclosure=found, by=officer, at=now)
    return found


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_nothing_runs_out_of_the_page(known, full, width, commune):
    parts = ("cong", "zalo", "thu", "loa", "truong-thon", "tieng-khac", "tieng-khac/loi", "tieng-khac/giong")
    pages = [f"/phat-tin/{full.pk}/{part}/" for part in parts]
    pages += [f"/cong-khai/viec/{full.pk}/", f"/cong-khai/{full.pk}/"]
    pages += [f"/phat-tin/loi-dich/{each.pk}/" for each in SecondText.objects.all()]
    pages += [f"/phat-tin/giong-doc/{Voice.objects.get().pk}/"]
    pages += [f"/phat-tin/thon/{commune.villages[0].pk}/{full.pk}/"]
    page = known(pages[0], width=width)
    site = page.url.removesuffix(pages[0])
    wrong = []
    for path in pages:
        page.goto(site + path)
        wrong += [f"{path}: {line}" for line in violations(page)]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wrong.append(f"{path}: wider than the screen")
    assert wrong == []
    assert page.messages == []


def test_the_message_is_copied_with_one_touch(known, desk):
    page = known(f"/phat-tin/{desk.open().pk}/zalo/", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Chép tin nhắn").click()
    page.get_by_text("Đã chép").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#tin").input_value()


def test_without_scripts_the_message_stands_in_its_box_and_no_dead_button_is_offered(known, desk):
    page = known(f"/phat-tin/{desk.open().pk}/zalo/", script=False)
    assert "/m/" in page.locator("#tin").input_value()
    assert not page.get_by_role("button", name="Chép").is_visible()


def test_the_public_page_loads_no_sound_before_it_is_asked_to(visit, full):
    asked = []
    page = visit("/m/")
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page.url.removesuffix("/m/") + f"/cong-khai/{full.pk}/")
    assert page.locator("audio[preload=none]").count() == 1
    assert page.locator('[lang="km"]').count() > 0
    assert not [url for url in asked if "nghe" in url]
