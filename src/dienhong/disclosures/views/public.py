"""What everybody may see: the commune's page, one disclosure at its lasting address, its files."""

from django.conf import settings
from django.core.cache import caches
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.disclosures import access, asking, queries, shown
from dienhong.disclosures.forms import PublicFilter
from dienhong.disclosures.models import Version
from dienhong.documents.views import serve
from dienhong.foundations import beside
from dienhong.foundations.page_cache import kept_for_visitors, not_modified
from dienhong.foundations.requests import CivicRequest, number_asked
from dienhong.ledger import queries as ledger
from dienhong.registry.models import Locality
from lawcore.disclosures import Publisher

PER_PAGE = 20
COMMUNES_PER_PAGE = 50
PLACE_SECONDS = 60  # a commune that is merged hands its disclosures on
SHORTEST = 3  # letters of a word that is searched in all communes
PAPERS = 12


def _acts_of_commune(request: CivicRequest, code: str = "") -> str | None:
    """How many acts the ledger has of the commune whose page this is. What is found in all communes is not kept."""
    if not code:
        known = list(queries.communes().values_list("code", flat=True)[:2])
        code = known[0] if len(known) == 1 else ""
    if not code:
        return None if request.GET.get("tim") else "many"
    return str(ledger.acts(code))


def _acts_of_one(_request: CivicRequest, pk: int) -> str | None:
    places = caches["pages"]
    code = places.get(f"place:{pk}")
    if code is None:  # kept from when it was asked, not from when it was last used: a merger shows on a busy page too
        code = queries.place_code(pk)
        if code is None:
            return None
        places.set(f"place:{pk}", code, PLACE_SECONDS)
    return str(ledger.acts(code))


@kept_for_visitors(_acts_of_commune, asked=frozenset({"tim", "nd", "thon", "trang"}))
def index(request: CivicRequest, code: str = "") -> HttpResponse:
    """What the commune must disclose and has; where several communes are kept here, which one is asked first."""
    if code:
        now = queries.commune_now(code)  # merged or renamed: what was printed leads on
        if now is not None and now.code != code:
            return redirect("disclosures:commune", queries.commune(now.code).code)
        return _commune(request, queries.commune(code))
    known = list(queries.communes()[:2])
    if not known:
        return render(request, "disclosures/public.html", {"place": None})
    return _commune(request, known[0]) if len(known) == 1 else _choose(request)


def _choose(request: CivicRequest) -> HttpResponse:
    text = request.GET.get("tim", "")[:100]
    page = Paginator(queries.communes(text), COMMUNES_PER_PAGE).get_page(number_asked(request, "trang"))
    found = queries.out_everywhere(text) if len(text.strip()) >= SHORTEST else []
    rows = [(shown.row(each, on=request.on), shown.public_title(each)) for each in found[: queries.FIRST]]
    context = {"page": page, "text": text, "rows": rows, "has_more": len(found) > queries.FIRST}
    return render(request, "disclosures/communes.html", context)


def _commune(request: CivicRequest, place: Locality) -> HttpResponse:
    led = queries.village_now(place, request.GET.get("thon", ""))
    if led is not None:  # merged or renamed: what was printed leads on
        asked_again = request.GET.copy()
        asked_again["thon"] = str(led.pk)
        return redirect(f"{reverse('disclosures:commune', args=[place.code])}?{asked_again.urlencode()}")
    villages = queries.villages_of(place, on=request.on)
    form = PublicFilter(request.GET or None, contents=asking.contents(Publisher.COMMUNE), villages=villages)
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    village = asked.get("thon")
    found = queries.public(place, text=asked.get("tim", ""), topic=asked.get("nd"), village=village)
    number = request.GET.get("trang")
    if asked.get("tim"):
        page = queries.page_of_all(found, number, per_page=PER_PAGE)
    else:
        page = queries.one_page(found, number, per_page=PER_PAGE)
    figures = queries.figures_of(place, on=request.on, year=request.on.year)
    context = {
        "place": place,
        "is_one_of_many": queries.communes().exclude(pk=place.pk).exists(),
        "canonical": settings.DIENHONG_URL.rstrip("/") + reverse("disclosures:commune", args=[place.code]),
        "village": village,
        "topic": asked.get("nd"),
        "form": form,
        "filtered": any(asked.values()),
        "page": page,
        "rows": [(shown.row(each, on=request.on), shown.public_title(each)) for each in page],
        "year": request.on.year,
        "came_from": queries.came_from(place),
        "papers": [(each, queries.period_of(each).label) for each in queries.public_statements(place)[:PAPERS]],
        "topics": queries.topics(place, year=request.on.year, on=request.on),
        "figures": figures,
        "parts": shown.parts(figures),
        "here": reverse("disclosures:commune", args=[place.code]),
    }
    return render(request, "disclosures/public.html", context)


@kept_for_visitors(_acts_of_one)
def detail(request: CivicRequest, pk: int) -> HttpResponse:
    """One disclosure: its words, its files, its clock, where the boards are, its earlier versions."""
    found = queries.public_disclosure(pk)
    place = found.item.plan.organization.locality
    newest = queries.newest(found)
    title = shown.public_title(found)
    erased = queries.erasures(found) if any(each.is_erased for each in found.versions.all()) else {}
    context = {
        "disclosure": found,
        "title": title,
        "site": settings.DIENHONG_URL.rstrip("/"),
        "canonical": settings.DIENHONG_URL.rstrip("/") + reverse("disclosures:public", args=[pk]),
        "place": place,
        "row": shown.row(found, on=request.on),
        "became": shown.became(found),
        "newest": newest,
        "lines": shown.lines(newest),
        "is_shown": queries.is_shown(newest),
        "panels": beside.panels("disclosure.public", request, found),
        "withdrawal": getattr(newest, "withdrawal", None),
        "erasure": erased.get(newest.number),
        "earlier": [
            (each, queries.is_shown(each), getattr(each, "withdrawal", None), erased.get(each.number))
            for each in found.versions.all()
            if each.pk != newest.pk and each.has_content
        ],
        "ways": shown.ways(found.item.plan.kind, found.item.asked["result"]["forms"]),
        "trail": [
            (_("Biết"), reverse("heading-biet")),
            (_("Công khai"), reverse("disclosures:commune", args=[place.code])),
            (title, ""),
        ],
    }
    return render(request, "disclosures/public_detail.html", context)


def file(request: CivicRequest, pk: int, number: int) -> HttpResponseBase:
    """The file of a version, as it was stored; withdrawn or not yet published, it is not given."""
    found = queries.public_disclosure(pk)
    version: Version | None = next((each for each in found.versions.all() if each.number == number), None)
    if version is None or version.file is None or not queries.is_shown(version):
        raise access.nothing()
    if not_modified(request, f'"{version.file.sha256}"'):
        return HttpResponseNotModified()
    return serve(version.file, version.file_name, inline=True)
