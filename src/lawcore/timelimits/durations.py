"""How long something must last at least: postings, consultations, broadcasts. These days never move off a holiday."""

from datetime import date

from lawcore.answers import Counted, impossible
from lawcore.calendar import VIETNAM, Calendar
from lawcore.readings import POSTING_DAYS
from lawcore.timelimits.periods import Period, Unit
from lawcore.timelimits.reckoning import ONE_DAY, Reckoned, check_day, open_days, runs_to, shown


def first_removal_day(
    period: Period, since: date, reading: str = POSTING_DAYS.default, *, calendar: Calendar = VIETNAM
) -> Reckoned:
    """LDC art. 13 cl. 2: the first day on which a posting may come down, after its last whole day.

    Posted on 1 March for 30 days: down from 1 April, or from 31 March where the day of posting counts. Always
    provisional, because the texts do not say which.
    """
    if reading not in POSTING_DAYS.choices:
        raise impossible(f"{POSTING_DAYS.asks}: chọn một trong các cách hiểu.", allowed=POSTING_DAYS.choices)
    inclusive = reading == "inclusive"
    if inclusive and period.unit is Unit.WORKING_DAY:
        last = runs_to(period, since - ONE_DAY, calendar=calendar)
    else:
        last = runs_to(period, since, calendar=calendar) - inclusive * ONE_DAY
    day = last + ONE_DAY
    check_day(day)
    says = "tính cả ngày niêm yết" if inclusive else "không tính ngày niêm yết"
    because = f"niêm yết ngày {shown(since)}, {says}, đủ {period} đến hết ngày {shown(last)}."
    counted = Counted(since, since if inclusive else since + ONE_DAY, last, period.unit is Unit.WORKING_DAY)
    return Reckoned(day, because, provisional=True, assumptions=(POSTING_DAYS.assumed(reading),), counted=counted)


def end_of_whole_days(period: Period, since: date, *, calendar: Calendar = VIETNAM) -> Reckoned:
    """LDC art. 28 cl. 2: the day at whose end so many whole days have passed since the event's day, not counted.

    Published on 1 March for 20 days: it may close at the end of 21 March.
    """
    day = runs_to(period, since, calendar=calendar)
    working = period.unit is Unit.WORKING_DAY
    because = f"đủ {period} kể từ sau ngày {shown(since)} khi hết ngày {shown(day)}."
    notes = open_days(calendar, since + ONE_DAY, day) if working else ()
    return Reckoned(day, because, bool(notes), notes, Counted(since, since + ONE_DAY, day, working))


def last_of_consecutive(period: Period, since: date) -> Reckoned:
    """LDC art. 13 cl. 3: the last of so many days in a row, the first of which is the first counted: broadcasts.

    First broadcast on 1 March, 3 days in a row: to 3 March. Days only.
    """
    if period.unit is not Unit.DAY:
        raise impossible("Số ngày liên tục phải tính bằng ngày.", allowed=(Unit.DAY,))
    day = runs_to(period, since) - ONE_DAY
    because = f"{period} liên tục, tính từ ngày đầu {shown(since)}, đến hết ngày {shown(day)}."
    return Reckoned(day, because, counted=Counted(since, since, day))
