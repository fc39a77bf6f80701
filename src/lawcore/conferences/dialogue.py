"""LDC art. 32; Law 72/2025 art. 43: the dialogue of the commune with its people."""

from datetime import date
from fractions import Fraction
from math import ceil
from typing import Final

from lawcore.answers import Answer, answer, check_at_most, check_count
from lawcore.calendar import VIETNAM, Calendar
from lawcore.conferences import years
from lawcore.dated import Dated, Version
from lawcore.timelimits import days, deadline, latest

EACH_YEAR: Final = Dated(Version(date(2023, 7, 1), 1, cite="LDC art. 32 cl. 1"))
ASKING: Final = Dated(Version(date(2025, 6, 16), Fraction(1, 10), cite="Law 72/2025 art. 43"))
NOTICE: Final = Dated(Version(date(2025, 6, 16), days(7), cite="Law 72/2025 art. 43"))
RESULT_WITHIN: Final = Dated(Version(date(2025, 6, 16), days(10), cite="Law 72/2025 art. 43"))

WHAT: Final = "Hội nghị trao đổi, đối thoại của Ủy ban nhân dân xã với Nhân dân"
OFTEN: Final = "mỗi năm ít nhất một lần"
IN_THE_YEAR: Final = "Luật ghi “hằng năm, ít nhất một lần”; ở đây lấy ngày cuối cùng của năm."
UNREAD: Final = "Chưa đọc lời văn Điều 43 Luật Tổ chức chính quyền địa phương năm 2025; con số theo nguồn thứ cấp."


def dialogue_due(*, year: int) -> Answer[date]:
    """LDC art. 32 cl. 1: the commune holds a dialogue with its people at least once a year."""
    return years.due("dialogue.due", EACH_YEAR, year=year, what=WHAT, often=OFTEN, assumption=IN_THE_YEAR)


def dialogue_overdue(*, year: int, held_on: date | None = None, on: date) -> Answer[bool]:
    """LDC art. 32 cl. 1: whether the year is over and the commune held no dialogue in it."""
    return years.overdue(
        "dialogue.overdue", EACH_YEAR, year=year, held_on=held_on, on=on, what=WHAT, assumption=IN_THE_YEAR
    )


def dialogue_requested(*, voters: int, asking: int, on: date) -> Answer[bool]:
    """Law 72/2025 art. 43: a dialogue is also owed when a tenth of the voters ask for it. Not read, provisional."""
    check_count(voters, "tổng số cử tri của xã", least=1)
    check_at_most(asking, voters, "số cử tri đề nghị", "tổng số cử tri")
    least = ceil(ASKING.on(on) * voters)
    enough = asking >= least
    return answer(
        "dialogue.requested",
        ASKING,
        on=on,
        result=enough,
        because=f"{'Đủ' if enough else 'Chưa đủ'} để phải tổ chức đối thoại: {asking} cử tri đề nghị; cần ít nhất "
        f"{least} người, vì phải từ một phần mười của {voters} cử tri trở lên.",
        inputs={"voters": voters, "asking": asking, "on": on},
        provisional=True,
        assumptions=(UNREAD,),
    )


def dialogue_notice(*, before: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 72/2025 art. 43: time, place and content are announced at latest seven days before. Not read, provisional."""
    return latest(
        "latest.dialogue.notice",
        NOTICE,
        before=before,
        does="Ủy ban nhân dân xã báo thời gian, địa điểm, nội dung đối thoại",
        calendar=calendar,
        provisional=True,
        assumptions=(UNREAD,),
    )


def dialogue_result(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 72/2025 art. 43: the result is published within ten days of the dialogue. Not read, provisional."""
    return deadline(
        "deadline.dialogue.result",
        RESULT_WITHIN,
        since=since,
        does="Ủy ban nhân dân xã công bố kết quả đối thoại",
        calendar=calendar,
        provisional=True,
        assumptions=(UNREAD,),
    )
