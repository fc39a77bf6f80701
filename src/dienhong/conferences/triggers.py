"""What was agreed, reported, proposed, answered and written of a conference stays: rows are added, never changed.

The conference itself may be moved to another meeting; the ledger holds what it was (`conferences.audit`).
"""

from dienhong.foundations.append_only import AppendOnly

TRIGGERS = AppendOnly(
    "conferences",
    (
        "conferences_agreement",
        "conferences_report",
        "conferences_proposal",
        "conferences_reply",
        "conferences_minutes",
        "conferences_signedminutes",
        "conferences_sending",
    ),
)
install, remove = TRIGGERS.install, TRIGGERS.remove
