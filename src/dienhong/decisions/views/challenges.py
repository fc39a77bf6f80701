"""A citizen's petition against a decision: written down, answered by the body, concluded by the commune."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dienhong.decisions import access, actions, queries
from dienhong.decisions.challenge_forms import ChallengeForm, ReplyForm, UpholdForm
from dienhong.decisions.models import Body
from dienhong.decisions.queries import challenges
from dienhong.decisions.views.acting import acted, trail
from dienhong.decisions.views.matters import work_on
from dienhong.foundations.refusals import NotAllowed
from dienhong.foundations.requests import CivicRequest
from dienhong.ledger.rows import label


@never_cache
def challenge(request: CivicRequest, pk: int) -> HttpResponse:
    """LDC art. 24 cl. 4: by the body that received it, from paper or by word of mouth."""
    matter = queries.matter(pk, request.actor)
    bodies = [each for each in Body.values if access.answers(request.actor, each, matter.village)]
    if not bodies:
        raise NotAllowed(_("Kiến nghị do cơ quan nhận ghi: Ủy ban nhân dân, Mặt trận xã, Ban Thanh tra nhân dân."))
    form = ChallengeForm(request.POST or None, bodies=bodies, initial={"received_on": request.on})

    def act() -> object:
        return actions.challenge(
            matter=matter, petition=form.petition(), key=form.cleaned_data["key"], by=request.actor, at=request.at
        )

    context = {
        **work_on(matter, _("Ghi kiến nghị của công dân")),
        "lead": _(
            "Trong khi chờ trả lời, quyết định vẫn được thực hiện. Mọi người thấy có kiến nghị về điều gì và câu trả "
            "lời, không thấy ai kiến nghị."
        ),
    }
    return acted(request, form, act, to=reverse("decisions:matter", args=[pk]) + "#kien-nghi", context=context)


@never_cache
def answer(request: CivicRequest, pk: int) -> HttpResponse:
    """The petition as it was received, for its body and the commune; the answer, once."""
    found = challenges.challenge(pk, request.actor)
    form = ReplyForm(request.POST or None)

    def act() -> object:
        given = form.cleaned_data
        return actions.answer_challenge(
            challenge=found, is_founded=given["is_founded"], reason=given["reason"], by=request.actor, at=request.at
        )

    matter = found.matter
    page = reverse("decisions:matter", args=[matter.pk])
    title = _("Kiến nghị số %(n)d về quyết định") % {"n": found.number}
    context = {
        "challenge": found,
        "reply": getattr(found, "reply", None),
        "may_answer": access.answers(request.actor, found.body, matter.village),
        "is_late": request.on > found.until,
        "erased": challenges.is_erased(found),
        "may_erase": access.may_recognise(request.actor, matter.village, front=False),
        "subject": label(found),
        "title": title,
        "trail": trail((matter.title, page), (title, "")),
    }
    return acted(request, form, act, to=page + "#kien-nghi", context=context, template="decisions/challenge.html")


@never_cache
def uphold(request: CivicRequest, pk: int) -> HttpResponse:
    """LDC art. 22: the commune leaves the decision as it is."""
    matter = queries.matter(pk, request.actor)
    if not access.may_recognise(request.actor, matter.village, front=False):
        raise NotAllowed(_("Việc giữ nguyên, bãi bỏ, đề nghị sửa đổi do Ủy ban nhân dân cấp xã quyết định."))
    form = UpholdForm(request.POST or None)

    def act() -> object:
        return actions.uphold(
            matter=matter,
            reason=form.cleaned_data["reason"],
            key=form.cleaned_data["key"],
            by=request.actor,
            at=request.at,
        )

    context = work_on(matter, _("Giữ nguyên quyết định"))
    return acted(request, form, act, to=reverse("decisions:matter", args=[pk]), context=context)
