"""Tables are entered whole or not at all, and every mistake names its row and column."""

from pathlib import Path

import pytest
import xlsxwriter

from dienhong.registry import queries
from dienhong.registry.actions import imports
from dienhong.registry.models import Household, ImportBatch, Organization, Person, Post
from dienhong.registry.rows import COLUMNS, parse_day

from .conftest import AT, ON, actor_in

R = ImportBatch.Register


def write(folder: Path, register, *rows, header=None):
    path = folder / "bang.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([header or COLUMNS[register], *rows]):
            for column, value in enumerate(row):
                sheet.write(number, column, value)
    return path


def read(path, register, place, by):
    return imports.read_batch(path=path, file_name=path.name, register=register, locality=place, by=by)


def mistakes(batch):
    checked, _notes = imports.checked(batch)
    return [(mistake.row, mistake.column) for mistake in checked.mistakes]


PERSON = ("Đặng Thị Mây", "1971", "038171000123", "0912345678", "", "ben-say", "", "", "", "", "")
HOUSEHOLD = ("H001", "ben-say-dong", "ngõ 2", "Lò Văn Én", "1960", "", "0987654321", "01/07/2025")


def test_organizations_come_in_from_a_table(commune, registrar, tmp_path):
    row = ("ben-say-tramyte", "đơn vị sự nghiệp công lập", "Trạm Y tế xã", "ben-say", "01/07/2025")
    batch = read(write(tmp_path, R.ORGANIZATIONS, row), R.ORGANIZATIONS, commune, registrar)
    assert imports.enter_batch(batch=batch, by=registrar, at=AT, on=ON) == 1
    assert Organization.objects.get(code="ben-say-tramyte").get_kind_display() == "đơn vị sự nghiệp công lập"


def test_households_come_with_their_representative(villages, registrar, commune, tmp_path):
    batch = read(write(tmp_path, R.HOUSEHOLDS, HOUSEHOLD), R.HOUSEHOLDS, commune, registrar)
    imports.enter_batch(batch=batch, by=registrar, at=AT, on=ON)
    household = Household.objects.get()
    assert queries.representatives([household.pk], on=ON)[household.pk].name == "Lò Văn Én"


def test_a_post_with_a_role_needs_an_administrator_and_else_nothing_is_entered(commune, registrar, school, tmp_path):
    row = (*PERSON[:6], "Hiệu trưởng", "người đứng đầu", "ben-say-thcs", "01/08/2025", "")
    batch = read(write(tmp_path, R.PEOPLE, row), R.PEOPLE, commune, registrar)
    with pytest.raises(Exception, match="chưa được giao việc này"):
        imports.enter_batch(batch=batch, by=registrar, at=AT, on=ON)
    assert not Person.objects.filter(name="Đặng Thị Mây").exists()
    both = actor_in(commune, "registrar", "administrator")
    imports.enter_batch(batch=batch, by=both, at=AT, on=ON)
    assert Post.objects.get(title="Hiệu trưởng").role == "chair"


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("Họ và tên", ""),
        ("Năm sinh", "71"),
        ("Năm sinh", "１９７１"),
        ("Số định danh", "38171000123"),
        ("Điện thoại", "912345678"),
        ("Mã địa bàn", "khong-co"),
        ("Vai trò", "vua"),
        ("Mã tổ chức", "khong-co"),
        ("Từ ngày", "31/02/2026"),
        ("Từ ngày", "1.1.26"),
        ("Đến ngày", "60"),
    ],
)
def test_a_wrong_cell_is_named_and_the_whole_table_waits(commune, registrar, tmp_path, column, value):
    wrong = list(PERSON)
    wrong[COLUMNS[R.PEOPLE].index(column)] = value
    batch = read(write(tmp_path, R.PEOPLE, (*PERSON[:2], "", *PERSON[3:]), wrong), R.PEOPLE, commune, registrar)
    assert (3, column) in mistakes(batch)
    with pytest.raises(imports.HasMistakes, match="chưa dòng nào được nhập"):
        imports.enter_batch(batch=batch, by=registrar, at=AT, on=ON)
    assert not Person.objects.filter(name="Đặng Thị Mây").exists()


def test_the_same_person_twice_in_a_table_is_pointed_at(commune, registrar, tmp_path):
    batch = read(write(tmp_path, R.PEOPLE, PERSON, PERSON), R.PEOPLE, commune, registrar)
    assert mistakes(batch) == [(3, "Số định danh")]


def test_a_person_already_in_the_register_is_pointed_at(commune, registrar, tmp_path):
    batch = read(write(tmp_path, R.PEOPLE, PERSON), R.PEOPLE, commune, registrar)
    imports.enter_batch(batch=batch, by=registrar, at=AT, on=ON)
    again = read(write(tmp_path, R.PEOPLE, PERSON), R.PEOPLE, commune, registrar)
    assert mistakes(again) == [(2, "Số định danh")]


def test_a_household_of_another_commune_is_not_taken(other_commune, commune, registrar, tmp_path):
    row = ("H001", "cau-ngoi", *HOUSEHOLD[2:])
    batch = read(write(tmp_path, R.HOUSEHOLDS, row), R.HOUSEHOLDS, commune, registrar)
    assert mistakes(batch) == [(2, "Mã thôn")]


def test_missing_columns_are_named_before_anything_is_kept(commune, registrar, tmp_path):
    path = write(tmp_path, R.PEOPLE, ("x",), header=("Họ tên",))
    with pytest.raises(imports.WrongColumns, match="Họ và tên, Mã địa bàn"):
        read(path, R.PEOPLE, commune, registrar)
    assert not ImportBatch.objects.exists()


def test_the_rows_of_a_table_are_not_readable_in_the_database_and_forgotten_when_decided(commune, registrar, tmp_path):
    batch = read(write(tmp_path, R.PEOPLE, PERSON), R.PEOPLE, commune, registrar)
    raw = bytes(ImportBatch.objects.extra(select={"raw": "content"}).values_list("raw", flat=True).get())
    assert b"038171000123" not in raw
    imports.put_aside(batch=batch, by=registrar, at=AT)
    assert ImportBatch.objects.get(pk=batch.pk).content == ""
    with pytest.raises(imports.AlreadyDecided):
        imports.enter_batch(batch=batch, by=registrar, at=AT, on=ON)


def test_pressing_twice_enters_once(commune, registrar, tmp_path):
    batch = read(write(tmp_path, R.PEOPLE, PERSON), R.PEOPLE, commune, registrar)
    imports.enter_batch(batch=batch, by=registrar, at=AT, on=ON)
    with pytest.raises(imports.AlreadyDecided, match="đã được xử lý"):
        imports.enter_batch(batch=batch, by=registrar, at=AT, on=ON)
    assert Person.objects.filter(name="Đặng Thị Mây").count() == 1


def test_somebody_of_another_commune_reads_nothing_in(commune, stranger, tmp_path):
    with pytest.raises(Exception, match="Không tìm thấy"):
        read(write(tmp_path, R.PEOPLE, PERSON), R.PEOPLE, commune, stranger)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("29/2/2024", "2024-02-29"),
        ("29/02/2025", None),
        ("2026-12-31", "2026-12-31"),
        ("31/4/2026", None),
        ("1.1.26", None),
        ("00/00/0000", None),
        ("٠١/٠١/٢٠٢٦", None),
        ("1/13/2026", None),
        ("2026-12-31 00:00:00", "2026-12-31"),
    ],
)
def test_days_are_read_as_written_or_refused(typed, day):
    found = parse_day(typed)
    assert (found.isoformat() if found else None) == day
