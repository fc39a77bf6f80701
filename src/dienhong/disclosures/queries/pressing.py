"""What is due soon or has just become overdue, by organization and day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from dienhong.disclosures.models import Disclosure
from dienhong.disclosures.queries.clock import OWED, SOON
from dienhong.registry.models import Organization

LOOKED_BACK = timedelta(days=7)
"""For so long after its last day an overdue thing may still be told for the first time: the worker may have stood."""


@dataclass(frozen=True, slots=True)
class Pressing:
    """What one organization owes by one day. `owners` are the accounts of those whose task a content is."""

    organization: Organization
    due_on: date
    titles: tuple[str, ...]
    owners: tuple[int, ...]


def pressing(*, on: date) -> list[Pressing]:
    """Owed by this day and a few more, or overdue since a few days. One query."""
    found = (
        Disclosure.objects.filter(is_closed=False, stage__in=OWED, due_on__gte=on - LOOKED_BACK, due_on__lte=on + SOON)
        .select_related("item__plan__organization", "item__owner__person__account")
        .order_by("due_on", "item__plan__organization", "pk")
    )
    by_unit: dict[tuple[date, int], list[Disclosure]] = defaultdict(list)
    for each in found:
        by_unit[each.due_on, each.item.plan.organization_id].append(each)
    return [_pressing(due_on, group) for (due_on, _unit), group in by_unit.items()]


def _pressing(due_on: date, group: list[Disclosure]) -> Pressing:
    owners = {_account(each) for each in group}
    return Pressing(
        group[0].item.plan.organization,
        due_on,
        tuple(each.title for each in group),
        tuple(sorted(user for user in owners if user is not None)),
    )


def _account(disclosure: Disclosure) -> int | None:
    owner = disclosure.item.owner
    account = getattr(owner.person, "account", None) if owner else None
    return account.pk if account and account.is_active else None
