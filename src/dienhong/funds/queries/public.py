"""What everybody may know of a village's money: sums, what it went for, never who gave."""

from django.db.models import QuerySet

from dienhong.funds import access
from dienhong.funds.models import Fund, Spending
from dienhong.funds.queries.sums import STANDS
from dienhong.registry.models import Locality


def village_by_code(code: str) -> Locality:
    """The village with this code. Raises NotFound."""
    found = Locality.objects.select_related("parent").filter(code=code, kind=Locality.Kind.VILLAGE).first()
    if found is None:
        raise access.nothing()
    return found


def public_fund(village: Locality, pk: int) -> Fund:
    """A fund of this village. Raises NotFound alike for what is not there and what is another's."""
    found = Fund.objects.select_related("village__parent", "matter", "roll").filter(pk=pk, village=village).first()
    if found is None:
        raise access.nothing()
    return found


def approved_spendings(fund: Fund) -> QuerySet[Spending]:
    """What two people answer for and nobody struck through, the newest first."""
    rows = Spending.objects.filter(STANDS, fund=fund, approval__isnull=False).select_related("photo")
    return rows.order_by("-paid_on", "-number")
