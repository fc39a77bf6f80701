"""Questions about days themselves: so many working days after a day, the days off of a year."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from lawcore.answers import Answer, answer
from lawcore.calendar import CULTURE_DAY, VIETNAM, Calendar, Holiday, Kind
from lawcore.dated import Dated, Version
from lawcore.timelimits.periods import Period, Unit
from lawcore.timelimits.reckoning import check_year, last_day, shown

DAY_COUNTING: Final = Dated(
    Version(date(2017, 1, 1), Unit.WORKING_DAY, cite="Civil Code art. 147 cl. 2"),
    Version(date(2021, 1, 1), Unit.WORKING_DAY, cite="Civil Code art. 147 cl. 2; Labour Code art. 111, 112"),
)
DAYS_OFF: Final = Dated(
    Version(date(2021, 1, 1), Kind.PUBLIC_HOLIDAY, cite="Labour Code art. 111 cl. 3; Labour Code art. 112 cl. 1")
)


def working_days_after(*, since: date, days: int, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Civil Code art. 147 cl. 2; Labour Code art. 111, 112: the day so many working days after one, not counted."""
    found = last_day(Period(days, Unit.WORKING_DAY), since, calendar=calendar)
    return answer(
        "working_days",
        DAY_COUNTING,
        on=since,
        result=found.day,
        because=found.because[0].upper() + found.because[1:],
        inputs={"since": since, "days": days},
        provisional=found.provisional,
        assumptions=found.assumptions,
        counted=found.counted,
    )


def holidays(*, year: int, calendar: Calendar = VIETNAM) -> Answer[tuple[Holiday, ...]]:
    """Labour Code art. 111 cl. 3; Labour Code art. 112 cl. 1: the days off of a year other than weekly rest.

    Each with its name and kind; the days of rest that are worked instead stand in the explanation.
    """
    check_year(year)
    first, last = date(year, 1, 1), date(year, 12, 31)
    days = calendar.holidays(year)
    worked = ", ".join(shown(day) for day in calendar.worked_instead(year))
    return answer(
        "holidays",
        DAYS_OFF,
        on=last,
        result=days,
        because=f"Năm {year} có {len(days)} ngày nghỉ lễ, nghỉ bù và nghỉ hoán đổi, chưa kể ngày nghỉ hằng tuần."
        + (f" Làm bù ngày {worked}." if worked else ""),
        inputs={"year": year},
        provisional=calendar.is_provisional(first, last),
        assumptions=tuple(_assumed(year, days, calendar)),
    )


def _assumed(year: int, days: tuple[Holiday, ...], calendar: Calendar) -> Iterator[str]:
    if year not in calendar.decided:
        yield (
            f"Lịch nghỉ Tết, Quốc khánh và ngày hoán đổi năm {year} chưa có trong dữ liệu: "
            "Tết được tính hai ngày cuối năm cũ và ba ngày đầu năm mới âm lịch."
        )
    if any(holiday.name == CULTURE_DAY for holiday in days):
        yield "Ngày 24/11 được tính là ngày nghỉ; lời văn của nghị quyết quy định chưa được đối chiếu."


RULES: Final[Mapping[str, Callable[..., Answer[object]]]] = MappingProxyType(
    {"working_days": working_days_after, "holidays": holidays}
)
