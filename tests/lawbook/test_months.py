"""A time limit drawn: which day is the event, which are counted, which are off, where it ends."""

from datetime import date

import pytest
from django.utils import translation

from dienhong.lawbook.months import Look, drawn, year_drawn
from lawcore import asking

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vietnamese():
    with translation.override("vi"):
        yield


def days_of(code, **values):
    """The days drawn, by their date, without those outside the time."""
    way, _dot, kind = code.partition(".")
    drawing = drawn(asking.ask(way, {"kind": kind, **values}, TODAY))
    found = {}
    for month in (*drawing.months, *drawing.later):
        for week in month.weeks:
            assert len(week) == 7
            found |= {month.first.replace(day=day.number): day for day in week if day and day.look is not Look.OUTSIDE}
    return drawing, found


def test_working_days_pass_over_days_off_each_with_its_reason():
    drawing, days = days_of("deadline.decision.to_commune", since="2026-04-24")
    assert [(day.day, one.look.value, one.mark) for day, one in sorted(days.items())] == [
        (24, "event", "mốc"),
        (25, "off", "nghỉ"),
        (26, "off", "nghỉ"),
        (27, "off", "nghỉ"),
        (28, "counted", "+1"),
        (29, "counted", "+2"),
        (30, "off", "nghỉ"),
        (1, "off", "nghỉ"),
        (2, "off", "nghỉ"),
        (3, "off", "nghỉ"),
        (4, "counted", "+3"),
        (5, "counted", "+4"),
        (6, "result", "hạn"),
    ]
    assert days[date(2026, 4, 26)].says == "Giỗ Tổ Hùng Vương"
    assert days[date(2026, 4, 28)].says == "được tính, ngày thứ 1"
    assert days[date(2026, 5, 6)].says == "ngày cuối cùng còn đúng hạn, ngày thứ 5"
    assert drawing.months[0].notes == (
        (date(2026, 4, 26), "Giỗ Tổ Hùng Vương"),
        (date(2026, 4, 27), "ngày nghỉ bù Giỗ Tổ Hùng Vương"),
        (date(2026, 4, 30), "Ngày Chiến thắng"),
    )
    assert [sign.look.value for sign in drawing.legend] == ["event", "counted", "off", "result"]


def test_a_last_day_that_is_off_is_shown_with_the_day_it_moved_to():
    _drawing, days = days_of("deadline.ballot.plan", since="2026-03-05")  # two days: Saturday 7 March
    assert (days[date(2026, 3, 7)].look, days[date(2026, 3, 7)].mark) == (Look.OFF, "+2")
    assert days[date(2026, 3, 7)].says == "được tính, ngày thứ 2, thứ Bảy"
    assert days[date(2026, 3, 8)].look is Look.OFF
    assert (days[date(2026, 3, 9)].look, days[date(2026, 3, 9)].mark) == (Look.RESULT, "hạn")


def test_counting_backwards_is_drawn_backwards():
    drawing, days = days_of("latest.meeting.notice", before="2026-03-05")
    assert [(day.day, one.look.value, one.mark) for day, one in sorted(days.items())] == [
        (3, "result", "hạn"),
        (4, "counted", "−1"),
        (5, "event", "mốc"),
    ]
    assert drawing.legend[0].words == "ngày diễn ra việc"


def test_a_posting_may_come_down_after_the_last_day_counted():
    _drawing, days = days_of("minimum.posting.commune", since="2026-03-02")
    assert days[date(2026, 3, 2)].look is Look.EVENT
    assert days[date(2026, 4, 1)].mark == "+30"
    assert (days[date(2026, 4, 2)].look, days[date(2026, 4, 2)].mark) == (Look.RESULT, "đủ")


def test_a_long_time_is_drawn_at_both_ends():
    drawing, days = days_of("minimum.posting.convention", since="2026-01-05", posted_days="300")
    assert [month.first for month in drawing.months] == [date(2026, 1, 1), date(2026, 2, 1)]
    assert [month.first for month in drawing.later] == [date(2026, 10, 1), date(2026, 11, 1)]
    assert drawing.left_out == 7
    assert days[date(2026, 1, 6)].mark == "+1"


def test_every_time_limit_marks_its_result_once():
    drawn_ones = 0
    for way in ("deadline", "latest", "minimum"):
        for kind, question in asking.questions()[way].kinds.items():
            first, *further = [name for name, each in question.parameters.items() if each.required]
            if further:
                continue
            answer = asking.ask(way, {"kind": kind, first: "2026-09-01"}, TODAY)
            drawing = drawn(answer)
            if drawing is None:
                continue
            drawn_ones += 1
            looks = [day.look for m in (*drawing.months, *drawing.later) for week in m.weeks for day in week if day]
            assert looks.count(Look.RESULT) == 1, kind
            assert looks.count(Look.EVENT) == (answer.counted.event != answer.result), kind
    assert drawn_ones > 80


def test_what_is_no_counted_day_is_not_drawn():
    assert drawn(asking.ask("decision.required", {"matter": "15.1", "households": "10"}, TODAY)) is None
    given = {"kind": "disclosure.commune", "since": "2026-03-02", "by_other_law": "2026-03-09"}
    assert drawn(asking.ask("deadline", given, TODAY)) is None


def test_a_year_marks_holidays_days_in_lieu_swaps_and_what_may_change():
    months = year_drawn(2026)
    assert len(months) == 12
    found = {m.first.replace(day=d.number): d for m in months for week in m.weeks for d in week if d}
    assert len(found) == 365
    assert (found[date(2026, 1, 1)].look, found[date(2026, 1, 1)].mark) == (Look.HOLIDAY, "lễ")
    assert found[date(2026, 1, 2)].mark == "đổi"
    assert (found[date(2026, 1, 10)].look, found[date(2026, 1, 10)].mark) == (Look.WORKED, "làm")
    assert found[date(2026, 4, 27)].mark == "bù"
    assert found[date(2026, 8, 22)].mark == "làm?"
    assert found[date(2026, 11, 24)].says == "Ngày Văn hóa Việt Nam, tạm tính"
    assert found[date(2026, 1, 4)].look is Look.OFF
    assert found[date(2026, 1, 5)].look is Look.PLAIN
