"""Works, their versions, the provisions of a version, what is proposed from them and who decided."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.personal import PersonalData
from lawcore.obligations.model import Comparison, Topic
from lawcore.provisions.model import Status
from lawcore.timelimits import Every

TOPIC_NAMES = {
    Topic.TRAINING: _("đào tạo, bồi dưỡng"),
    Topic.COMMUNICATION: _("tuyên truyền, phổ biến"),
    Topic.RESPONSIBILITY: _("trách nhiệm, nêu gương"),
    Topic.TECHNOLOGY: _("công nghệ thông tin, điều kiện bảo đảm"),
    Topic.COMMENDATION: _("khen thưởng, xử lý"),
    Topic.INSPECTION: _("kiểm tra, thanh tra, kỷ luật"),
    Topic.FUNDING: _("kinh phí"),
    Topic.ORGANISATION: _("tổ chức thực hiện"),
}
EVERY_NAMES = {
    Every.MONTH: _("hằng tháng"),
    Every.QUARTER: _("hằng quý"),
    Every.HALF_YEAR: _("định kỳ 6 tháng"),
    Every.YEAR: _("hằng năm"),
    Every.CONTINUOUS: _("thường xuyên"),
}

FAMILY_NAMES = (
    ("T1", _("tuyên truyền, chấp hành, công khai")),
    ("T2", _("ứng dụng công nghệ thông tin")),
    ("T3a", _("quy chế thực hiện dân chủ")),
    ("T3b", _("hương ước, quy ước được rà soát")),
    ("T4", _("Ban Thanh tra nhân dân, Ban Giám sát đầu tư được bảo đảm điều kiện")),
    ("T5", _("bồi dưỡng người làm công tác dân chủ ở cơ sở")),
    ("T5b", _("cán bộ, công chức được giao việc dự tập huấn")),
    ("T6", _("nội dung phải công khai")),
    ("T7", _("Hội đồng nhân dân ban hành nghị quyết")),
)


class Work(models.Model):
    """A resolution as one and the same act through its drafts, its adopted text and what becomes of it.

    `search` is the title folded for search without diacritics.
    """

    locality = models.ForeignKey("registry.Locality", models.PROTECT, related_name="works")
    kind = models.CharField(max_length=80, blank=True)
    title = models.TextField()
    search = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.title


class Version(models.Model):
    """One text of a work: a file as it came, and what was read from it. Rows below it are derived.

    `locality` is that of the work, repeated so that the database can refuse one file twice in a place.
    `metadata` is `lawcore.provisions` Metadata as JSON; the columns beside it are those that pages list by.
    `notes` say what the reader left out or repaired, `message` why it could not read. `step` of `STEPS`
    says how far a background reading has come. `key` is the form's idempotency key.
    """

    personal_data = PersonalData(
        fields={
            "signer": _("họ và tên người ký, như in trên văn bản của Hội đồng nhân dân"),
            "metadata": _("họ và tên người ký, như in trên văn bản của Hội đồng nhân dân"),
        },
        kept=_("cùng văn bản; người ký văn bản của cơ quan nhà nước được công khai"),
    )

    class Status(models.TextChoices):
        DRAFT = Status.DRAFT.value, _("dự thảo")
        ADOPTED = Status.ADOPTED.value, _("đã thông qua")

    class Stage(models.TextChoices):
        UPLOADED = "uploaded", _("đã nhận tệp")
        READING = "reading", _("đang đọc")
        READ = "read", _("đã đọc")
        UNREADABLE = "unreadable", _("không đọc được")

    STEPS = 4

    work = models.ForeignKey(Work, models.PROTECT, related_name="versions")
    locality = models.ForeignKey("registry.Locality", models.PROTECT, related_name="+")
    ordinal = models.PositiveSmallIntegerField()
    source = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    key = models.UUIDField(unique=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.UPLOADED)
    step = models.PositiveSmallIntegerField(default=0)
    message = models.TextField(blank=True)
    number = models.CharField(max_length=60, blank=True)
    adopted_on = models.DateField(null=True, blank=True)
    effective_on = models.DateField(null=True, blank=True)
    signer = models.CharField(max_length=120, blank=True)
    metadata = models.JSONField(default=dict)
    notes = models.JSONField(default=list)
    parser = models.CharField(max_length=20, blank=True)
    uploaded_by = models.CharField(max_length=40)
    uploaded_at = models.DateTimeField(db_default=Now())
    published_by = models.CharField(max_length=40, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["work", "ordinal"], name="one_version_per_ordinal"),
            models.UniqueConstraint(fields=["locality", "source"], name="one_version_per_file_in_a_place"),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | Q(status="adopted", stage="read"),
                name="only_an_adopted_text_is_published",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_by="")
                | (Q(published_at__isnull=False) & ~Q(published_by="")),
                name="publishing_has_a_person_and_a_time",
            ),
        )

    def __str__(self) -> str:
        return f"{self.number or self.file_name} ({self.get_status_display()})"

    @property
    def shown_number(self) -> str:
        """The number as printed, or what a page says where the text has none."""
        if self.number:
            return self.number
        return str(_("dự thảo") if self.status == self.Status.DRAFT else _("chưa có số"))


class Provision(models.Model):
    """A node of the text: chương, điều, khoản, điểm, gạch đầu dòng, đoạn. `at` is its official citation.

    `glued`: printed without a space after the label; `offset`: where a stamp stands in its parent's words.
    `part` says where in the document it stands, `annex` which annex from 1, `depth` how deep from 0.
    `article_eid` names the article it stands in (its own for an article), or the outermost node of its part.
    `unassigned` says why nothing is proposed from it, "" when something is or when nothing could be.
    """

    class Part(models.TextChoices):
        FRONT = "front", _("phần đầu")
        PREAMBLE = "preamble", _("căn cứ")
        BODY = "body", _("nội dung")
        CLOSING = "closing", _("phần ký")
        ANNEX = "annex", _("phụ lục")

    version = models.ForeignKey(Version, models.CASCADE, related_name="provisions")
    eid = models.CharField(max_length=255)
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="children")
    part = models.CharField(max_length=10, choices=Part)
    annex = models.PositiveSmallIntegerField(null=True, blank=True)
    depth = models.PositiveSmallIntegerField()
    article_eid = models.CharField(max_length=255)
    kind = models.CharField(max_length=12)
    number = models.TextField(blank=True)
    label = models.TextField(blank=True)
    heading = models.TextField(blank=True)
    text = models.TextField(blank=True)
    glued = models.BooleanField(default=False)
    offset = models.PositiveIntegerField(null=True, blank=True)
    order = models.PositiveIntegerField()
    first_line = models.PositiveIntegerField()
    last_line = models.PositiveIntegerField()
    page = models.PositiveIntegerField(null=True, blank=True)
    at = models.CharField(max_length=300, blank=True)
    unassigned = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["version", "eid"], name="one_provision_per_eid"),
            models.UniqueConstraint(fields=["version", "order"], name="one_provision_per_place"),
        )
        indexes = (models.Index(fields=["version", "article_eid"], name="provision_by_article"),)

    def __str__(self) -> str:
        return self.at or self.eid


class FindingRow(models.Model):
    """Something missing or contradictory in the text, listed and never guessed."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="findings")
    code = models.CharField(max_length=40)
    at = models.CharField(max_length=200, blank=True)
    message = models.TextField()

    def __str__(self) -> str:
        return self.message


