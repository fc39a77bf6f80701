"""What an earlier version's decisions mean for a later one: which still hold, which must be looked at again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dienhong.resolutions import queries
from dienhong.resolutions.models import Proposal, Provision, Reading, Version
from lawcore.comparison import Change, Comparison, compare
from lawcore.provisions.model import Document, Kind
from lawcore.provisions.model import Provision as Node

State = Proposal.State
DECIDED = (State.CONFIRMED, State.REJECTED)
UNCHANGED = (Change.KEPT, Change.MOVED)


@dataclass(frozen=True, slots=True)
class Difference:
    """Two versions compared. `unchanged` maps the eid of a later provision to that of the earlier one."""

    before: Document
    after: Document
    comparison: Comparison
    unchanged: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Carried:
    """A decided proposal of the earlier text, and what the machine read at the same words of the later one.

    `new` is None where it read nothing so: the old one was written, split or merged by an officer.
    """

    old: Proposal
    new: Proposal | None
    provision: Provision


@dataclass(frozen=True, slots=True)
class Plan:
    """`again`: confirmed before, in words that changed or are gone, to be looked at again."""

    proposals: tuple[Carried, ...]
    readings: tuple[tuple[Reading, Provision], ...]
    again: tuple[Proposal, ...]

    @property
    def count(self) -> int:
        return len(self.proposals) + len(self.readings)


def earlier_of(version: Version) -> Version | None:
    """The text of the same work that was read before this one."""
    before = Version.objects.filter(work=version.work_id, ordinal__lt=version.ordinal, stage=Version.Stage.READ)
    return before.order_by("-ordinal").first()


def difference(earlier: Version, later: Version) -> Difference:
    """The later text compared with the earlier one, provision by provision."""
    before, after = queries.document(earlier), queries.document(later)
    found = compare(before, after)
    return Difference(before, after, found, _unchanged(found, before, after))


def plan(earlier: Version, later: Version, unchanged: Mapping[str, str]) -> Plan:
    """Which decisions on the earlier text can be kept for the later one, and which cannot."""
    rows = {row.eid: row for row in later.provisions.filter(eid__in=list(unchanged))}
    old_by_eid = _by_eid(queries.live(earlier).filter(state__in=DECIDED))
    new_by_eid = _by_eid(queries.live(later))
    carried = [
        each
        for eid, old_eid in unchanged.items()
        if eid in rows
        for each in _paired(old_by_eid.get(old_eid, []), new_by_eid.get(eid, []), rows[eid])
    ]
    held = set(unchanged.values())
    again = [
        each for eid, found in old_by_eid.items() if eid not in held for each in found if each.state == State.CONFIRMED
    ]
    return Plan(tuple(carried), tuple(_readings(earlier, rows, unchanged)), tuple(again))


def matches(old: Iterable[Proposal], new: Iterable[Proposal]) -> Iterator[tuple[Proposal, Proposal]]:
    """Proposals of two texts that say the same words in the same way, each used once."""
    free = list(new)
    for each in old:
        found = next((other for other in free if _same_words(each, other)), None)
        if found is not None:
            free.remove(found)
            yield each, found


def _paired(old: list[Proposal], new: list[Proposal], row: Provision) -> Iterator[Carried]:
    """Each decided old proposal once, unless its match was decided already or a copy of it stands there."""
    known = {each.carried_from_id for each in new if each.state in DECIDED}
    found = {each.pk: other for each, other in matches(old, new)}
    for each in old:
        other = found.get(each.pk)
        if each.pk in known or (other is not None and other.state != State.PROPOSED):
            continue
        yield Carried(each, other, row)


def _same_words(one: Proposal, other: Proposal) -> bool:
    return (one.kind, one.text.split()) == (other.kind, other.text.split()) and one.every in ("", other.every)


def _by_eid(proposals: Iterable[Proposal]) -> Mapping[str, list[Proposal]]:
    found: dict[str, list[Proposal]] = defaultdict(list)
    for each in proposals:
        found[each.provision.eid].append(each)
    return found


def _readings(
    earlier: Version, rows: Mapping[str, Provision], unchanged: Mapping[str, str]
) -> Iterator[tuple[Reading, Provision]]:
    """The last word on each unchanged provision of the earlier text, where the later one has none yet."""
    last = {reading.provision.eid: reading for reading in _words(earlier.pk)}
    said = {reading.provision_id for reading in Reading.objects.filter(provision__in=rows.values())}
    for eid, old_eid in unchanged.items():
        row, word = rows.get(eid), last.get(old_eid)
        if row and word and row.pk not in said and row.unassigned and word.outcome != Reading.Outcome.REOPENED:
            yield word, row


def _words(version_id: int) -> Iterable[Reading]:
    return Reading.objects.filter(provision__version=version_id).select_related("provision").order_by("pk")


def _unchanged(found: Comparison, before: Document, after: Document) -> dict[str, str]:
    """Provisions whose own words, and those of all they stand below up to the article, are the same.

    A point under a lead-in that now says something else is not the same point.
    """
    same = {
        pair.after.eid: pair.before.eid
        for pair in found.pairs
        if pair.change in UNCHANGED and pair.after is not None and pair.before is not None
    }
    above_old, above_new = _above(before), _above(after)

    def holds(eid: str) -> bool:
        old = same.get(eid)
        if old is None:
            return False
        parent, old_parent = above_new[eid], above_old[old]
        if parent is None or old_parent is None:
            return parent is old_parent
        return same.get(parent) == old_parent and holds(parent)

    return {eid: old for eid, old in same.items() if holds(eid)}


def _above(document: Document) -> dict[str, str | None]:
    """For each node the eid of what it stands below; None for articles, which chapters do not change."""
    found: dict[str, str | None] = {}

    def visit(node: Node, parent: str | None) -> None:
        found[node.eid] = None if node.kind is Kind.ARTICLE else parent
        for child in node.children:
            visit(child, node.eid)

    for nodes in (document.body, *(annex.body for annex in document.annexes)):
        for node in nodes:
            visit(node, None)
    return found
