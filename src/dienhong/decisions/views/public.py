"""What everybody sees: a commune's villages, a village's page, one decision, the register, calendar and feed."""

from django.core.cache import caches
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dienhong.decisions import access, public_feeds, public_shown
from dienhong.decisions.queries import public as queries
from dienhong.disclosures import feeds
from dienhong.foundations import beside
from dienhong.foundations.page_cache import kept_for_visitors
from dienhong.foundations.requests import CivicRequest, number_asked
from dienhong.registry.models import Locality

PER_PAGE = 20
COMMUNES_PER_PAGE = 50
KEPT_SECONDS = 300  # acts of the village show at once; only what no act records, such as a place's new name, waits
PLACE_SECONDS = 60  # a village that is merged hands its decisions on
COMMUNE, VILLAGE = Locality.Kind.COMMUNE, Locality.Kind.VILLAGE
LONGEST_SEARCH = 100


def trail(*steps: tuple[str, str]) -> list[tuple[str, str]]:
    """The way here from the heading of what people decide."""
    return [(_("Bàn"), reverse("heading-ban")), (_("Thôn bàn và quyết định"), reverse("decisions:index")), *steps]


def _village_trail(village: Locality, *steps: tuple[str, str]) -> list[tuple[str, str]]:
    above = village.parent
    lead = [(str(above), reverse("decisions:commune", args=[above.code]))] if above else []
    return trail(*lead, (str(village), reverse("decisions:village", args=[village.code]) if steps else ""), *steps)


def _acts_of_place(request: CivicRequest, code: str) -> str | None:
    if request.GET.get("tim"):
        return None
    codes = caches["pages"].get_or_set(f"lineage:{code}", lambda: queries.lineage(code), PLACE_SECONDS)
    return queries.acts(codes or [code])


def _acts_of_matter(_request: CivicRequest, pk: int) -> str | None:
    places = caches["pages"]
    code = places.get(f"decision:{pk}")
    if code is None:
        code = queries.code_of_matter(pk)
        if code is None:
            return None
        places.set(f"decision:{pk}", code, PLACE_SECONDS)
    return queries.acts([code])


def _elsewhere(request: CivicRequest, code: str, place: Locality) -> HttpResponse | None:
    """Merged or renamed: what was printed leads on to the same page of what the place became."""
    if place.code == code or request.resolver_match is None:
        return None
    asked = f"?{request.GET.urlencode()}" if request.GET else ""
    named = {**request.resolver_match.kwargs, "code": place.code}
    return redirect(f"{reverse(request.resolver_match.view_name, kwargs=named)}{asked}")


@require_safe
def index(request: CivicRequest) -> HttpResponse:
    """Which commune; where there is one, its page."""
    known = list(queries.communes()[:2])
    if len(known) == 1:
        return redirect("decisions:commune", known[0].code)
    text = request.GET.get("tim", "")[:LONGEST_SEARCH]
    page = Paginator(queries.communes(text), COMMUNES_PER_PAGE).get_page(number_asked(request, "trang"))
    context = {"page": page, "text": text, "is_empty": not known, "trail": trail()}
    return render(request, "decisions/public_commune.html", context)


@require_safe
def commune(request: CivicRequest, code: str) -> HttpResponse:
    """The villages of a commune; what the commune put to all of them; a search in all."""
    place = queries.place_now(code, COMMUNE)
    if (led := _elsewhere(request, code, place)) is not None:
        return led
    villages = queries.villages_of(place, on=request.on)
    text = request.GET.get("tim", "")[:LONGEST_SEARCH]
    found = queries.of_villages(queries.all_under(place), text=text) if text.strip() else None
    context = {
        "place": place,
        "lines": queries.lines(place, villages),
        "text": text,
        "rows": [public_shown.row(each) for each in found[: queries.FIRST]] if found is not None else None,
        "everywhere": queries.commune_matters(place),
        "trail": trail((str(place), "")),
    }
    return render(request, "decisions/public_commune.html", context)


@require_safe
@kept_for_visitors(_acts_of_place, seconds=KEPT_SECONDS)
def village(request: CivicRequest, code: str) -> HttpResponse:
    """A village's page: the next meeting, what binds, what is being decided, what is known of its money."""
    place = queries.place_now(code, VILLAGE)
    if (led := _elsewhere(request, code, place)) is not None:
        return led
    ids = queries.all_of(place)
    text = request.GET.get("tim", "")[:LONGEST_SEARCH]
    parts = {"binds": queries.BINDS, "coming": queries.OPEN, "over": public_shown.OVER}
    found = queries.of_village(ids, parts, text=text)
    context = {
        "place": place,
        "text": text,
        "meetings": queries.meetings_told(ids, at=request.at),
        **{name: [public_shown.row(each) for each in rows] for name, rows in found.items()},
        "number": queries.of_villages(ids, text=text).count() if text else None,
        "came_from": queries.came_from(place) if len(ids) > 1 else [],
        "panels": beside.panels("decisions.village", request, place),
        "may_announce": access.may(request.actor, access.Act.HOLD, place),
        "canonical": public_feeds.site() + reverse("decisions:village", args=[place.code]),
        "trail": _village_trail(place),
    }
    return render(request, "decisions/public_village.html", context)


