"""What the loudspeaker says."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now


class Script(models.Model):
    """The words an officer settled for the loudspeaker, and when they are read. Never changed: a change is a new one.

    `times` are the times of the day, "05:30"; `seconds` an estimate of how long it takes to read.
    """

    version = models.ForeignKey("disclosures.Version", models.PROTECT, related_name="scripts")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    seconds = models.PositiveSmallIntegerField()
    first_on = models.DateField()
    last_on = models.DateField()
    times = models.JSONField()
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["version", "number"], name="one_script_per_number"),
            models.CheckConstraint(condition=Q(last_on__gte=F("first_on")), name="a_script_is_read_forward"),
            models.CheckConstraint(condition=~Q(text=""), name="a_script_has_words"),
        )

    def __str__(self) -> str:
        return f"{self.version_id} ({self.number})"
