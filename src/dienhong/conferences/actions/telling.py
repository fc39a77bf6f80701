"""Tell the three bodies that a plan waits for their word. No notice names anybody."""

from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.conferences.models import Conference
from dienhong.foundations.actors import Role
from dienhong.foundations.clock import legal_day
from dienhong.notifications import actions as notifications
from dienhong.notifications.models import Notice


def of_plan(conference: Conference) -> None:
    """Decree 59/2023 art. 10 cl. 4: to commune, Front and Inspection Board, of this plan and of each later one."""
    commune = conference.village.parent
    if commune is None:
        return
    day = legal_day(conference.meeting.planned_at)
    subject = _("%(village)s gửi kế hoạch hội nghị định kỳ ngày %(day)s, chờ thống nhất") % {
        "village": conference.village,
        "day": f"{day:%d/%m/%Y}",
    }
    notifications.notify(
        Notice(
            role=role,
            locality=commune,
            subject=subject[:200],
            link=reverse("conferences:conference", args=[conference.pk]),
            due_on=day,
            key=f"conference:{conference.pk}:plan:{conference.plan}:{role}",
        )
        for role in (Role.OFFICER, Role.FRONT, Role.INSPECTOR)
    )
