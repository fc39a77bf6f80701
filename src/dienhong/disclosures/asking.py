"""What the law says about a plan, a clock, a posting: asked of lawcore, refused in words that a page shows."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, ParamSpec, TypeVar

from dienhong.foundations.refusals import Refused
from dienhong.registry.models import Organization
from lawcore.answers import Answer
from lawcore.answers import Refused as NotAnswered
from lawcore.dated import NotYetInForce
from lawcore.disclosures import (
    CATALOGUES,
    DEADLINES,
    LIFECYCLES,
    MINIMUM,
    RULES,
    Form,
    Item,
    Notice,
    Part,
    Place,
    Publisher,
)
from lawcore.disclosures.items import Posted
from lawcore.disclosures.periods import quarter_end
from lawcore.timelimits import Every, Period, Unit
from lawcore.timelimits import last_day as last_day_of
from lawcore.timelimits.reckoning import ONE_DAY

P = ParamSpec("P")
T = TypeVar("T")

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
KINDS: Mapping[str, Publisher] = {
    Organization.Kind.COMMITTEE: Publisher.COMMUNE,
    Organization.Kind.AGENCY: Publisher.AGENCY,
    Organization.Kind.PUBLIC_UNIT: Publisher.AGENCY,
    Organization.Kind.STATE_ENTERPRISE: Publisher.ENTERPRISE,
}
"""Which kind of publisher an organization is; the others disclose nothing under these articles."""
TARGETS = ("deadline.disclosure.of_period", "deadline.disclosure.change")
"""Rules whose day is a target of service, unless another law sets it."""

Facilities = Mapping[str, bool]
"""Whether a village has each kind of place to post at; what is not known is absent."""


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
    return _obligations(kind=Publisher(kind), item=number, has_portal=has_portal, has_radio=has_radio, on=on)


@_in_words
def last_day(kind: str, *, since: date, by_other_law: date | None = None) -> Answer[Any]:
    """By when it must be out, counted from the day of the decision, or by the law of the field."""
    return DEADLINES[f"disclosure.{kind}"](since=since, by_other_law=by_other_law)


@_in_words
def last_day_of_figures(kind: str, *, ended: date, by_other_law: date | None = None) -> Answer[Any]:
    """By when the figures of a period that ended on this day must be out."""
    return DEADLINES["disclosure.of_period"](kind=Publisher(kind), since=ended, by_other_law=by_other_law)


@_in_words
def day_of_the_field(number: int, unit: str, *, since: date) -> date:
    """The day that a law of the field reaches which gives so many days from this one."""
    return last_day_of(Period(number, Unit(unit)), since).day


def is_target(due: Mapping[str, Any]) -> bool:
    """Whether a stored answer is a target of service: the law itself sets no day."""
    return due["rule"] in TARGETS and not due["inputs"].get("by_other_law")


def every(code: str, kind: str) -> Every | None:
    """How often figures are owed under a content of the plan; None where an event brings them."""
    return next((part.every for _number, _item, part in parts(kind) if part.code == code), None)


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


@_in_words
def may_notify(form: str, *, agreed: bool, on: date) -> Answer[Any]:
    """Whether a village head may tell the people in this way; `agreed`: the community agreed on that network."""
    return RULES["disclosure.notice_valid"](form=Notice(form), agreed=agreed, on=on)


def again(rule: str, inputs: Mapping[str, str]) -> date | None:
    """The last day that a stored question gets by the rules of today; None where they no longer answer it."""
    ask = DEADLINES.get(rule.removeprefix("deadline."))
    given: dict[str, Any] = {name: _day(value) or value for name, value in inputs.items()}
    try:
        found = ask(**given).result if ask is not None else None
    except (NotAnswered, NotYetInForce, TypeError, ValueError):
        return None
    return found if isinstance(found, date) else None


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if DAY.fullmatch(text) else None


def stays_for_a_time(kind: str, number: int) -> bool:
    """Whether the law sets a shortest time for this content."""
    return contents(kind)[number - 1].posted is Posted.FOR_A_TIME


def way_for(form: str, required: Iterable[str]) -> str:
    """LDC art. 48 cl. 2, 66 cl. 2: the required way that this one is, or stands for.

    Where everybody inside got it in writing, nothing has to be posted.
    """
    stands = form == Form.ALL_IN_WRITING and Form.POSTING in set(required)
    return Form.POSTING.value if stands else form


def is_required(form: str, required: Iterable[str]) -> bool:
    """LDC art. 13, 48, 66: whether this way counts. Where no way is named, every one does (art. 11 cl. 14)."""
    required = set(required)
    return not required or way_for(form, required) in required


def lacking(required: Iterable[str], recorded: Iterable[str]) -> tuple[str, ...]:
    """The required ways, in their order, that nothing recorded is or stands for."""
    required = tuple(required)
    done = {way_for(form, required) for form in recorded}
    return tuple(form for form in required if form not in done)


@_in_words
def last_day_of_list(*, since: date) -> Answer[Any]:
    """By when the list of what was disclosed in the quarter of this day is to be posted."""
    return DEADLINES["disclosure.quarterly_list"](since=since)


@_in_words
def first_day_down_of_list(*, since: date) -> Answer[Any]:
    """The first day on which a quarterly list put up on `since` may come down."""
    return MINIMUM["posting.quarterly_list"](since=since)


@_in_words
def day_of_report(*, since: date, session: date) -> Answer[Any]:
    """By when the council is told: its next regular session after the day the results were there."""
    return RULES["disclosure.report_due"](since=since, session=session)


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
    villages: Mapping[int, Facilities],
    on: date,
) -> Answer[Any]:
    """Whether every required way is done for as long as required; the explanation names what is missing.

    `villages` are those where it has to hang, each with what is known of its places to post.
    """
    hung = tuple(hung)
    if kind == Publisher.COMMUNE:
        stays = obligations(kind, number, has_portal=has_portal, has_radio=has_radio, on=on).result.stays
        least = stays.number if stays else 0
        return _complete(
            item=number,
            has_portal=has_portal,
            has_radio=has_radio,
            on_portal=any(each.form == Form.PORTAL and each.until is None for each in hung),
            office_days=_longest(hung, Place.OFFICE, on),
            house_days=_shortest_of(villages, hung, Place.CULTURAL_HOUSE, on),
            point_days=_shortest_of(villages, hung, Place.COMMUNITY_POINT, on),
            has_house=_has(villages, hung, Place.CULTURAL_HOUSE, least=least, on=on),
            has_point=_has(villages, hung, Place.COMMUNITY_POINT, least=least, on=on),
            still_posted=any(each.place == Place.OFFICE and each.until is None for each in hung),
            broadcast_days=_broadcast_days(villages, hung, on),
            sent_to_village_heads=any(each.form == Form.VILLAGE_HEAD and each.village is None for each in hung)
            or (bool(villages) and set(villages) <= {e.village for e in hung if e.form == Form.VILLAGE_HEAD}),
            on=on,
        )
    return _complete_inside(
        kind=Publisher(kind),
        item=number,
        has_portal=has_portal,
        portal_days=max((each.days(on) for each in hung if each.form == Form.PORTAL), default=0),
        headquarters_days=_longest(hung, Place.HEADQUARTERS, on),
        workplace_days=_longest(hung, Place.WORKPLACE, on),
        all_in_writing=any(each.form == Form.ALL_IN_WRITING for each in hung),
        on=on,
    )


@lru_cache(maxsize=1_000)
def _obligations(**facts: Any) -> Answer[Any]:
    return RULES["disclosure.obligations"](**facts)


@lru_cache(maxsize=20_000)
def _complete(**facts: Any) -> Answer[Any]:
    """Kept: in one night many disclosures ask it with the same days."""
    return RULES["disclosure.complete"](**facts)


@lru_cache(maxsize=5_000)
def _complete_inside(**facts: Any) -> Answer[Any]:
    return RULES["disclosure.complete_inside"](**facts)


def after(stage: str, event: str) -> str:
    """The stage that an event leads to; Refused where the law knows no such step."""
    return _in_words(LIFECYCLES[0].after)(stage, event).to


def can(stage: str, event: str) -> bool:
    """Whether the event can happen at this stage."""
    return any(move.event == event for move in LIFECYCLES[0].moves_from(stage))


def _longest(hung: Iterable[Hung], place: Place, on: date) -> int:
    return max((each.days(on) for each in hung if each.place == place), default=0)


def _shortest_of(villages: Mapping[int, Facilities], hung: Iterable[Hung], place: Place, on: date) -> int:
    """Days at this place in the village where it hung the shortest, of those not known to have none."""
    days = _days_at(villages, hung, place, on)
    there = [days[one] for one, known in villages.items() if known.get(place) is not False]
    return min(there, default=_longest([each for each in hung if each.village is None], place, on))


def _has(
    villages: Mapping[int, Facilities], hung: Iterable[Hung], place: Place, *, least: int, on: date
) -> bool | None:
    """Whether villages have the place; None where it depends on villages of which that is not known."""
    known = [facilities.get(place) for facilities in villages.values()]
    if not known or None not in known:
        return not known or any(known)
    days = _days_at(villages, hung, place, on)
    is_short = any(days[one] < least for one, facilities in villages.items() if facilities.get(place))
    return True if is_short else None


def _days_at(villages: Mapping[int, Facilities], hung: Iterable[Hung], place: Place, on: date) -> dict[int, int]:
    """Days at this place, village by village; a posting without a village counts for all."""
    days: dict[int | None, int] = {}
    for each in hung:
        if each.place == place:
            days[each.village] = max(days.get(each.village, 0), each.days(on))
    everywhere = days.get(None, 0)
    return {one: max(everywhere, days.get(one, 0)) for one in villages}


def _broadcast_days(villages: Iterable[int], hung: Iterable[Hung], on: date) -> int:
    """Days of the longest broadcast in a row that are over or under way, in the village that heard it the shortest.

    A broadcast without a village is that of the whole commune.
    """
    runs = [
        (each.village, max(0, (min(each.last_on or each.since, on) - each.since + ONE_DAY).days))
        for each in hung
        if each.form == Form.RADIO
    ]
    if not runs:
        return 0
    longest = [max((days for heard, days in runs if heard in {None, one}), default=0) for one in villages]
    return min(longest, default=max((days for heard, days in runs if heard is None), default=0))
