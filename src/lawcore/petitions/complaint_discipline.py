"""Complaints of civil servants about discipline (Law 02/2011 art. 47 to 58).

Words    discipline, dismissal
Promise  shorter limits than for other complaints; acceptance is as for these (lawcore.petitions.complaint_deadlines)
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from lawcore.answers import Answer, check_count
from lawcore.calendar import VIETNAM, Calendar
from lawcore.dated import Dated, Version
from lawcore.petitions import amended
from lawcore.timelimits import Period, days

FIRST_LIMIT: Final = Dated(Version(date(2012, 7, 1), days(15), cite="Law 02/2011 art. 48"))
SECOND_LIMIT: Final[Mapping[bool, Dated[Period]]] = {
    False: Dated(Version(date(2012, 7, 1), days(10), cite="Law 02/2011 art. 48")),
    True: Dated(Version(date(2012, 7, 1), days(30), cite="Law 02/2011 art. 48")),
}
"""By whether the person was dismissed."""

SETTLEMENT: Final[Mapping[bool, Dated[Period]]] = {
    False: Dated(Version(date(2012, 7, 1), days(30), cite="Law 02/2011 art. 50")),
    True: Dated(Version(date(2012, 7, 1), days(45), cite="Law 02/2011 art. 50")),
}
"""By whether the case is complex; first and second instance alike."""

SEND: Final = Dated(Version(date(2012, 7, 1), days(7), cite="Law 02/2011 art. 56 cl. 2"))


def limit(
    *,
    since: date,
    second_instance: bool = False,
    dismissal: bool = False,
    obstacle_days: int = 0,
    calendar: Calendar = VIETNAM,
) -> Answer[date]:
    """Law 02/2011 art. 48: a complaint about discipline; since the decision complained about was received."""
    check_count(obstacle_days, "số ngày có trở ngại")
    law = SECOND_LIMIT[dismissal] if second_instance else FIRST_LIMIT
    which = "lần hai" if second_instance else "lần đầu"
    beside = f" (đã cộng {obstacle_days} ngày có trở ngại không tính vào thời hiệu)" if obstacle_days else ""
    return amended.deadline(
        "deadline.complaint.discipline_limit",
        amended.lengthened(law, obstacle_days),
        since=since,
        does=f"Cán bộ, công chức khiếu nại quyết định kỷ luật {which}{beside}",
        inputs={
            "since": since,
            "second_instance": second_instance,
            "dismissal": dismissal,
            "obstacle_days": obstacle_days,
        },
        calendar=calendar,
    )


def settlement(
    *,
    since: date,
    complex: bool = False,  # noqa: A002
    calendar: Calendar = VIETNAM,
) -> Answer[date]:
    """Law 02/2011 art. 50: a complaint about discipline is decided, in either instance; since the acceptance."""
    return amended.deadline(
        "deadline.complaint.discipline",
        SETTLEMENT[complex],
        since=since,
        does="Ra quyết định giải quyết khiếu nại về kỷ luật" + (" (vụ việc phức tạp)" if complex else ""),
        inputs={"since": since, "complex": complex},
        calendar=calendar,
    )


def send_second(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 02/2011 art. 56 cl. 2: the second decision about discipline is sent; since its issue."""
    does = "Gửi quyết định giải quyết khiếu nại lần hai về kỷ luật"
    return amended.deadline("deadline.complaint.discipline_send", SEND, since=since, does=does, calendar=calendar)
