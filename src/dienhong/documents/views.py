"""Pages: a stored file to download, and the way back from a printed code."""

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from dienhong.documents import codes, media, queries
from dienhong.documents.forms import CodeForm
from dienhong.documents.models import StoredFile


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
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-cache"
    response["ETag"] = f'"{stored.sha256}"'
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
