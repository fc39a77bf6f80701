"""A village whose households decided to give, and the fund that the decision opened."""

from datetime import date, datetime
from types import SimpleNamespace
from uuid import uuid4

import pytest

from dienhong.decisions import actions as decisions
from dienhong.foundations.actors import Actor
from dienhong.funds import actions
from dienhong.registry.models import Person, User
from lawcore.ballots.matters import Matter as Kind
from tests.decisions.conftest import UTC, a_village, commune, folders, front, head, life, officer

__all__ = ["commune", "folders", "front", "head", "life", "officer", "village"]

OPENED = date(2026, 3, 20)
NOW = datetime(2026, 4, 20, 3, 0, tzinfo=UTC)
LEVEL = 300_000
MONEY = decisions.Money("Bê tông hóa đường thôn", 40_000_000, LEVEL, "hộ nghèo, người cao tuổi neo đơn")


@pytest.fixture
def village(commune):
    """A small one: what money does does not depend on how many households there are."""
    return a_village(commune, "ben-say-dong", "Đông Hạ", 9)


@pytest.fixture
def matter(life):
    return life.sent(life.passed(Kind.COMMUNE_WORKS, money=MONEY))


@pytest.fixture
def treasurer(village):
    """A person of the village with an account and no post: what they may do comes from the fund."""
    person = Person.objects.create(name="Cầm Thị Ngân", locality=village, search="cam thi ngan")
    user = User.objects.create(username="thu-quy", person=person)
    return SimpleNamespace(person=person, actor=Actor(key=f"user:{user.pk}", name=person.name, user_id=user.pk))


@pytest.fixture
def fund(matter, treasurer, head):
    at = datetime(2026, 3, 20, 3, 0, tzinfo=UTC)
    return actions.open_fund(matter=matter, treasurer=treasurer.person, key="fund", by=head, at=at)


@pytest.fixture
def books(fund, treasurer, front):
    """Everything with what does not matter filled in."""

    def receive(amount=LEVEL, *, number=1, by=None, key=None, on=date(2026, 4, 1), **parts):
        household = None if parts.get("giver") else fund.village.households.order_by("code")[number - 1]
        given = actions.Given(received_on=on, household=parts.pop("household", household), amount=amount, **parts)
        return actions.receive(fund=fund, given=given, key=key or uuid4().hex, by=by or treasurer.actor, at=NOW)

    def spend(amount, *, by=None, key=None, on=date(2026, 4, 10), **parts):
        told = {"words": "Mua xi măng", "payee": "Cửa hàng Hồng Phát", "photo_name": "hoa-don.jpg", "photo": [b"jpg"]}
        paid = actions.Paid(paid_on=on, amount=amount, **{**told, **parts})
        return actions.spend(fund=fund, paid=paid, key=key or uuid4().hex, by=by or treasurer.actor, at=NOW)

    def spent(amount, **parts):
        spending = spend(amount, **parts)
        actions.approve(spending=spending, by=front)
        return spending

    return SimpleNamespace(receive=receive, spend=spend, spent=spent)
