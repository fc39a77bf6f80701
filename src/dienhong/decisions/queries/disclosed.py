"""What was made public of a decision by the commune: found by where it comes from, in both directions."""

import re
from collections.abc import Iterator
from datetime import date

from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.decisions.models import Matter, Step
from dienhong.decisions.queries.matters import matters
from dienhong.decisions.queries.public import BINDS
from dienhong.disclosures.models import Disclosure, Version
from dienhong.foundations.actors import Actor, Role
from dienhong.foundations.waiting import Waiting
from dienhong.registry.models import Locality, Organization
from lawcore.disclosures.periods import changed

ENDED = frozenset({"abolished", "amended"})
"""Stages of a decision that bound and does so no more."""
ENDS = ("abolish", "amend")
"""The steps that lead there."""

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


def end_of(matter: Matter) -> Step | None:
    """The step by which a decision that bound came to its end; None while it has not."""
    return matter.steps.filter(event__in=ENDS).order_by("-pk").first() if matter.stage in ENDED else None


def after(matter: Matter) -> list[Matter]:
    """What took the place of a decision: what was voted down, or is still being asked, did not."""
    return list(matter.amended_by.filter(stage__in=[*BINDS, *ENDED]).order_by("pk"))


def key_of_end(step_id: int) -> str:
    """Under which key the version of a disclosure is kept that tells of this end: it is told once."""
    return f"decisions.step:{step_id}:ended"


def is_end_out(step: Step) -> bool:
    """Whether the commune disclosed that the decision has ended."""
    return Version.objects.filter(key=key_of_end(step.pk)).exists()


def waiting_ends(actor: Actor, _on: date) -> Iterator[Waiting]:
    """LDC art. 14 cl. 1: for who discloses for a commune, decisions that ended while what is public says nothing of it.

    Three queries.
    """
    if not any(grant.role is Role.OFFICER and grant.organization_id is None for grant in actor.grants):
        return
    ended = matters(actor).filter(stage__in=ENDED).order_by()
    steps = Step.objects.filter(matter__in=ended, event__in=ENDS).select_related("matter__village").order_by("on", "pk")
    newest = {each.matter_id: each for each in steps}
    out = set(Version.objects.filter(key__in=[key_of_end(each.pk) for each in newest.values()]).values_list("key"))
    sources = {source_of(each.matter): each for each in newest.values() if (key_of_end(each.pk),) not in out}
    owed = Disclosure.objects.filter(source__in=sources, is_closed=False).values_list("source", flat=True)
    for source in owed.order_by("pk"):
        step = sources[source]
        yield Waiting(
            _("Chờ công khai việc quyết định đã hết hiệu lực: %(title)s") % {"title": step.matter.title},
            reverse("decisions:publish-end", args=[step.matter_id]),
            _("hạn %(day)s") % {"day": f"{changed(since=step.on).result:%d/%m/%Y}"},
        )
