"""Three telephones at one meeting, in real browsers: apart without a signal, back one after the other, one record."""

from collections import Counter
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from browser.network import no_signal
from dienhong.decisions import audit, queries
from dienhong.decisions.models import Choice, Item, LateEvent, Meeting, Outcome, PhoneEvent, Presence, Sheet
from dienhong.foundations import clock
from dienhong.foundations.actors import Role
from dienhong.ledger.models import Entry
from tests.decisions.phones import (
    CLOCK,
    address,
    all_sent,
    begin,
    choose_way,
    close_result,
    come,
    end,
    go_home,
    killed,
    listening,
    meeting,
    phone,
    present,
    press,
    sees,
    type_sheet,
    village,
)
from tests.registry.conftest import actor_in

__all__ = ["meeting", "phone", "village"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FIGURES = {"present": 9, "agree": 7, "disagree": 1, "other": 1}
DAY_MS = 86_400_000
PATIENCE = 20_000  # milliseconds


@pytest.fixture
def second(village):
    """A second count: the deputy at the door, with the rights of the village head."""
    return actor_in(village, Role.VILLAGE_HEAD)


def comes_for(page, number, name):
    """A household is ticked, and then the telephone is told who came for it."""
    go_home(page)
    press(page, "Điểm danh")
    page.get_by_label("Tìm tên hoặc số hộ").fill(str(number))
    page.locator(".hop-row").click()
    page.locator(".hop-row--here").click()
    page.get_by_label("Người đến thay").fill(name)
    press(page, "Ghi lại là có mặt")
    page.locator("#hop[data-screen=roll]").wait_for()
    go_home(page)


def hears(page, words):
    """Opened anew with a signal, the telephone fetches what the others sent."""
    go_home(page)
    page.reload()
    expect(page.get_by_text(words).first).to_be_visible(timeout=PATIENCE)


def count(page, place, counter):
    press(page, "Tiến hành họp")
    press(page, "Tiếp: việc 1")
    assert page.locator(".hop-verdict").count() == 0
    type_sheet(page, place, counter, **FIGURES)


def recorded_on(page):
    """What the telephone itself holds: each event with what the server made of it."""
    return page.evaluate(
        """() => new Promise((resolve, reject) => {
        const asked = indexedDB.open("dien-hong-hop");
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          const base = asked.result;
          const of = base.transaction(["events", "answers"]);
          const events = of.objectStore("events").getAll();
          const answers = of.objectStore("answers").getAll();
          of.oncomplete = () => {
            const said = {};
            for (const each of answers.result) said[each.key] = each.state;
            base.close();
            resolve(events.result.map(({ key, kind, data }) => ({ key, kind, data, result: said[key] || "waiting" })));
          };
        };
        })"""
    )


def recount(meeting, phones):
    """Everything anew from what three telephones hold: nothing missing, nothing twice, nothing that nobody sent."""
    held = [each for page in phones for each in recorded_on(page)]
    there = {each.key: each for each in PhoneEvent.objects.filter(meeting=meeting)}
    assert sorted(there) == sorted(each["key"] for each in held)
    assert {each["key"]: each["result"] for each in held} == {key: each.result for key, each in there.items()}
    done = Counter(each["kind"] for each in held if each["result"] == "done")
    rows = {"tick": Presence, "choose": Choice, "sheet": Sheet, "close_item": Outcome}
    assert {kind: done[kind] for kind in rows} == {kind: model.objects.count() for kind, model in rows.items()}
    ticked = {each["data"]["entry"] for each in held if each["kind"] == "tick" and each["data"]["is_present"]}
    assert queries.present_numbers(meeting) == ticked
    keys = list(Entry.objects.filter(key__isnull=False).values_list("key", flat=True))
    assert len(keys) == len(set(keys))
    assert sum(key.startswith("tick:phone:") for key in keys) == done["tick"]
    assert list(audit.findings()) == []


@pytest.mark.parametrize("order", ["first-second-door", "door-second-first"])
def test_three_phones_apart_and_back_one_after_the_other(phone, meeting, live_server, front, second, order):
    """The head counts, a second counter counts, a helper is at the door; nobody hears of the others."""
    pages = {"first": phone(), "second": phone(actor=second, off=-2 * DAY_MS), "door": phone(actor=front)}
    first = pages["first"]
    come(first, 1, 2, 3, 4, 5, 6)
    begin(first)
    press(first, "Tiếp: việc 1")
    choose_way(first)
    first.locator("#hop[data-screen=item]").wait_for()
    all_sent(first)
    for name in ("second", "door"):
        hears(pages[name], "6/12 hộ có mặt")
    with no_signal(*pages.values()) as give_back:
        come(first, 7, 8)
        comes_for(first, 9, "Vi Văn Con")
        come(pages["second"], 8, 10)
        comes_for(pages["second"], 9, "Vi Thị Cả")
        come(pages["door"], 7, 10)
        pages["door"] = killed(pages["door"], live_server, meeting)
        sees(pages["door"], "8/12 hộ có mặt")
        come(pages["door"], 11)
        go_home(first)
        count(first, 1, "Lò Thị Mơ")
        go_home(pages["second"])
        count(pages["second"], 2, "Đinh Công Tráng")
        assert Presence.objects.count() == 6
        assert not Sheet.objects.exists()
        for name in order.split("-"):
            give_back(pages[name])
            all_sent(pages[name])
    for page in pages.values():
        hears(page, "11/12 hộ có mặt")
    assert present(meeting) == list(range(1, 12))
    ahead, behind = ("first", "second") if order.startswith("first") else ("second", "first")
    names = {"first": "Vi Văn Con", "second": "Vi Thị Cả"}
    late = LateEvent.objects.get()
    assert (late.event.result, late.body["by_name"]) == ("conflict", names[behind])
    said = Presence.objects.filter(entry__number=9).order_by("pk").values_list("by_name", flat=True)
    assert list(said) == ["", names[ahead]]
    conflict_is_shown(pages[behind], live_server, meeting, names)
    finish(first)
    item = Item.objects.get(position=1)
    assert [each.figures for each in Sheet.objects.order_by("place")] == [FIGURES, FIGURES]
    assert queries.agreed_figures(item) == FIGURES
    assert Outcome.objects.values_list("agree", "present", "is_adopted").get() == (7, 9, True)
    off = PhoneEvent.objects.filter(recorded_by=second.key).values_list("clock_offset", flat=True)
    assert all(abs(each - 2 * 86_400) < 600 for each in off)
    recount(meeting, pages.values())


def conflict_is_shown(page, live_server, meeting, names):
    """On the telephone that came second, and on the page where a person decides: with both names."""
    go_home(page)
    sees(page, "1 việc chưa vào sổ")
    press(page, "Sổ trên máy")
    expect(page.locator("#khong-khop .hop-event[data-state=conflict]")).to_have_count(1)
    page.get_by_role("link", name="Mở trang đối chiếu trên máy chủ").click()
    for name in names.values():
        sees(page, name)
    page.goto(live_server.url + address(meeting))
    page.locator("#hop[data-screen]").wait_for()


def finish(page):
    go_home(page)
    press(page, "Tiến hành họp")
    press(page, "Tiếp: việc 1")
    sees(page, "THÔNG QUA", exact=True)
    close_result(page)
    all_sent(page)


def test_a_phone_that_comes_back_after_three_weeks(phone, meeting, live_server, front, monkeypatch):
    """It was put away with two ticks on it; the meeting was held and ended without them."""
    first, door = phone(), phone(actor=front)
    come(first, 1, 2, 3, 4, 5, 6, 7, 8)
    begin(first)
    all_sent(first)
    hears(door, "8/12 hộ có mặt")
    with no_signal(door, first) as give_back:
        come(door, 9)
        comes_for(door, 10, "Cầm Thị Nguyệt")
        door.close()
        for number in (1, 2):
            go_home(first)
            press(first, "Tiến hành họp")
            press(first, f"Tiếp: việc {number}")
            choose_way(first)
            for place, counter in ((1, "Lò Thị Mơ"), (2, "Đinh Công Tráng")):
                type_sheet(first, place, counter, present=8, agree=8, disagree=0, other=0)
            close_result(first)
        end(first)
        give_back(first)
        all_sent(first)
        before = list(Outcome.objects.order_by("pk").values_list("agree", "present", "is_adopted"))
        assert before == [(8, 8, True), (8, 8, True)]
        read = clock.read
        monkeypatch.setattr(clock, "read", lambda: read() + timedelta(days=21))
        door.context.add_init_script(CLOCK % (21 * DAY_MS))
        door = listening(door.context)
        door.goto(live_server.url + address(meeting))
        sees(door, "10/12 hộ có mặt")
    all_sent(door)
    sees(door, "3 việc chưa vào sổ")
    sees(door, "8/12 hộ có mặt")
    assert present(meeting) == list(range(1, 9))
    assert Meeting.objects.get().stage == Meeting.Stage.CLOSED
    assert list(Outcome.objects.order_by("pk").values_list("agree", "present", "is_adopted")) == before
    assert [each.event.result for each in LateEvent.objects.all()] == ["late"] * 3
    assert "Cầm Thị Nguyệt" in {each.body["by_name"] for each in LateEvent.objects.all()}
    recorded = {each["key"]: each["result"] for each in recorded_on(door)}
    assert recorded == {each.key: "late" for each in PhoneEvent.objects.filter(recorded_by=front.key)}
    door.reload()
    all_sent(door)
    assert LateEvent.objects.count() == 3
    assert list(audit.findings()) == []
