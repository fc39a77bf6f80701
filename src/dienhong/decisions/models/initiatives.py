"""What a citizen wants to be put to the village, and which households consent (LDC art. 16 cl. 3)."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.decisions.models.matters import Kinds, Matter
from dienhong.foundations.personal import PersonalData


class Initiative(models.Model):
    """Collected until enough households consent, or the Front's board agrees; then it becomes a `matter`."""

    class Ground(models.TextChoices):
        """Why it was laid aside; with enough households only for one of the first three."""

        WITHDRAWN = "withdrawn", _("người nêu sáng kiến rút lại")
        UNLAWFUL = "unlawful", _("trái quy định của pháp luật")
        IMMORAL = "immoral", _("trái thuần phong, mỹ tục, đạo đức xã hội")
        UNSUPPORTED = "unsupported", _("chưa đủ hộ đồng thuận, hoặc lý do khác")

    personal_data = PersonalData(
        fields={"proposed_by": _("họ và tên công dân nêu sáng kiến")},
        kept=_("cùng hồ sơ quyết định của cộng đồng dân cư; không hiện trên trang công khai"),
    )

    village = models.ForeignKey("registry.Locality", models.PROTECT, related_name="initiatives")
    kind = models.CharField(max_length=4, choices=Kinds)
    title = models.CharField(max_length=200)
    asked = models.TextField()
    reason = models.TextField(blank=True)
    proposed_by = models.CharField(max_length=120)
    begun_on = models.DateField()
    matter = models.OneToOneField(Matter, models.PROTECT, null=True, blank=True, related_name="initiative")
    closed_on = models.DateField(null=True, blank=True)  # laid aside without becoming a matter
    closed_for = models.CharField(max_length=300, blank=True)
    closed_ground = models.CharField(max_length=11, choices=Ground, blank=True)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(title="") & ~Q(asked=""), name="an_initiative_asks_something"),
            models.CheckConstraint(
                condition=Q(matter__isnull=True) | Q(closed_on__isnull=True), name="an_initiative_ends_in_one_way"
            ),
        )
        indexes = (models.Index(fields=["village", "-id"], name="initiatives_of_a_village"),)

    def __str__(self) -> str:
        return self.title


class Consent(models.Model):
    """That a household agreed, on a day, by its signature on a list or on the telephone of who collects."""

    class Way(models.TextChoices):
        LIST = "list", _("ký vào danh sách giấy")
        PHONE = "phone", _("ghi tại nhà bằng điện thoại")

    personal_data = PersonalData(
        fields={"by_name": _("họ và tên người thay mặt hộ đồng ý")},
        kept=_("cùng sáng kiến; chỉ Trưởng thôn, Mặt trận và cán bộ xã xem được"),
    )

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="consents")
    household = models.ForeignKey("registry.Household", models.PROTECT, related_name="+")
    given_on = models.DateField()
    way = models.CharField(max_length=5, choices=Way)
    by_name = models.CharField(max_length=120, blank=True)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["initiative", "household", "given_on"], name="a_household_consents_once_a_day"
            ),
        )
        indexes = (models.Index(fields=["initiative", "given_on"], name="consents_of_an_initiative"),)

    def __str__(self) -> str:
        return f"{self.initiative_id}: {self.household_id}"
