"""What search engines ask for first: the map of the site, and where not to go."""

from itertools import islice

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from dienhong.decisions.queries import public as decisions
from dienhong.disclosures import queries as disclosures
from dienhong.foundations.page_cache import kept_for_visitors
from dienhong.foundations.requests import CivicRequest
from dienhong.opendata import queries, shown, sitemap
from dienhong.opendata.views.leading import leads_on
from dienhong.registry.models import Locality

XML = "application/xml; charset=utf-8"
PUBLIC = ("home", "disclosures:index", "opendata:index", "opendata:dictionary")


def _many(_request: CivicRequest) -> str:
    return "many"


def _acts(_request: CivicRequest, code: str) -> str:
    return queries.acts(disclosures.commune(code))


@require_safe
@kept_for_visitors(_many)
def index(_request: CivicRequest) -> HttpResponse:
    """A map for the site's own pages, one for what each commune discloses, one for what its villages decide."""
    changed = queries.last_changed_everywhere()
    codes = disclosures.communes().values_list("code", flat=True)
    maps: list[tuple[str, sitemap.When]] = [(shown.absolute("opendata:site-map"), None)]
    maps += [(shown.absolute("opendata:commune-map", each), changed.get(each)) for each in codes]
    maps += [(shown.absolute("opendata:decisions-map", each.code), None) for each in decisions.communes()]
    return HttpResponse(sitemap.index(maps[: sitemap.MOST]), content_type=XML)


@require_safe
def site(_request: CivicRequest) -> HttpResponse:
    """The pages that are no commune's."""
    return HttpResponse(sitemap.one([(shown.absolute(each), None) for each in PUBLIC]), content_type=XML)


@require_safe
@leads_on
@kept_for_visitors(_acts)
def commune(_request: CivicRequest, code: str) -> HttpResponse:
    """Everything of the commune that has a page with content, with when it last changed."""
    place = disclosures.commune(code)
    own = [(shown.absolute("disclosures:commune", code), None), (shown.absolute("opendata:commune", code), None)]
    pages = ((shown.absolute("disclosures:public", pk), at) for pk, at in queries.shown(place))
    return HttpResponse(sitemap.one([*own, *islice(pages, sitemap.MOST - len(own))]), content_type=XML)


@require_safe
def decided(request: CivicRequest, code: str) -> HttpResponse:
    """What the villages of a commune decided: the commune's page, theirs, one for each decision."""
    place = decisions.place_now(code, Locality.Kind.COMMUNE)
    if place.code != code:
        return redirect("opendata:decisions-map", place.code)
    villages = decisions.villages_of(place, on=request.on)
    own: list[tuple[str, sitemap.When]] = [(shown.absolute("decisions:commune", code), None)]
    own += [(shown.absolute("decisions:village", each.code), None) for each in villages]
    pages = ((shown.absolute("decisions:public", pk), at) for pk, at in queries.decided(place))
    return HttpResponse(sitemap.one([*own, *islice(pages, sitemap.MOST - len(own))]), content_type=XML)


@require_safe
def robots(_request: CivicRequest) -> HttpResponse:
    """Read what everybody may read."""
    return HttpResponse(sitemap.robots(shown.site()), content_type="text/plain; charset=utf-8")
