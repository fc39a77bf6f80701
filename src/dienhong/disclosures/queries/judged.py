"""What was due in a period, one by one, and how each counts: the rows of the report to the council."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from dienhong.disclosures.models import Disclosure
from dienhong.disclosures.queries.clock import FULL, OWED, is_over, lacking, over
from dienhong.disclosures.queries.coverage import due
from dienhong.registry.models import Organization


@dataclass(frozen=True, slots=True)
class Judged:
    """`result` is one of `Counted`; `lacks` are the required ways of which nothing is recorded."""

    disclosure: Disclosure
    result: str
    is_recorded_late: bool
    lacks: tuple[str, ...]

    def is_overdue(self, on: date) -> bool:
        """Its last day over while it was owed: still, or until somebody closed it."""
        return self.disclosure.stage in OWED and is_over(self.disclosure.due_on, on=on)


def judged(organization: Organization, *, first: date, last: date, on: date) -> list[Judged]:
    """What was due from one day to another, and before `on`, in the order of the article. Four queries."""
    return _judged(due([organization], on=on, first=first, last=last))


def carried(organization: Organization, *, first: date, on: date) -> list[Judged]:
    """What was due before this day and is owed still. Four queries."""
    return _judged(due([organization], on=on).filter(over(first), stage__in=OWED, is_closed=False))


def _judged(found: QuerySet[Disclosure]) -> list[Judged]:
    rows = found.select_related("item__plan__organization__locality", "item__owner", "village")
    rows = rows.order_by("item__number", "item__pk", "due_on", "pk").prefetch_related(FULL)
    return [_judge(each) for each in rows]


def _judge(disclosure: Disclosure) -> Judged:
    return Judged(disclosure, vars(disclosure)["counted"], vars(disclosure)["is_recorded_late"], lacking(disclosure))
