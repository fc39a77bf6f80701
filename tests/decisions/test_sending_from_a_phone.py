"""What a telephone recorded without a signal comes in once, in its order; what cannot enter is kept, not overwritten."""

import base64
import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F

from dienhong.decisions import actions, counting, phone_events, queries
from dienhong.decisions.actions import steps
from dienhong.decisions.models import (
    Choice,
    Item,
    LateDecision,
    LateEvent,
    Meeting,
    Outcome,
    PhoneEvent,
    Presence,
    Record,
    Sheet,
    SignedPage,
)
from dienhong.foundations.actors import Role
from lawcore.ballots.matters import Matter as Kind
from tests.decisions import sending
from tests.decisions.conftest import MEETS, a_village
from tests.decisions.sending import PHOTO, results, sender, user_of
from tests.registry.conftest import actor_in
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
FIGURES = {"present": 9, "agree": 8, "disagree": 1, "other": 0}
DAY = timedelta(days=1)


@pytest.fixture
def village(commune):
    return a_village(commune, "ben-say-dong", "Đông Hạ", 12)


@pytest.fixture
def meeting(life):
    return life.notify(life.plan(life.propose()))


@pytest.fixture(autouse=True)
def evening(monkeypatch):
    """It is an hour after the meeting began; `evening.at` may be set."""

    class Evening:
        at = MEETS + timedelta(hours=1)

    monkeypatch.setattr("dienhong.foundations.clock.read", lambda: Evening.at)
    return Evening


def event(kind, *, at=MEETS, **parts):
    return sending.event(kind, at=at, **parts)


@pytest.fixture
def phone(head, meeting, evening):
    """Sends events as one telephone and gives the results; `behind` is by how much its clock is behind ours."""
    post = sender(head, evening)

    def send(*events, to=meeting, **parts):
        return post(*events, to=address(to), **parts)

    return send


def address(meeting, end="gui/"):
    return f"/ban-quyet-dinh/hop/{meeting.pk}/dien-thoai/{end}"


def entries(meeting, number):
    return list(meeting.roll.entries.order_by("number")[:number])


def ticks(meeting, number, **parts):
    return [event("tick", entry=each.pk, is_present=True, **parts) for each in entries(meeting, number)]


def whole(meeting, *, came=9):
    """A whole meeting in the order in which it was held."""
    item = meeting.items.get()
    begun = event("open")
    way = event("choose", what="method", method="hands", item=item.pk, agree=came, after=[begun["key"]])
    sheets = [
        event("sheet", item=item.pk, place=place, counter=name, figures=FIGURES, after=[way["key"]])
        for place, name in ((1, "Lò Thị Mơ"), (2, "Đinh Công Tráng"))
    ]
    closed = event("close_item", item=item.pk, figures=FIGURES, after=[each["key"] for each in sheets])
    ended = event("close", at=MEETS + timedelta(minutes=40), after=[begun["key"]])
    written = event("write", item=item.pk, read_back=True, after=[ended["key"]])
    signed = event(
        "page",
        item=item.pk,
        village_head=True,
        front_head=True,
        representatives=["Lò Thị Mơ", "Đinh Công Tráng"],
        photo=PHOTO,
        after=[written["key"]],
    )
    secretary = event("choose", what="secretary", names=["Hà Thị Lan"], agree=came, after=[begun["key"]])
    return [*ticks(meeting, came), begun, secretary, way, *sheets, closed, ended, written, signed]


def test_a_whole_meeting_comes_in_once(phone, meeting):
    events = whole(meeting)
    assert set(results(phone(*events))) == {"done"}
    assert set(results(phone(*events))) == {"same"}
    assert Presence.objects.count() == len(queries.present_numbers(meeting)) == 9
    assert Outcome.objects.get().is_adopted
    assert (Sheet.objects.count(), Record.objects.count(), SignedPage.objects.count()) == (2, 1, 1)
    assert Record.objects.get().read_back
    assert Meeting.objects.get().stage == Meeting.Stage.CLOSED
    assert Choice.objects.get(what="secretary").names == ["Hà Thị Lan"]
    for row in (*Presence.objects.all(), *Sheet.objects.all(), Outcome.objects.get(), *Choice.objects.all()):
        assert row.happened_at == MEETS
        assert row.entered_at == MEETS + timedelta(minutes=1)
    assert not LateEvent.objects.exists()


