"""Indicator families: which records make one member's cell achieved, not achieved, unknown or exempt."""

from datetime import date

import pytest

from lawcore.indicators import FAMILIES, Cell, Evidence, Period, Population, Record, View
from lawcore.obligations.families import families as guessed
from lawcore.timelimits import Every

YEAR = Period(2026, 1, Every.YEAR)
IN_MAY = date(2026, 5, 20)
MID = date(2026, 6, 30)
END = date(2026, 12, 31)


def judge(code, *records, on=END, closed=False):
    return FAMILIES[code].judge(View(records, YEAR, on, closed=closed))


def done(kind, day=IN_MAY, due=None):
    return Record(kind, day, due)


EVENT = done(Evidence.OUTREACH)
POSTED = done(Evidence.DISCLOSURE, due=date(2026, 5, 31))
OPEN_ITEM = Record(Evidence.DISCLOSURE, None, date(2026, 9, 1))
RULES = done(Evidence.RULES_ISSUED, date(2020, 3, 1))
NO_CONVENTION = Record(Evidence.CONVENTION, None)
PLAN, BUDGET = done(Evidence.BOARD_PLAN), done(Evidence.BOARD_BUDGET)
ANSWERED = done(Evidence.RECOMMENDATION, due=date(2026, 6, 1))
IGNORED = Record(Evidence.RECOMMENDATION, None, date(2026, 6, 1))
YES, NO, UNKNOWN, EXEMPT = Cell.ACHIEVED, Cell.NOT_ACHIEVED, Cell.UNKNOWN, Cell.EXEMPT


@pytest.mark.parametrize(
    ("code", "records", "on", "closed", "cell"),
    [
        ("T1", (EVENT, POSTED), END, False, YES),
        ("T1", (EVENT, OPEN_ITEM), MID, False, YES),  # not due yet
        ("T1", (EVENT, OPEN_ITEM), date(2026, 9, 1), False, YES),  # the last day itself is in time
        ("T1", (EVENT, OPEN_ITEM), date(2026, 9, 2), False, NO),
        ("T1", (EVENT,), END, False, UNKNOWN),  # no disclosure register to judge by
        ("T1", (POSTED,), END, False, UNKNOWN),
        ("T1", (POSTED,), END, True, NO),
        ("T1", (OPEN_ITEM,), END, False, NO),  # what is known to have failed decides
        ("T1", (), END, False, UNKNOWN),
        ("T1", (EVENT,), END, True, NO),  # closed: nothing was made public
        ("T1", (EVENT, POSTED), END, True, YES),
        ("T2", (done(Evidence.DIGITAL_PROCESS), done(Evidence.IT_PLAN)), END, False, YES),
        ("T2", (done(Evidence.DIGITAL_PROCESS),), END, False, UNKNOWN),
        ("T2", (done(Evidence.DIGITAL_PROCESS), Record(Evidence.IT_PLAN, None)), END, False, NO),
        ("T3a", (done(Evidence.RULES_ISSUED),), END, False, YES),
        ("T3a", (done(Evidence.RULES_ISSUED, date(2025, 12, 31)),), END, False, YES),  # a year ago to the day
        ("T3a", (done(Evidence.RULES_ISSUED, date(2025, 12, 30)),), END, False, UNKNOWN),
        ("T3a", (done(Evidence.RULES_ISSUED, date(2025, 12, 30)),), END, True, NO),
        ("T3a", (RULES, done(Evidence.RULES_REVIEWED)), END, False, YES),
        ("T3a", (RULES, done(Evidence.RULES_REVIEWED)), date(2026, 3, 1), True, NO),  # reviewed only later
        ("T3a", (Record(Evidence.RULES_ISSUED, None),), END, False, NO),
        ("T3b", (done(Evidence.CONVENTION, date(2019, 1, 1)), done(Evidence.CONVENTION_REVIEWED)), END, False, YES),
        ("T3b", (NO_CONVENTION,), END, False, EXEMPT),
        ("T3b", (done(Evidence.CONVENTION, date(2019, 1, 1)),), END, False, UNKNOWN),
        ("T3b", (done(Evidence.CONVENTION, date(2019, 1, 1)),), END, True, NO),
        ("T4", (PLAN, BUDGET), END, False, YES),
        ("T4", (PLAN, BUDGET, ANSWERED), END, False, YES),
        ("T4", (PLAN, BUDGET, IGNORED), END, False, NO),
        ("T4", (PLAN,), END, False, UNKNOWN),
        ("T5", (done(Evidence.COURSE),), END, False, YES),
        ("T5", (done(Evidence.COURSE, date(2025, 12, 31)),), END, False, UNKNOWN),  # last year's course
        ("T5", (done(Evidence.COURSE, date(2026, 1, 1)),), END, False, YES),
        ("T5", (done(Evidence.COURSE, date(2026, 12, 1)),), MID, False, UNKNOWN),  # after the day of judging
        ("T5", (), END, True, NO),
        ("T5b", (done(Evidence.ATTENDANCE),), END, False, YES),
        ("T5b", (Record(Evidence.ATTENDANCE, None),), END, False, NO),
        ("T6", (POSTED,), END, False, YES),
        ("T6", (done(Evidence.DISCLOSURE, date(2026, 6, 1), due=date(2026, 5, 31)),), END, False, NO),
        ("T6", (OPEN_ITEM,), MID, False, EXEMPT),
        ("T6", (OPEN_ITEM,), END, False, NO),
        ("T6", (Record(Evidence.DISCLOSURE, IN_MAY),), END, False, UNKNOWN),
        ("T6", (), END, False, UNKNOWN),
        ("T6", (), END, True, NO),
        ("T6", (OPEN_ITEM,), MID, True, EXEMPT),  # closed, and still not due
        ("T7", (done(Evidence.COUNCIL_RESOLUTION, date(2024, 12, 9)),), END, False, YES),
        ("T7", (done(Evidence.COUNCIL_RESOLUTION, date(2026, 12, 9)),), MID, False, UNKNOWN),
        ("T7", (), END, True, NO),
    ],
)
def test_a_cell_follows_from_the_records(code, records, on, closed, cell):
    judged = judge(code, *records, on=on, closed=closed)
    assert judged.cell is cell
    assert judged.reason


