"""What everybody may see: the commune's page, one disclosure at its lasting address, its files."""

from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.disclosures import access, asking, queries, shown
from dienhong.disclosures.forms import PublicFilter
from dienhong.disclosures.models import Version
from dienhong.documents.views import serve
from dienhong.foundations.requests import CivicRequest
from dienhong.registry.models import Locality
from lawcore.disclosures import Publisher

PER_PAGE = 20


def index(request: CivicRequest, code: str = "") -> HttpResponse:
    """What the commune must disclose and has; where several communes are kept here, the one asked for."""
    places = queries.communes()
    place = next((each for each in places if each.code == code), None) if code else next(iter(places), None)
    if code and place is None:
        raise access.nothing()
    if place is None:
        return render(request, "disclosures/public.html", {"place": None})
    return _commune(request, place, places)


def _commune(request: CivicRequest, place: Locality, places: list[Locality]) -> HttpResponse:
    villages = queries.villages_of(place, on=request.on)
    form = PublicFilter(request.GET or None, contents=asking.contents(Publisher.COMMUNE), villages=villages)
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    village = asked.get("thon")
    found = queries.public(
        place, text=asked.get("tim", ""), topic=asked.get("nd"), village=village.pk if village else None
    )
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "place": place,
        "places": places if len(places) > 1 else [],
        "form": form,
        "filtered": any(asked.values()),
        "page": page,
        "rows": [(shown.row(each, on=request.on), shown.public_title(each)) for each in page],
        "year": request.on.year,
        "topics": queries.topics(place, year=request.on.year, on=request.on),
        "figures": queries.figures_of(place, on=request.on, year=request.on.year),
        "here": reverse("disclosures:commune", args=[place.code]),
    }
    return render(request, "disclosures/public.html", context)


def detail(request: CivicRequest, pk: int) -> HttpResponse:
    """One disclosure: its words, its files, its clock, where the boards are, its earlier versions."""
    found = queries.public_disclosure(pk)
    place = found.item.plan.organization.locality
    newest = queries.newest(found)
    title = shown.public_title(found)
    context = {
        "disclosure": found,
        "title": title,
        "place": place,
        "row": shown.row(found, on=request.on),
        "newest": newest,
        "lines": shown.lines(newest),
        "is_shown": queries.is_shown(newest),
        "withdrawal": getattr(newest, "withdrawal", None),
        "earlier": [
            (each, queries.is_shown(each), getattr(each, "withdrawal", None))
            for each in found.versions.all()
            if each.pk != newest.pk
        ],
        "ways": shown.ways(found.item.plan.kind, found.item.asked["result"]["forms"]),
        "trail": [
            (_("Biết"), reverse("heading-biet")),
            (_("Công khai"), reverse("disclosures:commune", args=[place.code])),
            (title, ""),
        ],
    }
    return render(request, "disclosures/public_detail.html", context)


def file(request: CivicRequest, pk: int, number: int) -> FileResponse:  # noqa: ARG001 - the address says it all
    """The file of a version, as it was stored; withdrawn or not yet published, it is not given."""
    found = queries.public_disclosure(pk)
    version: Version | None = next((each for each in found.versions.all() if each.number == number), None)
    if version is None or version.file is None or not queries.is_shown(version):
        raise access.nothing()
    return serve(version.file, version.file_name, inline=True)
