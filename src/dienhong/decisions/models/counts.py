"""What was counted: two sheets that must agree, and the outcome that the law gives for them."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.decisions.models.matters import Matter
from dienhong.decisions.models.meetings import Cluster, Item
from dienhong.foundations.personal import PersonalData
from lawcore.ballots.matters import Form


class Sheet(models.Model):
    """The figures of one person who counted, as `decisions.counting` names them. The other's are not shown before both.

    Two `place`s, 1 and 2. A sheet is never changed: who miscounted counts again, and the newest of a place counts.
    """

    personal_data = PersonalData(
        fields={"counter": _("họ và tên người đếm, ghi trong biên bản kiểm phiếu")}, kept=_("cùng hồ sơ cuộc họp")
    )

    item = models.ForeignKey(Item, models.PROTECT, related_name="sheets")
    cluster = models.ForeignKey(Cluster, models.PROTECT, null=True, blank=True, related_name="sheets")
    place = models.PositiveSmallIntegerField()
    counter = models.CharField(max_length=120)
    figures = models.JSONField()
    note = models.CharField(max_length=300, blank=True)
    happened_at = models.DateTimeField(null=True, blank=True)
    entered_at = models.DateTimeField(null=True, blank=True)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(place__in=(1, 2)), name="a_sheet_is_the_first_or_second"),)
        indexes = (models.Index(fields=["item", "place", "-id"], name="sheets_of_an_item"),)

    def __str__(self) -> str:
        return f"{self.item_id}/{self.place}: {self.counter}"


class Outcome(models.Model):
    """The result of one vote on a matter: how many of all households agreed, and what the law says of it.

    `present` is how many households took part. `why` is the rule's answer as it was given. A correction is a newer row.
    `witnesses` are the two of the households that watched the count of a secret vote at a meeting.
    """

    personal_data = PersonalData(
        fields={"witnesses": _("họ và tên đại diện hộ chứng kiến kiểm phiếu kín, ghi trong biên bản kiểm phiếu")},
        kept=_("cùng hồ sơ cuộc họp"),
    )

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="outcomes")
    form = models.CharField(max_length=8, choices=[(each.value, each.value) for each in Form])
    item = models.ForeignKey(Item, models.PROTECT, null=True, blank=True, related_name="outcomes")
    households = models.PositiveIntegerField()
    present = models.PositiveIntegerField()
    agree = models.PositiveIntegerField()
    disagree = models.PositiveIntegerField()
    other = models.PositiveIntegerField()
    is_adopted = models.BooleanField()
    why = models.JSONField()
    witnesses = models.JSONField(default=list)
    on = models.DateField()
    happened_at = models.DateTimeField(null=True, blank=True)
    entered_at = models.DateTimeField(null=True, blank=True)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(present__lte=F("households")), name="no_more_take_part_than_there_are"),
            models.CheckConstraint(
                condition=Q(agree__lte=F("present") - F("disagree") - F("other")), name="no_more_answers_than_voters"
            ),
        )
        indexes = (models.Index(fields=["matter", "-id"], name="outcomes_of_a_matter"),)

    def __str__(self) -> str:
        return f"{self.matter_id}: {self.agree}/{self.households}"
