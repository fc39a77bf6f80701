"""What everybody may read of a village's households, as facts that the public export of the ledger holds to."""

from collections.abc import Iterator

from dienhong.ledger.published import Fact, fact
from dienhong.ledger.rows import label
from dienhong.rolls.digests import digest_of, mark_of
from dienhong.rolls.models import Entry, Publication, Roll


def of_roll(roll: Roll) -> Fact:
    """A frozen roll: how many households, its digest, and the digest of its lines as they are: the two are one."""
    lines = [
        (each.number, each.household.code, _mark_now(each))
        for each in roll.entries.select_related("household").order_by("number")
    ]
    return fact(
        label(roll),
        village=roll.village.code,
        taken_on=roll.taken_on,
        households=roll.households,
        digest=roll.digest,
        lines=digest_of(lines),
        number=len(lines),
    )


def _mark_now(entry: Entry) -> str:
    """Of name and address as they stand; what was kept of them, where they were erased."""
    return mark_of(entry.salt, entry.name, entry.address) if entry.salt else entry.mark


def of_publication(published: Publication) -> Fact:
    return fact(
        label(published),
        village=published.village.code,
        roll=published.roll_id,
        listed_on=published.listed_on,
        open_until=published.open_until,
    )


def facts(locality: str) -> Iterator[Fact]:
    """Everything published of the households of a village, by its code, as the tables have it now."""
    for roll in Roll.objects.filter(village__code=locality).select_related("village").order_by("pk"):
        yield of_roll(roll)
    for each in Publication.objects.filter(village__code=locality).select_related("village").order_by("pk"):
        yield of_publication(each)
