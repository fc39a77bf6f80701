"""Pages of the reports: list, one report with its figures and words, issuing, downloads, print."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from dienhong.documents.official import OfficialDocument
from dienhong.documents.page import render_html
from dienhong.documents.pdf import PdfUnavailable, is_pdf_available, render_pdf
from dienhong.documents.spreadsheet import render_tables
from dienhong.documents.views import serve
from dienhong.documents.word import render_docx
from dienhong.foundations.refusals import NotFound, Refused
from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.told import told_on
from dienhong.programmes import access as programme_access
from dienhong.programmes.queries import calendar
from dienhong.reports import access, actions, queries, snapshot, wording
from dienhong.reports.access import Act
from dienhong.reports.document import document_of, usual_recipients
from dienhong.reports.forms import CorrectForm, IssueForm, OpenForm, SectionForm
from dienhong.reports.models import Report
from dienhong.reports.sections import BY_CODE, RECIPIENTS, SECTIONS, proposed
from lawcore.indicators.periods import Period
from lawcore.timelimits import Every

PER_PAGE = 30
NAMED_GAPS = 50
LONGEST_DRAFT_PDF = 300  # rows of tables; more would keep the reader waiting, the worker makes it at issuing
MEDIA: Mapping[str, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}
MAKERS: Mapping[str, Callable[[OfficialDocument], bytes]] = {
    "docx": render_docx,
    "xlsx": render_tables,
    "pdf": render_pdf,
}


def _trail(*steps: tuple[str, str]) -> list[tuple[str, str]]:
    return [(pgettext("list", "Báo cáo"), reverse("reports:index")), *steps]


def _named(report: Report) -> str:
    return calendar.in_words(queries.period_of(report))


def _steps(report: Report, last: str) -> list[tuple[str, str]]:
    return _trail((_named(report), reverse("reports:detail", args=[report.pk])), (last, ""))


def index(request: CivicRequest) -> HttpResponse:
    page = Paginator(queries.visible(request.actor), PER_PAGE).get_page(request.GET.get("trang"))
    rows = [(report, _named(report)) for report in page]
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
        f"{period.year}/{period.number}/{period.every}": calendar.in_words(period)
        for programme in programmes
        for period in queries.periods_begun(programme, on=request.on)
    }
    if isinstance(programme_field, forms.ModelChoiceField) and isinstance(period_field, forms.ChoiceField):
        programme_field.queryset, period_field.choices = programmes, list(found.items())
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            report = actions.open_report(
                programme=form.cleaned_data["programme"],
                period=_period_of(form.cleaned_data["period"]),
                by=request.actor,
                at=request.at,
                on=request.on,
                key=form.cleaned_data["key"],
            )
            return redirect("reports:detail", report.pk)
    context = {"form": form, "any": bool(found), "trail": _trail((_("Lập báo cáo"), ""))}
    return render(request, "reports/open.html", context, status=422 if form.errors else 200)


def detail(request: CivicRequest, pk: int) -> HttpResponse:
    report = queries.report(pk, request.actor)
    may = {act.name.lower(): access.may(request.actor, act, report.locality) for act in Act}
    shot = report.snapshot
    gaps = queries.gaps(report, on=request.on) if may["see_draft"] else []
    context = {
        "report": report,
        "period": _named(report),
        "number": document_of(report).number_line,
        "is_intact": snapshot.is_intact(report),
        "may": may,
        "sections": [(section, report.narrative.get(section.code, "")) for section in SECTIONS],
        "figures": list(_figures(request, report)),
        "unmeasured": [target for target in shot["targets"] if not target["figures"]],
        "duties": list(_duties(request, report)),
        "columns": {
            "unmet": any(duty["counts"]["unmet"] for duty in shot["duties"]),
            "overdue": any(duty["counts"]["overdue"] for duty in shot["duties"]),
            "year_to_date": not shot["period"]["start"].endswith("-01-01"),
        },
        "previous": shot["previous"],
        "gaps": gaps[:NAMED_GAPS],
        "more_gaps": max(len(gaps) - NAMED_GAPS, 0),
        "as_of": wording.day(report.period_end.fromisoformat(shot["as_of"])),
        "has_pdf": report.pdf is not None
        if report.stage == Report.Stage.ISSUED
        else is_pdf_available() and _rows(report) <= LONGEST_DRAFT_PDF,
        "correct_form": CorrectForm(),
        "trail": _trail((_named(report), "")),
    }
    return render(request, "reports/detail.html", context)


def _lists(request: CivicRequest, report: Report) -> str:
    """Where the lists behind the figures begin for this reader; "" where nothing of them is public."""
    place = programme_access.place_of(report.programme)
    if programme_access.may(request.actor, programme_access.Act.TAKE_PART, place):
        return f"/chuong-trinh/{report.programme_id}/"
    return ""


def _progress(report: Report) -> str:
    programme = report.programme
    return reverse("programmes:progress", args=[programme.version_id]) if programme.published_on else ""


def _figures(request: CivicRequest, report: Report) -> Iterator[dict[str, Any]]:
    """Every figure of the targets with the address of its list; the public gets the progress that was published."""
    lists, progress = _lists(request, report), _progress(report)
    for target in report.snapshot["targets"]:
        for figure in target["figures"]:
            before = figure["previous"]
            yield {
                **figure,
                "at": target["at"],
                "goal": target["value"].replace(".", ","),
                "aspirational": target["aspirational"],
                "total": wording.counted(figure),
                "verdict": wording.verdict(figure, as_of=report.snapshot["as_of"]),
                "before": wording.share(before["achieved"], wording.counted(before)) if before else "",
                "href": f"{lists}chi-so/{figure['indicator']}/?ky={figure['start']}" if lists else progress,
            }


def _duties(request: CivicRequest, report: Report) -> Iterator[dict[str, Any]]:
    """Duties with tasks in the period, and the address of their list."""
    lists = _lists(request, report)
    for duty in report.snapshot["duties"]:
        if not duty["periods"]:
            continue
        before, so_far = duty["previous"], duty["year_to_date"]
        yield {
            **duty,
            "deed": wording.deed(duty),
            "waiting": wording.waiting(duty["counts"]),
            "total": wording.total(duty["counts"]),
            "so_far": wording.share(so_far["done"], wording.total(so_far)),
            "before": wording.share(before["done"], wording.total(before)) if before else "–",
            "href": f"{lists}nhiem-vu/{duty['id']}/" if lists else "",
        }


def _rows(report: Report) -> int:
    return len(report.snapshot["duties"]) + len(report.snapshot["units"])


def write(request: CivicRequest, pk: int, section: str) -> HttpResponse:
    report = queries.report(pk, request.actor)
    access.check(request.actor, Act.PREPARE, report.locality)
    if section not in BY_CODE:
        raise NotFound(_("Không có mục này trong báo cáo."))
    text = report.narrative.get(section, "")
    proposal = "" if text else _proposal(report, section)
    start = {"text": text or proposal, "edition": report.edition}
    form = SectionForm(request.POST or None, initial=start)
    form.fields["text"].help_text = str(BY_CODE[section].hint)
    if request.method == "POST" and form.is_valid():
        again = SectionForm({**request.POST.dict(), "edition": report.edition}, initial=start)
        with told_on(again):
            actions.write(report=report, section=section, by=request.actor, **form.cleaned_data)
            messages.success(request, _("Đã lưu."))
            return redirect(f"{reverse('reports:detail', args=[report.pk])}#{section}")
        form = again
    title = BY_CODE[section].title
    context = {
        "report": report,
        "period": _named(report),
        "section": BY_CODE[section],
        "form": form,
        "proposed": bool(proposal),
        "trail": _steps(report, title),
    }
    return render(request, "reports/write.html", context, status=422 if form.errors else 200)


def _proposal(report: Report, section: str) -> str:
    if section == RECIPIENTS:
        return "\n".join(usual_recipients(report.snapshot))
    return proposed(section, report.snapshot)


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
        with told_on(form):
            actions.issue(report=report, by=request.actor, on=request.on, **form.cleaned_data)
            messages.success(request, _("Đã ban hành. Các tệp đang được dựng, thường xong trong một phút."))
            return redirect("reports:detail", report.pk)
    elif report.stage != Report.Stage.DRAFT:
        return redirect("reports:detail", report.pk)
    context = {
        "report": report,
        "form": form,
        "period": _named(report),
        "as_of": wording.day(report.period_end.fromisoformat(report.snapshot["as_of"])),
        "missing": len({gap["unit"] for gap in report.snapshot["gaps"]}),
        "unwritten": [section for section in SECTIONS if not report.narrative.get(section.code, "")][:-1],
        "trail": _steps(report, _("Ban hành")),
    }
    return render(request, "reports/issue.html", context, status=422 if form.errors else 200)


@require_POST
def make_files_again(request: CivicRequest, pk: int) -> HttpResponse:
    report = queries.report(pk, request.actor)
    actions.make_files_again(report=report, by=request.actor)
    messages.success(request, _("Đã yêu cầu dựng lại các tệp."))
    return redirect("reports:detail", report.pk)


@require_POST
def correct(request: CivicRequest, pk: int) -> HttpResponse:
    report = queries.report(pk, request.actor)
    access.check(request.actor, Act.PREPARE, report.locality)
    form = CorrectForm(request.POST)
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
    if report.stage == Report.Stage.ISSUING:
        raise Refused(_("Các tệp đang được dựng. Hãy tải lại trang sau một phút."))
    return _draft_file(report, kind, f"du-thao-{name}")


def _draft_file(report: Report, kind: str, name: str) -> HttpResponse:
    if kind == "pdf" and _rows(report) > LONGEST_DRAFT_PDF:
        raise Refused(_("Báo cáo dài nên bản PDF chỉ được dựng khi ban hành. Hãy dùng DOCX hoặc trang in."))
    try:
        content = MAKERS[kind](document_of(report))
    except PdfUnavailable as missing:
        raise Refused(str(missing)) from missing
    response = HttpResponse(content, content_type=MEDIA[kind])
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def printed(request: CivicRequest, pk: int) -> HttpResponse:
    report = queries.report(pk, request.actor)
    return HttpResponse(render_html(document_of(report), back=reverse("reports:detail", args=[report.pk])))
