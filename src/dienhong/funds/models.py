"""A village fund: opened by a decision, filled by receipts, emptied by spending. Rows are added, never changed."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.personal import PersonalData


class Fund(models.Model):
    """Money of a village for one purpose. All amounts are whole đồng.

    `matter` is the passed decision it rests on; `per_household` the most that a household gives, None where the
    decision asks nothing of households. `treasurer` keeps the money and never approves its spending.
    """

    matter = models.OneToOneField("decisions.Matter", models.PROTECT, related_name="fund")
    village = models.ForeignKey("registry.Locality", models.PROTECT, related_name="funds")
    purpose = models.CharField(max_length=300)
    per_household = models.PositiveBigIntegerField(null=True, blank=True)
    needed = models.PositiveBigIntegerField(null=True, blank=True)
    exempt = models.CharField(max_length=300, blank=True)
    roll = models.ForeignKey("rolls.Roll", models.PROTECT, related_name="+")
    treasurer = models.ForeignKey("registry.Person", models.PROTECT, related_name="+")
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="a_fund_closes_after_it_opens",
            ),
        )
        indexes = (models.Index(fields=["village", "-id"], name="funds_of_a_village"),)

    def __str__(self) -> str:
        return self.purpose


class TreasurerChange(models.Model):
    """That the village head proposes another treasurer, and why. The newest of a fund may be confirmed."""

    fund = models.ForeignKey(Fund, models.PROTECT, related_name="treasurer_changes")
    to = models.ForeignKey("registry.Person", models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    personal_data = PersonalData(fields={"reason": _("vì sao đổi thủ quỹ")}, kept=_("cùng hồ sơ quyết toán quỹ"))

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(reason=""), name="a_new_treasurer_has_a_reason"),)
        indexes = (models.Index(fields=["fund", "-id"], name="treasurers_of_a_fund"),)

    def __str__(self) -> str:
        return f"{self.fund_id}: {self.to_id}"


class TreasurerHandover(models.Model):
    """That the Front saw the money go from one treasurer, `before`, to the next: on which day, how much, in đồng."""

    change = models.OneToOneField(TreasurerChange, models.PROTECT, related_name="handover")
    before = models.ForeignKey("registry.Person", models.PROTECT, related_name="+")
    on = models.DateField()
    left = models.BigIntegerField()
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"{self.change}: {self.on}"


class Relief(models.Model):
    """That a household gives less than the others, or nothing, and why. The newest of a household counts.

    With the ground MISTAKE the household gives as much as all others again: a second person says that the row before
    was wrong, and why. Both rows stay.
    """

    class Ground(models.TextChoices):
        POOR = "poor", _("hộ nghèo, cận nghèo")
        ELDERLY = "elderly", _("người cao tuổi, neo đơn")
        MERIT = "merit", _("gia đình có công, chính sách")
        HARDSHIP = "hardship", _("khó khăn đột xuất")
        OTHER = "other", _("trường hợp khác mà cộng đồng đã quyết định")
        MISTAKE = "mistake", _("đã ghi nhầm hộ, trở về mức chung")

    personal_data = PersonalData(
        fields={"ground": _("vì sao hộ được giảm, miễn; không hiện ra ngoài"), "words": _("ghi thêm về lý do")},
        kept=_("đến khi quyết toán quỹ được công khai đủ 5 năm"),
    )

    fund = models.ForeignKey(Fund, models.PROTECT, related_name="reliefs")
    household = models.ForeignKey("registry.Household", models.PROTECT, related_name="+")
    level = models.PositiveBigIntegerField()
    ground = models.CharField(max_length=10, choices=Ground)
    words = models.CharField(max_length=300, blank=True)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = (models.Index(fields=["fund", "household", "-id"], name="reliefs_of_a_household"),)

    def __str__(self) -> str:
        return f"{self.fund_id}: {self.level}"


class Book(models.Model):
    """A carbon book of numbered receipts that was handed to somebody: numbers `first` to `last` of a `series`."""

    personal_data = PersonalData(
        fields={"holder": _("họ và tên người giữ quyển biên lai")}, kept=_("cùng hồ sơ quyết toán quỹ")
    )

    fund = models.ForeignKey(Fund, models.PROTECT, related_name="books")
    series = models.CharField(max_length=20)
    first = models.PositiveIntegerField()
    last = models.PositiveIntegerField()
    holder = models.CharField(max_length=120)
    given_on = models.DateField()
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["fund", "series", "first"], name="a_book_once_in_a_fund"),
            models.CheckConstraint(condition=Q(last__gte=F("first")) & Q(first__gt=0), name="a_book_has_its_numbers"),
        )

    def __str__(self) -> str:
        return f"{self.series} {self.first}–{self.last}"


class Receipt(models.Model):
    """What was received, with its number: from a household, or from a giver who is no household of the village.

    `number` counts in the fund. `book` and `serial` where it was written into a carbon book. Labour is in whole days
    and has no amount of money; goods have the value on which both sides agreed.
    """

    class Kind(models.TextChoices):
        MONEY = "money", _("tiền")
        LABOUR = "labour", _("ngày công")
        GOODS = "goods", _("hiện vật")

    personal_data = PersonalData(
        fields={"payer": _("họ và tên người nộp, ghi trên biên lai")}, kept=_("cùng hồ sơ quyết toán quỹ")
    )

    fund = models.ForeignKey(Fund, models.PROTECT, related_name="receipts")
    number = models.PositiveIntegerField()
    household = models.ForeignKey("registry.Household", models.PROTECT, null=True, blank=True, related_name="+")
    giver = models.CharField(max_length=160, blank=True)
    payer = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=6, choices=Kind, default=Kind.MONEY)
    amount = models.PositiveBigIntegerField(default=0)
    days = models.PositiveIntegerField(default=0)
    words = models.CharField(max_length=200, blank=True)
    received_on = models.DateField()
    entered_at = models.DateTimeField(null=True, blank=True)
    book = models.ForeignKey(Book, models.PROTECT, null=True, blank=True, related_name="receipts")
    serial = models.PositiveIntegerField(null=True, blank=True)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["fund", "number"], name="one_receipt_per_number"),
            models.UniqueConstraint(
                fields=["book", "serial"], condition=Q(serial__isnull=False), name="one_receipt_per_leaf_of_a_book"
            ),
            models.CheckConstraint(
                condition=Q(book__isnull=True, serial__isnull=True) | Q(book__isnull=False, serial__isnull=False),
                name="a_leaf_has_its_book",
            ),
            models.CheckConstraint(
                condition=Q(kind="labour", amount=0, days__gt=0) | (~Q(kind="labour") & Q(amount__gt=0, days=0)),
                name="money_and_days_are_not_mixed",
            ),
            models.CheckConstraint(
                condition=(Q(household__isnull=False) & Q(giver="")) | (Q(household__isnull=True) & ~Q(giver="")),
                name="a_household_or_a_giver",
            ),
        )
        indexes = (models.Index(fields=["fund", "household"], name="receipts_of_a_household"),)

    def __str__(self) -> str:
        return f"{self.fund_id}/{self.number}"


class Spending(models.Model):
    """Money paid out of a fund: to whom, for what, with the photo of the bill or of the work."""

    personal_data = PersonalData(
        fields={"payee": _("họ và tên, đơn vị nhận tiền, ghi trên phiếu chi")}, kept=_("cùng hồ sơ quyết toán quỹ")
    )

    fund = models.ForeignKey(Fund, models.PROTECT, related_name="spendings")
    number = models.PositiveIntegerField()
    paid_on = models.DateField()
    amount = models.PositiveBigIntegerField()
    words = models.CharField(max_length=300)
    payee = models.CharField(max_length=160)
    photo = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+")
    photo_name = models.CharField(max_length=200)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["fund", "number"], name="one_spending_per_number"),
            models.CheckConstraint(condition=Q(amount__gt=0) & ~Q(words=""), name="spending_is_for_something"),
        )

    def __str__(self) -> str:
        return f"{self.fund_id}/{self.number}"


class Approval(models.Model):
    """That somebody other than who recorded it agrees with a spending; until then it waits and is shown as waiting."""

    spending = models.OneToOneField(Spending, models.PROTECT, related_name="approval")
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return str(self.spending)


class Cancellation(models.Model):
    """That a receipt or a spending was wrong, and why. It stays, struck through; the right one is a new row."""

    receipt = models.OneToOneField(Receipt, models.PROTECT, null=True, blank=True, related_name="cancellation")
    spending = models.OneToOneField(Spending, models.PROTECT, null=True, blank=True, related_name="cancellation")
    reason = models.CharField(max_length=300)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(receipt__isnull=True, spending__isnull=False)
                | Q(receipt__isnull=False, spending__isnull=True),
                name="one_thing_is_cancelled",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_cancellation_has_its_reason"),
        )

    def __str__(self) -> str:
        return self.reason


class Statement(models.Model):
    """What stood in the fund on a day: of a month, for the board; or closing, for the next meeting.

    `figures` are sums over the rows up to `until`; `digest` their SHA-256. `surplus` says what becomes of what is left,
    by which decision.
    """

    class Kind(models.TextChoices):
        MONTH = "month", _("công khai tháng")
        CLOSING = "closing", _("quyết toán")

    fund = models.ForeignKey(Fund, models.PROTECT, related_name="statements")
    kind = models.CharField(max_length=7, choices=Kind)
    since = models.DateField()
    until = models.DateField()
    figures = models.JSONField()
    digest = models.CharField(max_length=64)
    surplus = models.ForeignKey("decisions.Matter", models.PROTECT, null=True, blank=True, related_name="+")
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(until__gte=F("since")), name="a_statement_looks_forward"),)
        indexes = (models.Index(fields=["fund", "-until"], name="statements_of_a_fund"),)

    def __str__(self) -> str:
        return f"{self.fund_id}: {self.until}"
