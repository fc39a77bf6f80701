"""Who disclosed what in time, in every way; what is overdue, whose it is, since when. Computed, never typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.disclosures import access, queries, shown
from dienhong.disclosures.access import Act
from dienhong.disclosures.models import Disclosure
from dienhong.foundations.downloads import as_file, wanted
from dienhong.foundations.requests import CivicRequest, number_asked
from dienhong.registry.models import Organization
from dienhong.spot_checks import shown as figures
from dienhong.spot_checks.forms import PeriodForm
from lawcore.disclosures import Publisher

PER_PAGE = 25
BY = ("noi-dung", "co-quan", "ky")
KEPT = ("ky", "tu_0", "tu_1", "tu_2", "den_0", "den_1", "den_2", "co-quan", "loai", "nd")
"""What narrows a list and is carried on in the addresses of the page."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What the reader may see, narrowed to what the address asks for."""

    units: QuerySet[Organization]
    unit: Organization | None
    form: PeriodForm
    first: date | None
    last: date | None
    asked: Mapping[str, str]

    def due(self, on: date) -> QuerySet[Disclosure]:
        """What was due by this day in the period."""
        return queries.due(self.units, on=on, first=self.first, last=self.last)


def trail(*steps: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Đối chiếu"), reverse("spot_checks:index")), *steps]


def scope_of(request: CivicRequest) -> Scope | HttpResponseRedirect:
    """What the reader may see; for who may see nothing here, the way to what everybody may."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    units = queries.units(request.actor, Act.SEE, on=request.on)
    if not units.exists():
        return redirect("disclosures:index")
    unit = None
    if pk := number_asked(request, "co-quan"):
        unit = units.filter(pk=pk).first()
        if unit is None:
            raise access.nothing()
        units = units.filter(pk=pk)
    form = PeriodForm(request.GET if "ky" in request.GET else None, on=request.on)
    first, last = form.days()
    asked = {name: request.GET[name] for name in KEPT if request.GET.get(name)}
    return Scope(units, unit, form, first, last, asked)


def index(request: CivicRequest) -> HttpResponse:
    """The figures of a period, by content, by organization, by period; each opens to its list."""
    scope = scope_of(request)
    if isinstance(scope, HttpResponseRedirect):
        return scope
    by = request.GET.get("theo", "")
    by = by if by in BY else BY[0]
    lines, first_column = _lines(scope, by, request)
    if kind := wanted(request):
        return as_file(kind, f"doi-chieu-theo-{by}", figures.header(first_column), figures.cells(lines))
    if by == "ky":  # its lines overlap, and are of a whole year
        whole = queries.tally(scope.due(request.on)).get((), queries.Figures())
    else:
        whole = sum((each.figures for each in lines), queries.Figures())
    page = Paginator(lines, PER_PAGE).get_page(number_asked(request, "trang"))
    context = {
        "scope": scope,
        "by": by,
        "ways": [(code, words, _address(scope, code)) for code, words in _ways()],
        "first_column": first_column,
        "columns": [first_column, *(figures.words(code) for code in figures.CODES)],
        "page": page,
        "whole": figures.line("", whole, scope.asked),
        "overdue": queries.overdue(scope.units, on=request.on).count(),
        "query": _query(scope, by),
        "tabs": tabs("index"),
    }
    return render(request, "spot_checks/index.html", context)


def tabs(current: str) -> list[dict[str, object]]:
    """The sibling pages."""
    pages = (
        ("index", _("Đúng hạn, đủ hình thức")),
        ("overdue", _("Quá hạn của ai")),
        ("rounds", _("Đối chiếu tại chỗ")),
    )
    return [
        {"label": words, "url": reverse(f"spot_checks:{name}"), "current": name == current} for name, words in pages
    ]


def _ways() -> list[tuple[str, str]]:
    return [("noi-dung", _("Theo nội dung")), ("co-quan", _("Theo cơ quan")), ("ky", _("Theo kỳ"))]


def _lines(scope: Scope, by: str, request: CivicRequest) -> tuple[list[figures.Line], str]:
    here = reverse("spot_checks:index")
    asked = dict(scope.asked)
    if by == "co-quan":
        groups = queries.by_organization(scope.due(request.on))
        return figures.organizations(groups, asked, here), _("Cơ quan")
    if by == "ky":
        year = scope.form.year(request.on)
        found = queries.due(scope.units, on=request.on, first=date(year, 1, 1), last=date(year, 12, 31))
        kept = {name: asked[name] for name in ("co-quan",) if name in asked}
        return figures.periods(queries.by_month(found), kept, year=year), _("Kỳ")
    return figures.contents(queries.by_content(scope.due(request.on)), asked), _("Nội dung của Luật")


def _address(scope: Scope, by: str) -> str:
    return f"{reverse('spot_checks:index')}?{_query(scope, by)}"


def _query(scope: Scope, by: str) -> str:
    return urlencode({**scope.asked, "theo": by})


def listed(request: CivicRequest) -> HttpResponse:
    """The list behind a figure; each line leads to the disclosure and to its evidence."""
    scope = scope_of(request)
    if isinstance(scope, HttpResponseRedirect):
        return scope
    state = request.GET.get("xem", "")
    found = scope.due(request.on)
    if state == figures.RECORDED_LATE:
        found = queries.recorded_late(found)
    elif state in figures.CODES:
        found = queries.counting_as(found, state)
    if (publisher := request.GET.get("loai")) in set(Publisher):
        found = found.filter(plan__kind=publisher)
    if number := number_asked(request, "nd", most=99):
        found = found.filter(item__number=number)
    if kind := wanted(request):
        return _list_as_file(kind, queries.listed(found))
    page = Paginator(queries.in_order(found), PER_PAGE).get_page(number_asked(request, "trang"))
    words = figures.words(state) if state in figures.CODES else _("Đã quá ngày hạn")
    context = {
        "title": words,
        "rows": [_row(each, request.on) for each in queries.listed(found.filter(pk__in=list(page)))],
        "page": page,
        "scope": scope,
        "state": state,
        "query": urlencode({**scope.asked, "xem": state}),
        "trail": trail((words, "")),
    }
    return render(request, "spot_checks/list.html", context)


@dataclass(frozen=True, slots=True)
class Row:
    """A disclosure with the word it counts as, the days by which its claim was recorded late, its evidence."""

    row: shown.Row
    sign: str
    words: str
    recorded_late: int
    proofs: tuple[shown.Line, ...]


def _row(disclosure: Disclosure, on: date) -> Row:
    counted = _counted(disclosure)
    lines = shown.lines(queries.newest(disclosure))
    return Row(
        shown.row(disclosure, on=on),
        shown.RESULT_SIGNS[counted],
        figures.words(counted),
        _days(disclosure, lines),
        tuple(each for each in lines if each.posting.proof_id),
    )


def _counted(disclosure: Disclosure) -> str:
    return str(getattr(disclosure, "counted"))  # noqa: B009 - annotated by queries.due


def _days(disclosure: Disclosure, lines: list[shown.Line]) -> int:
    """By how many days the least late of the timely claims was recorded late."""
    if not getattr(disclosure, "is_recorded_late"):  # noqa: B009 - annotated by queries.due
        return 0
    return min((each.late for each in lines if each.posting.claimed_on <= disclosure.due_on), default=0)


def _list_as_file(kind: str, found: QuerySet[Disclosure]) -> HttpResponse:
    header = [
        _("Mã"), _("Nội dung"), _("Cơ quan"), _("Hạn"), _("Công khai từ"), _("Được tính là"), _("Ghi nhận muộn (ngày)"),
    ]  # fmt: skip
    rows = (
        (
            each.item.code,
            each.title,
            each.item.plan.organization.name,
            each.due_on,
            each.public_on,
            figures.words(_counted(each)),
            _days(each, shown.lines(queries.newest(each))),
        )
        for each in found
    )
    return as_file(kind, "danh-sach-cong-khai", header, rows)
