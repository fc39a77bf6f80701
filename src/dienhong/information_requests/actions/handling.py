"""Between receipt and answer: accept, ask for what is missing, point elsewhere, extend, close what was taken back."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.information_requests import access, asking
from dienhong.information_requests.actions import steps
from dienhong.information_requests.models import Request, Timing
from dienhong.information_requests.models.requests import WITHDRAWN
from lawcore.petitions.information import Channel as Way
from lawcore.vietnamese import nfc

OPEN = ("submitted", "incomplete", "valid", "announced", "extended")
CLOCK = ["stage", "is_simple", "timing", "due_on", "first_due_on", "due"]


@transaction.atomic
def accept(*, request: Request, simple: bool, key: str, by: Actor, at: datetime) -> Request:
    """Law 104/2016 art. 27: the form is in order; whoever asked is told by when, where and how.

    What is `simple` has the shorter time. What is not, and is given online or by post, is announced in the same act.
    """
    request = steps.locked(request, by, access.Act.WORK)
    if steps.earlier(key, request) is not None:
        return request
    _accept(request, simple=simple, key=key, by=by, on=clock.legal_day(at))
    request.save(update_fields=CLOCK)
    steps.sign("information_request.accepted", request, by, {"simple": simple, "timing": request.timing})
    return request


def _accept(request: Request, *, simple: bool, key: str, by: Actor, on: date) -> None:
    steps.move(request, "find_valid")
    request.is_simple = simple
    steps.set_clock(request)
    steps.write(request, "find_valid", on=on, key=key, by=by, due_on=request.due_on, why=request.due)
    if request.timing == Timing.LAW and not simple and asking.WAYS[request.channel] is not Way.DIRECT:
        steps.move(request, "announce")
        steps.write(request, "announce", on=on, key=f"{key}:announce", by=by, due_on=request.due_on)


def accepted_on_the_way(request: Request, *, key: str, by: Actor, on: date) -> None:
    """What is answered without having been accepted first is accepted by its answer, on the day of that answer."""
    if request.stage == "submitted":
        _accept(request, simple=False, key=f"{key}:accept", by=by, on=on)


@transaction.atomic
def ask_completion(*, request: Request, words: str, key: str, by: Actor, at: datetime) -> Request:
    """Law 104/2016 art. 26 cl. 2: the person is told what is missing; the clock waits for it."""
    request = steps.locked(request, by, access.Act.WORK)
    if steps.earlier(key, request) is not None:
        return request
    words = steps.said(words, what=_("Hãy ghi rõ còn thiếu gì, cần bổ sung thế nào."))
    steps.move(request, "ask_completion")
    steps.write(request, "ask_completion", on=clock.legal_day(at), key=key, by=by, words=words)
    request.due_on, request.first_due_on, request.due = None, None, None
    request.save(update_fields=["stage", "due_on", "first_due_on", "due"])
    steps.sign("information_request.returned", request, by, {})
    return request


@transaction.atomic
def point_elsewhere(*, request: Request, words: str, key: str, by: Actor, at: datetime) -> Request:
    """Law 104/2016 art. 26 cl. 3: the information is not the commune's to give; the person is told who has it."""
    request = steps.locked(request, by, access.Act.WORK)
    if steps.earlier(key, request) is not None:
        return request
    words = steps.said(words, what=_("Hãy ghi cơ quan có thông tin, địa chỉ và cách liên hệ."))
    steps.move(request, "point_elsewhere")
    on = clock.legal_day(at)
    steps.write(request, "point_elsewhere", on=on, key=key, by=by, words=words)
    request.answered_on = on
    request.save(update_fields=["stage", "answered_on"])
    steps.sign("information_request.redirected", request, by, {})
    return request


@transaction.atomic
def extend(
    *,
    request: Request,
    until: date,
    reason: str,
    signer_post: str,
    signer_name: str,
    key: str,
    by: Actor,
    at: datetime,
) -> Request:
    """Law 104/2016 art. 29 cl. 2; art. 30 cl. 4; art. 31 cl. 2: once, in writing, before the time is over.

    Where the commune's own target counts, a later day may be promised once, before the target is over; both days stay.
    """
    request = steps.locked(request, by, access.Act.WORK)
    if steps.earlier(key, request) is not None:
        return request
    reason = steps.said(reason, what=_("Hãy ghi lý do gia hạn."))
    if not signer_post.strip() or not signer_name.strip():
        raise Refused(_("Gia hạn phải bằng văn bản: hãy ghi chức vụ, họ tên người ký."))
    on = clock.legal_day(at)
    due = _extended(request, until, on)
    steps.move(request, "extend")
    request.due_on = until
    request.due = due
    steps.write(
        request,
        "extend",
        on=on,
        key=key,
        by=by,
        words=reason,
        due_on=until,
        why=due,
        signer_post=nfc(signer_post).strip(),
        signer_name=nfc(signer_name).strip(),
    )
    request.save(update_fields=["stage", "due_on", "due"])
    steps.sign("information_request.extended", request, by, {"until": f"{until:%Y-%m-%d}"})
    return request


def _extended(request: Request, until: date, on: date) -> object:
    """The stored reason of the later day; Refused where it may not be."""
    if request.stage not in {"valid", "announced", "extended"}:
        raise Refused(_("Chỉ gia hạn yêu cầu đã tiếp nhận và chưa trả lời."))
    if request.due_on is None or request.first_due_on is None:
        raise Refused(_("Yêu cầu này chưa có hạn nên không có gì để gia hạn. Hãy đặt mục tiêu phục vụ của xã."))
    if until <= request.due_on:
        raise Refused(_("Ngày mới phải sau hạn hiện nay (%(day)s).") % {"day": f"{request.due_on:%d/%m/%Y}"})
    if request.timing == Timing.TARGET:
        if request.stage == "extended":
            raise Refused(_("Đã hẹn lại một lần rồi. Hãy trả lời, dù chỉ phần đã có."))
        if on > request.due_on:
            raise Refused(_("Đã quá ngày hẹn. Hãy trả lời, dù chỉ phần đã có."))
        return request.due
    allowed = asking.may_extend(
        channel=request.channel,
        received_on=request.received_on,
        since=request.since,
        announced_on=on,
        simple=bool(request.is_simple),
        extended_before=request.stage == "extended",
    )
    if allowed.result is False:
        raise Refused(allowed.explanation)
    most = asking.extended(channel=request.channel, received_on=request.received_on, since=request.since)
    if until > most.result:
        raise Refused(most.explanation)
    return most.stored()


@transaction.atomic
def withdraw(*, request: Request, words: str, key: str, by: Actor, at: datetime) -> Request:
    """Whoever asked took the request back; how they said so is kept."""
    request = steps.locked(request, by, access.Act.WORK)
    if steps.earlier(key, request) is not None:
        return request
    words = steps.said(words, what=_("Hãy ghi người yêu cầu rút bằng cách nào, ngày nào."))
    if request.stage not in OPEN:
        raise Refused(_("Yêu cầu này đã xong, không rút được nữa."))
    request.stage = WITHDRAWN
    on = clock.legal_day(at)
    steps.write(request, WITHDRAWN, on=on, key=key, by=by, words=words)
    request.save(update_fields=["stage"])
    steps.sign("information_request.withdrawn", request, by, {})
    return request
