"""A village head puts up, tells, has it broadcast: at once, or kept on the phone and sent days later."""

import gzip
from datetime import date, datetime, timedelta
from importlib.resources import files
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test import Client

from dienhong.disclosures import actions, queries, shown
from dienhong.disclosures.actions.passing import runs
from dienhong.disclosures.models import Posting
from dienhong.disclosures.village_forms import entered_at
from dienhong.foundations import clock
from dienhong.foundations.clock import VIETNAM
from dienhong.foundations.refusals import NotFound, Refused
from dienhong.ledger.models import Entry
from dienhong.registry.actions import places as registry
from tests.programmes import places
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
FIRST_LOAD = 100_000  # bytes of a first visit with twenty things to tell
ON, AT = places.ON, places.AT


@pytest.fixture
def out(desk):
    """Support for houses: on the portal and sent to the heads; to be hung, told and broadcast."""
    disclosure = desk.open("11.7.1", "Hỗ trợ nhà ở", since=ON - 5 * DAY)
    desk.record(disclosure, on=ON - 5 * DAY)
    return disclosure


@pytest.fixture
def tell(out, commune, villages):
    def passed(*, key="k1", form="posting", on=ON, at=AT, by=commune.head, village=villages[0], **parts):
        given = {"places": ("community-point",)} if form == "posting" else {}
        told = actions.Told(form=form, claimed_on=on, village=village, **{**given, **parts})
        return actions.pass_on(disclosure=out, told=told, key=key, by=places.actor(by), at=at)

    return passed


@pytest.fixture
def changed(out, desk, officer):
    """The commune has a second version, and published it."""

    def change(*, published=True):
        actions.change(disclosure=out, content=desk.content(since=ON, text="Bản hai"), key="b2", by=officer, at=AT)
        if published:
            desk.record(out)

    return change


def test_meeting_reader_and_households_are_kept_and_shown_without_a_name(tell):
    tell(form="village-head", notice="meeting", reader="front", households=42, note="họp thôn tháng 5")
    line = shown.line(Posting.objects.get(notice="meeting"))
    assert line.more == "Người đọc: Trưởng ban công tác Mặt trận; 42 hộ dự"


def test_who_read_it_at_a_meeting_has_to_be_said(tell):
    with pytest.raises(Refused, match="ai đã đọc"):
        tell(form="village-head", notice="meeting")


def test_a_social_network_counts_when_the_community_agreed_on_it(tell):
    with pytest.raises(Refused, match="chưa thống nhất"):
        tell(form="village-head", notice="social-network", is_agreed=False)
    tell(form="village-head", notice="social-network", is_agreed=True)
    assert Posting.objects.get(notice="social-network").is_agreed is True


def test_sending_twice_records_once_and_says_so(tell):
    first, second = tell(), tell()
    assert (first.is_new, second.is_new) == (True, False)
    assert first.postings == second.postings
    assert Posting.objects.filter(village__isnull=False).count() == 1
    assert "từ trước" in shown.passed_on(second)


def test_the_same_key_for_another_thing_is_refused(tell, desk, commune, villages):
    tell()
    other = desk.open("11.8.1", "Hàng hỗ trợ")
    desk.record(other)
    told = actions.Told(form="posting", claimed_on=ON, village=villages[0], places=("community-point",))
    with pytest.raises(Refused, match="đã dùng cho một nội dung khác"):
        actions.pass_on(disclosure=other, told=told, key="k1", by=places.actor(commune.head), at=AT)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([20], [(20, 20)]),
        ([20, 18, 19], [(18, 20)]),
        ([16, 17, 19, 20], [(16, 17), (19, 20)]),
        ([16, 16, 18], [(16, 16), (18, 18)]),
    ],
)
def test_ticked_days_become_runs(days, expected):
    found = list(runs([date(2026, 5, day) for day in days]))
    assert [(first.day, last.day) for first, last in found] == expected


def test_a_broadcast_is_recorded_run_by_run_and_asked_for_until_it_was_long_enough(tell, villages):
    assert queries.to_tell(villages[0], on=ON)[0].plays
    days = [ON - 4 * DAY, ON - 3 * DAY, ON - DAY]
    tell(form="radio", on=days[0], days=days)
    rows = Posting.objects.filter(form="radio").order_by("claimed_on").values_list("claimed_on", "last_on")
    assert list(rows) == [(days[0], days[1]), (days[2], days[2])]
    assert queries.to_tell(villages[0], on=ON)[0].plays
    tell(key="k2", form="radio", on=ON - 2 * DAY, days=[ON - 2 * DAY, ON - DAY, ON])
    assert not queries.to_tell(villages[0], on=ON)[0].plays


