"""By when a complaint must be made, accepted, decided, sent; since when its decision binds (Law 02/2011).

Words    acceptance, first and second instance, remote, complex, obstacle, suspension
Promise  the law of the event's day counts: 10 days to accept until 30/6/2026, 7 working days since
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from lawcore import timelimits
from lawcore.answers import Answer, answer, check_count, impossible
from lawcore.calendar import VIETNAM, Calendar
from lawcore.dated import Dated, Version
from lawcore.petitions import amended
from lawcore.readings import RESUMED_CLOCK
from lawcore.timelimits import Period, days, runs_to, shown, working_days

ACCEPTANCE: Final = Dated(
    Version(date(2012, 7, 1), days(10), cite="Law 02/2011 art. 27; Law 02/2011 art. 36 cl. 1"),
    Version(date(2026, 7, 1), working_days(7), cite="Decree 155/2026 art. 10"),
)

FIRST: Final[Mapping[tuple[bool, bool], Dated[Period]]] = {
    (False, False): Dated(Version(date(2012, 7, 1), days(30), cite="Law 02/2011 art. 28")),
    (True, False): Dated(Version(date(2012, 7, 1), days(45), cite="Law 02/2011 art. 28")),
    (False, True): Dated(Version(date(2012, 7, 1), days(45), cite="Law 02/2011 art. 28")),
    (True, True): Dated(Version(date(2012, 7, 1), days(60), cite="Law 02/2011 art. 28")),
}
SECOND: Final[Mapping[tuple[bool, bool], Dated[Period]]] = {
    (False, False): Dated(Version(date(2012, 7, 1), days(45), cite="Law 02/2011 art. 37")),
    (True, False): Dated(Version(date(2012, 7, 1), days(60), cite="Law 02/2011 art. 37")),
    (False, True): Dated(Version(date(2012, 7, 1), days(60), cite="Law 02/2011 art. 37")),
    (True, True): Dated(Version(date(2012, 7, 1), days(70), cite="Law 02/2011 art. 37")),
}
"""By (complex, remote)."""

SEND_FIRST: Final = Dated(Version(date(2012, 7, 1), working_days(3), cite="Law 02/2011 art. 32"))
SEND_SECOND: Final = Dated(Version(date(2012, 7, 1), days(7), cite="Law 02/2011 art. 41 cl. 1"))

LIMIT: Final = Dated(Version(date(2012, 7, 1), days(90), cite="Law 02/2011 art. 9"))
TO_SECOND: Final[Mapping[bool, Dated[Period]]] = {
    False: Dated(Version(date(2012, 7, 1), days(30), cite="Law 02/2011 art. 33 cl. 1")),
    True: Dated(Version(date(2012, 7, 1), days(45), cite="Law 02/2011 art. 33 cl. 1")),
}
"""By whether the place is remote."""

EFFECT: Final[Mapping[tuple[bool, bool], Dated[Period]]] = {
    (False, False): Dated(Version(date(2012, 7, 1), days(30), cite="Law 02/2011 art. 44 cl. 1")),
    (False, True): Dated(Version(date(2012, 7, 1), days(45), cite="Law 02/2011 art. 44 cl. 1")),
    (True, False): Dated(Version(date(2012, 7, 1), days(30), cite="Law 02/2011 art. 44 cl. 2")),
    (True, True): Dated(Version(date(2012, 7, 1), days(45), cite="Law 02/2011 art. 44 cl. 2")),
}
"""By (second instance, remote)."""

SUSPENSION: Final = Dated(Version(date(2026, 7, 1), working_days(3), cite="Decree 155/2026 art. 12"))
DIALOGUE: Final = Dated(Version(date(2026, 7, 1), days(5), cite="Decree 155/2026 art. 11"))
DOCUMENTS: Final = Dated(Version(date(2012, 7, 1), days(7), cite="Law 02/2011 art. 12 cl. 1 pt. đ"))
FRONT: Final = Dated(Version(date(2012, 7, 1), days(7), cite="Law 02/2011 art. 66 cl. 2"))


def acceptance(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 155/2026 art. 10; Law 02/2011 art. 27: accepted, or refused with reasons; since the receipt.

    First and second instance and discipline alike. Certain also from 01/7/2026: the decree states the period itself.
    """
    does = "Người có thẩm quyền thụ lý khiếu nại, hoặc thông báo rõ lý do không thụ lý,"
    return timelimits.deadline("deadline.complaint.acceptance", ACCEPTANCE, since=since, does=does, calendar=calendar)


