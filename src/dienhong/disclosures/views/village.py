"""A village head's list on the phone: what to put up or tell, and recording it."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.disclosures import access, actions, queries, shown
from dienhong.disclosures.forms import PassOnForm
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.foundations.requests import CivicRequest
from lawcore.disclosures import Place


def _trail(*steps: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Việc của tôi"), reverse("my-day")), *steps]


def to_tell(request: CivicRequest) -> HttpResponse:
    """What there is to tell, village by village."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    headed = queries.villages_headed(request.actor)
    if not headed:
        raise NotAllowed(_("Trang này dành cho Trưởng thôn, Tổ trưởng tổ dân phố."))
    villages = [(village, [(each, _asks(each)) for each in queries.to_tell(village)]) for village in headed]
    return render(
        request, "disclosures/village.html", {"villages": villages, "trail": _trail((_("Cần thông báo"), ""))}
    )


def _asks(told: queries.ToTell) -> str:
    """What there is to do, in a few words."""
    hang = [_("treo tại %(place)s") % {"place": Place(each).words} for each in told.places]
    return "; ".join([*([_("báo cho dân")] if told.tells else []), *hang])


def pass_on(request: CivicRequest, village: int, pk: int) -> HttpResponse:
    """One thing to tell: its words, and what was done."""
    told = next(
        (
            each
            for place in queries.villages_headed(request.actor)
            if place.pk == village
            for each in queries.to_tell(place)
            if each.disclosure.pk == pk
        ),
        None,
    )
    if told is None:
        raise access.nothing()
    form = PassOnForm(
        request.POST or None,
        request.FILES or None,
        places=told.places,
        tells=told.tells,
        initial={"claimed_on": request.on},
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.pass_on(
                disclosure=told.disclosure,
                told=form.told(told.village),
                key=form.cleaned_data["key"],
                by=request.actor,
                at=request.at,
            )
        except (NotAllowed, NotFound):
            raise
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("disclosures:village")
    context = {
        "told": told,
        "form": form,
        "asks": _asks(told),
        "signs": shown.row(told.disclosure, on=request.on).signs,
        "trail": _trail((_("Cần thông báo"), reverse("disclosures:village")), (told.disclosure.title, "")),
    }
    return render(request, "disclosures/pass_on.html", context, status=422 if form.errors else 200)
