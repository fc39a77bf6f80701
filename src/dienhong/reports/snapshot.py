"""The figures of a report as one JSON value, taken at one moment: the report, its annexes and its hash come from it.

Whatever the report prints besides the words people wrote is in here, the names of the place and of the
resolution too: a place renamed later does not change what was reported.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Protocol, TypeVar

from django.db.models import Count, Q
from django.utils import translation

from dienhong.ledger.canonical import canonical
from dienhong.programmes.kinds import KINDS
from dienhong.programmes.models import (
    Cell,
    DutyStanding,
    Evidence,
    Indicator,
    IndicatorStanding,
    Programme,
    Target,
    Task,
)
from dienhong.programmes.queries.families import NAMES, Register
from dienhong.reports import decided, disclosed, wording
from dienhong.reports.models import Report
from lawcore.indicators.families import FAMILIES
from lawcore.indicators.measure import Measure
from lawcore.indicators.periods import Period

FORMAT = 1
STAGES = ("open", "submitted", "returned", "done", "unmet")
MEASURES = ("achieved", "not_achieved", "unknown", "exempt")
NOT_COUNTED = "not-counted"

Json = dict[str, Any]


class Standing(Protocol):
    period_start: date
    period_end: date


Counted = TypeVar("Counted", bound=Standing)


def take(programme: Programme, period: Period, *, on: date, previous: Report | None) -> Json:
    """Everything the report says in figures, for the period, as known on this day.

    Counts are integers, days are text, shares are never stored: they follow from the counts. `previous` is
    the issued report of the same kind before this one; its figures stand beside these. A fixed number of
    queries whatever the size of the place. The words are Vietnamese whatever language the page is in.
    """
    with translation.override("vi"):
        before = previous.snapshot if previous else None
        targets = list(_targets(programme, period, _figures_of(before, "targets", "indicator")))
        duties, counted = _duties(programme, period, on=on, before=_figures_of(before, "duties", "id"))
        return {
            "format": FORMAT,
            "as_of": on.isoformat(),
            "period": {
                "every": period.every.value,
                "start": period.first_day.isoformat(),
                "end": period.last_day.isoformat(),
                "name": period.label,
            },
            "place": {"word": programme.locality.word, "name": programme.locality.name},
            "resolution": wording.resolution(programme),
            "previous": _reference(previous),
            "programme": programme.pk,
            "targets": targets,
            "duties": duties,
            "units": list(_units(counted)),
            "gaps": list(_gaps(targets)),
            "evidence": _evidence(programme, period),
            "disclosure": disclosed.take(programme, period, on=on),
            "decided": decided.take(programme, period),
        }


def hash_of(snapshot: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical JSON: the same figures give the same hash everywhere."""
    return hashlib.sha256(canonical(snapshot)).hexdigest()


def is_intact(report: Report) -> bool:
    """Whether the figures are still those that were hashed."""
    return hash_of(report.snapshot) == report.snapshot_hash


def chosen(period: Period, standings: Sequence[Counted]) -> list[Counted]:
    """The periods a report speaks of: those that end within its own, else the longer one under way at its end.

    A half-year report takes the half year where something is counted by half year, otherwise the year.
    """
    closed = [row for row in standings if row.period_end in period]
    return closed or [row for row in standings if row.period_start <= period.last_day < row.period_end]


def _reference(previous: Report | None) -> Json | None:
    if previous is None:
        return None
    return {
        "report": previous.pk,
        "period": previous.snapshot["period"]["name"],
        "number": previous.number,
        "hash": previous.snapshot_hash,
    }


def _figures_of(before: Mapping[str, Any] | None, part: str, key: str) -> dict[int, Json]:
    """The last figure of each indicator or duty in an earlier snapshot."""
    if before is None:
        return {}
    if part == "duties":
        return {row[key]: row["counts"] for row in before[part]}
    return {
        figure[key]: figure for row in before[part] for figure in row["figures"] if figure["verdict"] != NOT_COUNTED
    }


def _targets(programme: Programme, period: Period, before: Mapping[int, Json]) -> Iterator[Json]:
    """The live targets in the order of the text, each with a figure per indicator and period. Three queries."""
    targets = programme.targets.filter(dropped_on__isnull=True).select_related("provision", "proposal")
    standings: dict[int, list[IndicatorStanding]] = defaultdict(list)
    year = period.year
    counted = IndicatorStanding.objects.filter(indicator__target__programme=programme, period_start__year=year)
    for standing in counted.order_by("period_start"):
        standings[standing.indicator_id].append(standing)
    indicators: dict[int, list[Indicator]] = defaultdict(list)
    live = Indicator.objects.filter(target__programme=programme, dropped_on__isnull=True)
    for indicator in live.order_by("family", "pk"):
        indicators[indicator.target_id].append(indicator)
    for target in targets.order_by("provision__order", "pk"):
        yield {
            "id": target.pk,
            "at": target.provision.at,
            "text": target.text,
            "value": f"{target.value.normalize():f}",
            "aspirational": target.aspirational,
            "figures": [
                _figure(indicator, target, standing, period, before.get(indicator.pk))
                for indicator in indicators[target.pk]
                for standing in (*chosen(period, standings[indicator.pk]),) or (None,)
            ],
        }


