"""What the meeting chose, the two sheets, the result. Nobody sees a figure of the other sheet before both are in."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from dienhong.decisions import access, actions
from dienhong.decisions.forms import CountForm, ElectForm, MethodForm, NothingForm, ResultForm
from dienhong.decisions.models import Item
from dienhong.decisions.views.acting import acted
from dienhong.decisions.views.meetings import page_of, work_on
from dienhong.foundations.refusals import Refused
from dienhong.foundations.requests import CivicRequest
from lawcore.ballots.meetings import Choice as Chosen

PLACES = (1, 2)


def elect(request: CivicRequest, pk: int, what: str) -> HttpResponse:
    """Secretary or tellers, by more than half of the households present."""
    title = _("Cử thư ký") if what == Chosen.SECRETARY else _("Bầu Ban kiểm phiếu")
    meeting, context = work_on(request, pk, title)
    form = ElectForm(request.POST or None)
    context["lead"] = _("Quá nửa số đại diện hộ có mặt giơ tay đồng ý thì được.")

    def act() -> object:
        given = form.cleaned_data
        elected = actions.Elected(Chosen(what), given["agree"], tuple(given["names"].splitlines()))
        return actions.choose(meeting=meeting, elected=elected, key=given["key"], by=request.actor, at=request.at)

    return acted(request, form, act, to=page_of(meeting), context=context)


def method(request: CivicRequest, pk: int, position: int) -> HttpResponse:
    """Hands or paper, by more than half of the households present."""
    meeting, context = work_on(request, pk, _("Chọn cách biểu quyết"))
    item = _item(meeting.pk, position)
    form = MethodForm(request.POST or None)
    context["lead"] = item.matter.title

    def act() -> object:
        given = form.cleaned_data
        elected = actions.Elected(Chosen.METHOD, given["agree"], method=given["method"], item=item.pk)
        return actions.choose(meeting=meeting, elected=elected, key=given["key"], by=request.actor, at=request.at)

    return acted(request, form, act, to=page_of(meeting), context=context)


@never_cache
def sheet(request: CivicRequest, pk: int, position: int, place: int) -> HttpResponse:
    """The sheet of one of the two who count. The page never holds a figure that was entered, whoever entered it."""
    title = _("Phiếu của người đếm thứ nhất") if place == 1 else _("Phiếu của người đếm thứ hai")
    meeting, context = work_on(request, pk, title)
    if place not in PLACES:
        raise access.nothing()
    item = _item(meeting.pk, position)
    clusters = list(meeting.clusters.order_by("pk"))
    form = CountForm(request.POST or None, secret=item.method == Item.Method.SECRET, clusters=clusters)
    context["lead"] = item.matter.title
    context["submit"] = _("Gửi phiếu kiểm đếm")

    def act() -> object:
        given = form.cleaned_data
        return actions.enter_sheet(
            item=item,
            place=place,
            counter=given["counter"],
            figures=form.figures(),
            note=given.get("note", ""),
            cluster=given.get("cluster"),
            key=given["key"],
            by=request.actor,
        )

    return acted(request, form, act, to=page_of(meeting), context=context)


def close(request: CivicRequest, pk: int, position: int) -> HttpResponse:
    """Both sheets agree: the result. Of a secret vote it is first asked who watched the count."""
    meeting, context = work_on(request, pk, _("Công bố kết quả"))
    item = _item(meeting.pk, position)
    secret = item.method == Item.Method.SECRET
    form = ResultForm(request.POST or None, secret=secret)
    context["lead"] = item.matter.title
    context["submit"] = _("Công bố kết quả")

    def act() -> object:
        given = form.cleaned_data
        return actions.close_item(
            item=item, key=given["key"], by=request.actor, at=request.at, witnesses=form.witnesses()
        )

    return acted(request, form, act, to=f"{page_of(meeting)}#viec-{position}", context=context)


@require_POST
def short(request: CivicRequest, pk: int, position: int) -> HttpResponse:
    """Too few came: not voted on."""
    meeting, _context = work_on(request, pk, "")
    key = _key(request)
    actions.close_short(item=_item(meeting.pk, position), key=key, by=request.actor, at=request.at)
    return redirect(f"{page_of(meeting)}#viec-{position}")


def _key(request: CivicRequest) -> str:
    form = NothingForm(request.POST)
    if not form.is_valid():
        raise Refused(_("Trang đã cũ. Hãy tải lại trang rồi làm lại."))
    return str(form.cleaned_data["key"])


def _item(meeting: int, position: int) -> Item:
    found = Item.objects.select_related("matter", "meeting").filter(meeting=meeting, position=position).first()
    if found is None:
        raise access.nothing()
    return found
