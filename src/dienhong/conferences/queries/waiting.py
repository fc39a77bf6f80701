"""What waits for a village head, its Front and the Inspection Board at the end of the year."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.conferences import access
from dienhong.conferences.access import Act
from dienhong.conferences.models import Conference
from dienhong.conferences.queries.conferences import conferences, rows
from dienhong.decisions.models import Meeting
from dienhong.foundations.actors import Actor
from dienhong.foundations.waiting import Waiting
from lawcore.conferences import village as law

SEASON = 10
"""The month from which a village head is reminded: ours, the law says the end of the year."""


def waiting_conferences(actor: Actor, on: date) -> Iterator[Waiting]:
    """For a village head the conference that is not planned, not told of, not sent. At most three queries."""
    if not access.heads(actor):
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


def _of(found: Conference) -> Iterator[Waiting]:
    stage, page = found.meeting.stage, reverse("conferences:conference", args=[found.pk])
    note = str(found.village)
    if stage == Meeting.Stage.PLANNED:
        yield Waiting(_("Hội nghị định kỳ: chưa báo triệu tập các hộ"), page, note)
    elif stage == Meeting.Stage.CLOSED and getattr(found, "sending", None) is None:
        yield Waiting(_("Hội nghị định kỳ: chưa gửi báo cáo kết quả"), page, note)
