"""A year's plan and the contents in it."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from lawcore.disclosures import Publisher
from lawcore.timelimits import Unit

FIELD_UNITS = ((Unit.WORKING_DAY.value, _("ngày làm việc")), (Unit.DAY.value, _("ngày")))


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
    `field_days` are the days that the law of the field gives instead of the article, and `field_clause` which clause.
    `removed_on`: the place took its own addition out of the plan, for this reason; nothing was disclosed under it.
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
    field_days = models.PositiveSmallIntegerField(null=True, blank=True)
    field_unit = models.CharField(max_length=12, blank=True, choices=FIELD_UNITS)
    field_clause = models.CharField(max_length=200, blank=True)
    removed_on = models.DateField(null=True, blank=True)
    removed_because = models.CharField(max_length=300, blank=True)
    removed_by = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(field_days__isnull=True, field_unit="", field_clause="")
                | (Q(field_days__isnull=False) & ~Q(field_unit="") & ~Q(field_clause="")),
                name="days_of_the_field_have_their_clause",
            ),
            models.UniqueConstraint(fields=["plan", "code"], name="a_content_once_in_a_plan"),
            models.CheckConstraint(
                condition=Q(removed_on__isnull=True) | (Q(is_local=True) & ~Q(removed_because="")),
                name="only_an_addition_is_removed_and_says_why",
            ),
            models.CheckConstraint(condition=~Q(clause=""), name="a_content_has_its_clause"),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.label}"
