"""The pages: who gets them, within how many queries, and that figures lead to their lists."""

import re
from datetime import date
from uuid import uuid4

import pytest

from dienhong.documents import queries as papers
from dienhong.programmes.actions import open as opening
from dienhong.reports import actions, views
from dienhong.reports.models import Report
from tests.programmes import places
from tests.reports.conftest import IN_JULY, NUMBERED, SECOND_HALF, client_of, issued, open_one

BASE = "/bao-cao/"


@pytest.fixture
def done(programme, officer):
    return issued(programme, officer)


def test_every_page_answers_within_its_budget(report, commune, done, django_assert_max_num_queries):
    client = client_of(commune.officer)
    for address, budget in {
        BASE: 15,
        f"{BASE}moi/": 15,
        f"{BASE}{report.pk}/": 20,
        f"{BASE}{done.pk}/": 20,
        f"{BASE}{report.pk}/in/": 10,
        f"{BASE}{report.pk}/viet/next/": 10,
        f"{BASE}{report.pk}/ban-hanh/": 15,
        f"{BASE}{report.pk}/tai/bao-cao.docx": 10,
        f"{BASE}{done.pk}/tai/bao-cao.docx": 10,
    }.items():
        with django_assert_max_num_queries(budget):
            response = client.get(address)
        assert response.status_code == 200, address
        assert response.getvalue()


def test_the_list_asks_no_more_for_more_reports(programme, officer, commune, django_assert_max_num_queries):
    for _one in range(12):
        open_one(programme, officer)
    client = client_of(commune.officer)
    with django_assert_max_num_queries(15):
        client.get(BASE)


@pytest.mark.parametrize("path", ["", "in/", "viet/next/", "ban-hanh/", "tai/bao-cao.docx"])
def test_a_draft_is_not_found_by_others(report, commune, neighbour, path):
    address = f"{BASE}{report.pk}/{path}"
    for user in (commune.reporter, neighbour.officer, neighbour.chair):
        assert client_of(user).get(address).status_code == 404, user
    assert client_of().get(address).status_code == 404


@pytest.mark.parametrize("path", ["lay-lai-so-lieu/", "dinh-chinh/", "ban-hanh/", "viet/next/", "dung-tep/"])
def test_nothing_can_be_sent_by_others(done, report, commune, neighbour, path):
    for which in (report, done):
        address = f"{BASE}{which.pk}/{path}"
        for client in (client_of(commune.reporter), client_of(neighbour.officer), client_of()):
            before = Report.objects.get(pk=which.pk).stage
            assert client.post(address, {"key": uuid4()}).status_code in {403, 404}
            assert Report.objects.get(pk=which.pk).stage == before


def test_the_public_reads_an_issued_report_with_its_files(done):
    client = client_of()
    assert "57/BC-UBND" in client.get(BASE).content.decode()
    page = client.get(f"{BASE}{done.pk}/").content.decode()
    assert done.snapshot_hash[:32] in page
    assert "Còn thiếu số liệu" not in page
    assert "Lập bản đính chính" not in page
    for kind, kept in (("docx", done.docx), ("pdf", done.pdf), ("xlsx", done.xlsx)):
        assert client.get(f"{BASE}{done.pk}/tai/bao-cao.{kind}").getvalue() == papers.read(kept.sha256)


def test_the_files_of_an_issued_report_come_from_the_store_only(done, monkeypatch):
    monkeypatch.setattr(views, "MAKERS", dict.fromkeys(views.MAKERS, None))
    assert client_of().get(f"{BASE}{done.pk}/tai/bao-cao.docx").getvalue() == papers.read(done.docx.sha256)


def test_staff_go_from_a_figure_to_its_list(report, commune):
    client = client_of(commune.officer)
    page = client.get(f"{BASE}{report.pk}/").content.decode()
    lists = set(re.findall(r'href="(/chuong-trinh/\d+/(?:chi-so|nhiem-vu)/[^"]+)"', page))
    assert len(lists) == 3
    for address in lists:
        assert client.get(address).status_code == 200, address


def test_the_public_goes_to_the_published_progress_or_nowhere(done, programme, officer):
    address = f"{BASE}{done.pk}/"
    assert "/chuong-trinh/" not in re.sub(
        r"<(nav|header).*?</\1>", "", client_of().get(address).content.decode(), flags=re.DOTALL
    )
    opening.publish_progress(programme=programme, on=places.ON, by=officer)
    page = client_of().get(address).content.decode()
    (link,) = set(re.findall(r'href="(/chuong-trinh/tien-do/[^"]+)"', page))
    assert client_of().get(link).status_code == 200


def test_who_can_be_asked_stands_beside_what_is_missing(report, commune):
    page = client_of(commune.officer).get(f"{BASE}{report.pk}/").content.decode()
    assert "Còn thiếu số liệu: hỏi ai?" in page
    assert commune.reporter.person.name in page


def test_every_table_has_its_header(report, done, commune):
    client = client_of(commune.officer)
    for address in (BASE, f"{BASE}{report.pk}/", f"{BASE}{done.pk}/"):
        page = client.get(address).content.decode()
        tables = re.findall(r"<table.*?</table>", page, flags=re.DOTALL)
        assert tables
        for table in tables:
            head, body = table.split("<tbody>")
            first = body.split("</tr>")[0]
            assert head.count("<th ") == len(re.findall(r"<t[hd][ >]", first)) > 1
            assert not re.search(r"<th[^>]*>\s*</th>", head)


