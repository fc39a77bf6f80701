"""What was made public of a decision by the commune: found by where it comes from, in both directions."""

import re

from django.db.models import Max

from dienhong.decisions.models import Matter
from dienhong.disclosures.models import Disclosure
from dienhong.registry.models import Locality, Organization

_SOURCE = re.compile(r"decisions\.matter:([0-9]+)")


def source_of(matter: Matter) -> str:
    """What the disclosure of this matter says it comes from."""
    return f"decisions.matter:{matter.pk}"


def disclosure_of(matter: Matter) -> Disclosure | None:
    """The disclosure of a decision; `content` is the number of its newest version, 0 while only its clock runs."""
    found = Disclosure.objects.filter(source=source_of(matter)).annotate(content=Max("versions__number"))
    return found.select_related("item__plan__organization__locality").order_by("pk").first()


def matter_of(disclosure: Disclosure) -> Matter | None:
    """The decision behind a disclosure, None behind all others. No query for those."""
    found = _SOURCE.fullmatch(disclosure.source)
    if found is None:
        return None
    return Matter.objects.select_related("village__parent").filter(pk=int(found[1])).first()


def committee_of(village: Locality) -> Organization | None:
    """The People's Committee of the commune in which a village lies: it discloses."""
    found = Organization.objects.select_related("locality").filter(
        kind=Organization.Kind.COMMITTEE, locality=village.parent_id
    )
    return found.order_by("pk").first()
