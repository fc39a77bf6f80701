"""Everything of a spot check is evidence: rows are added and never changed."""

from dienhong.foundations.append_only import AppendOnly

TRIGGERS = AppendOnly(
    "spot_checks",
    (
        "spot_checks_round",
        "spot_checks_drawing",
        "spot_checks_sample",
        "spot_checks_finding",
        "spot_checks_reply",
    ),
)
install, remove = TRIGGERS.install, TRIGGERS.remove