def first(
    *,
    since: date,
    complex: bool = False,  # noqa: A002
    remote: bool = False,
    calendar: Calendar = VIETNAM,
) -> Answer[date]:
    """Law 02/2011 art. 28: the first decision; since the acceptance."""
    return amended.deadline(
        "deadline.complaint.first",
        FIRST[complex, remote],
        since=since,
        does=f"Ra quyết định giải quyết khiếu nại lần đầu{_case(complex_=complex, remote=remote)}",
        inputs={"since": since, "complex": complex, "remote": remote},
        calendar=calendar,
    )


def second(
    *,
    since: date,
    complex: bool = False,  # noqa: A002
    remote: bool = False,
    calendar: Calendar = VIETNAM,
) -> Answer[date]:
    """Law 02/2011 art. 37: the second decision; since the acceptance of the second complaint."""
    return amended.deadline(
        "deadline.complaint.second",
        SECOND[complex, remote],
        since=since,
        does=f"Ra quyết định giải quyết khiếu nại lần hai{_case(complex_=complex, remote=remote)}",
        inputs={"since": since, "complex": complex, "remote": remote},
        calendar=calendar,
    )


def resumed(
    *,
    since: date,
    suspended_on: date,
    resumed_on: date,
    second_instance: bool = False,
    complex: bool = False,  # noqa: A002
    remote: bool = False,
    resumed_clock: str = RESUMED_CLOCK.default,
    calendar: Calendar = VIETNAM,
) -> Answer[date]:
    """Decree 155/2026 art. 12: the decision on a complaint whose settlement was suspended and resumed.

    `since` is the acceptance. The text says that the period "goes on" from the decision to resume.
    """
    RESUMED_CLOCK.check(resumed_clock)
    period = (SECOND if second_instance else FIRST)[complex, remote].on(since)
    if not since <= suspended_on <= resumed_on:
        raise impossible("Ngày thụ lý, ngày tạm đình chỉ, ngày tiếp tục giải quyết phải theo đúng thứ tự.")
    if suspended_on > timelimits.last_day(period, since, calendar=calendar).day:
        raise impossible("Ngày tạm đình chỉ sau khi đã hết thời hạn giải quyết. Kiểm tra lại các ngày đã nhập.")
    paused = (resumed_on - suspended_on).days
    again = resumed_clock == "restarts"
    counted = timelimits.last_day(
        period if again else Period(period.number + paused, period.unit),
        resumed_on if again else since,
        calendar=calendar,
    )
    how = "tính lại từ đầu" if again else f"thời hạn {period}, cộng {paused} ngày tạm đình chỉ không tính vào thời hạn"
    return answer(
        "deadline.complaint.resumed",
        SUSPENSION,
        on=suspended_on,
        result=counted.day,
        because=f"Ra quyết định giải quyết khiếu nại chậm nhất ngày {shown(counted.day)} ({how}): {counted.because}",
        inputs={
            "since": since,
            "suspended_on": suspended_on,
            "resumed_on": resumed_on,
            "second_instance": second_instance,
            "complex": complex,
            "remote": remote,
            "resumed_clock": resumed_clock,
        },
        provisional=True,
        assumptions=(RESUMED_CLOCK.assumed(resumed_clock), *amended.UNREAD.on(since)),
    )


