"""The yearly conference of a village and the yearly dialogue of a commune."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.answers import Refused
from lawcore.calendar import Calendar
from lawcore.conferences import DEADLINES, LATEST, RULES
from lawcore.dated import NotYetInForce
from lawcore.sources import cited

NOTICE = "Decree 59/2023 art. 11 cl. 1 pt. c"


@pytest.mark.parametrize(
    ("kind", "before", "latest"),
    [
        ("conference.notice", date(2026, 12, 20), date(2026, 12, 15)),  # a Sunday
        ("conference.notice", date(2026, 12, 31), date(2026, 12, 26)),  # a Saturday stays a Saturday
        ("conference.notice", date(2027, 1, 3), date(2026, 12, 29)),
        ("dialogue.notice", date(2026, 11, 14), date(2026, 11, 7)),
        ("labour_dialogue.content", date(2026, 9, 11), date(2026, 9, 4)),  # five working days back
        ("labour_dialogue.content", date(2026, 3, 16), date(2026, 3, 9)),
    ],
)
def test_what_must_be_done_before(kind, before, latest):
    found = LATEST[kind](before=before)
    assert (found.result, found.rule) == (latest, f"latest.{kind}")
    assert f"chậm nhất ngày {latest:%d/%m/%Y}" in found.explanation


def test_a_notice_of_a_village_conference_is_certain():
    found = LATEST["conference.notice"](before=date(2026, 12, 20))
    assert (found.citation, found.provisional, found.assumptions) == (cited(NOTICE), False, ())
    assert found.explanation.startswith("Trưởng thôn, Tổ trưởng tổ dân phố báo triệu tập đến từng hộ chậm nhất")
    with pytest.raises(NotYetInForce):
        LATEST["conference.notice"](before=date(2023, 8, 14))
    assert LATEST["conference.notice"](before=date(2023, 8, 15)).result == date(2023, 8, 10)


@pytest.mark.parametrize(
    ("rule", "cite", "name", "often"),
    [
        (
            "conference.village_due",
            "LDC art. 33 cl. 1",
            "Hội nghị định kỳ của thôn, tổ dân phố",
            "mỗi năm một lần, vào cuối năm",
        ),
        (
            "dialogue.due",
            "LDC art. 32 cl. 1",
            "Hội nghị trao đổi, đối thoại của Ủy ban nhân dân xã với Nhân dân",
            "mỗi năm ít nhất một lần",
        ),
        ("labour_dialogue.due", "LDC art. 73 cl. 1", "Đối thoại tại nơi làm việc", "định kỳ hằng năm"),
    ],
)
def test_what_is_owed_once_a_year(rule, cite, name, often):
    found = RULES[rule](year=2026)
    assert (found.result, found.rule, found.citation) == (date(2026, 12, 31), rule, cited(cite))
    assert found.explanation == f"{name} năm 2026 phải tổ chức chậm nhất ngày 31/12/2026: {often}."
    assert found.inputs == {"year": 2026}
    assert len(found.assumptions) == 1
    assert not found.provisional
    assert RULES[rule](year=2023).result == date(2023, 12, 31)
    with pytest.raises(NotYetInForce):
        RULES[rule](year=2022)
    for year in (0, 1899, 2200):
        with pytest.raises(Refused):
            RULES[rule](year=year)


@pytest.mark.parametrize("rule", ["conference.village_overdue", "dialogue.overdue"])
@pytest.mark.parametrize(
    ("on", "held_on", "late", "word"),
    [
        (date(2026, 12, 31), None, False, "còn được tổ chức đến hết ngày 31/12/2026"),
        (date(2027, 1, 1), None, True, "Đã quá hạn từ sau ngày 31/12/2026"),  # not held in the year
        (date(2027, 1, 1), date(2026, 12, 31), False, "đã tổ chức ngày 31/12/2026"),
        (date(2026, 6, 1), date(2026, 1, 1), False, "đã tổ chức ngày 01/01/2026"),
        (date(2027, 3, 1), None, True, "chưa tổ chức"),
    ],
)
def test_overdue_from_the_first_day_of_the_next_year(rule, on, held_on, late, word):
    found = RULES[rule](year=2026, held_on=held_on, on=on)
    assert (found.result, found.rule) == (late, rule)
    assert word in found.explanation
    assert ": hội nghị " in found.explanation
    assert found.inputs == {"year": 2026, "held_on": held_on, "on": on}
    assert found.citation == cited("LDC art. 33 cl. 1" if rule.startswith("conference") else "LDC art. 32 cl. 1")
    assert len(found.assumptions) == 1


def test_a_conference_of_another_year_does_not_count():
    with pytest.raises(Refused, match="Ngày tổ chức 31/12/2025 không thuộc năm 2026"):
        RULES["conference.village_overdue"](year=2026, held_on=date(2025, 12, 31), on=date(2027, 1, 1))
    assert RULES["conference.village_overdue"](year=2026, on=date(2027, 1, 1)).result


@pytest.mark.parametrize("rule", ["conference.village_overdue", "dialogue.overdue"])
def test_what_is_still_to_come_was_not_held(rule):
    with pytest.raises(Refused, match="Ngày tổ chức 20/12/2026 sau ngày đang xét 19/12/2026"):
        RULES[rule](year=2026, held_on=date(2026, 12, 20), on=date(2026, 12, 19))
    assert not RULES[rule](year=2026, held_on=date(2026, 12, 20), on=date(2026, 12, 20)).result


DONE = {
    "plan_agreed": True,
    "all_households": True,
    "head_reports": True,
    "front_reports": True,
    "inspection_reports": True,
    "minutes": True,
}


@pytest.mark.parametrize(
    ("given", "notified_on", "in_order", "word"),
    [
        ({}, date(2026, 12, 15), True, "Hội nghị đúng trình tự: kế hoạch đã thống nhất, báo triệu tập kịp đến mọi hộ"),
        ({}, date(2026, 12, 1), True, "đúng trình tự"),
        ({}, date(2026, 12, 16), False, "báo triệu tập ngày 16/12/2026, muộn hơn ngày 15/12/2026"),
        ({"plan_agreed": False}, date(2026, 12, 15), False, "kế hoạch chưa được"),
        ({"all_households": False}, date(2026, 12, 15), False, "chưa triệu tập đại diện mọi hộ"),
        ({"head_reports": False}, date(2026, 12, 15), False, "thiếu báo cáo của Trưởng thôn"),
        ({"front_reports": False}, date(2026, 12, 15), False, "thiếu báo cáo của Ban công tác Mặt trận"),
        ({"inspection_reports": False}, date(2026, 12, 15), False, "thiếu báo cáo của thành viên Ban Thanh tra"),
        ({"minutes": False}, date(2026, 12, 15), False, "không có biên bản"),
    ],
)
def test_a_village_conference_in_order(given, notified_on, in_order, word):
    found = RULES["conference.village_in_order"](
        held_on=date(2026, 12, 20), notified_on=notified_on, **{**DONE, **given}
    )
    assert (found.result, found.rule) == (in_order, "conference.village_in_order")
    assert word in found.explanation
    assert found.explanation.startswith("Hội nghị đúng" if in_order else "Hội nghị chưa đúng trình tự: ")
    assert ";" not in found.explanation
    assert found.citation == cited("Decree 59/2023 art. 10 cl. 4; Decree 59/2023 art. 11 cl. 1, 2")
    assert found.inputs["notified_on"] == notified_on


@pytest.mark.parametrize(
    ("choice", "due", "word"),
    [
        ("five_days", date(2026, 12, 25), "gửi báo cáo kết quả đến Ủy ban nhân dân và Ủy ban Mặt trận"),
        ("same_day", date(2026, 12, 20), "ngay ngày 20/12/2026"),
    ],
)
def test_the_report_after_it_has_no_legal_day(choice, due, word):
    found = DEADLINES["conference.report"](since=date(2026, 12, 20), conference_report=choice)
    assert (found.result, found.rule, found.provisional) == (due, "deadline.conference.report", True)
    assert found.explanation.startswith("Mục tiêu phục vụ, không phải hạn luật định: Trưởng thôn")
    assert word in found.explanation
    assert "không phải hạn luật định (tham số conference_report)" in found.assumptions[0]
    assert found.citation == cited("Decree 59/2023 art. 11 cl. 2")
    assert found.inputs == {"since": date(2026, 12, 20), "conference_report": choice}


def test_the_report_by_another_reading():
    assert DEADLINES["conference.report"](since=date(2026, 12, 20)).result == date(2026, 12, 25)
    with pytest.raises(Refused) as refused:
        DEADLINES["conference.report"](since=date(2026, 12, 20), conference_report="later")
    assert refused.value.allowed == ("five_days", "same_day")
    with pytest.raises(NotYetInForce):
        DEADLINES["conference.report"](since=date(2023, 8, 14))


def test_the_result_of_a_dialogue():
    found = DEADLINES["dialogue.result"](since=date(2026, 11, 4))
    assert (found.result, found.rule) == (date(2026, 11, 16), "deadline.dialogue.result")  # the tenth is a Saturday
    assert found.explanation.startswith("Ủy ban nhân dân xã công bố kết quả đối thoại chậm nhất")
    assert found.citation.startswith("Điều 43 Luật Tổ chức chính quyền địa phương")


@pytest.mark.parametrize(("culture_day", "due"), [(False, date(2026, 11, 24)), (True, date(2026, 11, 25))])
def test_the_result_of_a_dialogue_near_24_november(culture_day, due):
    calendar = Calendar(culture_day=culture_day)
    assert DEADLINES["dialogue.result"](since=date(2026, 11, 14), calendar=calendar).result == due


@pytest.mark.parametrize(
    ("voters", "asking", "enough", "least"),
    [
        (1000, 99, False, 100),
        (1000, 100, True, 100),  # exactly a tenth
        (1000, 101, True, 100),
        (1001, 100, False, 101),
        (1001, 101, True, 101),
        (1, 1, True, 1),
        (1, 0, False, 1),
    ],
)
def test_a_tenth_of_the_voters_may_ask(voters, asking, enough, least):
    found = RULES["dialogue.requested"](voters=voters, asking=asking, on=date(2026, 3, 2))
    assert (found.result, found.rule, found.provisional) == (enough, "dialogue.requested", True)
    assert f"cần ít nhất {least} người, vì phải từ một phần mười của {voters} cử tri trở lên" in found.explanation
    assert found.explanation.startswith("Đủ" if enough else "Chưa đủ")
    assert "nguồn thứ cấp" in found.assumptions[0]
    assert found.inputs["asking"] == asking


def test_impossible_voters():
    ask = RULES["dialogue.requested"]
    for voters, asking in [(0, 0), (10, 11), (10, -1)]:
        with pytest.raises(Refused):
            ask(voters=voters, asking=asking, on=date(2026, 3, 2))
    with pytest.raises(NotYetInForce):
        ask(voters=10, asking=1, on=date(2025, 6, 15))


def test_what_was_not_read_is_marked():
    for found in (
        LATEST["dialogue.notice"](before=date(2026, 11, 14)),
        DEADLINES["dialogue.result"](since=date(2026, 11, 4)),
    ):
        assert found.provisional
        assert "Chưa đọc lời văn Điều 43" in found.assumptions[0]


@settings(max_examples=50)
@given(
    kind=st.sampled_from(sorted(LATEST)),
    start=st.dates(date(2025, 7, 1), date(2027, 12, 31)),
    later=st.integers(1, 40),
)
def test_a_later_event_never_gives_an_earlier_day(kind, start, later):
    after = date.fromordinal(start.toordinal() + later)
    assert LATEST[kind](before=start).result <= LATEST[kind](before=after).result
