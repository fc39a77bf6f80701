"""What the registers hold."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Role
from dienhong.foundations.requests import CivicRequest
from dienhong.registry import access, queries
from dienhong.registry.access import Act
from dienhong.registry.models import Facility, Locality, Person
from dienhong.registry.roles import ROLE_NAMES
from dienhong.registry.views.scope import place_of

PER_PAGE = 50


def _page(request: CivicRequest, found: QuerySet[Any]) -> Any:
    return Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))


def _frame(request: CivicRequest, place: Locality, current: str) -> dict[str, Any]:
    """What every page of the registers shows: the place, the lists open to the actor, what the actor may do."""
    may = {act.name.lower(): access.may(request.actor, act, place) for act in Act}
    lists = [("to-chuc", _("Cơ quan, tổ chức")), ("dia-ban", _("Địa bàn")), ("noi-niem-yet", _("Nơi niêm yết"))]
    if may["see_people"]:
        lists += [("nguoi", _("Người và chức danh")), ("ho", _("Hộ gia đình"))]
    return {
        "place": place,
        "lists": [
            {"label": label, "url": f"/danh-ba/{place.code}/{name}/", "current": name == current}
            for name, label in lists
        ],
        "text": request.GET.get("tim", ""),
        "may": may,
    }


def organizations(request: CivicRequest, code: str | None = None) -> HttpResponse:
    place = place_of(request, code)
    found = queries.organizations(place, on=request.on, text=request.GET.get("tim", ""))
    return render(
        request,
        "registry/organizations.html",
        {**_frame(request, place, "to-chuc"), "page": _page(request, found)},
    )


def localities(request: CivicRequest, code: str) -> HttpResponse:
    place = place_of(request, code)
    found = queries.localities(place, on=request.on, text=request.GET.get("tim", ""))
    before, after = queries.lineage(place)
    context = {**_frame(request, place, "dia-ban"), "page": _page(request, found), "before": before, "after": after}
    return render(request, "registry/localities.html", context)


def facilities(request: CivicRequest, code: str) -> HttpResponse:
    """Where the villages of a place can post; what is not known says so."""
    place = place_of(request, code)
    found = queries.localities(place, on=request.on, text=request.GET.get("tim", ""))
    page = _page(request, found.filter(kind=Locality.Kind.VILLAGE))
    known = queries.facilities([village.pk for village in page], on=request.on)
    rows = [(village, *(known.get((village.pk, kind)) for kind in Facility.Kind)) for village in page]
    return render(
        request, "registry/facilities.html", {**_frame(request, place, "noi-niem-yet"), "page": page, "rows": rows}
    )


def people(request: CivicRequest, code: str) -> HttpResponse:
    place = place_of(request, code)
    access.check(request.actor, Act.SEE_PEOPLE, place)
    page = _page(request, queries.people(place, text=request.GET.get("tim", "")))
    posts: dict[int, list[str]] = {}
    for post in queries.posts(place, on=request.on).filter(person__in=[person.pk for person in page]):
        posts.setdefault(post.person_id, []).append(post.title)
    rows = [(person, ", ".join(posts.get(person.pk, ()))) for person in page]
    return render(request, "registry/people.html", {**_frame(request, place, "nguoi"), "page": page, "rows": rows})


def households(request: CivicRequest, code: str) -> HttpResponse:
    place = place_of(request, code)
    access.check(request.actor, Act.SEE_PEOPLE, place)
    page = _page(request, queries.households(place, on=request.on))
    who = queries.representatives([household.pk for household in page], on=request.on)
    rows = [(household, who.get(household.pk)) for household in page]
    return render(request, "registry/households.html", {**_frame(request, place, "ho"), "page": page, "rows": rows})


def _person(request: CivicRequest, pk: int) -> Person:
    person = get_object_or_404(Person.objects.select_related("locality"), pk=pk)
    access.check(request.actor, Act.SEE_PEOPLE, person.locality)
    return person


def person(request: CivicRequest, pk: int) -> HttpResponse:
    found = _person(request, pk)
    context = {
        **_frame(request, found.locality, "nguoi"),
        "person": found,
        "posts": [
            (post, ROLE_NAMES[Role(post.role)] if post.role else "")
            for post in found.posts.select_related("organization", "locality").order_by("-starts_on", "pk")
        ],
        "account": getattr(found, "account", None),
        "waiting": found.handovers.filter(redeemed_at__isnull=True, expires_on__gte=request.on).order_by("-pk").first(),
    }
    return render(request, "registry/person.html", context)


def person_file(request: CivicRequest, pk: int) -> HttpResponse:
    """Everything kept about a person, as a file for that person."""
    found = _person(request, pk)
    access.check(request.actor, Act.CHANGE_PEOPLE, found.locality)
    response = JsonResponse(queries.personal_file(found), json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Content-Disposition"] = f'attachment; filename="du-lieu-ca-nhan-{found.pk}.json"'
    return response
