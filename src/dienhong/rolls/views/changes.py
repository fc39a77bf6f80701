"""What happened to households: tell it, read it, confirm or refuse what somebody else told."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from dienhong.foundations.requests import CivicRequest, number_asked
from dienhong.foundations.told import told_above
from dienhong.registry import queries as registry
from dienhong.rolls import access, actions, queries, shown
from dienhong.rolls.access import Act
from dienhong.rolls.forms import BLOCKS, FORMS, RefuseForm
from dienhong.rolls.models import Change, Ground, Kind
from dienhong.rolls.views.frame import acted, trail

PER_PAGE = 25
NOTES = {
    Kind.DIED: gettext_lazy("hộ vẫn được tính"),
    Kind.SPLIT: gettext_lazy("con ra ở riêng"),
    Kind.LEFT: gettext_lazy("cả hộ đi nơi khác"),
    Kind.ENDED: gettext_lazy("không còn ai trong hộ"),
}


def kinds(request: CivicRequest, pk: int) -> HttpResponse:
    """What happened? One touch."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    village = queries.village(pk, request.actor, Act.PROPOSE)
    household = number_asked(request, "ho")
    context = {
        "village": village,
        "kinds": [(kind.value, kind.label, str(NOTES.get(kind, ""))) for kind in Kind],
        "query": f"?ho={household}" if household else "",
        "trail": trail(village, (_("Báo thay đổi"), "")),
    }
    return render(request, "rolls/kinds.html", context)


def propose(request: CivicRequest, pk: int, kind: str) -> HttpResponse:
    """The ground, the day, the households; then it waits for somebody else."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    village = queries.village(pk, request.actor, Act.PROPOSE)
    if kind not in FORMS:
        raise access.nothing()
    members = queries.members(village, on=request.on)
    household = number_asked(request, "ho")
    initial: dict[str, object] = {"takes_effect_on": request.on, "household": household, "first": household}
    if number_asked(request, "phan-anh"):
        initial["ground"] = Ground.OBJECTION
    form = FORMS[kind](
        request.POST or None,
        members=members,
        codes=queries.next_codes(village, BLOCKS),
        kind=kind,
        initial=initial,
    )

    def act() -> str:
        made = actions.propose(
            village=village, change=form.change(), key=form.cleaned_data["key"], by=request.actor, on=request.on
        )
        messages.success(request, _("Đã báo. Mặt trận hoặc cán bộ xã xác nhận thì danh sách mới đổi."))
        return reverse("rolls:change", args=[made.pk])

    context = {
        "village": village,
        "title": Kind(kind).label,
        "lead": _("Cần căn cứ và người thứ hai xác nhận."),
        "submit": _("Báo thay đổi"),
        "trail": trail(
            village, (_("Báo thay đổi"), reverse("rolls:kinds", args=[village.pk])), (str(Kind(kind).label), "")
        ),
    }
    return acted(request, form, "rolls/form.html", context, act)


def detail(request: CivicRequest, pk: int) -> HttpResponse:
    """What was told, on which ground; for the second person, yes or no."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    return _detail(request, queries.change(pk, request.actor), RefuseForm(), status=200)


def _detail(request: CivicRequest, found: Change, form: RefuseForm, *, status: int) -> HttpResponse:
    ruling = getattr(found, "ruling", None)
    keys = {found.recorded_by, ruling.recorded_by if ruling else ""}
    names = registry.names_of(keys)
    is_own = found.recorded_by == request.actor.key
    may_decide = ruling is None and access.may(request.actor, Act.DECIDE, found.village)
    context = {
        "shown": shown.change(found),
        "ruling": ruling,
        "proposed_by": names.get(found.recorded_by, _("Hệ thống")),
        "decided_by": names.get(ruling.recorded_by, _("Hệ thống")) if ruling else "",
        "may_decide": may_decide and not is_own,
        "is_own": may_decide and is_own,
        "form": form,
        "trail": trail(found.village, (str(found.get_kind_display()), "")),
    }
    return render(request, "rolls/change.html", context, status=status)


@require_POST
def confirm(request: CivicRequest, pk: int) -> HttpResponse:
    """The second person's yes."""
    found = queries.change(pk, request.actor)
    with told_above(request):
        actions.confirm(change=found, by=request.actor)
        messages.success(request, _("Đã xác nhận. Danh sách hộ đã đổi theo."))
    return redirect("rolls:change", pk)


@require_POST
def refuse(request: CivicRequest, pk: int) -> HttpResponse:
    """The second person's no, with a reason."""
    found = queries.change(pk, request.actor)
    access.check(request.actor, Act.DECIDE, found.village)
    form = RefuseForm(request.POST)
    if not form.is_valid():
        return _detail(request, found, form, status=422)
    with told_above(request):
        actions.refuse(change=found, reason=form.cleaned_data["reason"], by=request.actor)
    return redirect("rolls:change", pk)


def history(request: CivicRequest, pk: int) -> HttpResponse:
    """Every change that was ever told in the village, the latest first."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    village = queries.village(pk, request.actor)
    found = queries.changes().filter(village=village)
    page = Paginator(found, PER_PAGE).get_page(number_asked(request, "trang"))
    context = {
        "village": village,
        "rows": [shown.change(each) for each in page],
        "page": page,
        "trail": trail(village, (_("Sổ thay đổi"), "")),
    }
    return render(request, "rolls/history.html", context)