def test_the_same_key_with_another_content_is_refused(phone, meeting):
    one, two = entries(meeting, 2)
    first = event("tick", entry=one.pk, is_present=True)
    assert results(phone(first)) == ["done"]
    changed = {**first, "data": {"entry": two.pk, "is_present": True}}
    answer = phone(changed).json()["results"][0]
    assert answer["result"] == "refused"
    assert "Mã gửi này đã dùng" in answer["message"]
    assert queries.present_numbers(meeting) == {one.pk}


def test_one_event_that_is_refused_holds_up_only_what_rests_on_it(phone, meeting):
    item = meeting.items.get()
    early = event("open", at=MEETS - DAY)
    tick, other = ticks(meeting, 2)
    way = event("choose", what="method", method="hands", item=item.pk, agree=2, after=[early["key"]])
    assert results(phone(tick, early, way, other)) == ["done", "refused", "blocked", "done"]
    again = event("open")
    assert results(phone(again, {**way, "after": [again["key"]]})) == ["done", "done"]


def test_two_hundred_events_in_one_sending(phone, meeting):
    one = entries(meeting, 1)[0]
    events = [event("tick", entry=one.pk, is_present=bool(number % 2)) for number in range(200)]
    assert results(phone(*events)) == ["done"] * 200
    assert Presence.objects.count() == 200
    assert queries.present_numbers(meeting) == {one.pk}


def test_a_key_twice_in_one_sending_enters_once(phone, meeting):
    one, other = ticks(meeting, 2)
    assert results(phone(one, other, one, {**other, "key": one["key"]})) == ["done", "done", "same", "refused"]
    assert Presence.objects.count() == PhoneEvent.objects.count() == 2


def test_a_clash_of_one_tick_keeps_the_others_of_the_sending(phone, meeting, head):
    sent = ticks(meeting, 4)
    clash = Presence(meeting=meeting, entry=entries(meeting, 6)[5], is_present=True, key=f"phone:{sent[2]['key']}")
    clash.happened_at = clash.entered_at = MEETS
    clash.recorded_by = head.key
    clash.save()
    assert results(phone(*sent)) == ["done", "done", "refused", "done"]
    assert PhoneEvent.objects.count() == 3
    assert results(phone(*sent)) == ["same", "same", "refused", "same"]


def test_ticks_of_one_sending_lock_the_meeting_once_for_twenty_five_of_them(phone, meeting, monkeypatch):
    locked = []
    lock = steps.locked_meeting
    monkeypatch.setattr(steps, "locked_meeting", lambda *given: locked.append(1) or lock(*given))
    sent = [each for _turn in range(5) for each in ticks(meeting, 12)]
    assert set(results(phone(*sent))) == {"done"}
    assert len(locked) == 3


