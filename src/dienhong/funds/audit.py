"""Village funds against the ledger: levels, receipts, spending with its photos, statements, as they were sealed."""

from collections.abc import Iterator, Mapping

from django.db.models import Model
from django.utils.translation import gettext as _

from dienhong.documents import evidence
from dienhong.funds.models import (
    Approval,
    Book,
    Cancellation,
    Fund,
    Receipt,
    Relief,
    Spending,
    Statement,
    TreasurerChange,
    TreasurerHandover,
)
from dienhong.funds.queries import digest_of
from dienhong.ledger import audit, rows
from dienhong.ledger.rows import Audited, label

AUDITED: tuple[Audited, ...] = (
    Audited(Fund),
    Audited(TreasurerChange),
    Audited(TreasurerHandover),
    Audited(Relief),
    Audited(Book),
    Audited(Receipt),
    Audited(Spending),
    Audited(Approval),
    Audited(Cancellation),
    Audited(Statement),
)
OTHERWISE: Mapping[type[Model], str] = {}
"""What is not compared row by row, with the reason. Every model of this package stands here or above."""


def findings() -> Iterator[audit.Finding]:
    """Everything of a fund that is not as it was sealed. Reads all rows and all photos."""
    yield from rows.findings(AUDITED)
    yield from evidence.findings(each.model for each in AUDITED)
    for each in Statement.objects.order_by("pk").iterator(chunk_size=500):
        if digest_of(each.fund_id, each.since, each.until, each.figures) != each.digest:
            yield audit.Finding("row-changed", label(each), _("số liệu công khai quỹ không khớp mã băm"))
