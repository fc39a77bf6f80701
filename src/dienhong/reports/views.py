"""Pages of the reports: list, one report with its figures and words, issuing, downloads, print."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dienhong.documents.page import render_html
from dienhong.documents.pdf import PdfUnavailable, is_pdf_available, render_pdf
from dienhong.documents.spreadsheet import render_tables
from dienhong.documents.views import serve
from dienhong.documents.word import render_docx
from dienhong.foundations.refusals import NotFound, Refused
from dienhong.foundations.requests import CivicRequest
from dienhong.reports import access, actions, queries
from dienhong.reports.access import Act
from dienhong.reports.document import VERDICTS, document_of, period_name
from dienhong.reports.forms import IssueForm, OpenForm, SectionForm
from dienhong.reports.models import Report
from dienhong.reports.sections import BY_CODE, SECTIONS
from lawcore.indicators.periods import Period
from lawcore.timelimits import Every

PER_PAGE = 30
MEDIA: Mapping[str, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}
MAKERS = {"docx": render_docx, "xlsx": render_tables, "pdf": render_pdf}


def index(request: CivicRequest) -> HttpResponse:
    page = Paginator(queries.visible(request.actor), PER_PAGE).get_page(request.GET.get("trang"))
    rows = [(report, period_name(report)) for report in page]
    may_open = request.actor.is_known and queries.programmes_to_report(request.actor).exists()
    return render(request, "reports/index.html", {"page": page, "rows": rows, "may_open": may_open})


def _period_of(text: str) -> Period:
    year, number, every = text.split("/")
    return Period(int(year), int(number), Every(every))


def open_report(request: CivicRequest) -> HttpResponse:
    programmes = queries.programmes_to_report(request.actor)
    form = OpenForm(request.POST or None, initial={"programme": request.GET.get("chuong-trinh")})
    programme_field, period_field = form.fields["programme"], form.fields["period"]
    found = {
        f"{period.year}/{period.number}/{period.every}": period.label
        for programme in programmes
        for period in queries.periods_begun(programme, on=request.on)
    }
    if isinstance(programme_field, forms.ModelChoiceField) and isinstance(period_field, forms.ChoiceField):
        programme_field.queryset, period_field.choices = programmes, list(found.items())
    if request.method == "POST" and form.is_valid():
        report = actions.open_report(
            programme=form.cleaned_data["programme"],
            period=_period_of(form.cleaned_data["period"]),
            by=request.actor,
            at=request.at,
            on=request.on,
            key=form.cleaned_data["key"],
        )
        return redirect("reports:detail", report.pk)
    return render(request, "reports/open.html", {"form": form, "any": bool(found)}, status=422 if form.errors else 200)


def detail(request: CivicRequest, pk: int) -> HttpResponse:
    report = queries.report(pk, request.actor)
    may = {act.name.lower(): access.may(request.actor, act, report.locality) for act in Act}
    context = {
        "report": report,
        "document": document_of(report),
        "period": period_name(report),
        "may": may,
        "sections": [(section, report.narrative.get(section.code, "")) for section in SECTIONS],
        "targets": _targets(report),
        "duties": [
            {**duty, "waiting": duty["open"] + duty["submitted"] + duty["returned"]} for duty in _active(report)
        ],
        "correction_key": uuid4(),
        "gaps": queries.gaps(report) if may["see_draft"] else [],
        "as_of": report.snapshot["as_of"],
        "has_pdf": report.pdf is not None or (report.stage != Report.Stage.ISSUED and is_pdf_available()),
    }
    return render(request, "reports/detail.html", context)


def _active(report: Report) -> list[dict[str, Any]]:
    """Duties with anything due in the period."""
    counted = ("open", "submitted", "returned", "done", "unmet")
    return [duty for duty in report.snapshot["duties"] if any(duty[name] for name in counted)]


def _targets(report: Report) -> list[dict[str, Any]]:
    return [
        {
            **target,
            "measures": [
                {**measure, "verdict": VERDICTS[measure["verdict"]], "total": _total(measure)}
                for measure in target["measures"]
            ],
        }
        for target in report.snapshot["targets"]
    ]


def _total(measure: Mapping[str, Any]) -> int:
    return int(measure["achieved"] + measure["not_achieved"] + measure["unknown"])


def write(request: CivicRequest, pk: int, section: str) -> HttpResponse:
    report = queries.report(pk, request.actor)
    access.check(request.actor, Act.PREPARE, report.locality)
    if section not in BY_CODE:
        raise NotFound(_("Không có mục này trong báo cáo."))
    start = {"text": report.narrative.get(section, ""), "edition": report.edition}
    form = SectionForm(request.POST or None, initial=start)
    form.fields["text"].help_text = str(BY_CODE[section].hint)
    if request.method == "POST" and form.is_valid():
        try:
            actions.write(report=report, section=section, by=request.actor, **form.cleaned_data)
        except Refused as refusal:
            form = SectionForm({**request.POST.dict(), "edition": report.edition}, initial=start)
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã lưu."))
            return redirect(f"/bao-cao/{report.pk}/#{section}")
    context = {"report": report, "section": BY_CODE[section], "form": form}
    return render(request, "reports/write.html", context, status=422 if form.errors else 200)


@require_POST
def freeze_again(request: CivicRequest, pk: int) -> HttpResponse:
    report = queries.report(pk, request.actor)
    actions.freeze_again(report=report, by=request.actor, at=request.at, on=request.on)
    messages.success(request, _("Đã lấy lại số liệu đến lúc này. Phần lời viết giữ nguyên."))
    return redirect("reports:detail", report.pk)


def issue(request: CivicRequest, pk: int) -> HttpResponse:
    report = queries.report(pk, request.actor)
    access.check(request.actor, Act.ISSUE, report.locality)
    form = IssueForm(request.POST or None, initial={"dated": request.on})
    if request.method == "POST" and form.is_valid():
        try:
            actions.issue(report=report, by=request.actor, on=request.on, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ban hành. Các tệp đang được dựng, thường xong trong một phút."))
            return redirect("reports:detail", report.pk)
    context = {"report": report, "form": form, "period": period_name(report), "gaps": queries.gaps(report)}
    return render(request, "reports/issue.html", context, status=422 if form.errors else 200)


@require_POST
def correct(request: CivicRequest, pk: int) -> HttpResponse:
    report = queries.report(pk, request.actor)
    form = forms.Form(request.POST)
    form.fields["key"] = forms.UUIDField()
    if not form.is_valid():
        raise Refused(_("Biểu mẫu đã cũ. Hãy tải lại trang rồi bấm lần nữa."))
    fresh = actions.correct(report=report, by=request.actor, at=request.at, on=request.on, key=form.cleaned_data["key"])
    return redirect("reports:detail", fresh.pk)


def download(request: CivicRequest, pk: int, kind: str) -> HttpResponse | FileResponse:
    """The file as it was issued; of a draft, one made now with DỰ THẢO across it."""
    report = queries.report(pk, request.actor)
    if kind not in MAKERS:
        raise NotFound(_("Chỉ có bản DOCX, PDF và XLSX."))
    name = f"bao-cao-{report.locality.code}-{report.period_end:%Y-%m}-{report.pk}.{kind}"
    if report.stage == Report.Stage.ISSUED:
        kept = getattr(report, kind)
        if kept is None:
            raise NotFound(_("Máy chủ không có Pango khi ban hành nên không có bản PDF. Hãy dùng DOCX hoặc trang in."))
        return serve(kept, name)
    try:
        content = MAKERS[kind](document_of(report))
    except PdfUnavailable as missing:
        raise Refused(str(missing)) from missing
    response = HttpResponse(content, content_type=MEDIA[kind])
    response["Content-Disposition"] = f'attachment; filename="du-thao-{name}"'
    return response


def printed(request: CivicRequest, pk: int) -> HttpResponse:
    return HttpResponse(render_html(document_of(queries.report(pk, request.actor))))