@require_safe
@kept_for_visitors(_acts_of_matter, seconds=KEPT_SECONDS)
def detail(request: CivicRequest, pk: int) -> HttpResponse:
    """One matter: what was asked, what the law needs, how many agreed, since when it binds, its written decision."""
    matter = queries.public_matter(pk)
    now = queries.present(matter.village)
    context = {
        **public_shown.matter_page(matter, on=request.on),
        "place": now,
        "canonical": public_feeds.site() + reverse("decisions:public", args=[pk]),
        "panels": beside.panels("decision.public", request, matter),
        "trail": _village_trail(now, (matter.title, "")),
    }
    return render(request, "decisions/public_matter.html", context)


@require_safe
@kept_for_visitors(_acts_of_place, asked=frozenset({"nam", "trang"}), seconds=KEPT_SECONDS)
def register(request: CivicRequest, code: str) -> HttpResponse:
    """The register of a village, year by year, with what was voted down."""
    place = queries.place_now(code, VILLAGE)
    if (led := _elsewhere(request, code, place)) is not None:
        return led
    context = {**_register(request, place, queries.all_of(place)), "is_village": True}
    context["trail"] = _village_trail(place, (_("Sổ quyết định"), ""))
    return render(request, "decisions/public_register.html", context)


@require_safe
def commune_register(request: CivicRequest, code: str) -> HttpResponse:
    """The registers of all villages of a commune in one."""
    place = queries.place_now(code, COMMUNE)
    if (led := _elsewhere(request, code, place)) is not None:
        return led
    context = {**_register(request, place, queries.all_under(place)), "is_village": False}
    home = reverse("decisions:commune", args=[place.code])
    context["trail"] = trail((str(place), home), (_("Sổ quyết định"), ""))
    return render(request, "decisions/public_register.html", context)


def _register(request: CivicRequest, place: Locality, ids: list[int]) -> dict[str, object]:
    known = queries.years(ids)
    year = number_asked(request, "nam")
    if year is None or year not in known:
        year = known[0] if known else request.on.year
    page = Paginator(queries.decided(ids, year=year), PER_PAGE).get_page(number_asked(request, "trang"))
    return {
        "place": place,
        "page": page,
        "rows": [public_shown.row(each) for each in page],
        "years": known,
        "year": year,
        "panels": beside.panels("decisions.register", request, (place, year)) if known else [],
    }


@require_safe
@kept_for_visitors(_acts_of_place, seconds=KEPT_SECONDS)
def calendar(request: CivicRequest, code: str) -> HttpResponse:
    """The meetings of a village for the calendar of a telephone, which asks again by itself."""
    place = queries.place_now(code, VILLAGE)
    if (led := _elsewhere(request, code, place)) is not None:
        return led
    found = queries.meetings_known(queries.all_of(place))
    named = public_feeds.channel(
        title=_("Họp %(village)s") % {"village": place},
        place=place,
        address=request.path,
        home=public_feeds.page_of(place),
        moments=[each.recorded_at for each in found],
    )
    content = feeds.calendar(named, [public_feeds.meeting(each) for each in found])
    return HttpResponse(content, content_type=feeds.CALENDAR_TYPE)


@require_safe
def one_meeting(request: CivicRequest, code: str, pk: int) -> HttpResponse:
    """One meeting as a file for a calendar."""
    place, found = queries.place_now(code, VILLAGE), queries.meeting_told(pk)
    if found.village_id not in queries.all_of(place):
        raise access.nothing()
    named = public_feeds.channel(
        title=_("Họp %(village)s") % {"village": place},
        place=place,
        address=request.path,
        home=public_feeds.page_of(place),
        moments=[found.recorded_at],
    )
    response = HttpResponse(feeds.calendar(named, [public_feeds.meeting(found)]), content_type=feeds.CALENDAR_TYPE)
    response["Content-Disposition"] = f'attachment; filename="hop-{pk}.ics"'
    return response


@require_safe
@kept_for_visitors(_acts_of_place, seconds=KEPT_SECONDS)
def atom(request: CivicRequest, code: str) -> HttpResponse:
    """What a village decided lately."""
    place = queries.place_now(code, VILLAGE)
    if (led := _elsewhere(request, code, place)) is not None:
        return led
    home = public_feeds.page_of(place)
    return _atom(request, place, queries.all_of(place), home)


@require_safe
def commune_atom(request: CivicRequest, code: str) -> HttpResponse:
    """What the villages of a commune decided lately."""
    place = queries.place_now(code, COMMUNE)
    if (led := _elsewhere(request, code, place)) is not None:
        return led
    return _atom(request, place, queries.all_under(place), reverse("decisions:commune", args=[place.code]))


def _atom(request: CivicRequest, place: Locality, ids: list[int], home: str) -> HttpResponse:
    found = list(queries.decided(ids).prefetch_related("steps")[: queries.NEWEST])
    posts = [public_feeds.decision(each) for each in found]
    title = _("Quyết định của %(place)s") % {"place": place}
    named = public_feeds.channel(
        title=title, place=place, address=request.path, home=home, moments=[each.published for each in posts]
    )
    return HttpResponse(feeds.atom(named, posts), content_type=feeds.ATOM_TYPE)
