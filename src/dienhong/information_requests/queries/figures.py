"""The figures of a period, and what of them may be shown to everybody without pointing at anybody."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dienhong.information_requests.models import Request
from dienhong.registry.models import Organization

LEAST = 5
"""The smallest number shown of a part of the whole: below it, who knows the place knows the person. Ours."""
QUARTERS = 4
MONTHS = 3
YEARS_OFFERED = 2


@dataclass(frozen=True, slots=True)
class Period:
    """A quarter or a year, with both its days; `code` is "2026" or "2026-3"."""

    code: str
    first: date
    last: date
    year: int
    quarter: int | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Of what was received in a period, as it stands on a day. Each request counts in one of the first eight.

    on_time and extended: answered (given or refused) by the first last day, or by the extended one; late: answered
    after it; undated: answered, no last day was set; overdue: not answered though its last day is over; waiting: not
    answered, in time or without a last day; elsewhere and withdrawn: closed without an answer of ours.
    """

    on_time: int
    extended: int
    late: int
    undated: int
    overdue: int
    waiting: int
    elsewhere: int
    withdrawn: int
    refused: Mapping[str, int]

    @property
    def received(self) -> int:
        return self.answered + self.overdue + self.waiting + self.elsewhere + self.withdrawn

    @property
    def answered(self) -> int:
        return self.on_time + self.extended + self.late + self.undated

    @property
    def met(self) -> int:
        """Answered by the last day, the extended one too."""
        return self.on_time + self.extended

    @property
    def due(self) -> int:
        """What had a last day and was answered or is over."""
        return self.on_time + self.extended + self.late + self.overdue


def figures(organizations: Iterable[Organization], *, first: date, last: date, on: date) -> Figures:
    """One query, no name, no words."""
    found = Request.objects.filter(organization__in=list(organizations), received_on__range=(first, last))
    rows = found.values_list("stage", "answered_on", "first_due_on", "due_on", "ground")
    kinds: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    for stage, answered_on, first_due, due, ground in rows:
        kinds[_kind(stage, answered_on, first_due, due, on)] += 1
        if ground:
            refused[ground] += 1
    names = ("on_time", "extended", "late", "undated", "overdue", "waiting", "elsewhere", "withdrawn")
    return Figures(**{name: kinds[name] for name in names}, refused=dict(refused))


def _kind(stage: str, answered_on: date | None, first_due: date | None, due: date | None, on: date) -> str:
    if stage in {"elsewhere", "withdrawn"}:
        return stage
    if answered_on is None:
        return "overdue" if due is not None and due < on and stage != "incomplete" else "waiting"
    if due is None or first_due is None:
        return "undated"
    if answered_on <= first_due:
        return "on_time"
    return "extended" if answered_on <= due else "late"


def grounds_shown(refused: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """The refusals by ground for everybody: ("", n) are the grounds put together.

    No number below 5 is shown, nor can one be had by subtracting from the sum: the smallest grounds are put together
    until they are at least 5; nothing is shown where all of them are not.
    """
    ranked = sorted(((n, ground) for ground, n in refused.items() if n), reverse=True)
    shown = [(ground, n) for n, ground in ranked if n >= LEAST]
    rest = sum(n for n, _ground in ranked if n < LEAST)
    while shown and 0 < rest < LEAST:
        rest += shown.pop()[1]
    if 0 < rest < LEAST:
        return ()
    return (*shown, *((("", rest),) if rest else ()))


def period(code: str, *, on: date) -> Period:
    """The period of this code; the present year for anything else."""
    return next((each for each in periods(on) if each.code == code), _year(on.year))


def periods(on: date) -> tuple[Period, ...]:
    """This year and the last, each with its quarters that have begun."""
    return tuple(each for back in range(YEARS_OFFERED) for each in _of_year(on.year - back) if each.first <= on)


def _of_year(year: int) -> Iterator[Period]:
    yield _year(year)
    for number in range(1, QUARTERS + 1):
        first = date(year, MONTHS * (number - 1) + 1, 1)
        after = date(year + 1, 1, 1) if number == QUARTERS else date(year, MONTHS * number + 1, 1)
        yield Period(f"{year}-{number}", first, after - timedelta(days=1), year, number)


def _year(year: int) -> Period:
    return Period(str(year), date(year, 1, 1), date(year, 12, 31), year)
