"""The officer's pages, the village head's, everybody's: what they show, to whom, in how many queries and bytes."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dienhong.disclosures import actions as disclosures
from dienhong.disclosures import queries as published
from dienhong.disclosures.models import Posting
from dienhong.dissemination.models import Script, SecondText, Voice
from dienhong.documents.models import PrintedForm
from dienhong.notifications.models import Notice
from tests.dissemination.conftest import KHMER, MP3, TEXT
from tests.programmes import places
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
WEIGHT = 100_000  # bytes of a public page
DETAIL = 20  # queries
PAGES = ("cong", "zalo", "thu", "loa", "truong-thon", "tieng-khac", "tieng-khac/loi", "tieng-khac/giong")


def page(client, path, status=200, data=None):
    response = client.get(path) if data is None else client.post(path, data)
    assert response.status_code == status, response.content.decode()[:2000]
    return response.content.decode()


def asked(client, path):
    with CaptureQueriesContext(connection) as queries_asked:
        assert client.get(path).status_code == 200
    return len(queries_asked)


@pytest.fixture
def full(desk):
    """A disclosure with everything that there can be about it."""
    found = desk.open()
    for _again in range(3):
        desk.approved(desk.propose(found))
        desk.approved(desk.keep(found))
    desk.approved(desk.propose(found, "Mnuih buôn sang", language="rad"))
    return found


def test_the_officers_page_offers_everything_one_click_away(client, desk):
    found = desk.open()
    text = page(client, f"/cong-khai/viec/{found.pk}/")
    assert "Đưa tin đến người dân" in text
    for each in ("thong-bao/a4.pdf", "thong-bao/a3.docx", *(f"{part}/" for part in PAGES[:6])):
        assert f"/phat-tin/{found.pk}/{each}" in text


@pytest.mark.parametrize("part", PAGES)
def test_another_communes_officer_and_a_stranger_find_nothing(desk, neighbour, part):
    found = desk.open()
    page(client_of(neighbour.officer), f"/phat-tin/{found.pk}/{part}/", 404)
    page(client_of(), f"/phat-tin/{found.pk}/{part}/", 404)
    page(client_of(neighbour.officer), f"/phat-tin/{found.pk + 999}/{part}/", 404)


@pytest.mark.parametrize("part", PAGES)
def test_who_may_only_look_may_not_make(desk, commune, part):
    page(client_of(commune.front_member), f"/phat-tin/{desk.open().pk}/{part}/", 403)


@pytest.mark.parametrize("part", PAGES)
def test_of_what_was_withdrawn_nothing_is_made(client, desk, part):
    found = desk.open()
    desk.withdraw(found)
    page(client, f"/phat-tin/{found.pk}/{part}/", 409)


@pytest.mark.parametrize("part", PAGES)
def test_a_page_asks_little_however_much_there_is(client, full, part):
    page(client, f"/phat-tin/{full.pk}/zalo/")  # the code is made at the first look
    assert asked(client, f"/phat-tin/{full.pk}/{part}/") <= DETAIL


def test_the_desk_and_the_public_page_keep_their_budget_and_weight(client, full):
    assert asked(client, f"/cong-khai/viec/{full.pk}/") <= DETAIL
    assert asked(client_of(), f"/cong-khai/{full.pk}/") <= DETAIL
    assert len(client_of().get(f"/cong-khai/{full.pk}/").content) <= WEIGHT


def test_one_click_records_the_portal_and_a_second_click_nothing_more(client, desk):
    found = desk.open(out=False)
    assert TEXT in page(client, f"/phat-tin/{found.pk}/cong/")
    for _twice in range(2):
        page(client, f"/phat-tin/{found.pk}/cong/", 302, {})
    assert Posting.objects.filter(form="portal").count() == 1
    assert "Đã ghi nhận đăng cổng" in page(client, f"/phat-tin/{found.pk}/cong/")


def test_the_message_is_short_and_its_link_leads_to_the_public_page(client, desk):
    long = " ".join(f"Câu thứ {n} nói về mức thu và ngày nộp." for n in range(60))
    found = desk.open(text=long)
    text = page(client, f"/phat-tin/{found.pk}/zalo/")
    code = PrintedForm.objects.get().code
    message = text.split("<textarea")[1].split("</textarea>")[0].partition(">")[2]
    assert f"/m/{code}/" in message
    assert len(message) < 450
    assert "Câu thứ 1 nói" in message
    assert client_of().get(f"/m/{code}/").url == f"/cong-khai/{found.pk}/"


def test_before_anything_is_out_the_message_page_says_so(client, desk):
    assert "Chưa ghi nhận nơi nào" in page(client, f"/phat-tin/{desk.open(out=False).pk}/zalo/")


def test_a_second_text_goes_from_the_form_to_the_public_page_with_its_language(client, desk):
    found = desk.open()
    address = f"/phat-tin/{found.pk}/tieng-khac/loi/"
    given = {"language": "km", "text": KHMER, "translator_name": "Thạch Sô Phia", "key": "k"}
    response = client.post(address, given)
    one = f"/phat-tin/loi-dich/{SecondText.objects.get().pk}/"
    assert response.url == one
    assert KHMER not in page(client_of(), f"/cong-khai/{found.pk}/")
    given = {"what": "written", "written-name": "Danh Lung", "written-post": "sư cả", "written-note": "ký bản in"}
    page(client, one, 302, given)
    public = page(client_of(), f"/cong-khai/{found.pk}/")
    assert f'<div lang="km"><p>{KHMER}' in public
    assert "Danh Lung, sư cả" in public
    assert "Bản dịch của bản 1" in public


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("loi.txt", f"{KHMER}\n".encode(), ""),
        ("loi.exe", b"MZ", "DOCX, PDF hoặc TXT"),
        ("loi.docx", b"PK\x03\x04 broken", ""),
    ],
)
def test_a_file_is_read_in_the_jail_or_refused_in_words(client, desk, name, data, says):
    found = desk.open()
    given = {"language": "km", "translator_name": "A B", "key": "k", "file": SimpleUploadedFile(name, data)}
    response = client.post(f"/phat-tin/{found.pk}/tieng-khac/loi/", given)
    if name == "loi.txt":
        assert SecondText.objects.get().text == KHMER
        kept = client.get(f"/phat-tin/loi-dich/{SecondText.objects.get().pk}/tep/")
        assert heard(kept).decode().strip() == KHMER
    else:
        assert response.status_code == 422
        assert says in response.content.decode()
        assert not SecondText.objects.exists()


def test_typed_and_uploaded_at_once_or_neither_is_asked_again(client, desk):
    address = f"/phat-tin/{desk.open().pk}/tieng-khac/loi/"
    given = {"language": "km", "translator_name": "A B", "key": "k"}
    assert "một trong hai" in page(client, address, 422, given)
    both = {**given, "text": KHMER, "file": SimpleUploadedFile("a.txt", b"abc")}
    assert "một trong hai" in page(client, address, 422, both)


def test_who_proposed_sees_no_button_to_approve_and_a_village_head_does(client, desk, commune):
    one = f"/phat-tin/loi-dich/{desk.propose(desk.open()).pk}/"
    assert "Tôi đã xem" not in page(client, one)
    head = client_of(commune.head)
    assert "Tôi đã xem" in page(head, one)
    page(head, one, 302, {"what": "own", "own-post": "Trưởng ấp"})
    assert "Duyệt từ tài khoản của mình" in page(head, one)
    assert "Ghi lại người đã duyệt" not in page(head, one)


def test_a_changed_text_marks_the_translation_on_the_public_page(desk):
    found = desk.open()
    desk.approved(desk.propose(found))
    desk.change(found)
    desk.publish(found)
    public = page(client_of(), f"/cong-khai/{found.pk}/")
    assert "của bản 1; bản tiếng Việt đã thay đổi" in public


def heard(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def sent_voice(client, found):
    given = {"language": "vi", "reader_name": "Lâm Thị Hoa", "key": "v", "file": SimpleUploadedFile("doc.mp3", MP3)}
    response = client.post(f"/phat-tin/{found.pk}/tieng-khac/giong/", given)
    assert response.status_code == 302
    return Voice.objects.get()


def test_a_voice_is_heard_by_everybody_once_approved_until_it_is_withdrawn(client, desk):
    found = desk.open()
    voice = sent_voice(client, found)
    listen = f"/phat-tin/giong-doc/{voice.pk}/nghe/"
    visitor = client_of()
    assert visitor.get(listen).status_code == 404
    assert heard(client.get(listen)) == MP3  # who approves must hear it first
    desk.approved(voice)
    response = visitor.get(listen)
    assert (heard(response), response["Content-Type"]) == (MP3, "audio/mpeg")
    public = page(visitor, f"/cong-khai/{found.pk}/")
    assert f'<audio controls preload="none" src="{listen}"' in public
    desk.withdraw(found)
    assert visitor.get(listen).status_code == 404
    assert "<audio" not in page(visitor, f"/cong-khai/{found.pk}/")


@pytest.mark.parametrize(
    ("asked_for", "status", "part"),
    [
        ("bytes=0-1", 206, slice(0, 2)),
        ("bytes=10-", 206, slice(10, None)),
        ("bytes=-5", 206, slice(-5, None)),
        ("bytes=0-999999999", 206, slice(0, None)),
        ("bytes=999999-", 416, None),
        ("bytes=5-2", 416, None),
        ("bytes=-", 200, slice(0, None)),
        ("bytes=0-1,3-4", 200, slice(0, None)),
        ("lines=1-2", 200, slice(0, None)),
    ],
)
def test_a_phone_may_ask_for_a_part(desk, asked_for, status, part):
    voice = desk.approved(desk.keep(desk.open()))
    response = client_of().get(f"/phat-tin/giong-doc/{voice.pk}/nghe/", HTTP_RANGE=asked_for)
    assert response.status_code == status
    if part is not None:
        assert heard(response) == MP3[part]
    else:
        assert response["Content-Range"] == f"bytes */{len(MP3)}"


@pytest.mark.parametrize(("name", "data"), [("doc.mp3", b"<html>"), ("doc.wav", b"%PDF-1.7"), ("doc.mp4", b"x")])
def test_what_is_no_sound_is_refused_whatever_its_name(client, desk, name, data):
    given = {"language": "vi", "reader_name": "Hoa", "key": "v", "file": SimpleUploadedFile(name, data)}
    text = page(client, f"/phat-tin/{desk.open().pk}/tieng-khac/giong/", 422, given)
    assert "không phải bản ghi âm" in text


def test_a_sound_too_large_is_refused_before_it_is_looked_into(client, desk):
    data = MP3 + b"\x00" * (12 * 1024 * 1024)
    given = {"language": "vi", "reader_name": "Hoa", "key": "v", "file": SimpleUploadedFile("doc.mp3", data)}
    assert "quá lớn" in page(client, f"/phat-tin/{desk.open().pk}/tieng-khac/giong/", 422, given)


def script(client, found, **changes):
    now = published.disclosure(found.pk).versions.all()[0].since
    given = {
        "text": "Kính mời bà con nghe.\nMỗi hộ hai mươi nghìn đồng.",
        "first_on_0": now.day,
        "first_on_1": now.month,
        "first_on_2": now.year,
        "times": "5h30, 17:00",
        "key": "s",
        **changes,
    }
    return client.post(f"/phat-tin/{found.pk}/loa/", given)


def test_the_script_is_proposed_counted_saved_and_read_by_the_village_head(client, desk, commune):
    found = desk.open()
    text = page(client, f"/phat-tin/{found.pk}/loa/")
    assert "hai mươi nghìn đồng" in text
    assert "giây" in text
    assert "quá dài" in script(client, found, text="dài " * 900, tinh="1").content.decode()
    assert not Script.objects.exists()
    assert script(client, found).status_code == 302
    assert script(client, found).status_code == 302  # sent twice
    saved = Script.objects.get()
    assert (saved.times, (saved.last_on - saved.first_on).days) == (["05:30", "17:00"], 2)
    head = page(client_of(commune.head), f"/phat-tin/thon/{commune.villages[0].pk}/{found.pk}/")
    assert "Mỗi hộ hai mươi nghìn đồng." in head


@pytest.mark.parametrize(
    "changes", [{"times": "25:00"}, {"times": "sáng"}, {"times": ""}, {"text": " "}, {"first_on_0": "32"}]
)
def test_a_script_with_a_mistake_is_asked_again(client, desk, changes):
    assert script(client, desk.open(), **changes).status_code == 422
    assert not Script.objects.exists()


def test_what_was_broadcast_is_recorded_up_to_today_only(client, desk, today):
    found = desk.open()
    script(client, found)
    address = f"/phat-tin/loa/{Script.objects.get().pk}/da-phat/"
    first = {"first_on_0": today.day, "first_on_1": today.month, "first_on_2": today.year}
    ahead = {"last_on_0": today.day, "last_on_1": today.month, "last_on_2": today.year + 1}
    assert "không ghi trước" in page(client, address, 422, first | ahead)
    same = {key.replace("first", "last"): value for key, value in first.items()}
    for _twice in range(2):
        page(client, address, 302, first | same)
    assert Posting.objects.filter(form="radio").count() == 1


def test_notices_reach_the_heads_once_and_who_opened_one_is_seen(client, desk, commune):
    found = desk.open()
    address = f"/phat-tin/{found.pk}/truong-thon/"
    assert "Chưa có Trưởng thôn trong danh bạ" in page(client, address)  # two of three villages
    for _twice in range(2):
        page(client, address, 302, {})
    notice = Notice.objects.get()
    assert Posting.objects.filter(form="village-head", village=commune.villages[0]).count() == 1
    assert "Chưa mở" in page(client, address)
    head = client_of(commune.head)
    assert head.get(f"/thong-bao/{notice.pk}/").url == notice.link
    assert "Mức thu phí" in page(head, notice.link)
    text = page(client, address)
    assert "Chưa mở" not in text
    assert "Trưởng thôn Thượng" in text
    page(client, address, 302, {"nhac": "1"})
    assert Notice.objects.count() == 1  # nobody is left to be reminded


def test_a_reminder_goes_once_a_day_and_opening_the_page_itself_is_a_receipt(client, desk, commune):
    found = desk.open()
    address = f"/phat-tin/{found.pk}/truong-thon/"
    page(client, address, 302, {})
    Notice.objects.update(created_at="2026-01-01T00:00:00Z")
    for _twice in range(2):
        page(client, address, 302, {"nhac": "1"})
    assert Notice.objects.count() == 2
    page(client_of(commune.head), f"/phat-tin/thon/{commune.villages[0].pk}/{found.pk}/")
    assert not Notice.objects.filter(read_at=None).exists()


def test_a_head_reads_for_their_own_village_only(desk, commune, neighbour):
    found = desk.open()
    page(client_of(commune.head), f"/phat-tin/thon/{commune.villages[1].pk}/{found.pk}/", 404)
    page(client_of(neighbour.head), f"/phat-tin/thon/{commune.villages[0].pk}/{found.pk}/", 404)
    page(client_of(commune.head), f"/phat-tin/thon/{neighbour.villages[0].pk}/{found.pk}/", 404)


def test_what_was_withdrawn_is_not_to_be_read_out(desk, commune):
    found = desk.open()
    desk.withdraw(found)
    text = page(client_of(commune.head), f"/phat-tin/thon/{commune.villages[0].pk}/{found.pk}/")
    assert "xin đừng đọc nữa" in text
    assert TEXT not in text


def test_of_what_screening_stopped_nothing_is_sent_and_the_paper_is_a_draft(client, desk):
    found = desk.open(out=False, text="Hỏi số 0912 345 678.")
    assert page(client, f"/phat-tin/{found.pk}/truong-thon/", 409, {})
    page(client, f"/phat-tin/{found.pk}/zalo/", 409)
    assert script(client, found).status_code == 422
    assert not Notice.objects.exists()


def test_where_a_village_head_records_it_stand_the_words_of_the_radio_and_the_second_text(client, desk, commune):
    found = desk.open()
    script(client, found)
    desk.approved(desk.propose(found))
    head = client_of(commune.head)
    address = f"/cong-khai/thon/{commune.villages[0].pk}/{found.pk}/"
    text = page(head, address)
    assert "Mỗi hộ hai mươi nghìn đồng." in text
    assert f'lang="km"><p>{KHMER}' in text
    assert asked(head, address) <= DETAIL


def test_what_a_school_discloses_inside_does_not_go_out_of_it(desk, commune, today, now):
    secretary = places.actor(commune.reporter)
    plan = disclosures.draft_plan(
        organization=commune.school, year=today.year, has_portal=True, has_radio=False, by=secretary
    )
    found = disclosures.open_disclosure(
        item=plan.items.order_by("pk").first(),
        title="Quyết toán của trường",
        content=desk.content(),
        key="school",
        by=secretary,
        at=now,
    )
    client = client_of(commune.reporter)
    for part in PAGES[1:]:
        page(client, f"/phat-tin/{found.pk}/{part}/", 404)
    text = page(client, f"/cong-khai/viec/{found.pk}/")
    assert "thong-bao/a4.docx" in text
    assert "zalo" not in text
    assert client.get(f"/phat-tin/{found.pk}/thong-bao/a4.docx").status_code == 200
    assert PrintedForm.objects.get().path == f"/cong-khai/viec/{found.pk}/"


def test_the_operators_sheet_of_what_was_withdrawn_is_printed_no_more(client, desk, officer):
    found = desk.open()
    script(client, found)
    address = f"/phat-tin/loa/{Script.objects.get().pk}/phieu.docx"
    assert client.get(address).status_code == 200
    disclosures.withdraw(
        disclosure=found,
        reason="Nhầm",
        signer_post="Chủ tịch",
        signer_name="A",
        is_owed_again=True,
        by=officer,
        on=places.ON,
    )
    response = client.get(address)
    assert "đã rút" in response.content.decode()
    assert "wordprocessingml" not in response["Content-Type"]


def test_what_was_never_out_is_not_there_for_a_village_head_who_guesses_its_address(desk, commune):
    found = desk.open("Danh sách hộ được xét miễn giảm", out=False)
    text, voice = desk.propose(found), desk.keep(found)
    head, village = client_of(commune.head), commune.villages[0].pk
    nothing = found.pk + 1000

    def refused(address, pk, data=None):
        """The page of what is not there, its own address and the form's token apart."""
        return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page(head, address % pk, 404, data)).replace(
            f"/{pk}/", "/"
        )

    for address in (
        f"/phat-tin/thon/{village}/%d/",
        f"/cong-khai/thon/{village}/%d/",
        "/phat-tin/%d/truong-thon/",
        "/cong-khai/viec/%d/",
    ):
        assert refused(address, found.pk) == refused(address, nothing)
    for address, pk in (
        ("loi-dich/%d/", text.pk),
        ("loi-dich/%d/tep/", text.pk),
        ("giong-doc/%d/", voice.pk),
        ("giong-doc/%d/nghe/", voice.pk),
    ):
        assert refused(f"/phat-tin/{address}", pk) == refused(f"/phat-tin/{address}", nothing)
    sent = {"which": "bao", "key": "k", "claimed_on": "x"}
    address = f"/cong-khai/thon/{village}/%d/"
    assert refused(address, found.pk, sent) == refused(address, nothing, sent)
    desk.publish(found)
    assert "Danh sách hộ được xét miễn giảm" in page(head, f"/phat-tin/thon/{village}/{found.pk}/")
    page(head, f"/phat-tin/loi-dich/{text.pk}/")


def test_a_later_version_that_is_not_out_yet_is_no_reason_to_hide_what_was(desk, commune):
    found = desk.open()
    desk.change(found, "Mỗi hộ 30.000 đồng một tháng.")
    text = page(client_of(commune.head), f"/phat-tin/thon/{commune.villages[0].pk}/{found.pk}/")
    assert "Chưa đọc cho dân" in text
    assert "30.000" not in text
