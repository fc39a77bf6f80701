"""Append-only, held by the database itself: what the application forgets, a trigger refuses.

A later migration that rebuilds a table on SQLite loses its triggers: end it with `install`.
`dienhong ledger verify` names every trigger that is missing.
"""

from collections.abc import Mapping

from django.db.backends.base.base import BaseDatabaseWrapper

# Each table and the columns that make a row unique: SQLite's INSERT OR REPLACE would drop the row it meets.
UNIQUE: Mapping[str, tuple[str, ...]] = {
    "ledger_entry": ("id = NEW.id", "(locality = NEW.locality AND key = NEW.key)"),
    "ledger_leaf": (
        "id = NEW.id",
        "entry_id = NEW.entry_id",
        '(locality = NEW.locality AND "index" = NEW."index")',
    ),
    "ledger_node": ("id = NEW.id", '(locality = NEW.locality AND level = NEW.level AND "index" = NEW."index")'),
    "ledger_checkpoint": ("id = NEW.id", "(locality = NEW.locality AND size = NEW.size)"),
    "ledger_signingkey": ("id = NEW.id", "public = NEW.public"),
    "ledger_payload": ("entry_id = NEW.entry_id",),
}
ERASABLE = frozenset({"ledger_payload"})

SQLITE_CLOCK = """
CREATE TRIGGER ledger_entry_clock BEFORE INSERT ON ledger_entry
WHEN NEW.recorded_at IS NOT strftime('%Y-%m-%d %H:%M:%f', 'now')
BEGIN SELECT RAISE(ABORT, 'recorded_at is set by the clock of the database'); END
"""
SQLITE_PENDING = """
CREATE TRIGGER ledger_entry_pending AFTER INSERT ON ledger_entry
BEGIN INSERT INTO ledger_pending (entry_id, locality) VALUES (NEW.id, NEW.locality); END
"""

POSTGRESQL_FUNCTIONS = """
CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE OR REPLACE FUNCTION ledger_clock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.recorded_at IS DISTINCT FROM statement_timestamp() THEN
        RAISE EXCEPTION 'recorded_at is set by the clock of the database'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION ledger_pending() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO ledger_pending (entry_id, locality) VALUES (NEW.id, NEW.locality);
    RETURN NULL;
END $$;
"""
POSTGRESQL_ENTRY = {
    "ledger_entry_clock": "BEFORE INSERT ON ledger_entry FOR EACH ROW EXECUTE FUNCTION ledger_clock()",
    "ledger_entry_pending": "AFTER INSERT ON ledger_entry FOR EACH ROW EXECUTE FUNCTION ledger_pending()",
}


def statements(vendor: str) -> dict[str, str]:
    """The name of every trigger and the statement that makes it, for "sqlite" or "postgresql"."""
    return _sqlite() if vendor == "sqlite" else _postgresql()


def install(connection: BaseDatabaseWrapper) -> None:
    """Make every trigger, replacing what has its name."""
    remove(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_FUNCTIONS)
        for statement in statements(connection.vendor).values():
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Only for undoing the migration and for emptying the database of a test run."""
    with connection.cursor() as cursor:
        for name in statements(connection.vendor):
            table = name.rsplit("_", 1)[0].removesuffix("_no")
            place = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{place}")


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of the triggers that the database does not hold, or holds switched off."""
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        present = {name for (name,) in cursor.fetchall()}
    return sorted(set(statements(connection.vendor)) - present)


def _sqlite() -> dict[str, str]:
    made = {"ledger_entry_clock": SQLITE_CLOCK, "ledger_entry_pending": SQLITE_PENDING}
    for table, unique in UNIQUE.items():
        refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        made[f"{table}_no_update"] = f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}"
        met = f"EXISTS (SELECT 1 FROM {table} WHERE {' OR '.join(unique)})"  # noqa: S608 - our own names
        made[f"{table}_no_replace"] = f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {met} {refuse}"
        if table not in ERASABLE:
            made[f"{table}_no_delete"] = f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}"
    return made


def _postgresql() -> dict[str, str]:
    made = {name: f"CREATE TRIGGER {name} {event}" for name, event in POSTGRESQL_ENTRY.items()}
    for table in UNIQUE:
        rows = "UPDATE" if table in ERASABLE else "UPDATE OR DELETE"
        for name, event in (("no_update", f"{rows} ON {table} FOR EACH ROW"), ("no_truncate", f"TRUNCATE ON {table}")):
            made[f"{table}_{name}"] = f"CREATE TRIGGER {table}_{name} BEFORE {event} EXECUTE FUNCTION ledger_refuse()"
    return made
