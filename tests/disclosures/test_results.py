"""One count everywhere: when a last day is over, what a closing leaves, what came down early, which way counts."""

from datetime import timedelta

import pytest
from django.utils import translation

from dienhong.disclosures import actions, queries, shown
from dienhong.disclosures.facts import disclosed
from dienhong.disclosures.models import Disclosure, Removal
from dienhong.disclosures.queries import Counted
from dienhong.disclosures.queries.judged import carried, judged
from dienhong.disclosures.results import PRINTED, heading, title
from dienhong.foundations.refusals import Refused
from dienhong.programmes.actions import cells
from dienhong.programmes.models import Cell
from dienhong.registry.models import Organization
from dienhong.reports import disclosed as table
from lawcore.indicators.periods import Period
from lawcore.timelimits import Every
from tests.disclosures.test_facts import cell, measured
from tests.fakes.communes import opened
from tests.programmes import places
from tests.reports.conftest import client_of

__all__ = ["opened"]
pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
EVERYWHERE = {"places": ("office", "cultural-house", "community-point")}
YEAR = Period(places.ON.year, 1, Every.YEAR)
LATER = places.ON + 60 * DAY
AT_LATER = places.AT + 60 * DAY


def fresh(disclosure):
    return queries.disclosure(disclosure.pk)


def result(disclosure, on=LATER):
    """How it counts: in the database for many and from its rows for one, which must be the same."""
    found = queries.due(Organization.objects.all(), on=on).filter(pk=disclosure.pk).first()
    assert found is None or found.counted == queries.result_of(fresh(disclosure))
    return found and found.counted


def signs(disclosure, on=LATER):
    return [each.words for each in shown.row(fresh(disclosure), on=on).signs]


def out(desk, disclosure, *, on=places.ON, at=places.AT):
    desk.record(disclosure, on=on, at=at)
    [posting] = desk.record(disclosure, "posting", places=("office",), on=on, at=at)
    return posting


def close(disclosure, officer, on, **rest):
    given = {"reason": "Quyết định bị bãi bỏ", "signer_post": "Chủ tịch", "signer_name": "Hồ Văn Lành"}
    return actions.withdraw(disclosure=disclosure, by=officer, on=on, **{"is_owed_again": False, **given, **rest})


# When a last day is over.


@pytest.mark.parametrize(("days", "is_over"), [(-1, False), (0, False), (1, True)])
def test_a_last_day_is_over_on_the_day_after_it_everywhere(opened, desk, officer, commune, days, is_over):
    indicator = measured(opened, officer)
    found = desk.open()
    on = found.due_on + days * DAY
    unit = commune.committee
    units = Organization.objects.filter(pk=unit.pk)
    assert queries.figures(units, on=on, year=2026).total == is_over
    assert queries.tally(queries.due(units, on=on)).get((), queries.Figures()).unknown == is_over
    assert queries.overdue(units, on=on).count() == is_over
    assert sum(each.count for each in queries.overdue_by_owner(units, on=on)) == is_over
    counts = queries.counts([unit], on=on)
    assert (counts["overdue"], counts["due-soon"], counts["due"]) == (is_over, not is_over, 0)
    assert (queries.standing(fresh(found), on=on).kind == "overdue") is is_over
    [topic] = [each for each in queries.topics(commune.place, year=2026, on=on) if each.opened]
    assert topic.overdue == is_over
    assert len(judged(unit, first=YEAR.first_day, last=YEAR.last_day, on=on)) == is_over
    assert len(carried(unit, first=on, on=on)) == is_over
    assert len(table.take(opened, YEAR, on=on)["items"]) == is_over
    cells.rebuild_programme(programme=opened, on=on)
    expected = Cell.State.NOT_ACHIEVED if is_over else Cell.State.EXEMPT
    assert cell(indicator, found).state == expected


@pytest.mark.parametrize(("days", "state"), [(2, "due-soon"), (3, "due-soon"), (4, "due")])
def test_three_days_before_its_last_it_is_soon_due(desk, commune, days, state):
    found = desk.open()
    on = found.due_on - days * DAY
    assert queries.standing(fresh(found), on=on).kind == state
    assert queries.counts([commune.committee], on=on)[state] == 1


