"""Papers that do not change once they are numbered: held by the database itself, on SQLite and on PostgreSQL.

A later migration that rebuilds such a table on SQLite loses its triggers: end it with `install`.
"""

from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

from dienhong.foundations.append_only import met

NUMBERED = "('issuing', 'issued')"


@dataclass(frozen=True, slots=True)
class FrozenOnceNumbered:
    """The trigger of a table whose `stage` ends in "issuing", "issued".

    A row being issued may only get its files; an issued one changes in nothing. `columns` are those that stand from
    the number on. `stays`: such a row is not deleted either. On SQLite another row never takes its place: INSERT OR
    REPLACE and UPDATE OR REPLACE would drop what they meet without asking a trigger of it.
    """

    trigger: str
    table: str
    columns: tuple[str, ...]
    message: str
    stays: bool = False

    def install(self, connection: BaseDatabaseWrapper) -> None:
        """Make the triggers, replacing what has their names."""
        self.remove(connection)
        postgresql = connection.vendor == "postgresql"
        with connection.cursor() as cursor:
            if postgresql:
                cursor.execute(self._function())
            for name, event, when in self._conditions("IS DISTINCT FROM" if postgresql else "IS NOT"):
                begin = f"CREATE TRIGGER {name} BEFORE {event} ON {self.table}"
                if postgresql:
                    cursor.execute(f"{begin} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION {self.trigger}()")
                else:
                    cursor.execute(f"{begin} WHEN {when} BEGIN SELECT RAISE(ABORT, '{self.message}'); END")
            for event, other in () if postgresql else (("INSERT", "TRUE"), ("UPDATE", "id <> OLD.id")):
                when = met(cursor, self.table, where=f"{other} AND stage IN {NUMBERED}")
                name = f"{self.trigger}_{event.lower()}_replaces"
                begin = f"CREATE TRIGGER {name} BEFORE {event} ON {self.table}"
                cursor.execute(f"{begin} WHEN {when} BEGIN SELECT RAISE(ABORT, '{self.message}'); END")

    def remove(self, connection: BaseDatabaseWrapper) -> None:
        """Only for undoing the migration, and for a test that changes what nobody can."""
        place = f" ON {self.table}" if connection.vendor == "postgresql" else ""
        with connection.cursor() as cursor:
            for end in ("", "_stays", "_insert_replaces", "_update_replaces"):
                cursor.execute(f"DROP TRIGGER IF EXISTS {self.trigger}{end}{place}")

    def _conditions(self, different: str) -> tuple[tuple[str, str, str], ...]:
        frozen = " OR ".join(f"NEW.{name} {different} OLD.{name}" for name in self.columns)
        changes = f"OLD.stage = 'issued' OR (OLD.stage = 'issuing' AND (NEW.stage NOT IN {NUMBERED} OR {frozen}))"
        update = (self.trigger, "UPDATE", changes)
        delete = (f"{self.trigger}_stays", "DELETE", f"OLD.stage IN {NUMBERED}")
        return (update, delete) if self.stays else (update,)

    def _function(self) -> str:
        return (
            f"CREATE OR REPLACE FUNCTION {self.trigger}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"RAISE EXCEPTION '{self.message}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
