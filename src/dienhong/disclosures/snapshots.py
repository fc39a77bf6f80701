"""What a signed paper says, as one JSON value taken at one moment: its tables, its figures and its hash come from it.

Names of places, posts and contents are in it too: what is renamed later does not change what was signed. Titles are
those that everybody may read; no person is named. Vietnamese whatever language the page is in.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.utils import translation

from dienhong.disclosures import asking, queries, shown
from dienhong.disclosures.models import Plan, Posting, Statement, Version
from dienhong.disclosures.queries.judged import Judged, carried, judged
from dienhong.disclosures.results import Counted
from dienhong.disclosures.terms import terms
from dienhong.foundations.clock import legal_day
from dienhong.ledger.canonical import canonical
from lawcore.disclosures import Place
from lawcore.indicators.periods import Period

FORMAT = 1

Json = dict[str, Any]


def hash_of(snapshot: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical JSON: the same facts give the same hash everywhere."""
    return hashlib.sha256(canonical(snapshot)).hexdigest()


def is_intact(statement: Statement) -> bool:
    """Whether it still says what was hashed."""
    return hash_of(statement.snapshot) == statement.snapshot_hash


def day_of(statement: Statement) -> date:
    """The day whose facts it tells."""
    return date.fromisoformat(statement.snapshot["as_of"])


def replacing(snapshot: Json, earlier: Statement | None) -> Json:
    """The snapshot with number and day of the signed paper that it will stand instead of."""
    return snapshot if earlier is None else {**snapshot, "replaces": _signed(earlier)}


def of_plan(plan: Plan, *, on: date) -> Json:
    """LDC art. 14 cl. 1: contents, ways, time, length, who is responsible. Two queries."""
    headings = asking.contents(plan.kind)
    with translation.override("vi"):
        return {
            **_head(plan, queries.year_of(plan), on=on),
            "has_portal": plan.has_portal,
            "has_radio": plan.has_radio,
            "items": [_item(item, headings[item.number - 1].label, plan.kind) for item, _opened in queries.items(plan)],
        }


def _item(item: Any, heading: str, kind: str) -> Json:
    said, asked = terms(item, kind), item.asked["result"]
    return {
        "code": item.code,
        "number": item.number,
        "heading": heading,
        "label": item.label,
        "clause": item.clause,
        "is_local": item.is_local,
        "owner": item.owner.title if item.owner else "",
        "forms": said.forms,
        "places": said.places,
        "due": said.due,
        "stays": said.stays,
        "rule": {
            **{name: asked[name] for name in ("forms", "places", "stays", "for_good", "broadcast", "within")},
            "field": [item.field_days, item.field_unit, item.field_clause],
        },
    }


def of_quarter(plan: Plan, period: Period, *, on: date) -> Json:
    """LDC art. 13 cl. 2: what was disclosed in a quarter, with the ways and the time. A fixed number of queries."""
    with translation.override("vi"):
        rows: dict[int, Json] = {}
        for posting in queries.posted(plan, first=period.first_day, last=period.last_day):
            version = posting.version
            row = rows.setdefault(version.pk, _disclosed(version))
            row["lines"].append(_line(posting))
        return {**_head(plan, period, on=on), "quarter": period.number, "rows": list(rows.values())}


def _disclosed(version: Version) -> Json:
    disclosure = version.disclosure
    withdrawal = getattr(version, "withdrawal", None)
    return {
        "disclosure": disclosure.pk,
        "version": version.pk,
        "number": version.number,
        "code": disclosure.item.code,
        "content": disclosure.item.number,
        "label": disclosure.item.label,
        "title": disclosure.item.label if withdrawal or version.is_erased else disclosure.title,
        "withdrawn": legal_day(withdrawal.recorded_at).isoformat() if withdrawal else "",
        "lines": [],
    }


def _line(posting: Posting) -> Json:
    line = shown.line(posting)
    return {
        "posting": posting.pk,
        "way": line.way,
        "where": line.where,
        "place": _place(posting.place),
        "at": str(posting.village) if posting.village and posting.place != Place.OFFICE else _everywhere(posting.place),
        "from": posting.claimed_on.isoformat(),
        "to": posting.last_on.isoformat() if posting.last_on else "",
        "removed": line.removed_on.isoformat() if line.removed_on else "",
        "early": line.was_early,
        "until": posting.stays_until.isoformat() if posting.stays_until else "",
        "late": line.late,
    }


