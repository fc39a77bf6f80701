"""A year's plan and its items; what was disclosed, in which versions; where it hung, came down, was withdrawn."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.personal import PersonalData
from lawcore.disclosures import LIFECYCLES, Publisher
from lawcore.disclosures.obligations import FORMS

STAGES = tuple(LIFECYCLES[0].states.items())
WAYS = {str(way.code): way.label for kind in reversed(Publisher) for way in FORMS[kind]}
"""Every way of disclosing; a commune's words where several kinds of publisher have it."""


class Plan(models.Model):
    """What an organization discloses in a year, and by which means it can (LDC art. 14 cl. 1)."""

    organization = models.ForeignKey("registry.Organization", models.PROTECT, related_name="disclosure_plans")
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=[(each.value, each.words) for each in Publisher])
    has_portal = models.BooleanField()
    has_radio = models.BooleanField()
    created_by = models.CharField(max_length=40)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (models.UniqueConstraint(fields=["organization", "year"], name="one_disclosure_plan_a_year"),)

    def __str__(self) -> str:
        return f"{self.organization} {self.year}"


class Item(models.Model):
    """One content of the plan: a part of the catalogue by its code, or an addition of the place with its clause.

    `number` is that of the content in the article; `asked` what the law asks for it, as it was answered.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="items")
    code = models.CharField(max_length=20)
    number = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=300)
    search = models.CharField(max_length=320)
    clause = models.CharField(max_length=200)
    is_local = models.BooleanField(default=False)
    owner = models.ForeignKey("registry.Post", models.PROTECT, null=True, blank=True, related_name="+")
    asked = models.JSONField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["plan", "code"], name="a_content_once_in_a_plan"),
            models.CheckConstraint(condition=~Q(clause=""), name="a_content_has_its_clause"),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.label}"


class Disclosure(models.Model):
    """One thing made public under an item; its address lasts. Its clock is that of its newest version.

    `due_on` and `public_on` repeat those of that version for lists; `village` where it concerns one village only.
    """

    item = models.ForeignKey(Item, models.PROTECT, related_name="disclosures")
    title = models.CharField(max_length=300)
    search = models.TextField()
    village = models.ForeignKey("registry.Locality", models.PROTECT, null=True, blank=True, related_name="+")
    begun_on = models.DateField()
    stage = models.CharField(max_length=10, choices=STAGES, default=LIFECYCLES[0].start)
    due_on = models.DateField()
    public_on = models.DateField(null=True, blank=True)
    waits_for = models.CharField(max_length=300, blank=True)
    is_closed = models.BooleanField(default=False)
    created_by = models.CharField(max_length=40)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["item", "title", "begun_on"], name="one_thing_is_disclosed_once"),
            models.CheckConstraint(condition=Q(due_on__gte=F("begun_on")), name="disclosure_is_due_after_its_event"),
        )
        indexes = (models.Index(fields=["stage", "due_on"], name="disclosures_by_clock"),)

    def __str__(self) -> str:
        return self.title


class Version(models.Model):
    """The content as it was published, and the event that started its clock. Never changed: a change is a new one.

    `found` is what screening found, masked; `unchecked` what it could not look into. What has findings is published
    after a second person's clearance only.
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
    found = models.JSONField(default=list)
    unchecked = models.JSONField(default=list)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["disclosure", "number"], name="one_version_per_number"),
            models.CheckConstraint(condition=Q(due_on__gte=F("since")), name="version_is_due_after_its_event"),
            models.CheckConstraint(condition=~Q(text="") | Q(file__isnull=False), name="a_version_has_content"),
        )

    def __str__(self) -> str:
        return f"{self.disclosure_id} ({self.number})"


class Posting(models.Model):
    """That a version was made public in one way, at one place: the day claimed, and the moment it was recorded.

    `last_on` is the last day of a broadcast; `notice` how a village head passed it on. `least` is the first day on
    which it may come down, as the law answered; nothing where no time is set.
    """

    version = models.ForeignKey(Version, models.PROTECT, related_name="postings")
    form = models.CharField(max_length=20, choices=list(WAYS.items()))
    place = models.CharField(max_length=20, blank=True)
    village = models.ForeignKey("registry.Locality", models.PROTECT, null=True, blank=True, related_name="+")
    notice = models.CharField(max_length=20, blank=True)
    claimed_on = models.DateField()
    last_on = models.DateField(null=True, blank=True)
    stays_until = models.DateField(null=True, blank=True)
    least = models.JSONField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)
    proof = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    proof_name = models.CharField(max_length=200, blank=True)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(last_on__isnull=True) | Q(last_on__gte=F("claimed_on")), name="a_broadcast_runs_forward"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_form_display()} {self.claimed_on}"


class Clearance(models.Model):
    """That a second person read what screening found in a version, and why it may be published nevertheless."""

    version = models.OneToOneField(Version, models.PROTECT, related_name="clearance")
    reason = models.CharField(max_length=300)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(reason=""), name="a_clearance_has_its_reason"),)

    def __str__(self) -> str:
        return f"{self.version_id}: {self.reason}"


class Removal(models.Model):
    """That a posting came down. `is_early`: before the shortest time was over."""

    posting = models.OneToOneField(Posting, models.PROTECT, related_name="removal")
    claimed_on = models.DateField()
    is_early = models.BooleanField()
    reason = models.CharField(max_length=300, blank=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(is_early=False) | ~Q(reason=""), name="early_removal_has_its_reason"),
        )

    def __str__(self) -> str:
        return f"{self.posting_id} {self.claimed_on}"


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
