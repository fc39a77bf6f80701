"""The laws on complaints, denunciations and reception, as Law 136/2025 left them from 01/7/2026.

Words    unread
Promise  its words were not read here: a figure of Laws 02/2011, 42/2013 and 25/2018 that no decree read here restates
         is given by the old wording, provisional from that day, and says so
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final, TypeVar

from lawcore import answers, timelimits
from lawcore.answers import Answer
from lawcore.calendar import VIETNAM, Calendar
from lawcore.dated import Dated, Version
from lawcore.timelimits import Period

Result = TypeVar("Result")

NOTE: Final = (
    "Tính theo lời văn cũ: Luật số 136/2025/QH15 sửa đổi Luật Khiếu nại, Luật Tố cáo và Luật Tiếp công dân "
    "từ ngày 01/7/2026, ở đây chưa có lời văn để đối chiếu."
)
UNREAD: Final[Dated[tuple[str, ...]]] = Dated(
    Version(date.min, (), cite="Law 02/2011 art. 28"),
    Version(date(2026, 7, 1), (NOTE,), cite="Decree 155/2026 art. 21 cl. 1"),
)
"""What is to be said of an answer by the old wording; nothing before the amendment."""


def deadline(
    rule: str,
    law: Dated[Period],
    *,
    since: date,
    does: str,
    inputs: Mapping[str, object] | None = None,
    calendar: Calendar = VIETNAM,
) -> Answer[date]:
    """The last lawful day by one of the three laws."""
    notes = UNREAD.on(since)
    return timelimits.deadline(
        rule,
        law,
        since=since,
        does=does,
        inputs=inputs,
        calendar=calendar,
        provisional=bool(notes),
        assumptions=notes,
    )


def latest(
    rule: str,
    law: Dated[Period],
    *,
    before: date,
    does: str,
    calendar: Calendar = VIETNAM,
) -> Answer[date]:
    """The latest day before an event by one of the three laws."""
    notes = UNREAD.on(before)
    return timelimits.latest(
        rule, law, before=before, does=does, calendar=calendar, provisional=bool(notes), assumptions=notes
    )


def answer(
    rule: str,
    law: Dated[object],
    *,
    on: date,
    result: Result,
    because: str,
    inputs: Mapping[str, object],
    notes: tuple[str, ...] = (),
) -> Answer[Result]:
    """An answer by one of the three laws. `notes`: what else it rests on; any makes it provisional."""
    all_notes = UNREAD.on(on) + notes
    return answers.answer(
        rule,
        law,
        on=on,
        result=result,
        because=because,
        inputs=inputs,
        provisional=bool(all_notes),
        assumptions=all_notes,
    )


@lru_cache
def lengthened(law: Dated[Period], extra: int) -> Dated[Period]:
    """The same limit with so many units more, for time that does not count."""
    first, *later = (
        Version(each.since, Period(each.value.number + extra, each.value.unit), each.cite) for each in law.versions
    )
    return Dated(first, *later)
