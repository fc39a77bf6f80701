"""What was numbered does not change: held by the database itself, so that no query of ours can forget it."""

from dienhong.foundations.frozen import FrozenOnceNumbered

ROWS = FrozenOnceNumbered(
    trigger="reports_report_no_change",
    table="reports_report",
    columns=(
        "programme_id", "locality_id", "every", "period_start", "period_end", "snapshot", "snapshot_hash",
        "frozen_at", "narrative", "number", "dated", "register_year", "signer_post", "signer_name", "trace",
        "replaces_id", "issued_by",
    ),
    message="a numbered report does not change",
)  # fmt: skip
install = ROWS.install
remove = ROWS.remove
