"""What the law says about a request: asked of lawcore, refused in words that a page shows.

To 31/8/2026 the law of 2016 sets the last day. From 1/9/2026 its text is not known here, so the last day is the target
that the commune set itself, by the rule on working days, and every page says that it is no legal limit.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, ParamSpec, TypeVar

from dienhong.disclosures import queries as disclosures
from dienhong.disclosures.models import Disclosure
from dienhong.foundations.refusals import Refused
from dienhong.information_requests.models import Channel, Timing
from lawcore.answers import Answer
from lawcore.answers import Refused as NotAnswered
from lawcore.dated import NotYetInForce
from lawcore.disclosures import RULES as DISCLOSURE_RULES
from lawcore.disclosures import Publisher
from lawcore.petitions import DEADLINES, RULES
from lawcore.petitions.information import Channel as Way
from lawcore.petitions.information_refusals import Ground
from lawcore.petitions.lifecycle_requests import INFORMATION
from lawcore.timelimits import RULES as DAYS

P = ParamSpec("P")
T = TypeVar("T")

WAYS: Final[Mapping[str, Way]] = {
    Channel.PORTAL: Way.ONLINE,
    Channel.OFFICE: Way.DIRECT,
    Channel.POST: Way.POST,
    Channel.VILLAGE_HEAD: Way.DIRECT,
}
"""A village head fetches the paper at the office for the person: the shorter time of the office counts."""


GROUNDS: Final[Mapping[str, Ground]] = {each.value: each for each in Ground}


def _in_words(ask: Callable[P, T]) -> Callable[P, T]:
    """A question the law does not answer becomes a refusal that a page shows."""

    def asked(*given: P.args, **named: P.kwargs) -> T:
        try:
            return ask(*given, **named)
        except (NotAnswered, NotYetInForce) as refusal:
            raise Refused(str(refusal)) from refusal

    return asked


@dataclass(frozen=True, slots=True)
class Clock:
    """By what the last day is set, the day, and its reason; neither where nothing sets one."""

    timing: str
    due: Answer[date] | None = None

    @property
    def day(self) -> date | None:
        return self.due.result if self.due else None


@_in_words
def clock(
    *, channel: str, received_on: date, since: date, simple: bool | None = None, target: int | None = None
) -> Clock:
    """The last day to answer; `target` are the working days that the commune set for requests of this day."""
    by_law: Answer[Any] = DEADLINES["information.reply"](
        since=since, channel=WAYS[channel], simple=bool(simple), opened=received_on
    )
    if by_law.result is not None:
        return Clock(Timing.LAW, by_law)
    if target is None:
        return Clock(Timing.NONE)
    aimed: Answer[Any] = DAYS["working_days"](since=since, days=target)
    return Clock(Timing.TARGET, aimed)


@_in_words
def extended(*, channel: str, received_on: date, since: date) -> Answer[Any]:
    """The last day when the time is extended; a result of None where the law is not known."""
    return DEADLINES["information.extended"](since=since, channel=WAYS[channel], opened=received_on)


@_in_words
def may_extend(
    *, channel: str, received_on: date, since: date, announced_on: date, simple: bool, extended_before: bool
) -> Answer[Any]:
    """Whether the time may be extended; None where the law is not known."""
    return RULES["information.may_extend"](
        since=since,
        announced_on=announced_on,
        channel=WAYS[channel],
        simple=simple,
        extended_before=extended_before,
        opened=received_on,
    )


@_in_words
def may_refuse(ground: str, *, on: date, facts: "Facts | None", given: int, good_reason: bool) -> Answer[Any]:
    """Whether this ground holds, by the law of the day on which the request was received."""
    return RULES["information.may_refuse"](
        on=on,
        ground=GROUNDS[ground],
        in_period=facts.in_period if facts else True,
        published=facts.published if facts else True,
        given=given,
        good_reason=good_reason,
    )


@_in_words
def whether_valid(*, on: date, identified: bool, named: bool, purpose: bool) -> Answer[Any]:
    """Whether the form has what the law asks for; None where the law is not known."""
    return RULES["information.valid"](on=on, identified=identified, named=named, purpose=purpose)


def is_law_known(on: date) -> bool:
    """Whether the law in force on this day was read here."""
    return whether_valid(on=on, identified=True, named=True, purpose=True).result is not None


def asks_identity(on: date) -> bool:
    """Whether the law of the day asks for an identity number and a purpose; not asked for where it is not known."""
    return whether_valid(on=on, identified=False, named=True, purpose=True).result is False


@_in_words
def whether_provided(*, on: date, resident: bool) -> Answer[Any]:
    """Whether the commune has to give what it has to this person, who may still be directly concerned."""
    return RULES["information.commune_provides"](on=on, resident=resident)


@_in_words
def claim(*, since: date) -> Answer[Any]:
    """By when who says that the answer is wrong is answered; a result of None where the law is not known."""
    return DEADLINES["information.claim"](since=since)


@dataclass(frozen=True, slots=True)
class Facts:
    """What counts of a content that has to be disclosed: whether its time still runs, whether everybody can see it."""

    in_period: bool
    published: bool


def facts_of(disclosure: Disclosure) -> Facts:
    """Of a disclosure with its versions and postings loaded; it may have none yet."""
    newest = next(iter(disclosure.versions.all()), None)
    shown = newest is not None and disclosures.is_shown(newest)
    return Facts(disclosure.stage != "archived" and not disclosure.is_closed, shown)


@_in_words
def owed(facts: Facts, *, on: date) -> Answer[Any]:
    """LDC art. 14 cl. 2: whether a content of the commune's list must be given to who asks."""
    return DISCLOSURE_RULES["disclosure.owed_on_request"](
        kind=Publisher.COMMUNE, in_period=facts.in_period, published=facts.published, on=on
    )


def after(stage: str, event: str) -> str:
    """The stage that an event leads to; Refused where the law knows no such step."""
    return _in_words(INFORMATION.after)(stage, event).to


def can(stage: str, event: str) -> bool:
    """Whether the event can happen at this stage."""
    return any(move.event == event for move in INFORMATION.moves_from(stage))
