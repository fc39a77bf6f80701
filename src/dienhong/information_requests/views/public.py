"""What everybody may do: ask, follow by the code of the receipt, complete, say that an answer is wrong."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dienhong.disclosures import queries as disclosures
from dienhong.documents.views import serve
from dienhong.foundations import limits, qr
from dienhong.foundations.requests import CivicRequest, number_asked
from dienhong.foundations.told import told_on
from dienhong.foundations.unlisted import unlisted
from dienhong.information_requests import access, actions, queries, shown
from dienhong.information_requests.forms import AskForm, CodeForm, CompleteForm, DisputeForm
from dienhong.information_requests.models import Came, Request, Timing
from dienhong.information_requests.models.requests import WITHDRAWN
from dienhong.registry.models import Locality, Organization

MOST_UNITS = 50
"""Communes that are named on one page: of more, one is chosen on the page of what communes disclose."""


def trail(*steps: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Biết"), reverse("heading-biet")), (_("Hỏi thông tin"), reverse("information_requests:index")), *steps]


def index(request: CivicRequest, code: str = "") -> HttpResponse:
    """How to ask, where to type a code, how the commune answers: its figures and its target."""
    if code and (now := queries.code_now(code)) != code:  # merged or renamed: what was printed leads on
        return redirect("information_requests:commune", now)
    units = queries.asked_committees(on=request.on, most=MOST_UNITS)
    unit = queries.committee_of(code, on=request.on) if code else units[0] if len(units) == 1 else None
    form = CodeForm(request.GET if "ma" in request.GET else None)
    status = 200
    if form.is_bound and form.is_valid():
        found = _opened(request, form.cleaned_data["ma"])
        if isinstance(found, HttpResponse):
            return found
        if found is not None:
            return redirect("information_requests:status", found.code)
        form.add_error("ma", _("Không có yêu cầu nào mang mã này. Hãy xem lại từng chữ trên giấy biên nhận."))
        status = 404
    context: dict[str, Any] = {
        "unit": unit,
        "units": units if 1 < len(units) <= MOST_UNITS else [],
        "is_one_of_many": len(units) > MOST_UNITS,
        "form": form,
    }
    return render(request, "information_requests/index.html", context | _figures(request, unit), status=status)


def _figures(request: CivicRequest, unit: Organization | None) -> dict[str, Any]:
    if unit is None:
        return {}
    chosen = queries.period(request.GET.get("ky", ""), on=request.on)
    found = queries.figures([unit], first=chosen.first, last=chosen.last, on=request.on)
    return {
        "figures": found,
        "grounds": shown.grounds(queries.grounds_shown(found.refused)),
        "refused": sum(found.refused.values()),
        "period": chosen,
        "periods": [each for each in queries.periods(request.on) if each.quarter is None],
        "target": queries.target_on(unit.pk, request.on),
        "by_law": shown.is_law_known(request.on),
    }


def ask(request: CivicRequest, code: str) -> HttpResponse:
    """The form, from a public page or from nowhere; sent, its receipt."""
    if (now := queries.code_now(code)) != code and request.method != "POST":
        asked = f"?{request.GET.urlencode()}" if request.GET else ""
        return redirect(f"{reverse('information_requests:ask', args=[now])}{asked}")
    unit = queries.committee_of(now, on=request.on)
    disclosure = queries.disclosure_asked(number_asked(request, "ve"), unit)
    form = AskForm(request.POST or None, on=request.on, villages=_villages(unit, request))
    if request.method == "POST" and limits.is_over(request, "sent", limits.REQUESTS_SENT):
        return render(request, "429.html", status=429)

    def act() -> Request:
        return actions.submit(
            organization=unit,
            asked=form.asked(),
            came=Came.PORTAL,
            received_on=request.on,
            key=form.cleaned_data["key"],
            by=request.actor,
            at=request.at,
            disclosure=disclosure,
            village=form.brought_to(),
        )

    context = {
        "unit": unit,
        "disclosure": disclosure,
        "disclosure_title": shown.title_of(disclosure) if disclosure else "",
        "by_law": shown.is_law_known(request.on),
        "target": queries.target_on(unit.pk, request.on),
        "trail": trail((_("Gửi yêu cầu"), "")),
    }
    return acted(request, form, act, "information_requests/ask.html", context, to="information_requests:receipt")


def _villages(unit: Organization, request: CivicRequest) -> list[Locality]:
    return disclosures.villages_of(unit.locality, on=request.on)


@never_cache
def status(request: CivicRequest, code: str) -> HttpResponse:
    """What became of it: no name, no telephone, whoever holds the code."""
    found = held(request, code)
    if isinstance(found, HttpResponse):
        return found
    lines = [each for each in shown.lines(found) if not each.is_dropped]
    erasure = queries.erasure(found)
    disclosure = queries.disclosure_of(found)
    context = {
        "found": found,
        "code": shown.printed_code(found),
        "signs": tuple(shown.signs(found, on=request.on)),
        "question": shown.repeated(found.submissions.all()[0]),
        "lines": lines,
        "answers": [each for each in lines if each.is_answer and erasure is None],
        "is_open": found.answered_on is None and found.stage != WITHDRAWN,
        "owed": queries.owed(disclosure, on=request.on),
        "disclosure_title": shown.title_of(disclosure) if disclosure else "",
        "is_target": found.timing == Timing.TARGET,
        "is_undated": found.timing == Timing.NONE,
        "may_dispute": found.stage == "provided" and erasure is None,
        "erasure": erasure,
        "is_answered": found.answered_on is not None,
        "trail": trail((shown.printed_code(found), "")),
    }
    return unlisted(render(request, "information_requests/status.html", context))


@never_cache
def receipt(request: CivicRequest, code: str) -> HttpResponse:
    """The paper to keep: code, QR, the day, by when; it names nobody."""
    found = held(request, code)
    if isinstance(found, HttpResponse):
        return found
    disclosure = queries.disclosure_of(found)
    url = settings.DIENHONG_URL.rstrip("/") + reverse("information_requests:status", args=[found.code])
    context = {
        "found": found,
        "code": shown.printed_code(found),
        "qr": qr.drawn(url),
        "url": url,
        "first": found.submissions.all()[0],
        "is_target": found.timing == Timing.TARGET,
        "disclosure_title": shown.title_of(disclosure) if disclosure else "",
        "trail": trail((_("Giấy biên nhận"), "")),
    }
    return unlisted(render(request, "information_requests/receipt.html", context))


@never_cache
def complete(request: CivicRequest, code: str) -> HttpResponse:
    """What was missing, sent by whoever holds the code."""
    found = held(request, code)
    if isinstance(found, HttpResponse):
        return found
    form = CompleteForm(request.POST or None)

    def act() -> Request:
        given = form.cleaned_data
        return actions.complete(
            request=found,
            wanted=given["wanted"],
            purpose=given["purpose"],
            came_on=request.on,
            key=given["key"],
            by=request.actor,
            at=request.at,
            with_code=True,
        )

    asked = [each for each in shown.lines(found) if each.step.event == "ask_completion"]
    context = {
        "title": _("Bổ sung yêu cầu"),
        "caption": shown.printed_code(found),
        "lead": asked[-1].step.words if asked else "",
        "submit": _("Gửi phần bổ sung"),
        "trail": trail(
            (shown.printed_code(found), reverse("information_requests:status", args=[code])), (_("Bổ sung"), "")
        ),
    }
    return acted(request, form, act, "information_requests/form.html", context, to="information_requests:status")


@never_cache
def dispute(request: CivicRequest, code: str) -> HttpResponse:
    """Whoever asked says that the answer is not right."""
    found = held(request, code)
    if isinstance(found, HttpResponse):
        return found
    form = DisputeForm(request.POST or None)

    def act() -> Request:
        given = form.cleaned_data
        return actions.dispute(request=found, words=given["words"], key=given["key"], by=request.actor, at=request.at)

    context = {
        "title": _("Câu trả lời chưa chính xác"),
        "caption": shown.printed_code(found),
        "lead": _("Xã phải xem lại, rồi đính chính hoặc trả lời vì sao là đúng."),
        "submit": _("Gửi xã xem lại"),
        "trail": trail(
            (shown.printed_code(found), reverse("information_requests:status", args=[code])), (_("Chưa chính xác"), "")
        ),
    }
    return acted(request, form, act, "information_requests/form.html", context, to="information_requests:status")


@never_cache
def file(request: CivicRequest, code: str, step: int) -> FileResponse | HttpResponse:
    """The file of an answer, for whoever holds the code, once it may be given."""
    found = held(request, code)
    if isinstance(found, HttpResponse):
        return found
    given = next((each for each in found.steps.all() if each.pk == step), None)
    if given is None or given.file is None or not queries.is_shown(given):
        raise access.nothing()
    return serve(given.file, given.file_name, inline=True)


def _opened(request: CivicRequest, typed: str) -> Request | HttpResponse | None:
    """The request of a code; a refusal for who tried too many that open nothing."""
    if limits.is_over(request, "code", limits.CODES_TRIED, count=False):
        return render(request, "429.html", status=429)
    found = queries.by_code(typed)
    if found is None:
        limits.is_over(request, "code", limits.CODES_TRIED)
    return found


def held(request: CivicRequest, code: str) -> Request | HttpResponse:
    """The request that this code opens; a refusal for who tried too many. Raises NotFound."""
    found = _opened(request, code)
    if found is None:
        raise access.nothing()
    return found


def acted(
    request: CivicRequest,
    form: forms.Form,
    act: Callable[[], Request],
    template: str,
    context: dict[str, Any],
    *,
    to: str,
) -> HttpResponse:
    """The form; sent rightly, the act and the page of the code; refused, the form again with the reason."""
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            found = act()
            return redirect(to, found.code)
    return render(request, template, {"form": form, **context}, status=422 if form.errors else 200)
