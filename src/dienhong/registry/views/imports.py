"""A table comes in: template, reading, preview with its mistakes, the officer's word."""

import tempfile
from pathlib import Path

import xlsxwriter
from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dienhong.foundations.refusals import NotFound, Refused
from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.told import told_on
from dienhong.reading import Unreadable
from dienhong.registry import access, rows
from dienhong.registry.actions import imports
from dienhong.registry.forms import ImportForm
from dienhong.registry.models import ImportBatch
from dienhong.registry.views.scope import place_of

SHOWN = 100


def upload(request: CivicRequest, code: str) -> HttpResponse:
    place = place_of(request, code)
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with told_on(form, "table"):
            try:
                batch = _read(request, form, code)
            except Unreadable as unreadable:
                raise Refused(str(unreadable)) from unreadable
            return redirect(f"/danh-ba/nhap/{batch.pk}/")
    context = {
        "form": form,
        "place": place,
        "limit": settings.DIENHONG_UPLOAD_LIMIT,
        "registers": ImportBatch.Register.choices,
    }
    return render(request, "registry/import_upload.html", context, status=422 if form.errors else 200)


def _read(request: CivicRequest, form: ImportForm, code: str) -> ImportBatch:
    """The upload in a file of its own while it is read; gone afterwards, it may hold personal data."""
    upload = form.cleaned_data["table"]
    if upload.size > settings.DIENHONG_UPLOAD_LIMIT:
        raise Refused(_("Tệp quá lớn. Hãy tách thành nhiều tệp dưới 30 MB."))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"table{Path(upload.name).suffix.lower()[:8]}"
        with path.open("wb") as file:
            for chunk in upload.chunks():
                file.write(chunk)
        return imports.read_batch(
            path=path,
            file_name=upload.name[:200],
            register=form.cleaned_data["register"],
            locality=place_of(request, code),
            by=request.actor,
        )


def preview(request: CivicRequest, pk: int) -> HttpResponse:
    batch = _batch(request, pk)
    checked, notes = imports.checked(batch)
    context = {
        "batch": batch,
        "place": batch.locality,
        "columns": rows.COLUMNS[batch.register],
        "mistakes": checked.mistakes[:SHOWN],
        "mistakes_total": len(checked.mistakes),
        "ready": [list(cells.values()) for cells in checked.rows[:SHOWN]],
        "ready_total": len(checked.rows),
        "notes": notes,
    }
    return render(request, "registry/import_preview.html", context)


def _batch(request: CivicRequest, pk: int) -> ImportBatch:
    batch = get_object_or_404(ImportBatch.objects.select_related("locality"), pk=pk)
    access.check(request.actor, imports.ACTS[batch.register], batch.locality)
    return batch


@require_POST
def decide(request: CivicRequest, pk: int) -> HttpResponse:
    batch = _batch(request, pk)
    if "bo" in request.POST:
        imports.put_aside(batch=batch, by=request.actor, at=request.at)
        messages.success(request, _("Đã bỏ bảng này. Không có gì được nhập."))
        return redirect(f"/danh-ba/{batch.locality.code}/nhap/")
    try:
        added = imports.enter_batch(batch=batch, by=request.actor, at=request.at, on=request.on)
    except (imports.AlreadyDecided, imports.HasMistakes, imports.NeedsSecond) as refusal:
        messages.warning(request, str(refusal))
        return redirect(f"/danh-ba/nhap/{batch.pk}/")
    messages.success(request, _("Đã nhập %(count)d dòng.") % {"count": added})
    return redirect(f"/danh-ba/{batch.locality.code}/to-chuc/")


def template(_request: CivicRequest, register: str) -> FileResponse:
    """An empty table with the right header, and a sheet that says what each column takes."""
    if register not in rows.COLUMNS:
        raise NotFound(_("Không tìm thấy."))
    file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by the response
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Nhập")
        bold, text = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"num_format": "@"})
        for column, name in enumerate(rows.COLUMNS[register]):
            sheet.set_column(column, column, max(14, len(name) + 4), text)
            sheet.write_string(0, column, name, bold)
        sheet.freeze_panes(1, 0)
        guide = book.add_worksheet("Hướng dẫn")
        guide.set_column(0, 0, 24)
        for row, name in enumerate(rows.COLUMNS[register]):
            guide.write_string(row, 0, name, bold)
            guide.write_string(row, 1, _("bắt buộc") if name in rows.REQUIRED[register] else _("có thể để trống"))
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"mau-{register}.xlsx")
