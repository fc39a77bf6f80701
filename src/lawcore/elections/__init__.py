"""Village heads: the election calendar, who may stand, who wins, the term, and how a head leaves early.

Words    election day, election team, candidate, recognition, term, acting head, dismissal, petition
Promise  the base is every household of the village; days are counted back from the election day and never moved;
         what the texts leave to judgement is said, not computed
Rules    preparation, candidates, meeting, votes, office, dismissal
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from lawcore.answers import Answer
from lawcore.elections import candidates, dismissal, meeting, office, preparation, votes
from lawcore.elections.candidates import eligible
from lawcore.elections.catalogues import CATALOGUES
from lawcore.elections.dismissal import Decider, Ground
from lawcore.elections.lifecycle import DISMISSAL, ELECTION
from lawcore.elections.meeting import Chair, ElectionForm, Meeting
from lawcore.elections.preparation import Preparation, Step, steps
from lawcore.elections.votes import Next, Outcome, elected, outcome

RULES: Final[Mapping[str, Callable[..., Answer[object]]]] = MappingProxyType(
    {
        "election.steps": steps,
        "election.in_time": preparation.in_time,
        "election.candidate_list": candidates.candidate_list,
        "election.eligible": eligible,
        "election.team_lawful": meeting.team_lawful,
        "election.chair": meeting.chair,
        "election.chair_lawful": meeting.chair_lawful,
        "election.form_allowed": meeting.form_allowed,
        "election.enough_present": votes.enough_present,
        "election.elected": elected,
        "village_head.takes_office": office.takes_office,
        "village_head.term_ends": office.term_ends,
        "acting_head.ends": office.acting_head_ends,
        "dismissal.can_begin": dismissal.can_begin,
        "dismissal.petition": dismissal.petition,
        "dismissal.agreed": dismissal.agreed,
        "dismissal.decided_by": dismissal.decided_by,
    }
)
DEADLINES: Final[Mapping[str, Callable[..., Answer[object]]]] = MappingProxyType(
    {
        "election.recognition": office.recognition,
        "dismissal.recognition": dismissal.recognition,
        "dismissal.new_election": dismissal.new_election,
    }
)
LATEST: Final[Mapping[str, Callable[..., Answer[object]]]] = MappingProxyType(
    {
        "election.decision": preparation.decision,
        "election.candidates": preparation.candidates,
        "election.team": preparation.team,
        "election.notice": preparation.notice,
        "election.meeting_notice": preparation.meeting_notice,
        "dismissal.meeting_notice": dismissal.meeting_notice,
    }
)
MINIMUM: Final[Mapping[str, Callable[..., Answer[object]]]] = MappingProxyType(
    {"election.day": preparation.earliest_day}
)
LIFECYCLES: Final = (ELECTION, DISMISSAL)

__all__ = [
    "CATALOGUES",
    "DEADLINES",
    "LATEST",
    "LIFECYCLES",
    "MINIMUM",
    "RULES",
    "Chair",
    "Decider",
    "ElectionForm",
    "Ground",
    "Meeting",
    "Next",
    "Outcome",
    "Preparation",
    "Step",
    "elected",
    "eligible",
    "outcome",
    "steps",
]
