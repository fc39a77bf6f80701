"""What the reports tell of the village's money: sums of its funds, what waits for a second person, leaves missing."""

from datetime import UTC, date, datetime

import pytest

from dienhong.conferences import actions, queries
from dienhong.conferences.facts_told import lines_of
from dienhong.conferences.models import Part
from dienhong.decisions import actions as decisions
from dienhong.funds import actions as funds
from tests.funds.conftest import LEVEL, books, commune, folders, front, fund, head, life, matter, treasurer, village

__all__ = ["books", "commune", "folders", "front", "fund", "head", "life", "matter", "treasurer", "village"]
pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


@pytest.fixture
def conference(village, head, life):
    meeting = decisions.Planned(datetime(2026, 12, 6, 12, 30, tzinfo=UTC), "Nhà văn hóa", "Trần Văn Lực")
    at = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
    return actions.plan(village=village, planned=actions.Planned(meeting), key="c", by=head, at=at)


def test_sums_stand_beside_the_decision_and_in_the_table_of_funds(conference, fund, books):
    books.receive(number=1)
    books.receive(0, number=2, kind="labour", days=3)
    books.spent(120_000)
    facts = queries.facts_of(conference, Part.HEAD, on=DAY)
    (told,) = facts["funds"]
    assert (told["received"], told["labour_days"], told["spent"], told["left"]) == (LEVEL, 3, 120_000, LEVEL - 120_000)
    (road,) = facts["decisions"]
    assert (road["matter"], road["received"], road["spent"]) == (fund.matter_id, LEVEL, 120_000)
    earlier = queries.facts_of(conference, Part.HEAD, on=date(2026, 3, 31))["funds"][0]
    assert (earlier["received"], earlier["spent"]) == (0, 0)


def test_the_board_is_told_what_waits_and_what_is_missing(conference, fund, books, head):
    books.receive(number=1)
    books.spend(50_000)
    book = funds.hand_out_book(
        fund=fund, series="A", first=1, last=50, holder="Cầm Thị Ngân", given_on=date(2026, 4, 1), key="b", by=head
    )
    books.receive(number=2, book=book, serial=3)
    facts = queries.facts_of(conference, Part.BOARD, on=DAY)
    assert (facts["funds"], facts["waiting_spendings"], facts["missing_receipts"]) == (1, 1, 2)
    assert any("2 số biên lai giấy" in line for line in lines_of(Part.BOARD, facts))


def test_a_closed_fund_is_told_in_the_year_it_was_closed(conference, fund, head):
    at = datetime(2026, 11, 1, 3, 0, tzinfo=UTC)
    funds.close(fund=fund, key="close", by=head, at=at)
    assert queries.facts_of(conference, Part.HEAD, on=DAY)["funds"][0]["is_closed"]
    assert queries.facts_of(conference, Part.BOARD, on=DAY)["funds"] == 0
