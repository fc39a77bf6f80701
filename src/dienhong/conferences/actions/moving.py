"""A conference that does not take place as planned: called off, or moved to another day of the year."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.conferences.access import Act
from dienhong.conferences.actions import telling
from dienhong.conferences.actions.signing import locked, sign
from dienhong.conferences.models import Conference
from dienhong.decisions import actions as decisions
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused


@transaction.atomic
def call_off(*, conference: Conference, reason: str, by: Actor, at: datetime) -> Conference:
    """The meeting does not take place; the year still owes a conference (LDC art. 33 cl. 1). Again: nothing more."""
    conference = locked(conference, by, Act.PLAN)
    conference.meeting = decisions.call_off(meeting=conference.meeting, reason=reason, by=by, at=at, is_yearly=True)
    key = f"conference:{conference.pk}:off:{conference.plan}"
    sign("conference.cancelled", conference, by, {"plan": conference.plan}, key=key)
    return conference


@transaction.atomic
def move(
    *, conference: Conference, planned: decisions.Planned, reason: str, key: str, by: Actor, at: datetime
) -> Conference:
    """Decree 59/2023 art. 10 cl. 2, 4, art. 11 cl. 1: another day is another plan, agreed with and told of anew.

    Within its year: each year has its own (LDC art. 33 cl. 1). One that was called off is moved too, with the reason
    it has. Reports written for it stay.
    """
    conference = locked(conference, by, Act.PLAN)
    sent = f"conference:{key}"[:80]
    if conference.meeting.key == sent:
        return conference
    day = clock.legal_day(planned.planned_at)
    if day.year != conference.year:
        raise Refused(_("Hội nghị định kỳ của năm %(year)s phải họp trong năm đó.") % {"year": conference.year})
    conference.meeting = decisions.move_meeting(
        meeting=conference.meeting, planned=planned, reason=reason, key=sent, by=by, at=at, is_yearly=True
    )
    conference.plan += 1
    conference.save(update_fields=["meeting", "plan"])
    data = {"plan": conference.plan, "meeting": conference.meeting_id}
    sign("conference.changed", conference, by, data, conference, on=day, key=f"conference:{key}:moved")
    telling.of_plan(conference)
    return conference
