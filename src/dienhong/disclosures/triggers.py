"""What is evidence does not change and is dated by the database's clock: held by the database itself.

One change goes through: the content of a version may be emptied, and only emptied, once two people have decided that
personal data in it is erased (`disclosures_erasure`).

A later migration that rebuilds a table on SQLite loses its triggers: end it with `install`. One that drops a column,
or rebuilds `disclosures_erasure`, begins with `remove`: the triggers name both.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

from dienhong.foundations.append_only import AppendOnly, Emptied, Erasing
from dienhong.foundations.frozen import FrozenOnceNumbered

ERASURE = "disclosures_erasure"
ROWS = AppendOnly(
    "disclosures",
    (
        "disclosures_version",
        "disclosures_gateanswer",
        "disclosures_screening",
        "disclosures_clearance",
        "disclosures_posting",
        "disclosures_removal",
        "disclosures_withdrawal",
        "disclosures_erasureproposal",
        ERASURE,
        "disclosures_delivery",
        "disclosures_hanging",
        "disclosures_takendown",
    ),
    Erasing(
        decisions=ERASURE,
        proposals="disclosures_erasureproposal",
        about="version_id",
        emptied={
            "disclosures_version": Emptied(
                "OLD.id",
                {"event": "", "text": "", "text_sha256": "", "file_id": None, "file_name": "", "is_erased": True},
            ),
            "disclosures_screening": Emptied("OLD.version_id", {"found": [], "unchecked": [], "notes": []}),
            "disclosures_posting": Emptied("OLD.version_id", {"proof_id": None, "proof_name": "", "note": ""}),
        },
        marked=("disclosures_version",),
    ),
)
STATEMENTS = FrozenOnceNumbered(
    trigger="disclosures_statement_no_change",
    table="disclosures_statement",
    columns=(
        "plan_id", "organization_id", "kind", "period_start", "period_end", "version", "reason", "snapshot",
        "snapshot_hash", "frozen_at", "narrative", "session_on", "due", "number", "sign", "dated", "register_year",
        "signer_post", "signer_name", "trace", "key", "signed_by", "signed_at",
    ),
    message="a signed statement does not change",
    stays=True,
)  # fmt: skip


def install(connection: BaseDatabaseWrapper) -> None:
    """Make every trigger, replacing what has its name. An earlier migration knows fewer tables and no erasure."""
    ROWS.install(connection)
    if STATEMENTS.table in connection.introspection.table_names():
        STATEMENTS.install(connection)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Only for undoing the migration and for emptying the database of a test run."""
    ROWS.remove(connection)
    if STATEMENTS.table in connection.introspection.table_names():
        STATEMENTS.remove(connection)
