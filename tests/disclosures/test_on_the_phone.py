"""The village head's pages in a real browser: read and recorded without a signal, sent once when there is one."""

import base64
import time
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from browser.axe import violations
from browser.network import no_signal
from dienhong.disclosures import actions
from dienhong.disclosures.models import Posting
from dienhong.foundations import clock
from tests.reports.conftest import client_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAY = timedelta(days=1)
LIST = "/cong-khai/thon/"
PICTURE = """() => {
  const canvas = document.createElement("canvas");
  canvas.width = 3000; canvas.height = 2000;
  const pen = canvas.getContext("2d");
  for (let i = 0; i < 4000; i += 1) {
    pen.fillStyle = `hsl(${(i * 37) % 360} 70% 50%)`;
    pen.fillRect((i * 97) % 3000, (i * 61) % 2000, 90, 60);
  }
  return canvas.toDataURL("image/jpeg", 0.95).split(",")[1];
}"""


@pytest.fixture
def today():
    return clock.legal_day(clock.read())


@pytest.fixture
def plan(commune, officer, today):
    return actions.draft_plan(
        organization=commune.committee, year=today.year, has_portal=True, has_radio=True, by=officer
    )


@pytest.fixture
def publish(plan, officer, today):
    """Out on the portal, waiting in the villages."""

    def one(title, code="11.7.1"):
        content = actions.Content(event="QĐ 5", since=today - 3 * DAY, text=f"Toàn văn {title}", is_cleared=True)
        item = plan.items.get(code=code)
        found = actions.open_disclosure(item=item, title=title, content=content, key=title, by=officer, at=clock.read())
        told = actions.Told(form="portal", claimed_on=today - 3 * DAY)
        actions.record(disclosure=found, told=told, key=f"{title} p", by=officer, at=clock.read())
        return found

    return one


@pytest.fixture
def things(publish):
    return [publish("Hỗ trợ nhà ở"), publish("Hàng cứu trợ", "11.8.1"), publish("Gọi nhập ngũ", "11.9.1")]


@pytest.fixture
def phone(visit, live_server, commune):
    """A telephone of 360 pixels on which somebody is signed in; the list has been opened once with a signal."""

    def opened(user=commune.head, path=LIST, *, ready=True):
        page = visit("/dang-nhap/", width=360)
        sign_in(page, user, live_server)
        page.goto(live_server.url + path)
        if ready:
            page.locator("#da-giu:not([hidden])").wait_for()
        return page

    return opened


def sign_in(page, user, live_server):
    page.context.add_cookies(
        [{"name": "sessionid", "value": client_of(user).cookies["sessionid"].value, "url": live_server.url}]
    )


def sent_from(village):
    return Posting.objects.filter(village=village)


def kept(page, words):
    """The lines under "Việc đã ghi trên máy này" that show these words."""
    return page.locator("#tren-may li").filter(has_text=words).filter(visible=True)


def open_thing(page, title):
    page.get_by_role("link", name=title).click()
    page.get_by_role("heading", name=title).wait_for()


def form(page, words):
    page.locator("summary", has_text=words).click()
    return page.locator("details[open]").filter(has=page.locator("summary", has_text=words))


def send(box):
    box.get_by_role("button", name="Ghi nhận").click()
    box.page.wait_for_url(f"**{LIST}#tren-may")
    box.page.locator("#tren-may:not([hidden])").wait_for()


def hang(page, title, *, photo=None):
    open_thing(page, title)
    box = form(page, "Đã treo lên bảng tin")
    if photo:
        files = [{"name": "IMG_0001.jpg", "mimeType": "image/jpeg", "buffer": photo}]
        box.get_by_label("Chụp ảnh").set_input_files(files)
    send(box)


def shows(page, state, number):
    """Waits until so many lines are "waiting", "sent" or "refused"."""
    expect(page.locator(f"#tren-may [data-state={state}]:not([hidden])")).to_have_count(number)


def kept_for(page):
    """The accounts whose pages are on the phone."""
    return page.evaluate(
        "async () => (await caches.keys()).filter((e) => e.startsWith('thon-trang')).map((e) => e.slice(11))"
    )