def test_the_reason_names_what_decided():
    assert judge("T1", EVENT, OPEN_ITEM).reason == "1 nội dung phải công khai quá hạn, sớm nhất từ ngày 01/09/2026"
    assert judge("T6", done(Evidence.DISCLOSURE, date(2026, 6, 12), due=date(2026, 5, 31))).reason.startswith(
        "Công khai muộn 12 ngày"
    )


def test_the_reason_tells_silence_of_closed_figures_from_a_report_of_nothing_done():
    reported = judge("T5b", Record(Evidence.ATTENDANCE, None), closed=True).reason
    silent = judge("T5b", closed=True).reason
    assert silent == f"{reported}; đã chốt số liệu"


def test_twelve_months_before_29_february_is_28_february():
    on = date(2028, 2, 29)
    view = View((done(Evidence.RULES_ISSUED, date(2027, 2, 28)),), Period(2028, 1, Every.YEAR), on)
    assert FAMILIES["T3a"].judge(view).cell is YES


def test_every_family_says_who_is_counted_by_which_evidence_and_which_law():
    assert set(FAMILIES) == {"T1", "T2", "T3a", "T3b", "T4", "T5", "T5b", "T6", "T7"}
    for family in FAMILIES.values():
        assert family.population in Population
        assert family.evidence
        assert "art." in family.basis
        assert "art." in family.judge.__doc__


def test_the_families_guessed_from_texts_exist():
    words = "Tuyên truyền. Công nghệ thông tin. Quy chế dân chủ. Hương ước. Ban thanh tra nhân dân. Tập huấn cho cán bộ được giao."
    assert set(guessed(words)) <= set(FAMILIES)
