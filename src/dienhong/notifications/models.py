"""The one noun: a notice."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from dienhong.foundations.actors import Role


class Notice(models.Model):
    """A message to one account, one organization, or the holders of a role over a place.

    `key` is what makes it the same message: a second one with that key is not written.
    """

    user = models.ForeignKey("registry.User", models.CASCADE, null=True, blank=True, related_name="notices")
    organization = models.ForeignKey(
        "registry.Organization",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="notices",
    )
    role = models.CharField(max_length=20, blank=True, choices=[(role.value, role.value) for role in Role])
    locality = models.ForeignKey("registry.Locality", models.CASCADE, null=True, blank=True, related_name="notices")
    subject = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    link = models.CharField(max_length=300, blank=True)
    due_on = models.DateField(null=True, blank=True)
    key = models.CharField(max_length=120, unique=True)
    created_at = models.DateTimeField(db_default=Now())
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.CharField(max_length=40, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=(
                    Q(user__isnull=False, organization__isnull=True, role="", locality__isnull=True)
                    | Q(user__isnull=True, organization__isnull=False, role="", locality__isnull=True)
                    | (Q(user__isnull=True, organization__isnull=True, locality__isnull=False) & ~Q(role=""))
                ),
                name="notice_has_one_reader",
            ),
        )
        indexes = (
            models.Index(fields=["organization", "read_at"], name="notices_of_an_organization"),
            models.Index(fields=["mailed_at", "id"], name="notices_to_mail"),
        )

    def __str__(self) -> str:
        return self.subject