class Relation(models.Model):
    """What a version says of another document; `target` when that document is a work known here."""

    class Kind(models.TextChoices):
        BASED_ON = "based_on", _("căn cứ")
        REPEALS = "repeals", _("bãi bỏ")
        REPLACES = "replaces", _("thay thế")
        AMENDS = "amends", _("sửa đổi, bổ sung")

    version = models.ForeignKey(Version, models.CASCADE, related_name="relations")
    relation = models.CharField(max_length=10, choices=Kind)
    text = models.TextField()
    type = models.CharField(max_length=80, blank=True)
    number = models.CharField(max_length=80, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    issuer = models.CharField(max_length=200, blank=True)
    dated = models.DateField(null=True, blank=True)
    target = models.ForeignKey(Work, models.PROTECT, null=True, blank=True, related_name="affected_by")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["version", "relation", "target"],
                condition=Q(target__isnull=False),
                name="one_relation_of_a_kind_to_a_work",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_relation_display()}: {self.text}"

    @property
    def is_resolution(self) -> bool:
        """Whether the document named is of the only kind that is kept here."""
        return self.type.lower().startswith("nghị quyết")


class Proposal(models.Model):
    """A target or duty read in a provision, or written by an officer: decided, replaced, never reworded.

    `part`, `start` and `end` say which words; `sentence` counts from 1 in the provision. `origin` is the
    proposal an officer edited or split to make this one; the merged ones point to it by `merged_into`.
    `carried_from` is the confirmed proposal of the earlier version that says the same words.
    `by_date` is the last day when the text fixes it; `due_text` the words, also where they fix none.
    """

    class Kind(models.TextChoices):
        TARGET = "target", _("mục tiêu")
        DUTY = "duty", _("nhiệm vụ")

    class State(models.TextChoices):
        PROPOSED = "proposed", _("chờ duyệt")
        CONFIRMED = "confirmed", _("đã xác nhận")
        REJECTED = "rejected", _("đã loại")
        SUPERSEDED = "superseded", _("đã thay bằng đề xuất khác")

    version = models.ForeignKey(Version, models.PROTECT, related_name="proposals")
    provision = models.ForeignKey(Provision, models.PROTECT, related_name="proposals")
    kind = models.CharField(max_length=6, choices=Kind)
    sentence = models.PositiveSmallIntegerField()
    part = models.CharField(max_length=7, default="text")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    percent = models.DecimalField(max_digits=7, decimal_places=3, null=True, blank=True)
    upto = models.DecimalField(max_digits=7, decimal_places=3, null=True, blank=True)
    comparison = models.CharField(max_length=2, choices=[(c.value, c.value) for c in Comparison], blank=True)
    every = models.CharField(max_length=10, choices=[(e.value, EVERY_NAMES[e]) for e in Every], blank=True)
    aspirational = models.BooleanField(default=False)
    population = models.TextField(blank=True)
    bearer = models.TextField(blank=True)
    action = models.TextField(blank=True)
    topic = models.CharField(max_length=14, choices=[(t.value, TOPIC_NAMES[t]) for t in Topic], blank=True)
    families = models.JSONField(default=list)
    by_date = models.DateField(null=True, blank=True)
    due_text = models.CharField(max_length=200, blank=True)
    due_month = models.PositiveSmallIntegerField(null=True, blank=True)
    due_day = models.PositiveSmallIntegerField(null=True, blank=True)
    rule = models.TextField(blank=True)
    parser = models.CharField(max_length=20)
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    decided_by = models.CharField(max_length=40, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    origin = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="outcomes")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged_from")
    carried_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    key = models.UUIDField(null=True, blank=True, db_index=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state="proposed", decided_by="", decided_at__isnull=True)
                | (~Q(state="proposed") & ~Q(decided_by="") & Q(decided_at__isnull=False)),
                name="a_decision_has_a_person_and_a_time",
            ),
            models.CheckConstraint(
                condition=Q(kind="duty") | Q(percent__isnull=False),
                name="a_target_has_a_percentage",
            ),
            models.CheckConstraint(condition=Q(end__gte=F("start")), name="a_proposal_ends_after_it_begins"),
        )
        indexes = (models.Index(fields=["version", "state"], name="proposal_by_state"),)

    def __str__(self) -> str:
        return self.text


class Decision(models.Model):
    """One step in the life of a proposal: made by an officer, confirmed, rejected, replaced. Rows are only added."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="decisions")
    state = models.CharField(max_length=10, choices=Proposal.State)
    by = models.CharField(max_length=40)
    at = models.DateTimeField()
    reason = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.proposal_id}: {self.get_state_display()}"


class Reading(models.Model):
    """An officer's word on a provision that assigns nothing. Rows are only added; the latest one holds."""

    class Outcome(models.TextChoices):
        NO_DUTY = "no-duty", _("không giao việc")
        ELSEWHERE = "elsewhere", _("đã giao ở điều khoản khác")
        REOPENED = "reopened", _("xem lại")

    provision = models.ForeignKey(Provision, models.PROTECT, related_name="readings")
    outcome = models.CharField(max_length=10, choices=Outcome)
    reason = models.TextField()
    by = models.CharField(max_length=40)
    at = models.DateTimeField()
    carried_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.provision}: {self.get_outcome_display()}"