def becomes(ask, wanted):
    """Asks again for a moment: the browser works by itself."""
    for _time in range(50):
        if ask() == wanted:
            return
        time.sleep(0.1)
    assert ask() == wanted


def test_three_recorded_without_a_signal_are_sent_once_when_it_is_back(phone, things, commune, live_server):
    page = phone()
    photo = base64.b64decode(page.evaluate(PICTURE))
    context = page.context
    with no_signal(page):
        page.reload()
        assert page.get_by_text("Danh sách lúc").is_visible()
        assert page.get_by_text("Cứ làm và ghi như thường").is_visible()
        hang(page, "Hỗ trợ nhà ở", photo=photo)
        open_thing(page, "Hàng cứu trợ")
        assert page.get_by_text("Toàn văn Hàng cứu trợ").is_visible()
        box = form(page, "Đã báo cho dân")
        box.get_by_label("Báo tại cuộc họp của cộng đồng dân cư").check()
        box.get_by_label("Ai đọc tại cuộc họp").select_option("head")
        box.get_by_label("Số hộ dự họp").fill("42")
        send(box)
        open_thing(page, "Gọi nhập ngũ")
        box = form(page, "Loa đã phát")
        for number in range(3):
            box.get_by_role("checkbox").nth(number).check()
        send(box)
        page.close()  # put away, and taken out again
        page = context.new_page()
        page.goto(live_server.url + LIST)
        shows(page, "waiting", 3)
        assert page.get_by_role("button", name="Gửi 3 việc đang chờ").is_visible()
    shows(page, "sent", 3)
    found = sent_from(commune.villages[0])
    assert sorted(found.values_list("form", flat=True)) == ["posting", "posting", "radio", "village-head"]
    assert {each.by_sync for each in found} == {True}
    assert all(each.entered_at <= each.recorded_at for each in found)
    assert len(photo) > 500_000
    sizes = {each.proof.size for each in found if each.proof}
    assert all(size < 400_000 for size in sizes), sizes
    assert found.get(form="village-head").households == 42
    assert page.get_by_text("về máy chủ").first.is_visible()
    assert not page.locator("#tren-may").get_by_text("Sửa").filter(visible=True).count()
    page.reload()
    page.wait_for_timeout(500)
    assert found.count() == 4


def test_what_was_sent_leaves_the_list_without_a_reload(phone, things):
    page = phone()
    with no_signal(page):
        open_thing(page, "Gọi nhập ngũ")
        box = form(page, "Đã báo cho dân")
        box.get_by_label("Báo trực tiếp đến từng hộ").check()
        send(box)
        hang(page, "Gọi nhập ngũ")
    shows(page, "sent", 2)
    expect(page.locator("#danh-sach a[data-stamp]")).to_have_count(2)


def test_an_answer_that_is_lost_on_the_way_is_asked_for_again_and_nothing_is_recorded_twice(phone, things, commune):
    page = phone()
    lost = []

    def lose(route):
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch().status)  # the server has it, the phone never hears so
            return route.abort()
        return route.continue_()

    page.context.route("**/cong-khai/thon/*/*/", lose)
    hang(page, "Hỗ trợ nhà ở")
    shows(page, "sent", 1)
    assert lost == [200]
    assert page.get_by_text("đã ghi nhận từ trước").is_visible()
    assert sent_from(commune.villages[0]).count() == 2  # one posting for each of two places


def test_a_busy_server_is_said_and_the_button_sends_again(phone, things, commune):
    page = phone()
    page.context.route("**/cong-khai/thon/gui/", lambda route: route.fulfill(status=503, body="busy"))
    hang(page, "Hỗ trợ nhà ở")
    page.get_by_text("Máy chủ đang bận").wait_for()
    shows(page, "waiting", 1)
    page.context.unroute("**/cong-khai/thon/gui/")
    page.get_by_role("button", name="Gửi 1 việc đang chờ").click()
    shows(page, "sent", 1)
    assert {each.by_sync for each in sent_from(commune.villages[0])} == {True}
    hang(page, "Hàng cứu trợ")
    shows(page, "sent", 2)
    assert [each.by_sync for each in sent_from(commune.villages[0]).order_by("pk")] == [True, True, False, False]


