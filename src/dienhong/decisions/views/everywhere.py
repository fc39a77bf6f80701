"""A matter of the whole commune: what it comes to over the villages, for everybody; the day, fixed by the commune."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from dienhong.decisions import access, actions, public_shown
from dienhong.decisions.forms import ChooseFormForm, FixDayForm
from dienhong.decisions.models import CommuneMatter
from dienhong.decisions.queries import everywhere as queries
from dienhong.decisions.queries import plain, public
from dienhong.decisions.views.acting import acted
from dienhong.decisions.views.public import trail
from dienhong.foundations.requests import CivicRequest
from lawcore.ballots.matters import Form
from lawcore.ballots.matters import Matter as Kind


@require_safe
def tally(request: CivicRequest, pk: int) -> HttpResponse:
    """Village by village, and the whole commune with its reason; which ways of reading the law there are."""
    under = public.commune_matter(pk)
    found = queries.tally(under)
    votes = found.votes if found else ()
    context = {
        "under": under,
        "clause": Kind(under.kind).clause,
        "tally": found,
        "votes": [(each, public_shown.status_of(each.matter.stage)) for each in votes],
        "fixed": next((each.matter.effective_on for each in votes if each.matter.effective_on), None),
        "may_choose": any(each.matter.stage == "proposed" for each in votes)
        and access.may_for_commune(request.actor, under.commune),
        "may_fix": found is not None
        and found.answer.result
        and any(each.matter.stage == "sent" for each in votes)
        and access.may_for_commune(request.actor, under.commune),
        "trail": _trail(under),
    }
    return render(request, "decisions/public_everywhere.html", context)


def _trail(under: CommuneMatter, *steps: tuple[str, str]) -> list[tuple[str, str]]:
    home = reverse("decisions:commune", args=[under.commune.code])
    here = reverse("decisions:everywhere", args=[under.pk]) if steps else ""
    return trail((str(under.commune), home), (under.title, here), *steps)


def choose_form(request: CivicRequest, pk: int) -> HttpResponse:
    """LDC art. 16 cl. 1, art. 19 cl. 1 pt. a: one form for all villages; what the law says of each stands beside it."""
    under = public.commune_matter(pk)
    access.check_commune(request.actor, under.commune)
    form = ChooseFormForm(request.POST or None)
    waiting = under.matters.filter(stage="proposed").select_related("village").order_by("village__path", "pk")
    villages = list(waiting)

    def act() -> object:
        given = form.cleaned_data
        return actions.choose_form_everywhere(
            under=under, form=Form(given["form"]), key=given["key"], by=request.actor, at=request.at
        )

    context = {
        "title": _("Chọn hình thức cho mọi thôn"),
        "caption": under.title,
        "lead": ngettext(
            "%(n)d thôn, tổ dân phố chưa có hình thức. Nơi xã đã chọn riêng thì giữ nguyên.",
            "%(n)d thôn, tổ dân phố chưa có hình thức. Nơi xã đã chọn riêng thì giữ nguyên.",
            len(villages),
        )
        % {"n": len(villages)},
        "submit": _("Chọn cho mọi thôn"),
        "answers": plain.forms(villages[0]) if villages else (),
        "trail": _trail(under, (_("Chọn hình thức"), "")),
    }
    return acted(request, form, act, to=reverse("decisions:everywhere", args=[pk]), context=context)


def fix_day(request: CivicRequest, pk: int) -> HttpResponse:
    """LDC art. 21 cl. 2: one day for all villages."""
    under = public.commune_matter(pk)
    access.check_commune(request.actor, under.commune)
    form = FixDayForm(request.POST or None, initial={"effective_on": request.on})

    def act() -> object:
        return actions.fix_day_everywhere(under=under, by=request.actor, **form.cleaned_data)

    context = {
        "title": _("Ấn định ngày có hiệu lực"),
        "caption": under.title,
        "lead": _("Cùng một ngày cho mọi thôn đã gửi quyết định đến xã."),
        "submit": _("Ấn định ngày"),
        "trail": _trail(under, (_("Ấn định ngày"), "")),
    }
    return acted(request, form, act, to=reverse("decisions:everywhere", args=[pk]), context=context)
