"""/du-lieu/: the register as files, what its columns mean, the catalogue of data sets."""

from collections.abc import Iterable, Iterator, Mapping

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dienhong.disclosures import access, asking
from dienhong.disclosures import queries as disclosures
from dienhong.foundations.page_cache import kept_for_visitors
from dienhong.foundations.requests import CivicRequest, number_asked
from dienhong.opendata import catalogue as catalogues
from dienhong.opendata import queries, shown
from dienhong.opendata.dictionary import COLUMNS, csvw
from dienhong.opendata.files import TYPES, written
from dienhong.opendata.views.leading import leads_on
from dienhong.registry.models import Locality
from lawcore.disclosures import Publisher

PER_PAGE = 50
MOST_SETS = 100
"""Communes that the catalogue names one by one; of more, each commune has a catalogue of its own."""


def _many(_request: CivicRequest, **_named: object) -> str:
    return "many"


def _acts(_request: CivicRequest, code: str) -> str:
    return queries.acts(disclosures.commune(code))


@require_safe
@kept_for_visitors(_many, asked=frozenset({"trang"}))
def index(request: CivicRequest) -> HttpResponse:
    """What can be taken away, in which form, under which terms."""
    page = Paginator(disclosures.communes(), PER_PAGE).get_page(number_asked(request, "trang"))
    context = {
        "page": page,
        "years": queries.years(),
        "licence": settings.DIENHONG_DATA_LICENCE,
        "canonical": shown.absolute("opendata:index"),
    }
    return render(request, "opendata/index.html", context)


@require_safe
@leads_on
@kept_for_visitors(_acts)
def commune(request: CivicRequest, code: str) -> HttpResponse:
    """The feeds, calendars and files of one commune."""
    place = disclosures.commune(code)
    contents = enumerate(asking.contents(Publisher.COMMUNE), start=1)
    context = {
        "place": place,
        "came_from": disclosures.came_from(place),
        "years": queries.years(place),
        "topics": [(number, each.label) for number, each in contents],
        "villages": disclosures.villages_of(place, on=request.on),
        "canonical": shown.absolute("opendata:commune", code),
        "trail": [(_("Dữ liệu mở"), reverse("opendata:index")), (str(place), "")],
    }
    return render(request, "opendata/commune.html", context)


@require_safe
def dictionary(request: CivicRequest) -> HttpResponse:
    """What each column means."""
    context = {
        "columns": COLUMNS,
        "canonical": shown.absolute("opendata:dictionary"),
        "trail": [(_("Dữ liệu mở"), reverse("opendata:index")), (_("Từ điển dữ liệu"), "")],
    }
    return render(request, "opendata/dictionary.html", context)


@require_safe
@leads_on
def register(request: CivicRequest, code: str, year: int, kind: str) -> StreamingHttpResponse:
    """The register of a commune's year, as it stands this moment."""
    place = disclosures.commune(code)
    _check_year(year, place)
    return _streamed(request, kind, f"cong-khai-{code}-{year}", year, place)


@require_safe
def everything(request: CivicRequest, year: int, kind: str) -> StreamingHttpResponse:
    """The register of every commune's year, as it stands while it is read."""
    _check_year(year, None)
    return _streamed(request, kind, f"cong-khai-{year}", year, None)


def _check_year(year: int, place: Locality | None) -> None:
    if year not in queries.years(place):
        raise access.nothing()


def _streamed(request: CivicRequest, kind: str, name: str, year: int, place: Locality | None) -> StreamingHttpResponse:
    pieces: Iterator[bytes] = written(kind, queries.register(year=year, place=place), on=request.on)
    response = StreamingHttpResponse(pieces, content_type=TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    response["Cache-Control"] = "no-store"
    metadata = request.build_absolute_uri(f"{request.path}-metadata.json")
    if kind == "csv":
        response["Link"] = f'<{metadata}>; rel="describedby"; type="application/csvm+json"'
    return response


@require_safe
@leads_on
def metadata(_request: CivicRequest, year: int, code: str = "") -> JsonResponse:
    """The columns of a CSV file for programs (CSVW), beside the file."""
    place = disclosures.commune(code) if code else None
    title = _("Sổ công khai năm %(year)s, %(place)s") % {"year": year, "place": place or _("mọi xã")}
    return _json(csvw(catalogues.address_of(place, year, "csv"), title), "application/csvm+json")


@require_safe
@leads_on
def catalogue(_request: CivicRequest, code: str = "") -> JsonResponse:
    """The data sets as DCAT-AP."""
    if code:
        place = disclosures.commune(code)
        decided = queries.decided_in([place])
        content = catalogues.catalogue([], [(place, queries.years(place))], _yearly([place], decided))
        return _json(content, "application/ld+json")
    known = list(disclosures.communes()[: MOST_SETS + 1])
    named = [(each, queries.years(each)) for each in known] if len(known) <= MOST_SETS else []
    decided = queries.decided_in(known) if named else {}
    content = catalogues.catalogue(queries.years(), named, _yearly(known, decided))
    return _json(content, "application/ld+json")


def _yearly(places: Iterable[Locality], years: Mapping[int, list[int]]) -> list[tuple[Locality, list[int]]]:
    """Those of these communes of which there are years."""
    return [(each, years[each.pk]) for each in places if each.pk in years]


def _json(content: object, kind: str) -> JsonResponse:
    return JsonResponse(content, json_dumps_params={"ensure_ascii": False, "indent": 1}, content_type=kind, safe=False)
