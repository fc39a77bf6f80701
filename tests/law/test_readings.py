"""The open questions of the texts: each has its choices, and one of them is taken."""

import pytest

from lawcore.answers import Refused
from lawcore.readings import POSTING_DAYS, reading


def test_the_choice_taken_is_one_of_the_choices():
    with pytest.raises(ValueError, match="'third' is no choice of sample"):
        reading("sample", "Hiểu thế nào", cite="LDC art. 13 cl. 2", default="third", one="cách một", two="cách hai")


def test_an_unknown_choice_is_refused_with_those_known():
    with pytest.raises(Refused, match="Không có cách hiểu “third” cho tham số posting_inclusive") as refused:
        POSTING_DAYS.check("third")
    assert refused.value.allowed == ("exclusive", "inclusive")
    POSTING_DAYS.check("inclusive")


def test_the_choice_is_said_in_one_sentence():
    made = reading("sample", "Hiểu thế nào", cite="LDC art. 13 cl. 2", default="one", one="cách một", two="cách hai")
    assert made.assumed() == "Hiểu thế nào: cách một (tham số sample)."
    assert made.assumed("two") == "Hiểu thế nào: cách hai (tham số sample)."
