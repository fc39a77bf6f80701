"""A village head's list on the phone: what to put up or tell, and recording it, with a signal or without.

The pages work by themselves. A script keeps them on the phone, keeps there what is recorded without a signal, and
sends it later to the same address, which then answers in JSON.
"""

from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from dienhong.disclosures import access, actions, queries, shown
from dienhong.disclosures.models import Disclosure
from dienhong.disclosures.village_forms import DoneForm, HangForm, PlayForm, TellForm, sent
from dienhong.foundations import beside
from dienhong.foundations.clock import VIETNAM
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.foundations.requests import CivicRequest
from dienhong.registry.models import Locality
from lawcore.disclosures import Place

ACCOUNT = "X-Account"
"""Whose page it is: what a phone keeps is shown to this account alone."""
STAMP = "X-Stamp"
"""What the page of one thing depends on: a phone that has it fetches it no second time."""
KEPT = 6
"""Hours of the day for which a page on a phone is not fetched again, so that words made later reach it: ours."""


def _trail(*steps: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Việc của tôi"), reverse("my-day")), *steps]


def to_tell(request: CivicRequest) -> HttpResponse:
    """What there is to tell, village by village."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    headed = queries.villages_headed(request.actor)
    if not headed:
        raise NotAllowed(_("Trang này dành cho Trưởng thôn, Tổ trưởng tổ dân phố."))
    villages = [
        (village, [(each, _asks(each), _stamp(each, request.at)) for each in queries.to_tell(village, on=request.on)])
        for village in headed
    ]
    context = {"villages": villages, "account": request.actor.key, "trail": _trail((_("Cần thông báo"), ""))}
    return _kept(request, render(request, "disclosures/village.html", {**context, "at": request.at}))


def _kept(request: CivicRequest, response: HttpResponse) -> HttpResponse:
    """A page that the phone may keep for this account, and nobody on the way."""
    response[ACCOUNT] = request.actor.key
    response["Cache-Control"] = "private, no-store"
    return response


def _asks(told: queries.ToTell) -> str:
    """What there is to do, in a few words."""
    hang = [
        (_("treo tại %(place)s, nếu thôn có") if each in told.unsure else _("treo tại %(place)s"))
        % {"place": Place(each).words}
        for each in told.places
    ]
    tell = [_("báo cho dân")] if told.tells else []
    play = [_("phát loa")] if told.plays else []
    return "; ".join([*tell, *play, *hang])


def _stamp(told: queries.ToTell, at: datetime) -> str:
    now = at.astimezone(VIETNAM)
    asked = [*told.places, *told.unsure, *(["t"] if told.tells else []), *(["p"] if told.plays else [])]
    return f"{told.version.pk}.{'.'.join(asked)}.{now:%Y%m%d}.{now.hour // KEPT}"


def pass_on(request: CivicRequest, village: int, pk: int) -> HttpResponse:
    """One thing to tell: its words, and what was done."""
    if request.method == "POST":
        return _receive(request, village, pk)
    told = _waiting(request, village, pk)
    if told is None:
        raise access.nothing()
    return _page(request, told)


def _waiting(request: CivicRequest, village: int, pk: int) -> queries.ToTell | None:
    here = [each for each in queries.villages_headed(request.actor) if each.pk == village]
    return next(
        (each for place in here for each in queries.to_tell(place, on=request.on) if each.disclosure.pk == pk), None
    )


def _page(request: CivicRequest, told: queries.ToTell, wrong: DoneForm | None = None) -> HttpResponse:
    initial = {"claimed_on": request.on, "version": told.version.number}
    forms: list[DoneForm] = []
    if told.tells:
        forms.append(TellForm(initial=initial))
    if told.places:
        forms.append(HangForm(places=told.places, unsure=told.unsure, initial={**initial, "places": told.places}))
    if told.plays:
        forms.append(PlayForm(on=request.on, initial=initial))
    if wrong is not None:
        forms = [wrong if each.prefix == wrong.prefix else each for each in forms]
    words = {"treo": _("Đã treo lên bảng tin"), "bao": _("Đã báo cho dân"), "loa": _("Loa đã phát")}
    context = {
        "told": told,
        "panels": beside.panels("disclosure.village", request, told.disclosure),
        "forms": [(each, words[str(each.prefix)], each is wrong) for each in forms],
        "asks": _asks(told),
        "account": request.actor.key,
        "at": request.at,
        "trail": _trail((_("Cần thông báo"), reverse("disclosures:village")), (told.disclosure.title, "")),
    }
    response = _kept(request, render(request, "disclosures/pass_on.html", context, status=422 if wrong else 200))
    response[STAMP] = _stamp(told, request.at)
    return response


def _receive(request: CivicRequest, village: int, pk: int) -> HttpResponse:
    """What was done. A telephone that kept it is answered in JSON: recorded, the same as before, or refused and why."""
    by_script = request.accepts("application/json") and not request.accepts("text/html")
    if by_script and _of_another(request):
        return JsonResponse({"result": "sign-in"}, status=401)
    form: DoneForm | None = None
    try:
        place, disclosure = _found(request, village, pk)
        form = _form(request, disclosure)
        if form.is_valid():
            done = actions.pass_on(
                disclosure=disclosure,
                told=form.told(request, place),
                key=form.cleaned_data["key"],
                by=request.actor,
                at=request.at,
            )
            return _recorded(request, done, by_script=by_script)
    except Refused as refusal:
        if not by_script and (form is None or isinstance(refusal, NotAllowed | NotFound)):
            raise
        if form is None:
            return JsonResponse({"result": "refused", "message": str(refusal)}, status=404)
        form.add_error(None, str(refusal))
    if by_script:
        return JsonResponse({"result": "refused", "message": _said(form)}, status=409)
    told = _waiting(request, village, pk)
    if told is None:
        raise Refused(_said(form))
    return _page(request, told, form)


def _of_another(request: CivicRequest) -> bool:
    """Whether nobody is signed in, or not the one who recorded it."""
    return not request.actor.is_known or request.POST.get("account", request.actor.key) != request.actor.key


def _found(request: CivicRequest, village: int, pk: int) -> tuple[Locality, Disclosure]:
    """The village, headed by who asks, and the thing, waiting there or not any more: one that was never out is not."""
    here = next((each for each in queries.villages_headed(request.actor) if each.pk == village), None)
    if here is None:
        raise access.nothing()
    found = queries.public_disclosure(pk)
    if not here.path.startswith(found.item.plan.organization.locality.path) or not queries.was_out(found):
        raise access.nothing()
    return here, found


def _form(request: CivicRequest, disclosure: Disclosure) -> DoneForm:
    which, given = sent(request), (request.POST, request.FILES)
    if which == "bao":
        return TellForm(*given)
    if which == "loa":
        return PlayForm(*given, on=request.on)
    places = [each for each in queries.VILLAGE_PLACES if each in disclosure.item.asked["result"]["places"]]
    return HangForm(*given, places=places, unsure=())


def _said(form: DoneForm) -> str:
    """Every mistake in one line: "Ngày treo: Nhập đủ ngày, tháng, năm"."""
    said = []
    for name, mistakes in form.errors.items():
        label = form.fields[name].label if name in form.fields else ""
        said += [f"{label}: {each}" if label else str(each) for each in mistakes]
    return " ".join(said)


def _recorded(request: CivicRequest, done: actions.PassedOn, *, by_script: bool) -> HttpResponse:
    words = shown.passed_on(done)
    if not by_script:
        messages.success(request, words)
        return redirect("disclosures:village")
    answer: dict[str, Any] = {
        "result": "recorded" if done.is_new else "same",
        "message": words,
        "times": shown.times(done.postings[0]),
    }
    return JsonResponse(answer)


@require_GET
def token(request: CivicRequest) -> JsonResponse:
    """Who is signed in, and what a sending has to carry to be known as theirs; asked before anything is sent."""
    if not request.actor.is_known:
        return JsonResponse({"result": "sign-in"}, status=401)
    response = JsonResponse({"account": request.actor.key, "token": get_token(request)})
    response["Cache-Control"] = "no-store"
    return response


@cache
def _worker() -> bytes:
    return (files("dienhong.foundations") / "static/dienhong/village-worker.js").read_bytes()


@require_GET
def worker(request: CivicRequest) -> HttpResponse:  # noqa: ARG001 - the same for everybody
    """The script that opens these pages without a signal. It has to lie beside them: it may touch nothing above."""
    response = HttpResponse(_worker(), content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response
