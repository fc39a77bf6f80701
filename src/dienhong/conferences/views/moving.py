"""Before a conference: one of the three bodies agrees, the head calls it off or moves it to another day."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dienhong.conferences import access, actions, queries
from dienhong.conferences.access import Act
from dienhong.conferences.models import Conference
from dienhong.conferences.views.work import acted, page_of, work_on
from dienhong.decisions.forms import CallOffForm, MoveForm
from dienhong.decisions.models import Meeting
from dienhong.foundations.clock import VIETNAM
from dienhong.foundations.requests import CivicRequest
from lawcore.conferences import village as law


@require_POST
def agree_itself(request: CivicRequest, pk: int) -> HttpResponse:
    """One of the three, from its own account."""
    found = queries.conference(pk, request.actor)
    side = request.POST.get("side", "")
    if side not in access.SPEAKS_FOR:
        raise access.nothing()
    actions.agree_itself(conference=found, side=side, by=request.actor, at=request.at)
    return redirect(page_of(found))


def call_off(request: CivicRequest, pk: int) -> HttpResponse:
    """No conference on that day; another day of the year is still owed."""
    found, context = work_on(request, pk, Act.PLAN, _("Báo không họp"))
    form = CallOffForm(request.POST or None)
    context["answers"] = [(_("Phải họp chậm nhất ngày nào?"), law.village_due(year=found.year))]

    def act() -> object:
        reason = form.cleaned_data["reason"]
        return actions.call_off(conference=found, reason=reason, by=request.actor, at=request.at)

    return acted(request, form, act, context)


def move(request: CivicRequest, pk: int) -> HttpResponse:
    """Another day: a new plan to agree with, a new invitation."""
    found, context = work_on(request, pk, Act.PLAN, _("Đổi ngày hội nghị"))
    meeting = found.meeting
    local = meeting.planned_at.astimezone(VIETNAM)
    first = {"hour": f"{local:%H:%M}", "place": meeting.place, "chair": meeting.chair, "contact": meeting.contact}
    if meeting.stage == Meeting.Stage.CALLED_OFF:
        first["reason"] = meeting.why_off
    form = MoveForm(request.POST or None, initial=first)
    form.fields["on"].help_text = _("Trong năm %(year)s; báo triệu tập từng hộ trước ít nhất 5 ngày.") % {
        "year": found.year
    }
    context["lead"] = _(
        "Kế hoạch mới gửi lại ba nơi để thống nhất; giấy mời, báo triệu tập làm lại. Báo cáo đã viết giữ nguyên."
    )
    context["answers"] = [(_("Phải họp chậm nhất ngày nào?"), law.village_due(year=found.year))]

    def act() -> Conference:
        given = form.cleaned_data
        return actions.move(
            conference=found,
            planned=form.planned(),
            reason=given["reason"],
            key=given["key"],
            by=request.actor,
            at=request.at,
        )

    return acted(request, form, act, context)
