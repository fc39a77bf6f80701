"""Community decisions: who proposes, in which form, how many must agree, since when it binds (LDC art. 15 to 24).

Words    matter, scope, form, roll, threshold, consent, team, recognition
Promise  the base is every household of the village, never those who came; counts are whole, shares are fractions
Rules    lawcore.ballots.thresholds, .forms, .meetings, .rounds, .initiatives, .documents, .effect, .periods
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from lawcore.answers import Answer
from lawcore.ballots import documents, effect, forms, initiatives, meetings, periods, publishing, rounds, thresholds
from lawcore.ballots.catalogues import CATALOGUES
from lawcore.ballots.effect import Ground, Remedy
from lawcore.ballots.initiatives import admissible_by_dates
from lawcore.ballots.lifecycle import LIFECYCLES
from lawcore.ballots.matters import Form, Matter, Scope, Who
from lawcore.ballots.meetings import Choice
from lawcore.ballots.thresholds import Count, adopted, adopted_by_villages, adopted_in_clusters, required
from lawcore.catalogues import Item

__all__ = [
    "CATALOGUES",
    "DEADLINES",
    "LATEST",
    "LIFECYCLES",
    "RULES",
    "Choice",
    "Count",
    "Form",
    "Ground",
    "Item",
    "Matter",
    "Remedy",
    "Scope",
    "Who",
    "admissible_by_dates",
    "adopted",
    "adopted_by_villages",
    "adopted_in_clusters",
    "required",
]

RULES: Final[Mapping[str, Callable[..., Answer[object]]]] = MappingProxyType(
    {
        "decision.required": thresholds.required,
        "decision.adopted": thresholds.adopted,
        "decision.still_needed": thresholds.still_needed,
        "decision.can_still_pass": thresholds.can_still_pass,
        "decision.form_allowed": forms.form_allowed,
        "decision.proposer": meetings.proposer,
        "decision.complete": documents.complete,
        "decision.signed": documents.signed,
        "decision.effective": effect.effective,
        "decision.recogniser": effect.recogniser,
        "decision.recognition_overdue": effect.recognition_overdue,
        "decision.remedy_allowed": effect.remedy_allowed,
        "decision.disclosed_as": publishing.disclosed_as,
        "initiative.admissible": initiatives.admissible,
        "initiative.consent_until": initiatives.consent_until,
        "meeting.convener": meetings.convener,
        "meeting.clusters_allowed": meetings.clusters_allowed,
        "meeting.documents_required": meetings.documents_required,
        "meeting.chosen": meetings.chosen,
        "meeting.votes_of_household": meetings.votes_of_household,
        "meeting.tellers_size": rounds.tellers_size,
        "meeting.count_witnessed": rounds.meeting_count_witnessed,
        "meeting.minutes_copies": rounds.minutes_copies,
        "ballot.team_size": rounds.ballot_team_size,
        "ballot.team_leader": rounds.ballot_team_leader,
        "ballot.papers_needed": rounds.papers_needed,
        "ballot.paper_complete": rounds.paper_complete,
        "ballot.count_witnessed": rounds.ballot_count_witnessed,
        "online.team_size": rounds.online_team_size,
        "online.team_leader": rounds.online_team_leader,
        "online.may_start": rounds.online_may_start,
        "online.adopted": rounds.online_adopted,
    }
)
DEADLINES: Final[Mapping[str, Callable[..., Answer[date]]]] = MappingProxyType(
    {
        "decision.to_commune": periods.to_commune,
        "decision.recognition": periods.recognition,
        "ballot.plan": periods.ballot_plan,
    }
)
LATEST: Final[Mapping[str, Callable[..., Answer[date]]]] = MappingProxyType(
    {
        "meeting.notice": periods.meeting_notice,
        "meeting.documents": periods.meeting_documents,
        "ballot.announcement": periods.ballot_announcement,
    }
)
