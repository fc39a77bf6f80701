"""What every service that confirms identities must do, and what the register does with its answer.

An adapter for a real service is added to PROVIDERS and has to pass the same tests.
"""

import pytest

from dienhong.registry import ports
from dienhong.registry.actions import accounts, people
from dienhong.registry.actions.people import Particulars
from dienhong.registry.models import Person
from dienhong.registry.ports import ConfirmedIdentity
from tests.fakes.identity import FakeIdentityProvider

from .conftest import AT

PROVIDERS = [FakeIdentityProvider]
BACK = "https://dienhong.invalid/xac-minh/"


@pytest.mark.parametrize("provider", PROVIDERS)
def test_the_state_goes_out_and_comes_back(provider):
    assert "state=abc" in provider().address(return_to=BACK, state="abc")
    assert provider().confirmed({"code": "038171000123", "state": "abc"}, return_to=BACK, state="abc").level == 2


@pytest.mark.parametrize("provider", PROVIDERS)
@pytest.mark.parametrize("answer", [{}, {"code": "1", "state": "other"}, {"state": "abc"}, {"error": "access_denied"}])
def test_an_answer_to_something_else_confirms_nobody(provider, answer):
    with pytest.raises(ports.NotConfirmed, match="thử lại"):
        provider().confirmed(answer, return_to=BACK, state="abc")


def test_without_a_setting_there_is_no_service(settings):
    settings.DIENHONG_IDENTITY_PROVIDER = ""
    assert ports.provider() is None
    settings.DIENHONG_IDENTITY_PROVIDER = "tests.fakes.identity.FakeIdentityProvider"
    assert ports.provider().name == "VNeID (giả)"


def test_a_confirmed_resident_is_verified_once(commune, registrar):
    may = people.add_person(
        locality=commune, particulars=Particulars(name="Đặng Thị Mây", identity_number="038171000123"), by=registrar
    )
    identity = ConfirmedIdentity("038171000123", "Đặng Thị Mây", 2)
    accounts.verify_by_provider(identity=identity, way="vneid", at=AT)
    accounts.verify_by_provider(identity=identity, way="vneid", at=AT)
    assert Person.objects.get(pk=may.pk).verified_by == "vneid"


def test_a_confirmed_stranger_becomes_no_resident(commune):
    with pytest.raises(accounts.UnknownPerson, match="Trưởng thôn"):
        accounts.verify_by_provider(identity=ConfirmedIdentity("000000000000", "Ai Đó", 2), way="vneid", at=AT)
