"""Verbs: keep a file, give a paper its code, lead a code to a new address."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.utils.http import url_has_allowed_host_and_scheme

from dienhong.documents import codes, media
from dienhong.documents import store as files
from dienhong.documents.models import PrintedForm, StoredFile
from dienhong.ledger import actions as ledger

MOST_TRIES = 5  # two codes are the same once in 5.9e14


@transaction.atomic
def store(*, data: bytes | Iterable[bytes], name: str, by: str) -> StoredFile:
    """Keep the bytes, or chunks of them, once; the row of the same bytes kept before where there is one.

    The bytes are on the disk before the row: a row never waits for its file. `by` is the pseudonym of who
    brought them first. A file belongs to no locality, so the entry in the ledger is that of the action that
    stores it, which names the sha256.
    """
    kept = files.put(data)
    row, _created = StoredFile.objects.get_or_create(
        sha256=kept.sha256, defaults={"size": kept.size, "media_type": media.type_of(name), "stored_by": by}
    )
    return row


@transaction.atomic
def issue_code(*, kind: str, subject: str, path: str, locality: str, by: str) -> PrintedForm:
    """The code of a paper, made at its first printing and the same at every later one.

    `subject` is app.model:pk, `path` the page of this site the paper comes back to, `by` a pseudonym.
    Who may see that page is decided there, not by the code. Raises ValueError for an address elsewhere.
    """
    _check_path(path)
    form = PrintedForm.objects.filter(kind=kind, subject=subject).first()
    if form is not None:
        return form
    form = _insert(kind, subject, path, locality)
    ledger.append(kind="paper.coded", subject=subject, by=by, locality=locality, data={"kind": kind, "path": path})
    return form


@transaction.atomic
def lead_elsewhere(*, form: PrintedForm, path: str, by: str) -> PrintedForm:
    """Let an old paper lead to where its page now is: after a merger, say, papers go on working."""
    _check_path(path)
    form.path = path
    form.save(update_fields=["path"])
    ledger.append(kind="paper.redirected", subject=form.subject, by=by, locality=form.locality, data={"path": path})
    return form


def _insert(kind: str, subject: str, path: str, locality: str) -> PrintedForm:
    for _attempt in range(MOST_TRIES):
        try:
            with transaction.atomic():
                return PrintedForm.objects.create(
                    code=codes.new_code(), kind=kind, subject=subject, path=path, locality=locality
                )
        except IntegrityError:  # printed by somebody else a moment ago, or the code is taken
            form = PrintedForm.objects.filter(kind=kind, subject=subject).first()
            if form is not None:
                return form
    raise RuntimeError("no free code")


def _check_path(path: str) -> None:
    if not path.startswith("/") or not url_has_allowed_host_and_scheme(path, allowed_hosts=None):
        raise ValueError(f"a printed code leads to a page of this site, not to {path!r}")
