"""Nothing without a decision, nothing above its level, nothing changed afterwards; two people for what goes out."""

from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from dienhong.decisions import actions as decisions
from dienhong.decisions.models import Body, Fault
from dienhong.foundations.actors import Role
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.funds import actions, queries
from dienhong.funds.models import Fund, Receipt, Relief
from lawcore.ballots.effect import Ground, Remedy
from lawcore.ballots.matters import Matter as Kind
from tests.decisions.conftest import AT, UTC, a_village
from tests.funds.conftest import LEVEL, MONEY, NOW
from tests.registry.conftest import actor_in

pytestmark = pytest.mark.django_db


def test_without_a_passed_decision_there_is_no_fund(life, treasurer, head):
    proposed = life.propose(Kind.COMMUNE_WORKS, money=MONEY)
    with pytest.raises(Refused, match="chưa được thông qua"):
        actions.open_fund(matter=proposed, treasurer=treasurer.person, key="x", by=head, at=AT)
    passed = life.passed(Kind.VILLAGE_MONEY)
    with pytest.raises(Refused, match="chưa có hiệu lực"):
        actions.open_fund(matter=passed, treasurer=treasurer.person, key="x", by=head, at=NOW)
    other = life.sent(life.passed(Kind.SELF_GOVERNMENT))
    with pytest.raises(Refused, match="khoản 1, 2"):
        actions.open_fund(matter=other, treasurer=treasurer.person, key="x", by=head, at=NOW)
    assert not Fund.objects.exists()


def test_one_decision_opens_one_fund_and_the_head_does_not_keep_it(matter, head, treasurer):
    me = type(treasurer.person).objects.get(account__pk=head.account_id)
    with pytest.raises(Refused, match="không giữ quỹ"):
        actions.open_fund(matter=matter, treasurer=me, key="x", by=head, at=NOW)
    first = actions.open_fund(matter=matter, treasurer=treasurer.person, key="y", by=head, at=NOW)
    assert actions.open_fund(matter=matter, treasurer=treasurer.person, key="y", by=head, at=NOW) == first
    with pytest.raises(Refused, match="đã có quỹ"):
        actions.open_fund(matter=matter, treasurer=treasurer.person, key="z", by=head, at=NOW)


@pytest.mark.parametrize(("second", "allowed"), [(99_999, True), (100_000, True), (100_001, False)])
def test_a_household_gives_at_most_its_level(books, fund, second, allowed):
    books.receive(LEVEL - 100_000)
    if allowed:
        books.receive(second)
        assert queries.given_by(fund, fund.village.households.order_by("code")[0].pk) == LEVEL - 100_000 + second
    else:
        with pytest.raises(Refused, match="Vượt mức"):
            books.receive(second)


def test_a_relieved_household_gives_less_and_nobody_more(books, fund, head):
    household = fund.village.households.order_by("code")[0]
    for level in (LEVEL, LEVEL + 1):
        with pytest.raises(Refused, match="thấp hơn"):
            actions.relieve(fund=fund, household=household, level=level, ground="poor", key=f"{level}", by=head)
    actions.relieve(fund=fund, household=household, level=0, ground=Relief.Ground.POOR, key="r", by=head)
    with pytest.raises(Refused, match="Vượt mức"):
        books.receive(1)


def test_a_relief_below_what_was_paid_is_refused(books, fund, head):
    books.receive(LEVEL)
    household = fund.village.households.order_by("code")[0]
    with pytest.raises(Refused, match="trả lại"):
        actions.relieve(fund=fund, household=household, level=0, ground="poor", key="r", by=head)


def test_who_is_no_household_of_the_village_is_a_giver(books, commune):
    stranger = a_village(commune, "ben-say-doai", "Đoài", 1).households.get()
    with pytest.raises(Refused, match="không thuộc thôn"):
        books.receive(LEVEL, household=stranger)
    assert books.receive(5_000_000, giver="Công ty Hoàng Long", household=None).giver == "Công ty Hoàng Long"


def test_the_days_are_after_the_decision_and_not_in_the_future(books, matter):
    with pytest.raises(Refused, match="chưa đến"):
        books.receive(on=NOW.date() + timedelta(days=1))
    with pytest.raises(Refused, match="trước ngày mở quỹ"):
        books.receive(on=matter.effective_on)


def test_a_leaf_of_a_book_is_used_once_and_gaps_are_seen(books, fund, head):
    book = actions.hand_out_book(
        fund=fund, series="A", first=101, last=150, holder="Vì Văn Sáng", given_on=date(2026, 3, 21), key="b", by=head
    )
    books.receive(book=book, serial=101)
    books.receive(number=2, book=book, serial=104)
    with pytest.raises(Refused, match="đã được ghi"):
        books.receive(number=3, book=book, serial=104)
    with pytest.raises(Refused, match="không thuộc quyển"):
        books.receive(number=3, book=book, serial=151)
    assert [(each.series, numbers) for each, numbers in queries.missing_leaves(fund)] == [("A", [102, 103])]
    with pytest.raises(Refused, match="quyển khác"):
        actions.hand_out_book(
            fund=fund, series="A", first=150, last=160, holder="x", given_on=date(2026, 3, 21), key="c", by=head
        )


def test_the_same_key_is_one_receipt_and_another_body_is_refused(books):
    first = books.receive(key="one")
    assert books.receive(key="one") == first
    with pytest.raises(Refused, match="biên lai khác"):
        books.receive(1_000, key="one")
    assert Receipt.objects.count() == 1


