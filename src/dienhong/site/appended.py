"""All tables of an installation that are only appended to. Their triggers are lifted to empty a test database only."""

from django.db.backends.base.base import BaseDatabaseWrapper

from dienhong.conferences import triggers as conferences
from dienhong.decisions import triggers as decisions
from dienhong.disclosures import triggers as disclosures
from dienhong.dissemination import triggers as dissemination
from dienhong.funds import triggers as funds
from dienhong.information_requests import triggers as information_requests
from dienhong.ledger import triggers as ledger
from dienhong.rolls import triggers as rolls
from dienhong.spot_checks import triggers as spot_checks

DOMAINS = (ledger, rolls, disclosures, dissemination, information_requests, spot_checks, decisions, funds, conferences)


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the triggers of every domain, replacing those that are there."""
    for each in DOMAINS:
        each.install(connection)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Drop them all: for emptying a test database, and for a test that changes what nobody can."""
    for each in DOMAINS:
        each.remove(connection)
