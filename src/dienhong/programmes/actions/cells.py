"""Compute the cells of indicators from accepted evidence: all of a period anew, or those a record touches."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Count

from dienhong.programmes import ports
from dienhong.programmes.kinds import KINDS
from dienhong.programmes.models import Cell, Evidence, Exemption, Indicator, IndicatorStanding, Programme
from dienhong.programmes.queries import closings, registers
from dienhong.programmes.queries.registers import Member
from lawcore.indicators import FAMILIES, Family, Period, Population, Record, View, period_on, periods_of
from lawcore.indicators import Evidence as Proof
from lawcore.timelimits import Every

BATCH = 1_000
Subject = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """An accepted record as the rules see it, and the row it comes from."""

    record: Record
    evidence_id: int


def periods(indicator: Indicator, *, on: date) -> tuple[Period, ...]:
    """The periods of this year that have begun: the ones whose cells are kept up to date."""
    whole = periods_of(Every(indicator.every), on.year)
    return tuple(period for period in whole if period.first_day <= on)


@transaction.atomic
def rebuild(*, indicator: Indicator, period: Period, on: date, only: Sequence[Member] | None = None) -> None:
    """Judges every member of the indicator's register in a period, or `only` these, and counts the period anew.

    A period that is over is counted by its register as of its last day.
    """
    family = FAMILIES[indicator.family]
    as_of = min(on, period.last_day)
    members = only
    if members is None:
        members = members_in(indicator, period, as_of=as_of)
        Cell.objects.filter(indicator=indicator, period_start=period.first_day).delete()
    else:
        keys = [member.key for member in members]
        Cell.objects.filter(indicator=indicator, period_start=period.first_day, member__in=keys).delete()
    exempt = registers.exemptions(indicator, on=as_of)
    found = _records(indicator, family, members, period)
    closed = closings.closed_units(indicator.target.programme, period)
    Cell.objects.bulk_create(
        (
            _cell(
                indicator,
                period,
                family,
                member,
                found,
                exempt.get(member.key),
                on=on,
                closed=member.organization_id in closed,
            )
            for member in members
        ),
        batch_size=BATCH,
    )
    _recount(indicator, period)


def members_in(indicator: Indicator, period: Period, *, as_of: date) -> list[Member]:
    """Everybody on the indicator's register; of items, those that `disclosures` knows of beside those entered."""
    entered = registers.members(indicator.target.programme, indicator.population, on=as_of)
    if FAMILIES[indicator.family].population != Population.ITEMS:
        return entered
    return [*entered, *registers.disclosed(indicator.target.programme, period)]


def _cell(
    indicator: Indicator,
    period: Period,
    family: Family,
    member: Member,
    found: dict[Subject, list[Found]],
    exemption: Exemption | None,
    *,
    on: date,
    closed: bool,
) -> Cell:
    mine = found.get(member.subject, [])
    if exemption is not None:
        state, why = Cell.State.EXEMPT, f"{exemption.reason} ({exemption.clause})"
    else:
        records = [*_owed(family, member, mine), *(f.record for f in mine)]
        judged = family.judge(View(records, period, on, closed=closed))
        state, why = Cell.State(judged.cell.value), judged.reason
    return Cell(
        indicator=indicator,
        organization_id=member.organization_id,
        entry_id=member.entry_id,
        member=member.key,
        label=member.known.label if member.known else "",
        link=member.known.link if member.known else "",
        period_start=period.first_day,
        period_end=period.last_day,
        state=state,
        why=why,
        evidence_id=_deciding(mine, period),
    )


def _owed(family: Family, member: Member, mine: list[Found]) -> Iterator[Record]:
    """An item of the register that nobody reported on is known to be due, not unknown."""
    if family.population == Population.ITEMS and member.due_on is not None and not mine:
        yield Record(Proof.DISCLOSURE, None, member.due_on)


def _deciding(mine: list[Found], period: Period) -> int | None:
    """The latest record within the period; failing that, the latest before it."""
    within = [f for f in mine if f.record.done_on and f.record.done_on in period]
    latest = max(within or mine, key=lambda f: (f.record.done_on or date.min, f.evidence_id), default=None)
    return (latest.evidence_id or None) if latest else None


