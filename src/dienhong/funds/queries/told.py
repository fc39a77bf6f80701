"""What reports tell of villages' money: sums by day, so that the periods of a year add up to the year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet, Sum

from dienhong.funds.models import Fund, Receipt
from dienhong.funds.queries.sums import STANDS
from dienhong.registry.models import Locality


@dataclass(frozen=True, slots=True)
class Received:
    """What came into a fund on some days: đồng from households, whole days of labour, đồng of everything else."""

    people: int = 0
    days: int = 0
    other: int = 0


def received_for(funds: Iterable[int], *, first: date, last: date) -> dict[int, Received]:
    """What each fund received from `first` to `last`, both counted, by the fund's id. One query.

    A receipt that was struck through counts on no day.
    """
    rows = (
        Receipt.objects.filter(STANDS, fund__in=list(funds), received_on__range=(first, last))
        .order_by()
        .values("fund")
        .annotate(
            people=Sum("amount", filter=Q(kind="money", household__isnull=False)),
            labour=Sum("days"),
            other=Sum("amount", filter=~Q(kind="money", household__isnull=False)),
        )
    )
    return {
        row["fund"]: Received(int(row["people"] or 0), int(row["labour"] or 0), int(row["other"] or 0)) for row in rows
    }


def mobilised(place: Locality, *, first: date, last: date) -> QuerySet[Fund]:
    """The funds below a place that received something from `first` to `last`, in the order of their villages."""
    received = Receipt.objects.filter(STANDS, received_on__range=(first, last)).values("fund")
    rows = Fund.objects.filter(pk__in=received, village__path__startswith=place.path)
    return rows.select_related("village__parent", "matter").order_by("village__path", "pk")
