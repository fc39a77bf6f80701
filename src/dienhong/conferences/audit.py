"""The tables of conferences against the ledger: every row that was sealed is there, as it was, and no other."""

from collections.abc import Iterator, Mapping

from django.db.models import Model
from django.utils.translation import gettext as _

from dienhong.conferences.actions.preparing import digest_of
from dienhong.conferences.models import (
    Agreement,
    Conference,
    Minutes,
    Proposal,
    Reply,
    Report,
    Sending,
    SignedMinutes,
)
from dienhong.documents import evidence
from dienhong.ledger import audit, rows
from dienhong.ledger.rows import Audited, label

AUDITED: tuple[Audited, ...] = (
    Audited(Conference),
    Audited(Agreement),
    Audited(Report),
    Audited(Proposal),
    Audited(Reply),
    Audited(Minutes),
    Audited(SignedMinutes),
    Audited(Sending),
)
OTHERWISE: Mapping[type[Model], str] = {}
"""What is not compared row by row, with the reason. Every model of this package stands here or above."""


def findings() -> Iterator[audit.Finding]:
    """What is not as it was when it was sealed. Reads every row of these tables."""
    yield from rows.findings(AUDITED)
    yield from evidence.findings(each.model for each in AUDITED)
    for minutes in Minutes.objects.order_by("pk").iterator(chunk_size=200):
        if digest_of(minutes.content) != minutes.digest:
            yield audit.Finding("content-changed", label(minutes), _("nội dung biên bản không khớp mã băm"))
