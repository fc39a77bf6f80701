"""The pages of a ballot round and of an online vote: a whole round by clicks, what a household's code opens."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from dienhong.decisions import actions
from dienhong.decisions.models import BallotRound, Mark, OnlineRound, Passing, SlipSheet, Vote
from dienhong.decisions.queries import online as online_queries
from dienhong.decisions.queries import rounds as queries
from dienhong.foundations import limits
from dienhong.foundations.actors import Role
from lawcore.ballots.matters import Form
from tests.decisions.ballots import AFTER, FIRST, HANDS_OUT, UNTIL, rounds_of
from tests.decisions.conftest import AT, DAY, a_village
from tests.decisions.online import MATTER, SOON, VOTE_UNTIL, online_of
from tests.decisions.test_pages import browser, day, stranger
from tests.registry.conftest import actor_in

pytestmark = pytest.mark.django_db
assert browser, stranger  # fixtures
HOUSEHOLDS = 8


@pytest.fixture
def village(commune):
    return a_village(commune, "ben-say-dong", "Đông Hạ", HOUSEHOLDS)


@pytest.fixture
def rounds(life, head):
    return rounds_of(life, head)


@pytest.fixture
def online(life, head):
    return online_of(life, head)


@pytest.fixture
def now(monkeypatch):
    """Set the clock of the pages."""

    def at(moment):
        monkeypatch.setattr("dienhong.foundations.clock.read", lambda: moment)

    at(AT)
    return at


def page(name, *args):
    return reverse(f"decisions:{name}", args=args)


def until(moment):
    return {**day("until_on", moment.date()), "until_at": "17:00"}


TEAM = {
    "name1": "Vàng Thị Chở", "seat1": "front", "name2": "Trần Văn Lực", "seat2": "village",
    "name3": "Hà Thị Lan", "seat3": "organization", "name4": "", "seat4": "front", "name5": "", "seat5": "front",
}  # fmt: skip


def test_a_whole_round_by_its_pages(browser, life, head, now):
    client = browser(head)
    matter = life.propose()
    actions.choose_form(matter=matter, form=Form.BALLOT, key="b", by=head, at=AT)
    shown = client.get(page("matter", matter.pk)).content.decode()
    assert page("round-plan", matter.pk) in shown
    plan = {
        "is_named": "no", "purpose": "Hỏi", "requirements": "Đủ hộ", "participants": "Các hộ", "assignment": "Hai người",
        "conditions": "In phiếu", "reserve": "2", "key": uuid4().hex, **day("planned_on", DAY),
        **day("hands_out_on", HANDS_OUT), **until(UNTIL),
    }  # fmt: skip
    assert client.post(page("round-plan", matter.pk), plan | {"purpose": ""}).status_code == 422
    client.post(page("round-plan", matter.pk), plan)
    row = BallotRound.objects.get()
    assert matter.asked in client.get(page("round", row.pk)).content.decode()

    def go(name, given, *more):
        found = client.post(page(name, row.pk, *more), given)
        assert found.status_code == 302, found.context["form"].errors
        return found

    go("round-sent", {**day("to_commune", DAY), **day("to_front", DAY)})
    go("round-team", TEAM)
    go("round-days", {**day("hands_out_on", HANDS_OUT), **until(UNTIL)})
    go("round-announce", {**day("announced_on", DAY), "ways": "Loa"})
    go("round-open", {"key": "o"})
    go("round-routes", {f"hamlet{at}": "0" for at in range(4)})
    early = client.post(page("round-begin", row.pk), {"is_marked": "on"})
    assert "Chưa đến ngày" in early.content.decode()
    now(FIRST)
    go("round-begin", {"is_marked": "on"})
    for entry in row.__class__.objects.get().roll.entries.all():
        for to in ("out", "collected"):
            go("round-quick", {"key": uuid4().hex, "to": to, "here": page("round-list", row.pk)}, entry.pk)
    assert queries.pads(row)["collected"] == HOUSEHOLDS
    go("round-close", {"first": "Lò Thị Mơ", "second": "Đinh Công Tráng", "note": ""})
    figures = queries.pads(row) | {"invalid": 0, "valid": 8, "agree": 6, "disagree": 1, "other": 1}
    go("round-sheet", {**figures, "counter": "Lò Văn Hặc", "key": "s1"}, 1)
    assert "giấu" in client.get(page("round", row.pk)).content.decode()
    go("round-sheet", {**figures, "counter": "Quàng Thị Nhung", "key": "s2"}, 2)
    go("round-settle", {"key": "end"})
    go("round-published", day("published_on", FIRST.date()))
    assert life.again(matter).stage == "passed"
    last = client.get(page("round", row.pk)).content.decode()
    assert "6/8" in last
    assert SlipSheet.objects.count() == 2


def test_the_list_is_used_with_one_hand(browser, rounds, head, now):
    now(FIRST)
    row = rounds.begun()
    client = browser(head)
    rounds.give(row, 1)
    listed = page("round-list", row.pk)
    assert client.get(listed).content.decode().count("Đã phát<") == 7
    assert client.get(f"{listed}?xem=thu").content.decode().count("Đã thu<") == 1
    assert client.get(f"{listed}?xem=chua").content.decode().count("Đã phát<") == 7
    assert client.get(f"{listed}?tim=dong+ha+3").content.decode().count("Đã phát<") == 1
    for wrong in ("", "0", "x", "9"):
        assert client.get(f"{listed}?tuyen={wrong}&trang={wrong}").status_code == 200


def test_a_touch_goes_back_to_the_list_and_nowhere_else(browser, rounds, head, now):
    now(FIRST)
    row = rounds.begun()
    entry = row.roll.entries.get(number=1).pk
    given = {"key": "k", "to": "out", "here": "https://noi-khac.example/"}
    there = page("round-list", row.pk)
    client = browser(head)
    assert client.post(page("round-quick", row.pk, entry), given)["Location"] == there
    assert client.post(page("round-quick", row.pk, entry), given).status_code == 302  # the second tap
    assert Passing.objects.count() == 1
    for wrong in ({}, {"key": "z", "to": "spoiled"}):
        assert client.post(page("round-quick", row.pk, entry), wrong).status_code == 409
    assert client.get(page("round-quick", row.pk, entry)).status_code == 405


def test_a_list_on_paper_is_typed_with_its_day_and_a_named_slip_with_its_answer(browser, rounds, head, now):
    now(UNTIL - timedelta(days=1))
    row = rounds.begun(named=True)
    entry, client = row.roll.entries.get(number=1).pk, browser(head)
    out = {"key": "a", "to": "out", **day("happened_on", HANDS_OUT), "happened_at": "19:30", "words": ""}
    assert client.post(page("round-household", row.pk, entry), out).status_code == 302
    assert Passing.objects.get().happened_at.hour == 12  # 19:30 in Hà Nội
    back = {"key": "b", "to": "collected", "words": ""}
    assert client.post(page("round-household", row.pk, entry), back).status_code == 302
    assert page("round-read", row.pk, entry) in client.get(page("round-household", row.pk, entry)).content.decode()
    read = {"key": "c", "answer": "disagree", "words": ""}
    assert client.post(page("round-read", row.pk, entry), read).status_code == 302
    assert queries.typed_figures(row)["disagree"] == 1


def test_in_a_secret_round_no_page_asks_for_an_answer(browser, rounds, head, now):
    now(FIRST)
    row = rounds.begun()
    rounds.walked(row, out=1, back=1)
    entry, client = row.roll.entries.get(number=1).pk, browser(head)
    assert page("round-read", row.pk, entry) not in client.get(page("round-household", row.pk, entry)).content.decode()
    assert client.get(page("round-read", row.pk, entry)).status_code == 404


def test_another_commune_and_a_visitor_learn_nothing_of_a_round(browser, rounds, online, stranger, village, now):
    now(FIRST)
    row, vote = rounds.begun(), online.voting()
    entry = row.roll.entries.get(number=1).pk
    names = [
        page("round", row.pk), page("round-list", row.pk), page("round-household", row.pk, entry),
        page("round-close", row.pk), page("round-plan", row.matter_id), page("online", vote.pk),
        page("online-list", vote.pk), page("online-typed", vote.pk, vote.roll.entries.get(number=1).pk),
        page("online-close", vote.pk), page("online-agree", vote.matter_id),
    ]  # fmt: skip
    for client in (browser(), browser(stranger)):
        for name in names:
            assert client.get(name).status_code == 404, name
    inspector = browser(actor_in(village, Role.INSPECTOR))
    for name in names:
        assert inspector.get(name).status_code == (200 if name in {names[0], names[5]} else 403), name


def test_a_round_asks_few_questions(browser, rounds, head, now, django_assert_max_num_queries):
    now(FIRST)
    row = rounds.begun()
    rounds.walked(row, out=HOUSEHOLDS, back=3)
    client = browser(head)
    for name in ("round", "round-list"):
        with django_assert_max_num_queries(20):
            client.get(page(name, row.pk))


def test_a_whole_online_vote_by_its_pages(browser, life, head, now):
    client = browser(head)
    matter = life.propose()
    actions.choose_form(matter=matter, form=Form.ONLINE, key="b", by=head, at=AT)
    assert page("online-agree", matter.pk) in client.get(page("matter", matter.pk)).content.decode()
    given = {"agreed_with": "Vàng Thị Chở", "devices": "Điện thoại", "key": "a", **day("agreed_on", DAY)}
    client.post(page("online-agree", matter.pk), given)
    row = OnlineRound.objects.get()

    def go(name, sent, *more):
        found = client.post(page(name, row.pk, *more), sent)
        assert found.status_code == 302, found.context["form"].errors

    go("online-sent", {**day("to_commune", DAY), **day("to_front", DAY)})
    go("online-team", TEAM | {"seat3": "skilled"})
    go("online-poll", until(VOTE_UNTIL))
    row = OnlineRound.objects.get()
    visitor = browser()
    for number in range(1, 6):
        answered(visitor, row, number, "agree")
    assert client.post(page("online-poll-end", row.pk), {"key": "p"}).status_code == 422
    now(VOTE_UNTIL)
    go("online-poll-end", {"key": "p"})
    later = VOTE_UNTIL + timedelta(days=1)
    go("online-announce", {**day("announced_on", DAY), "ways": "Loa", **until(later)})
    for number in range(1, 6):
        answered(visitor, row, number, "agree")
    photo = SimpleUploadedFile("phieu.jpg", b"\xff\xd8\xff photo", content_type="image/jpeg")
    entry = row.roll.entries.get(number=6).pk
    assert client.post(page("online-typed", row.pk, entry), {"key": "t", "answer": "agree"}).status_code == 422
    film = SimpleUploadedFile("phieu.jpg", b"MZ\x90\x00 no photo", content_type="image/jpeg")
    refused = client.post(page("online-typed", row.pk, entry), {"key": "t", "channel": "assisted", "answer": "agree",
                                                                "words": "", "photo": film})  # fmt: skip
    assert (refused.status_code, "không đúng loại" in refused.content.decode()) == (422, True)
    go("online-typed", {"key": "t", "channel": "assisted", "answer": "disagree", "words": "", "photo": photo}, entry)
    shown = client.get(page("online-list", row.pk)).content.decode()
    assert "6/8" in shown
    assert "Không đồng ý" not in shown
    about = client.get(page("matter", matter.pk)).content.decode()
    assert "1/6" in about
    now(later + timedelta(hours=1))
    go("online-close", {"key": "c"})
    assert life.again(matter).stage == "passed"


def answered(client, row, number, answer, *, seen=0, **more):
    address = page("household-vote", online_queries.household_code(row, row.roll.entries.get(number=number)))
    return client.post(address, {"key": uuid4().hex, "answer": answer, "words": "", "seen": seen, **more})


def test_a_household_answers_changes_and_sees_what_counts(browser, online, now):
    now(SOON)
    row, client = online.voting(), browser()
    code = online_queries.household_code(row, row.roll.entries.get(number=1))
    address = page("household-vote", code)
    first = client.get(address)
    assert "không phải là bỏ phiếu kín" in first.content.decode()
    assert "Người quản trị hệ thống về kỹ thuật có thể biết" in first.content.decode()
    assert (first["Referrer-Policy"], first["X-Robots-Tag"]) == ("no-referrer", "noindex, nofollow")
    sent = answered(client, row, 1, "agree")
    vote = Vote.objects.get(about=MATTER)
    assert vote.receipt in sent.content.decode()
    assert vote.device
    late = answered(client, row, 1, "disagree", seen=0)
    assert (late.status_code, "gửi trước" in late.content.decode()) == (409, True)
    assert answered(client, row, 1, "disagree", seen=1).status_code == 200
    assert online.counted(row)["disagree"] == 1
    online.typed(row, 1, Mark.AGREE, Vote.Channel.SLIP)
    shown = client.get(address).content.decode()
    assert "phiếu giấy thu tại hộ" in shown
    assert '<button class="dh-button"' not in shown.split("<main")[1].split("</main")[0]
    assert answered(client, row, 1, "disagree", seen=3).status_code == 409


def test_a_vote_that_is_over_is_shown_and_not_changed(browser, online, now):
    now(SOON)
    row, client = online.voting(), browser()
    answered(client, row, 1, "agree")
    now(VOTE_UNTIL + timedelta(seconds=1))
    assert answered(client, row, 1, "disagree", seen=1).status_code == 409
    assert online.counted(row)["agree"] == 1


def test_a_code_that_opens_nothing_says_nothing_and_is_tried_a_few_times(browser, online, now, monkeypatch):
    cache.clear()
    now(SOON)
    row, client = online.voting(), browser()
    right = online_queries.household_code(row, row.roll.entries.get(number=2))
    asked = page("household-code")
    assert client.post(asked, {"ma": right.lower()})["Location"] == page("household-vote", right.lower())
    monkeypatch.setattr(limits, "CODES_TRIED", (3, 600))
    for _each in range(3):
        wrong = client.post(asked, {"ma": "7KQ2M-9XTRA"})
        assert (wrong.status_code, "không mở được gì" in wrong.content.decode()) == (404, True)
    assert client.post(asked, {"ma": "7KQ2M-9XTRA"}).status_code == 429
    assert client.get(page("household-vote", "7KQ2M9XTRA")).status_code == 429
    cache.clear()
    assert client.get(page("household-vote", "7KQ2M9XTRA")).status_code == 404


def test_an_online_vote_asks_few_questions(browser, online, head, now, django_assert_max_num_queries):
    now(SOON)
    row, client = online.voting(), browser(head)
    for number in range(1, 7):
        online.answer(row, number)
    code = online_queries.household_code(row, row.roll.entries.get(number=1))
    for address in (page("online", row.pk), page("online-list", row.pk), page("household-vote", code)):
        with django_assert_max_num_queries(20):
            client.get(address)
    assert AFTER > FIRST


def test_the_photo_of_a_signed_slip_is_for_the_holders_an_inspector_and_the_household(
    browser, online, head, front, officer, commune, now
):
    now(SOON)
    row = online.voting()
    vote = online.typed(row, 2, Mark.AGREE, Vote.Channel.ASSISTED).vote
    inspector = actor_in(commune, Role.INSPECTOR)
    address = page("online-slip", row.pk, vote.pk)
    for actor, status in ((head, 200), (front, 200), (inspector, 200), (officer, 403)):
        client = browser(actor)
        photo = client.get(address)
        assert photo.status_code == status
        assert status != 200 or b"".join(photo.streaming_content) == b"\xff\xd8 photo"
        assert (address in client.get(page("online", row.pk)).content.decode()) is (status == 200)
    assert browser(head).get(page("online-slip", row.pk, vote.pk + 1)).status_code == 404
    codes = [online_queries.household_code(row, row.roll.entries.get(number=number)) for number in (1, 2)]
    shown = [browser().get(page("household-slip", code, vote.receipt)) for code in codes]
    assert [each.status_code for each in shown] == [404, 200]
    assert shown[1]["Referrer-Policy"] == "no-referrer"
    assert b"".join(shown[1].streaming_content) == b"\xff\xd8 photo"
    assert (
        page("household-slip", codes[1], vote.receipt)
        in browser().get(page("household-vote", codes[1])).content.decode()
    )
