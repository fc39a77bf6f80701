"""The code that leads from a paper of a conference to the village's public page; the first look makes it."""

from dienhong.conferences.models import Conference
from dienhong.documents import actions as documents
from dienhong.documents.official import Trace
from dienhong.documents.queries import address_of
from dienhong.foundations.actors import Actor

ANCHOR = "hoi-nghi"


def page_of(code: str) -> str:
    """The section of the village's page where everybody reads of its conference."""
    return f"/ban-quyet-dinh/thon/{code}/#{ANCHOR}"


def trace_of(conference: Conference, by: Actor) -> Trace:
    """Without the ledger's words, which change from day to day: the paper prints the same again."""
    form = documents.issue_code(
        kind="conference",
        subject=f"conferences.conference:{conference.pk}",
        path=page_of(conference.village.code),
        locality=conference.village.code,
        by=by.key,
    )
    return Trace(form.code, address_of(form.code))
