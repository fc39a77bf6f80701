"""Reads of evidence: lists, one record with its history, and what is odd about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import NotFound
from dienhong.programmes import access
from dienhong.programmes.access import Act
from dienhong.programmes.kinds import KINDS, Kind, Shape
from dienhong.programmes.models import Evidence, EvidenceFile, Programme, RosterEntry
from dienhong.programmes.queries import families, tasks
from dienhong.registry.models import Organization
from dienhong.resolutions.models import Provision


@dataclass(frozen=True, slots=True)
class SameFile:
    """A file of this record that another record, not one of its corrections, brought as well."""

    name: str
    other: Evidence
    is_visible: bool  # whether the reader may open the other record


@dataclass(frozen=True, slots=True)
class Gap:
    """How long after the fact it was recorded, and how long after the last day, in days."""

    after_fact: int
    after_due: int

    @property
    def is_late(self) -> bool:
        return self.after_due > 0


def visible(actor: Actor) -> QuerySet[Evidence]:
    """The records of units the actor reports for, and of places the actor reads."""
    mine = Q(organization__in=tasks.units_of(actor))
    for grant in actor.grants:
        if grant.role in access.READERS and grant.organization_id is None:
            mine |= Q(organization__locality__path__startswith=grant.path)
    found = Evidence.objects.filter(mine) if actor.is_known else Evidence.objects.none()
    return found.select_related("organization__locality").order_by("-recorded_at", "-pk")


def evidence(pk: int, actor: Actor, act: Act = Act.SEE_UNIT) -> Evidence:
    """One record, for an act on it. Raises NotFound, also for whom it does not concern, or NotAllowed."""
    found = Evidence.objects.select_related("organization__locality", "revises").filter(pk=pk).first()
    if found is None:
        raise NotFound(_("Không tìm thấy minh chứng này."))
    access.check(actor, act, access.unit_of(found.organization))
    return found


def gap_of(record: Evidence, *, due_on: date | None) -> Gap:
    """Days from the claimed day to recording, and from the last day to recording (0 without a last day)."""
    recorded = clock.legal_day(record.recorded_at)
    return Gap((recorded - record.effective_on).days, (recorded - due_on).days if due_on else 0)


def due_of(record: Evidence, *, on: date) -> date | None:
    """The earliest last day of the tasks the record was sent for."""
    sent_for = record.tasks.select_related("duty__programme", "duty__provision")
    return min((due.due_on for due in tasks.with_due(sent_for, on=on)), default=None)


def chain(record: Evidence) -> list[Evidence]:
    """The record and its corrections, first to last."""
    first = record
    while first.revises is not None:
        first = first.revises
    found = [first]
    while (later := Evidence.objects.filter(revises=found[-1]).select_related("organization").first()) is not None:
        found.append(later)
    return found


def same_files(record: Evidence, actor: Actor) -> list[SameFile]:
    """Files of this record met elsewhere, in the same or another organization."""
    family = {row.pk for row in chain(record)}
    names = dict(record.files.values_list("stored_id", "name"))
    others = (
        EvidenceFile.objects.filter(stored__in=names)
        .exclude(evidence__in=family)
        .select_related("evidence__organization__locality")
        .order_by("evidence__pk")
    )
    return [
        SameFile(
            names[row.stored_id],
            row.evidence,
            access.may(actor, Act.SEE_UNIT, access.unit_of(row.evidence.organization)),
        )
        for row in others
    ]


def typed_rows(record: Evidence) -> list[tuple[str, str]]:
    """The typed fields of a record in words: (label, value)."""
    kind = KINDS.get(record.kind)
    return [(str(spec.label), _in_words(spec.shape, dict(spec.choices), record.data[spec.name])) for spec in kind.fields
            if spec.name in record.data] if kind else []  # fmt: skip


def _in_words(shape: Shape, choices: Mapping[str, object], value: object) -> str:
    match shape:
        case Shape.CHOICE:
            return str(choices.get(str(value), value))
        case Shape.DAY:
            return f"{date.fromisoformat(str(value)):%d/%m/%Y}"
        case Shape.NUMBER:
            return f"{int(str(value)):,}".replace(",", ".")
        case _:
            return str(value)


def choices_of(kind: Kind, organization: Organization, actor: Actor) -> QuerySet[RosterEntry]:
    """The roster entries a record of this kind may name: of the unit, or for an officer of the whole place."""
    if kind.points_to is None:
        return RosterEntry.objects.none()
    lists = families.POPULATIONS[kind.points_to]
    found = RosterEntry.objects.filter(
        population__in=lists,
        ends_on__isnull=True,
        organization__locality__path__startswith=organization.locality.path,
    )
    if not access.may(actor, Act.REVIEW, access.unit_of(organization)):
        found = found.filter(organization=organization)
    running = ~Q(programme__stage=Programme.Stage.CLOSED)
    return (
        found.filter(running).select_related("person", "organization").order_by("organization__search", "label", "pk")
    )


def provisions_of(organization: Organization) -> QuerySet[Provision]:
    """The provisions that programmes under way take targets and duties from, where this unit lies."""
    above = [int(part) for part in organization.locality.path.strip("/").split("/")]
    running = Programme.objects.filter(locality__in=above).exclude(stage=Programme.Stage.CLOSED)
    used = Q(pk__in=running.values("targets__provision")) | Q(pk__in=running.values("duties__provision"))
    return Provision.objects.filter(used).select_related("version").order_by("version_id", "order")
