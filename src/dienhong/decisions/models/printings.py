"""A paper that takes long to make: asked for, made by the worker, kept for some days."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.decisions.models.meetings import Meeting
from dienhong.foundations.personal import PersonalData


class Printing(models.Model):
    """One asking for a paper of a meeting: `file` once it is made, none again once its days are over.

    It is a copy to print, no evidence: the same paper can be made again from the meeting at any time.
    """

    personal_data = PersonalData(
        fields={"file": _("bản in có họ tên đại diện hộ, xóm: giấy mời, danh sách ký tên, giấy báo")},
        kept=_("7 ngày, rồi máy xóa; in lại được từ hồ sơ cuộc họp"),
    )

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="printings")
    paper = models.CharField(max_length=30)
    kind = models.CharField(max_length=4, choices=[("docx", "DOCX"), ("pdf", "PDF")])
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    asked_by = models.CharField(max_length=40)
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=300, blank=True)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = (models.Index(fields=["meeting", "paper", "kind", "-id"], name="printings_of_a_paper"),)

    def __str__(self) -> str:
        return f"{self.meeting_id}: {self.paper}.{self.kind}"
