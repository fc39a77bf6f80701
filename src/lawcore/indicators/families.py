"""The families of indicators T1 to T7: who is counted, and which records make a cell achieved."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lawcore.indicators.measure import Cell
from lawcore.indicators.records import (
    Evidence,
    Judged,
    View,
    all_of,
    done_in_period,
    missing,
    none_overdue,
)


class Population(StrEnum):
    """Whose register is the denominator."""

    ORGANIZATIONS = "organizations"
    VILLAGES = "villages"
    PERSONS = "persons"
    BOARDS = "boards"
    ITEMS = "items"
    COUNCILS = "councils"


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of indicator. `judge` turns what is known of one member into its cell."""

    code: str
    name: str
    population: Population
    evidence: tuple[Evidence, ...]
    basis: str
    judge: Callable[[View], Judged]


def propagates_and_discloses(view: View) -> Judged:
    """LDC art. 8 cl. 2, 11, 46, 64: a communication event in the period, and no disclosure overdue.

    A unit without any disclosure record has no register to judge by, so the answer is unknown until
    it closes its figures.
    """
    if view.of(Evidence.DISCLOSURE):
        disclosed = none_overdue(view, Evidence.DISCLOSURE)
    else:
        disclosed = missing(view, Evidence.DISCLOSURE, "Không ghi nội dung nào đã công khai")
    return all_of((done_in_period(view, Evidence.OUTREACH), disclosed))


def works_digitally(view: View) -> Judged:
    """LDC art. 8 cl. 5: one democracy process run digitally in the period, and an IT plan for it."""
    return all_of((done_in_period(view, Evidence.DIGITAL_PROCESS), done_in_period(view, Evidence.IT_PLAN)))


def has_current_rules(view: View) -> Judged:
    """LDC art. 35, 59, 81: rules on democracy in force, issued or reviewed within the last twelve months.

    The same day a year before still counts. The twelve months end on the day of judging, or on
    the period's last day when that is earlier.
    """
    end = min(view.on, view.period.last_day)
    issued = [r.done_on for r in view.of(Evidence.RULES_ISSUED) if r.done_on and r.done_on <= end]
    if not issued:
        return missing(view, Evidence.RULES_ISSUED, "Chưa ban hành quy chế thực hiện dân chủ")
    reviewed = [r.done_on for r in view.of(Evidence.RULES_REVIEWED) if r.done_on and r.done_on <= end]
    latest = max(issued + reviewed)
    if latest >= _year_before(end):
        return Judged(Cell.ACHIEVED, f"Quy chế còn hiệu lực, ban hành hoặc rà soát ngày {latest:%d/%m/%Y}")
    return missing(view, Evidence.RULES_REVIEWED, f"Quy chế chưa được rà soát từ ngày {latest:%d/%m/%Y}")


def has_reviewed_convention(view: View) -> Judged:
    """Decree 61/2023 art. 15 cl. 4: reviewed every year; here the village's convention was reviewed in the period.

    A village known to have no convention has none to review: it is exempt here, and counted by
    the indicator of having one.
    """
    conventions = view.of(Evidence.CONVENTION)
    if conventions and all(record.done_on is None for record in conventions):
        return Judged(Cell.EXEMPT, "Chưa có hương ước, quy ước nên chưa phải rà soát")
    return done_in_period(view, Evidence.CONVENTION_REVIEWED)


def supports_its_board(view: View) -> Judged:
    """LDC art. 39, 40, 44, 45, 63, 81: a plan and a budget in the period, no recommendation left overdue."""
    return all_of(
        (
            done_in_period(view, Evidence.BOARD_PLAN),
            done_in_period(view, Evidence.BOARD_BUDGET),
            none_overdue(view, Evidence.RECOMMENDATION),
        )
    )


def is_trained(view: View) -> Judged:
    """LDC art. 8 cl. 1: the person on the roster finished at least one course in the period."""
    return done_in_period(view, Evidence.COURSE)


def attended(view: View) -> Judged:
    """LDC art. 8 cl. 1: the person assigned took part in at least one class in the period."""
    return done_in_period(view, Evidence.ATTENDANCE)


