"""A request comes in: from the citizen, through the village head, on paper; it is completed; its answer is disputed."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dienhong.disclosures.models import Disclosure
from dienhong.documents import actions as documents
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.encryption import blind_index
from dienhong.foundations.refusals import Refused
from dienhong.information_requests import access, asking
from dienhong.information_requests.actions import steps, telling
from dienhong.information_requests.models import Came, Channel, Request, Requester, Submission
from dienhong.registry.models import Locality, Organization
from lawcore.vietnamese import nfc

IDENTITY = "information_requests.requester.identity"
WORDS = "information_requests.submission.words"
LONGEST = 4_000
PATH = "/hoi-thong-tin/m/{code}/"


@dataclass(frozen=True, slots=True)
class Asked:
    """The form as it was filled in (Law 104/2016 art. 24 cl. 2)."""

    name: str
    address: str
    wanted: str
    purpose: str = ""
    identity_number: str = ""
    phone: str = ""
    email: str = ""
    channel: str = Channel.PORTAL
    is_resident: bool = True


def submit(
    *,
    organization: Organization,
    asked: Asked,
    came: str,
    received_on: date,
    key: str,
    by: Actor,
    at: datetime,
    disclosure: Disclosure | None = None,
    village: Locality | None = None,
) -> Request:
    """Law 104/2016 art. 26 cl. 1: taken in and registered, with a receipt. The same `key`: the same request.

    Anybody may; on paper only the officer, for a citizen only the head of that village. `received_on` is the day
    claimed: today, unless it is entered from paper.
    """
    _check_who(organization, came, village, by)
    try:
        return _submitted(organization, asked, came, received_on, key, by, at, disclosure, village)
    except IntegrityError:  # sent twice at the same moment: the first one stands
        first = Submission.objects.select_related("request__organization__locality").filter(key=key).first()
        if first is None:
            raise
        return first.request


@transaction.atomic
def _submitted(
    organization: Organization,
    asked: Asked,
    came: str,
    received_on: date,
    key: str,
    by: Actor,
    at: datetime,
    disclosure: Disclosure | None,
    village: Locality | None,
) -> Request:
    first = Submission.objects.select_related("request__organization__locality").filter(key=key).first()
    if first is not None:
        return first.request
    today = clock.legal_day(at)
    if received_on > today:
        raise Refused(_("Ngày nhận phiếu không được sau hôm nay."))
    if came != Came.PAPER and received_on != today:
        raise Refused(_("Yêu cầu gửi hôm nay thì nhận hôm nay."))
    _check(asked)
    request = Request(
        organization=organization,
        disclosure=disclosure,
        came=came,
        channel=asked.channel,
        village=village,
        is_resident=asked.is_resident,
        received_on=received_on,
        since=received_on,
    )
    steps.set_clock(request)
    request.save()
    _write_down(request, asked)
    written = _submission(request, 1, asked.wanted, asked.purpose, came_on=received_on, key=key, by=by)
    paper = documents.issue_code(
        kind="information-request",
        subject=f"information_requests.request:{request.pk}",
        path=PATH,
        locality=organization.locality.code,
        by=by.key or steps.ANYBODY,
    )
    request.code = paper.code
    request.save(update_fields=["code"])
    data: dict[str, str | int] = {
        "came": came,
        "channel": asked.channel,
        "digest": written.digest,
        "timing": request.timing,
    }
    data |= {"village": village.code} if village and came == Came.VILLAGE_HEAD else {}
    data |= {"disclosure": disclosure.pk} if disclosure else {}
    steps.sign("information_request.received", request, by, data, on=received_on)
    telling.received(request, written)
    return request


@transaction.atomic
def complete(
    *, request: Request, wanted: str, purpose: str, came_on: date, key: str, by: Actor, at: datetime, with_code: bool
) -> Request:
    """Law 104/2016 art. 26 cl. 2: what was missing has come, and the clock runs from that day.

    `with_code`: by whoever holds the receipt, today; otherwise by the officer from paper.
    """
    request = steps.locked_for_anybody(request) if with_code else steps.locked(request, by, access.Act.WORK)
    if steps.earlier(key, request) is not None:
        return request
    today = clock.legal_day(at)
    if came_on > today or came_on < request.since or (with_code and came_on != today):
        raise Refused(_("Ngày nhận phần bổ sung phải từ ngày nhận phiếu đến hôm nay."))
    if not wanted.strip():
        raise Refused(_("Hãy ghi phần bổ sung."))
    steps.move(request, "complete")
    written = _submission(request, request.submissions.count() + 1, wanted, purpose, came_on=came_on, key=key, by=by)
    steps.write(request, "complete", on=came_on, key=key, by=by)
    request.since = came_on
    steps.set_clock(request)
    request.save(update_fields=["stage", "since", "timing", "due_on", "first_due_on", "due"])
    steps.sign("information_request.completed", request, by, {"digest": written.digest}, on=came_on)
    telling.received(request, written)
    return request


@transaction.atomic
def dispute(*, request: Request, words: str, key: str, at: datetime, by: Actor) -> Request:
    """Law 104/2016 art. 32 cl. 2: whoever asked says that what was given is not right. Comes with the code."""
    request = steps.locked_for_anybody(request)
    if steps.earlier(key, request) is not None:
        return request
    if not words.strip():
        raise Refused(_("Hãy ghi chỗ không chính xác."))
    on = clock.legal_day(at)
    steps.move(request, "dispute")
    written = _submission(request, request.submissions.count() + 1, words, "", came_on=on, key=key, by=by)
    claim = asking.claim(since=on)
    steps.write(
        request, "dispute", on=on, key=key, by=by, due_on=claim.result, why=claim.stored() if claim.result else None
    )
    request.save(update_fields=["stage"])
    steps.sign("information_request.disputed", request, by, {"digest": written.digest})
    telling.received(request, written)
    return request


def _check_who(organization: Organization, came: str, village: Locality | None, by: Actor) -> None:
    is_here = village is not None and village.path == f"{organization.locality.path}{village.pk}/"
    if came == Came.PAPER:
        access.check(by, access.Act.WORK, organization)
    if came == Came.VILLAGE_HEAD:
        if village is None or not is_here:
            raise access.nothing()
        access.check_heads(by, village)
    if village is not None and not is_here:
        raise Refused(_("Thôn này không thuộc xã. Hãy chọn lại."))


def _check(asked: Asked) -> None:
    if not asked.name.strip() or not asked.address.strip():
        raise Refused(_("Hãy ghi họ tên và nơi cư trú của người yêu cầu."))
    if not asked.wanted.strip():
        raise Refused(_("Hãy ghi thông tin cần hỏi: tên văn bản, hồ sơ, tài liệu hoặc việc muốn biết."))
    if len(asked.wanted) > LONGEST or len(asked.purpose) > LONGEST:
        raise Refused(_("Hãy viết ngắn hơn, tối đa 4.000 chữ cái; tài liệu dài thì nộp tại trụ sở xã."))


def _write_down(request: Request, asked: Asked) -> Requester:
    identity = "".join(each for each in asked.identity_number.upper() if each.isalnum())
    return Requester.objects.create(
        request=request,
        name=nfc(asked.name).strip(),
        address=nfc(asked.address).strip(),
        identity_number=identity,
        identity_index=blind_index(identity, purpose=IDENTITY) if identity else "",
        phone=asked.phone.strip(),
        email=asked.email.strip(),
    )


def _submission(
    request: Request, number: int, wanted: str, purpose: str, *, came_on: date, key: str, by: Actor
) -> Submission:
    wanted, purpose = nfc(wanted).strip(), nfc(purpose).strip()
    return Submission.objects.create(
        request=request,
        number=number,
        wanted=wanted,
        purpose=purpose,
        digest=blind_index(f"{wanted}\n{purpose}", purpose=WORDS),
        came_on=came_on,
        key=key,
        recorded_by=by.key,
    )
