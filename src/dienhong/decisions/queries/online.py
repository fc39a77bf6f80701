"""Online votes: which answer of a household counts, who took part, who typed for whom."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from dienhong.decisions import access
from dienhong.decisions.models import HouseholdKey, Mark, OnlineRound, Vote
from dienhong.decisions.queries.codes import code_of, index_of
from dienhong.decisions.queries.matters import seen_by
from dienhong.foundations.actors import Actor
from dienhong.rolls.models import Entry

About, Channel = Vote.About, Vote.Channel
RANK = {Channel.ASSISTED: 1, Channel.ONLINE: 2, Channel.SLIP: 3, Channel.MEETING: 4}
"""A paper given at a meeting counts before a slip that was collected, and that before what came online.

What somebody else typed for a household never stands before the household's own answer.
"""
ONE_OF = 5
"""Who typed for more than one of so many households that answered is pointed out."""
MOST_OF_A_DEVICE = 3
"""From one telephone more households than this are pointed out."""


def online_rounds(actor: Actor) -> QuerySet[OnlineRound]:
    """The online votes of the actor's villages, newest first."""
    found = OnlineRound.objects.filter(seen_by(actor))
    return found.select_related("village__parent", "roll", "matter").order_by("-pk")


def online_round(pk: int, actor: Actor) -> OnlineRound:
    """Raises NotFound alike for what is not there and what is not the actor's."""
    found = online_rounds(actor).filter(pk=pk).first()
    if found is None:
        raise access.nothing()
    return found


def household_code(online_round: OnlineRound, entry: Entry) -> str:
    """The code that stands on a household's slip for this vote."""
    return code_of(f"online:{online_round.pk}:{entry.number}")


def by_code(typed: str) -> HouseholdKey | None:
    """The household whose code this is; None for any other, in the same time."""
    rows = HouseholdKey.objects.select_related("online_round__matter", "online_round__village__parent", "entry")
    return rows.filter(index=index_of(typed)).first()


def counting_one(votes: Iterable[Vote]) -> Vote | None:
    """Which of a household's answers about one question counts: paper before online, then the newest."""
    best: Vote | None = None
    for each in sorted(votes, key=lambda vote: vote.turn):
        if best is None or RANK[Channel(each.channel)] >= RANK[Channel(best.channel)]:
            best = each
    return best


def slips(online_round: OnlineRound) -> QuerySet[Vote]:
    """The answers that somebody typed from a signed slip, by the number of the household. One query."""
    rows = Vote.objects.filter(online_round=online_round, file__isnull=False)
    return rows.select_related("entry", "file").order_by("entry__number", "pk")


def of_household(online_round: OnlineRound, entry: int, about: Vote.About) -> list[Vote]:
    """All answers of a household, the first first. One query."""
    rows = Vote.objects.filter(online_round=online_round, entry_id=entry, about=about)
    return list(rows.order_by("turn"))


def effective(online_round: OnlineRound, about: Vote.About) -> Mapping[int, Vote]:
    """The answer that counts, by the id of the household's entry. One query."""
    of: dict[int, list[Vote]] = defaultdict(list)
    for each in Vote.objects.filter(online_round=online_round, about=about).select_related("entry").order_by("turn"):
        of[each.entry_id].append(each)
    return {entry: found for entry, votes in of.items() if (found := counting_one(votes)) is not None}


def tally(found: Mapping[int, Vote]) -> dict[str, int]:
    """How many households answered what, of effective answers."""
    of = Counter(each.answer for each in found.values())
    return {mark.value: of[mark.value] for mark in Mark}


@dataclass(frozen=True, slots=True)
class Typed:
    """How many households somebody typed for, of all that answered; `is_much` where that is pointed out."""

    by: str
    households: int
    of: int

    @property
    def is_much(self) -> bool:
        return self.households * ONE_OF > self.of


def typed_for(found: Mapping[int, Vote]) -> list[Typed]:
    """Who typed for how many households, the most first."""
    of = Counter(each.recorded_by for each in found.values() if each.channel != Channel.ONLINE)
    return [Typed(by, households, len(found)) for by, households in of.most_common()]


def crowded(found: Mapping[int, Vote]) -> list[int]:
    """How many households answered from one telephone, for each with more than may be: the most first."""
    of = Counter(each.device for each in found.values() if each.channel == Channel.ONLINE and each.device)
    return [number for _device, number in of.most_common() if number > MOST_OF_A_DEVICE]