def send_first(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 02/2011 art. 32: the first decision is sent; since the decision."""
    does = "Gửi quyết định giải quyết khiếu nại lần đầu cho người khiếu nại và những người có liên quan"
    return amended.deadline("deadline.complaint.send_first", SEND_FIRST, since=since, does=does, calendar=calendar)


def send_second(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 02/2011 art. 41 cl. 1: the second decision is sent; since the decision."""
    does = "Gửi quyết định giải quyết khiếu nại lần hai cho người khiếu nại và những người có liên quan"
    return amended.deadline("deadline.complaint.send_second", SEND_SECOND, since=since, does=does, calendar=calendar)


def limit(*, since: date, obstacle_days: int = 0, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 02/2011 art. 9: a first complaint is made; since the decision was received or the act known.

    `obstacle_days`: days of illness, disaster, work far away or another obstacle, which do not count.
    """
    check_count(obstacle_days, "số ngày có trở ngại")
    return amended.deadline(
        "deadline.complaint.limit",
        amended.lengthened(LIMIT, obstacle_days),
        since=since,
        does=f"Người dân khiếu nại lần đầu{_beside(obstacle_days)}",
        inputs={"since": since, "obstacle_days": obstacle_days},
        calendar=calendar,
    )


def to_second(*, since: date, remote: bool = False, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 02/2011 art. 33 cl. 1: a second complaint is made; since the first decision was received, or was overdue."""
    return amended.deadline(
        "deadline.complaint.to_second",
        TO_SECOND[remote],
        since=since,
        does=f"Người khiếu nại gửi khiếu nại lần hai{_case(complex_=False, remote=remote)}",
        inputs={"since": since, "remote": remote},
        calendar=calendar,
    )


def suspension(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 155/2026 art. 12: a decision to suspend, stop or resume the settlement is sent; since its issue."""
    does = "Gửi quyết định tạm đình chỉ, đình chỉ hoặc tiếp tục giải quyết khiếu nại"
    return timelimits.deadline("deadline.complaint.suspension", SUSPENSION, since=since, does=does, calendar=calendar)


def documents(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 02/2011 art. 12 cl. 1 pt. đ; Law 02/2011 art. 14 cl. 1 pt. a: documents are given; since the request."""
    does = "Người giữ thông tin, tài liệu về việc khiếu nại cung cấp theo yêu cầu"
    return amended.deadline("deadline.complaint.documents", DOCUMENTS, since=since, does=does, calendar=calendar)


def front(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 02/2011 art. 66 cl. 2: the Front, or its member that passed the complaint on, is told; since the decision."""
    does = "Báo kết quả giải quyết cho Mặt trận Tổ quốc hoặc tổ chức thành viên đã chuyển đơn"
    return amended.deadline("deadline.complaint.front", FRONT, since=since, does=does, calendar=calendar)


def dialogue(*, before: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 155/2026 art. 11: written notice of the dialogue is sent at least so many days before it.

    Also for complaints accepted before 01/7/2026 and not yet decided (Decree 155/2026 art. 22 cl. 1).
    """
    does = "Gửi thông báo đối thoại, ghi rõ thời gian, địa điểm, nội dung,"
    return timelimits.latest("latest.complaint.dialogue", DIALOGUE, before=before, does=does, calendar=calendar)


def effective(
    *,
    decided_on: date,
    second_instance: bool = False,
    remote: bool = False,
    complained_again: bool = False,
) -> Answer[date | None]:
    """Law 02/2011 art. 44 cl. 1, 2: the first day on which the decision binds; it is then enforced at once.

    Not moved for days off. None when a second complaint was made: then the second decision will bind. In a remote
    place the text gives a maximum only, and so does the answer.
    """
    law = EFFECT[second_instance, remote]
    inputs = {
        "decided_on": decided_on,
        "second_instance": second_instance,
        "remote": remote,
        "complained_again": complained_again,
    }
    if complained_again and not second_instance:
        because = "Quyết định lần đầu chưa có hiệu lực pháp luật vì đã có khiếu nại lần hai; chờ quyết định lần hai."
        day = None
    else:
        period = law.on(decided_on)
        last = runs_to(period, decided_on)
        day = last + timedelta(days=1)
        unless = "" if second_instance else " nếu không có khiếu nại lần hai"
        because = (
            f"Có hiệu lực pháp luật {'chậm nhất ' if remote else ''}từ ngày {shown(day)}{unless}: sau "
            f"{'không quá ' if remote else ''}{period} kể từ ngày ban hành "
            f"{shown(decided_on)}, tức là hết ngày {shown(last)}. Khi có hiệu lực thì phải thi hành ngay."
        )
    return amended.answer("complaint.effective", law, on=decided_on, result=day, because=because, inputs=inputs)


def _case(*, complex_: bool, remote: bool) -> str:
    """The kind of case in brackets, "" for an ordinary one."""
    words = [
        word for word, holds in (("vụ việc phức tạp", complex_), ("vùng sâu, vùng xa đi lại khó khăn", remote)) if holds
    ]
    return f" ({'; '.join(words)})" if words else ""


def _beside(obstacle_days: int) -> str:
    return f" (đã cộng {obstacle_days} ngày có trở ngại không tính vào thời hiệu)" if obstacle_days else ""
