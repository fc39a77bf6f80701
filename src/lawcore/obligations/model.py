"""What is proposed from a text: targets, duties, and the class of every sentence."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lawcore.timelimits import Every

PARSER = "2026.11"


class Role(StrEnum):
    """What a sentence does in its document."""

    TARGET = "target"
    DUTY = "duty"
    PRINCIPLE = "principle"
    SCOPE = "scope"
    DEFINITION = "definition"
    FUNDING = "funding"
    ASSIGNMENT = "assignment"  # giao Ủy ban nhân dân tổ chức thực hiện
    SUPERVISION = "supervision"  # Hội đồng nhân dân, Mặt trận giám sát việc thực hiện
    EFFECT = "effect"  # hiệu lực, bãi bỏ, chuyển tiếp
    HEADING = "heading"  # names what stands below it
    OTHER = "other"


class Topic(StrEnum):
    """The groups of measures (LDC art. 8), with funding and organisation beside them."""

    TRAINING = "training"
    COMMUNICATION = "communication"
    RESPONSIBILITY = "responsibility"
    TECHNOLOGY = "technology"
    COMMENDATION = "commendation"
    INSPECTION = "inspection"
    FUNDING = "funding"
    ORGANISATION = "organisation"


class Comparison(StrEnum):
    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="


class Part(StrEnum):
    """Which words of a provision an offset counts in."""

    HEADING = "heading"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a proposal was read, and by what.

    `at` is the official citation of the smallest numbered provision ("điểm đ khoản 2 Điều 2");
    `place` adds the dash or paragraph below it ("gạch đầu dòng thứ 2 điểm đ khoản 2 Điều 2"), and `eid`
    addresses that node. `sentence` counts from 1 within the node, its heading first; `start` and
    `end` are offsets in the node's heading or text, as `part` says. `rule` says in
    Vietnamese why the words were read so.
    """

    eid: str
    at: str
    place: str
    sentence: int
    part: Part
    start: int
    end: int
    rule: str
    parser: str = PARSER


@dataclass(frozen=True, slots=True)
class Due:
    """A last day as the text states it.

    `year` is None when the day returns every year; all three are None when the day depends on
    an event ("trong 30 ngày kể từ ngày …"), and then only `text` speaks.
    """

    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    source: Source
    role: Role
    topic: Topic | None
    text: str


@dataclass(frozen=True, slots=True)
class Target:
    """One percentage stated as a goal.

    `percent` is the value, or the lower end of a range whose upper end is `upto`. `families` are
    the codes of indicators that could measure it ("T3a"); a guess for the officer to confirm.
    """

    source: Source
    percent: Decimal
    upto: Decimal | None
    comparison: Comparison
    every: Every | None
    due: Due | None
    aspirational: bool
    population: str | None
    subjects: tuple[str, ...]
    families: tuple[str, ...]
    topic: Topic | None
    text: str


@dataclass(frozen=True, slots=True)
class Aside:
    """A percentage that sets no goal: a voting threshold, a share of the cost, a past result."""

    source: Source
    percent: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class Duty:
    """Something somebody shall do. `bearer` as printed, None where the text names nobody.

    `goal` is true for a goal that states no percentage.
    """

    source: Source
    bearer: str | None
    action: str
    every: Every | None
    due: Due | None
    topic: Topic | None
    goal: bool
    text: str


@dataclass(frozen=True, slots=True)
class Proposals:
    """All that was read from one document, each list in the order of the text."""

    targets: tuple[Target, ...]
    duties: tuple[Duty, ...]
    sentences: tuple[Sentence, ...]
    asides: tuple[Aside, ...] = ()


@dataclass(frozen=True, slots=True)
class Unassigned:
    """A provision from which nothing is proposed, and why, so that an officer sees it."""

    eid: str
    at: str
    reason: str
