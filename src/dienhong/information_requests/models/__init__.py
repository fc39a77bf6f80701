"""A request, what came in for it, who asks; the steps it went; the commune's own service target."""

from dienhong.information_requests.models.erasure import Erasure, ErasureProposal
from dienhong.information_requests.models.requests import STAGES, Came, Channel, Request, Requester, Submission, Timing
from dienhong.information_requests.models.steps import EVENTS, Clearance, Screening, Step
from dienhong.information_requests.models.targets import ServiceTarget

__all__ = [
    "EVENTS",
    "STAGES",
    "Came",
    "Channel",
    "Clearance",
    "Erasure",
    "ErasureProposal",
    "Request",
    "Requester",
    "Screening",
    "ServiceTarget",
    "Step",
    "Submission",
    "Timing",
]
