"""Two versions side by side, decisions carried over, and what the public sees."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.foundations.requests import CivicRequest
from dienhong.resolutions import access, actions, carrying, queries, shown
from dienhong.resolutions.access import Act
from dienhong.resolutions.forms import CountForm, ReasonForm
from dienhong.resolutions.views.trails import trail
from lawcore.comparison import Change, Pair

PER_PAGE = 100
ALL = "tat-ca"


@require_safe
def compare(request: CivicRequest, pk: int, other_id: int) -> HttpResponse:
    """What became of each provision of the earlier text in the later one, and of what was confirmed in it."""
    later, earlier = queries.read_version(pk, request.actor), queries.read_version(other_id, request.actor)
    if later.work_id != earlier.work_id:
        raise NotFound(_("Hai văn bản này không phải hai bản của cùng một nghị quyết."))
    difference = carrying.difference(earlier, later)
    kind = request.GET.get("loai", "")
    wanted = [pair for pair in difference.comparison.pairs if _is_wanted(pair, kind)]
    page = Paginator(wanted, PER_PAGE).get_page(request.GET.get("trang"))
    may_review = access.may(request.actor, Act.REVIEW, access.place_of(later))
    context = {
        "later": later,
        "earlier": earlier,
        "tally": [(change.value, len(difference.comparison.of(change))) for change in Change],
        "kind": kind,
        "page": page,
        "pairs": shown.pairs(page, difference),
        "trail": trail(later, _("So hai bản")),
        "plan": carrying.plan(earlier, later, difference.unchanged) if may_review else None,
    }
    return render(request, "resolutions/compare.html", context)


def _is_wanted(pair: Pair, kind: str) -> bool:
    """Of the kind asked for; without one, whatever is not simply kept."""
    return kind in {ALL, pair.change.value} or (not kind and pair.change is not Change.KEPT)


@require_POST
def keep(request: CivicRequest, pk: int) -> HttpResponse:
    """The officer's one explicit word that what was confirmed of unchanged provisions still holds."""
    queries.version(pk, request.actor, Act.REVIEW)
    form = CountForm(request.POST)
    if not form.is_valid():
        raise Refused(_("Trang đã cũ. Hãy tải lại trang so sánh rồi làm lại."))
    try:
        done = actions.keep_decisions(
            version_id=pk, expected=form.cleaned_data["expected"], by=request.actor, at=request.at
        )
    except actions.DecidedMeanwhile as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request,
            ngettext(
                "Đã giữ %(count)s quyết định cũ cho các điều khoản không đổi.",
                "Đã giữ %(count)s quyết định cũ cho các điều khoản không đổi.",
                done,
            )
            % {"count": done},
        )
    return redirect("resolutions:review", pk=pk)


@require_POST
def publish(request: CivicRequest, pk: int) -> HttpResponse:
    try:
        actions.publish(version_id=pk, by=request.actor, at=request.at)
    except (NotFound, NotAllowed):
        raise
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã công khai. Ai cũng đọc được nghị quyết này và tiến độ thực hiện."))
    return redirect("resolutions:detail", pk=pk)


@require_POST
def withdraw(request: CivicRequest, pk: int) -> HttpResponse:
    form = ReasonForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    try:
        actions.withdraw(version_id=pk, reason=reason, by=request.actor)
    except (NotFound, NotAllowed):
        raise
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã thôi công khai."))
    return redirect("resolutions:detail", pk=pk)
