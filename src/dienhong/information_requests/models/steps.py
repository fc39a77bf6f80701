"""What was done about a request, step by step, and who let out what screening had stopped."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.personal import PersonalData
from dienhong.information_requests.models.requests import WITHDRAWN, Request
from lawcore.petitions.information_refusals import Ground
from lawcore.petitions.lifecycle_requests import INFORMATION

EVENTS = (*INFORMATION.events.items(), (WITHDRAWN, _("người yêu cầu rút")))


class Step(models.Model):
    """One act with its words to whoever asked. Never changed; what was wrong is put right by another.

    `on` is the day claimed. `found` is what screening found, masked, `unchecked` what it could not look into: what has
    findings is shown, and counts as done, after a second person's clearance only. `is_screened_later`: its file needs
    more time than anybody waits, and its `screening` says what was found.

    Two people may have the words and the file erased (`is_erased`); what was done, on which day and who signed stays.
    """

    personal_data = PersonalData(
        fields={"signer_name": _("họ và tên người ký văn bản trả lời")},
        kept=_("cùng hồ sơ; người ký văn bản của cơ quan nhà nước được công khai"),
    )

    request = models.ForeignKey(Request, models.PROTECT, related_name="steps")
    event = models.CharField(max_length=20, choices=EVENTS)
    on = models.DateField()
    words = models.TextField(blank=True)
    ground = models.CharField(max_length=10, blank=True, choices=[(each.value, each.words) for each in Ground])
    why = models.JSONField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(max_length=200, blank=True)
    letter_number = models.PositiveIntegerField(null=True, blank=True)
    signer_post = models.CharField(max_length=120, blank=True)
    signer_name = models.CharField(max_length=120, blank=True)
    found = models.JSONField(default=list)
    unchecked = models.JSONField(default=list)
    is_screened_later = models.BooleanField(default=False)
    is_erased = models.BooleanField(default=False)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40, blank=True)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(event="refuse") | (~Q(ground="") & (~Q(words="") | Q(is_erased=True))),
                name="a_refusal_has_ground_and_reason",
            ),
            models.CheckConstraint(
                condition=Q(is_erased=False) | Q(words="", file__isnull=True, file_name=""),
                name="what_is_erased_of_a_step_is_empty",
            ),
        )
        indexes = (models.Index(fields=["request", "id"], name="steps_of_a_request"),)

    def __str__(self) -> str:
        return f"{self.request_id}: {self.event}"


class Screening(models.Model):
    """What was found in the file of an answer that was looked into in the background, masked. Never changed."""

    step = models.OneToOneField(Step, models.PROTECT, related_name="screening")
    found = models.JSONField(default=list)
    unchecked = models.JSONField(default=list)
    seconds = models.PositiveIntegerField(default=0)
    recorded_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"{self.step_id}: {len(self.found)}"


class Clearance(models.Model):
    """That a second person read what screening found in an answer, and why it may be given nevertheless."""

    step = models.OneToOneField(Step, models.PROTECT, related_name="clearance")
    reason = models.CharField(max_length=300)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(reason=""), name="a_cleared_answer_has_its_reason"),)

    def __str__(self) -> str:
        return f"{self.step_id}: {self.reason}"
