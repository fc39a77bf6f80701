"""LDC art. 73; Decree 145/2020 art. 38, 39, 40: dialogue at the workplace. The decree's text was not read again."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil
from typing import Final

from lawcore.answers import Answer, answer, check_at_most, check_count
from lawcore.calendar import VIETNAM, Calendar
from lawcore.conferences import years
from lawcore.dated import Dated, Version
from lawcore.timelimits import deadline, latest, working_days
from lawcore.timelimits import years as period_years


@dataclass(frozen=True, slots=True)
class Side:
    """How many the workers' side has: at least `least`, up to `most` named in the decree, None for no upper figure."""

    least: int
    most: int | None


EACH_YEAR: Final = Dated(Version(date(2023, 7, 1), 1, cite="LDC art. 73 cl. 1"))
WORKERS_SIDE: Final = Dated(
    Version(
        date(2021, 2, 1),
        (
            (1000, Side(24, None)),
            (500, Side(19, 23)),
            (300, Side(14, 18)),
            (150, Side(9, 13)),
            (50, Side(4, 8)),
            (1, Side(3, None)),
        ),
        cite="Decree 145/2020 art. 38 cl. 2",
    )
)
"""From so many workers on, so many on their side; the largest first."""
EMPLOYERS_SIDE: Final = Dated(Version(date(2021, 2, 1), 3, cite="Decree 145/2020 art. 38 cl. 1"))
LISTED_EVERY: Final = Dated(Version(date(2021, 2, 1), period_years(2), cite="Decree 145/2020 art. 38 cl. 3"))
CONTENT_SENT: Final = Dated(Version(date(2021, 2, 1), working_days(5), cite="Decree 145/2020 art. 39 cl. 3"))
PRESENT: Final = Dated(Version(date(2021, 2, 1), Fraction(7, 10), cite="Decree 145/2020 art. 39 cl. 4"))
RESULT_WITHIN: Final = Dated(Version(date(2021, 2, 1), working_days(3), cite="Decree 145/2020 art. 39 cl. 5"))
ASKING: Final = Dated(Version(date(2021, 2, 1), Fraction(3, 10), cite="Decree 145/2020 art. 40 cl. 1 pt. b"))
ANSWER_WITHIN: Final = Dated(Version(date(2021, 2, 1), working_days(5), cite="Decree 145/2020 art. 40 cl. 2"))

WHAT: Final = "Đối thoại tại nơi làm việc"
IN_THE_YEAR: Final = "Luật ghi “định kỳ hằng năm”; ở đây lấy ngày cuối cùng của năm."
UNREAD: Final = "Chưa đọc lại lời văn Nghị định số 145/2020/NĐ-CP và sửa đổi sau này; con số theo bản tổng hợp."
OWN_REST: Final = "Doanh nghiệp có ngày nghỉ hằng tuần riêng thì đếm ngày làm việc theo lịch của mình."


def labour_due(*, year: int) -> Answer[date]:
    """LDC art. 73 cl. 1: a state enterprise holds a dialogue with its workers every year."""
    return years.due(
        "labour_dialogue.due", EACH_YEAR, year=year, what=WHAT, often="định kỳ hằng năm", assumption=IN_THE_YEAR
    )


def workers_side(*, workers: int, on: date) -> Answer[Side]:
    """Decree 145/2020 art. 38 cl. 2: how many speak for the workers. Not read again, provisional."""
    check_count(workers, "số người lao động", least=1)
    side = next(side for least, side in WORKERS_SIDE.on(on) if workers >= least)
    how_many = f"ít nhất {side.least} người" if side.most is None else f"ít nhất từ {side.least} đến {side.most} người"
    return answer(
        "labour_dialogue.workers_side",
        WORKERS_SIDE,
        on=on,
        result=side,
        because=f"Bên người lao động có {how_many}, vì doanh nghiệp có {workers} người lao động.",
        inputs={"workers": workers, "on": on},
        provisional=True,
        assumptions=(UNREAD,),
    )


