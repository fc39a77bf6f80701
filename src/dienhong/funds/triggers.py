"""Receipts, spending and what was said of them are evidence: rows are added and never changed."""

from dienhong.foundations.append_only import AppendOnly

TRIGGERS = AppendOnly(
    "funds",
    (
        "funds_treasurerchange",
        "funds_treasurerhandover",
        "funds_relief",
        "funds_book",
        "funds_receipt",
        "funds_spending",
        "funds_approval",
        "funds_cancellation",
        "funds_statement",
    ),
)
install, remove = TRIGGERS.install, TRIGGERS.remove
