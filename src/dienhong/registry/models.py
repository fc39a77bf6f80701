"""Places, organizations, people, households, posts and accounts."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.actors import Role
from dienhong.foundations.encryption import EncryptedTextField
from dienhong.foundations.personal import PersonalData


class Locality(models.Model):
    """A province, a commune or a village, with the word its people use for it: thôn, ấp, khóm, buôn…

    `path` holds the ids from the top down, "/1/5/12/": a place covers every path that starts with its own.
    """

    class Kind(models.TextChoices):
        PROVINCE = "province", _("cấp tỉnh")
        DISTRICT = "district", _("cấp huyện (trước 01/7/2025)")
        COMMUNE = "commune", _("cấp xã")
        VILLAGE = "village", _("thôn, tổ dân phố")

    code = models.SlugField(max_length=40, unique=True)
    kind = models.CharField(max_length=10, choices=Kind)
    word = models.CharField(max_length=30)
    name = models.CharField(max_length=120)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    path = models.CharField(max_length=120, db_index=True)
    search = models.CharField(max_length=160, db_index=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    households_listed_on = models.DateField(null=True, blank=True)  # since then two people change its households

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="locality_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return f"{self.word} {self.name}"


class Facility(models.Model):
    """A statement: from a day on, how many places of a kind to post notices at a village has; 0: it has none.

    Of a village without a statement nothing is known. The newest day counts; of two for one day, the later statement.
    """

    class Kind(models.TextChoices):
        CULTURAL_HOUSE = "cultural-house", _("nhà văn hóa")
        COMMUNITY_POINT = "community-point", _("điểm sinh hoạt cộng đồng")

    locality = models.ForeignKey(Locality, models.PROTECT, related_name="facilities")
    kind = models.CharField(max_length=20, choices=Kind)
    number = models.PositiveSmallIntegerField()
    since = models.DateField()
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = (models.Index(fields=["locality", "kind", "since"], name="facilities_by_village"),)

    def __str__(self) -> str:
        return f"{self.locality}: {self.number} {self.get_kind_display()}"


class Succession(models.Model):
    """A place that merged into, was split into or was renamed to another, and the act that did it."""

    predecessor = models.ForeignKey(Locality, models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Locality, models.PROTECT, related_name="origins")
    on = models.DateField()
    act = models.CharField(max_length=200)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["predecessor", "successor"], name="one_succession_per_pair"),
            models.CheckConstraint(condition=~Q(predecessor=F("successor")), name="no_place_succeeds_itself"),
        )

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class Organization(models.Model):
    """A body that has duties: it is assigned, it reports, it is counted. A village is one too."""

    class Kind(models.TextChoices):
        COMMITTEE = "committee", _("Ủy ban nhân dân")
        AGENCY = "agency", _("cơ quan")
        PUBLIC_UNIT = "public-unit", _("đơn vị sự nghiệp công lập")
        STATE_ENTERPRISE = "state-enterprise", _("doanh nghiệp nhà nước")
        FRONT = "front", _("Mặt trận Tổ quốc")
        SOCIO_POLITICAL = "socio-political", _("tổ chức chính trị - xã hội")
        COUNCIL = "council", _("Hội đồng nhân dân")
        VILLAGE = "village", _("thôn, tổ dân phố")

    code = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=20, choices=Kind)
    name = models.CharField(max_length=200)
    locality = models.ForeignKey(Locality, models.PROTECT, related_name="organizations")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    search = models.CharField(max_length=240, db_index=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="organization_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """A person known to the register. What identifies them is encrypted; erasing leaves the row, emptied."""

    personal_data = PersonalData(
        fields={
            "name": _("họ và tên, để mời, ghi danh sách và ghi người ký"),
            "birth_year": _("năm sinh, để phân biệt người trùng tên"),
            "identity_number": _("số định danh, chỉ để tránh nhập trùng; được mã hóa"),
            "phone": _("số điện thoại, để báo tin; được mã hóa"),
            "email": _("thư điện tử, để báo tin; được mã hóa"),
            "died_on": _("ngày mất, để người đã mất không còn đại diện hộ"),
        },
        kept=_("đến 5 năm sau khi hết nhiệm vụ, hoặc khi người đó yêu cầu xóa"),
    )

    name = models.CharField(max_length=120)
    birth_year = models.PositiveSmallIntegerField(null=True, blank=True)
    locality = models.ForeignKey(Locality, models.PROTECT, related_name="people")
    identity_number = EncryptedTextField()
    identity_index = models.CharField(max_length=64, blank=True, db_index=True)
    phone = EncryptedTextField()
    email = EncryptedTextField()
    search = models.CharField(max_length=160, db_index=True)
    verified_at = models.DateTimeField(null=True, blank=True)
    verified_by = models.CharField(max_length=40, blank=True)  # "handover" or the name of the service that confirmed
    died_on = models.DateField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["identity_index"],
                condition=~Q(identity_index=""),
                name="one_person_per_identity_number",
            ),
            models.CheckConstraint(
                condition=Q(verified_at__isnull=True, verified_by="")
                | (Q(verified_at__isnull=False) & ~Q(verified_by="")),
                name="verification_has_a_way_and_a_time",
            ),
        )

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username=username)


class User(AbstractBaseUser):
    """An account. It signs in a person; what the person may do comes from their posts."""

    personal_data = PersonalData(
        fields={"username": _("tên đăng nhập")},
        kept=_("đến khi tài khoản bị đóng; sổ cái chỉ giữ mã số tài khoản"),
    )

    username = models.CharField(max_length=60, unique=True)
    person = models.OneToOneField(Person, models.PROTECT, related_name="account")
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)  # somebody else knows it: it was handed over
    created_at = models.DateTimeField(db_default=Now())

    objects = UserManager()
    USERNAME_FIELD = "username"

    def __str__(self) -> str:
        return self.username


class Post(models.Model):
    """A dated post: "Trưởng thôn Đông", "Chủ tịch UBND xã". Its role says what the holder may do here.

    A post over a locality covers all below it; one with an organization covers that organization only.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="posts")
    locality = models.ForeignKey(Locality, models.PROTECT, related_name="posts")
    organization = models.ForeignKey(Organization, models.PROTECT, null=True, blank=True, related_name="posts")
    title = models.CharField(max_length=120)
    role = models.CharField(max_length=20, blank=True, choices=[(role.value, role.value) for role in Role])
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    granted_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="post_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return f"{self.title}: {self.person}"


