"""Rolls, lists and changes of households against the ledger: as they were sealed, none missing, none added."""

from collections.abc import Iterator, Mapping

from django.db.models import Model
from django.utils.translation import gettext as _

from dienhong.documents import evidence
from dienhong.ledger import audit, rows
from dienhong.ledger.rows import Audited, label
from dienhong.rolls import queries
from dienhong.rolls.models import (
    Answer,
    Change,
    Effect,
    Entry,
    Objection,
    Part,
    Publication,
    Roll,
    Ruling,
    TypedRow,
    Typing,
)

AUDITED: tuple[Audited, ...] = (
    Audited(Roll),
    Audited(Entry, by="roll"),
    Audited(Publication),
    Audited(Objection),
    Audited(Answer),
    Audited(Change),
    Audited(Part, by="change"),
    Audited(Ruling),
    Audited(Effect, by="part__change"),
)
OTHERWISE: Mapping[type[Model], str] = {
    Typing: "somebody's typing of the exercise book, gone when the batch is decided; what was entered has its entry",
    TypedRow: "a line of that typing, gone with it",
}
"""What is not compared row by row, with the reason. Every model of this package stands here or above."""


def findings() -> Iterator[audit.Finding]:
    """Everything of a roll or a list that is not as it was sealed; names by the roll's salted digest."""
    yield from rows.findings(AUDITED)
    yield from evidence.findings(each.model for each in AUDITED)
    for roll in Roll.objects.order_by("pk").iterator(chunk_size=50):
        if not queries.verified(roll).is_sound:
            yield audit.Finding("row-changed", label(roll), _("danh sách hộ đã chốt không khớp mã băm"))
    unerased = Entry.objects.filter(salt="").exclude(person__erased_at__isnull=False)
    for pk in unerased.order_by("roll").values_list("roll", flat=True).distinct():
        message = _("tên trong danh sách hộ bị làm trống mà không có việc xóa dữ liệu cá nhân")
        yield audit.Finding("row-changed", f"rolls.roll:{pk}", message)
