"""What the minutes say, gathered from what happened: when, who came, the reports, what was proposed and answered."""

from datetime import date
from typing import Any

from django.utils import translation

from dienhong.conferences.models import Conference, Part
from dienhong.conferences.queries.conferences import newest_reports, proposals
from dienhong.foundations.clock import VIETNAM
from dienhong.registry.heads import head_of
from lawcore.ballots.lifecycle import DECISION


def content_of(conference: Conference, *, present: int, agreed: int, on: date) -> dict[str, Any]:
    """Decree 59/2023 art. 11 cl. 2 in plain values: times as ISO text, counts as whole numbers. Vietnamese always."""
    with translation.override("vi"):
        return _content(conference, present, agreed, on)


def _content(conference: Conference, present: int, agreed: int, on: date) -> dict[str, Any]:
    meeting, reports = conference.meeting, newest_reports(conference)
    return {
        "village": str(conference.village),
        "commune": str(conference.village.parent or ""),
        "head": head_of(conference.village),
        "year": conference.year,
        "on": f"{on:%Y-%m-%d}",
        "began": _moment(meeting.opened_at),
        "ended": _moment(meeting.closed_at),
        "place": meeting.place,
        "chair": meeting.chair,
        "guests": conference.guests,
        "households": meeting.roll.households if meeting.roll else 0,
        "roll": meeting.roll.digest if meeting.roll else "",
        "present": present,
        "agreed": agreed,
        "reports": [
            {
                "part": part,
                "presenter": reports[part].presenter,
                "version": reports[part].version,
                "digest": reports[part].digest,
            }
            for part in Part.values
            if part in reports
        ],
        "decided": [
            {"title": each.matter.title, "stage": str(DECISION.states[each.matter.stage])}
            for each in meeting.items.select_related("matter").order_by("position")
        ],
        "proposals": [
            {
                "number": each.number,
                "words": each.words,
                "to": str(each.get_to_display()),
                "reply": f"{each.said[0].get_result_display()}: {each.said[0].words}" if each.said else "",  # type: ignore[attr-defined]
            }
            for each in proposals(conference)
        ],
    }


def _moment(at: Any) -> str:
    return at.astimezone(VIETNAM).isoformat(timespec="minutes") if at else ""
