"""The officer's list by clock, the year's plan, one content of it."""

from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dienhong.disclosures import access, actions, asking, queries, shown
from dienhong.disclosures.access import Act
from dienhong.disclosures.forms import LocalForm, OwnerForm, PlanForm
from dienhong.disclosures.models import Disclosure
from dienhong.foundations.downloads import as_file, wanted
from dienhong.foundations.requests import CivicRequest, number_asked
from dienhong.registry import queries as registry
from lawcore.disclosures import Publisher

PER_PAGE = 25
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
    found = queries.by_clock(mine, state=state, text=text, on=request.on)
    if kind := wanted(request):
        return _as_file(kind, request, found)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))
    plans = list(queries.plans(mine))
    planned = {plan.organization_id for plan in plans if plan.year == request.on.year}
    may_plan = queries.organizations(request.actor, Act.PLAN, on=request.on)
    context = {
        "rows": [shown.row(each, on=request.on) for each in page],
        "page": page,
        "states": [(code, words, counts[code]) for code, words in shown.STATES.items()],
        "state": state if state in shown.STATES else "",
        "text": text,
        "plans": plans,
        "unplanned": [each for each in may_plan if each.pk not in planned],
        "year": request.on.year,
        "figures": queries.figures(mine, on=request.on, year=request.on.year),
    }
    return render(request, "disclosures/desk.html", context)


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
    """Every content of the year, its ways, its owner, and how much was opened under it."""
    found = queries.plan(pk, request.actor)
    items = queries.items(found)
    if kind := wanted(request):
        header = [_("Mã"), _("Nội dung"), _("Căn cứ"), _("Hình thức"), _("Phụ trách"), _("Đã mở")]
        rows = (
            (
                each.code,
                each.label,
                each.clause,
                shown.ways(found.kind, each.asked["result"]["forms"]),
                each.owner.title if each.owner else "",
                opened,
            )
            for each, opened in items
        )
        return as_file(kind, f"ke-hoach-cong-khai-{found.year}", header, rows)
    headings = asking.contents(found.kind)
    groups = [
        (number, headings[number - 1].label, [(each, opened) for each, opened in items if each.number == number])
        for number in range(1, len(headings) + 1)
    ]
    context = {
        "plan": found,
        "groups": groups,
        "may_plan": access.may(request.actor, Act.PLAN, found.organization),
        "count": len(items),
        "quarters": [each for each in QUARTERS if asking.quarter(found.year, each)[0] <= request.on],
        "list_due": asking.last_day_of_list(since=request.on) if found.kind == Publisher.COMMUNE else None,
        "trail": trail((_("Kế hoạch %(year)s") % {"year": found.year}, "")),
    }
    return render(request, "disclosures/plan.html", context)


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


def item(request: CivicRequest, pk: int) -> HttpResponse:
    """One content: what the law asks for it, whose it is, what was opened under it."""
    found = queries.item(pk, request.actor)
    unit = found.plan.organization
    opened = queries.under(found)
    page = Paginator(opened, PER_PAGE).get_page(number_asked(request, "trang"))
    context = {
        "item": found,
        "heading": asking.contents(found.plan.kind)[found.number - 1].label,
        "ways": shown.ways(found.plan.kind, found.asked["result"]["forms"]),
        "rows": [shown.row(each, on=request.on) for each in page],
        "page": page,
        "may_plan": access.may(request.actor, Act.PLAN, unit),
        "may_publish": access.may(request.actor, Act.PUBLISH, unit),
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


@require_POST
def own(request: CivicRequest, pk: int) -> HttpResponse:
    found = queries.item(pk, request.actor)
    form = _owner_form(request, found.plan.organization.locality_id, found.owner_id)
    if form.is_valid():
        actions.own(item=found, owner=form.cleaned_data["owner"], by=request.actor)
    return redirect("disclosures:item", pk)
