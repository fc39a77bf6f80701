"""LDC art. 33; Decree 59/2023 art. 10, 11: the yearly conference of a village."""

from datetime import date
from typing import Final

from lawcore.answers import Answer, answer
from lawcore.calendar import VIETNAM, Calendar
from lawcore.conferences import years
from lawcore.dated import Dated, Version
from lawcore.readings import CONFERENCE_REPORT
from lawcore.timelimits import days, deadline, latest, latest_day, shown, working_days

EACH_YEAR: Final = Dated(Version(date(2023, 7, 1), 1, cite="LDC art. 33 cl. 1"))
NOTICE: Final = Dated(Version(date(2023, 8, 15), days(5), cite="Decree 59/2023 art. 11 cl. 1 pt. c"))
ORDER: Final = Dated(
    Version(
        date(2023, 8, 15),
        "kế hoạch, thông báo, ba báo cáo, biên bản",
        cite="Decree 59/2023 art. 10 cl. 4; Decree 59/2023 art. 11 cl. 1, 2",
    )
)
REPORT_WITHIN: Final = Dated(Version(date(2023, 8, 15), working_days(5), cite="Decree 59/2023 art. 11 cl. 2"))
"""No legal limit: a target of service (see the reading conference_report)."""

DONE: Final = (
    "Hội nghị đúng trình tự: kế hoạch đã thống nhất, báo triệu tập kịp đến mọi hộ, đủ ba báo cáo và có biên bản."
)
WHAT: Final = "Hội nghị định kỳ của thôn, tổ dân phố"
AT_EACH_YEAR: Final = "Luật chỉ ghi “cuối năm”, không ghi tháng; ở đây lấy ngày cuối cùng của năm."


def village_due(*, year: int) -> Answer[date]:
    """LDC art. 33 cl. 1: the village holds its conference once a year, at the end of the year."""
    return years.due(
        "conference.village_due",
        EACH_YEAR,
        year=year,
        what=WHAT,
        often="mỗi năm một lần, vào cuối năm",
        assumption=AT_EACH_YEAR,
    )


def village_overdue(*, year: int, held_on: date | None = None, on: date) -> Answer[bool]:
    """LDC art. 33 cl. 1: whether the year is over and the village held no conference in it."""
    return years.overdue(
        "conference.village_overdue", EACH_YEAR, year=year, held_on=held_on, on=on, what=WHAT, assumption=AT_EACH_YEAR
    )


def notice(*, before: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 59/2023 art. 11 cl. 1 pt. c: each household is told at latest five days before the conference."""
    return latest(
        "latest.conference.notice",
        NOTICE,
        before=before,
        does="Trưởng thôn, Tổ trưởng tổ dân phố báo triệu tập đến từng hộ",
        calendar=calendar,
    )


def village_in_order(
    *,
    held_on: date,
    notified_on: date,
    plan_agreed: bool,
    all_households: bool,
    head_reports: bool,
    front_reports: bool,
    inspection_reports: bool,
    minutes: bool,
) -> Answer[bool]:
    """Decree 59/2023 art. 10 cl. 4; Decree 59/2023 art. 11 cl. 1, 2: whether it was held as the decree says.

    `plan_agreed`: commune, Front and Inspection Board agreed to the plan; `all_households`: each was summoned; then
    the reports of village head, Front committee and member of the Inspection Board, and the secretary's minutes.
    """
    last = latest_day(NOTICE.on(held_on), held_on).day
    gaps = {
        "kế hoạch chưa được Ủy ban nhân dân, Mặt trận, Ban Thanh tra nhân dân xã thống nhất": not plan_agreed,
        f"báo triệu tập ngày {shown(notified_on)}, muộn hơn ngày {shown(last)}": notified_on > last,
        "chưa triệu tập đại diện mọi hộ": not all_households,
        "thiếu báo cáo của Trưởng thôn, Tổ trưởng tổ dân phố": not head_reports,
        "thiếu báo cáo của Ban công tác Mặt trận": not front_reports,
        "thiếu báo cáo của thành viên Ban Thanh tra nhân dân": not inspection_reports,
        "không có biên bản": not minutes,
    }
    lacking = [gap for gap, there in gaps.items() if there]
    return answer(
        "conference.village_in_order",
        ORDER,
        on=held_on,
        result=not lacking,
        because=f"Hội nghị chưa đúng trình tự: {'; '.join(lacking)}." if lacking else DONE,
        inputs={
            "held_on": held_on,
            "notified_on": notified_on,
            "plan_agreed": plan_agreed,
            "all_households": all_households,
            "head_reports": head_reports,
            "front_reports": front_reports,
            "inspection_reports": inspection_reports,
            "minutes": minutes,
        },
    )


def report(
    *, since: date, conference_report: str = CONFERENCE_REPORT.default, calendar: Calendar = VIETNAM
) -> Answer[date]:
    """Decree 59/2023 art. 11 cl. 2: after it the village head reports in writing; by when, the decree does not say.

    `since` is the day of the conference.
    """
    CONFERENCE_REPORT.check(conference_report)
    rule, assumed = "deadline.conference.report", (CONFERENCE_REPORT.assumed(conference_report),)
    inputs = {"since": since, "conference_report": conference_report}
    does = (
        "Mục tiêu phục vụ, không phải hạn luật định: Trưởng thôn, Tổ trưởng tổ dân phố gửi báo cáo kết quả đến "
        "Ủy ban nhân dân và Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã"
    )
    if conference_report == "same_day":
        return answer(
            rule,
            REPORT_WITHIN,
            on=since,
            result=since,
            because=f"{does} ngay ngày {shown(since)}.",
            inputs=inputs,
            provisional=True,
            assumptions=assumed,
        )
    return deadline(
        rule,
        REPORT_WITHIN,
        since=since,
        does=does,
        inputs=inputs,
        calendar=calendar,
        provisional=True,
        assumptions=assumed,
    )
