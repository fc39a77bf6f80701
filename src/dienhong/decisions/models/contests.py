"""A household says that its entry is wrong; the Front says what it found."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.decisions.models.meetings import Meeting
from dienhong.decisions.models.rounds import BallotRound


class Error(models.TextChoices):
    """What is wrong with an entry. Never what a household chose."""

    NOT_NOTED = "not_noted", _("Hộ tôi có dự, có nộp phiếu nhưng không được ghi nhận")
    NOT_THERE = "not_there", _("Hộ tôi không dự, không nộp phiếu nhưng được ghi là có")
    WRONG_PERSON = "wrong_person", _("Ghi sai người đại diện cho hộ")
    OTHER = "other", _("Sai điều khác về việc ghi nhận hộ tôi")


class Contest(models.Model):
    """Whoever holds the household's code says so, once for a meeting or a ballot round. No words and no name are asked:
    the Front asks the household itself.
    """

    entry = models.ForeignKey("rolls.Entry", models.PROTECT, related_name="contests")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="contests")
    ballot_round = models.ForeignKey(BallotRound, models.PROTECT, null=True, blank=True, related_name="contests")
    error = models.CharField(max_length=12, choices=Error)
    received_on = models.DateField()
    until = models.DateField()  # the last day of our own time, not of a law's
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["meeting", "entry"], name="a_household_contests_a_meeting_once"),
            models.UniqueConstraint(fields=["ballot_round", "entry"], name="a_household_contests_a_round_once"),
            models.CheckConstraint(
                condition=Q(meeting__isnull=True) ^ Q(ballot_round__isnull=True), name="a_contest_is_of_one_vote"
            ),
        )

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.error}"


class Finding(models.Model):
    """What the Front found of a contest, with its reason: read by whoever holds the household's code."""

    contest = models.OneToOneField(Contest, models.PROTECT, related_name="finding")
    is_right = models.BooleanField()
    reason = models.CharField(max_length=240)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(reason=""), name="a_finding_has_a_reason"),)

    def __str__(self) -> str:
        return f"{self.contest_id}: {self.is_right}"
