"""Personal data that was published by mistake: one person proposes to erase it, another decides."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.disclosures import access, actions, queries
from dienhong.disclosures.access import Act
from dienhong.disclosures.erasure_forms import DecideErasureForm, ProposeErasureForm
from dienhong.disclosures.views.desk import trail
from dienhong.foundations.refusals import Refused
from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.told import told_on


def propose(request: CivicRequest, pk: int) -> HttpResponse:
    """Which version, what kind of data; from then on nobody is shown it."""
    found = queries.seen(pk, request.actor)
    access.check(request.actor, Act.PROPOSE_ERASURE, found.item.plan.organization)
    versions = queries.can_be_erased(found)
    if not versions:
        raise Refused(_("Không còn bản nào có nội dung để xóa."))
    form = ProposeErasureForm(request.POST or None, versions=versions)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        version = next(each for each in versions if each.number == given["number"])
        proposal = actions.propose_erasure(
            version=version,
            ground=given["ground"],
            with_title=given["with_title"],
            by=request.actor,
            on=request.on,
        )
        messages.success(request, _("Nội dung đã thôi hiện với người dân. Người thứ hai đã được báo để quyết định."))
        return redirect("disclosures:decide-erasure", proposal.pk)
    context = {
        "form": form,
        "title": _("Xóa dữ liệu cá nhân đăng nhầm"),
        "caption": found.title,
        "lead": _(
            "Bản này thôi hiện với người dân ngay khi gửi. Người thứ hai quyết định xóa; xóa rồi không lấy lại được."
        ),
        "submit": _("Thôi hiện và đề nghị xóa"),
        "trail": trail((found.title, reverse("disclosures:detail", args=[pk])), (_("Xóa dữ liệu cá nhân"), "")),
    }
    return render(request, "disclosures/form.html", context, status=422 if form.errors else 200)


def decide(request: CivicRequest, pk: int) -> HttpResponse:
    """What was proposed, what stays, and the second person's word."""
    proposal = queries.proposal(pk, request.actor)
    found = proposal.version.disclosure
    unit = found.item.plan.organization
    is_mine = proposal.proposed_by == request.actor.key
    may_decide = access.may(request.actor, Act.DECIDE_ERASURE, unit) and not is_mine
    form = DecideErasureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            actions.decide_erasure(
                proposal=proposal,
                is_approved=form.cleaned_data["word"] == "erase",
                reason=form.cleaned_data["reason"],
                by=request.actor,
            )
            return redirect("disclosures:decide-erasure", pk)
    decision = getattr(proposal, "decision", None)
    files = [] if decision else queries.files_of(proposal.version)
    context = {
        "proposal": proposal,
        "decision": decision,
        "disclosure": found,
        "is_mine": is_mine,
        "form": form if may_decide and decision is None else None,
        "held": [words for each in files for words in queries.others_holding(each, proposal.version)],
        "trail": trail((found.title, reverse("disclosures:detail", args=[found.pk])), (_("Xóa dữ liệu cá nhân"), "")),
    }
    return render(request, "disclosures/erasure.html", context, status=422 if form.errors else 200)
