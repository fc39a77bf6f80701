"""Reads: what waits for somebody; the frame of a round; rounds, their samples and what was found."""

from dienhong.spot_checks.queries.frame import Wanted, parted, units
from dienhong.spot_checks.queries.rounds import (
    Outcome,
    finding,
    found_of,
    is_open_to_all,
    last,
    outcome,
    places,
    round_closed,
    round_seen,
    rounds,
    sample_seen,
    samples,
    unit_of,
    waiting_to_draw,
)
from dienhong.spot_checks.queries.waiting import waiting_overdue, waiting_to_look

__all__ = [
    "Outcome",
    "Wanted",
    "finding",
    "found_of",
    "is_open_to_all",
    "last",
    "outcome",
    "parted",
    "places",
    "round_closed",
    "round_seen",
    "rounds",
    "sample_seen",
    "samples",
    "unit_of",
    "units",
    "waiting_overdue",
    "waiting_to_draw",
    "waiting_to_look",
]
