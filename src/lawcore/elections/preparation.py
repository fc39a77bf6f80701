"""What comes before the election day, and by when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from lawcore.answers import Answer, answer
from lawcore.calendar import VIETNAM, Calendar
from lawcore.dated import Dated, Version
from lawcore.elections.meeting import BY_TEAM
from lawcore.sources import cited
from lawcore.timelimits import Period, days, last_day, latest, open_days, runs_to, shown, working_days

DECIDED: Final = Dated(Version(date(2023, 8, 15), days(20), cite="Decree 59/2023 art. 6 cl. 1 pt. a"))
LISTED: Final = Dated(Version(date(2023, 8, 15), days(15), cite="Decree 59/2023 art. 6 cl. 2"))
TEAM_SET: Final = Dated(Version(date(2023, 8, 15), days(10), cite="Decree 59/2023 art. 6 cl. 1 pt. b"))
ANNOUNCED: Final = Dated(Version(date(2023, 8, 15), days(7), cite="Decree 59/2023 art. 6 cl. 1 pt. b"))
INVITED: Final = Dated(Version(date(2023, 8, 15), days(2), cite="Decree 59/2023 art. 3 cl. 3"))
SENT: Final = Dated(
    Version(date(2023, 8, 15), working_days(5), cite="LDC art. 20 cl. 3; Decree 59/2023 art. 3 cl. 5 pt. d")
)

ONE_DAY: Final = timedelta(days=1)


class Preparation(StrEnum):
    """What must be done before the election day."""

    DECISION = "decision"
    CANDIDATES = "candidates"
    TEAM = "team"
    NOTICE = "notice"
    MEETING_NOTICE = "meeting-notice"


@dataclass(frozen=True, slots=True)
class Step:
    """One line of an election calendar: what, who, the last lawful day, and the last working day up to it."""

    code: str
    does: str
    who: str
    day: date
    act_by: date
    citation: str


@dataclass(frozen=True, slots=True)
class _Duty:
    law: Dated[Period]
    who: str
    does: str


_DUTIES: Final[Mapping[Preparation, _Duty]] = {
    Preparation.DECISION: _Duty(
        DECIDED,
        "Chủ tịch Ủy ban nhân dân cấp xã",
        "ra quyết định tổ chức bầu Trưởng thôn và triển khai kế hoạch, phối hợp với Mặt trận xã",
    ),
    Preparation.CANDIDATES: _Duty(
        LISTED,
        "Trưởng ban công tác Mặt trận ở thôn",
        "gửi Ủy ban nhân dân cấp xã biên bản có danh sách chính thức người ứng cử",
    ),
    Preparation.TEAM: _Duty(
        TEAM_SET,
        "Chủ tịch Ủy ban nhân dân cấp xã",
        "ra quyết định thành lập Tổ bầu cử, sau khi thống nhất với Mặt trận xã",
    ),
    Preparation.NOTICE: _Duty(
        ANNOUNCED,
        "Chủ tịch Ủy ban nhân dân cấp xã",
        "thông báo các quyết định đến Nhân dân ở thôn, niêm yết tại nhà văn hóa, phát truyền thanh hoặc cách khác",
    ),
    Preparation.MEETING_NOTICE: _Duty(
        INVITED, "Tổ bầu cử", "thông báo cuộc họp bầu đến các hộ và niêm yết tại nhà văn hóa"
    ),
}


def decision(*, before: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 59/2023 art. 6 cl. 1 pt. a: the commune's chair decides to hold the election 20 days before it."""
    return _latest(Preparation.DECISION, "latest.election.decision", before, calendar)


