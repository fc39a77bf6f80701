"""Plan a meeting, tell of it, divide it, begin it, end it, read its results aloud."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from dienhong.decisions import access, actions, queries
from dienhong.decisions.access import Act
from dienhong.decisions.forms import ClustersForm, DecideForm, NothingForm, NotifyForm, PlanForm
from dienhong.decisions.models import Meeting
from dienhong.decisions.papers.calling_off import moved_to
from dienhong.decisions.queries.contents import content_of
from dienhong.decisions.queries.running import running
from dienhong.decisions.views.acting import acted, trail
from dienhong.foundations import beside, clock
from dienhong.foundations.refusals import NotAllowed
from dienhong.foundations.requests import CivicRequest
from dienhong.registry.heads import head_of
from lawcore.ballots.meetings import clusters_allowed
from lawcore.ballots.periods import meeting_documents


def plan(request: CivicRequest, village: int) -> HttpResponse:
    """Which matters, when, where."""
    place = queries.village_of(village, request.actor)
    access.check(request.actor, Act.PROPOSE, place)
    waiting = queries.to_be_met(request.actor, place, key=request.POST.get("key", ""))
    chosen = [each.pk for each in waiting]
    form = PlanForm(
        request.POST or None,
        ids=chosen,
        initial={"matters": chosen, "hour": "19:30", "chair": request.actor.name, "place": _("Nhà văn hóa")},
    )

    def act() -> Meeting:
        return actions.plan_meeting(
            village=place,
            matters=list(form.cleaned_data["matters"]),
            planned=form.planned(),
            key=form.cleaned_data["key"],
            by=request.actor,
            at=request.at,
        )

    context = {
        "title": _("Lên lịch họp"),
        "caption": place,
        "submit": _("Lên lịch"),
        "lead": "" if waiting else _("Chưa có việc nào chọn hình thức họp."),
        "trail": trail((_("Lên lịch họp"), "")),
    }
    return acted(request, form, act, to=page_of, context=context)


@never_cache
def detail(request: CivicRequest, pk: int) -> HttpResponse:
    """Who is there, for what that suffices, each item's way, sheets and result, what to press next."""
    meeting = queries.meeting(pk, request.actor)
    may_hold = access.may(request.actor, Act.HOLD, meeting.village)
    may_plan = access.may(request.actor, Act.PROPOSE, meeting.village)
    now = running(meeting)
    day = clock.legal_day(meeting.planned_at)
    divisions = list(meeting.divisions.order_by("-pk"))
    households = meeting.roll.households if meeting.roll else 0
    stage = meeting.stage
    context = {
        "meeting": meeting,
        "head": head_of(meeting.village),
        "now": now,
        "can": {
            "notify": may_plan and stage == Meeting.Stage.PLANNED,
            "call_off": may_plan and not meeting.is_yearly and stage in {Meeting.Stage.PLANNED, Meeting.Stage.NOTIFIED},
            "divide": may_plan and stage == Meeting.Stage.NOTIFIED and not meeting.in_clusters
            and not any(each.is_approved is None for each in divisions),
            "decide": stage == Meeting.Stage.NOTIFIED
            and access.may_recognise(request.actor, meeting.village, front=False),
            "open": may_hold and stage == Meeting.Stage.NOTIFIED and request.on >= day,
            "tick": may_hold and stage in {Meeting.Stage.NOTIFIED, Meeting.Stage.OPEN},
            "hold": may_hold and stage == Meeting.Stage.OPEN,
            "close": may_hold and stage == Meeting.Stage.OPEN and not any(each.is_voting for each in now.standings),
            "type": may_hold and stage in {Meeting.Stage.NOTIFIED, Meeting.Stage.OPEN} and request.on >= day,
            "read": stage in {Meeting.Stage.OPEN, Meeting.Stage.CLOSED},
        },
        "divisions": divisions,
        "from_phones": meeting.phone_events.exists(),
        "late": queries.undecided(meeting),
        "clusters_allowed": clusters_allowed(households=households, on=day) if households else None,
        "notice": queries.notice_of(meeting) if stage == Meeting.Stage.PLANNED else None,
        "moved_to": moved_to(meeting) if stage == Meeting.Stage.CALLED_OFF else None,
        "form": NothingForm(),
        "panels": beside.panels("decisions.meeting", request, meeting),
        "trail": trail((_("Cuộc họp"), "")),
    }  # fmt: skip
    return render(request, "decisions/meeting.html", context)


