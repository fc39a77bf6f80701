"""A household ballot round: its plan and team, its pads, where each slip is, what was counted (LDC art. 19)."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.decisions.models.matters import Matter
from dienhong.foundations.personal import PersonalData
from lawcore.ballots.lifecycle import BALLOT_ROUND


class Seat(models.TextChoices):
    """Whom a member of a team stands for (Decree 59/2023 art. 4 cl. 3, art. 5 cl. 2 pt. b)."""

    VILLAGE = "village", _("đại diện thôn, tổ dân phố")
    FRONT = "front", _("Ban công tác Mặt trận")
    ORGANIZATION = "organization", _("tổ chức chính trị - xã hội")
    HOUSEHOLD = "household", _("đại diện hộ gia đình")
    SKILLED = "skilled", _("người thành thạo công nghệ thông tin")


class Mark(models.TextChoices):
    """What a household answers. In a secret round no row holds one."""

    AGREE = "agree", _("Tán thành")
    DISAGREE = "disagree", _("Không tán thành")
    OTHER = "other", _("Ý kiến khác")


class BallotRound(models.Model):
    """The round by which a matter is put to every household. `stage` is the state of `lawcore.ballots` "ballot_round".

    The texts are those of the plan (Decree 59/2023 art. 4 cl. 2); what is asked is the matter's own question. `roll` is
    taken when the round opens. Whether slips bear the household's name is fixed by the plan and never changes.
    """

    personal_data = PersonalData(
        fields={
            "team": _("họ và tên thành viên Tổ phát phiếu, được công khai trước đợt phát phiếu"),
            "routes": _("họ và tên hai người của Tổ phát phiếu đi từng tuyến"),
            "witnesses": _("họ và tên hai đại diện hộ chứng kiến kiểm phiếu, ghi trong biên bản"),
        },
        kept=_("cùng hồ sơ đợt lấy phiếu"),
    )

    village = models.ForeignKey("registry.Locality", models.PROTECT, related_name="ballot_rounds")
    matter = models.OneToOneField(Matter, models.PROTECT, related_name="ballot_round")
    roll = models.ForeignKey("rolls.Roll", models.PROTECT, null=True, blank=True, related_name="ballot_rounds")
    is_named = models.BooleanField()
    purpose = models.TextField()
    requirements = models.TextField()
    participants = models.TextField()
    assignment = models.TextField()
    conditions = models.TextField()
    reserve = models.PositiveSmallIntegerField()
    hands_out_on = models.DateField()
    collects_until = models.DateTimeField()
    planned_on = models.DateField()
    sent_to_commune_on = models.DateField(null=True, blank=True)
    sent_to_front_on = models.DateField(null=True, blank=True)
    team = models.JSONField(default=list)
    routes = models.JSONField(default=list)
    announced_on = models.DateField(null=True, blank=True)
    announced_by = models.CharField(max_length=300, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    witnesses = models.JSONField(default=list)
    note = models.CharField(max_length=300, blank=True)
    published_on = models.DateField(null=True, blank=True)
    stage = models.CharField(max_length=12, choices=tuple(BALLOT_ROUND.states.items()), default=BALLOT_ROUND.start)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(stage__in=("chosen", "planned", "plan_sent", "team_set", "announced"))
                | Q(roll__isnull=False),
                name="slips_are_handed_out_from_a_roll",
            ),
        )
        indexes = (models.Index(fields=["village", "-id"], name="ballot_rounds_of_a_village"),)

    def __str__(self) -> str:
        return f"{self.matter}"


class BallotStep(models.Model):
    """One step of a ballot round, never changed. `event` is an event of `lawcore.ballots` "ballot_round"."""

    ballot_round = models.ForeignKey(BallotRound, models.PROTECT, related_name="steps")
    event = models.CharField(max_length=20, choices=tuple(BALLOT_ROUND.events.items()))
    to = models.CharField(max_length=12, choices=tuple(BALLOT_ROUND.states.items()))
    on = models.DateField()
    why = models.JSONField(default=list)
    due_on = models.DateField(null=True, blank=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["ballot_round", "event"], name="a_ballot_round_takes_each_step_once"),
        )

    def __str__(self) -> str:
        return f"{self.ballot_round_id}: {self.event}"


class Slip(models.Model):
    """One slip of the pads, by its number: 1, 2, 3 … It is made once; `Passing` says where it is.

    `index` finds it by the code printed on it; the code itself is kept nowhere (`queries.codes`). In a secret round
    number and code stand on the counterfoil that is torn off, and all ballots are alike.
    """

    ballot_round = models.ForeignKey(BallotRound, models.PROTECT, related_name="slips")
    number = models.PositiveIntegerField()
    index = models.CharField(max_length=64, unique=True)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (models.UniqueConstraint(fields=["ballot_round", "number"], name="one_slip_per_number"),)

    def __str__(self) -> str:
        return f"{self.number}"


class Passing(models.Model):
    """That a slip went from one hand to another: to a household, back, spoiled. The last one of a slip counts.

    `happened_at` is what the list or the telephone says, `entered_at` when it was typed, `recorded_at` when it reached
    us. `by_name` is who took or gave the slip for the household, where it was not the one on the roll. A passing that
    takes an earlier one back says why.
    """

    personal_data = PersonalData(
        fields={"by_name": _("họ và tên người nhận, nộp phiếu thay người đại diện hộ")},
        kept=_("cùng hồ sơ đợt lấy phiếu"),
    )

    class To(models.TextChoices):
        OUT = "out", _("đã phát, chưa thu")
        COLLECTED = "collected", _("đã thu trong hạn")
        LATE = "late", _("thu sau hạn, không tính")
        SPOILED = "spoiled", _("hỏng, đã thu lại")
        HANDED_BACK = "handed_back", _("hộ trả lại, không cho ý kiến")
        UNUSED = "unused", _("ghi nhầm, phiếu còn trong tập")

    ballot_round = models.ForeignKey(BallotRound, models.PROTECT, related_name="passings")
    slip = models.ForeignKey(Slip, models.PROTECT, related_name="passings")
    entry = models.ForeignKey("rolls.Entry", models.PROTECT, related_name="passings")
    to = models.CharField(max_length=11, choices=To)
    words = models.CharField(max_length=200, blank=True)
    by_name = models.CharField(max_length=120, blank=True)
    device = models.CharField(max_length=40, blank=True)
    happened_at = models.DateTimeField()
    entered_at = models.DateTimeField(null=True, blank=True)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(to="unused") | ~Q(words=""), name="who_takes_back_a_passing_says_why"),
        )
        indexes = (models.Index(fields=["ballot_round", "slip", "-id"], name="passings_of_a_slip"),)

    def __str__(self) -> str:
        return f"{self.slip_id}: {self.to}"


class Visit(models.Model):
    """That somebody of the team stood at a household's door in vain. It moves no slip; the words may say more."""

    class Found(models.TextChoices):
        ABSENT = "absent", _("đi vắng, không gặp")
        DECLINED = "declined", _("gặp nhưng không nhận phiếu")

    personal_data = PersonalData(
        fields={"words": _("ghi chú về lần đến nhà, có thể nêu tên người gặp")}, kept=_("cùng hồ sơ đợt lấy phiếu")
    )

    ballot_round = models.ForeignKey(BallotRound, models.PROTECT, related_name="visits")
    entry = models.ForeignKey("rolls.Entry", models.PROTECT, related_name="visits")
    found = models.CharField(max_length=8, choices=Found)
    words = models.CharField(max_length=200, blank=True)
    device = models.CharField(max_length=40, blank=True)
    happened_at = models.DateTimeField()
    entered_at = models.DateTimeField(null=True, blank=True)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = (models.Index(fields=["ballot_round", "entry", "-id"], name="visits_to_a_household"),)

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.found}"


