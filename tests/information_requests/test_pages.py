"""The pages of who asks, of the village head, of who answers: what they show, to whom, in how many queries and bytes."""

import re
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document
from openpyxl import load_workbook

from dienhong.disclosures import actions as disclosing
from dienhong.foundations import clock, limits
from dienhong.information_requests import queries
from dienhong.information_requests.models import Came, Channel, Request
from dienhong.information_requests.views import public
from dienhong.registry.models import Organization
from tests.information_requests.conftest import BEFORE, days, readable_table
from tests.programmes import places
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
WEIGHT = 100_000  # bytes of a public page
WHO = {"name": "Lò Thị Mơ", "address": "Thôn An Lạc Thượng", "phone": "0912345678", "identity_number": "001085000123"}


@pytest.fixture(autouse=True)
def nobody_tried():
    cache.clear()


@pytest.fixture
def today():
    return clock.legal_day(clock.read())


@pytest.fixture
def now():
    return clock.read()


@pytest.fixture
def live(requests, today, now):
    """Takes in what comes in today: pages know no other day."""

    def submit(ago=0, **parts):
        return requests.submit(today - days(ago), at=now, **{"identity_number": "", **parts})

    return submit


def filled(**parts):
    given = {"wanted": "Biên bản nghiệm thu đường", "name": WHO["name"], "address": WHO["address"], "key": str(uuid4())}
    given |= {"channel": "portal", "consent": "on", "is_resident": "on"}
    return {**given, **parts}


def day(on, name):
    return {f"{name}_0": on.day, f"{name}_1": on.month, f"{name}_2": on.year}


