"""Erase what a row of a decision's file says of people: why; then the second person's word."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dienhong.decisions import access, actions, queries
from dienhong.decisions.challenge_forms import EraseForm
from dienhong.decisions.models import NameErasureProposal
from dienhong.decisions.queries import erasing
from dienhong.decisions.views.acting import acted, trail
from dienhong.disclosures.erasure_forms import DecideErasureForm
from dienhong.foundations.refusals import NotAllowed
from dienhong.foundations.requests import CivicRequest


@never_cache
def names(request: CivicRequest, pk: int) -> HttpResponse:
    """Who is named in the file of a matter, what of it can go, what the law keeps and by which article."""
    matter = queries.matter(pk, request.actor)
    if not access.may_recognise(request.actor, matter.village, front=False):
        raise NotAllowed(_("Việc xóa dữ liệu cá nhân do cán bộ, Chủ tịch Ủy ban nhân dân xã làm, hai người."))
    page = reverse("decisions:matter", args=[pk])
    context = {
        "matter": matter,
        "lines": erasing.of_matter(matter),
        "has_record": matter.records.exists(),
        "trail": trail((matter.title, page), (_("Họ tên trong hồ sơ"), "")),
    }
    return render(request, "decisions/names.html", context)


@never_cache
def propose(request: CivicRequest, subject: str) -> HttpResponse:
    """Why; no words on what it is."""
    found = erasing.subject(subject)
    access.check(request.actor, access.Act.SEE, found.village)
    if not access.may_recognise(request.actor, found.village, front=False):
        raise NotAllowed(_("Việc xóa dữ liệu cá nhân do cán bộ, Chủ tịch Ủy ban nhân dân xã làm, hai người."))
    form = EraseForm(request.POST or None)

    def act() -> NameErasureProposal:
        return actions.propose_name_erasure(subject=subject, ground=form.cleaned_data["ground"], by=request.actor)

    def page_of(made: NameErasureProposal) -> str:
        return reverse("decisions:decide-erasure", args=[made.pk])

    context = {
        "title": _("Đề nghị xóa dữ liệu cá nhân"),
        "caption": f"{found.village} · {found.kind.words}",
        "lead": _(
            "Xóa họ tên và lời ghi trong mục này. Các con số, ngày giờ và việc đã làm còn lại; sổ cái vẫn kiểm tra "
            "được. Người thứ hai quyết định."
        ),
        "submit": _("Đề nghị xóa"),
        "trail": trail((_("Xóa dữ liệu cá nhân"), "")),
    }
    return acted(request, form, act, to=page_of, context=context)


@never_cache
def decide(request: CivicRequest, pk: int) -> HttpResponse:
    """What was proposed, what stays, and the second person's word."""
    proposal = erasing.proposal(pk, request.actor)
    decision = getattr(proposal, "decision", None)
    is_mine = proposal.proposed_by == request.actor.key
    form = DecideErasureForm(request.POST or None)

    def act() -> object:
        given = form.cleaned_data
        is_approved = given["word"] == "erase"
        return actions.decide_name_erasure(
            proposal=proposal, is_approved=is_approved, reason=given["reason"], by=request.actor
        )

    context = {
        "proposal": proposal,
        "decision": decision,
        "is_mine": is_mine,
        "may_decide": decision is None and not is_mine,
        "what": erasing.subject(proposal.subject).kind.words,
        "trail": trail((_("Xóa dữ liệu cá nhân"), "")),
    }
    here = reverse("decisions:decide-erasure", args=[pk])
    return acted(request, form, act, to=here, context=context, template="decisions/erasure.html")
