"""Households from a table: the list of a village as villages keep it, with its mistakes."""

import csv
from datetime import date

import pytest

from dienhong.foundations.actors import Role
from dienhong.foundations.clock import read
from dienhong.registry import queries
from dienhong.registry.actions import households, imports
from dienhong.registry.models import Household
from tests.registry.conftest import ON, actor_in

HEADER = ("Mã hộ", "Mã thôn", "Địa chỉ", "Người đại diện", "Năm sinh", "Số định danh", "Điện thoại", "Từ ngày")
ROW = ("H001", "ben-say-dong", "ngõ 2", "Lò Thị Gấm", "1960", "", "", "01/7/2025")


@pytest.fixture
def officer(commune):
    return actor_in(commune, Role.OFFICER)


def batch(tmp_path, commune, officer, *rows, header=HEADER):
    path = tmp_path / "ho.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *rows])
    return imports.read_batch(path=path, file_name="ho.csv", register="households", locality=commune, by=officer)


def row(**changed):
    return tuple(changed.get(name, value) for name, value in zip(
        ("code", "village", "address", "name", "year", "number", "phone", "since"), ROW, strict=True))  # fmt: skip


def mistakes(found):
    return [(each.row, each.column) for each in imports.checked(found)[0].mistakes]


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ((row(), row(code="H002", name="Bùi Thu Sen")), []),
        ((row(), row(name="Bùi Thu Sen")), [(3, "Mã hộ")]),
        ((row(), row(code="H002", name="LÒ THỊ GẤM", address="Ngõ 2")), [(3, "Người đại diện")]),
        ((row(), row(code="H002", address="ngõ 3")), []),
        ((row(), row(code="H002", year="1961")), []),
        ((row(number="001060000001"), row(code="H002", name="Khác", number="001060000001")), [(3, "Số định danh")]),
        ((row(name="Lò Thị Gấm (đã mất)"),), [(2, "Người đại diện")]),
        ((row(name="† Lò Thị Gấm"),), [(2, "Người đại diện")]),
        ((row(name="Đỗ Thị Mật"),), []),
        ((row(name="", year=""),), []),
        ((row(name=""),), [(2, "Người đại diện")]),
        ((row(since=""),), []),
        ((row(code="H" * 31),), [(2, "Mã hộ")]),
        ((row(code="H" * 30),), []),
    ],
)
def test_what_is_wrong_in_a_list_of_households(tmp_path, commune, villages, officer, rows, wrong):
    assert mistakes(batch(tmp_path, commune, officer, *rows)) == wrong


def test_a_household_without_anybody_is_entered_and_counted(tmp_path, commune, villages, officer):
    found = batch(tmp_path, commune, officer, row(name="", year="", since=""))
    assert imports.enter_batch(batch=found, by=officer, at=read(), on=ON) == 1
    entered = Household.objects.get()
    assert (entered.valid_from, queries.representatives([entered.pk], on=ON)) == (ON, {})


def test_columns_as_older_lists_call_them(tmp_path, commune, villages, officer):
    header = ("Số hộ", "Mã thôn", "Xóm", "Họ tên chủ hộ", "Năm sinh", "Số CMND", "SĐT", "Từ ngày")
    found = batch(tmp_path, commune, officer, row(), header=header)
    imports.enter_batch(batch=found, by=officer, at=read(), on=ON)
    entered = Household.objects.get()
    assert (entered.code, entered.address) == ("H001", "ngõ 2")
    assert queries.representatives([entered.pk], on=ON)[entered.pk].name == "Lò Thị Gấm"


def test_five_hundred_households(tmp_path, commune, villages, officer):
    rows = [row(code=f"H{number:03}", name=f"Người {number}") for number in range(1, 501)]
    found = batch(tmp_path, commune, officer, *rows)
    assert imports.enter_batch(batch=found, by=officer, at=read(), on=ON) == 500
    assert queries.households(villages[0], on=ON).count() == 500


def test_who_died_or_speaks_for_another_household_is_said(tmp_path, commune, villages, officer):
    numbered = row(number="001060000001")
    imports.enter_batch(batch=batch(tmp_path, commune, officer, numbered), by=officer, at=read(), on=ON)
    again = row(code="H002", number="001060000001")
    assert mistakes(batch(tmp_path, commune, officer, again)) == [(2, "Số định danh")]
    person = Household.objects.get().mandates.get().person
    households.record_death(person=person, on=date(2026, 2, 1), under="", by=officer)
    assert mistakes(batch(tmp_path, commune, officer, again)) == [(2, "Người đại diện")]


def test_a_listed_village_takes_no_table(tmp_path, commune, villages, officer):
    households.close_first_entry(village=villages[0], on=ON)
    assert mistakes(batch(tmp_path, commune, officer, row())) == [(2, "Mã thôn")]
    assert mistakes(batch(tmp_path, commune, officer, row(village="ben-say-doai"))) == []
