"""A unit's figures of each period of a year: closed by whom and when, opened again why."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from dienhong.foundations.refusals import NotFound
from dienhong.foundations.requests import CivicRequest
from dienhong.programmes import access
from dienhong.programmes.access import Act
from dienhong.programmes.actions import closing
from dienhong.programmes.forms.registers import ReopenForm
from dienhong.programmes.models import Programme
from dienhong.programmes.queries import closings, programmes
from dienhong.programmes.queries.calendar import Period
from dienhong.programmes.views.lists import year_of
from dienhong.programmes.views.programmes import trail
from dienhong.registry import queries as registry
from dienhong.registry.models import Organization


@require_safe
def figures(request: CivicRequest, pk: int, unit_id: int) -> HttpResponse:
    """The periods of a year in which the unit is counted, and what was said of each."""
    programme, unit = _asked(request, pk, unit_id)
    return _page(request, programme, unit, year_of(request))


@require_POST
def close(request: CivicRequest, pk: int, unit_id: int, period: str) -> HttpResponse:
    programme, unit = _asked(request, pk, unit_id)
    days = _days(period)
    closing.close(programme=programme, organization=unit, period=days, by=request.actor, at=request.at)
    messages.success(request, _("Đã chốt số liệu và ghi vào sổ cái."))
    return redirect(f"/chuong-trinh/{pk}/don-vi/{unit_id}/chot/?nam={days.start.year}")


@require_POST
def reopen(request: CivicRequest, pk: int, unit_id: int, period: str) -> HttpResponse:
    programme, unit = _asked(request, pk, unit_id)
    access.check_closing(request.actor, programme, unit)
    days = _days(period)
    form = ReopenForm(request.POST, prefix=period)
    if not form.is_valid():
        return _page(request, programme, unit, days.start.year, wrong=form)
    reason = form.cleaned_data["reason"]
    closing.reopen(programme=programme, organization=unit, period=days, reason=reason, by=request.actor, at=request.at)
    messages.success(request, _("Đã mở lại số liệu và ghi vào sổ cái."))
    return redirect(f"/chuong-trinh/{pk}/don-vi/{unit_id}/chot/?nam={days.start.year}")


def _asked(request: CivicRequest, pk: int, unit_id: int) -> tuple[Programme, Organization]:
    return programmes.programme(pk, request.actor, Act.TAKE_PART), programmes.unit(unit_id, request.actor)


def _days(key: str) -> Period:
    """The days that an address names as "2026-01-01_2026-12-31"."""
    first, _bar, last = key.partition("_")
    try:
        return Period(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError as mistake:
        raise NotFound(_("Không tìm thấy nội dung này.")) from mistake


def _page(
    request: CivicRequest, programme: Programme, unit: Organization, year: int, wrong: ReopenForm | None = None
) -> HttpResponse:
    lines = closings.of_unit(programme, unit, year=year)
    names = registry.names_of(row.by for line in lines for row in line.said)
    is_running = programme.stage != Programme.Stage.CLOSED
    context = {
        "programme": programme,
        "unit": unit,
        "year": year,
        "lines": [
            (
                line,
                [(row, names.get(row.by, "")) for row in line.said],
                wrong if wrong and wrong.prefix == line.key else ReopenForm(prefix=line.key),
            )
            for line in lines
        ],
        "may_close": is_running and access.may_close(request.actor, programme, unit),
        "on": request.on,
        "trail": trail(
            programme,
            (_("Các đơn vị"), f"/chuong-trinh/{programme.pk}/don-vi/"),
            (unit.name, f"/chuong-trinh/{programme.pk}/don-vi/{unit.pk}/?nam={year}"),
            (_("Chốt số liệu"), ""),
        ),
    }
    return render(request, "programmes/figures.html", context, status=422 if wrong else 200)
