"""A meeting held through its pages, from the plan to the signatures, by double clicks and wrong days."""

import re
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from dienhong.decisions import queries
from dienhong.decisions.models import Confirmation, Meeting, Presence, Record, Sheet
from dienhong.foundations import clock
from dienhong.foundations.actors import Role
from dienhong.registry.models import User
from lawcore.ballots.matters import Matter as Kind
from tests.decisions.test_pages import browser, day, filled, stranger
from tests.registry.conftest import actor_in

pytestmark = pytest.mark.django_db
assert browser
assert stranger
JPG = b"\xff\xd8\xff\xe0 photo"


def at(name, *args):
    return reverse(f"decisions:{name}", args=args)


def sent(client, url, **given):
    """The form of a page filled and sent."""
    return client.post(url, filled(client.get(url).context["form"], **given))


def test_plan_and_notice(browser, life, head, village):
    matter = life.propose()
    client = browser(head)
    sent(client, at("choose-form", matter.pk), form="meeting")
    today = clock.legal_day(clock.read())
    meets = today + timedelta(days=4)
    page = client.get(at("plan-meeting", village.pk))
    given = {"matters": [matter.pk], "hour": "19.30", "place": "Nhà văn hóa", "chair": "Trần Văn Lực"}
    data = filled(page.context["form"], **given, **day("on", meets))
    first = client.post(at("plan-meeting", village.pk), data)
    assert client.post(at("plan-meeting", village.pk), data).url == first.url
    meeting = Meeting.objects.get()
    assert f"{meeting.planned_at.astimezone(clock.VIETNAM):%H:%M}" == "19:30"
    wrong = sent(client, at("notify", meeting.pk), **day("notified_on", today + timedelta(days=1)))
    assert wrong.status_code == 422
    assert "chưa đến" in wrong.content.decode()
    assert sent(client, at("notify", meeting.pk), **day("notified_on", today)).status_code == 302
    meeting.refresh_from_db()
    assert meeting.roll.households == 160
    text = client.get(first.url).content.decode()
    assert "0/160 hộ – chưa đủ cho việc 1 (cần 81)" in text
    assert "Khai mạc" not in text
    assert client.post(at("open-meeting", meeting.pk)).status_code == 409


def test_households_are_ticked_by_one_tap_and_found_without_diacritics(browser, life, head):
    meeting = life.begin(life.propose())
    client, url = browser(head), at("check-in", meeting.pk)
    found = client.get(url, {"tim": "dong ha 17"})
    assert [row.entry.number for row in found.context["rows"]] == [17]
    entry, key = found.context["rows"][0].entry, found.context["key"]
    for _twice in range(2):
        back = client.post(url, {"key": key, "ho": f"{entry.pk}:1", "tim": "dong ha 17"})
        assert back.url.endswith(f"?tim=dong+ha+17#ho-{entry.pk}")
    assert Presence.objects.count() == 1
    client.post(url, {"key": client.get(url).context["key"], "ho": f"{entry.pk}:0"})
    assert queries.present_numbers(meeting) == set()
    assert client.post(url, {"key": key, "ho": "nonsense"}).status_code == 409


@pytest.mark.parametrize(("typed", "present"), [("1-60 63 65-120", 117), ("", 0), ("160", 1), ("1,2;3", 3), ("5-5", 1)])
def test_the_sheet_of_signatures_is_typed_as_ranges(browser, life, head, typed, present):
    meeting = life.begin(life.propose(), present=2)
    assert sent(browser(head), at("check-in-sheet", meeting.pk), present=typed).status_code == 302
    assert len(queries.present_numbers(meeting)) == present


@pytest.mark.parametrize("typed", ["161", "0", "9-3", "một", "1-"])
def test_numbers_that_are_no_household_are_refused(browser, life, head, typed):
    meeting = life.begin(life.propose(), present=2)
    assert sent(browser(head), at("check-in-sheet", meeting.pk), present=typed).status_code == 422
    assert len(queries.present_numbers(meeting)) == 2


def test_the_page_says_for_what_those_present_suffice(browser, life, head):
    meeting = life.begin(life.propose(), life.propose(Kind.VILLAGE_MONEY), present=87)
    text = browser(head).get(at("meeting", meeting.pk)).content.decode()
    assert "87/160 hộ – đủ để thông qua việc 1 (cần 81); chưa đủ cho việc 2 (cần 107)" in text


FIGURES = {"present": 90, "agree": 83, "disagree": 5, "other": 2}


