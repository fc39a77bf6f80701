"""Requirements looked at one by one."""

import pytest

from lawcore.answers import Refused
from lawcore.checks import Check, faults


def check(key, *, met):
    return Check(met, key, f"điều kiện {key}", f"Thiếu {key}.")


def test_every_fault_is_named_at_once_in_order():
    assert faults([check("a", met=False), check("b", met=True), check("c", met=False)]) == ("Thiếu a.", "Thiếu c.")


def test_what_is_met_has_no_fault():
    assert faults([]) == ()
    assert faults([check("a", met=True), check("b", met=True)]) == ()


def test_what_nobody_said_is_asked_for_where_nothing_else_fails():
    with pytest.raises(Refused, match="điều kiện b") as refused:
        faults([check("a", met=True), check("b", met=None), check("c", met=None)])
    assert (refused.value.code, refused.value.allowed) == ("missing-key", ("b",))


def test_one_fault_decides_whatever_nobody_said():
    assert faults([check("a", met=None), check("b", met=False)]) == ("Thiếu b.",)