def test_a_broadcast_of_tomorrow_is_refused(tell):
    with pytest.raises(Refused, match="không được sau hôm nay"):
        tell(form="radio", on=ON, days=[ON, ON + DAY])


def test_three_times_are_kept_apart(tell):
    kept = datetime(2026, 5, 18, 19, 5, tzinfo=VIETNAM)
    tell(on=ON - 3 * DAY, entered_at=kept, by_sync=True)
    posting = Posting.objects.get(village__isnull=False)
    assert (posting.entered_at, posting.by_sync) == (kept, True)
    server = posting.recorded_at.astimezone(VIETNAM)
    assert shown.times(posting) == (
        f"Làm ngày 17/05/2026, ghi trên máy 19:05 18/05/2026, về máy chủ {server:%H:%M %d/%m/%Y}"
    )
    assert shown.kept_since(posting) == "19:05 18/05/2026"
    assert queries.recorded_after(posting.claimed_on, posting) == (clock.legal_day(server) - date(2026, 5, 17)).days


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (datetime(2199, 1, 1, tzinfo=VIETNAM), "chạy trước máy chủ"),
        (datetime(1970, 1, 1, tzinfo=VIETNAM), "chạy chậm"),
    ],
)
def test_a_wrong_clock_is_accepted_and_shown_as_what_it_is(tell, said, words):
    tell(entered_at=said, by_sync=True)
    posting = Posting.objects.get(village__isnull=False)
    assert posting.entered_at == said
    assert words in shown.times(posting)
    assert shown.kept_since(posting) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-05-18T19:05:00+07:00", datetime(2026, 5, 18, 19, 5, tzinfo=VIETNAM)),
        ("2026-05-18T12:05:00Z", datetime(2026, 5, 18, 19, 5, tzinfo=VIETNAM)),
        ("2026-05-18T19:05", datetime(2026, 5, 18, 19, 5, tzinfo=VIETNAM)),
        ("", None),
        ("hôm qua", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("9999-12-31T23:59:59-12:00", None),
    ],
)
def test_what_a_telephone_says_is_read_or_left_out(text, expected):
    assert entered_at(text) == expected


def test_nobody_sets_or_changes_the_servers_own_time(tell):
    tell()
    with pytest.raises(IntegrityError), transaction.atomic():
        Posting.objects.update(entered_at=AT)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM disclosures_posting")


def test_what_was_done_with_version_1_is_recorded_there_when_version_2_is_out(tell, out, changed):
    changed()
    before = queries.disclosure(out.pk)
    done = tell(version=1, on=ON - DAY, by_sync=True)
    posting = done.postings[0]
    assert (posting.version.number, done.newer.number) == (1, 2)
    assert "hãy gỡ bản cũ xuống, treo và đọc bản mới" in shown.passed_on(done)
    after = queries.disclosure(out.pk)
    assert (after.stage, after.public_on, after.due_on) == (before.stage, before.public_on, before.due_on)
    assert "community-point" in queries.to_tell(posting.village, on=ON)[0].places  # version 2 is still to be hung
    assert Entry.objects.filter(kind="posting.recorded", subject=f"disclosures.posting:{posting.pk}").exists()


def test_version_2_that_is_not_out_yet_is_not_spoken_of(tell, changed):
    changed(published=False)
    done = tell(version=1, on=ON - DAY)
    assert (done.postings[0].version.number, done.newer) == (1, None)
    assert shown.passed_on(done) == "Đã ghi nhận."


def test_sending_again_after_the_change_says_again_what_to_do(tell, changed):
    tell(version=1, on=ON - DAY)
    changed()
    again = tell(version=1, on=ON - DAY)
    assert (again.is_new, again.newer.number) == (False, 2)


def test_a_version_that_nobody_can_have_had_is_not_found(tell, changed):
    changed(published=False)
    for version in (2, 9):
        with pytest.raises(NotFound):
            tell(version=version)


def test_what_was_hung_before_it_was_withdrawn_is_recorded_and_has_to_come_down(tell, out, officer):
    actions.withdraw(
        disclosure=out,
        reason="Nhầm",
        signer_post="Chủ tịch",
        signer_name="Hồ Văn Lành",
        is_owed_again=False,
        by=officer,
        on=places.ON,
    )
    done = tell(version=1, by_sync=True)
    assert (done.is_new, done.is_withdrawn) == (True, True)
    assert "gỡ xuống ngay" in shown.passed_on(done)
    assert queries.disclosure(out.pk).is_closed


