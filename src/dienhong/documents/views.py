"""Pages: a stored file to download, and the way back from a printed code."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dienhong.documents import codes, media, pictures, queries
from dienhong.documents.cards import CardSheet, render_cards_docx, render_cards_pdf
from dienhong.documents.forms import CodeForm
from dienhong.documents.models import StoredFile
from dienhong.documents.official import OfficialDocument
from dienhong.documents.pdf import PdfUnavailable, render_pdf
from dienhong.documents.word import render_docx
from dienhong.foundations.refusals import Refused

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def serve(stored: StoredFile, filename: str, *, inline: bool = False) -> FileResponse:
    """The bytes of a stored file, for a view that has already decided who may have them.

    Sent to be saved, under `filename`; `inline` shows PDF and pictures in the browser and nothing else. What a
    browser would run as a page of this site goes out as plain bytes. Raises store.FileMissing.
    """
    kind = media.UNKNOWN if stored.media_type in media.ACTIVE else stored.media_type
    shown = inline and kind in media.SHOWN
    response = FileResponse(
        queries.open_file(stored.sha256), as_attachment=not shown, filename=filename, content_type=kind
    )
    _guard(response)
    response["ETag"] = f'"{stored.sha256}"'
    return response


def serve_bare(stored: StoredFile, filename: str) -> HttpResponse:
    """A picture for everybody, without where and by which telephone it was taken; another file as `serve` gives it.

    The stored file keeps everything. A picture that cannot be read is not given at all. Raises store.FileMissing.
    """
    if stored.media_type not in media.PICTURES:
        return serve(stored, filename, inline=True)  # type: ignore[return-value]
    with queries.open_file(stored.sha256) as file:
        data = file.read()
    try:
        content = pictures.bare(data)
    except pictures.BrokenPicture as broken:
        raise Http404 from broken
    response = HttpResponse(content, content_type=stored.media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=False, filename=filename) or "inline"
    _guard(response)
    response["ETag"] = f'"{stored.sha256}-bare"'
    return response


def _guard(response: HttpResponseBase) -> None:
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-cache"


def hand_out(document: OfficialDocument | CardSheet, kind: str, name: str) -> HttpResponse:
    """The document, or sheets to cut apart, as "docx" or "pdf" to be saved, kept by nobody on the way.

    Refused where no PDF can be made.
    """
    try:
        if isinstance(document, CardSheet):
            content = render_cards_pdf(document) if kind == "pdf" else render_cards_docx(document)
        else:
            content = render_pdf(document) if kind == "pdf" else render_docx(document)
    except PdfUnavailable as missing:
        raise Refused(_("Máy chủ chưa làm được PDF. Hãy tải DOCX.")) from missing
    response = HttpResponse(content, content_type="application/pdf" if kind == "pdf" else WORD)
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def follow(request: HttpRequest, code: str) -> HttpResponse:
    """Where the code printed on a paper leads; the page there decides who may see it."""
    form = queries.printed_form(code)
    if form is None:
        return _ask_for_code(request, CodeForm({"code": code}), status=404)
    return HttpResponseRedirect(form.path)


@require_safe
def enter(request: HttpRequest) -> HttpResponse:
    """The page for a code typed from paper, where nothing can read its QR picture."""
    if "code" not in request.GET:
        return _ask_for_code(request, CodeForm())
    form = CodeForm(request.GET)
    if not form.is_valid():
        return _ask_for_code(request, form, status=404)
    return redirect("documents:follow", code=codes.as_typed(form.cleaned_data["code"]))


def _ask_for_code(request: HttpRequest, form: CodeForm, *, status: int = 200) -> HttpResponse:
    return render(request, "documents/enter_code.html", {"form": form}, status=status)
