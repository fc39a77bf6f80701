"""Bring in the officer's notebook: what was made public before, or beside, this system."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dienhong.disclosures import access, queries
from dienhong.disclosures.actions.content import Content, open_disclosure
from dienhong.disclosures.actions.postings import Told, record
from dienhong.disclosures.models import Disclosure, Notebook, Plan, Posting
from dienhong.disclosures.notebook import Line, Mistake, lines, missing_columns
from dienhong.documents import actions as documents
from dienhong.documents import queries as papers
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.reading import read_table_bytes
from lawcore.disclosures import Form

MOST_ROWS = 1_000
"""Rows of one notebook: more are asked for in parts, so that nobody waits for a minute."""


@dataclass(frozen=True, slots=True)
class Result:
    """What entering a notebook does, or did: rows entered, rows known already, mistakes with their row."""

    entered: int
    known: int
    mistakes: tuple[Mistake, ...]
    notes: tuple[str, ...] = ()


def bring_notebook(*, plan: Plan, chunks: Iterable[bytes], file_name: str, by: Actor) -> Notebook:
    """The table, kept as it came. The same file again: the same notebook. Raises reading.Unreadable, Refused."""
    access.check(by, access.Act.PUBLISH, plan.organization)
    data = b"".join(chunks)
    table = read_table_bytes(data)
    missing = missing_columns(table.header)
    if missing:
        raise Refused(
            _("Bảng thiếu cột: %(columns)s. Hãy dùng tệp mẫu, giữ nguyên dòng tiêu đề.")
            % {"columns": ", ".join(missing)}
        )
    if len(table.rows) > MOST_ROWS:
        raise Refused(_("Bảng có hơn %(n)s dòng. Hãy tách thành nhiều tệp.") % {"n": MOST_ROWS})
    stored = documents.store(data=data, name=file_name, by=by.key)
    try:
        with transaction.atomic():
            return Notebook.objects.get_or_create(
                plan=plan, file=stored, defaults={"file_name": file_name[:200], "uploaded_by": by.key}
            )[0]
    except IntegrityError:  # sent twice at the same moment
        return Notebook.objects.get(plan=plan, file=stored)


def try_notebook(*, notebook: Notebook, by: Actor, at: datetime) -> Result:
    """What entering it would do: everything is done and undone, so that the mistakes are those that entering finds."""
    with transaction.atomic():
        result = _enter_all(notebook, by=by, at=at)
        transaction.set_rollback(True)
    return result


@transaction.atomic
def enter_notebook(*, notebook: Notebook, is_cleared: bool, by: Actor, at: datetime) -> Result:
    """Every row, or none while one is wrong. Entered once; a row known from before is left as it is.

    `is_cleared`: the officer read the whole table and answers the three questions of the gate for every row of it.
    """
    if not is_cleared:
        raise Refused(_("Hãy đọc lại cả sổ và xác nhận trước khi nhập."))
    notebook = Notebook.objects.select_for_update().select_related("plan__organization__locality").get(pk=notebook.pk)
    if notebook.entered is not None:
        return Result(notebook.entered, 0, ())
    result = _enter_all(notebook, by=by, at=at)
    if result.mistakes:
        raise Refused(_("Còn dòng sai. Hãy sửa trong tệp rồi tải lên lại; chưa dòng nào được nhập."))
    notebook.entered, notebook.entered_by, notebook.entered_at = result.entered, by.key, at
    notebook.save(update_fields=["entered", "entered_by", "entered_at"])
    ledger.append(
        kind="notebook.entered",
        subject=f"disclosures.notebook:{notebook.pk}",
        by=by.key,
        locality=notebook.plan.organization.locality.code,
        data={"file": notebook.file.sha256 if notebook.file else "", "entered": result.entered, "known": result.known},
    )
    return result


def _enter_all(notebook: Notebook, *, by: Actor, at: datetime) -> Result:
    plan = notebook.plan
    access.check(by, access.Act.PUBLISH, plan.organization)
    if notebook.file is None:
        raise Refused(_("Tệp của sổ này đã được xóa vì có dữ liệu cá nhân đăng nhầm."))
    table = read_table_bytes(papers.read(notebook.file.sha256))
    villages = queries.villages_of(plan.organization.locality, on=clock.legal_day(at))
    found, wrong = lines(table.header, zip(table.numbers, table.rows, strict=True), villages=villages)
    mistakes, entered, known = list(wrong), 0, 0
    for line in found:
        try:
            with transaction.atomic():
                is_new = _enter(line, notebook, by=by, at=at)
        except Refused as refusal:
            mistakes.append(Mistake(line.number, str(refusal)))
        else:
            entered, known = entered + is_new, known + (not is_new)
    return Result(entered, known, tuple(sorted(mistakes, key=lambda each: each.number)), table.notes)


def _enter(line: Line, notebook: Notebook, *, by: Actor, at: datetime) -> bool:
    """Whether the row was new."""
    disclosure = _thing(line, notebook, by=by, at=at)
    version = queries.newest(disclosure)
    places = line.places or (tuple(disclosure.item.asked["result"]["places"]) if line.form == Form.POSTING else ())
    same = Posting.objects.filter(
        version=version, form=line.form, village=line.village, claimed_on=line.claimed_on, place__in=places or [""]
    )
    if same.exists():
        return False
    told = Told(
        form=line.form,
        claimed_on=line.claimed_on,
        places=places,
        village=line.village,
        last_on=line.last_on if line.form == Form.RADIO else None,
        note=line.note,
    )
    record(disclosure=disclosure, told=told, key=f"so:{notebook.pk}:{line.number}", by=by, at=at)
    return True


def _thing(line: Line, notebook: Notebook, *, by: Actor, at: datetime) -> Disclosure:
    """The disclosure of this row: known from before, or opened by the first row that names it."""
    item = notebook.plan.items.select_related("plan__organization__locality").filter(code=line.code).first()
    if item is None:
        raise Refused(_("Không có mã nội dung “%(code)s” trong kế hoạch năm này.") % {"code": line.code[:20]})
    known = Disclosure.objects.filter(item=item, title=line.title, begun_on=line.since).first()
    if known is not None:
        return known
    content = Content(event=line.event, since=line.since, text=line.text, is_cleared=True)
    return open_disclosure(
        item=item, title=line.title, content=content, key=f"so:{notebook.pk}:{line.number}:mo", by=by, at=at
    )
