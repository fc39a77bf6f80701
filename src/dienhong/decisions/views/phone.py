"""A whole meeting or ballot round on one telephone without a signal: the page, what it takes along, one address.

`of` says which of the two: `MEETING` or `ROUND`. It comes with the address.
"""

import json
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
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
from dienhong.decisions.models import Item, LateDecision, LateEvent, Mark, Meeting, Passing, Visit
from dienhong.decisions.phone_events import Event
from dienhong.decisions.phone_words import WORDS, Words
from dienhong.decisions.queries import rounds
from dienhong.decisions.round_words import WORDS as ROUND_WORDS
from dienhong.documents.views import serve
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.foundations.requests import CivicRequest
from dienhong.rolls.models import Entry

ACCOUNT = "X-Account"
"""Whose page it is: what a telephone keeps is shown to this account alone."""
LONGEST_DEVICE = 40


Held = actions.Held


@dataclass(frozen=True, slots=True)
class Kind:
    """What the page of a meeting has otherwise than that of a ballot round. `prefix`: of the names of its addresses."""

    find: Callable[[int, Actor], Held]
    state: Callable[[Any], dict[str, Any]]
    words: Words
    script: str
    prefix: str = ""

    def to(self, name: str, pk: int, **more: int) -> str:
        """One of its addresses."""
        return reverse(f"decisions:{self.prefix}{name}", kwargs={"pk": pk, **more})


MEETING = Kind(queries.meeting, queries.phone_state, WORDS, "meeting")
ROUND = Kind(rounds.ballot_round, queries.round_state, ROUND_WORDS, "round", "round-")


def _held(request: CivicRequest, of: Kind, pk: int) -> Held:
    """The meeting or round, for who may hold it. Raises NotFound, NotAllowed."""
    found = of.find(pk, request.actor)
    access.check(request.actor, Act.HOLD, found.village)
    return found


def _title(held: Held) -> str:
    words = _("Họp %(village)s") if isinstance(held, Meeting) else _("Phát phiếu %(village)s")
    return words % {"village": held.village}


def _kept(request: CivicRequest, response: HttpResponse) -> HttpResponse:
    """What the telephone may keep for this account, and nobody on the way."""
    response[ACCOUNT] = request.actor.key
    response["Cache-Control"] = "private, no-store"
    return response


@require_GET
def page(request: CivicRequest, pk: int, of: Kind) -> HttpResponse:
    """The page itself: words and addresses. What is held comes as data, so that the page is kept once."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    held = _held(request, of, pk)
    sign_in = f"{settings.LOGIN_URL}?next={of.to('phone', pk)}"
    names = {"state": "phone-state", "send": "phone-send", "worker": "phone-worker", "late": "late-events"}
    context = {
        "held": held,
        "title": _title(held),
        "script": f"dienhong/{of.script}.js",
        "account": request.actor.key,
        "words": json.dumps({name: str(words) for name, words in of.words.items()}, ensure_ascii=False),
        "addresses": json.dumps({**{each: of.to(name, pk) for each, name in names.items()}, "signIn": sign_in}),
        "manifest": of.to("phone-manifest", pk),
    }
    return _kept(request, render(request, "decisions/phone.html", context))


@require_GET
def state(request: CivicRequest, pk: int, of: Kind) -> HttpResponse:
    """The roll, what was recorded, what is asked: what the telephone keeps."""
    if not request.actor.is_known:
        return _sign_in()
    try:
        held = _held(request, of, pk)
    except Refused as refusal:
        return _no(refusal)
    whole = {**of.state(held), "account": request.actor.key, "now": request.at.isoformat()}
    return _kept(request, JsonResponse(whole))


@require_http_methods(["GET", "POST"])
def send(request: CivicRequest, pk: int, of: Kind) -> HttpResponse:
    """GET: who is signed in and the token of a sending. POST: events, each answered by itself, in their order."""
    if not request.actor.is_known:
        return _sign_in()
    try:
        held = _held(request, of, pk)
        if request.method == "GET":
            return _kept(request, JsonResponse({"account": request.actor.key, "token": get_token(request)}))
        return _taken_in(request, held)
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


def _taken_in(request: CivicRequest, held: Held) -> HttpResponse:
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
    results = _answered(request, held, phone, events)
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


def _answered(request: CivicRequest, held: Held, phone: actions.Phone, given: list[Any]) -> list[dict[str, str]]:
    """What became of each, in their order; what cannot be read is refused by itself."""
    acts = actions.intake_of(held).acts
    read = [_read(each, acts) for each in given]
    events = [each for each in read if isinstance(each, Event)]
    taken = iter(actions.take_in(held=held, events=events, phone=phone, by=request.actor, at=request.at))
    told = [next(taken) if isinstance(each, Event) else each for each in read]
    keys = (phone_events.key_of(each) for each in given)
    return [{"key": key, "result": each.result, "message": each.message} for key, each in zip(keys, told, strict=True)]


def _read(given: object, acts: Container[str]) -> Event | actions.Answered:
    try:
        return phone_events.read(given, acts)
    except Refused as refusal:
        return actions.Answered("refused", str(refusal))


@cache
def _worker() -> bytes:
    return (files("dienhong.foundations") / "static/dienhong/phone-worker.js").read_bytes()


@require_GET
def worker(request: CivicRequest, pk: int, of: Kind) -> HttpResponse:  # noqa: ARG001 - the same for everybody
    """The script that opens the page without a signal. It lies beside the page: it may touch nothing above."""
    response = HttpResponse(_worker(), content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response


@require_GET
def manifest(request: CivicRequest, pk: int, of: Kind) -> HttpResponse:  # noqa: ARG001 - it says nothing of the village
    """What puts the page on the telephone's home screen."""
    said = {
        "name": _("Diên Hồng: họp") if of is MEETING else _("Diên Hồng: phát phiếu"),
        "short_name": _("Họp") if of is MEETING else _("Phát phiếu"),
        "lang": "vi",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#fbf8f2",
        "theme_color": "#113f45",
        "icons": [{"src": static("dienhong/mark.svg"), "sizes": "any", "type": "image/svg+xml"}],
    }
    return JsonResponse(said, content_type="application/manifest+json")