def notify(request: CivicRequest, pk: int) -> HttpResponse:
    """Households were told and the notice hangs: the roll is frozen."""
    meeting, context = work_on(request, pk, _("Đã báo họp"), Act.PROPOSE)
    form = NotifyForm(request.POST or None, initial={"notified_on": request.on})

    def act() -> Meeting:
        given = form.cleaned_data
        return actions.notify(
            meeting=meeting,
            notified_on=given["notified_on"],
            documents_on=given["documents_on"],
            by=request.actor,
            at=request.at,
        )

    day = clock.legal_day(meeting.planned_at)
    context["lead"] = _("Danh sách hộ được chốt ngay khi ghi; tỷ lệ tán thành tính trên danh sách đó.")
    context["answers"] = [
        (_("Báo trước chậm nhất ngày nào?"), queries.notice_of(meeting)),
        (_("Tài liệu đến các hộ chậm nhất ngày nào?"), meeting_documents(before=day)),
    ]
    return acted(request, form, act, to=page_of, context=context)


def report_clusters(request: CivicRequest, pk: int) -> HttpResponse:
    """The village says how it would meet in parts."""
    meeting, context = work_on(request, pk, _("Báo xã phương án họp theo cụm"), Act.PROPOSE)
    form = ClustersForm(request.POST or None)
    households = meeting.roll.households if meeting.roll else 0

    def act() -> object:
        return actions.report_clusters(
            meeting=meeting,
            parts=form.parts(households),
            scattered=form.cleaned_data["scattered"],
            key=form.cleaned_data["key"],
            by=request.actor,
            at=request.at,
        )

    if households:
        day = clock.legal_day(meeting.planned_at)
        context["answers"] = [(_("Khi nào được họp theo cụm?"), clusters_allowed(households=households, on=day))]
    context["lead"] = _("Ủy ban nhân dân xã quyết định; kết quả các cụm được cộng lại cho cả thôn.")
    return acted(request, form, act, to=page_of(meeting), context=context)


def decide_clusters(request: CivicRequest, pk: int, division: int) -> HttpResponse:
    """The commune decides."""
    meeting = queries.meeting(pk, request.actor)
    found = meeting.divisions.filter(pk=division).first()
    if found is None:
        raise access.nothing()
    if not access.may_recognise(request.actor, meeting.village, front=False):
        raise NotAllowed(_("Phương án họp theo cụm do Ủy ban nhân dân cấp xã quyết định."))
    form = DecideForm(request.POST or None)

    def act() -> object:
        given = form.cleaned_data
        return actions.divide(
            division=found, agrees=given["agrees"], words=given["words"], by=request.actor, at=request.at
        )

    title = _("Quyết định họp theo cụm")
    context = {
        **_context(meeting, title),
        "answers": [(_("Khi nào được họp theo cụm?"), found.why)],
        "parts": found.parts,
    }
    return acted(request, form, act, to=page_of(meeting), context=context)


@require_POST
def start(request: CivicRequest, pk: int) -> HttpResponse:
    """The meeting begins now."""
    meeting = queries.meeting(pk, request.actor)
    actions.open_meeting(meeting=meeting, happened_at=request.at, by=request.actor, at=request.at)
    return redirect(page_of(meeting))


@require_POST
def end(request: CivicRequest, pk: int) -> HttpResponse:
    """The meeting ends now."""
    meeting = queries.meeting(pk, request.actor)
    actions.close_meeting(meeting=meeting, happened_at=request.at, by=request.actor, at=request.at)
    return redirect(page_of(meeting))


@never_cache
def read_back(request: CivicRequest, pk: int) -> HttpResponse:
    """Every result in large type, to be read aloud before anybody signs."""
    meeting = queries.meeting(pk, request.actor)
    now = running(meeting)
    contents = [
        (each, content_of(each.item.matter, each.outcome) if each.outcome is not None else None)
        for each in now.standings
    ]
    context = {**_context(meeting, _("Đọc lại cho các hộ nghe")), "meeting": meeting, "now": now, "contents": contents}
    return render(request, "decisions/read_back.html", context)


def page_of(meeting: Meeting) -> str:
    """The address of a meeting's page."""
    return reverse("decisions:meeting", args=[meeting.pk])


def work_on(request: CivicRequest, pk: int, title: str, act: Act = Act.HOLD) -> tuple[Meeting, dict[str, Any]]:
    """The meeting, for who may do this, and the frame of a form about it. Raises NotFound, NotAllowed."""
    meeting = queries.meeting(pk, request.actor)
    access.check(request.actor, act, meeting.village)
    return meeting, _context(meeting, title)


def _context(meeting: Meeting, title: str) -> dict[str, Any]:
    day = clock.legal_day(meeting.planned_at)
    steps = trail((_("Cuộc họp"), page_of(meeting)), (title, ""))
    return {
        "title": title,
        "caption": _("%(village)s, họp ngày %(day)s") % {"village": meeting.village, "day": f"{day:%d/%m/%Y}"},
        "submit": title,
        "trail": steps,
    }