def _records(
    indicator: Indicator, family: Family, members: Sequence[Member], period: Period
) -> dict[Subject, list[Found]]:
    """Accepted records that speak of these members, and what is known without a record, by subject."""
    programme = indicator.target.programme
    accepted = Evidence.objects.filter(
        stage=Evidence.Stage.ACCEPTED,
        kind__in=[proof.value for proof in family.evidence],
        organization__locality__path__startswith=programme.locality.path,
    )
    found: dict[Subject, list[Found]] = defaultdict(list)
    if family.population in {Population.PERSONS, Population.BOARDS, Population.ITEMS}:
        _by_entry(accepted, members, found)
        for member in members:
            if member.known is not None:
                found[member.subject].append(_known(member.known))
        return found
    few = [member.organization_id for member in members] if len(members) <= BATCH else None
    mine = accepted if few is None else accepted.filter(organization__in=few)
    for pk, organization, kind, done_on, is_negative, data in mine.values_list(
        "pk",
        "organization_id",
        "kind",
        "effective_on",
        "is_negative",
        "data",
    ):
        found["organization", organization].append(Found(_record(kind, done_on, data, is_negative=is_negative), pk))
    if Proof.DISCLOSURE in family.evidence:
        _add_items(indicator, found)
        for each in ports.disclosed(programme.locality.path, first=date(period.year, 1, 1), last=period.last_day):
            found["organization", each.organization_id].append(_known(each))
    return found


def _known(disclosed: ports.Disclosed) -> Found:
    return Found(Record(Proof.DISCLOSURE, disclosed.done_on, disclosed.due_on), 0)


def _by_entry(accepted: "object", members: Sequence[Member], found: dict[Subject, list[Found]]) -> None:
    due = {member.subject: member.due_on for member in members}
    rows = accepted.values_list(  # type: ignore[attr-defined]
        "pk", "kind", "effective_on", "is_negative", "data",
        "entries__organization_id", "entries__person_id", "entries__label",
    )  # fmt: skip
    for pk, kind, done_on, is_negative, data, organization, person, label in rows:
        if organization is None:
            continue
        subject = registers.subject_of(organization, person, label)
        if subject in due:
            record = _record(kind, done_on, data, is_negative=is_negative, due_on=due[subject])
            found[subject].append(Found(record, pk))


def _add_items(indicator: Indicator, found: dict[Subject, list[Found]]) -> None:
    """Items of the programme's register due from each organization that nothing accepted says were made public."""
    programme = indicator.target.programme
    items = programme.roster.filter(population="items", due_on__isnull=False, ends_on__isnull=True)
    done = set(
        Evidence.objects.filter(
            stage=Evidence.Stage.ACCEPTED,
            kind=Proof.DISCLOSURE,
            is_negative=False,
            entries__programme=programme,
        ).values_list("entries__pk", flat=True),
    )
    for pk, organization, due_on in items.values_list("pk", "organization_id", "due_on"):
        if pk not in done:
            found["organization", organization].append(Found(Record(Proof.DISCLOSURE, None, due_on), 0))


def _record(
    kind: str,
    done_on: date,
    data: dict[str, object],
    *,
    is_negative: bool,
    due_on: date | None = None,
) -> Record:
    stated = data.get("due_on")
    due = date.fromisoformat(stated) if isinstance(stated, str) and stated else due_on
    return Record(Proof(kind), None if is_negative else done_on, due)


def _recount(indicator: Indicator, period: Period) -> None:
    counted = dict(
        Cell.objects.filter(indicator=indicator, period_start=period.first_day)
        .order_by()
        .values_list("state")
        .annotate(n=Count("pk")),
    )
    IndicatorStanding.objects.update_or_create(
        indicator=indicator,
        period_start=period.first_day,
        defaults={
            "period_end": period.last_day,
            "achieved": counted.get(Cell.State.ACHIEVED, 0),
            "not_achieved": counted.get(Cell.State.NOT_ACHIEVED, 0),
            "unknown": counted.get(Cell.State.UNKNOWN, 0),
            "exempt": counted.get(Cell.State.EXEMPT, 0),
        },
    )


def live(programmes: Iterable[Programme]) -> list[Indicator]:
    """The indicators that count in these programmes."""
    found = Indicator.objects.filter(target__programme__in=list(programmes), dropped_on__isnull=True)
    return list(found.select_related("target__programme__locality").order_by("pk"))