def test_a_picture_that_comes_late_does_not_bring_back_what_two_people_erased(tell, out, officer, commune):
    version = queries.newest(out)
    proposal = actions.propose_erasure(version=version, ground="identity", with_title=False, by=officer, on=ON)
    actions.decide_erasure(proposal=proposal, is_approved=True, by=places.actor(commune.second_officer))
    done = tell(version=1, note="cạnh nhà bà Sáu", proof=[b"\xff\xd8\xff anh"], proof_name="anh.jpg", by_sync=True)
    assert (done.is_withdrawn, done.postings[0].proof, done.postings[0].note) == (True, None, "")


def test_days_before_the_decision_and_after_today_are_refused_for_history_too(tell, changed):
    changed()
    with pytest.raises(Refused, match="không được trước ngày"):
        tell(version=1, on=ON - 6 * DAY)
    with pytest.raises(Refused, match="không được sau hôm nay"):
        tell(version=1, on=ON + DAY)


def test_the_head_of_another_village_and_of_another_commune_find_nothing(tell, villages, neighbour):
    with pytest.raises(NotFound):
        tell(village=villages[1])
    with pytest.raises(NotFound):
        tell(by=neighbour.head, village=neighbour.villages[0])


def test_the_list_asks_only_for_places_that_the_village_has(out, villages, officer):
    asked = queries.to_tell(villages[0], on=ON)[0]
    assert (asked.places, asked.unsure) == (("cultural-house", "community-point"),) * 2
    registry.state_facilities(
        village=villages[0], numbers={"cultural-house": 1, "community-point": 0}, since=places.SINCE, by=officer
    )
    asked = queries.to_tell(villages[0], on=ON)[0]
    assert (asked.places, asked.unsure) == (("cultural-house",), ())


# --- the address that a phone sends to ------------------------------------------------------------------------------


@pytest.fixture
def today():
    return clock.legal_day(clock.read())


@pytest.fixture
def now_out(commune, officer, today):
    plan = actions.draft_plan(
        organization=commune.committee, year=today.year, has_portal=True, has_radio=True, by=officer
    )
    content = actions.Content(event="QĐ 5", since=today - 3 * DAY, text="Sáu hộ được hỗ trợ", is_cleared=True)
    found = actions.open_disclosure(
        item=plan.items.get(code="11.7.1"), title="Hỗ trợ", content=content, key="o", by=officer, at=clock.read()
    )
    told = actions.Told(form="portal", claimed_on=today - 3 * DAY)
    actions.record(disclosure=found, told=told, key="p", by=officer, at=clock.read())
    return found


def fields(prefix, day, **given):
    parts = {"key": str(uuid4()), "version": 1, **given}
    if prefix != "loa":
        parts |= {f"claimed_on_{i}": part for i, part in enumerate((day.day, day.month, day.year))}
    return {f"{prefix}-{name}": value for name, value in parts.items()}


@pytest.fixture
def phone(now_out, commune):
    """Sends as the script does."""
    browser = client_of(commune.head)

    def send(data, *, client=browser, village=commune.villages[0], pk=now_out.pk, **more):
        sent = {"entered_at": "2026-11-20T19:05:00+07:00", "by_sync": "1", **data, **more}
        response = client.post(f"/cong-khai/thon/{village.pk}/{pk}/", sent, HTTP_ACCEPT="application/json")
        return response.status_code, response.json()

    return send


def test_a_phone_hears_recorded_then_the_same(phone, today):
    photo = SimpleUploadedFile("anh.jpg", b"\xff\xd8\xff\xe0 anh")
    data = fields("treo", today, places=["cultural-house", "community-point"], proof=photo)
    status, said = phone(data)
    assert (status, said["result"], said["message"]) == (200, "recorded", "Đã ghi nhận.")
    assert "ghi trên máy 19:05 20/11/2026, về máy chủ" in said["times"]
    photo.seek(0)
    assert phone(data)[1]["result"] == "same"
    rows = Posting.objects.filter(form="posting")
    assert {each.place for each in rows} == {"cultural-house", "community-point"}
    assert {each.by_sync for each in rows} == {True}
    assert {each.proof.sha256 for each in rows} == {rows[0].proof.sha256}


def test_a_refused_record_comes_back_with_the_sentence_of_the_server(phone, today):
    status, said = phone(fields("treo", today + DAY, places=["cultural-house"]))
    assert (status, said["result"]) == (409, "refused")
    assert "không được sau hôm nay" in said["message"]
    status, said = phone(fields("bao", today, notice="telepathy"))
    assert status == 409
    assert "Đã báo bằng cách nào" in said["message"]
    status, said = phone(fields("loa", today, days=["hôm nay"]))
    assert (status, said["result"]) == (409, "refused")
    assert not Posting.objects.filter(village__isnull=False).exists()


