"""An online vote: agreed, reported, chosen by the households themselves, answered by name (Decree 59/2023 art. 5)."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.decisions.models.matters import Matter
from dienhong.decisions.models.rounds import Mark
from dienhong.foundations.personal import PersonalData
from lawcore.ballots.lifecycle import ONLINE_ROUND


class OnlineRound(models.Model):
    """The online vote on a matter. `stage` is the state of `lawcore.ballots` "online_round".

    `roll` is taken when the households are first asked, about the form itself; it holds for both votes.
    """

    personal_data = PersonalData(
        fields={
            "agreed_with": _("họ và tên người của Ban công tác Mặt trận đã thống nhất không cần họp hay phát phiếu"),
            "team": _("họ và tên thành viên Tổ lấy ý kiến, được công khai để các hộ hỏi"),
        },
        kept=_("cùng hồ sơ biểu quyết trực tuyến"),
    )

    village = models.ForeignKey("registry.Locality", models.PROTECT, related_name="online_rounds")
    matter = models.ForeignKey(Matter, models.PROTECT, related_name="online_rounds")
    roll = models.ForeignKey("rolls.Roll", models.PROTECT, null=True, blank=True, related_name="online_rounds")
    agreed_with = models.CharField(max_length=120)
    agreed_on = models.DateField()
    devices = models.TextField()
    sent_to_commune_on = models.DateField(null=True, blank=True)
    sent_to_front_on = models.DateField(null=True, blank=True)
    team = models.JSONField(default=list)
    polls_until = models.DateTimeField(null=True, blank=True)
    announced_on = models.DateField(null=True, blank=True)
    announced_by = models.CharField(max_length=300, blank=True)
    votes_until = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    stage = models.CharField(max_length=13, choices=tuple(ONLINE_ROUND.states.items()), default=ONLINE_ROUND.start)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["matter"], condition=~Q(stage="form_declined"), name="one_online_round_of_a_matter_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(stage__in=("agreed", "reported", "team_set")) | Q(roll__isnull=False),
                name="households_are_asked_from_a_roll",
            ),
        )
        indexes = (models.Index(fields=["village", "-id"], name="online_rounds_of_a_village"),)

    def __str__(self) -> str:
        return f"{self.matter}"


class OnlineStep(models.Model):
    """One step of an online round, never changed. `event` is an event of `lawcore.ballots` "online_round"."""

    online_round = models.ForeignKey(OnlineRound, models.PROTECT, related_name="steps")
    event = models.CharField(max_length=20, choices=tuple(ONLINE_ROUND.events.items()))
    to = models.CharField(max_length=13, choices=tuple(ONLINE_ROUND.states.items()))
    on = models.DateField()
    why = models.JSONField(default=list)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["online_round", "event"], name="an_online_round_takes_each_step_once"),
        )

    def __str__(self) -> str:
        return f"{self.online_round_id}: {self.event}"


class HouseholdKey(models.Model):
    """By what a household is found that answers with the code on its slip. The code itself is kept nowhere."""

    online_round = models.ForeignKey(OnlineRound, models.PROTECT, related_name="keys")
    entry = models.ForeignKey("rolls.Entry", models.PROTECT, related_name="keys")
    index = models.CharField(max_length=64, unique=True)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["online_round", "entry"], name="one_key_per_household_of_a_round"),
        )

    def __str__(self) -> str:
        return f"{self.online_round_id}: {self.entry_id}"


class Vote(models.Model):
    """An answer of a household, by name; the law has it so for what is voted on online. None is changed or deleted.

    `turn` counts a household's answers about one question: 1, 2, 3 …; which one counts `queries.online` says. What
    somebody else typed for the household has the photo of the slip that it signed.
    """

    class About(models.TextChoices):
        FORM = "form", _("có biểu quyết trực tuyến không")
        MATTER = "matter", _("nội dung đưa ra biểu quyết")

    class Channel(models.TextChoices):
        ONLINE = "online", _("hộ tự trả lời trên mạng")
        ASSISTED = "assisted", _("có người nhập giúp")
        SLIP = "slip", _("phiếu giấy thu tại hộ")
        MEETING = "meeting", _("phiếu giấy nộp tại cuộc họp")

    personal_data = PersonalData(
        fields={"words": _("ý kiến khác của hộ, do chính hộ viết, để tổng hợp vào biên bản")},
        kept=_("cùng hồ sơ biểu quyết trực tuyến"),
    )

    online_round = models.ForeignKey(OnlineRound, models.PROTECT, related_name="votes")
    entry = models.ForeignKey("rolls.Entry", models.PROTECT, related_name="votes")
    about = models.CharField(max_length=6, choices=About)
    turn = models.PositiveIntegerField()
    answer = models.CharField(max_length=8, choices=Mark)
    words = models.CharField(max_length=500, blank=True)
    channel = models.CharField(max_length=8, choices=Channel)
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    device = models.CharField(max_length=64, blank=True)
    receipt = models.CharField(max_length=10, unique=True)
    salt = models.CharField(max_length=32)
    happened_at = models.DateTimeField()
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["online_round", "entry", "about", "turn"], name="one_answer_per_turn_of_a_household"
            ),
            models.CheckConstraint(
                condition=Q(channel="online", file__isnull=True) | (~Q(channel="online") & Q(file__isnull=False)),
                name="who_types_for_a_household_has_its_slip",
            ),
        )

    def __str__(self) -> str:
        return self.receipt

    @property
    def said(self) -> str:
        """The answer in the words of an online vote (Decree 59/2023 art. 5 cl. 2 pt. d)."""
        return str(SAID[Mark(self.answer)])


SAID = {Mark.AGREE: _("Đồng ý"), Mark.DISAGREE: _("Không đồng ý"), Mark.OTHER: _("Ý kiến khác")}
