"""What is posted, as an Atom feed (RFC 4287) and as a calendar of posting periods (RFC 5545).

No tables and no clock here: posts in, bytes out, the same bytes for the same posts.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from lxml import etree

ATOM_TYPE: Final = "application/atom+xml; charset=utf-8"
CALENDAR_TYPE: Final = "text/calendar; charset=utf-8"

_ATOM: Final = "http://www.w3.org/2005/Atom"
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_BREAKS: Final = re.compile(r"\r\n?")
_OCTETS: Final = 75  # of a line in a calendar, its break not counted
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Post:
    """One thing that is posted, from the first to the last day it hangs, both counted; `until` None: it stays.

    `key` never changes, whatever happens to the title, the address or the commune: it is what readers know a post by.
    `address` is absolute. ValueError for a moment without a zone and for a period that ends before it begins.

    `begins` makes it an event at a moment instead of days on a board, at `where`; `is_off`: it will not take place.
    `hangs` False leaves the period out of the words of a feed.
    """

    key: str
    title: str
    address: str
    published: datetime
    updated: datetime
    since: date
    until: date | None = None
    summary: str = ""
    begins: datetime | None = None
    where: str = ""
    is_off: bool = False
    hangs: bool = True

    def __post_init__(self) -> None:
        if self.published.tzinfo is None or self.updated.tzinfo is None:
            raise ValueError("a moment in a feed has a time zone")
        if self.until is not None and self.until < self.since:
            raise ValueError("a posting period ends on or after its first day")


@dataclass(frozen=True, slots=True)
class Channel:
    """Whose posts these are. `address` is the feed's own, `home` the page it belongs to, both absolute.

    `authority` is a domain name of the site; with a post's key it names the post for good, so it stays as it was when
    the site moves. `begun` is when the channel opened, with its zone: the feed's date while nothing is posted.
    """

    title: str
    issuer: str
    address: str
    home: str
    authority: str
    begun: datetime


def atom(channel: Channel, posts: Sequence[Post]) -> bytes:
    """The posts as an Atom feed in UTF-8, the last changed first."""
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})  # type: ignore[dict-item]
    feed.set(f"{_XML}lang", "vi")
    _add(feed, "id", f"tag:{channel.authority},{channel.begun.astimezone(UTC).year}:{channel.home}")
    _add(feed, "title", channel.title)
    _add(feed, "updated", _moment(max((post.updated for post in posts), default=channel.begun)))
    _add(feed, "link", rel="self", type="application/atom+xml", href=channel.address)
    _add(feed, "link", rel="alternate", type="text/html", href=channel.home)
    _add(_add(feed, "author"), "name", channel.issuer)
    for post in sorted(posts, key=lambda post: (post.updated, post.key), reverse=True):
        _add_entry(feed, channel, post)
    return etree.tostring(feed, encoding="utf-8", xml_declaration=True)


def _add_entry(feed: etree._Element, channel: Channel, post: Post) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", f"tag:{channel.authority},{post.published.astimezone(UTC).year}:{post.key}")
    _add(entry, "title", post.title)
    _add(entry, "published", _moment(post.published))
    _add(entry, "updated", _moment(post.updated))
    _add(entry, "link", rel="alternate", type="text/html", href=post.address)
    _add(entry, "summary", "\n".join(filter(None, (post.summary, _period(post)))))


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    element.text = None if text is None else _FORBIDDEN.sub("", text)
    return element


def _period(post: Post) -> str:
    if not post.hangs:
        return ""
    until = f" đến hết {post.until:%d/%m/%Y}" if post.until else ""
    return f"Niêm yết từ {post.since:%d/%m/%Y}{until}."


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def calendar(channel: Channel, posts: Iterable[Post]) -> bytes:
    """The posting periods as all-day events, in the order of their first day.

    A post that stays for good is on the calendar on its first day only: an event without an end is none.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Dien Hong//Cong khai//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(channel.title)}",
        "X-PUBLISHED-TTL:P1D",
    ]
    for post in sorted(posts, key=lambda post: (post.since, post.key)):
        lines += _event(channel, post)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(channel: Channel, post: Post) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(post.key)}@{channel.authority}"
    yield f"DTSTAMP:{_stamp(post.updated)}"
    yield f"CREATED:{_stamp(post.published)}"
    yield f"LAST-MODIFIED:{_stamp(post.updated)}"
    if post.begins is not None:  # an end that nobody knows is not made up
        yield f"DTSTART:{_stamp(post.begins)}"
    else:
        yield f"DTSTART;VALUE=DATE:{post.since:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{(post.until or post.since) + _ONE_DAY:%Y%m%d}"  # the first day that is not in it
    yield f"SUMMARY:{_escaped(post.title)}"
    if post.summary:
        yield f"DESCRIPTION:{_escaped(post.summary)}"
    if post.where:
        yield f"LOCATION:{_escaped(post.where)}"
    if post.is_off:
        yield "STATUS:CANCELLED"
    yield f"URL:{_CONTROL.sub('', post.address)}"
    yield "TRANSP:TRANSPARENT" if post.begins is None else "TRANSP:OPAQUE"
    yield "END:VEVENT"


def _stamp(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    """A value of type TEXT: backslash, semicolon, comma and line breaks have a sign of their own."""
    text = _CONTROL.sub("", _BREAKS.sub("\n", text))
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """The line in pieces of at most 75 octets, no letter cut in two; a piece after the first begins with a space."""
    pieces: list[bytes] = []
    piece = b""
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > _OCTETS:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
