"""Ticks, sheets, outcomes, records and confirmations are evidence: rows are added and never changed.

One change goes through: the names and words in a row are emptied once two people have decided it
(`decisions_nameerasure`). That the row was written, its numbers and its days stay.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

from dienhong.foundations.append_only import AppendOnly, Emptied, Erasing


def _own(model: str) -> str:
    """SQL: the name of a row, as a decision to erase names it."""
    return f"'decisions.{model}:' || OLD.id"


_PETITION = (
    "SELECT 'decisions.challenge:' || OLD.id UNION SELECT 'decisions.sentchallenge:' || v.sent_id "
    "FROM decisions_verification AS v WHERE v.challenge_id = OLD.id"
)
TRIGGERS = AppendOnly(
    "decisions",
    (
        "decisions_step",
        "decisions_presence",
        "decisions_choice",
        "decisions_sheet",
        "decisions_outcome",
        "decisions_record",
        "decisions_signedpage",
        "decisions_confirmation",
        "decisions_consent",
        "decisions_ballotstep",
        "decisions_slip",
        "decisions_passing",
        "decisions_visit",
        "decisions_slipanswer",
        "decisions_slipsheet",
        "decisions_countpage",
        "decisions_onlinestep",
        "decisions_householdkey",
        "decisions_vote",
        "decisions_phoneevent",
        "decisions_lateevent",
        "decisions_latedecision",
        "decisions_contest",
        "decisions_finding",
        "decisions_challenge",
        "decisions_reply",
        "decisions_sentchallenge",
        "decisions_verification",
        "decisions_nameerasureproposal",
        "decisions_nameerasure",
    ),
    Erasing(
        decisions="decisions_nameerasure",
        proposals="decisions_nameerasureproposal",
        about="subject",
        emptied={
            "decisions_sentchallenge": Emptied(
                _own("sentchallenge"), {"name": b"", "address": b"", "phone": b"", "words": b"", "digest": ""}
            ),
            "decisions_presence": Emptied(_own("presence"), {"by_name": "-"}),
            "decisions_passing": Emptied(_own("passing"), {"by_name": "-"}),
            "decisions_visit": Emptied(_own("visit"), {"words": ""}),
            "decisions_consent": Emptied(_own("consent"), {"by_name": "-"}),
            "decisions_sheet": Emptied(_own("sheet"), {"counter": "-"}),
            "decisions_slipsheet": Emptied(_own("slipsheet"), {"counter": "-"}),
            "decisions_outcome": Emptied(_own("outcome"), {"witnesses": []}),
            "decisions_choice": Emptied(_own("choice"), {"names": []}),
            "decisions_signedpage": Emptied(_own("signedpage"), {"representatives": []}),
            "decisions_challenge": Emptied(_PETITION, {"name": "-", "address": "", "words": "-"}),
        },
    ),
)
UNNAMED = "a slip of a secret round has no answer"
FIXED = "a round stays named or secret"
_OF_A_SLIP = (
    "(SELECT r.is_named FROM decisions_slip s JOIN decisions_ballotround r ON r.id = s.ballot_round_id "
    "WHERE s.id = NEW.slip_id)"
)
_GUARDS = (
    ("decisions_slipanswer_named", "INSERT", "decisions_slipanswer", f"NOT {_OF_A_SLIP}", UNNAMED),
    ("decisions_ballotround_named", "UPDATE", "decisions_ballotround", "NEW.is_named <> OLD.is_named", FIXED),
)
"""No answer stands beside a household of a secret round: held by the database, whoever writes."""


def install(connection: BaseDatabaseWrapper) -> None:
    """Make every trigger, replacing what has its name. An earlier migration knows fewer tables."""
    TRIGGERS.install(connection)
    names = connection.introspection.table_names()
    _drop(connection)
    with connection.cursor() as cursor:
        for name, event, table, when, message in _GUARDS:
            if table not in names:
                continue
            begin = f"CREATE TRIGGER {name} BEFORE {event} ON {table}"
            if connection.vendor == "postgresql":
                cursor.execute(
                    f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {when} THEN "
                    f"RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; END IF; "
                    "RETURN NEW; END $$"
                )
                cursor.execute(f"{begin} FOR EACH ROW EXECUTE FUNCTION {name}()")
            else:
                cursor.execute(f"{begin} WHEN {when} BEGIN SELECT RAISE(ABORT, '{message}'); END")


def remove(connection: BaseDatabaseWrapper) -> None:
    """Only for undoing the migration and for emptying the database of a test run."""
    TRIGGERS.remove(connection)
    _drop(connection)


def _drop(connection: BaseDatabaseWrapper) -> None:
    names = connection.introspection.table_names()
    with connection.cursor() as cursor:
        for name, _event, table, _when, _message in _GUARDS:
            if table in names:
                place = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{place}")