class SlipAnswer(models.Model):
    """What a slip of a named round says, typed from the paper; a later one puts it right.

    The database refuses a row for a slip of a secret round: `decisions.triggers`.
    """

    slip = models.ForeignKey(Slip, models.PROTECT, related_name="answers")
    answer = models.CharField(max_length=8, choices=(*Mark.choices, ("invalid", _("Phiếu không hợp lệ"))))
    words = models.CharField(max_length=500, blank=True)
    receipt = models.CharField(max_length=10, unique=True)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = (models.Index(fields=["slip", "-id"], name="answers_of_a_slip"),)

    def __str__(self) -> str:
        return self.receipt


class SlipSheet(models.Model):
    """The figures of one of the two who counted the slips, as `decisions.counting.ON_SLIPS` names them.

    Never changed: who miscounted counts again, and the newest of a place counts.
    """

    personal_data = PersonalData(
        fields={"counter": _("họ và tên người đếm, ghi trong biên bản kiểm phiếu")}, kept=_("cùng hồ sơ đợt lấy phiếu")
    )

    ballot_round = models.ForeignKey(BallotRound, models.PROTECT, related_name="sheets")
    place = models.PositiveSmallIntegerField()
    counter = models.CharField(max_length=120)
    figures = models.JSONField()
    note = models.CharField(max_length=300, blank=True)
    entered_at = models.DateTimeField(null=True, blank=True)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(place__in=(1, 2)), name="slips_are_counted_first_or_second"),)
        indexes = (models.Index(fields=["ballot_round", "place", "-id"], name="slip_sheets_of_a_round"),)

    def __str__(self) -> str:
        return f"{self.ballot_round_id}/{self.place}: {self.counter}"


class CountPage(models.Model):
    """The photo of a round's count minutes (form 04), signed by hand. Another one is added, none is replaced."""

    ballot_round = models.ForeignKey(BallotRound, models.PROTECT, related_name="pages")
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+")
    happened_at = models.DateTimeField(null=True, blank=True)
    entered_at = models.DateTimeField(null=True, blank=True)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"{self.ballot_round_id}: {self.pk}"
