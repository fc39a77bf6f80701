"""Verbs: keep a file, give one up, give a paper its code, lead a code to a new address."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils.http import url_has_allowed_host_and_scheme

from dienhong.documents import codes, media
from dienhong.documents import store as files
from dienhong.documents.models import PrintedForm, StoredFile
from dienhong.ledger import actions as ledger

KEPT_FOR = timedelta(days=1)  # an upload whose transaction is still open is younger
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
def discard(*, stored: StoredFile) -> bool:
    """Give up a file that no row refers to any more; whether it did.

    Its row goes now, its bytes when the transaction holds. Somebody who refers to the same bytes keeps them. Should
    the machine stop in between, the bytes belong to nothing and `sweep` takes them away.
    """
    row = StoredFile.objects.select_for_update().filter(pk=stored.pk).first()
    if row is None:
        return False
    sha256, mark = row.sha256, files.marked(row.sha256)
    try:
        with transaction.atomic():
            row.delete()
    except (ProtectedError, IntegrityError):
        return False
    transaction.on_commit(partial(files.remove, sha256, mark))
    return True


def sweep(*, at: datetime) -> int:
    """Take away what interrupted uploads left more than a day ago: halves of files, and files of no row; how many."""
    day = (at - KEPT_FOR).timestamp()
    removed = files.sweep(older_than=day)
    known = set(StoredFile.objects.values_list("sha256", flat=True).iterator())
    for sha256 in files.all_hashes():
        path = files.path_of(sha256)
        if sha256 not in known and path.exists() and path.stat().st_mtime < day:
            removed += files.remove(sha256, files.marked(sha256))
    return removed


@transaction.atomic
def issue_code(*, kind: str, subject: str, path: str, locality: str, by: str) -> PrintedForm:
    """The code of a paper, made at its first printing and the same at every later one.

    `subject` is app.model:pk, `path` the page of this site the paper comes back to, `by` a pseudonym.
    Who may see that page is decided there, not by the code; or, where the path holds "{code}", whoever has the paper
    may: the ledger then keeps the path with that word in it and never the code. Raises ValueError for an address
    elsewhere.
    """
    _check_path(path)
    form = PrintedForm.objects.filter(kind=kind, subject=subject).first()
    if form is not None:
        return form
    form = _insert(kind, subject, path, locality)
    ledger.append(kind="paper.coded", subject=subject, by=by, locality=locality, data={"kind": kind, "path": path})
    return form


@transaction.atomic
def issue_codes(
    *, kind: str, subjects: Iterable[str], path: str, locality: str, about: str, by: str
) -> dict[str, PrintedForm]:
    """The codes of papers of one kind, as `issue_code` gives each, by subject; one entry for all that are new.

    `about` is the subject of that entry, `path` holds "{code}" where whoever has the paper may see its page.
    """
    _check_path(path)
    wanted = dict.fromkeys(subjects)
    found = _coded(kind, wanted)
    new = [subject for subject in wanted if subject not in found]
    if not new:
        return found
    made = []
    for subject in new:
        code = codes.new_code()
        made.append(
            PrintedForm(code=code, kind=kind, subject=subject, path=path.replace("{code}", code), locality=locality)
        )
    PrintedForm.objects.bulk_create(made, batch_size=500, ignore_conflicts=True)
    found = _coded(kind, wanted)
    for subject in wanted:
        if subject not in found:  # its code was taken, once in 5.9e14
            found[subject] = _insert(kind, subject, path, locality)
    ledger.append(
        kind="papers.coded",
        subject=about,
        by=by,
        locality=locality,
        data={"kind": kind, "path": path, "papers": len(new)},
    )
    return found


def _coded(kind: str, subjects: Iterable[str]) -> dict[str, PrintedForm]:
    return {each.subject: each for each in PrintedForm.objects.filter(kind=kind, subject__in=list(subjects))}


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
            code = codes.new_code()
            with transaction.atomic():
                return PrintedForm.objects.create(
                    code=code, kind=kind, subject=subject, path=path.replace("{code}", code), locality=locality
                )
        except IntegrityError:  # printed by somebody else a moment ago, or the code is taken
            form = PrintedForm.objects.filter(kind=kind, subject=subject).first()
            if form is not None:
                return form
    raise RuntimeError("no free code")


def _check_path(path: str) -> None:
    if not path.startswith("/") or not url_has_allowed_host_and_scheme(path, allowed_hosts=None):
        raise ValueError(f"a printed code leads to a page of this site, not to {path!r}")
