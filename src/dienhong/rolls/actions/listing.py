"""Publish the list of a village, take objections to it, answer each."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.documents import actions as documents
from dienhong.foundations.actors import NOBODY, Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.ledger.actions import bind
from dienhong.ledger.rows import sealed
from dienhong.registry.actions import households
from dienhong.registry.models import Locality
from dienhong.rolls import access
from dienhong.rolls import published as facts
from dienhong.rolls.access import Act
from dienhong.rolls.actions.taking import take
from dienhong.rolls.models import Answer, Came, Change, Objection, Publication
from lawcore.vietnamese import nfc

USUAL_DAYS = 7  # ours, not law: long enough for everybody to pass the board once
MOST_DAYS = 60
PAPER = "household-list"
RECEIPT = "list-objection"
LATE_REPORT = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Objected:
    """What somebody says is wrong; `line` is the number in the list, where they name one."""

    complaint: str
    line: int | None = None
    words: str = ""


@transaction.atomic
def publish(*, village: Locality, days: int, by: Actor, on: date) -> Publication:
    """Freeze the households of today and let everybody read number and representative's name.

    `days` is how long objections are asked for. From the first list on, a change needs two people.
    """
    access.check(by, Act.TAKE, village)
    if not 1 <= days <= MOST_DAYS:
        raise Refused(_("Thời gian nhận phản ánh từ 1 đến %(most)s ngày.") % {"most": MOST_DAYS})
    roll = take(village=village, on=on, by=by)
    published = Publication.objects.create(
        roll=roll, village=village, listed_on=on, open_until=on + timedelta(days=days), recorded_by=by.key
    )
    households.close_first_entry(village=village, on=on)
    documents.issue_code(
        kind=PAPER,
        subject=f"rolls.publication:{published.pk}",
        path=reverse("rolls:public", args=[village.code]),
        locality=village.code,
        by=by.key,
    )
    ledger.append(
        kind="household_list.published",
        subject=f"rolls.publication:{published.pk}",
        by=by.key,
        locality=village.code,
        data={
            "roll": f"rolls.roll:{roll.pk}",
            "households": roll.households,
            "digest": roll.digest,
            "days": days,
            **sealed(published),
        },
        claimed_on=on,
    )
    bind(facts.of_publication(published), by=by.key, locality=village.code)
    return published


@transaction.atomic
def object_to(
    *,
    publication: Publication,
    objected: Objected,
    key: str,
    on: date,
    by: Actor = NOBODY,
    received_on: date | None = None,
) -> tuple[Objection, str]:
    """Anybody's word that a list is wrong, and the code of its receipt. The same `key`: the same objection.

    `received_on`: somebody brought it to the village head, who writes it down; that needs the role and a day that has
    come.
    """
    village = publication.village
    came = Came.PAGE
    if received_on is not None:
        access.check(by, Act.ANSWER, village)
        came = Came.HEAD
        if not on - LATE_REPORT <= received_on <= on:
            raise Refused(_("Ngày nhận phản ánh phải trong 60 ngày gần đây và không sau hôm nay."))
    line = objected.line
    if line is not None and not 1 <= line <= publication.roll.households:
        raise Refused(
            _("Danh sách có %(n)s hộ. Hãy ghi số thứ tự trong danh sách, hoặc để trống.")
            % {"n": publication.roll.households}
        )
    found, is_new = Objection.objects.get_or_create(
        key=f"{publication.pk}:{key}"[:80],
        defaults={
            "publication": publication,
            "complaint": objected.complaint,
            "line": line,
            "words": nfc(objected.words).strip(),
            "came": came,
            "received_on": received_on or on,
            "recorded_by": by.key,
        },
    )
    subject = f"rolls.objection:{found.pk}"
    receipt = documents.issue_code(
        kind=RECEIPT,
        subject=subject,
        path="/danh-sach-ho/phan-anh/{code}/",
        locality=village.code,
        by=by.key or "visitor",
    )
    if is_new:
        ledger.append(
            kind="list_objection.received",
            subject=subject,
            by=by.key or "visitor",
            locality=village.code,
            data={"complaint": found.complaint, "came": found.came, "publication": publication.pk, **sealed(found)},
            claimed_on=found.received_on,
        )
    return found, receipt.code


@transaction.atomic
def answer(*, objection: Objection, is_right: bool, reason: str, by: Actor, change: Change | None = None) -> Answer:
    """What was found, with its reason; `change` is what it led to. Once only."""
    locked = (
        Objection.objects.select_for_update(of=("self",)).select_related("publication__village").get(pk=objection.pk)
    )
    village = locked.publication.village
    access.check(by, Act.ANSWER, village)
    if Answer.objects.filter(objection=locked).exists():
        raise Refused(_("Phản ánh này đã được trả lời."))
    if not (reason := nfc(reason).strip()):
        raise Refused(_("Hãy ghi kết quả xem xét để người phản ánh biết."))
    if change is not None and change.village_id != village.pk:
        raise access.nothing()
    made = Answer.objects.create(objection=locked, is_right=is_right, reason=reason, change=change, recorded_by=by.key)
    ledger.append(
        kind="list_objection.answered",
        subject=f"rolls.objection:{locked.pk}",
        by=by.key,
        locality=village.code,
        data={"is_right": is_right, "change": change.pk if change else None, **sealed(made)},
    )
    return made


@transaction.atomic
def forget_words(*, objection: Objection, by: Actor) -> Objection:
    """Empty what the objector wrote, once it is answered: kind, day and answer stay."""
    locked = (
        Objection.objects.select_for_update(of=("self",)).select_related("publication__village").get(pk=objection.pk)
    )
    village = locked.publication.village
    access.check(by, Act.ANSWER, village)
    if not Answer.objects.filter(objection=locked).exists():
        raise Refused(_("Chưa trả lời nên chưa xóa được lời phản ánh."))
    if locked.words:
        locked.words = ""
        locked.save(update_fields=["words"])
        ledger.append(
            kind="list_objection.erased",
            subject=f"rolls.objection:{locked.pk}",
            by=by.key,
            locality=village.code,
            data={},
        )
    return locked
