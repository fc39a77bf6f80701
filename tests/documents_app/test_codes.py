"""A printed code cannot be guessed, is read as a person types it, and leads back for ever."""

from datetime import UTC, datetime

import pytest
from django.test import override_settings
from django.urls import reverse

from dienhong.documents import actions, codes, queries
from dienhong.documents.models import PrintedForm
from dienhong.ledger import actions as ledger
from dienhong.ledger import keys
from dienhong.ledger.models import Entry, Payload
from dienhong.ledger.queries import stamp

PAPER = {
    "kind": "report",
    "subject": "reports.report:12",
    "path": "/bao-cao/12/",
    "locality": "xa-suoi-may",
    "by": "user:1",
}


def test_a_code_has_ten_letters_that_paper_does_not_confuse():
    made = {codes.new_code() for _ in range(500)}
    assert len(made) == 500
    assert all(len(code) == 10 and not set(code) & set("0O1ILU") for code in made)


def test_a_code_is_read_as_people_type_it():
    assert codes.as_typed(" 7kq2m-9xtra ") == codes.as_typed("7KQ2M 9XTRA") == "7KQ2M9XTRA"


@pytest.mark.django_db
def test_a_paper_has_one_code_however_often_it_is_printed():
    first = actions.issue_code(**PAPER)
    assert actions.issue_code(**PAPER) == first
    assert Entry.objects.filter(kind="paper.coded", subject=PAPER["subject"]).count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["https://example.org/", "//example.org/", "bao-cao/", "", "/\\example.org", "javascript:1"]
)
def test_a_code_leads_to_this_site_only(path):
    with pytest.raises(ValueError, match="this site"):
        actions.issue_code(**(PAPER | {"path": path}))
    assert not PrintedForm.objects.exists()


@pytest.mark.django_db
def test_a_page_that_is_found_by_its_code_alone_is_not_named_in_the_ledger():
    form = actions.issue_code(**(PAPER | {"path": "/hoi-thong-tin/m/{code}/"}))
    assert form.path == f"/hoi-thong-tin/m/{form.code}/"
    assert Payload.objects.get().data["path"] == "/hoi-thong-tin/m/{code}/"


@pytest.mark.django_db
def test_a_code_that_is_taken_is_drawn_again(monkeypatch):
    drawn = iter(["22222AAAAA", "22222AAAAA", "33333BBBBB"])
    monkeypatch.setattr(codes, "new_code", lambda: next(drawn))
    first = actions.issue_code(**PAPER)
    second = actions.issue_code(**(PAPER | {"subject": "reports.report:13"}))
    assert (first.code, second.code) == ("22222AAAAA", "33333BBBBB")


@pytest.mark.django_db
def test_the_code_leads_back_in_any_spelling(client):
    form = actions.issue_code(**PAPER)
    for typed in (form.code, form.code.lower(), f"{form.code[:5]}-{form.code[5:]}"):
        response = client.get(reverse("documents:follow", args=[typed]))
        assert (response.status_code, response["Location"]) == (302, "/bao-cao/12/")


@pytest.mark.django_db
def test_after_a_merger_the_old_paper_leads_to_the_new_page(client):
    form = actions.issue_code(**PAPER)
    actions.lead_elsewhere(form=form, path="/xa-moi/bao-cao/12/", by="user:1")
    assert client.get(reverse("documents:follow", args=[form.code]))["Location"] == "/xa-moi/bao-cao/12/"
    assert Entry.objects.filter(kind="paper.redirected").count() == 1


@pytest.mark.django_db
def test_an_unknown_code_asks_to_look_again(client):
    response = client.get(reverse("documents:follow", args=["2222222222"]))
    assert response.status_code == 404
    assert "Không có giấy tờ nào mang mã này" in response.content.decode()


@pytest.mark.django_db
def test_a_code_typed_by_hand_is_followed(client):
    form = actions.issue_code(**PAPER)
    page = client.get(reverse("documents:enter"))
    assert "Mã tra cứu" in page.content.decode()
    response = client.get(reverse("documents:enter"), {"code": form.code.lower()})
    assert response["Location"] == reverse("documents:follow", args=[form.code])


@pytest.mark.django_db
@override_settings(DIENHONG_URL="https://danchu.suoimay.example/")
def test_the_trace_on_a_paper_names_code_and_address():
    form = actions.issue_code(**PAPER)
    trace = queries.trace_of(form)
    assert trace.url == f"https://danchu.suoimay.example/m/{form.code}/"
    assert trace.words == ()  # nothing of this place is sealed yet
    assert trace.printed_code == f"{form.code[:5]}-{form.code[5:]}"


@pytest.mark.django_db
def test_the_trace_carries_the_words_of_the_ledger_once_it_is_sealed(settings, tmp_path):
    settings.DIENHONG_KEY_FILE = tmp_path / "keys" / "ledger.key"
    keys.create()
    form = actions.issue_code(**PAPER)
    ledger.seal_new(datetime.now(UTC))  # noqa: TID251  the present: the database's clock set the recorded time
    words = queries.trace_of(form).words
    assert len(words) == 8
    assert words == stamp(PAPER["locality"]).words


def test_the_picture_is_the_same_each_time_and_carries_no_style_attribute():
    url = "https://danchu.suoimay.example/m/7KQ2M9XTRA/"
    assert codes.qr_png(url) == codes.qr_png(url)
    svg = codes.qr_svg(url, label='Mã "QR"')
    assert "style=" not in svg
    assert 'aria-label="Mã &quot;QR&quot;"' in svg
