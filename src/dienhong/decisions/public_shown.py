"""What a public page says of a matter: a line of a list, the whole page. Households are counted here, never named."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from dienhong.decisions.models import Matter, Meeting, Outcome, Record, Step
from dienhong.decisions.queries import challenges, disclosed, entries, plain
from dienhong.decisions.queries.public import BINDS, OPEN, TOLD
from dienhong.decisions.shown import recogniser_of
from lawcore.ballots.lifecycle import DECISION
from lawcore.ballots.matters import Scope

OVER = frozenset({"failed", "refused", "amended", "abolished"})
CLOSED = Meeting.Stage.CLOSED
SPOKEN = frozenset({"call_off", "recognise", "refuse", "fix_day", "abolish", "uphold", "ask_change", "amend"})
"""Steps whose words are an official paper's, for everybody; the words of the others stay in the file."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list; `last` is the newest result, None while nothing was counted."""

    matter: Matter
    status: str
    last: Outcome | None
    amended_by: tuple[Matter, ...]


def status_of(stage: str) -> str:
    """The sign of a stage, one of foundations.statuses."""
    if stage in BINDS:
        return "in-force"
    if stage in {"amended", "abolished"}:
        return "repealed"
    return "due" if stage in OPEN else "missed"


def row(matter: Matter) -> Row:
    """Of a matter that came with `counted` and `amended_by`. No query."""
    counted = matter.counted  # type: ignore[attr-defined]
    return Row(matter, status_of(matter.stage), counted[0] if counted else None, tuple(matter.amended_by.all()))


@dataclass(frozen=True, slots=True)
class Done:
    """A step for everybody: the day and what happened, with an official paper's own words."""

    step: Step
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Written:
    """A version of the written decision: its digest in fours, who confirmed it, how often the signed page was kept."""

    record: Record
    digest: str
    sides: tuple[str, ...]
    pages: int


def in_four(digest: str) -> str:
    """A digest as one reads it aloud."""
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))


def matter_page(matter: Matter, *, on: date) -> dict[str, Any]:
    """Everything a public page shows of a matter. At most twelve queries."""
    steps = list(matter.steps.order_by("pk"))
    records = matter.records.order_by("-version").prefetch_related("pages", "confirmations")
    outcomes: list[Outcome] = matter.counted  # type: ignore[attr-defined]
    items = list(matter.items.select_related("meeting").order_by("-pk"))
    told = [each.meeting for each in items if each.meeting.stage in TOLD or each.meeting.stage == CLOSED]
    return {
        "matter": matter,
        "clause": matter.law.clause,
        "status": status_of(matter.stage),
        "plain": plain.of_matter(matter, on=on) if matter.stage in OPEN else None,
        "recogniser": recogniser_of(matter).result,
        "last": outcomes[0] if outcomes else None,
        "outcomes": outcomes,
        "meeting": told[0] if told else None,
        "steps": [
            Done(each, str(DECISION.events[each.event]), each.words if each.event in SPOKEN else "") for each in steps
        ],
        "records": [_written(each) for each in records],
        "amended_by": list(matter.amended_by.order_by("pk")),
        "is_commune_wide": matter.scope == Scope.COMMUNE.value,
        "contests": entries.counts(matter, outcomes[0] if outcomes else None),
        "challenges": challenges.of_matter(matter, on=on) if outcomes else [],
        "is_open": matter.stage in OPEN,
        "binds": matter.stage in BINDS,
        "disclosure": disclosed.disclosure_of(matter),
    }


def _written(record: Record) -> Written:
    sides = tuple(str(each.get_confirmed_as_display()) for each in record.confirmations.all())
    return Written(record, in_four(record.digest), sides, len(record.pages.all()))
