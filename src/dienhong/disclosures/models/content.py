"""What is disclosed, in which versions; who let it out, who took it back."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.disclosures.models.plans import Item, Plan
from dienhong.foundations.personal import PersonalData
from lawcore.disclosures import LIFECYCLES

STAGES = tuple(LIFECYCLES[0].states.items())


class Disclosure(models.Model):
    """One thing made public under an item; its address lasts. Its clock is that of its newest version.

    `plan` repeats that of its item, `due_on` that of that version for lists; `public_on` is the first day on which it
    was out in a required way; `village` where it concerns one village only. `closed_on` is the day on which somebody
    decided that nothing has to be disclosed any more: what was due before it goes on counting.

    For figures it repeats of that version: `is_whole`, every required way is recorded; `is_told`, something is and it
    was not withdrawn; `is_down_early`, it came down before its time; `told_after`, how many days after its own day the
    least late of the claims until `due_on` was recorded, None where there is no such claim.
    `source` is what started it by itself, "period:2026-09-30" or "reports.report:12"; empty where an officer did.
    """

    item = models.ForeignKey(Item, models.PROTECT, related_name="disclosures")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="+", db_index=False)
    title = models.CharField(max_length=300)
    search = models.TextField()
    village = models.ForeignKey("registry.Locality", models.PROTECT, null=True, blank=True, related_name="+")
    begun_on = models.DateField()
    stage = models.CharField(max_length=10, choices=STAGES, default=LIFECYCLES[0].start)
    due_on = models.DateField()
    public_on = models.DateField(null=True, blank=True)
    is_whole = models.BooleanField(default=False)
    is_told = models.BooleanField(default=False)
    is_down_early = models.BooleanField(default=False)
    told_after = models.SmallIntegerField(null=True, blank=True)
    waits_for = models.CharField(max_length=300, blank=True)
    is_closed = models.BooleanField(default=False)
    closed_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=120, blank=True, default="")
    created_by = models.CharField(max_length=40)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["item", "title", "begun_on"], name="one_thing_is_disclosed_once"),
            models.UniqueConstraint(fields=["item", "source"], condition=~Q(source=""), name="one_clock_per_source"),
            models.CheckConstraint(condition=Q(due_on__gte=F("begun_on")), name="disclosure_is_due_after_its_event"),
            models.CheckConstraint(
                condition=Q(is_closed=False, closed_on__isnull=True) | Q(is_closed=True, closed_on__isnull=False),
                name="what_is_closed_has_its_day",
            ),
        )
        indexes = (
            models.Index(fields=["stage", "due_on"], name="disclosures_by_clock"),
            # A common word is found by walking from the newest; a rare one by its letters.
            models.Index(
                fields=["-begun_on", "-id"],
                condition=Q(is_closed=False, public_on__isnull=False),
                name="disclosures_out_newest",
            ),
            # Everything that lists are sorted by and figures counted from: rows with their words are not read.
            models.Index(
                fields=[
                    "plan",
                    "due_on",
                    "public_on",
                    "stage",
                    "is_closed",
                    "closed_on",
                    "is_whole",
                    "is_told",
                    "is_down_early",
                    "told_after",
                    "item",
                    "id",
                ],
                name="disclosures_counted",
            ),
        )

    def __str__(self) -> str:
        return self.title


class Version(models.Model):
    """The content as it was published, and the event that started its clock. Never changed: a change is a new one.

    Number 0 is the clock alone: it runs, and the content is not there yet.

    `cleared_by` answered the questions of the gate; what the machine found stands in its `screening`. `is_erased`: two
    people had its content erased, for personal data in it; the database lets nothing else be changed.
    """

    disclosure = models.ForeignKey(Disclosure, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    event = models.CharField(max_length=300)
    since = models.DateField()
    due_on = models.DateField()
    due = models.JSONField()
    text = models.TextField(blank=True)
    text_sha256 = models.CharField(max_length=64, blank=True)
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(max_length=200, blank=True)
    key = models.CharField(max_length=80, unique=True)
    cleared_by = models.CharField(max_length=40)
    is_erased = models.BooleanField(default=False)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["disclosure", "number"], name="one_version_per_number"),
            models.CheckConstraint(condition=Q(due_on__gte=F("since")), name="version_is_due_after_its_event"),
            models.CheckConstraint(
                condition=Q(number=0, text="", file__isnull=True)
                | (Q(number__gt=0) & (~Q(text="") | Q(file__isnull=False) | Q(is_erased=True))),
                name="a_version_has_content",
            ),
            models.CheckConstraint(
                condition=Q(is_erased=False) | Q(event="", text="", text_sha256="", file__isnull=True, file_name=""),
                name="what_is_erased_is_empty",
            ),
        )

    def __str__(self) -> str:
        return f"{self.disclosure_id} ({self.number})"

    @property
    def has_content(self) -> bool:
        """Whether there is something to make public, or only a clock that runs."""
        return self.number > 0


class Withdrawal(models.Model):
    """That a version is no longer shown: who signed it and why. Its hashes remain.

    `is_owed_again`: something right must be disclosed instead.
    """

    personal_data = PersonalData(
        fields={"signer_name": _("họ và tên người quyết định rút nội dung đã công khai")},
        kept=_("cùng hồ sơ công khai; người ký văn bản của cơ quan nhà nước được công khai"),
    )

    version = models.OneToOneField(Version, models.PROTECT, related_name="withdrawal")
    reason = models.CharField(max_length=300)
    signer_post = models.CharField(max_length=120)
    signer_name = models.CharField(max_length=120)
    is_owed_again = models.BooleanField()
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(signer_name=""), name="a_withdrawal_has_a_reason_and_a_signer"
            ),
        )

    def __str__(self) -> str:
        return f"{self.version_id}: {self.reason}"
