"""The pages that give papers out: who may, what a stranger learns, what the worker makes and gives up again."""

from datetime import timedelta

import pytest

from dienhong.decisions import actions
from dienhong.decisions.models import Printing
from dienhong.decisions.papers import catalogue, wording
from dienhong.documents.models import StoredFile
from dienhong.documents.pdf import is_pdf_available
from dienhong.foundations.actors import Role
from dienhong.ledger.models import Entry
from tests.decisions.conftest import AT
from tests.decisions.test_pages import browser, stranger  # noqa: F401 - fixtures
from tests.decisions.test_papers import flat, in_docx
from tests.registry.conftest import actor_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(life):
    return life.notify(life.plan(life.propose()))


PAPERS = (
    "",
    "giay-moi-niem-yet.docx",
    "giay-moi-niem-yet.in",
    "danh-sach-ky-ten.in",
    "viec-1/phieu-kin.docx",
    "viec-1/cuong-phieu.docx",
    "viec-1/phieu-kiem-dem.docx",
    "viec-1/bien-ban-kiem-phieu.docx",
)


@pytest.mark.parametrize("name", PAPERS)
def test_who_may_see_the_meeting_gets_its_papers_and_nobody_else(browser, told, head, stranger, name):  # noqa: F811
    where = f"/ban-quyet-dinh/hop/{told.pk}/giay/{name}"
    response = browser(head).get(where)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert browser(stranger).get(where).status_code == 404
    assert browser().get(where).status_code in {302, 404}


@pytest.mark.parametrize(
    "name", ["giay-moi-tung-ho.docx", "danh-sach-ky-ten.pdf", "khac.docx", "viec-9/phieu-kin.docx"]
)
def test_what_is_no_paper_or_takes_long_is_not_there(browser, told, head, name):  # noqa: F811
    assert browser(head).get(f"/ban-quyet-dinh/hop/{told.pk}/giay/{name}").status_code == 404


def test_a_long_paper_is_made_by_the_worker_and_given_out(browser, told, head, stranger):  # noqa: F811
    client = browser(head)
    where = f"/ban-quyet-dinh/hop/{told.pk}/giay/"
    assert client.post(f"{where}danh-sach-ky-ten/lap/docx/").status_code == 302
    made = Printing.objects.get()
    assert made.file is not None
    assert f"{where}ban-in/{made.pk}/" in client.get(where).content.decode()
    response = client.get(f"{where}ban-in/{made.pk}/")
    assert "no-store" in response["Cache-Control"]
    assert "đônghạ160" in in_docx(b"".join(response.streaming_content))
    assert browser(stranger).get(f"{where}ban-in/{made.pk}/").status_code == 404
    assert browser(stranger).post(f"{where}danh-sach-ky-ten/lap/docx/").status_code == 404
    assert Printing.objects.count() == 1


PRIVATE = ("giay-moi-tung-ho", "giay-bao-tung-ho")


def test_papers_with_the_codes_of_all_households_are_for_who_holds_the_meeting(
    browser,  # noqa: F811
    told,
    head,
    front,
    officer,
    village,
):
    where = f"/ban-quyet-dinh/hop/{told.pk}/giay/"
    page, made = f"{where}giay-moi-tung-ho.in", f"{where}giay-moi-tung-ho/lap/docx/"
    for reader in (officer, actor_in(village, Role.INSPECTOR)):
        client = browser(reader)
        assert page not in client.get(where).content.decode()
        assert client.get(page).status_code == client.post(page).status_code == client.post(made).status_code == 403
    assert not Printing.objects.exists()
    for holder in (head, front):
        client = browser(holder)
        assert client.get(page).url == where
        opened = client.post(page)
        assert opened.status_code == 200
        assert "no-store" in opened["Cache-Control"]
        assert "Đông Hạ 160" in opened.content.decode()
        assert Entry.objects.filter(kind="paper.opened", actor=holder.key).count() == 1
    assert browser(head).post(made).status_code == 302
    file = f"{where}ban-in/{Printing.objects.get().pk}/"
    assert browser(officer).post(file).status_code == 403
    client = browser(front)
    assert client.get(file).url == where
    assert b"".join(client.post(file).streaming_content)[:2] == b"PK"
    assert Entry.objects.filter(kind="paper.opened", actor=front.key).count() == 2


