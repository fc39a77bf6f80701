"""What people say is wrong with a list, for who looks into it."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dienhong.foundations.refusals import Refused
from dienhong.foundations.requests import CivicRequest, number_asked
from dienhong.registry import queries as registry
from dienhong.rolls import access, actions, queries
from dienhong.rolls.access import Act
from dienhong.rolls.forms import AnswerForm, BroughtForm
from dienhong.rolls.views.frame import acted, trail

PER_PAGE = 25
RECENT = 20


def index(request: CivicRequest, pk: int) -> HttpResponse:
    """Every objection of the village, those that wait first."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    village = queries.village(pk, request.actor)
    page = Paginator(queries.objections(village), PER_PAGE).get_page(number_asked(request, "trang"))
    context = {
        "village": village,
        "page": page,
        "rows": [(each, getattr(each, "answer", None)) for each in page],
        "may_bring": access.may(request.actor, Act.ANSWER, village) and village.households_listed_on is not None,
        "trail": trail(village, (_("Phản ánh"), "")),
    }
    return render(request, "rolls/objections.html", context)


def bring(request: CivicRequest, pk: int) -> HttpResponse:
    """Somebody told the village head, or handed in a paper."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    village = queries.village(pk, request.actor, Act.ANSWER)
    published = queries.latest_list(village)
    if published is None:
        raise Refused(_("Thôn chưa niêm yết danh sách nào."))
    form = BroughtForm(request.POST or None, initial={"received_on": request.on})

    def act() -> str:
        _made, code = actions.object_to(
            publication=published,
            objected=form.objected(),
            key=form.cleaned_data["key"],
            on=request.on,
            by=request.actor,
            received_on=form.cleaned_data["received_on"],
        )
        return reverse("rolls:receipt", args=[code])

    context = {
        "village": village,
        "title": _("Ghi phản ánh của người dân"),
        "lead": _("Ghi xong có giấy nhận mang mã: đọc mã hoặc đưa giấy cho người phản ánh."),
        "submit": _("Ghi nhận"),
        "trail": trail(
            village, (_("Phản ánh"), reverse("rolls:objections", args=[village.pk])), (_("Ghi phản ánh"), "")
        ),
    }
    return acted(request, form, "rolls/form.html", context, act)


def detail(request: CivicRequest, pk: int) -> HttpResponse:
    """What was said; what is answered."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    found = queries.objection(pk, request.actor)
    village = found.publication.village
    answer = getattr(found, "answer", None)
    may_answer = access.may(request.actor, Act.ANSWER, village)
    recent = list(queries.changes().filter(village=village)[:RECENT]) if answer is None else []
    form = AnswerForm(request.POST or None, changes=recent)
    if request.method == "POST":
        access.check(request.actor, Act.ANSWER, village)

    def act() -> str:
        given = form.cleaned_data
        chosen = next((each for each in recent if each.pk == given["change"]), None)
        actions.answer(
            objection=found, is_right=given["is_right"], reason=given["reason"], change=chosen, by=request.actor
        )
        messages.success(request, _("Đã trả lời."))
        return reverse("rolls:village", args=[village.pk])

    line = found.publication.roll.entries.filter(number=found.line).first() if found.line else None
    context = {
        "objection": found,
        "village": village,
        "entry": line,
        "answer": answer,
        "answered_by": registry.names_of([answer.recorded_by]).get(answer.recorded_by, "") if answer else "",
        "may_answer": may_answer and answer is None,
        "may_forget": may_answer and answer is not None and found.words,
        "may_propose": access.may(request.actor, Act.PROPOSE, village),
        "trail": trail(
            village,
            (_("Phản ánh"), reverse("rolls:objections", args=[village.pk])),
            (str(found.get_complaint_display()), ""),
        ),
    }
    return acted(request, form, "rolls/objection.html", context, act)


@require_POST
def forget_words(request: CivicRequest, pk: int) -> HttpResponse:
    """Empty what the objector wrote, once it is answered."""
    found = queries.objection(pk, request.actor)
    actions.forget_words(objection=found, by=request.actor)
    messages.success(request, _("Đã xóa lời phản ánh."))
    return redirect("rolls:objection", pk)
