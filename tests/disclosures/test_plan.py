"""The plan comes from the law's list; what a place adds has its clause."""

import pytest
from django.db import IntegrityError, transaction

from dienhong.disclosures import actions, asking, differences, queries
from dienhong.disclosures.models import Item, Plan, Statement
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.ledger.models import Entry
from tests.programmes import places
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db


def test_one_click_drafts_every_part_of_the_fourteen_contents(plan):
    parts = list(asking.parts("commune"))
    assert [each.code for each in plan.items.order_by("pk")] == [part.code for _, _, part in parts]
    assert set(plan.items.values_list("number", flat=True)) == set(range(1, 15))
    assert plan.items.get(code="11.2.1").clause == "khoản 2 Điều 11 Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"


def test_each_content_keeps_what_the_law_asks_and_how_the_commune_can(plan):
    budget, support = plan.items.get(code="11.2.1").asked, plan.items.get(code="11.7.1").asked
    assert budget["rule"] == "disclosure.obligations"
    assert budget["result"]["forms"] == ["portal", "posting"]
    assert support["result"]["forms"] == ["portal", "posting", "radio", "village-head"]


def test_an_agency_gets_the_list_of_agencies(commune, officer):
    plan = actions.draft_plan(organization=commune.school, year=2026, has_portal=False, has_radio=False, by=officer)
    assert plan.kind == "agency"
    assert plan.items.first().code == "46.1"


def test_drafting_again_gives_the_same_plan(plan, commune, officer):
    again = actions.draft_plan(organization=commune.committee, year=2026, has_portal=False, has_radio=False, by=officer)
    assert (again.pk, Plan.objects.count()) == (plan.pk, 1)
    assert Entry.objects.filter(kind="plan.created").count() == 1


def test_who_discloses_nothing_under_these_articles_gets_no_plan(commune, officer):
    with pytest.raises(Refused, match="không thuộc diện"):
        actions.draft_plan(organization=commune.front, year=2026, has_portal=True, has_radio=True, by=officer)


def test_a_year_before_the_law_is_refused(commune, officer):
    with pytest.raises(Refused):
        actions.draft_plan(organization=commune.committee, year=2022, has_portal=True, has_radio=True, by=officer)


def test_what_the_place_adds_needs_its_clause_and_is_added_once(plan, officer):
    with pytest.raises(Refused, match="điều khoản"):
        actions.add_local(plan=plan, label="Thu chi nghĩa trang", clause=" ", number=14, by=officer)
    for _time in range(2):
        item = actions.add_local(
            plan=plan, label="Thu chi nghĩa trang", clause="Điều 3 Nghị quyết 07", number=5, by=officer
        )
    assert (item.code, item.is_local) == ("dp.1", True)
    assert Item.objects.filter(is_local=True).count() == 1


def test_only_those_given_the_task_draft(commune, neighbour):
    given = {"organization": commune.committee, "year": 2026, "has_portal": True, "has_radio": True}
    with pytest.raises(NotFound):
        actions.draft_plan(**given, by=places.actor(neighbour.officer))
    with pytest.raises(NotAllowed):
        actions.draft_plan(**given, by=places.actor(commune.chair))


@pytest.fixture
def added(plan, officer):
    return actions.add_local(plan=plan, label="Thu chi nghĩa trang", clause="Điều 3", number=5, by=officer)


def test_what_the_place_added_is_taken_out_again_with_a_reason_and_kept(plan, added, officer):
    with pytest.raises(Refused, match="vì sao"):
        actions.remove_local(item=added, reason=" ", by=officer, on=places.ON)
    for _time in range(2):
        removed = actions.remove_local(item=added, reason="Trùng với mục 11.5.1", by=officer, on=places.ON)
    assert (removed.removed_on, removed.removed_because) == (places.ON, "Trùng với mục 11.5.1")
    assert Entry.objects.filter(kind="item.removed").count() == 1
    assert added.code not in {each.code for each, _opened in queries.items(plan)}
    assert queries.figures([plan.organization], on=places.ON, year=2026).idle == plan.items.count() - 1
    again = actions.add_local(plan=plan, label="Thu chi nghĩa trang", clause="Điều 3", number=5, by=officer)
    assert (again.code, again.pk != added.pk) == ("dp.2", True)
    with pytest.raises(Refused, match="đã bỏ"):
        actions.edit_local(item=removed, label="x", clause="y", number=5, by=officer)


