"""Pages where an officer words a proposal otherwise: edit, split, merge, add."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.foundations.requests import CivicRequest
from dienhong.resolutions import actions, queries, shown
from dienhong.resolutions.access import Act
from dienhong.resolutions.forms import MergeForm, SplitForm, TermsForm
from dienhong.resolutions.models import Proposal, Version
from dienhong.resolutions.views.review import next_address
from dienhong.resolutions.views.trails import trail

SHOWN_AGAIN = 409


@require_http_methods(["GET", "POST"])
def edit(request: CivicRequest, pk: int, proposal_id: int) -> HttpResponse:
    """Word a proposal otherwise, and confirm it at once when the officer says so."""
    version = queries.version(pk, request.actor, Act.REVIEW)
    proposal = _proposal(version, proposal_id)
    form = TermsForm(request.POST) if request.method == "POST" else TermsForm.of(proposal)
    if form.is_bound and form.is_valid():
        try:
            new = actions.edit(
                proposal_id=proposal.pk,
                seen=form.cleaned_data["seen"],
                terms=form.terms(proposal),
                confirm="confirm" in request.POST,
                key=form.cleaned_data["key"],
                by=request.actor,
                at=request.at,
            )
        except Refused as refusal:
            _say(form, refusal)
        else:
            messages.success(request, _("Đã lưu. Bản cũ của đề xuất vẫn được giữ."))
            return redirect(next_address(request, new))
    return _page(request, "resolutions/edit.html", version, proposal, form)


@require_http_methods(["GET", "POST"])
def split(request: CivicRequest, pk: int, proposal_id: int) -> HttpResponse:
    """Cut a proposal where the officer breaks the line."""
    version = queries.version(pk, request.actor, Act.REVIEW)
    proposal = _proposal(version, proposal_id)
    initial = {"text": proposal.text, "seen": proposal.state}
    form = SplitForm(request.POST or None, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            new = actions.split(
                proposal_id=proposal.pk,
                seen=form.cleaned_data["seen"],
                pieces=form.pieces(),
                key=form.cleaned_data["key"],
                by=request.actor,
                at=request.at,
            )
        except Refused as refusal:
            _say(form, refusal)
        else:
            messages.success(request, _("Đã tách thành %(count)s đề xuất.") % {"count": len(new)})
            return redirect(next_address(request, proposal))
    return _page(request, "resolutions/split.html", version, proposal, form)


@require_POST
def merge(request: CivicRequest, pk: int) -> HttpResponse:
    """Make one proposal of those ticked."""
    version = queries.version(pk, request.actor, Act.REVIEW)
    ids = list(queries.live(version).values_list("pk", flat=True))
    form = MergeForm(request.POST, ids=ids)
    if not form.is_valid():
        messages.error(request, _("Hãy chọn ít nhất hai đề xuất đang hiện trên trang để gộp."))
        return redirect("resolutions:review", pk=pk)
    try:
        new = actions.merge(
            version_id=pk,
            proposal_ids=form.cleaned_data["proposal"],
            key=form.cleaned_data["key"],
            by=request.actor,
            at=request.at,
        )
    except (NotFound, NotAllowed):
        raise
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("resolutions:review", pk=pk)
    messages.success(request, _("Đã gộp. Hãy đọc lại rồi xác nhận."))
    return redirect("resolutions:edit", pk=pk, proposal_id=new.pk)


@require_http_methods(["GET", "POST"])
def add(request: CivicRequest, pk: int, eid: str) -> HttpResponse:
    """Propose what the machine did not see in a provision."""
    version = queries.version(pk, request.actor, Act.REVIEW)
    row = queries.provision(version, eid)
    initial = {"kind": Proposal.Kind.DUTY, "action": row.text or row.heading}
    form = TermsForm(request.POST or None, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            new = actions.add(
                provision_id=row.pk,
                terms=form.terms(),
                key=form.cleaned_data["key"],
                by=request.actor,
                at=request.at,
            )
        except Refused as refusal:
            _say(form, refusal)
        else:
            return redirect(next_address(request, new))
    context = {
        "version": version,
        "row": row,
        "form": form,
        "lines": list(shown.lines(queries.subtree(version, row))),
        "trail": trail(version, _("Thêm đề xuất")),
    }
    return render(request, "resolutions/add_proposal.html", context, status=422 if form.is_bound else 200)


def _proposal(version: Version, proposal_id: int) -> Proposal:
    found = queries.with_history(version.proposals.filter(pk=proposal_id)).first()
    if found is None:
        raise NotFound(_("Không tìm thấy đề xuất này."))
    return found


def _say(form: TermsForm | SplitForm, refusal: Refused) -> None:
    """Show a refusal on the form, so that nothing typed is lost; what may not be at all is not shown there."""
    if isinstance(refusal, NotFound | NotAllowed):
        raise refusal
    form.add_error(None, str(refusal))


def _page(
    request: CivicRequest, template: str, version: Version, proposal: Proposal, form: TermsForm | SplitForm
) -> HttpResponse:
    context = {
        "version": version,
        "proposal": proposal,
        "row": proposal.provision,
        "form": form,
        "card": shown.cards([proposal], queries.names(shown.keys_of([proposal])))[0],
        "trail": trail(version, proposal.provision.at),
        "outcomes": list(proposal.outcomes.order_by("pk")),
        "lines": list(shown.lines(queries.subtree(version, proposal.provision))),
    }
    return render(request, template, context, status=SHOWN_AGAIN if form.is_bound else 200)
