"""The papers of a ballot round and an online vote as files; the page that the code on a slip opens."""

from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dienhong.decisions import access, actions, round_papers, round_slips
from dienhong.decisions.access import Act
from dienhong.decisions.models import Passing, Slip, SlipAnswer
from dienhong.decisions.queries import codes, online, rounds
from dienhong.documents.views import hand_out, serve
from dienhong.foundations import limits
from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.unlisted import unlisted


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: CivicRequest, pk: int, slug: str, kind: str) -> HttpResponse:
    """One paper of a ballot round, for those who hold it; slips and counterfoils by a button, written down."""
    found = rounds.ballot_round(pk, request.actor)
    access.check(request.actor, Act.HOLD, found.village)
    wanted = round_papers.papers_of(found).get(slug)
    if wanted is not None and wanted.is_noted:
        if request.method != "POST":
            return redirect("decisions:round", pk)
        actions.note_slips_printed(ballot_round=found, paper=slug, kind=kind, by=request.actor)
    document = round_papers.made(found, slug, on=request.on)
    if document is None:
        raise access.nothing()
    return hand_out(document, kind, f"{slug}-{pk}")


@never_cache
@require_safe
def signed_page(request: CivicRequest, pk: int, page: int) -> FileResponse:
    """The photo of the signed count minutes, for who holds the round and for an inspector."""
    found = rounds.ballot_round(pk, request.actor)
    access.check_photo(request.actor, found.village)
    there = found.pages.select_related("file").filter(pk=page).first()
    if there is None:
        raise access.nothing()
    return serve(there.file, "bien-ban-kiem-phieu.jpg", inline=True)


@never_cache
@require_POST
def household_codes(request: CivicRequest, pk: int, kind: str) -> HttpResponse:
    """The codes to hand over in person, for those who hold the vote."""
    found = online.online_round(pk, request.actor)
    found = actions.note_codes_printed(online_round=found, by=request.actor, at=request.at)
    with translation.override("vi"):
        document = round_slips.household_codes(found, on=request.on)
    return hand_out(document, kind, f"ma-ho-{pk}")


@never_cache
@require_safe
def slip_page(request: CivicRequest, code: str) -> HttpResponse:
    """Where the code on a slip leads: the team to the household's line, everybody else to what was recorded."""
    if limits.is_over(request, "slip", limits.CODES_TRIED, count=False):
        return render(request, "429.html", status=429)
    rows = Slip.objects.select_related("ballot_round__village__parent", "ballot_round__matter", "ballot_round__roll")
    slip = rows.filter(index=codes.index_of(code)).first()
    if slip is None:
        limits.is_over(request, "slip", limits.CODES_TRIED)
        raise access.nothing()
    found = slip.ballot_round
    passings = list(slip.passings.select_related("entry").order_by("pk"))
    last = passings[-1] if passings and passings[-1].to != Passing.To.UNUSED else None
    if access.may(request.actor, Act.HOLD, found.village) and found.roll is not None:
        entry = last.entry if last else found.roll.entries.filter(number=slip.number).first()
        if entry is not None:
            return redirect("decisions:round-household", found.pk, entry.pk)
    answer = SlipAnswer.objects.filter(slip=slip).order_by("-pk").first() if found.is_named else None
    context = {"round": found, "slip": slip, "last": last, "answer": answer}
    return unlisted(render(request, "decisions/slip.html", context))