def test_an_ended_session_and_another_account_are_asked_to_sign_in(phone, today, commune):
    data = fields("treo", today, places=["cultural-house"])
    assert phone(data, client=Client()) == (401, {"result": "sign-in"})
    assert phone(data, account="user:999999") == (401, {"result": "sign-in"})
    assert not Posting.objects.filter(village__isnull=False).exists()


def test_a_phone_of_another_village_hears_not_found(phone, today, commune, neighbour):
    data = fields("treo", today, places=["cultural-house"])
    for client, village in (
        (client_of(neighbour.head), commune.villages[0]),
        (client_of(commune.head), commune.villages[1]),
    ):
        status, said = phone(data, client=client, village=village)
        assert (status, said["result"]) == (404, "refused")
    assert phone(data, pk=987654)[0] == 404


def test_a_sending_without_the_token_is_turned_away(now_out, commune, today):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(commune.head)
    path = f"/cong-khai/thon/{commune.villages[0].pk}/{now_out.pk}/"
    data = fields("treo", today, places=["cultural-house"])
    assert browser.post(path, data, HTTP_ACCEPT="application/json").status_code in {302, 403}
    assert not Posting.objects.filter(village__isnull=False).exists()


def test_the_token_says_who_is_signed_in(commune):
    assert Client().get("/cong-khai/thon/gui/").status_code == 401
    said = client_of(commune.head).get("/cong-khai/thon/gui/").json()
    assert said["account"] == f"user:{commune.head.pk}"
    assert len(said["token"]) > 30


def test_pages_name_their_account_and_nobody_on_the_way_keeps_them(phone, now_out, commune):
    browser = client_of(commune.head)
    for path in ("/cong-khai/thon/", f"/cong-khai/thon/{commune.villages[0].pk}/{now_out.pk}/"):
        response = browser.get(path)
        assert response["X-Account"] == f"user:{commune.head.pk}"
        assert response["Cache-Control"] == "private, no-store"
        assert len(response.content) < 60_000


def test_the_worker_may_touch_its_own_folder_only(client):
    response = client.get("/cong-khai/thon/may.js")
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert "Service-Worker-Allowed" not in response
    assert "script-src 'self'" in response["Content-Security-Policy"]


def test_without_a_script_the_form_says_what_is_wrong_and_what_was_recorded(now_out, commune, today):
    browser = client_of(commune.head)
    path = f"/cong-khai/thon/{commune.villages[0].pk}/{now_out.pk}/"
    wrong = browser.post(path, fields("bao", today, notice="social-network"))
    assert wrong.status_code == 422
    assert "chưa thống nhất" in wrong.content.decode()
    right = browser.post(path, fields("bao", today, notice="in-person"), follow=True)
    assert "Đã ghi nhận." in right.content.decode()


def test_the_number_of_questions_does_not_grow(now_out, commune, officer, today, django_assert_max_num_queries):
    plan = now_out.item.plan
    for number in range(20):
        content = actions.Content(event="QĐ", since=today - DAY, text="x", is_cleared=True)
        more = actions.open_disclosure(
            item=plan.items.get(code="11.8.1"), title=f"Nội dung {number}", content=content, key=f"n{number}",
            by=officer, at=clock.read(),
        )  # fmt: skip
        told = actions.Told(form="portal", claimed_on=today)
        actions.record(disclosure=more, told=told, key=f"r{number}", by=officer, at=clock.read())
    browser = client_of(commune.head)
    with django_assert_max_num_queries(15):
        shown_list = browser.get("/cong-khai/thon/")
    assert shown_list.content.decode().count("data-stamp") == 21
    assert len(shown_list.content) < 60_000
    static = files("dienhong.foundations") / "static/dienhong"
    packed = sum(
        len(gzip.compress((static / name).read_bytes()))
        for name in ("dienhong.css", "dienhong.js", "village.js", "village-worker.js", "mark.svg")
    )
    fonts = sum(len((static / "fonts" / f"{name}.woff2").read_bytes()) for name in ("sans-regular", "sans-bold"))
    heading = len((static / "fonts/serif-semibold.woff2").read_bytes())
    assert len(shown_list.content) + packed + fonts + heading < FIRST_LOAD  # the page itself comes unpacked
    with django_assert_max_num_queries(20):
        browser.get(f"/cong-khai/thon/{commune.villages[0].pk}/{now_out.pk}/")
