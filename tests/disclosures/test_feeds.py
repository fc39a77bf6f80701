"""The feed is read by another XML parser, the calendar by a small parser here that follows the RFC and no code of ours."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dienhong.disclosures import feeds
from dienhong.disclosures.feeds import Channel, Post

HANOI = timezone(timedelta(hours=7))
ATOM = "{http://www.w3.org/2005/Atom}"
CHANNEL = Channel(
    title="Công khai của xã Đông Hà",
    issuer="UBND xã Đông Hà",
    address="https://dongha.example/cong-khai/dong-ha.atom",
    home="https://dongha.example/cong-khai/dong-ha/",
    authority="dongha.example",
    begun=datetime(2026, 1, 1, 3, tzinfo=HANOI),
)
ROAD = Post(
    key="cong-khai/12",
    title="Mức đóng góp làm đường; thôn Bến Sậy, đợt 1",
    address="https://dongha.example/cong-khai/12/?a=1&b=2",
    published=datetime(2026, 11, 2, 8, 30, tzinfo=HANOI),
    updated=datetime(2026, 11, 3, 6, tzinfo=HANOI),
    since=date(2026, 11, 2),
    until=date(2026, 12, 2),
    summary='Mỗi hộ <b>1.140.500</b> đồng & "không" hơn\nXem \\ bảng tin',
)
RULES = Post(
    key="cong-khai/3",
    title="Quy chế",
    address="https://dongha.example/cong-khai/3/",
    published=datetime(2026, 1, 1, 0, 30, tzinfo=HANOI),
    updated=datetime(2026, 1, 5, tzinfo=UTC),
    since=date(2026, 1, 1),
)


def parsed(data):
    return ET.fromstring(data)  # noqa: S314 (our own words)


def test_the_feed_holds_every_post_the_last_changed_first():
    feed = parsed(feeds.atom(CHANNEL, [RULES, ROAD]))
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}title") == CHANNEL.title
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == CHANNEL.issuer
    assert feed.findtext(f"{ATOM}updated") == "2026-11-02T23:00:00Z"
    assert feed.findtext(f"{ATOM}id") == "tag:dongha.example,2025:https://dongha.example/cong-khai/dong-ha/"
    assert {link.get("rel"): link.get("href") for link in feed.iterfind(f"{ATOM}link")} == {
        "self": CHANNEL.address,
        "alternate": CHANNEL.home,
    }
    road, rules = feed.iterfind(f"{ATOM}entry")
    assert road.findtext(f"{ATOM}id") == "tag:dongha.example,2026:cong-khai/12"
    assert road.findtext(f"{ATOM}title") == ROAD.title
    assert road.find(f"{ATOM}link").get("href") == ROAD.address
    assert road.findtext(f"{ATOM}published") == "2026-11-02T01:30:00Z"
    assert road.findtext(f"{ATOM}summary") == f"{ROAD.summary}\nNiêm yết từ 02/11/2026 đến hết 02/12/2026."
    assert rules.findtext(f"{ATOM}id") == "tag:dongha.example,2025:cong-khai/3"
    assert rules.findtext(f"{ATOM}summary") == "Niêm yết từ 01/01/2026."


def test_every_part_that_the_standard_wants_is_there_once():
    feed = parsed(feeds.atom(CHANNEL, [ROAD]))
    for owner in (feed, feed.find(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(owner.findall(f"{ATOM}{name}")) == 1


def test_an_empty_feed_is_as_old_as_its_channel():
    feed = parsed(feeds.atom(CHANNEL, []))
    assert feed.findtext(f"{ATOM}updated") == "2025-12-31T20:00:00Z"
    assert feed.find(f"{ATOM}entry") is None


def test_a_script_in_a_title_is_text_and_control_letters_are_dropped():
    bad = Post("k", "<script>x</script>\x00\x0b", ROAD.address, ROAD.published, ROAD.updated, ROAD.since)
    entry = parsed(feeds.atom(CHANNEL, [bad])).find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "<script>x</script>"
    assert read(feeds.calendar(CHANNEL, [bad]))[0]["SUMMARY"] == "<script>x</script>"


def read(data):
    """The events of a calendar, each as a mapping; refuses what RFC 5545 refuses."""
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    for line in data.split(b"\r\n"):
        line.decode()  # no letter is cut in two
    lines = data.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    events, event = [], None
    for line in lines[1:-1]:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            event = {}
        elif line == "END:VEVENT":
            events.append(event)
            event = None
        elif event is not None:
            assert name not in event
            event[name] = value if name == "URL" else unescaped(value)
    assert event is None
    return events


def unescaped(value):
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value)
    return re.sub(r"\\([\\;,nN])", lambda sign: "\n" if sign[1] in "nN" else sign[1], value)


def test_a_posting_period_is_an_event_of_whole_days():
    rules, road = read(feeds.calendar(CHANNEL, [ROAD, RULES]))
    assert road == {
        "UID": "cong-khai/12@dongha.example",
        "DTSTAMP": "20261102T230000Z",
        "CREATED": "20261102T013000Z",
        "LAST-MODIFIED": "20261102T230000Z",
        "DTSTART;VALUE=DATE": "20261102",
        "DTEND;VALUE=DATE": "20261203",
        "SUMMARY": ROAD.title,
        "DESCRIPTION": ROAD.summary,
        "URL": ROAD.address,
        "TRANSP": "TRANSPARENT",
    }
    assert (rules["DTSTART;VALUE=DATE"], rules["DTEND;VALUE=DATE"]) == ("20260101", "20260102")
    assert "DESCRIPTION" not in rules


def test_the_calendar_says_what_the_standard_wants():
    lines = feeds.calendar(CHANNEL, []).decode().split("\r\n")
    assert {"VERSION:2.0", "METHOD:PUBLISH", "CALSCALE:GREGORIAN", "X-WR-CALNAME:Công khai của xã Đông Hà"} < set(lines)
    assert sum(line.startswith("PRODID:") for line in lines) == 1


def test_names_do_not_change_when_everything_else_does():
    moved = Post(
        ROAD.key, "Tên mới", "https://moi.example/", ROAD.published, datetime(2027, 1, 1, tzinfo=UTC), RULES.since
    )
    before, after = (read(feeds.calendar(CHANNEL, [post]))[0]["UID"] for post in (ROAD, moved))
    assert before == after
    before, after = (parsed(feeds.atom(CHANNEL, [post])).findtext(f"{ATOM}entry/{ATOM}id") for post in (ROAD, moved))
    assert before == after


@given(some.text(alphabet=some.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=200))
def test_any_title_comes_back_as_it_was(title):
    post = Post("k", title, ROAD.address, ROAD.published, ROAD.updated, ROAD.since, summary=f"a{title}")
    event = read(feeds.calendar(CHANNEL, [post]))[0]
    assert event["SUMMARY"] == title
    assert event["DESCRIPTION"] == f"a{title}"
    entry = parsed(feeds.atom(CHANNEL, [post])).find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == re.sub("[\ufffe\uffff]", "", title)


def test_line_breaks_of_any_kind_are_one():
    post = Post("k", "a\r\nb\rc\nd", ROAD.address, ROAD.published, ROAD.updated, ROAD.since)
    assert read(feeds.calendar(CHANNEL, [post]))[0]["SUMMARY"] == "a\nb\nc\nd"


def test_the_same_posts_give_the_same_bytes_in_any_order():
    assert feeds.atom(CHANNEL, [ROAD, RULES]) == feeds.atom(CHANNEL, [RULES, ROAD])
    assert feeds.calendar(CHANNEL, [ROAD, RULES]) == feeds.calendar(CHANNEL, [RULES, ROAD])


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"published": datetime(2026, 1, 1)}, "time zone"),
        ({"updated": datetime(2026, 1, 1)}, "time zone"),
        ({"until": date(2026, 11, 1)}, "ends on or after"),
    ],
)
def test_a_post_of_no_moment_or_an_impossible_period_is_refused(change, why):
    told = {name: getattr(ROAD, name) for name in Post.__slots__}
    with pytest.raises(ValueError, match=why):
        Post(**told | change)
