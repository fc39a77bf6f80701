"""A meeting of the households: who is asked to come, what is put to them, who came, what the meeting chose."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.decisions.models.matters import Matter
from dienhong.foundations.personal import PersonalData
from lawcore.ballots.meetings import Choice as Chosen


class Meeting(models.Model):
    """One meeting. `roll` is taken when the meeting is told of: it is the base of every share from then on.

    `is_yearly`: the conference of the year (LDC art. 33), told of earlier than others; it may have nothing to vote on.
    Called off it keeps its day and its roll; `instead_of` leads from the meeting on a new day to it.
    """

    class Stage(models.TextChoices):
        PLANNED = "planned", _("đang chuẩn bị")
        NOTIFIED = "notified", _("đã báo họp")
        OPEN = "open", _("đang họp")
        CLOSED = "closed", _("đã họp")
        CALLED_OFF = "called_off", _("không họp")

    personal_data = PersonalData(
        fields={
            "chair": _("họ và tên người chủ trì, ghi trong giấy mời và biên bản"),
            "contact": _("người và số điện thoại để hỏi về cuộc họp, ghi trong giấy mời"),
        },
        kept=_("cùng hồ sơ cuộc họp"),
    )

    village = models.ForeignKey("registry.Locality", models.PROTECT, related_name="meetings")
    roll = models.ForeignKey("rolls.Roll", models.PROTECT, null=True, blank=True, related_name="meetings")
    planned_at = models.DateTimeField()
    place = models.CharField(max_length=200)
    chair = models.CharField(max_length=120)
    contact = models.CharField(max_length=160, blank=True)
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.PLANNED)
    notified_on = models.DateField(null=True, blank=True)
    documents_on = models.DateField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    in_clusters = models.BooleanField(default=False)
    is_yearly = models.BooleanField(default=False)
    called_off_at = models.DateTimeField(null=True, blank=True)
    why_off = models.CharField(max_length=300, blank=True)  # for everybody to read
    instead_of = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="moved_to")
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(stage__in=("planned", "called_off")) | Q(roll__isnull=False),
                name="a_meeting_told_of_has_its_roll",
            ),
            models.CheckConstraint(
                condition=~Q(stage="called_off") | (~Q(why_off="") & Q(called_off_at__isnull=False)),
                name="a_meeting_called_off_says_why",
            ),
        )
        indexes = (models.Index(fields=["village", "-planned_at"], name="meetings_of_a_village"),)

    def __str__(self) -> str:
        return f"{self.village}, {self.planned_at:%d/%m/%Y}"


class Item(models.Model):
    """A matter on the agenda of a meeting, in its place, and how it was voted on."""

    class Method(models.TextChoices):
        HANDS = "hands", _("giơ tay")
        SECRET = "secret", _("bỏ phiếu kín")

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items")
    matter = models.ForeignKey(Matter, models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField()
    method = models.CharField(max_length=6, choices=Method, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["meeting", "matter"], name="a_matter_once_in_a_meeting"),
            models.UniqueConstraint(fields=["meeting", "position"], name="one_item_per_place_of_an_agenda"),
        )

    def __str__(self) -> str:
        return f"{self.position}. {self.matter}"


class Division(models.Model):
    """How a village would meet in parts, as its head reported it; the commune decides (Decree 59/2023 art. 3 cl. 6).

    `parts` are the clusters: name, place, who leads, the numbers of the households on the roll.
    """

    personal_data = PersonalData(
        fields={"parts": _("họ và tên người điều hành từng cụm"), "words": _("lời của xã về phương án")},
        kept=_("cùng hồ sơ cuộc họp"),
    )

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="divisions")
    parts = models.JSONField()
    scattered = models.BooleanField()
    why = models.JSONField()
    reported_on = models.DateField()
    is_approved = models.BooleanField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.CharField(max_length=40, blank=True)
    words = models.CharField(max_length=300, blank=True)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["meeting"], condition=Q(is_approved__isnull=True), name="one_division_waits_for_the_commune"
            ),
            models.CheckConstraint(
                condition=Q(is_approved__isnull=True) | Q(decided_on__isnull=False),
                name="a_division_is_decided_on_a_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.meeting_id}: {len(self.parts)}"


class Cluster(models.Model):
    """A part of the village that meets by itself (LDC art. 18 cl. 3). Its households are those of `Seat`."""

    personal_data = PersonalData(
        fields={"chair": _("họ và tên người điều hành cuộc họp cụm")}, kept=_("cùng hồ sơ cuộc họp")
    )

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="clusters")
    name = models.CharField(max_length=80)
    place = models.CharField(max_length=200, blank=True)
    chair = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["meeting", "name"], name="one_cluster_per_name"),)

    def __str__(self) -> str:
        return self.name


class Seat(models.Model):
    """In which cluster a household of the roll meets: in one only."""

    cluster = models.ForeignKey(Cluster, models.PROTECT, related_name="seats")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="seats")
    entry = models.ForeignKey("rolls.Entry", models.PROTECT, related_name="seats")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["meeting", "entry"], name="one_seat_per_household"),)

    def __str__(self) -> str:
        return f"{self.cluster}: {self.entry}"


class Presence(models.Model):
    """That a household was ticked, or unticked, by somebody, at a moment. The last one of a household counts.

    `happened_at` is what the telephone or the person says, `entered_at` when it was typed, `recorded_at` when it
    reached us. `by_name` is who came for the household, where it was not the one on the roll.
    """

    personal_data = PersonalData(
        fields={"by_name": _("họ và tên người đến thay mặt hộ, ghi trong danh sách dự họp")},
        kept=_("cùng hồ sơ cuộc họp"),
    )

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="presences")
    entry = models.ForeignKey("rolls.Entry", models.PROTECT, related_name="presences")
    is_present = models.BooleanField()
    by_name = models.CharField(max_length=120, blank=True)
    device = models.CharField(max_length=40, blank=True)
    happened_at = models.DateTimeField()
    entered_at = models.DateTimeField(null=True, blank=True)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = (models.Index(fields=["meeting", "entry", "-id"], name="presence_of_a_household"),)

    def __str__(self) -> str:
        return f"{self.meeting_id}: {self.entry_id}"


class Choice(models.Model):
    """What the meeting decided about itself by a show of hands: secretary, way of voting, tellers.

    `agree` is empty, and `why` with it, for what was typed from a paper that does not say how many agreed.
    """

    personal_data = PersonalData(
        fields={"names": _("họ và tên thư ký, thành viên Ban kiểm phiếu do cuộc họp cử")},
        kept=_("cùng hồ sơ cuộc họp"),
    )

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="choices")
    what = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Chosen])
    item = models.ForeignKey(Item, models.PROTECT, null=True, blank=True, related_name="choices")
    names = models.JSONField(default=list)
    method = models.CharField(max_length=6, choices=Item.Method, blank=True)
    present = models.PositiveIntegerField()
    agree = models.PositiveIntegerField(null=True, blank=True)
    why = models.JSONField(default=dict)
    happened_at = models.DateTimeField(null=True, blank=True)
    entered_at = models.DateTimeField(null=True, blank=True)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(agree__lte=models.F("present")), name="no_more_agree_than_are_present"),
        )

    def __str__(self) -> str:
        return f"{self.meeting_id}: {self.what}"
