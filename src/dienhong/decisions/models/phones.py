"""What telephones sent: every event once, with the hours as they were said; what came too late or contradicts.

Of a meeting or of a ballot round: one store, one row for each key.
"""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.decisions.models.meetings import Meeting
from dienhong.decisions.models.rounds import BallotRound
from dienhong.foundations.personal import PersonalData


class PhoneEvent(models.Model):
    """That an event of a telephone was taken in, once. Its content stands in the row that it became, or in LateEvent.

    `happened_at` and `entered_at` are what the telephone's clock said; `recorded_at` is ours. `clock_offset` is by how
    many seconds our clock was ahead of the telephone's when it sent; `known_offset` what the telephone itself had seen
    when the event was entered, None where it never had. `digest` is the SHA-256 of the event's canonical text.
    """

    class Kind(models.TextChoices):
        TICK = "tick", _("điểm danh")
        OPEN = "open", _("khai mạc")
        CHOOSE = "choose", _("cử người, chọn cách biểu quyết")
        SHEET = "sheet", _("phiếu kiểm đếm")
        CLOSE_ITEM = "close_item", _("chốt kết quả một việc")
        CLOSE_SHORT = "close_short", _("ghi không đủ hộ dự")
        CLOSE = "close", _("kết thúc cuộc họp")
        WRITE = "write", _("lập biên bản")
        PAGE = "page", _("ảnh trang biên bản đã ký")
        BEGIN = "begin", _("bắt đầu phát phiếu")
        SLIP = "slip", _("phát, thu một phiếu")
        VISIT = "visit", _("không gặp hộ, hộ không nhận phiếu")
        ANSWER = "answer", _("câu trả lời trên phiếu ghi tên hộ")
        END = "end", _("hết thu phiếu, kiểm phiếu")
        COUNT = "count", _("phiếu đếm của đợt phát phiếu")
        SETTLE = "settle", _("kết luận đợt phát phiếu")
        PAPER = "paper", _("ảnh biên bản kiểm phiếu đã ký")

    class Result(models.TextChoices):
        DONE = "done", _("đã ghi nhận")
        SAME = "same", _("đã có từ trước")
        CONFLICT = "conflict", _("khác với máy khác")
        LATE = "late", _("đến muộn")

    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="phone_events")
    ballot_round = models.ForeignKey(BallotRound, models.PROTECT, null=True, blank=True, related_name="phone_events")
    kind = models.CharField(max_length=12, choices=Kind)
    result = models.CharField(max_length=8, choices=Result)
    device = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    happened_at = models.DateTimeField()
    entered_at = models.DateTimeField()
    clock_offset = models.IntegerField()
    known_offset = models.IntegerField(null=True, blank=True)
    key = models.CharField(max_length=64, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(meeting__isnull=False, ballot_round__isnull=True)
                | Q(meeting__isnull=True, ballot_round__isnull=False),
                name="an_event_is_of_a_meeting_or_of_a_round",
            ),
        )
        indexes = (
            models.Index(fields=["meeting", "-id"], name="events_of_telephones"),
            models.Index(fields=["ballot_round", "-id"], name="events_at_the_doors"),
        )

    def __str__(self) -> str:
        return f"{self.meeting_id or self.ballot_round_id}: {self.kind} ({self.result})"


class LateEvent(models.Model):
    """What a telephone recorded and what could not enter any more, kept whole for a person to decide.

    `body` is the event's content as it was sent; `words` why it did not enter; `file` the photo that came with it.
    """

    personal_data = PersonalData(
        fields={
            "body": _("họ và tên người đến thay, người nhận phiếu, người được cử, người đếm mà máy đã ghi"),
            "words": _("họ và tên ấy trong lời nói vì sao chưa vào được"),
        },
        kept=_("cùng hồ sơ cuộc họp, đợt lấy phiếu"),
    )

    event = models.OneToOneField(PhoneEvent, models.PROTECT, related_name="late")
    body = models.JSONField()
    words = models.CharField(max_length=500)
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"{self.event}: {self.words}"


class LateDecision(models.Model):
    """What a person decided about an event that could not enter: with a reason. What was recorded stays as it is."""

    class Decision(models.TextChoices):
        KEPT_OUT = "kept_out", _("giữ kết quả đã ghi, không thay đổi")
        PUT_RIGHT = "put_right", _("đã ghi lại cho đúng, hoặc sẽ lập biên bản sửa")

    late = models.ForeignKey(LateEvent, models.PROTECT, related_name="decisions")
    decision = models.CharField(max_length=10, choices=Decision)
    words = models.CharField(max_length=300)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(words=""), name="a_decision_has_its_reason"),)

    def __str__(self) -> str:
        return f"{self.late_id}: {self.decision}"
