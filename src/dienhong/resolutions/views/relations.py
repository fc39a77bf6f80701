"""Which documents named by a resolution are known here."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from dienhong.foundations.refusals import NotFound
from dienhong.foundations.requests import CivicRequest
from dienhong.resolutions import actions, queries
from dienhong.resolutions.access import Act
from dienhong.resolutions.forms import RelationForm, StateRelationForm
from dienhong.resolutions.models import Work
from dienhong.resolutions.views.trails import trail


@require_http_methods(["GET", "POST"])
def relate(request: CivicRequest, pk: int, relation_id: int) -> HttpResponse:
    """Say which resolution here a named document is."""
    version = queries.version(pk, request.actor, Act.RELATE)
    relation = version.relations.filter(pk=relation_id).first()
    if relation is None:
        raise NotFound(_("Không tìm thấy văn bản được viện dẫn này."))
    works = queries.candidates(version, request.actor)
    suggested = queries.suggested(relation, works)
    chosen = relation.target_id or (suggested.pk if suggested else None)
    form = RelationForm(request.POST or None, works=_choices(works), initial={"work": chosen})
    if form.is_bound and form.is_valid():
        actions.relate(relation_id=relation.pk, work_id=form.cleaned_data["work"], by=request.actor)
        messages.success(request, _("Đã ghi."))
        return redirect("resolutions:detail", pk=pk)
    context = {
        "version": version,
        "relation": relation,
        "form": form,
        "suggested": suggested,
        "trail": trail(version, _("Nối văn bản")),
    }
    return render(request, "resolutions/relate.html", context, status=422 if form.is_bound else 200)


@require_POST
def state(request: CivicRequest, pk: int) -> HttpResponse:
    """Say that this text repeals, replaces or amends a resolution known here."""
    version = queries.version(pk, request.actor, Act.RELATE)
    form = StateRelationForm(request.POST, works=_choices(queries.candidates(version, request.actor)))
    if form.is_valid():
        said = form.cleaned_data
        actions.state(version_id=pk, kind=said["kind"], work_id=said["work"], by=request.actor)
        messages.success(request, _("Đã ghi."))
    else:
        messages.error(request, _("Hãy chọn nghị quyết bị bãi bỏ, thay thế hoặc sửa đổi."))
    return redirect("resolutions:detail", pk=pk)


def _choices(works: QuerySet[Work]) -> list[tuple[int, str]]:
    return [(work.pk, work.title) for work in works]
