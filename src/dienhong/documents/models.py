"""Files, once each by their sha256."""

from django.db import models
from django.db.models.functions import Now


class StoredFile(models.Model):
    """A file kept whole, exactly as it came, under the hash of its bytes."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=120)
    stored_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return self.sha256[:12]
