"""A citizen petitions against a decision; the body answers; the commune leaves it as it is (LDC art. 22, 24 cl. 4)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from dienhong.decisions import access
from dienhong.decisions.access import Act
from dienhong.decisions.actions import steps, telling
from dienhong.decisions.models import Body, Challenge, Fault, Matter, Reply, Step
from dienhong.decisions.queries.challenges import SERVICE_TIME
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import NotAllowed, Refused
from dienhong.ledger import actions as ledger
from dienhong.ledger.rows import sealed
from lawcore.timelimits import last_day
from lawcore.vietnamese import nfc

OPEN_TO_IT = frozenset({"in_force", "challenged", "asked"})
"""A decision that binds. One that waits for recognition is judged by who recognises it."""


@dataclass(frozen=True, slots=True)
class Petition:
    """What a citizen says is wrong, to which body, with how many other households."""

    fault: Fault
    body: Body
    name: str
    words: str
    received_on: date
    address: str = ""
    households: int = 0


@transaction.atomic
def challenge(*, matter: Matter, petition: Petition, key: str, by: Actor, at: datetime) -> Challenge:
    """LDC art. 24 cl. 4: written down by the body that received it; the decision binds on until somebody acts.

    One citizen suffices. The first open petition takes the matter to the next step; one `key` is one petition.
    """
    matter = steps.locked(matter, by, Act.SEE)
    if not access.answers(by, petition.body, matter.village):
        raise NotAllowed(_("Kiến nghị do cơ quan nhận ghi: Ủy ban nhân dân, Mặt trận xã, Ban Thanh tra nhân dân."))
    earlier = Challenge.objects.filter(key=key).first()
    if earlier is not None:
        if earlier.matter_id != matter.pk:
            raise Refused(_("Mã gửi này đã dùng cho việc khác. Hãy mở lại trang rồi gửi lại."))
        return earlier
    _check(matter, petition, clock.legal_day(at))
    taken = matter.challenges.aggregate(last=Max("number"))["last"] or 0
    made = Challenge.objects.create(
        matter=matter,
        number=taken + 1,
        fault=petition.fault,
        body=petition.body,
        name=nfc(petition.name).strip(),
        address=nfc(petition.address).strip(),
        words=nfc(petition.words).strip(),
        households=petition.households,
        received_on=petition.received_on,
        until=last_day(SERVICE_TIME, petition.received_on).day,
        key=key,
        recorded_by=by.key,
    )
    if matter.stage == "in_force":
        steps.advance(matter, "challenge", on=petition.received_on, key=f"challenge:{made.pk}", by=by)
        matter.save(update_fields=["stage"])
    data = {
        "fault": made.fault,
        "body": made.body,
        "number": made.number,
        "households": made.households,
        **sealed(made),
    }
    _sign("challenge.received", made, by, data, made.received_on)
    telling.of_challenge(made)
    return made


def _check(matter: Matter, petition: Petition, today: date) -> None:
    if matter.stage not in OPEN_TO_IT:
        raise Refused(_("Chỉ ghi kiến nghị về quyết định đang có hiệu lực. Việc khác gửi cơ quan đang xem xét."))
    if not petition.name.strip() or not petition.words.strip():
        raise Refused(_("Hãy ghi người kiến nghị và lời kiến nghị."))
    if petition.received_on > today:
        raise Refused(_("Ngày nhận chưa đến. Hãy kiểm tra lại ngày."))
    if matter.effective_on is not None and petition.received_on < matter.effective_on:
        raise Refused(_("Ngày nhận trước ngày quyết định có hiệu lực. Hãy kiểm tra lại ngày."))


@transaction.atomic
def answer_challenge(*, challenge: Challenge, is_founded: bool, reason: str, by: Actor, at: datetime) -> Reply:
    """The body that received it says what it found. With the last one unfounded the decision stands as before.

    A founded one leaves it to the commune, which alone abolishes, asks for a change or upholds (LDC art. 22).
    """
    matter = steps.locked(challenge.matter, by, Act.SEE)
    row = Challenge.objects.select_for_update(of=("self",)).get(pk=challenge.pk)
    if not access.answers(by, row.body, matter.village):
        raise NotAllowed(_("Kiến nghị này do %(body)s trả lời.") % {"body": row.get_body_display()})
    if Reply.objects.filter(challenge=row).exists():
        raise Refused(_("Kiến nghị này đã được trả lời."))
    if not (words := nfc(reason).strip()):
        raise Refused(_("Hãy ghi kết quả xem xét để công dân biết."))
    on = clock.legal_day(at)
    made = Reply.objects.create(challenge=row, is_founded=is_founded, reason=words, on=on, recorded_by=by.key)
    _sign("challenge.answered", row, by, {"is_founded": is_founded, "number": row.number, **sealed(made)}, on)
    if matter.stage == "challenged" and _all_unfounded(matter):
        steps.advance(matter, "uphold", on=on, key=f"challenge:{row.pk}:uphold", by=by)
        matter.save(update_fields=["stage"])
    telling.of_reply(row)
    return made


def _all_unfounded(matter: Matter) -> bool:
    """Whether every petition since the decision was last upheld is answered, and none was right."""
    upheld = matter.steps.filter(event="uphold").order_by("-pk").values_list("recorded_at", flat=True).first()
    since = matter.challenges.filter(recorded_at__gt=upheld) if upheld is not None else matter.challenges.all()
    return not since.exclude(reply__is_founded=False).exists()


@transaction.atomic
def uphold(*, matter: Matter, reason: str, key: str, by: Actor, at: datetime) -> Step:
    """LDC art. 22 cl. 1, art. 24 cl. 4: the commune leaves the decision as it is, with its reason.

    Refused while a petition has no answer.
    """
    matter = steps.locked(matter, by, Act.SEE)
    if not access.may_recognise(by, matter.village, front=False):
        raise NotAllowed(_("Việc giữ nguyên, bãi bỏ, đề nghị sửa đổi do Ủy ban nhân dân cấp xã quyết định."))
    if matter.challenges.filter(reply=None).exists() and not Step.objects.filter(key=key).exists():
        raise Refused(_("Còn kiến nghị chưa được trả lời. Hãy trả lời hết rồi mới kết luận."))
    if not (words := nfc(reason).strip()):
        raise Refused(_("Hãy ghi rõ vì sao giữ nguyên quyết định."))
    step = steps.advance(matter, "uphold", on=clock.legal_day(at), key=key, by=by, words=words)
    matter.save(update_fields=["stage"])
    return step


def _sign(kind: str, made: Challenge, by: Actor, data: dict[str, Any], on: date) -> None:
    """The ledger's entry: never who petitions."""
    ledger.append(
        kind=kind,
        subject=f"decisions.challenge:{made.pk}",
        by=by.key,
        locality=made.matter.village.code,
        data=data,
        claimed_on=on,
    )
