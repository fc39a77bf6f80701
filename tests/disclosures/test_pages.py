"""The desk, the village's list, the citizens' page: what they show, to whom, in how many queries and bytes."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dienhong.disclosures import actions, asking, queries
from dienhong.disclosures.models import Disclosure, Plan, Posting
from dienhong.foundations import clock
from tests.programmes import places
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
WEIGHT = 100_000  # bytes of a public page
DAY = timedelta(days=1)
GATE = {"secret": "no", "not_yet": "no", "personal": "no"}


@pytest.fixture
def now():
    return clock.read()


@pytest.fixture
def today(now):
    return clock.legal_day(now)


@pytest.fixture
def current(commune, officer, today):
    """The plan of the year that the clock shows: pages know no other day."""
    return actions.draft_plan(
        organization=commune.committee, year=today.year, has_portal=True, has_radio=True, by=officer
    )


@pytest.fixture
def made(current, officer, today, now):
    def make(title, *, ago=3, code="11.2.1", out=True, **rest):
        content = actions.Content(
            event="Quyết định số 15/QĐ-UBND", since=today - ago * DAY, text=f"Toàn văn {title}", is_cleared=True
        )
        item = current.items.get(code=code)
        found = actions.open_disclosure(
            item=item, title=title, content=content, key=str(uuid4()), by=officer, at=now, **rest
        )
        if out:
            for form, places in (("portal", ()), ("posting", ("office", "cultural-house"))):
                told = actions.Told(form=form, claimed_on=today - ago * DAY, places=places)
                actions.record(disclosure=found, told=told, key=str(uuid4()), by=officer, at=now)
        return found

    return make


def page(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


def asked(client, path):
    with CaptureQueriesContext(
        connection,
    ) as queries_asked:
        assert client.get(path).status_code == 200
    return len(queries_asked)


def test_before_any_plan_the_right_is_shown_not_an_empty_page(db):
    assert "Quyền được biết của ông bà vẫn nguyên" in page(client_of(), "/cong-khai/")


def test_a_citizen_finds_it_with_and_without_diacritics_and_reads_it(made):
    found = made("Dự toán ngân sách đường liên thôn")
    made("Thanh lý bàn ghế", code="11.6.4")
    for words in ("dự toán", "du toan", "DU TOAN lien thon"):
        shown = page(client_of(), f"/cong-khai/?tim={words}")
        assert "Dự toán ngân sách đường liên thôn" in shown
        assert "Thanh lý bàn ghế" not in shown
    text = page(client_of(), f"/cong-khai/{found.pk}/")
    assert "Toàn văn Dự toán ngân sách" in text
    assert "ghi nhận muộn 3 ngày" in text.lower()
    assert "Vì sao hạn là ngày này?" in text


def test_a_citizen_filters_by_content_and_by_village(made, commune):
    here, there = commune.villages[:2]
    made("Của thôn này", village=here)
    made("Của thôn kia", village=there, code="11.7.1")
    shown = page(client_of(), f"/cong-khai/?thon={here.pk}")
    assert ("Của thôn này" in shown, "Của thôn kia" in shown) == (True, False)
    shown = page(client_of(), "/cong-khai/?nd=7")
    assert ("Của thôn này" in shown, "Của thôn kia" in shown) == (False, True)


@pytest.mark.parametrize("query", ["nd=99", "nd=x", "thon=999999999999999999999", "thon=x", "trang=-1", "tim=%00"])
def test_a_wrong_address_still_shows_the_page(made, query):
    made("Dự toán")
    assert client_of().get(f"/cong-khai/?{query}").status_code == 200


def test_what_is_not_out_yet_shows_its_clock_and_not_its_text(made):
    found = made("Quy hoạch khu dân cư", out=False, ago=20)
    text = page(client_of(), f"/cong-khai/{found.pk}/")
    assert "Quá hạn" in text
    assert "Toàn văn" not in text
    assert "Quy hoạch khu dân cư" not in text + page(client_of(), "/cong-khai/")
    assert found.item.label in text


def test_what_was_withdrawn_is_served_no_more_and_says_why(made, officer):
    found = made("Danh sách nhầm")
    actions.withdraw(
        disclosure=found, reason="Có dữ liệu của người dân", signer_post="Chủ tịch", signer_name="Hồ Văn Lành",
        is_owed_again=True, by=officer, on=places.ON,
    )  # fmt: skip
    text = page(client_of(), f"/cong-khai/{found.pk}/")
    assert "Có dữ liệu của người dân" in text
    assert "Toàn văn" not in text
    assert "Danh sách nhầm" not in text


def test_what_an_agency_discloses_inside_is_no_citizens_page(commune, officer, now, today):
    plan = actions.draft_plan(
        organization=commune.school, year=today.year, has_portal=False, has_radio=False, by=officer
    )
    content = actions.Content(event="QĐ 1", since=today, text="Nội bộ", is_cleared=True)
    found = actions.open_disclosure(
        item=plan.items.get(code="46.1"), title="Quy chế", content=content, key="k", by=officer, at=now
    )
    page(client_of(), f"/cong-khai/{found.pk}/", status=404)


def test_the_file_is_served_as_it_was_stored_once_it_is_out(commune, current, today):
    browser = client_of(commune.officer)
    item = current.items.get(code="11.3.1")
    sent = browser.post(
        f"/cong-khai/viec/muc/{item.pk}/mo/",
        {
            "title": "Tiến độ đường", "event": "QĐ 5", "since_0": today.day, "since_1": today.month,
            "since_2": today.year, "text": "", **GATE, "key": str(uuid4()),
            "file": SimpleUploadedFile("tien-do.pdf", b"%PDF-1.7 tien do"),
        },
    )  # fmt: skip
    found = Disclosure.objects.get()
    assert sent.status_code == 302
    address = f"/cong-khai/{found.pk}/tep/1/"
    assert client_of().get(address).status_code == 404
    actions.clear(
        disclosure=found, reason="Đã mở tệp và đọc", by=places.actor(commune.chair)
    )  # nothing reads this file
    day = {"claimed_on_0": today.day, "claimed_on_1": today.month, "claimed_on_2": today.year}
    sent = browser.post(f"/cong-khai/viec/{found.pk}/ghi-nhan/", {"form": "portal", "key": str(uuid4()), **day})
    assert sent.status_code == 302
    served = client_of().get(address)
    assert b"".join(served.streaming_content) == b"%PDF-1.7 tien do"


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.pdf", b"MZ not a pdf", "không đúng loại"),
        ("a.exe", b"MZ", "Hãy chọn tệp"),
        ("a.docx", b"%PDF", "không đúng"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(commune, current, today, name, data, why):
    item = current.items.get(code="11.3.1")
    response = client_of(commune.officer).post(
        f"/cong-khai/viec/muc/{item.pk}/mo/",
        {"title": "x", "event": "QĐ", "text": "t", "key": "k", "file": SimpleUploadedFile(name, data)},
    )
    assert response.status_code == 422
    assert why in response.content.decode()


def test_a_script_in_a_title_is_text(made):
    found = made("<script>alert(1)</script>")
    text = page(client_of(), f"/cong-khai/{found.pk}/")
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


def test_the_officer_drafts_the_plan_adds_to_it_and_says_whose_it_is(commune, today):
    browser = client_of(commune.officer)
    assert f"/cong-khai/viec/ke-hoach/moi/{commune.committee.pk}/" in page(browser, "/cong-khai/viec/")
    browser.post(f"/cong-khai/viec/ke-hoach/moi/{commune.committee.pk}/", {"has_portal": "on", "has_radio": "on"})
    plan = Plan.objects.get()
    added = browser.post(
        f"/cong-khai/viec/ke-hoach/{plan.pk}/bo-sung/", {"label": "Quỹ khuyến học", "clause": "Điều 4", "number": 5}
    )
    item = plan.items.get(is_local=True)
    assert added.headers["Location"] == f"/cong-khai/viec/muc/{item.pk}/"
    post = commune.officer.person.posts.get()
    browser.post(f"/cong-khai/viec/muc/{item.pk}/phu-trach/", {"owner": post.pk})
    assert plan.items.get(pk=item.pk).owner == post
    assert "Quỹ khuyến học" in page(browser, f"/cong-khai/viec/ke-hoach/{plan.pk}/")


def test_the_list_is_sorted_into_red_soon_up_and_done(made, commune):
    made("Quá hạn rồi", ago=30, out=False)
    made("Đang treo")
    browser = client_of(commune.officer)
    red, up = page(browser, "/cong-khai/viec/?xem=overdue"), page(browser, "/cong-khai/viec/?xem=up")
    assert ("Quá hạn rồi" in red, "Đang treo" in red) == (True, False)
    assert ("Quá hạn rồi" in up, "Đang treo" in up) == (False, True)
    assert browser.get("/cong-khai/viec/?tep=csv").content.decode("utf-8-sig").count("\r\n") == 3


def test_the_detail_says_why_and_what_is_missing(made, commune):
    found = made("Dự toán")
    text = page(client_of(commune.officer), f"/cong-khai/viec/{found.pk}/")
    for words in ("Vì sao hạn là ngày này?", "Còn thiếu gì?", "Vì sao phải đủ số ngày này?", "điểm sinh hoạt"):
        assert words in text


def test_a_village_head_sees_what_to_tell_and_records_it_with_a_picture(made, commune, today):
    found = made("Hỗ trợ nhà ở", code="11.7.1")
    browser = client_of(commune.head)
    assert browser.get("/cong-khai/viec/").headers["Location"] == "/cong-khai/thon/"
    assert "Hỗ trợ nhà ở" in page(browser, "/cong-khai/thon/")
    here = commune.villages[0]
    picture = SimpleUploadedFile("bang-tin.jpg", b"\xff\xd8\xff\xe0 bang tin")
    for form, what in (
        ("bao", {"notice": "meeting", "reader": "head", "households": "42"}),
        ("treo", {"places": ["community-point"]}),
    ):
        day = {"claimed_on_0": today.day, "claimed_on_1": today.month, "claimed_on_2": today.year}
        given = {"key": str(uuid4()), "version": 1, "proof": picture, **day, **what}
        sent = browser.post(
            f"/cong-khai/thon/{here.pk}/{found.pk}/", {f"{form}-{name}": value for name, value in given.items()}
        )
        picture.seek(0)
        assert sent.status_code == 302
    assert queries.to_tell(here, on=today) == []
    assert browser.get(f"/cong-khai/thon/{here.pk}/{found.pk}/").status_code == 404
    posting = Posting.objects.get(notice="meeting")
    served = browser.get(f"/cong-khai/viec/niem-yet/{posting.pk}/bang-chung/")
    assert b"".join(served.streaming_content) == b"\xff\xd8\xff\xe0 bang tin"
    assert client_of().get(f"/cong-khai/viec/niem-yet/{posting.pk}/bang-chung/").status_code == 404


def test_the_list_of_a_quarter_holds_each_posting_once_and_another_quarter_none(made, commune, today):
    plan = made("Dự toán", ago=0).item.plan_id
    now_in = (today.month + 2) // 3
    posted = {
        number: queries.posted(Plan.objects.get(), first=first, last=last).count()
        for number in range(1, 5)
        for first, last in [asking.quarter(today.year, number)]
    }
    assert sum(posted.values()) == Posting.objects.count() == 3
    browser = client_of(commune.officer)
    response = browser.get(f"/cong-khai/viec/ke-hoach/{plan}/quy/{now_in}/")
    assert response.content.startswith(b"PK")
    assert browser.get(f"/cong-khai/viec/ke-hoach/{plan}/quy/5/").status_code == 404
    assert f"/cong-khai/viec/ke-hoach/{plan}/quy/{now_in}/" in page(browser, f"/cong-khai/viec/ke-hoach/{plan}/")


def test_the_places_that_the_law_asks_for_are_ticked_and_look_so(made, commune):
    text = page(client_of(commune.officer), f"/cong-khai/viec/{made('Dự toán').pk}/ghi-nhan/")
    boxes = re.findall(r'<input type="checkbox" name="places"[^>]*>', text)
    assert len(boxes) == 3
    assert all('class="govuk-checkboxes__input" checked' in each for each in boxes)


def test_strangers_find_nothing_of_the_desk(made, commune, neighbour):
    found = made("Dự toán")
    posting = Posting.objects.order_by("pk").last()
    stranger = client_of(neighbour.officer)
    for path in (
        f"/cong-khai/viec/{found.pk}/",
        f"/cong-khai/viec/{found.pk}/ghi-nhan/",
        f"/cong-khai/viec/muc/{found.item_id}/",
        f"/cong-khai/viec/ke-hoach/{found.item.plan_id}/",
        f"/cong-khai/viec/niem-yet/{posting.pk}/go/",
        f"/cong-khai/viec/ke-hoach/moi/{commune.committee.pk}/",
    ):
        assert stranger.get(path).status_code == 404, path
    assert client_of().get("/cong-khai/viec/").status_code == 302


def test_the_chair_withdraws_and_does_not_publish(made, commune):
    found = made("Dự toán")
    browser = client_of(commune.chair)
    assert browser.get(f"/cong-khai/viec/{found.pk}/ghi-nhan/").status_code == 403
    sent = browser.post(
        f"/cong-khai/viec/{found.pk}/rut/",
        {"reason": "Nhầm", "signer_post": "Chủ tịch", "signer_name": "Hồ Văn Lành", "is_owed_again": "on"},
    )
    assert sent.status_code == 302
    assert "Nội dung này đã được rút" in page(client_of(), f"/cong-khai/{found.pk}/")


def test_lists_take_at_most_15_queries_details_20_and_public_pages_weigh_little(made, commune):
    for number in range(30):
        found = made(f"Nội dung {number}", village=commune.villages[number % 3], code=f"11.{1 + number % 3}.1")
    for who, path, most in (
        (None, "/cong-khai/", 15),
        (None, f"/cong-khai/{found.pk}/", 20),
        (commune.officer, "/cong-khai/viec/", 15),
        (commune.officer, f"/cong-khai/viec/{found.pk}/", 20),
        (commune.officer, f"/cong-khai/viec/ke-hoach/{found.item.plan_id}/", 15),
        (commune.officer, f"/cong-khai/viec/muc/{found.item_id}/", 20),
        (commune.head, "/cong-khai/thon/", 15),
    ):
        browser = client_of(who)
        assert asked(browser, path) <= most, path
    for path in ("/cong-khai/", f"/cong-khai/{found.pk}/"):
        assert len(client_of().get(path).content) < WEIGHT


def test_a_clock_that_was_stopped_is_not_called_withdrawn_content(plan, officer):
    actions.start_periods_of(plan=plan, first=date(2026, 1, 1), on=date(2026, 10, 1))
    made = Disclosure.objects.filter(item__plan=plan).first()
    actions.withdraw(
        disclosure=made, reason="Kỳ này không có số liệu", signer_post="Chủ tịch", signer_name="Hồ Văn Lành",
        is_owed_again=False, by=officer, on=places.ON,
    )  # fmt: skip
    text = client_of().get(f"/cong-khai/{made.pk}/").content.decode()
    assert "Việc này không còn phải công khai" in text
    assert "Không phải công khai" in text
    assert "Kỳ này không có số liệu" in text
    assert "đã được rút" not in text
    assert "Đã rút" not in text
