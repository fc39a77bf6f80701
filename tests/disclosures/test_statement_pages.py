"""The chair's and the officer's way through the pages; what everybody may read; how many queries."""

import io
from datetime import timedelta
from itertools import count, islice
from uuid import uuid4

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dienhong.disclosures import actions, queries
from dienhong.disclosures.models import Plan, Statement
from dienhong.documents import rendered
from dienhong.documents.word import render_docx
from dienhong.foundations import clock
from dienhong.registry.models import Organization
from lawcore.indicators.periods import Period, period_on
from lawcore.timelimits import Every
from tests.programmes import places
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
DETAIL = 20
LIST = 15


@pytest.fixture(autouse=True)
def quick_pdf(monkeypatch):
    monkeypatch.setattr(rendered, "render_pdf", lambda document: b"%PDF " + render_docx(document))


@pytest.fixture
def now():
    return clock.read()


@pytest.fixture
def today(now):
    return clock.legal_day(now)


@pytest.fixture
def past(today):
    """The last quarter that is over."""
    return period_on(Every.QUARTER, today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1) - timedelta(days=1))


@pytest.fixture
def current(commune, officer, past):
    """The plan of the year of that quarter."""
    return actions.draft_plan(
        organization=commune.committee, year=past.year, has_portal=True, has_radio=True, by=officer
    )


@pytest.fixture
def disclosed(current, officer, past, now):
    numbers = count()

    def made(n=1):
        for number in islice(numbers, n):
            content = actions.Content(
                event="Quyết định số 15/QĐ-UBND", since=past.first_day, text="Toàn văn", is_cleared=True
            )
            found = actions.open_disclosure(
                item=current.items.get(code="11.2.1"),
                title=f"Dự toán {number}",
                content=content,
                key=str(uuid4()),
                by=officer,
                at=now,
            )
            told = actions.Told(form="posting", claimed_on=past.first_day, places=("office", "cultural-house"))
            actions.record(disclosure=found, told=told, key=str(uuid4()), by=officer, at=now)

    return made


def signature(form_page, today, number=57, **more):
    """What the chair fills in, with the hidden fields of the page."""
    fields = form_page.context["form"]
    return {
        "number": number, "sign": fields["sign"].value(), "dated_0": today.day, "dated_1": today.month,
        "dated_2": today.year, "post": "Chủ tịch", "name": "Hồ Văn Lành", "seen": fields["seen"].value(),
        "key": fields["key"].value(), **more,
    }  # fmt: skip


def asked(client, path):
    with CaptureQueriesContext(connection) as found:
        assert client.get(path).status_code == 200
    return len(found)


def list_path(current, past):
    return f"/cong-khai/viec/ke-hoach/{current.pk}/quy/{past.number}/ky/"


@pytest.fixture
def signed(commune, current, disclosed, past, today, django_capture_on_commit_callbacks):
    disclosed()
    chair = client_of(commune.chair)
    page = chair.get(list_path(current, past))
    with django_capture_on_commit_callbacks(execute=True):
        sent = chair.post(list_path(current, past), signature(page, today))
    assert sent.status_code == 302
    return Statement.objects.get(kind="list")


