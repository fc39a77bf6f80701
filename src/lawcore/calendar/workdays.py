"""Which days are worked, why not, and what is still open."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from lawcore.calendar.decided import DECIDED, Decision, Swap, presumed
from lawcore.calendar.holidays import CULTURE_DAY, Holiday, Kind, days_in_lieu, public_holidays
from lawcore.calendar.undecided import undecided_days

WEEK: Final = frozenset(range(7))
WEEKEND: Final = frozenset({5, 6})
_WEEKDAYS: Final = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@dataclass(frozen=True, slots=True)
class _Year:
    """One year worked out: its holidays, why each day off is off, and its working days in order."""

    holidays: tuple[Holiday, ...]
    off: Mapping[date, str]
    working: tuple[date, ...]


class Calendar:
    """The days that authorities work. An enterprise with its own weekly rest or swaps has a calendar of its own.

    `weekly_rest` are weekdays, Monday 0. `decided` is the yearly data; another mapping gives another calendar, so that
    what was decided late is computed anew. `culture_day` says whether 24 November is off from 2026 on.
    """

    __slots__ = ("_open", "_years", "culture_day", "decided", "weekly_rest")

    def __init__(
        self,
        *,
        weekly_rest: frozenset[int] = WEEKEND,
        decided: Mapping[int, Decision] = DECIDED,
        culture_day: bool = True,
    ) -> None:
        if not weekly_rest < WEEK:
            raise ValueError("weekly rest is some of the weekdays 0 to 6, never all")
        self.weekly_rest = weekly_rest
        self.decided = decided
        self.culture_day = culture_day
        self._years: dict[int, _Year] = {}
        self._open: dict[int, tuple[date, ...]] = {}

    def is_working(self, day: date) -> bool:
        """Whether this day is worked."""
        return day not in self._year(day.year).off

    def why_off(self, day: date) -> str:
        """Why a day is not worked, in Vietnamese: "thứ Bảy", "Tết Nguyên đán"; "" for a working day."""
        return self._year(day.year).off.get(day, "")

    def is_provisional(self, first: date, last: date) -> bool:
        """Whether a later decision could change one of the days from the first to the last, both counted."""
        return self.first_open(first, last) is not None

    def first_open(self, first: date, last: date) -> date | None:
        """The first day that a later decision could change, from the first to the last, both counted; None without."""
        for year in range(first.year, last.year + 1):
            days = self._open_days(year)
            place = bisect_left(days, first)
            if place < len(days) and days[place] <= last:
                return days[place]
        return None

    def holidays(self, year: int) -> tuple[Holiday, ...]:
        """The days off of a year other than weekly rest, earliest first."""
        return self._year(year).holidays

    def worked_instead(self, year: int) -> tuple[date, ...]:
        """Days of weekly rest that are worked in exchange for another day, earliest first."""
        return tuple(sorted(swap.worked for swap in self._swaps() if swap.worked.year == year))

    def workday_after(self, day: date, number: int) -> date:
        """The working day that is so many after this one, which is not counted; `number` is at least 1."""
        year = day.year
        days = self._year(year).working
        place = bisect_right(days, day) + number - 1
        while place >= len(days):
            place -= len(days)
            year += 1
            days = self._year(year).working
        return days[place]

    def workday_before(self, day: date, number: int) -> date:
        """The working day that is so many before this one, which is not counted; `number` is at least 1."""
        year = day.year
        days = self._year(year).working
        place = bisect_left(days, day) - number
        while place < 0:
            year -= 1
            days = self._year(year).working
            place += len(days)
        return days[place]

    def _year(self, year: int) -> _Year:
        found = self._years.get(year)
        if found is None:
            found = self._years[year] = self._worked_out(year)
        return found

    def _worked_out(self, year: int) -> _Year:
        decision = self.decided.get(year) or presumed(year)
        public = public_holidays(year, decision, culture_day=self.culture_day)
        swapped = tuple(self._swapped_off(year))
        in_lieu = days_in_lieu(public, self.weekly_rest, (holiday.on for holiday in swapped))
        holidays = tuple(sorted((*public, *swapped, *in_lieu), key=lambda holiday: holiday.on))
        reasons = {holiday.on: holiday.reason for holiday in holidays}
        rest = {day: weekday(day) for day in _days(year) if day.weekday() in self.weekly_rest}
        off = {**rest, **reasons}
        for day in self.worked_instead(year):
            off.pop(day, None)
        return _Year(holidays, off, tuple(day for day in _days(year) if day not in off))

    def _swapped_off(self, year: int) -> Iterator[Holiday]:
        for swap in self._swaps():
            if swap.off.year == year:
                yield Holiday(
                    swap.off, f"nghỉ hoán đổi (làm bù {weekday(swap.worked)} {swap.worked:%d/%m/%Y})", Kind.SWAPPED_OFF
                )

    def _swaps(self) -> Iterator[Swap]:
        return (swap for decision in self.decided.values() for swap in decision.swaps)

    def _open_days(self, year: int) -> tuple[date, ...]:
        found = self._open.get(year)
        if found is None:
            # The new year of the following one may make a bridge of 31 December.
            days = self._open_around(year) | self._open_around(year + 1)
            found = self._open[year] = tuple(sorted(day for day in days if day.year == year))
        return found

    def _open_around(self, year: int) -> frozenset[date]:
        reported = {holiday.on for holiday in self.holidays(year) if holiday.name.endswith(CULTURE_DAY)}
        if year in self.decided:
            return self.decided[year].open_days | reported
        return undecided_days(year, self.holidays(year), self.is_working) | reported


def weekday(day: date) -> str:
    """The day of the week in Vietnamese: "thứ Hai", "Chủ nhật"."""
    return _WEEKDAYS[day.weekday()]


def _days(year: int) -> Iterator[date]:
    return map(date.fromordinal, range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()))


VIETNAM: Final = Calendar()
