"""One duty: who has it, how its tasks stand, giving it and taking it back; and the plan of a year."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from dienhong.documents.pdf import PdfUnavailable
from dienhong.foundations.downloads import as_file, wanted
from dienhong.foundations.refusals import NotFound, Refused
from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.told import told_on
from dienhong.programmes import access, plan_document
from dienhong.programmes import tasks as jobs
from dienhong.programmes.access import Act
from dienhong.programmes.actions import assign as assigning
from dienhong.programmes.actions import plan as planning
from dienhong.programmes.forms.programmes import AssignForm, AssignManyForm, WindowForm, YearForm
from dienhong.programmes.models import Assignment, Run, Task
from dienhong.programmes.queries import calendar, programmes
from dienhong.programmes.queries import tasks as task_queries
from dienhong.programmes.views.lists import paged, year_of
from dienhong.programmes.views.programmes import trail
from dienhong.registry.models import Post
from dienhong.resolutions.models import EVERY_NAMES, TOPIC_NAMES
from lawcore.obligations.model import Topic
from lawcore.timelimits import Every


def duty(request: CivicRequest, pk: int, duty_id: int) -> HttpResponse:
    """A duty with the tasks of the year, organization by organization."""
    programme = programmes.programme(pk, request.actor, Act.TAKE_PART)
    found = programmes.duty(duty_id, programme)
    year = year_of(request)
    tasks = (
        Task.objects.filter(task_queries.units_below(request.actor, programme), duty=found, period_start__year=year)
        .exclude(stage=Task.Stage.CANCELLED)
        .select_related("organization", "duty__programme", "duty__provision")
        .order_by("organization__search", "organization_id", "period_start")
    )
    stage = request.GET.get("tinh-trang", "")
    if stage in Task.Stage.values:
        tasks = tasks.filter(stage=stage)
    if kind := wanted(request):
        return _tasks_file(kind, f"nhiem-vu-{duty_id}-{year}", task_queries.with_due(tasks, on=request.on))
    page = paged(request, tasks)
    assigned = found.assignments.filter(ends_on__isnull=True).count()
    context = {
        "programme": programme,
        "duty": found,
        "year": year,
        "stage": stage,
        "stages": Task.Stage.choices[:-1],
        "page": page,
        "rows": list(task_queries.with_due(page, on=request.on)),
        "every": EVERY_NAMES[Every(found.every)] if found.every else _("văn bản không nêu"),
        "assigned_words": ngettext("%(n)s đơn vị", "%(n)s đơn vị", assigned) % {"n": assigned},
        "may_manage": access.may(request.actor, Act.MANAGE, access.place_of(programme)),
        "trail": trail(programme, (found.provision.at, "")),
    }
    return render(request, "programmes/duty.html", context)


def _tasks_file(kind: str, name: str, rows: "object") -> HttpResponse:
    header = [_("Đơn vị"), _("Nhiệm vụ"), _("Căn cứ"), _("Kỳ"), _("Hạn"), _("Tình trạng")]
    lines = (
        (
            due.task.organization.name,
            due.task.duty.action,
            due.citation,
            due.period.name,
            due.due_on,
            str(Task.Stage(due.task.stage).label),
        )
        for due in rows  # type: ignore[attr-defined]
    )
    return as_file(kind, name, header, lines)


def assign(request: CivicRequest, pk: int, duty_id: int) -> HttpResponse:
    programme = programmes.programme(pk, request.actor, Act.MANAGE)
    found = programmes.duty(duty_id, programme)
    initial = {"starts_on": max(programme.opens_on, request.on.replace(month=1, day=1)), "on": request.on}
    text = request.GET.get("tim", "").strip()
    form = AssignForm(request.POST or None, programme=programme, duty=found, text=text, initial=initial)
    if request.method == "POST" and form.is_valid():
        n = assigning.assign(
            duty=found,
            organizations=form.chosen(),
            starts_on=form.cleaned_data["starts_on"],
            by=request.actor,
        )
        messages.success(
            request, ngettext("Đã giao thêm cho %(n)s đơn vị.", "Đã giao thêm cho %(n)s đơn vị.", n) % {"n": n}
        )
        return redirect(f"/chuong-trinh/{pk}/nhiem-vu/{duty_id}/giao/")
    given = found.assignments.filter(ends_on__isnull=True).select_related("organization", "owner__person")
    context = {
        "programme": programme,
        "duty": found,
        "form": form,
        "text": text,
        "page": paged(request, given.order_by("organization__search", "pk")),
        "trail": trail(
            programme, (found.provision.at, f"/chuong-trinh/{pk}/nhiem-vu/{duty_id}/"), (_("Giao việc"), "")
        ),
    }
    return render(request, "programmes/assign.html", context, status=422 if form.errors else 200)


def assign_many(request: CivicRequest, pk: int) -> HttpResponse:
    """The duties that nobody has yet, to be given several at a time; `chon=tat-ca` ticks all that are shown."""
    programme = programmes.programme(pk, request.actor, Act.MANAGE)
    waiting = programmes.unassigned(programme)
    topic = request.GET.get("nhom", "")
    shown = waiting.filter(topic=topic) if topic in {each.value for each in Topic} else waiting
    first_day = max(programme.opens_on, request.on.replace(month=1, day=1))
    initial: dict[str, object] = {"starts_on": first_day, "on": request.on}
    if request.GET.get("chon") == "tat-ca":
        initial["duties"] = shown
    text = request.GET.get("tim", "").strip()
    form = AssignManyForm(request.POST or None, programme=programme, duties=shown, text=text, initial=initial)
    if request.method == "POST" and form.is_valid():
        duties = list(form.cleaned_data["duties"])
        n = assigning.assign_many(
            duties=duties, organizations=form.chosen(), starts_on=form.cleaned_data["starts_on"], by=request.actor
        )
        messages.success(
            request,
            _("Đã giao %(duties)s nhiệm vụ, thành %(n)s lượt giao cho các đơn vị.") % {"duties": len(duties), "n": n},
        )
        return redirect(f"/chuong-trinh/{pk}/giao-viec/")
    topics = set(waiting.values_list("topic", flat=True))
    context = {
        "programme": programme,
        "form": form,
        "text": text,
        "topic": topic,
        "topics": [(each.value, TOPIC_NAMES[each]) for each in Topic if each.value in topics],
        "left": waiting.count(),
        "trail": trail(programme, (_("Giao nhiều nhiệm vụ"), "")),
    }
    return render(request, "programmes/assign_many.html", context, status=422 if form.errors else 200)


@require_POST
def withdraw(request: CivicRequest, pk: int, assignment_id: int) -> HttpResponse:
    assignment = _assignment(request, pk, assignment_id)
    assigning.withdraw(assignment=assignment, on=request.on, by=request.actor)
    messages.success(request, _("Đã thôi giao. Những gì đơn vị đã báo cáo được giữ nguyên."))
    return redirect(f"/chuong-trinh/{pk}/nhiem-vu/{assignment.duty_id}/giao/")


def owner(request: CivicRequest, pk: int, assignment_id: int) -> HttpResponse:
    """Who answers for a duty in an organization."""
    assignment = _assignment(request, pk, assignment_id)
    unit = assignment.organization
    posts = Post.objects.filter(ends_on__isnull=True, organization=unit).select_related("person")
    if not posts.exists():
        posts = Post.objects.filter(ends_on__isnull=True, locality=unit.locality).select_related("person")
    if request.method == "POST":
        chosen = posts.filter(pk=request.POST.get("post") or 0).first()
        assigning.set_owner(assignment=assignment, owner=chosen, by=request.actor)
        messages.success(request, _("Đã ghi người phụ trách."))
        return redirect(f"/chuong-trinh/{pk}/nhiem-vu/{assignment.duty_id}/giao/")
    context = {
        "programme": assignment.duty.programme,
        "assignment": assignment,
        "posts": posts.order_by("title", "pk"),
        "trail": trail(assignment.duty.programme, (_("Người phụ trách"), "")),
    }
    return render(request, "programmes/owner.html", context)


def _assignment(request: CivicRequest, pk: int, assignment_id: int) -> Assignment:
    programme = programmes.programme(pk, request.actor, Act.MANAGE)
    found = (
        Assignment.objects.select_related(
            "duty__programme__locality", "duty__programme__version", "organization__locality"
        )
        .filter(pk=assignment_id, duty__programme=programme)
        .first()
    )
    if found is None:
        raise NotFound(_("Không tìm thấy nội dung này."))
    return found


def plan(request: CivicRequest, pk: int) -> HttpResponse:
    """The plan of a year: its report days, generating it and how far that is, printing it."""
    programme = programmes.programme(pk, request.actor, Act.TAKE_PART)
    may_manage = access.may(request.actor, Act.MANAGE, access.place_of(programme))
    year = year_of(request)
    form = YearForm(initial={"year": year})
    window_form = WindowForm()
    if request.method == "POST":
        access.check(request.actor, Act.MANAGE, access.place_of(programme))
        form = YearForm(request.POST)
        if form.is_valid():
            with told_on(form):
                begun = planning.start_year_plan(programme=programme, year=form.cleaned_data["year"], by=request.actor)
                jobs.make_year_plan.enqueue(begun.pk, request.at.isoformat())
                return redirect(f"/chuong-trinh/{pk}/ke-hoach/?nam={begun.year}")
    run = programme.runs.filter(kind=Run.Kind.YEAR_PLAN, year=year).order_by("-pk").first()
    context = {
        "programme": programme,
        "year": year,
        "form": form,
        "window_form": window_form,
        "windows": [(window, EVERY_NAMES[Every(window.every)]) for window in programme.windows.order_by("every")],
        "run": run,
        "is_going": run is not None and run.stage in planning.OPEN,
        "tasks": Task.objects.filter(duty__programme=programme, period_start__year=year).count(),
        "unassigned": programmes.unassigned(programme).count(),
        "may_manage": may_manage,
        "trail": trail(programme, (_("Kế hoạch năm %(year)s") % {"year": year}, "")),
    }
    return render(request, "programmes/plan.html", context, status=422 if form.errors else 200)


@require_POST
def window(request: CivicRequest, pk: int) -> HttpResponse:
    programme = programmes.programme(pk, request.actor, Act.MANAGE)
    form = WindowForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Thời hạn báo cáo chưa đúng: ghi số ngày từ -60 đến 120 và căn cứ."))
    else:
        planning.set_window(programme=programme, by=request.actor, **form.cleaned_data)
        messages.success(request, _("Đã ghi thời hạn báo cáo; hạn của mọi việc được tính lại."))
    return redirect(f"/chuong-trinh/{pk}/ke-hoach/")


def plan_file(request: CivicRequest, pk: int, year: int, kind: str) -> HttpResponse:
    """The year plan as an official document; every line cites its provision."""
    programme = programmes.programme(pk, request.actor, Act.TAKE_PART)
    try:
        content, media_type = plan_document.rendered(programme, year=year, on=request.on, kind=kind)
    except PdfUnavailable as absent:
        raise Refused(str(absent)) from absent
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="ke-hoach-{year}.{kind}"'
    return response


def by_month(request: CivicRequest, pk: int, year: int, month: int) -> HttpResponse:
    """Everything due in a month, duty by duty; overdue first."""
    programme = programmes.programme(pk, request.actor, Act.SEE)
    rows = task_queries.due_in_month(programme, year=year, month=month, on=request.on)
    if kind := wanted(request):
        header = [_("Hạn"), _("Nhiệm vụ"), _("Căn cứ"), _("Kỳ"), _("Tổng"), _("Đã thực hiện"), _("Chưa báo cáo")]
        lines = (
            (r.due_on, r.duty.action, r.duty.provision.at, r.period.name, r.counts.total, r.counts.done, r.counts.open)
            for r in rows
        )
        return as_file(kind, f"thang-{year}-{month:02d}", header, lines)
    context = {
        "programme": programme,
        "rows": rows,
        "name": calendar.period_of("month", on=request.on.replace(year=year, month=month, day=1)).name,
        "trail": trail(programme, (_("Tháng %(month)s/%(year)s") % {"month": month, "year": year}, "")),
    }
    return render(request, "programmes/month.html", context)