def candidates(*, before: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 59/2023 art. 6 cl. 2: the minutes with the official candidates reach the commune 15 days before."""
    return _latest(Preparation.CANDIDATES, "latest.election.candidates", before, calendar)


def team(*, before: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 59/2023 art. 6 cl. 1 pt. b: the election team is set up 10 days before."""
    return _latest(Preparation.TEAM, "latest.election.team", before, calendar)


def notice(*, before: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 59/2023 art. 6 cl. 1 pt. b: the decisions are made known to the village 7 days before."""
    return _latest(Preparation.NOTICE, "latest.election.notice", before, calendar)


def meeting_notice(*, before: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 59/2023 art. 3 cl. 3: the households are told of the meeting 2 days before."""
    return _latest(Preparation.MEETING_NOTICE, "latest.election.meeting_notice", before, calendar)


def in_time(*, kind: Preparation, done_on: date, before: date, calendar: Calendar = VIETNAM) -> Answer[bool]:
    """Decree 59/2023 art. 6; Decree 59/2023 art. 3 cl. 3: whether a step was done early enough before the day."""
    law = _DUTIES[kind].law
    last = _latest(kind, "election.in_time", before, calendar)
    kept = done_on <= last.result
    said = "Đúng hạn" if kept else "Muộn"
    return answer(
        "election.in_time",
        law,
        on=before,
        result=kept,
        because=f"{said}: làm ngày {shown(done_on)}. {last.explanation}",
        inputs={"kind": kind, "done_on": done_on, "before": before},
        provisional=last.provisional,
    )


def earliest_day(*, since: date) -> Answer[date]:
    """Decree 59/2023 art. 6 cl. 1 pt. a: the first day on which a village can elect after the commune's decision."""
    period = DECIDED.on(since)
    day = runs_to(period, since)
    return answer(
        "minimum.election.day",
        DECIDED,
        on=since,
        result=day,
        because=f"Sớm nhất ngày {shown(day)} mới họp bầu được: quyết định ngày {shown(since)} phải có trước "
        f"ngày bầu ít nhất {period}.",
        inputs={"since": since},
    )


def steps(*, before: date, calendar: Calendar = VIETNAM) -> Answer[tuple[Step, ...]]:
    """Decree 59/2023 art. 6; Decree 59/2023 art. 3; LDC art. 20 cl. 3: the whole calendar of one election."""
    listed = [_step(kind, duty, before, calendar) for kind, duty in _DUTIES.items()]
    sent = last_day(SENT.on(before), before, calendar=calendar)
    chairs = _DUTIES[Preparation.MEETING_NOTICE].who
    listed += [
        Step("meeting", "triệu tập và chủ trì cuộc họp bầu", chairs, before, before, _cited(BY_TEAM, before)),
        Step(
            "send", "gửi kết quả đến Ủy ban nhân dân và Mặt trận xã", chairs, sent.day, sent.day, _cited(SENT, before)
        ),
    ]
    first = listed[0]
    waits = (note for each in listed for note in open_days(calendar, each.act_by, each.day))
    notes = tuple(dict.fromkeys((*sent.assumptions, *waits)))
    return answer(
        "election.steps",
        DECIDED,
        on=before,
        result=tuple(listed),
        because=f"Bầu ngày {shown(before)} thì việc đầu tiên, quyết định tổ chức bầu, phải xong chậm nhất ngày "
        f"{shown(first.day)}; kết quả gửi xã chậm nhất ngày {shown(sent.day)}. Hạn rơi vào ngày nghỉ thì nên làm "
        "xong từ ngày làm việc trước đó.",
        inputs={"before": before},
        provisional=bool(notes),
        assumptions=notes,
    )


def _latest(kind: Preparation, rule: str, before: date, calendar: Calendar) -> Answer[date]:
    duty = _DUTIES[kind]
    return latest(rule, duty.law, before=before, does=f"{duty.who} {duty.does},", calendar=calendar)


def _step(kind: Preparation, duty: _Duty, before: date, calendar: Calendar) -> Step:
    day = before - timedelta(days=duty.law.on(before).number)  # all five are calendar days
    return Step(kind.value, duty.does, duty.who, day, _worked(day, calendar), _cited(duty.law, before))


def _worked(day: date, calendar: Calendar) -> date:
    """The last working day up to a day."""
    while not calendar.is_working(day):
        day -= ONE_DAY
    return day


def _cited(law: Dated[object], on: date) -> str:
    return cited(law.version_on(on).cite)