# What a closing leaves.


@pytest.mark.parametrize(("days", "counts"), [(-1, None), (0, None), (1, Counted.UNKNOWN)])
def test_closing_takes_out_of_the_figures_only_what_was_not_over(desk, officer, days, counts):
    found = desk.open()
    close(found, officer, found.due_on + days * DAY)
    assert result(found) == counts
    assert not queries.overdue(Organization.objects.all(), on=LATER).exists()  # nobody has to do it any more
    is_there = bool(queries.public(found.item.plan.organization.locality, text="", topic=None, village=None))
    assert is_there is (counts is not None)


def test_an_overdue_change_that_is_closed_stays_not_done(opened, desk, officer, commune):
    indicator = measured(opened, officer)
    found = desk.open()
    out(desk, found)
    later = places.AT + 30 * DAY
    content = desk.content(since=later.date(), text="Bản điều chỉnh")
    actions.change(disclosure=found, content=content, key="c", by=officer, at=later)
    due = fresh(found).due_on
    close(fresh(found), officer, due + 3 * DAY)
    on = due + 10 * DAY
    assert result(found, on) == Counted.NOT_AGAIN
    assert signs(found, on) == ["Đã rút", "Chưa công khai lại", "Quá hạn khi đóng 3 ngày"]
    assert queries.figures(Organization.objects.all(), on=on, year=2026).not_again == 1
    cells.rebuild_programme(programme=opened, on=on)
    assert cell(indicator, found).state == Cell.State.NOT_ACHIEVED
    [row] = judged(commune.committee, first=YEAR.first_day, last=YEAR.last_day, on=on)
    assert row.is_overdue(on)
    assert not carried(commune.committee, first=on, on=on)
    for text in (
        client_of(commune.officer).get(f"/cong-khai/viec/{found.pk}/").text,
        client_of().get(f"/cong-khai/{found.pk}/").text,
    ):
        assert "Quá hạn khi đóng 3 ngày" in text
        assert "Quyết định bị bãi bỏ" in text


def test_what_was_out_in_time_and_is_closed_later_keeps_its_result(desk, officer):
    found = desk.open()
    out(desk, found)
    close(found, officer, found.due_on + 90 * DAY)
    assert result(found) == Counted.ON_TIME
    assert "Đúng hạn" in signs(found)


def test_a_closing_needs_a_reason_and_a_name_and_is_undone_by_disclosing(desk, officer):
    found = desk.open()
    for missing in ({"reason": " "}, {"signer_name": ""}, {"signer_post": ""}):
        with pytest.raises(Refused, match="lý do rút, chức vụ và họ tên"):
            close(found, officer, found.due_on + DAY, **missing)
    close(found, officer, found.due_on + DAY)
    actions.change(disclosure=found, content=desk.content(since=LATER), key="c", by=officer, at=AT_LATER)
    assert (fresh(found).is_closed, fresh(found).closed_on) == (False, None)


def test_a_word_of_what_was_closed_finds_nothing_for_citizens(desk, officer):
    found = desk.open(title="Quyết định mật danh Hoa Sen")
    out(desk, found)
    close(found, officer, found.due_on + DAY)
    place = found.item.plan.organization.locality
    assert not queries.public(place, text="Hoa Sen", topic=None, village=None)
    assert queries.public(place, text=found.item.label[:12], topic=None, village=None)


# What was withdrawn counts the same wherever it stood.


@pytest.mark.parametrize("stage", ["up", "satisfied", "permanent"])
def test_withdrawn_and_owed_again_it_counts_as_not_again_wherever_it_stood(desk, officer, stage):
    found = desk.open()
    out(desk, found)
    Disclosure.objects.filter(pk=found.pk).update(stage=stage)
    close(found, officer, places.ON, is_owed_again=True)
    assert (fresh(found).stage, result(found)) == ("changed", Counted.NOT_AGAIN)
    actions.change(disclosure=found, content=desk.content(text="Bản đúng"), key="c", by=officer, at=places.AT)
    assert result(found) == Counted.NOT_AGAIN
    out(desk, found)
    assert (fresh(found).stage, result(found)) == ("up", Counted.ON_TIME)


