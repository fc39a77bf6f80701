"""The village head writes down a question for somebody, and brings the answer."""

from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.foundations.refusals import NotAllowed
from dienhong.foundations.requests import CivicRequest, number_asked
from dienhong.information_requests import access, actions, queries, shown
from dienhong.information_requests.forms import AskForm
from dienhong.information_requests.models import Came, Channel, Request
from dienhong.information_requests.views.public import acted
from dienhong.registry.models import Locality

PER_PAGE = 20


def _trail(*steps: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Việc của tôi"), reverse("my-day")), *steps]


def entered(request: CivicRequest) -> HttpResponse:
    """What was written down in the actor's villages: for whom, where it stands, what to bring to whom."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    villages = queries.villages_headed(request.actor, on=request.on)
    if not villages:
        raise NotAllowed(_("Trang này dành cho Trưởng thôn, Tổ trưởng tổ dân phố."))
    page = Paginator(queries.entered_in(villages), PER_PAGE).get_page(request.GET.get("trang"))
    rows = [(shown.row(each, on=request.on), _to_bring(each), each.came == Came.VILLAGE_HEAD) for each in page]
    context = {"villages": villages, "rows": rows, "page": page, "trail": _trail((_("Hỏi giúp dân"), ""))}
    return render(request, "information_requests/village.html", context)


def _to_bring(request: Request) -> bool:
    """Whether there is an answer on paper to bring."""
    return request.channel == Channel.VILLAGE_HEAD and request.answered_on is not None


def ask(request: CivicRequest, pk: int) -> HttpResponse:
    """The form, filled in for somebody who is sitting there."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    village = _headed(request, pk)
    unit = queries.committee_of(village.parent.code if village.parent else "", on=request.on)
    disclosure = queries.disclosure_asked(number_asked(request, "ve"), unit)
    form = AskForm(
        request.POST or None,
        on=request.on,
        villages=[],
        for_another=True,
        initial={"channel": Channel.VILLAGE_HEAD, "address": village},
    )
    del form.fields["village"]  # it is this one

    def act() -> Request:
        return actions.submit(
            organization=unit,
            asked=form.asked(),
            came=Came.VILLAGE_HEAD,
            received_on=request.on,
            key=form.cleaned_data["key"],
            by=request.actor,
            at=request.at,
            disclosure=disclosure,
            village=village,
        )

    context = {
        "title": _("Hỏi thông tin giúp người dân"),
        "caption": village,
        "lead": _(
            "Ghi đúng lời người hỏi. Tên người ghi giúp được lưu cùng yêu cầu. Xong thì đưa giấy biên nhận cho họ."
        ),
        "submit": _("Gửi yêu cầu"),
        "trail": _trail((_("Hỏi giúp dân"), reverse("information_requests:village")), (_("Ghi yêu cầu"), "")),
    }
    return acted(request, form, act, "information_requests/form.html", context, to="information_requests:receipt")


def _headed(request: CivicRequest, pk: int) -> Locality:
    found = next((each for each in queries.villages_headed(request.actor, on=request.on) if each.pk == pk), None)
    if found is None:
        raise access.nothing()
    return found
