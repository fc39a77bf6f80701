"""That a unit's figures of a period are complete: until then silence is unknown, from then on nothing was done."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now


class Closing(models.Model):
    """A unit's figures of a period were closed or, with a reason, opened again. No row changes; the last one holds."""

    programme = models.ForeignKey("programmes.Programme", models.PROTECT, related_name="closings")
    organization = models.ForeignKey("registry.Organization", models.PROTECT, related_name="closings")
    period_start = models.DateField()
    period_end = models.DateField()
    closes = models.BooleanField()
    reason = models.CharField(max_length=500, blank=True)
    by = models.CharField(max_length=40)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(period_end__gte=F("period_start")), name="closed_period_ends_after_start"
            ),
            models.CheckConstraint(condition=Q(closes=True) | ~Q(reason=""), name="opening_again_says_why"),
        )
        indexes = (models.Index(fields=["programme", "period_start"], name="closings_of_a_period"),)

    def __str__(self) -> str:
        return f"{self.organization_id} {self.period_start}: {self.closes}"
