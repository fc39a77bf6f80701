"""By when each step before an election must be done."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.calendar import Calendar
from lawcore.dated import NotYetInForce
from lawcore.elections import LATEST, MINIMUM, RULES, Preparation, steps

SUNDAY_28_JUNE = date(2026, 6, 28)
DECREE = "Nghị định số 59/2023/NĐ-CP"


@pytest.mark.parametrize(
    ("kind", "day", "citation", "words"),
    [
        ("election.decision", date(2026, 6, 8), f"điểm a khoản 1 Điều 6 {DECREE}", "ra quyết định tổ chức bầu"),
        ("election.candidates", date(2026, 6, 13), f"khoản 2 Điều 6 {DECREE}", "danh sách chính thức"),
        ("election.team", date(2026, 6, 18), f"điểm b khoản 1 Điều 6 {DECREE}", "thành lập Tổ bầu cử"),
        ("election.notice", date(2026, 6, 21), f"điểm b khoản 1 Điều 6 {DECREE}", "niêm yết tại nhà văn hóa"),
        ("election.meeting_notice", date(2026, 6, 26), f"khoản 3 Điều 3 {DECREE}", "thông báo cuộc họp bầu"),
        (
            "dismissal.meeting_notice",
            date(2026, 6, 26),
            f"khoản 3 Điều 3 {DECREE}; khoản 2 Điều 9 {DECREE}",
            "cuộc họp cho thôi",
        ),
    ],
)
def test_days_are_counted_back_from_the_meeting(kind, day, citation, words):
    found = LATEST[kind](before=SUNDAY_28_JUNE)
    assert found.result == day
    assert found.rule == f"latest.{kind}"
    assert found.citation == citation
    assert found.version == date(2023, 8, 15)
    assert words in found.explanation
    assert f"{day:%d/%m/%Y}" in found.explanation
    assert not found.provisional


def test_the_whole_calendar_of_an_election():
    """A Sunday meeting: where the last lawful day is off, the last working day before it stands beside it."""
    found = steps(before=SUNDAY_28_JUNE)
    assert [(step.code, step.day, step.act_by) for step in found.result] == [
        ("decision", date(2026, 6, 8), date(2026, 6, 8)),
        ("candidates", date(2026, 6, 13), date(2026, 6, 12)),  # a Saturday: act by Friday
        ("team", date(2026, 6, 18), date(2026, 6, 18)),
        ("notice", date(2026, 6, 21), date(2026, 6, 19)),  # a Sunday: act by Friday
        ("meeting-notice", date(2026, 6, 26), date(2026, 6, 26)),
        ("meeting", SUNDAY_28_JUNE, SUNDAY_28_JUNE),
        ("send", date(2026, 7, 3), date(2026, 7, 3)),  # five working days after
    ]
    assert found.rule == "election.steps"
    assert found.citation == f"điểm a khoản 1 Điều 6 {DECREE}"
    assert "chậm nhất ngày 08/06/2026" in found.explanation
    assert "03/07/2026" in found.explanation
    assert not found.provisional


def test_every_step_says_who_and_cites():
    found = {step.code: step for step in steps(before=SUNDAY_28_JUNE).result}
    assert found["decision"].who == "Chủ tịch Ủy ban nhân dân cấp xã"
    assert found["candidates"].who == "Trưởng ban công tác Mặt trận ở thôn"
    assert found["team"].who == "Chủ tịch Ủy ban nhân dân cấp xã"
    assert found["notice"].who == "Chủ tịch Ủy ban nhân dân cấp xã"
    assert {found[code].who for code in ("meeting-notice", "meeting", "send")} == {"Tổ bầu cử"}
    assert found["meeting-notice"].citation == f"khoản 3 Điều 3 {DECREE}"
    assert found["meeting"].citation.endswith(f"điểm b khoản 1 Điều 3 {DECREE}")
    assert found["send"].citation.startswith("khoản 3 Điều 20 Luật Thực hiện dân chủ ở cơ sở")
    assert all(step.does for step in found.values())


@given(st.dates(date(2023, 8, 15), date(2030, 12, 31)))
@settings(max_examples=20)
def test_a_calendar_gives_the_days_of_the_single_questions(day):
    found = {step.code: step for step in steps(before=day).result}
    for kind in Preparation:
        assert found[kind].day == LATEST[f"election.{kind.replace('-', '_')}"](before=day).result
        assert found[kind].act_by <= found[kind].day


def test_a_calendar_is_json():
    assert steps(before=SUNDAY_28_JUNE).as_json()["result"][0]["day"] == "2026-06-08"


@pytest.mark.parametrize(
    ("kind", "done_on", "kept"),
    [
        (Preparation.DECISION, date(2026, 6, 8), True),
        (Preparation.DECISION, date(2026, 6, 9), False),
        (Preparation.CANDIDATES, date(2026, 6, 13), True),
        (Preparation.CANDIDATES, date(2026, 6, 14), False),
        (Preparation.TEAM, date(2026, 6, 18), True),
        (Preparation.TEAM, date(2026, 6, 19), False),  # nine days before: late
        (Preparation.NOTICE, date(2026, 6, 21), True),
        (Preparation.NOTICE, date(2026, 6, 22), False),
        (Preparation.MEETING_NOTICE, date(2026, 6, 26), True),
        (Preparation.MEETING_NOTICE, date(2026, 6, 27), False),
    ],
)
def test_a_step_is_late_from_the_day_after_the_last(kind, done_on, kept):
    found = RULES["election.in_time"](kind=kind, done_on=done_on, before=SUNDAY_28_JUNE)
    assert found.result is kept
    assert found.rule == "election.in_time"
    assert found.explanation.startswith("Đúng hạn" if kept else "Muộn")
    assert f"{done_on:%d/%m/%Y}" in found.explanation
    assert found.inputs == {"kind": kind, "done_on": done_on, "before": SUNDAY_28_JUNE}


@pytest.mark.parametrize(
    ("decided", "earliest"),
    [
        (date(2026, 5, 11), date(2026, 5, 31)),
        (date(2026, 6, 8), SUNDAY_28_JUNE),
        (date(2026, 2, 10), date(2026, 3, 2)),
    ],
)
def test_the_village_elects_twenty_days_after_the_decision_at_the_earliest(decided, earliest):
    found = MINIMUM["election.day"](since=decided)
    assert found.result == earliest
    assert found.rule == "minimum.election.day"
    assert found.citation == f"điểm a khoản 1 Điều 6 {DECREE}"
    assert "20 ngày" in found.explanation
    assert f"{earliest:%d/%m/%Y}" in found.explanation


@given(st.dates(date(2023, 8, 15), date(2030, 12, 31)))
@settings(max_examples=20)
def test_earliest_day_and_latest_decision_are_inverse(decided):
    day = MINIMUM["election.day"](since=decided).result
    assert LATEST["election.decision"](before=day).result == decided


@given(st.dates(date(2023, 8, 15), date(2030, 12, 31)))
@settings(max_examples=20)
def test_a_later_election_never_gives_an_earlier_step(day):
    sooner = [step.day for step in steps(before=day).result]
    later = [step.day for step in steps(before=day + timedelta(days=1)).result]
    assert all(a <= b for a, b in zip(sooner, later, strict=True))
    assert sooner == sorted(sooner)


class Undecided(Calendar):
    """A calendar on which one day is not decided yet."""

    def __init__(self, day):
        super().__init__()
        self.day = day

    def first_open(self, first, last):
        return self.day if first <= self.day <= last else None


@pytest.mark.parametrize(
    ("open_day", "provisional"),
    [
        (date(2026, 6, 20), True),  # the working day before the notice of Sunday 21 June may still move
        (date(2026, 6, 30), True),  # the fifth working day after the election may still move
        (date(2026, 6, 24), False),  # a day between the steps moves nothing
    ],
)
def test_days_not_decided_make_the_calendar_provisional(open_day, provisional):
    found = steps(before=SUNDAY_28_JUNE, calendar=Undecided(open_day))
    assert found.provisional is provisional
    assert len(found.assumptions) == provisional


def test_nothing_is_computed_before_the_decree():
    with pytest.raises(NotYetInForce):
        steps(before=date(2023, 8, 14))
    assert steps(before=date(2023, 8, 15)).result
