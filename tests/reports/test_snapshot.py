"""The figures: frozen once, the same for the same records, equal to the lists they open to."""

import copy
from datetime import date
from types import SimpleNamespace

import pytest
from django.utils import translation

from dienhong.programmes.models import Cell, IndicatorStanding, Task
from dienhong.reports import actions, queries, snapshot
from dienhong.reports.models import Report
from lawcore.indicators.periods import Period
from lawcore.timelimits import Every
from tests.programmes import places
from tests.reports.conftest import FIRST_HALF, IN_JULY, SECOND_HALF, YEAR, accept, issued, open_one, send, tasks_of


def taken(programme, period=FIRST_HALF, on=places.ON):
    return snapshot.take(programme, period, on=on, previous=queries.previous_issued(programme, period))


def test_the_same_records_give_the_same_figures_and_the_same_hash(programme):
    first, second = taken(programme), taken(programme)
    assert first == second
    assert snapshot.hash_of(first) == snapshot.hash_of(second)


def test_figures_come_back_from_the_database_with_the_same_hash(report):
    kept = Report.objects.get(pk=report.pk)
    assert snapshot.is_intact(kept)


def test_another_figure_gives_another_hash(report):
    other = copy.deepcopy(report.snapshot)
    other["duties"][0]["counts"]["done"] += 1
    assert snapshot.hash_of(other) != report.snapshot_hash


def test_the_figures_speak_vietnamese_whatever_the_page_speaks(programme):
    with translation.override("en"):
        english = taken(programme)
    assert english == taken(programme)


def test_every_target_figure_equals_the_list_it_opens_to(programme):
    figures = [figure for target in taken(programme)["targets"] for figure in target["figures"]]
    assert figures
    for figure in figures:
        cells = Cell.objects.filter(indicator=figure["indicator"], period_start=figure["start"])
        states = list(cells.values_list("state", flat=True))
        assert [states.count(s) for s in ("achieved", "not-achieved", "unknown", "exempt")] == [
            figure["achieved"], figure["not_achieved"], figure["unknown"], figure["exempt"],
        ]  # fmt: skip


def test_every_duty_figure_equals_the_tasks_it_opens_to(programme):
    for duty in taken(programme, YEAR)["duties"]:
        stages = list(Task.objects.filter(duty=duty["id"], period_end__year=2026).values_list("stage", flat=True))
        for stage in snapshot.STAGES:
            assert duty["counts"][stage] == stages.count(stage), (duty["at"], stage)


@pytest.mark.parametrize("period", [FIRST_HALF, SECOND_HALF, YEAR])
def test_units_add_up_to_duties(programme, period):
    shot = taken(programme, period)
    for stage in snapshot.STAGES:
        assert sum(unit[stage] for unit in shot["units"]) == sum(duty["counts"][stage] for duty in shot["duties"])


def test_gaps_add_up_to_the_unknown(programme):
    shot = taken(programme)
    unknown = sum(figure["unknown"] for target in shot["targets"] for figure in target["figures"])
    assert sum(gap["members"] for gap in shot["gaps"]) == unknown > 0


def test_a_half_year_report_takes_half_years_where_there_are_any_and_the_year_elsewhere(programme):
    periods = {duty["action"]: duty["period"] for duty in taken(programme)["duties"]}
    assert periods["Báo cáo kết quả thực hiện"] == "6 tháng đầu năm 2026"
    assert periods["Cử người học lớp bồi dưỡng"] == "năm 2026"


def test_an_indicator_counted_by_half_year_is_reported_by_its_own_half(programme):
    indicator = programme.targets.get().indicators.get()
    IndicatorStanding.objects.filter(indicator=indicator).delete()
    for start, end, achieved in (
        (date(2026, 1, 1), date(2026, 6, 30), 1),
        (date(2026, 7, 1), date(2026, 12, 31), 2),
    ):
        IndicatorStanding.objects.create(
            indicator=indicator, period_start=start, period_end=end, achieved=achieved, unknown=1
        )
    first, second, year = (
        taken(programme, period)["targets"][0]["figures"] for period in (FIRST_HALF, SECOND_HALF, YEAR)
    )
    assert [(f["period"], f["achieved"]) for f in first] == [("6 tháng đầu năm 2026", 1)]
    assert [(f["period"], f["achieved"]) for f in second] == [("6 tháng cuối năm 2026", 2)]
    assert year == [*first, *second]


