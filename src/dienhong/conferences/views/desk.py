"""The villages of who looks with their conference of a year; one conference with what is next."""

from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dienhong.conferences import access, queries, shown
from dienhong.conferences.access import Act
from dienhong.conferences.models import Conference
from dienhong.foundations.requests import CivicRequest, number_asked
from lawcore.conferences import village as law

PER_PAGE = 30
Trail = list[tuple[str, str]]


def trail(conference: Conference | None = None, *steps: tuple[str, str]) -> Trail:
    """The way here from the list of conferences."""
    way = [(_("Hội nghị định kỳ"), reverse("conferences:desk"))]
    if conference is not None:
        way.append((str(conference), reverse("conferences:conference", args=[conference.pk])))
    return [*way, *steps]


def desk(request: CivicRequest) -> HttpResponse:
    """Which villages have planned, held, sent theirs, and until when. Who has no part in it is shown what is public."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    if not access.paths(request.actor):
        return redirect("decisions:index")
    year = number_asked(request, "nam") or request.on.year
    rows = queries.rows(request.actor, year=year, on=request.on)
    page = Paginator(rows, PER_PAGE).get_page(number_asked(request, "trang"))
    due = law.village_due(year=year) if year >= law.EACH_YEAR.versions[0].since.year else None
    context = {
        "rows": [(each, access.may(request.actor, Act.PLAN, each.village)) for each in page],
        "page": page,
        "year": year,
        "this_year": request.on.year,
        "due": due,
        "held": sum(each.conference is not None and each.conference.meeting.stage == "closed" for each in rows),
        "is_late": due is not None and request.on > due.result,
    }
    return render(request, "conferences/desk.html", context)


@never_cache
def detail(request: CivicRequest, pk: int) -> HttpResponse:
    """Where it stands, the three reports, what households asked for and what became of it, the papers."""
    found = queries.conference(pk, request.actor)
    context = shown.conference_page(found, request.actor)
    return render(request, "conferences/conference.html", {**context, "trail": trail(found)})
