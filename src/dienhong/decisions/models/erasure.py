"""Personal data in the file of a decision: one person proposes to erase it, another decides (docs/adr/0016)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.erasing import WHO_KEEPS_SAYS_WHY, Decision, Proposal
from dienhong.foundations.personal import PersonalData

SIGNERS = _("cùng hồ sơ quyết định; người có thẩm quyền xử lý hồ sơ")


class NameErasureProposal(Proposal):
    """That a named person proposes to empty what a row says of people. `subject` is that row: "decisions.sheet:7"."""

    class Ground(models.TextChoices):
        ASKED = "asked", _("người được ghi tên đề nghị xóa dữ liệu của mình")
        EXPIRED = "expired", _("đã hết thời hạn lưu trữ hồ sơ")
        MISTAKE = "mistake", _("ghi nhầm người, nhầm dữ liệu")

    personal_data = PersonalData(
        fields={"proposed_name": _("họ và tên người đề nghị xóa dữ liệu cá nhân")}, kept=SIGNERS
    )

    village = models.ForeignKey("registry.Locality", models.PROTECT, related_name="+")
    subject = models.CharField(max_length=60, db_index=True)

    def __str__(self) -> str:
        return f"{self.subject}: {self.ground}"


class NameErasure(Decision):
    """The word of a second person. Approved, the names and words of that row are gone; that somebody acted stays."""

    personal_data = PersonalData(
        fields={"decided_name": _("họ và tên người quyết định xóa dữ liệu cá nhân")}, kept=SIGNERS
    )

    proposal = models.OneToOneField(NameErasureProposal, models.PROTECT, related_name="decision")
    subject = models.CharField(max_length=60)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["subject"], condition=Q(is_approved=True), name="a_row_is_erased_once"),
            models.CheckConstraint(condition=WHO_KEEPS_SAYS_WHY, name="who_keeps_a_name_says_why"),
        )

    def __str__(self) -> str:
        return f"{self.subject}: {self.is_approved}"
