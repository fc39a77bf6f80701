"""What the law says about a plan, a clock, a posting: asked of lawcore, refused in words that a page shows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ParamSpec, TypeVar

from dienhong.foundations.refusals import Refused
from dienhong.registry.models import Organization
from lawcore.answers import Answer
from lawcore.answers import Refused as NotAnswered
from lawcore.dated import NotYetInForce
from lawcore.disclosures import CATALOGUES, DEADLINES, LIFECYCLES, MINIMUM, RULES, Form, Item, Part, Place, Publisher
from lawcore.disclosures.items import Posted
from lawcore.disclosures.periods import quarter_end
from lawcore.timelimits.reckoning import ONE_DAY

P = ParamSpec("P")
T = TypeVar("T")

KINDS: Mapping[str, Publisher] = {
    Organization.Kind.COMMITTEE: Publisher.COMMUNE,
    Organization.Kind.AGENCY: Publisher.AGENCY,
    Organization.Kind.PUBLIC_UNIT: Publisher.AGENCY,
    Organization.Kind.STATE_ENTERPRISE: Publisher.ENTERPRISE,
}
"""Which kind of publisher an organization is; the others disclose nothing under these articles."""


@dataclass(frozen=True, slots=True)
class Hung:
    """A posting as the law counts it: `until` is the day it came down, None while it hangs."""

    form: str
    place: str
    village: int | None
    since: date
    last_on: date | None = None
    until: date | None = None

    def days(self, on: date) -> int:
        """Full days that it has hung by this day: neither the day it was put up nor this one, which is not over."""
        return max(0, (min(self.until or on, on) - self.since - ONE_DAY).days)


def _in_words(ask: Callable[P, T]) -> Callable[P, T]:
    """A question the law does not answer becomes a refusal that a page shows."""

    def asked(*given: P.args, **named: P.kwargs) -> T:
        try:
            return ask(*given, **named)
        except (NotAnswered, NotYetInForce) as refusal:
            raise Refused(str(refusal)) from refusal

    return asked


def contents(kind: str) -> tuple[Item, ...]:
    """The contents that the article names, in its order."""
    return tuple(each for each in CATALOGUES[f"disclosure.{kind}"] if isinstance(each, Item))


def parts(kind: str) -> Iterator[tuple[int, Item, Part]]:
    """Every single thing to disclose: the number of its content, the content, the part (itself, where it has none)."""
    for number, item in enumerate(contents(kind), start=1):
        for part in item.parts or (Part(item.code, item.label),):
            yield number, item, part


@_in_words
def obligations(kind: str, number: int, *, has_portal: bool, has_radio: bool, on: date) -> Answer[Any]:
    """In which ways, where and for how long a content is disclosed."""
    return RULES["disclosure.obligations"](
        kind=Publisher(kind), item=number, has_portal=has_portal, has_radio=has_radio, on=on
    )


@_in_words
def last_day(kind: str, *, since: date) -> Answer[Any]:
    """By when it must be out, counted from the day of the decision."""
    return DEADLINES[f"disclosure.{kind}"](since=since)


@_in_words
def last_day_of_change(kind: str, *, since: date) -> Answer[Any]:
    """By when a change must be out. Only of a commune do the articles speak of changes: others as for what is new."""
    if kind == Publisher.COMMUNE:
        return DEADLINES["disclosure.change"](since=since)
    return DEADLINES[f"disclosure.{kind}"](since=since)


@_in_words
def first_day_down(kind: str, *, since: date) -> Answer[Any]:
    """The first day on which a posting put up on `since` may come down."""
    return MINIMUM[f"posting.{kind}"](since=since)


@_in_words
def last_broadcast(*, since: date) -> Answer[Any]:
    """Until when the radio repeats it at least; `since` is the first day of broadcasting."""
    return MINIMUM["broadcast"](since=since)


def stays_for_a_time(kind: str, number: int) -> bool:
    """Whether the law sets a shortest time for this content."""
    return contents(kind)[number - 1].posted is Posted.FOR_A_TIME


@_in_words
def last_day_of_list(*, since: date) -> Answer[Any]:
    """By when the list of what was disclosed in the quarter of this day is to be posted."""
    return DEADLINES["disclosure.quarterly_list"](since=since)


def quarter(year: int, number: int) -> tuple[date, date]:
    """First and last day of a quarter, from 1 to 4."""
    first = date(year, 3 * number - 2, 1)
    return first, quarter_end(first)


@_in_words
def whether_complete(
    kind: str,
    number: int,
    *,
    has_portal: bool,
    has_radio: bool,
    hung: Iterable[Hung],
    villages: Iterable[int],
    on: date,
) -> Answer[Any]:
    """Whether every required way is done for as long as required; the explanation names what is missing."""
    hung, villages = tuple(hung), tuple(villages)
    if kind == Publisher.COMMUNE:
        return RULES["disclosure.complete"](
            item=number,
            has_portal=has_portal,
            has_radio=has_radio,
            on_portal=any(each.form == Form.PORTAL and each.until is None for each in hung),
            office_days=_longest(hung, Place.OFFICE, on),
            house_days=_shortest_of(villages, hung, Place.CULTURAL_HOUSE, on),
            point_days=_shortest_of(villages, hung, Place.COMMUNITY_POINT, on),
            still_posted=any(each.place == Place.OFFICE and each.until is None for each in hung),
            broadcast_days=_broadcast_days(hung, on),
            sent_to_village_heads=any(each.form == Form.VILLAGE_HEAD and each.village is None for each in hung)
            or (bool(villages) and set(villages) <= {e.village for e in hung if e.form == Form.VILLAGE_HEAD}),
            on=on,
        )
    return RULES["disclosure.complete_inside"](
        kind=Publisher(kind),
        item=number,
        has_portal=has_portal,
        portal_days=max((each.days(on) for each in hung if each.form == Form.PORTAL), default=0),
        headquarters_days=_longest(hung, Place.HEADQUARTERS, on),
        workplace_days=_longest(hung, Place.WORKPLACE, on),
        all_in_writing=any(each.form == Form.ALL_IN_WRITING for each in hung),
        on=on,
    )


def after(stage: str, event: str) -> str:
    """The stage that an event leads to; Refused where the law knows no such step."""
    return _in_words(LIFECYCLES[0].after)(stage, event).to


def can(stage: str, event: str) -> bool:
    """Whether the event can happen at this stage."""
    return any(move.event == event for move in LIFECYCLES[0].moves_from(stage))


def _longest(hung: Iterable[Hung], place: Place, on: date) -> int:
    return max((each.days(on) for each in hung if each.place == place), default=0)


def _shortest_of(villages: Iterable[int], hung: Iterable[Hung], place: Place, on: date) -> int:
    """Days at this place in the village where it hung the shortest; a posting without a village counts for all."""
    there = [each for each in hung if each.place == place]
    everywhere = _longest([each for each in there if each.village is None], place, on)
    in_each = [max(everywhere, _longest([e for e in there if e.village == one], place, on)) for one in villages]
    return min(in_each, default=everywhere)


def _broadcast_days(hung: Iterable[Hung], on: date) -> int:
    """Days of the longest broadcast in a row that are over or under way."""
    runs = [(each.since, min(each.last_on or each.since, on)) for each in hung if each.form == Form.RADIO]
    return max(((last - first + ONE_DAY).days for first, last in runs), default=0)
