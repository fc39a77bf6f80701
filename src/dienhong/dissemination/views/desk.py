"""What an officer makes with one click: a post, a message, a notice for the board, letters."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.disclosures import actions as disclosures
from dienhong.disclosures import queries as published
from dienhong.disclosures.actions import Told
from dienhong.disclosures.models import Disclosure, Version
from dienhong.dissemination import access, actions, papers, queries, sayings
from dienhong.dissemination.forms import LettersForm
from dienhong.documents import queries as documents
from dienhong.documents.official import OfficialDocument, Sheet, Trace
from dienhong.documents.pdf import PdfUnavailable, render_pdf
from dienhong.documents.word import render_docx, render_docx_series
from dienhong.foundations.refusals import NotFound, Refused
from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.told import told_on
from dienhong.registry import access as registers
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality
from lawcore.disclosures import Form, Publisher

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAKERS: Mapping[str, tuple[Callable[[OfficialDocument], bytes], str]] = {
    "docx": (render_docx, DOCX),
    "pdf": (render_pdf, "application/pdf"),
}
MOST_LETTERS = 1_000


def made(request: CivicRequest, pk: int) -> tuple[Disclosure, Version]:
    """The disclosure and the version that is spread. Raises NotFound, NotAllowed; Refused where it was withdrawn."""
    found = published.seen(pk, request.actor)
    access.check_make(request.actor, found.item.plan.organization)
    version = published.newest(found)
    if found.is_closed or getattr(version, "withdrawal", None) is not None:
        raise Refused(_("Bản này đã rút, không đưa tin được nữa. Hãy đưa bản mới trước."))
    if not version.has_content:
        raise Refused(_("Chưa có nội dung để đưa tin. Hãy đưa nội dung lên trước."))
    return found, version


def made_public(request: CivicRequest, pk: int) -> tuple[Disclosure, Version]:
    """As `made`, of what a commune tells everybody: what is disclosed inside a unit does not go out of it."""
    found, version = made(request, pk)
    if found.item.plan.kind != Publisher.COMMUNE:
        raise access.nothing()
    return found, version


def steps(found: Disclosure, last: str, *before: tuple[str, str]) -> list[tuple[str, str]]:
    """The way to a page of the work on a disclosure."""
    return [
        (_("Công khai"), reverse("disclosures:desk")),
        (found.title, reverse("disclosures:detail", args=[found.pk])),
        *before,
        (last, ""),
    ]


def way_back(request: CivicRequest, found: Disclosure) -> Trace:
    """The code on every paper about it; the first look makes it."""
    return documents.trace_of(actions.code_of(disclosure=found, by=request.actor))


def download(content: bytes, name: str, media_type: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def portal(request: CivicRequest, pk: int) -> HttpResponse:
    """The text for the commune's own portal; one click says that it is there."""
    found, version = made(request, pk)
    if request.method == "POST":
        told = Told(form=Form.PORTAL, claimed_on=request.on)
        disclosures.record(disclosure=found, told=told, key=f"portal:{version.pk}", by=request.actor, at=request.at)
        return redirect("disclosures:detail", pk)
    context = {
        "disclosure": found,
        "post": sayings.portal_post(version, _lasting(request, found)),
        "version": version,
        "recorded": [each for each in version.postings.all() if each.form == Form.PORTAL],
        "stopped": not published.is_free(version),
        "trail": steps(found, _("Cổng thông tin")),
    }
    return render(request, "dissemination/portal.html", context)


def zalo(request: CivicRequest, pk: int) -> HttpResponse:
    """A message to paste or to share from the phone."""
    found, version = made_public(request, pk)
    if not published.is_free(version):
        raise Refused(
            _("Nội dung còn chỗ cần xem lại. Hãy đợi xem xong, sửa, hoặc nhờ người thứ hai cho phép trước khi đưa tin.")
        )
    link = way_back(request, found).url
    context = {
        "disclosure": found,
        "text": sayings.message(version, link),
        "is_out": published.is_shown(version),
        "trail": steps(found, _("Tin nhắn Zalo")),
    }
    return render(request, "dissemination/zalo.html", context)


def notice(request: CivicRequest, pk: int, sheet: str, kind: str) -> HttpResponse:
    """The notice for the board; marked as a draft while screening holds it."""
    found, version = made(request, pk)
    if kind not in MAKERS or sheet.upper() not in set(Sheet):
        raise NotFound(_("Chỉ có thông báo khổ A4, A3, tệp PDF hoặc DOCX."))
    document = papers.notice(
        found,
        version,
        texts=_beside(found, version),
        trace=way_back(request, found),
        sheet=Sheet(sheet.upper()),
        on=request.on,
        is_draft=not published.is_free(version),
    )
    render_file, media_type = MAKERS[kind]
    try:
        content = render_file(document)
    except PdfUnavailable as missing:
        raise Refused(str(missing)) from missing
    return download(content, f"thong-bao-{pk}-{sheet.lower()}.{kind}", media_type)


def letters(request: CivicRequest, pk: int) -> HttpResponse:
    """A letter for each household of a village, or as many as asked with room for the address."""
    found, version = made_public(request, pk)
    villages = published.villages(found, on=request.on)
    form = LettersForm(request.POST or None, villages=villages, may_address=_may_address(request, found))
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            return _letters(request, found, version, form.cleaned_data)
    context = {"disclosure": found, "form": form, "trail": steps(found, _("Thư gửi hộ gia đình"))}
    return render(request, "dissemination/letters.html", context, status=422 if form.errors else 200)


def _letters(request: CivicRequest, found: Disclosure, version: Version, given: dict[str, Any]) -> HttpResponse:
    village: Locality = given["village"]
    to = _addressees(request, village) if given["how"] == "named" else [papers.Addressee()] * given["count"]
    if not to:
        raise Refused(_("Thôn này chưa có hộ nào trong danh bạ. Hãy chọn để trống địa chỉ."))
    if len(to) > MOST_LETTERS:
        raise Refused(_("Thôn có hơn 1.000 hộ. Hãy in theo từng đợt, để trống địa chỉ."))
    actions.note_letters(
        disclosure=found,
        village=village,
        count=len(to),
        is_addressed=given["how"] == "named",
        key=given["key"],
        by=request.actor,
    )
    series = papers.letters(
        found, version, to=to, texts=_beside(found, version), trace=way_back(request, found), on=request.on
    )
    response = download(render_docx_series(series), f"thu-{found.pk}-{village.code}.docx", DOCX)
    response["Cache-Control"] = "no-store"  # it may hold names and addresses
    return response


def _addressees(request: CivicRequest, village: Locality) -> list[papers.Addressee]:
    households = list(registry.households(village, on=request.on)[: MOST_LETTERS + 1])
    speaks = registry.representatives([each.pk for each in households], on=request.on)
    return [
        papers.Addressee(speaks[each.pk].name if each.pk in speaks else "", each.code, each.address)
        for each in households
    ]


def _may_address(request: CivicRequest, found: Disclosure) -> bool:
    return registers.may(request.actor, registers.Act.SEE_PEOPLE, found.item.plan.organization.locality)


def _beside(found: Disclosure, version: Version) -> list[Any]:
    """The approved second texts of this version: one of an earlier text is not printed beside a newer one."""
    return [
        each.text
        for each in queries.texts(found)
        if each.text.version_id == version.pk and each.ruling is not None and each.ruling.is_approved
    ]


def _lasting(request: CivicRequest, found: Disclosure) -> str:
    return way_back(request, found).url