def test_every_paper_with_private_codes_is_known_as_one():
    assert {each.slug for each in catalogue.PAPERS.values() if each.has_codes} == set(PRIVATE)


def test_copies_are_given_up_after_seven_days(told, head):
    asked = actions.ask_paper(meeting=told, paper="danh-sach-ky-ten", kind="docx", by=head, at=AT)
    made = actions.make_paper(printing_id=asked.pk, at=AT)
    actions.make_paper(printing_id=asked.pk, at=AT + timedelta(days=1))
    file = Printing.objects.get(pk=made.pk).file
    at = Printing.objects.get(pk=made.pk).made_at
    assert actions.forget_papers(at=at + timedelta(days=7)) == 0
    assert actions.forget_papers(at=at + timedelta(days=7, seconds=1)) == 1
    assert Printing.objects.get(pk=made.pk).file is None
    assert not StoredFile.objects.filter(pk=file.pk).exists()


def test_there_is_no_list_to_sign_before_the_roll_is_frozen(browser, life, head):  # noqa: F811
    meeting = life.plan(life.propose())
    where = f"/ban-quyet-dinh/hop/{meeting.pk}/giay/"
    assert "Danh sách hộ chưa chốt" in browser(head).get(where).content.decode()
    assert browser(head).post(f"{where}danh-sach-ky-ten/lap/docx/").status_code == 409
    assert not Printing.objects.exists()


def test_the_written_decision_is_given_to_who_may_see_it(browser, life, head, stranger):  # noqa: F811
    record = life.record(life.passed(agree=90))
    where = f"/ban-quyet-dinh/viec/{record.matter_id}/van-ban/1/quyet-dinh."
    text = in_docx(browser(head).get(f"{where}docx").content)
    assert flat(record.digest) in text
    assert browser(head).get(f"{where}in").status_code == 200
    assert browser(head).get(where.replace("/1/", "/2/") + "docx").status_code == 404
    assert browser(stranger).get(f"{where}docx").status_code == 404
    if is_pdf_available():
        assert browser(head).get(f"{where}pdf").content.startswith(b"%PDF")


def test_a_place_words_its_papers_its_own_way(browser, told, head, settings, tmp_path):  # noqa: F811
    settings.DIENHONG_PAPER_WORDING = tmp_path / "mau-giay.toml"
    settings.DIENHONG_PAPER_WORDING.write_text(
        '[invitation]\nopening = "Xin mời ông/bà về dự họp {village}."\nplace = "{khac}"\nmark = ""\n', encoding="utf-8"
    )
    where = f"/ban-quyet-dinh/hop/{told.pk}/giay/giay-moi-niem-yet.in"
    text = flat(browser(head).get(where).content.decode())
    assert flat("Xin mời ông/bà về dự họp Đông Hạ.") in text
    assert flat("Địa điểm:") in text
    assert flat("Mẫu chưa đối chiếu") not in text
    (fault,) = wording.faults(settings.DIENHONG_PAPER_WORDING)
    assert "khac" in fault


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[khac]\na = 'b'", "không có giấy tờ nào tên là [khac]"),
        ("[invitation]\nkhac = 'b'", "không có câu này"),
        ("[invitation]\nplace = 3", "phải là một câu"),
        ("[invitation]\nplace = 'a {b'", "dấu ngoặc nhọn"),
        ("[invitation]\nplace = 'a {0!r}'", "dấu ngoặc nhọn"),
        ("[invitation", "không đọc được"),
    ],
)
def test_a_wrong_wording_is_named_and_ours_is_printed(settings, tmp_path, text, said):
    path = settings.DIENHONG_PAPER_WORDING = tmp_path / "mau-giay.toml"
    path.write_text(text, encoding="utf-8")
    assert any(said in fault for fault in wording.faults(path))
    assert wording.of("invitation")["place"] == "Địa điểm"


def test_without_a_file_nothing_is_wrong(tmp_path):
    assert not list(wording.faults(tmp_path / "khong-co.toml"))
