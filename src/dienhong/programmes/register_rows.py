"""A table of people, boards or items against what the registers know: every mistake with its row and column."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from dienhong.programmes.models import Programme
from dienhong.programmes.queries.families import PERSONS, Register
from dienhong.reading import Table
from dienhong.registry.models import Organization, Person
from dienhong.registry.rows import parse_day
from lawcore.vietnamese import nfc, search_folded

NAME, YEAR, LABEL, UNIT, DUE = "Họ và tên", "Năm sinh", "Tên gọi", "Mã đơn vị", "Hạn công khai"
MOST_ROWS = 2_000


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing to correct in the file: `row` counts as the spreadsheet does."""

    row: int
    column: str
    message: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row that can be entered; ids, so that it can be kept until the officer decides."""

    organization_id: int
    person_id: int | None
    label: str
    due_on: str  # YYYY-MM-DD or ""
    shown: tuple[str, ...]


@dataclass(slots=True)
class Checked:
    lines: list[Line] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)


def columns(register: Register) -> tuple[str, ...]:
    if register in PERSONS:
        return (NAME, YEAR, UNIT)
    return (LABEL, UNIT, DUE) if register == Register.ITEMS else (LABEL, UNIT)


def check(programme: Programme, register: Register, table: Table) -> Checked:
    """Every row; a mistake in one does not hide those of the others. Three queries."""
    checked = Checked()
    place = {search_folded(name): index for index, name in enumerate(table.header)}
    missing = [name for name in columns(register) if search_folded(name) not in place and name != YEAR]
    if missing:
        checked.mistakes.append(Mistake(1, ", ".join(missing), _("Bảng thiếu cột này. Hãy dùng tệp mẫu.")))
        return checked
    if len(table.rows) > MOST_ROWS:
        checked.mistakes.append(Mistake(1, "", _("Bảng quá 2.000 dòng. Hãy tách thành nhiều tệp.")))
        return checked
    book = _Book(programme, register)
    seen: dict[tuple[object, ...], int] = {}
    for number, row in zip(table.numbers, table.rows, strict=True):
        cells = {name: _cell(row, place.get(search_folded(name))) for name in columns(register)}
        found = list(book.look(number, cells))
        line = None if found else book.line(cells)
        if line is not None:
            identity = (line.organization_id, line.person_id, line.label)
            if identity in book.known:
                found.append(Mistake(number, "", _("Đã có trong danh sách này.")))
            elif identity in seen:
                found.append(Mistake(number, "", _("Trùng với dòng %(row)s.") % {"row": seen[identity]}))
            else:
                seen[identity] = number
                checked.lines.append(line)
        checked.mistakes += found
    return checked


def _cell(row: Sequence[str], index: int | None) -> str:
    return nfc(row[index]).strip() if index is not None and index < len(row) else ""


class _Book:
    """What the registers know, loaded once: units by code, people by name, entries already there."""

    def __init__(self, programme: Programme, register: Register) -> None:
        path = programme.locality.path
        self._is_people = register in PERSONS
        self._has_due = register == Register.ITEMS
        self._units: Mapping[str, Organization] = {
            unit.code.lower(): unit for unit in Organization.objects.filter(locality__path__startswith=path)
        }
        self._people: dict[str, list[Person]] = {}
        if self._is_people:
            for person in Person.objects.filter(locality__path__startswith=path, erased_at__isnull=True):
                self._people.setdefault(search_folded(person.name), []).append(person)
        there = programme.roster.filter(population=register.value, ends_on__isnull=True)
        self.known = set(there.values_list("organization_id", "person_id", "label"))

    def look(self, number: int, cells: Mapping[str, str]) -> Iterator[Mistake]:
        if cells[UNIT].lower() not in self._units:
            yield Mistake(number, UNIT, _("Không có đơn vị mang mã này trong địa bàn."))
        if self._is_people:
            found = self._matching(cells)
            if not cells[NAME]:
                yield Mistake(number, NAME, _("Thiếu họ và tên."))
            elif not found:
                yield Mistake(number, NAME, _("Không có người này trong danh bạ. Hãy thêm vào danh bạ trước."))
            elif len(found) > 1:
                yield Mistake(number, NAME, _("Có nhiều người cùng tên. Hãy ghi năm sinh để phân biệt."))
        elif not cells[LABEL]:
            yield Mistake(number, LABEL, _("Thiếu tên gọi."))
        if self._has_due and parse_day(cells[DUE]) is None:
            yield Mistake(number, DUE, _("Ngày chưa đúng. Ghi dạng 31/12/2026."))

    def _matching(self, cells: Mapping[str, str]) -> list[Person]:
        year = cells[YEAR]
        named = self._people.get(search_folded(cells[NAME]), [])
        return [person for person in named if not year or str(person.birth_year or "") == year]

    def line(self, cells: Mapping[str, str]) -> Line:
        unit = self._units[cells[UNIT].lower()]
        person = self._matching(cells)[0] if self._is_people else None
        due: date | None = parse_day(cells[DUE]) if self._has_due else None
        label = "" if person else cells[LABEL]
        shown = (person.name if person else label, unit.name, f"{due:%d/%m/%Y}" if due else "")
        return Line(unit.pk, person.pk if person else None, label, due.isoformat() if due else "", shown)
