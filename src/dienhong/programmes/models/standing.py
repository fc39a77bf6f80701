"""What it comes to. Everything here is derived from the other tables and can be rebuilt at any time."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from lawcore.indicators import Measure


class Cell(models.Model):
    """One member of an indicator's population in one period: achieved, not achieved, unknown or exempt, and why.

    `member` is "organization:12", "entry:55" (a roster entry) or what another domain calls it, "disclosure:7"; of that
    one `label` and `link` are its name and its page.
    """

    class State(models.TextChoices):
        ACHIEVED = "achieved", _("đạt")
        NOT_ACHIEVED = "not-achieved", _("chưa đạt")
        UNKNOWN = "unknown", _("chưa có số liệu")
        EXEMPT = "exempt", _("không tính")

    indicator = models.ForeignKey("programmes.Indicator", models.CASCADE, related_name="cells")
    organization = models.ForeignKey("registry.Organization", models.CASCADE, related_name="cells")
    entry = models.ForeignKey("programmes.RosterEntry", models.CASCADE, null=True, blank=True, related_name="cells")
    member = models.CharField(max_length=40)
    label = models.CharField(max_length=330, blank=True)
    link = models.CharField(max_length=200, blank=True)
    period_start = models.DateField()
    period_end = models.DateField()
    state = models.CharField(max_length=12, choices=State)
    why = models.TextField(blank=True)
    evidence = models.ForeignKey("programmes.Evidence", models.SET_NULL, null=True, blank=True, related_name="cells")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["indicator", "period_start", "member"], name="one_cell_per_member"),
        )

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.member}: {self.state}"


class TaskCounts(models.Model):
    """How many tasks stand at which stage."""

    open = models.PositiveIntegerField(default=0)
    submitted = models.PositiveIntegerField(default=0)
    returned = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    unmet = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True


class DutyStanding(TaskCounts):
    """The tasks of a duty in one period, over all organizations, with the last day computed for them."""

    duty = models.ForeignKey("programmes.Duty", models.CASCADE, related_name="standings")
    period_start = models.DateField()
    period_end = models.DateField()
    due_on = models.DateField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["duty", "period_start"], name="one_standing_per_duty_period"),)

    def __str__(self) -> str:
        return f"{self.duty_id} {self.period_start}: {self.done}"


class PlaceStanding(TaskCounts):
    """The tasks of all organizations of a place directly below the programme's own, by year of
    their period and last day.
    """

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="places")
    place = models.ForeignKey("registry.Locality", models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    due_on = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["programme", "year", "place", "due_on"],
                name="one_standing_per_place_and_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.place_id} {self.due_on}: {self.done}"


class IndicatorStanding(models.Model):
    """The three numbers of an indicator in one period, and the exempt beside them."""

    indicator = models.ForeignKey("programmes.Indicator", models.CASCADE, related_name="standings")
    period_start = models.DateField()
    period_end = models.DateField()
    achieved = models.PositiveIntegerField(default=0)
    not_achieved = models.PositiveIntegerField(default=0)
    unknown = models.PositiveIntegerField(default=0)
    exempt = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["indicator", "period_start"], name="one_standing_per_indicator_period"),
        )

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.period_start}: {self.achieved}"

    @property
    def counts(self) -> Measure:
        """The four numbers as `lawcore.indicators` reasons about them."""
        return Measure(self.achieved, self.not_achieved, self.unknown, self.exempt)
