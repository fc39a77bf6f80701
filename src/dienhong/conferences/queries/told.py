"""What a village's records say of a year, for the three reports: figures and rows, never typed and nobody named."""

from datetime import date
from typing import Any

from django.db.models import Count, Q

from dienhong.conferences.models import Conference, Part
from dienhong.conferences.queries.conferences import answered, last_before, proposals
from dienhong.decisions.models import BallotRound, Contest, Initiative, Matter, Meeting, OnlineRound
from dienhong.decisions.queries.public import BINDS, LAST_OUTCOME, OPEN
from dienhong.disclosures import queries as disclosures
from dienhong.disclosures.models import Disclosure
from dienhong.funds import queries as funds
from dienhong.funds.models import Fund, Spending
from dienhong.funds.queries.sums import STANDS
from dienhong.registry import queries as registry
from lawcore.ballots.lifecycle import DECISION

UNDECIDED = "9999"  # after every day
DECIDED_BADLY = frozenset({"failed", "refused", "abolished"})
Facts = dict[str, Any]


def facts_of(conference: Conference, part: str, *, on: date) -> Facts:
    """What the records say by this day, for one of the three reports. Plain values, kept with the report."""
    ids = [conference.village_id, *registry.former_forms(conference.village)]
    make = {Part.HEAD: _of_head, Part.FRONT: _of_front, Part.BOARD: _of_board}[Part(part)]
    return {"year": conference.year, "until": f"{on:%Y-%m-%d}", **make(conference, ids, on)}


def _of_head(conference: Conference, ids: list[int], on: date) -> Facts:
    """LDC art. 33 cl. 3: what the households decided and how it was carried out, with its money."""
    in_year = Q(passed_on__year=conference.year) | Q(passed_on=None, begun_on__year=conference.year)
    found = Matter.objects.filter(in_year, village__in=ids).exclude(stage="draft").prefetch_related(LAST_OUTCOME)
    by_fund = {each.matter_id: each for each in Fund.objects.filter(village__in=ids).select_related("roll")}
    sums = {pk: funds.figures(each, until=on) for pk, each in by_fund.items()}
    return {
        "decisions": sorted(
            (_decision(each, sums) for each in found.order_by("pk")), key=lambda each: each["passed_on"] or UNDECIDED
        ),
        "funds": [
            {
                "purpose": each.purpose,
                "received": sums[pk].received,
                "labour_days": sums[pk].labour_days,
                "spent": sums[pk].spent,
                "left": sums[pk].left,
                "is_closed": each.closed_on is not None and each.closed_on <= on,
            }
            for pk, each in sorted(by_fund.items())
            if each.closed_on is None or each.closed_on.year >= conference.year
        ],
        "earlier": _earlier(conference),
    }


def _decision(matter: Matter, sums: dict[int, funds.Figures]) -> Facts:
    counted = matter.counted[0] if matter.counted else None  # type: ignore[attr-defined]
    money = sums.get(matter.pk)
    return {
        "matter": matter.pk,
        "title": matter.title,
        "stage": str(DECISION.states[matter.stage]),
        "binds": matter.stage in BINDS,
        "is_open": matter.stage in OPEN,
        "passed_on": f"{matter.passed_on:%Y-%m-%d}" if matter.passed_on else "",
        "effective_on": f"{matter.effective_on:%Y-%m-%d}" if matter.effective_on else "",
        "agree": counted.agree if counted else None,
        "households": counted.households if counted else None,
        "needed": matter.money_needed,
        "received": money.received if money else None,
        "spent": money.spent if money else None,
    }


def _earlier(conference: Conference) -> Facts | None:
    """What became of what was proposed at the conference before."""
    before = last_before(conference.village, year=conference.year)
    return {"year": before.year, **answered(proposals(before))} if before is not None else None


def _of_front(conference: Conference, ids: list[int], on: date) -> Facts:
    """LDC art. 33 cl. 3: how people took part: meetings, ballots, initiatives, contests answered."""
    year = conference.year
    held = Meeting.objects.filter(village__in=ids, closed_at__isnull=False, planned_at__year=year)
    initiatives = Initiative.objects.filter(village__in=ids, begun_on__year=year)
    matters = Matter.objects.filter(village__in=ids)
    counted = initiatives.aggregate(all=Count("pk"), put=Count("pk", filter=Q(matter__isnull=False)))
    by_stage = matters.aggregate(
        passed=Count("pk", filter=Q(passed_on__year=year)),
        refused=Count("pk", filter=Q(stage__in=DECIDED_BADLY, begun_on__year=year)),
        open=Count("pk", filter=Q(stage__in=OPEN)),
    )
    return {
        "meetings": held.exclude(pk=conference.meeting_id).count(),
        "ballot_rounds": BallotRound.objects.filter(matter__village__in=ids, opened_at__year=year).count(),
        "online_rounds": OnlineRound.objects.filter(matter__village__in=ids, opened_at__year=year).count(),
        "initiatives": counted["all"],
        "put": counted["put"],
        "passed": by_stage["passed"],
        "refused": by_stage["refused"],
        "open": by_stage["open"],
        "contests": _contests(ids, year),
        "disclosed": _disclosed(ids, year, on),
    }


def _of_board(conference: Conference, ids: list[int], on: date) -> Facts:
    """LDC art. 33 cl. 3: what there was to check: contests, money that waits for a second person, receipts missing."""
    kept = list(Fund.objects.filter(village__in=ids, closed_on=None).order_by("pk"))
    waiting = Spending.objects.filter(STANDS, fund__in=kept, approval__isnull=True).count()
    gaps = sum(len(numbers) for each in kept for _book, numbers in funds.missing_leaves(each))
    return {
        "contests": _contests(ids, conference.year),
        "disclosed": _disclosed(ids, conference.year, on),
        "funds": len(kept),
        "waiting_spendings": waiting,
        "missing_receipts": gaps,
        "earlier": _earlier(conference),
    }


def _contests(ids: list[int], year: int) -> Facts:
    """How many households said that they were noted wrongly, how many were answered, how many were right."""
    found = Contest.objects.filter(entry__roll__village__in=ids, received_on__year=year)
    counted = found.aggregate(
        all=Count("pk"),
        answered=Count("pk", filter=Q(finding__isnull=False)),
        right=Count("pk", filter=Q(finding__is_right=True)),
    )
    return dict(counted)


def _disclosed(ids: list[int], year: int, on: date) -> Facts:
    """Of what the commune had to make public about this village: out in time, late, not out."""
    found = Disclosure.objects.filter(village__in=ids, plan__year=year, is_closed=False)
    is_out = Q(public_on__isnull=False)
    counted = found.aggregate(
        all=Count("pk"),
        out=Count("pk", filter=is_out),
        overdue=Count("pk", filter=Q(stage__in=disclosures.OWED) & disclosures.over(on)),
    )
    return dict(counted)
