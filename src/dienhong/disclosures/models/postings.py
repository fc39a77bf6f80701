"""That a version was made public, where and how; that it came down."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dienhong.disclosures.models.content import Version
from lawcore.disclosures import Publisher
from lawcore.disclosures.obligations import FORMS

WAYS = {str(way.code): way.label for kind in reversed(Publisher) for way in FORMS[kind]}
"""Every way of disclosing; a commune's words where several kinds of publisher have it."""


class Reader(models.TextChoices):
    """Who read it out, by post: the name is nobody's business."""

    HEAD = "head", _("Trưởng thôn, Tổ trưởng tổ dân phố")
    DEPUTY = "deputy", _("Phó trưởng thôn, Tổ phó tổ dân phố")
    PARTY = "party", _("Bí thư chi bộ")
    FRONT = "front", _("Trưởng ban công tác Mặt trận")
    ASSOCIATION = "association", _("Người của đoàn thể")
    COMMUNE = "commune", _("Cán bộ xã")
    OTHER = "other", _("Người khác")


class Posting(models.Model):
    """That a version was made public in one way, at one place: the day claimed, and the moment it was recorded.

    `last_on` is the last day of a broadcast; `notice` how a village head passed it on, `reader` who read it out, before
    how many `households`; `is_agreed`: the community agreed on the network used. `least` is the first day on which it
    may come down, as the law answered; nothing where no time is set.

    `entered_at` is when it was typed, by the clock of the telephone, right or wrong; `by_sync`: it was kept there and
    sent later. Only `recorded_at` is the database's own.
    """

    version = models.ForeignKey(Version, models.PROTECT, related_name="postings")
    form = models.CharField(max_length=20, choices=list(WAYS.items()))
    place = models.CharField(max_length=20, blank=True)
    village = models.ForeignKey("registry.Locality", models.PROTECT, null=True, blank=True, related_name="+")
    notice = models.CharField(max_length=20, blank=True)
    claimed_on = models.DateField()
    last_on = models.DateField(null=True, blank=True)
    stays_until = models.DateField(null=True, blank=True)
    least = models.JSONField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)
    proof = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    proof_name = models.CharField(max_length=200, blank=True)
    reader = models.CharField(max_length=12, blank=True, choices=Reader)
    households = models.PositiveSmallIntegerField(null=True, blank=True)
    is_agreed = models.BooleanField(null=True, blank=True)
    entered_at = models.DateTimeField(null=True, blank=True)
    by_sync = models.BooleanField(default=False)
    key = models.CharField(max_length=80, unique=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(last_on__isnull=True) | Q(last_on__gte=F("claimed_on")), name="a_broadcast_runs_forward"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_form_display()} {self.claimed_on}"


class Removal(models.Model):
    """That a posting came down. `is_early`: before the shortest time was over."""

    posting = models.OneToOneField(Posting, models.PROTECT, related_name="removal")
    claimed_on = models.DateField()
    is_early = models.BooleanField()
    reason = models.CharField(max_length=300, blank=True)
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(is_early=False) | ~Q(reason=""), name="early_removal_has_its_reason"),
        )

    def __str__(self) -> str:
        return f"{self.posting_id} {self.claimed_on}"