def test_whoever_entered_a_sheet_never_sees_the_other_before_both_are_in(browser, life, head, front):
    meeting = life.begin(life.propose(), present=90)
    one, two = browser(head), browser(front)
    sent(one, at("elect-secretary", meeting.pk), names="Lò Thị Mơ", agree=90)
    sent(one, at("method", meeting.pk, 1), method="hands", agree=90)
    sent(one, at("sheet", meeting.pk, 1, 1), counter="Lò Thị Mơ", **FIGURES)
    pages = [at("meeting", meeting.pk), at("sheet", meeting.pk, 1, 1), at("sheet", meeting.pk, 1, 2)]
    pages += [at("read-back", meeting.pk), at("matter", meeting.items.get().matter_id)]
    for client in (one, two):
        for page in pages:
            assert not re.search(r"\b83\b", visible(client.get(page).content.decode())), page
    wrong = sent(two, at("sheet", meeting.pk, 1, 2), counter="Đinh Công Tráng", **{**FIGURES, "agree": 80})
    assert wrong.status_code == 422
    assert not re.search(r"\b83\b", visible(wrong.content.decode()))
    sent(two, at("sheet", meeting.pk, 1, 2), counter="Đinh Công Tráng", **{**FIGURES, "agree": 82, "other": 3})
    text = one.get(pages[0]).content.decode()
    assert "Hai phiếu chưa khớp" in text
    assert client.post(at("close-item", meeting.pk, 1), {"key": "k"}).status_code == 422
    sent(two, at("sheet", meeting.pk, 1, 2), counter="Đinh Công Tráng", **FIGURES)
    for _twice in range(2):
        assert one.post(at("close-item", meeting.pk, 1), {"key": "close"}).status_code == 302
    assert "Đã thông qua" in one.get(pages[0]).content.decode()
    assert Sheet.objects.count() == 3


def visible(text):
    """A page without what no eye meets: tokens, keys, addresses of style sheets."""
    kept = [line for line in text.splitlines() if "csrf" not in line and "stylesheet" not in line]
    return " ".join(part.split("<")[0] for part in "\n".join(kept).split(">"))


def test_too_few_came_and_what_is_missing_is_said(browser, life, head):
    meeting = life.begin(life.propose(), life.propose(), present=85)
    client = browser(head)
    sent(client, at("method", meeting.pk, 1), method="hands", agree=85)
    for place in (1, 2):
        figures = {"present": 85, "agree": 60, "disagree": 25, "other": 0}
        sent(client, at("sheet", meeting.pk, 1, place), counter=f"Người đếm {place}", **figures)
    client.post(at("close-item", meeting.pk, 1), {"key": "close"})
    assert "còn thiếu 21 hộ" in client.get(at("meeting", meeting.pk)).content.decode()
    assert client.post(at("close-short", meeting.pk, 2), {"key": "short"}).status_code == 409
    sent(client, at("check-in-sheet", meeting.pk), present="1-80")
    assert client.post(at("close-short", meeting.pk, 2), {"key": "short"}).status_code == 302
    assert client.post(at("close-meeting", meeting.pk)).status_code == 302
    assert life.again(meeting).stage == "closed"
    assert client.get(at("read-back", meeting.pk)).status_code == 200


def test_record_page_photo_and_two_confirmations(browser, life, head, front, officer):
    matter = life.passed()
    one, two = browser(head), browser(front)
    assert at("write", matter.pk) in one.get(at("matter", matter.pk)).content.decode()
    page = sent(one, at("write", matter.pk), read_back="on")
    record = Record.objects.get()
    assert page.url == at("record", matter.pk, 1)
    assert record.read_back
    confirm = at("confirm", matter.pk, 1)
    assert one.post(confirm, {"as": "chair"}).status_code == 409  # no signed page yet
    photo = SimpleUploadedFile("ky.jpg", JPG)
    given = {"village_head": "on", "front_head": "on", "first": "Lò Thị Mơ", "second": "Đinh Công Tráng"}
    assert sent(one, at("add-page", matter.pk, 1), **{**given, "second": "Lò Thị Mơ"}, file=photo).status_code == 422
    photo.seek(0)
    assert sent(one, at("add-page", matter.pk, 1), **given, file=photo).status_code == 302
    assert b"".join(one.get(at("signed-page", matter.pk, record.pages.get().pk)).streaming_content) == JPG
    assert one.post(confirm, {"as": "front"}).status_code == 403
    for _twice in range(2):
        assert one.post(confirm, {"as": "chair"}).status_code == 302
    assert Confirmation.objects.count() == 1
    assert one.post(confirm, {"as": "front_member"}).status_code in {403, 409}
    assert two.post(confirm, {"as": "front"}).status_code == 302
    assert life.again(matter).stage == "signed"
    late = sent(one, at("send", matter.pk), **day("sent_on", date(2026, 3, 1)))
    assert late.status_code == 422
    assert sent(one, at("send", matter.pk), **day("sent_on", date(2026, 3, 10))).status_code == 302
    assert life.again(matter).stage == "in_force"
    assert browser(officer).get(at("write", matter.pk)).status_code == 403
    again = sent(one, at("correct", matter.pk), reason="Ghi nhầm tên thư ký")
    assert again.url == at("record", matter.pk, 2)
    assert "Đã có bản mới hơn" in one.get(at("record", matter.pk, 1)).content.decode()


