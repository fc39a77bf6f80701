"""What the commune put to all of its villages: how each voted, and what that comes to over the commune."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from dienhong.decisions.models import CommuneMatter, Matter, Outcome
from lawcore.answers import Answer
from lawcore.ballots.matters import Matter as Kind
from lawcore.ballots.thresholds import Count, adopted_by_villages
from lawcore.readings import VILLAGE_APPROVES


@dataclass(frozen=True, slots=True)
class Vote:
    """A village's own matter under it, and its newest count; None while it has not voted."""

    matter: Matter
    last: Outcome | None


@dataclass(frozen=True, slots=True)
class Tally:
    """Every village, what the law says of all together, and what it says by each way to read when a village agrees.

    A village that has not voted counts as not agreeing: `outstanding` says how many those are.
    """

    votes: tuple[Vote, ...]
    answer: Answer[bool]
    readings: tuple[tuple[str, Answer[bool]], ...]
    outstanding: int

    @property
    def is_settled(self) -> bool:
        """Whether the outstanding villages cannot change it: adopted by every reading, or all have voted."""
        return not self.outstanding or all(answer.result for _words, answer in self.readings)


def tally(under: CommuneMatter) -> Tally | None:
    """LDC art. 21 cl. 1 over the villages asked; None where none was. Two queries."""
    newest = Prefetch("outcomes", Outcome.objects.order_by("-pk"), to_attr="counted")
    matters = under.matters.select_related("village").prefetch_related(newest).order_by("village__path", "pk")
    votes = tuple(Vote(each, each.counted[0] if each.counted else None) for each in matters)
    return _tally(under, votes) if votes else None


def _tally(under: CommuneMatter, votes: Sequence[Vote]) -> Tally:
    # A village that has not voted stands for one household that does not agree: only its share counts.
    counts = [Count(each.last.households, each.last.agree) if each.last else Count(1, 0) for each in votes]
    found = {
        choice: adopted_by_villages(matter=Kind(under.kind), counts=counts, on=under.begun_on, village_approves=choice)
        for choice in VILLAGE_APPROVES.choices
    }
    return Tally(
        tuple(votes),
        found[VILLAGE_APPROVES.default],
        tuple((VILLAGE_APPROVES.choices[choice], answer) for choice, answer in found.items()),
        sum(each.last is None for each in votes),
    )
