"""Erase who asked: one officer proposes, another or the chair decides."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dienhong.disclosures.erasure_forms import DecideErasureForm
from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.told import told_on
from dienhong.information_requests import access, actions, queries, shown
from dienhong.information_requests.access import Act
from dienhong.information_requests.forms import ProposeErasureForm
from dienhong.information_requests.models import Request
from dienhong.information_requests.views.desk import trail


def _trail(found: Request) -> list[tuple[str, str]]:
    page = reverse("information_requests:detail", args=[found.pk])
    return trail((shown.printed_code(found), page), (_("Xóa dữ liệu cá nhân"), ""))


@never_cache
def propose(request: CivicRequest, pk: int) -> HttpResponse:
    """Why; no words on what it is."""
    found = queries.request(pk, request.actor)
    access.check(request.actor, Act.PROPOSE_ERASURE, found.organization)
    form = ProposeErasureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            made = actions.propose_erasure(request=found, ground=form.cleaned_data["ground"], by=request.actor)
            return redirect("information_requests:decide-erasure", made.pk)
    context = {
        "form": form,
        "title": _("Đề nghị xóa dữ liệu cá nhân"),
        "caption": shown.printed_code(found),
        "lead": _(
            "Xóa tên, địa chỉ, giấy tờ, lời hỏi, lời đáp và tệp của hồ sơ này. Số hồ sơ, các ngày và kết quả còn lại. "
            "Người thứ hai quyết định."
        ),
        "submit": _("Đề nghị xóa"),
        "trail": _trail(found),
    }
    return render(request, "information_requests/form.html", context, status=422 if form.errors else 200)


@never_cache
def decide(request: CivicRequest, pk: int) -> HttpResponse:
    """What was proposed, what stays, and the second person's word."""
    proposal = queries.proposal(pk, request.actor)
    found = proposal.request
    is_mine = proposal.proposed_by == request.actor.key
    may_decide = access.may(request.actor, Act.DECIDE_ERASURE, found.organization) and not is_mine
    form = DecideErasureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            actions.decide_erasure(
                proposal=proposal,
                is_approved=form.cleaned_data["word"] == "erase",
                reason=form.cleaned_data["reason"],
                by=request.actor,
            )
            return redirect("information_requests:decide-erasure", pk)
    decision = getattr(proposal, "decision", None)
    context = {
        "proposal": proposal,
        "decision": decision,
        "found": found,
        "is_mine": is_mine,
        "form": form if may_decide and decision is None else None,
        "trail": _trail(found),
    }
    return render(request, "information_requests/erasure.html", context, status=422 if form.errors else 200)
