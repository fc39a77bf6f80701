"""A second text beside the Vietnamese, a voice that reads it, and who approved them."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.dissemination.languages import CHOICES, SPOKEN
from dienhong.dissemination.models.radio import Script
from dienhong.foundations.personal import PersonalData

PUBLIC = _("cùng hồ sơ công khai; người nhận việc này biết tên mình được nêu")


class SecondText(models.Model):
    """The same content in another language, made from one version of the Vietnamese. Never changed."""

    personal_data = PersonalData(
        fields={"translator_name": _("họ và tên người dịch, để biết ai chịu trách nhiệm về lời")}, kept=PUBLIC
    )

    version = models.ForeignKey("disclosures.Version", models.PROTECT, related_name="second_texts")
    language = models.CharField(max_length=12, choices=CHOICES)
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    text_sha256 = models.CharField(max_length=64)
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(max_length=200, blank=True)
    translator_name = models.CharField(max_length=120)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["version", "language", "number"], name="one_second_text_per_number"),
            models.CheckConstraint(condition=~Q(text="") & ~Q(translator_name=""), name="a_second_text_has_words"),
        )

    def __str__(self) -> str:
        return f"{self.version_id} {self.language} ({self.number})"


class Voice(models.Model):
    """A recording of somebody who reads the script or the second text aloud. No machine speaks here.

    `script` and `text` say what was read, where it was one of ours.
    """

    personal_data = PersonalData(
        fields={"reader_name": _("họ và tên người đọc, để bà con biết ai đang nói")}, kept=PUBLIC
    )

    version = models.ForeignKey("disclosures.Version", models.PROTECT, related_name="voices")
    language = models.CharField(max_length=12, choices=SPOKEN)
    number = models.PositiveSmallIntegerField()
    script = models.ForeignKey(Script, models.PROTECT, null=True, blank=True, related_name="voices")
    text = models.ForeignKey(SecondText, models.PROTECT, null=True, blank=True, related_name="voices")
    reader_name = models.CharField(max_length=120)
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8)  # mp3, m4a, ogg, wav: what the bytes are
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["version", "language", "number"], name="one_voice_per_number"),
            models.CheckConstraint(condition=~Q(reader_name=""), name="a_voice_has_its_reader"),
        )

    def __str__(self) -> str:
        return f"{self.version_id} {self.language} ({self.number})"


class Ruling(models.Model):
    """That a named person approved a second text or a voice, or took the approval back. The last one counts.

    `is_own`: from that person's own account; otherwise an officer wrote down who said so and how (`note`).
    """

    personal_data = PersonalData(
        fields={"person_name": _("họ và tên người duyệt, để biết ai đứng ra xác nhận lời dịch")}, kept=PUBLIC
    )

    text = models.ForeignKey(SecondText, models.PROTECT, null=True, blank=True, related_name="rulings")
    voice = models.ForeignKey(Voice, models.PROTECT, null=True, blank=True, related_name="rulings")
    is_approved = models.BooleanField()
    person_name = models.CharField(max_length=120)
    person_post = models.CharField(max_length=120)
    is_own = models.BooleanField()
    note = models.CharField(max_length=300, blank=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(text__isnull=True, voice__isnull=False) | Q(text__isnull=False, voice__isnull=True),
                name="a_ruling_is_on_one_thing",
            ),
            models.CheckConstraint(
                condition=~Q(person_name="") & ~Q(person_post=""), name="a_ruling_has_a_named_person"
            ),
            models.CheckConstraint(condition=Q(is_own=True) | ~Q(note=""), name="what_was_reported_says_how"),
        )

    def __str__(self) -> str:
        return f"{self.person_name}: {self.is_approved}"
