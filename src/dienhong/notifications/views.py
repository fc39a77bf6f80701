"""The notices of whoever is signed in, and the sheets to print for organizations."""

from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Role
from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.foundations.requests import CivicRequest
from dienhong.notifications import actions, queries
from dienhong.notifications.models import Notice
from dienhong.registry.models import Locality

PER_PAGE = 50


def notices(request: CivicRequest) -> HttpResponse:
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    page = Paginator(queries.of(request.actor), PER_PAGE).get_page(request.GET.get("trang"))
    places = [grant.locality_id for grant in request.actor.grants if grant.role == Role.OFFICER]
    printable = Locality.objects.filter(pk__in=places).order_by("path")
    return render(request, "notifications/list.html", {"page": page, "printable": printable})


def open_notice(request: CivicRequest, pk: int) -> HttpResponse:
    """Marks the notice read and leads to what it is about."""
    notice = Notice.objects.filter(pk=pk).first()
    if notice is None:
        raise NotFound(_("Không tìm thấy thông báo này."))
    actions.mark_read(notice=notice, by=request.actor, at=request.at)
    return redirect(notice.link or "/thong-bao/")


def sheets(request: CivicRequest, locality: int) -> HttpResponse:
    """What is due, a sheet for each organization of the place, to hand over on paper."""
    place = Locality.objects.filter(pk=locality).first()
    if place is None or not any(place.path.startswith(grant.path) for grant in request.actor.grants):
        raise NotFound(_("Không tìm thấy địa bàn này."))
    if not request.actor.holds(Role.OFFICER, path=place.path):
        raise NotAllowed(_("Chỉ cán bộ phụ trách của địa phương in được danh sách này."))
    found = list(queries.sheets(path=place.path))
    return render(request, "notifications/sheets.html", {"place": place, "sheets": found, "on": request.on})
