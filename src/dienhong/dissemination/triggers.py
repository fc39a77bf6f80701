"""What is evidence does not change and is dated by the database's clock: held by the database itself.

Rows are deleted only when two people had the version that they were made from erased (`disclosures_erasure`).

A later migration that rebuilds a table on SQLite loses its triggers: end it with `install`.
"""

from dienhong.foundations.append_only import AppendOnly, Erasing

OF_RULING = (
    "SELECT version_id FROM dissemination_secondtext WHERE id = OLD.text_id "
    "UNION ALL SELECT version_id FROM dissemination_voice WHERE id = OLD.voice_id"
)
TRIGGERS = AppendOnly(
    "dissemination",
    (
        "dissemination_script",
        "dissemination_secondtext",
        "dissemination_voice",
        "dissemination_ruling",
    ),
    Erasing(
        decisions="disclosures_erasure",
        about="version_id",
        deleted={
            "dissemination_script": "OLD.version_id",
            "dissemination_secondtext": "OLD.version_id",
            "dissemination_voice": "OLD.version_id",
            "dissemination_ruling": OF_RULING,
        },
    ),
)
install, remove = TRIGGERS.install, TRIGGERS.remove