def sides_enough(*, workers: int, members: int, employers: int, on: date) -> Answer[bool]:
    """Decree 145/2020 art. 38 cl. 1, 2: whether both sides have enough members. Not read again, provisional.

    `members` speak for the workers, `employers` for the employer, the legal representative counted.
    """
    need = workers_side(workers=workers, on=on)
    check_at_most(members, workers, "số thành viên bên người lao động", "số người lao động")
    check_count(employers, "số thành viên bên người sử dụng lao động")
    least = EMPLOYERS_SIDE.on(on)
    enough = members >= need.result.least and employers >= least
    return answer(
        "labour_dialogue.sides_enough",
        EMPLOYERS_SIDE,
        on=on,
        result=enough,
        because=f"{'Đủ' if enough else 'Chưa đủ'} thành viên: bên người lao động {members}, cần ít nhất "
        f"{need.result.least}; bên người sử dụng lao động {employers}, cần ít nhất {least}.",
        inputs={"workers": workers, "members": members, "employers": employers, "on": on},
        provisional=True,
        assumptions=(UNREAD,),
    )


def may_start(*, members: int, present: int, employer_present: bool, on: date) -> Answer[bool]:
    """Decree 145/2020 art. 39 cl. 4: whether a periodic dialogue may begin. Not read again, provisional.

    More than seventy per cent of the workers' side, and the legal representative or who is empowered.
    """
    check_count(members, "số thành viên bên người lao động", least=1)
    check_at_most(present, members, "số thành viên có mặt", "số thành viên bên người lao động")
    least = int(PRESENT.on(on) * members) + 1
    allowed = present >= least and employer_present
    employer = "có" if employer_present else "không có"
    return answer(
        "labour_dialogue.may_start",
        PRESENT,
        on=on,
        result=allowed,
        because=f"{'Được' if allowed else 'Không được'} tiến hành: {present} trong {members} thành viên bên người lao "
        f"động có mặt, cần ít nhất {least}; {employer} người đại diện theo pháp luật hoặc người được ủy quyền.",
        inputs={"members": members, "present": present, "employer_present": employer_present, "on": on},
        provisional=True,
        assumptions=(UNREAD,),
    )


def request_enough(*, members: int, agree: int, on: date) -> Answer[bool]:
    """Decree 145/2020 art. 40 cl. 1 pt. b: whether enough of the workers' side ask. Not read again, provisional."""
    check_count(members, "số thành viên bên người lao động", least=1)
    check_at_most(agree, members, "số thành viên đồng ý", "số thành viên bên người lao động")
    least = ceil(ASKING.on(on) * members)
    enough = agree >= least
    return answer(
        "labour_dialogue.request_enough",
        ASKING,
        on=on,
        result=enough,
        because=f"{'Đủ' if enough else 'Chưa đủ'} để yêu cầu đối thoại: {agree} thành viên đồng ý, cần ít nhất {least} "
        f"trong {members} thành viên bên người lao động.",
        inputs={"members": members, "agree": agree, "on": on},
        provisional=True,
        assumptions=(UNREAD,),
    )


def content_sent(*, before: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 145/2020 art. 39 cl. 3: the content is sent five working days before. Not read again, provisional."""
    return latest(
        "latest.labour_dialogue.content",
        CONTENT_SENT,
        before=before,
        does="Hai bên gửi nội dung đối thoại cho nhau",
        calendar=calendar,
        provisional=True,
        assumptions=(UNREAD, OWN_REST),
    )


def result_published(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 145/2020 art. 39 cl. 5: the main content is out within three working days. Not read again, provisional."""
    return deadline(
        "deadline.labour_dialogue.result",
        RESULT_WITHIN,
        since=since,
        does="Người sử dụng lao động công bố nội dung chính của đối thoại",
        calendar=calendar,
        provisional=True,
        assumptions=(UNREAD, OWN_REST),
    )


def request_answered(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 145/2020 art. 40 cl. 2: a request is answered within five working days. Not read again, provisional."""
    return deadline(
        "deadline.labour_dialogue.answer",
        ANSWER_WITHIN,
        since=since,
        does="Bên được yêu cầu trả lời bằng văn bản về thời gian, địa điểm đối thoại",
        calendar=calendar,
        provisional=True,
        assumptions=(UNREAD, OWN_REST),
    )


def members_listed(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 145/2020 art. 38 cl. 3: the members are fixed anew every two years. Not read again, provisional.

    `since` is the day of the last list.
    """
    return deadline(
        "deadline.labour_dialogue.members",
        LISTED_EVERY,
        since=since,
        does="Hai bên xác định lại danh sách thành viên đối thoại",
        calendar=calendar,
        provisional=True,
        assumptions=(UNREAD, OWN_REST),
    )
