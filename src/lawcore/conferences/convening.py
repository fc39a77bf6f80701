"""LDC art. 50, 51, 52, 68, 69, 70: when staff and workers meet, who meets, and when ballots may replace it."""

from datetime import date
from fractions import Fraction
from math import ceil
from typing import Final

from lawcore.answers import Answer, answer, check_at_most, check_count, impossible
from lawcore.calendar import VIETNAM, Calendar
from lawcore.conferences.matters import AGENCY_MATTERS, ENTERPRISE_MATTERS, Workplace
from lawcore.dated import Dated, Version
from lawcore.timelimits import Period, deadline, months, open_days, runs_to, shown
from lawcore.timelimits.reckoning import ONE_DAY, check_day

STAFF_WITHIN: Final = Dated(Version(date(2023, 7, 1), months(3), cite="LDC art. 51 cl. 1"))
WORKERS_WITHIN: Final = Dated(Version(date(2023, 7, 1), months(3), cite="LDC art. 69 cl. 1"))
STAFF_CHECKED_EVERY: Final = Dated(Version(date(2023, 7, 1), months(6), cite="LDC art. 52 cl. 3"))
WORKERS_CHECKED_EVERY: Final = Dated(Version(date(2023, 7, 1), months(6), cite="LDC art. 70 cl. 3"))

DELEGATES_FROM: Final = {
    Workplace.AGENCY: Dated(Version(date(2023, 7, 1), 100, cite="LDC art. 51 cl. 2 pt. a, b")),
    Workplace.ENTERPRISE: Dated(Version(date(2023, 7, 1), 100, cite="LDC art. 69 cl. 2 pt. a, b")),
}
OPTIONAL_TO: Final = {
    Workplace.AGENCY: Dated(Version(date(2023, 7, 1), 7, cite="LDC art. 51 cl. 2 pt. đ")),
    Workplace.ENTERPRISE: Dated(Version(date(2023, 7, 1), 0, cite="LDC art. 69 cl. 1, 2")),
}
ASKING: Final = {
    Workplace.AGENCY: Dated(Version(date(2023, 7, 1), Fraction(1, 3), cite="LDC art. 50 cl. 1; LDC art. 51 cl. 1")),
    Workplace.ENTERPRISE: Dated(Version(date(2023, 7, 1), Fraction(1, 3), cite="LDC art. 68 cl. 1; LDC art. 69 cl. 1")),
}
FAILED: Final = {
    Workplace.AGENCY: Dated(Version(date(2023, 7, 1), 2, cite="LDC art. 50 cl. 2")),
    Workplace.ENTERPRISE: Dated(Version(date(2023, 7, 1), 2, cite="LDC art. 68 cl. 2")),
}
NOT_DECIDED_THERE: Final = {
    Workplace.AGENCY: Dated(Version(date(2023, 7, 1), (), cite="LDC art. 50 cl. 1")),
    Workplace.ENTERPRISE: Dated(Version(date(2023, 7, 1), ("67.1",), cite="LDC art. 68 cl. 1, 3")),
}
MATTERS: Final = {Workplace.AGENCY: AGENCY_MATTERS, Workplace.ENTERPRISE: ENTERPRISE_MATTERS}

UNION: Final = "Nơi không còn tổ chức Công đoàn thì người hoặc bộ phận được giao thay làm phần việc này."
SPEAKERS: Final = {
    Workplace.AGENCY: "Công đoàn",
    Workplace.ENTERPRISE: "Công đoàn, tổ chức đại diện khác của người lao động",
}
HEADS: Final = {
    Workplace.AGENCY: "người đứng đầu",
    Workplace.ENTERPRISE: "người đại diện có thẩm quyền của doanh nghiệp",
}


