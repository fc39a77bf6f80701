"""What stands of a village's money on the pages of its decisions: sums and where to read on, never who gave."""

from dienhong.decisions.models import Matter
from dienhong.foundations.beside import Panel
from dienhong.foundations.requests import CivicRequest
from dienhong.funds import access, queries
from dienhong.funds.access import Act
from dienhong.funds.models import Fund
from dienhong.registry.models import Locality

MOST = 5


def of_village(_request: CivicRequest, village: Locality) -> Panel | None:
    """Its newest funds, by what they are for. One query."""
    found = list(queries.of_village(village)[: MOST + 1])
    if not found:
        return None
    return Panel("funds/_of_village.html", {"village": village, "funds": found[:MOST], "more": len(found) > MOST})


def of_decision(_request: CivicRequest, matter: Matter) -> Panel | None:
    """The money of a decision for everybody. Three queries."""
    fund = _fund(matter)
    return Panel("funds/_of_decision.html", {"fund": fund, "figures": queries.figures(fund)}) if fund else None


def of_matter(request: CivicRequest, matter: Matter) -> Panel | None:
    """The same for who works on it, with the fund's own page; where none is open yet, the way to open it."""
    fund = _fund(matter)
    if fund is not None:
        seen = access.may(request.actor, Act.SEE, fund.village)
        work = seen or access.may(request.actor, Act.SEE, fund.village, fund=fund)
        return Panel("funds/_of_decision.html", {"fund": fund, "figures": queries.figures(fund), "work": work})
    may_open = access.may(request.actor, Act.OPEN, matter.village)
    if not may_open or not queries.openable(request.actor, on=request.on).filter(pk=matter.pk).exists():
        return None
    return Panel("funds/_of_decision.html", {"fund": None, "matter": matter})


def _fund(matter: Matter) -> Fund | None:
    return Fund.objects.filter(matter=matter).select_related("village", "roll", "matter").first()
