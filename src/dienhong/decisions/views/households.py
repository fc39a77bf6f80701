"""What a household does with the code on its slip: answer online, change its answer, see what was recorded.

Without an account and without scripts. A code that opens nothing is told so in the same words, whatever it lacks.
"""

import secrets
from typing import Any

from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dienhong.decisions import access, actions
from dienhong.decisions.models import HouseholdKey, Mark, Vote
from dienhong.decisions.queries import online
from dienhong.decisions.round_forms import AnswerForm, CodeForm
from dienhong.decisions.views.online import slip_name
from dienhong.documents.views import serve
from dienhong.foundations import limits
from dienhong.foundations.encryption import blind_index
from dienhong.foundations.refusals import Refused
from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.unlisted import unlisted

DEVICE = "thiet-bi"
FOR_A_YEAR = 365 * 24 * 3600


@never_cache
def ask_code(request: CivicRequest) -> HttpResponse:
    """Where a household types its code."""
    form = CodeForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        found = _opened(request, form.cleaned_data["ma"])
        if isinstance(found, HttpResponse):
            return found
        if found is not None:
            return unlisted(redirect("decisions:household-vote", form.cleaned_data["ma"]))
        form.add_error("ma", _("Mã này không mở được gì. Hãy xem lại từng chữ trên phiếu."))
        status = 404
    context = {
        "form": form,
        "title": _("Trả lời bằng mã của hộ"),
        "lead": _("Mã in trên phiếu mà Tổ lấy ý kiến đã phát tận tay. Không cần tài khoản."),
        "submit": _("Mở"),
        "trail": [(_("Bàn"), reverse("heading-ban"))],
    }
    return unlisted(render(request, "decisions/form.html", context, status=status))


@never_cache
def vote(request: CivicRequest, code: str) -> HttpResponse:
    """The household's own page: what is asked, what it answered, until when it may change that."""
    found = _opened(request, code)
    if isinstance(found, HttpResponse):
        return found
    if found is None:
        raise access.nothing()
    row = found.online_round
    about = Vote.About.FORM if row.stage in {"polling", "form_chosen", "form_declined"} else Vote.About.MATTER
    until = row.polls_until if about == Vote.About.FORM else row.votes_until
    is_open = row.stage in {"polling", "voting"} and until is not None and request.at <= until
    form = AnswerForm(request.POST, about=about) if request.method == "POST" else None
    told, status = None, 200
    if form is not None and form.is_valid():
        told, status = _answer(request, found, form, about)
    votes = online.of_household(row, found.entry_id, about)
    if form is None or told:
        form = AnswerForm(about=about, initial={"seen": votes[-1].turn if votes else 0})
    counts = online.counting_one(votes)
    context: dict[str, Any] = {
        "round": row,
        "matter": row.matter,
        "entry": found.entry,
        "is_form": about == Vote.About.FORM,
        "is_open": is_open and (counts is None or counts.channel in {Vote.Channel.ONLINE, Vote.Channel.ASSISTED}),
        "until": until,
        "votes": votes,
        "slips": [each for each in votes if each.file_id],
        "code": code,
        "counts": counts,
        "told": told,
        "form": form,
        "trail": [(_("Bàn"), reverse("heading-ban"))],
    }
    if status == 200 and form.errors:  # noqa: PLR2004 - HTTP
        status = 422
    response = unlisted(render(request, "decisions/household_vote.html", context, status=status))
    if DEVICE not in request.COOKIES:
        response.set_signed_cookie(
            DEVICE, secrets.token_hex(16), max_age=FOR_A_YEAR, httponly=True, samesite="Lax",
            secure=request.is_secure(),
        )  # fmt: skip
    return response


@never_cache
def slip(request: CivicRequest, code: str, receipt: str) -> HttpResponse | FileResponse:
    """The photo of the slip from which somebody typed for this household; the household alone opens it by its code."""
    found = _opened(request, code)
    if isinstance(found, HttpResponse):
        return found
    rows = online.slips(found.online_round).filter(entry=found.entry_id, receipt=receipt) if found else []
    for row in rows:
        if row.file is not None:
            response = serve(row.file, slip_name(row), inline=True)
            response["X-Robots-Tag"] = "noindex, nofollow"
            response["Referrer-Policy"] = "no-referrer"
            return response
    raise access.nothing()


def _answer(request: CivicRequest, found: HouseholdKey, form: AnswerForm, about: Vote.About) -> tuple[str, int]:
    """Do it; what to say of it, and the status of the page."""
    given = form.cleaned_data
    device = request.get_signed_cookie(DEVICE, default="")
    said = actions.Said(
        about=about,
        answer=Mark(given["answer"]),
        words=given["words"],
        seen=given["seen"],
        device=blind_index(device, purpose="decisions.device") if device else "",
    )
    try:
        told = actions.answer(key_of=found, said=said, key=f"h{found.pk}:{given['key']}", at=request.at)
    except actions.Overtaken as overtaken:
        return str(overtaken), 409
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return "", 409
    if told.is_new:
        return _("Đã ghi nhận câu trả lời của hộ. Mã biên nhận: %(code)s") % {"code": told.vote.receipt}, 200
    return _("Câu trả lời này đã được ghi nhận từ trước. Mã biên nhận: %(code)s") % {"code": told.vote.receipt}, 200


def _opened(request: CivicRequest, typed: str) -> HouseholdKey | HttpResponse | None:
    """The household of a code; a refusal for who tried too many that open nothing."""
    if limits.is_over(request, "household", limits.CODES_TRIED, count=False):
        return render(request, "429.html", status=429)
    found = online.by_code(typed)
    if found is None:
        limits.is_over(request, "household", limits.CODES_TRIED)
    return found
