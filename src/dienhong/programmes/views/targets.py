"""Targets: how each is measured, and the list behind every figure."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dienhong.foundations.actors import Actor
from dienhong.foundations.downloads import as_file, wanted
from dienhong.foundations.refusals import NotFound
from dienhong.foundations.requests import CivicRequest
from dienhong.programmes import access
from dienhong.programmes.access import Act
from dienhong.programmes.actions import register as registering
from dienhong.programmes.forms.registers import ExemptForm, MeasureForm
from dienhong.programmes.models import Cell, Exemption, Indicator
from dienhong.programmes.queries import dashboard, programmes, tasks
from dienhong.programmes.queries.calendar import Period
from dienhong.programmes.views.lists import paged, year_of
from dienhong.programmes.views.programmes import trail
from dienhong.programmes.words import BASES

STATES = {
    "dat": Cell.State.ACHIEVED,
    "chua-dat": Cell.State.NOT_ACHIEVED,
    "chua-co": Cell.State.UNKNOWN,
    "mien": Cell.State.EXEMPT,
}
STATUS = {
    Cell.State.ACHIEVED: "met",
    Cell.State.NOT_ACHIEVED: "missed",
    Cell.State.UNKNOWN: "unknown",
    Cell.State.EXEMPT: "exempt",
}


def name_of(indicator: Indicator) -> str:
    """What an indicator is called on pages."""
    return dashboard.Measure(indicator, None).name


def target(request: CivicRequest, pk: int, target_id: int) -> HttpResponse:
    programme = programmes.programme(pk, request.actor, Act.SEE)
    found = programmes.target(target_id, programme)
    form = MeasureForm(request.POST or None, target=found)
    if request.method == "POST" and form.is_valid():
        family, register = form.chosen()
        registering.measure(target=found, family=family, register=register, by=request.actor, at=request.at)
        messages.success(request, _("Đã thêm cách đo. Số liệu đã được tính."))
        return redirect(f"/chuong-trinh/{pk}/chi-tieu/{target_id}/")
    lines = dashboard.targets(programme, year=year_of(request))
    measures = next((line.measures for line in lines if line.target.pk == found.pk), ())
    context = {
        "programme": programme,
        "target": found,
        "measures": [(m, m.verdict_on(found)) for m in measures],
        "value": f"{found.value.normalize():f}%",
        "level": _("phấn đấu") if found.aspirational else _("bắt buộc"),
        "form": form,
        "may_manage": access.may(request.actor, Act.MANAGE, access.place_of(programme)),
        "trail": trail(programme, (found.provision.at, "")),
    }
    return render(request, "programmes/target.html", context, status=422 if form.errors else 200)


@require_POST
def stop_measuring(request: CivicRequest, pk: int, indicator_id: int) -> HttpResponse:
    programme = programmes.programme(pk, request.actor, Act.MANAGE)
    found = programmes.indicator(indicator_id, programme)
    registering.stop_measuring(indicator=found, on=request.on, by=request.actor)
    messages.success(request, _("Đã bỏ cách đo này."))
    return redirect(f"/chuong-trinh/{pk}/chi-tieu/{found.target_id}/")


def indicator(request: CivicRequest, pk: int, indicator_id: int) -> HttpResponse:
    """Everybody counted by an indicator: achieved or not or unknown, why, and by which record."""
    programme = programmes.programme(pk, request.actor, Act.TAKE_PART)
    found = programmes.indicator(indicator_id, programme)
    standings = list(found.standings.order_by("-period_start"))
    chosen = request.GET.get("ky", "")
    standing = next((s for s in standings if s.period_start.isoformat() == chosen), standings[0] if standings else None)
    cells = Cell.objects.filter(tasks.units_below(request.actor, programme), indicator=found)
    cells = cells.filter(period_start=standing.period_start) if standing else cells.none()
    state = request.GET.get("tinh-trang", "")
    if state in STATES:
        cells = cells.filter(state=STATES[state])
    cells = cells.select_related("organization", "entry__person", "evidence__organization__locality").order_by(
        "state", "organization__search", "pk"
    )
    if kind := wanted(request):
        header = [_("Đơn vị"), _("Người, nội dung"), _("Tình trạng"), _("Vì sao"), _("Minh chứng")]
        lines = (
            (
                cell.organization.name,
                who(cell),
                str(Cell.State(cell.state).label),
                cell.why,
                cell.evidence.title if cell.evidence else "",
            )
            for cell in cells
        )
        return as_file(kind, f"chi-so-{found.family}-{indicator_id}", header, lines)
    page = paged(request, cells)
    place = access.place_of(programme)
    sees_target = access.may(request.actor, Act.SEE, place)
    context = {
        "programme": programme,
        "indicator": found,
        "name": name_of(found),
        "basis": " ".join(map(str, BASES[found.family])),
        "standing": standing,
        "total": standing.achieved + standing.not_achieved + standing.unknown if standing else 0,
        "period": Period(standing.period_start, standing.period_end).name if standing else "",
        "periods": [(s.period_start.isoformat(), Period(s.period_start, s.period_end).name) for s in standings],
        "state": state,
        "states": [(code, found_state.label) for code, found_state in STATES.items()],
        "page": page,
        "rows": [(cell, who(cell), STATUS[Cell.State(cell.state)], may_open(request.actor, cell)) for cell in page],
        "may_manage": access.may(request.actor, Act.MANAGE, place),
        "trail": trail(
            programme,
            (found.target.provision.at, f"/chuong-trinh/{pk}/chi-tieu/{found.target_id}/" if sees_target else ""),
            (found.family, ""),
        ),
    }
    return render(request, "programmes/indicator.html", context)


def who(cell: Cell) -> str:
    """The person, board or item of a cell; "" where the organization itself is counted."""
    if cell.entry is None:
        return cell.label
    return cell.entry.person.name if cell.entry.person else cell.entry.label


def may_open(actor: Actor, cell: Cell) -> bool:
    """Whether the record that decided the cell is the reader's to open: it may be another organization's."""
    if cell.evidence is None:
        return False
    return access.may(actor, Act.SEE_UNIT, access.unit_of(cell.evidence.organization))


def exempt(request: CivicRequest, pk: int, cell_id: int) -> HttpResponse:
    """Takes the member of a cell out of the denominator."""
    programme = programmes.programme(pk, request.actor, Act.MANAGE)
    cell = (
        Cell.objects.select_related("indicator__target__programme__locality", "organization", "entry__person")
        .filter(pk=cell_id, indicator__target__programme=programme)
        .first()
    )
    if cell is None:
        raise NotFound(_("Không tìm thấy nội dung này."))
    form = ExemptForm(request.POST or None, initial={"starts_on": cell.period_start})
    if request.method == "POST" and form.is_valid():
        registering.exempt(
            indicator=cell.indicator,
            organization=cell.organization,
            entry=cell.entry,
            by=request.actor,
            at=request.at,
            **form.cleaned_data,
        )
        messages.success(request, _("Đã ghi miễn tính, kèm điều khoản và lý do."))
        return redirect(f"/chuong-trinh/{pk}/chi-so/{cell.indicator_id}/")
    context = {
        "programme": programme,
        "cell": cell,
        "who": who(cell),
        "name": name_of(cell.indicator),
        "form": form,
        "trail": trail(
            programme, (cell.indicator.family, f"/chuong-trinh/{pk}/chi-so/{cell.indicator_id}/"), (_("Miễn tính"), "")
        ),
    }
    return render(request, "programmes/exempt.html", context, status=422 if form.errors else 200)


def exemptions(request: CivicRequest, pk: int) -> HttpResponse:
    programme = programmes.programme(pk, request.actor, Act.SEE)
    found = (
        Exemption.objects.filter(indicator__target__programme=programme)
        .select_related("indicator", "organization", "entry__person")
        .order_by("-pk")
    )
    if kind := wanted(request):
        header = [_("Đơn vị"), _("Chỉ tiêu"), _("Điều khoản"), _("Lý do"), _("Từ ngày"), _("Đến ngày")]
        lines = ((e.organization.name, name_of(e.indicator), e.clause, e.reason, e.starts_on, e.ends_on) for e in found)
        return as_file(kind, "mien-tinh", header, lines)
    page = paged(request, found)
    context = {
        "programme": programme,
        "page": page,
        "rows": [(row, name_of(row.indicator)) for row in page],
        "may_manage": access.may(request.actor, Act.MANAGE, access.place_of(programme)),
        "on": request.on,
        "trail": trail(programme, (_("Miễn tính"), "")),
    }
    return render(request, "programmes/exemptions.html", context)


@require_POST
def end_exemption(request: CivicRequest, pk: int, exemption_id: int) -> HttpResponse:
    programme = programmes.programme(pk, request.actor, Act.MANAGE)
    found = (
        Exemption.objects.select_related("indicator__target__programme__locality")
        .filter(pk=exemption_id, indicator__target__programme=programme)
        .first()
    )
    if found is None:
        raise NotFound(_("Không tìm thấy nội dung này."))
    registering.end_exemption(exemption=found, on=request.on, by=request.actor, at=request.at)
    messages.success(request, _("Từ ngày mai đơn vị này được tính trở lại."))
    return redirect(f"/chuong-trinh/{pk}/mien-tinh/")
