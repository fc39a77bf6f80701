"""The list of who answers, by its clock; the register as a file; the figures; the commune's own target."""

from collections.abc import Iterable, Mapping

from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.foundations.clock import VIETNAM
from dienhong.foundations.downloads import as_file, wanted
from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.told import told_on
from dienhong.information_requests import access, actions, queries, shown
from dienhong.information_requests.access import Act
from dienhong.information_requests.forms import TargetForm
from dienhong.information_requests.models import Request, ServiceTarget
from dienhong.registry import queries as registry

PER_PAGE = 25


def trail(*steps: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Hỏi thông tin"), reverse("information_requests:desk")), *steps]


def desk(request: CivicRequest) -> HttpResponse:
    """Most pressing first. Who only oversees sees the figures and nobody's question."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    counted = queries.organizations(request.actor, Act.COUNT, on=request.on)
    if not counted:
        if queries.villages_headed(request.actor, on=request.on):
            return redirect("information_requests:village")
        return redirect("information_requests:index")
    mine = queries.organizations(request.actor, Act.SEE, on=request.on)
    state = request.GET.get("xem", "")
    found = queries.by_clock(mine, state=state, on=request.on)
    if mine and (kind := wanted(request)):
        return _as_file(kind, request, found)
    counts = queries.counts(mine, on=request.on)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))
    chosen = queries.period(request.GET.get("ky", ""), on=request.on)
    figures = queries.figures(counted, first=chosen.first, last=chosen.last, on=request.on)
    context = {
        "mine": mine,
        "rows": [shown.row(each, on=request.on) for each in page],
        "page": page,
        "states": [
            (code, words, counts[code]) for code, words in shown.STATES.items() if counts[code] or state == code
        ],
        "state": state if state in shown.STATES else "",
        "figures": figures,
        "refused": sum(figures.refused.values()),
        "grounds": shown.grounds(_grounds(figures.refused, sees_all=bool(mine))),
        "period": chosen,
        "periods": queries.periods(request.on),
        "targets": _named(queries.targets(counted)),
        "may_enter": queries.organizations(request.actor, Act.WORK, on=request.on),
        "may_aim": queries.organizations(request.actor, Act.SET_TARGET, on=request.on),
        "by_law": shown.is_law_known(request.on),
    }
    return render(request, "information_requests/desk.html", context)


def _grounds(refused: Mapping[str, int], *, sees_all: bool) -> Iterable[tuple[str, int]]:
    """Every ground for who reads the requests anyway; for who only oversees, what points at nobody."""
    return sorted(refused.items(), key=lambda each: -each[1]) if sees_all else queries.grounds_shown(refused)


def _as_file(kind: str, request: CivicRequest, found: QuerySet[Request]) -> HttpResponse:
    """The register without names, addresses, telephones or the words of a question."""
    header = [
        _("Hồ sơ"), _("Ngày nhận"), _("Lúc ghi nhận"), _("Ghi nhận muộn (ngày)"), _("Cách gửi"),
        _("Cách nhận trả lời"), _("Về nội dung công khai"), _("Hạn"), _("Hạn theo"), _("Hạn đã gia hạn"),
        _("Ngày trả lời"), _("Trường hợp từ chối"), _("Tình trạng"),
    ]  # fmt: skip
    rows = (
        (
            each.pk,
            each.received_on,
            f"{each.created_at.astimezone(VIETNAM):%d/%m/%Y %H:%M}",
            queries.recorded_after(each.received_on, each.submissions.all()[0]),
            each.get_came_display(),
            each.get_channel_display(),
            each.disclosure.item.code if each.disclosure else "",
            each.first_due_on,
            each.get_timing_display(),
            each.due_on if each.due_on != each.first_due_on else None,
            each.answered_on,
            shown.ground_words(each.ground),
            "; ".join(sign.words for sign in shown.signs(each, on=request.on)),
        )
        for each in found
    )
    return as_file(kind, "so-theo-doi-cung-cap-thong-tin", header, rows)


def _named(targets: list[ServiceTarget]) -> list[tuple[ServiceTarget, str]]:
    """Each with the name of who set it."""
    names = registry.names_of({each.recorded_by for each in targets})
    return [(each, names.get(each.recorded_by, "")) for each in targets]


def target(request: CivicRequest, organization: int) -> HttpResponse:
    """In how many working days the commune means to answer."""
    unit = queries.organization(organization, request.actor, Act.COUNT, on=request.on)
    access.check(request.actor, Act.SET_TARGET, unit)
    form = TargetForm(request.POST or None, initial={"starts_on": request.on})
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            actions.set_target(organization=unit, by=request.actor, on=request.on, **form.cleaned_data)
            return redirect("information_requests:desk")
    context = {
        "form": form,
        "title": _("Đặt mục tiêu phục vụ"),
        "caption": unit,
        "lead": _(
            "Đây là lời hứa của xã với người dân, không phải hạn luật định. Mọi trang đều ghi rõ như vậy, "
            "kèm người đặt và ngày đặt."
        ),
        "submit": _("Đặt mục tiêu"),
        "trail": trail((_("Mục tiêu phục vụ"), "")),
    }
    return render(request, "information_requests/form.html", context, status=422 if form.errors else 200)
