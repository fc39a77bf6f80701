"""A whole ballot round on one telephone in a real browser: without a signal, killed and restarted, two at once."""

import base64
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from browser.network import no_signal
from dienhong.decisions import actions, audit
from dienhong.decisions.models import (
    BallotRound,
    CountPage,
    LateEvent,
    Outcome,
    Passing,
    PhoneEvent,
    SlipAnswer,
    SlipSheet,
    Visit,
)
from dienhong.decisions.queries import rounds
from dienhong.foundations import clock
from dienhong.registry.models import Person
from lawcore.ballots.matters import Form
from tests.decisions.ballots import TEAM
from tests.decisions.conftest import AT, a_village
from tests.decisions.phones import NAMES, PHOTO, all_sent, go_home, killed, look, phone_of, press, sees

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HOUSEHOLDS = 6
DAY = timedelta(days=1)


@pytest.fixture
def village(commune):
    village = a_village(commune, "ben-say-dong", "Đông Hạ", HOUSEHOLDS)
    for person, name in zip(Person.objects.filter(locality=village).order_by("pk"), NAMES[:HOUSEHOLDS], strict=True):
        Person.objects.filter(pk=person.pk).update(name=name)
    return village


@pytest.fixture
def announced(life, head):
    """A round that may begin today: announced three days ago, collecting for three more."""

    def make(*, named=False, routes=True):
        now = clock.read()
        today = clock.legal_day(now)
        matter = life.propose()
        actions.choose_form(matter=matter, form=Form.BALLOT, key="ballots", by=head, at=AT)
        texts = dict.fromkeys(("purpose", "requirements", "participants", "assignment", "conditions"), "Như kế hoạch")
        plan = actions.Plan(
            **texts, hands_out_on=today, collects_until=now + 3 * DAY, planned_on=today - 4 * DAY, is_named=named,
            reserve=3,
        )  # fmt: skip
        row = actions.plan_round(matter=life.again(matter), plan=plan, key="plan", by=head, at=now)
        row = actions.send_plan(ballot_round=row, to_commune=today - 4 * DAY, to_front=today - 4 * DAY, by=head, at=now)
        row = actions.set_team(ballot_round=row, members=TEAM, on=today - 4 * DAY, by=head)
        row = actions.announce(ballot_round=row, announced_on=today - 3 * DAY, ways="Niêm yết, loa", by=head, at=now)
        row = actions.open_round(ballot_round=row, by=head, at=now)
        if routes:
            hamlets = rounds.hamlets(row.roll.entries.all())
            walks = [actions.Walk(tuple(hamlets[:2]), TEAM[0].name, TEAM[1].name),
                     actions.Walk(tuple(hamlets[2:]), TEAM[0].name, TEAM[2].name)]  # fmt: skip
            row = actions.set_routes(ballot_round=row, walks=walks, by=head)
        return row

    return make


@pytest.fixture
def phone(new_context, live_server, head):
    """A telephone that opened the page of a round once with a signal."""

    def opened(row, **parts):
        page = phone_of(new_context, live_server, row, head)(**parts)
        if page.locator("#hop").get_attribute("data-screen") == "route":
            press(page, "Cả danh sách")
        return page

    return opened


def begin(page):
    press(page, "Bắt đầu phát phiếu")
    press(page, "Đã ký đủ, bắt đầu phát")
    page.locator("#hop[data-screen=home]").wait_for()


def next_slip(page, words, *numbers):
    """The button for the household that is next, pressed for each of these slips in their order."""
    for number in numbers:
        press(page, f"{words} {number}")
        page.get_by_text(f"Đã ghi {'phát' if 'phát' in words else 'thu'} phiếu số {number}").first.wait_for()


def open_household(page, typed, shown):
    page.get_by_label("Tìm tên hoặc số hộ").fill(typed)
    page.locator(".hop-row", has_text=shown).click()
    page.locator("#hop[data-screen=household]").wait_for()


