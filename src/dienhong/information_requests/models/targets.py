"""In how many working days the commune means to answer: its own word, not the law's."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

MOST_DAYS = 60
"""A sanity bound of ours, not a legal number."""


class ServiceTarget(models.Model):
    """For requests received from `starts_on`. Never changed: another one follows it."""

    organization = models.ForeignKey("registry.Organization", models.PROTECT, related_name="+")
    working_days = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    decision = models.CharField(max_length=200)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(working_days__gte=1, working_days__lte=MOST_DAYS), name="a_target_is_of_1_to_60_days"
            ),
            models.CheckConstraint(condition=~Q(decision=""), name="a_target_rests_on_a_decision"),
        )

    def __str__(self) -> str:
        return f"{self.organization_id}: {self.working_days} ({self.starts_on})"
