"""A programme by organization: place after place, then one organization with all it was given."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from dienhong.foundations.downloads import as_file, wanted
from dienhong.foundations.refusals import NotFound
from dienhong.foundations.requests import CivicRequest, number_asked
from dienhong.programmes import access
from dienhong.programmes.access import Act
from dienhong.programmes.models import Cell, Evidence, Task
from dienhong.programmes.queries import evidence, programmes, tasks
from dienhong.programmes.queries.dashboard import Counts
from dienhong.programmes.views.evidence import STATUS as EVIDENCE_STATUS
from dienhong.programmes.views.lists import paged, year_of
from dienhong.programmes.views.programmes import trail
from dienhong.programmes.views.targets import STATUS, may_open, name_of, who
from dienhong.registry.models import Locality, Organization


def units(request: CivicRequest, pk: int) -> HttpResponse:
    """The organizations that have tasks, with how these stand; `?dia-ban=` narrows to a place."""
    programme = programmes.programme(pk, request.actor, Act.TAKE_PART)
    year = year_of(request)
    place = _place(request, programme.locality.path)
    scope = tasks.units_below(request.actor, programme)
    mine = Task.objects.filter(scope, duty__programme=programme, period_start__year=year)
    mine = mine.exclude(stage=Task.Stage.CANCELLED)
    found = Organization.objects.filter(pk__in=mine.values("organization"))
    if place is not None:
        found = found.filter(locality__path__startswith=place.path)
    found = found.select_related("locality").order_by("kind", "search", "pk")
    if kind := wanted(request):
        return _file(kind, year, _counted(found, mine))
    page = paged(request, found)
    context = {
        "programme": programme,
        "year": year,
        "place": place,
        "page": page,
        "rows": _counted(page, mine),
        "sees_all": access.may(request.actor, Act.SEE, access.place_of(programme)),
        "trail": trail(programme, (str(place) if place else _("Các đơn vị"), "")),
    }
    return render(request, "programmes/units.html", context)


def _counted(organizations: Iterable[Organization], tasks_of_year: QuerySet[Task]) -> list[tuple[Organization, Counts]]:
    """Each organization with its tasks by stage; one query for those asked about."""
    asked = list(organizations)
    by_unit: dict[int, dict[str, int]] = defaultdict(dict)
    counted = tasks_of_year.filter(organization__in=asked).order_by().values_list("organization_id", "stage")
    for unit_id, stage, n in counted.annotate(n=Count("pk")):
        by_unit[unit_id][stage] = n
    return [(unit, Counts(**by_unit[unit.pk])) for unit in asked]


def _file(kind: str, year: int, rows: Iterable[tuple[Organization, Counts]]) -> HttpResponse:
    header = [
        _("Mã"),
        _("Đơn vị"),
        _("Địa bàn"),
        _("Tổng số việc"),
        _("Đã thực hiện"),
        _("Chờ kiểm tra"),
        _("Chưa báo cáo"),
    ]
    lines = ((u.code, u.name, str(u.locality), c.total, c.done, c.submitted, c.open + c.returned) for u, c in rows)
    return as_file(kind, f"don-vi-{year}", header, lines)


def _place(request: CivicRequest, within: str) -> Locality | None:
    asked = number_asked(request, "dia-ban")
    if asked is None:
        return None
    found = Locality.objects.filter(pk=asked, path__startswith=within).first()
    if found is None:
        raise NotFound(_("Không tìm thấy địa bàn này."))
    return found


def unit(request: CivicRequest, pk: int, unit_id: int) -> HttpResponse:
    """What one organization was given this year, what it reported, and how it counts in each indicator."""
    programme = programmes.programme(pk, request.actor, Act.TAKE_PART)
    found = programmes.unit(unit_id, request.actor)
    year = year_of(request)
    given = tasks.of_unit(found).filter(duty__programme=programme, period_start__year=year)
    due = list(tasks.with_due(given, on=request.on))
    if kind := wanted(request):
        header = [_("Việc"), _("Căn cứ"), _("Kỳ"), _("Hạn"), _("Tình trạng")]
        lines = (
            (d.task.duty.action, d.citation, d.period.name, d.due_on, str(Task.Stage(d.task.stage).label)) for d in due
        )
        return as_file(kind, f"viec-{found.code}-{year}", header, lines)
    cells = (
        Cell.objects.filter(
            organization=found,
            indicator__target__programme=programme,
            indicator__dropped_on__isnull=True,
            period_start__year=year,
        )
        .select_related("indicator__target__provision", "entry__person", "evidence__organization__locality")
        .order_by("indicator__target__provision__order", "indicator_id", "-period_start", "pk")
    )
    records = evidence.visible(request.actor).filter(organization=found, effective_on__year=year)[:20]
    context = {
        "programme": programme,
        "unit": found,
        "year": year,
        "due": due,
        "cells": [
            (cell, name_of(cell.indicator), who(cell), STATUS[Cell.State(cell.state)], may_open(request.actor, cell))
            for cell in cells[:200]
        ],
        "records": [(row, EVIDENCE_STATUS[Evidence.Stage(row.stage)]) for row in records],
        "may_report": access.may(request.actor, Act.REPORT, access.unit_of(found)),
        "trail": trail(programme, (_("Các đơn vị"), f"/chuong-trinh/{pk}/don-vi/"), (found.name, "")),
    }
    return render(request, "programmes/unit.html", context)
