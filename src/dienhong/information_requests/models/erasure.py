"""Personal data of who asked: one person proposes to erase it, another decides."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.erasing import WHO_KEEPS_SAYS_WHY, Decision, Proposal
from dienhong.foundations.personal import PersonalData
from dienhong.information_requests.models.requests import Request

SIGNERS = _("cùng sổ theo dõi; người có thẩm quyền xử lý hồ sơ")


class ErasureProposal(Proposal):
    """That a named person proposes to erase what a request says of people. No words: they would repeat it."""

    class Ground(models.TextChoices):
        ASKED = "asked", _("người yêu cầu đề nghị xóa dữ liệu của mình")
        EXPIRED = "expired", _("đã hết thời hạn lưu trữ hồ sơ")
        MISTAKE = "mistake", _("ghi nhầm người, nhầm dữ liệu")

    personal_data = PersonalData(
        fields={"proposed_name": _("họ và tên người đề nghị xóa dữ liệu cá nhân")},
        kept=SIGNERS,
    )

    request = models.ForeignKey(Request, models.PROTECT, related_name="erasure_proposals")
    ground = models.CharField(max_length=10, choices=Ground)

    def __str__(self) -> str:
        return f"{self.request_id}: {self.ground}"


class Erasure(Decision):
    """The word of a second person. Approved, who asked, the question and the answer are gone; this row stays."""

    personal_data = PersonalData(
        fields={"decided_name": _("họ và tên người quyết định xóa dữ liệu cá nhân")},
        kept=SIGNERS,
    )

    proposal = models.OneToOneField(ErasureProposal, models.PROTECT, related_name="decision")
    request = models.ForeignKey(Request, models.PROTECT, related_name="erasures")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["request"], condition=Q(is_approved=True), name="a_request_is_erased_once"),
            models.CheckConstraint(condition=WHO_KEEPS_SAYS_WHY, name="who_keeps_a_request_says_why"),
        )

    def __str__(self) -> str:
        return f"{self.request_id}: {self.is_approved}"