def refresh(*, evidence: Evidence, on: date) -> None:
    """Judges anew what an accepted or no longer accepted record speaks of; part of the accepting action."""
    path = evidence.organization.locality.path
    above = [int(part) for part in path.strip("/").split("/")]
    running = Programme.objects.filter(locality__in=above).exclude(stage=Programme.Stage.CLOSED)
    touched = (
        [i for i in live(running) if Proof(evidence.kind) in FAMILIES[i.family].evidence]
        if evidence.kind in _PROOFS
        else []
    )
    for indicator in touched:
        for period in _touched(indicator, evidence, on=on):
            counted = IndicatorStanding.objects.filter(indicator=indicator, period_start=period.first_day).exists()
            only = _members_of(indicator, evidence, on=min(on, period.last_day)) if counted else None
            if only is None or only:
                rebuild(indicator=indicator, period=period, on=on, only=only)


def refresh_disclosed(*, path: str, reference: str, due_on: date, on: date) -> int:
    """Judges anew what one disclosure is counted in, in the period of its last day; how many indicators.

    `path` is that of the place whose organization owes it. What a programme of a wider place counts by organization
    waits for the night: it would be a whole province anew for every board that is put up.
    """
    above = [int(part) for part in path.strip("/").split("/")]
    running = Programme.objects.filter(locality__in=above).exclude(stage=Programme.Stage.CLOSED)
    touched = [each for each in live(running) if Proof.DISCLOSURE in FAMILIES[each.family].evidence]
    return sum(_refresh_disclosed(each, path, reference, due_on=due_on, on=on) for each in touched)


def _refresh_disclosed(indicator: Indicator, path: str, reference: str, *, due_on: date, on: date) -> bool:
    period = period_on(Every(indicator.every), due_on)
    if period.first_day > on:
        return False
    counts_items = FAMILIES[indicator.family].population == Population.ITEMS
    if not counts_items and indicator.target.programme.locality.path != path:
        return False
    only = None
    if counts_items:
        _forget(indicator, reference, period)
    if counts_items and IndicatorStanding.objects.filter(indicator=indicator, period_start=period.first_day).exists():
        known = ports.disclosed(path, first=due_on, last=due_on)
        only = [registers.member_of(each) for each in known if each.reference == reference]
        if not only:  # it is owed no more
            Cell.objects.filter(indicator=indicator, member=reference, period_start=period.first_day).delete()
    rebuild(indicator=indicator, period=period, on=on, only=only)
    return True


def _forget(indicator: Indicator, reference: str, period: Period) -> None:
    """Takes it out of every period but this one: its last day has moved."""
    stale = Cell.objects.filter(indicator=indicator, member=reference).exclude(period_start=period.first_day)
    for start in list(stale.values_list("period_start", flat=True)):
        stale.filter(period_start=start).delete()
        _recount(indicator, period_on(Every(indicator.every), start))


_PROOFS = frozenset(str(proof) for proof in Proof)


def _touched(indicator: Indicator, evidence: Evidence, *, on: date) -> list[Period]:
    """The period the record falls in, and every later one that has begun: some rules look back twelve months."""
    first = period_on(Every(indicator.every), min(evidence.effective_on, on))
    return [
        period
        for year in range(first.year, on.year + 1)
        for period in periods_of(Every(indicator.every), year)
        if first.first_day <= period.first_day <= on
    ]


def _members_of(indicator: Indicator, evidence: Evidence, *, on: date) -> list[Member]:
    members = registers.members(indicator.target.programme, indicator.population, on=on)
    if KINDS[evidence.kind].points_to is None or FAMILIES[indicator.family].population == Population.ORGANIZATIONS:
        return [member for member in members if member.organization_id == evidence.organization_id]
    named = {
        registers.subject_of(organization, person, label)
        for organization, person, label in evidence.entries.values_list("organization_id", "person_id", "label")
    }
    return [member for member in members if member.subject in named]


def rebuild_programme(*, programme: Programme, on: date, families: Iterable[str] = FAMILIES) -> int:
    """Judges every cell of the programme's periods of this year anew; how many indicators. Safe to run twice."""
    wanted = frozenset(families)
    indicators = [indicator for indicator in live([programme]) if indicator.family in wanted]
    for indicator in indicators:
        for period in periods(indicator, on=on):
            rebuild(indicator=indicator, period=period, on=on)
    return len(indicators)


def rebuild_register(*, programme: Programme, populations: Iterable[str], on: date) -> None:
    """Judges anew the indicators counted over these registers, after somebody was added or taken off."""
    held = frozenset(populations)
    for indicator in live([programme]):
        counts_items = "items" in held and Proof.DISCLOSURE in FAMILIES[indicator.family].evidence
        if indicator.population in held or counts_items:
            for period in periods(indicator, on=on):
                rebuild(indicator=indicator, period=period, on=on)
