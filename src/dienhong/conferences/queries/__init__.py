"""Reads: a conference and what belongs to it, what the year's records say, what everybody may know, what waits."""

from dienhong.conferences.queries.conferences import (
    ANSWERED,
    answered,
    conference,
    conferences,
    last_before,
    newest_reports,
    of_village,
    proposal,
    proposals,
    rows,
)
from dienhong.conferences.queries.told import facts_of
from dienhong.conferences.queries.waiting import SEASON, waiting_conferences

__all__ = [
    "ANSWERED",
    "SEASON",
    "answered",
    "conference",
    "conferences",
    "facts_of",
    "last_before",
    "newest_reports",
    "of_village",
    "proposal",
    "proposals",
    "rows",
    "waiting_conferences",
]