def test_changed_figures_are_shouted_about(report, commune):
    client = client_of(commune.officer)
    assert "không khớp mã băm" not in client.get(f"{BASE}{report.pk}/").content.decode()
    report.snapshot["duties"][0]["counts"]["done"] = 99
    report.save(update_fields=["snapshot"])
    assert "không khớp mã băm" in client.get(f"{BASE}{report.pk}/").content.decode()


def test_from_opening_to_issuing_on_the_pages(programme, commune, django_capture_on_commit_callbacks):
    client = client_of(commune.officer)
    form = {"programme": programme.pk, "period": "2026/1/half-year", "key": uuid4()}
    for _click in range(2):
        opened = client.post(f"{BASE}moi/", form)
    report = Report.objects.get()
    assert opened["Location"] == f"{BASE}{report.pk}/"
    client.post(f"{BASE}{report.pk}/viet/next/", {"text": "Việc sẽ làm.", "edition": 0})
    today = report.snapshot["as_of"].split("-")
    with django_capture_on_commit_callbacks(execute=True):
        sent = client.post(
            f"{BASE}{report.pk}/ban-hanh/",
            {
                "number": 57,
                "dated_0": today[2],
                "dated_1": today[1],
                "dated_2": today[0],
                "post": "Chủ tịch",
                "name": "Lành",
            },
        )
    assert sent.status_code == 302
    actions.finish_issue(report_id=report.pk, at=places.AT)
    report.refresh_from_db()
    assert (report.stage, report.number, report.narrative) == ("issued", 57, {"next": "Việc sẽ làm."})
    assert client.get(f"{BASE}{report.pk}/ban-hanh/")["Location"] == f"{BASE}{report.pk}/"


def test_a_second_writer_keeps_their_words_on_the_page(report, commune):
    first, second = client_of(commune.officer), client_of(commune.second_officer)
    first.post(f"{BASE}{report.pk}/viet/next/", {"text": "Thứ nhất.", "edition": 0})
    response = second.post(f"{BASE}{report.pk}/viet/next/", {"text": "Thứ hai.", "edition": 0})
    assert response.status_code == 422
    assert "Thứ hai." in response.content.decode()
    again = second.post(f"{BASE}{report.pk}/viet/next/", {"text": "Thứ nhất. Thứ hai.", "edition": 1})
    assert again.status_code == 302


def test_refusals_of_issuing_are_said_on_the_form(done, programme, officer, commune):
    report = open_one(programme, officer)
    day = {"dated_0": "20", "dated_1": "5", "dated_2": "2026"}
    response = client_of(commune.chair).post(
        f"{BASE}{report.pk}/ban-hanh/", {"number": 57, **day, "post": "Chủ tịch", "name": "Lành"}
    )
    assert response.status_code == 422
    assert "sổ văn bản đi" in response.content.decode()


def test_files_being_made_are_not_given_out(report, officer, commune, monkeypatch):
    monkeypatch.setattr("dienhong.foundations.events.publish", lambda *_args, **_ids: None)
    actions.issue(report=report, by=officer, on=places.ON, **NUMBERED)
    client = client_of(commune.chair)
    assert client.get(f"{BASE}{report.pk}/tai/bao-cao.docx").status_code == 409
    assert "Dựng lại tệp" in client.get(f"{BASE}{report.pk}/").content.decode()
    assert client_of().get(f"{BASE}{report.pk}/").status_code == 404
    assert client.post(f"{BASE}{report.pk}/dung-tep/").status_code == 302


def test_a_long_draft_is_not_made_into_a_pdf_while_somebody_waits(report, commune, monkeypatch):
    monkeypatch.setattr(views, "LONGEST_DRAFT_PDF", 2)
    client = client_of(commune.officer)
    assert "bao-cao.pdf" not in client.get(f"{BASE}{report.pk}/").content.decode()
    assert client.get(f"{BASE}{report.pk}/tai/bao-cao.pdf").status_code == 409


@pytest.mark.parametrize("path", ["viet/figures/", "tai/bao-cao.exe"])
def test_what_does_not_exist_is_not_found(report, commune, path):
    assert client_of(commune.officer).get(f"{BASE}{report.pk}/{path}").status_code == 404


def test_a_correction_is_linked_from_both_sides(done, programme, officer, commune):
    client = client_of(commune.officer)
    sent = client.post(f"{BASE}{done.pk}/dinh-chinh/", {"key": uuid4()})
    fresh = Report.objects.get(replaces=done)
    assert sent["Location"] == f"{BASE}{fresh.pk}/"
    assert f"{BASE}{fresh.pk}/" not in client_of().get(f"{BASE}{done.pk}/").content.decode()
    today = date.fromisoformat(fresh.snapshot["as_of"])
    actions.issue(report=fresh, by=officer, on=today, **{**NUMBERED, "number": 58, "dated": today})
    actions.finish_issue(report_id=fresh.pk, at=places.AT)
    assert f"{BASE}{fresh.pk}/" in client_of().get(f"{BASE}{done.pk}/").content.decode()


def test_the_second_half_shows_the_period_before_on_the_page(done, programme, officer, commune):
    report = open_one(programme, officer, SECOND_HALF, **IN_JULY)
    page = client_of(commune.officer).get(f"{BASE}{report.pk}/").content.decode()
    assert f'href="{BASE}{done.pk}/"' in page
    assert "Từ đầu năm" in page
    assert "Kỳ trước" in page
