"""The nightly run over every open clock: days pass, and what hung long enough is done; last days are asked again."""

import logging
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256
from itertools import groupby

from django.db import transaction

from dienhong.disclosures import asking
from dienhong.disclosures.models import Disclosure
from dienhong.disclosures.queries import nightly
from dienhong.foundations import clock
from dienhong.ledger import actions as ledger
from dienhong.ledger.canonical import JSON

log = logging.getLogger(__name__)
SYSTEM = "system"


def settle_all(*, at: datetime) -> int:
    """Every disclosure that is out and not yet done; how many moved. Last days are compared with the law.

    Run by the worker. Some thousands at a time, each time in a transaction of its own: killed anywhere, what is moved
    is moved, and the next run goes on. What is found done is locked and judged again before it moves.
    """
    on = clock.legal_day(at)
    villages = nightly.villages_by_place(on=on)
    moved = differing = 0
    for batch in nightly.open_clocks():
        if done := nightly.complete(batch, villages, on=on):
            moved += _move(list(done), villages, on=on)
        differing += _report(nightly.differing(batch))
    if differing:
        log.warning("Hạn công khai đang giữ khác với hạn tính lại theo luật: %s nội dung", differing)
    return moved


@transaction.atomic
def _move(pks: Sequence[int], villages: Mapping[str, Sequence[int]], *, on: date) -> int:
    """Those of these that are still done when nobody can change them any more."""
    locked = Disclosure.objects.select_for_update().filter(pk__in=pks, stage="up", is_closed=False).order_by("pk")
    done = nightly.complete(nightly.clocks([each.pk for each in locked]), villages, on=on)
    for event in ("complete", "keep"):
        chosen = [pk for pk, happened in done.items() if happened == event]
        Disclosure.objects.filter(pk__in=chosen).update(stage=asking.after("up", event))
    return len(done)


@transaction.atomic
def _report(differences: Sequence[nightly.Difference]) -> int:
    """Written down once, commune by commune, and nothing changed: a last day is moved by nobody in silence."""
    for place, found in groupby(sorted(differences, key=_where), key=_where):
        days = [_days(each) for each in found]
        ledger.append(
            kind="deadline.differed",
            subject=f"registry.locality:{place}",
            by=SYSTEM,
            locality=place,
            data={"disclosures": days},
            key=f"deadline:{sha256(repr(days).encode()).hexdigest()}",
        )
    return len(differences)


def _where(difference: nightly.Difference) -> str:
    return difference.clock.place


def _days(difference: nightly.Difference) -> dict[str, JSON]:
    one = difference.clock
    return {
        "disclosure": one.pk,
        "version": one.ordinal,
        "kept": one.due_on.isoformat(),
        "kept_with_version": one.version_due_on.isoformat(),
        "law": difference.law.isoformat() if difference.law else "",
    }