def _place(code: str) -> str:
    return "trụ sở xã" if code == Place.OFFICE else Place(code).words if code else ""


def _everywhere(place: str) -> str:
    return "các thôn" if place in queries.VILLAGE_PLACES else ""


def of_report(plan: Plan, period: Period, *, on: date) -> Json:
    """LDC art. 14 cl. 3: how what was due in a period was disclosed. A fixed number of queries."""
    unit, first, last = plan.organization, period.first_day, period.last_day
    with translation.override("vi"):
        found = judged(unit, first=first, last=last, on=on)
        before = carried(unit, first=first, on=on)
        overdue = [*before, *(each for each in found if each.is_overdue(on))]
        return {
            **_head(plan, period, on=on),
            "plan": _signed(queries.latest(plan, Statement.Kind.PLAN, first=date(plan.year, 1, 1),
                                           last=date(plan.year, 12, 31))),
            "has_portal": plan.has_portal,
            "has_radio": plan.has_radio,
            "villages": len(queries.villages_of(unit.locality, on=on)),
            "totals": _counts(found),
            "recorded_late": sum(each.is_recorded_late for each in found),
            "idle": sum(opened == 0 for _each, opened in queries.items(plan)),
            "groups": list(_groups(found, plan.kind)),
            "overdue": [_owed(each, on=on, first=first) for each in overdue],
            "rows": [_row(each, plan.kind) for each in found],
            "lists": [
                {**_signed(each.signed), "period": each.period.label, "due": each.due.result.isoformat(),
                 "hung": each.hung_on.isoformat() if each.hung_on else ""}
                for each in queries.quarters(plan, on=on)
                if each.period.last_day <= last and each.period.first_day >= first
            ],
        }  # fmt: skip


def rows_of_report(plan: Plan, period: Period, *, on: date) -> list[Json]:
    """Only the contents that were due, to be set beside those of a signed report. Three queries."""
    with translation.override("vi"):
        found = judged(plan.organization, first=period.first_day, last=period.last_day, on=on)
        return [_row(each, plan.kind) for each in found]


def _head(plan: Plan, period: Period, *, on: date) -> Json:
    unit, place = plan.organization, plan.organization.locality
    return {
        "format": FORMAT,
        "as_of": on.isoformat(),
        "period": {
            "every": period.every.value,
            "start": period.first_day.isoformat(),
            "end": period.last_day.isoformat(),
            "name": period.label,
        },
        "place": {"word": place.word, "name": place.name},
        "organization": {"name": unit.name, "kind": plan.kind},
        "year": plan.year,
    }


def _signed(statement: Statement | None) -> Json:
    """Number and day of a paper; empty where none is signed."""
    if statement is None or not statement.is_signed or statement.dated is None:
        return {"number": "", "dated": ""}
    return {"number": f"{statement.number:02d}/{statement.sign}", "dated": statement.dated.isoformat()}


def _counts(found: Iterable[Judged]) -> Json:
    counted = Counter(each.result for each in found)
    return {each.value: counted[each] for each in Counted}


def _groups(found: list[Judged], kind: str) -> Iterator[Json]:
    for number, heading in enumerate(asking.contents(kind), start=1):
        mine = [each for each in found if each.disclosure.item.number == number]
        if mine:
            yield {"number": number, "label": heading.label, **_counts(mine)}


def _owed(each: Judged, *, on: date, first: date) -> Json:
    disclosure = each.disclosure
    return {
        **_named(each),
        "due": disclosure.due_on.isoformat(),
        "days": ((disclosure.closed_on or on) - disclosure.due_on).days,
        "is_target": asking.is_target(queries.newest(disclosure).due),
        "result": each.result,
        "closed": disclosure.closed_on.isoformat() if disclosure.closed_on else "",
        "waits_for": disclosure.waits_for,
        "owner": disclosure.item.owner.title if disclosure.item.owner else "",
        "carried": disclosure.due_on < first,
    }


def _row(each: Judged, kind: str) -> Json:
    disclosure = each.disclosure
    return {
        **_named(each),
        "begun": queries.newest(disclosure).since.isoformat(),
        "due": disclosure.due_on.isoformat(),
        "public": disclosure.public_on.isoformat() if disclosure.public_on else "",
        "result": each.result,
        "lacks": shown.ways(kind, each.lacks),
    }


def _named(each: Judged) -> Json:
    disclosure = each.disclosure
    return {"disclosure": disclosure.pk, "code": disclosure.item.code, "title": shown.public_title(disclosure)}
