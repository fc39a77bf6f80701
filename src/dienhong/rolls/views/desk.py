"""The villages one keeps, the households of one, its list to publish and to print."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from dienhong.documents import actions as documents
from dienhong.documents import queries as papers
from dienhong.documents.views import hand_out
from dienhong.foundations.requests import CivicRequest, number_asked
from dienhong.registry.models import Locality
from dienhong.rolls import access, actions, paper, queries, shown
from dienhong.rolls.access import Act
from dienhong.rolls.actions.listing import PAPER
from dienhong.rolls.forms import PublishForm
from dienhong.rolls.models import Publication, Typing
from dienhong.rolls.views.frame import acted, trail

PER_PAGE = 50
SHOWN = 10


def index(request: CivicRequest) -> HttpResponse:
    """Every village of mine with its figures, page by page; with only one, that village."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    text = request.GET.get("tim", "")[:80]
    mine = queries.villages(request.actor, Act.SEE, on=request.on, text=text)
    page = Paginator(mine, PER_PAGE).get_page(number_asked(request, "trang"))
    here = list(page.object_list)
    if not text and not here:
        return redirect("rolls:index")
    if not text and page.paginator.count == 1:
        return redirect("rolls:village", here[0].pk)
    context = {"rows": queries.counts(here, on=request.on), "page": page, "text": text}
    return render(request, "rolls/desk.html", context)


def village(request: CivicRequest, pk: int) -> HttpResponse:
    """What waits, then the households of today."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    found = queries.village(pk, request.actor)
    text = request.GET.get("tim", "")[:80]
    all_here = queries.members(found, on=request.on, text=text)
    page = Paginator(all_here, PER_PAGE).get_page(number_asked(request, "trang"))
    waiting = queries.changes().filter(village=found, ruling=None)[:SHOWN]
    may = {act.name.lower(): access.may(request.actor, act, found) for act in Act}
    context = {
        "village": found,
        "counts": queries.counts([found], on=request.on)[0],
        "text": text,
        "page": page,
        "waiting": [shown.change(each) for each in waiting],
        "objections": queries.open_objections([found.pk])[:SHOWN],
        "published": queries.latest_list(found),
        "typings": _typings(found, request) if found.households_listed_on is None else [],
        "may": may,
        "trail": trail(None, (str(found), "")),
    }
    return render(request, "rolls/village.html", context)


def _typings(village: Locality, request: CivicRequest) -> list[tuple[Typing, bool]]:
    """Lists being typed or compared that concern the actor, and whether they are to compare rather than to type."""
    may_enter = access.may(request.actor, Act.ENTER, village)
    return [
        (each, each.batch_id is not None)
        for each in queries.typings(village)
        if each.started_by == request.actor.key or (may_enter and each.batch_id is not None)
    ]


def publish(request: CivicRequest, pk: int) -> HttpResponse:
    """Let everybody read the list of today and say what is wrong."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    found = queries.village(pk, request.actor, Act.TAKE)
    form = PublishForm(request.POST or None)

    def act() -> str:
        actions.publish(village=found, days=form.cleaned_data["days"], by=request.actor, on=request.on)
        messages.success(request, _("Đã niêm yết trên trang. Hãy in một bản treo ở nhà văn hóa."))
        return reverse("rolls:village", args=[found.pk])

    context = {
        "village": found,
        "title": _("Niêm yết danh sách hộ"),
        "lead": _(
            "Mọi người đọc được số thứ tự và tên người đại diện, không có địa chỉ, điện thoại, năm sinh. Từ lần niêm "
            "yết đầu tiên, mỗi thay đổi cần căn cứ và người thứ hai xác nhận."
        ),
        "submit": pgettext("button", "Niêm yết"),
        "counts": queries.counts([found], on=request.on)[0],
        "trail": trail(found, (pgettext("button", "Niêm yết"), "")),
    }
    return acted(request, form, "rolls/form.html", context, act)


@require_POST
def print_list(request: CivicRequest, pk: int, kind: str) -> HttpResponse:
    """The list for the board: numbers, names, the code that leads back, the digest in eight words."""
    published = Publication.objects.select_related("village__parent", "roll").filter(pk=pk).first()
    if published is None or not access.may(request.actor, Act.SEE, published.village):
        raise access.nothing()
    form = documents.issue_code(
        kind=PAPER,
        subject=f"rolls.publication:{published.pk}",
        path=reverse("rolls:public", args=[published.village.code]),
        locality=published.village.code,
        by=request.actor.key,
    )
    with translation.override("vi"):
        document = paper.listed(published, queries.entries(published.roll), trace=papers.trace_of(form))
        return hand_out(document, kind, f"danh-sach-ho-{published.village.code}")
