"""Rolls that were taken: who was counted, what changed since the one before, the digest to compare."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dienhong.foundations.downloads import as_file, wanted
from dienhong.foundations.requests import CivicRequest, number_asked
from dienhong.registry import queries as registry
from dienhong.rolls import access, actions, queries, shown
from dienhong.rolls.access import Act
from dienhong.rolls.models import Roll
from dienhong.rolls.views.frame import trail

PER_PAGE = 25


def index(request: CivicRequest, pk: int) -> HttpResponse:
    """Every roll of the village, the latest first; for who may, the button to take one now."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    village = queries.village(pk, request.actor)
    page = Paginator(queries.rolls(village), PER_PAGE).get_page(number_asked(request, "trang"))
    context = {
        "village": village,
        "page": page,
        "rows": [(each, shown.eight_words(each.digest), getattr(each, "publication", None)) for each in page],
        "counts": queries.counts([village], on=request.on)[0],
        "may_take": access.may(request.actor, Act.TAKE, village),
        "trail": trail(village, (_("Danh sách đã chốt"), "")),
    }
    return render(request, "rolls/rolls.html", context)


def take(request: CivicRequest, pk: int) -> HttpResponse:
    """Freeze the households of today."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    village = queries.village(pk, request.actor, Act.TAKE)
    if request.method != "POST":
        return redirect("rolls:rolls", village.pk)
    made = actions.take(village=village, on=request.on, by=request.actor)
    messages.success(request, _("Đã chốt danh sách. Bản này không đổi nữa."))
    return redirect("rolls:roll", made.pk)


def detail(request: CivicRequest, pk: int) -> HttpResponse:
    """Who was counted, whether it is still what was taken, what differs from another roll."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    found = queries.roll(pk, request.actor)
    if kind := wanted(request):
        return _as_file(kind, found)
    asked = number_asked(request, "so-voi")
    other = queries.rolls(found.village).filter(pk=asked).first() if asked else queries.earlier(found)
    if other is not None and other.pk > found.pk:
        other, found = found, other
    verified = queries.verified(found)
    context = {
        "roll": found,
        "published": getattr(found, "publication", None),
        "words": shown.eight_words(found.digest),
        "digest": shown.in_four(found.digest),
        "verified": verified,
        "recorded_by": registry.names_of([found.recorded_by]).get(found.recorded_by, _("Hệ thống")),
        "rows": [(each, shown.speaker(each)) for each in queries.entries(found)],
        "other": other,
        "difference": queries.difference(other, found) if other else None,
        "trail": trail(found.village, (_("Chốt ngày %(day)s") % {"day": f"{found.taken_on:%d/%m/%Y}"}, "")),
    }
    return render(request, "rolls/roll.html", context)


def _as_file(kind: str, roll: Roll) -> HttpResponse:
    header, rows = shown.table(roll)
    return as_file(kind, f"danh-sach-ho-{roll.village.code}-{roll.taken_on:%Y%m%d}", header, rows)
