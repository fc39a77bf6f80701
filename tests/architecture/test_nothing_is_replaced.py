"""What the database keeps as evidence is not dropped by a statement that puts a row in its place."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from dienhong.disclosures import triggers as disclosures
from dienhong.dissemination import triggers as dissemination
from dienhong.foundations.append_only import AppendOnly, met
from dienhong.information_requests import triggers as information_requests
from dienhong.spot_checks import triggers as spot_checks

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has no INSERT OR REPLACE"),
]
KEPT = {
    table
    for each in (disclosures.ROWS, dissemination.TRIGGERS, information_requests.TRIGGERS, spot_checks.TRIGGERS)
    for table in each.tables
}


STEPPED = {"disclosures_notebook"}
"""What comes in and is later entered: a row that changes once, by its own constraint."""


def triggers_of(table):
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table])
        return dict(cursor.fetchall())


def test_every_model_that_the_database_dates_is_kept_by_triggers():
    """A table with a recorded time is evidence: whoever adds one adds it to a list of what is only appended to."""
    dated = {
        model._meta.db_table
        for label in {table.rpartition("_")[0] for table in KEPT}
        for model in apps.get_app_config(label).get_models()
        if any(each.name == "recorded_at" for each in model._meta.fields)
    }
    assert dated - KEPT == STEPPED


@pytest.mark.parametrize("table", sorted({*KEPT, "disclosures_statement", "reports_report"}))
def test_a_guard_asks_every_unique_key(table):
    (guard,) = [
        sql for name, sql in triggers_of(table).items() if name.endswith(("_no_replace", "_no_change_insert_replaces"))
    ]
    with connection.cursor() as cursor:
        constraints = connection.introspection.get_constraints(cursor, table)
    for each in constraints.values():
        if each["unique"] or each["primary_key"]:
            assert " AND ".join(f'"{name}" = NEW."{name}"' for name in each["columns"]) in guard


NOW = "strftime('%Y-%m-%d %H:%M:%f', 'now')"
MADE = (
    "CREATE TABLE made (id integer PRIMARY KEY, number integer, code text UNIQUE, is_last bool, recorded_at datetime)",
    "CREATE UNIQUE INDEX one_last ON made (number) WHERE is_last",
    f"INSERT INTO made VALUES (1, 5, 'a', 1, {NOW})",  # noqa: S608 - our own words
)


@pytest.mark.parametrize(
    ("row", "stops"),
    [
        ("1, 6, 'b', 0", True),  # the number of the row
        ("2, 6, 'a', 0", True),  # a code that is taken
        ("2, 5, 'b', 1", True),  # the last of this number, where there is one
        ("2, 5, 'b', 0", False),  # of this number, and not the last
        ("2, 6, 'b', 1", False),
        ("NULL, 6, NULL, 1", False),
    ],
)
def test_a_row_in_the_place_of_another_is_refused_by_whichever_key_they_meet(row, stops):
    kept = AppendOnly("made", ("made",))
    with connection.cursor() as cursor:
        for statement in MADE:
            cursor.execute(statement)
        kept.install(connection)
        statement = f"INSERT OR REPLACE INTO made SELECT {row}, {NOW}"
        if stops:
            with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
                cursor.execute(statement)
        else:
            cursor.execute(statement)
        cursor.execute("SELECT count(*) FROM made WHERE code = 'a' AND is_last")
        assert cursor.fetchone() == (1,)


def test_a_key_that_is_an_expression_is_not_passed_over_in_silence():
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE named (id integer PRIMARY KEY, name text)")
        cursor.execute("CREATE UNIQUE INDEX one_name ON named (lower(name))")
        with pytest.raises(ValueError, match="one_name"):
            met(cursor, "named")
