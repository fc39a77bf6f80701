"""Receipts, month's sheets and closing statements on paper: a page to print, DOCX, PDF."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache

from dienhong.documents import queries as documents
from dienhong.documents.official import OfficialDocument
from dienhong.documents.page import render_html
from dienhong.documents.views import hand_out
from dienhong.foundations.requests import CivicRequest
from dienhong.funds import access, paper, queries, shown


@never_cache
def receipt(request: CivicRequest, pk: int, receipt: int, kind: str) -> HttpResponse:
    """For who may see the fund."""
    fund = queries.fund(pk, request.actor)
    found = queries.receipt(fund, receipt)
    code = queries.code_of(found)
    trace = documents.trace_of(code) if code else None
    made = paper.receipt(found, fund, trace=trace)
    return _given(made, kind, f"bien-lai-{found.number}", back=reverse("funds:receipt", args=[pk, receipt]))


@never_cache
def statement(request: CivicRequest, pk: int, statement: int, kind: str) -> HttpResponse:
    """For who may see the fund; the same figures stand on the public page."""
    fund = queries.fund(pk, request.actor)
    found = shown.statement_of(fund, statement)
    code = queries.code_of_statement(found)
    trace = documents.trace_of(code) if code else None
    made = paper.statement(found, fund, trace=trace)
    back = reverse("funds:statement", args=[pk, statement])
    return _given(made, kind, f"quy-{found.until:%Y-%m-%d}", back=back)


def _given(made: OfficialDocument, kind: str, name: str, *, back: str) -> HttpResponse:
    if kind == "in":
        return HttpResponse(render_html(made, back=back))
    if kind not in {"docx", "pdf"}:
        raise access.nothing()
    return hand_out(made, kind, name)
