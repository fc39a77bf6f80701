"""Questions: which matters, who is present, what was counted, where a matter stands, what waits, what the law asks."""

from dienhong.decisions.queries.counts import Live, agreed_figures, live, pairs, present_numbers
from dienhong.decisions.queries.initiatives import consents, initiative, initiatives, support
from dienhong.decisions.queries.late import late_event, late_events, named_in, offsets, undecided
from dienhong.decisions.queries.matters import (
    commune_of,
    matter,
    matters,
    meeting,
    meetings,
    notice_before,
    notice_of,
    to_be_met,
    village_of,
)
from dienhong.decisions.queries.phones import phone_state
from dienhong.decisions.queries.round_phones import round_state
from dienhong.decisions.queries.waiting import waiting_decisions

__all__ = [
    "Live",
    "agreed_figures",
    "commune_of",
    "consents",
    "initiative",
    "initiatives",
    "late_event",
    "late_events",
    "live",
    "matter",
    "matters",
    "meeting",
    "meetings",
    "named_in",
    "notice_before",
    "notice_of",
    "offsets",
    "pairs",
    "phone_state",
    "present_numbers",
    "round_state",
    "support",
    "to_be_met",
    "undecided",
    "village_of",
    "waiting_decisions",
]
