"""The papers: one page with a way back, the whole text or its beginning, a letter a household, a box a broadcast."""

import io
import zipfile
from datetime import time

import docx
import pypdfium2
import pytest

from dienhong.disclosures import queries as published
from dienhong.dissemination import actions, papers
from dienhong.documents.models import PrintedForm
from dienhong.documents.pdf import is_pdf_available
from dienhong.ledger.models import Entry
from dienhong.registry.models import Household, Mandate
from tests.dissemination.conftest import KHMER, TEXT
from tests.programmes import places
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
LONG = " ".join(
    f"Khoản {n}: nhóm hộ thứ {n} nộp {n * 5}.000 đồng một tháng tại nhà văn hóa thôn." for n in range(1, 60)
)
needs_pango = pytest.mark.skipif(not is_pdf_available(), reason="no Pango")


def words(content):
    opened = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in opened.paragraphs] + cells)


def got(client, found, name="a4.docx"):
    response = client.get(f"/phat-tin/{found.pk}/thong-bao/{name}")
    assert response.status_code == 200
    return response.content


def test_the_notice_says_what_by_which_act_where_and_how_to_come_back(client, desk):
    found = desk.open()
    text = words(got(client, found))
    code = PrintedForm.objects.get()
    assert code.path == f"/cong-khai/{found.pk}/"
    for each in (TEXT, "Nghị quyết số 14/NQ-HĐND", "trụ sở", f"{code.code[:5]}-{code.code[5:]}", "TM. ỦY BAN NHÂN DÂN"):
        assert each in text
    version = published.newest(published.disclosure(found.pk))
    assert version.text_sha256[:8] in text


def test_every_paper_of_a_disclosure_carries_the_same_code(client, desk):
    found = desk.open()
    for name in ("a4.docx", "a3.docx", "a4.docx"):
        got(client, found, name)
    assert PrintedForm.objects.count() == 1


def test_a_long_text_begins_on_the_page_and_goes_on_behind_the_code(client, desk):
    text = words(got(client, desk.open(text=LONG)))
    assert "Khoản 1:" in text
    assert "Khoản 59:" not in text
    assert "Toàn văn: quét mã" in text


@needs_pango
@pytest.mark.parametrize(
    ("sheet", "text", "languages"),
    [
        ("a4", LONG, ()),
        ("a4", LONG, ("km",)),
        ("a4", TEXT, ("km", "rad")),
        ("a3", LONG, ("km", "rad")),
        ("a3", TEXT, ()),
    ],
)
def test_the_notice_is_one_page_whatever_there_is_to_say(client, desk, sheet, text, languages):
    found = desk.open(text=text)
    for language in languages:
        desk.approved(desk.propose(found, KHMER * 8 if language == "km" else LONG[:2000], language=language))
    assert len(pypdfium2.PdfDocument(got(client, found, f"{sheet}.pdf"))) == 1


def test_an_approved_second_text_of_this_version_stands_on_the_notice_and_no_other(client, desk):
    found = desk.open()
    desk.propose(found, "ភាសា")
    assert "ភាសា" not in words(got(client, found))
    desk.approved(desk.propose(found))
    assert KHMER in words(got(client, found))
    with zipfile.ZipFile(io.BytesIO(got(client, found))) as package:
        assert any(name.startswith("word/fonts/") for name in package.namelist())
    desk.change(found)
    assert KHMER not in words(got(client, found))


def test_what_screening_holds_is_printed_as_a_draft(client, desk):
    found = desk.open(out=False, text="Hỏi số 0912 345 678.")
    with zipfile.ZipFile(io.BytesIO(got(client, found))) as package:
        headers = b"".join(package.read(name) for name in package.namelist() if "header" in name)
    assert "DỰ THẢO".encode() in headers


