"""Every figure: one word for each thing that was due, counted in the database as it would be by hand."""

from datetime import timedelta
from fractions import Fraction
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dienhong.disclosures import actions, queries
from dienhong.disclosures.models import Disclosure
from dienhong.disclosures.queries import Counted, Figures
from dienhong.foundations import clock
from dienhong.registry.models import Organization
from tests.programmes import places

pytestmark = pytest.mark.django_db
counted_from_the_row = import_module("dienhong.disclosures.migrations.0015_counted_from_the_row")
DAY = timedelta(days=1)
EVERYWHERE = {"places": ("office", "cultural-house", "community-point")}


def word_of(disclosure, on):
    """The same word by hand, from the rows."""
    found = queries.due(Organization.objects.all(), on=on).get(pk=disclosure.pk)
    assert found.counted == queries.result_of(queries.disclosure(disclosure.pk))
    return found.counted


@pytest.fixture
def later():
    return places.ON + 60 * DAY


@pytest.fixture
def units(commune):
    return Organization.objects.filter(pk=commune.committee.pk)


def test_nothing_recorded_is_unknown(desk, later):
    assert word_of(desk.open(), later) == Counted.UNKNOWN


def test_out_in_time_in_every_way_is_on_time(desk, later):
    found = desk.open()
    assert found.item.asked["result"]["forms"] == ["portal", "posting"]
    desk.record(found)
    assert word_of(found, later) == Counted.SHORT
    desk.record(found, "posting", **EVERYWHERE)
    assert word_of(found, later) == Counted.ON_TIME


def test_a_way_that_nobody_asked_for_does_not_stand_for_one_that_is_asked(desk, later):
    found = desk.open()
    desk.record(found)
    desk.record(found, "letter")
    desk.record(found)
    assert word_of(found, later) == Counted.SHORT


def test_the_last_day_is_in_time_and_the_day_after_is_late(desk, later):
    at = places.AT + 40 * DAY
    in_time, late = desk.open(title="Đúng ngày cuối"), desk.open(title="Sau một ngày", code="11.2.2")
    for each, day in ((in_time, in_time.due_on), (late, late.due_on + DAY)):
        desk.record(each, on=day, at=at)
        desk.record(each, "posting", on=day, at=at, **EVERYWHERE)
    assert (word_of(in_time, later), word_of(late, later)) == (Counted.ON_TIME, Counted.LATE)


def test_a_change_that_is_not_out_counts_as_not_done_whatever_was_out_before(desk, officer, later):
    found = desk.open()
    desk.record(found)
    desk.record(found, "posting", **EVERYWHERE)
    actions.change(disclosure=found, content=desk.content(), key="b2", by=officer, at=places.AT)
    assert word_of(found, later) == Counted.NOT_AGAIN
    desk.record(found)
    assert word_of(found, later) == Counted.SHORT  # the earlier version's board does not stand for the change


def test_what_was_withdrawn_for_good_in_time_is_not_counted(desk, officer, later, units):
    found = desk.open()
    desk.record(found)
    actions.withdraw(
        disclosure=found, reason="Bãi bỏ", signer_post="Chủ tịch", signer_name="Hồ Văn Lành", is_owed_again=False,
        by=officer, on=places.ON,
    )  # fmt: skip
    assert not queries.due(units, on=later).exists()


def test_only_what_was_due_by_the_day_is_counted(desk, units):
    found = desk.open()
    assert queries.figures(units, on=found.due_on - DAY, year=2026).total == 0
    assert queries.figures(units, on=found.due_on, year=2026).total == 0  # the last day itself is not over
    assert queries.figures(units, on=found.due_on + DAY, year=2026).unknown == 1


def test_a_claim_in_time_that_was_recorded_late_has_its_own_figure(commune, officer, desk):
    """Recorded times are the database's own, so the plan is of the day on which the test runs."""
    now = clock.read()
    today = clock.legal_day(now)
    plan = actions.draft_plan(
        organization=commune.committee, year=today.year, has_portal=False, has_radio=False, by=officer
    )

    def told(title, ago, at_once):
        content = actions.Content(event="QĐ 1", since=today - ago * DAY, text=title, is_cleared=True)
        item = plan.items.get(code="11.2.1")
        found = actions.open_disclosure(item=item, title=title, content=content, key=title, by=officer, at=now)
        day = today - at_once * DAY
        claim = actions.Told(form="posting", claimed_on=day, **EVERYWHERE)
        actions.record(disclosure=found, told=claim, key=title, by=officer, at=now)
        return found

    told("Ghi hôm nay", 0, 0)
    told("Ghi hôm sau", 2, 1)  # a day later is not remarked on
    late = told("Ghi sau hai ngày", 3, 2)
    found = queries.due(Organization.objects.all(), on=today + 30 * DAY)
    assert [each.pk for each in found.filter(is_recorded_late=True)] == [late.pk]
    counted = queries.tally(found)[()]
    assert (counted.recorded_late, counted.on_time + counted.short) == (1, 3)


