"""/du-lieu/…/quyet-dinh-2026.csv: the register of a village or of all villages of a commune, to take away."""

from collections.abc import Iterable

from django.http import JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dienhong.decisions import access
from dienhong.decisions.queries import public as queries
from dienhong.foundations.requests import CivicRequest
from dienhong.opendata import registers, shown
from dienhong.opendata.dictionary import csvw
from dienhong.opendata.files import TYPES, table
from dienhong.registry.models import Locality

CHUNK = 200
COMMUNE, VILLAGE = Locality.Kind.COMMUNE, Locality.Kind.VILLAGE


@require_safe
def dictionary(request: CivicRequest) -> HttpResponseBase:
    """What each column means."""
    context = {
        "columns": registers.COLUMNS,
        "lead": _("Mỗi cột của sổ quyết định nghĩa là gì. Tệp CSV và tệp JSON có cùng các cột, cùng thứ tự."),
        "canonical": shown.absolute("opendata:decisions-dictionary"),
        "trail": [
            (_("Dữ liệu mở"), reverse("opendata:index")),
            (_("Từ điển dữ liệu"), reverse("opendata:dictionary")),
            (_("Sổ quyết định"), ""),
        ],
    }
    return render(request, "opendata/dictionary.html", context)


@require_safe
def of_village(request: CivicRequest, code: str, year: int, kind: str) -> HttpResponseBase:
    """A village's register of a year, what it came from included."""
    place = queries.place_now(code, VILLAGE)
    if place.code != code:
        return redirect("opendata:village-decisions", place.code, year, kind)
    return _streamed(request, kind, f"quyet-dinh-{code}-{year}", queries.all_of(place), year)


@require_safe
def of_commune(request: CivicRequest, code: str, year: int, kind: str) -> HttpResponseBase:
    """The registers of all villages of a commune."""
    place = queries.place_now(code, COMMUNE)
    if place.code != code:
        return redirect("opendata:decisions", place.code, year, kind)
    return _streamed(request, kind, f"quyet-dinh-{code}-{year}", queries.all_under(place), year)


def _streamed(request: CivicRequest, kind: str, name: str, ids: Iterable[int], year: int) -> StreamingHttpResponse:
    ids = list(ids)
    if year not in queries.years(ids):
        raise access.nothing()
    found = queries.decided(ids, year=year).select_related("village__parent").prefetch_related("records")
    pieces = table(kind, registers.NAMES, (registers.row(each) for each in found.iterator(chunk_size=CHUNK)))
    response = StreamingHttpResponse(pieces, content_type=TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    response["Cache-Control"] = "no-store"
    if kind == "csv":
        metadata_at = request.build_absolute_uri(f"{request.path}-metadata.json")
        response["Link"] = f'<{metadata_at}>; rel="describedby"; type="application/csvm+json"'
    return response


@require_safe
def metadata(_request: CivicRequest, code: str, year: int) -> JsonResponse:
    """The columns of a commune's CSV file for programs (CSVW), beside the file."""
    return _metadata(queries.place_now(code, COMMUNE), "opendata:decisions", year)


@require_safe
def village_metadata(_request: CivicRequest, code: str, year: int) -> JsonResponse:
    """The same of a village's file."""
    return _metadata(queries.place_now(code, VILLAGE), "opendata:village-decisions", year)


def _metadata(place: Locality, name: str, year: int) -> JsonResponse:
    title = _("Sổ quyết định năm %(year)s, %(place)s") % {"year": year, "place": place}
    content = csvw(shown.absolute(name, place.code, year, "csv"), title, registers.COLUMNS)
    return JsonResponse(
        content,
        json_dumps_params={"ensure_ascii": False, "indent": 1},
        content_type="application/csvm+json",
    )
