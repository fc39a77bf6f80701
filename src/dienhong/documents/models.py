"""Files, once each by their sha256, and the codes printed on papers."""

from django.db import models
from django.db.models.functions import Now


class StoredFile(models.Model):
    """A file kept whole, exactly as it came, under the hash of its bytes."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=120)
    stored_at = models.DateTimeField(db_default=Now())
    stored_by = models.CharField(max_length=120, blank=True, default="")  # the pseudonym of who brought it first

    def __str__(self) -> str:
        return self.sha256[:12]


class PrintedForm(models.Model):
    """A paper that went out: the code on it and the page of this site that it leads back to."""

    code = models.CharField(max_length=10, unique=True)
    kind = models.CharField(max_length=60)  # "report", "plan", "notice" …
    subject = models.CharField(max_length=200)  # app.model:pk, as text: the paper outlives the row
    path = models.CharField(max_length=300)  # on this site, "/bao-cao/12/"
    locality = models.CharField(max_length=64)  # whose ledger records it
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["kind", "subject"], name="one_code_per_paper"),
            models.CheckConstraint(condition=models.Q(path__startswith="/"), name="path_on_this_site"),
        )

    def __str__(self) -> str:
        return self.code