def test_groups_add_up_to_the_whole_and_each_is_one_query(commune, neighbour, desk, officer, later):
    for number, code in enumerate(("11.2.1", "11.2.2", "11.3.1", "11.7.1"), start=1):
        made = desk.open(code=code, title=f"Nội dung {number}", since=places.ON - number * DAY)
        if number % 2:
            desk.record(made)
    found = queries.due(Organization.objects.all(), on=later)
    whole = queries.tally(found)[()]
    assert whole.total == 4
    for group in (queries.by_content, queries.by_organization, queries.by_month):
        with CaptureQueriesContext(connection) as asked:
            groups = group(found)
        assert len(asked) == 1
        assert sum(groups.values(), Figures()) == whole
    assert set(queries.by_content(found)) == {("commune", 2), ("commune", 3), ("commune", 7)}


def test_a_share_is_exact_and_of_nothing_due_there_is_none(desk, units, later):
    assert queries.figures(units, on=later, year=2026).share is None
    made = [desk.open(title=f"Việc {n}") for n in range(3)]
    desk.record(made[0])
    desk.record(made[0], "posting", **EVERYWHERE)
    assert queries.figures(units, on=later, year=2026).share == Fraction(1, 3)


def test_overdue_is_listed_by_whose_it_is_and_by_unit(commune, desk, officer, later, units):
    mine, nobodys = desk.open(title="Của cán bộ", code="11.2.1"), desk.open(title="Chưa giao", code="11.7.1")
    post = commune.officer.person.posts.get()
    actions.own(item=mine.item, owner=post, by=officer)
    assert [each.title for each in queries.overdue(units, on=later)] == ["Của cán bộ", "Chưa giao"]
    owners = queries.overdue_by_owner(units, on=later)
    assert {(each.key, each.count) for each in owners} == {(post.pk, 1), (None, 1)}
    (unit,) = queries.overdue_by_organization(units, on=later)
    assert (unit.key, unit.count, unit.oldest) == (commune.committee.pk, 2, mine.due_on)
    assert not queries.overdue(units, on=nobodys.due_on).exists()  # its last day is not over


def repeated(disclosure):
    """What the row keeps, which is what its postings say."""
    row = Disclosure.objects.get(pk=disclosure.pk)
    told = queries.repeated(Disclosure.objects.all())[row.pk]
    assert told == tuple(getattr(row, name) for name in told._fields)
    return told


def test_the_row_repeats_what_its_postings_say_after_every_act(desk, officer):
    found = desk.open()
    assert repeated(found) == (False, False, False, None)
    desk.record(found)
    assert repeated(found)[:3] == (False, True, False)
    (hung, *_others) = desk.record(found, "posting", **EVERYWHERE)
    assert repeated(found)[:3] == (True, True, False)
    actions.change(disclosure=found, content=desk.content(), key="b2", by=officer, at=places.AT)
    assert repeated(found) == (False, False, False, None)  # the change is told nowhere yet
    (hung, *_others) = desk.record(found, "posting", **EVERYWHERE)
    desk.record(found)
    actions.remove(posting=hung, claimed_on=places.ON, reason="Bảng hỏng", by=officer, at=places.AT)
    assert repeated(found)[:3] == (True, True, True)
    desk.record(found, "posting", **EVERYWHERE)
    assert repeated(found)[:3] == (True, True, False)  # it hangs again
    actions.withdraw(
        disclosure=found, reason="Bãi bỏ", signer_post="Chủ tịch", signer_name="Hồ Văn Lành", is_owed_again=True,
        by=officer, on=places.ON,
    )  # fmt: skip
    assert repeated(found)[:3] == (True, False, False)


def test_ways_that_another_content_requires_are_counted_anew(plan, desk, officer):
    numbers = {tuple(each.asked["result"]["forms"]): each.number for each in plan.items.order_by("pk")}
    few = numbers["portal", "posting"]
    more = next(number for forms, number in numbers.items() if {"portal", "posting"} < set(forms))
    item = actions.add_local(plan=plan, label="Nội dung riêng", clause="Điều 4 Quy chế", number=few, by=officer)
    found = desk.open(code=item.code)
    desk.record(found)
    desk.record(found, "posting", **EVERYWHERE)
    for number, is_whole in ((few, True), (more, False), (few, True)):
        actions.edit_local(item=item, label="Nội dung riêng", clause="Điều 4 Quy chế", number=number, by=officer)
        assert repeated(found).is_whole is is_whole


def test_what_stood_there_before_the_row_repeated_it_is_told_by_the_migration(desk, officer, monkeypatch):
    made = [desk.open(title=f"Việc {n}", code=code) for n, code in enumerate(("11.2.1", "11.2.2", "11.7.1", "11.3.1"))]
    for each in made[:3]:
        desk.record(each)
    (hung, *_others) = desk.record(made[0], "posting", **EVERYWHERE)
    actions.remove(posting=hung, claimed_on=places.ON, reason="Bảng hỏng", by=officer, at=places.AT)
    actions.change(disclosure=made[1], content=desk.content(), key="b2", by=officer, at=places.AT)
    right = queries.repeated(Disclosure.objects.all())
    Disclosure.objects.update(is_whole=False, is_told=False, is_down_early=False, told_after=None)
    monkeypatch.setattr(counted_from_the_row, "BATCH", 3)  # more than one batch
    counted_from_the_row.tell(apps, None)
    kept = {pk: tuple(told) for pk, *told in Disclosure.objects.values_list("pk", *queries.Repeated._fields)}
    assert kept == right
    assert {(each.is_whole, each.is_told, each.is_down_early) for each in right.values()} == {
        (True, True, True), (False, True, False), (False, False, False),
    }  # fmt: skip
