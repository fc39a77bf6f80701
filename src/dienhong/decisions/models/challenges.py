"""A citizen's petition against a decision, and what the body that received it found (LDC art. 24 cl. 4)."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.decisions.models.matters import Matter
from dienhong.foundations.personal import PersonalData
from lawcore.ballots.effect import Ground


class Body(models.TextChoices):
    """To whom citizens petition."""

    COMMITTEE = "committee", _("Ủy ban nhân dân cấp xã")
    FRONT = "front", _("Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã")
    INSPECTION = "inspection", _("Ban Thanh tra nhân dân")


class Fault(models.TextChoices):
    """What is said to be wrong with the decision: the grounds on which the commune may act."""

    PROCEDURE = Ground.PROCEDURE.value, _("Không bảo đảm trình tự, thủ tục")
    UNLAWFUL = Ground.UNLAWFUL.value, _("Nội dung trái pháp luật, trái thuần phong mỹ tục, đạo đức xã hội")


class Challenge(models.Model):
    """One petition as it was received. Who petitions and in which words is for the body alone.

    The law asks no consents: `households` is how many others signed with it. `number` counts in the matter.
    """

    personal_data = PersonalData(
        fields={
            "name": _("họ và tên người kiến nghị"),
            "address": _("địa chỉ, cách liên hệ của người kiến nghị"),
            "words": _("lời kiến nghị"),
        },
        kept=_("cùng hồ sơ quyết định của cộng đồng dân cư"),
    )

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="challenges")
    number = models.PositiveSmallIntegerField()
    fault = models.CharField(max_length=10, choices=Fault)
    body = models.CharField(max_length=10, choices=Body)
    name = models.CharField(max_length=120)
    address = models.CharField(max_length=200, blank=True)
    words = models.TextField()
    households = models.PositiveSmallIntegerField(default=0)
    received_on = models.DateField()
    until = models.DateField()  # the last day of our own time to answer, not of a law's
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["matter", "number"], name="one_petition_per_number"),
            models.CheckConstraint(condition=~Q(name="") & ~Q(words=""), name="a_petition_has_a_name_and_words"),
        )

    def __str__(self) -> str:
        return f"{self.matter_id}: {self.number}"


class Reply(models.Model):
    """What the body found, with its reason: for everybody to read."""

    challenge = models.OneToOneField(Challenge, models.PROTECT, related_name="reply")
    is_founded = models.BooleanField()
    reason = models.CharField(max_length=500)
    on = models.DateField()
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(reason=""), name="a_reply_has_a_reason"),)

    def __str__(self) -> str:
        return f"{self.challenge_id}: {self.is_founded}"
