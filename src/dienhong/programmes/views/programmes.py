"""Programmes: the list, opening, the dashboard, following a newer text, publishing."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from dienhong.foundations.downloads import as_file, wanted
from dienhong.foundations.refusals import NotFound
from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.told import told_on
from dienhong.programmes import access
from dienhong.programmes.access import Act
from dienhong.programmes.actions import open as opening
from dienhong.programmes.actions import take
from dienhong.programmes.forms.programmes import OpenForm
from dienhong.programmes.models import Programme
from dienhong.programmes.queries import changes, dashboard, programmes, provisions, tasks
from dienhong.programmes.views.lists import paged, year_of
from dienhong.programmes.words import CHANGED_FIELDS, GAPS
from dienhong.resolutions import queries as resolutions


def programme_list(request: CivicRequest) -> HttpResponse:
    found = programmes.visible(request.actor)
    page = paged(request, found)
    rows = [(row, _address(request, row)) for row in page]
    return render(
        request, "programmes/list.html", {"page": page, "rows": rows, "openable": programmes.openable(request.actor)}
    )


def _address(request: CivicRequest, programme: Programme) -> str:
    """Where a programme opens for somebody: its dashboard, their part of it, or its public page."""
    place = access.place_of(programme)
    if access.may(request.actor, Act.SEE, place):
        return f"/chuong-trinh/{programme.pk}/"
    if access.may(request.actor, Act.TAKE_PART, place):
        return f"/chuong-trinh/{programme.pk}/don-vi/"
    return f"/chuong-trinh/tien-do/{programme.version_id}/"


def open_form(request: CivicRequest, version_id: int) -> HttpResponse:
    version = resolutions.version(version_id, request.actor)
    access.check(request.actor, Act.MANAGE, access.Place(path=version.locality.path))
    form = OpenForm(request.POST or None, initial={"opens_on": version.effective_on or request.on})
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            programme = opening.open_programme(
                version=version,
                opens_on=form.cleaned_data["opens_on"],
                closes_on=form.cleaned_data["closes_on"],
                key=form.cleaned_data["key"],
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("Đã mở chương trình. Việc tiếp theo: giao nhiệm vụ cho các đơn vị."))
            return redirect(f"/chuong-trinh/{programme.pk}/")
    context = {
        "version": version,
        "form": form,
        "confirmed": resolutions.confirmed(version),
        "counts": resolutions.counts(version),
    }
    return render(request, "programmes/open.html", context, status=422 if form.errors else 200)


def show(request: CivicRequest, pk: int) -> HttpResponse:
    programme = programmes.programme(pk, request.actor, Act.TAKE_PART)
    if not access.may(request.actor, Act.SEE, access.place_of(programme)):
        return redirect(f"/chuong-trinh/{pk}/don-vi/")
    year = year_of(request)
    board = dashboard.of(programme, year=year, on=request.on)
    if kind := wanted(request):
        return _file(kind, board)
    context = {
        "programme": programme,
        "board": board,
        "trail": trail(programme),
        "may_manage": access.may(request.actor, Act.MANAGE, access.place_of(programme)),
        "years": range(programme.opens_on.year, max(request.on.year, programme.opens_on.year) + 2),
    }
    return render(request, "programmes/dashboard.html", context)


def trail(programme: Programme, *steps: tuple[str, str]) -> list[tuple[str, str]]:
    """The breadcrumbs down to a page of the programme."""
    return [
        (pgettext("list", "Chương trình"), "/chuong-trinh/"),
        (f"{programme.version.number or programme.locality}", f"/chuong-trinh/{programme.pk}/"),
        *steps,
    ]


def _file(kind: str, board: dashboard.Dashboard) -> HttpResponse:
    header = [
        _("Căn cứ"), _("Nhiệm vụ"), _("Tổng"), _("Đã thực hiện"), _("Không thực hiện"), _("Chờ kiểm tra"),
        _("Bị trả lại"), _("Chưa báo cáo"), _("Quá hạn"),
    ]  # fmt: skip
    rows = (
        (
            line.duty.provision.at,
            line.duty.action,
            line.counts.total,
            line.counts.done,
            line.counts.unmet,
            line.counts.submitted,
            line.counts.returned,
            line.counts.open,
            line.counts.overdue,
        )
        for line in board.duties
    )
    return as_file(kind, f"nhiem-vu-{board.year}", header, rows)


def follow(request: CivicRequest, pk: int, version_id: int) -> HttpResponse:
    """What a newer or newly confirmed text changes here; on POST, the change itself."""
    programme = programmes.programme(pk, request.actor, Act.MANAGE)
    version = resolutions.version(version_id, request.actor)
    if request.method == "POST":
        take.follow(programme=programme, version=version, on=request.on, by=request.actor)
        messages.success(request, _("Đã cập nhật chương trình theo bản đã xác nhận."))
        return redirect(f"/chuong-trinh/{pk}/")
    difference = changes.against(programme, version)
    context = {
        "programme": programme,
        "version": version,
        "changes": difference,
        "lines": [
            (change, ", ".join(str(CHANGED_FIELDS[name]) for name in change.fields))
            for change in difference.all
            if change.outcome != changes.Outcome.KEPT
        ],
        "trail": trail(programme, (_("Cập nhật theo văn bản"), "")),
    }
    return render(request, "programmes/follow.html", context)


@require_POST
def publish(request: CivicRequest, pk: int) -> HttpResponse:
    programme = programmes.programme(pk, request.actor, Act.MANAGE)
    opening.publish_progress(programme=programme, on=request.on, by=request.actor)
    messages.success(request, _("Tiến độ thực hiện đã được công khai."))
    return redirect(f"/chuong-trinh/tien-do/{programme.version_id}/")


@require_POST
def close(request: CivicRequest, pk: int) -> HttpResponse:
    programme = programmes.programme(pk, request.actor, Act.MANAGE)
    opening.close(programme=programme, on=request.on, by=request.actor)
    messages.success(request, _("Chương trình đã kết thúc. Số liệu và minh chứng được giữ nguyên."))
    return redirect(f"/chuong-trinh/{pk}/")


def progress(request: CivicRequest, version_id: int) -> HttpResponse:
    """What everybody may see of a programme: its targets with their three numbers, its duties by number."""
    programme = (
        Programme.objects.select_related("locality", "version__work").filter(version=version_id).order_by("-pk").first()
    )
    if request.headers.get("HX-Request") and (
        programme is None or not access.may(request.actor, Act.SEE_PROGRESS, access.place_of(programme))
    ):  # a part of the resolution's page, which is public before its programme is
        return render(request, "programmes/_progress.html")
    if programme is None:
        raise NotFound(_("Nghị quyết này chưa có tiến độ được công khai."))
    access.check(request.actor, Act.SEE_PROGRESS, access.place_of(programme))
    year = year_of(request)
    context = {"programme": programme, "board": dashboard.of(programme, year=year, on=request.on)}
    page = "programmes/_progress.html" if request.headers.get("HX-Request") else "programmes/progress.html"
    return render(request, page, context)


def by_provision(request: CivicRequest, version_id: int, eid: str) -> HttpResponse:
    """What this provision does in the system."""
    version = resolutions.version(version_id, request.actor)
    provision = version.provisions.filter(eid=eid).select_related("version").first()
    if provision is None:
        raise NotFound(_("Không tìm thấy điều khoản này."))
    programme = _programme_of(request, version_id)
    use = provisions.use_of(provision, programme=programme, year=year_of(request), on=request.on)
    visible = use.evidence.none()
    if programme is not None:
        visible = (
            use.evidence.filter(tasks.units_below(request.actor, programme)) if request.actor.is_known else visible
        )
    context = {
        "version": version,
        "use": use,
        "may_review": access.may(request.actor, Act.MANAGE, access.Place(path=version.locality.path)),
        "evidence": visible.select_related("organization").order_by("-recorded_at")[:20],
        "trail": [
            (pgettext("list", "Nghị quyết"), "/nghi-quyet/"),
            (version.number or version.work.title[:60], f"/nghi-quyet/{version.pk}/"),
            (provision.at or provision.eid, ""),
        ],
    }
    return render(request, "programmes/by_provision.html", context)


def _programme_of(request: CivicRequest, version_id: int) -> Programme | None:
    """The programme of a version, when this reader may see it."""
    found = Programme.objects.select_related("locality", "version").filter(version=version_id).order_by("-pk").first()
    may_see = found is not None and any(
        access.may(request.actor, act, access.place_of(found)) for act in (Act.SEE_PROGRESS, Act.TAKE_PART)
    )
    return found if may_see else None


def idle(request: CivicRequest, version_id: int) -> HttpResponse:
    """Provisions that do nothing yet, and why."""
    version = resolutions.version(version_id, request.actor)
    place = access.Place(path=version.locality.path)
    access.check(request.actor, Act.TAKE_PART, place)
    programme = _programme_of(request, version_id)
    rows = provisions.idle(version, programme)
    if kind := wanted(request):
        header = [_("Điều khoản"), _("Lời văn"), _("Còn thiếu"), _("Lý do")]
        lines = ((r.provision.at or r.provision.eid, r.provision.text, str(GAPS[r.gap]), r.reason) for r in rows)
        return as_file(kind, "dieu-khoan-chua-giao", header, lines)
    context = {
        "version": version,
        "programme": programme,
        "rows": [(row, GAPS[row.gap]) for row in rows],
        "may_review": access.may(request.actor, Act.MANAGE, place),
    }
    return render(request, "programmes/idle.html", context)
