"""By when a convention is sent, recognised, passed on, suspended or abolished, and how long its draft is posted."""

from datetime import date
from functools import partial
from typing import Final

from lawcore.answers import Answer, answer, check_count, impossible
from lawcore.calendar import VIETNAM, Calendar
from lawcore.dated import Dated, Version
from lawcore.readings import POSTING_DAYS
from lawcore.timelimits import Period, Reckoned, days, deadline, first_removal_day, minimum, shown, working_days

DOSSIER_SENDING: Final = Dated(
    Version(date(2023, 7, 1), working_days(5), cite="LDC art. 20 cl. 3"),
    Version(date(2023, 8, 16), working_days(5), cite="LDC art. 20 cl. 3; Decree 61/2023 art. 11 cl. 3 pt. a"),
)
RECOGNITION: Final = Dated(
    Version(date(2023, 7, 1), working_days(5), cite="LDC art. 21 cl. 2"),
    Version(date(2023, 8, 16), working_days(5), cite="LDC art. 21 cl. 2; Decree 61/2023 art. 11 cl. 3 pt. b"),
)
SENDING: Final = Dated(Version(date(2023, 8, 16), working_days(2), cite="Decree 61/2023 art. 18 cl. 1 pt. a"))
SUSPENSION: Final = Dated(Version(date(2023, 8, 16), working_days(3), cite="Decree 61/2023 art. 12 cl. 2"))
ABOLITION: Final = Dated(Version(date(2023, 8, 16), working_days(5), cite="Decree 61/2023 art. 14 cl. 3"))
POSTING: Final = Dated(Version(date(2023, 8, 16), days(30), cite="Decree 61/2023 art. 9 cl. 1"))


def dossier(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 61/2023 art. 11 cl. 3 pt. a: the dossier reaches the commune; from the meeting or the ballot's end."""
    does = "Trưởng thôn gửi hồ sơ đề nghị công nhận hương ước, quy ước đến Ủy ban nhân dân cấp xã"
    return deadline("deadline.convention.dossier", DOSSIER_SENDING, since=since, does=does, calendar=calendar)


def recognition(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 61/2023 art. 11 cl. 3 pt. b: recognised, or refused with reasons; from receipt of the complete dossier."""
    does = "Ủy ban nhân dân cấp xã công nhận hương ước, quy ước hoặc trả lời bằng văn bản, nêu rõ lý do"
    return deadline("deadline.convention.recognition", RECOGNITION, since=since, does=does, calendar=calendar)


def sending(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 61/2023 art. 18 cl. 1 pt. a: the recognised text reaches the village head and the commune's Front."""
    does = "Ủy ban nhân dân cấp xã gửi hương ước, quy ước đã công nhận cho Trưởng thôn và Mặt trận Tổ quốc cấp xã"
    return deadline("deadline.convention.send", SENDING, since=since, does=does, calendar=calendar)


def suspension(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 61/2023 art. 12 cl. 2: suspended, or answered that there is no ground; from the remark or the finding."""
    does = "Ủy ban nhân dân cấp xã tạm ngừng hương ước, quy ước hoặc trả lời là phản ánh không có cơ sở"
    return deadline("deadline.convention.suspension", SUSPENSION, since=since, does=does, calendar=calendar)


def abolition(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 61/2023 art. 14 cl. 3: abolished, or answered that there is no ground; from the remark or the finding."""
    does = "Ủy ban nhân dân cấp xã bãi bỏ hương ước, quy ước hoặc trả lời là phản ánh không có cơ sở"
    return deadline("deadline.convention.abolition", ABOLITION, since=since, does=does, calendar=calendar)


def posting(
    *, since: date, posted_days: int | None = None, posting_inclusive: str = POSTING_DAYS.default
) -> Answer[date]:
    """Decree 61/2023 art. 9 cl. 1: the first day on which the posted draft may come down and be voted on.

    `posted_days` is the longer period that the community chose, never shorter than the decree's.
    """
    _check_chosen(posted_days, since)
    return minimum(
        "minimum.posting.convention",
        POSTING,
        since=since,
        does="Dự thảo hương ước, quy ước được gỡ và đưa ra biểu quyết",
        counted=partial(_counted, posted_days=posted_days, reading=posting_inclusive),
        inputs={"since": since, "posted_days": posted_days, "posting_inclusive": posting_inclusive},
    )


def may_vote(
    *,
    since: date,
    voted_on: date,
    posted_days: int | None = None,
    posting_inclusive: str = POSTING_DAYS.default,
) -> Answer[bool]:
    """Decree 61/2023 art. 9 cl. 1: whether the draft had been posted long enough on the day of the vote.

    Provisional only on the one day on which the readings of the period differ.
    """
    if voted_on < since:
        raise impossible(f"Ngày biểu quyết {shown(voted_on)} trước ngày niêm yết {shown(since)}. Kiểm tra lại ngày.")
    _check_chosen(posted_days, since)
    POSTING_DAYS.check(posting_inclusive)
    counted = {
        reading: _counted(POSTING.on(since), since, posted_days=posted_days, reading=reading)
        for reading in POSTING_DAYS.choices
    }
    chosen = counted[posting_inclusive]
    long_enough = voted_on >= chosen.day
    outcome = "Đã niêm yết đủ" if long_enough else "Chưa niêm yết đủ"
    return answer(
        "convention.may_vote",
        POSTING,
        on=since,
        result=long_enough,
        because=f"{outcome} vào ngày {shown(voted_on)}: {chosen.because}",
        inputs={
            "since": since,
            "voted_on": voted_on,
            "posted_days": posted_days,
            "posting_inclusive": posting_inclusive,
        },
        provisional=len({voted_on >= each.day for each in counted.values()}) > 1,
        assumptions=chosen.assumptions,
    )


def _check_chosen(posted_days: int | None, since: date) -> None:
    fewest = POSTING.on(since)
    if posted_days is not None:
        check_count(posted_days, "số ngày niêm yết", least=fewest.number)


def _counted(period: Period, since: date, *, posted_days: int | None, reading: str) -> Reckoned:
    return first_removal_day(period if posted_days is None else days(posted_days), since, reading)
