"""What was numbered does not change: held by the database itself, so that no query of ours can forget it.

A later migration that rebuilds the table on SQLite loses the trigger: end it with `install`.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

TRIGGER = "reports_report_no_change"
TABLE = "reports_report"
FROZEN = (
    "programme_id", "locality_id", "every", "period_start", "period_end", "snapshot", "snapshot_hash", "frozen_at",
    "narrative", "number", "dated", "register_year", "signer_post", "signer_name", "trace", "replaces_id", "issued_by",
)  # fmt: skip
MESSAGE = "a numbered report does not change"
POSTGRESQL_FUNCTION = f"""
CREATE OR REPLACE FUNCTION {TRIGGER}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


def _changes(different: str) -> str:
    """An issued report changes in nothing; one being issued may only get its files."""
    frozen = " OR ".join(f"NEW.{name} {different} OLD.{name}" for name in FROZEN)
    return f"OLD.stage = 'issued' OR (OLD.stage = 'issuing' AND (NEW.stage = 'draft' OR {frozen}))"


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the trigger, replacing what has its name."""
    remove(connection)
    event = f"CREATE TRIGGER {TRIGGER} BEFORE UPDATE ON {TABLE}"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_FUNCTION)
            when = _changes("IS DISTINCT FROM")
            cursor.execute(f"{event} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION {TRIGGER}()")
        else:
            when = _changes("IS NOT")
            cursor.execute(f"{event} WHEN {when} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END")


def remove(connection: BaseDatabaseWrapper) -> None:
    """Only for undoing the migration, and for a test that changes what nobody can."""
    place = f" ON {TABLE}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER IF EXISTS {TRIGGER}{place}")