def test_what_was_never_out_and_is_withdrawn_is_still_unknown(desk, officer):
    found = desk.open()
    close(found, officer, places.ON, is_owed_again=True)
    assert (fresh(found).stage, result(found)) == ("due", Counted.UNKNOWN)


def test_a_second_change_makes_nothing_overdue_new_again(desk, officer):
    found = desk.open()
    out(desk, found)
    actions.change(disclosure=found, content=desk.content(text="2"), key="c2", by=officer, at=places.AT)
    due = fresh(found).due_on
    actions.change(disclosure=found, content=desk.content(since=LATER, text="3"), key="c3", by=officer, at=AT_LATER)
    assert (fresh(found).due_on, fresh(found).stage) == (due, "changed")


# Which way counts.


def test_a_way_that_nobody_asked_for_makes_nothing_public_in_time(desk, commune):
    found = desk.open()
    desk.record(found, "letter")
    assert (fresh(found).stage, fresh(found).public_on) == ("due", None)
    assert result(found) == Counted.SHORT
    assert signs(found)[1:] == ["Sai hình thức"]
    late = found.due_on + 2 * DAY
    desk.record(found, on=late, at=places.AT + 30 * DAY)
    assert fresh(found).public_on == late
    assert result(found) == Counted.LATE


def test_the_first_required_way_is_the_first_day_and_another_does_not_move_it(desk):
    found = desk.open()
    at = places.AT + 10 * DAY
    desk.record(found, on=places.ON + 2 * DAY, at=at)
    desk.record(found, "network", on=places.ON, at=at)
    assert fresh(found).public_on == places.ON + 2 * DAY
    desk.record(found, "posting", places=("office",), on=places.ON + DAY, at=at)
    assert fresh(found).public_on == places.ON + DAY


def test_where_no_way_is_named_every_one_counts(commune, officer):
    plan = actions.draft_plan(organization=commune.committee, year=2026, has_portal=False, has_radio=True, by=officer)
    content = actions.Content(event="QĐ 1", since=places.ON, text="Khác", is_cleared=True)
    item = plan.items.get(code="11.14")
    found = actions.open_disclosure(item=item, title="Khác", content=content, key="k", by=officer, at=places.AT)
    told = actions.Told(form="letter", claimed_on=places.ON)
    actions.record(disclosure=found, told=told, key="k2", by=officer, at=places.AT)
    assert (fresh(found).stage, fresh(found).public_on) == ("up", places.ON)
    assert result(found) == Counted.ON_TIME


def test_what_everybody_inside_got_in_writing_stands_for_a_posting(commune, officer):
    plan = actions.draft_plan(organization=commune.school, year=2026, has_portal=False, has_radio=False, by=officer)
    content = actions.Content(event="QĐ 1", since=places.ON, text="Thu chi", is_cleared=True)
    item = plan.items.order_by("pk").first()
    found = actions.open_disclosure(item=item, title="Thu chi", content=content, key="k", by=officer, at=places.AT)
    assert found.item.asked["result"]["forms"] == ["posting"]
    told = actions.Told(form="all-in-writing", claimed_on=places.ON)
    actions.record(disclosure=found, told=told, key="k2", by=officer, at=places.AT)
    assert fresh(found).public_on == places.ON
    assert result(found) == Counted.ON_TIME


# What came down early.


def test_taken_down_early_is_said_to_everybody_and_in_every_figure_until_it_hangs_again(desk, officer, commune, opened):
    found = desk.open()
    posting = out(desk, found)
    at = places.AT + 5 * DAY
    actions.remove(posting=posting, claimed_on=places.ON + 3 * DAY, reason="Mưa hỏng", by=officer, at=at)
    assert result(found) == Counted.EARLY
    for text in (
        client_of(commune.officer).get(f"/cong-khai/viec/{found.pk}/").text,
        client_of().get(f"/cong-khai/{found.pk}/").text,
        client_of().get("/cong-khai/").text,
    ):
        assert "Gỡ sớm" in text
    units = Organization.objects.filter(pk=commune.committee.pk)
    assert queries.figures(units, on=LATER, year=2026).early == 1
    [item] = table.take(opened, YEAR, on=LATER)["items"]
    assert item["counted"] == "early"
    drawn = next(table.annexes({"items": [item], "units": []})).blocks[0]
    assert drawn.rows[0].cells[-1] == "Gỡ sớm"
    assert drawn.caption.startswith("Công khai đúng hạn, đủ hình thức: 0/1")
    [fact] = disclosed(commune.place.path, first=YEAR.first_day, last=YEAR.last_day)
    assert fact.done_on is None
    desk.record(found, "posting", places=("office",), on=places.ON + 4 * DAY, at=at)
    assert result(found) == Counted.ON_TIME


