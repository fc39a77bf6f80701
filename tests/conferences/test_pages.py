"""The pages: a head prepares and holds it in few touches, everybody reads the section, papers say what was kept."""

import io
import re
import zipfile
from datetime import UTC, date, datetime

import pytest
from django.core.cache import cache
from django.urls import reverse

from dienhong.conferences.models import Agreement, Conference, Minutes, Part, Proposal, Reply, Report
from dienhong.decisions.models import Meeting
from dienhong.documents.models import PrintedForm
from tests.decisions.test_pages import browser, day, stranger

__all__ = ["browser", "stranger"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def today(monkeypatch):
    """Sets the day on which pages open."""

    def at(on, hour=3):
        moment = datetime(on.year, on.month, on.day, hour, 0, tzinfo=UTC)
        monkeypatch.setattr("dienhong.foundations.clock.read", lambda: moment)
        cache.clear()

    at(date(2026, 11, 20))
    return at


def at(name, found, *more):
    return reverse(f"conferences:{name}", args=[found.pk, *more])


def keyed(client, url):
    return {"key": client.get(url).context["form"]["key"].value()}


def text_of(response):
    return re.sub(r"<[^>]+>", "", response.content.decode())


def test_a_head_plans_from_the_list(browser, head, village, today):
    client = browser(head)
    url = reverse("conferences:plan", args=[village.pk])
    assert url in client.get(reverse("conferences:desk")).content.decode()
    page = client.get(url)
    assert "31/12/2026" in text_of(page)
    data = {**keyed(client, url), "hour": "19:30", "place": "Nhà văn hóa", "chair": "Trần Văn Lực"}
    data |= {"guests": "Ủy ban nhân dân xã", **day("on", date(2026, 12, 6))}
    first, second = client.post(url, data), client.post(url, data)
    found = Conference.objects.get()
    assert first.url == second.url == at("conference", found)
    again = client.post(url, {**data, "key": "another"})
    assert (again.status_code, Conference.objects.count()) == (422, 1)
    assert "đã có hội nghị" in text_of(again)


def test_the_whole_evening_over_the_pages(browser, head, front, officer, year, today):
    found, client = year.plan(), browser(head)
    url = at("agree", found)
    for side in Agreement.Side.values:
        assert client.post(url, {"side": side, **day("agreed_on", date(2026, 11, 20))}).status_code == 302
    for part in Part.values:
        url = at("report", found, part)
        data = {**keyed(client, url), "presenter": "Nguyễn Thị Hoa", "words": "Năm qua làm tốt."}
        assert client.post(url, data).url == at("conference", found)
    today(date(2026, 11, 30))
    year.tell(found, on=date(2026, 11, 30))
    assert "Lời đọc trên loa" in text_of(client.get(reverse("decisions:papers", args=[found.meeting_id])))
    today(date(2026, 12, 6), hour=13)
    year.begin(found)
    meeting = client.get(reverse("decisions:meeting", args=[found.meeting_id]))
    assert "9/12 hộ có người đại diện dự" in text_of(meeting)
    assert at("conference", found) in meeting.content.decode()
    url = at("propose", found)
    data = {**keyed(browser(front), url), "words": "Sửa cống đầu ngõ 5", "to": "commune"}
    assert browser(front).post(url, data).url == url
    client.post(reverse("decisions:close-meeting", args=[found.meeting_id]))
    assert Meeting.objects.get().stage == "closed"
    url = at("write", found)
    data = {**keyed(client, url), "secretary": "Lò Thị Mơ", "agreed": "9", "conclusion": "Nhất trí."}
    assert client.post(url, data).url == at("conference", found)
    today(date(2026, 12, 8))
    url = at("reply", found, 1)
    data = {**keyed(browser(officer), url), "result": "done", "words": "Đã thay cống"}
    assert browser(officer).post(url, {**data, **day("replied_on", date(2026, 12, 8))}).status_code == 302
    assert client.post(at("send", found), day("sent_on", date(2026, 12, 8))).status_code == 302
    page = text_of(client.get(at("conference", found)))
    assert "Đã thay cống" in page
    assert "Hội nghị đúng trình tự" in page
    assert (Minutes.objects.count(), Reply.objects.count(), Report.objects.count()) == (1, 1, 3)


def test_the_section_of_the_village_says_figures_and_answers_and_names_nobody(browser, year, village, today):
    found = year.held()
    visitor, url = browser(), reverse("decisions:village", args=[village.code])
    today(date(2026, 12, 8))
    assert "Kết quả hiện ở đây khi biên bản được lập" in text_of(visitor.get(url))
    year.write(found, praised="Ông Lò Văn Sơn")
    cache.clear()
    page = text_of(visitor.get(url))
    assert "9/12 hộ có người đại diện dự, 9 hộ đồng ý" in page
    assert "Sửa cống đầu ngõ 5" in page
    assert "chưa trả lời" in page
    year.reply(Proposal.objects.get(), Reply.Result.NOT, words="Chưa có tiền")
    page = text_of(visitor.get(url))
    assert "không làm được, có lý do. Chưa có tiền" in page
    assert not any(name in page for name in ("Lò Văn Sơn", "Lò Thị Mơ", "Nguyễn Thị Hoa", "Nhất trí các báo cáo"))


def test_a_conference_that_is_only_planned_is_nobodys_business(browser, year, village, today):
    year.plan()
    assert "Hội nghị định kỳ năm" not in text_of(browser().get(reverse("decisions:village", args=[village.code])))


def test_visitors_and_strangers(browser, stranger, year, village, today):
    found = year.plan()
    assert browser().get(reverse("conferences:desk")).status_code == 302
    for name in ("conference", "agree", "write", "send", "propose"):
        assert browser(stranger).get(at(name, found)).status_code == 404
        assert browser().get(at(name, found)).status_code in {302, 404}


def test_an_officer_sees_every_village_and_none_of_the_buttons_of_the_head(browser, officer, year, today):
    found = year.plan()
    page = browser(officer).get(reverse("conferences:desk"))
    assert at("conference", found) in page.content.decode()
    page = browser(officer).get(at("conference", found)).content.decode()
    assert at("agree", found) not in page
    assert browser(officer).get(at("agree", found)).status_code == 403
    assert "0/1" in text_of(browser(officer).get(reverse("conferences:desk"), {"nam": 2025}))


@pytest.mark.parametrize("slug", ["ke-hoach", "bao-cao-head", "bao-cao-front", "bao-cao-board", "bien-ban", "ket-qua"])
def test_papers_are_word_files_that_print_the_same_twice(browser, head, year, today, slug):
    found = year.held()
    year.write(found)
    client = browser(head)
    first, second = (client.get(at("paper", found, slug, "docx")).content for _time in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        words = re.sub(r"<[^>]+>", "", parts.read("word/document.xml").decode())
    expected = {
        "ke-hoach": "06/12/2026",
        "bao-cao-head": "Năm qua thôn làm được nhiều việc",
        "bao-cao-front": "sáng kiến của người dân",
        "bao-cao-board": "khoản chi chờ người thứ hai",
        "bien-ban": "9/12 hộ có người đại diện dự",
        "ket-qua": "Sửa cống đầu ngõ 5",
    }
    assert expected[slug] in words
    code = PrintedForm.objects.get(kind="conference")
    assert f"{code.code[:5]}-{code.code[5:]}" in re.sub(
        r"<[^>]+>", "", client.get(at("paper", found, slug, "in")).content.decode()
    )
    assert client.get(f"/m/{code.code}/").url.endswith("/thon/ben-say-dong/#hoi-nghi")


def test_no_paper_of_what_is_not_written(browser, head, year, today):
    found = year.plan()
    for slug in ("bao-cao-head", "bien-ban", "ket-qua", "khac"):
        assert browser(head).get(at("paper", found, slug, "docx")).status_code == 404
    assert browser(head).get(at("paper", found, "ke-hoach", "exe")).status_code == 404


def test_the_invitation_is_that_of_a_conference(browser, head, year, today):
    found = year.tell(year.plan())
    page = browser(head).get(reverse("decisions:paper", args=[found.meeting_id, "giay-moi-niem-yet", "in"]))
    words = text_of(page)
    assert "hội nghị định kỳ của cộng đồng dân cư" in words
    assert "Ban Thanh tra nhân dân báo cáo" in words
    assert "bàn và quyết định 0 việc" not in words


def test_how_many_queries(browser, head, year, village, today, django_assert_max_num_queries):
    found = year.held()
    year.write(found)
    client = browser(head)
    client.get(at("conference", found))
    with django_assert_max_num_queries(20):
        assert client.get(at("conference", found)).status_code == 200
    with django_assert_max_num_queries(15):
        assert client.get(reverse("conferences:desk")).status_code == 200
    with django_assert_max_num_queries(20):
        assert browser().get(reverse("decisions:village", args=[village.code])).status_code == 200