def test_one_person_with_both_posts_is_told_that_another_member_confirms(browser, life, head, village):
    matter = life.passed()
    life.record(matter)
    person = head_person(head)
    person.posts.create(locality=village, title="Trưởng ban", role=Role.FRONT, starts_on=date(2025, 7, 1))
    text = browser(head).get(at("record", matter.pk, 1)).content.decode()
    assert "một thành viên khác của Ban công tác Mặt trận xác nhận thay" in text


def head_person(head):
    return User.objects.get(pk=head.user_id).person


def test_clusters_are_reported_by_the_village_and_decided_by_the_commune(browser, life, head, officer):
    meeting = life.notify(life.plan(life.propose()))
    one, two = browser(head), browser(officer)
    lines = "Xóm Trên: 1-60\nXóm Dưới: 61-160"
    wrong = sent(one, at("clusters", meeting.pk), lines="Xóm Trên 1-60", scattered="on")
    assert "dấu hai chấm" in wrong.content.decode()
    assert sent(one, at("clusters", meeting.pk), lines=lines, scattered="on").status_code == 302
    division = meeting.divisions.get()
    url = at("decide-clusters", meeting.pk, division.pk)
    assert one.get(url).status_code == 403
    assert "Chờ xã quyết định chia cụm (1)" in two.get(reverse("decisions:desk")).content.decode()
    assert sent(two, url, agrees="1").status_code == 302
    assert meeting.clusters.count() == 2


def test_another_commune_learns_nothing_of_a_meeting(browser, life, stranger, village):
    meeting = life.begin(life.propose(), present=3)
    pages = [
        at(name, meeting.pk)
        for name in (
            "meeting", "notify", "clusters", "read-back", "check-in", "check-in-sheet", "check-in-other",
            "type-meeting", "elect-secretary", "elect-tellers",
        )
    ]  # fmt: skip
    pages += [at("method", meeting.pk, 1), at("sheet", meeting.pk, 1, 1), at("plan-meeting", village.pk)]
    posts = [at("open-meeting", meeting.pk), at("close-meeting", meeting.pk), at("close-item", meeting.pk, 1)]
    for client in (browser(stranger), browser()):
        assert {client.get(page).status_code for page in pages} == {404}
        assert {client.post(page, {}).status_code for page in [*pages, *posts]} == {404}


def test_who_only_oversees_runs_nothing(browser, life, village):
    meeting = life.begin(life.propose(), present=3)
    client = browser(actor_in(village, Role.INSPECTOR))
    assert client.get(at("meeting", meeting.pk)).status_code == 200
    assert client.get(at("check-in", meeting.pk)).status_code == 403
    assert client.post(at("open-meeting", meeting.pk)).status_code == 403


@pytest.mark.parametrize("number", [1, 6])
def test_a_meeting_asks_few_questions_however_long_its_agenda(
    browser, life, head, number, django_assert_max_num_queries
):
    meeting = life.begin(*(life.propose() for _each in range(number)), present=5)
    client = browser(head)
    for name, most in (("meeting", 20), ("check-in", 20)):
        client.get(at(name, meeting.pk))
        with django_assert_max_num_queries(most):
            client.get(at(name, meeting.pk))


def test_who_confirms_is_told_when_one_account_typed_both_sheets(browser, life, head, front, village):
    """One telephone for two people is lawful; that it was one account is said, and stands in the sealed record."""
    matter = life.passed()
    record = life.record(matter)
    words = "Hai phiếu đếm nhập từ một tài khoản"
    text = browser(front).get(reverse("decisions:record", args=[matter.pk, record.version])).content.decode()
    accounts = set(matter.outcomes.get().item.sheets.values_list("recorded_by", flat=True))
    assert accounts == {head.key}
    assert record.content["one_account"] is True
    assert words in text
