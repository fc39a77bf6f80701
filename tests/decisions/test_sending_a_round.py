"""What a telephone recorded from door to door comes in once; what contradicts or comes too late is kept, not lost."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F

from dienhong.decisions import audit, queries
from dienhong.decisions.models import (
    BallotRound,
    CountPage,
    LateDecision,
    LateEvent,
    Outcome,
    Passing,
    PhoneEvent,
    SlipAnswer,
    SlipSheet,
    Visit,
)
from dienhong.decisions.queries import rounds as questions
from dienhong.foundations.actors import Role
from dienhong.ledger.models import Entry
from dienhong.registry.actions import places
from tests.decisions import sending
from tests.decisions.ballots import AFTER, FIRST, HANDS_OUT, UNTIL, rounds_of
from tests.decisions.conftest import MEETS, a_village
from tests.decisions.sending import PHOTO, results, sender, user_of
from tests.registry.conftest import actor_in
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
HOUSEHOLDS, RESERVE = 8, 5
DAY = timedelta(days=1)
To = Passing.To


@pytest.fixture
def village(commune):
    return a_village(commune, "ben-say-dong", "Đông Hạ", HOUSEHOLDS)


@pytest.fixture
def rounds(life, head):
    return rounds_of(life, head)


@pytest.fixture
def row(rounds):
    """Its slips are being handed out."""
    return rounds.begun()


@pytest.fixture
def named(rounds):
    return rounds.begun(named=True)


@pytest.fixture(autouse=True)
def evening(monkeypatch):
    """The first day, in the afternoon; `evening.at` may be set."""

    class Evening:
        at = FIRST + timedelta(hours=6)

    monkeypatch.setattr("dienhong.foundations.clock.read", lambda: Evening.at)
    return Evening


@pytest.fixture
def phone(head, evening):
    """Sends to a round as one telephone and gives what became of each event."""
    post = sender(head, evening)
    return lambda to, *events, **parts: results(post(*events, to=address(to), **parts))


def address(row, end="gui/"):
    return f"/ban-quyet-dinh/phieu/{row.pk}/dien-thoai/{end}"


def event(kind, *, at=FIRST, **parts):
    return sending.event(kind, at=at, **parts)


def entry(row, number):
    return row.roll.entries.get(number=number).pk


def slip(row, number, to="out", *, slip=None, before="", at=FIRST, after=(), seen=None, **data):
    given = {"entry": entry(row, number), "slip": slip or number, "to": to, "before": before, **data}
    return event("slip", at=at, after=after, seen=seen, **given)


def out_and_back(row, number, **parts):
    out = slip(row, number, **parts)
    return [out, slip(row, number, "collected", before="out", after=[out["key"]], **parts)]


def places_of(row):
    numbers = dict(row.slips.values_list("pk", "number"))
    return {numbers[pk]: (str(each.to), each.entry) for pk, each in questions.places(row).items()}


def counted(row, *, agree, **parts):
    pads = questions.pads(row)
    return pads | {"invalid": 0, "valid": pads["collected"], "agree": agree, "disagree": pads["collected"] - agree,
                   "other": 0} | parts  # fmt: skip


def ending(row, *, agree=6):
    """The end of a round of which every household handed its slip in."""
    end = event("end", names=["Lò Thị Mơ", "Đinh Công Tráng"], note="")
    figures = dict.fromkeys(("replaced", "handed_back", "spoiled", "late", "missing", "invalid", "other"), 0) | {
        "printed": HOUSEHOLDS + RESERVE, "unused": RESERVE, "issued": HOUSEHOLDS, "collected": HOUSEHOLDS,
        "valid": HOUSEHOLDS, "agree": agree, "disagree": HOUSEHOLDS - agree,
    }  # fmt: skip
    counts = [
        event("count", place=place, counter=name, figures=figures, note="", after=[end["key"]])
        for place, name in ((1, "Lò Văn Hặc"), (2, "Quàng Thị Nhung"))
    ]
    settle = event("settle", figures=figures, after=[end["key"], *(each["key"] for each in counts)])
    paper = event("paper", photo=PHOTO, after=[settle["key"]])
    return [end, *counts, settle, paper]


def test_a_whole_round_comes_in_once(phone, rounds, evening):
    row = rounds.opened(rounds.plan())
    events = [event("begin", is_marked=True)]
    for number in range(1, HOUSEHOLDS + 1):
        events += out_and_back(row, number)
    events += ending(row)
    assert set(phone(row, *events)) == {"done"}
    assert set(phone(row, *events)) == {"same"}
    row = rounds.again(row)
    assert row.stage == "passed"
    assert row.opened_at == FIRST == row.closed_at
    assert Passing.objects.count() == 2 * HOUSEHOLDS
    assert SlipSheet.objects.count() == 2
    outcome = Outcome.objects.get()
    assert (outcome.agree, outcome.households, outcome.happened_at) == (6, HOUSEHOLDS, FIRST)
    assert outcome.entered_at == FIRST + timedelta(minutes=1)
    assert CountPage.objects.get().file.sha256
    passing = Passing.objects.order_by("pk")[0]
    assert (passing.happened_at, passing.entered_at) == (FIRST, FIRST + timedelta(minutes=1))
    assert passing.recorded_at not in {passing.happened_at, passing.entered_at}
    assert not LateEvent.objects.exists()
    keys = list(Entry.objects.filter(key__isnull=False).values_list("key", flat=True))
    assert len(keys) == len(set(keys))
    assert list(audit.findings()) == []


def test_the_same_key_with_another_content_is_refused(phone, row):
    first = slip(row, 1)
    assert phone(row, first) == ["done"]
    assert phone(row, {**first, "data": {**first["data"], "entry": entry(row, 2)}}) == ["refused"]
    assert places_of(row) == {1: ("out", entry(row, 1))}


def test_a_key_of_a_meeting_is_refused_in_a_round(phone, row, life, head, evening):
    first = slip(row, 1)
    assert phone(row, first) == ["done"]
    meeting = life.notify(life.plan(life.propose(title="Việc khác")))
    tick = sending.event(
        "tick", at=MEETS, key=first["key"], entry=meeting.roll.entries.get(number=1).pk, is_present=True
    )
    to = f"/ban-quyet-dinh/hop/{meeting.pk}/dien-thoai/gui/"
    evening.at = MEETS + timedelta(hours=1)
    assert results(sender(head, evening)(tick, to=to)) == ["refused"]
    assert phone(row, event("tick", entry=1, is_present=True)) == ["refused"]
    assert not meeting.presences.exists()


def test_a_household_that_two_telephones_gave_different_slips(phone, row):
    assert phone(row, slip(row, 3), device="may1") == ["done"]
    spare = slip(row, 3, slip=HOUSEHOLDS + 1)
    back = slip(row, 3, "collected", slip=HOUSEHOLDS + 1, before="out", after=[spare["key"]])
    assert phone(row, spare, back, device="may2") == ["conflict", "conflict"]
    assert places_of(row) == {3: ("out", entry(row, 3))}
    late = LateEvent.objects.order_by("pk")
    assert "hộ số 3, phiếu số 3" in late[0].words
    assert late[0].body["slip"] == HOUSEHOLDS + 1
    assert phone(row, spare, back, device="may2") == ["conflict", "conflict"]
    assert late.count() == 2


def test_a_slip_that_two_telephones_gave_to_different_households(phone, row):
    spoiled = [
        [slip(row, number), slip(row, number, "spoiled", before="out")] for number in (1, 2)
    ]  # fmt: skip
    assert phone(row, *spoiled[0], device="may1") == ["done", "done"]
    assert phone(row, *spoiled[1], device="may2") == ["done", "done"]
    spare = HOUSEHOLDS + 1
    assert phone(row, slip(row, 1, slip=spare), device="may1") == ["done"]
    assert phone(row, slip(row, 2, slip=spare), device="may2") == ["conflict"]
    assert f"hộ số 1, phiếu số {spare}" in LateEvent.objects.get().words
    assert places_of(row)[spare] == ("out", entry(row, 1))
    pads = questions.pads(row)
    assert pads["issued"] == pads["collected"] + pads["handed_back"] + pads["spoiled"] + pads["late"] + pads["missing"]
    assert pads["printed"] == pads["issued"] + pads["unused"]


def test_a_slip_used_twice_on_one_telephone_is_refused_in_words(phone, row, head, evening):
    spare = HOUSEHOLDS + 2
    assert phone(row, slip(row, 1, slip=spare)) == ["done"]
    answer = sender(head, evening)(slip(row, 2, slip=spare), to=address(row)).json()["results"][0]
    assert answer["result"] == "refused"
    assert "đã phát cho hộ khác" in answer["message"]
    assert phone(row, slip(row, 2, slip=1), slip(row, 2, slip=99), slip(row, 1)) == ["refused"] * 3
    assert len(places_of(row)) == 1


def test_what_another_telephone_recorded_and_took_back_is_not_the_same(phone, row):
    out = slip(row, 5)
    back = slip(row, 5, "unused", before="out", after=[out["key"]], words="Ghi nhầm hộ")
    assert phone(row, out, back, device="may1") == ["done", "done"]
    assert phone(row, slip(row, 5), device="may2") == ["done"]  # where it lay when the telephone last knew
    gone = slip(row, 6)
    assert phone(row, gone, slip(row, 6, "collected", before="out", after=[gone["key"]]), device="may1") == ["done"] * 2
    wrong = slip(row, 6, "out", before="collected", words="Chưa nộp, ghi nhầm")
    assert phone(row, wrong, device="may1") == ["done"]
    assert phone(row, slip(row, 6, "collected", before="out"), device="may2") == ["done"]  # and not the same as before
    assert Passing.objects.filter(slip__number=6).count() == 4


def test_a_clock_that_fell_back_for_years_ends_no_round(phone, rounds, evening):
    row = rounds.opened(rounds.plan())
    events = [event("begin", is_marked=True)]
    for number in range(1, HOUSEHOLDS + 1):
        events += out_and_back(row, number)
    assert set(phone(row, *events)) == {"done"}
    ended = event("end", at=FIRST - timedelta(days=2000), offset=0, names=["Lò Thị Mơ", "Đinh Công Tráng"], note="")
    assert phone(row, ended) == ["late"]
    assert rounds.again(row).closed_at is None


def test_two_telephones_that_say_the_same_and_one_that_goes_on_from_there(phone, row):
    assert phone(row, slip(row, 1), slip(row, 2), device="may1") == ["done", "done"]
    assert phone(row, slip(row, 1), slip(row, 2, "collected", before="out"), device="may2") == ["same", "done"]
    assert phone(row, slip(row, 2, "spoiled", before="out"), device="may1") == ["conflict"]
    newest = Passing.objects.order_by("-pk")[0].pk
    knowing = slip(row, 2, "spoiled", before="collected", seen={"passing": newest})
    assert phone(row, knowing, device="may1") == ["done"]
    assert places_of(row)[2][0] == "spoiled"


def test_who_took_a_slip_and_who_was_not_met(phone, row, head):
    away = event("visit", entry=entry(row, 2), found="absent", words="đi làm xa, hẹn tối thứ bảy")
    assert phone(row, slip(row, 1, by_name="Vi Văn Con"), away) == ["done", "done"]
    assert Passing.objects.get().by_name == "Vi Văn Con"
    visit = Visit.objects.get()
    assert (visit.found, visit.happened_at) == ("absent", FIRST)
    assert phone(row, away) == ["same"]
    assert phone(row, event("visit", entry=entry(row, 2), found="ngủ")) == ["refused"]
    assert phone(row, event("visit", entry=0, found="absent")) == ["refused"]
    state = queries.round_state(row)
    assert state["visits"] == [[entry(row, 2), "absent", "đi làm xa, hẹn tối thứ bảy"]]
    assert state["places"] == [[1, "out", entry(row, 1), "Vi Văn Con"]]
    page = client_of(user_of(head)).get(f"/ban-quyet-dinh/phieu/{row.pk}/ho/{entry(row, 2)}/").content.decode()
    assert "hẹn tối thứ bảy" in page
    page = client_of(user_of(head)).get(f"/ban-quyet-dinh/phieu/{row.pk}/ho/{entry(row, 1)}/").content.decode()
    assert "đã phát, chưa thu. Vi Văn Con" in page
    with pytest.raises(IntegrityError), transaction.atomic():
        Visit.objects.update(found="declined")
    assert list(audit.findings()) == []


def test_a_visit_is_typed_on_the_page_too(row, head):
    client, at = client_of(user_of(head)), f"/ban-quyet-dinh/phieu/{row.pk}/ho/{entry(row, 2)}/den-nha/"
    sent = {"found": "declined", "words": "không muốn nhận", "key": "visit"}
    assert [client.post(at, sent).status_code for _twice in range(2)] == [302, 302]
    assert Visit.objects.get().found == "declined"
    assert client.post(at, {**sent, "found": "absent"}).status_code == 422


def test_a_mistake_is_taken_back_with_its_reason(phone, row):
    assert phone(row, slip(row, 1)) == ["done"]
    wrong = slip(row, 1, "unused", before="out")
    assert phone(row, wrong) == ["refused"]
    assert phone(row, {**wrong, "data": {**wrong["data"], "words": "bấm nhầm hộ"}}) == ["done"]
    assert places_of(row) == {}
    assert phone(row, slip(row, 1)) == ["done"]
    assert Passing.objects.count() == 3


def test_an_answer_of_a_named_round(phone, named):
    out, back = out_and_back(named, 1)
    said = event("answer", slip=1, answer="agree", words="", after=[back["key"]])
    assert phone(named, out, back, said) == ["done"] * 3
    assert SlipAnswer.objects.get().answer == "agree"
    other = event("answer", slip=1, answer="disagree", words="")
    alike = event("answer", slip=1, answer="agree", words="")
    assert phone(named, other, alike, device="may2") == ["conflict", "same"]
    assert SlipAnswer.objects.count() == 1
    assert queries.round_state(named)["answers"] == [[1, "agree"]]
    assert [each[0] for each in queries.round_state(named)["marks"]] == ["agree", "disagree", "other", "invalid"]


def test_what_a_household_answered_is_shown_only_to_who_holds_the_round(phone, named, head, commune):
    out, back = out_and_back(named, 1)
    phone(named, out, back, event("answer", slip=1, answer="agree", words="", after=[back["key"]]))
    assert phone(named, event("answer", slip=1, answer="invalid", words="Gạch cả hai"), device="may2") == ["conflict"]
    page = f"/ban-quyet-dinh/phieu/{named.pk}/den-muon/"
    mine = client_of(user_of(head)).get(page).content.decode()
    assert "Phiếu không hợp lệ" in mine
    assert "Gạch cả hai" in mine
    others = client_of(user_of(actor_in(commune, Role.OFFICER))).get(page).content.decode()
    assert "Phiếu số 1" in others
    for hidden in ("Gạch cả hai", "Tán thành", "Phiếu không hợp lệ"):
        assert hidden not in others


def test_a_secret_round_has_no_place_for_an_answer(phone, row, rounds, evening, head):
    assert phone(row, *out_and_back(row, 1)) == ["done", "done"]
    state = client_of(user_of(head)).get(address(row, "du-lieu/")).json()
    assert (state["marks"], state["answers"]) == ([], [])
    said = event("answer", slip=1, answer="agree", words="không được giữ")
    assert phone(row, said) == ["refused"]
    taken = slip(row, 2, "collected", before="out")
    first = slip(row, 2, slip=9)
    assert phone(row, slip(row, 2), device="may2") == ["done"]
    assert phone(row, first, taken) == ["conflict", "done"]
    resting = event("answer", slip=9, answer="agree", words="không được giữ", after=[first["key"]])
    evening.at = AFTER
    rounds.closed(row)
    rounds.counted(row, agree=2)
    assert phone(row, said, resting) == ["refused", "refused"]
    assert not SlipAnswer.objects.exists()
    assert not any("answer" in each.body for each in LateEvent.objects.all())
    assert not any("không được giữ" in str(each.body) for each in LateEvent.objects.all())


def test_what_comes_after_the_last_moment_is_late_by_our_clock(phone, row, evening):
    assert phone(row, slip(row, 1), slip(row, 2)) == ["done", "done"]
    evening.at = UNTIL + timedelta(hours=2)
    after = UNTIL + timedelta(hours=1)
    assert phone(row, slip(row, 1, "collected", before="out", at=after)) == ["done"]
    slow = slip(row, 2, "collected", before="out", at=after - 2 * DAY)
    assert phone(row, {**slow, "offset": 2 * 86_400}, behind=2 * DAY) == ["done"]
    assert {to for to, _entry in places_of(row).values()} == {"late"}
    said = Passing.objects.order_by("-pk")[0]
    assert said.happened_at == after - 2 * DAY
    assert phone(row, slip(row, 3, at=after)) == ["late"]
    assert phone(row, slip(row, 4, at=FIRST - DAY)) == ["late"]
    assert LateEvent.objects.count() == 2


def test_a_clock_that_is_days_ahead(phone, rounds, evening):
    row = rounds.opened(rounds.plan())
    ahead = FIRST + 5 * DAY
    began = {**event("begin", at=ahead, is_marked=True), "offset": -5 * 86_400}
    out = {**slip(row, 1, at=ahead), "offset": -5 * 86_400}
    assert phone(row, began, out, behind=-5 * DAY) == ["done", "done"]
    assert rounds.again(row).opened_at == FIRST
    assert Passing.objects.get().happened_at == ahead
    assert phone(row, event("begin", is_marked=True), device="may2") == ["same"]


def test_a_round_does_not_begin_before_its_day_or_unsigned(phone, rounds):
    row = rounds.opened(rounds.plan())
    early = event("begin", at=FIRST - DAY, is_marked=True)
    assert phone(row, early, event("begin", is_marked=False)) == ["refused", "refused"]
    assert phone(row, event("begin", at=FIRST + 9 * DAY, is_marked=True)) == ["late"]
    assert phone(row, slip(row, 1)) == ["refused"]
    assert row.hands_out_on == HANDS_OUT
    assert rounds.again(row).opened_at is None


def test_a_telephone_that_comes_back_while_slips_are_counted_and_after(phone, row, rounds, evening, head):
    rounds.walked(row, out=HOUSEHOLDS, back=6)
    evening.at = AFTER
    rounds.closed(row)
    in_time = slip(row, 7, "collected", before="out", at=UNTIL - DAY)
    away = event("visit", entry=entry(row, 8), found="absent")
    too_late = slip(row, 8, "collected", before="out", at=UNTIL + timedelta(minutes=30))
    assert phone(row, in_time, away, too_late, device="may9") == ["late", "late", "done"]
    assert questions.pads(row)["late"] == 1
    rounds.counted(row, agree=6)
    end, first, *_rest = ending(row)
    assert phone(row, {**first, "after": []}, end, device="may9") == ["conflict", "same"]
    evening.at = AFTER + 21 * DAY
    assert phone(row, slip(row, 7, "spoiled", before="out"), device="may3") == ["late"]
    assert Outcome.objects.count() == 1
    client, at = client_of(user_of(head)), f"/ban-quyet-dinh/phieu/{row.pk}/den-muon/"
    page = client.get(at).content.decode()
    assert "đi vắng, không gặp" in page
    assert "Phiếu số 7" in page
    late = LateEvent.objects.order_by("pk")[0]
    sent = {"late": late.pk, "key": "1", "decision": "kept_out", "words": "Hộ 7 nộp sau khi khép hòm."}
    assert [client.post(at, sent).status_code for _twice in range(2)] == [302, 302]
    assert LateDecision.objects.get().late == late
    left = LateEvent.objects.count() - 1
    assert left == 3
    shown = client.get(f"/ban-quyet-dinh/phieu/{row.pk}/").content.decode()
    assert f"{left} việc từ điện thoại chưa vào được sổ" in shown
    assert list(audit.findings()) == []


def test_two_telephones_that_count(phone, row, rounds, evening):
    rounds.walked(row, out=HOUSEHOLDS, back=HOUSEHOLDS)
    end, first, second, settle, paper = ending(row)
    assert phone(row, paper) == ["blocked"]
    assert phone(row, end, first) == ["done", "done"]
    assert queries.round_state(rounds.again(row))["figures"] is None
    other = event("count", **{**first["data"], "figures": counted(row, agree=5), "counter": "Lò Văn Hặc"})
    wrong_end = event("end", names=["Người Khác", "Người Nữa"], note="")
    assert phone(row, other, wrong_end, device="may2") == ["conflict", "conflict"]
    assert phone(row, event("settle", figures=settle["data"]["figures"]), device="may2") == ["refused"]
    assert phone(row, second) == ["done"]
    assert queries.round_state(rounds.again(row))["figures"]["agree"] == 6
    assert phone(row, event("settle", figures=counted(row, agree=8)), device="may2") == ["conflict"]
    assert phone(row, settle, paper) == ["done", "done"]
    assert phone(row, event("settle", figures=settle["data"]["figures"]), device="may2") == ["same"]
    assert Outcome.objects.count() == 1


def test_a_sheet_that_does_not_add_up_is_refused(phone, row, rounds):
    rounds.walked(row, out=HOUSEHOLDS, back=HOUSEHOLDS)
    end, first, *_rest = ending(row)
    wrong = {**first["data"]["figures"], "spoiled": 1}
    assert phone(row, end, event("count", **{**first["data"], "figures": wrong})) == ["done", "refused"]
    assert not SlipSheet.objects.exists()


def test_people_of_another_commune_and_of_the_commune(row, commune, officer, evening):
    foreign = places.found_first_locality(
        code="khac", kind="commune", word="xã", name="Khác", valid_from=MEETS.date(), parent=commune.parent
    )
    stranger = actor_in(a_village(foreign, "khac-1", "Khác", 2), Role.VILLAGE_HEAD)
    for actor, status in ((stranger, 404), (officer, 403)):
        client = client_of(user_of(actor))
        assert sender(actor, evening)(slip(row, 1), to=address(row)).status_code == status
        codes = {client.get(address(row, end)).status_code for end in ("", "gui/", "du-lieu/")}
        assert codes == {status}
    assert client_of().get(address(row, "du-lieu/")).status_code == 401
    assert client_of().get(address(row, "")).status_code == 302
    assert not Passing.objects.exists()


def test_the_photo_of_the_minutes_is_seen_by_holders_and_an_inspector(phone, row, rounds, head, commune, officer):
    rounds.walked(row, out=HOUSEHOLDS, back=HOUSEHOLDS)
    assert set(phone(row, *ending(row))) == {"done"}
    at = f"/ban-quyet-dinh/phieu/{row.pk}/trang-ky/{CountPage.objects.get().pk}/"
    for actor, status in ((head, 200), (actor_in(commune, Role.INSPECTOR), 200), (officer, 403)):
        client = client_of(user_of(actor))
        photo = client.get(at)
        assert photo.status_code == status
        assert status != 200 or b"".join(photo.streaming_content).startswith(b"\xff\xd8")
        assert (at in client.get(f"/ban-quyet-dinh/phieu/{row.pk}/").content.decode()) is (status == 200)


def test_an_event_is_of_a_meeting_or_of_a_round_and_is_never_changed(phone, row):
    assert phone(row, slip(row, 1)) == ["done"]
    for change in ({"ballot_round": None}, {"clock_offset": F("clock_offset") + 1}):
        with pytest.raises(IntegrityError), transaction.atomic():
            PhoneEvent.objects.update(**change)
    assert BallotRound.objects.get().phone_events.count() == 1


def test_what_the_telephone_takes_along_costs_few_queries(row, rounds, django_assert_max_num_queries):
    rounds.walked(row, out=5, back=2)
    with django_assert_max_num_queries(20):
        state = queries.round_state(rounds.again(row))
    assert state["moves"]["out"] == [
        ["spoiled", "Hỏng, đã thu lại", False],
        ["handed_back", "Hộ trả lại, không cho ý kiến", False],
        ["unused", "Ghi nhầm, phiếu còn trong tập", True],
    ]
    assert state["need"] == 5
    assert len(state["roll"]) == HOUSEHOLDS
    assert str(To.LATE.value) not in [each[0] for each in state["moves"]["out"]]
