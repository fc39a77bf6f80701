"""A report, the snapshot its figures come from, the words people add, the files it was issued as."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.personal import PersonalData
from lawcore.timelimits import Every


class Report(models.Model):
    """One report on a programme for one period. A correction is a new report that `replaces` the issued one.

    `snapshot` is frozen at `frozen_at`; its hash is printed on the report. `narrative` maps a section to the
    words people wrote; `edition` counts their changes, so that nobody overwrites a colleague unseen.
    `register_year` is that of the register of outgoing documents the number stands in. A trigger refuses any
    change to what was numbered (migration 0002).
    """

    personal_data = PersonalData(
        fields={"signer_name": _("họ và tên người ký, in trên báo cáo đã ban hành")},
        kept=_("cùng báo cáo; người ký văn bản của cơ quan nhà nước được công khai"),
    )

    class Stage(models.TextChoices):
        DRAFT = "draft", _("bản nháp")
        ISSUING = "issuing", _("đang dựng văn bản")
        ISSUED = "issued", _("đã ban hành")

    programme = models.ForeignKey("programmes.Programme", models.PROTECT, related_name="reports")
    locality = models.ForeignKey("registry.Locality", models.PROTECT, related_name="+")
    every = models.CharField(
        max_length=10, choices=[(Every.HALF_YEAR.value, _("6 tháng")), (Every.YEAR.value, _("năm"))]
    )
    period_start = models.DateField()
    period_end = models.DateField()
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.DRAFT)
    snapshot = models.JSONField()
    snapshot_hash = models.CharField(max_length=64)
    frozen_at = models.DateTimeField()
    narrative = models.JSONField(default=dict)
    edition = models.PositiveIntegerField(default=0)
    number = models.PositiveIntegerField(null=True, blank=True)
    dated = models.DateField(null=True, blank=True)
    register_year = models.PositiveSmallIntegerField(null=True, blank=True)
    signer_post = models.CharField(max_length=120, blank=True)
    signer_name = models.CharField(max_length=120, blank=True)
    trace = models.JSONField(null=True, blank=True)
    docx = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    pdf = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    xlsx = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    key = models.UUIDField(unique=True)
    created_by = models.CharField(max_length=40)
    created_at = models.DateTimeField(db_default=Now())
    issued_by = models.CharField(max_length=40, blank=True)
    issued_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(period_end__gte=F("period_start")), name="report_period_runs_forward"),
            models.CheckConstraint(
                condition=Q(stage="draft", number__isnull=True, dated__isnull=True, register_year__isnull=True)
                | (
                    Q(number__isnull=False, dated__isnull=False, register_year__isnull=False)
                    & ~Q(stage="draft")
                    & ~Q(signer_name="")
                ),
                name="a_report_is_a_draft_or_numbered_and_signed",
            ),
            models.CheckConstraint(
                condition=~Q(stage="issued") | Q(docx__isnull=False, xlsx__isnull=False, issued_at__isnull=False),
                name="an_issued_report_is_kept_as_files",
            ),
            models.UniqueConstraint(
                fields=["locality", "register_year", "number"],
                condition=Q(number__isnull=False),
                name="one_report_per_number_and_year",
            ),
        )

    def __str__(self) -> str:
        return f"{self.programme_id} {self.period_start}–{self.period_end}"
