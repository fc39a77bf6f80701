"""What every act does: lock the fund, see that it is open, sign in the ledger."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.funds import access
from dienhong.funds.access import Act
from dienhong.funds.models import Fund
from dienhong.ledger import actions as ledger
from dienhong.ledger.actions import bind
from dienhong.ledger.published import Fact
from dienhong.ledger.rows import sealed


def locked(fund: Fund, by: Actor, act: Act) -> Fund:
    """The row, locked, once access is checked. Raises NotFound, NotAllowed."""
    rows = Fund.objects.select_for_update(of=("self",)).select_related("village", "matter", "roll")
    row = rows.get(pk=fund.pk)
    access.check(by, act, row.village, fund=row)
    return row


def check_open(fund: Fund) -> None:
    """Raises Refused for a fund that was closed."""
    if fund.closed_on is not None:
        raise Refused(_("Quỹ này đã quyết toán và đóng. Không ghi thêm được nữa."))


def publish(fund: Fund, by: Actor, *facts: Fact) -> None:
    """What everybody may read of a fund from now on, bound to the ledger's public export."""
    bind(*facts, by=by.key, locality=fund.village.code)


def sign(
    kind: str,
    fund: Fund,
    by: Actor,
    data: Mapping[str, Any],
    *written: Model,
    on: date | None,
    key: str | None = None,
) -> None:
    """The ledger's entry: numbers and sums, the rows that were `written`, never a name."""
    ledger.append(
        kind=kind,
        subject=f"funds.fund:{fund.pk}",
        by=by.key,
        locality=fund.village.code,
        data={**data, **sealed(*written)},
        claimed_on=on,
        key=key,
    )
