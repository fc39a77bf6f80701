"""The funds of who looks, one fund, its rows as a list and as a file, one statement."""

from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dienhong.foundations.downloads import as_file, wanted
from dienhong.foundations.requests import CivicRequest
from dienhong.funds import access, queries, shown
from dienhong.funds.access import Act
from dienhong.funds.views.acting import trail

PER_PAGE = 30


def desk(request: CivicRequest) -> HttpResponse:
    """Every fund of the actor's with what is in it; decisions that may open one. Others read what is public."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    found = queries.funds(request.actor)
    may_see = bool(access.paths(request.actor, Act.SEE))
    if not may_see and not found.exists():
        return redirect("funds:index")  # what everybody may read
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))
    openable = queries.openable(request.actor, on=request.on) if may_see else []
    context = {
        "rows": shown.lines(list(page)),
        "page": page,
        "openable": [(each, access.may(request.actor, Act.OPEN, each.village)) for each in openable],
    }
    return render(request, "funds/desk.html", context)


@never_cache
def detail(request: CivicRequest, pk: int) -> HttpResponse:
    """What stands in it, what to do next, what asks for a second look, the last rows."""
    fund = queries.fund(pk, request.actor)
    context = shown.fund_page(fund, request.actor, on=request.on)
    return render(request, "funds/fund.html", {**context, "trail": trail(fund)})


@never_cache
def rows(request: CivicRequest, pk: int) -> HttpResponse:
    """Every row of a fund, struck-through ones too; as a file with ?tep=xlsx or csv."""
    fund = queries.fund(pk, request.actor)
    if kind := wanted(request):
        return as_file(kind, f"quy-{fund.pk}", [str(each) for each in shown.HEADER], shown.file_rows(fund))
    page = Paginator(queries.receipts(fund), PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "fund": fund,
        "page": page,
        "spendings": queries.spendings(fund) if page.number == 1 else [],
        "handovers": queries.handovers(fund) if page.number == 1 else [],
        "trail": trail(fund, (_("Sổ thu chi"), "")),
    }
    return render(request, "funds/rows.html", context)


@never_cache
def statement(request: CivicRequest, pk: int, statement: int) -> HttpResponse:
    """A month's sheet or the closing statement, with its files."""
    fund = queries.fund(pk, request.actor)
    found = shown.statement_of(fund, statement)
    context = {"fund": fund, "statement": found, "trail": trail(fund, (shown.title_of(found), ""))}
    return render(request, "funds/statement.html", context | shown.statement_page(found))
