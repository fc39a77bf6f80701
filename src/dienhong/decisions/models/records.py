"""The written decision, made of what happened, in versions; who confirmed it from which account."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.decisions.models.matters import Matter
from dienhong.foundations.personal import PersonalData


class Record(models.Model):
    """A version of the written decision on a matter (Decree 59/2023, form 03), with its contents as they were then.

    `content` holds everything the paper shows; `digest` is the SHA-256 of its canonical text, in hexadecimal. A
    correction is a new version with its reason; both stay. `page` is the photo or scan of the signed paper.
    """

    personal_data = PersonalData(
        fields={"content": _("họ và tên người chủ trì, thư ký, đại diện hộ ký biên bản; các hộ có mặt")},
        kept=_("lưu cùng hồ sơ quyết định của cộng đồng dân cư; xóa được cùng muối của mã băm"),
    )

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="records")
    version = models.PositiveSmallIntegerField()
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    reason = models.CharField(max_length=300, blank=True)
    read_back = models.BooleanField(default=False)
    happened_at = models.DateTimeField(null=True, blank=True)
    entered_at = models.DateTimeField(null=True, blank=True)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["matter", "version"], name="one_record_per_version"),
            models.CheckConstraint(condition=Q(version=1) | ~Q(reason=""), name="a_corrected_record_has_its_reason"),
        )

    def __str__(self) -> str:
        return f"{self.matter_id}: {self.version}"


class SignedPage(models.Model):
    """A photo or scan of the signed paper, and who is said to have signed it by hand."""

    personal_data = PersonalData(
        fields={"representatives": _("họ và tên hai đại diện hộ đã ký")}, kept=_("cùng hồ sơ quyết định")
    )

    record = models.ForeignKey(Record, models.PROTECT, related_name="pages")
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    village_head = models.BooleanField()
    front_head = models.BooleanField()
    front_member = models.BooleanField(default=False)
    representatives = models.JSONField(default=list)
    why = models.JSONField()
    happened_at = models.DateTimeField(null=True, blank=True)
    entered_at = models.DateTimeField(null=True, blank=True)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"{self.record_id}: {self.file_name}"


class Confirmation(models.Model):
    """That somebody, from their own account, says that the record tells what happened. Two of them make it stand."""

    class As(models.TextChoices):
        CHAIR = "chair", _("người chủ trì cuộc họp")
        FRONT = "front", _("Trưởng ban công tác Mặt trận")
        FRONT_MEMBER = "front_member", _("thành viên khác của Ban công tác Mặt trận")

    record = models.ForeignKey(Record, models.PROTECT, related_name="confirmations")
    confirmed_as = models.CharField(max_length=12, choices=As)
    person = models.ForeignKey("registry.Person", models.PROTECT, related_name="+")
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["record", "confirmed_as"], name="each_side_confirms_once"),
            models.UniqueConstraint(fields=["record", "person"], name="nobody_confirms_twice"),
            models.UniqueConstraint(fields=["record", "recorded_by"], name="no_account_confirms_twice"),
        )

    def __str__(self) -> str:
        return f"{self.record_id}: {self.confirmed_as}"
