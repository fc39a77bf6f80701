"""Put a matter to the households, see where it stands and why, send it, have it recognised or put right."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dienhong.decisions import access, actions, queries, shown
from dienhong.decisions.access import Act
from dienhong.decisions.forms import (
    ChooseFormForm,
    ProposeForm,
    RecogniseForm,
    RefuseForm,
    RemedyForm,
    SendForm,
)
from dienhong.decisions.models import Matter, Origin
from dienhong.decisions.queries import plain
from dienhong.decisions.views.acting import acted, trail
from dienhong.foundations import beside
from dienhong.foundations.refusals import NotAllowed
from dienhong.foundations.requests import CivicRequest
from lawcore.ballots.effect import Ground, Remedy
from lawcore.ballots.matters import COMMUNE_MATTERS, Form


def propose(request: CivicRequest, village: int) -> HttpResponse:
    """LDC art. 16 cl. 2: the village head, with the Front; every kind explained beside the form."""
    place = queries.village_of(village, request.actor)
    access.check(request.actor, Act.PROPOSE, place)
    amendable = queries.matters(request.actor).filter(village=place, stage__in=("in_force", "asked"))
    form = ProposeForm(
        request.POST or None,
        amendable=amendable.order_by().values_list("pk", flat=True),
        initial={"agreed_on": request.on},
    )

    def act() -> Matter:
        return actions.propose(
            village=place,
            proposed=form.proposed(Origin.VILLAGE_HEAD),
            key=form.cleaned_data["key"],
            by=request.actor,
            at=request.at,
        )

    context = {
        "title": _("Đưa việc mới ra bàn"),
        "caption": place,
        "submit": _("Đưa ra bàn"),
        "kinds": plain.kinds(place, on=request.on),
        "trail": trail((_("Đưa việc mới ra bàn"), "")),
    }
    return acted(request, form, act, to=_page, context=context, template="decisions/propose.html")


def propose_everywhere(request: CivicRequest, commune: int) -> HttpResponse:
    """LDC art. 16 cl. 1: the commune's chair, for every village at once."""
    place = queries.commune_of(commune, request.actor)
    access.check_commune(request.actor, place)
    form = ProposeForm(
        request.POST or None,
        kinds=[each.value for each in COMMUNE_MATTERS.on(request.on)],
        initial={"agreed_on": request.on},
    )

    def act() -> object:
        return actions.propose_everywhere(
            commune=place,
            proposed=form.proposed(Origin.COMMUNE_CHAIR),
            key=form.cleaned_data["key"],
            by=request.actor,
            at=request.at,
        )

    context = {
        "title": _("Đưa việc toàn xã ra các thôn bàn"),
        "caption": place,
        "lead": _("Mỗi thôn, tổ dân phố có một việc riêng để các hộ quyết định; xã cộng kết quả các thôn."),
        "submit": _("Đưa ra các thôn"),
        "trail": trail((_("Việc toàn xã"), "")),
    }
    return acted(request, form, act, to=reverse("decisions:desk"), context=context)


@never_cache
def detail(request: CivicRequest, pk: int) -> HttpResponse:
    """Where it stands, what is next and who may do it, every step with its reason, the papers, what it amends."""
    matter = queries.matter(pk, request.actor)
    context = shown.matter_page(matter, request.actor, on=request.on)
    context["panels"] = beside.panels("decision.work", request, matter)
    return render(request, "decisions/matter.html", {**context, "trail": trail((matter.title, ""))})


def choose_form(request: CivicRequest, pk: int) -> HttpResponse:
    """LDC art. 17: meeting, ballots, online; what the law says of each stands beside it."""
    matter = queries.matter(pk, request.actor)
    access.check_choice(request.actor, matter)
    context = work_on(matter, _("Chọn hình thức"))
    form = ChooseFormForm(request.POST or None)

    def act() -> object:
        chosen = Form(form.cleaned_data["form"])
        return actions.choose_form(
            matter=matter, form=chosen, key=form.cleaned_data["key"], by=request.actor, at=request.at
        )

    context["answers"] = plain.forms(matter)
    return acted(request, form, act, to=_page(matter), context=context)


def send(request: CivicRequest, pk: int) -> HttpResponse:
    """LDC art. 20 cl. 3."""
    matter, context = _work(request, pk, _("Đã gửi xã"), Act.HOLD)
    context["lead"] = _(
        "Gửi Ủy ban nhân dân và Ủy ban Mặt trận Tổ quốc cấp xã trong 5 ngày làm việc từ ngày thông qua."
    )
    return _simple(request, matter, SendForm, actions.send, context, {"sent_on": request.on})


def recognise(request: CivicRequest, pk: int) -> HttpResponse:
    """LDC art. 21 cl. 2."""
    matter, context = _recognising(request, pk, _("Công nhận"))
    return _simple(request, matter, RecogniseForm, actions.recognise, context, {"recognised_on": request.on})


def refuse(request: CivicRequest, pk: int) -> HttpResponse:
    """LDC art. 21 cl. 2: with the reason."""
    matter, context = _recognising(request, pk, _("Không công nhận"))
    return _simple(request, matter, RefuseForm, actions.refuse, context, {"refused_on": request.on})


def remedy(request: CivicRequest, pk: int) -> HttpResponse:
    """LDC art. 22 cl. 1, 2."""
    matter, context = _of_commune(request, pk, _("Bãi bỏ hoặc đề nghị sửa đổi, bổ sung, thay thế"))
    form = RemedyForm(request.POST or None)

    def act() -> object:
        given = form.cleaned_data
        return actions.remedy(
            matter=matter,
            ground=Ground(given["ground"]),
            remedy=Remedy(given["remedy"]),
            reason=given["reason"],
            on=request.on,
            key=given["key"],
            by=request.actor,
        )

    return acted(request, form, act, to=_page(matter), context=context)


def _simple(
    request: CivicRequest,
    matter: Matter,
    shape: type[forms.Form],
    act: Callable[..., object],
    context: dict[str, Any],
    initial: dict[str, Any],
) -> HttpResponse:
    form = shape(request.POST or None, initial=initial)
    return acted(
        request,
        form,
        lambda: act(matter=matter, by=request.actor, at=request.at, **form.cleaned_data),
        to=_page(matter),
        context=context,
    )


def _page(matter: Matter) -> str:
    return reverse("decisions:matter", args=[matter.pk])


def _work(request: CivicRequest, pk: int, title: str, act: Act) -> tuple[Matter, dict[str, Any]]:
    matter = queries.matter(pk, request.actor)
    access.check(request.actor, act, matter.village)
    return matter, work_on(matter, title)


def work_on(matter: Matter, title: str) -> dict[str, Any]:
    """Heading, button and trail of a form about a matter."""
    steps = trail((matter.title, _page(matter)), (title, ""))
    return {"title": title, "caption": f"{matter.village}: {matter.title}", "submit": title, "trail": steps}


def _recognising(request: CivicRequest, pk: int, title: str) -> tuple[Matter, dict[str, Any]]:
    matter = queries.matter(pk, request.actor)
    who = shown.recogniser_of(matter)
    if not shown.may_recognise(request.actor, matter):
        raise NotAllowed(who.explanation)
    return matter, {**work_on(matter, title), "answers": [(_("Ai công nhận?"), who)]}


def _of_commune(request: CivicRequest, pk: int, title: str) -> tuple[Matter, dict[str, Any]]:
    matter = queries.matter(pk, request.actor)
    if not access.may_recognise(request.actor, matter.village, front=False):
        raise NotAllowed(_("Việc này do Ủy ban nhân dân cấp xã quyết định."))
    return matter, work_on(matter, title)
