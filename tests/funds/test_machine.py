"""A fund in any order of acts: never above a level, never below nought, figures are the rows, closed is closed."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from hypothesis import strategies as some
from hypothesis.stateful import invariant, precondition, rule

from dienhong.funds import actions, queries
from dienhong.funds.models import Receipt
from lawcore.ballots.matters import Matter as Kind
from tests.funds.conftest import LEVEL, NOW
from tests.machines import Story, run

pytestmark = pytest.mark.django_db
LATER = datetime(2026, 4, 20, 4, 0, tzinfo=UTC)
NUMBERS = some.integers(0, 2)
AMOUNTS = some.sampled_from([1, 99_999, 100_000, LEVEL - 1, LEVEL, LEVEL + 1])


def machine(fund, treasurer, front, head, surplus):  # noqa: C901 - one class of many short rules
    """The machine over one fund; every run is undone."""
    households = list(fund.village.households.order_by("code")[:3])

    class FundStory(Story):
        def begin(self):
            self.level = dict.fromkeys((each.pk for each in households), LEVEL)
            self.given = dict.fromkeys(self.level, 0)
            self.gifts = self.spent = self.waiting = 0
            self.receipts, self.spendings, self.closed = {}, {}, None

        @rule(who=NUMBERS, amount=AMOUNTS)
        def receive(self, who, amount):
            household = households[who]
            lawful = not self.closed and self.given[household.pk] + amount <= self.level[household.pk]
            given = actions.Given(received_on=date(2026, 4, 1), household=household, amount=amount)
            made = self.tried(
                lambda: actions.receive(fund=fund, given=given, key=uuid4().hex, by=treasurer, at=NOW), lawful=lawful
            )
            if made:
                self.given[household.pk] += amount
                self.receipts[made.pk] = (household.pk, amount)

        @rule(amount=AMOUNTS)
        def receive_gift(self, amount):
            given = actions.Given(received_on=date(2026, 4, 1), giver="Công ty", amount=amount)
            act = lambda: actions.receive(fund=fund, given=given, key=uuid4().hex, by=treasurer, at=NOW)  # noqa: E731
            if made := self.tried(act, lawful=not self.closed):
                self.gifts += amount
                self.receipts[made.pk] = (None, amount)

        @rule(who=NUMBERS, level=some.sampled_from([0, 100_000, LEVEL - 1, LEVEL]))
        def relieve(self, who, level):
            household = households[who]
            lawful = not self.closed and self.given[household.pk] <= level < LEVEL
            act = lambda: actions.relieve(  # noqa: E731
                fund=fund, household=household, level=level, ground="poor", key=uuid4().hex, by=head
            )
            if self.tried(act, lawful=lawful):
                self.level[household.pk] = level

        @rule(amount=AMOUNTS)
        def spend(self, amount):
            lawful = not self.closed and amount <= self.left - self.waiting
            paid = actions.Paid(date(2026, 4, 10), amount, "Mua cát", "Cửa hàng", "a.jpg", [b"jpg"])
            act = lambda: actions.spend(fund=fund, paid=paid, key=uuid4().hex, by=treasurer, at=NOW)  # noqa: E731
            if made := self.tried(act, lawful=lawful):
                self.waiting += amount
                self.spendings[made] = "waiting"

        @precondition(lambda self: self.spendings)
        @rule(which=some.integers(0, 99))
        def approve(self, which):
            spending = list(self.spendings)[which % len(self.spendings)]
            state = self.spendings[spending]
            self.tried(lambda: actions.approve(spending=spending, by=front), lawful=state != "dropped")
            if state == "waiting":
                self.spendings[spending] = "approved"
                self.waiting -= spending.amount
                self.spent += spending.amount

        @precondition(lambda self: self.spendings)
        @rule(which=some.integers(0, 99))
        def cancel_spending(self, which):
            spending = list(self.spendings)[which % len(self.spendings)]
            state = self.spendings[spending]
            act = lambda: actions.cancel_spending(spending=spending, reason="Sai", by=front)  # noqa: E731
            if self.tried(act, lawful=not self.closed) and state in {"waiting", "approved"}:
                self.spendings[spending] = "dropped" if state == "waiting" else "undone"
                self.waiting -= spending.amount if state == "waiting" else 0
                self.spent -= spending.amount if state == "approved" else 0

        @precondition(lambda self: self.receipts)
        @rule(which=some.integers(0, 99))
        def cancel_receipt(self, which):
            pk = list(self.receipts)[which % len(self.receipts)]
            household, amount = self.receipts[pk]
            receipt = Receipt.objects.get(pk=pk)
            lawful = not self.closed and self.left - self.waiting >= amount
            act = lambda: actions.cancel_receipt(receipt=receipt, reason="Sai", by=front)  # noqa: E731
            if self.tried(act, lawful=lawful):
                del self.receipts[pk]
                if household is None:
                    self.gifts -= amount
                else:
                    self.given[household] -= amount

        @precondition(lambda self: not self.closed and len(self.receipts) > 1)
        @rule()
        def close(self):
            act = lambda: actions.close(fund=fund, key=uuid4().hex, by=head, at=LATER, surplus=surplus)  # noqa: E731
            if made := self.tried(act, lawful=not self.waiting):
                self.closed = made.figures["total"]

        @property
        def left(self):
            return sum(self.given.values()) + self.gifts - self.spent

        @invariant()
        def figures_are_the_rows(self):
            now = queries.figures(fund)
            assert (now.from_households, now.from_others) == (sum(self.given.values()), self.gifts)
            assert (now.spent, now.waiting, now.left) == (self.spent, self.waiting, self.left)
            assert now.left - now.waiting >= 0

        @invariant()
        def nobody_gave_more_than_asked(self):
            for row in queries.standings(fund, on=NOW.date()):
                if row.household.pk in self.given:
                    assert (row.given, row.level) == (self.given[row.household.pk], self.level[row.household.pk])
                assert row.given <= row.level

        @invariant()
        def what_is_closed_stays(self):
            if self.closed:
                assert queries.figures(fund).as_json() == self.closed

    return FundStory


def test_a_fund_holds_in_any_order(fund, treasurer, front, head, life):
    surplus = life.sent(life.passed(Kind.VILLAGE_MONEY, title="Chuyển số tiền còn lại sang quỹ khuyến học"))
    story = machine(fund, treasurer.actor, front, head, surplus)
    run(story)
