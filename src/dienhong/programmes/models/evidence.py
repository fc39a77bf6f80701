"""What units report: a typed record with its files, its provisions and its persons; a change is a new record."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Evidence(models.Model):
    """One fact an organization reports, once, for every provision and programme it serves.

    `effective_on` is the day claimed; `recorded_at` the database's clock, which nobody sets. `is_negative`
    says that the unit reports it was *not* done. `entries` are the persons, boards or items it is about.
    A correction is a new record that `revises` this one.
    """

    class Stage(models.TextChoices):
        SUBMITTED = "submitted", _("chờ kiểm tra")
        ACCEPTED = "accepted", _("đã chấp nhận")
        RETURNED = "returned", _("bị trả lại")
        SUPERSEDED = "superseded", _("đã có bản thay thế")

    organization = models.ForeignKey("registry.Organization", models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=300)
    is_negative = models.BooleanField(default=False)
    effective_on = models.DateField()
    period_start = models.DateField()
    period_end = models.DateField()
    data = models.JSONField(default=dict)
    provisions = models.ManyToManyField("resolutions.Provision", related_name="evidence")
    tasks = models.ManyToManyField("programmes.Task", related_name="evidence")
    entries = models.ManyToManyField("programmes.RosterEntry", related_name="evidence")
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.SUBMITTED)
    reason = models.CharField(max_length=500, blank=True)
    revises = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="revised_by")
    key = models.CharField(max_length=64, unique=True)
    submitted_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())
    decided_by = models.CharField(max_length=40, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "evidence"
        constraints = (
            models.CheckConstraint(
                condition=Q(period_end__gte=F("period_start")),
                name="evidence_period_runs_forward",
            ),
            models.CheckConstraint(
                condition=Q(stage="submitted", decided_by="", decided_at__isnull=True)
                | (~Q(stage="submitted") & ~Q(decided_by="") & Q(decided_at__isnull=False)),
                name="evidence_is_decided_or_waits",
            ),
            models.CheckConstraint(condition=~Q(decided_by=F("submitted_by")), name="nobody_accepts_their_own"),
            models.CheckConstraint(condition=~Q(stage="returned", reason=""), name="a_return_has_its_reason"),
        )
        indexes = (
            models.Index(fields=["organization", "kind", "stage"], name="evidence_of_an_organization"),
            models.Index(fields=["stage", "recorded_at"], name="evidence_to_review"),
        )

    def __str__(self) -> str:
        return self.title


class EvidenceFile(models.Model):
    """A file behind a record, stored once by its sha256; `name` is how its sender called it."""

    evidence = models.ForeignKey(Evidence, models.CASCADE, related_name="files")
    stored = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="evidence_files")
    name = models.CharField(max_length=200)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["evidence", "stored"], name="a_file_once_per_record"),)

    def __str__(self) -> str:
        return self.name
