"""Time limits as answers: the last lawful day, the latest day before an event, the first day at which one may end."""

from collections.abc import Callable, Mapping
from datetime import date

from lawcore.answers import Answer, answer
from lawcore.calendar import VIETNAM, Calendar
from lawcore.dated import Dated
from lawcore.timelimits.periods import Period
from lawcore.timelimits.reckoning import Reckoned, last_day, latest_day, shown


def deadline(
    rule: str,
    law: Dated[Period],
    *,
    since: date,
    does: str,
    inputs: Mapping[str, object] | None = None,
    calendar: Calendar = VIETNAM,
    provisional: bool = False,
    assumptions: tuple[str, ...] = (),
) -> Answer[date]:
    """The last lawful day of a period that runs from an event, by the law of the event's day.

    `does` opens the explanation: "Trưởng thôn gửi quyết định đến Ủy ban nhân dân cấp xã".
    """
    found = last_day(law.on(since), since, calendar=calendar)
    return answer(
        rule,
        law,
        on=since,
        result=found.day,
        because=f"{does} chậm nhất ngày {shown(found.day)}: {found.because}",
        inputs=inputs or {"since": since},
        provisional=provisional or found.provisional,
        assumptions=(*found.assumptions, *assumptions),
        counted=found.counted,
    )


def latest(
    rule: str,
    law: Dated[Period],
    *,
    before: date,
    does: str,
    inputs: Mapping[str, object] | None = None,
    calendar: Calendar = VIETNAM,
    provisional: bool = False,
    assumptions: tuple[str, ...] = (),
) -> Answer[date]:
    """The last lawful day for what must be done a period before an event, by the law of the event's day."""
    found = latest_day(law.on(before), before, calendar=calendar)
    return answer(
        rule,
        law,
        on=before,
        result=found.day,
        because=f"{does} chậm nhất ngày {shown(found.day)}: {found.because}",
        inputs=inputs or {"before": before},
        provisional=provisional or found.provisional,
        assumptions=(*found.assumptions, *assumptions),
        counted=found.counted,
    )


def minimum(
    rule: str,
    law: Dated[Period],
    *,
    since: date,
    does: str,
    counted: Callable[[Period, date], Reckoned],
    inputs: Mapping[str, object] | None = None,
    provisional: bool = False,
    assumptions: tuple[str, ...] = (),
) -> Answer[date]:
    """The first day at which what must last a while may end, by the law of the day it began.

    `counted` is first_removal_day, end_of_whole_days or last_of_consecutive, or a function of the caller that gives
    one of them a reading or a calendar. `does` opens the explanation: "Bản niêm yết được gỡ".
    """
    found = counted(law.on(since), since)
    return answer(
        rule,
        law,
        on=since,
        result=found.day,
        because=f"{does} sớm nhất ngày {shown(found.day)}: {found.because}",
        inputs=inputs or {"since": since},
        provisional=provisional or found.provisional,
        assumptions=(*found.assumptions, *assumptions),
        counted=found.counted,
    )
