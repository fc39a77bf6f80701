"""A citizen petitions through the public page; the body asks who speaks; then it counts (LDC art. 24 cl. 4)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dienhong.decisions import access
from dienhong.decisions.access import Act
from dienhong.decisions.actions import steps, telling
from dienhong.decisions.actions.challenges import OPEN_TO_IT, Petition, challenge
from dienhong.decisions.models import Body, Fault, Matter, SentChallenge, Verification
from dienhong.decisions.queries.challenges import CODE_KIND, SERVICE_TIME
from dienhong.documents import actions as documents
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.encryption import blind_index
from dienhong.foundations.refusals import NotAllowed, Refused
from dienhong.ledger import actions as ledger
from dienhong.ledger.rows import label, sealed
from lawcore.timelimits import last_day
from lawcore.vietnamese import nfc

ANYBODY = "anonymous"  # the ledger's name for who needs no account
PATH = "/ban-quyet-dinh/kien-nghi/m/{code}/"
WORDS = "decisions.sentchallenge.words"
LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class Sent:
    """The form as it was filled in."""

    fault: Fault
    body: Body
    name: str
    address: str
    phone: str
    words: str
    hides_name: bool = False


def send_challenge(*, matter: Matter, sent: Sent, key: str, at: datetime) -> SentChallenge:
    """LDC art. 24 cl. 4: anybody may petition against a decision that binds. The same `key`: the same petition.

    Whoever is signed in by chance is not written down: a citizen speaks, not an account.
    """
    try:
        return _sent(matter, sent, key, clock.legal_day(at))
    except IntegrityError:  # sent twice at the same moment: the first one stands
        first = SentChallenge.objects.filter(key=key).first()
        if first is None:
            raise
        return _same(first, matter, sent)


@transaction.atomic
def _sent(matter: Matter, sent: Sent, key: str, on: date) -> SentChallenge:
    first = SentChallenge.objects.filter(key=key).first()
    if first is not None:
        return _same(first, matter, sent)
    matter = Matter.objects.select_related("village__parent").get(pk=matter.pk)
    if matter.stage not in OPEN_TO_IT:
        raise Refused(_("Chỉ kiến nghị được về quyết định đang có hiệu lực."))
    words = nfc(sent.words).strip()
    if not sent.name.strip() or not sent.phone.strip() or not words:
        raise Refused(_("Hãy ghi họ tên, cách liên hệ và lời kiến nghị: cơ quan nhận phải biết ai kiến nghị."))
    if len(words) > LONGEST:
        raise Refused(_("Hãy viết ngắn hơn, tối đa 4.000 chữ cái; đơn dài thì nộp tại trụ sở xã."))
    made = SentChallenge.objects.create(
        matter=matter,
        fault=sent.fault,
        body=sent.body,
        name=nfc(sent.name).strip(),
        address=nfc(sent.address).strip(),
        phone=sent.phone.strip(),
        words=words,
        hides_name=sent.hides_name,
        digest=blind_index(words, purpose=WORDS),
        sent_on=on,
        until=last_day(SERVICE_TIME, on).day,
        key=key,
    )
    documents.issue_code(kind=CODE_KIND, subject=label(made), path=PATH, locality=matter.village.code, by=ANYBODY)
    _sign("petition.sent", made, ANYBODY, {"fault": made.fault, "body": made.body, **sealed(made)})
    _sign("petition.digested", made, ANYBODY, {"digest": made.digest})  # by itself: erasing takes it away
    telling.of_sent(made)
    return made


def _same(first: SentChallenge, matter: Matter, sent: Sent) -> SentChallenge:
    said = (matter.pk, sent.fault, sent.body, blind_index(nfc(sent.words).strip(), purpose=WORDS))
    if (first.matter_id, first.fault, first.body, first.digest) != said:
        raise Refused(_("Kiến nghị trước đã được nhận. Muốn gửi lời khác, hãy mở lại trang rồi gửi kiến nghị mới."))
    return first


@transaction.atomic
def verify(*, sent: SentChallenge, is_confirmed: bool, how: str, reason: str, by: Actor, at: datetime) -> Verification:
    """The body asked who speaks. Confirmed, the petition counts from the day on which it was sent; else it says why."""
    matter = steps.locked(sent.matter, by, Act.SEE)
    row = SentChallenge.objects.select_for_update(of=("self",)).get(pk=sent.pk)
    if not access.answers(by, row.body, matter.village):
        raise NotAllowed(_("Kiến nghị này do %(body)s xác minh.") % {"body": row.get_body_display()})
    earlier = Verification.objects.filter(sent=row).first()
    if earlier is not None:
        if earlier.is_confirmed != is_confirmed:
            raise Refused(_("Người khác vừa kết luận khác về kiến nghị này. Hãy mở lại trang để xem."))
        return earlier
    reason = nfc(reason).strip()
    if how not in Verification.How.values or (is_confirmed and how == Verification.How.NOBODY):
        raise Refused(_("Hãy chọn đã xác minh bằng cách nào."))
    if not is_confirmed and not reason:
        raise Refused(_("Hãy ghi vì sao chưa nhận; người gửi đọc được bằng mã biên nhận."))
    counted = None
    if is_confirmed:
        petition = Petition(Fault(row.fault), Body(row.body), row.name, row.words, row.sent_on, row.address)
        counted = challenge(matter=matter, petition=petition, key=f"sent:{row.pk}", by=by, at=at)
    made = Verification.objects.create(
        sent=row,
        is_confirmed=is_confirmed,
        how=how,
        reason="" if is_confirmed else reason,
        challenge=counted,
        verified_on=clock.legal_day(at),
        recorded_by=by.key,
    )
    _sign("petition.verified", row, by.key, {"is_confirmed": is_confirmed, "how": how, **sealed(made)})
    return made


def _sign(kind: str, row: SentChallenge, by: str, data: dict[str, Any]) -> None:
    """The ledger's entry: never who petitions, never a word."""
    ledger.append(kind=kind, subject=label(row), by=by, locality=row.matter.village.code, data=data)
