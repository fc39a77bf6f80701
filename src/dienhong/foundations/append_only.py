"""What is evidence does not change and is dated by the database's clock: held by the database itself.

One change goes through: what two people had erased (docs/adr/0016). It is emptied, or what was made of it deleted, and
nothing else of it differs.

A later migration that rebuilds a table on SQLite loses its triggers: end it with `install`. One that drops a column, or
rebuilds a table that a trigger of another one names, begins with `remove`.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from django.db import OperationalError, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

REFUSED = "is append-only"
CLOCK = "recorded_at is set by the clock of the database"
WHOLE = "comes with its content"
TWO = "two people erase, about one and the same"
ENDS = ("no_update", "no_delete", "no_truncate", "no_replace", "clock", "whole", "two")


@dataclass(frozen=True, slots=True)
class Emptied:
    """What of a row is emptied: each column with what then stands in it. `of` is what it belongs to, in SQL of OLD."""

    of: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Erasing:
    """The exception that two people make: in `decisions` stands an approved word `about` what a row belongs to.

    `emptied` are the tables whose rows are emptied; `deleted` those whose rows go, with what each belongs to.
    `proposals` is where the first person's word stands: empty where both tables are another domain's, whose own
    triggers see to it that they are two. `marked` are the tables whose rows say `is_erased`: none comes in so.
    """

    decisions: str
    about: str
    proposals: str = ""
    emptied: Mapping[str, Emptied] = field(default_factory=dict)
    deleted: Mapping[str, str] = field(default_factory=dict)
    marked: tuple[str, ...] = ()

    def decided(self, of: str) -> str:
        """SQL: two people decided about this."""
        return f"EXISTS (SELECT 1 FROM {self.decisions} WHERE is_approved AND {self.about} IN ({of}))"  # noqa: S608

    @property
    def not_two(self) -> str:
        """SQL of a new decision: it is by who proposed it, or about another."""
        return (
            f"EXISTS (SELECT 1 FROM {self.proposals} AS p WHERE p.id = NEW.proposal_id "  # noqa: S608 - our own names
            f"AND (p.proposed_by = NEW.decided_by OR p.{self.about} <> NEW.{self.about}))"
        )


@dataclass(frozen=True, slots=True)
class AppendOnly:
    """The triggers of a domain's tables that have `recorded_at`: no update, no delete, no other recorded time.

    On SQLite no row is replaced either: INSERT OR REPLACE would drop what it meets without asking a trigger of it.
    """

    domain: str
    tables: tuple[str, ...]
    erasing: Erasing | None = None

    def install(self, connection: BaseDatabaseWrapper) -> None:
        """Make every trigger, replacing what has its name. An earlier migration knows fewer tables and columns."""
        self.remove(connection)
        names = connection.introspection.table_names()
        with connection.cursor() as cursor:
            columns = {
                table: _columns(connection, cursor, table)
                for table in names
                if table in self.tables or (self.erasing is not None and table == self.erasing.decisions)
            }
            if connection.vendor == "postgresql":
                cursor.execute(self._functions())
            make = self._postgresql if connection.vendor == "postgresql" else self._sqlite
            for table in self.tables:
                if table in columns:
                    for statement in make(cursor, table, columns):
                        cursor.execute(statement)

    def remove(self, connection: BaseDatabaseWrapper) -> None:
        """Only for undoing the migration and for emptying the database of a test run."""
        postgresql = connection.vendor == "postgresql"
        present = connection.introspection.table_names()
        with connection.cursor() as cursor:
            for table in self.tables:
                for end in ENDS if table in present else ():
                    cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{end}" + (f" ON {table}" if postgresql else ""))

    def _emptied(self, table: str, columns: Mapping[str, list[str]]) -> Emptied | None:
        """How rows of this table are emptied; None for never, or not yet."""
        if self.erasing is None or self.erasing.decisions not in columns:
            return None
        emptied = self.erasing.emptied.get(table)
        return emptied if emptied is not None and set(emptied.values) <= set(columns[table]) else None

    def _deleted(self, table: str, columns: Mapping[str, list[str]]) -> str:
        """What a row of this table belongs to that goes with it; "" where none ever goes, or not yet."""
        if self.erasing is None or self.erasing.decisions not in columns:
            return ""
        return self.erasing.deleted.get(table, "")

    def _is_marked(self, table: str, columns: Mapping[str, list[str]]) -> bool:
        return self.erasing is not None and table in self.erasing.marked and "is_erased" in columns[table]

    def _is_decided_in(self, table: str) -> bool:
        return self.erasing is not None and bool(self.erasing.proposals) and table == self.erasing.decisions

    def _functions(self) -> str:
        return f"""
