"""What a newly confirmed text changes in a programme: added, changed, dropped, kept."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet

from dienhong.programmes.models import Duty, Programme, Target
from dienhong.resolutions.models import Proposal, Version

SHARED = ("text", "topic", "every")
OF_TARGET = (*SHARED, "percent", "aspirational", "population")
OF_DUTY = (*SHARED, "bearer", "action", "by_date")
COLUMN = {"percent": "value"}


class Outcome(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    DROPPED = "dropped"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the difference. `item` is None for what is added, `proposal` for what is dropped."""

    outcome: Outcome
    kind: Proposal.Kind
    item: "Target | Duty | None"
    proposal: Proposal | None
    fields: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return self.proposal.text if self.proposal is not None else self.item.text if self.item is not None else ""


@dataclass(frozen=True, slots=True)
class Changes:
    all: tuple[Change, ...]

    def of(self, outcome: Outcome) -> tuple[Change, ...]:
        return tuple(change for change in self.all if change.outcome == outcome)

    @property
    def added(self) -> tuple[Change, ...]:
        return self.of(Outcome.ADDED)

    @property
    def changed(self) -> tuple[Change, ...]:
        return self.of(Outcome.CHANGED)

    @property
    def dropped(self) -> tuple[Change, ...]:
        return self.of(Outcome.DROPPED)

    @property
    def kept(self) -> tuple[Change, ...]:
        return self.of(Outcome.KEPT)

    @property
    def is_empty(self) -> bool:
        """Nothing differs and nothing has to be pointed to a new text."""
        return all(
            change.outcome == Outcome.KEPT
            and change.item is not None
            and change.item.proposal_id == (change.proposal.pk if change.proposal else None)
            for change in self.all
        )


def against(programme: Programme, version: Version) -> Changes:
    """The programme's live targets and duties beside the confirmed proposals of `version`.

    A proposal continues an item when it is, was edited, split or merged from, or was carried over from
    the item's own; failing that, when it stands at the same sentence of the same provision.
    """
    confirmed = (
        Proposal.objects.filter(version=version, state=Proposal.State.CONFIRMED)
        .select_related("provision")
        .order_by("provision__order", "sentence", "start", "pk")
    )
    by_kind: dict[str, list[Proposal]] = defaultdict(list)
    for proposal in confirmed:
        by_kind[proposal.kind].append(proposal)
    ancestors = _Ancestors(version)
    lines = [
        *_pair(Proposal.Kind.TARGET, _live(programme.targets.all()), by_kind["target"], ancestors),
        *_pair(Proposal.Kind.DUTY, _live(programme.duties.all()), by_kind["duty"], ancestors),
    ]
    return Changes(tuple(lines))


def _live(items: "QuerySet[Target] | QuerySet[Duty]") -> "list[Target | Duty]":
    rows = items.filter(dropped_on__isnull=True).select_related("proposal", "provision")
    return list(rows.order_by("provision__order", "pk"))


class _Ancestors:
    """From which proposals one was made: by edit, split, merge or carrying over, however many steps back."""

    def __init__(self, version: Version) -> None:
        self._before: dict[int, set[int]] = defaultdict(set)
        links = Proposal.objects.filter(version__work_id=version.work_id).values_list(
            "pk",
            "origin_id",
            "carried_from_id",
            "merged_into_id",
        )
        for pk, origin, carried_from, merged_into in links:
            self._before[pk].update(before for before in (origin, carried_from) if before)
            if merged_into is not None:
                self._before[merged_into].add(pk)

    def of(self, pk: int) -> Iterator[int]:
        """The proposal itself, then its ancestors, nearest first."""
        seen, row = {pk}, [pk]
        while row:
            yield from row
            row = [before for at in row for before in sorted(self._before[at]) if before not in seen]
            seen.update(row)


def _pair(
    kind: Proposal.Kind,
    items: "Sequence[Target | Duty]",
    proposals: Iterable[Proposal],
    ancestors: _Ancestors,
) -> Iterator[Change]:
    left = {item.proposal_id: item for item in items}
    unmatched = []
    for proposal in proposals:
        source = next((before for before in ancestors.of(proposal.pk) if before in left), None)
        if source is None:
            unmatched.append(proposal)
        else:
            yield _continued(kind, left.pop(source), proposal)
    at_place = {(item.provision.eid, item.proposal.sentence): item for item in left.values()}
    for proposal in unmatched:
        item = at_place.pop((proposal.provision.eid, proposal.sentence), None)
        if item is None:
            yield Change(Outcome.ADDED, kind, None, proposal)
        else:
            del left[item.proposal_id]
            yield _continued(kind, item, proposal)
    for item in left.values():
        yield Change(Outcome.DROPPED, kind, item, None)


def _continued(kind: Proposal.Kind, item: "Target | Duty", proposal: Proposal) -> Change:
    names = OF_TARGET if kind == Proposal.Kind.TARGET else OF_DUTY
    differing = tuple(name for name in names if getattr(item, COLUMN.get(name, name)) != getattr(proposal, name))
    return Change(Outcome.CHANGED if differing else Outcome.KEPT, kind, item, proposal, differing)
