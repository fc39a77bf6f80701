"""A disclosure as machines read it: a row of the register, a post of a feed. Nothing that its page does not show."""

from datetime import date, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse

from dienhong.disclosures import queries as disclosures
from dienhong.disclosures import shown as pages
from dienhong.disclosures.feeds import Channel, Post
from dienhong.disclosures.models import Disclosure, Posting
from dienhong.foundations.clock import VIETNAM
from dienhong.opendata.dictionary import NAMES

ONE_DAY = timedelta(days=1)
Value = str | int | None


def site() -> str:
    """The address of this installation, without a slash at its end."""
    return str(settings.DIENHONG_URL).rstrip("/")


def absolute(name: str, *args: object) -> str:
    """The whole address of a page."""
    return site() + reverse(name, args=args)


def row(disclosure: Disclosure, *, on: date) -> dict[str, Value]:
    """The columns of the dictionary, in its order; days as YYYY-MM-DD, moments with their zone."""
    item, newest = disclosure.item, disclosures.newest(disclosure)
    unit, standing = item.plan.organization, disclosures.standing(disclosure, on=on)
    line, is_out = pages.row(disclosure, on=on), disclosures.is_shown(newest)
    stored = newest.file if is_out else None
    values: tuple[Value, ...] = (
        disclosure.pk,
        absolute("disclosures:public", disclosure.pk),
        unit.locality.code,
        str(unit.locality),
        unit.name,
        str(disclosure.village) if disclosure.village else None,
        item.number,
        item.code,
        item.label,
        pages.public_title(disclosure),
        item.clause,
        item.plan.year,
        disclosure.begun_on.isoformat(),
        disclosure.due_on.isoformat(),
        _day(disclosure.public_on),
        standing.kind,
        standing.late,
        " ".join(item.asked["result"]["forms"]),
        " ".join(disclosures.lacking(disclosure)),
        line.where,
        _day(line.until),
        newest.number,
        newest.recorded_at.astimezone(VIETNAM).isoformat(timespec="seconds"),
        newest.text_sha256 if is_out else "",
        stored.sha256 if stored else "",
        absolute("disclosures:file", disclosure.pk, newest.number) if stored else None,
        disclosure.waits_for or None,
    )
    return dict(zip(NAMES, values, strict=True))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def channel(*, title: str, issuer: str, address: str, home: str, begun: object) -> Channel:
    """A feed of this installation; the addresses without the site."""
    authority = urlsplit(site()).hostname or "localhost"
    return Channel(title, issuer, site() + address, site() + home, authority, begun)  # type: ignore[arg-type]


def posting(disclosure: Disclosure) -> Post:
    """What is out, from the day it was made public until the last day on which it has to hang, or came down."""
    newest = disclosures.newest(disclosure)
    postings = list(newest.postings.all())
    until = max((day for each in postings if (day := _last_day(each))), default=None)
    since = disclosure.public_on or newest.since
    recorded = [each.recorded_at for each in disclosure.versions.all() if each.number]
    removals = [removal for each in postings if (removal := getattr(each, "removal", None))]
    return Post(
        key=f"cong-khai-{disclosure.pk}",
        title=pages.public_title(disclosure),
        address=absolute("disclosures:public", disclosure.pk),
        published=min(recorded),
        updated=max(newest.recorded_at, *(each.recorded_at for each in (*postings, *removals))),
        since=since,
        until=max(until, since) if until else None,
        summary=pages.places(each for each in postings if getattr(each, "removal", None) is None),
    )


def _last_day(posting: Posting) -> date | None:
    """Until when one posting hangs; None where no time is set."""
    removal = getattr(posting, "removal", None)
    if removal is not None:
        day: date = removal.claimed_on
        return day
    return posting.stays_until - ONE_DAY if posting.stays_until else None


def last_day(disclosure: Disclosure) -> Post:
    """What is owed, on its last day."""
    newest = disclosures.newest(disclosure)
    return Post(
        key=f"han-{disclosure.pk}",
        title=f"Hạn công khai: {pages.public_title(disclosure)}",
        address=absolute("disclosures:public", disclosure.pk),
        published=disclosure.created_at,
        updated=max(disclosure.created_at, newest.recorded_at),
        since=disclosure.due_on,
        until=disclosure.due_on,
        summary=disclosure.waits_for,
    )
