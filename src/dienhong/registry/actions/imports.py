"""A table is read, shown with its mistakes, and entered whole or not at all."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.foundations import events
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.reading import read_table
from dienhong.registry import access, queries, rows
from dienhong.registry.access import Act
from dienhong.registry.actions import households, organizations, people, places
from dienhong.registry.models import ImportBatch, Locality, Organization, Person
from dienhong.registry.rows import Checked

Register = ImportBatch.Register
ACTS: Mapping[str, Act] = {
    Register.LOCALITIES: Act.CHANGE_PLACES,
    Register.ORGANIZATIONS: Act.CHANGE_ORGANIZATIONS,
    Register.PEOPLE: Act.CHANGE_PEOPLE,
    Register.HOUSEHOLDS: Act.CHANGE_HOUSEHOLDS,
}


class WrongColumns(Refused):
    """The table lacks columns without which no row can be understood."""


class HasMistakes(Refused):
    """At least one row is wrong, so none is entered."""


class NeedsSecond(Refused):
    """Whoever typed the table does not enter it."""


class AlreadyDecided(Refused):
    """The table was entered or put aside before."""


def read_batch(*, path: Path, file_name: str, register: str, locality: Locality, by: Actor) -> ImportBatch:
    """Reads the file in its own process and keeps its rows, encrypted, until somebody decides.

    Raises `reading.Unreadable`, WrongColumns, NotAllowed.
    """
    access.check(by, ACTS[register], locality)
    table = read_table(path)
    missing = rows.missing_columns(register, table.header)
    if missing:
        raise WrongColumns(
            _("Bảng thiếu cột: %(columns)s. Hãy dùng tệp mẫu, giữ nguyên dòng tiêu đề.")
            % {"columns": ", ".join(missing)},
        )
    found = list(rows.named(register, table.header, table.rows, table.numbers))
    content = json.dumps({"rows": found, "notes": table.notes}, ensure_ascii=False)
    with transaction.atomic():
        return ImportBatch.objects.create(
            register=register,
            locality=locality,
            file_name=file_name,
            content=content,
            rows=len(found),
            uploaded_by_id=by.account_id,
        )


@transaction.atomic
def keep_typed(
    *, rows_typed: Sequence[Mapping[str, str]], name: str, register: str, locality: Locality, by: Actor
) -> ImportBatch:
    """Rows that somebody typed, kept as a table that somebody else enters. Who may type is decided by the caller."""
    found = [
        (number, {column: row.get(column, "") for column in rows.COLUMNS[register]})
        for number, row in enumerate(rows_typed, start=1)
    ]
    return ImportBatch.objects.create(
        register=register,
        locality=locality,
        file_name=name,
        content=json.dumps({"rows": found, "notes": []}, ensure_ascii=False),
        rows=len(found),
        uploaded_by_id=by.account_id,
        needs_second=True,
    )


def checked(batch: ImportBatch) -> tuple[Checked, list[str]]:
    """The batch against the register as it is now, with the notes of reading."""
    content = json.loads(batch.content) if batch.content else {"rows": [], "notes": []}
    numbered = [(int(number), dict(cells)) for number, cells in content["rows"]]
    return rows.check_rows(batch.register, numbered, queries.known(batch.locality)), list(content["notes"])


@transaction.atomic
def enter_batch(*, batch: ImportBatch, by: Actor, at: datetime, on: date) -> int:
    """Enters every row of the table in one transaction; how many. With one mistake left, none."""
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    access.check(by, ACTS[batch.register], batch.locality)
    if batch.decided_at is not None:
        raise AlreadyDecided(_("Bảng này đã được xử lý trước đó."))
    if batch.needs_second and batch.uploaded_by_id == by.account_id:
        raise NeedsSecond(_("Bảng gõ tay cần người thứ hai đối chiếu với ảnh rồi xác nhận."))
    result, _notes = checked(batch)
    if result.mistakes:
        raise HasMistakes(_("Còn dòng sai. Hãy sửa trong tệp rồi tải lên lại; chưa dòng nào được nhập."))
    for cells in result.rows:
        _ENTER[batch.register](cells, batch.locality, by, on)
    batch.content, batch.decided_at, batch.added = "", at, len(result.rows)
    batch.save(update_fields=["content", "decided_at", "added"])
    ledger.append(
        kind="register.imported",
        subject=f"registry.importbatch:{batch.pk}",
        by=by.key,
        locality=batch.locality.code,
        data={"register": batch.register, "rows": len(result.rows)},
    )
    events.publish("table.decided", batch_id=batch.pk)
    return len(result.rows)


@transaction.atomic
def put_aside(*, batch: ImportBatch, by: Actor, at: datetime) -> ImportBatch:
    """The table is not entered; its rows are forgotten."""
    access.check(by, ACTS[batch.register], batch.locality)
    if batch.decided_at is None:
        batch.content, batch.decided_at, batch.added = "", at, 0
        batch.save(update_fields=["content", "decided_at", "added"])
        events.publish("table.decided", batch_id=batch.pk)
    return batch


Cells = dict[str, str]


def _day(text: str, otherwise: date) -> date:
    return rows.parse_day(text) or otherwise


def _enter_locality(cells: Cells, _root: Locality, by: Actor, on: date) -> None:
    made = places.add_locality(
        parent=Locality.objects.get(code=cells["Mã cấp trên"]),
        code=cells["Mã"],
        kind=rows.locality_kind(cells["Cấp"]),
        word=cells["Từ gọi"],
        name=cells["Tên"],
        valid_from=_day(cells["Từ ngày"], on),
        by=by,
    )
    given = {kind: rows.number_of(cells[column]) for kind, column in rows.FACILITIES.items() if cells.get(column)}
    numbers = {kind: number for kind, number in given.items() if number is not None}
    if numbers:
        places.state_facilities(village=made, numbers=numbers, since=made.valid_from, by=by)


def _enter_organization(cells: Cells, _root: Locality, by: Actor, on: date) -> None:
    organizations.add_organization(
        locality=Locality.objects.get(code=cells["Mã địa bàn"]),
        code=cells["Mã định danh"],
        kind=rows.organization_kind(cells["Loại"]),
        name=cells["Tên"],
        valid_from=_day(cells["Từ ngày"], on),
        by=by,
    )


def _enter_person(cells: Cells, _root: Locality, by: Actor, on: date) -> None:
    locality = Locality.objects.get(code=cells["Mã địa bàn"])
    person = _known_or_new(cells, "Họ và tên", locality, by)
    if cells["Chức danh"]:
        people.give_post(
            person=person,
            locality=locality,
            title=cells["Chức danh"],
            role=rows.role_of(cells["Vai trò"]),
            organization=Organization.objects.filter(code=cells["Mã tổ chức"]).first() if cells["Mã tổ chức"] else None,
            starts_on=_day(cells["Từ ngày"], on),
            ends_on=rows.parse_day(cells["Đến ngày"]),
            by=by,
        )


def _enter_household(cells: Cells, _root: Locality, by: Actor, on: date) -> None:
    village = Locality.objects.get(code=cells["Mã thôn"])
    households.add_household(
        village=village,
        code=cells["Mã hộ"],
        address=cells["Địa chỉ"],
        representative=_known_or_new(cells, "Người đại diện", village, by) if cells["Người đại diện"] else None,
        valid_from=_day(cells["Từ ngày"], on),
        by=by,
    )


def _known_or_new(cells: Cells, column: str, locality: Locality, by: Actor) -> Person:
    """The person with this identity number, entered by an earlier row, or a new one."""
    number = cells.get("Số định danh", "")
    known = Person.objects.filter(identity_index=people.identity_index(number)).first() if number else None
    if known is not None:
        return known
    return people.add_person(
        locality=locality,
        by=by,
        particulars=people.Particulars(
            name=cells[column],
            birth_year=int(cells["Năm sinh"]) if cells["Năm sinh"] else None,
            identity_number=number,
            phone=cells["Điện thoại"].replace(" ", "").replace(".", ""),
            email=cells.get("Thư điện tử", ""),
        ),
    )


_ENTER: Mapping[str, Callable[[Cells, Locality, Actor, date], None]] = {
    Register.LOCALITIES: _enter_locality,
    Register.ORGANIZATIONS: _enter_organization,
    Register.PEOPLE: _enter_person,
    Register.HOUSEHOLDS: _enter_household,
}