def test_too_many_events_are_refused_and_none_enters(phone, meeting):
    one = entries(meeting, 1)[0]
    fits = [event("tick", entry=one.pk, is_present=True)] * phone_events.MOST_EVENTS
    assert phone(*fits).status_code == 200
    assert phone(*fits, fits[0]).status_code == 413
    assert Presence.objects.count() == 1


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{",
        "null",
        "[" * 100_000,
        '{"events": []}',
        '{"events": {}, "device": "a", "sent_at": "2026-03-08T12:00:00+00:00"}',
        '{"events": [], "device": "a b", "sent_at": "2026-03-08T12:00:00+00:00"}',
        '{"events": [], "device": "a", "sent_at": "hôm qua"}',
        '{"events": [], "device": "a", "sent_at": "2026-03-08T12:00:00"}',
        '{"events": [], "device": "a", "sent_at": "9999-12-31T12:00:00+00:00"}',
        b"\xff\xfe",
    ],
    ids=range(12),
)
def test_what_is_no_sending_is_said_to_be_unreadable(head, meeting, body):
    answer = client_of(user_of(head)).post(address(meeting), body, content_type="application/json")
    assert answer.status_code == 400
    assert "vẫn còn trên máy" in answer.json()["message"]


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        7,
        [],
        {},
        {"kind": "erase"},
        {"kind": ["tick"]},
        {"data": []},
        {"data": {"entry": "1", "is_present": True}},
        {"data": {"entry": True, "is_present": True}},
        {"data": {"entry": 10**30, "is_present": True}},
        {"data": {"entry": 1.5, "is_present": True}},
        {"data": {"entry": 1, "is_present": 1}},
        {"data": {"entry": 1, "is_present": True, "recorded_by": "user:1"}},
        {"data": {"entry": 1, "is_present": True, "by_name": "x" * 121}},
        {"data": {"entry": 1, "is_present": True, "by_name": "\x00"}},
        {"data": {"entry": 1, "is_present": True, "by_name": "\ud800"}},
        {"key": "short"},
        {"key": "x" * 65},
        {"key": "ă" * 32},
        {"happened_at": "2026-03-08T19:30:00"},
        {"happened_at": 5},
        {"entered_at": None},
        {"offset": "2"},
        {"after": "x"},
        {"seen": {"presence": -1}},
    ],
    ids=range(25),
)
def test_what_is_no_event_is_refused_and_the_next_one_enters(phone, meeting, wrong):
    good = ticks(meeting, 2)
    bad = {**good[0], **wrong} if isinstance(wrong, dict) and wrong else wrong
    assert results(phone(bad, good[1])) == ["refused", "done"]
    assert Presence.objects.count() == 1


def test_a_huge_body_is_refused_before_it_is_read(phone, meeting, settings):
    tick = ticks(meeting, 1)[0]
    answer = phone({**tick, "note": "x" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE})
    assert answer.status_code == 413
    assert not Presence.objects.exists()


def test_a_file_that_is_no_photo_is_refused(phone, meeting):
    *events, signed = whole(meeting)
    signed["data"]["photo"] = base64.b64encode(b"MZ not a photo").decode()
    answer = phone(*events, signed).json()["results"][-1]
    assert answer["result"] == "refused"
    assert "không phải ảnh" in answer["message"]
    assert not SignedPage.objects.exists()


def test_who_may_not_hold_the_meeting_is_told_nothing_more_than_needed(meeting, commune, officer, province_of):
    body = json.dumps({"events": [], "device": "a", "sent_at": "2026-03-08T12:00:00+00:00"})

    def codes(client):
        sent = client.post(address(meeting), body, content_type="application/json")
        return [sent.status_code, *(client.get(address(meeting, end)).status_code for end in ("gui/", "du-lieu/"))]

    assert codes(client_of()) == [401, 401, 401]
    assert codes(client_of(user_of(officer))) == [403, 403, 403]
    stranger = actor_in(a_village(province_of("khac"), "khac-1", "Khác", 2), Role.VILLAGE_HEAD)
    assert codes(client_of(user_of(stranger))) == [404, 404, 404]


@pytest.fixture
def province_of(commune):
    from dienhong.registry.actions import places  # noqa: PLC0415 - used here alone

    def another(code):
        return places.found_first_locality(
            code=code, kind="commune", word="xã", name=code, valid_from=MEETS.date(), parent=commune.parent
        )

    return another


def test_what_another_account_recorded_is_not_sent_as_ones_own(phone, meeting):
    answer = phone(*ticks(meeting, 1), account="user:0")
    assert answer.status_code == 401
    assert not Presence.objects.exists()