def test_what_was_taken_out_is_neither_opened_nor_carried_over(plan, added, desk, officer, commune):
    actions.remove_local(item=added, reason="Trùng", by=officer, on=places.ON)
    with pytest.raises(Refused, match="đã bỏ khỏi kế hoạch"):
        desk.open(code=added.code)
    after = actions.draft_plan(organization=commune.committee, year=2027, has_portal=True, has_radio=True, by=officer)
    assert not after.items.filter(is_local=True).exists()


def test_neither_the_laws_own_nor_what_was_opened_is_taken_out(plan, added, desk, officer, commune, neighbour):
    with pytest.raises(Refused, match="danh mục của Luật"):
        actions.remove_local(item=plan.items.get(code="11.2.1"), reason="x", by=officer, on=places.ON)
    desk.open(code=added.code)
    with pytest.raises(Refused, match="không bỏ được nữa"):
        actions.remove_local(item=added, reason="x", by=officer, on=places.ON)
    with pytest.raises(NotAllowed):
        actions.remove_local(item=added, reason="x", by=places.actor(commune.chair), on=places.ON)
    with pytest.raises(NotFound):
        actions.remove_local(item=added, reason="x", by=places.actor(neighbour.officer), on=places.ON)


def test_the_database_lets_only_an_addition_be_removed_and_says_why(plan, added):
    for code, reason in (("11.2.1", "x"), (added.code, "")):
        with pytest.raises(IntegrityError), transaction.atomic():
            plan.items.filter(code=code).update(removed_on=places.ON, removed_because=reason)


def test_a_signed_plan_is_signed_anew_without_what_was_taken_out(plan, added, officer, commune):
    by = places.actor(commune.chair)

    def sign(number, reason=""):
        draft = actions.review(plan, Statement.Kind.PLAN, queries.year_of(plan), on=places.ON)
        given = actions.Signature(number, "KH-UBND", places.ON, "Chủ tịch", "Hồ Văn Lành")
        reviewed = actions.Reviewed(draft.snapshot_hash, f"k{number}", reason)
        return actions.sign_plan(plan=plan, given=given, reviewed=reviewed, by=by, at=places.AT)

    first = sign(1)
    actions.remove_local(item=added, reason="Trùng", by=officer, on=places.ON)
    assert differences.since_signed(first, on=places.ON) == ["Đã bỏ: dp.1 Thu chi nghĩa trang."]
    second = sign(2, "Bỏ nội dung trùng")
    assert (second.version, differences.since_signed(second, on=places.ON)) == (2, [])


def test_the_page_offers_it_and_shows_what_became_of_it(plan, added, commune):
    officer = client_of(commune.officer)
    page, act = f"/cong-khai/viec/muc/{added.pk}/", f"/cong-khai/viec/muc/{added.pk}/bo/"
    assert act in officer.get(page).text
    assert act not in client_of(commune.front_member).get(page).text
    assert officer.post(act, {"reason": ""}).status_code == 422
    assert officer.post(act, {"reason": "Trùng với mục khác"}).url == f"/cong-khai/viec/ke-hoach/{plan.pk}/"
    text = officer.get(page).text
    assert "Trùng với mục khác" in text
    assert act not in text
    assert "Mở công khai" not in text
    assert "Thu chi nghĩa trang" not in officer.get(f"/cong-khai/viec/ke-hoach/{plan.pk}/").text
