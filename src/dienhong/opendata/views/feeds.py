"""What is new of a commune, a topic, a village (Atom); when boards hang and what is due when (iCalendar)."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dienhong.disclosures import access, asking, feeds
from dienhong.disclosures import queries as disclosures
from dienhong.disclosures.feeds import Channel
from dienhong.foundations.page_cache import kept_for_visitors
from dienhong.foundations.requests import CivicRequest
from dienhong.opendata import queries, shown
from dienhong.opendata.views.leading import leads_on
from dienhong.registry.models import Locality
from lawcore.disclosures import Publisher


def _acts(_request: CivicRequest, code: str, **_of: object) -> str | None:
    return queries.acts(disclosures.commune(code))


@require_safe
@leads_on
@kept_for_visitors(_acts)
def atom(request: CivicRequest, code: str, topic: int | None = None, village: str = "") -> HttpResponse:
    """What the commune has out now; withdrawn, it is here no more."""
    place = disclosures.commune(code)
    of = _village(request, place, village)
    _check_topic(topic)
    posts = [shown.posting(each) for each in queries.posted(place, topic=topic, village=of)]
    title = _("Công khai của %(place)s") % {"place": of or place}
    if topic:
        title = f"{title}: {asking.contents(Publisher.COMMUNE)[topic - 1].label}"
    content = feeds.atom(_channel(request, place, of, title), posts)
    return HttpResponse(content, content_type=feeds.ATOM_TYPE)


@require_safe
@leads_on
@kept_for_visitors(_acts)
def hanging(request: CivicRequest, code: str, village: str = "") -> HttpResponse:
    """From when until when it hangs."""
    place = disclosures.commune(code)
    of = _village(request, place, village)
    posts = [shown.posting(each) for each in queries.posted(place, topic=None, village=of)]
    title = _("Niêm yết ở %(place)s") % {"place": of or place}
    return HttpResponse(feeds.calendar(_channel(request, place, of, title), posts), content_type=feeds.CALENDAR_TYPE)


@require_safe
@leads_on
@kept_for_visitors(_acts)
def due(request: CivicRequest, code: str, village: str = "") -> HttpResponse:
    """What the commune has to make public, and by when."""
    place = disclosures.commune(code)
    of = _village(request, place, village)
    posts = [shown.last_day(each) for each in queries.owed(place, village=of)]
    title = _("Hạn công khai của %(place)s") % {"place": of or place}
    return HttpResponse(feeds.calendar(_channel(request, place, of, title), posts), content_type=feeds.CALENDAR_TYPE)


def _village(request: CivicRequest, place: Locality, code: str) -> Locality | None:
    if not code:
        return None
    found = next((each for each in disclosures.villages_of(place, on=request.on) if each.code == code), None)
    if found is None:
        raise access.nothing()
    return found


def _check_topic(topic: int | None) -> None:
    if topic is not None and not 1 <= topic <= len(asking.contents(Publisher.COMMUNE)):
        raise access.nothing()


def _channel(request: CivicRequest, place: Locality, village: Locality | None, title: str) -> Channel:
    return shown.channel(
        title=title,
        issuer=_("Ủy ban nhân dân %(place)s") % {"place": place},
        address=request.path,
        home=reverse("disclosures:commune", args=[place.code]) + (f"?thon={village.pk}" if village else ""),
        begun=queries.begun(place),
    )
