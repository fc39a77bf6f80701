"""A code handed over in person verifies; identity number and birth date never do."""

from datetime import timedelta

import pytest

from dienhong.registry.actions import accounts, people
from dienhong.registry.actions.people import Particulars
from dienhong.registry.models import Handover, Person

from .conftest import AT, ON


@pytest.fixture
def slip(commune, registrar):
    person = people.add_person(locality=commune, particulars=Particulars(name="Y Bhăm Niê"), by=registrar)
    return accounts.issue_code(person=person, on=ON, by=registrar)


def test_a_code_works_only_after_the_slip_was_signed_for(slip, registrar):
    handover, code = slip
    with pytest.raises(accounts.NotYetDelivered, match="chưa được ghi nhận là đã giao"):
        accounts.redeem_code(code=code, at=AT, on=ON)
    accounts.confirm_delivery(handover=handover, at=AT, by=registrar)
    accounts.redeem_code(code=f" {code.upper()} ", at=AT, on=ON)
    assert Person.objects.get(pk=handover.person_id).verified_by == "handover"


def test_the_code_is_not_kept(slip):
    handover, code = slip
    assert code not in str(Handover.objects.values().get(pk=handover.pk))


@pytest.mark.parametrize("wrong", ["", "aaaaaaaaaa", "038171000123"])
def test_a_wrong_code_says_what_to_do(slip, wrong):
    with pytest.raises(accounts.UnknownCode, match="xin phiếu mới"):
        accounts.redeem_code(code=wrong, at=AT, on=ON)


def test_a_code_ends_with_its_last_day(slip, registrar):
    handover, code = slip
    accounts.confirm_delivery(handover=handover, at=AT, by=registrar)
    with pytest.raises(accounts.UnknownCode):
        accounts.redeem_code(code=code, at=AT, on=handover.expires_on + timedelta(days=1))
    assert accounts.redeem_code(code=code, at=AT, on=handover.expires_on).redeemed_at == AT


def test_entering_the_code_twice_changes_nothing(slip, registrar):
    handover, code = slip
    accounts.confirm_delivery(handover=handover, at=AT, by=registrar)
    accounts.redeem_code(code=code, at=AT, on=ON)
    assert accounts.redeem_code(code=code, at=AT + timedelta(hours=1), on=ON).redeemed_at == AT
