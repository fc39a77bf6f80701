"""Files that rows rest on: the photo of a signed page, of a bill. Whether the store still has what was sealed."""

from collections.abc import Iterable, Iterator

from django.db.models import Model
from django.utils.translation import gettext as _

from dienhong.documents import store
from dienhong.ledger.audit import Finding
from dienhong.ledger.rows import file_fields, label


def findings(models: Iterable[type[Model]]) -> Iterator[Finding]:
    """Files of these models' rows that are missing, or are not what their hash says. Reads every one of them."""
    for model in models:
        for name in file_fields(model):
            rows = model._default_manager.filter(**{f"{name}__isnull": False})  # noqa: SLF001 - Django documents it
            for row in rows.select_related(name).order_by("pk").iterator(chunk_size=500):
                if not _is_whole(getattr(row, name).sha256):
                    yield Finding("file-changed", label(row), _("ảnh, tệp kèm theo bị mất hoặc bị thay"))


def _is_whole(sha256: str) -> bool:
    try:
        return store.hash_of(sha256) == sha256
    except (OSError, store.FileMissing):
        return False
