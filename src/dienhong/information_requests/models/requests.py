"""A request, what came in for it, who asks."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.encryption import EncryptedTextField
from dienhong.foundations.personal import PersonalData
from lawcore.petitions.lifecycle_requests import INFORMATION

WITHDRAWN = "withdrawn"
STAGES = (*INFORMATION.states.items(), (WITHDRAWN, _("người yêu cầu đã rút")))
"""The steps of the law, and that whoever asked took it back, of which the law does not speak."""


class Came(models.TextChoices):
    """How the request came in."""

    PORTAL = "portal", _("người dân gửi trên trang này")
    PAPER = "paper", _("phiếu giấy, cán bộ nhập")
    VILLAGE_HEAD = "village-head", _("Trưởng thôn ghi giúp")


class Channel(models.TextChoices):
    """How the answer is received."""

    PORTAL = "portal", _("xem trên trang này bằng mã biên nhận")
    OFFICE = "office", _("nhận bản giấy tại trụ sở Ủy ban nhân dân xã")
    POST = "post", _("nhận qua bưu chính")
    VILLAGE_HEAD = "village-head", _("nhận bản giấy qua Trưởng thôn, Tổ trưởng tổ dân phố")


class Timing(models.TextChoices):
    """What sets the last day: the law, the commune's own target, nothing."""

    LAW = "law", _("hạn luật định")
    TARGET = "target", _("mục tiêu phục vụ của xã, không phải hạn luật định")
    NONE = "none", _("chưa có hạn")


class Request(models.Model):
    """One request. `received_on` is the day claimed, `since` that of the form as it was last completed.

    `due_on` and `due` repeat what `dienhong.information_requests.asking` answers, for lists; `first_due_on` is the
    last day before an extension. `code` is the secret of who asks: it opens the page of the request.
    """

    organization = models.ForeignKey("registry.Organization", models.PROTECT, related_name="information_requests")
    code = models.CharField(max_length=10, unique=True, null=True)  # noqa: DJ001 - issued once the row has its number
    disclosure = models.ForeignKey("disclosures.Disclosure", models.PROTECT, null=True, blank=True, related_name="+")
    came = models.CharField(max_length=12, choices=Came)
    channel = models.CharField(max_length=12, choices=Channel)
    village = models.ForeignKey("registry.Locality", models.PROTECT, null=True, blank=True, related_name="+")
    is_resident = models.BooleanField()
    stage = models.CharField(max_length=20, choices=STAGES, default=INFORMATION.start)
    is_simple = models.BooleanField(null=True)
    received_on = models.DateField()
    since = models.DateField()
    timing = models.CharField(max_length=6, choices=Timing)
    due_on = models.DateField(null=True, blank=True)
    first_due_on = models.DateField(null=True, blank=True)
    due = models.JSONField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    ground = models.CharField(max_length=10, blank=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(since__gte=F("received_on")), name="a_request_is_valid_once_received"),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("received_on")),
                name="an_answer_follows_its_request",
            ),
        )
        indexes = (models.Index(fields=["organization", "stage", "due_on"], name="requests_by_clock"),)

    def __str__(self) -> str:
        return f"{self.pk} ({self.stage})"


class Submission(models.Model):
    """What came in, as it came: the first form, then each completion. Never changed; erased when two people decide it.

    `digest` is a keyed hash of the words for the ledger: it proves them without giving them away.
    """

    personal_data = PersonalData(
        fields={
            "wanted": _("thông tin được yêu cầu, bằng lời của người yêu cầu; được mã hóa"),
            "purpose": _("lý do, mục đích yêu cầu; được mã hóa"),
        },
        kept=_("cùng hồ sơ yêu cầu cung cấp thông tin, theo thời hạn lưu trữ hồ sơ"),
    )

    request = models.ForeignKey(Request, models.PROTECT, related_name="submissions")
    number = models.PositiveSmallIntegerField()
    wanted = EncryptedTextField()
    purpose = EncryptedTextField()
    digest = models.CharField(max_length=64)
    came_on = models.DateField()
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40, blank=True)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (models.UniqueConstraint(fields=["request", "number"], name="one_submission_per_number"),)

    def __str__(self) -> str:
        return f"{self.request_id} ({self.number})"


class Requester(models.Model):
    """Who asks and how to reach them. `identity_index` finds another request of the same person, and no more."""

    personal_data = PersonalData(
        fields={
            "name": _("họ và tên người yêu cầu; được mã hóa"),
            "address": _("nơi cư trú, địa chỉ, để trả lời và biết xã có trách nhiệm không; được mã hóa"),
            "identity_number": _("số căn cước hoặc hộ chiếu, theo điểm a khoản 2 Điều 24 Luật 104; được mã hóa"),
            "phone": _("số điện thoại, để báo tin; được mã hóa"),
            "email": _("thư điện tử, để báo tin; được mã hóa"),
        },
        kept=_("cùng hồ sơ yêu cầu cung cấp thông tin, theo thời hạn lưu trữ hồ sơ"),
    )

    request = models.OneToOneField(Request, models.PROTECT, related_name="requester")
    name = EncryptedTextField()
    address = EncryptedTextField()
    identity_number = EncryptedTextField()
    identity_index = models.CharField(max_length=64, blank=True, db_index=True)
    phone = EncryptedTextField()
    email = EncryptedTextField()

    def __str__(self) -> str:
        return str(self.request_id)
