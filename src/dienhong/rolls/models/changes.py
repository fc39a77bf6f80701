"""A change of a village's households: proposed by one, decided by another, carried out in the registers."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.personal import PersonalData
from dienhong.registry.models import Household, Locality, Person


class Kind(models.TextChoices):
    """What happened, as a village head says it."""

    DIED = "died", _("Người đại diện hộ mất")
    REPLACED = "replaced", _("Hộ cử người đại diện khác")
    ARRIVED = "arrived", _("Hộ mới chuyển đến")
    FOUNDED = "founded", _("Hộ mới lập trong thôn")
    LEFT = "left", _("Hộ chuyển đi")
    SPLIT = "split", _("Một hộ tách ra")
    MERGED = "merged", _("Các hộ nhập làm một")
    ENDED = "ended", _("Hộ không còn")
    ADDRESS = "address", _("Sửa xóm, ngõ, số nhà")


class Ground(models.TextChoices):
    """What the change rests on."""

    DEATH_PAPER = "death-paper", _("giấy trích lục khai tử hoặc xác nhận của hộ tịch xã")
    RESIDENCE_PAPER = "residence-paper", _("xác nhận thông tin cư trú")
    HOUSEHOLD_WORD = "household-word", _("đơn hoặc lời đề nghị của hộ")
    MEMBERS_AGREED = "members-agreed", _("biên bản các thành viên trong hộ thống nhất")
    SEEN = "seen", _("Trưởng thôn, Mặt trận đến tận nơi xác minh")
    OBJECTION = "objection", _("phản ánh về danh sách niêm yết")
    OTHER = "other", _("căn cứ khác, ghi rõ ở dưới")


class Step(models.TextChoices):
    """What a part of a change does to one household."""

    END = "end", _("không còn là hộ của thôn")
    BEGIN = "begin", _("là hộ của thôn")
    REPRESENT = "represent", _("có người đại diện mới")
    VACATE = "vacate", _("người đại diện đã mất")
    ADDRESS = "address", _("sửa địa chỉ")


class Change(models.Model):
    """Proposed: from which day, what happened, on which ground. It is in force once a ruling confirms it."""

    village = models.ForeignKey(Locality, models.PROTECT, related_name="household_changes")
    kind = models.CharField(max_length=10, choices=Kind)
    takes_effect_on = models.DateField()
    ground = models.CharField(max_length=16, choices=Ground)
    ground_words = models.CharField(max_length=300, blank=True)  # number and day of the paper; no name
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(ground="other") | ~Q(ground_words=""), name="another_ground_is_put_in_words"
            ),
        )
        indexes = (models.Index(fields=["village", "-id"], name="changes_of_a_village"),)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.village}"


class Part(models.Model):
    """What a change does to one household, in order: which, its new code or address, who speaks for it from then on.

    `person` is somebody in the register already; otherwise `name` and `birth_year` say who is to be entered. Neither:
    nobody yet. `household` is empty for a household that begins.
    """

    personal_data = PersonalData(
        fields={
            "name": _("họ và tên người đại diện mới, để ghi vào danh sách hộ khi được xác nhận"),
            "birth_year": _("năm sinh, để phân biệt người trùng tên"),
            "address": _("xóm, ngõ, số nhà của hộ, để phát giấy mời và phiếu"),
        },
        kept=_("cùng lịch sử thay đổi của hộ; xóa khi dữ liệu của người ấy được xóa"),
    )

    change = models.ForeignKey(Change, models.PROTECT, related_name="parts")
    number = models.PositiveSmallIntegerField()
    step = models.CharField(max_length=10, choices=Step)
    household = models.ForeignKey(Household, models.PROTECT, null=True, blank=True, related_name="+")
    code = models.CharField(max_length=30, blank=True)
    address = models.CharField(max_length=160, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    birth_year = models.PositiveSmallIntegerField(null=True, blank=True)
    nominated = models.CharField(max_length=200, blank=True)  # the ground of a nomination (LDC art. 18 cl. 2)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["change", "number"], name="one_part_per_number"),
            models.CheckConstraint(
                condition=Q(step="begin", household__isnull=True) | (~Q(step="begin") & Q(household__isnull=False)),
                name="only_a_new_household_is_not_there_yet",
            ),
        )

    def __str__(self) -> str:
        return f"{self.change_id}.{self.number} {self.get_step_display()}"


class Ruling(models.Model):
    """The second person's word on a change. Never the proposer's: the database holds that too."""

    change = models.OneToOneField(Change, models.PROTECT, related_name="ruling")
    is_confirmed = models.BooleanField()
    reason = models.CharField(max_length=300, blank=True)
    proposed_by = models.CharField(max_length=40)  # as in the change: for the constraint below
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(recorded_by=F("proposed_by")), name="two_people_change_households"),
            models.CheckConstraint(condition=Q(is_confirmed=True) | ~Q(reason=""), name="a_refusal_has_a_reason"),
        )

    def __str__(self) -> str:
        return f"{self.change_id}: {self.is_confirmed}"


class Effect(models.Model):
    """What carrying out a part touched: the household, and who speaks for it since; so it is found again."""

    part = models.OneToOneField(Part, models.PROTECT, related_name="effect")
    household = models.ForeignKey(Household, models.PROTECT, related_name="effects")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"{self.part_id}: {self.household_id}"
