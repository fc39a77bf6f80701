"""What the chair signs about disclosure: the year's plan, the list of a quarter, the report; where they went."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.disclosures.models.plans import Plan
from dienhong.foundations.personal import PersonalData


class Statement(models.Model):
    """A signed paper about a plan, or the draft of one. What it says stands in `snapshot`, taken at `frozen_at`.

    `version` counts the papers of one kind and period: a later one, with its `reason`, stands beside the earlier.
    Of a report `narrative` maps a section to the words people wrote, `edition` counts their changes, `session_on` is
    the council's next regular session and `due` what the law says of it. `register_year` is that of the register of
    outgoing papers which `number` and `sign` stand in. A trigger refuses any change to what was numbered.
    """

    personal_data = PersonalData(
        fields={"signer_name": _("họ và tên người ký, in trên văn bản đã ban hành")},
        kept=_("cùng văn bản; người ký văn bản của cơ quan nhà nước được công khai"),
    )

    class Kind(models.TextChoices):
        PLAN = "plan", _("Kế hoạch công khai thông tin")
        LIST = "list", _("Danh sách nội dung đã công khai trong quý")
        REPORT = "report", _("Báo cáo kết quả công khai thông tin")

    class Stage(models.TextChoices):
        DRAFT = "draft", _("đang soạn")
        PRESENTED = "presented", _("chờ Chủ tịch ký")
        ISSUING = "issuing", _("đã ký, đang dựng tệp")
        ISSUED = "issued", _("đã ban hành")

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="statements")
    organization = models.ForeignKey("registry.Organization", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    period_start = models.DateField()
    period_end = models.DateField()
    version = models.PositiveSmallIntegerField(default=1)
    reason = models.CharField(max_length=300, blank=True)
    stage = models.CharField(max_length=10, choices=Stage)
    snapshot = models.JSONField()
    snapshot_hash = models.CharField(max_length=64)
    frozen_at = models.DateTimeField()
    narrative = models.JSONField(default=dict)
    edition = models.PositiveIntegerField(default=0)
    session_on = models.DateField(null=True, blank=True)
    due = models.JSONField(null=True, blank=True)
    returned_because = models.CharField(max_length=300, blank=True)
    number = models.PositiveIntegerField(null=True, blank=True)
    sign = models.CharField(max_length=30, blank=True)
    dated = models.DateField(null=True, blank=True)
    register_year = models.PositiveSmallIntegerField(null=True, blank=True)
    signer_post = models.CharField(max_length=120, blank=True)
    signer_name = models.CharField(max_length=120, blank=True)
    trace = models.JSONField(null=True, blank=True)
    docx = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    pdf = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    xlsx = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    key = models.CharField(max_length=80, unique=True)
    created_by = models.CharField(max_length=40)
    created_at = models.DateTimeField(db_default=Now())
    signed_by = models.CharField(max_length=40, blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)
    issued_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["plan", "kind", "period_start", "period_end", "version"], name="one_statement_per_version"
            ),
            models.UniqueConstraint(
                fields=["organization", "sign", "register_year", "number"],
                condition=Q(number__isnull=False),
                name="one_statement_per_number_and_year",
            ),
            models.CheckConstraint(
                condition=Q(period_end__gte=F("period_start")), name="statement_period_runs_forward"
            ),
            models.CheckConstraint(
                condition=Q(stage__in=("draft", "presented"), number__isnull=True, dated__isnull=True)
                | (
                    Q(stage__in=("issuing", "issued"), number__isnull=False, dated__isnull=False)
                    & Q(register_year__isnull=False, signed_at__isnull=False)
                    & ~Q(signer_name="")
                ),
                name="a_statement_is_a_draft_or_numbered_and_signed",
            ),
            models.CheckConstraint(
                condition=~Q(stage="issued") | Q(docx__isnull=False, xlsx__isnull=False, issued_at__isnull=False),
                name="an_issued_statement_is_kept_as_files",
            ),
            models.CheckConstraint(condition=Q(version=1) | ~Q(reason=""), name="a_later_statement_has_its_reason"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.period_start}–{self.period_end} ({self.version})"

    @property
    def is_signed(self) -> bool:
        return self.stage in {self.Stage.ISSUING, self.Stage.ISSUED}


class Delivery(models.Model):
    """That an issued report was handed to the council or to the Front, on which day, to whom (LDC art. 14 cl. 3)."""

    personal_data = PersonalData(
        fields={"received_by": _("người nhận báo cáo, để biết báo cáo đã đến nơi")},
        kept=_("cùng báo cáo đã gửi"),
    )

    class Recipient(models.TextChoices):
        COUNCIL = "council", _("Hội đồng nhân dân")
        FRONT = "front", _("Ủy ban Mặt trận Tổ quốc Việt Nam")

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="deliveries")
    recipient = models.CharField(max_length=10, choices=Recipient)
    claimed_on = models.DateField()
    received_by = models.CharField(max_length=120, blank=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["statement", "recipient"], name="a_report_is_delivered_once_to_each"),
        )

    def __str__(self) -> str:
        return f"{self.recipient} {self.claimed_on}"


class Hanging(models.Model):
    """That an issued quarterly list was put up at one place: the day claimed, and the moment it was recorded.

    Without a village: in every village. `stays_until` is the first day on which it may come down, as `least` answers.
    """

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="hangings")
    place = models.CharField(max_length=20)
    village = models.ForeignKey("registry.Locality", models.PROTECT, null=True, blank=True, related_name="+")
    claimed_on = models.DateField()
    stays_until = models.DateField()
    least = models.JSONField()
    proof = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    proof_name = models.CharField(max_length=200, blank=True)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(stays_until__gte=F("claimed_on")), name="a_list_stays_forward"),
        )

    def __str__(self) -> str:
        return f"{self.place} {self.claimed_on}"


class TakenDown(models.Model):
    """That a list came down from one place, on the day claimed. `is_early`: before the day up to which it should hang.

    No law says how long a list hangs: that day is a target of service.
    """

    hanging = models.OneToOneField(Hanging, models.PROTECT, related_name="taken_down")
    claimed_on = models.DateField()
    is_early = models.BooleanField()
    reason = models.CharField(max_length=300, blank=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(is_early=False) | ~Q(reason=""), name="a_list_taken_down_early_has_its_reason"
            ),
        )

    def __str__(self) -> str:
        return f"{self.hanging_id} {self.claimed_on}"
