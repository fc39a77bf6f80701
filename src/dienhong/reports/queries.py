"""Which reports there are for somebody, and one of them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import NotFound
from dienhong.programmes.models import Programme
from dienhong.reports import access
from dienhong.reports.access import Act
from dienhong.reports.models import Report
from lawcore.indicators import periods
from lawcore.indicators.periods import Period
from lawcore.timelimits import Every


def visible(actor: Actor) -> QuerySet[Report]:
    """Issued reports for everybody; drafts for who may see them. Newest period first."""
    seen = Q(stage=Report.Stage.ISSUED)
    for grant in actor.grants:
        if grant.role in access.GRANTS[Act.SEE_DRAFT] and grant.organization_id is None:
            seen |= Q(locality__path__startswith=grant.path)
    found = Report.objects.filter(seen).defer("snapshot", "narrative")
    return found.select_related("locality", "programme__version").order_by("-period_end", "-period_start", "-pk")


def report(pk: int, actor: Actor) -> Report:
    """The report for who may see it; NotFound otherwise, whether it exists or not. One query."""
    found = (
        Report.objects.select_related(
            "locality", "programme__version__work", "docx", "pdf", "xlsx", "replaces", "replaced_by"
        )
        .filter(pk=pk)
        .first()
    )
    if found is None or not (found.stage == Report.Stage.ISSUED or access.may(actor, Act.SEE_DRAFT, found.locality)):
        raise NotFound(_("Không tìm thấy báo cáo này."))
    return found


def programmes_to_report(actor: Actor) -> QuerySet[Programme]:
    """Running programmes of the places where the actor prepares reports."""
    mine = Q(pk__in=[])
    for grant in actor.grants:
        if grant.role in access.GRANTS[Act.PREPARE] and grant.organization_id is None:
            mine |= Q(locality__path__startswith=grant.path)
    running = Programme.objects.filter(mine).exclude(stage=Programme.Stage.TRIAL)
    return running.select_related("version", "locality").order_by("locality__path", "pk")


def periods_begun(programme: Programme, *, on: date) -> list[Period]:
    """Half years and years since the programme opened that have begun, newest first."""
    found = [
        period
        for year in range(programme.opens_on.year, on.year + 1)
        for every in (Every.HALF_YEAR, Every.YEAR)
        for period in periods.periods_of(every, year)
        if period.first_day <= on and period.last_day >= programme.opens_on
    ]
    return sorted(found, key=lambda period: (period.last_day, period.first_day), reverse=True)


@dataclass(frozen=True, slots=True)
class Gap:
    """An organization whose silence leaves indicators unknown: whom to ask, and about what."""

    name: str
    indicators: tuple[int, ...]
    members: int


def gaps(report: Report) -> list[Gap]:
    """Whom to ask, as the snapshot knows it, by organization."""
    found: dict[str, Gap] = {}
    for row in report.snapshot["gaps"]:
        before = found.get(row["unit"], Gap(row["name"], (), 0))
        found[row["unit"]] = Gap(before.name, (*before.indicators, row["indicator"]), before.members + row["members"])
    return list(found.values())
