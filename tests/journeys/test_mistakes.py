"""What people do to pages: press twice, go back, stay too long, choose the wrong file. Nothing breaks or half happens."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dienhong.documents.models import StoredFile
from dienhong.foundations import clock
from dienhong.programmes.models import Evidence
from dienhong.registry.models import Organization, User
from dienhong.resolutions.models import Version
from dienhong.sample import commune
from tests.journeys.desk import Desk

TEXT = Path(__file__).with_name("nghi-quyet-ben-say.txt").read_bytes()
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container that Word puts an encrypted document into
ENCRYPTED = OLD_WORD + bytes(504) + "EncryptedPackage".encode("utf-16-le").ljust(4096, b"\0")


@pytest.fixture
def accounts(db):
    return {each.username: each for each in commune.build()[1]}


@pytest.fixture
def signed_in(accounts):
    def client(username):
        made = Client()
        made.force_login(User.objects.get(username=username))
        session = made.session
        session["has_second_factor"] = True
        session.save()
        return made

    return client


def filled(client, path, **said):
    """The hidden fields of the page's own form with what somebody typed."""
    page = client.get(path).content.decode()
    main = page.partition("<main")[2]
    hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', main)
    place = re.search(r'<option value="(\d+)"', main)
    return dict(hidden) | ({"place": place.group(1)} if place else {}) | said


def words(response):
    """The reader's part of a page as plain words."""
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


BAD_FILES = [
    ("rong.docx", b"", "rỗng"),
    ("nghi-quyet.docx", b"MZ\x90\x00" + bytes(4000), "không phải"),
    ("mat-khau.docx", ENCRYPTED, "mật khẩu"),
    ("lon.pdf", b"%PDF-1.7\n" + bytes(31 * 1024 * 1024), "30 MB"),
]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("name", "data", "word"), BAD_FILES, ids=[name for name, *_rest in BAD_FILES])
def test_a_bad_file_is_answered_by_a_sentence_and_leaves_nothing_half_done(signed_in, name, data, word):
    officer = signed_in("can-bo")
    form = filled(officer, "/nghi-quyet/them/", file=SimpleUploadedFile(name, data), text="")
    response = officer.post("/nghi-quyet/them/", form, follow=True)
    assert response.status_code in {200, 422}
    assert word in words(response), words(response)
    kept = list(Version.objects.all())
    assert [version.stage for version in kept] in ([], ["unreadable"])
    assert sum(version.provisions.count() + version.proposals.count() for version in kept) == 0
    assert StoredFile.objects.count() == len(kept)
    assert officer.get("/nghi-quyet/").status_code == 200


@pytest.mark.django_db
def test_a_photograph_above_the_limit_is_refused_with_the_report_kept_on_the_page(signed_in):
    unit = Organization.objects.get(code="ben-say-thcs")
    school = signed_in("thcs")
    path = f"/chuong-trinh/minh-chung/moi/{unit.pk}/?loai=rules-issued"
    photo = SimpleUploadedFile("anh.jpg", b"\xff\xd8\xff" + bytes(settings.DIENHONG_UPLOAD_LIMIT))
    said = {"title": "Quy chế của trường", "x_number": "05/QC", "files": photo, **today("effective_on")}
    response = school.post(path, filled(school, path, **said))
    assert response.status_code == 422
    assert "dưới 30 MB" in words(response)
    assert "Quy chế của trường" in response.content.decode()
    assert not Evidence.objects.exists()
    assert not StoredFile.objects.exists()


def today(field):
    day = clock.legal_day(clock.read())
    return {f"{field}_0": day.day, f"{field}_1": day.month, f"{field}_2": day.year}


@pytest.mark.django_db
def test_a_form_without_its_token_is_answered_in_vietnamese(signed_in):
    signed_in("can-bo")
    careful = Client(enforce_csrf_checks=True)
    response = careful.post("/xac-minh/", {"code": "abc"})
    assert response.status_code == 403
    assert "tải lại trang rồi gửi lần nữa" in words(response)


@pytest.mark.django_db
def test_a_form_sent_after_the_session_ended_says_so_and_stores_nothing(signed_in):
    unit = Organization.objects.get(code="ben-say-thcs")
    school = signed_in("thcs")
    path = f"/chuong-trinh/minh-chung/moi/{unit.pk}/?loai=rules-issued"
    form = filled(school, path, title="Quy chế của trường", x_number="05/QC", **today("effective_on"))
    school.session.flush()
    response = school.post(path, form)
    assert response.status_code == 403
    assert "chưa được lưu" in words(response)
    assert "Đăng nhập" in response.content.decode()
    assert not Evidence.objects.exists()
    nowhere = school.post("/chuong-trinh/minh-chung/moi/987654/?loai=rules-issued", form)
    assert nowhere.status_code == response.status_code, "nothing is learnt of what exists"


@pytest.mark.django_db
def test_the_same_form_sent_twice_is_one_upload_and_one_report(signed_in):
    officer, school = signed_in("can-bo"), signed_in("thcs")
    form = filled(officer, "/nghi-quyet/them/", text=TEXT.decode())
    addresses = {officer.post("/nghi-quyet/them/", form)["Location"] for _time in range(2)}
    assert len(addresses) == Version.objects.count() == 1
    unit = Organization.objects.get(code="ben-say-thcs")
    path = f"/chuong-trinh/minh-chung/moi/{unit.pk}/?loai=rules-issued"
    form = filled(school, path, title="Quy chế của trường", x_number="05/QC", **today("effective_on"))
    addresses = {school.post(path, form)["Location"] for _time in range(2)}
    assert len(addresses) == Evidence.objects.count() == 1


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_pressing_twice_and_going_back_to_send_again_makes_one_report(visit, accounts, tmp_path):
    desk = Desk(visit, accounts["thcs"], width=360)
    unit = Organization.objects.get(code="ben-say-thcs")
    desk.go(f"/chuong-trinh/minh-chung/moi/{unit.pk}/?loai=rules-issued")
    desk.fill("Việc đã làm", "Quy chế của trường")
    desk.page.locator("[name=x_number]").fill("05/QC")
    desk.page.locator("main").get_by_role("button", name="Gửi báo cáo").dblclick()
    desk.page.wait_for_url("**/minh-chung/*/")
    sent = desk.address()
    desk.page.evaluate("history.back()")
    desk.page.wait_for_url("**/moi/**", wait_until="commit")
    desk.page.wait_for_timeout(3100)  # later than a second press of the same button, which is ignored
    desk.page.evaluate("document.querySelector('main form button:not([type=button])').click()")
    desk.page.wait_for_url("**/minh-chung/*/")
    assert desk.address() == sent
    assert Evidence.objects.count() == 1
