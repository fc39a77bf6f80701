"""Personal data published by mistake: one person proposes to erase it, another decides."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dienhong.disclosures.models.content import Version
from dienhong.foundations.erasing import WHO_KEEPS_SAYS_WHY, Decision, Proposal
from dienhong.foundations.personal import PersonalData

SIGNERS = _("cùng hồ sơ công khai; người ký văn bản của cơ quan nhà nước được công khai")


class ErasureProposal(Proposal):
    """That a named person found personal data in a version that must not be there. No words: they would repeat it.

    `with_title`: the title of the disclosure holds some of it too.
    """

    class Ground(models.TextChoices):
        IDENTITY = "identity", _("số định danh, giấy tờ tùy thân")
        CONTACT = "contact", _("điện thoại, địa chỉ, thư điện tử của cá nhân")
        BIRTH = "birth", _("ngày, năm sinh")
        ACCOUNT = "account", _("tài khoản ngân hàng của cá nhân")
        HARDSHIP = "hardship", _("hộ nghèo, hoàn cảnh, người được hỗ trợ")
        HEALTH = "health", _("sức khỏe, bệnh án")
        CHILD = "child", _("trẻ em")
        OTHER = "other", _("dữ liệu cá nhân khác")

    personal_data = PersonalData(
        fields={"proposed_name": _("họ và tên người đề nghị xóa dữ liệu cá nhân")},
        kept=SIGNERS,
    )

    version = models.ForeignKey(Version, models.PROTECT, related_name="erasure_proposals")
    ground = models.CharField(max_length=10, choices=Ground)
    with_title = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.version_id}: {self.ground}"


class Erasure(Decision):
    """The word of a second person about a proposal. Approved, what the version held is gone; this row stays."""

    personal_data = PersonalData(
        fields={"decided_name": _("họ và tên người quyết định xóa dữ liệu cá nhân")},
        kept=SIGNERS,
    )

    proposal = models.OneToOneField(ErasureProposal, models.PROTECT, related_name="decision")
    version = models.ForeignKey(Version, models.PROTECT, related_name="erasures")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["version"], condition=Q(is_approved=True), name="a_version_is_erased_once"),
            models.CheckConstraint(condition=WHO_KEEPS_SAYS_WHY, name="who_does_not_erase_says_why"),
        )

    def __str__(self) -> str:
        return f"{self.version_id}: {self.is_approved}"
