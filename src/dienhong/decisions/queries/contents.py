"""What a written decision says, gathered from what happened: nobody types a number of it (LDC art. 20 cl. 2)."""

import hashlib
from collections.abc import Collection, Mapping
from typing import Any

from dienhong.decisions import counting
from dienhong.decisions.models import (
    BallotRound,
    Item,
    Matter,
    Meeting,
    OnlineRound,
    Outcome,
    Presence,
    Sheet,
    SlipSheet,
    Vote,
)
from dienhong.decisions.queries import online, rounds
from dienhong.decisions.queries.counts import names_chosen
from dienhong.foundations.clock import VIETNAM
from dienhong.ledger.canonical import canonical
from dienhong.registry.heads import head_of
from lawcore.ballots.matters import Form
from lawcore.ballots.meetings import Choice as Chosen


def content_of(matter: Matter, outcome: Outcome) -> dict[str, Any]:
    """The elements of LDC art. 20 cl. 2 as they stand, in plain values: times as ISO text, counts as whole numbers."""
    content: dict[str, Any] = {
        "village": str(matter.village),
        "commune": str(matter.village.parent or ""),
        "head": head_of(matter.village),
        "kind": matter.kind,
        "scope": matter.scope,
        "title": matter.title,
        "asked": matter.asked,
        "paper": matter.paper,
        "form": outcome.form,
        "on": f"{outcome.on:%Y-%m-%d}",
        "households": outcome.households,
        "took_part": outcome.present,
        "agree": outcome.agree,
        "disagree": outcome.disagree,
        "other": outcome.other,
        "is_adopted": outcome.is_adopted,
        "why": outcome.why,
        "money": {
            "purpose": matter.money_for,
            "needed": matter.money_needed,
            "per_household": matter.per_household,
            "exempt": matter.exempt,
        },
        "amends": matter.amends.title if matter.amends else "",
    }
    if outcome.form == Form.MEETING.value and outcome.item is not None:
        content |= _of_meeting(outcome.item.meeting, outcome.item) | _watched(outcome)
    elif outcome.form == Form.BALLOT.value:
        content |= _of_ballots(matter.ballot_round)
    elif outcome.form == Form.ONLINE.value:
        content |= _of_online(matter.online_rounds.get(stage__in=("passed", "failed", "published", "sent")))
    return content


def _of_ballots(found: BallotRound) -> dict[str, Any]:
    """What the papers of a ballot round say (Decree 59/2023 form 04): pads, both sheets, team, witnesses, who answered.

    Households stand here because they answered, in a named and in a secret round alike; never with what they said.
    """
    answered = [each for each in rounds.lines(found) if each.to == rounds.To.COLLECTED]
    both = rounds.slip_sheets(found)
    return {
        "named": found.is_named,
        "began": _moment(found.opened_at),
        "until": _moment(found.collects_until),
        "ended": _moment(found.closed_at),
        "team": [dict(each) for each in found.team],
        "witnesses": list(found.witnesses),
        "note": found.note,
        "roll": found.roll.digest if found.roll else "",
        "present": len(answered),
        "absent": (found.roll.households if found.roll else 0) - len(answered),
        "households_present": [{"number": each.entry.number, "name": each.entry.name, "by": ""} for each in answered],
        "pads": rounds.pads(found),
        "sheets": [
            {
                "counter": both[place].counter,
                "figures": {name: both[place].figures[name] for name in counting.ON_SLIPS},
                "note": both[place].note,
            }
            for place in sorted(both)
        ],
        **_typed_by(both.values()),
    }


def _of_online(found: OnlineRound) -> dict[str, Any]:
    """What Decree 59/2023 art. 5 cl. 4 pt. a asks for: begin, end, how many answered what, who took part, other words.

    The names stand here because they took part; what each said does not.
    """
    votes = sorted(online.effective(found, Vote.About.MATTER).values(), key=lambda each: each.entry.number)
    households = found.roll.households if found.roll else 0
    return {
        "began": _moment(found.opened_at),
        "until": _moment(found.votes_until),
        "ended": _moment(found.closed_at),
        "team": [dict(each) for each in found.team],
        "roll": found.roll.digest if found.roll else "",
        "present": len(votes),
        "absent": households - len(votes),
        "households_present": [{"number": each.entry.number, "name": each.entry.name, "by": ""} for each in votes],
        "opinions": sorted(each.words for each in votes if each.words),
        "channels": {str(channel): sum(each.channel == channel for each in votes) for channel in Vote.Channel},
    }


def _of_meeting(meeting: Meeting, item: Item) -> dict[str, Any]:
    newest: dict[int, Presence] = {}
    for each in meeting.presences.select_related("entry").order_by("pk"):
        newest[each.entry_id] = each
    here = sorted((each for each in newest.values() if each.is_present), key=lambda each: each.entry.number)
    households = meeting.roll.households if meeting.roll else 0
    return {
        "place": meeting.place,
        "chair": meeting.chair,
        "began": _moment(meeting.opened_at),
        "ended": _moment(meeting.closed_at),
        "secretary": names_chosen(meeting, Chosen.SECRETARY),
        "tellers": names_chosen(meeting, Chosen.TELLERS),
        "method": item.method,
        "roll": meeting.roll.digest if meeting.roll else "",
        "present": len(here),
        "absent": households - len(here),
        "households_present": [_household(each) for each in here],
        "sheets": _sheets(item),
        **_typed_by(_newest(item).values()),
    }


def _moment(at: Any) -> str:
    return at.astimezone(VIETNAM).isoformat(timespec="minutes") if at else ""


def _watched(outcome: Outcome) -> dict[str, Any]:
    """Who watched the count; only of a secret vote, so that what was written of hands stays as it was."""
    return {"witnesses": list(outcome.witnesses)} if outcome.witnesses else {}


def _household(presence: Presence) -> dict[str, Any]:
    entry = presence.entry
    return {"number": entry.number, "name": entry.name, "by": presence.by_name}


def _newest(item: Item) -> dict[tuple[int | None, int], Sheet]:
    """The sheet that counts of each cluster and place. One query."""
    rows = item.sheets.select_related("cluster").order_by("pk")
    return {(sheet.cluster_id, sheet.place): sheet for sheet in rows}


def _typed_by(sheets: Collection[Sheet | SlipSheet]) -> dict[str, Any]:
    """That one account typed every sheet, as on the one telephone of a village: said to who confirms; else nothing."""
    return {"one_account": True} if len({each.recorded_by for each in sheets}) == 1 < len(sheets) else {}


def _sheets(item: Item) -> list[Mapping[str, Any]]:
    names = counting.IN_SECRET if item.method == Item.Method.SECRET else counting.BY_HAND
    return [
        {
            "cluster": sheet.cluster.name if sheet.cluster else "",
            "counter": sheet.counter,
            "figures": {name: sheet.figures[name] for name in names},
            "note": sheet.note,
        }
        for _place, sheet in sorted(_newest(item).items(), key=lambda each: (each[0][0] or 0, each[0][1]))
    ]


def digest_of(content: dict[str, object]) -> str:
    """SHA-256 of the content's canonical text (RFC 8785), in hexadecimal."""
    return hashlib.sha256(canonical(content)).hexdigest()  # type: ignore[arg-type]