def test_spending_waits_for_a_second_person_and_never_exceeds_the_fund(books, fund, treasurer, front, head):
    books.receive(LEVEL)
    with pytest.raises(Refused, match="không còn đủ"):
        books.spend(LEVEL + 1)
    spending = books.spend(LEVEL)
    assert (queries.figures(fund).spent, queries.figures(fund).waiting) == (0, LEVEL)
    with pytest.raises(Refused, match="không còn đủ"):
        books.spend(1)
    with pytest.raises(NotAllowed):
        actions.approve(spending=spending, by=treasurer.actor)
    actions.approve(spending=spending, by=front)
    assert (queries.figures(fund).spent, queries.figures(fund).left) == (LEVEL, 0)


def test_who_recorded_it_does_not_agree_with_it(books, head):
    books.receive()
    spending = books.spend(1_000, by=head)
    with pytest.raises(NotAllowed, match="không tự duyệt"):
        actions.approve(spending=spending, by=head)


def test_a_spending_has_its_photo(books):
    books.receive()
    with pytest.raises(Refused, match="chụp"):
        books.spend(1_000, photo=[])


def test_a_wrong_receipt_is_struck_through_by_another_and_stays(books, fund, treasurer, front):
    receipt = books.receive()
    with pytest.raises(NotAllowed):
        actions.cancel_receipt(receipt=receipt, reason="Ghi nhầm", by=treasurer.actor)
    with pytest.raises(Refused, match="vì sao"):
        actions.cancel_receipt(receipt=receipt, reason=" ", by=front)
    actions.cancel_receipt(receipt=receipt, reason="Ghi nhầm hộ", by=front)
    assert queries.figures(fund).from_households == 0
    assert books.receive().number == 2
    assert Receipt.objects.count() == 2


def test_a_receipt_whose_money_is_spent_is_not_struck_through(books, front):
    receipt = books.receive()
    books.spent(LEVEL)
    with pytest.raises(Refused, match="đã được chi"):
        actions.cancel_receipt(receipt=receipt, reason="Ghi nhầm", by=front)


@pytest.mark.parametrize("change", ["update", "delete"])
def test_the_database_itself_keeps_the_past(books, change):
    receipt = books.receive()
    rows = Receipt.objects.filter(pk=receipt.pk)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(amount=1) if change == "update" else rows._raw_delete(rows.db)
    assert Receipt.objects.get().amount == LEVEL


def test_labour_and_goods_are_counted_apart_from_money(books, fund):
    books.receive(0, kind=Receipt.Kind.LABOUR, days=3)
    books.receive(2_000_000, giver="Ông Vừ A Sử", kind=Receipt.Kind.GOODS, words="2 m³ cát")
    with pytest.raises(Refused, match="số ngày"):
        books.receive(5, kind=Receipt.Kind.LABOUR, days=3)
    now = queries.figures(fund)
    assert (now.labour_days, now.goods, now.left) == (3, 2_000_000, 0)


def test_when_the_decision_is_abolished_nothing_more_is_taken(books, matter, officer):
    decisions.remedy(
        matter=matter,
        ground=Ground.UNLAWFUL,
        remedy=Remedy.ABOLISH,
        reason="Trái luật",
        on=date(2026, 4, 2),
        key="a",
        by=officer,
    )
    with pytest.raises(Refused, match="bãi bỏ"):
        books.receive()


def test_a_petition_against_the_decision_stops_no_money_and_is_said(books, matter, officer, fund):
    petition = decisions.Petition(Fault.PROCEDURE, Body.COMMITTEE, "Bà Kín", "Không được báo họp", date(2026, 4, 2))
    decisions.challenge(matter=matter, petition=petition, key="p", by=officer, at=NOW)
    assert books.receive().amount > 0
    fund.matter.refresh_from_db()
    assert any("kiến nghị" in each.words for each in queries.flags(fund, missing=(), on=date(2026, 4, 20)))


def test_a_month_is_summed_from_its_rows(books, fund, head):
    books.receive(on=date(2026, 3, 31))
    books.receive(number=2, on=date(2026, 4, 1))
    books.spent(100_000)
    at = datetime(2026, 5, 2, 3, 0, tzinfo=UTC)
    month = actions.state(fund=fund, since=date(2026, 4, 1), until=date(2026, 4, 30), key="m", by=head, at=at)
    assert (month.figures["period"]["from_households"], month.figures["total"]["left"]) == (LEVEL, 2 * LEVEL - 100_000)
    assert month.figures["total"]["households_paid"] == 2


def test_a_fund_closes_with_nothing_waiting_and_a_decision_on_what_is_left(books, fund, life, head):
    books.receive()
    with pytest.raises(Refused, match=r"còn 300\.000 đồng"):
        actions.close(fund=fund, key="c", by=head, at=NOW)
    waiting = books.spend(100_000)
    with pytest.raises(Refused, match="người thứ hai"):
        actions.close(fund=fund, key="c", by=head, at=NOW)
    actions.approve(spending=waiting, by=actor_in(fund.village, Role.FRONT))
    surplus = life.sent(life.passed(Kind.VILLAGE_MONEY, title="Chuyển số tiền còn lại sang quỹ khuyến học"))
    closing = actions.close(fund=fund, key="c", by=head, at=NOW, surplus=surplus)
    assert closing.figures["total"]["left"] == 200_000
    with pytest.raises(Refused, match="đã quyết toán"):
        books.receive(number=3)


def test_strangers_learn_nothing_and_the_board_looks_only(fund, commune, village, books):
    stranger = actor_in(a_village(commune, "ben-say-doai", "Đoài", 1), Role.VILLAGE_HEAD)
    with pytest.raises(NotFound):
        queries.fund(fund.pk, stranger)
    inspector = actor_in(village, Role.INSPECTOR)
    assert queries.fund(fund.pk, inspector) == fund
    with pytest.raises(NotAllowed):
        books.receive(by=inspector)
