"""The evidence records from which indicators are computed, and what is concluded from them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lawcore.indicators.measure import Cell
from lawcore.indicators.periods import Period


class Evidence(StrEnum):
    """What a record proves. The value is the code stored with it."""

    OUTREACH = "outreach"  # a communication or legal education event
    DISCLOSURE = "disclosure"  # one item that must be made public; due_on is its last day
    DIGITAL_PROCESS = "digital-process"  # disclosure, consultation, petition or meeting run digitally
    IT_PLAN = "it-plan"
    RULES_ISSUED = "rules-issued"  # quy chế thực hiện dân chủ
    RULES_REVIEWED = "rules-reviewed"
    CONVENTION = "convention"  # hương ước, quy ước công nhận
    CONVENTION_REVIEWED = "convention-reviewed"
    BOARD_PLAN = "board-plan"  # plan to support the board
    BOARD_BUDGET = "board-budget"
    RECOMMENDATION = "recommendation"  # done_on: answered; due_on: last day to answer
    COURSE = "course"
    ATTENDANCE = "attendance"  # a class the person was assigned to
    COUNCIL_RESOLUTION = "council-resolution"


NAMES = {
    Evidence.OUTREACH: "hoạt động tuyên truyền, phổ biến",
    Evidence.DISCLOSURE: "nội dung phải công khai",
    Evidence.DIGITAL_PROCESS: "việc dân chủ làm trên môi trường số",
    Evidence.IT_PLAN: "kế hoạch ứng dụng công nghệ thông tin",
    Evidence.RULES_ISSUED: "quy chế thực hiện dân chủ",
    Evidence.RULES_REVIEWED: "lần rà soát quy chế",
    Evidence.CONVENTION: "hương ước, quy ước",
    Evidence.CONVENTION_REVIEWED: "lần rà soát hương ước, quy ước",
    Evidence.BOARD_PLAN: "kế hoạch hỗ trợ hoạt động",
    Evidence.BOARD_BUDGET: "kinh phí hoạt động",
    Evidence.RECOMMENDATION: "kiến nghị",
    Evidence.COURSE: "lớp bồi dưỡng, tập huấn",
    Evidence.ATTENDANCE: "lớp được cử tham gia",
    Evidence.COUNCIL_RESOLUTION: "nghị quyết của Hội đồng nhân dân",
}


@dataclass(frozen=True, slots=True)
class Record:
    """One accepted record about one member of a population.

    `done_on` is None where it is reported as not done, or not done yet. `due_on` is the last day
    for what has one.
    """

    kind: Evidence
    done_on: date | None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class View:
    """What was known about one member: its records, the period judged, the day of judging.

    `closed` says that the member has closed its figures for the period, so that what is not
    recorded did not happen. Until then what is not recorded is unknown.
    """

    records: Sequence[Record]
    period: Period
    on: date
    closed: bool = False

    def of(self, *kinds: Evidence) -> tuple[Record, ...]:
        """The records of these kinds, those of acts done after the day of judging read as not done yet."""
        return tuple(
            Record(record.kind, self._done(record), record.due_on) for record in self.records if record.kind in kinds
        )

    def _done(self, record: Record) -> date | None:
        return record.done_on if record.done_on and record.done_on <= self.on else None


@dataclass(frozen=True, slots=True)
class Judged:
    """A cell with the reason an officer can read."""

    cell: Cell
    reason: str


def all_of(findings: Iterable[Judged]) -> Judged:
    """Every condition together: one not achieved decides, then one unknown; else achieved.

    The reason names the conditions that decided, or all of them where all are achieved.
    """
    listed = tuple(findings)
    for cell in (Cell.NOT_ACHIEVED, Cell.UNKNOWN, Cell.EXEMPT, Cell.ACHIEVED):
        reasons = [finding.reason for finding in listed if finding.cell is cell]
        if reasons:
            return Judged(cell, "; ".join(reasons))
    raise ValueError("There is nothing to judge by")


def done_in_period(view: View, kind: Evidence) -> Judged:
    """Achieved when something of the kind was done inside the period."""
    records = view.of(kind)
    days = sorted(r.done_on for r in records if r.done_on and r.done_on in view.period)
    name = NAMES[kind]
    if days:
        return Judged(Cell.ACHIEVED, f"Có {name} ngày {days[-1]:%d/%m/%Y}")
    return missing(view, kind, f"Không có {name} trong {view.period.label}")


def missing(view: View, kind: Evidence, if_not: str) -> Judged:
    """Nothing was done: not achieved where that was reported or the figures are closed, else unknown."""
    reported = any(r.done_on is None and r.due_on is None for r in view.records if r.kind is kind)
    if reported:
        return Judged(Cell.NOT_ACHIEVED, if_not)
    if view.closed:
        return Judged(Cell.NOT_ACHIEVED, f"{if_not}; đã chốt số liệu")
    return Judged(Cell.UNKNOWN, f"Chưa có số liệu về {NAMES[kind]}")


def none_overdue(view: View, kind: Evidence) -> Judged:
    """Achieved when nothing of the kind is past its last day undone; the last day itself is in time."""
    overdue = [r.due_on for r in view.of(kind) if r.done_on is None and r.due_on and r.due_on < view.on]
    if overdue:
        return Judged(
            Cell.NOT_ACHIEVED, f"{len(overdue)} {NAMES[kind]} quá hạn, sớm nhất từ ngày {min(overdue):%d/%m/%Y}"
        )
    return Judged(Cell.ACHIEVED, f"Không có {NAMES[kind]} nào quá hạn")
