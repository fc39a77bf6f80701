"""What a telephone takes along from door to door in a ballot round without a signal."""

from collections.abc import Iterator
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from dienhong.decisions import counting
from dienhong.decisions.models import BallotRound, Mark, Passing, SlipAnswer, SlipSheet, TeamSeat, Visit
from dienhong.decisions.queries import rounds
from dienhong.decisions.queries.counts import differing
from dienhong.decisions.queries.late import late_events, of_late
from dienhong.decisions.queries.phones import newest_of
from lawcore.ballots.rounds import BALLOT_WITNESSES
from lawcore.ballots.thresholds import required

To = Passing.To


def round_state(found: BallotRound) -> dict[str, Any]:
    """Everything in plain values: the roll by routes, where every slip is, what may be said of one, how it is counted.

    A sheet's figures are not among it while the other one is missing; of two that differ it only says which do. Of a
    secret round there is no answer, and no word for one: the telephone has nowhere to ask.
    """
    households = found.roll.households if found.roll else 0
    seen = {  # before everything else: what comes in between is taken for unknown, never for known
        "passing": newest_of(Passing.objects.filter(ballot_round=found)),
        "answer": newest_of(SlipAnswer.objects.filter(slip__ballot_round=found)),
        "sheet": newest_of(SlipSheet.objects.filter(ballot_round=found)),
    }
    return {
        "round": _round(found),
        "households": households,
        "roll": _roll(found),
        "routes": [[number, _route(each)] for number, each in enumerate(found.routes, start=1)],
        "printed": found.slips.count(),
        "places": _places(found),
        "visits": _visits(found),
        "moves": {str(at): [_move(to) for to in allowed] for at, allowed in _allowed()},
        "labels": dict(To.choices),
        "found": [[value, str(label)] for value, label in Visit.Found.choices],
        **_answers(found),
        **_counted(found, households),
        "seen": seen,
        "late": [of_late(each) for each in late_events(found)],
    }


def _round(found: BallotRound) -> dict[str, Any]:
    return {
        "pk": found.pk,
        "village": str(found.village),
        "title": found.matter.title,
        "asked": found.matter.asked,
        "stage": found.stage,
        "is_named": found.is_named,
        "hands_out_on": found.hands_out_on.isoformat(),
        "collects_until": found.collects_until.isoformat(),
        "opened_at": found.opened_at.isoformat() if found.opened_at else None,
        "closed_at": found.closed_at.isoformat() if found.closed_at else None,
        "team": [_member(each) for each in found.team],
        "names": [each["name"] for each in found.team],
        "witnesses": found.witnesses,
        "note": found.note,
    }


def _member(each: dict[str, Any]) -> str:
    leads = _("Tổ trưởng") if each["leads"] else ""
    return ", ".join(part for part in (each["name"], str(TeamSeat(each["seat"]).label), leads) if part)


def _route(each: dict[str, Any]) -> str:
    hamlets = ", ".join(name or _("chưa ghi xóm") for name in each["hamlets"])
    return f"{hamlets} ({each['first']}, {each['second']})"


def _roll(found: BallotRound) -> list[list[object]]:
    rows = found.roll.entries.order_by("number") if found.roll else ()
    of_hamlet = {name: number for number, each in enumerate(found.routes, start=1) for name in each["hamlets"]}
    return [[each.pk, each.number, each.name, each.address, of_hamlet.get(rounds.hamlet_of(each), 0)] for each in rows]


def _places(found: BallotRound) -> list[list[object]]:
    """Each slip that left the pads: its number, where it is, with which household, who took or gave it."""
    rows = Passing.objects.filter(ballot_round=found).order_by("pk")
    newest = {slip: [slip, to, entry, by] for slip, to, entry, by in
              rows.values_list("slip__number", "to", "entry_id", "by_name")}  # fmt: skip
    return [each for each in newest.values() if each[1] != To.UNUSED]


def _visits(found: BallotRound) -> list[list[object]]:
    rows = Visit.objects.filter(ballot_round=found).order_by("pk").values_list("entry_id", "found", "words")
    return [list(each) for each in {each[0]: each for each in rows}.values()]


def _allowed() -> Iterator[tuple[Passing.To, list[Passing.To]]]:
    """What the telephone offers beside collecting. That a slip was late is not said but seen from the hour."""
    for at, allowed in rounds.ALLOWED.items():
        left = allowed - {To.LATE} - ({To.COLLECTED} if at == To.OUT else set())
        yield at, [to for to in To if to in left]


def _move(to: Passing.To) -> list[object]:
    words = _("Ghi nhầm: %(words)s") % {"words": to.label} if to == To.OUT else capfirst(str(to.label))
    return [to.value, words, to in rounds.SAYS_WHY]


def _answers(found: BallotRound) -> dict[str, Any]:
    if not found.is_named:
        return {"marks": [], "answers": []}
    numbers = dict(found.slips.values_list("pk", "number"))
    typed = rounds.typed_answers(found)
    return {
        "marks": [*([value, str(label)] for value, label in Mark.choices), ["invalid", _("Phiếu không hợp lệ")]],
        "answers": [[numbers[slip], answer.answer] for slip, answer in typed.items()],
    }


def _counted(found: BallotRound, households: int) -> dict[str, Any]:
    matter = found.matter
    need = required(matter=matter.law, households=households, on=matter.begun_on) if households else None
    sheets = rounds.slip_sheets(found)
    outcome = matter.outcomes.order_by("-pk").first() if found.stage not in rounds.BEFORE_COUNT else None
    return {
        "need": need.result if need else 0,
        "why": need.explanation if need else "",
        "cite": need.citation if need else "",
        "counting": counting.table_of_slips(rounds.pads_of(0, {})),
        "witnesses": BALLOT_WITNESSES.on(found.planned_on),
        "sheets": sorted(sheets),
        "notes": sorted({each.note for each in sheets.values() if each.note}),
        "figures": rounds.agreed_slips(found),
        "differ": differing(sheets) if set(sheets) == {1, 2} else [],
        "outcome": {"agree": outcome.agree, "words": outcome.why.get("explanation", "")} if outcome else None,
        "has_page": found.pages.exists(),
    }
