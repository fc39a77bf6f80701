"""Reads: a fund and its sums, household by household, what asks for a second look, what waits, what reports tell."""

from dienhong.funds.queries.flags import Flag, flags
from dienhong.funds.queries.households import Standing, code_of, code_of_statement, held, household_of, standings
from dienhong.funds.queries.opening import COLLECTS, amount_left, months, openable, people_found, surplus_choices
from dienhong.funds.queries.public import approved_spendings, public_fund, village_by_code
from dienhong.funds.queries.sums import (
    Figures,
    digest_of,
    figures,
    fund,
    funds,
    given_by,
    last_statement,
    level_of,
    missing_leaves,
    of_village,
    receipt,
    receipts,
    relief_of,
    spending,
    spendings,
)
from dienhong.funds.queries.told import mobilised, received_for
from dienhong.funds.queries.treasurers import handovers, treasurer_proposed
from dienhong.funds.queries.waiting import waiting_in_funds

__all__ = [
    "COLLECTS",
    "Figures",
    "Flag",
    "Standing",
    "amount_left",
    "approved_spendings",
    "code_of",
    "code_of_statement",
    "digest_of",
    "figures",
    "flags",
    "fund",
    "funds",
    "given_by",
    "handovers",
    "held",
    "household_of",
    "last_statement",
    "level_of",
    "missing_leaves",
    "mobilised",
    "months",
    "of_village",
    "openable",
    "people_found",
    "public_fund",
    "receipt",
    "receipts",
    "received_for",
    "relief_of",
    "spending",
    "spendings",
    "standings",
    "surplus_choices",
    "treasurer_proposed",
    "village_by_code",
    "waiting_in_funds",
]