def test_the_chair_reads_signs_and_everybody_has_the_files(signed, commune, current, past):
    visitor = client_of()
    assert signed.stage == "issued"
    text = visitor.get(f"/cong-khai/van-ban/{signed.pk}/").content.decode()
    assert "57/TB-UBND" in text
    assert "Dự toán 0" in text
    for kind in ("docx", "pdf", "xlsx"):
        sent = visitor.get(f"/cong-khai/van-ban/{signed.pk}/tai/van-ban.{kind}")
        assert b"".join(sent.streaming_content)
    book = visitor.get(f"/cong-khai/van-ban/{signed.pk}/tai/van-ban.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(book.streaming_content))).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert any("Nhà văn hóa ở các thôn" in row for row in rows)
    assert "57/TB-UBND" in visitor.get(f"/cong-khai/van-ban/{signed.pk}/in/").content.decode()
    assert visitor.get(f"/m/{signed.trace['code']}/").url == f"/cong-khai/van-ban/{signed.pk}/"
    shown = visitor.get("/cong-khai/").content.decode()
    assert f"/cong-khai/van-ban/{signed.pk}/" in shown
    desk = client_of(commune.officer).get(f"/cong-khai/viec/ke-hoach/{current.pk}/").content.decode()
    assert "Đã ký, chưa niêm yết" in desk


def test_a_double_click_signs_once(commune, current, disclosed, past, today):
    disclosed()
    chair = client_of(commune.chair)
    page = chair.get(list_path(current, past))
    form = signature(page, today)
    first, second = chair.post(list_path(current, past), form), chair.post(list_path(current, past), form)
    assert first.url == second.url
    assert Statement.objects.count() == 1


def test_what_changed_meanwhile_comes_back_to_be_read_again(commune, current, disclosed, past, today):
    disclosed()
    chair = client_of(commune.chair)
    form = signature(chair.get(list_path(current, past)), today)
    disclosed(2)
    sent = chair.post(list_path(current, past), form)
    assert sent.status_code == 422
    assert "vừa thay đổi" in sent.content.decode()
    assert chair.post(list_path(current, past), signature(sent, today)).status_code == 302


def test_the_officer_sees_what_waits_and_cannot_sign(commune, current, past, today, neighbour):
    officer = client_of(commune.officer)
    page = officer.get(list_path(current, past))
    assert "chờ Chủ tịch" in page.content.decode()
    assert officer.post(list_path(current, past), signature(page, today)).status_code == 403
    assert client_of(neighbour.chair).get(list_path(current, past)).status_code == 404
    assert client_of().get(list_path(current, past)).status_code == 404
    assert officer.get(f"/cong-khai/viec/ke-hoach/{current.pk}/quy/9/ky/").status_code == 404


def test_a_quarter_under_way_has_nothing_to_sign(commune, officer, today):
    plan = actions.draft_plan(
        organization=commune.committee, year=today.year, has_portal=True, has_radio=True, by=officer
    )
    number = period_on(Every.QUARTER, today).number
    assert client_of(commune.chair).get(f"/cong-khai/viec/ke-hoach/{plan.pk}/quy/{number}/ky/").status_code == 404


def test_the_plan_is_read_as_printed_and_taken_along_before_it_is_signed(commune, current):
    officer = client_of(commune.officer)
    path = f"/cong-khai/viec/ke-hoach/{current.pk}/ky/xem/"
    text = officer.get(path).content.decode()
    assert "DỰ THẢO" in text
    assert "5 ngày làm việc từ ngày ký" in text
    assert officer.get(f"{path}?tep=docx").content.startswith(b"PK")
    assert officer.get(f"{path}?tep=exe").status_code == 404
    book = officer.get(f"/cong-khai/viec/ke-hoach/{current.pk}/?tep=xlsx").content
    header = [cell.value for cell in next(openpyxl.load_workbook(io.BytesIO(book)).active.iter_rows())]
    assert {"Hạn công khai", "Thời gian công khai", "Phụ trách", "Căn cứ", "Hình thức"} <= set(header)


def test_the_plan_page_says_the_due_rule_and_the_posting_period_of_each_content(commune, current):
    text = client_of(commune.officer).get(f"/cong-khai/viec/ke-hoach/{current.pk}/").content.decode()
    assert "hạn: 5 ngày làm việc từ ngày ký · niêm yết ít nhất 30 ngày liên tục" in text
    item = current.items.get(code="11.7.1")
    page = client_of(commune.officer).get(f"/cong-khai/viec/muc/{item.pk}/").content.decode()
    assert "phát thanh ít nhất 3 ngày liên tục" in page
    assert "Vì sao phải công khai như vậy?" in page


def test_a_local_content_is_mended_on_its_page(commune, current, officer):
    added = actions.add_local(plan=current, label="Quỹ", clause="Điều 4 Quy chế", number=5, by=officer)
    browser = client_of(commune.officer)
    assert f"/cong-khai/viec/muc/{added.pk}/sua/" in browser.get(f"/cong-khai/viec/muc/{added.pk}/").content.decode()
    sent = browser.post(
        f"/cong-khai/viec/muc/{added.pk}/sua/", {"label": "Quỹ vì người nghèo", "clause": "Điều 4", "number": 5}
    )
    assert sent.status_code == 302
    added.refresh_from_db()
    assert added.label == "Quỹ vì người nghèo"


def test_the_report_from_opening_to_the_front(commune, current, past, today, django_capture_on_commit_callbacks):
    officer, chair = client_of(commune.officer), client_of(commune.chair)
    session = today + timedelta(days=20)
    day = {"session_on_0": session.day, "session_on_1": session.month, "session_on_2": session.year}
    sent = officer.post(
        f"/cong-khai/viec/ke-hoach/{current.pk}/bao-cao/moi/", {"period": "year-1", "key": str(uuid4()), **day}
    )
    report = Statement.objects.get(kind="report")
    assert sent.url == f"/cong-khai/van-ban/{report.pk}/"
    assert client_of().get(sent.url).status_code == 404
    work = f"/cong-khai/viec/van-ban/{report.pk}"
    page = officer.get(f"{work}/viet/next/")
    written = officer.post(
        f"{work}/viet/next/", {"text": "Sửa loa thôn", "edition": page.context["form"]["edition"].value()}
    )
    assert written.url.endswith("#next")
    stale = officer.post(f"{work}/viet/next/", {"text": "Khác", "edition": 0})
    assert (stale.status_code, "Có người vừa sửa" in stale.content.decode()) == (422, True)
    assert officer.get(f"{work}/viet/khong-co/").status_code == 404
    assert officer.post(f"{work}/lay-lai-so-lieu/").status_code == 302
    officer.post(f"{work}/trinh-ky/")
    assert "Chờ tôi ký" in chair.get("/cong-khai/viec/").content.decode()
    assert "Chờ ký" in chair.get("/viec-cua-toi/").content.decode()
    chair.post(f"{work}/tra-lai/", {"reason": "Thêm kiến nghị", "key": "k"})
    assert "Thêm kiến nghị" in officer.get(sent.url).content.decode()
    officer.post(f"{work}/trinh-ky/")
    assert officer.get(f"{work}/ky/").status_code == 403
    with django_capture_on_commit_callbacks(execute=True):
        done = chair.post(f"{work}/ky/", signature(chair.get(f"{work}/ky/"), today))
    assert done.status_code == 302
    day = {"claimed_on_0": today.day, "claimed_on_1": today.month, "claimed_on_2": today.year}
    officer.post(f"{work}/gui/", {"recipient": "front", "received_by": "Lò Thị Mai", **day})
    front = client_of(commune.front_member)
    assert "Báo cáo kết quả công khai" in front.get("/thong-bao/").content.decode()
    assert "Lò Thị Mai" in officer.get(sent.url).content.decode()
    public = client_of().get(sent.url).content.decode()
    assert "Sửa loa thôn" in public
    assert "Lò Thị Mai" not in public
    replaced = officer.post(f"{work}/thay-the/", {"reason": "Sai số", "key": str(uuid4())})
    assert replaced.url != sent.url


def test_the_list_is_hung_from_its_page(signed, commune, today):
    officer = client_of(commune.officer)
    path = f"/cong-khai/viec/van-ban/{signed.pk}/niem-yet/"
    day = {"claimed_on_0": today.day, "claimed_on_1": today.month, "claimed_on_2": today.year}
    assert officer.post(path, {"key": "h", **day}).status_code == 422
    picture = SimpleUploadedFile("bang-tin.png", b"\x89PNG\r\n\x1a\n anh")
    given = {"key": "h", "places": ["office", "cultural-house"], "proof": picture, **day}
    assert officer.post(path, given).status_code == 302
    proof = f"/cong-khai/viec/van-ban/bang-chung/{signed.hangings.order_by('pk')[0].pk}/"
    assert b"".join(officer.get(proof).streaming_content).startswith(b"\x89PNG")
    assert client_of().get(proof).status_code == 404
    assert proof not in client_of().get(f"/cong-khai/van-ban/{signed.pk}/").content.decode()
    text = client_of().get(f"/cong-khai/van-ban/{signed.pk}/").content.decode()
    assert "Nhà văn hóa ở các thôn" in text
    assert "Vì sao nên để đến ngày này?" in text
    down = f"/cong-khai/viec/van-ban/niem-yet/{signed.hangings.order_by('pk')[0].pk}/go/"
    assert down in officer.get(f"/cong-khai/van-ban/{signed.pk}/").content.decode()
    assert down not in text
    assert client_of(commune.front_member).get(down).status_code == 403
    assert officer.post(down, day).status_code == 422  # early, and no reason
    assert officer.post(down, {"reason": "Bảng hỏng", **day}).status_code == 302
    text = client_of().get(f"/cong-khai/van-ban/{signed.pk}/").content.decode()
    assert "Gỡ sớm: Bảng hỏng" in text


def test_a_change_after_signing_shows_on_the_page(signed, disclosed):
    disclosed(2)
    text = client_of().get(f"/cong-khai/van-ban/{signed.pk}/").content.decode()
    assert "Đã thay đổi sau khi ký" in text


def test_what_an_agency_signed_is_not_for_everybody(commune, officer, today, now, neighbour):
    unit = actions.draft_plan(
        organization=commune.school, year=today.year, has_portal=False, has_radio=False, by=officer
    )
    head = places.actor(places.account("Hiệu trưởng", commune.place, "chair", commune.school), on=today)
    draft = actions.review(unit, Statement.Kind.PLAN, queries.year_of(unit), on=today)
    made = actions.sign_plan(
        plan=Plan.objects.get(pk=unit.pk),
        given=actions.Signature(3, "KH-TH", today, "Hiệu trưởng", "A"),
        reviewed=actions.Reviewed(draft.snapshot_hash, "k"),
        by=head,
        at=now,
    )
    actions.finish_statement(statement_id=made.pk, at=now)
    path = f"/cong-khai/van-ban/{made.pk}/"
    assert client_of().get(path).status_code == 404
    assert client_of(neighbour.officer).get(path).status_code == 404
    assert client_of(commune.reporter).get(path).status_code == 200
    assert Organization.objects.filter(pk=commune.school.pk).exists()


def test_pages_ask_the_same_number_of_queries_whatever_there_is(
    signed, commune, current, disclosed, past, officer, now
):
    chair, visitor = client_of(commune.chair), client_of()
    report = actions.open_report(
        plan=current,
        period=Period(past.year, 1, Every.YEAR),
        session_on=clock.legal_day(now) + timedelta(days=9),
        key="bc",
        by=officer,
        at=now,
    )
    actions.present(statement=report, by=officer)
    detail = {
        chair: [list_path(current, past), f"/cong-khai/viec/ke-hoach/{current.pk}/ky/",
                f"/cong-khai/viec/ke-hoach/{current.pk}/", f"/cong-khai/van-ban/{report.pk}/",
                f"/cong-khai/van-ban/{signed.pk}/"],
        visitor: [f"/cong-khai/van-ban/{signed.pk}/"],
    }  # fmt: skip
    before = {(who, path): asked(who, path) for who, paths in detail.items() for path in paths}
    desk = asked(chair, "/cong-khai/viec/")
    disclosed(12)
    for (who, path), number in before.items():
        again = asked(who, path)
        assert again <= max(number, 1) + 1, path
        assert again <= DETAIL, path
    assert asked(chair, "/cong-khai/viec/") <= max(desk, LIST)
