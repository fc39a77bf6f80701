"""Papers to print: what a meeting has, each as DOCX, PDF or a page; the written decision. Only for who may see it."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dienhong.decisions import access, actions, queries
from dienhong.decisions.access import Act
from dienhong.decisions.models import Item, Meeting, Printing
from dienhong.decisions.papers import calling_off, catalogue, decision, facts, invitations
from dienhong.decisions.views.acting import trail
from dienhong.documents.pdf import PdfUnavailable, is_pdf_available
from dienhong.documents.views import serve
from dienhong.foundations.refusals import Refused
from dienhong.foundations.requests import CivicRequest

KINDS = frozenset({"docx", "pdf", "in"})


@never_cache
@require_safe
def index(request: CivicRequest, pk: int) -> HttpResponse:
    """All papers of a meeting, those that can be printed now with their links."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    meeting = queries.meeting(pk, request.actor)
    newest: dict[tuple[str, str], Printing] = {}
    for each in Printing.objects.filter(meeting=meeting).select_related("file").order_by("pk"):
        newest[each.paper, each.kind] = each
    items = list(meeting.items.select_related("matter").order_by("position"))
    context = {
        "meeting": meeting,
        "papers": [
            _line(each, meeting, newest) for each in catalogue.PAPERS.values() if each.is_off == _is_off(meeting)
        ],
        "items": [
            (item, [each for each in catalogue.ITEM_PAPERS.values() if not each.secret or _may_be_secret(item)])
            for item in items
            if not _is_off(meeting)
        ],
        "has_pdf": is_pdf_available(),
        "may_hold": access.may(request.actor, Act.HOLD, meeting.village),
        "trail": trail((str(meeting.village), ""), (_("Giấy tờ để in"), "")),
        **_texts(request, meeting),
    }
    return render(request, "decisions/papers.html", context)


def _texts(request: CivicRequest, meeting: Meeting) -> dict[str, Any]:
    with translation.override("vi"):
        known = facts.of_meeting(meeting, on=request.on)
        told = calling_off if _is_off(meeting) else invitations
        script = told.spoken(known)
        message = told.message(known, trace=facts.trace_of_meeting(meeting, request.actor))
    return {"script": script, "message": message}


def _is_off(meeting: Meeting) -> bool:
    return meeting.stage == Meeting.Stage.CALLED_OFF


def _line(paper: catalogue.Paper, meeting: Meeting, newest: dict[tuple[str, str], Printing]) -> dict[str, Any]:
    try:
        actions.check_ready(paper, meeting)
    except Refused as refusal:
        why = str(refusal)
    else:
        why = ""
    made = [newest[key] for key in ((paper.slug, "docx"), (paper.slug, "pdf")) if key in newest]
    return {"paper": paper, "why": why, "made": made}


def _may_be_secret(item: Item) -> bool:
    return item.method in {"", Item.Method.SECRET}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: CivicRequest, pk: int, slug: str, kind: str) -> HttpResponse:
    """One paper of a meeting; those that take long are asked for instead, but for their page to print.

    What bears the codes of all households is sent for by a button and written down, never opened by an address alone.
    """
    meeting = queries.meeting(pk, request.actor)
    wanted = catalogue.PAPERS.get(slug)
    if wanted is None or kind not in KINDS or (wanted.is_long and kind != "in"):
        raise access.nothing()
    if wanted.has_codes:
        access.check(request.actor, Act.HOLD, meeting.village)
        if request.method != "POST":
            return redirect("decisions:papers", pk)
        actions.note_paper_opened(meeting=meeting, paper=wanted, kind=kind, by=request.actor)
    actions.check_ready(wanted, meeting)
    return _out(
        lambda: catalogue.make(wanted, meeting, request.actor, on=request.on),
        kind,
        name=f"{slug}-{pk}",
        back=reverse("decisions:papers", args=[pk]),
    )


@never_cache
@require_safe
def item_paper(request: CivicRequest, pk: int, position: int, slug: str, kind: str) -> HttpResponse:
    """A paper of one item: ballots, counterfoils, sheets to count on, minutes of a secret vote."""
    meeting = queries.meeting(pk, request.actor)
    item = meeting.items.select_related("matter", "meeting__village__parent", "meeting__roll").filter(position=position)
    found, wanted = item.first(), catalogue.ITEM_PAPERS.get(slug)
    if found is None or wanted is None or kind not in KINDS or _is_off(meeting):
        raise access.nothing()
    if wanted.secret and not found.method:
        found.method = Item.Method.SECRET  # to print before the meeting chooses how it votes; not saved
    return _out(
        lambda: catalogue.make_for_item(wanted, found, request.actor, on=request.on),
        kind,
        name=f"{slug}-{pk}-{position}",
        back=reverse("decisions:papers", args=[pk]),
    )


@require_POST
def ask(request: CivicRequest, pk: int, slug: str, kind: str) -> HttpResponse:
    """Have a long paper made; it stands on the page of papers when it is ready."""
    meeting = queries.meeting(pk, request.actor)
    actions.ask_paper(meeting=meeting, paper=slug, kind=kind, by=request.actor, at=request.at)
    return redirect("decisions:papers", pk)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def printing(request: CivicRequest, pk: int, number: int) -> FileResponse | HttpResponse:
    """The file of a paper that the worker made; one with the codes of all households by a button, written down."""
    meeting = queries.meeting(pk, request.actor)
    found = Printing.objects.filter(meeting=meeting, pk=number, file__isnull=False).select_related("file").first()
    if found is None or found.file is None:
        raise access.nothing()
    wanted = catalogue.PAPERS[found.paper]
    if wanted.has_codes:
        access.check(request.actor, Act.HOLD, meeting.village)
        if request.method != "POST":
            return redirect("decisions:papers", pk)
        actions.note_paper_opened(meeting=meeting, paper=wanted, kind=found.kind, by=request.actor)
    response = serve(found.file, f"{found.paper}-{pk}.{found.kind}")
    response["Cache-Control"] = "private, no-store"
    return response


@never_cache
@require_safe
def written(request: CivicRequest, pk: int, version: int, kind: str) -> HttpResponse:
    """The written decision on a matter, from this version of its record."""
    matter = queries.matter(pk, request.actor)
    record = matter.records.filter(version=version).first()
    if record is None or kind not in KINDS:
        raise access.nothing()
    return _out(
        lambda: decision.document_of(record, trace=facts.trace_of_record(record, matter, request.actor)),
        kind,
        name=f"quyet-dinh-{pk}-{version}",
        back=reverse("decisions:matter", args=[pk]),
    )


def _out(make: Callable[[], catalogue.Made], kind: str, *, name: str, back: str) -> HttpResponse:
    with translation.override("vi"):
        made = make()
        if kind == "in":
            return HttpResponse(catalogue.page(made, back=back))
        try:
            content = catalogue.rendered(made, kind)
        except PdfUnavailable as missing:
            raise Refused(str(missing)) from missing
    response = HttpResponse(content, content_type=catalogue.MEDIA[kind])
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    response["Cache-Control"] = "private, no-store"
    return response
