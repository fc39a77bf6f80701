"""What is to be done: the programme, its targets and duties, who is assigned, the tasks of a year."""

from fractions import Fraction

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from lawcore.timelimits import Every

EVERY = [(every.value, every.value) for every in Every]


class Programme(models.Model):
    """One version of a resolution, being carried out in a locality. TRIAL when the version is a draft."""

    class Stage(models.TextChoices):
        TRIAL = "trial", _("chạy thử theo dự thảo")
        RUNNING = "running", _("đang thực hiện")
        CLOSED = "closed", _("đã kết thúc")

    version = models.ForeignKey("resolutions.Version", models.PROTECT, related_name="programmes")
    locality = models.ForeignKey("registry.Locality", models.PROTECT, related_name="programmes")
    title = models.CharField(max_length=400)
    stage = models.CharField(max_length=10, choices=Stage)
    opens_on = models.DateField()
    closes_on = models.DateField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)
    key = models.CharField(max_length=64, unique=True)
    opened_by = models.CharField(max_length=40)
    opened_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(closes_on__isnull=True) | Q(closes_on__gte=F("opens_on")),
                name="programme_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return self.title


class Item(models.Model):
    """What a target and a duty share: the confirmed proposal they come from, and the provision that says so.

    `dropped_on` is the day a newer version left it out; `replaces` the one it continues under that version.
    """

    provision = models.ForeignKey("resolutions.Provision", models.PROTECT, related_name="+")
    text = models.TextField()
    topic = models.CharField(max_length=20, blank=True)
    every = models.CharField(max_length=10, blank=True, choices=EVERY)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="continued_as")
    dropped_on = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        abstract = True


class Target(Item):
    """A percentage stated as a goal. `value` was read from the text and confirmed; nobody edits it here."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="targets")
    proposal = models.OneToOneField("resolutions.Proposal", models.PROTECT, related_name="target")
    value = models.DecimalField(max_digits=7, decimal_places=3)
    aspirational = models.BooleanField(default=False)
    population = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(value__gte=0), name="target_is_not_negative"),)

    def __str__(self) -> str:
        return self.text[:120]

    @property
    def share(self) -> Fraction:
        """The goal as `lawcore.indicators` compares it: 1 is 100 %."""
        return Fraction(self.value) / 100

    @property
    def comparison(self) -> str:
        """How the count is held against `share`; a text that does not say means at least."""
        return self.proposal.comparison or ">="


class Indicator(models.Model):
    """One measure of a target: a family of `lawcore.indicators` counted over a population."""

    target = models.ForeignKey(Target, models.PROTECT, related_name="indicators")
    family = models.CharField(max_length=8)
    population = models.CharField(max_length=30)
    every = models.CharField(max_length=10, choices=EVERY, default=Every.YEAR.value)
    added_by = models.CharField(max_length=40)
    added_at = models.DateTimeField(db_default=Now())
    dropped_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["target", "family", "population"], name="one_indicator_per_population"),
        )

    def __str__(self) -> str:
        return f"{self.family}/{self.population}"


class Duty(Item):
    """Something somebody shall do, as one provision says it."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="duties")
    proposal = models.OneToOneField("resolutions.Proposal", models.PROTECT, related_name="duty")
    bearer = models.CharField(max_length=300, blank=True)
    action = models.TextField()
    by_date = models.DateField(null=True, blank=True)
    evidence_kind = models.CharField(max_length=40, blank=True)  # the form a task of this duty opens with

    class Meta:
        verbose_name_plural = "duties"

    def __str__(self) -> str:
        return self.action[:120]


class Window(models.Model):
    """When a programme wants its reports: so many days after (or, negative, before) a period's last day.

    A row of the programme with the clause that fixes it, not a number of the code.
    """

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="windows")
    every = models.CharField(max_length=10, choices=EVERY)
    days_after_end = models.SmallIntegerField()
    clause = models.CharField(max_length=300)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["programme", "every"], name="one_window_per_recurrence"),
            models.CheckConstraint(
                condition=Q(days_after_end__gte=-60) & Q(days_after_end__lte=120),
                name="window_near_its_period",
            ),
        )

    def __str__(self) -> str:
        return f"{self.every}: {self.days_after_end:+d}"


class Assignment(models.Model):
    """A duty given to an organization, from a day on; `owner` is the post that answers for it there."""

    duty = models.ForeignKey(Duty, models.PROTECT, related_name="assignments")
    organization = models.ForeignKey("registry.Organization", models.PROTECT, related_name="assignments")
    owner = models.ForeignKey("registry.Post", models.SET_NULL, null=True, blank=True, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    assigned_by = models.CharField(max_length=40)
    assigned_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["duty", "organization"],
                condition=Q(ends_on__isnull=True),
                name="one_open_assignment_per_organization",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="assignment_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return f"{self.duty_id} → {self.organization_id}"


class Task(models.Model):
    """A duty of an organization in one period. Its last day is computed (`queries.due`), never stored here."""

    class Stage(models.TextChoices):
        OPEN = "open", _("chưa báo cáo")
        SUBMITTED = "submitted", _("chờ kiểm tra")
        RETURNED = "returned", _("bị trả lại")
        DONE = "done", _("đã thực hiện")
        UNMET = "unmet", _("không thực hiện")
        CANCELLED = "cancelled", _("thôi giao")

    duty = models.ForeignKey(Duty, models.PROTECT, related_name="tasks")
    organization = models.ForeignKey("registry.Organization", models.PROTECT, related_name="tasks")
    period_start = models.DateField()
    period_end = models.DateField()
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.OPEN)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["duty", "organization", "period_start"],
                name="one_task_per_duty_and_period",
            ),
            models.CheckConstraint(condition=Q(period_end__gte=F("period_start")), name="task_period_runs_forward"),
        )
        indexes = (models.Index(fields=["organization", "stage"], name="tasks_of_an_organization"),)

    def __str__(self) -> str:
        return f"{self.duty_id} · {self.organization_id} · {self.period_start}"


class Reminder(models.Model):
    """That a task was reminded of at a step; once per task and step."""

    class Step(models.TextChoices):
        WEEK = "7-days", _("còn 7 ngày")
        DAY = "1-day", _("còn 1 ngày")
        OVERDUE = "overdue", _("quá hạn")

    task = models.ForeignKey(Task, models.CASCADE, related_name="reminders")
    step = models.CharField(max_length=8, choices=Step)
    reminded_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["task", "step"], name="one_reminder_per_task_and_step"),)

    def __str__(self) -> str:
        return f"{self.task_id}: {self.step}"


class Run(models.Model):
    """A long work of the programme and how far it is; it can be taken up again where it stopped."""

    class Kind(models.TextChoices):
        YEAR_PLAN = "year-plan", _("lập kế hoạch năm")
        REBUILD = "rebuild", _("tính lại số liệu")

    class Stage(models.TextChoices):
        WAITING = "waiting", _("đang chờ")
        RUNNING = "running", _("đang chạy")
        FINISHED = "finished", _("đã xong")
        FAILED = "failed", _("dừng vì lỗi")

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="runs")
    kind = models.CharField(max_length=10, choices=Kind)
    year = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    message = models.CharField(max_length=300, blank=True)
    started_by = models.CharField(max_length=40)
    started_at = models.DateTimeField(db_default=Now())
    touched_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["programme", "kind", "year"],
                condition=Q(stage__in=["waiting", "running"]),
                name="one_open_run_per_kind_and_year",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.year}: {self.done}/{self.total}"
