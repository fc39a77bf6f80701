"""A meeting that does not take place as it was told of: called off, or moved to another day."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from dienhong.decisions import actions
from dienhong.decisions.access import Act
from dienhong.decisions.forms import CallOffForm, MoveForm
from dienhong.decisions.models import Meeting
from dienhong.decisions.views.acting import acted
from dienhong.decisions.views.meetings import page_of, work_on
from dienhong.foundations.clock import VIETNAM
from dienhong.foundations.requests import CivicRequest


def call_off(request: CivicRequest, pk: int) -> HttpResponse:
    """No meeting on that day; the matters wait for another one."""
    meeting, context = work_on(request, pk, _("Báo không họp"), Act.PROPOSE)
    form = CallOffForm(request.POST or None)

    def act() -> object:
        reason = form.cleaned_data["reason"]
        return actions.call_off(meeting=meeting, reason=reason, by=request.actor, at=request.at)

    context["lead"] = _(
        "Các việc đưa ra cuộc họp này chờ một cuộc họp khác. Trang của thôn và lịch điện thoại báo ngay."
    )
    return acted(request, form, act, to=page_of(meeting), context=context)


def move(request: CivicRequest, pk: int) -> HttpResponse:
    """The same matters on another day: a new invitation, a new time to be told."""
    meeting, context = work_on(request, pk, _("Đổi ngày họp"), Act.PROPOSE)
    local = meeting.planned_at.astimezone(VIETNAM)
    form = MoveForm(
        request.POST or None,
        initial={
            "hour": f"{local:%H:%M}",
            "place": meeting.place,
            "chair": meeting.chair,
            "contact": meeting.contact,
        },
    )

    def act() -> Meeting:
        return actions.move_meeting(
            meeting=meeting,
            planned=form.planned(),
            reason=form.cleaned_data["reason"],
            key=form.cleaned_data["key"],
            by=request.actor,
            at=request.at,
        )

    context["lead"] = _(
        "Cuộc họp cũ được ghi là không họp. Cuộc họp mới có giấy mời mới, báo và niêm yết lại trước ít nhất 2 ngày; "
        "danh sách hộ chốt lại khi báo họp."
    )
    return acted(request, form, act, to=page_of, context=context)