def _figure(
    indicator: Indicator, target: Target, at: IndicatorStanding | None, period: Period, before: Json | None
) -> Json:
    start, end = (at.period_start, at.period_end) if at else (period.first_day, period.last_day)
    measure = at.counts if at else Measure()
    verdict = measure.verdict(target.share, target.comparison).value if at else NOT_COUNTED
    return {
        "indicator": indicator.pk,
        "family": indicator.family,
        "name": FAMILIES[indicator.family].name,
        "register": str(NAMES[Register(indicator.population)]),
        "start": start.isoformat(),
        "end": end.isoformat(),
        "period": wording.days(start, end),
        **{name: getattr(measure, name) for name in MEASURES},
        "verdict": verdict,
        "previous": {name: before[name] for name in MEASURES} if before else None,
    }


def _duties(
    programme: Programme, period: Period, *, on: date, before: Mapping[int, Json]
) -> tuple[list[Json], dict[int, list[DutyStanding]]]:
    """The live duties in the order of the text, and the counted periods each figure is the sum of. Two queries."""
    standings: dict[int, list[DutyStanding]] = defaultdict(list)
    first = date(period.year, 1, 1)
    rows = DutyStanding.objects.filter(duty__programme=programme, period_end__gte=first)
    for standing in rows.order_by("period_start"):
        standings[standing.duty_id].append(standing)
    duties = programme.duties.filter(dropped_on__isnull=True).select_related("provision")
    found, counted = [], {}
    for duty in duties.order_by("provision__order", "pk"):
        mine = chosen(period, standings[duty.pk])
        counted[duty.pk] = mine
        so_far = [row for row in standings[duty.pk] if first <= row.period_end <= period.last_day] or mine
        found.append(
            {
                "id": duty.pk,
                "at": duty.provision.at,
                "action": duty.action,
                "bearer": duty.bearer,
                "topic": duty.topic if duty.topic in wording.TOPICS else "",
                "period": wording.days(mine[0].period_start, mine[-1].period_end) if mine else "",
                "periods": len(mine),
                "counts": _sum(mine, on=on),
                "year_to_date": _sum(so_far, on=on),
                "previous": before.get(duty.pk) or before.get(duty.replaces_id or 0),
            }
        )
    return found, counted


def _sum(rows: Iterable[DutyStanding], *, on: date) -> Json:
    """Tasks by stage over several periods; `overdue` are those of open and returned whose last day is over."""
    total = dict.fromkeys((*STAGES, "overdue"), 0)
    for row in rows:
        for name in STAGES:
            total[name] += getattr(row, name)
        if row.due_on < on:
            total["overdue"] += row.open + row.returned
    return total


def _units(counted: Mapping[int, Sequence[DutyStanding]]) -> Iterator[Json]:
    """Each organization with tasks among those counted, so that the units add up to the duties. One query."""
    by_start: dict[date, list[int]] = defaultdict(list)
    for duty, standings in counted.items():
        for standing in standings:
            by_start[standing.period_start].append(duty)
    which = Q(pk__in=())
    for start, duties in by_start.items():
        which |= Q(period_start=start, duty__in=duties)
    rows: Iterable[Mapping[str, Any]] = (
        Task.objects.filter(which)
        .exclude(stage=Task.Stage.CANCELLED)
        .values("organization__code", "organization__name", "organization__kind")
        .annotate(**{stage: Count("pk", filter=Q(stage=stage)) for stage in STAGES})
        .order_by("organization__kind", "organization__search", "organization__code")
    )
    for row in rows:
        yield {
            "code": row["organization__code"],
            "name": row["organization__name"],
            "kind": row["organization__kind"],
            **{stage: row[stage] for stage in STAGES},
        }


def _gaps(targets: Iterable[Json]) -> Iterator[Json]:
    """Which organizations leave a figure unknown, so that somebody can be asked. One query."""
    names = {figure["indicator"]: figure["name"] for target in targets for figure in target["figures"]}
    which = Q(pk__in=())
    for target in targets:
        for figure in target["figures"]:
            which |= Q(indicator=figure["indicator"], period_start=figure["start"])
    rows = (
        Cell.objects.filter(which, state=Cell.State.UNKNOWN)
        .values("indicator_id", "organization__code", "organization__name")
        .annotate(n=Count("pk"))
        .order_by("organization__search", "organization__code", "indicator_id")
    )
    for row in rows:
        yield {
            "unit": row["organization__code"],
            "name": row["organization__name"],
            "indicator": row["indicator_id"],
            "indicator_name": names[row["indicator_id"]],
            "members": row["n"],
        }


def _evidence(programme: Programme, period: Period) -> Json:
    """Records of the period that serve the programme's resolution: by stage, and the accepted by kind."""
    by_task = Evidence.tasks.through.objects.filter(task__duty__programme=programme).values("evidence_id")
    work = programme.version.work_id
    by_clause = Evidence.provisions.through.objects.filter(provision__version__work=work).values("evidence_id")
    served = Evidence.objects.filter(
        Q(pk__in=by_task) | Q(pk__in=by_clause), effective_on__range=(period.first_day, period.last_day)
    )
    stages = dict(served.values_list("stage").annotate(n=Count("pk")).order_by())
    kinds = served.filter(stage=Evidence.Stage.ACCEPTED, is_negative=False).values_list("kind")
    return {
        "accepted": stages.get(Evidence.Stage.ACCEPTED, 0),
        "waiting": stages.get(Evidence.Stage.SUBMITTED, 0),
        "returned": stages.get(Evidence.Stage.RETURNED, 0),
        "kinds": [
            {"kind": kind, "name": str(KINDS[kind].label) if kind in KINDS else kind, "n": n}
            for kind, n in kinds.annotate(n=Count("pk")).order_by("-n", "kind")
        ],
    }
