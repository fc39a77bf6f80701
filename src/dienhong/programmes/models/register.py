"""Who is counted, and who is not: the denominators of the indicators, dated and with their clause."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now


class RosterEntry(models.Model):
    """A person, board or item that a programme counts, because a clause says so.

    Organizations and villages are counted from their own registers; what those do not hold is entered
    here: persons to be trained, boards, disclosure items. `organization` is the unit it belongs to,
    `label` what it is called where it is not a person, `due_on` the last day of an item that has one.
    """

    programme = models.ForeignKey("programmes.Programme", models.PROTECT, related_name="roster")
    population = models.CharField(max_length=30)
    organization = models.ForeignKey("registry.Organization", models.PROTECT, related_name="roster_entries")
    person = models.ForeignKey(
        "registry.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="roster_entries",
    )
    label = models.CharField(max_length=200, blank=True)
    due_on = models.DateField(null=True, blank=True)
    clause = models.CharField(max_length=300)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    added_by = models.CharField(max_length=40)
    added_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name_plural = "roster entries"
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="roster_entry_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False) | ~Q(label=""),
                name="roster_entry_names_somebody",
            ),
            models.UniqueConstraint(
                fields=["programme", "population", "organization", "person", "label"],
                condition=Q(ends_on__isnull=True, person__isnull=False),
                name="a_person_once_on_a_roster",
            ),
            models.UniqueConstraint(
                fields=["programme", "population", "organization", "label"],
                condition=Q(ends_on__isnull=True, person__isnull=True),
                name="an_item_once_on_a_roster",
            ),
        )

    def __str__(self) -> str:
        return self.label or str(self.person_id)


class Exemption(models.Model):
    """That a member of a population is not counted, by which clause, for which reason, from when to when."""

    indicator = models.ForeignKey("programmes.Indicator", models.PROTECT, related_name="exemptions")
    organization = models.ForeignKey("registry.Organization", models.PROTECT, related_name="exemptions")
    entry = models.ForeignKey(RosterEntry, models.PROTECT, null=True, blank=True, related_name="exemptions")
    clause = models.CharField(max_length=300)
    reason = models.CharField(max_length=500)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    granted_by = models.CharField(max_length=40)
    granted_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="exemption_ends_after_it_begins",
            ),
            models.CheckConstraint(condition=~Q(clause="") & ~Q(reason=""), name="exemption_says_why"),
        )

    def __str__(self) -> str:
        return f"{self.indicator_id}: {self.organization_id}"
