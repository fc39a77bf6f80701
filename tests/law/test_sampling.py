"""Lots that anybody can draw again: stable, uniform, none twice; and what a sample says of the whole, exactly."""

import hashlib
import random
from collections import Counter
from fractions import Fraction
from itertools import combinations
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcore.answers import Refused
from lawcore.sampling import Bounds, bounds, draw, frame_text, lot, seed_of, size_for, units_of

FRAME = tuple(str(number) for number in range(1, 41))


def test_a_draw_is_what_anybody_computes_with_sha256_and_a_sort():
    lots = sorted((hashlib.sha256(f"hat:{unit}".encode()).hexdigest(), unit) for unit in FRAME)
    assert draw(FRAME, 7, seed="hat") == tuple(unit for _lot, unit in lots[:7])
    assert lot("hat", "12") == hashlib.sha256(b"hat:12").hexdigest()


def test_the_draw_of_a_known_seed_does_not_change_from_release_to_release():
    seed = seed_of(bytes(32), "spot_checks.round:1")
    assert seed == hashlib.sha256(("00" * 32 + ":spot_checks.round:1").encode()).hexdigest()
    assert draw(FRAME, 5, seed=seed) == ("14", "6", "20", "4", "26")


@given(st.sets(st.text(st.characters(codec="utf-8", exclude_characters="\n"), min_size=1), min_size=1), st.randoms())
def test_no_unit_twice_and_the_order_of_the_frame_plays_no_part(units, shuffler):
    shuffled = list(units)
    shuffler.shuffle(shuffled)
    size = (len(units) + 1) // 2
    drawn = draw(shuffled, size, seed="s")
    assert len(set(drawn)) == size
    assert set(drawn) <= units
    assert drawn == draw(sorted(units), size, seed="s")


def test_one_more_lot_leaves_those_drawn_before_as_they_were():
    for size in range(1, len(FRAME)):
        assert draw(FRAME, size + 1, seed="s")[:size] == draw(FRAME, size, seed="s")


def test_the_whole_frame_can_be_drawn_and_a_unit_named_twice_counts_once():
    assert sorted(draw(("a", "b", "a"), 2, seed="s")) == ["a", "b"]


@pytest.mark.parametrize("size", [0, -1, 41])
def test_more_than_there_is_or_nothing_is_refused(size):
    with pytest.raises(Refused, match="không rút được"):
        draw(FRAME, size, seed="s")


def test_every_pair_of_six_is_as_likely_as_another():
    """6,000 seeds over 15 pairs: 400 each. The statistic is far below what one in a million fair draws exceeds (60)."""
    counted = Counter(frozenset(draw("abcdef", 2, seed=str(seed))) for seed in range(6_000))
    assert set(counted) == {frozenset(pair) for pair in combinations("abcdef", 2)}
    assert sum((n - 400) ** 2 / 400 for n in counted.values()) < 60


def test_a_frame_is_kept_as_sorted_lines_and_read_back():
    assert frame_text(["b", "a", "b"]) == "a\nb\n"
    assert units_of("a\nb\n") == ("a", "b")
    assert frame_text([]) == ""


@pytest.mark.parametrize(
    ("whole", "share", "size"),
    [
        (100, Fraction(5, 100), 5),
        (101, Fraction(5, 100), 6),  # rounded up
        (1, Fraction(5, 100), 1),
        (0, Fraction(5, 100), 0),
        (40, Fraction(1), 40),
    ],
)
def test_a_share_of_the_frame_is_rounded_up(whole, share, size):
    assert size_for(whole, share) == size


@pytest.mark.parametrize("share", [Fraction(0), Fraction(-1, 2), Fraction(101, 100)])
def test_a_share_that_cannot_be_is_refused(share):
    with pytest.raises(Refused, match="Tỷ lệ rút"):
        size_for(10, share)


def test_when_all_were_looked_at_the_whole_is_known():
    assert bounds(whole=12, drawn=12, agreed=9) == Bounds(9, 9)


def test_all_agreed_in_a_small_sample_still_leaves_much_open():
    """5 of 5 right out of 100: by hand, 49 is the fewest with C(48,5)/C(100,5) above 2.5 %."""
    assert bounds(whole=100, drawn=5, agreed=5) == Bounds(49, 100)
    assert Fraction(comb(49, 5), comb(100, 5)) > Fraction(25, 1000)
    assert Fraction(comb(48, 5), comb(100, 5)) <= Fraction(25, 1000)


def test_none_agreed_mirrors_all_agreed():
    assert bounds(whole=100, drawn=5, agreed=0) == Bounds(0, 51)


def by_hand(whole, drawn, agreed, tail):
    """Every number of the whole that neither tail rules out, tried one by one."""
    possible = []
    for true in range(whole + 1):
        ways = [comb(true, seen) * comb(whole - true, drawn - seen) for seen in range(drawn + 1)]
        above, below = sum(ways[agreed:]), sum(ways[: agreed + 1])
        if min(above, below) > tail * comb(whole, drawn):
            possible.append(true)
    return Bounds(possible[0], possible[-1])


@pytest.mark.parametrize(("whole", "drawn"), [(1, 1), (7, 3), (20, 8), (33, 5)])
@pytest.mark.parametrize("sure", [Fraction(95, 100), Fraction(1, 2)])
def test_the_bounds_are_those_found_by_trying_every_number(whole, drawn, sure):
    for agreed in range(drawn + 1):
        assert bounds(whole=whole, drawn=drawn, agreed=agreed, sure=sure) == by_hand(
            whole, drawn, agreed, (1 - sure) / 2
        )


def test_what_is_unsure_widens_both_ways_and_never_helps():
    known = bounds(whole=200, drawn=20, agreed=15)
    unsure = bounds(whole=200, drawn=20, agreed=12, unsure=3)
    assert unsure.most == known.most
    assert unsure.least == bounds(whole=200, drawn=20, agreed=12).least < known.least


def test_the_bounds_hold_the_truth_at_least_as_often_as_they_say():
    """2,000 draws of 10 out of 60 of which 45 are right: at least 95 in 100 bounds hold 45."""
    dice = random.Random(7)  # noqa: S311 - the same dice at every run
    whole = [1] * 45 + [0] * 15
    held = 0
    for _ in range(2_000):
        found = bounds(whole=60, drawn=10, agreed=sum(dice.sample(whole, 10)))
        held += found.least <= 45 <= found.most
    assert held >= 1_900


@pytest.mark.parametrize(
    "wrong",
    [
        {"whole": 10, "drawn": 0, "agreed": 0},
        {"whole": 10, "drawn": 11, "agreed": 0},
        {"whole": 10, "drawn": 5, "agreed": 6},
        {"whole": 10, "drawn": 5, "agreed": -1},
        {"whole": 10, "drawn": 5, "agreed": 4, "unsure": 2},
        {"whole": 10, "drawn": 5, "agreed": 4, "unsure": -1},
    ],
)
def test_counts_that_do_not_fit_are_refused(wrong):
    with pytest.raises(Refused, match="không khớp"):
        bounds(**wrong)


@pytest.mark.parametrize("sure", [Fraction(0), Fraction(1)])
def test_nothing_is_quite_sure(sure):
    with pytest.raises(Refused, match="tin cậy"):
        bounds(whole=10, drawn=5, agreed=5, sure=sure)
