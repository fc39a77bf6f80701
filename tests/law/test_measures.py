"""Shares and verdicts: no data is neither 0 % nor 100 %."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.indicators import Cell, Measure, NothingToCount, Verdict
from lawcore.indicators.records import all_of

ALL = Fraction(1)


def test_what_is_unknown_stays_in_the_denominator():
    assert Measure(98, 11, 15).share == Fraction(98, 124)
    assert Measure(98, 11, 15).explain() == "98/124, 15 chưa có số liệu"


def test_a_target_without_conditions_is_judged_by_nobody():
    with pytest.raises(ValueError, match="nothing to judge by"):
        all_of([])


def test_no_data_at_all_is_said_and_is_no_percentage():
    assert Measure(unknown=124).explain() == "Chưa có số liệu (124 đối tượng)"
    assert Measure(unknown=124).verdict(ALL) is Verdict.OPEN


@pytest.mark.parametrize("measure", [Measure(), Measure(exempt=7)])
def test_nobody_to_count_is_no_population_not_a_full_score(measure):
    assert measure.verdict(ALL) is Verdict.NO_POPULATION
    assert not measure.met(ALL)
    assert measure.explain().startswith("Không có đối tượng phải tính")
    with pytest.raises(NothingToCount):
        _ = measure.share


@pytest.mark.parametrize(
    ("achieved", "not_achieved", "unknown", "target", "op", "verdict"),
    [
        (124, 0, 0, Fraction(1), ">=", Verdict.MET),
        (123, 1, 0, Fraction(1), ">=", Verdict.NOT_MET),
        (123, 0, 1, Fraction(1), ">=", Verdict.OPEN),
        (122, 1, 1, Fraction(1), ">=", Verdict.NOT_MET),  # one known failure decides 100 %
        (90, 10, 0, Fraction(9, 10), ">=", Verdict.MET),  # exactly 90 % is at least 90 %
        (90, 10, 0, Fraction(9, 10), ">", Verdict.NOT_MET),  # exactly 90 % is not more than 90 %
        (91, 9, 0, Fraction(9, 10), ">", Verdict.MET),
        (89, 11, 0, Fraction(9, 10), ">=", Verdict.NOT_MET),
        (90, 5, 5, Fraction(9, 10), ">=", Verdict.MET),  # met whatever the unknown turn out to be
        (85, 5, 10, Fraction(9, 10), ">=", Verdict.OPEN),
        (191, 9, 0, Fraction(191, 200), ">=", Verdict.MET),  # 95,5 %, exactly
        (5, 95, 0, Fraction(1, 20), "<=", Verdict.MET),
        (5, 94, 1, Fraction(1, 20), "<=", Verdict.OPEN),
        (6, 94, 0, Fraction(1, 20), "<=", Verdict.NOT_MET),
    ],
)
def test_a_verdict_is_certain_only_when_no_unknown_can_change_it(achieved, not_achieved, unknown, target, op, verdict):
    measure = Measure(achieved, not_achieved, unknown)
    assert measure.verdict(target, op) is verdict
    assert measure.met(target, op) is (verdict is Verdict.MET)


def test_the_exempt_are_named_and_not_counted():
    measure = Measure.of([Cell.ACHIEVED, Cell.EXEMPT, Cell.UNKNOWN])
    assert measure == Measure(1, 0, 1, 1)
    assert measure.explain() == "1/2, 1 chưa có số liệu, 1 được miễn"


def test_the_verdict_is_explained_beside_the_counts():
    assert Measure(98, 11, 15).explain_verdict(ALL) == "98/124, 15 chưa có số liệu: không đạt mục tiêu"
    assert Measure(3, 0, 2).explain_verdict(ALL) == "3/5, 2 chưa có số liệu: chưa đủ số liệu để kết luận"


def test_measures_of_parts_add_up_to_the_whole():
    assert Measure(1, 2, 3, 4) + Measure(4, 3, 2, 1) == Measure(5, 5, 5, 5)


def test_a_negative_count_is_refused():
    with pytest.raises(ValueError, match="negative"):
        Measure(-1)


COUNTS = st.integers(min_value=0, max_value=300)


@settings(max_examples=50)
@given(COUNTS, COUNTS, COUNTS, st.fractions(min_value=0, max_value=1), st.sampled_from([">=", ">"]))
def test_learning_one_more_unknown_never_overturns_a_verdict(achieved, not_achieved, unknown, target, op):
    measure = Measure(achieved, not_achieved, unknown + 1)
    before = measure.verdict(target, op)
    for learnt in (Measure(achieved + 1, not_achieved, unknown), Measure(achieved, not_achieved + 1, unknown)):
        assert before in {Verdict.OPEN, learnt.verdict(target, op)}


@settings(max_examples=50)
@given(COUNTS, COUNTS, st.fractions(min_value=0, max_value=1))
def test_with_nothing_unknown_there_is_always_a_verdict(achieved, not_achieved, target):
    assert Measure(achieved + 1, not_achieved).verdict(target) is not Verdict.OPEN
