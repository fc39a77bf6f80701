"""Two hundred telephones send at once: one household never gives above its level, nobody meets an error."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection, connections

from dienhong.foundations.refusals import Refused
from dienhong.funds import actions, queries
from dienhong.funds.models import Receipt
from tests.funds.conftest import LEVEL, NOW

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]
SENT = 200
THREADS = 20
"""Connections at once: PostgreSQL as it is delivered has a hundred for everybody."""


@pytest.mark.parametrize("same_key", [True, False])
def test_one_household_sent_two_hundred_times_gives_its_level_once(fund, treasurer, same_key):
    household = fund.village.households.order_by("code")[0]

    def send(number):
        given = actions.Given(received_on=date(2026, 4, 1), household=household, amount=LEVEL)
        key = "one" if same_key else f"key {number}"
        try:
            return actions.receive(fund=fund, given=given, key=key, by=treasurer.actor, at=NOW).pk
        except Refused as refusal:
            return str(refusal)
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(THREADS) as pool:
        answers = list(pool.map(send, range(SENT)))
    receipt = Receipt.objects.get()
    assert queries.given_by(fund, household.pk) == LEVEL
    if same_key:
        assert set(answers) == {receipt.pk}
    else:
        assert answers.count(receipt.pk) == 1
        assert all("Vượt mức" in each for each in answers if each != receipt.pk)
