"""Who keeps the money is never who agrees; another keeps it when the head proposes and the Front has seen it counted."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from dienhong.foundations.actors import Role
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.funds import actions, queries
from dienhong.funds.models import Fund, Receipt, Relief, TreasurerHandover
from dienhong.ledger.models import Entry
from dienhong.registry import queries as registry
from dienhong.registry.models import Person, Post, User
from lawcore.ballots.matters import Matter as Kind
from tests.decisions.test_pages import browser
from tests.funds.conftest import LEVEL, NOW
from tests.funds.test_pages import at, day, keyed, on_a_day
from tests.registry.conftest import actor_in

__all__ = ["browser", "on_a_day"]
pytestmark = pytest.mark.django_db
TODAY = date(2026, 4, 20)


def person_of(actor):
    return Person.objects.get(account__pk=actor.account_id)


def someone(village, name="Lường Văn Ban"):
    return Person.objects.create(name=name, locality=village, search="luong van ban")


def proposed(fund, head, to, key="change"):
    return actions.propose_treasurer(fund=fund, to=to, reason="Chuyển nơi ở", key=key, by=head, at=NOW)


def test_no_holder_of_the_heads_post_keeps_the_money(matter, village, head):
    """Neither the one who opens the fund nor another, with or without an account, today or from an earlier day."""
    other = person_of(actor_in(village, Role.VILLAGE_HEAD))
    without = someone(village)
    Post.objects.create(
        person=without, locality=village, title="Trưởng thôn", role=Role.VILLAGE_HEAD, starts_on=date(2026, 1, 1)
    )
    for person in (person_of(head), other, without):
        with pytest.raises(Refused, match="không giữ quỹ"):
            actions.open_fund(matter=matter, treasurer=person, key="x", by=head, at=NOW)
    assert not Fund.objects.exists()
    Post.objects.filter(person=without).update(ends_on=NOW.date())
    with pytest.raises(Refused, match="không giữ quỹ"):  # the last day still counts
        actions.open_fund(matter=matter, treasurer=without, key="x", by=head, at=NOW)
    Post.objects.filter(person=without).update(ends_on=date(2026, 4, 19))
    assert actions.open_fund(matter=matter, treasurer=without, key="x", by=head, at=NOW).treasurer == without


def test_a_treasurer_who_becomes_the_head_is_pointed_out_until_another_is_there(browser, matter, village, head, front):
    """The law does not forbid it: receipts go on, the board and the head are told."""
    keeper = actor_in(village, Role.FRONT)
    fund = actions.open_fund(matter=matter, treasurer=person_of(keeper), key="f", by=head, at=NOW)
    words = "Người giữ quỹ nay là Trưởng thôn"
    assert not any(words in each.words for each in queries.flags(fund, missing=(), on=TODAY))
    Post.objects.create(
        person=person_of(keeper), locality=village, title="Trưởng thôn", role=Role.VILLAGE_HEAD, starts_on=TODAY
    )
    keeper = registry.actor_of(User.objects.get(pk=keeper.account_id), on=TODAY)
    fund = Fund.objects.get(pk=fund.pk)
    assert [each.kind for each in queries.flags(fund, missing=(), on=TODAY) if words in each.words] == ["danger"]
    assert not any(words in each.words for each in queries.flags(fund, missing=(), on=NOW.date() - timedelta(days=9)))
    given = actions.Given(received_on=NOW.date(), giver="Công ty", amount=5_000)
    assert actions.receive(fund=fund, given=given, key="r", by=keeper, at=NOW).number
    url = at("treasurer", fund)
    assert url in [each.url for each in queries.waiting_in_funds(keeper, TODAY)]
    assert url not in [each.url for each in queries.waiting_in_funds(head, TODAY)]
    change = proposed(fund, keeper, someone(village))
    assert url not in [each.url for each in queries.waiting_in_funds(keeper, TODAY)]
    actions.confirm_treasurer(change=change, by=front, at=NOW)
    fund = Fund.objects.get(pk=fund.pk)
    assert not any(words in each.words for each in queries.flags(fund, missing=(), on=TODAY))


def test_a_treasurer_of_the_front_strikes_nothing_through(matter, village, head, front):
    both = actor_in(village, Role.FRONT)
    fund = actions.open_fund(matter=matter, treasurer=person_of(both), key="f", by=head, at=NOW)
    given = actions.Given(received_on=NOW.date(), giver="Công ty", amount=5_000)
    receipt = actions.receive(fund=fund, given=given, key="r", by=head, at=NOW)
    paid = actions.Paid(NOW.date(), 5_000, "Mua dây", "Cửa hàng", "a.jpg", [b"jpg"])
    spending = actions.spend(fund=fund, paid=paid, key="s", by=head, at=NOW)
    with pytest.raises(NotAllowed, match="người giữ quỹ"):
        actions.cancel_spending(spending=spending, reason="Ghi sai", by=both)
    actions.cancel_spending(spending=spending, reason="Ghi sai", by=front)
    with pytest.raises(NotAllowed, match="người giữ quỹ"):
        actions.cancel_receipt(receipt=receipt, reason="Ghi sai", by=both)
    actions.cancel_receipt(receipt=receipt, reason="Ghi sai", by=front)
    assert queries.figures(fund).left == 0


def test_their_page_offers_them_no_button(browser, matter, village, head, front):
    both = actor_in(village, Role.FRONT)
    fund = actions.open_fund(matter=matter, treasurer=person_of(both), key="f", by=head, at=NOW)
    given = actions.Given(received_on=NOW.date(), giver="Công ty", amount=5_000)
    receipt = actions.receive(fund=fund, given=given, key="r", by=head, at=NOW)
    url = at("receipt", fund, receipt.pk)
    assert at("cancel-receipt", fund, receipt.pk) not in browser(both).get(url).content.decode()
    assert at("cancel-receipt", fund, receipt.pk) in browser(front).get(url).content.decode()


def test_the_front_sees_the_money_go_from_one_treasurer_to_the_next(fund, books, head, front, treasurer, village):
    books.receive()
    new = actor_in(village)
    change = proposed(fund, head, person_of(new))
    assert proposed(fund, head, person_of(new)) == change
    fund.refresh_from_db()
    assert fund.treasurer == treasurer.person
    handover = actions.confirm_treasurer(change=change, by=front, at=NOW)
    assert actions.confirm_treasurer(change=change, by=front, at=NOW) == handover
    fund.refresh_from_db()
    assert (fund.treasurer, handover.before, handover.on) == (person_of(new), treasurer.person, TODAY)
    assert handover.left == LEVEL
    kinds = Entry.objects.filter(kind__startswith="treasurer").order_by("pk")
    assert [each.kind for each in kinds] == ["treasurer.proposed", "treasurer.confirmed"]
    books.receive(number=2, by=new)
    with pytest.raises(NotFound):
        books.receive(number=3, by=treasurer.actor)


def test_who_proposes_gives_or_takes_does_not_confirm(matter, village, head):
    keeper, taker, third = (actor_in(village, Role.FRONT) for _each in range(3))
    fund = actions.open_fund(matter=matter, treasurer=person_of(keeper), key="f", by=head, at=NOW)
    change = proposed(fund, head, person_of(taker))
    both = actor_in(village, Role.FRONT, Role.VILLAGE_HEAD)
    for wrong in (keeper, taker, head):
        with pytest.raises(NotAllowed):
            actions.confirm_treasurer(change=change, by=wrong, at=NOW)
    mine = proposed(fund, both, person_of(taker), key="other")
    with pytest.raises(NotAllowed, match="không tự xác nhận"):
        actions.confirm_treasurer(change=mine, by=both, at=NOW)
    with pytest.raises(Refused, match="mới hơn"):
        actions.confirm_treasurer(change=change, by=third, at=NOW)
    assert not TreasurerHandover.objects.exists()
    actions.confirm_treasurer(change=mine, by=third, at=NOW)


def test_no_proposal_without_another_person_of_the_village_and_a_reason(fund, head, front, treasurer, commune):
    with pytest.raises(Refused, match="đang giữ quỹ"):
        proposed(fund, head, treasurer.person)
    with pytest.raises(Refused, match="người của thôn"):
        proposed(fund, head, someone(commune))
    with pytest.raises(Refused, match="không giữ quỹ"):
        proposed(fund, head, person_of(head))
    with pytest.raises(Refused, match="vì sao"):
        actions.propose_treasurer(fund=fund, to=someone(fund.village), reason=" ", key="k", by=head, at=NOW)
    with pytest.raises(NotAllowed):
        proposed(fund, front, someone(fund.village))


def test_who_became_head_in_between_does_not_take_the_money(fund, head, front):
    new = someone(fund.village)
    change = proposed(fund, head, new)
    Post.objects.create(person=new, locality=fund.village, title="Trưởng thôn", role=Role.VILLAGE_HEAD, starts_on=TODAY)
    with pytest.raises(Refused, match="không giữ quỹ"):
        actions.confirm_treasurer(change=change, by=front, at=NOW)


@pytest.mark.parametrize("change", ["update", "delete"])
def test_a_handover_is_never_changed(fund, head, front, change):
    made = actions.confirm_treasurer(change=proposed(fund, head, someone(fund.village)), by=front, at=NOW)
    rows = TreasurerHandover.objects.filter(pk=made.pk)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(left=7) if change == "update" else rows._raw_delete(rows.db)


def test_on_the_pages_head_proposes_and_front_confirms(browser, fund, head, front, treasurer):
    new = someone(fund.village)
    client, url = browser(head), at("treasurer", fund)
    assert url in client.get(at("fund", fund)).content.decode()
    page = client.get(url, {"tim": "ban"})
    assert "Lường Văn Ban" in page.content.decode()
    data = {"key": page.context["form"]["key"].value(), "treasurer": new.pk, "reason": "Ốm"}
    assert client.post(url, data).status_code == client.post(url, data).status_code == 302
    confirm = at("confirm-treasurer", fund)
    assert confirm in [each.url for each in queries.waiting_in_funds(front, TODAY)]
    assert client.get(confirm).status_code == browser(treasurer.actor).get(confirm).status_code == 403
    second = browser(front)
    text = second.get(confirm).content.decode()
    assert "Cầm Thị Ngân" in text
    assert "Lường Văn Ban" in text
    assert second.post(confirm, keyed(second, confirm)).status_code == 302
    assert confirm not in [each.url for each in queries.waiting_in_funds(front, TODAY)]
    assert second.get(confirm).status_code == 404
    assert "Cầm Thị Ngân giao Lường Văn Ban" in second.get(at("rows", fund)).content.decode()


def test_a_relief_of_the_wrong_household_is_taken_back_by_a_second_person(fund, books, head, front, treasurer):
    household = fund.village.households.order_by("code")[0]

    def take_back(by, reason="Ghi nhầm hộ", key="back"):
        return actions.take_back_relief(fund=fund, household=household, reason=reason, key=key, by=by)

    with pytest.raises(Refused, match="mức chung"):
        take_back(front)
    actions.relieve(fund=fund, household=household, level=0, ground=Relief.Ground.POOR, key="r", by=head)
    for wrong in (head, treasurer.actor):
        with pytest.raises(NotAllowed):
            take_back(wrong)
    with pytest.raises(Refused, match="vì sao"):
        take_back(front, reason=" ")
    back = take_back(front)
    assert take_back(front) == back
    assert (back.level, Relief.objects.count()) == (LEVEL, 2)
    assert queries.relief_of(fund, household.pk) is None
    assert not queries.household_of(fund, household.pk, on=TODAY).is_relieved
    assert not any("mức khác mức chung" in each.words for each in queries.flags(fund, missing=(), on=TODAY))
    books.receive(LEVEL)
    with pytest.raises(Refused, match="mức chung"):
        take_back(front, key="again")


def test_nobody_writes_a_mistake_as_a_ground_of_relief(fund, head):
    household = fund.village.households.order_by("code")[0]
    with pytest.raises(Refused, match="lý do"):
        actions.relieve(fund=fund, household=household, level=0, ground=Relief.Ground.MISTAKE, key="r", by=head)


def test_a_relief_is_taken_back_on_its_page(browser, fund, head, front):
    household = fund.village.households.order_by("code")[0]
    actions.relieve(fund=fund, household=household, level=0, ground=Relief.Ground.POOR, key="r", by=head)
    url = at("take-back-relief", fund, household.pk)
    assert url not in browser(head).get(at("choose", fund)).content.decode()
    client = browser(front)
    assert url in client.get(at("choose", fund)).content.decode()
    assert client.post(url, {**keyed(client, url), "reason": "Nhầm hộ"}).status_code == 302
    assert url not in client.get(at("choose", fund)).content.decode()


def test_labour_and_goods_of_a_household_are_reached_where_nothing_is_asked_of_households(
    browser, life, treasurer, head
):
    free = life.sent(life.passed(Kind.VILLAGE_MONEY, title="Nhận hỗ trợ làm đường"))
    fund = actions.open_fund(matter=free, treasurer=treasurer.person, key="free", by=head, at=NOW)
    assert fund.per_household is None
    household = fund.village.households.order_by("code")[3]
    client, url = browser(treasurer.actor), at("receive-other", fund, household.pk)
    assert at("choose", fund) in client.get(at("fund", fund)).content.decode()
    assert url in client.get(at("choose", fund)).content.decode()
    assert client.get(at("choose", fund), {"tim": "4"}).url == url
    told = {"kind": "goods", "amount": "150000", "words": "1 m³ cát", **day("received_on", TODAY)}
    assert client.post(url, {**keyed(client, url), **told}).status_code == 302
    money = client.post(url, {**keyed(client, url), **told, "kind": "money"})
    assert (money.status_code, Receipt.objects.count()) == (422, 1)
    assert queries.figures(fund).goods == 150_000
    assert reverse("funds:relieve", args=[fund.pk, household.pk]) not in client.get(at("choose", fund)).content.decode()
