"""The papers of a conference: a page to print, DOCX, PDF."""

from django.http import FileResponse, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dienhong.conferences import access, papers, queries
from dienhong.conferences.models import Conference, Part, SignedMinutes
from dienhong.conferences.traces import trace_of
from dienhong.decisions.papers import catalogue
from dienhong.documents.official import OfficialDocument
from dienhong.documents.pdf import PdfUnavailable
from dienhong.documents.views import serve
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.foundations.requests import CivicRequest

REPORT = "bao-cao-"


@never_cache
def paper(request: CivicRequest, pk: int, slug: str, kind: str) -> HttpResponse:
    """For who may see the conference. Raises NotFound for what is not written yet."""
    found = queries.conference(pk, request.actor)
    made = _made(found, slug, request.actor)
    if kind == "in":
        return HttpResponse(catalogue.page(made, back=reverse("conferences:conference", args=[pk])))
    if kind not in catalogue.MEDIA:
        raise access.nothing()
    try:
        content = catalogue.rendered(made, kind)
    except PdfUnavailable as missing:
        raise Refused(_("Máy chủ chưa làm được PDF. Hãy mở bản in hoặc tải DOCX.")) from missing
    response = HttpResponse(content, content_type=catalogue.MEDIA[kind])
    response["Content-Disposition"] = f'attachment; filename="hoi-nghi-{found.year}-{slug}.{kind}"'
    return response


@never_cache
def signed_page(request: CivicRequest, pk: int, page: int) -> FileResponse:
    """The photo of the signed minutes, for who may see the conference."""
    found = queries.conference(pk, request.actor)
    kept = SignedMinutes.objects.select_related("file").filter(pk=page, minutes__conference=found).first()
    if kept is None:
        raise access.nothing()
    return serve(kept.file, kept.file_name, inline=True)


def _made(found: Conference, slug: str, by: Actor) -> OfficialDocument:
    with translation.override("vi"):
        if slug == "ke-hoach":
            return papers.plan(found, trace=trace_of(found, by))
        part = slug.removeprefix(REPORT)
        if part in Part.values:
            report = queries.newest_reports(found).get(part)
            if report is not None:
                return papers.report(report, found, trace=trace_of(found, by))
        minutes = found.minutes.order_by("-version").first()
        if minutes is not None and slug in {"bien-ban", "ket-qua"}:
            make = papers.minutes if slug == "bien-ban" else papers.result
            return make(minutes, trace=trace_of(found, by))
    raise access.nothing()
