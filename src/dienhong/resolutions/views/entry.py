"""Pages where a resolution's text comes in."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.foundations.requests import CivicRequest
from dienhong.resolutions import actions, queries
from dienhong.resolutions.access import Act
from dienhong.resolutions.forms import BlanksForm, UploadForm
from dienhong.resolutions.models import Version
from dienhong.resolutions.views.trails import trail


@require_http_methods(["GET", "POST"])
def upload(request: CivicRequest) -> HttpResponse:
    """A new resolution: a file or pasted text."""
    places = queries.places_to_upload(request.actor, on=request.on)
    if not places:
        raise NotAllowed(_("Chỉ cán bộ phụ trách của xã hoặc tỉnh thêm được nghị quyết. Hãy đăng nhập đúng tài khoản."))
    return _entry(request, UploadForm(request.POST or None, request.FILES or None, places=places), None)


@require_http_methods(["GET", "POST"])
def add_version(request: CivicRequest, pk: int) -> HttpResponse:
    """The next text of a resolution known here: the adopted one after its draft."""
    version = queries.version(pk, request.actor, Act.UPLOAD)
    places = [(version.locality_id, str(version.locality))]
    return _entry(request, UploadForm(request.POST or None, request.FILES or None, places=places), version)


@require_POST
def retry(request: CivicRequest, pk: int) -> HttpResponse:
    actions.retry(version_id=pk, by=request.actor, at=request.at)
    return redirect("resolutions:detail", pk=pk)


@require_http_methods(["GET", "POST"])
def complete(request: CivicRequest, pk: int) -> HttpResponse:
    """Fill in from the signed original what the file left blank."""
    version = queries.read_version(pk, request.actor, Act.REVIEW)
    form = BlanksForm(request.POST or None, version=version)
    if form.is_bound and form.is_valid():
        try:
            actions.complete(version_id=pk, blanks=actions.Blanks(**form.cleaned_data), by=request.actor)
        except (NotFound, NotAllowed):
            raise
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã bổ sung."))
            return redirect("resolutions:detail", pk=pk)
    context = {"version": version, "form": form, "trail": trail(version, _("Bổ sung thông tin"))}
    return render(request, "resolutions/complete.html", context, status=422 if form.is_bound else 200)


def _entry(request: CivicRequest, form: UploadForm, after: Version | None) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        data, name = form.content()
        try:
            answer = actions.upload(
                place_id=form.cleaned_data["place"],
                work_id=after.work_id if after else None,
                data=data,
                name=name,
                key=form.cleaned_data["key"],
                by=request.actor,
            )
        except Refused as refusal:
            form.add_error("file", str(refusal))
        else:
            if answer.known and answer.version.key != form.cleaned_data["key"]:
                messages.info(request, _("Tệp này đã có trong hệ thống; đây là bản đã nhập trước."))
            return redirect("resolutions:detail", pk=answer.version.pk)
    status = 422 if form.is_bound else 200
    context = {
        "form": form,
        "after": after,
        "limit": settings.DIENHONG_UPLOAD_LIMIT,
        "trail": trail(after, _("Thêm bản mới") if after else _("Thêm nghị quyết")),
    }
    return render(request, "resolutions/upload.html", context, status=status)
