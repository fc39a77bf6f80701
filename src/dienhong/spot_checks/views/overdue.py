"""What is overdue, by whom, since when; what it waits for."""

from datetime import date
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.disclosures import queries
from dienhong.disclosures.models import Disclosure
from dienhong.foundations.downloads import as_file, wanted
from dienhong.foundations.requests import CivicRequest, number_asked
from dienhong.spot_checks.views.coverage import PER_PAGE, scope_of, tabs

NOBODYS = "chua-giao"


def overdue(request: CivicRequest) -> HttpResponse:
    """What is overdue, by whom, since when; what it waits for."""
    scope = scope_of(request)
    if isinstance(scope, HttpResponseRedirect):
        return scope
    found = queries.overdue(scope.units, on=request.on)
    owner = request.GET.get("nguoi", "")
    if owner == NOBODYS:
        found = found.filter(item__owner=None)
    elif pk := number_asked(request, "nguoi"):
        found = found.filter(item__owner=pk)
    if kind := wanted(request):
        return _overdue_as_file(kind, found, request.on)
    page = Paginator(found, PER_PAGE).get_page(number_asked(request, "trang"))
    by_unit = request.GET.get("theo") == "co-quan"
    groups = (queries.overdue_by_organization if by_unit else queries.overdue_by_owner)(scope.units, on=request.on)
    groups_page = Paginator(groups, PER_PAGE).get_page(number_asked(request, "nhom"))
    context = {
        "scope": scope,
        "owner": owner,
        "by_unit": by_unit,
        "groups": [
            (each, _group_address(each, by_unit=by_unit), (request.on - each.oldest).days) for each in groups_page
        ],
        "more": groups_page.has_other_pages(),
        "rows": [(each, (request.on - each.due_on).days) for each in page],
        "page": page,
        "query": urlencode({**scope.asked, **({"nguoi": owner} if owner else {})}),
        "tabs": tabs("overdue"),
    }
    return render(request, "spot_checks/overdue.html", context)


def _group_address(group: queries.Overdue, *, by_unit: bool) -> str:
    asked = {"co-quan": group.key, "theo": "co-quan"} if by_unit else {"nguoi": group.key or NOBODYS}
    return f"{reverse('spot_checks:overdue')}?{urlencode(asked)}"


def _overdue_as_file(kind: str, found: QuerySet[Disclosure], on: date) -> HttpResponse:
    header = [
        _("Phụ trách"), _("Người giữ chức danh"), _("Cơ quan"), _("Mã"), _("Nội dung"), _("Hạn"), _("Quá hạn (ngày)"),
        _("Đang chờ"),
    ]  # fmt: skip
    rows = (
        (
            each.item.owner.title if each.item.owner else _("chưa giao"),
            each.item.owner.person.name if each.item.owner else "",
            each.item.plan.organization.name,
            each.item.code,
            each.title,
            each.due_on,
            (on - each.due_on).days,
            each.waits_for,
        )
        for each in found
    )
    return as_file(kind, "qua-han-cong-khai", header, rows)
