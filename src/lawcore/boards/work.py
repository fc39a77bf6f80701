"""What is due around a board: plans told beforehand, answers, recognition; and who directs it."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from lawcore.answers import Answer, answer, impossible
from lawcore.boards.kinds import Kind
from lawcore.calendar import VIETNAM, Calendar
from lawcore.dated import Dated, Version
from lawcore.readings import UNION_ABSENT
from lawcore.timelimits import Period, days, deadline, latest, working_days


class Guide(StrEnum):
    """Who directs a board and recognises its election."""

    FRONT = "front"
    UNION = "union"
    DESIGNATED = "designated"
    UPPER_UNION = "upper-union"

    @property
    def words(self) -> str:
        """In Vietnamese: "Ban Chấp hành Công đoàn"."""
        return _GUIDES[self]


_GUIDES: Final = {
    Guide.FRONT: "Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã",
    Guide.UNION: "Ban Chấp hành Công đoàn",
    Guide.DESIGNATED: "Người hoặc bộ phận được giao thay Công đoàn",
    Guide.UPPER_UNION: "Công đoàn cấp trên trực tiếp",
}
COMMUNE_PLAN: Final = Dated(Version(date(2023, 8, 15), working_days(5), cite="Decree 59/2023 art. 14 cl. 1 pt. b"))
AGENCY_PLAN: Final = Dated(Version(date(2023, 8, 15), working_days(5), cite="Decree 59/2023 art. 22 cl. 1 pt. b"))
ENTERPRISE_PLAN: Final = Dated(Version(date(2023, 8, 15), working_days(5), cite="Decree 59/2023 art. 26 cl. 1 pt. b"))
INVESTMENT_NOTICE: Final = Dated(Version(date(2023, 7, 1), days(45), cite="LDC art. 45 cl. 1 pt. b"))

COMMUNE_REPLY: Final = Dated(Version(date(2023, 7, 1), days(15), cite="LDC art. 40 cl. 1 pt. c"))
AGENCY_REPLY: Final = Dated(Version(date(2023, 7, 1), days(15), cite="LDC art. 63 cl. 1 pt. c"))
ENTERPRISE_REPLY: Final = Dated(Version(date(2023, 7, 1), days(15), cite="LDC art. 81 cl. 1 pt. d"))
INVESTMENT_REPLY: Final = Dated(Version(date(2023, 7, 1), days(15), cite="LDC art. 45 cl. 2 pt. c"))

COMMUNE_RECOGNISED: Final = Dated(
    Version(date(2023, 7, 1), working_days(5), cite="LDC art. 21 cl. 2; LDC art. 40 cl. 2 pt. b")
)
AGENCY_RECOGNISED: Final = Dated(Version(date(2023, 8, 15), working_days(5), cite="Decree 59/2023 art. 21 cl. 1"))
ENTERPRISE_RECOGNISED: Final = Dated(Version(date(2023, 8, 15), working_days(5), cite="Decree 59/2023 art. 25 cl. 1"))
INVESTMENT_RECOGNISED: Final = Dated(
    Version(date(2023, 7, 1), working_days(5), cite="LDC art. 21 cl. 2; LDC art. 45 cl. 1 pt. a")
)

COMMUNE_GUIDE: Final = Dated(Version(date(2023, 7, 1), Guide.FRONT, cite="LDC art. 39 cl. 1"))
AGENCY_GUIDE: Final = Dated(Version(date(2023, 7, 1), Guide.UNION, cite="LDC art. 62 cl. 1"))
ENTERPRISE_GUIDE: Final = Dated(Version(date(2023, 7, 1), Guide.UNION, cite="LDC art. 79 cl. 1"))
INVESTMENT_GUIDE: Final = Dated(Version(date(2023, 7, 1), Guide.FRONT, cite="LDC art. 44 cl. 1"))

_PLANS: Final[Mapping[Kind, tuple[Dated[Period], str]]] = MappingProxyType(
    {
        Kind.COMMUNE: (
            COMMUNE_PLAN,
            (
                "Ban Thanh tra nhân dân gửi kế hoạch kiểm tra cụ thể đến Mặt trận xã, Chủ tịch Ủy ban nhân dân cấp xã "
                "và nơi được kiểm tra"
            ),
        ),
        Kind.AGENCY: (
            AGENCY_PLAN,
            "Ban Thanh tra nhân dân báo cáo kế hoạch cụ thể với Ban Chấp hành Công đoàn và thông báo nơi được kiểm tra",
        ),
        Kind.ENTERPRISE: (
            ENTERPRISE_PLAN,
            "Ban Thanh tra nhân dân báo cáo kế hoạch với Ban Chấp hành Công đoàn và thông báo lãnh đạo doanh nghiệp",
        ),
    }
)
_REPLIES: Final[Mapping[Kind, tuple[Dated[Period], str]]] = MappingProxyType(
    {
        Kind.COMMUNE: (COMMUNE_REPLY, "Ủy ban nhân dân cấp xã"),
        Kind.AGENCY: (AGENCY_REPLY, "Người đứng đầu cơ quan, đơn vị"),
        Kind.ENTERPRISE: (ENTERPRISE_REPLY, "Ban lãnh đạo doanh nghiệp"),
        Kind.INVESTMENT: (INVESTMENT_REPLY, "Ủy ban nhân dân cấp xã"),
    }
)
_RECOGNISED: Final[Mapping[Kind, Dated[Period]]] = MappingProxyType(
    {
        Kind.COMMUNE: COMMUNE_RECOGNISED,
        Kind.AGENCY: AGENCY_RECOGNISED,
        Kind.ENTERPRISE: ENTERPRISE_RECOGNISED,
        Kind.INVESTMENT: INVESTMENT_RECOGNISED,
    }
)
_GUIDED: Final[Mapping[Kind, Dated[Guide]]] = MappingProxyType(
    {
        Kind.COMMUNE: COMMUNE_GUIDE,
        Kind.AGENCY: AGENCY_GUIDE,
        Kind.ENTERPRISE: ENTERPRISE_GUIDE,
        Kind.INVESTMENT: INVESTMENT_GUIDE,
    }
)


def inspection_plan(*, before: date, board: Kind = Kind.COMMUNE, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 59/2023 art. 14, 22, 26: the plan of an inspection is sent 5 working days before it."""
    if board not in _PLANS:
        raise impossible(
            f"{board.words} không thuộc hạn này; xem hạn thông báo kế hoạch giám sát đầu tư.",
            allowed=_PLANS,
        )
    law, does = _PLANS[board]
    return latest(
        "latest.inspection.plan",
        law,
        before=before,
        does=does,
        inputs={"before": before, "board": board},
        calendar=calendar,
    )


