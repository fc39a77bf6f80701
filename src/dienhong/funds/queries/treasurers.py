"""Who kept a fund before, who is proposed to keep it."""

from django.db.models import QuerySet

from dienhong.funds.models import Fund, TreasurerChange, TreasurerHandover


def treasurer_proposed(fund: Fund) -> TreasurerChange | None:
    """The newest proposal of a fund while the Front has not confirmed it. One query."""
    found = TreasurerChange.objects.filter(fund=fund).select_related("to", "handover").order_by("-pk").first()
    return None if found is None or getattr(found, "handover", None) is not None else found


def handovers(fund: Fund) -> QuerySet[TreasurerHandover]:
    """When the money went from one treasurer to the next, the newest first."""
    rows = TreasurerHandover.objects.filter(change__fund=fund).select_related("change__to", "before")
    return rows.order_by("-pk")