def is_disclosed_in_time(view: View) -> Judged:
    """LDC art. 11, 46, 64: one item, made public on or before its last day.

    An item not due by the day of judging, and not public yet, is not counted yet.
    """
    items = view.of(Evidence.DISCLOSURE)
    if not items:
        return missing(view, Evidence.DISCLOSURE, "Không ghi nội dung này đã công khai")
    item = items[0]
    if item.due_on is None:
        return Judged(Cell.UNKNOWN, "Chưa ghi hạn công khai")
    if item.done_on is None and item.due_on >= view.on:
        return Judged(Cell.EXEMPT, f"Chưa đến hạn công khai ({item.due_on:%d/%m/%Y})")
    if item.done_on is None:
        return Judged(Cell.NOT_ACHIEVED, f"Quá hạn công khai từ ngày {item.due_on:%d/%m/%Y}")
    late = (item.done_on - item.due_on).days
    if late > 0:
        return Judged(Cell.NOT_ACHIEVED, f"Công khai muộn {late} ngày, ngày {item.done_on:%d/%m/%Y}")
    return Judged(Cell.ACHIEVED, f"Công khai đúng hạn ngày {item.done_on:%d/%m/%Y}")


def council_has_resolved(view: View) -> Judged:
    """LDC art. 85 cl. 2, 86 cl. 1: the council has decided the measures by the day of judging."""
    days = [r.done_on for r in view.of(Evidence.COUNCIL_RESOLUTION) if r.done_on]
    if days:
        return Judged(Cell.ACHIEVED, f"Đã ban hành nghị quyết ngày {min(days):%d/%m/%Y}")
    return missing(view, Evidence.COUNCIL_RESOLUTION, "Hội đồng nhân dân chưa ban hành nghị quyết")


def _year_before(day: date) -> date:
    """The same day a year before; 28 February for 29 February."""
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)


_ALL = (
    Family(
        "T1",
        "Tuyên truyền, phổ biến và công khai đúng hạn",
        Population.ORGANIZATIONS,
        (Evidence.OUTREACH, Evidence.DISCLOSURE),
        "LDC art. 8, 11, 46, 64",
        propagates_and_discloses,
    ),
    Family(
        "T2",
        "Ứng dụng công nghệ thông tin trong thực hiện dân chủ",
        Population.ORGANIZATIONS,
        (Evidence.DIGITAL_PROCESS, Evidence.IT_PLAN),
        "LDC art. 8",
        works_digitally,
    ),
    Family(
        "T3a",
        "Ban hành và rà soát quy chế thực hiện dân chủ",
        Population.ORGANIZATIONS,
        (Evidence.RULES_ISSUED, Evidence.RULES_REVIEWED),
        "LDC art. 35, 59, 81",
        has_current_rules,
    ),
    Family(
        "T3b",
        "Rà soát hương ước, quy ước",
        Population.VILLAGES,
        (Evidence.CONVENTION, Evidence.CONVENTION_REVIEWED),
        "Decree 61/2023 art. 15 cl. 4",
        has_reviewed_convention,
    ),
    Family(
        "T4",
        "Hỗ trợ Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng",
        Population.BOARDS,
        (Evidence.BOARD_PLAN, Evidence.BOARD_BUDGET, Evidence.RECOMMENDATION),
        "LDC art. 39, 40, 44, 45, 63, 81",
        supports_its_board,
    ),
    Family(
        "T5",
        "Người được giao nhiệm vụ được bồi dưỡng",
        Population.PERSONS,
        (Evidence.COURSE,),
        "LDC art. 8",
        is_trained,
    ),
    Family(
        "T5b",
        "Người được cử tham gia lớp bồi dưỡng, tập huấn",
        Population.PERSONS,
        (Evidence.ATTENDANCE,),
        "LDC art. 8",
        attended,
    ),
    Family(
        "T6",
        "Nội dung được công khai đúng hạn",
        Population.ITEMS,
        (Evidence.DISCLOSURE,),
        "LDC art. 11, 46, 64",
        is_disclosed_in_time,
    ),
    Family(
        "T7",
        "Hội đồng nhân dân ban hành nghị quyết",
        Population.COUNCILS,
        (Evidence.COUNCIL_RESOLUTION,),
        "LDC art. 85 cl. 2, 86 cl. 1",
        council_has_resolved,
    ),
)
FAMILIES: Mapping[str, Family] = {family.code: family for family in _ALL}