def supervision_notice(*, before: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """LDC art. 45 cl. 1 pt. b: the Front tells the owner of the plan and the members 45 days before supervision."""
    return latest(
        "latest.supervision.notice",
        INVESTMENT_NOTICE,
        before=before,
        does="Mặt trận xã thông báo kế hoạch giám sát và thành phần Ban cho chủ đầu tư, ban quản lý dự án",
        calendar=calendar,
    )


def reply(*, since: date, board: Kind = Kind.COMMUNE, calendar: Calendar = VIETNAM) -> Answer[date]:
    """LDC art. 40 cl. 1 pt. c; LDC art. 45 cl. 2 pt. c; LDC art. 63 cl. 1 pt. c; LDC art. 81 cl. 1 pt. d: 15 days."""
    law, who = _REPLIES[board]
    return deadline(
        "deadline.board.reply",
        law,
        since=since,
        does=f"{who} giải quyết và thông báo kết quả cho Ban",
        inputs={"since": since, "board": board},
        calendar=calendar,
    )


def recognition(
    *,
    since: date,
    board: Kind = Kind.COMMUNE,
    has_union: bool = True,
    union_absent: str = UNION_ABSENT.default,
    calendar: Calendar = VIETNAM,
) -> Answer[date]:
    """LDC art. 21 cl. 2; Decree 59/2023 art. 21 cl. 1; Decree 59/2023 art. 25 cl. 1: recognised in 5 working days.

    `since`: the day the Front received the village's decision, or the day the conference ended.
    """
    guide = guided_by(kind=board, has_union=has_union, union_absent=union_absent, on=since)
    return deadline(
        "deadline.board.recognition",
        _RECOGNISED[board],
        since=since,
        does=f"{guide.result.words} công nhận kết quả bầu thành viên {board.words}",
        inputs={"since": since, "board": board, "has_union": has_union, "union_absent": union_absent},
        calendar=calendar,
        assumptions=guide.assumptions,
    )


def guided_by(
    *, kind: Kind, has_union: bool = True, union_absent: str = UNION_ABSENT.default, on: date
) -> Answer[Guide]:
    """LDC art. 39 cl. 1; LDC art. 44 cl. 1; LDC art. 62 cl. 1; LDC art. 79 cl. 1: who directs a board.

    `has_union`: the agency or enterprise has a trade union.
    """
    UNION_ABSENT.check(union_absent)
    law = _GUIDED[kind]
    found = law.on(on)
    absent = found is Guide.UNION and not has_union
    if absent:
        found = Guide.DESIGNATED if union_absent == "designated" else Guide.UPPER_UNION
    return answer(
        "board.guided_by",
        law,
        on=on,
        result=found,
        because=f"{found.words} chỉ đạo, hướng dẫn trực tiếp {kind.words}.",
        inputs={"kind": kind, "has_union": has_union, "union_absent": union_absent, "on": on},
        provisional=absent,
        assumptions=(UNION_ABSENT.assumed(union_absent),) if absent else (),
    )
