"""What was planned, reported, proposed, answered and written of a conference stays: rows are added, never changed."""

from dienhong.foundations.append_only import AppendOnly

TRIGGERS = AppendOnly(
    "conferences",
    (
        "conferences_conference",
        "conferences_agreement",
        "conferences_report",
        "conferences_proposal",
        "conferences_reply",
        "conferences_minutes",
        "conferences_sending",
    ),
)
install, remove = TRIGGERS.install, TRIGGERS.remove