def staff_conference(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """LDC art. 51 cl. 1: staff meet once a year, within the first three months of the next working year.

    `since` is the last day of the working year: 31 December, or the end of the school year.
    """
    return _held_by(
        "deadline.conference.staff",
        STAFF_WITHIN,
        since,
        "Hội nghị cán bộ, công chức, viên chức, người lao động",
        "năm công tác",
        calendar,
    )


def workers_conference(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """LDC art. 69 cl. 1: workers meet once a year, within the first three months of the next year.

    `since` is the last day of the financial year.
    """
    return _held_by(
        "deadline.conference.workers", WORKERS_WITHIN, since, "Hội nghị người lao động", "năm tài chính", calendar
    )


def staff_check(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """LDC art. 52 cl. 3: every six months the head and the union check what became of the staff's resolution.

    `since` is the day of the conference or of the last check.
    """
    return deadline(
        "deadline.conference.staff_check",
        STAFF_CHECKED_EVERY,
        since=since,
        does="Người đứng đầu và Công đoàn kiểm tra việc thực hiện nghị quyết, báo kết quả đến toàn thể",
        calendar=calendar,
        assumptions=(UNION,),
    )


def workers_check(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """LDC art. 70 cl. 3: every six months the enterprise and the union check what became of the workers' resolution.

    `since` is the day of the conference or of the last check.
    """
    return deadline(
        "deadline.conference.workers_check",
        WORKERS_CHECKED_EVERY,
        since=since,
        does="Doanh nghiệp và Công đoàn kiểm tra việc thực hiện nghị quyết, báo kết quả đến toàn thể",
        calendar=calendar,
        assumptions=(UNION,),
    )


def delegates_allowed(*, kind: Workplace, staff: int, scattered: bool = False, on: date) -> Answer[bool]:
    """LDC art. 51 cl. 2 pt. a, b; LDC art. 69 cl. 2 pt. a, b: whether delegates may meet instead of everybody.

    `scattered`: they work spread over a wide area, or the work lets nobody leave the post.
    """
    check_count(staff, "tổng số người", least=1)
    law = DELEGATES_FROM[kind]
    limit = law.on(on)
    large = staff >= limit
    if large:
        because = f"Được chọn họp toàn thể hoặc đại biểu: có {staff} người, từ {limit} người trở lên."
    elif scattered:
        because = "Được chọn họp toàn thể hoặc đại biểu: làm việc phân tán hoặc không thể bỏ vị trí."
    else:
        must = "Nếu họp thì phải họp" if staff <= OPTIONAL_TO[kind].on(on) else "Phải họp"
        because = f"{must} toàn thể: có {staff} người, ít hơn {limit}, không phân tán và rời được vị trí."
    return answer(
        "conference.delegates_allowed",
        law,
        on=on,
        result=large or scattered,
        because=because,
        inputs={"kind": kind, "staff": staff, "scattered": scattered, "on": on},
    )


def optional(*, kind: Workplace, staff: int, on: date) -> Answer[bool]:
    """LDC art. 51 cl. 2 pt. đ; LDC art. 69 cl. 1, 2: whether the yearly conference may be left out.

    An agency of up to seven may; a state enterprise never.
    """
    check_count(staff, "tổng số người", least=1)
    law = OPTIONAL_TO[kind]
    limit = law.on(on)
    free = staff <= limit
    if free:
        because = f"Không bắt buộc: có {staff} người, từ {limit} người trở xuống thì họp khi thấy cần."
    elif limit:
        because = f"Bắt buộc họp hằng năm: có {staff} người, nhiều hơn {limit}."
    else:
        because = "Bắt buộc họp hằng năm: với doanh nghiệp nhà nước, luật không miễn cho nơi ít người."
    return answer(
        "conference.optional",
        law,
        on=on,
        result=free,
        because=because,
        inputs={"kind": kind, "staff": staff, "on": on},
    )


def extraordinary(
    *,
    kind: Workplace,
    staff: int,
    asking: int = 0,
    union_asks: bool = False,
    head_asks: bool = False,
    on: date,
) -> Answer[bool]:
    """LDC art. 50 cl. 1; LDC art. 51 cl. 1; LDC art. 68 cl. 1; LDC art. 69 cl. 1: whether those entitled asked for it.

    The union, the head, or at least a third of all staff can ask for a conference out of turn or propose a matter.
    """
    check_count(staff, "tổng số người", least=1)
    check_at_most(asking, staff, "số người đề nghị", "tổng số người")
    law = ASKING[kind]
    least = ceil(law.on(on) * staff)
    if union_asks or head_asks:
        called, why = True, f"{(SPEAKERS if union_asks else HEADS)[kind]} đề xuất"
    else:
        called = asking >= least
        why = f"{asking} người đề nghị, cần ít nhất {least}, vì phải từ một phần ba của {staff} người trở lên"
    return answer(
        "conference.extraordinary",
        law,
        on=on,
        result=called,
        because=f"{'Đủ' if called else 'Chưa đủ'} căn cứ họp bất thường, đưa nội dung ra hội nghị: {why}.",
        inputs={
            "kind": kind,
            "staff": staff,
            "asking": asking,
            "union_asks": union_asks,
            "head_asks": head_asks,
            "on": on,
        },
    )


def ballots_allowed(
    *,
    kind: Workplace,
    force_majeure: bool = False,
    failed_meetings: int = 0,
    union_agrees: bool,
    on: date,
) -> Answer[bool]:
    """LDC art. 50 cl. 2; LDC art. 68 cl. 2: whether ballots may be sent to everybody instead of a conference.

    `failed_meetings`: how many times it was convened and too few came.
    """
    check_count(failed_meetings, "số lần triệu tập không đủ người")
    law = FAILED[kind]
    least = law.on(on)
    reason = force_majeure or failed_meetings >= least
    if not reason:
        so_far = f"mới {failed_meetings} lần" if failed_meetings else "chưa lần nào"
        because = f"Chưa được gửi phiếu: không có lý do bất khả kháng và {so_far} triệu tập mà không đủ người, cần "
        because += f"{least} lần."
    elif not union_agrees:
        because = f"Chưa được gửi phiếu: phải thống nhất với {SPEAKERS[kind]} trước."
    else:
        why = "có lý do bất khả kháng" if force_majeure else f"đã triệu tập {failed_meetings} lần mà không đủ người"
        because = f"Được gửi phiếu đến toàn thể: {why} và đã thống nhất với {SPEAKERS[kind]}."
    return answer(
        "conference.ballots_allowed",
        law,
        on=on,
        result=reason and union_agrees,
        because=because,
        inputs={
            "kind": kind,
            "force_majeure": force_majeure,
            "failed_meetings": failed_meetings,
            "union_agrees": union_agrees,
            "on": on,
        },
        assumptions=(UNION,),
    )


def decides(*, kind: Workplace, item: int, on: date) -> Answer[bool]:
    """LDC art. 50 cl. 1; LDC art. 68 cl. 1, 3: whether the conference decides on a matter.

    `item` is the clause of art. 49 or 67; collective bargaining (art. 67 cl. 1) follows labour law.
    """
    check_count(item, "số thứ tự nội dung", least=1)
    matters = MATTERS[kind]
    if item > len(matters):
        raise impossible(f"Chỉ có {len(matters)} nội dung bàn và quyết định.", allowed=(f"1…{len(matters)}",))
    law, matter = NOT_DECIDED_THERE[kind], matters[item - 1]
    here = matter.code not in law.on(on)
    where = (
        "do hội nghị bàn và quyết định" if here else "quyết định theo pháp luật về lao động, không phải tại hội nghị"
    )
    return answer(
        "conference.decides",
        law,
        on=on,
        result=here,
        because=f"Nội dung “{matter.label}” {where}.",
        inputs={"kind": kind, "item": item, "on": on},
    )


def _held_by(rule: str, law: Dated[Period], since: date, what: str, year: str, calendar: Calendar) -> Answer[date]:
    """The end of the first months of the year that begins on the day after `since`, moved when that day is off."""
    term = law.on(since)
    check_day(since)
    reached = runs_to(term, since + ONE_DAY) - ONE_DAY
    day = reached if calendar.is_working(reached) else calendar.workday_after(reached, 1)
    moved = "" if day == reached else f"; ngày {shown(reached)} là {calendar.why_off(reached)} nên chuyển sang ngày này"
    notes = open_days(calendar, reached, day)
    return answer(
        rule,
        law,
        on=since,
        result=day,
        because=f"{what} tổ chức chậm nhất ngày {shown(day)}: hết {term} đầu của {year} tiếp theo, vì {year} vừa "
        f"qua kết thúc ngày {shown(since)}{moved}.",
        inputs={"since": since},
        provisional=bool(notes),
        assumptions=notes,
    )
