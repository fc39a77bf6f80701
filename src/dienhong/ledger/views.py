"""The public pages of the ledger. Everything here may be read by anybody."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dienhong.ledger import export, kinds, ports, published, queries
from dienhong.ledger.actions import SITE
from dienhong.ledger.models import Checkpoint, Entry
from dienhong.ledger.words import NotWords

PER_PAGE = 50


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    stamps = [queries.stamp_of(checkpoint) for checkpoint in queries.last_checkpoints()]
    names = _names([stamp.locality for stamp in stamps])
    stamps.sort(key=lambda stamp: (stamp.locality == SITE, names[stamp.locality]))
    page = Paginator(stamps, PER_PAGE).get_page(request.GET.get("trang"))
    rows = [(names[stamp.locality], stamp, " ".join(stamp.words)) for stamp in page]
    columns = [_("Địa bàn"), _("Số mục") + "#", _("Niêm phong lúc"), _("Tám từ"), _("Tải về")]
    return render(request, "ledger/index.html", {"rows": rows, "page": page, "columns": columns})


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Eight words read from a paper: which checkpoint are they?"""
    said = request.GET.get("tu", "")
    found, unknown = [], ""
    if said.strip():
        try:
            found = queries.checkpoints_of_words(said.split())
        except NotWords as strange:
            unknown = str(strange)
    names = _names([checkpoint.locality for checkpoint in found])
    context = {
        "said": said,
        "unknown": unknown,
        "count": len(said.split()),
        "found": [(names[each.locality], each) for each in found],
        "trail": _trail((_("Đối chiếu tám từ"), "")),
    }
    return render(request, "ledger/compare.html", context)


@require_safe
def locality(request: HttpRequest, code: str) -> HttpResponse:
    latest = queries.latest(code)
    if latest is None:
        raise Http404
    page = Paginator(queries.sealed(code), PER_PAGE).get_page(request.GET.get("trang"))
    rows = [(entry, kinds.said(entry.kind), published.parted(entry.subject)[0]) for entry in page]
    columns = [_("Số") + "#", _("Việc"), _("Đối tượng"), _("Người ghi"), _("Ghi lúc")]
    context = _stamped(latest) | {"page": page, "rows": rows, "columns": columns}
    context["recent"] = queries.checkpoints(code)[:10]
    return render(request, "ledger/locality.html", context | {"trail": _trail((context["name"], ""))})


@require_safe
def checkpoint(request: HttpRequest, code: str, size: int) -> HttpResponse:
    """The page a QR code opens. The root in its address is compared with the one that is kept."""
    kept = get_object_or_404(Checkpoint, locality=code, size=size)
    printed = request.GET.get("goc", "").lower()
    context = _stamped(kept) | {"printed": printed, "same": printed == bytes(kept.root).hex()}
    trail = _trail((context["name"], reverse("ledger:locality", args=[code])), (_("Điểm niêm phong"), ""))
    return render(request, "ledger/checkpoint.html", context | {"trail": trail})


@require_safe
def note(_request: HttpRequest, code: str, size: int) -> HttpResponse:
    kept = get_object_or_404(Checkpoint, locality=code, size=size)
    headers = _download(f"diem-niem-phong-{code}-{size}.txt")
    return HttpResponse(kept.note, content_type="text/plain; charset=utf-8", headers=headers)


@require_safe
def entry(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    shown = get_object_or_404(Entry, pk=pk, locality=code)
    name = _names([code])[code]
    about, digest = published.parted(shown.subject)
    context = {
        "entry": shown,
        "about": about,
        "digest": digest,
        "said": kinds.said(shown.kind),
        "name": name,
        "code": code,
        "proof": queries.inclusion(shown),
        "erased": not queries.has_payload(shown),
        "gap": queries.days_late(shown),
        "trail": _trail((name, reverse("ledger:locality", args=[code])), (_("Mục số %(pk)s") % {"pk": pk}, "")),
    }
    return render(request, "ledger/entry.html", context)


@require_safe
def export_all(_request: HttpRequest) -> StreamingHttpResponse:
    return _stream(None, "so-cai.jsonl")


@require_safe
def export_one(_request: HttpRequest, code: str) -> StreamingHttpResponse:
    if queries.latest(code) is None:
        raise Http404
    return _stream([code], f"so-cai-{code}.jsonl")


def _stream(localities: list[str] | None, name: str) -> StreamingHttpResponse:
    return StreamingHttpResponse(
        export.lines(localities), content_type="application/jsonl; charset=utf-8", headers=_download(name)
    )


def _download(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}


def _stamped(kept: Checkpoint) -> dict[str, Any]:
    stamp = queries.stamp_of(kept)
    return {
        "name": _names([kept.locality])[kept.locality],
        "code": kept.locality,
        "stamp": stamp,
        "words": " ".join(stamp.words),
        "qr": mark_safe(stamp.qr_svg()),  # noqa: S308 - drawn by segno from our own address
    }


def _names(codes: list[str]) -> dict[str, str]:
    return ports.names_of_places(codes) | {SITE: _("Toàn hệ thống")}


def _trail(*steps: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Sổ cái"), reverse("ledger:index")), *steps]
