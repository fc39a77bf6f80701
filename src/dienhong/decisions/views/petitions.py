"""A citizen petitions against a decision through the public page; its body asks who speaks."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dienhong.decisions import access, actions
from dienhong.decisions.actions.challenges import OPEN_TO_IT
from dienhong.decisions.challenge_forms import SendForm, VerifyForm
from dienhong.decisions.models import SentChallenge
from dienhong.decisions.queries import challenges, public
from dienhong.decisions.queries.codes import printed
from dienhong.decisions.views.acting import acted
from dienhong.decisions.views.acting import trail as work_trail
from dienhong.decisions.views.public import trail
from dienhong.foundations import limits, qr
from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.unlisted import unlisted
from dienhong.ledger.rows import label


@never_cache
def send(request: CivicRequest, pk: int) -> HttpResponse:
    """The form; sent, its receipt."""
    matter = public.public_matter(pk)
    if request.method == "POST" and limits.is_over(request, "petition", limits.REQUESTS_SENT):
        return render(request, "429.html", status=429)
    form = SendForm(request.POST or None)

    def act() -> SentChallenge:
        return actions.send_challenge(matter=matter, sent=form.sent(), key=form.cleaned_data["key"], at=request.at)

    def receipt_of(made: SentChallenge) -> str:
        return reverse("decisions:sent-receipt", args=[challenges.code_of(made)])

    page = reverse("decisions:public", args=[pk])
    context = {
        "matter": matter,
        "is_open": matter.stage in OPEN_TO_IT,
        "trail": trail((matter.title, page), (_("Gửi kiến nghị"), "")),
    }
    return acted(request, form, act, to=receipt_of, context=context, template="decisions/send_challenge.html")


def _held(request: CivicRequest, code: str) -> SentChallenge | HttpResponse:
    """What this code opens; a refusal for who tried too many. Raises NotFound."""
    if limits.is_over(request, "petition-code", limits.CODES_TRIED, count=False):
        return render(request, "429.html", status=429)
    found = challenges.by_code(code)
    if found is None:
        limits.is_over(request, "petition-code", limits.CODES_TRIED)
        raise access.nothing()
    return found


@never_cache
def status(request: CivicRequest, code: str) -> HttpResponse:
    """What became of it, for whoever holds the code: no name, no telephone."""
    found = _held(request, code)
    if isinstance(found, HttpResponse):
        return found
    verification = getattr(found, "verification", None)
    counted = verification.challenge if verification else None
    shown = printed(challenges.code_of(found))
    context = {
        "found": found,
        "code": shown,
        "verification": verification,
        "challenge": counted,
        "reply": getattr(counted, "reply", None) if counted else None,
        "is_late": request.on > found.until,
        "words": challenges.repeated(found),
        "erased": challenges.is_erased(found),
        "receipt": reverse("decisions:sent-receipt", args=[code]),
        "trail": trail((found.matter.title, reverse("decisions:public", args=[found.matter_id])), (shown, "")),
    }
    return unlisted(render(request, "decisions/sent_status.html", context))


@never_cache
def receipt(request: CivicRequest, code: str) -> HttpResponse:
    """The paper to keep: code, QR, the day; it names nobody."""
    found = _held(request, code)
    if isinstance(found, HttpResponse):
        return found
    page = reverse("decisions:sent-status", args=[challenges.code_of(found)])
    url = settings.DIENHONG_URL.rstrip("/") + page
    context = {
        "found": found,
        "code": printed(challenges.code_of(found)),
        "page": page,
        "qr": qr.drawn(url),
        "url": url,
        "trail": trail(
            (found.matter.title, reverse("decisions:public", args=[found.matter_id])), (_("Giấy biên nhận"), "")
        ),
    }
    return unlisted(render(request, "decisions/sent_receipt.html", context))


@never_cache
def verify(request: CivicRequest, pk: int) -> HttpResponse:
    """For the body it was sent to: who sent it, how to reach them, whether it was them."""
    found = challenges.sent(pk, request.actor)
    form = VerifyForm(request.POST or None)

    def act() -> object:
        given = form.cleaned_data
        return actions.verify(
            sent=found,
            is_confirmed=given["is_confirmed"],
            how=given["how"],
            reason=given["reason"],
            by=request.actor,
            at=request.at,
        )

    matter = found.matter
    page = reverse("decisions:matter", args=[matter.pk])
    context = {
        "found": found,
        "verification": getattr(found, "verification", None),
        "erased": challenges.is_erased(found),
        "may_erase": access.may_recognise(request.actor, matter.village, front=False),
        "subject": label(found),
        "trail": work_trail((matter.title, page), (_("Kiến nghị gửi qua mạng"), "")),
    }
    here = reverse("decisions:sent-challenge", args=[pk])
    return acted(request, form, act, to=here, context=context, template="decisions/sent_challenge.html")
