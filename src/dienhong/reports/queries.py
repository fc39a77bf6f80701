"""Which reports there are for somebody, one of them, and what stands before it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor, Role
from dienhong.foundations.refusals import NotFound
from dienhong.programmes.models import Programme
from dienhong.registry.models import Post
from dienhong.reports import access
from dienhong.reports.access import Act
from dienhong.reports.models import Report
from lawcore.indicators import periods
from lawcore.indicators.periods import Period
from lawcore.timelimits import Every

ANSWERS = (Role.REPORTER, Role.CHAIR, Role.VILLAGE_HEAD)  # whose post it is to report for an organization


def _places(actor: Actor, act: Act) -> Q:
    """Rows whose `locality` the actor may do this in."""
    mine = Q(pk__in=())
    for grant in actor.grants:
        if grant.role in access.GRANTS[act] and grant.organization_id is None:
            mine |= Q(locality__path__startswith=grant.path)
    return mine


def visible(actor: Actor) -> QuerySet[Report]:
    """Issued reports for everybody; drafts for who may see them. Newest period first."""
    found = Report.objects.filter(Q(stage=Report.Stage.ISSUED) | _places(actor, Act.SEE_DRAFT))
    slim = found.defer("snapshot", "narrative").select_related("locality", "programme__version__work")
    return slim.order_by("-period_end", "-period_start", "-pk")


def report(pk: int, actor: Actor) -> Report:
    """The report for who may see it; NotFound otherwise, whether it exists or not. One query."""
    found = (
        Report.objects.select_related(
            "locality", "programme__version__work", "programme__locality", "docx", "pdf", "xlsx", "replaces",
            "replaced_by",
        )
        .filter(pk=pk)
        .first()
    )  # fmt: skip
    if found is None or not (found.stage == Report.Stage.ISSUED or access.may(actor, Act.SEE_DRAFT, found.locality)):
        raise NotFound(_("Không tìm thấy báo cáo này."))
    return found


def programmes_to_report(actor: Actor) -> QuerySet[Programme]:
    """Running programmes of the places where the actor prepares reports."""
    running = Programme.objects.filter(_places(actor, Act.PREPARE)).exclude(stage=Programme.Stage.TRIAL)
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


def period_of(report: Report) -> Period:
    return periods.period_on(Every(report.every), report.period_start)


def previous_issued(programme: Programme, period: Period) -> Report | None:
    """The issued report of the same kind on the last period before this one, as corrected. One query."""
    issued = Report.objects.filter(programme=programme, every=period.every.value, stage=Report.Stage.ISSUED)
    return issued.filter(period_end__lt=period.first_day).order_by("-period_end", "-issued_at", "-pk").first()


@dataclass(frozen=True, slots=True)
class Gap:
    """An organization whose silence leaves figures unknown: about what, how many, and whom there to ask."""

    name: str
    about: tuple[str, ...]
    members: int
    people: tuple[str, ...]


def gaps(report: Report, *, on: date) -> list[Gap]:
    """What is missing by organization, as the snapshot knows it, and who reports for each today. One query."""
    by_unit: dict[str, list[Mapping[str, Any]]] = {}
    for row in report.snapshot["gaps"]:
        by_unit.setdefault(row["unit"], []).append(row)
    people = _people(by_unit, on=on)
    return [
        Gap(
            rows[0]["name"],
            tuple(dict.fromkeys(row["indicator_name"] for row in rows)),
            sum(row["members"] for row in rows),
            tuple(people.get(unit, ())),
        )
        for unit, rows in by_unit.items()
    ]


def _people(units: Iterable[str], *, on: date) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for unit, name in _posts(units, on=on):
        found.setdefault(unit, []).append(name)
    return found


def _posts(units: Iterable[str], *, on: date) -> Iterator[tuple[str, str]]:
    posts = Post.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=on),
        starts_on__lte=on,
        role__in=[role.value for role in ANSWERS],
        organization__code__in=list(units),
    )
    rows = posts.order_by("organization_id", "pk").values_list("organization__code", "person__name", "title")
    for unit, name, title in rows:
        yield unit, f"{name} ({title})"
