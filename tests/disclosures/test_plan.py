"""The plan comes from the law's list; what a place adds has its clause."""

import pytest

from dienhong.disclosures import actions, asking
from dienhong.disclosures.models import Item, Plan
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.ledger.models import Entry
from tests.programmes import places

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