def late(request: CivicRequest, pk: int, of: Kind) -> HttpResponse:
    """What telephones recorded and what could not enter: read by who may see it, decided by who holds it."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    held = of.find(pk, request.actor)
    if request.method == "POST":
        return _decide(request, of, held)
    found = list(queries.late_events(held))
    entries, items = queries.named_in(held, found)
    may_decide = access.may(request.actor, Act.HOLD, held.village)
    context = {
        "lead": _lead(held),
        "late": [
            (each, words, lines, of.to("late-photo", pk, late_event=each.pk))
            for each in found
            for words, lines in [_shown(each, entries, items, whole=may_decide)]
        ],
        "phones": [{**each, "words": in_words(each["offset"])} for each in queries.offsets(held)],
        "decisions": LateDecision.Decision.choices,
        "may_see_photo": access.may_see_photo(request.actor, held.village),
        "may_decide": may_decide,
        "trail": [(_("Việc của tôi"), reverse("my-day")), (_("Chưa vào được sổ"), "")],
    }
    return render(request, "decisions/late.html", context)


def _lead(held: Held) -> str:
    if isinstance(held, Meeting):
        what = _("Cuộc họp %(village)s ngày %(day)s.")
        day = clock.legal_day(held.planned_at)
    else:
        what = _("Đợt phát phiếu %(village)s từ ngày %(day)s.")
        day = held.hands_out_on
    waits = _("Không có gì bị mất, không có gì bị ghi đè: từng việc dưới đây chờ người xem và quyết định.")
    return f"{what % {'village': held.village, 'day': f'{day:%d/%m/%Y}'}} {waits}"


@never_cache
def late_photo(request: CivicRequest, pk: int, late_event: int, of: Kind) -> FileResponse:
    """The photo that came with an event which could not enter, for who holds it and for an inspector."""
    held = of.find(pk, request.actor)
    access.check_photo(request.actor, held.village)
    found = queries.late_event(held, late_event)
    if found is None or found.file is None:
        raise access.nothing()
    return serve(found.file, "trang-da-ky.jpg", inline=True)


def _decide(request: CivicRequest, of: Kind, held: Held) -> HttpResponse:
    number = request.POST.get("late", "")
    found = queries.late_event(held, int(number)) if number.isdecimal() and len(number) < 16 else None  # noqa: PLR2004 - as a database holds
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
    return redirect(of.to("late-events", held.pk))


def _shown(
    late_event: LateEvent, entries: Mapping[object, Entry], items: Mapping[object, Item], *, whole: bool
) -> tuple[str, list[str]]:
    """Why it could not enter, and what was recorded; what a household answered only to who holds the round."""
    if whole or "answer" not in late_event.body:
        return late_event.words, _said(late_event, entries, items)
    words = _("Hai máy đọc một tờ phiếu khác nhau. Câu trả lời chỉ hiện với người cầm đợt phát phiếu.")
    return words, list(_of_a_slip({"slip": late_event.body.get("slip", "")}))


def _said(late_event: LateEvent, entries: Mapping[object, Entry], items: Mapping[object, Item]) -> list[str]:
    """What the telephone had recorded, line by line."""
    body = late_event.body
    lines = []
    if "entry" in body:
        lines.append(_("Hộ %(household)s") % {"household": entries.get(body["entry"]) or body["entry"]})
    if "is_present" in body:
        lines.append(_("có mặt") if body["is_present"] else _("vắng"))
    lines += _of_a_slip(body)
    if body.get("item"):
        lines.append(_("Việc %(item)s") % {"item": items.get(body["item"]) or body["item"]})
    lines += [str(body[name]) for name in ("by_name", "counter", "note", "words") if body.get(name)]
    lines += [", ".join(body[name]) for name in ("names", "representatives") if body.get(name)]
    if body.get("figures"):
        on_paper = counting.ON_SLIPS if "collected" in body["figures"] else counting.IN_SECRET
        labels = on_paper if "printed" in body["figures"] else counting.BY_HAND
        lines.append("; ".join(f"{labels.get(name, name)}: {number}" for name, number in body["figures"].items()))
    return lines


def _of_a_slip(body: Mapping[str, Any]) -> Iterator[str]:
    if "slip" in body:
        yield _("Phiếu số %(slip)s") % {"slip": body["slip"]}
    marks = {**dict(Mark.choices), "invalid": _("Phiếu không hợp lệ")}
    for name, known in (("to", dict(Passing.To.choices)), ("found", dict(Visit.Found.choices)), ("answer", marks)):
        if body.get(name):
            yield str(known.get(body[name], body[name]))


def in_words(offset: int) -> str:
    """How far off a telephone's clock is: "chậm 2 ngày 3 giờ 0 phút"; "" below five minutes."""
    minutes = abs(offset) // 60
    if minutes < 5:  # noqa: PLR2004 - what nobody notices on a wall clock either
        return ""
    days, rest = divmod(minutes, 24 * 60)
    parts = [_("%(days)d ngày") % {"days": days}] if days else []
    parts.append(_("%(hours)d giờ %(minutes)d phút") % {"hours": rest // 60, "minutes": rest % 60})
    return (_("chậm %(time)s") if offset > 0 else _("nhanh %(time)s")) % {"time": " ".join(parts)}
