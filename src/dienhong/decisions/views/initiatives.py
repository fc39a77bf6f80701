"""What a citizen wants to be put to the village: written down, consents by household, put to the village or not."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dienhong.decisions import access, actions, queries
from dienhong.decisions.access import Act
from dienhong.decisions.initiative_forms import BackingForm, ConsentForm, DropForm, WishForm
from dienhong.decisions.models import Initiative, Matter
from dienhong.decisions.views.acting import acted, trail
from dienhong.foundations.requests import CivicRequest
from dienhong.registry import queries as registry


def begin(request: CivicRequest, village: int) -> HttpResponse:
    """Who wants what; households are asked afterwards."""
    place = queries.village_of(village, request.actor)
    access.check(request.actor, Act.HOLD, place)
    form = WishForm(request.POST or None)

    def act() -> Initiative:
        return actions.begin_initiative(
            village=place, wish=form.wish(), key=form.cleaned_data["key"], by=request.actor, at=request.at
        )

    context = {
        "title": _("Ghi sáng kiến của công dân"),
        "caption": place,
        "submit": _("Ghi sáng kiến"),
        "lead": _("Được ít nhất 10% số hộ đồng thuận thì phải đưa ra bàn; mỗi ý kiến đồng thuận có giá trị 3 tháng."),
        "trail": trail((_("Sáng kiến"), "")),
    }
    return acted(request, form, act, to=_page, context=context)


@never_cache
def detail(request: CivicRequest, pk: int) -> HttpResponse:
    """Who consented, when each lapses, how many are still needed."""
    found = queries.initiative(pk, request.actor)
    is_open = found.matter_id is None and found.closed_on is None
    context = {
        "found": found,
        "lines": queries.consents(found, on=request.on),
        "support": queries.support(found, on=request.on),
        "may_collect": is_open and access.may(request.actor, Act.HOLD, found.village),
        "may_put": is_open and access.may(request.actor, Act.PROPOSE, found.village),
        "trail": trail((found.title, "")),
    }
    return render(request, "decisions/initiative.html", context)


def consent(request: CivicRequest, pk: int) -> HttpResponse:
    """Households of a sheet that went round, or of one visit."""
    found, context = _work(request, pk, _("Ghi hộ đồng thuận"), Act.HOLD)
    households = list(registry.households(found.village, on=request.on))
    names = registry.representatives([each.pk for each in households], on=request.on)
    choices = [(each.pk, f"{each.code} {names[each.pk].name if each.pk in names else ''}") for each in households]
    form = ConsentForm(request.POST or None, choices=choices, initial={"given_on": request.on})

    def act() -> object:
        return actions.consent(
            initiative=found, given=form.given(), key=form.cleaned_data["key"], by=request.actor, at=request.at
        )

    return acted(request, form, act, to=_page(found), context=context)


def put(request: CivicRequest, pk: int) -> HttpResponse:
    """It becomes a matter of the village."""
    found, context = _work(request, pk, _("Đưa sáng kiến ra bàn"), Act.PROPOSE)
    form = BackingForm(request.POST or None, initial={"agreed_on": request.on})

    def act() -> Matter:
        return actions.put_initiative(
            initiative=found, backing=form.backing(), key=form.cleaned_data["key"], by=request.actor, at=request.at
        )

    support = queries.support(found, on=request.on)
    context["answers"] = [(_("Đã đủ hộ đồng thuận chưa?"), support)] if support else []
    return acted(request, form, act, to=lambda matter: reverse("decisions:matter", args=[matter.pk]), context=context)


def drop(request: CivicRequest, pk: int) -> HttpResponse:
    """Laid aside, with its reason."""
    found, context = _work(request, pk, _("Dừng sáng kiến"), Act.HOLD)
    form = DropForm(request.POST or None)

    def act() -> object:
        return actions.drop_initiative(
            initiative=found,
            ground=Initiative.Ground(form.cleaned_data["ground"]),
            reason=form.cleaned_data["reason"],
            by=request.actor,
            at=request.at,
        )

    return acted(request, form, act, to=_page(found), context=context)


def _page(initiative: Initiative) -> str:
    return reverse("decisions:initiative", args=[initiative.pk])


def _work(request: CivicRequest, pk: int, title: str, act: Act) -> tuple[Initiative, dict[str, object]]:
    found = queries.initiative(pk, request.actor)
    access.check(request.actor, act, found.village)
    steps = trail((found.title, _page(found)), (title, ""))
    return found, {"title": title, "caption": f"{found.village}: {found.title}", "submit": title, "trail": steps}
