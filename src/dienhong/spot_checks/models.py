"""A round of looking on the spot, what was drawn, found, answered. Rows are added, never changed."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.actors import Role
from dienhong.foundations.personal import PersonalData


class Ways(models.TextChoices):
    """What of the claims is looked at."""

    EVERYTHING = "everything", _("bảng niêm yết, trang thông tin và truyền thanh")
    BOARDS = "posting", _("bảng niêm yết đang treo")
    PORTAL = "portal", _("bài đăng trên cổng, trang thông tin điện tử")
    RADIO = "radio", _("buổi phát truyền thanh")


class Round(models.Model):
    """A frame that was frozen before anybody could know what would be drawn from it.

    `frame` is the file of its units, a line each, kept under its hash; `body` the role of who opened it. From the day
    after `until` everybody who sees the round sees the whole sample.
    """

    locality = models.ForeignKey("registry.Locality", models.PROTECT, related_name="+")
    village = models.ForeignKey("registry.Locality", models.PROTECT, null=True, blank=True, related_name="+")
    ways = models.CharField(max_length=12, choices=Ways)
    first = models.DateField()
    last = models.DateField()
    until = models.DateField()
    body = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    frame = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+")
    frame_size = models.PositiveIntegerField()
    size = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="a_round_looks_forward"),
            models.CheckConstraint(
                condition=Q(size__gte=1) & Q(frame_size__gte=F("size")), name="a_sample_fits_its_frame"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_ways_display()}, {self.locality}"


class Drawing(models.Model):
    """That the lots were drawn: the first checkpoint with the round's own entry, and the seed made of its root."""

    round = models.OneToOneField(Round, models.PROTECT, related_name="drawing")
    checkpoint_size = models.PositiveBigIntegerField()
    root = models.CharField(max_length=64)
    seed = models.CharField(max_length=64)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"{self.round_id} {self.seed[:8]}"


class Sample(models.Model):
    """One unit that was drawn: a posting, in a village where the claim is of every village. `number` from 1."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="samples")
    number = models.PositiveSmallIntegerField()
    unit = models.CharField(max_length=80)
    posting = models.ForeignKey("disclosures.Posting", models.PROTECT, related_name="+")
    village = models.ForeignKey("registry.Locality", models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["round", "number"], name="one_sample_per_number"),
            models.UniqueConstraint(fields=["round", "unit"], name="no_unit_is_drawn_twice"),
        )

    def __str__(self) -> str:
        return f"{self.round_id} {self.number}"


class Result(models.TextChoices):
    """What was found of a claim. Only the first agrees with it; of the last nothing is known."""

    AS_CLAIMED = "as-claimed", _("Đúng như đã khai")
    PARTLY = "partly", _("Có nhưng thiếu trang, thiếu phần")
    OTHER_VERSION = "other-version", _("Có nhưng là bản khác")
    ILLEGIBLE = "illegible", _("Có nhưng không đọc được, bị khóa hoặc che khuất")
    GONE_EARLY = "gone-early", _("Đã bị gỡ trước ngày được gỡ")
    NOT_THERE = "not-there", _("Không thấy")
    NOT_LOOKED = "not-looked", _("Không kiểm tra được")


class Finding(models.Model):
    """What somebody found on a day. A correction is a finding with the next number; the last one counts."""

    personal_data = PersonalData(
        fields={"photo": _("ảnh chụp nơi niêm yết, có thể có người trong ảnh; không đưa ra trang của người dân")},
        kept=_("cùng hồ sơ công khai"),
    )

    sample = models.ForeignKey(Sample, models.PROTECT, related_name="findings")
    number = models.PositiveSmallIntegerField()
    result = models.CharField(max_length=20, choices=Result)
    checked_on = models.DateField()
    note = models.CharField(max_length=300, blank=True)
    photo = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    photo_name = models.CharField(max_length=200, blank=True)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (models.UniqueConstraint(fields=["sample", "number"], name="one_finding_per_number"),)

    def __str__(self) -> str:
        return f"{self.sample_id} ({self.number})"


class Reply(models.Model):
    """What the unit says to a finding. It changes nothing of it."""

    personal_data = PersonalData(
        fields={"photo": _("ảnh cơ quan gửi kèm trả lời, có thể có người trong ảnh")},
        kept=_("cùng hồ sơ công khai"),
    )

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="replies")
    text = models.CharField(max_length=500)
    photo = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    photo_name = models.CharField(max_length=200, blank=True)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(text=""), name="a_reply_says_something"),)

    def __str__(self) -> str:
        return f"{self.finding_id}: {self.text}"
