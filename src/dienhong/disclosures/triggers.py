"""What is evidence does not change and is dated by the database's clock: held by the database itself.

A later migration that rebuilds a table on SQLite loses its triggers: end it with `install`.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = (
    "disclosures_version",
    "disclosures_clearance",
    "disclosures_posting",
    "disclosures_removal",
    "disclosures_withdrawal",
)
REFUSED = "is append-only"
CLOCK = "recorded_at is set by the clock of the database"
POSTGRESQL_FUNCTIONS = f"""
CREATE OR REPLACE FUNCTION disclosures_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% {REFUSED}', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE OR REPLACE FUNCTION disclosures_clock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.recorded_at IS DISTINCT FROM statement_timestamp() THEN
        RAISE EXCEPTION '{CLOCK}' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
"""


def install(connection: BaseDatabaseWrapper) -> None:
    """Make every trigger, replacing what has its name."""
    remove(connection)
    made = _postgresql() if connection.vendor == "postgresql" else _sqlite()
    present = connection.introspection.table_names()  # an earlier migration knows fewer tables
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_FUNCTIONS)
        for (table, _name), statement in made.items():
            if table in present:
                cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Only for undoing the migration and for emptying the database of a test run."""
    postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for table, name in _postgresql() if postgresql else _sqlite():
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}" + (f" ON {table}" if postgresql else ""))


def _sqlite() -> dict[tuple[str, str], str]:
    made = {}
    for table in TABLES:
        refuse = f"BEGIN SELECT RAISE(ABORT, '{table} {REFUSED}'); END"
        for event in ("UPDATE", "DELETE"):
            name = f"{table}_no_{event.lower()}"
            made[table, name] = f"CREATE TRIGGER {name} BEFORE {event} ON {table} {refuse}"
        made[table, f"{table}_clock"] = (
            f"CREATE TRIGGER {table}_clock BEFORE INSERT ON {table} "
            "WHEN NEW.recorded_at IS NOT strftime('%Y-%m-%d %H:%M:%f', 'now') "
            f"BEGIN SELECT RAISE(ABORT, '{CLOCK}'); END"
        )
    return made


def _postgresql() -> dict[tuple[str, str], str]:
    made = {}
    for table in TABLES:
        for name, event in (("no_update", "UPDATE OR DELETE"), ("no_truncate", "TRUNCATE")):
            each = "FOR EACH ROW " if name == "no_update" else ""
            made[table, f"{table}_{name}"] = (
                f"CREATE TRIGGER {table}_{name} BEFORE {event} ON {table} {each}EXECUTE FUNCTION disclosures_refuse()"
            )
        made[table, f"{table}_clock"] = (
            f"CREATE TRIGGER {table}_clock BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION disclosures_clock()"
        )
    return made