def test_taken_down_early_with_nothing_left_it_is_owed_and_says_why(desk, officer):
    found = desk.open()
    [posting] = desk.record(found, "posting", places=("office",))
    actions.remove(posting=posting, claimed_on=places.ON, reason="Nhầm", by=officer, at=places.AT)
    assert (fresh(found).stage, fresh(found).public_on, result(found)) == ("due", None, Counted.EARLY)
    assert "Gỡ sớm" in signs(found, places.ON)
    assert signs(found)[1:] == ["Gỡ sớm"]


def test_a_way_that_nobody_asked_for_holds_nothing_up_when_the_board_comes_down(desk, officer):
    found = desk.open()
    [posting] = desk.record(found, "posting", places=("office",))
    desk.record(found, "letter")
    actions.remove(posting=posting, claimed_on=places.ON, reason="Nhầm", by=officer, at=places.AT)
    assert (fresh(found).stage, fresh(found).public_on) == ("due", None)


@pytest.mark.parametrize(("days", "is_early"), [(-1, True), (0, False), (1, False)])
def test_early_is_before_the_first_day_on_which_it_may_come_down(desk, officer, days, is_early):
    found = desk.open()
    posting = out(desk, found)
    day = posting.stays_until + days * DAY
    actions.remove(posting=posting, claimed_on=day, reason="Hết hạn", by=officer, at=AT_LATER)
    assert Removal.objects.get().is_early is is_early
    assert (result(found) == Counted.EARLY) is is_early


def test_what_was_withdrawn_comes_down_at_once_and_is_not_early(desk, officer):
    found = desk.open()
    posting = out(desk, found)
    close(found, officer, places.ON)
    actions.remove(posting=posting, claimed_on=places.ON, reason="", by=officer, at=places.AT)
    assert not Removal.objects.get().is_early
    assert fresh(found).is_closed


def test_a_missing_way_is_the_wrong_form_once_its_last_day_is_over(desk, commune):
    found = desk.open()
    desk.record(found)
    assert "Sai hình thức" not in signs(found, found.due_on)
    assert "Đúng hạn" not in signs(found, found.due_on)  # nor is it said to be right
    assert "Sai hình thức" in signs(found, found.due_on + DAY)
    for text in (
        client_of(commune.officer).get(f"/cong-khai/viec/{found.pk}/").text,
        client_of().get(f"/cong-khai/{found.pk}/").text,
    ):
        assert "Sai hình thức" in text


def test_a_change_after_posting_is_said_until_it_is_out_again(desk, officer, commune):
    found = desk.open()
    out(desk, found)
    actions.change(disclosure=found, content=desk.content(text="mới"), key="c", by=officer, at=places.AT)
    assert result(found) == Counted.NOT_AGAIN
    for text in (
        client_of(commune.officer).get(f"/cong-khai/viec/{found.pk}/").text,
        client_of().get(f"/cong-khai/{found.pk}/").text,
    ):
        assert "Chưa công khai lại" in text


# One word for each.


def test_each_result_has_one_word_of_its_own():
    assert set(PRINTED) == set(Counted)
    assert len(set(PRINTED.values())) == len(Counted)
    with translation.override("vi"):
        assert [title(each) for each in Counted] == [heading(each) for each in Counted]


def test_a_report_issued_before_a_result_was_told_apart_is_still_drawn():
    unit = {"name": "UBND xã A", "place": "xã A", "on_time": 1, "late": 0, "short": 1, "not_again": 0, "unknown": 2}
    drawn = next(table.annexes({"items": [], "units": [unit]})).blocks[0]
    assert drawn.rows[0].cells[3:] == (4, 1, 0, 1, 0, 0, 2)
