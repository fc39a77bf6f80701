"""Nouns: matter and step; meeting, item, cluster, presence, choice; sheet, outcome; record, page, confirmation;
ballot round, slip, passing, answer.
"""

from dienhong.decisions.models.challenges import Body, Challenge, Fault, Reply
from dienhong.decisions.models.contests import Contest, Finding
from dienhong.decisions.models.counts import Outcome, Sheet
from dienhong.decisions.models.erasure import NameErasure, NameErasureProposal
from dienhong.decisions.models.initiatives import Consent, Initiative
from dienhong.decisions.models.matters import CommuneMatter, Kinds, Matter, Origin, Paper, Step
from dienhong.decisions.models.meetings import Choice, Cluster, Division, Item, Meeting, Presence, Seat
from dienhong.decisions.models.online import HouseholdKey, OnlineRound, OnlineStep, Vote
from dienhong.decisions.models.phones import LateDecision, LateEvent, PhoneEvent
from dienhong.decisions.models.printings import Printing
from dienhong.decisions.models.records import Confirmation, Record, SignedPage
from dienhong.decisions.models.rounds import (
    BallotRound,
    BallotStep,
    CountPage,
    Mark,
    Passing,
    Slip,
    SlipAnswer,
    SlipSheet,
    Visit,
)
from dienhong.decisions.models.rounds import Seat as TeamSeat
from dienhong.decisions.models.sent import SentChallenge, Verification

__all__ = [
    "BallotRound",
    "BallotStep",
    "Body",
    "Challenge",
    "Choice",
    "Cluster",
    "CommuneMatter",
    "Confirmation",
    "Consent",
    "Contest",
    "CountPage",
    "Division",
    "Fault",
    "Finding",
    "HouseholdKey",
    "Initiative",
    "Item",
    "Kinds",
    "LateDecision",
    "LateEvent",
    "Mark",
    "Matter",
    "Meeting",
    "NameErasure",
    "NameErasureProposal",
    "OnlineRound",
    "OnlineStep",
    "Origin",
    "Outcome",
    "Paper",
    "Passing",
    "PhoneEvent",
    "Presence",
    "Printing",
    "Record",
    "Reply",
    "Seat",
    "SentChallenge",
    "Sheet",
    "SignedPage",
    "Slip",
    "SlipAnswer",
    "SlipSheet",
    "Step",
    "TeamSeat",
    "Verification",
    "Visit",
    "Vote",
]
