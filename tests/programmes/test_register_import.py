"""A table comes into a register: every mistake named by row, nothing half entered."""

from datetime import date

import pytest

from dienhong.foundations.refusals import NotAllowed, Refused
from dienhong.programmes import register_rows
from dienhong.programmes.actions import register as registering
from dienhong.programmes.models import Cell, IndicatorStanding
from dienhong.programmes.queries.families import Register
from dienhong.reading import Table
from tests.programmes import places


def table(header, *rows):
    return Table(header=header, rows=rows, numbers=tuple(range(2, 2 + len(rows))))


def test_people_are_found_in_the_register_without_diacritics_or_case(programme, commune):
    places.person("Nguyễn Thị Đào", commune.place)
    found = register_rows.check(
        programme,
        Register.VILLAGE_HEADS,
        table(("Họ và tên", "Năm sinh", "Mã đơn vị"), ("NGUYỄN THỊ ĐÀO", "", commune.village_units[0].code)),
    )
    assert found.mistakes == []
    assert found.lines[0].organization_id == commune.village_units[0].pk


def test_every_wrong_row_is_named_with_its_column(programme, commune, neighbour):
    twin, _other = (places.person("Lê Văn Hai", commune.place) for _time in range(2))
    found = register_rows.check(
        programme,
        Register.VILLAGE_HEADS,
        table(
            ("Họ và tên", "Năm sinh", "Mã đơn vị"),
            ("Không Có Ai", "", commune.school.code),
            (twin.name, "", commune.school.code),
            ("", "", neighbour.school.code),
        ),
    )
    assert [(m.row, m.column) for m in found.mistakes] == [
        (2, "Họ và tên"),
        (3, "Họ và tên"),
        (4, "Mã đơn vị"),
        (4, "Họ và tên"),
    ]


def test_a_doubled_row_and_a_wrong_day_are_mistakes(programme, commune):
    code = commune.school.code
    found = register_rows.check(
        programme,
        Register.ITEMS,
        table(
            ("Tên gọi", "Mã đơn vị", "Hạn công khai"),
            ("Thu, chi quý I", code, "15/04/2026"),
            ("Thu, chi quý I", code, "15/04/2026"),
            ("Thu, chi quý II", code, "31/02/2026"),
        ),
    )
    assert [(m.row, m.column) for m in found.mistakes] == [(3, ""), (4, "Hạn công khai")]
    assert len(found.lines) == 1


def test_a_missing_column_is_said_once(programme):
    found = register_rows.check(programme, Register.BOARDS, table(("Tên",), ("Ban",)))
    assert [m.column for m in found.mistakes] == ["Tên gọi, Mã đơn vị"]


def test_the_same_item_twice_enters_nothing(programme, commune, officer):
    entry = registering.NewEntry(commune.school, label="Thu, chi", due_on=date(2026, 4, 15))
    with pytest.raises(Refused, match="đã nằm trong"):
        registering.add(
            programme=programme,
            register=Register.ITEMS,
            entries=[entry, entry],
            clause="khoản 1 Điều 1",
            starts_on=programme.opens_on,
            by=officer,
            at=places.AT,
        )
    assert programme.roster.count() == 0


def test_an_entry_that_ended_leaves_the_denominator(programme, commune, officer):
    registering.add(
        programme=programme,
        register=Register.BOARDS,
        entries=[registering.NewEntry(commune.committee, label="Ban Thanh tra nhân dân")],
        clause="khoản 1 Điều 1",
        starts_on=programme.opens_on,
        by=officer,
        at=places.AT,
    )
    board = registering.measure(
        target=programme.targets.get(), family="T4", register=Register.BOARDS, by=officer, at=places.AT
    )
    assert Cell.objects.filter(indicator=board).count() == 1
    registering.end(entry=programme.roster.get(), on=date(2026, 5, 1), by=officer, at=places.AT)
    standing = IndicatorStanding.objects.get(indicator=board)
    assert (standing.achieved, standing.unknown) == (0, 0)


def test_only_the_officer_keeps_the_registers(programme, commune):
    with pytest.raises(NotAllowed):
        registering.add(
            programme=programme,
            register=Register.BOARDS,
            entries=[],
            clause="x",
            starts_on=programme.opens_on,
            by=places.actor(commune.chair),
            at=places.AT,
        )
