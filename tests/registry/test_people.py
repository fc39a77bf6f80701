"""People are entered, given posts, exported and erased."""

from datetime import date

import pytest
from django.db import connection

from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.ledger.models import Entry, Payload
from dienhong.registry import queries
from dienhong.registry.actions import accounts, people
from dienhong.registry.actions.people import ERASED, Particulars
from dienhong.registry.models import Person, Post, User

from .conftest import AT, ON, actor_in

MAY = Particulars(name="Đặng Thị Mây", birth_year=1971, identity_number="038171000123", phone="0912345678")


@pytest.fixture
def may(commune, registrar):
    return people.add_person(locality=commune, particulars=MAY, by=registrar)


def test_what_identifies_a_person_is_not_readable_in_the_database(may):
    with connection.cursor() as cursor:
        cursor.execute("SELECT identity_number, phone, identity_index FROM registry_person WHERE id = %s", [may.pk])
        row = b"|".join(bytes(value) if not isinstance(value, str) else value.encode() for value in cursor.fetchone())
    assert b"038171000123" not in row
    assert b"0912345678" not in row
    assert Person.objects.get(pk=may.pk).phone == "0912345678"


def test_the_same_identity_number_is_not_entered_twice(commune, registrar, may):
    with pytest.raises(people.KnownPerson, match="đã có trong danh bạ"):
        people.add_person(locality=commune, particulars=MAY, by=registrar)
    assert Person.objects.filter(identity_index=may.identity_index).count() == 1


def test_the_ledger_holds_no_name_phone_or_number_of_a_person(may):
    payloads = str(list(Payload.objects.values_list("data", flat=True))) + str(list(Entry.objects.values()))
    assert "Mây" not in payloads
    assert "0912345678" not in payloads


def test_nobody_gives_a_role_to_themselves(commune):
    both = actor_in(commune, "administrator", "registrar")
    myself = User.objects.get(pk=both.user_id).person
    with pytest.raises(people.GivenToOneself, match="tự giao quyền"):
        people.give_post(person=myself, locality=commune, title="Cán bộ", role="officer", starts_on=ON, by=both)
    assert not Post.objects.filter(person=myself, role="officer").exists()


def test_a_registrar_gives_a_post_without_role_and_no_role(commune, registrar, may):
    people.give_post(person=may, locality=commune, title="Thành viên tổ hòa giải", role="", starts_on=ON, by=registrar)
    with pytest.raises(NotAllowed):
        people.give_post(person=may, locality=commune, title="Cán bộ", role="officer", starts_on=ON, by=registrar)


def test_an_administrator_of_another_commune_gives_nothing_here(commune, stranger, may):
    with pytest.raises(NotFound):
        people.give_post(person=may, locality=commune, title="Cán bộ", role="officer", starts_on=ON, by=stranger)


@pytest.mark.parametrize(
    ("day", "holds"),
    [(date(2026, 3, 1), False), (date(2026, 3, 2), True), (date(2026, 6, 30), True), (date(2026, 7, 1), False)],
)
def test_a_role_holds_from_its_first_day_to_its_last(commune, administrator, may, day, holds):
    user = accounts.open_account(person=may, username="may", password="mot cau de nho", on=ON, by=administrator)
    people.give_post(
        person=may,
        locality=commune,
        title="Cán bộ",
        role="officer",
        starts_on=ON,
        ends_on=date(2026, 6, 30),
        by=administrator,
    )
    assert bool(queries.actor_of(user, on=day).grants) is holds


def test_erasing_empties_the_person_and_keeps_counts_and_ledger(commune, registrar, may):
    entries = Entry.objects.count()
    people.erase_person(person=may, by=registrar, at=AT, on=ON)
    erased = Person.objects.get(pk=may.pk)
    assert (erased.name, erased.phone, erased.identity_number, erased.identity_index, erased.birth_year) == (
        ERASED,
        "",
        "",
        "",
        None,
    )
    assert Entry.objects.count() == entries + 1
    assert list(queries.people(commune, text="may")) == []


def test_a_person_in_office_is_not_erased(commune, registrar, may):
    people.give_post(person=may, locality=commune, title="Tổ trưởng", role="", starts_on=ON, by=registrar)
    with pytest.raises(people.StillInOffice, match="đang giữ chức danh"):
        people.erase_person(person=may, by=registrar, at=AT, on=ON)
    assert Person.objects.get(pk=may.pk).name == "Đặng Thị Mây"


def test_a_person_gets_everything_that_is_kept_about_them(may, commune, registrar):
    people.give_post(person=may, locality=commune, title="Tổ trưởng", role="", starts_on=ON, by=registrar)
    kept = queries.personal_file(may)
    assert kept["số định danh"] == "038171000123"
    assert kept["chức danh"] == [{"tên": "Tổ trưởng", "từ": "2026-03-02", "đến": None}]


def test_a_weak_password_is_refused(administrator, may):
    with pytest.raises(Exception, match=r"ít nhất 10|quá ngắn|at least 10"):
        accounts.open_account(person=may, username="may", password="123", on=ON, by=administrator)
    assert not User.objects.filter(username="may").exists()
