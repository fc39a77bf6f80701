"""Việc của tôi hôm nay."""

from datetime import date

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from dienhong.foundations.downloads import as_file, wanted
from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.waiting import waiting_for
from dienhong.programmes.kinds import label_of
from dienhong.programmes.queries import programmes, tasks
from dienhong.programmes.queries.tasks import DueTask
from dienhong.resolutions import queries as resolutions


def my_day(request: CivicRequest) -> HttpResponse:
    """What stands on the actor's desk: overdue, due soon, returned, to check, notices."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    day = tasks.day_of(request.actor, on=request.on)
    if kind := wanted(request):
        owed = (*day.overdue, *day.soon, *day.later)
        header = [_("Đơn vị"), _("Việc"), _("Căn cứ"), _("Kỳ"), _("Hạn"), _("Còn lại (ngày)")]
        return as_file(kind, "viec-cua-toi", header, (_line(due) for due in owed))
    review = [(record, label_of(record.kind)) for record in day.review]
    context = {
        "day": day,
        "review": review,
        "texts": resolutions.to_review(request.actor),
        "waiting": waiting_for(request.actor, on=request.on),
        "openable": programmes.openable(request.actor, reviewed=True),
    }
    return render(request, "programmes/my_day.html", context)


def _line(due: DueTask) -> tuple[str, str, str, str, date, int]:
    return (due.task.organization.name, due.task.duty.action, due.citation, due.period.name, due.due_on, due.days)
