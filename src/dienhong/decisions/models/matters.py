"""A matter put to the households of a village, and every step it took."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.personal import PersonalData
from lawcore.ballots.lifecycle import DECISION
from lawcore.ballots.matters import Form, Scope
from lawcore.ballots.matters import Matter as Kind


class Origin(models.TextChoices):
    """Who put it to the people (LDC art. 16)."""

    VILLAGE_HEAD = "village_head", _("Trưởng thôn đề xuất")
    COMMUNE_CHAIR = "commune_chair", _("Chủ tịch Ủy ban nhân dân cấp xã đưa ra")
    INITIATIVE = "initiative", _("sáng kiến của công dân")


class Kinds(models.TextChoices):
    """The six kinds of LDC art. 15, in short words of our own."""

    COMMUNE_WORKS = Kind.COMMUNE_WORKS.value, _("Đóng góp xây dựng công trình")
    VILLAGE_MONEY = Kind.VILLAGE_MONEY.value, _("Thu, chi, quản lý tiền và tài sản chung")
    CONVENTION = Kind.CONVENTION.value, _("Hương ước, quy ước")
    VILLAGE_HEAD = Kind.VILLAGE_HEAD.value, _("Bầu, cho thôi Trưởng thôn, Tổ trưởng")
    BOARD_MEMBERS = Kind.BOARD_MEMBERS.value, _("Bầu, cho thôi thành viên Ban Thanh tra nhân dân, Ban Giám sát đầu tư")
    SELF_GOVERNMENT = Kind.SELF_GOVERNMENT.value, _("Việc tự quản khác")


class Paper(models.TextChoices):
    """How the decision is written down (LDC art. 20 cl. 1)."""

    RESOLUTION = "resolution", _("nghị quyết")
    MINUTES = "minutes", _("biên bản cuộc họp")
    MEMORANDUM = "memorandum", _("bản ghi nhớ")
    AGREEMENT = "agreement", _("bản thỏa thuận")


class CommuneMatter(models.Model):
    """What the commune puts to all of its villages at once: each village decides a matter of its own under it.

    `agreed_with` is who of the commune's Front agreed.
    """

    personal_data = PersonalData(
        fields={"agreed_with": _("họ và tên người của Mặt trận cấp xã đã thống nhất đưa việc ra bàn")},
        kept=_("cùng hồ sơ quyết định của cộng đồng dân cư"),
    )

    commune = models.ForeignKey("registry.Locality", models.PROTECT, related_name="commune_matters")
    kind = models.CharField(max_length=4, choices=Kinds)
    title = models.CharField(max_length=200)
    asked = models.TextField()
    agreed_with = models.CharField(max_length=120)
    agreed_on = models.DateField()
    begun_on = models.DateField()
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(title="") & ~Q(asked=""), name="a_commune_matter_asks_something"),
        )
        indexes = (models.Index(fields=["commune", "-id"], name="matters_of_a_commune"),)

    def __str__(self) -> str:
        return self.title


class Matter(models.Model):
    """What the households are asked to decide. `stage` is the state of `lawcore.ballots` "decision".

    `asked` is the sentence they agree or disagree with. `begun_on` is the day whose law counts. Money of a matter of
    clause 1 or 2 is in whole đồng: `per_household` is the most that a household gives, None where none gives.
    """

    village = models.ForeignKey("registry.Locality", models.PROTECT, related_name="matters")
    kind = models.CharField(max_length=4, choices=Kinds)
    scope = models.CharField(
        max_length=8, choices=[(each.value, each.value) for each in Scope], default=Scope.VILLAGE.value
    )
    title = models.CharField(max_length=200)
    asked = models.TextField()
    reason = models.TextField(blank=True)
    origin = models.CharField(max_length=14, choices=Origin)
    agreed_with = models.CharField(max_length=120)
    agreed_on = models.DateField()
    form = models.CharField(max_length=8, blank=True, choices=[(each.value, each.value) for each in Form])
    stage = models.CharField(max_length=12, choices=tuple(DECISION.states.items()), default=DECISION.start)
    paper = models.CharField(max_length=10, choices=Paper, default=Paper.MINUTES)
    per_household = models.PositiveBigIntegerField(null=True, blank=True)
    money_needed = models.PositiveBigIntegerField(null=True, blank=True)
    money_for = models.CharField(max_length=300, blank=True)
    exempt = models.CharField(max_length=300, blank=True)
    under = models.ForeignKey(CommuneMatter, models.PROTECT, null=True, blank=True, related_name="matters")
    amends = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="amended_by")
    begun_on = models.DateField()
    number = models.PositiveIntegerField(null=True, blank=True)  # in the village's register of a year
    numbered_in = models.PositiveSmallIntegerField(null=True, blank=True)  # the year of that register
    passed_on = models.DateField(null=True, blank=True)
    effective_on = models.DateField(null=True, blank=True)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    personal_data = PersonalData(
        fields={"agreed_with": _("họ và tên người của Mặt trận đã thống nhất đưa việc ra bàn")},
        kept=_("cùng hồ sơ quyết định của cộng đồng dân cư"),
    )

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(title="") & ~Q(asked=""), name="a_matter_asks_something"),
            models.CheckConstraint(
                condition=Q(effective_on__isnull=True) | Q(passed_on__isnull=False), name="what_binds_was_passed"
            ),
            models.UniqueConstraint(fields=["village", "numbered_in", "number"], name="one_number_in_a_register"),
        )
        indexes = (
            models.Index(fields=["village", "-id"], name="matters_of_a_village"),
            models.Index(fields=["village", "stage"], name="matters_by_stage"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def law(self) -> Kind:
        """The kind as the rules of `lawcore.ballots` take it."""
        return Kind(self.kind)


class Step(models.Model):
    """One step of a matter, never changed: what happened, on which day, why it was allowed, by whom it was recorded.

    `event` is an event of `lawcore.ballots` "decision"; `why` the answers of the rules as they were stored.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="steps")
    event = models.CharField(max_length=20, choices=tuple(DECISION.events.items()))
    to = models.CharField(max_length=12, choices=tuple(DECISION.states.items()))
    on = models.DateField()
    words = models.TextField(blank=True)
    why = models.JSONField(default=list)
    due_on = models.DateField(null=True, blank=True)
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = (models.Index(fields=["matter", "id"], name="steps_of_a_matter"),)

    def __str__(self) -> str:
        return f"{self.matter_id}: {self.event}"
