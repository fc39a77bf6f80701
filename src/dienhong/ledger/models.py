"""What the ledger keeps. All of it is INSERT only by trigger (`triggers.py`); a payload may be erased."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

QUIET = ("presence.recorded", "slip.recorded", "vote.recorded")
"""Acts that come by the thousand in one evening and that no page for everybody shows (docs/adr/0017)."""


class RecordedMoment(models.DateTimeField):  # type: ignore[type-arg]
    """The database's clock at the insert. What Python assigns is ignored; what SQL assigns is refused by trigger."""

    db_returning = True  # read back with the insert

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "db_default": Now(), "editable": False})

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: FBT001 - Django's signature
        return Now() if add else super().pre_save(model_instance, add)


class Entry(models.Model):
    """One act, as it was recorded. Names nobody: the actor is a pseudonym, the data a salted commitment."""

    locality = models.CharField(max_length=64)
    kind = models.CharField(max_length=80)  # noun.past_participle
    subject = models.CharField(max_length=200)  # app.model:pk, as text: it outlives the row
    actor = models.CharField(max_length=120)
    claimed_on = models.DateField(null=True)
    recorded_at = RecordedMoment()
    commitment = models.CharField(max_length=64)  # SHA-256(salt || canonical payload), in hex
    key = models.CharField(max_length=120, null=True)  # noqa: DJ001 - idempotency key; several may be absent

    class Meta:
        constraints = (models.UniqueConstraint(fields=["locality", "key"], name="one_entry_per_key"),)
        indexes = (
            models.Index(fields=["subject"], name="entries_of_a_subject"),
            models.Index(fields=["locality"], condition=~Q(kind__in=QUIET), name="acts_that_pages_show"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"


class Payload(models.Model):
    """What the entry is about. Erasing it, salt and all, leaves a commitment that says nothing.

    No constraint in the database, here and in `Pending`: an entry never goes away, and checking costs the append.
    """

    entry = models.OneToOneField(Entry, models.PROTECT, primary_key=True, related_name="payload", db_constraint=False)
    salt = models.BinaryField(max_length=32)
    data = models.JSONField()

    def __str__(self) -> str:
        return f"payload of {self.entry_id}"


class Pending(models.Model):
    """An entry that waits for its leaf. A trigger writes the row with the entry; sealing takes it away."""

    entry = models.OneToOneField(Entry, models.PROTECT, primary_key=True, related_name="+", db_constraint=False)
    locality = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"pending {self.entry_id}"


class Leaf(models.Model):
    """Where an entry stands in the tree of its locality."""

    locality = models.CharField(max_length=64)
    index = models.PositiveBigIntegerField()
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="leaf")
    hash = models.BinaryField(max_length=32)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["locality", "index"], name="one_leaf_per_place"),)

    def __str__(self) -> str:
        return f"{self.locality} {self.index}"


class Node(models.Model):
    """A full subtree above the leaves, so that a proof reads some forty rows and not the whole tree."""

    locality = models.CharField(max_length=64)
    level = models.PositiveSmallIntegerField()
    index = models.PositiveBigIntegerField()
    hash = models.BinaryField(max_length=32)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["locality", "level", "index"], name="one_node_per_place"),)

    def __str__(self) -> str:
        return f"{self.locality} {self.level}/{self.index}"


class Head(models.Model):
    """How far a locality's tree has come. The one row that changes: a sealer claims the tree by writing it."""

    locality = models.CharField(max_length=64, primary_key=True)
    size = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.locality} {self.size}"


class SigningKey(models.Model):
    """A public key that signs checkpoints, and how it followed the one before. The private half is a file."""

    public = models.CharField(max_length=64, unique=True)  # Ed25519, in hex
    # Empty for the first key; otherwise the statement that both keys signed.
    statement = models.TextField(blank=True)
    old_signature = models.CharField(max_length=128, blank=True)
    new_signature = models.CharField(max_length=128, blank=True)

    def __str__(self) -> str:
        return self.public


class Checkpoint(models.Model):
    """The signed root of a locality's first `size` leaves."""

    locality = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    root = models.BinaryField(max_length=32)
    key = models.ForeignKey(SigningKey, models.PROTECT, related_name="+")
    note = models.TextField()  # the signed text as it is published
    sealed_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["locality", "size"], name="one_checkpoint_per_size"),)

    def __str__(self) -> str:
        return f"{self.locality} {self.size}"
