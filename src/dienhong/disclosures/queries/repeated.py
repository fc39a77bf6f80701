"""What the row of a disclosure repeats of its newest version, so that figures over thousands look at rows only."""

from typing import NamedTuple

from django.db.models import Prefetch, QuerySet

from dienhong.disclosures.models import Disclosure, Posting, Version
from dienhong.disclosures.queries.clock import is_down_early, lacking
from dienhong.foundations.clock import legal_day

TOLD = Prefetch(
    "versions",
    Version.objects.select_related("withdrawal")
    .prefetch_related(Prefetch("postings", Posting.objects.select_related("removal")))
    .order_by("-number"),
)


class Repeated(NamedTuple):
    """What `Disclosure` keeps under these names."""

    is_whole: bool
    is_told: bool
    is_down_early: bool
    told_after: int | None


def repeated(found: QuerySet[Disclosure]) -> dict[int, Repeated]:
    """What these rows must repeat, told from the postings themselves, by the key of the row. Three queries."""
    return {each.pk: _repeated(each) for each in found.select_related("item").prefetch_related(TOLD)}


def _repeated(disclosure: Disclosure) -> Repeated:
    version = disclosure.versions.all()[0]
    postings = version.postings.all()
    timely = [each for each in postings if each.claimed_on <= disclosure.due_on]
    return Repeated(
        is_whole=not lacking(disclosure),
        is_told=bool(postings) and getattr(version, "withdrawal", None) is None,
        is_down_early=is_down_early(version),
        told_after=min(((legal_day(each.recorded_at) - each.claimed_on).days for each in timely), default=None),
    )
