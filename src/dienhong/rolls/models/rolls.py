"""A roll: the households of a village as they were when something was put to them."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.personal import PersonalData
from dienhong.registry.models import Household, Locality, Person


class Roll(models.Model):
    """The households of a village on one day, numbered. It never changes: a later state is a later roll.

    `digest` is the SHA-256 of the lines, in hexadecimal: `rolls.digests.digest_of` computes it again.
    """

    village = models.ForeignKey(Locality, models.PROTECT, related_name="rolls")
    taken_on = models.DateField()
    households = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    open_objections = models.PositiveIntegerField(
        default=0
    )  # not yet answered at that moment; it is taken all the same
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(households__gt=0), name="a_roll_has_households"),
            models.CheckConstraint(condition=~Q(digest=""), name="a_roll_has_its_digest"),
        )
        indexes = (models.Index(fields=["village", "-id"], name="rolls_of_a_village"),)

    def __str__(self) -> str:
        return f"{self.village}, {self.taken_on}: {self.households}"


class Entry(models.Model):
    """One household of a roll, with who spoke for it on that day; nobody where the register names nobody.

    `mark` stands for name and address in the digest, so that a name that must be erased leaves the roll verifiable;
    `salt`, without which nobody guesses a name from its mark, goes with the name.
    """

    personal_data = PersonalData(
        fields={
            "name": _("họ và tên người đại diện hộ vào ngày chốt danh sách, để điểm danh và lập biên bản"),
            "address": _("xóm, ngõ, số nhà vào ngày chốt danh sách, để phát giấy mời và phiếu"),
        },
        kept=_("cùng hồ sơ cuộc họp, đợt lấy phiếu; xóa được mà mã băm của danh sách vẫn khớp"),
    )

    erased_with_it = frozenset({"salt"})

    roll = models.ForeignKey(Roll, models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()  # 1, 2, 3 … as printed
    household = models.ForeignKey(Household, models.PROTECT, related_name="entries")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    address = models.CharField(max_length=160, blank=True)
    salt = models.CharField(max_length=32, blank=True)
    mark = models.CharField(max_length=64)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["roll", "number"], name="one_entry_per_number_of_a_roll"),
            models.UniqueConstraint(fields=["roll", "household"], name="one_entry_per_household_of_a_roll"),
        )

    def __str__(self) -> str:
        return f"{self.number}. {self.name or self.household.code}"
