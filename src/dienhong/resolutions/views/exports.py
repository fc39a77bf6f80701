"""A resolution as files: as it came, Akoma Ntoso, DOCX, the proposals as XLSX, everything read as JSON."""

from django.http import HttpResponse, JsonResponse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from dienhong.documents.views import serve
from dienhong.foundations.clock import legal_day
from dienhong.foundations.requests import CivicRequest
from dienhong.reading.akoma import to_akoma
from dienhong.reading.summary import summary
from dienhong.resolutions import queries, sheets, word_view
from dienhong.resolutions.access import Act
from dienhong.resolutions.models import Version
from lawcore import obligations

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def source(request: CivicRequest, pk: int) -> HttpResponse:
    """The file exactly as it came."""
    version = queries.version(pk, request.actor)
    return serve(version.source, version.file_name)  # type: ignore[return-value]


@require_safe
def akoma(request: CivicRequest, pk: int) -> HttpResponse:
    """The text as Akoma Ntoso 3.0, which reads back to the same tree."""
    version = queries.read_version(pk, request.actor)
    xml = to_akoma(queries.document(version), on=legal_day(version.uploaded_at))
    return _file(xml, "application/akn+xml", version, "xml")


@require_safe
def docx(request: CivicRequest, pk: int) -> HttpResponse:
    version = queries.read_version(pk, request.actor)
    rows = version.provisions.order_by("order").iterator()
    return _file(word_view.render(version.work.title, rows), DOCX, version, "docx")


@require_safe
def xlsx(request: CivicRequest, pk: int) -> HttpResponse:
    version = queries.read_version(pk, request.actor, Act.REVIEW)
    proposals = list(queries.live(version))
    names = queries.names(each.decided_by for each in proposals)
    return _file(sheets.render(version, proposals, names), XLSX, version, "xlsx")


@require_safe
def json(request: CivicRequest, pk: int) -> JsonResponse:
    """What `dienhong read FILE --json` prints for this text."""
    version = queries.read_version(pk, request.actor)
    document = queries.document(version)
    found = summary(document, obligations.find(document), version.notes)
    return JsonResponse(found, json_dumps_params={"ensure_ascii": False, "indent": 1})


def _file(data: bytes, media_type: str, version: Version, suffix: str) -> HttpResponse:
    name = slugify((version.number or version.work.title)[:60]) or "nghi-quyet"
    return HttpResponse(
        data,
        content_type=media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}.{suffix}"', "X-Content-Type-Options": "nosniff"},
    )
