"""What every act does: lock the conference, once access is checked; sign in the ledger."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Model

from dienhong.conferences import access
from dienhong.conferences.access import Act
from dienhong.conferences.models import Conference
from dienhong.foundations.actors import Actor
from dienhong.ledger import actions as ledger
from dienhong.ledger.rows import told_with


def locked(conference: Conference, by: Actor, act: Act) -> Conference:
    """The row, locked, with its meeting. Raises NotFound, NotAllowed."""
    rows = Conference.objects.select_for_update(of=("self",)).select_related("village__parent", "meeting__roll")
    row = rows.get(pk=conference.pk)
    access.check(by, act, row.village)
    return row


def sign(
    kind: str,
    conference: Conference,
    by: Actor,
    data: Mapping[str, Any],
    *written: Model,
    on: date | None = None,
    key: str,
) -> None:
    """The ledger's entry: numbers, days, digests and the rows that were written; never words and nobody's name."""
    ledger.append(
        kind=kind,
        subject=f"conferences.conference:{conference.pk}",
        by=by.key,
        locality=conference.village.code,
        data=told_with(data, *written),
        claimed_on=on,
        key=key,
    )