@pytest.mark.parametrize("name", ["a5.pdf", "a4.exe", "a4.xlsx"])
def test_there_is_no_other_sheet(client, desk, name):
    assert client.get(f"/phat-tin/{desk.open().pk}/thong-bao/{name}").status_code == 404


def test_the_operators_sheet_has_the_words_and_a_box_for_every_broadcast(client, desk, officer, today):
    found = desk.open()
    script = actions.save_script(
        disclosure=found,
        text="Kính mời bà con nghe.\nMỗi hộ hai mươi nghìn đồng.",
        first_on=today,
        last_on=None,
        times=[time(17), time(5, 30)],
        key="s",
        by=officer,
    )
    text = words(client.get(f"/phat-tin/loa/{script.pk}/phieu.docx").content)
    assert "Mỗi hộ hai mươi nghìn đồng." in text
    assert text.count(papers.BOX) == 6
    assert text.index("05:30") < text.index("17:00")


def test_the_sheet_of_another_commune_is_not_there(desk, neighbour, officer, today):
    script = actions.save_script(
        disclosure=desk.open(), text="Lời.", first_on=today, last_on=None, times=[time(17)], key="s", by=officer
    )
    stranger = client_of(neighbour.officer)
    for page in ("phieu.docx", "da-phat/"):
        assert stranger.get(f"/phat-tin/loa/{script.pk}/{page}").status_code == 404


@pytest.fixture
def households(commune):
    village = commune.villages[0]
    for number, name in enumerate(("Nguyễn Thị Lan", "Thạch Sô"), start=1):
        household = Household.objects.create(code=f"H{number}", locality=village, valid_from=places.SINCE)
        Mandate.objects.create(household=household, person=places.person(name, village), starts_on=places.SINCE)
    Household.objects.create(code="H3", locality=village, address="xóm 3", valid_from=places.SINCE)
    return village


def letters(client, found, village, **given):
    data = {"village": village.pk, "how": "named", "key": "l", **given}
    return client.post(f"/phat-tin/{found.pk}/thu/", data)


def test_every_household_has_its_letter_and_the_ledger_only_their_number(client, desk, households):
    found = desk.open()
    response = letters(client, found, households)
    text = words(response.content)
    assert text.count("Kính gửi:") == 3
    assert all(each in text for each in ("Nguyễn Thị Lan", "Thạch Sô", "xóm 3"))
    assert len(docx.Document(io.BytesIO(response.content)).sections) == 3
    assert response["Cache-Control"] == "no-store"
    assert letters(client, found, households).status_code == 200  # sent twice: one entry
    entry = Entry.objects.get(kind="letter.made")
    assert entry.payload.data["letters"] == 3
    assert "Lan" not in str(entry.payload.data)


def test_letters_without_address_are_as_many_as_asked(client, desk, commune):
    found, village = desk.open(), commune.villages[1]
    assert letters(client, found, village, how="blank").status_code == 422
    assert letters(client, found, village, how="blank", count="0").status_code == 422
    text = words(letters(client, found, village, how="blank", count="4").content)
    assert text.count(papers.DOTS) == 4


def test_a_village_without_households_is_refused_in_words(client, desk, commune):
    response = letters(client, desk.open(), commune.villages[2])
    assert response.status_code == 422
    assert "chưa có hộ nào" in response.content.decode()


def test_a_village_of_another_commune_is_no_choice(client, desk, neighbour):
    assert letters(client, desk.open(), neighbour.villages[0]).status_code == 422


@pytest.mark.parametrize(
    ("text", "most", "kept", "is_cut"),
    [
        ("Một câu.", 8, "Một câu.", False),
        ("Một câu. Hai câu. Ba câu.", 18, "Một câu. Hai câu.", True),
        ("Một câu thật dài không có dấu chấm", 20, "Một câu thật dài …", True),
        ("", 10, "", False),
    ],
)
def test_words_are_kept_whole(text, most, kept, is_cut):
    assert papers.shortened(text, most) == (kept, is_cut)
