"""The figures of a report as one JSON value, taken at one moment: the report, its annex and its hash come from it."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Q, Sum, When

from dienhong.ledger.canonical import canonical
from dienhong.programmes.models import Cell, DutyStanding, Evidence, Indicator, Programme, Task
from dienhong.programmes.queries import dashboard
from dienhong.programmes.queries.dashboard import Measure as Line
from dienhong.registry.models import Organization
from lawcore.indicators.families import FAMILIES
from lawcore.indicators.measure import Measure
from lawcore.obligations.model import Topic

FORMAT = 1
STAGES = ("open", "submitted", "returned", "done", "unmet")


def take(programme: Programme, *, start: date, end: date, on: date) -> dict[str, Any]:
    """Everything the report says in figures, for the period, as known on this day.

    Counts are integers, days are text, shares are never stored: they follow from the counts.
    """
    return {
        "format": FORMAT,
        "as_of": on.isoformat(),
        "period": {"start": start.isoformat(), "end": end.isoformat()},
        "programme": programme.pk,
        "targets": list(_targets(programme, year=end.year)),
        "duties": list(_duties(programme, start=start, end=end, on=on)),
        "units": list(_units(programme, start=start, end=end)),
        "gaps": list(_gaps(programme, year=end.year)),
        "evidence": _evidence(programme, start=start, end=end),
    }


def hash_of(snapshot: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical JSON: the same figures give the same hash everywhere."""
    return hashlib.sha256(canonical(snapshot)).hexdigest()


def _targets(programme: Programme, *, year: int) -> Iterator[dict[str, Any]]:
    for line in dashboard.targets(programme, year=year):
        yield {
            "id": line.target.pk,
            "at": line.target.provision.at,
            "text": line.target.text,
            "value": str(line.target.value.normalize()),
            "aspirational": line.target.aspirational,
            "measures": [_measure(measure, Fraction(line.target.value) / 100) for measure in line.measures],
        }


def _measure(line: Line, goal: Fraction) -> dict[str, Any]:
    at = line.standing
    measure = Measure(at.achieved, at.not_achieved, at.unknown, at.exempt) if at else Measure()
    return {
        "indicator": line.indicator.pk,
        "family": line.indicator.family,
        "name": FAMILIES[line.indicator.family].name,
        "achieved": measure.achieved,
        "not_achieved": measure.not_achieved,
        "unknown": measure.unknown,
        "exempt": measure.exempt,
        "explained": measure.explain(),
        "verdict": measure.verdict(goal).value,
    }


def _duties(programme: Programme, *, start: date, end: date, on: date) -> Iterator[dict[str, Any]]:
    """Duties with the tasks whose own period ends inside the period of the report."""
    overdue = Case(When(due_on__lt=on, then=F("open") + F("returned")), default=0, output_field=IntegerField())
    counted = {
        row["duty_id"]: row
        for row in DutyStanding.objects.filter(duty__programme=programme, period_end__range=(start, end))
        .values("duty_id")
        .annotate(**{f"n_{name}": Sum(name) for name in STAGES}, n_overdue=Sum(overdue))
    }
    duties = programme.duties.filter(dropped_on__isnull=True).select_related("provision")
    for duty in duties.order_by("provision__order", "pk"):
        row: Mapping[str, Any] = counted.get(duty.pk, {})
        yield {
            "id": duty.pk,
            "at": duty.provision.at,
            "action": duty.action,
            "bearer": duty.bearer,
            "topic": duty.topic if duty.topic in list(Topic) else "",
            **{name: row.get(f"n_{name}") or 0 for name in (*STAGES, "overdue")},
        }


def _units(programme: Programme, *, start: date, end: date) -> Iterator[dict[str, Any]]:
    """Each organization with tasks in the period: how many, done, waiting, not done. One query."""
    counts = {stage: Count("pk", filter=Q(stage=stage)) for stage in STAGES}
    rows = (
        Task.objects.filter(duty__programme=programme, period_end__range=(start, end))
        .exclude(stage=Task.Stage.CANCELLED)
        .values("organization__code", "organization__name", "organization__kind")
        .annotate(**counts)
        .order_by("organization__kind", "organization__name", "organization__code")
    )
    found: Iterable[Mapping[str, Any]] = rows
    for row in found:
        yield {
            "code": row["organization__code"],
            "name": row["organization__name"],
            "kind": str(Organization.Kind(row["organization__kind"]).value),
            **{name: row[name] for name in STAGES},
        }


def _gaps(programme: Programme, *, year: int) -> Iterator[dict[str, Any]]:
    """Which organizations leave an indicator unknown, so that somebody can be asked. Two queries."""
    indicators = Indicator.objects.filter(target__programme=programme, dropped_on__isnull=True)
    names = {indicator.pk: indicator for indicator in indicators}
    rows = (
        Cell.objects.filter(indicator__in=names, period_start__year=year, state=Cell.State.UNKNOWN)
        .values("indicator_id", "organization__code", "organization__name")
        .annotate(n=Count("pk"))
        .order_by("organization__name", "organization__code", "indicator_id")
    )
    for row in rows:
        indicator = names[row["indicator_id"]]
        yield {
            "unit": row["organization__code"],
            "name": row["organization__name"],
            "indicator": indicator.pk,
            "family": indicator.family,
            "members": row["n"],
        }


def _evidence(programme: Programme, *, start: date, end: date) -> dict[str, int]:
    """Records accepted for the period in the programme's place, and how many still wait."""
    rows = Evidence.objects.filter(
        organization__locality__path__startswith=programme.locality.path, effective_on__range=(start, end)
    ).exclude(stage=Evidence.Stage.SUPERSEDED)
    counted = rows.aggregate(
        accepted=Count("pk", filter=Q(stage=Evidence.Stage.ACCEPTED)),
        waiting=Count("pk", filter=Q(stage=Evidence.Stage.SUBMITTED)),
        returned=Count("pk", filter=Q(stage=Evidence.Stage.RETURNED)),
    )
    return {name: int(value or 0) for name, value in counted.items()}
