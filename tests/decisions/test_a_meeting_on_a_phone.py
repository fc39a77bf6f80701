"""A whole meeting on one telephone in a real browser: without a signal, killed and restarted, with a wrong clock."""

import base64
import re

import pytest
from django.contrib.sessions.models import Session

from browser.network import no_signal
from dienhong.decisions.models import (
    Choice,
    LateEvent,
    Meeting,
    Outcome,
    PhoneEvent,
    Presence,
    Record,
    Sheet,
    SignedPage,
)
from tests.decisions.phones import (
    PHOTO,
    address,
    all_sent,
    begin,
    choose_way,
    close_result,
    come,
    end,
    go_home,
    killed,
    look,
    meeting,
    phone,
    present,
    press,
    sees,
    sign_in,
    type_sheet,
    village,
)

__all__ = ["meeting", "phone", "village"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def count(page, agree, disagree=0):
    figures = {"present": agree + disagree, "agree": agree, "disagree": disagree, "other": 0}
    for place, counter in ((1, "Lò Thị Mơ"), (2, "Đinh Công Tráng")):
        type_sheet(page, place, counter, **figures)


def by_name(page):
    """Households found by a name without its marks; one of them came by somebody else."""
    press(page, "Điểm danh")
    page.get_by_label("Tìm tên hoặc số hộ").fill("dinh cong")
    page.get_by_role("button", name="2. Đinh Công Tráng").click()
    page.get_by_text("Đã điểm danh hộ 2: Đinh Công Tráng").wait_for()
    page.get_by_label("Tìm tên hoặc số hộ").fill("HUONG")
    page.get_by_role("button", name="4. Nguyễn Thị Hường").click()
    page.get_by_role("button", name="4. Nguyễn Thị Hường (có mặt)").click()
    page.get_by_label("Người đến thay").fill("Vi Văn Con")
    press(page, "Ghi lại là có mặt")


def fill_sheet(page, counter, **figures):
    page.get_by_label("Họ và tên người đếm").fill(counter)
    for name, figure in figures.items():
        page.locator(f"#so-{name}").fill(str(figure))


def miscount(page):
    """The second person sees nothing of the first sheet, miscounts twice, and counts again."""
    press(page, "Nhập phiếu người đếm 2")
    assert page.locator("#so-agree").input_value() == ""
    assert not re.search(r"\b7\b", page.locator("#hop").inner_text())
    fill_sheet(page, "Đinh Công Tráng", present=8, agree=6, disagree=1, other=0)
    sees(page, "không có ý kiến là 7, nhưng số hộ có mặt lúc biểu quyết là 8")
    press(page, "Ghi phiếu này")
    sees(page, "Các số chưa khớp nhau nên chưa ghi được")
    page.locator("#so-other").fill("1")
    press(page, "Ghi phiếu này")
    sees(page, "Hai phiếu khác nhau ở: Tán thành")
    press(page, "Đếm lại, nhập lại phiếu 2")
    fill_sheet(page, "Đinh Công Tráng", present=8, agree=7, disagree=1, other=0)
    press(page, "Ghi phiếu này")


def sign(page, photo):
    press(page, "Đã đọc lại cho mọi người nghe")
    press(page, "Chụp trang đã ký")
    files = [{"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": photo}]
    page.get_by_label("Ảnh trang đã ký").set_input_files(files)
    page.locator(".hop-photo:not([hidden])").wait_for()
    page.get_by_label("Người chủ trì cuộc họp").check()
    page.get_by_label("Trưởng ban công tác Mặt trận").check()
    page.get_by_label("Họ tên đại diện hộ thứ 1").fill("Lò Thị Mơ")
    page.get_by_label("Họ tên đại diện hộ thứ 2").fill("Hà Văn Quyết")
    press(page, "Giữ ảnh này")
    page.locator("#hop[data-screen=minutes]").wait_for()


def test_a_whole_meeting_without_a_signal_on_a_phone_that_is_killed(phone, meeting, live_server):
    page = phone()
    photo = base64.b64decode(page.evaluate(PHOTO))
    with no_signal(page):
        page = killed(page, live_server, meeting)
        sees(page, "Cứ họp như thường")
        by_name(page)
        come(page, 1, 3, 5, 6)
        assert page.locator(".hop-no").count() == 2
        come(page, 7)
        sees(page, "7/12 hộ có mặt")
        sees(page, "Việc 1: đủ để thông qua việc tự quản (cần 7)")
        sees(page, "Việc 2: chưa đủ cho việc thu, chi tiền (cần 8)")
        come(page, 8)
        page = killed(page, live_server, meeting)
        sees(page, "8/12 hộ có mặt")
        begin(page)
        press(page, "Tiếp: việc 1")
        choose_way(page)
        type_sheet(page, 1, "Lò Thị Mơ", present=8, agree=7, disagree=1, other=0)
        page = killed(page, live_server, meeting)
        miscount(page)
        sees(page, "THÔNG QUA", exact=True)
        close_result(page)
        press(page, "Tiếp: việc 2")
        choose_way(page)
        count(page, 7, 1)
        sees(page, "CHƯA THÔNG QUA, còn thiếu 1 hộ")
        close_result(page)
        end(page)
        sees(page, "8 hộ có mặt, 4 hộ vắng, trên tổng số 12 hộ.")
        sign(page, photo)
        page = killed(page, live_server, meeting)
        assert not Presence.objects.exists()
    all_sent(page)
    assert present(meeting) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert Presence.objects.filter(by_name="Vi Văn Con").count() == 1
    outcomes = list(Outcome.objects.order_by("pk").values_list("agree", "present", "is_adopted"))
    assert outcomes == [(7, 8, True), (7, 8, False)]
    assert Sheet.objects.count() == 5  # the one that was counted again stays
    assert Meeting.objects.get().stage == Meeting.Stage.CLOSED
    assert Record.objects.get().read_back
    assert SignedPage.objects.get().file.size < 400_000 < len(photo)
    assert Choice.objects.get(what="secretary").names == ["Vi Thị Thư"]
    assert {each.result for each in PhoneEvent.objects.all()} == {"done"}
    assert not LateEvent.objects.exists()
    rows = PhoneEvent.objects.count()
    page.reload()
    all_sent(page)
    assert PhoneEvent.objects.count() == rows
    assert [each for each in page.messages if "Content Security" in each or "Uncaught" in each] == []


def test_two_sheets_typed_with_a_signal_show_their_result_when_the_server_answers(phone, meeting):
    page = phone()
    come(page, 1, 2, 3, 4, 5, 6, 7, 8)
    begin(page)
    press(page, "Tiếp: việc 1")
    choose_way(page)
    answered(page, lambda: type_sheet(page, 1, "Lò Thị Mơ", present=8, agree=7, disagree=1, other=0))
    sees(page, "Đưa máy cho người đếm thứ hai")
    answered(page, lambda: type_sheet(page, 2, "Đinh Công Tráng", present=8, agree=6, disagree=1, other=1))
    sees(page, "Hai phiếu khác nhau ở: Tán thành, Không có ý kiến, ý kiến khác")
    press(page, "Đếm lại, nhập lại phiếu 2")
    fill_sheet(page, "Đinh Công Tráng", present=8, agree=7, disagree=1, other=0)
    answered(page, lambda: press(page, "Ghi phiếu này"))
    sees(page, "THÔNG QUA", exact=True)
    close_result(page)
    all_sent(page)
    assert Outcome.objects.values_list("agree", "present", "is_adopted").get() == (7, 8, True)


def test_what_somebody_types_stays_and_an_empty_sheet_follows_the_others(phone, meeting, front):
    page, door = phone(), phone(actor=front)
    come(page, 1, 2, 3, 4, 5, 6, 7, 8)
    begin(page)
    press(page, "Tiếp: việc 1")
    choose_way(page)
    press(page, "Nhập phiếu người đếm 1")
    sees(page, "Đã điểm danh 8 hộ.")
    page.locator("#so-present").focus()
    answered(door, lambda: come(door, 9))
    answered(page, lambda: signal_comes(page))
    sees(page, "Đã điểm danh 9 hộ.")
    page.keyboard.type("9")
    assert page.locator("#so-present").input_value() == "9"  # nobody had to touch the field again
    answered(door, lambda: come(door, 10))
    answered(page, lambda: signal_comes(page))
    assert page.locator("#so-present").input_value() == "9"
    sees(page, "Đã điểm danh 9 hộ.")
    press(page, "Quay lại")
    press(page, "Nhập phiếu người đếm 1")
    sees(page, "Đã điểm danh 10 hộ.")


def signal_comes(page):
    page.evaluate("window.dispatchEvent(new Event('online'))")


def answered(page, act):
    """Until the server's newest state came and was drawn, as far as it may be."""
    with page.expect_response("**/du-lieu/"):
        act()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(200)


@pytest.mark.parametrize("days", [-2, 2])
def test_a_clock_that_is_wrong_by_two_days(phone, meeting, live_server, days):
    page = phone(off=days * 86_400_000)
    sees(page, "Đồng hồ máy này nhanh 2 ngày" if days > 0 else "Đồng hồ máy này chậm 2 ngày")
    with no_signal(page):
        come(page, 1, 2)
        press(page, "Khai mạc")
        press(page, "Khai mạc cuộc họp")
        page.locator("#hop[data-screen=steps]").wait_for()
    all_sent(page)
    assert present(meeting) == [1, 2]
    said = Presence.objects.order_by("pk")[0]
    off = (said.happened_at - said.recorded_at).total_seconds()
    assert abs(off - days * 86_400) < 600
    assert abs((Meeting.objects.get().opened_at - said.recorded_at).total_seconds()) < 600
    assert all(abs(each.clock_offset + days * 86_400) < 600 for each in PhoneEvent.objects.all())
    assert PhoneEvent.objects.count() == 3


def test_an_ended_session_keeps_what_waits_and_asks_to_sign_in(phone, meeting, live_server, head):
    page = phone()
    with no_signal(page):
        come(page, 1)
        Session.objects.all().delete()
    sees(page, "Hãy đăng nhập lại để gửi")
    assert page.get_by_role("link", name="Đăng nhập").get_attribute("href") == f"/dang-nhap/?next={address(meeting)}"
    assert not Presence.objects.exists()
    sign_in(page.context, head, live_server)
    page.goto(live_server.url + address(meeting))
    all_sent(page)
    assert present(meeting) == [1]


EVENTS = """() => new Promise((done) => {
  const open = indexedDB.open("dien-hong-hop");
  open.onsuccess = () => {
    const all = open.result.transaction("events").objectStore("events").getAll();
    all.onsuccess = () => { open.result.close(); done(all.result.map((each) => each.data.entry)); };
  };
})"""


def test_signing_out_warns_and_empties_the_phone_but_not_what_waits(phone, meeting, live_server, head):
    page = phone()
    come(page, 2)
    all_sent(page)
    with no_signal(page):
        come(page, 1)
        page.route("**/gui/", lambda route: route.abort())
    page.goto(f"{live_server.url}/dang-xuat/")
    page.locator("main").get_by_role("button", name="Đăng xuất").click()
    sees(page, "Máy này còn 1 việc chưa gửi")
    page.locator("main").get_by_role("button", name="Đăng xuất").click()
    page.wait_for_url(f"{live_server.url}/")
    kept = "async () => (await caches.keys()).filter((name) => name.startsWith('hop-trang'))"
    assert page.evaluate(kept) == []
    assert page.evaluate(EVENTS) == [meeting.roll.entries.get(number=1).pk]  # what the server has is kept no longer
    page.unroute("**/gui/")
    page.context.set_offline(True)
    page.goto(live_server.url + address(meeting))
    sees(page, "Trang họp này chưa được giữ trên máy")
    page.context.set_offline(False)
    sign_in(page.context, head, live_server)
    page.goto(live_server.url + address(meeting))
    all_sent(page)
    assert present(meeting) == [1, 2]


def test_a_full_phone_says_so_and_shows_nothing_as_recorded(phone, meeting):
    page = phone()
    page.evaluate("""() => { IDBObjectStore.prototype.add = () => {
        throw new DOMException("full", "QuotaExceededError"); }; }""")
    press(page, "Điểm danh")
    page.get_by_role("button", name="1. Lò Thị Mơ").click()
    sees(page, "Máy đã đầy bộ nhớ")
    sees(page, "0/12 hộ có mặt")
    assert not Presence.objects.exists()


def test_every_screen_is_accessible_fits_360_pixels_and_has_three_large_buttons(phone, meeting):
    page = phone()
    come(page, 1, 2, 3, 4, 5, 6, 7, 8)
    look(page)
    press(page, "Điểm danh")
    look(page)
    page.get_by_role("button", name="1. Lò Thị Mơ (có mặt)").click()
    look(page)
    press(page, "Về danh sách")
    press(page, "Bấm số hộ")
    look(page)
    go_home(page)
    press(page, "Khai mạc")
    look(page)
    press(page, "Khai mạc cuộc họp")
    press(page, "Tiếp: cử thư ký")
    look(page)
    page.get_by_label("Họ và tên").fill("Vi Thị Thư")
    page.get_by_label("Số hộ giơ tay").fill("8")
    press(page, "Ghi lại")
    look(page)
    press(page, "Tiếp: việc 1")
    look(page)
    choose_way(page, "Bỏ phiếu kín")
    look(page)
    press(page, "Cử Ban kiểm phiếu")  # no secret vote is counted without one
    look(page)
    for number, name in enumerate(("Lò Thị Mơ", "Vi Văn Thắng", "Hà Văn Sáu"), start=1):
        page.get_by_label(f"Họ và tên người thứ {number}").fill(name)
    page.get_by_label("Số hộ giơ tay").fill("8")
    press(page, "Ghi lại")
    press(page, "Tiếp: việc 1")
    press(page, "Nhập phiếu người đếm 1")
    look(page)
    go_home(page)
    press(page, "Sổ trên máy")
    look(page)
    assert [each for each in page.messages if "Content Security" in each or "Uncaught" in each] == []