CREATE OR REPLACE FUNCTION {self.domain}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% {REFUSED}', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE OR REPLACE FUNCTION {self.domain}_clock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.recorded_at IS DISTINCT FROM statement_timestamp() THEN
        RAISE EXCEPTION '{CLOCK}' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
"""

    def _sqlite(self, cursor: CursorWrapper, table: str, columns: Mapping[str, list[str]]) -> Iterator[str]:
        def trigger(end: str, event: str, when: str, message: str) -> str:
            condition = f"WHEN {when} " if when else ""
            stop = f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
            return f"CREATE TRIGGER {table}_{end} BEFORE {event} ON {table} {condition}{stop}"

        refused = f"{table} {REFUSED}"
        emptied, deleted = self._emptied(table, columns), self._deleted(table, columns)
        change = drop = ""
        if self.erasing is not None and emptied is not None:
            same = [f'NEW."{name}" IS OLD."{name}"' for name in columns[table] if name not in emptied.values]
            empty = [f'NEW."{name}" IS {_literal(value)}' for name, value in emptied.values.items()]
            change = f"NOT ({' AND '.join([self.erasing.decided(emptied.of), *empty, *same])})"
        if self.erasing is not None and deleted:
            drop = f"NOT {self.erasing.decided(deleted)}"
        yield trigger("no_update", "UPDATE", change, refused)
        yield trigger("no_delete", "DELETE", drop, refused)
        yield trigger("no_replace", "INSERT", met(cursor, table), refused)
        yield trigger("clock", "INSERT", "NEW.recorded_at IS NOT strftime('%Y-%m-%d %H:%M:%f', 'now')", CLOCK)
        if self._is_marked(table, columns):
            yield trigger("whole", "INSERT", "NEW.is_erased", f"{table} {WHOLE}")
        if self.erasing is not None and self._is_decided_in(table):
            yield trigger("two", "INSERT", self.erasing.not_two, TWO)

    def _postgresql(self, _cursor: CursorWrapper, table: str, columns: Mapping[str, list[str]]) -> Iterator[str]:
        def trigger(end: str, event: str, each: str, function: str) -> str:
            return f"CREATE TRIGGER {table}_{end} BEFORE {event} ON {table} {each} EXECUTE FUNCTION {function}()"

        def guard(end: str, condition: str, message: str, given: str = "NEW") -> str:
            """A function of this table alone, that lets through what the condition says."""
            return (
                f"CREATE OR REPLACE FUNCTION {table}_{end}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                f"IF {condition} THEN RETURN {given}; END IF; "
                f"RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
            )

        refuse, row, refused = f"{self.domain}_refuse", "FOR EACH ROW", f"{table} {REFUSED}"
        emptied, deleted = self._emptied(table, columns), self._deleted(table, columns)
        change = drop = refuse
        if self.erasing is not None and emptied is not None:
            names = ", ".join(f"'{name}'" for name in emptied.values)
            empty = [
                f"to_jsonb(NEW) -> '{name}' = '{json.dumps(_json(value))}'::jsonb"
                for name, value in emptied.values.items()
            ]
            same = f"to_jsonb(OLD) - ARRAY[{names}] = to_jsonb(NEW) - ARRAY[{names}]"
            condition = " AND ".join([self.erasing.decided(emptied.of), same, *empty])
            change = f"{table}_empty"
            yield guard("empty", condition, refused)
        if self.erasing is not None and deleted:
            drop = f"{table}_forget"
            yield guard("forget", self.erasing.decided(deleted), refused, "OLD")
        yield trigger("no_update", "UPDATE", row, change)
        yield trigger("no_delete", "DELETE", row, drop)
        yield trigger("no_truncate", "TRUNCATE", "", refuse)
        yield trigger("clock", "INSERT", row, f"{self.domain}_clock")
        if self._is_marked(table, columns):
            yield guard("whole", "NOT NEW.is_erased", f"{table} {WHOLE}")
            yield trigger("whole", "INSERT", row, f"{table}_whole")
        if self.erasing is not None and self._is_decided_in(table):
            yield guard("two", f"NOT {self.erasing.not_two}", TWO)
            yield trigger("two", "INSERT", row, f"{table}_two")


def empty_journal() -> None:
    """SQLite keeps old pages in its journal until they are written over: now, or when the next reader has gone."""
    if connection.vendor == "sqlite":
        with suppress(OperationalError), connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _columns(connection: BaseDatabaseWrapper, cursor: CursorWrapper, table: str) -> list[str]:
    """The names of a table's columns. Django's own reading of SQLite trips over a check such as IN (1, 2)."""
    if connection.vendor == "postgresql":
        return [each.name for each in connection.introspection.get_table_description(cursor, table)]
    cursor.execute(f"PRAGMA table_info({table})")
    return [row[1] for row in cursor.fetchall()]


def met(cursor: CursorWrapper, table: str, *, where: str = "TRUE") -> str:
    """SQL of SQLite: a row of this table, of those `where`, that the new one would replace by a unique key."""
    cursor.execute(f"PRAGMA table_info({table})")
    described = cursor.fetchall()
    keys = [([name for _at, name, _type, _null, _default, is_key in described if is_key], "")]
    cursor.execute(f"PRAGMA index_list({table})")
    for _at, index, is_unique, origin, is_partial in cursor.fetchall():
        if is_unique and origin != "pk":
            keys.append((_columns_of(cursor, index), _condition_of(cursor, index) if is_partial else ""))
    new = ", ".join(f'NEW."{row[1]}" AS "{row[1]}"' for row in described)
    same = []
    for columns, condition in keys:
        match = " AND ".join(f'"{name}" = NEW."{name}"' for name in columns)
        only = f" AND ({condition}) AND EXISTS (SELECT 1 FROM (SELECT {new}) WHERE {condition})" if condition else ""  # noqa: S608
        same.append(f"({match}{only})")
    return f"EXISTS (SELECT 1 FROM {table} WHERE {where} AND ({' OR '.join(same)}))"  # noqa: S608 - our own names


def _columns_of(cursor: CursorWrapper, index: str) -> list[str]:
    cursor.execute(f'PRAGMA index_info("{index}")')
    names = [name for _at, _column, name in cursor.fetchall()]
    if None in names:
        raise ValueError(f"{index} is unique by an expression: say how a row of it is met")
    return names


def _condition_of(cursor: CursorWrapper, index: str) -> str:
    cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'index' AND name = %s", [index])
    (sql,) = cursor.fetchone()
    return str(sql).partition(" WHERE ")[2]


def _json(value: Any) -> Any:
    """As to_jsonb gives it: bytes in hexadecimal."""
    return f"\\x{value.hex()}" if isinstance(value, bytes) else value


def _literal(value: Any) -> str:
    match value:
        case None:
            return "NULL"
        case bool():
            return str(int(value))
        case str():
            return f"'{value}'"
        case bytes():
            return f"X'{value.hex()}'"
        case _:
            return f"'{json.dumps(value)}'"