def fill_count(page, place, counter, **figures):
    press(page, f"Nhập phiếu người đếm {place}")
    page.get_by_label("Họ và tên người đếm").fill(counter)
    for name, figure in figures.items():
        page.locator(f"#so-{name}").fill(str(figure))


FIGURES = {
    "printed": 9, "unused": 2, "issued": 7, "replaced": 1, "collected": 5, "handed_back": 1, "spoiled": 1, "late": 0,
    "missing": 0, "invalid": 0, "valid": 5, "agree": 4, "disagree": 1, "other": 0,
}  # fmt: skip


def hand_out(page, live_server, row):
    press(page, "Phát phiếu")
    next_slip(page, "Đã phát phiếu số", 1, 2, 3)
    open_household(page, "HUONG", "Nguyễn Thị Hường")
    page.get_by_label("Người nhận phiếu").fill("Vi Văn Con")
    press(page, "Đã phát phiếu này")
    press(page, "Mở hộ này, việc khác")
    sees(page, "Hộ 5: Trần Đức Ái")
    press(page, "Đi vắng, không nhận phiếu")
    page.get_by_label("Ghi chú").fill("hẹn tối")
    press(page, "Đi vắng, không gặp")
    page.get_by_text("Đã ghi lần đến hộ 5.").wait_for()
    page = killed(page, live_server, row)
    go_home(page)
    sees(page, "Đã phát 4 hộ · đã thu 0 · còn 2 hộ chưa phát")
    press(page, "Phát phiếu")
    next_slip(page, "Đã phát phiếu số", 6, 5)
    sees(page, "Hộ nào trong danh sách này cũng đã được phát phiếu")
    return page


def collect(page):
    """One slip is spoiled and replaced, one handed back, one recorded by mistake and taken back."""
    go_home(page)
    press(page, "Thu phiếu")
    next_slip(page, "Đã thu phiếu số", 1)
    open_household(page, "2", "Đinh Công Tráng")
    press(page, "Hỏng, trả lại, ghi nhầm")
    press(page, "Hỏng, đã thu lại")
    expect(page.get_by_label("Số trên phiếu")).to_have_value("7")
    page.get_by_label("Số trên phiếu").fill("3")
    press(page, "Đã phát phiếu này")
    sees(page, "Phiếu số 3 in cho hộ khác")
    page.get_by_label("Số trên phiếu").fill("7")
    press(page, "Đã phát phiếu này")
    open_household(page, "6", "Phạm Ngọc Ánh")
    press(page, "Hỏng, trả lại, ghi nhầm")
    press(page, "Hộ trả lại, không cho ý kiến")
    press(page, "Về danh sách")
    next_slip(page, "Đã thu phiếu số", 7, 3, 4)
    open_household(page, "4", "Nguyễn Thị Hường")
    press(page, "Hỏng, trả lại, ghi nhầm")
    press(page, "Ghi nhầm: đã phát, chưa thu")
    sees(page, "Hãy ghi vì sao")
    page.get_by_label("Vì sao").fill("bấm nhầm hộ")
    press(page, "Ghi nhầm: đã phát, chưa thu")
    press(page, "Về danh sách")
    next_slip(page, "Đã thu phiếu số", 4, 5)
    sees(page, "Không còn phiếu nào đang ở các hộ")