def page(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


def asked(client, path):
    with CaptureQueriesContext(connection) as queries_asked:
        assert client.get(path).status_code == 200
    return len(queries_asked)


def test_a_citizen_asks_and_follows_the_code_without_an_account(commune):
    browser = client_of()
    path = f"/hoi-thong-tin/hoi/{commune.place.code}/"
    form = filled(phone=WHO["phone"])
    sent = browser.post(path, form)
    again = browser.post(path, form)
    found = Request.objects.get()
    assert sent.url == again.url == f"/hoi-thong-tin/m/{found.code}/bien-nhan/"
    receipt = page(browser, sent.url)
    assert f"{found.code[:5]}-{found.code[5:]}" in receipt
    assert "<svg" in receipt
    status = page(browser, f"/hoi-thong-tin/m/{found.code}/")
    assert "Biên bản nghiệm thu đường" in status
    for text in (receipt, status):
        assert WHO["name"] not in text
        assert WHO["phone"] not in text
        assert len(text.encode()) < WEIGHT
    assert browser.get(f"/m/{found.code}/").url == f"/hoi-thong-tin/m/{found.code}/"
    typed = browser.get("/hoi-thong-tin/", {"ma": f" {found.code[:5].lower()} {found.code[5:]}"})
    assert typed.url == f"/hoi-thong-tin/m/{found.code}/"
    assert browser.get(f"/hoi-thong-tin/m/{found.code}/")["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.parametrize("name", ["wanted", "name", "address", "consent", "channel"])
def test_what_is_missing_in_the_form_is_said(commune, name):
    sent = client_of().post(f"/hoi-thong-tin/hoi/{commune.place.code}/", filled(**{name: ""}))
    assert sent.status_code == 422
    assert not Request.objects.exists()


def test_a_question_that_names_somebody_is_not_repeated_on_the_page_of_the_code(live):
    for words in ("Hồ sơ của Nguyễn Văn An", "Giấy tờ căn cước 001085000123"):
        text = page(client_of(), f"/hoi-thong-tin/m/{live(wanted=words).code}/")
        assert words not in text
        assert "Không hiện ở đây" in text


def test_from_a_disclosure_one_asks_about_it_and_is_told_that_it_is_owed(commune, officer, today, now):
    plan = disclosing.draft_plan(
        organization=commune.committee, year=today.year, has_portal=True, has_radio=False, by=officer
    )
    content = disclosing.Content(event="QĐ 45", since=today, text="Dài 1,2 km", is_cleared=True)
    found = disclosing.open_disclosure(
        item=plan.items.get(code="11.3.1"), title="Đường", content=content, key="k", by=officer, at=now
    )
    browser = client_of()
    path = f"/hoi-thong-tin/hoi/{commune.place.code}/?ve={found.pk}"
    assert path in page(browser, f"/cong-khai/{found.pk}/")
    assert f"/hoi-thong-tin/xa/{commune.place.code}/" in page(browser, "/cong-khai/")
    assert found.item.label in page(browser, path)
    browser.post(path, filled())
    made = Request.objects.get()
    assert made.disclosure == found
    assert "Xã phải cung cấp nội dung này theo yêu cầu" in page(browser, f"/hoi-thong-tin/m/{made.code}/")
    assert "phải cung cấp theo yêu cầu" in page(client_of(commune.officer), f"/hoi-thong-tin/viec/{made.pk}/")
    assert asked(browser, f"/hoi-thong-tin/m/{made.code}/") <= 20
    assert asked(client_of(commune.officer), f"/hoi-thong-tin/viec/{made.pk}/") <= 20


def test_a_target_is_labelled_as_no_legal_limit_everywhere_and_none_is_said_plainly(commune, live, chair, today, now):
    code = live(came=Came.PAPER).code
    for path in ("/hoi-thong-tin/", f"/hoi-thong-tin/hoi/{commune.place.code}/"):
        assert "chưa đặt mục tiêu phục vụ" in page(client_of(), path)
    assert "Chưa có hạn" in page(client_of(), f"/hoi-thong-tin/m/{code}/")
    desk = client_of(commune.chair)
    form = {"working_days": 5, "decision": "QĐ 20", "key": "t", **day(today, "starts_on")}
    assert desk.post(f"/hoi-thong-tin/viec/muc-tieu/{commune.committee.pk}/", form).status_code == 302
    code = live().code
    for path in ("/hoi-thong-tin/", f"/hoi-thong-tin/hoi/{commune.place.code}/", f"/hoi-thong-tin/m/{code}/"):
        assert "không phải hạn luật định" in page(client_of(), path)
    shown = page(desk, "/hoi-thong-tin/viec/")
    assert "QĐ 20" in shown
    assert "Chủ tịch" in shown


def test_a_target_of_yesterday_is_refused_on_the_page(commune, today):
    form = {"working_days": 5, "decision": "QĐ 20", "key": "t", **day(today - days(1), "starts_on")}
    sent = client_of(commune.chair).post(f"/hoi-thong-tin/viec/muc-tieu/{commune.committee.pk}/", form)
    assert (sent.status_code, "từ hôm nay trở đi" in sent.content.decode()) == (422, True)


def test_guessing_codes_is_stopped_and_a_right_code_still_costs_nothing(live, settings):
    code = live().code
    browser = client_of()
    for _try in range(limits.CODES_TRIED[0] + 5):
        assert browser.get(f"/hoi-thong-tin/m/{code}/").status_code == 200
    for _try in range(limits.CODES_TRIED[0]):
        assert browser.get("/hoi-thong-tin/m/7KQ2M9XTRA/").status_code == 404
    assert browser.get("/hoi-thong-tin/m/7KQ2M9XTRA/").status_code == 429
    assert browser.get("/hoi-thong-tin/?ma=7KQ2M9XTRA").status_code == 429
    assert browser.get(f"/hoi-thong-tin/m/{code}/bo-sung/").status_code == 429


def test_an_unknown_code_asks_to_look_again(commune):
    response = client_of().get("/hoi-thong-tin/?ma=7KQ2M9XTRA")
    assert response.status_code == 404
    assert "xem lại từng chữ" in response.content.decode()


def test_sending_without_end_is_stopped(commune, monkeypatch):
    monkeypatch.setattr(limits, "REQUESTS_SENT", (2, 60))
    browser, path = client_of(), f"/hoi-thong-tin/hoi/{commune.place.code}/"
    assert [browser.post(path, filled()).status_code for _time in range(3)] == [302, 302, 429]


def test_a_citizen_completes_with_the_code_and_disputes_the_answer(live, requests, today):
    found = requests.act("ask_completion", live(), words="Hãy ghi năm.", on=today)
    browser, base = client_of(), f"/hoi-thong-tin/m/{found.code}/"
    assert "Hãy ghi năm." in page(browser, f"{base}bo-sung/")
    assert browser.post(f"{base}bo-sung/", {"wanted": "Năm 2025", "key": "k"}).url == base
    assert requests.fresh(found).stage == "submitted"
    assert browser.post(f"{base}bo-sung/", {"wanted": "Năm 2025", "key": "k2"}).status_code == 422
    requests.answer(found, on=today)
    assert "Biên bản lập ngày" in page(browser, base)
    assert browser.post(f"{base}chua-dung/", {"words": "Sai năm", "key": "k3"}).url == base
    assert requests.fresh(found).stage == "disputed"
    page(browser, f"{base}chua-dung/")


def test_a_stopped_answer_is_not_on_the_page_nor_its_file(commune, live, requests, today, second):
    found = requests.answer(live(), on=today, words="Gọi 0912 345 678.", chunks=[b"%PDF-1.4 x"], file_name="ho-so.pdf")
    step = found.steps.get(event="provide")
    base = f"/hoi-thong-tin/m/{found.code}/"
    text = page(client_of(), base)
    assert "0912 345 678" not in text
    assert "người thứ hai xem lại" in text
    assert "Xã đã trả lời" not in text
    shown = page(client_of(commune.officer), f"/hoi-thong-tin/viec/{found.pk}/")
    assert "09•• ••• •78" in shown
    page(client_of(), f"{base}tep/{step.pk}/", status=404)
    desk = client_of(commune.second_officer)
    assert "0912 345 678" in page(desk, f"/hoi-thong-tin/viec/{found.pk}/xem-lai/")
    assert file_of(desk.get(f"/hoi-thong-tin/viec/{found.pk}/tep/{step.pk}/")) == b"%PDF-1.4 x"
    page(desk, f"/hoi-thong-tin/viec/{found.pk}/tep/987654/", status=404)
    assert desk.get(f"/hoi-thong-tin/viec/{found.pk}/van-ban-{step.pk}.docx").status_code == 404
    assert desk.post(f"/hoi-thong-tin/viec/{found.pk}/xem-lai/", {"reason": "Số của xã"}).status_code == 302
    assert "0912 345 678" in page(client_of(), base)
    assert file_of(client_of().get(f"{base}tep/{step.pk}/")) == b"%PDF-1.4 x"
    page(client_of(), f"{base}tep/987654/", status=404)


def test_a_draft_that_gave_way_is_not_told_to_who_asks(commune, live, requests, today):
    found = requests.answer(live(), on=today, words="Gọi 0912 345 678.")
    requests.answer(found, on=today, words="Nghiệm thu ngày 02/5/2026.")
    text = page(client_of(), f"/hoi-thong-tin/m/{found.code}/")
    assert "Nghiệm thu ngày 02/5/2026." in text
    assert "xem lại" not in text
    assert "Bản soạn không gửi" in page(client_of(commune.officer), f"/hoi-thong-tin/viec/{found.pk}/")


def test_a_village_head_writes_for_somebody_and_brings_the_answer(commune, requests, today):
    browser, village = client_of(commune.head), commune.villages[0]
    path = f"/hoi-thong-tin/thon/{village.pk}/hoi/"
    assert "Ghi đúng lời người hỏi" in page(browser, path)
    sent = browser.post(path, filled(channel="village-head"))
    found = requests.fresh(Request.objects.get())
    assert sent.url == f"/hoi-thong-tin/m/{found.code}/bien-nhan/"
    assert (found.came, found.village) == (Came.VILLAGE_HEAD, village)
    requests.answer(found, on=today)
    shown = page(browser, "/hoi-thong-tin/thon/")
    assert WHO["name"] in shown
    assert "đưa cho người hỏi" in shown
    assert "Người ghi: Trưởng thôn Thượng" in page(client_of(commune.officer), f"/hoi-thong-tin/viec/{found.pk}/")
    assert browser.get("/hoi-thong-tin/viec/").url == "/hoi-thong-tin/thon/"
    page(browser, f"/hoi-thong-tin/thon/{commune.villages[1].pk}/hoi/", status=404)
    page(client_of(commune.officer), "/hoi-thong-tin/thon/", status=403)
    assert client_of().get("/hoi-thong-tin/thon/").status_code == 302
    assert client_of().get(path).status_code == 302


def test_an_answer_on_paper_is_brought_by_the_head_of_the_village_that_was_chosen(commune, requests, today):
    path, village = f"/hoi-thong-tin/hoi/{commune.place.code}/", commune.villages[0]
    sent = client_of().post(path, filled(channel="village-head"))
    assert (sent.status_code, "Hãy chọn thôn" in sent.content.decode()) == (422, True)
    assert client_of().post(path, filled(channel="village-head", village=village.pk)).status_code == 302
    found = requests.fresh(Request.objects.get())
    assert (found.came, found.village) == (Came.PORTAL, village)
    head = client_of(commune.head)
    assert WHO["name"] not in page(head, "/hoi-thong-tin/thon/")
    requests.answer(found, on=today)
    shown = page(head, "/hoi-thong-tin/thon/")
    assert "Đưa câu trả lời cho Lò Thị Mơ" in shown
    assert found.code not in shown
    assert "Biên bản nghiệm thu đường" not in shown
    client_of().post(path, filled(village=village.pk, key="o"))
    assert Request.objects.latest("pk").village is None


def test_the_officer_enters_paper_of_another_day_and_the_gap_is_shown(commune, today):
    browser = client_of(commune.officer)
    path = f"/hoi-thong-tin/viec/nhap/{commune.committee.pk}/"
    page(browser, path)
    sent = browser.post(path, filled(channel="office", **day(today - days(4), "received_on")))
    found = Request.objects.get()
    assert sent.url == f"/hoi-thong-tin/viec/{found.pk}/"
    assert (found.received_on, found.came) == (today - days(4), Came.PAPER)
    assert "ghi nhận muộn 4 ngày" in page(browser, sent.url).lower()
    assert "ghi nhận muộn 4 ngày" in page(browser, "/hoi-thong-tin/viec/").lower()
    wrong = browser.post(path, filled(channel="office", **day(today + days(1), "received_on")))
    assert (wrong.status_code, "sau hôm nay" in wrong.content.decode()) == (422, True)


def test_the_officer_goes_through_the_whole_of_it(commune, live, requests, today):
    browser = client_of(commune.officer)
    found = live(3, channel=Channel.OFFICE)
    base = f"/hoi-thong-tin/viec/{found.pk}/"
    shown = page(browser, base)
    for words in ("Tiếp nhận", "Đề nghị bổ sung", "Hướng dẫn đến nơi khác", "Từ chối", WHO["name"], "hợp lệ"):
        assert words in shown
    for name in ("tiep-nhan", "can-bo-sung", "noi-khac", "gia-han", "tra-loi", "tu-choi", "rut"):
        page(browser, f"{base}{name}/")
    words = {"words": "Hãy ghi năm.", "key": "1"}
    assert browser.post(f"{base}can-bo-sung/", words).url == base
    more = {"wanted": "Năm 2025", "key": "2", **day(today - days(1), "came_on")}
    assert browser.post(f"{base}da-bo-sung/", more).url == base
    assert browser.post(f"{base}tiep-nhan/", {"simple": "0", "key": "3"}).url == base
    answer = {"words": "Nghiệm thu ngày 02/5.", "is_read": "on", "key": "4", "letter_number": 12}
    answer |= {"signer_post": "Chủ tịch", "signer_name": "Hồ Văn Lành", **day(today, "given_on")}
    assert browser.post(f"{base}tra-loi/", answer).url == base
    done = requests.fresh(found)
    assert done.stage == "provided"
    assert "Nhiều người cùng muốn biết?" in page(browser, base)
    requests.act("dispute", done, words="Sai năm", on=today)
    for name in ("dinh-chinh", "giu-nguyen"):
        page(browser, f"{base}{name}/")
    assert browser.post(f"{base}giu-nguyen/", {**answer, "key": "5"}).url == base
    assert requests.fresh(found).stage == "confirmed"


def test_the_officer_refuses_extends_and_closes_on_the_page(commune, live, requests, chair, today):
    client_of(commune.chair).post(
        f"/hoi-thong-tin/viec/muc-tieu/{commune.committee.pk}/",
        {"working_days": 5, "decision": "QĐ 20", "key": "t", **day(today, "starts_on")},
    )
    browser = client_of(commune.officer)
    signed = {"signer_post": "Chủ tịch", "signer_name": "Hồ Văn Lành"}
    refused, extended, closed = live(), live(), live()
    form = {"words": "Vượt khả năng", "is_read": "on", "ground": "beyond", "given": 0, "key": "1", **signed}
    path = f"/hoi-thong-tin/viec/{refused.pk}/tu-choi/"
    assert browser.post(path, {**form, "ground": "repeated"}).status_code == 302  # luật mới chưa rõ
    assert requests.fresh(refused).stage == "refused"
    base = f"/hoi-thong-tin/viec/{extended.pk}/"
    browser.post(f"{base}tiep-nhan/", {"simple": "0", "key": "2"})
    form = {"reason": "Chờ Kho bạc", "key": "3", **signed, **day(today + days(20), "until")}
    assert browser.post(f"{base}gia-han/", form).url == base
    assert "hẹn lại" in page(browser, f"{base}gia-han/")
    assert "Đã gia hạn" in page(client_of(), f"/hoi-thong-tin/m/{extended.code}/")
    base = f"/hoi-thong-tin/viec/{closed.pk}/"
    assert browser.post(f"{base}rut/", {"words": "Rút miệng", "key": "4"}).url == base
    assert "Đã rút" in page(browser, base)


def test_another_communes_officer_finds_nothing(neighbour, live, commune):
    found = live()
    browser = client_of(neighbour.officer)
    base = f"/hoi-thong-tin/viec/{found.pk}/"
    names = ("tiep-nhan", "can-bo-sung", "da-bo-sung", "noi-khac", "gia-han", "tra-loi", "tu-choi", "dinh-chinh",
             "giu-nguyen", "xem-lai", "rut")  # fmt: skip
    for path in (base, f"{base}phieu.docx", *(f"{base}{name}/" for name in names)):
        assert browser.get(path).status_code == 404
        assert browser.post(path, {}).status_code == 404
        assert client_of().get(path).status_code == 404
    for path in (f"muc-tieu/{commune.committee.pk}", f"nhap/{commune.committee.pk}"):
        page(browser, f"/hoi-thong-tin/viec/{path}/", status=404)
    assert found.code not in page(browser, "/hoi-thong-tin/viec/")


def test_who_oversees_sees_the_figures_and_no_question(commune, live, requests, today):
    live(wanted="Biên bản nghiệm thu")
    requests.refuse(live(), on=today)
    for user in (commune.front_member, commune.inspector, commune.delegate):
        shown = page(client_of(user), "/hoi-thong-tin/viec/?tep=csv")
        assert "2 yêu cầu đã nhận" in shown
        assert "không tách theo lý do" in shown
        assert "Biên bản nghiệm thu" not in shown
    page(client_of(commune.inspector), f"/hoi-thong-tin/viec/muc-tieu/{commune.committee.pk}/", status=403)
    assert client_of(commune.reporter).get("/hoi-thong-tin/viec/").url == "/hoi-thong-tin/"
    assert client_of().get("/hoi-thong-tin/viec/").status_code == 302


def test_the_register_is_a_file_without_anybody(commune, live):
    live(3, wanted="Biên bản nghiệm thu")
    browser = client_of(commune.officer)
    csv = browser.get("/hoi-thong-tin/viec/?tep=csv").content.decode("utf-8-sig")
    assert csv.splitlines()[0].startswith("Hồ sơ,Ngày nhận")
    for words in (WHO["name"], WHO["address"], "Biên bản"):
        assert words not in csv
    assert f"{Request.objects.get().created_at.astimezone(clock.VIETNAM):%d/%m/%Y %H:%M}" in csv
    sheet = load_workbook(BytesIO(browser.get("/hoi-thong-tin/viec/?tep=xlsx").content)).active
    assert sheet.max_row == 2


def test_the_papers_bring_code_and_qr_back_and_only_the_form_names_who_asks(commune, live, requests, today):
    found = requests.refuse(live(channel=Channel.OFFICE, phone=WHO["phone"]), on=today, letter_number=15)
    desk, step = client_of(commune.officer), found.steps.get(event="refuse")
    code = f"{found.code[:5]}-{found.code[5:]}"
    base = f"/hoi-thong-tin/viec/{found.pk}/"
    form, receipt, letter = (
        text_of(client.get(path))
        for client, path in (
            (desk, f"{base}phieu.docx"),
            (client_of(), f"/hoi-thong-tin/m/{found.code}/bien-nhan.docx"),
            (desk, f"{base}van-ban-{step.pk}.docx"),
        )
    )
    assert WHO["name"] in form
    for text in (receipt, letter):
        assert WHO["name"] not in text
        assert WHO["phone"] not in text
    for text in (form, receipt, letter):
        assert code in text
    assert "chưa có hạn" in receipt
    assert "từ chối cung cấp" in letter
    assert "15/UBND" in letter
    assert desk.get(f"{base}van-ban-987654.docx").status_code == 404
    assert client_of().get("/hoi-thong-tin/m/7KQ2M9XTRA/bien-nhan.docx").status_code == 404


def test_papers_of_the_old_law_and_of_a_target_say_which_is_which(commune, requests, target):
    for on, says in ((BEFORE, "Luật Tiếp cận thông tin số 104/2016"), (BEFORE + days(180), "không phải hạn luật định")):
        found = requests.submit(on)
        assert says in text_of(client_of().get(f"/hoi-thong-tin/m/{found.code}/bien-nhan.docx"))
    signed = {"signer_post": "Chủ tịch", "signer_name": "Hồ Văn Lành"}
    found = requests.act("accept", requests.submit(channel=Channel.OFFICE), simple=False)
    found = requests.act("extend", found, until=BEFORE + days(20), reason="Chờ Kho bạc", **signed)
    found = requests.answer(found, chunks=[readable_table()], file_name="bb.xlsx")
    desk = client_of(commune.officer)
    texts = [text_of(desk.get(f"/hoi-thong-tin/viec/{found.pk}/van-ban-{each.pk}.docx")) for each in found.steps.all()]
    assert any("được gia hạn đến hết ngày 09/06/2026" in text for text in texts)
    assert any("sẽ được trả lời chậm nhất ngày 03/06/2026" in text for text in texts)
    assert any("bb.xlsx" in text for text in texts)


def file_of(response):
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def text_of(response):
    assert response.status_code == 200
    document = Document(BytesIO(response.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    footers = [p.text for section in document.sections for p in section.footer.paragraphs]
    footers += [c.text for s in document.sections for t in s.footer.tables for r in t.rows for c in r.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells, *footers])


def test_the_list_costs_the_same_for_few_and_for_many(commune, live, requests, today):
    browser = client_of(commune.officer)
    for _n in range(3):
        requests.answer(live(2, channel=Channel.OFFICE), on=today)
    few = asked(browser, "/hoi-thong-tin/viec/")
    for _n in range(15):
        live(4)
    many = asked(browser, "/hoi-thong-tin/viec/")
    assert many == few <= 15


def test_a_public_page_costs_little(commune, live):
    live()
    for path in ("/hoi-thong-tin/", f"/hoi-thong-tin/hoi/{commune.place.code}/"):
        assert asked(client_of(), path) <= 10
        assert len(page(client_of(), path).encode()) < WEIGHT


def test_several_communes_are_chosen_by_their_name(commune, neighbour):
    text = page(client_of(), f"/hoi-thong-tin/xa/{neighbour.place.code}/")
    assert f"/hoi-thong-tin/hoi/{neighbour.place.code}/" in text
    assert "xã An Lạc" in text
    page(client_of(), "/hoi-thong-tin/xa/khong-co/", status=404)
    page(client_of(), "/hoi-thong-tin/hoi/khong-co/", status=404)


def test_before_any_commune_the_right_is_shown(db):
    assert not Organization.objects.exists()
    assert "Quyền hỏi của ông bà vẫn nguyên" in page(client_of(), "/hoi-thong-tin/")


def test_the_day_of_the_officer_names_what_waits(commune, live, officer, today):
    live(1)
    (line,) = queries.waiting_at_desks(officer, today)
    assert "1 yêu cầu" in line.title
    assert list(queries.waiting_at_desks(places.actor(commune.chair), today)) == []
    assert "Người dân hỏi thông tin" in re.sub(r"\s+", " ", page(client_of(commune.officer), "/viec-cua-toi/"))


@pytest.mark.parametrize("query", ["xem=x", "xem=overdue", "trang=-1", "ky=1999-9", "ky=%00", "tep=doc"])
def test_a_wrong_address_still_shows_the_desk(commune, live, query):
    live()
    assert client_of(commune.officer).get(f"/hoi-thong-tin/viec/?{query}").status_code == 200


def test_of_several_communes_one_is_chosen_and_none_is_taken_for_the_readers_own(commune, neighbour, monkeypatch):
    text = page(client_of(), "/hoi-thong-tin/")
    for each in (commune, neighbour):
        assert f"/hoi-thong-tin/xa/{each.place.code}/" in text
        assert f"/hoi-thong-tin/hoi/{each.place.code}/" not in text
    assert "Chưa có xã nào" not in text
    assert f"/hoi-thong-tin/hoi/{commune.place.code}/" in page(client_of(), f"/hoi-thong-tin/xa/{commune.place.code}/")
    monkeypatch.setattr(public, "MOST_UNITS", 1)
    for path in ("/hoi-thong-tin/", f"/hoi-thong-tin/xa/{commune.place.code}/"):
        text = page(client_of(), path)
        assert 'href="/cong-khai/"' in text
        assert f"/hoi-thong-tin/xa/{neighbour.place.code}/" not in text
