"""A whole meeting on one telephone without a signal: the page, what it takes along, one address that takes it in."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import RequestDataTooBig
from django.http import FileResponse, HttpResponse, JsonResponse
from django.http.request import UnreadablePostError
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from dienhong.decisions import access, actions, counting, phone_events, queries
from dienhong.decisions.access import Act
from dienhong.decisions.models import Item, LateDecision, LateEvent, Meeting
from dienhong.decisions.phone_words import WORDS
from dienhong.documents.views import serve
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.foundations.requests import CivicRequest
from dienhong.rolls.models import Entry

ACCOUNT = "X-Account"
"""Whose page it is: what a telephone keeps is shown to this account alone."""
LONGEST_DEVICE = 40


def _held(request: CivicRequest, pk: int) -> Meeting:
    """The meeting, for who may hold it. Raises NotFound, NotAllowed."""
    found = queries.meeting(pk, request.actor)
    access.check(request.actor, Act.HOLD, found.village)
    return found


def _kept(request: CivicRequest, response: HttpResponse) -> HttpResponse:
    """What the telephone may keep for this account, and nobody on the way."""
    response[ACCOUNT] = request.actor.key
    response["Cache-Control"] = "private, no-store"
    return response


@require_GET
def page(request: CivicRequest, pk: int) -> HttpResponse:
    """The page itself: words and addresses. What the meeting holds comes as data, so that the page is kept once."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    meeting = _held(request, pk)
    here = {"pk": pk}
    context = {
        "meeting": meeting,
        "account": request.actor.key,
        "words": json.dumps({name: str(words) for name, words in WORDS.items()}, ensure_ascii=False),
        "addresses": json.dumps(
            {
                "state": reverse("decisions:phone-state", kwargs=here),
                "send": reverse("decisions:phone-send", kwargs=here),
                "worker": reverse("decisions:phone-worker", kwargs=here),
                "late": reverse("decisions:late-events", kwargs=here),
                "signIn": f"{settings.LOGIN_URL}?next={reverse('decisions:phone', kwargs=here)}",
            }
        ),
    }
    return _kept(request, render(request, "decisions/phone.html", context))


@require_GET
def state(request: CivicRequest, pk: int) -> HttpResponse:
    """The roll, the ticks, the items: what the telephone keeps for the meeting."""
    if not request.actor.is_known:
        return _sign_in()
    try:
        meeting = _held(request, pk)
    except Refused as refusal:
        return _no(refusal)
    whole = {**queries.phone_state(meeting), "account": request.actor.key, "now": request.at.isoformat()}
    return _kept(request, JsonResponse(whole))


@require_http_methods(["GET", "POST"])
def send(request: CivicRequest, pk: int) -> HttpResponse:
    """GET: who is signed in and the token of a sending. POST: events, each answered by itself, in their order."""
    if not request.actor.is_known:
        return _sign_in()
    try:
        meeting = _held(request, pk)
        if request.method == "GET":
            return _kept(request, JsonResponse({"account": request.actor.key, "token": get_token(request)}))
        return _taken_in(request, meeting)
    except Refused as refusal:
        return _no(refusal)


def _sign_in() -> JsonResponse:
    return JsonResponse({"result": "sign-in"}, status=401)


def _no(refusal: Refused) -> JsonResponse:
    status = 404 if isinstance(refusal, NotFound) else 403 if isinstance(refusal, NotAllowed) else 409
    return JsonResponse({"result": "refused", "message": str(refusal)}, status=status)


def _unreadable(status: int = 400) -> JsonResponse:
    words = _("Máy chủ không đọc được những gì máy gửi. Mọi việc vẫn còn trên máy.")
    return JsonResponse({"result": "unreadable", "message": words}, status=status)


def _taken_in(request: CivicRequest, meeting: Meeting) -> HttpResponse:
    try:
        given = json.loads(request.body)
    except RequestDataTooBig:
        return _unreadable(413)
    except (ValueError, RecursionError, UnreadablePostError):
        return _unreadable()
    sent = _sending(given, request.at)
    if sent is None:
        return _unreadable()
    if given.get("account") != request.actor.key:
        return _sign_in()
    phone, events = sent
    if len(events) > phone_events.MOST_EVENTS:
        return _unreadable(413)
    results = [_answer(request, meeting, phone, each) for each in events]
    return _kept(request, JsonResponse({"account": request.actor.key, "results": results}))


def _sending(given: object, at: datetime) -> tuple[actions.Phone, list[Any]] | None:
    """Which telephone sends, how far its clock is off, and the events as they came; None for what is no sending."""
    if not isinstance(given, dict) or not isinstance(given.get("events"), list):
        return None
    device, sent_at = given.get("device"), given.get("sent_at")
    if not isinstance(device, str) or not isinstance(sent_at, str):
        return None
    if not (0 < len(device) <= LONGEST_DEVICE and device.isascii() and device.isalnum()):
        return None
    try:
        ahead = at - datetime.fromisoformat(sent_at)
    except (ValueError, TypeError, OverflowError):
        return None
    offset = round(ahead.total_seconds())
    if abs(offset) > phone_events.FARTHEST:
        return None
    return actions.Phone(device, offset), given["events"]


