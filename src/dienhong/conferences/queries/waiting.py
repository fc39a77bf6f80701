"""What waits for a village head, its Front and the Inspection Board at the end of the year."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.conferences import access
from dienhong.conferences.access import Act
from dienhong.conferences.models import Agreement, Conference
from dienhong.conferences.queries.conferences import conferences, rows
from dienhong.decisions.actions.calling_off import BEFORE_IT_BEGINS
from dienhong.decisions.models import Meeting
from dienhong.foundations.actors import Actor
from dienhong.foundations.waiting import Waiting
from lawcore.conferences import village as law

SEASON = 10
"""The month from which a village head is reminded: ours, the law says the end of the year."""


def waiting_conferences(actor: Actor, on: date) -> Iterator[Waiting]:
    """For a village head the conference that is not planned, not told of, not sent; for the three bodies the plan.

    At most three queries.
    """
    if not access.heads(actor):
        yield from _to_agree(actor, on)
        return
    for found in conferences(actor).filter(year__in=(on.year - 1, on.year)):
        if access.may(actor, Act.PLAN, found.village):
            yield from _of(found)
    if on.month < SEASON:
        return
    due = law.village_due(year=on.year).result
    for row in rows(actor, year=on.year, on=on):
        if row.conference is None and access.may(actor, Act.PLAN, row.village):
            yield Waiting(
                _("Hội nghị định kỳ năm %(year)s: chưa lên kế hoạch, hạn %(due)s")
                % {"year": on.year, "due": f"{due:%d/%m/%Y}"},
                reverse("conferences:plan", args=[row.village.pk]),
                str(row.village),
            )


def _to_agree(actor: Actor, on: date) -> Iterator[Waiting]:
    """Decree 59/2023 art. 10 cl. 4: a plan with which the actor's body has not agreed."""
    if not access.may_agree(actor):
        return
    ahead = conferences(actor).filter(meeting__stage__in=BEFORE_IT_BEGINS, year__gte=on.year)
    for found in ahead.prefetch_related("agreements"):
        said = {each.side for each in found.agreements.all() if each.plan == found.plan}
        if any(side not in said and access.agrees(actor, side, found.village) for side in Agreement.Side.values):
            page = reverse("conferences:conference", args=[found.pk])
            yield Waiting(_("Kế hoạch hội nghị định kỳ chờ thống nhất"), page, str(found.village))


def _of(found: Conference) -> Iterator[Waiting]:
    stage, page = found.meeting.stage, reverse("conferences:conference", args=[found.pk])
    note = str(found.village)
    if stage == Meeting.Stage.PLANNED:
        yield Waiting(_("Hội nghị định kỳ: chưa báo triệu tập các hộ"), page, note)
    elif stage == Meeting.Stage.CALLED_OFF:
        yield Waiting(_("Hội nghị định kỳ: đã báo không họp, chưa chọn ngày khác"), page, note)
    elif stage == Meeting.Stage.CLOSED and getattr(found, "sending", None) is None:
        yield Waiting(_("Hội nghị định kỳ: chưa gửi báo cáo kết quả"), page, note)
