"""What is evidence does not change and is dated by the database's clock: held by the database itself.

One kind of change goes through: what names a person is emptied, and only emptied. In entries of a roll and parts of a
change that is once the register has erased the person; in an objection once it has its answer.

A later migration that rebuilds a table on SQLite loses its triggers: end it with `install`. One that drops a column
begins with `remove`: the triggers name columns.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from dienhong.foundations.append_only import CLOCK, REFUSED, AppendOnly

FROZEN = AppendOnly(
    "rolls", ("rolls_roll", "rolls_publication", "rolls_change", "rolls_ruling", "rolls_effect", "rolls_answer")
)
ERASED = "SELECT 1 FROM registry_person WHERE id = OLD.person_id AND erased_at IS NOT NULL"
ENTERED = (
    "SELECT 1 FROM rolls_effect AS e JOIN registry_person AS p ON p.id = e.person_id "
    "WHERE e.part_id = OLD.id AND p.erased_at IS NOT NULL"
)
# Each table, what it may be emptied to, and the condition.
EMPTIED: Mapping[str, tuple[Mapping[str, Any], str]] = {
    "rolls_entry": ({"name": "", "address": "", "salt": ""}, ERASED),
    "rolls_part": (
        {"name": "", "birth_year": None, "address": ""},
        f"{ERASED} UNION {ENTERED}",
    ),
    "rolls_objection": ({"words": ""}, "SELECT 1 FROM rolls_answer WHERE objection_id = OLD.id"),
}


def install(connection: BaseDatabaseWrapper) -> None:
    """Make every trigger, replacing what has its name."""
    remove(connection)
    FROZEN.install(connection)
    present = connection.introspection.table_names()
    with connection.cursor() as cursor:
        for table in EMPTIED:
            if table in present:
                columns = [each.name for each in connection.introspection.get_table_description(cursor, table)]
                make = _postgresql if connection.vendor == "postgresql" else _sqlite
                for statement in make(table, columns):
                    cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Only for undoing the migration and for emptying the database of a test run."""
    FROZEN.remove(connection)
    postgresql = connection.vendor == "postgresql"
    present = connection.introspection.table_names()
    with connection.cursor() as cursor:
        for table in EMPTIED:
            for end in ("no_update", "no_delete", "no_truncate", "clock"):
                if table in present:
                    cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{end}" + (f" ON {table}" if postgresql else ""))


def _sqlite(table: str, columns: list[str]) -> Iterator[str]:
    emptied, allowed = EMPTIED[table]
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table} {REFUSED}'); END"
    same = [f'NEW."{name}" IS OLD."{name}"' for name in columns if name not in emptied]
    empty = [f'NEW."{name}" IS {_literal(value)}' for name, value in emptied.items()]
    holds = " AND ".join([f"EXISTS ({allowed})", *empty, *same])
    yield f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} WHEN NOT ({holds}) {refuse}"
    yield f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}"
    yield (
        f"CREATE TRIGGER {table}_clock BEFORE INSERT ON {table} "
        "WHEN NEW.recorded_at IS NOT strftime('%Y-%m-%d %H:%M:%f', 'now') "
        f"BEGIN SELECT RAISE(ABORT, '{CLOCK}'); END"
    )


def _literal(value: Any) -> str:
    return "NULL" if value is None else f"'{value}'"


def _postgresql(table: str, _columns: list[str]) -> Iterator[str]:
    emptied, allowed = EMPTIED[table]
    names = ", ".join(f"'{name}'" for name in emptied)
    yield f"""
CREATE OR REPLACE FUNCTION {table}_empty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(OLD) - ARRAY[{names}] = to_jsonb(NEW) - ARRAY[{names}]
        AND to_jsonb(NEW) @> '{json.dumps(emptied)}'::jsonb AND EXISTS ({allowed}) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% {REFUSED}', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
"""
    row = "FOR EACH ROW EXECUTE FUNCTION"
    yield f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {row} {table}_empty()"
    yield f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {row} rolls_refuse()"
    yield f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} EXECUTE FUNCTION rolls_refuse()"
    yield f"CREATE TRIGGER {table}_clock BEFORE INSERT ON {table} {row} rolls_clock()"