class Household(models.Model):
    """A household of a village, by its code in the village. Who speaks for it is a dated mandate."""

    code = models.CharField(max_length=30)
    locality = models.ForeignKey(Locality, models.PROTECT, related_name="households")
    address = models.CharField(max_length=160, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    personal_data = PersonalData(
        fields={"address": _("xóm, ngõ, số nhà, để phát giấy mời và phiếu")},
        kept=_("đến 5 năm sau khi hộ chuyển đi"),
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["locality", "code"], name="one_household_per_code_in_a_village"),
        )

    def __str__(self) -> str:
        return f"{self.code} ({self.locality})"


class Mandate(models.Model):
    """Who represents a household, from which day to which, both included.

    `is_nominated`: the household has nobody of full capacity and its members agreed on this person (LDC art. 18
    cl. 2), who may then speak for another household too; `ground` says by which paper.
    """

    household = models.ForeignKey(Household, models.PROTECT, related_name="mandates")
    person = models.ForeignKey(Person, models.PROTECT, related_name="mandates")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    is_nominated = models.BooleanField(default=False)
    ground = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(is_nominated=False) | ~Q(ground=""), name="a_nominated_representative_has_a_ground"
            ),
            models.UniqueConstraint(
                fields=["household"],
                condition=Q(ends_on__isnull=True),
                name="one_open_mandate_per_household",
            ),
        )

    def __str__(self) -> str:
        return f"{self.household}: {self.person}"


class Handover(models.Model):
    """A code handed over in person and signed for. Entering it afterwards verifies the person or household.

    Only a keyed hash of the code is kept. Delivered means: the recipient signed the slip, an officer saw it.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="handovers")
    household = models.ForeignKey(Household, models.PROTECT, null=True, blank=True, related_name="handovers")
    code_hash = models.CharField(max_length=64, unique=True)
    issued_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(db_default=Now())
    expires_on = models.DateField()
    delivered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    delivered_at = models.DateTimeField(null=True, blank=True)
    redeemed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(delivered_at__isnull=True, delivered_by__isnull=True)
                | Q(delivered_at__isnull=False, delivered_by__isnull=False),
                name="delivery_has_a_person_and_a_time",
            ),
            models.CheckConstraint(
                condition=Q(redeemed_at__isnull=True) | Q(delivered_at__isnull=False),
                name="a_code_works_after_it_is_handed_over",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person} ({self.expires_on})"


class ImportBatch(models.Model):
    """A table read from a file, waiting for the officer's word. `content` is emptied once it is decided."""

    class Register(models.TextChoices):
        LOCALITIES = "localities", _("địa bàn")
        ORGANIZATIONS = "organizations", _("cơ quan, tổ chức")
        PEOPLE = "people", _("người và chức danh")
        HOUSEHOLDS = "households", _("hộ gia đình")

    personal_data = PersonalData(
        fields={"content": _("các dòng của tệp, giữ mã hóa cho đến khi người nhập xác nhận hoặc bỏ")},
        kept=_("xóa ngay khi xác nhận hoặc bỏ"),
    )

    register = models.CharField(max_length=20, choices=Register)
    locality = models.ForeignKey(Locality, models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    content = EncryptedTextField()
    rows = models.PositiveIntegerField()
    uploaded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(db_default=Now())
    needs_second = models.BooleanField(default=False)  # typed by hand: somebody else compares and enters it
    decided_at = models.DateTimeField(null=True, blank=True)
    added = models.PositiveIntegerField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.get_register_display()}: {self.file_name}"
