"""What this package shows on pages below: the conference on the village's public page, the way back from a meeting."""

from dienhong.conferences import access, queries
from dienhong.conferences.facts_told import lines_of
from dienhong.conferences.models import Conference, Part
from dienhong.conferences.traces import ANCHOR
from dienhong.decisions.models import Meeting
from dienhong.decisions.queries import public as decisions
from dienhong.foundations.beside import Panel
from dienhong.foundations.requests import CivicRequest
from dienhong.registry.models import Locality

TOLD = frozenset({Meeting.Stage.NOTIFIED, Meeting.Stage.OPEN, Meeting.Stage.CLOSED})


def of_village(_request: CivicRequest, village: Locality) -> Panel | None:
    """The newest conference that households were told of: who came, what was reported, what became of proposals.

    Figures only: the words of the reports and the minutes, which name people, stay in the village's file.
    """
    found = queries.of_village(decisions.all_of(village)).filter(meeting__stage__in=TOLD).first()
    if found is None:
        return None
    is_over = found.meeting.stage == Meeting.Stage.CLOSED
    minutes = found.minutes.order_by("-version").first() if is_over else None
    reports = queries.newest_reports(found) if minutes is not None else {}
    given = {
        "conference": found,
        "anchor": ANCHOR,
        "minutes": minutes,
        "reports": [
            (str(words), list(lines_of(part, reports[part].facts))) for part, words in Part.choices if part in reports
        ],
        "proposals": queries.proposals(found) if minutes is not None else [],
    }
    return Panel("conferences/_of_village.html", given)


def of_meeting(request: CivicRequest, meeting: Meeting) -> Panel | None:
    """From the meeting's page back to the conference."""
    if not meeting.is_yearly:
        return None
    found = Conference.objects.filter(meeting=meeting).select_related("village").first()
    if found is None or not access.may(request.actor, access.Act.SEE, found.village):
        return None
    return Panel("conferences/_of_meeting.html", {"conference": found})
