"""A meeting held on paper, typed back on one page."""

from datetime import datetime

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dienhong.decisions import actions
from dienhong.decisions.models import Item
from dienhong.decisions.typing_forms import TypedForm
from dienhong.decisions.views.acting import acted
from dienhong.decisions.views.meetings import page_of, work_on
from dienhong.foundations import clock
from dienhong.foundations.clock import VIETNAM
from dienhong.foundations.requests import CivicRequest
from dienhong.rolls.models import Entry


@never_cache
def whole(request: CivicRequest, pk: int) -> HttpResponse:
    """Who was there, who was chosen, both sheets of every item: typed in the order in which they are printed."""
    meeting, context = work_on(request, pk, _("Nhập cả cuộc họp từ giấy"))
    items = list(Item.objects.filter(meeting=meeting).select_related("matter").order_by("position"))
    names = dict(Entry.objects.filter(roll=meeting.roll_id).values_list("number", "name"))
    begins = meeting.opened_at or meeting.planned_at
    initial = {"began": f"{begins.astimezone(VIETNAM):%H:%M}"}
    form = TypedForm(request.POST or None, items=items, names=names, initial=initial)

    def act() -> object:
        day = clock.legal_day(begins)
        given = form.cleaned_data
        began, ended = (datetime.combine(day, given[name], tzinfo=VIETNAM) for name in ("began", "ended"))
        paper = form.on_paper(began=began, ended=ended)
        return actions.type_meeting(meeting=meeting, paper=paper, key=given["key"], by=request.actor, at=request.at)

    context["submit"] = _("Ghi cả cuộc họp")
    context["lead"] = _("Gõ đúng như trên giấy. Chỗ nào không khớp thì không ghi gì cả và trang nói chỗ cần xem lại.")
    return acted(request, form, act, to=page_of(meeting), context=context)
