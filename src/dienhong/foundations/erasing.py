"""Erasing personal data: one person proposes, without repeating a word of it; another decides (docs/adr/0016)."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from lawcore.vietnamese import nfc

WHO_KEEPS_SAYS_WHY = Q(is_approved=True, reason="") | (Q(is_approved=False) & ~Q(reason=""))
"""What the table itself holds every decision to."""


class Proposal(models.Model):
    """That a named person found data that must go. A subclass says which, and gives its grounds to `ground`."""

    ground = models.CharField(max_length=10)
    proposed_by = models.CharField(max_length=40)
    proposed_name = models.CharField(max_length=120)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        abstract = True


class Decision(models.Model):
    """The word of a second person. Approved, the data are gone; this row stays.

    `files_kept`: files whose bytes stay because something else refers to them too.
    """

    is_approved = models.BooleanField()
    reason = models.CharField(max_length=300, blank=True)
    files_kept = models.PositiveSmallIntegerField(default=0)
    decided_by = models.CharField(max_length=40)
    decided_name = models.CharField(max_length=120)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        abstract = True


def reason_of_second(proposal: Proposal, *, is_approved: bool, reason: str, by: Actor) -> str:
    """What the second person's row gives as its reason: none where the data go, else why they stay.

    Raises Refused for who proposed it, and for keeping the data without a word.
    """
    if proposal.proposed_by == by.key:
        raise Refused(_("Người đề nghị không tự quyết định được. Hãy nhờ người thứ hai: Chủ tịch hoặc cán bộ khác."))
    reason = nfc(reason).strip()
    if not is_approved and not reason:
        raise Refused(_("Hãy ghi vì sao không xóa."))
    return "" if is_approved else reason