def test_two_telephones_that_differ_are_shown_and_neither_overwrites(phone, meeting):
    one, two, three = entries(meeting, 3)
    assert results(phone(*ticks(meeting, 3))) == ["done"] * 3
    away = event("tick", entry=one.pk, is_present=False)
    agrees = event("tick", entry=two.pk, is_present=True)
    named = event("tick", entry=three.pk, is_present=True, by_name="Hà Thị Lan")
    assert results(phone(away, agrees, named, device="may2")) == ["conflict", "same", "done"]
    assert queries.present_numbers(meeting) == {one.pk, two.pk, three.pk}
    late = LateEvent.objects.get()
    assert late.body == {"entry": one.pk, "is_present": False, "by_name": ""}
    assert "có mặt" in late.words
    newest = Presence.objects.order_by("-pk")[0].pk
    knowing = event("tick", entry=one.pk, is_present=False, seen={"presence": newest})
    assert results(phone(knowing, device="may2")) == ["done"]
    assert queries.present_numbers(meeting) == {two.pk, three.pk}


def test_sheets_of_one_place_from_two_telephones(phone, meeting):
    events = whole(meeting)
    assert set(results(phone(*events[:14]))) == {"done"}
    sheet = events[13]
    other = event("sheet", **{**sheet["data"], "figures": {**FIGURES, "agree": 7, "disagree": 2}})
    alike = event("sheet", **sheet["data"])
    assert results(phone(other, alike, device="may2")) == ["conflict", "same"]
    assert Sheet.objects.count() == 2
    wrong = event("close_item", item=sheet["data"]["item"], figures={**FIGURES, "agree": 9, "disagree": 0})
    assert results(phone(wrong, device="may2")) == ["conflict"]
    assert not Outcome.objects.exists()
    assert results(phone(*events[14:])) == ["done"] * 4
    assert results(phone(event("close_item", **events[14]["data"]), device="may2")) == ["same"]
    assert Outcome.objects.count() == 1


def test_a_phone_that_comes_back_after_three_weeks_loses_nothing(phone, meeting, evening, head):
    events = whole(meeting)
    phone(*events)
    evening.at = MEETS + 21 * DAY
    last = entries(meeting, 10)[9]
    late = [
        event("tick", entry=last.pk, is_present=True, by_name="Hà Thị Lan"),
        event("open"),
        event("sheet", **{**events[12]["data"], "figures": {**FIGURES, "agree": 7, "disagree": 2}}),
        event("choose", what="secretary", names=["Người khác"], agree=3),
        event("close"),
    ]
    assert results(phone(*late, device="may3")) == ["late", "same", "conflict", "conflict", "same"]
    assert results(phone(*late, device="may3")) == ["late", "same", "conflict", "conflict", "same"]
    assert LateEvent.objects.count() == 3
    assert Outcome.objects.count() == 1
    assert len(queries.present_numbers(meeting)) == 9
    client = client_of(user_of(head))
    page = client.get(f"/ban-quyet-dinh/hop/{meeting.pk}/den-muon/").content.decode()
    assert "Hà Thị Lan" in page
    assert "Người khác" in page
    found = LateEvent.objects.order_by("pk")[0]
    sent = {"late": found.pk, "key": "1", "decision": "kept_out", "words": "Đã hỏi hộ: không dự."}
    for _twice in range(2):
        assert client.post(f"/ban-quyet-dinh/hop/{meeting.pk}/den-muon/", sent).status_code == 302
    assert LateDecision.objects.get().late == found
    assert "Đã hỏi hộ: không dự." in client.get(f"/ban-quyet-dinh/hop/{meeting.pk}/den-muon/").content.decode()


