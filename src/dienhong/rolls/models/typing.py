"""The exercise book, typed from its photograph, until somebody else has compared and entered it."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.documents.models import StoredFile
from dienhong.foundations.personal import PersonalData
from dienhong.registry.models import ImportBatch, Locality


class Typing(models.Model):
    """One person types the list of a village, twenty rows at a time; `batch` once it is handed to a second person.

    Its rows and its photograph are gone when the batch is decided.
    """

    personal_data = PersonalData(
        fields={"photo": _("ảnh trang sổ hộ của thôn, để người gõ và người xác nhận đối chiếu")},
        kept=_("xóa khi danh sách được nhập hoặc bỏ"),
    )

    village = models.ForeignKey(Locality, models.PROTECT, related_name="+")
    photo = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    photo_name = models.CharField(max_length=200, blank=True)
    batch = models.OneToOneField(ImportBatch, models.PROTECT, null=True, blank=True, related_name="+")
    started_by = models.CharField(max_length=40)
    started_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"{self.village}"


class TypedRow(models.Model):
    """One line of the book as it was typed."""

    personal_data = PersonalData(
        fields={
            "name": _("họ và tên người đại diện hộ, như trong sổ"),
            "address": _("xóm, ngõ, như trong sổ"),
        },
        kept=_("xóa khi danh sách được nhập hoặc bỏ"),
    )

    typing = models.ForeignKey(Typing, models.CASCADE, related_name="rows")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120, blank=True)
    address = models.CharField(max_length=160, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["typing", "number"], name="one_typed_row_per_number"),
            models.CheckConstraint(condition=~Q(name="") | ~Q(address=""), name="a_typed_row_says_something"),
        )

    def __str__(self) -> str:
        return f"{self.typing_id}.{self.number}"
