"""A household looks at its own entry by the code on its paper, and contests it; the Front answers."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dienhong.decisions import actions
from dienhong.decisions.contest_forms import AnswerForm, CodeForm, ContestForm
from dienhong.decisions.models.contests import Error
from dienhong.decisions.queries import entries as queries
from dienhong.decisions.views.acting import acted
from dienhong.decisions.views.public import trail
from dienhong.documents import codes
from dienhong.foundations import limits
from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.unlisted import unlisted


@never_cache
def enter(request: CivicRequest) -> HttpResponse:
    """Where a code is typed."""
    form = CodeForm(request.GET if "ma" in request.GET else None)
    if form.is_bound and form.is_valid():
        return redirect("decisions:own-entry", codes.as_typed(form.cleaned_data["ma"]) or "-")
    return _asks(request, form, 200)


def _asks(request: CivicRequest, form: CodeForm, status: int) -> HttpResponse:
    context = {"form": form, "trail": trail((_("Hộ tôi được ghi nhận thế nào"), ""))}
    return unlisted(render(request, "decisions/public_code.html", context, status=status))


@never_cache
def own_entry(request: CivicRequest, code: str) -> HttpResponse:
    """Present or not, and who came; never a choice. A code that opens nothing tells nothing."""
    if limits.is_over(request, "entry", limits.CODES_TRIED, count=False):
        return render(request, "429.html", status=429)
    found = queries.own(code)
    if found is None:
        limits.is_over(request, "entry", limits.CODES_TRIED)
        form = CodeForm({"ma": code})
        form.add_error("ma", _("Không có hộ nào mang mã này. Hãy xem lại từng chữ trên giấy mời, trên phiếu."))
        return _asks(request, form, 404)
    earlier = queries.contest_of(found)
    # Whoever is signed in by chance is not written down: the code alone speaks for the household.
    form_of = ContestForm(request.POST or None)

    def act() -> object:
        given = form_of.cleaned_data
        return actions.contest(own=found, error=Error(given["error"]), key=given["key"], on=request.on)

    context = {
        "own": found,
        "code": codes.as_typed(code),
        "contest": earlier,
        "finding": getattr(earlier, "finding", None),
        "may_contest": earlier is None and found.until is not None and request.on <= found.until,
        "trail": trail(
            (str(found.village), reverse("decisions:village", args=[found.village.code])),
            (_("Hộ tôi được ghi nhận thế nào"), ""),
        ),
    }
    here = reverse("decisions:own-entry", args=[code])
    return unlisted(acted(request, form_of, act, to=here, context=context, template="decisions/public_entry.html"))


def answer(request: CivicRequest, pk: int) -> HttpResponse:
    """The Front looks into a contest and answers it with a reason."""
    found = queries.contest(pk, request.actor)
    form = AnswerForm(request.POST or None)

    def act() -> object:
        given = form.cleaned_data
        return actions.answer_contest(
            contest=found, is_right=given["is_right"], reason=given["reason"], by=request.actor, at=request.at
        )

    household = found.entry.name or found.entry.household.code
    context = {
        "title": _("Trả lời kiến nghị của hộ"),
        "caption": f"{found.entry.roll.village} · {found.entry.number}. {household}",
        "lead": str(found.get_error_display()),
        "submit": _("Trả lời"),
        "trail": [(_("Việc của tôi"), reverse("my-day")), (_("Trả lời kiến nghị"), "")],
    }
    return acted(request, form, act, to=reverse("my-day"), context=context)
