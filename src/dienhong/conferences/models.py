"""The conference of a year, what was reported and proposed there, its minutes. Rows are added, never changed.

Only the conference itself changes when it is moved: to another meeting and the next plan.
"""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.personal import PersonalData


class Conference(models.Model):
    """The plan of one (Decree 59/2023 art. 10 cl. 2); when, where and who came is its `meeting`'s.

    `guests` are the bodies that the village head invites besides the households, `arranged` who does what. Moved to
    another day it has a new `meeting`, which leads to the earlier one, and its next `plan`: the three agree anew.
    """

    village = models.ForeignKey("registry.Locality", models.PROTECT, related_name="conferences")
    year = models.PositiveSmallIntegerField()
    meeting = models.OneToOneField("decisions.Meeting", models.PROTECT, related_name="conference")
    guests = models.CharField(max_length=300, blank=True)
    arranged = models.TextField(blank=True)
    plan = models.PositiveSmallIntegerField(default=1)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    personal_data = PersonalData(
        fields={"arranged": _("phân công việc chuẩn bị, có thể nêu tên người trong thôn")},
        kept=_("cùng hồ sơ hội nghị"),
    )

    class Meta:
        constraints = (models.UniqueConstraint(fields=["village", "year"], name="one_conference_a_year"),)

    def __str__(self) -> str:
        return f"{self.village}, {self.year}"


class Agreement(models.Model):
    """That one of the three to whom the plan goes agreed with it, before it is carried out (Decree 59/2023 art. 10).

    `by_itself`: said from that body's own account. Otherwise the village head wrote it down from a paper.
    """

    class Side(models.TextChoices):
        COMMITTEE = "committee", _("Ủy ban nhân dân xã")
        FRONT = "front", _("Ủy ban Mặt trận Tổ quốc Việt Nam xã")
        BOARD = "board", _("Ban Thanh tra nhân dân xã")

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="agreements")
    plan = models.PositiveSmallIntegerField(default=1)
    side = models.CharField(max_length=10, choices=Side)
    by_itself = models.BooleanField(default=False)
    agreed_on = models.DateField()
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["conference", "plan", "side", "by_itself"], name="each_side_agrees_once"),
        )

    def __str__(self) -> str:
        return f"{self.conference_id}: {self.side}"


class Part(models.TextChoices):
    """Who reports (LDC art. 33 cl. 3)."""

    HEAD = "head", _("Báo cáo của Trưởng thôn, Tổ trưởng")
    FRONT = "front", _("Báo cáo của Ban công tác Mặt trận")
    BOARD = "board", _("Báo cáo của thành viên Ban Thanh tra nhân dân")


class Report(models.Model):
    """A version of one of the three reports: the words of who reports, and what the village's records said then.

    `facts` are figures and rows read when it was written; `digest` is the SHA-256 of facts and words, in hexadecimal.
    """

    personal_data = PersonalData(
        fields={
            "presenter": _("họ và tên người trình bày báo cáo, ghi trong báo cáo và biên bản"),
            "words": _("lời báo cáo, có thể nêu tên người trong thôn"),
        },
        kept=_("cùng hồ sơ hội nghị"),
    )

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="reports")
    part = models.CharField(max_length=5, choices=Part)
    version = models.PositiveSmallIntegerField()
    presenter = models.CharField(max_length=120)
    words = models.TextField()
    facts = models.JSONField()
    digest = models.CharField(max_length=64)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["conference", "part", "version"], name="one_report_per_version"),
            models.CheckConstraint(condition=~Q(words="") & ~Q(presenter=""), name="a_report_says_something"),
        )

    def __str__(self) -> str:
        return f"{self.conference_id}: {self.part} {self.version}"


class Proposal(models.Model):
    """What households asked for or complained of at the conference, and who has to answer. Nobody is named."""

    class To(models.TextChoices):
        VILLAGE = "village", _("thôn tự làm")
        COMMUNE = "commune", _("xã trả lời, giải quyết")
        BOARD = "board", _("Ban Thanh tra nhân dân xem xét")

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="proposals")
    number = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=500)
    to = models.CharField(max_length=8, choices=To)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["conference", "number"], name="one_proposal_per_number"),
            models.CheckConstraint(condition=~Q(words=""), name="a_proposal_says_something"),
        )

    def __str__(self) -> str:
        return f"{self.conference_id}/{self.number}"


class Reply(models.Model):
    """What became of a proposal, said on a day. The newest counts; earlier ones stay."""

    class Result(models.TextChoices):
        DONE = "done", _("đã làm xong")
        DOING = "doing", _("đang làm")
        PASSED_ON = "passed_on", _("đã chuyển nơi có thẩm quyền")
        NOT = "not", _("không làm được, có lý do")

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="replies")
    result = models.CharField(max_length=9, choices=Result)
    words = models.CharField(max_length=500)
    replied_on = models.DateField()
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(words=""), name="a_reply_says_why"),)

    def __str__(self) -> str:
        return f"{self.proposal_id}: {self.result}"


class Minutes(models.Model):
    """A version of the minutes: what the secretary adds, and everything the paper says as it was then.

    `agreed` of the households present passed what was reported. A correction is a new version with its reason.
    """

    personal_data = PersonalData(
        fields={
            "secretary": _("họ và tên thư ký hội nghị"),
            "praised": _("họ và tên người, hộ được biểu dương tại hội nghị"),
            "conclusion": _("kết luận của người chủ trì, có thể nêu tên người trong thôn"),
            "content": _("họ và tên người chủ trì, thư ký, người trình bày báo cáo"),
        },
        kept=_("cùng hồ sơ hội nghị"),
    )

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="minutes")
    version = models.PositiveSmallIntegerField()
    secretary = models.CharField(max_length=120)
    present = models.PositiveIntegerField()
    agreed = models.PositiveIntegerField()
    praised = models.TextField(blank=True)
    conclusion = models.TextField()
    reason = models.CharField(max_length=300, blank=True)
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["conference", "version"], name="one_minutes_per_version"),
            models.CheckConstraint(condition=Q(version=1) | ~Q(reason=""), name="corrected_minutes_have_a_reason"),
            models.CheckConstraint(condition=Q(agreed__lte=F("present")), name="no_more_pass_it_than_are_present"),
            models.CheckConstraint(condition=~Q(conclusion=""), name="minutes_conclude"),
        )

    def __str__(self) -> str:
        return f"{self.conference_id}: {self.version}"


class SignedMinutes(models.Model):
    """A photo or scan of the minutes as they were signed by hand."""

    minutes = models.ForeignKey(Minutes, models.PROTECT, related_name="pages")
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"{self.minutes_id}: {self.file_name}"


class Sending(models.Model):
    """That the village head sent the result in writing to commune and Front (Decree 59/2023 art. 11 cl. 2)."""

    conference = models.OneToOneField(Conference, models.PROTECT, related_name="sending")
    sent_on = models.DateField()
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"{self.conference_id}: {self.sent_on}"
