"""What programmes count of disclosures, without anybody typing it again."""

from datetime import timedelta

import pytest

from dienhong.disclosures import actions
from dienhong.disclosures.facts import disclosed
from dienhong.programmes.actions import cells, register
from dienhong.programmes.models import Cell, IndicatorStanding
from dienhong.programmes.queries.families import Register
from tests.fakes.communes import opened
from tests.programmes import places
from tests.reports.conftest import client_of

__all__ = ["opened"]
pytestmark = pytest.mark.django_db
YEAR = {"first": places.ON.replace(month=1, day=1), "last": places.ON.replace(month=12, day=31)}


def fact(disclosure):
    [found] = [
        each
        for each in disclosed(disclosure.item.plan.organization.locality.path, **YEAR)
        if each.reference == f"disclosure:{disclosure.pk}"
    ]
    return found


def measured(opened, officer, family="T6", over=Register.ITEMS):
    target = opened.targets.order_by("pk").first()
    return register.measure(target=target, family=family, register=over, by=officer, at=places.AT)


def cell(indicator, disclosure):
    return Cell.objects.get(indicator=indicator, member=f"disclosure:{disclosure.pk}")


def test_it_is_done_when_every_required_way_is_recorded_since_it_was_first_out(desk):
    disclosure = desk.open()
    assert fact(disclosure).done_on is None
    desk.record(disclosure, "portal", on=places.ON, at=places.AT + timedelta(days=3))
    assert fact(disclosure).done_on is None, "of the posting nothing is recorded"
    late = places.ON + timedelta(days=2)
    desk.record(disclosure, "posting", on=late, at=places.AT + timedelta(days=3), places=("office",))
    assert fact(disclosure).done_on == places.ON, "the same count as on every other page"
    assert fact(disclosure).due_on == disclosure.due_on


def test_a_change_that_is_not_out_again_is_not_done(desk, officer):
    disclosure = desk.open()
    for form, where in (("portal", ()), ("posting", ("office",))):
        desk.record(disclosure, form, places=where)
    actions.change(disclosure=disclosure, content=desk.content(text="mới"), key="k", by=officer, at=places.AT)
    assert fact(disclosure).done_on is None


def test_what_is_withdrawn_for_good_is_not_counted(desk, officer):
    disclosure = desk.open()
    actions.withdraw(
        disclosure=disclosure,
        reason="nhầm",
        signer_post="Chủ tịch",
        signer_name="A",
        is_owed_again=False,
        by=officer,
        on=places.ON,
    )
    assert list(disclosed(disclosure.item.plan.organization.locality.path, **YEAR)) == []


def test_of_another_commune_nothing_is_said(desk, neighbour):
    desk.open()
    assert list(disclosed(neighbour.place.path, **YEAR)) == []


def test_the_target_counts_what_was_disclosed_in_time_as_soon_as_the_job_has_run(opened, desk, officer):
    indicator = measured(opened, officer)
    in_time, owed = desk.open(), desk.open("11.2.2", "Quyết toán")
    desk.record(in_time, "portal")
    desk.record(in_time, "posting", places=("office",))  # jobs run at once in tests
    assert cell(indicator, in_time).state == Cell.State.ACHIEVED
    assert cell(indicator, owed).state in {Cell.State.EXEMPT, Cell.State.NOT_ACHIEVED}
    standing = IndicatorStanding.objects.get(indicator=indicator)
    assert standing.achieved == 1


@pytest.mark.parametrize(
    ("days", "state"),
    [(0, Cell.State.EXEMPT), (1, Cell.State.NOT_ACHIEVED)],
)
def test_it_is_not_achieved_from_the_day_after_its_last(opened, desk, officer, days, state):
    indicator = measured(opened, officer)
    disclosure = desk.open()
    cells.rebuild_programme(programme=opened, on=disclosure.due_on + timedelta(days=days))
    assert cell(indicator, disclosure).state == state


def test_a_last_day_that_moves_to_another_period_is_counted_there_only(opened, desk, officer):
    indicator = measured(opened, officer)
    disclosure = desk.open()
    path = opened.locality.path
    cells.rebuild_programme(programme=opened, on=disclosure.due_on)
    before = IndicatorStanding.objects.get(indicator=indicator)
    next_year = disclosure.due_on.replace(year=disclosure.due_on.year + 1)
    type(disclosure).objects.filter(pk=disclosure.pk).update(due_on=next_year)
    cells.refresh_disclosed(path=path, reference=f"disclosure:{disclosure.pk}", due_on=next_year, on=next_year)
    before.refresh_from_db()
    assert before.exempt == 0
    assert cell(indicator, disclosure).period_start.year == next_year.year


def test_an_overdue_disclosure_of_its_own_breaks_the_target_of_a_body(opened, desk, officer, commune):
    indicator = measured(opened, officer, "T1", Register.ORGANIZATIONS)
    disclosure = desk.open()
    cells.rebuild_programme(programme=opened, on=disclosure.due_on + timedelta(days=1))
    found = Cell.objects.get(indicator=indicator, organization=commune.committee)
    assert found.state == Cell.State.NOT_ACHIEVED
    assert "quá hạn" in found.why


def test_the_page_of_the_indicator_opens_the_disclosure(opened, desk, officer, commune):
    indicator = measured(opened, officer)
    disclosure = desk.open()
    cells.rebuild_programme(programme=opened, on=disclosure.due_on)
    page = client_of(commune.officer).get(f"/chuong-trinh/{opened.pk}/chi-so/{indicator.pk}/")
    assert f"/cong-khai/viec/{disclosure.pk}/" in page.text
    assert disclosure.title in page.text


def test_what_is_withdrawn_for_good_leaves_the_target_at_once(opened, desk, officer):
    indicator = measured(opened, officer)
    disclosure = desk.open()
    desk.record(disclosure, "portal")
    desk.record(disclosure, "posting", places=("office",))
    assert IndicatorStanding.objects.get(indicator=indicator).achieved == 1
    actions.withdraw(
        disclosure=disclosure,
        reason="Bãi bỏ",
        signer_post="Chủ tịch",
        signer_name="A",
        is_owed_again=False,
        by=officer,
        on=places.ON,
    )
    assert not Cell.objects.filter(indicator=indicator, member=f"disclosure:{disclosure.pk}").exists()
    assert IndicatorStanding.objects.get(indicator=indicator).achieved == 0