@pytest.mark.parametrize("off", [-2, 2])
def test_a_clock_that_is_wrong_by_two_days_is_noted_and_put_right_for_the_day_of_the_meeting(phone, meeting, head, off):
    """`off` days behind ours: what it said stays as it was said."""
    said = MEETS - off * DAY
    begun = event("open", at=said, offset=off * 86_400)
    tick = event("tick", at=said, entry=entries(meeting, 1)[0].pk, is_present=True, offset=off * 86_400)
    assert results(phone(begun, tick, behind=off * DAY)) == ["done", "done"]
    assert Meeting.objects.get().opened_at == MEETS
    assert {each.happened_at for each in PhoneEvent.objects.all()} == {said} == {Presence.objects.get().happened_at}
    assert {each.clock_offset for each in PhoneEvent.objects.all()} == {off * 86_400}
    page = client_of(user_of(head)).get(f"/ban-quyet-dinh/hop/{meeting.pk}/den-muon/").content.decode()
    assert ("chậm 2 ngày" if off > 0 else "nhanh 2 ngày") in page


def test_a_clock_that_was_put_right_before_sending_counts_as_it_was_when_the_event_was_entered(phone, meeting):
    assert results(phone(event("open", at=MEETS - 2 * DAY, offset=2 * 86_400))) == ["done"]
    assert Meeting.objects.get().opened_at == MEETS


def test_what_the_telephone_takes_along_shows_no_sheet_before_there_are_two(phone, meeting, head):
    events = whole(meeting)
    client = client_of(user_of(head))
    phone(*events[:13])
    state = client.get(address(meeting, "du-lieu/"))
    assert state["X-Account"] == head.key
    item = state.json()["items"][0]
    assert (item["sheets"], item["figures"], item["differ"]) == ([[0, 1]], None, {})
    assert "Lò Thị Mơ" not in state.content.decode()
    phone(events[13])
    assert client.get(address(meeting, "du-lieu/")).json()["items"][0]["figures"] == FIGURES


def test_of_two_sheets_that_differ_the_telephone_is_told_where_and_not_by_how_much(phone, meeting, head):
    events = whole(meeting)
    other = events[13]["data"]
    phone(*events[:13], event("sheet", **{**other, "figures": {**FIGURES, "agree": 7, "disagree": 2}}))
    item = client_of(user_of(head)).get(address(meeting, "du-lieu/")).json()["items"][0]
    assert (item["figures"], item["differ"]) == (None, {"0": ["agree", "disagree"]})


def test_the_numbers_come_from_the_rules_of_law(life, village):
    meeting = life.notify(life.plan(life.propose(), life.propose(Kind.VILLAGE_MONEY)))
    state = queries.phone_state(meeting)
    assert [each["need"] for each in state["items"]] == [7, 8]
    assert state["majority"]["secretary"][:6] == [0, 1, 2, 2, 3, 3]
    assert len(state["majority"]["secretary"]) == 13
    assert state["tellers"] == [3, 4, 5]
    assert len(state["roll"]) == 12


def test_too_few_came_is_recorded_once(phone, meeting):
    item = meeting.items.get()
    begun = event("open")
    short = event("close_short", item=item.pk, after=[begun["key"]])
    assert results(phone(*ticks(meeting, 3), begun, short)) == ["done"] * 5
    assert results(phone(event("close_short", item=item.pk), device="may2")) == ["same"]
    assert results(phone(event("close"))) == ["done"]
    assert Item.objects.get().matter.steps.filter(event="find_too_few").count() == 1


