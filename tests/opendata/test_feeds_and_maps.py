"""Feeds, calendars and site maps: by the letter of their standards, read here by no code of ours."""

import re
from datetime import date, datetime, timedelta
from xml.etree import ElementTree as ET

import pytest

from dienhong.disclosures import actions
from dienhong.disclosures.models import Posting
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
ATOM, MAP = "{http://www.w3.org/2005/Atom}", "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SITE = "http://localhost:8000"


def get(path, kind, status=200):
    response = client_of().get(path)
    assert response.status_code == status, path
    if status == 200:
        assert response["Content-Type"].startswith(kind)
    return response.content


def entries(path):
    feed = ET.fromstring(get(path, "application/atom+xml"))  # noqa: S314 - our own
    for needed in ("id", "title", "updated"):
        assert len(feed.findall(f"{ATOM}{needed}")) == 1
    assert feed.find(f"{ATOM}author/{ATOM}name").text.startswith("Ủy ban nhân dân")
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == SITE + path
    found = feed.findall(f"{ATOM}entry")
    for each in found:
        assert each.find(f"{ATOM}id").text.startswith("tag:localhost,")
        for moment in ("published", "updated"):
            assert datetime.fromisoformat(each.find(f"{ATOM}{moment}").text).tzinfo
    return {each.find(f"{ATOM}link").get("href") for each in found}


def events(path):
    """The events of a calendar: its lines unfolded, every one checked against RFC 5545."""
    data = get(path, "text/calendar")
    assert data.endswith(b"\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    lines = data.decode().replace("\r\n ", "").split("\r\n")[:-1]
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert {"VERSION:2.0"} < set(lines)
    assert all(re.match(r"[A-Z-]+(;[A-Z-]+=[^:;,\"]+)*:", line) for line in lines)
    found, one = [], None
    for line in lines[1:-1]:
        if line == "BEGIN:VEVENT":
            one = {}
        elif line == "END:VEVENT":
            assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(one)
            found.append(one)
            one = None
        elif one is not None:
            name, _colon, value = line.partition(":")
            name = name.partition(";")[0]
            assert name not in one
            one[name] = value
    assert len({each["UID"] for each in found}) == len(found)
    return found


def of(*disclosures):
    return {f"{SITE}/cong-khai/{each.pk}/" for each in disclosures}


def test_the_feed_holds_what_is_out_and_nothing_else(register):
    assert entries(f"/du-lieu/xa/{register.code}/tin.atom") == of(register.out, register.local)


def test_a_topic_and_a_village_have_feeds_of_their_own(register, commune):
    base = f"/du-lieu/xa/{register.code}"
    assert entries(f"{base}/noi-dung/3/tin.atom") == of(register.local)
    assert entries(f"{base}/noi-dung/4/tin.atom") == set()
    assert entries(f"{base}/thon/{register.village.code}/tin.atom") == of(register.out, register.local)
    assert entries(f"{base}/thon/{commune.villages[1].code}/tin.atom") == of(register.out)


def test_what_is_taken_back_leaves_the_feed_and_the_calendar_at_once(register, taken_back):
    base = f"/du-lieu/xa/{register.code}"
    assert of(register.out) < entries(f"{base}/tin.atom")
    taken_back(register.out)
    assert entries(f"{base}/tin.atom") == of(register.local)
    assert [each["URL"] for each in events(f"{base}/niem-yet.ics")] == [*of(register.local)]


def test_the_calendar_shows_from_when_until_when_it_hangs(register, today):
    for each in events(f"/du-lieu/xa/{register.code}/niem-yet.ics"):
        first, end = (date.fromisoformat(each[name]) for name in ("DTSTART", "DTEND"))
        assert first == today - timedelta(days=3)
        assert (end - first).days == 31  # thirty full days after the day it was put up; the end is not in it
    village = events(f"/du-lieu/xa/{register.code}/thon/{register.village.code}/niem-yet.ics")
    assert len(village) == 2


def test_what_came_down_is_in_the_calendar_until_that_day_and_its_place_is_not_told(register, officer, today, now):
    for posting in Posting.objects.filter(version__disclosure=register.out, form="posting"):
        actions.remove(posting=posting, claimed_on=today, reason="Sửa bảng tin", by=officer, at=now)
    [event] = [each for each in events(f"/du-lieu/xa/{register.code}/niem-yet.ics") if each["URL"] in of(register.out)]
    assert date.fromisoformat(event["DTEND"]) == today + timedelta(days=1)
    assert "DESCRIPTION" not in event


def test_the_calendar_of_last_days_names_what_is_owed_without_its_secret(register):
    found = {each["URL"]: each for each in events(f"/du-lieu/xa/{register.code}/han.ics")}
    assert set(found) == of(register.owed, register.gone)
    owed = found[f"{SITE}/cong-khai/{register.owed.pk}/"]
    assert date.fromisoformat(owed["DTSTART"]) == register.owed.due_on
    assert owed["SUMMARY"].startswith("Hạn công khai: ")
    assert events(f"/du-lieu/xa/{register.code}/thon/{register.village.code}/han.ics")


@pytest.mark.parametrize(
    "path", ["khong/tin.atom", "{code}/noi-dung/99/tin.atom", "{code}/noi-dung/0/tin.atom", "{code}/thon/khong/tin.atom",
             "{code}/thon/{other}/han.ics", "khong/niem-yet.ics"],
)  # fmt: skip
def test_what_is_not_there_or_another_communes_is_not_found(register, neighbour, path):
    address = path.format(code=register.code, other=neighbour.villages[0].code)
    get(f"/du-lieu/xa/{address}", "", status=404)


def test_the_map_of_the_site_leads_to_every_page_with_content(register):
    index = ET.fromstring(get("/sitemap.xml", "application/xml"))  # noqa: S314
    assert index.tag == f"{MAP}sitemapindex"
    maps = [each.text for each in index.iter(f"{MAP}loc")]
    assert f"{SITE}/sitemap/xa/{register.code}.xml" in maps
    pages = {}
    for each in maps:
        part = ET.fromstring(get(each.removeprefix(SITE), "application/xml"))  # noqa: S314
        assert part.tag == f"{MAP}urlset"
        for url in part.findall(f"{MAP}url"):
            changed = url.find(f"{MAP}lastmod")
            pages[url.find(f"{MAP}loc").text] = changed.text if changed is not None else None
    assert of(register.out, register.local) == {each for each in pages if re.search(r"/cong-khai/\d+/$", each)}
    assert all(datetime.fromisoformat(pages[each]).tzinfo for each in of(register.out))
    for each in pages:
        assert client_of().get(each.removeprefix(SITE)).status_code == 200


def test_robots_are_shown_the_map_and_kept_off_the_desks():
    text = get("/robots.txt", "text/plain").decode()
    assert f"Sitemap: {SITE}/sitemap.xml" in text
    assert "Disallow: /cong-khai/viec/" in text
    assert "Disallow: /\n" not in text
