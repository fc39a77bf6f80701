"""The database refuses, whatever the application does; both databases, by SQL and by the model."""

import pytest
from django.db import IntegrityError, connection, transaction

from dienhong.ledger import actions, triggers
from dienhong.ledger.models import Checkpoint, Entry, Leaf, Node, Payload, SigningKey

pytestmark = pytest.mark.django_db

KEPT = (Entry, Leaf, Node, Checkpoint, SigningKey)
CHANGED = {
    Entry: {"actor": "user:2"},
    Leaf: {"index": 99},
    Node: {"level": 9},
    Checkpoint: {"size": 99},
    SigningKey: {"statement": "x"},
    Payload: {"data": {"title": "b"}},
}


@pytest.fixture
def sealed(append, at):
    append()
    append()
    actions.seal_new(at)


def run(statement, parameters=()):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, parameters)


@pytest.mark.parametrize("model", [*KEPT, Payload])
def test_no_row_can_be_updated(sealed, model):
    assert model.objects.exists()
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        model.objects.update(**CHANGED[model])
    column = next(iter(CHANGED[model]))
    with pytest.raises(IntegrityError, match="append-only"):
        run(f'UPDATE {model._meta.db_table} SET "{column}" = "{column}"')  # noqa: S608


@pytest.mark.parametrize("model", KEPT)
def test_no_row_can_be_deleted(sealed, model):
    with pytest.raises(IntegrityError, match="append-only"):
        run(f"DELETE FROM {model._meta.db_table}")  # noqa: S608
    assert model.objects.exists()


@pytest.mark.parametrize("model", [*KEPT, Payload])
def test_no_table_can_be_emptied_in_one_stroke(sealed, model):
    if connection.vendor == "postgresql":
        connection.check_constraints()  # the deferred ones, which would refuse first
        with pytest.raises(IntegrityError, match="append-only"):
            run(f"TRUNCATE {model._meta.db_table} CASCADE")
    elif model is not Payload:
        with pytest.raises(IntegrityError, match="append-only"):
            run(f"DELETE FROM {model._meta.db_table} WHERE 1 = 1")  # noqa: S608
    assert model.objects.exists()


@pytest.mark.parametrize("model", [*KEPT, Payload])
def test_no_row_can_be_replaced_by_another_of_the_same_key(sealed, model):
    table = model._meta.db_table
    columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)
    replace = "INSERT OR REPLACE INTO" if connection.vendor == "sqlite" else "INSERT INTO"
    before = list(model.objects.order_by("pk").values())
    with pytest.raises(IntegrityError):
        run(f"{replace} {table} ({columns}) SELECT {columns} FROM {table}")  # noqa: S608
    assert list(model.objects.order_by("pk").values()) == before


def test_a_recorded_time_set_in_sql_is_refused(append):
    entry = append()
    columns = [field.column for field in Entry._meta.concrete_fields]
    chosen = ", ".join(
        {"recorded_at": "'2020-01-01 00:00:00'", "id": "id + 1"}.get(each, f'"{each}"') for each in columns
    )
    listed = ", ".join(f'"{each}"' for each in columns)
    with pytest.raises(IntegrityError, match="clock of the database"):
        run(f"INSERT INTO ledger_entry ({listed}) SELECT {chosen} FROM ledger_entry")  # noqa: S608
    assert Entry.objects.get() == entry


def test_a_payload_may_be_erased(sealed):
    Payload.objects.all().delete()
    assert not Payload.objects.exists()
    assert Entry.objects.exists()


def test_the_triggers_that_are_missing_are_named():
    assert triggers.missing(connection) == []
    run(
        "DROP TRIGGER ledger_leaf_no_update" + (" ON ledger_leaf" if connection.vendor == "postgresql" else ""),
    )
    assert triggers.missing(connection) == ["ledger_leaf_no_update"]
    triggers.install(connection)
    assert triggers.missing(connection) == []


def test_a_trigger_switched_off_counts_as_missing():
    if connection.vendor != "postgresql":
        assert "ledger_entry_no_update" in triggers.statements("sqlite")  # SQLite cannot switch one off
        return
    run("ALTER TABLE ledger_entry DISABLE TRIGGER ledger_entry_no_update")
    assert triggers.missing(connection) == ["ledger_entry_no_update"]
