"""The list that everybody may read, and what people say is wrong with it."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.personal import PersonalData
from dienhong.registry.models import Locality
from dienhong.rolls.models.changes import Change
from dienhong.rolls.models.rolls import Roll


class Publication(models.Model):
    """A roll whose numbers and representatives' names everybody may read; until `open_until` objections are asked for.

    The window is the platform's own practice, not law: an objection that comes later is taken too.
    """

    roll = models.OneToOneField(Roll, models.PROTECT, related_name="publication")
    village = models.ForeignKey(Locality, models.PROTECT, related_name="household_lists")
    listed_on = models.DateField()
    open_until = models.DateField()
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(open_until__gt=F("listed_on")), name="a_list_stays_open"),)
        indexes = (models.Index(fields=["village", "-id"], name="lists_of_a_village"),)

    def __str__(self) -> str:
        return f"{self.village}, {self.listed_on}"


class Complaint(models.TextChoices):
    """What is wrong with a list."""

    MISSING = "missing", _("Thiếu hộ")
    NOT_HERE = "not-here", _("Thừa hộ: hộ này không ở thôn")
    LEFT = "left", _("Hộ đã chuyển đi")
    TWICE = "twice", _("Một hộ ghi hai lần")
    WRONG_PERSON = "wrong-person", _("Sai người đại diện")
    DIED = "died", _("Người đại diện đã mất")
    OTHER = "other", _("Điều khác")


class Came(models.TextChoices):
    """How an objection came."""

    PAGE = "page", _("gửi trên trang")
    HEAD = "head", _("nói hoặc đưa giấy cho Trưởng thôn, Mặt trận, xã")


class Objection(models.Model):
    """Somebody says that a list is wrong. Nobody is asked who they are; whoever holds the code reads the answer."""

    personal_data = PersonalData(
        fields={"words": _("lời của người phản ánh, có thể nhắc tên người trong thôn, để người xem xét hiểu")},
        kept=_("xóa được sau khi đã trả lời; loại phản ánh, ngày và câu trả lời ở lại"),
    )

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="objections")
    complaint = models.CharField(max_length=14, choices=Complaint)
    line = models.PositiveIntegerField(null=True, blank=True)  # the number in the list
    words = models.CharField(max_length=600, blank=True)
    came = models.CharField(max_length=6, choices=Came)
    received_on = models.DateField()
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40, blank=True)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = (models.Index(fields=["publication", "id"], name="objections_to_a_list"),)

    def __str__(self) -> str:
        return f"{self.get_complaint_display()} ({self.publication})"


class Answer(models.Model):
    """What was found of an objection: a reason, and the change that it led to, where it did."""

    objection = models.OneToOneField(Objection, models.PROTECT, related_name="answer")
    is_right = models.BooleanField()
    reason = models.CharField(max_length=400)  # read by whoever holds the code: no name
    change = models.ForeignKey(Change, models.PROTECT, null=True, blank=True, related_name="answers")
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(reason=""), name="an_answer_has_a_reason"),)

    def __str__(self) -> str:
        return f"{self.objection_id}: {self.is_right}"