def test_what_was_never_counted_is_said_to_be_so_and_not_zero_of_zero(programme):
    IndicatorStanding.objects.all().delete()
    (figure,) = taken(programme)["targets"][0]["figures"]
    assert figure["verdict"] == snapshot.NOT_COUNTED


def test_year_to_date_is_the_sum_of_the_periods(programme, commune):
    _yearly, second = tasks_of(commune.school)
    accept(send(commune, second, "Báo cáo 6 tháng"), commune)
    halves = {period: taken(programme, period, on=IN_JULY["on"])["duties"] for period in (FIRST_HALF, SECOND_HALF)}
    for a, b in zip(halves[FIRST_HALF], halves[SECOND_HALF], strict=True):
        if a["period"] != "năm 2026":
            assert b["year_to_date"] == {name: a["counts"][name] + b["counts"][name] for name in b["counts"]}
        else:
            assert b["year_to_date"] == b["counts"]


def test_the_figures_of_the_previous_report_stand_beside_these(programme, officer, commune):
    before = issued(programme, officer)
    accept(send(commune, tasks_of(commune.school)[1], "Báo cáo 6 tháng"), commune)
    shot = taken(programme, SECOND_HALF, on=IN_JULY["on"])
    assert shot["previous"]["report"] == before.pk
    assert shot["previous"]["hash"] == before.snapshot_hash
    then = {duty["id"]: duty["counts"] for duty in before.snapshot["duties"]}
    assert {duty["id"]: duty["previous"] for duty in shot["duties"]} == then
    assert (
        shot["targets"][0]["figures"][0]["previous"]["unknown"]
        == before.snapshot["targets"][0]["figures"][0]["unknown"]
    )


def test_a_draft_or_a_report_of_another_kind_is_no_previous_report(programme, officer):
    open_one(programme, officer)
    issued(programme, officer, YEAR, number=1)
    assert taken(programme, SECOND_HALF, on=IN_JULY["on"])["previous"] is None


def test_the_corrected_report_is_the_previous_one(programme, officer):
    first = issued(programme, officer)
    fresh = actions.correct(report=first, by=officer, at=places.AT, on=places.ON, key=places.uuid4())
    actions.issue(
        report=fresh, number=58, dated=places.ON, post="Chủ tịch", name="Hồ Văn Lành", by=officer, on=places.ON
    )
    actions.finish_issue(report_id=fresh.pk, at=places.AT.replace(hour=4))
    assert taken(programme, SECOND_HALF, on=IN_JULY["on"])["previous"]["report"] == fresh.pk


def test_only_tasks_whose_last_day_is_over_are_overdue(programme):
    duty = next(d for d in taken(programme)["duties"] if d["action"].startswith("Báo cáo"))
    later = next(d for d in taken(programme, on=IN_JULY["on"])["duties"] if d["id"] == duty["id"])
    assert duty["counts"]["overdue"] == 0
    assert later["counts"]["overdue"] == later["counts"]["open"] > 0


def test_a_place_renamed_later_keeps_its_name_in_the_figures(report):
    report.locality.name = "Tên Mới"
    report.locality.save(update_fields=["name"])
    assert Report.objects.get(pk=report.pk).snapshot["place"]["name"] == "An Lạc"


def test_a_duty_dropped_from_the_text_is_reported_no_more(programme):
    duty = programme.duties.first()
    duty.dropped_on = places.ON
    duty.save(update_fields=["dropped_on"])
    shot = taken(programme)
    assert duty.pk not in {row["id"] for row in shot["duties"]}
    assert sum(unit["open"] for unit in shot["units"]) == sum(row["counts"]["open"] for row in shot["duties"])


def test_the_queries_do_not_grow_with_the_place(programme, django_assert_max_num_queries):
    with django_assert_max_num_queries(18):
        taken(programme)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("2026-01-01", "2026-03-31"), ("2026-04-01", "2026-06-30")], 2),  # quarters within
        ([("2026-01-01", "2026-12-31")], 1),  # the year under way
        ([("2026-01-01", "2026-06-30"), ("2026-01-01", "2026-12-31")], 1),  # what is closed goes first
        ([("2026-07-01", "2026-12-31")], 0),  # after the period
        ([("2025-01-01", "2025-12-31")], 0),  # before it
        ([], 0),
    ],
)
def test_which_periods_a_half_year_report_speaks_of(rows, expected):
    standings = [
        SimpleNamespace(period_start=date.fromisoformat(start), period_end=date.fromisoformat(end))
        for start, end in rows
    ]
    assert len(snapshot.chosen(Period(2026, 1, Every.HALF_YEAR), standings)) == expected
