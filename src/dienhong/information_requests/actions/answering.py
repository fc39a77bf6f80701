"""The answer: given or refused, looked into before it is shown, put right where it was wrong."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.disclosures.actions import gate
from dienhong.disclosures.screening import Finding, screen_text
from dienhong.documents import actions as documents
from dienhong.documents.models import StoredFile
from dienhong.foundations import clock, events
from dienhong.foundations.actors import SYSTEM, Actor
from dienhong.foundations.refusals import Refused
from dienhong.information_requests import access, asking, queries
from dienhong.information_requests.actions import steps, telling
from dienhong.information_requests.actions.handling import accepted_on_the_way
from dienhong.information_requests.models import Channel, Clearance, Request, Screening, Step
from dienhong.ledger.privacy import personal_in
from lawcore.petitions.information_refusals import Ground
from lawcore.vietnamese import nfc

MOST_FOUND = 50
"""Findings that are kept of one answer: who sees so many reads the whole file."""
KINDS = {"provide": "answered", "refuse": "refused", "correct": "corrected", "confirm": "confirmed"}
DONE = ["stage", "is_simple", "timing", "due_on", "first_due_on", "due", "answered_on", "ground"]


@dataclass(frozen=True, slots=True)
class Answered:
    """What is told to who asks. `given_on` is the day claimed: of a paper, the day on which it was handed over.

    `is_read`: the named actor read it and found no secret and nothing of another person.
    """

    words: str
    given_on: date
    file_name: str = ""
    chunks: Iterable[bytes] | None = None
    letter_number: int | None = None
    signer_post: str = ""
    signer_name: str = ""
    is_read: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """An answer whose bytes are in the store, what was found in it at once; `is_later`: its file needs more time."""

    answered: Answered
    words: str
    file: StoredFile | None
    found: list[dict[str, str]]
    unchecked: list[str]
    is_later: bool = False


def provide(*, request: Request, answered: Answered, key: str, by: Actor, at: datetime) -> Step:
    """Law 104/2016 art. 27; LDC art. 14 cl. 2: the information is given. The same `key`: the same answer.

    A small file is looked into before the transaction; a scan takes minutes, is looked into in the background, and
    what was given counts and is shown from then on.
    """
    return _answer("provide", request=request, answered=answered, key=key, by=by, at=at)


def correct(*, request: Request, answered: Answered, key: str, by: Actor, at: datetime) -> Step:
    """Law 104/2016 art. 32 cl. 1, 2: what was given was not right; here is what is."""
    return _answer("correct", request=request, answered=answered, key=key, by=by, at=at)


def confirm(*, request: Request, answered: Answered, key: str, by: Actor, at: datetime) -> Step:
    """Law 104/2016 art. 32 cl. 2: what was given is right, with the reason."""
    return _answer("confirm", request=request, answered=answered, key=key, by=by, at=at)


def refuse(
    *,
    request: Request,
    ground: str,
    answered: Answered,
    given: int,
    good_reason: bool,
    key: str,
    by: Actor,
    at: datetime,
) -> Step:
    """Law 104/2016 art. 28: in writing, with one of the six grounds and the reasons, and nothing else.

    `given`: how often this person had the same before; `good_reason`: they said why they need it again.
    """
    access.check(by, access.Act.WORK, request.organization)
    if not answered.signer_post.strip() or not answered.signer_name.strip():
        raise Refused(_("Từ chối phải bằng văn bản: hãy ghi chức vụ, họ tên người ký."))
    if not answered.words.strip():
        raise Refused(_("Hãy ghi rõ lý do từ chối."))
    if ground not in asking.GROUNDS:
        raise Refused(_("Hãy chọn một trong các trường hợp được từ chối."))
    allowed = asking.may_refuse(
        ground, on=request.received_on, facts=queries.facts(request), given=given, good_reason=good_reason
    )
    if allowed.result is False:
        raise Refused(allowed.explanation)
    owed = queries.owed(queries.disclosure_of(request), on=clock.legal_day(at))
    if ground == Ground.DISCLOSED and owed is not None and owed.result:
        raise Refused(owed.explanation)
    why = allowed.stored()
    return _answer("refuse", request=request, answered=answered, key=key, by=by, at=at, ground=ground, why=why)


def _answer(
    event: str,
    *,
    request: Request,
    answered: Answered,
    key: str,
    by: Actor,
    at: datetime,
    ground: str = "",
    why: object = None,
) -> Step:
    access.check(by, access.Act.WORK, request.organization)
    earlier = steps.earlier(key, request)
    if earlier is not None:
        return earlier
    _check(request, answered, on=clock.legal_day(at))
    return _answered(event, request, _looked_into(answered, by), key, by, at, ground, why)


@transaction.atomic
def _answered(
    event: str, request: Request, looked: Looked, key: str, by: Actor, at: datetime, ground: str, why: object
) -> Step:
    request = steps.locked(request, by, access.Act.WORK)
    earlier = steps.earlier(key, request)
    if earlier is not None:
        return earlier
    answered = looked.answered
    _check(request, answered, on=clock.legal_day(at))
    accepted_on_the_way(request, key=key, by=by, on=answered.given_on)
    asking.after(request.stage, event)  # refused here, before anything is written
    step = steps.write(
        request,
        event,
        on=answered.given_on,
        key=key,
        by=by,
        words=looked.words,
        ground=ground,
        why=why,
        file=looked.file,
        file_name=gate.safe_name(answered.file_name) if looked.file else "",
        letter_number=answered.letter_number,
        signer_post=nfc(answered.signer_post).strip(),
        signer_name=nfc(answered.signer_name).strip(),
        found=looked.found,
        unchecked=looked.unchecked,
        is_screened_later=looked.is_later,
    )
    if looked.is_later:
        request.save(update_fields=DONE)
        steps.sign("information_request.held", request, by, {"event": event})
        events.publish("information_request.unscreened", step_id=step.pk)
        return step
    if looked.found or looked.unchecked:  # what nobody could look into is for a second person too
        request.save(update_fields=DONE)
        steps.sign("information_request.held", request, by, {"event": event})
        telling.held(request, step)
        return step
    _done(request, step, by, on=answered.given_on)
    return step


def look_into(*, step_id: int, at: datetime) -> None:
    """What the file of an answer holds, scanned pages too; minutes for a long scan. Safe to run twice.

    Where nothing is found the answer counts and is shown; otherwise it waits for a second person, and is said so.
    """
    step = Step.objects.select_related("file").get(pk=step_id)
    if step.file is None or not step.is_screened_later or Screening.objects.filter(step=step).exists():
        return
    begun = time.monotonic()
    seen = gate.look_patiently(step.file, name=step.file_name)
    with transaction.atomic():
        request = steps.row_of(step.request_id)
        if Screening.objects.filter(step=step).exists():
            return
        screening = Screening.objects.create(
            step=step,
            found=_kept(seen.findings),
            unchecked=list(seen.unchecked),
            seconds=round(time.monotonic() - begun),
        )
        found, unchecked = len(screening.found), len(screening.unchecked)
        steps.sign("information_request.screened", request, SYSTEM, {"found": found, "unchecked": unchecked})
        newest = queries.newest_answer(request)
        if newest is None or newest.pk != step.pk or not asking.can(request.stage, step.event):
            return  # another answer took its place
        if queries.is_shown(newest):
            _done(request, step, SYSTEM, on=_day(request, step, at))
            telling.let_out(request, step)
        else:
            telling.held(request, step)


@transaction.atomic
def clear(*, request: Request, reason: str, by: Actor, at: datetime) -> Clearance:
    """A second person read what screening found in the newest answer and lets it out; the reason is kept."""
    request = steps.locked(request, by, access.Act.CLEAR)
    step = queries.stopped(request)
    if step is None:
        last = Clearance.objects.filter(step__request=request).order_by("-pk").first()
        if last is not None:
            return last
        raise Refused(_("Không có câu trả lời nào đang chờ xem lại."))
    if queries.is_waiting(step):
        raise Refused(_("Tệp đang được kiểm tra. Hãy đợi có kết quả rồi quyết định."))
    if step.recorded_by == by.key:
        raise Refused(_("Người soạn không tự cho phép được. Hãy nhờ người thứ hai xem và quyết định."))
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do được cung cấp, ví dụ người có thông tin đã đồng ý bằng văn bản."))
    clearance = Clearance.objects.create(step=step, reason=nfc(reason).strip(), recorded_by=by.key)
    _done(request, step, by, on=_day(request, step, at))
    return clearance


def _day(request: Request, step: Step, at: datetime) -> date:
    """On which day an answer that waited was given: on paper when it was handed over, on the page when it was shown."""
    return clock.legal_day(at) if request.channel == Channel.PORTAL else step.on


def _done(request: Request, step: Step, by: Actor, *, on: date) -> None:
    steps.move(request, step.event)
    if step.event in {"provide", "refuse"}:
        request.answered_on, request.ground = on, step.ground
    request.save(update_fields=DONE)
    data = {"ground": step.ground, "file": step.file.sha256 if step.file else ""}
    steps.sign(f"information_request.{KINDS[step.event]}", request, by, data, on=on)


def _check(request: Request, answered: Answered, *, on: date) -> None:
    if not answered.words.strip() and answered.chunks is None:
        raise Refused(_("Hãy nhập câu trả lời hoặc chọn tệp."))
    if not answered.is_read:
        raise Refused(_("Hãy đọc lại và xác nhận: không có bí mật nhà nước, không có dữ liệu của người khác."))
    if answered.given_on > on or answered.given_on < request.since:
        raise Refused(_("Ngày trả lời phải từ ngày nhận yêu cầu hợp lệ đến hôm nay."))
    if request.channel == Channel.PORTAL and answered.given_on != on:
        raise Refused(_("Trả lời trên trang này thì ngày trả lời là hôm nay."))
    if personal_in(answered.signer_name) or personal_in(answered.signer_post):
        raise Refused(_("Hãy chỉ ghi chức vụ và họ tên người ký."))


def _looked_into(answered: Answered, by: Actor) -> Looked:
    """The answer with its file in the store and what can be seen of it at once. In no transaction: nobody waits."""
    words = nfc(answered.words).strip()
    of_words = screen_text(words)
    if answered.chunks is None:
        return Looked(answered, words, None, _kept(of_words.findings), list(of_words.unchecked))
    stored = documents.store(data=answered.chunks, name=answered.file_name, by=by.key)
    if stored.size == 0:
        raise Refused(_("Tệp rỗng, không có nội dung. Hãy chọn lại tệp."))
    quick = gate.look_quickly(stored, name=answered.file_name)
    if quick is None:
        return Looked(answered, words, stored, _kept(of_words.findings), list(of_words.unchecked), is_later=True)
    found = _kept((*of_words.findings, *quick.findings))
    return Looked(answered, words, stored, found, [*of_words.unchecked, *quick.unchecked])


def _kept(findings: Iterable[Finding]) -> list[dict[str, str]]:
    found = [
        {"kind": str(each.kind), "excerpt": each.excerpt, "place": each.place, "advice": each.advice}
        for each in findings
    ]
    return found[:MOST_FOUND]
