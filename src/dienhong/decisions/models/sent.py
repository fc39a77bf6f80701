"""A petition that a citizen sent through the public page, and what its body found when it asked who speaks."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.decisions.models.challenges import Body, Challenge, Fault
from dienhong.decisions.models.matters import Matter
from dienhong.foundations.encryption import EncryptedTextField
from dienhong.foundations.personal import PersonalData


class SentChallenge(models.Model):
    """What came in, as it came. It counts once its body has verified who speaks; until then nobody else reads of it.

    `hides_name`: whoever sent it asks that nobody of the village learns the name. `digest`: a keyed hash of the words.
    """

    personal_data = PersonalData(
        fields={
            "name": _("họ và tên người kiến nghị; được mã hóa"),
            "address": _("nơi cư trú của người kiến nghị; được mã hóa"),
            "phone": _("cách liên hệ để xác minh ai kiến nghị; được mã hóa"),
            "words": _("lời kiến nghị; được mã hóa"),
        },
        kept=_("cùng hồ sơ quyết định của cộng đồng dân cư; hai người quyết định thì xóa"),
    )
    erased_with_it: ClassVar[frozenset[str]] = frozenset({"digest"})

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="sent_challenges")
    fault = models.CharField(max_length=10, choices=Fault)
    body = models.CharField(max_length=10, choices=Body)
    name = EncryptedTextField()
    address = EncryptedTextField()
    phone = EncryptedTextField()
    words = EncryptedTextField()
    hides_name = models.BooleanField(default=False)
    digest = models.CharField(max_length=64)
    sent_on = models.DateField()
    until = models.DateField()  # the last day of our own time to answer, not of a law's
    key = models.CharField(max_length=80, unique=True)
    recorded_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"{self.matter_id} ({self.pk})"


class Verification(models.Model):
    """The body asked who speaks. Confirmed, the petition counts as `challenge`; else `reason` tells who sent it why."""

    class How(models.TextChoices):
        MET = "met", _("gặp trực tiếp")
        PHONE = "phone", _("gọi điện thoại")
        PAPER = "paper", _("đơn giấy có chữ ký")
        NOBODY = "nobody", _("không liên hệ được")

    sent = models.OneToOneField(SentChallenge, models.PROTECT, related_name="verification")
    is_confirmed = models.BooleanField()
    how = models.CharField(max_length=6, choices=How)
    reason = models.CharField(max_length=300, blank=True)
    challenge = models.OneToOneField(Challenge, models.PROTECT, null=True, blank=True, related_name="came_online")
    verified_on = models.DateField()
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(is_confirmed=True, challenge__isnull=False) | Q(is_confirmed=False, challenge__isnull=True),
                name="a_petition_counts_once_it_is_verified",
            ),
            models.CheckConstraint(
                condition=Q(is_confirmed=True) | ~Q(reason=""), name="what_does_not_count_has_a_reason"
            ),
        )

    def __str__(self) -> str:
        return f"{self.sent_id}: {self.is_confirmed}"