def test_two_open_pages_send_one_record_once(phone, things, commune, live_server):
    page = phone()
    with no_signal(page):
        hang(page, "Hỗ trợ nhà ở")
        other = page.context.new_page()
        other.goto(live_server.url + LIST)
        shows(other, "waiting", 1)
    shows(page, "sent", 1)
    other.reload()
    shows(other, "sent", 1)
    assert sent_from(commune.villages[0]).count() == 2


def test_an_ended_session_keeps_what_waits_and_asks_to_sign_in(phone, things, commune, live_server):
    page = phone()
    with no_signal(page):
        hang(page, "Hỗ trợ nhà ở")
        Session.objects.all().delete()
    page.get_by_text("Hãy đăng nhập lại để gửi").wait_for()
    shows(page, "waiting", 1)
    assert (
        page.get_by_role("link", name="Đăng nhập", exact=True).last.get_attribute("href") == f"/dang-nhap/?next={LIST}"
    )
    sign_in(page, commune.head, live_server)
    page.goto(live_server.url + LIST)
    shows(page, "sent", 1)
    assert sent_from(commune.villages[0]).count() == 2


def test_a_refused_record_shows_why_and_is_corrected_or_left(phone, things, commune, today):
    page = phone()
    for title in ("Hỗ trợ nhà ở", "Hàng cứu trợ"):
        open_thing(page, title)
        box = form(page, "Đã treo lên bảng tin")
        box.get_by_label("Năm").fill(str(today.year + 1))
        send(box)
    shows(page, "refused", 2)
    assert kept(page, "không được sau hôm nay").count() == 2
    kept(page, "Hàng cứu trợ").get_by_role("button", name="Bỏ").click()
    kept(page, "Hàng cứu trợ").get_by_role("button", name="Bấm lần nữa để bỏ").click()
    shows(page, "refused", 1)
    kept(page, "Hỗ trợ nhà ở").get_by_role("link", name="Sửa").click()
    box = page.locator("details[open]")
    assert "không được sau hôm nay" in box.inner_text()
    box.get_by_label("Năm").fill(str(today.year))
    send(box)
    shows(page, "sent", 1)
    shows(page, "refused", 0)
    assert sent_from(commune.villages[0]).count() == 2


def test_version_2_that_came_meanwhile_does_not_take_what_was_done_with_version_1(
    phone, things, commune, officer, today
):
    page = phone()
    with no_signal(page):
        hang(page, "Hỗ trợ nhà ở")
        content = actions.Content(event="QĐ 6", since=today, text="Bản hai", is_cleared=True)
        actions.change(disclosure=things[0], content=content, key="b2", by=officer, at=clock.read())
        told = actions.Told(form="portal", claimed_on=today)
        actions.record(disclosure=things[0], told=told, key="b2p", by=officer, at=clock.read())
    shows(page, "sent", 1)
    assert kept(page, "hãy gỡ bản cũ xuống, treo và đọc bản mới").count() == 1
    assert {each.version.number for each in sent_from(commune.villages[0])} == {1}
    page.reload()
    open_thing(page, "Hỗ trợ nhà ở")
    assert page.get_by_text("Đây là bản 2").is_visible()


def test_a_full_phone_says_so_and_leaves_what_was_typed(phone, things):
    page = phone()
    open_thing(page, "Hàng cứu trợ")
    page.evaluate("""() => { IDBObjectStore.prototype.put = () => {
        throw new DOMException("full", "QuotaExceededError"); }; }""")
    box = form(page, "Đã báo cho dân")
    box.get_by_label("Báo trực tiếp đến từng hộ").check()
    box.get_by_label("Cuộc họp nào").fill("Xóm trên")
    box.get_by_role("button", name="Ghi nhận").click()
    page.get_by_text("Máy đã đầy bộ nhớ").wait_for()
    assert box.get_by_label("Cuộc họp nào").input_value() == "Xóm trên"
    assert not Posting.objects.filter(village__isnull=False).exists()


