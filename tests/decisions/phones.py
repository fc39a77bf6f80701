"""Telephones at a village's meeting or at its doors, in a real browser: what a person at one does, and how it is put away."""

import os
import re

import pytest
from playwright.sync_api import expect

from browser.axe import violations
from dienhong.decisions import queries
from dienhong.decisions.models import Meeting
from dienhong.registry.models import Person, User
from lawcore.ballots.matters import Matter as Kind
from tests.decisions.conftest import a_village
from tests.reports.conftest import client_of

HOUSEHOLDS = 12
NAMES = (
    "Lò Thị Mơ", "Đinh Công Tráng", "Hà Văn Quyết", "Nguyễn Thị Hường", "Trần Đức Ái", "Phạm Ngọc Ánh",
    "Vi Văn Thắng", "Lương Thị Út", "Bùi Đình Đệ", "Sầm Văn Ổn", "Quàng Thị Yến", "Cầm Bá Thước",
)  # fmt: skip
CLOCK = """(() => { const Real = Date; const off = %d;
  window.Date = class extends Real {
    constructor(...given) { if (given.length) super(...given); else super(Real.now() + off); }
    static now() { return Real.now() + off; } }; })()"""

PHOTO = """() => {
  const canvas = document.createElement("canvas");
  canvas.width = 2400; canvas.height = 1800;
  const pen = canvas.getContext("2d");
  for (let i = 0; i < 3000; i += 1) {
    pen.fillStyle = `hsl(${(i * 37) % 360} 70% 50%)`;
    pen.fillRect((i * 97) % 2400, (i * 61) % 1800, 80, 50);
  }
  return canvas.toDataURL("image/jpeg", 0.95).split(",")[1];
}"""


@pytest.fixture
def village(commune):
    village = a_village(commune, "ben-say-dong", "Đông Hạ", HOUSEHOLDS)
    for person, name in zip(Person.objects.filter(locality=village).order_by("pk"), NAMES, strict=True):
        Person.objects.filter(pk=person.pk).update(name=name)
    return village


@pytest.fixture
def meeting(life):
    money = life.propose(Kind.VILLAGE_MONEY, title="Đóng góp sửa mương", asked="Mỗi hộ góp 200.000 đồng sửa mương?")
    return life.notify(life.plan(life.propose(), money))


def address(held):
    return f"/ban-quyet-dinh/{'hop' if isinstance(held, Meeting) else 'phieu'}/{held.pk}/dien-thoai/"


def sign_in(context, actor, live_server):
    session = client_of(User.objects.get(pk=actor.account_id)).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])


@pytest.fixture
def phone(new_context, live_server, meeting, head):
    return phone_of(new_context, live_server, meeting, head)


def phone_of(new_context, live_server, held, head):
    """A telephone of 360 pixels that opened the page once with a signal. `off`: milliseconds its clock is ahead."""

    def opened(*, actor=head, off=0):
        context = new_context(viewport={"width": 360, "height": 740}, has_touch=True)
        if off:
            context.add_init_script(CLOCK % off)
        sign_in(context, actor, live_server)
        page = listening(context)
        page.goto(live_server.url + address(held))
        page.locator("#hop[data-kept=yes]").wait_for()
        return page

    return opened


def listening(context):
    page = context.new_page()
    page.messages = []
    page.on("console", lambda message: page.messages.append(message.text))
    page.on("pageerror", lambda error: page.messages.append(str(error)))
    return page


def killed(page, live_server, held):
    """Put away by the system, and taken out again."""
    context = page.context
    page.close()
    page = listening(context)
    page.goto(live_server.url + address(held))
    page.locator("#hop[data-screen]").wait_for()
    return page


def press(page, words, *, exact=True):
    page.get_by_role("button", name=words, exact=exact).click()


def go_home(page):
    for _times in range(3):
        if page.locator("#hop").get_attribute("data-screen") == "home":
            return
        page.locator(".hop-back").click()


def come(page, *numbers):
    """Households ticked by their number, on the number pad."""
    go_home(page)
    press(page, "Điểm danh")
    press(page, "Bấm số hộ")
    for number in numbers:
        for digit in str(number):
            page.locator(".hop-key", has_text=re.compile(f"^{digit}$")).click()
        press(page, "Có mặt")
        page.get_by_text(f"Đã điểm danh hộ {number}:").wait_for()
    go_home(page)


def begin(page):
    go_home(page)  # killed at once, the phone may open one screen back
    press(page, "Khai mạc")
    press(page, "Khai mạc cuộc họp")
    press(page, "Tiếp: cử thư ký")
    page.get_by_label("Họ và tên").fill("Vi Thị Thư")
    page.get_by_label("Số hộ giơ tay").fill(str(ticked(page)))
    press(page, "Ghi lại")


def ticked(page):
    return page.evaluate("Number((/([0-9]+).[0-9]+ hộ|trong ([0-9]+) hộ/.exec(document.body.innerText) || []).find("
                         "(each, at) => at && each))")  # fmt: skip


def choose_way(page, words="Giơ tay"):
    page.get_by_label("Số hộ giơ tay").fill(str(ticked(page)))
    press(page, words)


def type_sheet(page, place, counter, **figures):
    press(page, f"Nhập phiếu người đếm {place}")
    page.get_by_label("Họ và tên người đếm").fill(counter)
    for name, figure in figures.items():
        page.locator(f"#so-{name}").fill(str(figure))
    press(page, "Ghi phiếu này")
    page.locator("#tin", has_text="Đã ghi").wait_for()


def all_sent(page):
    expect(page.locator("#hop")).to_have_attribute("data-problem", "")
    go_home(page)
    page.get_by_role("button", name="Sổ trên máy", exact=True).wait_for(timeout=20_000)


def present(meeting):
    return sorted(meeting.roll.entries.filter(pk__in=queries.present_numbers(meeting)).values_list("number", flat=True))


def sees(page, words, *, exact=False):
    expect(page.get_by_text(words, exact=exact).first).to_be_visible()


def close_result(page):
    press(page, "Chốt kết quả")
    page.locator("#hop[data-screen=steps]").wait_for()


def end(page):
    press(page, "Tiếp: kết thúc họp")
    press(page, "Kết thúc cuộc họp")
    page.locator("#hop[data-screen=minutes]").wait_for()


SHOTS = os.environ.get("DIENHONG_SCREENSHOTS", "")


def look(page, name=""):
    """Axe, the width, the buttons and the letters of the screen; its picture where a folder is named for them."""
    screen = page.locator("#hop").get_attribute("data-screen")
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/{name or screen}.png")
    assert violations(page) == [], screen
    assert page.evaluate("document.documentElement.scrollWidth") <= 360, screen
    buttons = page.locator(".hop-bar button")
    assert 1 <= buttons.count() <= 3, screen
    heights = page.evaluate("[...document.querySelectorAll('.hop-bar button')].map((each) => each.offsetHeight)")
    assert min(heights) >= 56, screen
    assert page.evaluate(SMALLEST) >= 18, screen


SMALLEST = """() => Math.min(...[...document.querySelectorAll("#hop *")].filter((each) => each.textContent.trim())
    .map((each) => parseFloat(getComputedStyle(each).fontSize)))"""
