"""Reporting and checking evidence."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dienhong.documents import queries as documents
from dienhong.foundations.downloads import as_file, wanted
from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.told import told_on
from dienhong.programmes import access
from dienhong.programmes.access import Act
from dienhong.programmes.actions import evidence as reporting
from dienhong.programmes.forms.evidence import EvidenceForm, KindForm, ReturnForm, initial_of
from dienhong.programmes.kinds import KINDS, OTHER, label_of
from dienhong.programmes.models import Evidence, Task
from dienhong.programmes.queries import evidence as queries
from dienhong.programmes.queries import programmes
from dienhong.programmes.queries import tasks as task_queries
from dienhong.programmes.views.lists import paged
from dienhong.registry.models import Organization

SAFE_TO_SHOW = {"image/jpeg", "image/png", "image/webp", "application/pdf"}
STAGES = {"cho": Evidence.Stage.SUBMITTED, "nhan": Evidence.Stage.ACCEPTED, "tra": Evidence.Stage.RETURNED}


def task(request: CivicRequest, pk: int) -> HttpResponse:
    """One task: what the text asks, until when, what was reported; and the form to report."""
    found = (
        Task.objects.select_related("duty__programme__locality", "duty__provision__version", "organization__locality")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotFound(_("Không tìm thấy việc này."))
    access.check(request.actor, Act.SEE_UNIT, access.unit_of(found.organization))
    may_report = access.may(request.actor, Act.REPORT, access.unit_of(found.organization))
    code = request.GET.get("loai", "") or found.duty.evidence_kind or OTHER
    form = _form(request, found.organization, code, tasks=[found]) if may_report else None
    if form is not None and request.method == "POST" and form.is_valid():
        sent = _submit(request, form, found.organization, tasks=[found])
        if sent is not None:
            return redirect(f"/chuong-trinh/minh-chung/{sent.pk}/")
    due = next(task_queries.with_due([found], on=request.on))
    context = {
        "due": due,
        "task": found,
        "form": form,
        "kind": code,
        "kinds": [(key, kind.label) for key, kind in KINDS.items()],
        "records": [
            (row, STATUS[Evidence.Stage(row.stage)])
            for row in found.evidence.order_by("-pk").select_related("organization")
        ],
        "trail": [(_("Việc của tôi"), "/viec-cua-toi/"), (found.duty.provision.at, "")],
    }
    return render(request, "programmes/task.html", context, status=422 if form and form.errors else 200)


def sentence(action: str) -> str:
    """An action of the text as the title of what was done: its first letter large, its full stop gone."""
    return (action[:1].upper() + action[1:]).rstrip(".; ")[:300]


STATUS = {
    Evidence.Stage.SUBMITTED: "submitted",
    Evidence.Stage.ACCEPTED: "accepted",
    Evidence.Stage.RETURNED: "returned",
    Evidence.Stage.SUPERSEDED: "exempt",
}


def _form(
    request: CivicRequest,
    unit: Organization,
    code: str,
    *,
    tasks: list[Task],
    revises: Evidence | None = None,
) -> EvidenceForm:
    kind = KINDS.get(code)
    if kind is None:
        raise NotFound(_("Không có loại minh chứng này."))
    initial: dict[str, Any] = {"effective_on": request.on, "title": sentence(tasks[0].duty.action) if tasks else ""}
    if revises is not None:
        initial = initial_of(revises)
    posted = request.method == "POST"
    return EvidenceForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        kind=kind,
        entries=queries.choices_of(kind, unit, request.actor),
        provisions=queries.provisions_of(unit),
        brief=unit.kind == Organization.Kind.VILLAGE,
        initial=initial,
    )


def _submit(
    request: CivicRequest,
    form: EvidenceForm,
    unit: Organization,
    *,
    tasks: list[Task],
    revises: Evidence | None = None,
) -> Evidence | None:
    """The record, or None with the reason on the form."""
    with told_on(form):
        sent = reporting.submit(
            organization=unit,
            report=form.report(tasks=tasks),
            key=form.cleaned_data["key"],
            by=request.actor,
            at=request.at,
            revises=revises,
        )
        messages.success(request, _("Đã gửi. Cán bộ phụ trách sẽ kiểm tra và phản hồi."))
        return sent
    return None


def new(request: CivicRequest, unit_id: int) -> HttpResponse:
    """A record without a task: choose the kind, then fill it in."""
    unit = programmes.unit(unit_id, request.actor, Act.REPORT)
    code = request.GET.get("loai", "")
    context: dict[str, Any] = {
        "unit": unit,
        "trail": [(_("Việc của tôi"), "/viec-cua-toi/"), (_("Báo cáo việc đã làm"), "")],
    }
    if code not in KINDS:
        return render(request, "programmes/evidence_kind.html", {**context, "form": KindForm()})
    form = _form(request, unit, code, tasks=[])
    if request.method == "POST" and form.is_valid():
        sent = _submit(request, form, unit, tasks=[])
        if sent is not None:
            return redirect(f"/chuong-trinh/minh-chung/{sent.pk}/")
    context |= {"form": form, "kind_label": label_of(code)}
    return render(request, "programmes/evidence_new.html", context, status=422 if form.errors else 200)


def revise(request: CivicRequest, pk: int) -> HttpResponse:
    record = queries.evidence(pk, request.actor, Act.REPORT)
    tasks = list(record.tasks.select_related("duty__provision"))
    form = _form(request, record.organization, record.kind, tasks=tasks, revises=record)
    if request.method == "POST" and form.is_valid():
        sent = _submit(request, form, record.organization, tasks=tasks, revises=record)
        if sent is not None:
            return redirect(f"/chuong-trinh/minh-chung/{sent.pk}/")
    context = {
        "unit": record.organization,
        "record": record,
        "form": form,
        "kind_label": label_of(record.kind),
        "trail": [(record.title, f"/chuong-trinh/minh-chung/{pk}/"), (_("Gửi bản sửa"), "")],
    }
    return render(request, "programmes/evidence_new.html", context, status=422 if form.errors else 200)


def show(request: CivicRequest, pk: int) -> HttpResponse:
    record = queries.evidence(pk, request.actor)
    return _page(request, record, ReturnForm())


def _page(request: CivicRequest, record: Evidence, form: ReturnForm) -> HttpResponse:
    unit = access.unit_of(record.organization)
    waits = record.stage == Evidence.Stage.SUBMITTED
    may_review = access.may(request.actor, Act.REVIEW, unit)
    history = queries.chain(record)
    context = {
        "record": record,
        "status": STATUS[Evidence.Stage(record.stage)],
        "kind_label": label_of(record.kind),
        "typed": queries.typed_rows(record),
        "entries": record.entries.select_related("person", "organization"),
        "provisions": record.provisions.select_related("version").order_by("version_id", "order"),
        "files": record.files.select_related("stored").order_by("pk"),
        "gap": queries.gap_of(record, due_on=queries.due_of(record, on=request.on)),
        "same_files": queries.same_files(record, request.actor),
        "chain": [(row, STATUS[Evidence.Stage(row.stage)]) for row in history],
        "form": form,
        "may_review": waits and may_review and record.submitted_by != request.actor.key,
        "is_own": waits and may_review and record.submitted_by == request.actor.key,
        "may_revise": history[-1].pk == record.pk
        and record.stage in {Evidence.Stage.RETURNED, Evidence.Stage.ACCEPTED}
        and access.may(request.actor, Act.REPORT, unit),
        "trail": [(_("Minh chứng"), "/chuong-trinh/minh-chung/"), (record.title, "")],
    }
    return render(request, "programmes/evidence.html", context, status=422 if form.errors else 200)


@require_POST
def accept(request: CivicRequest, pk: int) -> HttpResponse:
    record = queries.evidence(pk, request.actor)
    reporting.accept(evidence=record, by=request.actor, at=request.at)
    messages.success(request, _("Đã chấp nhận. Số liệu của các chỉ tiêu liên quan đã được tính lại."))
    return redirect("/chuong-trinh/minh-chung/?tinh-trang=cho")


@require_POST
def give_back(request: CivicRequest, pk: int) -> HttpResponse:
    record = queries.evidence(pk, request.actor)
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return _page(request, record, form)
    reporting.give_back(evidence=record, reason=form.cleaned_data["reason"], by=request.actor, at=request.at)
    messages.success(request, _("Đã trả lại cho đơn vị kèm lý do."))
    return redirect("/chuong-trinh/minh-chung/?tinh-trang=cho")


def evidence_list(request: CivicRequest) -> HttpResponse:
    """All records the actor may see; by default those that wait for a check."""
    if not request.actor.is_known:
        raise NotAllowed(_("Hãy đăng nhập để xem minh chứng."))
    found = queries.visible(request.actor)
    chosen = request.GET.get("tinh-trang", "")
    if chosen in STAGES:
        found = found.filter(stage=STAGES[chosen])
    if request.GET.get("loai", "") in KINDS:
        found = found.filter(kind=request.GET["loai"])
    if kind := wanted(request):
        header = [
            _("Đơn vị"),
            _("Loại"),
            _("Việc đã làm"),
            _("Ngày thực hiện"),
            _("Ngày ghi nhận"),
            _("Tình trạng"),
            _("Lý do"),
        ]
        lines = (
            (
                row.organization.name,
                label_of(row.kind),
                row.title,
                row.effective_on,
                row.recorded_at.date(),
                str(Evidence.Stage(row.stage).label),
                row.reason,
            )
            for row in found.iterator(chunk_size=1000)
        )
        return as_file(kind, "minh-chung", header, lines)
    page = paged(request, found)
    context = {
        "page": page,
        "rows": [
            (row, label_of(row.kind), STATUS[Evidence.Stage(row.stage)], queries.gap_of(row, due_on=None))
            for row in page
        ],
        "chosen": chosen,
        "kinds": [(code, kind.label) for code, kind in KINDS.items()],
        "chosen_kind": request.GET.get("loai", ""),
    }
    return render(request, "programmes/evidence_list.html", context)


def file(request: CivicRequest, pk: int, file_id: int) -> HttpResponse:
    """A file of a record: shown when it is a picture or PDF, otherwise handed over."""
    record = queries.evidence(pk, request.actor)
    found = record.files.select_related("stored").filter(pk=file_id).first()
    if found is None:
        raise NotFound(_("Không tìm thấy tệp này."))
    media_type = found.stored.media_type
    is_safe = media_type in SAFE_TO_SHOW
    response = HttpResponse(
        documents.read(found.stored.sha256),
        content_type=media_type if is_safe else "application/octet-stream",
    )
    response.headers["Content-Disposition"] = _disposition(found.name, inline=is_safe)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _disposition(name: str, *, inline: bool) -> str:
    return content_disposition_header(as_attachment=not inline, filename=name) or "attachment"
