"""The reverse reading: what a provision does here, and which provisions do nothing yet."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from dienhong.programmes.models import Duty, Evidence, Indicator, Programme, Target
from dienhong.programmes.queries import dashboard, programmes
from dienhong.programmes.queries.dashboard import Counts, Measure
from dienhong.resolutions import queries as resolutions
from dienhong.resolutions.models import Proposal, Provision, Reading, Version


@dataclass(frozen=True, slots=True)
class TargetHere:
    target: Target
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class DutyHere:
    duty: Duty
    counts: Counts
    assigned: int


@dataclass(frozen=True, slots=True)
class Use:
    """What a provision and all below it do; or the officer's word that it assigns nothing."""

    provision: Provision
    programme: Programme | None
    targets: tuple[TargetHere, ...]
    duties: tuple[DutyHere, ...]
    evidence: QuerySet[Evidence]
    waiting: int  # proposals from it that nobody decided on
    reading: Reading | None

    @property
    def is_idle(self) -> bool:
        return not self.targets and not self.duties


def use_of(provision: Provision, *, programme: Programme | None, year: int, on: date) -> Use:
    """The targets, duties and evidence that rest on a provision or on one below it, in a year of the programme."""
    here = below(provision)
    targets: tuple[TargetHere, ...] = ()
    duties: tuple[DutyHere, ...] = ()
    if programme is not None:
        whole = dashboard.of(programme, year=year, on=on)
        targets = tuple(
            TargetHere(line.target, line.measures) for line in whole.targets if line.target.provision_id in here
        )
        given = _assigned(programme)
        duties = tuple(
            DutyHere(line.duty, line.counts, given.get(line.duty.pk, 0))
            for line in whole.duties
            if line.duty.provision_id in here
        )
    return Use(
        provision=provision,
        programme=programme,
        targets=targets,
        duties=duties,
        evidence=Evidence.objects.filter(provisions__in=here).distinct(),
        waiting=Proposal.objects.filter(provision__in=here, state=Proposal.State.PROPOSED).count(),
        reading=_reading(provision),
    )


def _assigned(programme: Programme) -> dict[int, int]:
    """How many organizations have each duty now."""
    is_open = Q(assignments__ends_on__isnull=True)
    counted = programme.duties.annotate(n=Count("assignments", filter=is_open)).values_list("pk", "n")
    return dict(counted)


def _reading(provision: Provision) -> Reading | None:
    latest = provision.readings.order_by("-pk").first()
    return latest if latest and latest.outcome != Reading.Outcome.REOPENED else None


def below(provision: Provision) -> set[int]:
    """The ids of the provision and of everything under it. One query."""
    children: dict[int | None, list[int]] = defaultdict(list)
    for pk, parent in Provision.objects.filter(version_id=provision.version_id).values_list("pk", "parent_id"):
        children[parent].append(pk)
    found, row = set[int](), [provision.pk]
    while row:
        found.update(row)
        row = [child for pk in row for child in children[pk]]
    return found


class Gap(StrEnum):
    """Why a provision does nothing yet."""

    WAITING = "waiting"  # something is proposed from it and nobody decided
    UNREAD = "unread"  # nothing is proposed, and no officer has said that it assigns nothing
    UNASSIGNED = "unassigned"  # its duty is confirmed and given to nobody
    UNMEASURED = "unmeasured"  # its target has no indicator


@dataclass(frozen=True, slots=True)
class Idle:
    provision: Provision
    gap: Gap
    reason: str


def idle(version: Version, programme: Programme | None) -> list[Idle]:
    """Every provision that does nothing yet, in the order of the text. A heading whose parts do is no gap."""
    waiting = set(
        Proposal.objects.filter(version=version, state=Proposal.State.PROPOSED).values_list("provision_id", flat=True),
    )
    unassigned, unmeasured = _unused_items(programme)
    unread = {row.pk: row.unassigned for row in resolutions.unseen(version)}
    gaps = (
        dict.fromkeys(unread, Gap.UNREAD)
        | dict.fromkeys(unmeasured, Gap.UNMEASURED)
        | dict.fromkeys(unassigned, Gap.UNASSIGNED)
        | dict.fromkeys(waiting, Gap.WAITING)
    )
    rows = version.provisions.filter(pk__in=gaps).order_by("order")
    return [Idle(row, gaps[row.pk], unread.get(row.pk, "")) for row in rows]


def _unused_items(programme: Programme | None) -> tuple[set[int], set[int]]:
    if programme is None:
        return set(), set()
    measured = Indicator.objects.filter(target=OuterRef("pk"), dropped_on__isnull=True)
    duties = programmes.unassigned(programme)
    targets = programme.targets.filter(~Exists(measured), dropped_on__isnull=True)
    return set(duties.values_list("provision_id", flat=True)), set(targets.values_list("provision_id", flat=True))
