"""Reads: stored bytes, whether the store is whole, where a printed code leads."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO

from django.conf import settings
from django.db.models import ForeignObjectRel, Model
from django.urls import reverse

from dienhong.documents import codes, store
from dienhong.documents.models import PrintedForm, StoredFile
from dienhong.documents.official import Trace
from dienhong.ledger import queries as ledger


class Fault(StrEnum):
    MISSING = "missing"  # a row without bytes
    ALTERED = "altered"  # bytes that are not those of the row
    UNCLAIMED = "unclaimed"  # bytes without a row: an upload whose transaction did not end


@dataclass(frozen=True, slots=True)
class FaultyFile:
    sha256: str
    fault: Fault


def stored(sha256: str) -> StoredFile | None:
    """The row of these bytes; None when no file has them."""
    return StoredFile.objects.filter(sha256=sha256).first()


def holders(row: StoredFile) -> dict[type[Model], int]:
    """How many rows of each kind refer to these bytes: as long as one does, they stay."""
    fields = StoredFile._meta.get_fields(include_hidden=True)  # noqa: SLF001 - public in all but name
    counted: dict[type[Model], int] = {}
    for relation in (each for each in fields if isinstance(each, ForeignObjectRel)):
        model: type[Model] = relation.related_model
        count = model._default_manager.filter(**{relation.field.name: row}).count()  # noqa: SLF001
        counted[model] = counted.get(model, 0) + count
    return counted


def open_file(sha256: str) -> BinaryIO:
    """The stored bytes as a file to read. Raises store.FileMissing."""
    return store.open_file(sha256)


def chunks_of(row: StoredFile) -> Iterator[bytes]:
    """The stored bytes piece by piece, never whole in memory. Raises store.FileMissing."""
    with store.open_file(row.sha256) as source:
        while chunk := source.read(store.CHUNK_BYTES):
            yield chunk


def read(sha256: str) -> bytes:
    """The stored bytes, hashed again. Raises store.FileMissing or store.FileAltered."""
    return store.read(sha256)


def verify_store() -> Iterator[FaultyFile]:
    """Hash every stored file again; what is missing, altered or belongs to nothing, in the order of the hashes."""
    known = set()
    for sha256 in StoredFile.objects.order_by("sha256").values_list("sha256", flat=True).iterator():
        known.add(sha256)
        try:
            if store.hash_of(sha256) != sha256:
                yield FaultyFile(sha256, Fault.ALTERED)
        except store.FileMissing:
            yield FaultyFile(sha256, Fault.MISSING)
    for sha256 in store.all_hashes():
        if sha256 not in known:
            yield FaultyFile(sha256, Fault.UNCLAIMED)


def printed_form(typed: str) -> PrintedForm | None:
    """The paper with this code, typed as it may be: "7kq2m-9xtra", "7KQ2M 9XTRA"."""
    return PrintedForm.objects.filter(code=codes.as_typed(typed)).first()


def address_of(code: str) -> str:
    """The address that a printed code stands for, as its QR picture holds it."""
    return settings.DIENHONG_URL.rstrip("/") + reverse("documents:follow", args=[code])


def trace_of(form: PrintedForm) -> Trace:
    """What the footer of a paper shows: its code, its address, and the ledger's words once it has been sealed.

    The words are those of this moment; keep the trace with the issued document, so that it prints the same again.
    """
    url = address_of(form.code)
    stamp = ledger.stamp(form.locality)
    return Trace(form.code, url, stamp.words if stamp else ())
