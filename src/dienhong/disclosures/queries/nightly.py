"""Every open clock at once, for the nightly run: what the law says of it today, in few queries for thousands."""

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Q

from dienhong.disclosures import asking
from dienhong.disclosures.models import Disclosure, Posting, Version
from dienhong.disclosures.queries.clock import facilities
from dienhong.foundations.refusals import Refused
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality

log = logging.getLogger(__name__)
OPEN = ("due", "up", "permanent", "changed")
BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Clock:
    """An open disclosure with the newest version: what the run has to judge. `asked` is how its last day was asked."""

    pk: int
    stage: str
    due_on: date
    village: int | None
    number: int
    for_good: bool
    kind: str
    has_portal: bool
    has_radio: bool
    place: str
    path: str
    version: int
    ordinal: int
    version_due_on: date
    asked: tuple[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Difference:
    """A last day that is kept and is not the one that the law gives today; `law` is None where it gives none."""

    clock: Clock
    law: date | None


def open_clocks() -> Iterator[list[Clock]]:
    """Every open disclosure, some thousands at a time, in the order of their keys."""
    last = 0
    while batch := _clocks(Q(pk__gt=last)):
        yield batch
        last = batch[-1].pk


def clocks(pks: Iterable[int]) -> list[Clock]:
    """Those of these that are still open."""
    return _clocks(Q(pk__in=list(pks)))


def _clocks(which: Q) -> list[Clock]:
    plan = "item__plan"
    found = Disclosure.objects.filter(which, stage__in=OPEN, is_closed=False).order_by("pk")[:BATCH]
    rows = list(
        found.values_list(
            "pk", "stage", "due_on", "village_id", "item__number", "item__asked__result__for_good", f"{plan}__kind",
            f"{plan}__has_portal", f"{plan}__has_radio", f"{plan}__organization__locality__code",
            f"{plan}__organization__locality__path",
        )
    )  # fmt: skip
    newest: dict[int, tuple[Any, ...]] = {}
    versions = Version.objects.filter(disclosure__in=[row[0] for row in rows]).order_by("number")
    for disclosure, *version in versions.values_list(
        "disclosure_id", "pk", "number", "due_on", "due__rule", "due__inputs"
    ):
        newest[disclosure] = (*version[:3], (version[3], _frozen(version[4])))
    return [Clock(*row, *newest[row[0]]) for row in rows if row[0] in newest]


def _frozen(inputs: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple((name, _typed(value)) for name, value in inputs.items())


def _typed(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def complete(batch: Sequence[Clock], villages: Mapping[str, Sequence[int]], *, on: date) -> dict[int, str]:
    """Of those that are out: which are done now, and the event that says so. Three queries, one more for each merger.

    What hung in a village that was merged counts in what it became, as on the page of one disclosure.
    """
    out = [each for each in batch if each.stage == "up"]
    hung: dict[int, list[asking.Hung]] = defaultdict(list)
    found = Posting.objects.filter(version__in=[each.version for each in out]).order_by("pk")
    rows = list(
        found.values_list("version_id", "form", "place", "village_id", "claimed_on", "last_on", "removal__claimed_on")
    )
    named = {village for _version, _form, _place, village, *_days in rows} | {each.village for each in out}
    became = registry.present_ids(village for village in named if village is not None)
    for version, form, where, village, since, last_on, until in rows:
        hung[version].append(asking.Hung(form, where, became.get(village, village), since, last_on, until))
    where_of = {
        each.pk: villages.get(each.path, ()) if each.village is None else (became.get(each.village, each.village),)
        for each in out
    }
    known = facilities({village for where in where_of.values() for village in where}, on=on)
    done = {}
    for each in out:
        if _is_complete(each, hung[each.version], {village: known[village] for village in where_of[each.pk]}, on):
            done[each.pk] = "keep" if each.for_good else "complete"
    return done


def _is_complete(each: Clock, hung: list[asking.Hung], villages: Mapping[int, asking.Facilities], on: date) -> bool:
    """What the law refuses to judge is not done; one such question stops no night."""
    try:
        answer = asking.whether_complete(
            each.kind,
            each.number,
            has_portal=each.has_portal,
            has_radio=each.has_radio,
            hung=hung,
            villages=villages,
            on=on,
        )
    except Refused:
        log.exception("Chưa xét được nội dung công khai số %s", each.pk)
        return False
    return bool(answer.result)


def villages_by_place(*, on: date) -> dict[str, list[int]]:
    """The villages that exist on this day below every place, by its path. One query."""
    below: dict[str, list[int]] = defaultdict(list)
    for pk, path in registry.places_below(["/"], kinds=[Locality.Kind.VILLAGE], on=on).values_list("pk", "path"):
        parts = path.strip("/").split("/")
        for depth in range(1, len(parts) + 1):
            below["/" + "/".join(parts[:depth]) + "/"].append(pk)
    return below


def differing(batch: Iterable[Clock]) -> list[Difference]:
    """Where a last day that is kept, in the list or in the version, is not the one that the law gives today."""
    found = []
    for each in batch:
        law = _asked_again(each.asked)
        if not each.due_on == each.version_due_on == law:
            found.append(Difference(each, law))
    return found


@lru_cache(maxsize=50_000)  # of a process: rules change with its code only
def _asked_again(asked: tuple[str, tuple[tuple[str, str], ...]]) -> date | None:
    rule, inputs = asked
    return asking.again(rule, dict(inputs))