def close_and_count(page, live_server, row):
    go_home(page)
    page.locator(".hop-row", has_text="Hết thu, kiểm phiếu").click()
    page.get_by_label("chứng kiến thứ 1").fill("Lò Thị Mơ")
    page.get_by_label("chứng kiến thứ 2").fill(TEAM[1].name)
    press(page, "Khép hòm, kiểm phiếu")
    sees(page, "không phải người của Tổ phát phiếu")
    page.get_by_label("chứng kiến thứ 2").fill("Hà Văn Quyết")
    press(page, "Khép hòm, kiểm phiếu")
    fill_count(page, 1, "Lò Văn Hặc", **FIGURES)
    press(page, "Ghi phiếu này")
    sees(page, "Đưa máy cho người đếm thứ hai")
    page = killed(page, live_server, row)
    fill_count(page, 2, "Quàng Thị Nhung", **{**FIGURES, "spoiled": 0, "missing": 1})
    sees(page, "danh sách phát, thu ghi 1")
    press(page, "Ghi phiếu này")
    sees(page, "Các số chưa khớp nhau nên chưa ghi được")
    for name, figure in {**FIGURES, "agree": 3, "disagree": 2}.items():
        page.locator(f"#so-{name}").fill(str(figure))
    press(page, "Ghi phiếu này")
    sees(page, "Hai phiếu khác nhau ở: Tán thành, Không tán thành")
    press(page, "Đếm lại, nhập lại phiếu 2")
    page.get_by_label("Họ và tên người đếm").fill("Quàng Thị Nhung")
    for name, figure in FIGURES.items():
        page.locator(f"#so-{name}").fill(str(figure))
    press(page, "Ghi phiếu này")
    sees(page, "THÔNG QUA", exact=True)
    press(page, "Chốt kết quả")
    page.locator("#hop[data-screen=minutes]").wait_for()
    return page


def sign(page, photo):
    sees(page, "Đại diện hộ chứng kiến: Lò Thị Mơ; Hà Văn Quyết.")
    sees(page, "4/6 hộ tán thành, cần 4.")
    press(page, "Chụp trang đã ký")
    files = [{"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": photo}]
    page.get_by_label("Ảnh trang đã ký").set_input_files(files)
    page.locator(".hop-photo:not([hidden])").wait_for()
    press(page, "Giữ ảnh này")
    page.locator("#hop[data-screen=minutes]").wait_for()


def test_a_whole_round_without_a_signal_on_a_phone_that_is_killed(phone, announced, live_server):
    row = announced()
    page = phone(row)
    photo = base64.b64decode(page.evaluate(PHOTO))
    with no_signal(page):
        page = killed(page, live_server, row)
        sees(page, "Cứ phát và thu như thường")
        begin(page)
        page = hand_out(page, live_server, row)
        collect(page)
        go_home(page)
        page.locator(".hop-row", has_text="Tập phiếu").click()
        sees(page, "Đã in 9 = đã phát 7 + chưa phát 2")
        sees(page, "Đã phát 7 = thu về 5 + trả lại 1 + hỏng 1 + nộp muộn 0 + đang ở hộ 0")
        page = killed(page, live_server, row)
        page = close_and_count(page, live_server, row)
        sign(page, photo)
        page = killed(page, live_server, row)
        assert not Passing.objects.exists()
    all_sent(page)
    row = BallotRound.objects.get()
    assert row.stage == "passed"
    assert row.witnesses == ["Lò Thị Mơ", "Hà Văn Quyết"]
    assert {name: FIGURES[name] for name in rounds.pads(row)} == rounds.pads(row)
    assert Passing.objects.filter(by_name="Vi Văn Con").count() == 1
    assert Visit.objects.get().words == "hẹn tối"
    assert SlipSheet.objects.count() == 3  # the one that was counted again stays
    assert Outcome.objects.values_list("agree", "disagree", "is_adopted").get() == (4, 1, True)
    assert CountPage.objects.get().file.size < 400_000 < len(photo)
    assert not SlipAnswer.objects.exists()
    assert {each.result for each in PhoneEvent.objects.all()} == {"done"}
    assert not LateEvent.objects.exists()
    rows = PhoneEvent.objects.count()
    page.reload()
    all_sent(page)
    assert PhoneEvent.objects.count() == rows
    assert list(audit.findings()) == []
    assert [each for each in page.messages if "Content Security" in each or "Uncaught" in each] == []


