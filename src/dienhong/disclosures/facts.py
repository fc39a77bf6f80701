"""What `programmes` counts of disclosures: what was due, and since when it is public where nothing is missing."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from dienhong.disclosures import queries
from dienhong.programmes.ports import Disclosed
from dienhong.registry.models import Organization

BATCH = 2_000


def disclosed(path: str, *, first: date, last: date) -> Iterator[Disclosed]:
    """LDC art. 11, 46, 64: of the organizations at this place and below, counted as every other page counts them."""
    units = Organization.objects.filter(locality__path__startswith=path)
    found = queries.falling_due(units, first=first, last=last).select_related("item__plan").order_by("pk")
    for each in found.iterator(chunk_size=BATCH):
        is_whole = each.counted in {queries.Counted.ON_TIME, queries.Counted.LATE}  # type: ignore[attr-defined]
        yield Disclosed(
            organization_id=each.item.plan.organization_id,
            reference=f"disclosure:{each.pk}",
            label=f"{each.item.code} {each.title}",
            link=reverse("disclosures:detail", args=[each.pk]),
            due_on=each.due_on,
            done_on=each.public_on if is_whole else None,
        )
