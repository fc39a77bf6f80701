"""Table II and the capital table: from matters and funds, periods adding up to the year, unknown never as nought."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from dienhong.documents.official import NO_DATA, printed
from dienhong.funds import actions as funds
from dienhong.registry.models import Locality, Person
from dienhong.reports import decided
from lawcore.ballots.matters import Matter as Kind
from lawcore.indicators.periods import Period
from lawcore.timelimits import Every
from tests.decisions.conftest import commune, front, head, life, village
from tests.funds.conftest import LEVEL, MONEY

__all__ = ["commune", "front", "head", "life", "village"]
pytestmark = pytest.mark.django_db
LATE = datetime(2026, 7, 20, 3, 0, tzinfo=UTC)
QUARTERS = [Period(2026, number, Every.QUARTER) for number in (1, 2, 3, 4)]
YEAR = Period(2026, 1, Every.YEAR)


def of(place):
    """As much of a programme as the tables ask for."""
    return SimpleNamespace(locality=place)


@pytest.fixture
def road(life, village, head):
    """Money in two quarters, from a household, in days and from a giver; one slip struck through."""
    matter = life.sent(life.passed(Kind.COMMUNE_WORKS, money=MONEY, title="Làm đường"))
    keeper = Person.objects.create(name="Cầm Thị Ngân", locality=village, search="cam thi ngan")
    at = datetime(2026, 3, 20, 3, 0, tzinfo=UTC)
    fund = funds.open_fund(matter=matter, treasurer=keeper, key="fund", by=head, at=at)
    first, second = village.households.order_by("code")[:2]

    def receive(key, on, **given):
        return funds.receive(fund=fund, given=funds.Given(received_on=on, **given), key=key, by=head, at=LATE)

    receive("1", date(2026, 3, 31), household=first, amount=LEVEL)
    receive("2", date(2026, 4, 1), household=second, amount=100_000)
    receive("3", date(2026, 4, 2), household=second, kind="labour", days=2)
    receive("4", date(2026, 7, 1), giver="Công ty", amount=700_000)
    return fund


def test_what_was_put_to_the_vote_stands_with_its_value_and_result(road, commune, life):
    life.passed(title="Quét đường")
    part = decided.take(of(commune), QUARTERS[0])
    [second] = [each for each in decided.annexes(part) if each.title == "Nhân dân bàn và quyết định trực tiếp"]
    rows = {row.cells[2]: [printed(cell) for cell in row.cells[3:]] for row in second.blocks[0].rows}
    made, swept = (rows[name] for name in sorted(rows))
    assert made == ["40.000.000", NO_DATA, "300.000", "0", "0", "họp", "thông qua: 110/160 hộ tán thành"]
    assert swept[:5] == ["–"] * 5
    assert "2 việc, thông qua 2 việc" in second.blocks[0].caption


def test_money_without_a_fund_is_unknown(life, commune):
    life.passed(Kind.VILLAGE_MONEY)
    [row] = decided.take(of(commune), QUARTERS[0])["matters"]
    assert (row["value"], row["people"], row["days"]) == (None, None, None)


def test_the_quarters_add_up_to_the_year(road, commune):
    parts = [decided.take(of(commune), each) for each in QUARTERS]
    [year] = decided.take(of(commune), YEAR)["works"]
    for name, total in (("people", LEVEL + 100_000), ("days", 2), ("other", 700_000)):
        by_quarter = [sum(each[name] for each in part["works"]) for part in parts]
        assert sum(by_quarter) == year[name] == year["year_to_date"][name] == total
        so_far = [sum(each["year_to_date"][name] for each in part["works"]) for part in parts]
        assert so_far == [sum(by_quarter[: number + 1]) for number in range(4)]


def test_support_of_the_state_is_said_to_be_unknown(road, commune):
    [_second, capital] = decided.annexes(decided.take(of(commune), QUARTERS[0]))
    table = capital.blocks[0]
    place = [column.title for column in table.columns].index("Nhà nước hỗ trợ")
    assert [printed(row.cells[place]) for row in table.rows] == [NO_DATA, NO_DATA]


def test_what_is_struck_through_is_in_no_period(road, commune, front):
    funds.cancel_receipt(receipt=road.receipts.get(number=1), reason="Ghi nhầm", by=front)
    assert decided.take(of(commune), QUARTERS[0])["works"] == []


def test_a_province_reads_commune_by_commune(road, commune):
    part = decided.take(of(commune.parent), QUARTERS[1])
    assert (part["matters"], part["works"]) == ([], [])
    assert part["communes"] == [
        {"commune": str(commune), "matters": 0, "adopted": 0, "people": 100_000, "year_to_date": LEVEL + 100_000}
    ]
    [annex] = decided.annexes(part)
    assert annex.blocks[0].rows[-1].strong


def test_where_nothing_was_decided_there_is_no_table(village, commune):
    part = decided.take(of(commune), YEAR)
    assert list(decided.annexes(part)) == []
    assert commune.kind == Locality.Kind.COMMUNE
