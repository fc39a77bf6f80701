"""What everybody may see of a village's money, and the receipt that somebody holds."""

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dienhong.documents.views import serve_bare
from dienhong.foundations import limits
from dienhong.foundations.requests import CivicRequest, number_asked
from dienhong.foundations.unlisted import unlisted
from dienhong.funds import access, queries, shown
from dienhong.funds.forms import CodeForm
from dienhong.funds.models import Receipt
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality
from lawcore.vietnamese import search_folded

VILLAGES_PER_PAGE = 50
LONGEST_SEARCH = 100


def trail(*steps: tuple[str, str]) -> list[tuple[str, str]]:
    return [
        (_("Kiểm tra"), reverse("heading-kiem-tra")),
        (_("Quỹ của thôn, tổ dân phố"), reverse("funds:index")),
        *steps,
    ]


def index(request: CivicRequest) -> HttpResponse:
    """Villages that have funds; where to type the code of a receipt."""
    form = CodeForm(request.GET if "ma" in request.GET else None)
    status = 200
    if form.is_bound and form.is_valid():
        found = _opened(request, form.cleaned_data["ma"])
        if isinstance(found, HttpResponse):
            return found
        if found is not None:
            code = queries.code_of(found)
            if code is not None:
                return redirect("funds:held", code.code)
        form.add_error("ma", _("Không có biên lai nào mang mã này. Hãy xem lại từng chữ trên biên lai."))
        status = 404
    villages = (
        Locality.objects.filter(funds__isnull=False)
        .annotate(n=Count("funds"))
        .select_related("parent")
        .order_by("path")
    )
    text = request.GET.get("tim", "")[:LONGEST_SEARCH]
    for word in search_folded(text).split():
        villages = villages.filter(Q(search__contains=word) | Q(parent__search__contains=word))
    page = Paginator(villages, VILLAGES_PER_PAGE).get_page(number_asked(request, "trang"))
    context = {"form": form, "page": page, "text": text, "trail": trail()}
    return render(request, "funds/index.html", context, status=status)


def village(request: CivicRequest, code: str) -> HttpResponse:
    """Every fund of a village; after a merger what it became."""
    place = queries.village_by_code(code)
    lines = shown.lines(list(queries.of_village(place)))
    now = registry.present_form(place)
    if now.pk != place.pk and not lines:
        return redirect("funds:village", now.code)
    context = {"village": place, "lines": lines, "trail": trail((str(place), ""))}
    return render(request, "funds/village.html", context)


def fund(request: CivicRequest, code: str, pk: int) -> HttpResponse:
    """For what, by which decision, how much came in and went out; never who gave or did not."""
    found = queries.public_fund(queries.village_by_code(code), pk)
    place = found.village
    steps = ((str(place), reverse("funds:village", args=[place.code])), (capfirst(found.purpose), ""))
    return render(request, "funds/public.html", {**shown.public_page(found), "trail": trail(*steps)})


def photo(request: CivicRequest, code: str, pk: int, spending: int) -> HttpResponse:  # noqa: ARG001 - a page of everybody
    """The photo of a spending that two people answer for, without where it was taken."""
    found = queries.public_fund(queries.village_by_code(code), pk)
    shot = queries.approved_spendings(found).filter(pk=spending).first()
    if shot is None:
        raise access.nothing()
    return serve_bare(shot.photo, f"khoan-chi-{shot.number}{shown.ending(shot.photo_name)}")


@never_cache
def held(request: CivicRequest, code: str) -> HttpResponse:
    """The receipt with this code, and what its household gave in all: no name, no ground."""
    found = _opened(request, code)
    if isinstance(found, HttpResponse):
        return found
    if found is None:
        raise access.nothing()
    context = {**shown.held_page(found), "trail": trail((_("Biên lai của tôi"), ""))}
    return unlisted(render(request, "funds/held.html", context))


def _opened(request: CivicRequest, typed: str) -> Receipt | HttpResponse | None:
    """The receipt of a code; a refusal for who tried too many that open nothing."""
    if limits.is_over(request, "fund-code", limits.CODES_TRIED, count=False):
        return render(request, "429.html", status=429)
    found = queries.held(typed)
    if found is None:
        limits.is_over(request, "fund-code", limits.CODES_TRIED)
    return found
