"""What stands between a version and the public: three answers, what the machine found, the second person's word."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.disclosures.models.content import Version


class GateAnswer(models.Model):
    """What a named person answered to one of the three questions of the gate about a version, and when."""

    class Question(models.TextChoices):
        SECRET = "secret", _("Có bí mật nhà nước không?")
        NOT_YET = "not-yet", _("Có thông tin chưa được phép công khai không?")
        PERSONAL = "personal", _("Có dữ liệu cá nhân không?")

    class Said(models.TextChoices):
        NO = "no", _("Không có")
        LAWFUL = "lawful", _("Có, và quy định buộc công khai")

    version = models.ForeignKey(Version, models.PROTECT, related_name="gate_answers")
    question = models.CharField(max_length=10, choices=Question)
    said = models.CharField(max_length=10, choices=Said)
    ground = models.CharField(max_length=300, blank=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["version", "question"], name="one_answer_per_question_of_the_gate"),
            models.CheckConstraint(
                condition=Q(said="no", ground="") | (Q(question="personal", said="lawful") & ~Q(ground="")),
                name="only_personal_data_may_be_lawful_and_says_why",
            ),
        )

    def __str__(self) -> str:
        return f"{self.version_id} {self.question}: {self.said}"


class Screening(models.Model):
    """What the machine saw in a version: masked. Without this row it has not looked yet, and nothing is published.

    `unchecked` is what could not be looked into: like `found`, it needs a second person. `notes` say how far to trust
    what was read. `seconds`: how long it took.
    """

    version = models.OneToOneField(Version, models.PROTECT, related_name="screening")
    found = models.JSONField(default=list)
    unchecked = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    seconds = models.PositiveIntegerField(default=0)
    recorded_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"{self.version_id}: {len(self.found)}"


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


class HeldUpload(models.Model):
    """A file that came with a form which was not right: kept a day, so that nobody has to choose it again."""

    key = models.CharField(max_length=80)
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    held_by = models.CharField(max_length=40)
    held_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (models.UniqueConstraint(fields=["key", "held_by"], name="one_held_file_per_form"),)

    def __str__(self) -> str:
        return self.file_name
