"""Pages that show resolutions: the list, one of them, its whole text, one provision."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dienhong.foundations.actors import Actor
from dienhong.foundations.requests import CivicRequest
from dienhong.resolutions import access, actions, carrying, queries, shown
from dienhong.resolutions.access import Act
from dienhong.resolutions.forms import ReasonForm, StateRelationForm
from dienhong.resolutions.models import Relation, Version
from dienhong.resolutions.views.trails import trail

PER_PAGE = 30
LINES_PER_PAGE = 400


@require_safe
def index(request: CivicRequest) -> HttpResponse:
    wanted = request.GET.get("tim", "")[:100]
    page = Paginator(queries.versions(request.actor, text=wanted), PER_PAGE).get_page(request.GET.get("trang"))
    columns = [_("Nghị quyết"), _("Của"), _("Số, ngày"), _("Tình trạng")]
    context = {
        "page": page,
        "wanted": wanted,
        "may_upload": bool(queries.places_to_upload(request.actor, on=request.on)),
        "columns": [*columns, _("Chờ duyệt") + "#"] if request.actor.is_known else columns,
    }
    return render(request, "resolutions/index.html", context)


@require_safe
def work(request: CivicRequest, work_id: int) -> HttpResponse:
    """A lasting address of a resolution: leads to the newest of its texts that the reader may see."""
    return redirect("resolutions:detail", pk=queries.newest(work_id, request.actor).pk)


@require_safe
def detail(request: CivicRequest, pk: int) -> HttpResponse:
    version = queries.version(pk, request.actor)
    may = _may(request.actor, version)
    if version.stage != Version.Stage.READ:
        context = {
            "version": version,
            "steps": Version.STEPS,
            "trail": trail(version),
            "may_retry": may["upload"] and actions.may_retry(version, request.at),
        }
        return render(request, "resolutions/reading.html", context)
    context = _facts(version, request) | {"may": may, "trail": trail(version)}
    if may["review"] or may["publish"]:
        context |= _work_to_do(version)
    if may["relate"]:
        works = [(each.pk, each.title) for each in queries.candidates(version, request.actor)]
        context |= {"works": works, "relation_form": StateRelationForm(works=works)}
    return render(request, "resolutions/detail.html", context)


def _may(actor: Actor, version: Version) -> dict[str, bool]:
    place = access.place_of(version)
    return {act.value: access.may(actor, act, place) for act in Act}


def _facts(version: Version, request: CivicRequest) -> dict[str, Any]:
    """What everybody who may see the resolution sees of it."""
    relations = list(version.relations.order_by("pk"))
    before, after = queries.lineage(version)
    ended_by = queries.ended_by(version.work, on=request.on)
    in_force = version.status == Version.Status.ADOPTED and version.effective_on is not None
    return {
        "version": version,
        "caption": " – ".join(filter(None, (f"{version.work.kind} {version.number}".strip(), str(version.locality)))),
        "versions": queries.siblings(version, request.actor),
        "version_columns": [_("Bản"), _("Tình trạng"), _("Tệp"), _("So sánh")],
        "outline": queries.outline(version),
        "bases": [each for each in relations if each.relation == Relation.Kind.BASED_ON],
        "effects": [each for each in relations if each.relation != Relation.Kind.BASED_ON],
        "affected_by": queries.affected_by(version.work, request.actor),
        "ended_by": ended_by,
        "in_force": in_force and version.effective_on is not None and version.effective_on <= request.on,
        "places_before": before,
        "places_after": after,
    }


def _work_to_do(version: Version) -> dict[str, Any]:
    """What those who work with the resolution see besides."""
    return {
        "counts": queries.counts(version),
        "issuer_finding": queries.issuer_finding(version),
        "findings": list(version.findings.order_by("pk")),
        "notes": version.notes,
        "earlier": carrying.earlier_of(version),
        "publisher": queries.names([version.published_by]).get(version.published_by, ""),
        "reason_form": ReasonForm(),
    }


@require_safe
def text(request: CivicRequest, pk: int) -> HttpResponse:
    """The whole text, every provision with its address; by pages of many lines when it is long."""
    version = queries.version(pk, request.actor)
    page = Paginator(version.provisions.order_by("order"), LINES_PER_PAGE).get_page(request.GET.get("trang"))
    lines = list(shown.lines(list(page)))
    context = {"version": version, "page": page, "lines": lines, "trail": trail(version, _("Toàn văn"))}
    return render(request, "resolutions/text.html", context)


@require_safe
def provision(request: CivicRequest, pk: int, eid: str) -> HttpResponse:
    """One provision: its words, what is proposed from it, who said what about it."""
    version = queries.version(pk, request.actor)
    row = queries.provision(version, eid)
    place = access.place_of(version)
    serves = access.may(request.actor, Act.REVIEW, place)
    rows = queries.subtree(version, row)
    proposals = list(queries.with_history(queries.live(version).filter(provision__in=rows))) if serves else []
    readings = list(row.readings.order_by("pk")) if serves else []
    names = queries.names([*shown.keys_of(proposals), *(reading.by for reading in readings)])
    context = {
        "version": version,
        "row": row,
        "lines": list(shown.lines(rows)),
        "above": queries.ancestors(row),
        "cards": shown.cards(proposals, names),
        "readings": [(reading, names.get(reading.by, "")) for reading in readings],
        "may_review": serves,
        "trail": trail(version, row.at),
    }
    return render(request, "resolutions/provision.html", context)
