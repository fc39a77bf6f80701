"""The officer's own notebook, a spreadsheet, kept as it came."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now


class Notebook(models.Model):
    """A table of what was made public before or beside this system; entered whole, or not at all.

    Two people who erase a row take the file with it: what was entered stands in the list, each row for itself.

    `entered` is how many rows came in with it; rows that were known already are left as they were.
    """

    plan = models.ForeignKey("disclosures.Plan", models.PROTECT, related_name="notebooks")
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(max_length=200, blank=True)
    uploaded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField(db_default=Now())
    entered = models.PositiveIntegerField(null=True, blank=True)
    entered_by = models.CharField(max_length=40, blank=True)
    entered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["plan", "file"], name="a_notebook_comes_once"),
            models.CheckConstraint(
                condition=Q(entered__isnull=True, entered_by="", entered_at__isnull=True)
                | (Q(entered__isnull=False, entered_at__isnull=False) & ~Q(entered_by="")),
                name="a_notebook_is_entered_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(file__isnull=False) | Q(file_name=""), name="a_notebook_without_file_has_no_name_of_it"
            ),
        )

    def __str__(self) -> str:
        return self.file_name
