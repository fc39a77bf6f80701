"""A legal value through time."""

from datetime import date
from fractions import Fraction

import pytest

from lawcore.dated import Dated, NotYetInForce, Version

SHARE = Dated(
    Version(date(2023, 7, 1), Fraction(1, 2), cite="LDC art. 21 cl. 1"),
    Version(date(2027, 1, 1), Fraction(2, 3), cite="LDC art. 21 cl. 1 as amended"),
)


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2023, 7, 1), Fraction(1, 2)),
        (date(2026, 12, 31), Fraction(1, 2)),
        (date(2027, 1, 1), Fraction(2, 3)),
    ],
)
def test_the_value_is_that_of_the_version_in_force(day, value):
    assert SHARE.on(day) == value


def test_the_version_in_force_says_which_provision_fixed_it():
    assert SHARE.version_on(date(2026, 1, 1)).cite == "LDC art. 21 cl. 1"


def test_the_day_before_the_first_version_has_no_value_and_says_so_in_vietnamese():
    with pytest.raises(NotYetInForce, match=r"chỉ có hiệu lực từ ngày 01/07/2023") as refusal:
        SHARE.on(date(2023, 6, 30))
    assert refusal.value.day == date(2023, 6, 30)


def test_versions_out_of_order_are_refused():
    with pytest.raises(ValueError, match="oldest first"):
        Dated(Version(date(2024, 1, 1), 1, cite="a"), Version(date(2023, 1, 1), 2, cite="b"))