def test_what_came_is_not_changed_afterwards(phone, meeting):
    phone(*ticks(meeting, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        PhoneEvent.objects.update(clock_offset=F("clock_offset") + 1)


def test_the_token_names_the_account(head, meeting):
    said = client_of(user_of(head)).get(address(meeting)).json()
    assert said["account"] == head.key
    assert said["token"]
    assert actions.Phone("a", 0).offset == 0


def test_a_secret_vote_on_a_phone_needs_its_tellers_and_witnesses(phone, meeting):
    item = meeting.items.get()
    begun = event("open")
    way = event("choose", what="method", method="secret", item=item.pk, agree=9, after=[begun["key"]])
    figures = dict.fromkeys(counting.IN_SECRET, 0) | {
        "printed": 9, "issued": 9, "in_box": 9, "valid": 9, "agree": 8, "disagree": 1,
    }  # fmt: skip
    sheets = [
        event("sheet", item=item.pk, place=place, counter=name, figures=figures, after=[way["key"]])
        for place, name in ((1, "Lò Thị Mơ"), (2, "Đinh Công Tráng"))
    ]
    assert results(phone(*ticks(meeting, 9), begun, way, *sheets)) == ["done"] * 11 + ["refused"] * 2
    tellers = event("choose", what="tellers", names=["Vi Văn Thắng", "Lương Thị Út", "Bùi Đình Đệ"], agree=9)
    closed = event("close_item", item=item.pk, figures=figures)
    assert results(phone(tellers, *sheets, closed)) == ["done"] * 3 + ["refused"]
    witnessed = event("close_item", item=item.pk, figures=figures, witnesses=["Sầm Văn Ổn", "Quàng Thị Yến"])
    assert results(phone(witnessed)) == ["done"]
    assert Outcome.objects.get().witnesses == ["Sầm Văn Ổn", "Quàng Thị Yến"]


def test_a_result_sent_before_witnesses_were_asked_for_reads_as_it_did(meeting):
    sent = event("close_item", item=meeting.items.get().pk, figures=FIGURES)
    named = {**sent, "data": {**sent["data"], "witnesses": []}}
    assert digest(sent) == digest(named)
    other = {**sent, "data": {**sent["data"], "witnesses": ["Sầm Văn Ổn", "Quàng Thị Yến"]}}
    assert digest(sent) != digest(other)


def digest(sent):
    return phone_events.read(sent, {sent["kind"]}).digest


def test_the_photo_of_a_page_that_came_too_late_is_seen_by_holders_and_an_inspector(
    phone, meeting, head, commune, officer
):
    *events, signed = whole(meeting)
    phone(*events)
    type(Item.objects.get().matter).objects.update(stage="abolished")
    assert results(phone({**signed, "data": {**signed["data"], "representatives": ["Lò Thị Mơ"]}})) == ["late"]
    late = LateEvent.objects.get()
    address = f"/ban-quyet-dinh/hop/{meeting.pk}/den-muon/{late.pk}/anh/"
    for actor, status in ((head, 200), (actor_in(commune, Role.INSPECTOR), 200), (officer, 403)):
        client = client_of(user_of(actor))
        photo = client.get(address)
        assert photo.status_code == status
        assert status != 200 or b"".join(photo.streaming_content).startswith(b"\xff\xd8")
        listed = client.get(f"/ban-quyet-dinh/hop/{meeting.pk}/den-muon/").content.decode()
        assert (address in listed) is (status == 200)


def test_an_hour_that_cannot_be_is_kept_for_a_person_and_not_lost(phone, meeting, evening):
    item = meeting.items.get()
    years = MEETS + timedelta(days=800)
    opened = event("open", at=years)
    assert results(phone(opened)) == ["late"]
    assert results(phone(opened)) == ["late"]
    assert Meeting.objects.get().stage == Meeting.Stage.NOTIFIED
    eve = event("tick", at=MEETS - DAY, entry=entries(meeting, 1)[0].pk, is_present=True)
    assert results(phone(eve)) == ["late"]
    assert results(phone(event("open"), event("close_short", item=item.pk))) == ["done", "done"]
    assert results(phone(event("close", at=years), event("close", at=MEETS - timedelta(hours=1)))) == ["late", "late"]
    assert Meeting.objects.get().stage == Meeting.Stage.OPEN
    assert LateEvent.objects.count() == 4
    assert results(phone(event("close", at=MEETS + timedelta(minutes=30)))) == ["done"]


def test_ticks_of_a_phone_whose_clock_is_days_behind_are_of_the_day_of_the_meeting(phone, meeting):
    tick = event("tick", at=MEETS - 2 * DAY, entry=entries(meeting, 1)[0].pk, is_present=True)
    assert results(phone(tick, behind=2 * DAY)) == ["done"]
