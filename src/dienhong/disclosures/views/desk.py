"""The officer's list by clock, the year's plan, one content of it."""

from datetime import date
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dienhong.disclosures import access, actions, asking, differences, queries, shown
from dienhong.disclosures.access import Act
from dienhong.disclosures.forms import FieldForm, LocalForm, OwnerForm, PlanForm, RemoveLocalForm
from dienhong.disclosures.models import FIELD_UNITS, Disclosure, Item, Plan, Statement
from dienhong.disclosures.terms import terms
from dienhong.foundations import beside
from dienhong.foundations.downloads import as_file, wanted
from dienhong.foundations.requests import CivicRequest, number_asked
from dienhong.foundations.told import told_on
from dienhong.registry import queries as registry
from dienhong.registry.models import Organization
from lawcore.disclosures import Publisher
from lawcore.indicators.periods import periods_of
from lawcore.timelimits import Every
from lawcore.vietnamese import search_folded

PER_PAGE = 25
FEW, MANY = 20, 50  # organizations whose figures stand on the desk; plans that one list shows
QUARTERS = range(1, 5)


def trail(*steps: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Công khai"), reverse("disclosures:desk")), *steps]


def desk(request: CivicRequest) -> HttpResponse:
    """Everything with a clock, most pressing first; the plans; the figures of the year."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    mine = queries.organizations(request.actor, Act.SEE, on=request.on)
    if not mine:
        if queries.villages_headed(request.actor):
            return redirect("disclosures:village")
        return redirect("disclosures:index")  # not on this desk: what everybody may see
    counts = queries.counts(mine, on=request.on)
    state = request.GET.get("xem", "")
    text = request.GET.get("tim", "")[:100]
    if kind := wanted(request):
        return _as_file(kind, request, queries.by_clock(mine, state=state, text=text, on=request.on))
    number = request.GET.get("trang")
    if is_search := bool(search_folded(text).split()):
        keys = queries.first_holding(mine, state=state, text=text, on=request.on)
        page = queries.page_of_first(keys, number, per_page=PER_PAGE)
    else:
        found = queries.by_clock(mine, state=state, text="", on=request.on)
        page = queries.one_page(found, number, per_page=PER_PAGE)
    context = {
        "rows": [shown.row(each, on=request.on) for each in page],
        "page": page,
        "states": [(code, words, counts[code]) for code, words in shown.STATES.items()],
        "state": state if state in shown.STATES else "",
        "text": text,
        "is_search": is_search,
        "panels": beside.panels("disclosure.list", request, None),
        "to_sign": queries.to_sign(request.actor, on=request.on),
        "today": request.on,
    }
    return render(request, "disclosures/desk.html", context if is_search else context | _year(request, mine))


def _year(request: CivicRequest, mine: list[Organization]) -> dict[str, Any]:
    """The plans and the figures of the year, below the list; what was searched for stands alone."""
    plans = queries.plans(mine)
    if len(mine) > FEW:  # of a province: those of this year only, and only as many as one reads
        plans = plans.filter(year=request.on.year)
    planned = {pk for pk, year in plans.values_list("organization_id", "year") if year == request.on.year}
    may_plan = queries.organizations(request.actor, Act.PLAN, on=request.on)
    figures = queries.figures(mine, on=request.on, year=request.on.year) if len(mine) <= FEW else None
    return {
        "plans": plans[:MANY],
        "unplanned": [each for each in may_plan if each.pk not in planned][:MANY],
        "year": request.on.year,
        "figures": figures,
        "parts": shown.parts(figures),
    }


def _as_file(kind: str, request: CivicRequest, found: QuerySet[Disclosure]) -> HttpResponse:
    header = [_("Mã"), _("Nội dung"), _("Cơ quan"), _("Phát sinh"), _("Hạn"), _("Công khai"), _("Tình trạng")]
    rows = (
        (
            each.item.code,
            each.title,
            each.item.plan.organization.name,
            each.begun_on,
            each.due_on,
            each.public_on,
            "; ".join(sign.words for sign in shown.row(each, on=request.on).signs),
        )
        for each in found
    )
    return as_file(kind, "cong-khai", header, rows)


def draft(request: CivicRequest, organization: int) -> HttpResponse:
    """The plan of this year, drafted from the law's list."""
    unit = queries.organization(organization)
    access.check(request.actor, Act.PLAN, unit)
    form = PlanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        plan = actions.draft_plan(organization=unit, year=request.on.year, by=request.actor, **form.cleaned_data)
        return redirect("disclosures:plan", plan.pk)
    context = {
        "form": form,
        "title": _("Lập kế hoạch công khai năm %(year)s") % {"year": request.on.year},
        "caption": unit,
        "lead": _("Danh mục của Luật được đưa vào sẵn; sau đó bổ sung nội dung của địa phương."),
        "submit": _("Lập kế hoạch"),
        "trail": trail((_("Lập kế hoạch"), "")),
    }
    return render(request, "disclosures/form.html", context)


def plan(request: CivicRequest, pk: int) -> HttpResponse:
    """Every content of the year with its ways, its times, its owner; what was signed about it."""
    found = queries.plan(pk, request.actor)
    items = queries.items(found)
    if kind := wanted(request):
        return _plan_as_file(kind, found, items)
    may_plan = access.may(request.actor, Act.PLAN, found.organization)
    may_sign = access.may(request.actor, Act.SIGN, found.organization)
    headings = asking.contents(found.kind)
    shown_items = [(each, opened, terms(each, found.kind)) for each, opened in items]
    groups = [
        (number, headings[number - 1].label, [row for row in shown_items if row[0].number == number])
        for number in range(1, len(headings) + 1)
    ]
    context = {
        "plan": found,
        "groups": groups,
        "may_plan": may_plan,
        "count": len(items),
        "list_due": asking.last_day_of_list(since=request.on) if found.kind == Publisher.COMMUNE else None,
        **_signed(found, drafts=may_plan or may_sign, on=request.on),
        "trail": trail((_("Kế hoạch %(year)s") % {"year": found.year}, "")),
    }
    return render(request, "disclosures/plan.html", context)


def _signed(plan: Plan, *, drafts: bool, on: date) -> dict[str, Any]:
    """The papers about a plan: the signed plan and what changed since, the lists by quarter, the reports."""
    papers = list(queries.of_plan(plan))
    signed = next((each for each in papers if each.kind == Statement.Kind.PLAN and each.is_signed), None)
    return {
        "signed_plan": signed,
        "plan_changes": differences.of_signed_plan(signed, plan, on=on) if signed else [],
        "quarters": [(each, each.is_late(on)) for each in queries.quarters(plan, on=on)],
        "under_way": next((each for each in periods_of(Every.QUARTER, plan.year) if on in each), None),
        "reports": [
            (each, queries.period_of(each).label)
            for each in papers
            if each.kind == Statement.Kind.REPORT and (each.is_signed or drafts)
        ],
    }


def _plan_as_file(kind: str, plan: Plan, items: list[tuple[Item, int]]) -> HttpResponse:
    header = [
        _("Mã"), _("Nhóm nội dung"), _("Nội dung"), _("Căn cứ"), _("Hình thức"), _("Nơi niêm yết"), _("Hạn công khai"),
        _("Thời gian công khai"), _("Phụ trách"), _("Đã mở"),
    ]  # fmt: skip
    headings = asking.contents(plan.kind)
    rows = []
    for each, opened in items:
        said = terms(each, plan.kind)
        group = f"{each.number}. {headings[each.number - 1].label}"
        owner = each.owner.title if each.owner else ""
        ways = (said.forms, said.places, said.due, said.stays)
        rows.append((each.code, group, each.label, each.clause, *ways, owner, opened))
    return as_file(kind, f"ke-hoach-cong-khai-{plan.year}", header, rows)


def quarter(request: CivicRequest, pk: int, number: int) -> HttpResponse:
    """LDC art. 13 cl. 2: the list of what was disclosed in a quarter, with the ways and the time, as XLSX."""
    found = queries.plan(pk, request.actor)
    if number not in QUARTERS:
        raise access.nothing()
    first, last = asking.quarter(found.year, number)
    header = [_("Mã"), _("Nội dung"), _("Hình thức"), _("Nơi"), _("Từ ngày"), _("Đến ngày"), _("Ghi nhận muộn (ngày)")]
    lines = (shown.line(each) for each in queries.posted(found, first=first, last=last))
    rows = (
        (
            each.posting.version.disclosure.item.code,
            each.posting.version.disclosure.title,
            each.way,
            each.where,
            each.posting.claimed_on,
            each.removed_on or each.posting.last_on,
            each.late,
        )
        for each in lines
    )
    return as_file("xlsx", f"danh-sach-cong-khai-quy-{number}-{found.year}", header, rows)


def add_local(request: CivicRequest, pk: int) -> HttpResponse:
    """A content that the place adds."""
    found = queries.plan(pk, request.actor)
    access.check(request.actor, Act.PLAN, found.organization)
    form = LocalForm(request.POST or None, kind=found.kind)
    if request.method == "POST" and form.is_valid():
        item = actions.add_local(plan=found, by=request.actor, **form.cleaned_data)
        return redirect("disclosures:item", item.pk)
    context = {
        "form": form,
        "title": _("Bổ sung nội dung của địa phương"),
        "caption": found.organization,
        "submit": _("Bổ sung"),
        "trail": trail((str(found.year), reverse("disclosures:plan", args=[pk])), (_("Bổ sung"), "")),
    }
    return render(request, "disclosures/form.html", context)


def edit_local(request: CivicRequest, pk: int) -> HttpResponse:
    """A content that the place added is mended, until it stands in a signed plan."""
    found = queries.item(pk, request.actor)
    access.check(request.actor, Act.PLAN, found.plan.organization)
    start = {"label": found.label, "clause": found.clause, "number": found.number}
    form = LocalForm(request.POST or None, kind=found.plan.kind, initial=start)
    form.initial["number"] = found.number
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            actions.edit_local(item=found, by=request.actor, **form.cleaned_data)
            return redirect("disclosures:item", pk)
    context = {
        "form": form,
        "title": _("Sửa nội dung của địa phương"),
        "caption": f"{found.code} · {found.plan.organization}",
        "submit": _("Lưu"),
        "trail": trail((found.code, reverse("disclosures:item", args=[pk])), (_("Sửa"), "")),
    }
    return render(request, "disclosures/form.html", context, status=422 if form.errors else 200)


def remove_local(request: CivicRequest, pk: int) -> HttpResponse:
    """A content that the place added is taken out of the plan again."""
    found = queries.item(pk, request.actor)
    access.check(request.actor, Act.PLAN, found.plan.organization)
    form = RemoveLocalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            actions.remove_local(item=found, by=request.actor, on=request.on, **form.cleaned_data)
            return redirect("disclosures:plan", found.plan_id)
    context = {
        "form": form,
        "title": _("Bỏ nội dung của địa phương"),
        "caption": f"{found.code} {found.label}",
        "lead": _("Chỉ bỏ được khi chưa mở công khai lần nào. Lý do được giữ; kế hoạch đã ký thì ký bản thay thế."),
        "submit": _("Bỏ khỏi kế hoạch"),
        "trail": trail((found.code, reverse("disclosures:item", args=[pk])), (_("Bỏ"), "")),
    }
    return render(request, "disclosures/form.html", context, status=422 if form.errors else 200)


def item(request: CivicRequest, pk: int) -> HttpResponse:
    """One content: what the law asks for it, whose it is, what was opened under it."""
    found = queries.item(pk, request.actor)
    unit = found.plan.organization
    opened = queries.under(found)
    page = Paginator(opened, PER_PAGE).get_page(number_asked(request, "trang"))
    is_in_plan, may_plan = found.removed_on is None, access.may(request.actor, Act.PLAN, unit)
    context = {
        "item": found,
        "heading": asking.contents(found.plan.kind)[found.number - 1].label,
        "ways": shown.ways(found.plan.kind, found.asked["result"]["forms"]),
        "terms": terms(found, found.plan.kind),
        "may_edit": found.is_local and is_in_plan and may_plan and not queries.is_in_signed_plan(found),
        "may_remove": found.is_local and is_in_plan and may_plan and not page.paginator.count,
        "rows": [shown.row(each, on=request.on) for each in page],
        "page": page,
        "may_plan": is_in_plan and may_plan,
        "may_publish": is_in_plan and access.may(request.actor, Act.PUBLISH, unit),
        "owner_form": _owner_form(request, found.plan.organization.locality_id, found.owner_id),
        "trail": trail(
            (_("Kế hoạch %(year)s") % {"year": found.plan.year}, reverse("disclosures:plan", args=[found.plan_id])),
            (found.code, ""),
        ),
    }
    return render(request, "disclosures/item.html", context)


def _owner_form(request: CivicRequest, place_id: int, owner_id: int | None) -> OwnerForm:
    place = registry.place(place_id)
    posts = registry.posts(place, on=request.on) if place else None
    return OwnerForm(request.POST or None, initial={"owner": owner_id}, posts=posts)


def timing(request: CivicRequest, pk: int) -> HttpResponse:
    """The days that the law of the field gives for a content, and its clause."""
    found = queries.item(pk, request.actor)
    access.check(request.actor, Act.PLAN, found.plan.organization)
    begin = {"days": found.field_days, "unit": found.field_unit or FIELD_UNITS[0][0], "clause": found.field_clause}
    form = FieldForm(request.POST or None, initial=begin)
    if request.method == "POST" and form.is_valid():
        actions.follow_field(item=found, by=request.actor, **form.cleaned_data)
        return redirect("disclosures:item", pk)
    context = {
        "form": form,
        "title": _("Hạn theo luật chuyên ngành"),
        "caption": f"{found.code} {found.label}",
        "lead": _(
            "Luật chuyên ngành định hạn riêng thì theo hạn đó. Để trống số ngày khi không có. Hạn đang chạy giữ nguyên."
        ),
        "submit": _("Lưu"),
        "trail": trail((found.code, reverse("disclosures:item", args=[pk])), (_("Hạn theo luật chuyên ngành"), "")),
    }
    return render(request, "disclosures/form.html", context, status=422 if form.errors else 200)


@require_POST
def own(request: CivicRequest, pk: int) -> HttpResponse:
    found = queries.item(pk, request.actor)
    form = _owner_form(request, found.plan.organization.locality_id, found.owner_id)
    if form.is_valid():
        actions.own(item=found, owner=form.cleaned_data["owner"], by=request.actor)
    return redirect("disclosures:item", pk)