def test_what_was_forgotten_is_said_before_it_is_kept(phone, things):
    page = phone()
    with no_signal(page):
        open_thing(page, "Hàng cứu trợ")
        box = form(page, "Đã báo cho dân")
        box.get_by_role("button", name="Ghi nhận").click()
        box.get_by_text("Hãy chọn đã báo bằng cách nào.").wait_for()
        assert box.get_by_label("Số hộ dự họp").is_hidden()
        box.get_by_label("Đăng trên mạng xã hội của thôn").check()
        box.get_by_role("button", name="Ghi nhận").click()
        box.get_by_text("Thôn chưa thống nhất dùng mạng xã hội này").wait_for()
        page.get_by_role("link", name="Mở trang của nội dung này").click()
        page.get_by_text("Trang kia phải có sóng mới mở được.").wait_for()


def test_signing_out_and_another_account_empty_the_phone_but_not_what_waits(phone, things, commune, live_server):
    page = phone()
    assert kept_for(page) == [f"user:{commune.head.pk}"]
    with no_signal(page):
        hang(page, "Hỗ trợ nhà ở")
        page.context.clear_cookies()
    page.get_by_text("Hãy đăng nhập lại để gửi").wait_for()
    sign_in(page, commune.chair, live_server)
    page.goto(f"{live_server.url}/cong-khai/viec/")
    becomes(lambda: kept_for(page), [])
    page.goto(live_server.url + LIST)
    assert page.get_by_text("Trang này dành cho Trưởng thôn").is_visible()
    assert not sent_from(commune.villages[0]).exists()
    page.context.clear_cookies()
    sign_in(page, commune.head, live_server)
    page.goto(live_server.url + LIST)
    shows(page, "sent", 1)
    page.locator("#da-giu:not([hidden])").wait_for()
    page.goto(f"{live_server.url}/dang-xuat/")
    page.locator("main").get_by_role("button", name="Đăng xuất").click()
    page.wait_for_url(f"{live_server.url}/")
    assert kept_for(page) == []
    page.context.set_offline(True)
    page.goto(live_server.url + LIST)
    assert page.get_by_text("Trang này chưa được giữ trên máy").is_visible()
    page.context.set_offline(False)


def test_signing_out_with_work_that_waits_warns_and_offers_to_stay(phone, things, commune, live_server):
    page = phone()
    sign_out = "document.querySelector('form[action$=\"/dang-xuat/\"]').requestSubmit()"
    page.context.route("**/cong-khai/thon/gui/", lambda route: route.fulfill(status=503, body="busy"))
    hang(page, "Hỗ trợ nhà ở")
    shows(page, "waiting", 1)
    page.evaluate(sign_out)
    page.get_by_text("Còn 1 việc trên máy này chưa gửi được").wait_for()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.context.unroute("**/cong-khai/thon/gui/")
    page.get_by_role("button", name="Ở lại và gửi").click()
    shows(page, "sent", 1)
    expect(page.locator("#con-viec")).to_be_hidden()
    assert sent_from(commune.villages[0]).exists()
    page.context.route("**/cong-khai/thon/gui/", lambda route: route.fulfill(status=503, body="busy"))
    hang(page, "Hàng cứu trợ")
    page.evaluate(sign_out)
    page.get_by_role("button", name="Vẫn đăng xuất").click()
    page.wait_for_url(f"{live_server.url}/")
    page.context.unroute("**/cong-khai/thon/gui/")
    sign_in(page, commune.head, live_server)
    page.goto(live_server.url + LIST)
    shows(page, "sent", 2)  # nothing was lost


def test_signing_out_with_nothing_that_waits_asks_nothing(phone, things, live_server):
    page = phone()
    page.evaluate("document.querySelector('form[action$=\"/dang-xuat/\"]').requestSubmit()")
    page.wait_for_url(f"{live_server.url}/")


def test_every_state_is_accessible_and_fits_360_pixels(phone, things, today):
    page = phone()
    with no_signal(page):
        hang(page, "Hỗ trợ nhà ở")
        open_thing(page, "Hàng cứu trợ")
        box = form(page, "Đã treo lên bảng tin")
        box.get_by_label("Năm").fill(str(today.year + 1))
        assert violations(page) == []
        send(box)
        shows(page, "waiting", 2)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    shows(page, "refused", 1)
    assert violations(page) == []
    kept(page, "Hàng cứu trợ").get_by_role("link", name="Sửa").click()
    page.locator("details[open]").wait_for()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert [each for each in page.messages if "Content Security" in each or "Uncaught" in each] == []
