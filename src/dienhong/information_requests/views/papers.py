"""The papers of a request, to print: with the code that brings them back."""

from django.http import HttpResponse
from django.utils import translation
from django.views.decorators.cache import never_cache

from dienhong.documents import queries as papers
from dienhong.documents.official import OfficialDocument, Trace
from dienhong.documents.word import render_docx
from dienhong.foundations.requests import CivicRequest
from dienhong.information_requests import access, document, queries
from dienhong.information_requests.models import Request
from dienhong.information_requests.views.public import held

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@never_cache
def receipt(request: CivicRequest, code: str) -> HttpResponse:
    """For whoever holds the code."""
    found = held(request, code)
    if isinstance(found, HttpResponse):
        return found
    with translation.override("vi"):
        return _docx(document.receipt(found, trace=_trace(found)), "giay-bien-nhan")


@never_cache
def form(request: CivicRequest, pk: int) -> HttpResponse:
    """The request with who asks, for who answers it."""
    found = queries.request(pk, request.actor)
    if queries.is_erased(found):
        raise access.nothing()
    with translation.override("vi"):
        return _docx(document.form(found, trace=_trace(found)), "phieu-yeu-cau")


@never_cache
def letter(request: CivicRequest, pk: int, step: int) -> HttpResponse:
    """One act as a letter to print and sign."""
    found = queries.request(pk, request.actor)
    said = next((each for each in found.steps.all() if each.pk == step and each.event in document.LETTERS), None)
    if said is None or said.is_erased or not queries.is_shown(said):
        raise access.nothing()
    with translation.override("vi"):
        return _docx(document.letter(found, said, trace=_trace(found)), "van-ban-tra-loi")


def _trace(request: Request) -> Trace:
    paper = papers.printed_form(request.code or "")
    if paper is None:
        raise access.nothing()
    return papers.trace_of(paper)


def _docx(made: OfficialDocument, name: str) -> HttpResponse:
    response = HttpResponse(render_docx(made), content_type=WORD)
    response["Content-Disposition"] = f'attachment; filename="{name}.docx"'
    return response
