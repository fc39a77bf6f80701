"""Ballot rounds: which ones, where every slip is, what was counted, who walks where."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from dienhong.decisions import access, counting
from dienhong.decisions.models import BallotRound, Passing, Slip, SlipAnswer, SlipSheet
from dienhong.decisions.queries.codes import code_of
from dienhong.decisions.queries.matters import seen_by
from dienhong.foundations.actors import Actor
from dienhong.rolls.models import Entry
from lawcore.vietnamese import nfc

To = Passing.To
STANDING = frozenset({To.OUT, To.COLLECTED, To.LATE, To.HANDED_BACK})
"""Where a slip is when its household may not have another."""

ALLOWED = {
    To.OUT: frozenset({To.COLLECTED, To.LATE, To.SPOILED, To.HANDED_BACK, To.UNUSED}),
    To.COLLECTED: frozenset({To.OUT, To.SPOILED}),
    To.LATE: frozenset({To.OUT}),
    To.HANDED_BACK: frozenset({To.OUT, To.COLLECTED, To.LATE}),
    To.SPOILED: frozenset(),
}
"""Where a slip may go from where it is. Back to the household, or into the pads, is a correction and says why."""
SAYS_WHY = frozenset({To.OUT, To.UNUSED})
"""A slip that was somewhere else goes there only by a correction."""
BEFORE_COUNT = frozenset({"chosen", "planned", "plan_sent", "team_set", "announced", "collecting", "counting"})
"""Stages of a round without a result."""


def ballot_rounds(actor: Actor) -> QuerySet[BallotRound]:
    """The rounds of the actor's villages, newest first."""
    found = BallotRound.objects.filter(seen_by(actor))
    return found.select_related("village__parent", "roll", "matter").order_by("-pk")


def ballot_round(pk: int, actor: Actor) -> BallotRound:
    """Raises NotFound alike for what is not there and what is not the actor's."""
    found = ballot_rounds(actor).filter(pk=pk).first()
    if found is None:
        raise access.nothing()
    return found


def slip_code(slip: Slip) -> str:
    """The code printed on a slip."""
    return code_of(f"slip:{slip.ballot_round_id}:{slip.number}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a slip is, and with which household it last was. Ids only."""

    to: To
    entry: int


def places(ballot_round: BallotRound) -> Mapping[int, Place]:
    """Where every slip is that ever left the pads, by the slip's id. One query."""
    rows = Passing.objects.filter(ballot_round=ballot_round).order_by("pk").values_list("slip_id", "to", "entry_id")
    found = {slip: Place(To(to), entry) for slip, to, entry in rows}
    return {slip: place for slip, place in found.items() if place.to != To.UNUSED}


def pads(ballot_round: BallotRound) -> dict[str, int]:
    """What the lists say of all slips, by the names of `counting.ON_SLIPS`. Two queries."""
    return pads_of(ballot_round.slips.count(), places(ballot_round))


def pads_of(printed: int, where: Mapping[int, Place]) -> dict[str, int]:
    """The same, of what was read already."""
    of = Counter(place.to for place in where.values())
    households = len({place.entry for place in where.values()})
    return {
        "printed": printed,
        "unused": printed - len(where),
        "issued": len(where),
        "replaced": len(where) - households,
        "collected": of[To.COLLECTED],
        "handed_back": of[To.HANDED_BACK],
        "spoiled": of[To.SPOILED],
        "late": of[To.LATE],
        "missing": of[To.OUT],
    }


@dataclass(frozen=True, slots=True)
class Line:
    """A household on the list of a round: its newest slip and where that is; None before anything was handed out."""

    entry: Entry
    slip: Slip | None
    to: To | None

    @property
    def words(self) -> str:
        """Where the slip is, in words."""
        return str(self.to.label) if self.to else ""


def lines(ballot_round: BallotRound) -> list[Line]:
    """Every household of the roll in the order of its number. Three queries."""
    if ballot_round.roll is None:
        return []
    entries = ballot_round.roll.entries.order_by("number")
    slips = {each.pk: each for each in ballot_round.slips.all()}
    newest: dict[int, tuple[Slip, To]] = {}
    for slip, place in places(ballot_round).items():
        if place.entry not in newest or place.to in STANDING:
            newest[place.entry] = (slips[slip], place.to)
    return [Line(each, *newest.get(each.pk, (None, None))) for each in entries]


def hamlet_of(entry: Entry) -> str:
    """The part of a village where a household lives: what stands before the first comma of its address; "" unknown."""
    return nfc(entry.address).split(",")[0].strip()


def hamlets(entries: Iterable[Entry]) -> list[str]:
    """All of them, in the order of the alphabet, the unknown last."""
    return sorted({hamlet_of(each) for each in entries}, key=lambda name: (not name, name))


def on_route(route: Mapping[str, Any], found: Iterable[Line]) -> list[Line]:
    """The households of one of a round's `routes`, of lines that were read already."""
    return [each for each in found if hamlet_of(each.entry) in route["hamlets"]]


def slip_sheets(ballot_round: BallotRound) -> dict[int, SlipSheet]:
    """The newest sheet of each of the two places. One query."""
    return {each.place: each for each in SlipSheet.objects.filter(ballot_round=ballot_round).order_by("pk")}


def agreed_slips(ballot_round: BallotRound) -> dict[str, int] | None:
    """The figures on which both people agree; None while one sheet is missing or they differ."""
    both = slip_sheets(ballot_round)
    if set(both) != {1, 2} or both[1].figures != both[2].figures:
        return None
    return {name: both[1].figures[name] for name in counting.ON_SLIPS}


def typed_answers(ballot_round: BallotRound) -> dict[int, SlipAnswer]:
    """The newest typed answer of each slip of a named round, by the slip's id; nothing in a secret one. One query."""
    rows = SlipAnswer.objects.filter(slip__ballot_round=ballot_round).order_by("pk")
    return {each.slip_id: each for each in rows}


def typed_figures(ballot_round: BallotRound) -> dict[str, int]:
    """What the typed answers of the collected slips add up to: agree, disagree, other, invalid. Two queries."""
    where = places(ballot_round)
    found = typed_answers(ballot_round)
    of = Counter(answer.answer for slip, answer in found.items() if slip in where and where[slip].to == To.COLLECTED)
    return {name: of[name] for name in ("agree", "disagree", "other", "invalid")}