def test_two_phones_on_one_route_and_a_conflict_that_is_shown(phone, announced, front, live_server):
    row = announced(routes=False)
    first = phone(row)
    begin(first)
    all_sent(first)
    second = phone(row, actor=front)
    with no_signal(first, second) as give_back:
        press(first, "Phát phiếu")
        next_slip(first, "Đã phát phiếu số", 1, 2)
        press(second, "Phát phiếu")
        next_slip(second, "Đã phát phiếu số", 1)
        open_household(second, "2", "Đinh Công Tráng")
        second.get_by_label("Số trên phiếu").fill("8")
        press(second, "Đã phát phiếu này")
        give_back(first)
        all_sent(first)
        give_back(second)
        all_sent(second)
    go_home(second)
    sees(second, "1 việc chưa vào sổ")
    sees(second, "Đã phát 2 hộ")
    press(second, "Sổ trên máy")
    sees(second, "hộ số 2, phiếu số 2: đã phát, chưa thu; máy này ghi phiếu số 8")
    second.get_by_role("link", name="Mở trang đối chiếu trên máy chủ").click()
    sees(second, "Phiếu số 8")
    assert Passing.objects.count() == 2
    late = LateEvent.objects.get()
    assert (late.event.result, late.body["slip"]) == ("conflict", 8)
    assert PhoneEvent.objects.filter(result="same").count() == 1


def test_a_named_round_asks_for_the_answer_and_a_secret_one_has_no_place_for_it(phone, announced, live_server):
    row = announced(named=True, routes=False)
    page = phone(row)
    with no_signal(page):
        begin(page)
        press(page, "Phát phiếu")
        next_slip(page, "Đã phát phiếu số", 1, 2)
        go_home(page)
        press(page, "Thu phiếu")
        press(page, "Đã thu phiếu số 1")
        look(page)
        press(page, "Tán thành")
        press(page, "Đã thu phiếu số 2")
        press(page, "Để sau")
        page.locator("#hop[data-screen=walk]").wait_for()
        page = killed(page, live_server, row)
        go_home(page)
        sees(page, "đã thu 2")
    all_sent(page)
    assert SlipAnswer.objects.get().answer == "agree"
    assert LateEvent.objects.count() == 0


def test_every_screen_is_accessible_fits_360_pixels_and_has_three_large_buttons(phone_at_start, announced):
    row = announced()
    page = phone_at_start(row)
    look(page)
    press(page, "Cả danh sách")
    look(page, "announced")
    press(page, "Bắt đầu phát phiếu")
    look(page)
    press(page, "Đã ký đủ, bắt đầu phát")
    look(page)
    press(page, "Phát phiếu")
    look(page)
    press(page, "Mở hộ này, việc khác")
    look(page)
    press(page, "Đi vắng, không nhận phiếu")
    look(page)
    press(page, "Quay lại")
    press(page, "Đã phát phiếu này")
    next_slip(page, "Đã phát phiếu số", *range(2, HOUSEHOLDS + 1))
    look(page, "walk-all")
    go_home(page)
    press(page, "Thu phiếu")
    look(page, "walk-back")
    press(page, "Mở hộ này, việc khác")
    look(page, "household-out")
    press(page, "Hỏng, trả lại, ghi nhầm")
    look(page)
    press(page, "Quay lại")
    press(page, "Đã thu phiếu số 1")
    next_slip(page, "Đã thu phiếu số", *range(2, HOUSEHOLDS + 1))
    go_home(page)
    page.locator(".hop-row", has_text="Tập phiếu").click()
    look(page)
    press(page, "Trang đầu")
    page.locator(".hop-row", has_text="Hết thu").click()
    look(page)
    page.get_by_label("chứng kiến thứ 1").fill("Lò Thị Mơ")
    page.get_by_label("chứng kiến thứ 2").fill("Hà Văn Quyết")
    press(page, "Khép hòm, kiểm phiếu")
    look(page)
    press(page, "Nhập phiếu người đếm 1")
    look(page)
    go_home(page)
    page.locator(".hop-row", has_text="Biên bản").click()
    look(page)
    go_home(page)
    press(page, "Sổ trên máy", exact=False)
    look(page)
    assert [each for each in page.messages if "Content Security" in each or "Uncaught" in each] == []


@pytest.fixture
def phone_at_start(new_context, live_server, head):
    return lambda row: phone_of(new_context, live_server, row, head)()
