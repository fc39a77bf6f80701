"""Months drawn as tables: the days a time limit counted, the days off of a year."""

import calendar as gregorian
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from lawcore.answers import Answer, Counted
from lawcore.calendar import VIETNAM, Calendar, Kind
from lawcore.calendar.workdays import weekday

MOST_MONTHS: Final = 6
"""More months than these are drawn from both ends only."""
ENDS: Final = 2
"""Months drawn at each end of a long time."""

WEEKDAYS: Final = (
    (pgettext_lazy("weekday", "T2"), gettext_lazy("Thứ Hai")),
    (pgettext_lazy("weekday", "T3"), gettext_lazy("Thứ Ba")),
    (pgettext_lazy("weekday", "T4"), gettext_lazy("Thứ Tư")),
    (pgettext_lazy("weekday", "T5"), gettext_lazy("Thứ Năm")),
    (pgettext_lazy("weekday", "T6"), gettext_lazy("Thứ Sáu")),
    (pgettext_lazy("weekday", "T7"), gettext_lazy("Thứ Bảy")),
    (pgettext_lazy("weekday", "CN"), gettext_lazy("Chủ nhật")),
)


class Look(StrEnum):
    """How a day is drawn."""

    OUTSIDE = "outside"
    PLAIN = "plain"
    EVENT = "event"
    COUNTED = "counted"
    OFF = "off"
    RESULT = "result"
    HOLIDAY = "holiday"
    WORKED = "worked"


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month: how it is drawn, a short mark below its number, and the same in words for who listens."""

    number: int
    look: Look
    mark: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class Month:
    """A month in weeks from Monday; None where a week begins or ends outside it. `notes` explain its days off."""

    first: date
    weeks: tuple[tuple[Day | None, ...], ...]
    notes: tuple[tuple[date, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sign:
    """A line of the legend."""

    look: Look
    mark: str
    words: str | Promise


@dataclass(frozen=True, slots=True)
class Drawing:
    """The months of a time limit with their legend; `left_out` months between the ends are not drawn."""

    months: tuple[Month, ...]
    later: tuple[Month, ...]
    left_out: int
    legend: tuple[Sign, ...]


def drawn(answer: Answer[object], calendar: Calendar = VIETNAM) -> Drawing | None:
    """The time limit of an answer from its event to its last day; None where the answer is no counted day."""
    counted = answer.counted
    if counted is None or not isinstance(answer.result, date):
        return None
    limit = _Limit(counted, answer.result, answer.rule.partition(".")[0], calendar)
    months = tuple(_months(limit.begin, limit.end))
    cut = len(months) > MOST_MONTHS
    shown = months[:ENDS] if cut else months
    later = months[-ENDS:] if cut else ()
    return Drawing(
        tuple(limit.month(first) for first in shown),
        tuple(limit.month(first) for first in later),
        len(months) - len(shown) - len(later),
        tuple(limit.legend()),
    )


class _Limit:
    """How each day between an event and its last day is drawn."""

    def __init__(self, counted: Counted, result: date, way: str, calendar: Calendar) -> None:
        self.counted, self.result, self.calendar = counted, result, calendar
        self.backwards = counted.event > counted.last
        self.begin = min(counted.event, counted.first, result)
        self.end = max(counted.event, counted.last, result)
        self.event_words, self.result_mark, self.result_words = _words(way)
        self.numbers = dict(self._numbered())

    def month(self, first: date) -> Month:
        return _month(first, self.day, self._notes(first))

    def day(self, day: date) -> Day:
        """The result before the event, the event before the days counted, these before days off."""
        off = self.calendar.why_off(day)
        number = self._number(day)
        if day == self.result:
            return Day(day.day, Look.RESULT, self.result_mark, _said(self.result_words, number, off))
        if day == self.counted.event:
            return Day(day.day, Look.EVENT, _("mốc"), _said(self.event_words, number, off))
        if number:
            look = Look.OFF if off and self._is_moved_over(day) else Look.COUNTED
            return Day(day.day, look, number, _said(_("được tính"), number, off))
        if self.begin <= day <= self.end:
            return Day(day.day, Look.OFF, _("nghỉ"), off) if off else Day(day.day, Look.PLAIN)
        return Day(day.day, Look.OUTSIDE)

    def legend(self) -> Iterator[Sign]:
        yield Sign(Look.EVENT, _("mốc"), self.event_words)
        sign = "−" if self.backwards else "+"
        kind = _("ngày làm việc được tính, thứ mấy") if self.counted.working else _("ngày được tính, thứ mấy")
        yield Sign(Look.COUNTED, f"{sign}1", kind)
        if any(self.day(day).look is Look.OFF for day in _days(self.begin, self.end)):
            yield Sign(Look.OFF, _("nghỉ"), _("ngày nghỉ, không tính hoặc phải chuyển qua"))
        yield Sign(Look.RESULT, self.result_mark, self.result_words)

    def _numbered(self) -> Iterator[tuple[date, int]]:
        days = [day for day in _days(self.counted.first, self.counted.last) if self._counts(day)]
        yield from ((day, number) for number, day in enumerate(reversed(days) if self.backwards else days, start=1))

    def _counts(self, day: date) -> bool:
        return not self.counted.working or self.calendar.is_working(day)

    def _number(self, day: date) -> str:
        if day not in self.numbers:
            return ""
        return f"{'−' if self.backwards else '+'}{self.numbers[day]}"

    def _is_moved_over(self, day: date) -> bool:
        return day == self.counted.last and self.result > day

    def _notes(self, first: date) -> tuple[tuple[date, str], ...]:
        """The days off of a month other than weekly rest that lie in the time."""
        last = _last(first)
        days = (each for each in self.calendar.holidays(first.year) if first <= each.on <= last)
        return tuple((each.on, each.reason) for each in days if self.begin <= each.on <= self.end)


def _words(way: str) -> tuple[str, str, str]:
    """What the event and the result of a way of counting are called, and the mark of the result."""
    if way == "latest":
        return _("ngày diễn ra việc"), _("hạn"), _("ngày muộn nhất phải làm xong")
    if way == "minimum":
        return _("ngày bắt đầu"), _("đủ"), _("ngày sớm nhất được kết thúc")
    return _("ngày xảy ra việc"), _("hạn"), _("ngày cuối cùng còn đúng hạn")


def _said(what: str, number: str, off: str) -> str:
    parts = (what, _("ngày thứ {n}").format(n=number[1:]) if number else "", off)
    return ", ".join(part for part in parts if part)


def year_drawn(year: int, calendar: Calendar = VIETNAM) -> tuple[Month, ...]:
    """The twelve months of a year with their days off."""
    holidays = {holiday.on: holiday for holiday in calendar.holidays(year)}
    worked = set(calendar.worked_instead(year))
    marks = {Kind.PUBLIC_HOLIDAY: _("lễ"), Kind.IN_LIEU: _("bù"), Kind.SWAPPED_OFF: _("đổi")}

    def look(day: date) -> Day:
        open_mark, open_words = ("?", _("tạm tính")) if calendar.is_provisional(day, day) else ("", "")
        if day in worked:
            return Day(day.day, Look.WORKED, _("làm") + open_mark, _said(_("làm bù"), "", open_words))
        if day in holidays:
            found = holidays[day]
            return Day(day.day, Look.HOLIDAY, marks[found.kind] + open_mark, _said(found.reason, "", open_words))
        off = calendar.why_off(day)
        return Day(day.day, Look.OFF, "", off) if off else Day(day.day, Look.PLAIN)

    return tuple(_month(date(year, number, 1), look, ()) for number in range(1, 13))


def year_legend() -> tuple[Sign, ...]:
    """What the marks of a year mean."""
    return (
        Sign(Look.HOLIDAY, _("lễ"), _("ngày nghỉ lễ, tết")),
        Sign(Look.HOLIDAY, _("bù"), _("nghỉ bù cho ngày lễ trùng ngày nghỉ hằng tuần")),
        Sign(Look.HOLIDAY, _("đổi"), _("ngày làm việc được đổi thành ngày nghỉ")),
        Sign(Look.WORKED, _("làm"), _("ngày nghỉ hằng tuần phải đi làm để bù")),
        Sign(Look.OFF, "", _("nghỉ hằng tuần")),
        Sign(Look.PLAIN, "?", _("tạm tính, có thể đổi")),
    )


def _month(first: date, look: Callable[[date], Day], notes: tuple[tuple[date, str], ...]) -> Month:
    weeks = gregorian.Calendar().monthdayscalendar(first.year, first.month)
    return Month(
        first,
        tuple(tuple(look(first.replace(day=number)) if number else None for number in week) for week in weeks),
        notes,
    )


def _months(begin: date, end: date) -> Iterator[date]:
    first = begin.replace(day=1)
    while first <= end:
        yield first
        first = date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _last(first: date) -> date:
    return first.replace(day=gregorian.monthrange(first.year, first.month)[1])


def _days(begin: date, end: date) -> Iterator[date]:
    return map(date.fromordinal, range(begin.toordinal(), end.toordinal() + 1))


def weekday_of(day: date) -> str:
    """The day of the week in Vietnamese, as a sentence begins: "Thứ Hai"."""
    words = weekday(day)
    return f"{words[0].upper()}{words[1:]}"
