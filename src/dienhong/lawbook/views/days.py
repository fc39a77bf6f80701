"""The days off of a year."""

from typing import Final

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dienhong.foundations.requests import CivicRequest
from dienhong.lawbook.forms import ChosenYear
from dienhong.lawbook.months import WEEKDAYS, weekday_of, year_drawn, year_legend
from dienhong.lawbook.views.frame import UNPROCESSABLE, shared, trail, typed
from dienhong.lawbook.why import why_of
from lawcore import asking
from lawcore.answers import Answer
from lawcore.calendar import VIETNAM, Holiday, Kind
from lawcore.timelimits.reckoning import LAST_YEAR
from lawcore.timelimits.rules import DAYS_OFF

FIRST_YEAR: Final = DAYS_OFF.versions[0].since.year


@require_safe
def this_year(request: CivicRequest) -> HttpResponse:
    """To the present year, or to the one that the address names."""
    given = typed(request)
    form = ChosenYear(FIRST_YEAR, LAST_YEAR, given)
    if "nam" not in given or form.is_valid():
        return redirect("lawbook:year", year=form.cleaned_data["nam"] if "nam" in given else request.on.year)
    return _page(request, request.on.year, form, UNPROCESSABLE)


@require_safe
def year(request: CivicRequest, year: int) -> HttpResponse:
    """The days off of a year: as a list with their kind, and drawn."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    return _page(request, year, ChosenYear(FIRST_YEAR, LAST_YEAR), 200)


def _page(request: CivicRequest, year: int, form: ChosenYear, status: int) -> HttpResponse:
    answer = asking.ask("holidays", {"year": str(year)}, request.on)
    decision = VIETNAM.decided.get(year)
    context = {
        **shared(request, "lawbook:this-year"),
        "trail": trail((_("Lịch nghỉ"), reverse("lawbook:this-year")), (str(year), "")),
        "year": year,
        "form": form,
        "before": year - 1 if year > FIRST_YEAR else None,
        "after": year + 1 if year < LAST_YEAR else None,
        "why": why_of(answer),
        "source": decision.source if decision else "",
        "rows": [_row(holiday) for holiday in _holidays(answer)],
        "worked": [(day, weekday_of(day)) for day in VIETNAM.worked_instead(year)],
        "months": year_drawn(year),
        "legend": year_legend(),
        "weekdays": WEEKDAYS,
    }
    return render(request, "lawbook/year.html", context, status=status)


def _holidays(answer: Answer[object]) -> tuple[Holiday, ...]:
    return VIETNAM.holidays(int(str(answer.inputs["year"])))


def _row(holiday: Holiday) -> tuple[object, ...]:
    """The day, its weekday, what it is called, its kind, whether a later decision could change it."""
    kinds = {
        Kind.PUBLIC_HOLIDAY: _("Nghỉ lễ, tết"),
        Kind.IN_LIEU: _("Nghỉ bù"),
        Kind.SWAPPED_OFF: _("Nghỉ hoán đổi"),
    }
    name = f"{holiday.name[0].upper()}{holiday.name[1:]}"
    return holiday.on, weekday_of(holiday.on), name, kinds[holiday.kind], VIETNAM.is_provisional(holiday.on, holiday.on)