def _answer(request: CivicRequest, meeting: Meeting, phone: actions.Phone, given: object) -> dict[str, str]:
    key = phone_events.key_of(given)
    try:
        event = phone_events.read(given)
    except Refused as refusal:
        return {"key": key, "result": "refused", "message": str(refusal)}
    answered = actions.take_in(meeting=meeting, event=event, phone=phone, by=request.actor, at=request.at)
    return {"key": key, "result": answered.result, "message": answered.message}


@cache
def _worker() -> bytes:
    return (files("dienhong.foundations") / "static/dienhong/meeting-worker.js").read_bytes()


@require_GET
def worker(request: CivicRequest, pk: int) -> HttpResponse:  # noqa: ARG001 - the same for everybody
    """The script that opens the page without a signal. It lies beside the page: it may touch nothing above."""
    response = HttpResponse(_worker(), content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response


@require_GET
def manifest(request: CivicRequest, pk: int) -> HttpResponse:  # noqa: ARG001 - it says nothing of the meeting
    """What puts the page on the telephone's home screen."""
    said = {
        "name": _("Diên Hồng: họp"),
        "short_name": _("Họp"),
        "lang": "vi",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#fbf8f2",
        "theme_color": "#113f45",
        "icons": [{"src": static("dienhong/mark.svg"), "sizes": "any", "type": "image/svg+xml"}],
    }
    return JsonResponse(said, content_type="application/manifest+json")


def late(request: CivicRequest, pk: int) -> HttpResponse:
    """What telephones recorded and what could not enter: read by who may see the meeting, decided by who holds it."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    meeting = queries.meeting(pk, request.actor)
    if request.method == "POST":
        return _decide(request, meeting)
    found = list(queries.late_events(meeting))
    entries, items = queries.named_in(meeting, found)
    context = {
        "meeting": meeting,
        "late": [(each, _said(each, entries, items)) for each in found],
        "phones": [{**each, "words": in_words(each["offset"])} for each in queries.offsets(meeting)],
        "decisions": LateDecision.Decision.choices,
        "may_see_photo": access.may_see_photo(request.actor, meeting.village),
        "may_decide": access.may(request.actor, Act.HOLD, meeting.village),
        "trail": [(_("Việc của tôi"), reverse("my-day")), (_("Chưa vào được sổ"), "")],
    }
    return render(request, "decisions/late.html", context)


@never_cache
def late_photo(request: CivicRequest, pk: int, late_event: int) -> FileResponse:
    """The photo that came with an event which could not enter, for who holds the meeting and for an inspector."""
    meeting = queries.meeting(pk, request.actor)
    access.check_photo(request.actor, meeting.village)
    found = queries.late_event(meeting, late_event)
    if found is None or found.file is None:
        raise access.nothing()
    return serve(found.file, "trang-da-ky.jpg", inline=True)


def _decide(request: CivicRequest, meeting: Meeting) -> HttpResponse:
    number = request.POST.get("late", "")
    found = queries.late_event(meeting, int(number)) if number.isdecimal() and len(number) < 16 else None  # noqa: PLR2004 - as a database holds
    if found is None:
        raise access.nothing()
    actions.decide_late(
        late=found,
        decision=request.POST.get("decision", ""),
        words=request.POST.get("words", ""),
        key=f"late:{found.pk}:{request.POST.get('key', '')[:40]}",
        by=request.actor,
    )
    messages.success(request, _("Đã ghi cách giải quyết. Những gì máy đã ghi vẫn được giữ nguyên."))
    return redirect("decisions:late-events", pk=meeting.pk)


def _said(late_event: LateEvent, entries: Mapping[object, Entry], items: Mapping[object, Item]) -> list[str]:
    """What the telephone had recorded, line by line."""
    body = late_event.body
    lines = []
    if "entry" in body:
        lines.append(_("Hộ %(household)s") % {"household": entries.get(body["entry"]) or body["entry"]})
        lines.append(_("có mặt") if body.get("is_present") else _("vắng"))
    if body.get("item"):
        lines.append(_("Việc %(item)s") % {"item": items.get(body["item"]) or body["item"]})
    lines += [str(body[name]) for name in ("by_name", "counter", "note") if body.get(name)]
    lines += [", ".join(body[name]) for name in ("names", "representatives") if body.get(name)]
    if body.get("figures"):
        labels = counting.IN_SECRET if "in_box" in body["figures"] else counting.BY_HAND
        lines.append("; ".join(f"{labels.get(name, name)}: {number}" for name, number in body["figures"].items()))
    return lines


def in_words(offset: int) -> str:
    """How far off a telephone's clock is: "chậm 2 ngày 3 giờ 0 phút"; "" below five minutes."""
    minutes = abs(offset) // 60
    if minutes < 5:  # noqa: PLR2004 - what nobody notices on a wall clock either
        return ""
    days, rest = divmod(minutes, 24 * 60)
    parts = [_("%(days)d ngày") % {"days": days}] if days else []
    parts.append(_("%(hours)d giờ %(minutes)d phút") % {"hours": rest // 60, "minutes": rest % 60})
    return (_("chậm %(time)s") if offset > 0 else _("nhanh %(time)s")) % {"time": " ".join(parts)}
